#include "../../src/paint/svg.h"
#include "easel.h"

#include <math.h>

static char *text_of(struct easel *easel, const struct painter *painter, unsigned page)
{
    g_autoptr(GByteArray) out = paint(easel, painter, page);
    return g_strndup((const char *)out->data, out->len);
}

static void it_is_well_formed_and_stands_alone(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    g_autofree char *text = text_of(&easel, &painter_svg, 1);
    g_autofree char *path = g_build_filename(easel.folder, "x.svg", NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autofree char *answer = ask("xmllint --noout --nonet %s && echo fine", path);
    assert_contains(answer, "fine");
    g_remove(path);
    assert_null(strstr(text, "script"));
    assert_null(strstr(text, "href"));
    assert_contains(text, " lang=\"id-ID\" ");
    assert_contains(text, "-title\">Rapor &quot;Kota (Élok)&quot;</title>");
    clear_away(&easel);
}

static void words_are_text_each_at_its_place(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    g_autofree char *text = text_of(&easel, &painter_svg, 1);
    assert_contains(text, ">Baik:</text> <text x=\"");
    assert_contains(text, ">&amp;</text> <text x=\"");
    assert_contains(text, ">&lt;b&gt;</text>");
    clear_away(&easel);
}

static void figures_have_their_text(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    easel.sample.elements[3] =
        (struct element){.role = ROLE_FIGURE, .parent = DOCUMENT_ELEMENT, .alt = "Lambang <kota>"};
    g_autofree char *text = text_of(&easel, &painter_svg, 1);
    assert_contains(text, "role=\"img\"");
    assert_contains(text, "-desc\">Lambang &lt;kota&gt;</desc>");
    clear_away(&easel);
}

static void names_within_pictures_stay_apart(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    const char *svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
                      "<defs><linearGradient id='a'/></defs><g id='b'><path fill='url(#a)' "
                      "stroke='#abc' d='M0 0h9'/></g><use href='#b'/></svg>";
    assert_true(g_file_set_contents(easel.svg, svg, -1, NULL));
    struct ink *again = sample_add(&easel.sample, 0, INK_IMAGE, 0, 0);
    again->image.path = easel.svg;
    again->image.width = 50, again->image.height = 50;
    g_autofree char *text = text_of(&easel, &painter_svg, 1);
    assert_contains(text, "-1-a\"");
    assert_contains(text, "-2-a\"");
    assert_contains(text, "-2-a)\" stroke=\"#abc\"");
    assert_contains(text, "-2-b\"/>");
    assert_null(strstr(text, "id=\"a\""));
    clear_away(&easel);
}

static void pictures_need_a_view_box_and_no_script(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_file_set_contents(easel.svg, "<svg xmlns='http://www.w3.org/2000/svg'/>", -1, NULL);
    assert_false(
        painter_svg.paint(&easel.sample.pages, easel.press, (struct excerpt){1, 1}, out, &error));
    assert_contains(error->message, "needs a viewBox");
    assert_int_equal(out->len, 0);
    g_file_set_contents(easel.svg,
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script/></svg>",
                        -1, NULL);
    assert_refused(&easel, FAILURE_DATA, "holds a script");
    clear_away(&easel);
}

static void pictures_say_what_they_are(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    easel.sample.elements[3] =
        (struct element){.role = ROLE_FIGURE, .parent = DOCUMENT_ELEMENT, .alt = "Lambang kota"};
    g_autoptr(GByteArray) png = paint(&easel, &painter_png, 1);
    g_autofree char *path = g_build_filename(easel.folder, "x.png", NULL);
    assert_true(g_file_set_contents(path, (char *)png->data, png->len, NULL));
    g_autofree char *answer =
        ask("python3 tests/png.py %s", path); /* which checks the sums of all chunks, too */
    g_remove(path);
    assert_contains(answer, "IHDR sRGB pHYs iTXt iTXt iTXt iTXt iTXt IDAT IEND\n");
    assert_contains(answer, "resolution 5669 5669\n");
    assert_contains(answer, "Title: Rapor \"Kota (Élok)\"\n");
    assert_contains(answer, "Description: Lambang kota\n");
    clear_away(&easel);
}

/* As printf rounds, without the zeros at the end. */
static void assert_number(double number)
{
    char wanted[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(wanted, sizeof wanted, "%.2f", number);
    char *end = wanted + strlen(wanted);
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        *--end = '\0';
    g_autofree char *attribute =
        g_strdup_printf(" x=\"%s\"", strcmp(wanted, "-0") == 0 ? "0" : wanted);
    g_autoptr(GString) out = g_string_new(NULL);
    svg_number(out, "x", number);
    assert_string_equal(out->str, attribute);
}

static void numbers_are_rounded_once(void **state)
{
    (void)state;
    const double numbers[] = {0,     -0.0,   0.004, -0.004, 0.005, 0.125, 0.375, 1.005,
                              2.675, 1e-300, 9.995, -9.995, 810,   1e9,   0.1,   -12.34};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        assert_number(numbers[i]);
    for (int i = -3000; i < 3000; i++) { /* middles, and what lies beside them */
        assert_number(i / 200.0);
        assert_number(nextafter(i / 200.0, INFINITY));
        assert_number(nextafter(i / 200.0, -INFINITY));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_well_formed_and_stands_alone),
        cmocka_unit_test(words_are_text_each_at_its_place),
        cmocka_unit_test(figures_have_their_text),
        cmocka_unit_test(names_within_pictures_stay_apart),
        cmocka_unit_test(pictures_need_a_view_box_and_no_script),
        cmocka_unit_test(pictures_say_what_they_are),
        cmocka_unit_test(numbers_are_rounded_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
