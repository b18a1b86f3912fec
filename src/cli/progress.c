#include "progress.h"

#include "json.h"
#include "plain.h"

#include "rapor/base/interrupt.h"
#include "rapor/base/language.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SETTLED       1.0 /* seconds until a rate means something */
#define WIDTH_UNKNOWN 80U
#define WIDTH_LINES   200U /* where the line goes to a file */

static void add_rate(GString *out, const struct progress *progress, double seconds)
{
    if (progress->done == 0 || seconds < SETTLED)
        return;
    double rate = (double)progress->done / seconds;
    double left = (double)(progress->total - progress->done) / rate;
    g_string_append_printf(out, rate < 10 ? _(" %.1f docs/s") : _(" %.0f docs/s"), rate);
    if (left >= 100 * 3600)
        return;
    unsigned whole = (unsigned)(left + 0.5);
    if (whole >= 3600)
        g_string_append_printf(out, _(" %u:%02u:%02u left"), whole / 3600, whole / 60 % 60,
                               whole % 60);
    else
        g_string_append_printf(out, _(" %02u:%02u left"), whole / 60, whole % 60);
}

char *progress_line(const struct progress *progress, double seconds, unsigned width)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_string_append_printf(out, "[%zu/%zu]", progress->done, progress->total);
    add_rate(out, progress, seconds);
    if (progress->current) {
        g_string_append_c(out, ' ');
        plain_append(out, progress->current);
    }
    g_strdelimit(out->str, "\t\n", ' '); /* it stays one line */
    return plain_cut(out->str, width);
}

static unsigned terminal_width(void)
{
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return WIDTH_UNKNOWN;
    return size.ws_col - 1U; /* the last column would break the line */
}

/* Microseconds between two tellings. */
static gint64 pause_of(enum progress_style how)
{
    switch (how) {
    case PROGRESS_LINE:
        return G_USEC_PER_SEC / 10;
    case PROGRESS_JSON:
        return G_USEC_PER_SEC;
    case PROGRESS_LINES:
    case PROGRESS_NOT:
        break;
    }
    return 10 * (gint64)G_USEC_PER_SEC;
}

static void print_json(const struct progress *progress)
{
    g_autoptr(GString) out = g_string_new(NULL);
    json_begin(out, "progress");
    json_number(out, "done", (int64_t)progress->done);
    json_number(out, "total", (int64_t)progress->total);
    json_text(out, "current", progress->current);
    json_end(out);
    if (interrupt_await_room(STDOUT_FILENO) && fputs(out->str, stdout) >= 0)
        fflush(stdout);
}

static void print_line(const struct progress_reporter *reporter, const struct progress *progress)
{
    bool alive = reporter->how == PROGRESS_LINE;
    g_autofree char *line =
        progress_line(progress, progress_seconds(reporter), alive ? terminal_width() : WIDTH_LINES);
    if (interrupt_await_room(STDERR_FILENO))
        fprintf(stderr, alive ? "\r%s\033[K" : "%s\n", line);
}

struct progress_reporter progress_begin(enum progress_style how)
{
    gint64 now = g_get_monotonic_time();
    bool patient = how == PROGRESS_LINES; /* the first line after the first pause */
    return (struct progress_reporter){.how = how, .begun = now, .told = patient ? now : 0};
}

double progress_seconds(const struct progress_reporter *reporter)
{
    return (double)(g_get_monotonic_time() - reporter->begun) / G_USEC_PER_SEC;
}

void progress_report(const struct progress *progress, void *data)
{
    struct progress_reporter *reporter = data;
    gint64 now = g_get_monotonic_time();
    reporter->done = progress->done;
    if (reporter->how == PROGRESS_NOT || now - reporter->told < pause_of(reporter->how))
        return;
    reporter->told = now;
    if (reporter->how == PROGRESS_JSON) {
        print_json(progress);
        return;
    }
    print_line(reporter, progress);
    reporter->standing = reporter->how == PROGRESS_LINE;
}

void progress_end(struct progress_reporter *reporter)
{
    if (reporter->standing)
        fputs("\r\033[K", stderr);
    reporter->standing = false;
}
