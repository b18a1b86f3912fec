/* Many libraries do not look whether they got memory, and end in a signal, or go on with less
 * than they asked for; glib has a way of its own to end.  So malloc() is ours: it gives what it
 * is asked for or ends the run.  Large pieces are left to whoever asks for them, who looks. */
#include "rapor/base/shortage.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char message[512] = "rapor: error: the machine has no memory left\n";

static const char *message_of(const GLogField *fields, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (strcmp(fields[i].key, "MESSAGE") == 0)
            return fields[i].value;
    return "";
}

/* What glib ends the program for: no memory, no thread.  And what Pango goes on without: a font
 * that it had found, and now cannot open. */
static GLogWriterOutput hear(GLogLevelFlags level, const GLogField *fields, gsize count, void *data)
{
    const char *text = message_of(fields, count);
    const bool unreadable = g_str_has_prefix(text, "failed to create cairo");
    if (!(level & G_LOG_LEVEL_ERROR) && !unreadable)
        return g_log_writer_default(level, fields, count, data);
    fprintf(stderr, _("rapor: error: the machine does not give what is needed: %s\n"), text);
    _exit(unreadable ? FAILURE_IO : FAILURE_SHORTAGE);
}

void shortage_prepare(void)
{
    g_snprintf(message, sizeof message, "%s",
               _("rapor: error: the machine has no memory left, or this run may have no more\n"));
    g_log_set_writer_func(hear, NULL, NULL);
}

#ifndef RAPOR_INSTRUMENTED /* sanitizers have a malloc() of their own */

#define LARGE ((size_t)16 << 20)

/* NOLINTBEGIN(bugprone-reserved-identifier): so the C library calls its own. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
/* NOLINTEND(bugprone-reserved-identifier) */
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *memory, size_t size);

static void say(const char *text)
{
    if (write(STDERR_FILENO, text, strlen(text)) < 0)
        return; /* and nobody can be told */
}

static void *given(void *memory, size_t size)
{
    if (memory || size == 0 || size > LARGE)
        return memory;
    say(message);
    _exit(FAILURE_SHORTAGE);
}

void *malloc(size_t size)
{
    return given(__libc_malloc(size), size);
}

void *calloc(size_t count, size_t size)
{
    size_t all;
    return given(__libc_calloc(count, size), g_size_checked_mul(&all, count, size) ? all : 0);
}

void *realloc(void *memory, size_t size)
{
    return given(__libc_realloc(memory, size), size);
}

#endif
