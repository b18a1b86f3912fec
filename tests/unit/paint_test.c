#include "rapor/failure.h"
#include "rapor/paint.h"
#include "sample_pages.h"
#include "tools.h"

#include <glib/gstdio.h>
#include <time.h>

struct desk {
    struct sample sample;
    struct images *images;
    char *folder, *svg, *pdf;
};

static void make_desk(struct desk *desk)
{
    sample_open(&desk->sample);
    desk->images = images_create();
    desk->folder = g_dir_make_tmp("rapor-paint-XXXXXX", NULL);
    desk->svg = g_build_filename(desk->folder, "lambang.svg", NULL);
    desk->pdf = g_build_filename(desk->folder, "x.pdf", NULL);
    assert_true(g_file_set_contents(desk->svg, SAMPLE_SVG, -1, NULL));
    struct ink *ink = sample_add(&desk->sample, 0, INK_IMAGE, 200, 200);
    ink->image.path = desk->svg;
    ink->image.width = 50, ink->image.height = 50;
}

static void clear_desk(struct desk *desk)
{
    sample_close(&desk->sample);
    images_destroy(desk->images);
    g_remove(desk->svg);
    g_remove(desk->pdf);
    g_rmdir(desk->folder);
    g_free(desk->folder);
    g_free(desk->svg);
    g_free(desk->pdf);
}

static GByteArray *paint(struct desk *desk, const struct painter *painter, unsigned page)
{
    GByteArray *out = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    bool painted =
        painter->paint(&desk->sample.pages, desk->images, (struct excerpt){page, 2}, out, &error);
    if (error)
        print_error("%s\n", error->message);
    assert_true(painted);
    return out;
}

static void paint_to_file(struct desk *desk)
{
    g_autoptr(GByteArray) out = paint(desk, &painter_pdf, 0);
    assert_true(g_file_set_contents(desk->pdf, (char *)out->data, out->len, NULL));
}

/* What another program says of the PDF; its name stands where FILE is. */
static char *ask_of(const struct desk *desk, const char *question)
{
    return ask("FILE=%s; %s", desk->pdf, question);
}

static void assert_says(const struct desk *desk, const char *question, const char *words)
{
    g_autofree char *answer = ask_of(desk, question);
    assert_contains(answer, words);
}

static void other_programs_accept_the_pdf(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    paint_to_file(&desk);
    assert_says(&desk, "qpdf --check $FILE", "No syntax or stream encoding errors");
    assert_says(&desk, "mutool info $FILE", "Pages: 2");
    assert_says(&desk, "pdfinfo -l 2 $FILE", "Page    1 size:  300 x 400 pts");
    assert_says(&desk, "pdfinfo -l 2 $FILE", "Page    2 size:  400 x 200 pts");
    clear_desk(&desk);
}

static void text_is_read_back(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    paint_to_file(&desk);
    assert_says(&desk, "pdftotext -layout $FILE -", SAMPLE_WORDS "\n");
    assert_says(&desk, "pdftotext -layout $FILE -", "Nilai efektif 3,34\n");
    assert_says(&desk, "mutool draw -q -F txt $FILE 2>/dev/null", "Nilai efektif 3,34\n");
    assert_says(&desk, "mutool draw -q -F txt $FILE 2>/dev/null", "Halaman kedua");
    clear_desk(&desk);
}

/* Every font of the list must be embedded, a subset, and readable back. */
static void fonts_are_inside(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    paint_to_file(&desk);
    g_autofree char *answer = ask_of(&desk, "pdffonts $FILE");
    g_auto(GStrv) lines = g_strsplit(g_strchomp(answer), "\n", -1);
    assert_int_equal(g_strv_length(lines), 5); /* two of head; Latin, ligature; Bookman */
    for (size_t i = 2; lines[i]; i++) {
        assert_non_null(strstr(lines[i], i < 4 ? "LiberationSans" : "URWBookman"));
        assert_non_null(strstr(lines[i], "yes yes yes"));
    }
    clear_desk(&desk);
}

static void facts_are_written(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    paint_to_file(&desk);
    assert_says(&desk, "pdfinfo -rawdates $FILE", "Title:           " SAMPLE_TITLE "\n");
    assert_says(&desk, "pdfinfo -rawdates $FILE", "Author:          Kementerian\n");
    assert_says(&desk, "pdfinfo -rawdates $FILE", "Subject:         SPBE 2021\n");
    assert_says(&desk, "pdfinfo -rawdates $FILE", "Creator:         rapor " RAPOR_VERSION "\n");
    assert_says(&desk, "pdfinfo -rawdates $FILE", "CreationDate:    D:20211231000000Z\n");
    assert_says(&desk, "pdfinfo -rawdates $FILE", "ModDate:         D:20211231000000Z\n");
    clear_desk(&desk);
}

static void pictures_stay_vectors(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    struct ink *again = sample_add(&desk.sample, 1, INK_IMAGE, 0, 0);
    again->image.path = desk.svg;
    again->image.width = 50, again->image.height = 50;
    paint_to_file(&desk);
    g_autofree char *answer = ask_of(&desk, "pdfimages -list $FILE");
    assert_null(strstr(answer, "image "));
    assert_says(&desk, "qpdf --qdf --object-streams=disable $FILE -", " re f");
    clear_desk(&desk);
}

