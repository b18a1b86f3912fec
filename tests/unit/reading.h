/* reading.h - reads an evaluation for a test. */
#ifndef TEST_READING_H
#define TEST_READING_H

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/read/evaluation.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define LAYOUTS "tests/unit/data/layouts"

/* An evaluation and all that reading it needs. */
struct reading {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct instrument_source from;
    struct evaluation *evaluation;
};

static inline struct reading read_with(const char *layouts, const char *path)
{
    struct reading reading = {
        .arena = arena_create(),
        .diagnostics = diagnostics_create(),
        .from = {.layouts = layouts},
    };
    reading.evaluation =
        evaluation_read(path, &reading.from, reading.diagnostics, reading.arena, NULL);
    return reading;
}

static inline struct reading read_path(const char *path)
{
    return read_with(LAYOUTS, path);
}

static inline struct reading read_text_with(const char *layouts, const char *text)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("rapor-XXXXXX", &path, NULL);
    assert_true(fd >= 0);
    close(fd);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    struct reading reading = read_with(layouts, path);
    g_unlink(path);
    return reading;
}

static inline struct reading read_text(const char *text)
{
    return read_text_with(LAYOUTS, text);
}

static inline void end(struct reading *reading)
{
    instrument_close(reading->from.instrument);
    diagnostics_destroy(reading->diagnostics);
    arena_destroy(reading->arena);
}

#endif
