#include "easel.h"

static void pictures_stay_vectors(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    struct ink *again = sample_add(&easel.sample, 1, INK_IMAGE, 0, 0);
    again->image.path = easel.svg;
    again->image.width = 50, again->image.height = 50;
    paint_to_file(&easel);
    g_autofree char *answer = ask_of(&easel, "pdfimages -list $FILE");
    assert_null(strstr(answer, "image "));
    assert_says(&easel, "qpdf --qdf --object-streams=disable $FILE -", " re f");
    clear_away(&easel);
}

/* A picture with that in it. */
static void refuse_inner(struct easel *easel, const char *inner, const char *says)
{
    g_autofree char *text = g_strdup_printf(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>%s</svg>", inner);
    g_file_set_contents(easel->svg, text, -1, NULL);
    assert_refused(easel, FAILURE_DATA, says);
}

static void bad_pictures_are_refused(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    g_remove(easel.svg);
    assert_refused(&easel, FAILURE_UNAVAILABLE, "lambang.svg");
    g_file_set_contents(easel.svg, "<svg", -1, NULL);
    assert_refused(&easel, FAILURE_DATA, "lambang.svg:1: not an SVG picture");
    g_file_set_contents(
        easel.svg, "<svg xmlns='http://www.w3.org/2000/svg'><g><text>x</text></g></svg>", -1, NULL);
    assert_refused(&easel, FAILURE_DATA, "lambang.svg:1: holds text");
    g_file_set_contents(easel.svg,
                        "<svg xmlns='http://www.w3.org/2000/svg' "
                        "xmlns:xlink='http://www.w3.org/1999/xlink'>\n"
                        "<image xlink:href='file:///etc/x.png' width='9' height='9'/></svg>",
                        -1, NULL);
    assert_refused(&easel, FAILURE_DATA, "lambang.svg:2: refers to file:///etc/x.png");
    refuse_inner(&easel, "<g systemLanguage='id'><path d='M0 0H9V9Z'/></g>",
                 "systemLanguage= shows");
    refuse_inner(&easel, "<image href='data:image/svg+xml;base64,PHN2Zy8+' width='9' height='9'/>",
                 "holds data that are no PNG");
    refuse_inner(&easel,
                 "<image href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAQAAAAEAA' "
                 "width='9' height='9'/>",
                 "pictures of more than 16 million pixels");
    refuse_inner(&easel, "<filter id='f'><feMorphology radius='5000'/></filter>",
                 "a filter whose radius is more than 200");
    g_file_set_contents(easel.svg,
                        "<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='100%'>"
                        "<path d='M0 0H9V9Z'/></svg>",
                        -1, NULL);
    assert_refused(&easel, FAILURE_DATA, "lambang.svg: has no size");
    g_file_set_contents(easel.svg,
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'>"
                        "<path d='M0 0H9V9Z'/></svg>",
                        -1, NULL);
    assert_refused(&easel, FAILURE_DATA, "lambang.svg: has no size");
    clear_away(&easel);
}

/* Drawing programs leave such things behind. */
static void what_shows_nothing_is_no_fault(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    g_file_set_contents(easel.svg,
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text x='1'/>"
                        "<text> <tspan/></text><image href='' width='1' height='1'/>"
                        "<path d='M0 0H9V9Z'/></svg>",
                        -1, NULL);
    paint_to_file(&easel);
    clear_away(&easel);
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
    struct easel easel;
    set_up(&easel);
    g_autoptr(GByteArray) png = paint(&easel, &painter_png, 0);
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
    assert_int_equal(pixel(picture, 83, 200), 0);         /* a dash */
    assert_int_equal(pixel(picture, 89, 200), 0xffffff);  /* a gap */
    assert_int_equal(pixel(picture, 190, 300), 0);        /* a line after it, ... */
    assert_int_equal(pixel(picture, 196, 300), 0);        /* ... solid again */
    cairo_surface_destroy(picture);
    clear_away(&easel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_stay_vectors),
        cmocka_unit_test(bad_pictures_are_refused),
        cmocka_unit_test(what_shows_nothing_is_no_fault),
        cmocka_unit_test(picture_has_the_ink),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