/* The clock, the zone, the locale and what was painted before must leave no mark. */
static void bytes_are_the_same(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_autoptr(GByteArray) first = paint(&desk, &painter_pdf, 0);
    g_usleep(1100000);
    g_setenv("TZ", "Asia/Jayapura", TRUE);
    tzset();
    g_autoptr(GByteArray) second = paint(&desk, &painter_pdf, 0);
    assert_int_equal(first->len, second->len);
    assert_memory_equal(first->data, second->data, first->len);
    clear_desk(&desk);

    struct desk other;
    make_desk(&other);
    use_comma();
    g_autoptr(GByteArray) third = paint(&other, &painter_pdf, 0);
    assert_int_equal(first->len, third->len);
    assert_memory_equal(first->data, third->data, first->len);
    clear_desk(&other);
    setlocale(LC_ALL, "C");
    g_unsetenv("TZ");
    tzset();
}

static void one_page_is_painted(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_autoptr(GByteArray) out = paint(&desk, &painter_pdf, 2);
    assert_true(g_file_set_contents(desk.pdf, (char *)out->data, out->len, NULL));
    assert_says(&desk, "pdfinfo $FILE", "Pages:           1\n");
    assert_says(&desk, "pdftotext $FILE -", "Halaman kedua");

    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) none = g_byte_array_new();
    assert_false(
        painter_pdf.paint(&desk.sample.pages, desk.images, (struct excerpt){3, 1}, none, &error));
    assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_USAGE));
    assert_string_equal(error->message,
                        "sertifikat.pdf 13.01: there is no page 3, the last one is 2");
    clear_desk(&desk);
}

static void assert_refused(struct desk *desk, int code, const char *words)
{
    struct images *images = images_create();
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_byte_array_append(out, (const guint8 *)"x", 1);
    assert_false(
        painter_pdf.paint(&desk->sample.pages, images, (struct excerpt){0, 1}, out, &error));
    assert_int_equal(out->len, 1); /* what was there before, and nothing more */
    assert_true(g_error_matches(error, RAPOR_FAILURE, code));
    assert_contains(error->message, words);
    images_destroy(images);
}

static void bad_pictures_are_refused(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_remove(desk.svg);
    assert_refused(&desk, FAILURE_UNAVAILABLE, "lambang.svg");
    g_file_set_contents(desk.svg, "<svg", -1, NULL);
    assert_refused(&desk, FAILURE_DATA, "lambang.svg:1: not an SVG picture");
    g_file_set_contents(
        desk.svg, "<svg xmlns='http://www.w3.org/2000/svg'><g><text>x</text></g></svg>", -1, NULL);
    assert_refused(&desk, FAILURE_DATA, "lambang.svg:1: holds text");
    g_file_set_contents(desk.svg,
                        "<svg xmlns='http://www.w3.org/2000/svg' "
                        "xmlns:xlink='http://www.w3.org/1999/xlink'>\n"
                        "<image xlink:href='file:///etc/x.png' width='9' height='9'/></svg>",
                        -1, NULL);
    assert_refused(&desk, FAILURE_DATA, "lambang.svg:2: refers to file:///etc/x.png");
    clear_desk(&desk);
}

static void wrong_clusters_are_found(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    desk.sample.page[0].inks.items[0].text.words = "less";
    assert_refused(&desk, FAILURE_SOFTWARE, "sertifikat.pdf 13.01: cannot be painted");
    clear_desk(&desk);
}

static cairo_status_t take(void *from, unsigned char *data, unsigned count)
{
    GByteArray *bytes = from;
    if (bytes->len < count)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, bytes->data, count);
    g_byte_array_remove_range(bytes, 0, count);
    return CAIRO_STATUS_SUCCESS;
}

static unsigned pixel(cairo_surface_t *picture, size_t x, size_t y)
{
    const unsigned char *row =
        cairo_image_surface_get_data(picture) + y * (size_t)cairo_image_surface_get_stride(picture);
    guint32 value;
    memcpy(&value, row + 4 * x, sizeof value);
    return value & 0xffffff;
}

static void picture_has_the_ink(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_autoptr(GByteArray) png = paint(&desk, &painter_png, 0);
    assert_memory_equal(png->data + 37, "sRGB", 4);
    cairo_surface_t *picture = cairo_image_surface_create_from_png_stream(take, png);
    assert_int_equal(cairo_surface_status(picture), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(picture), 600);
    assert_int_equal(cairo_image_surface_get_height(picture), 800);
    assert_int_equal(pixel(picture, 5, 5), 0xffffff);     /* the ground */
    assert_int_equal(pixel(picture, 100, 240), 0x00ff00); /* the fill */
    assert_int_equal(pixel(picture, 402, 402), 0xff0000); /* a corner of the picture */
    assert_int_equal(pixel(picture, 450, 450), 0x0000ff); /* its middle */
    assert_int_equal(pixel(picture, 110, 305), 0);        /* the filled path */
    assert_int_equal(pixel(picture, 210, 305), 0xffffff); /* inside the stroked one */
    cairo_surface_destroy(picture);
    clear_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_programs_accept_the_pdf),
        cmocka_unit_test(text_is_read_back),
        cmocka_unit_test(fonts_are_inside),
        cmocka_unit_test(facts_are_written),
        cmocka_unit_test(pictures_stay_vectors),
        cmocka_unit_test(bytes_are_the_same),
        cmocka_unit_test(one_page_is_painted),
        cmocka_unit_test(bad_pictures_are_refused),
        cmocka_unit_test(wrong_clusters_are_found),
        cmocka_unit_test(picture_has_the_ink),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
