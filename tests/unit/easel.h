/* easel.h - the sample pages, painted to a file. */
#ifndef TEST_EASEL_H
#define TEST_EASEL_H

#include "rapor/base/failure.h"
#include "rapor/paint/paint.h"
#include "sample_pages.h"
#include "tools.h"

#include <glib/gstdio.h>

struct easel {
    struct sample sample;
    struct press *press;
    char *folder, *svg, *pdf;
};

static inline void set_up(struct easel *easel)
{
    sample_open(&easel->sample);
    easel->press = press_create();
    easel->folder = g_dir_make_tmp("rapor-paint-XXXXXX", NULL);
    easel->svg = g_build_filename(easel->folder, "lambang.svg", NULL);
    easel->pdf = g_build_filename(easel->folder, "x.pdf", NULL);
    assert_true(g_file_set_contents(easel->svg, SAMPLE_SVG, -1, NULL));
    struct ink *ink = sample_add(&easel->sample, 0, INK_IMAGE, 200, 200);
    ink->image.path = easel->svg;
    ink->image.width = 50, ink->image.height = 50;
}

static inline void clear_away(struct easel *easel)
{
    sample_close(&easel->sample);
    press_destroy(easel->press);
    g_remove(easel->svg);
    g_remove(easel->pdf);
    g_rmdir(easel->folder);
    g_free(easel->folder);
    g_free(easel->svg);
    g_free(easel->pdf);
}

static inline GByteArray *paint(struct easel *easel, const struct painter *painter, unsigned page)
{
    GByteArray *out = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    bool painted =
        painter->paint(&easel->sample.pages, easel->press, (struct excerpt){page, 2}, out, &error);
    if (error)
        print_error("%s\n", error->message);
    assert_true(painted);
    return out;
}

static inline void paint_to_file(struct easel *easel)
{
    g_autoptr(GByteArray) out = paint(easel, &painter_cairo, 0);
    assert_true(g_file_set_contents(easel->pdf, (char *)out->data, out->len, NULL));
}

/* What another program says of the PDF; its name stands where FILE is. */
static inline char *ask_of(const struct easel *easel, const char *question)
{
    return ask("FILE=%s; %s", easel->pdf, question);
}

static inline void assert_says(const struct easel *easel, const char *question, const char *words)
{
    g_autofree char *answer = ask_of(easel, question);
    assert_contains(answer, words);
}

static inline void assert_refused(struct easel *easel, int code, const char *words)
{
    struct press *press = press_create();
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_byte_array_append(out, (const guint8 *)"x", 1);
    assert_false(
        painter_cairo.paint(&easel->sample.pages, press, (struct excerpt){0, 1}, out, &error));
    assert_int_equal(out->len, 1); /* what was there before, and nothing more */
    assert_true(g_error_matches(error, RAPOR_FAILURE, code));
    assert_contains(error->message, words);
    press_destroy(press);
}

#endif
