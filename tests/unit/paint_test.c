#include "easel.h"

#include <time.h>

static void other_programs_accept_the_pdf(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    paint_to_file(&easel);
    assert_says(&easel, "qpdf --check $FILE", "No syntax or stream encoding errors");
    assert_says(&easel, "mutool info $FILE", "Pages: 2");
    assert_says(&easel, "pdfinfo -l 2 $FILE", "Page    1 size:  300 x 400 pts");
    assert_says(&easel, "pdfinfo -l 2 $FILE", "Page    2 size:  400 x 200 pts");
    clear_away(&easel);
}

static void text_is_read_back(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    paint_to_file(&easel);
    assert_says(&easel, "pdftotext -layout $FILE -", SAMPLE_WORDS "\n");
    assert_says(&easel, "pdftotext -layout $FILE -", "Nilai efektif 3,34\n");
    assert_says(&easel, "mutool draw -q -F txt $FILE 2>/dev/null", "Nilai efektif 3,34\n");
    assert_says(&easel, "mutool draw -q -F txt $FILE 2>/dev/null", "Halaman kedua");
    clear_away(&easel);
}

/* As a font does that makes a fraction of two digits. */
static void two_glyphs_are_one_letter(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    struct ink *ink = sample_text(&easel.sample, 1, "Liberation Sans 9", "12", 60);
    struct glyph glyphs[] = {ink->text->glyphs[0], ink->text->glyphs[1]};
    glyphs[0].bytes = (uint32_t)strlen("½");
    glyphs[1].bytes = 0;
    struct piece *piece = sample_own(&easel.sample, ink);
    piece->glyphs = glyphs;
    piece->words = "½";
    piece->length = strlen(piece->words);
    paint_to_file(&easel);
    assert_says(&easel, "pdftotext $FILE -", "\n½\n");
    g_autofree char *spans =
        ask_of(&easel, "qpdf --qdf $FILE - | grep -aci 'ActualText <feff00bd>'");
    assert_string_equal(spans, "1\n"); /* of both glyphs together */
    clear_away(&easel);
}

/* More letters than bytes there are, of one font: their codes have two bytes, and those of the
 * others one. */
static void many_letters_are_read_back(void **state)
{
    (void)state;
    static const gunichar alphabets[][2] = {{0x100, 0x17F}, {0x3A3, 0x3C9}, {0x400, 0x45F}};
    char words[G_N_ELEMENTS(alphabets)][512];
    struct easel easel;
    set_up(&easel);
    for (size_t i = 0; i < G_N_ELEMENTS(alphabets); i++) {
        char *at = words[i];
        for (gunichar letter = alphabets[i][0]; letter <= alphabets[i][1]; letter++)
            at += g_unichar_to_utf8(letter, at);
        *at = '\0';
        sample_text(&easel.sample, 1, "Liberation Sans 1", words[i], 60 + 9 * (double)i);
    }
    g_autoptr(GByteArray) out = paint(&easel, &painter_archival, 0);
    assert_true(g_file_set_contents(easel.pdf, (char *)out->data, out->len, NULL));
    assert_says(&easel, "qpdf --check $FILE", "No syntax or stream encoding errors");
    for (size_t i = 0; i < G_N_ELEMENTS(alphabets); i++) {
        assert_says(&easel, "pdftotext $FILE -", words[i]);
        assert_says(&easel, "mutool draw -q -F txt $FILE 2>&1", words[i]);
    }
    assert_says(&easel, "pdftotext $FILE -", "Halaman kedua");
    assert_says(&easel, "pdffonts $FILE | grep LiberationSans", " Identity-H ");
    assert_says(&easel, "pdffonts $FILE | grep URWBookman", "OneByteIdentityH");
    clear_away(&easel);
}

/* Every font of the list must be embedded, a subset, and readable back. */
static void fonts_are_inside(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    paint_to_file(&easel);
    g_autofree char *answer = ask_of(&easel, "pdffonts $FILE");
    g_auto(GStrv) lines = g_strsplit(g_strchomp(answer), "\n", -1);
    assert_int_equal(g_strv_length(lines), 5); /* two of head; Latin, ligature; Bookman */
    for (size_t i = 2; lines[i]; i++) {
        assert_non_null(strstr(lines[i], i < 4 ? "LiberationSans" : "URWBookman"));
        assert_non_null(strstr(lines[i], "yes yes yes"));
    }
    clear_away(&easel);
}

static void facts_are_written(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    paint_to_file(&easel);
    assert_says(&easel, "pdfinfo -rawdates $FILE", "Title:           " SAMPLE_TITLE "\n");
    assert_says(&easel, "pdfinfo -rawdates $FILE", "Author:          Kementerian\n");
    assert_says(&easel, "pdfinfo -rawdates $FILE", "Subject:         SPBE 2021\n");
    assert_says(&easel, "pdfinfo -rawdates $FILE", "Creator:         rapor " RAPOR_VERSION "\n");
    assert_says(&easel, "pdfinfo -rawdates $FILE", "CreationDate:    D:20211231000000Z\n");
    assert_says(&easel, "pdfinfo -rawdates $FILE", "ModDate:         D:20211231000000Z\n");
    clear_away(&easel);
}

/* The clock, the zone, the locale and what was painted before must leave no mark. */
static void bytes_are_the_same(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    g_autoptr(GByteArray) first = paint(&easel, &painter_cairo, 0);
    g_usleep(1100000);
    g_setenv("TZ", "Asia/Jayapura", TRUE);
    tzset();
    g_autoptr(GByteArray) second = paint(&easel, &painter_cairo, 0);
    assert_int_equal(first->len, second->len);
    assert_memory_equal(first->data, second->data, first->len);
    clear_away(&easel);

    struct easel other;
    set_up(&other);
    use_comma();
    g_autoptr(GByteArray) third = paint(&other, &painter_cairo, 0);
    assert_int_equal(first->len, third->len);
    assert_memory_equal(first->data, third->data, first->len);
    clear_away(&other);
    setlocale(LC_ALL, "C");
    g_unsetenv("TZ");
    tzset();
}

static void one_page_is_painted(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    g_autoptr(GByteArray) out = paint(&easel, &painter_cairo, 2);
    assert_true(g_file_set_contents(easel.pdf, (char *)out->data, out->len, NULL));
    assert_says(&easel, "pdfinfo $FILE", "Pages:           1\n");
    assert_says(&easel, "pdftotext $FILE -", "Halaman kedua");

    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) none = g_byte_array_new();
    assert_false(painter_cairo.paint(&easel.sample.pages, easel.press, (struct excerpt){3, 1}, none,
                                     &error));
    assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_USAGE));
    assert_string_equal(error->message,
                        "sertifikat.pdf 13.01: there is no page 3, the last one is 2");
    clear_away(&easel);
}

static void wrong_clusters_are_found(void **state)
{
    (void)state;
    struct easel easel;
    set_up(&easel);
    struct piece *piece = sample_own(&easel.sample, &easel.sample.page[0].inks.items[0]);
    piece->words = "less";
    piece->length = strlen(piece->words);
    assert_refused(&easel, FAILURE_SOFTWARE, "sertifikat.pdf 13.01: cannot be painted");
    clear_away(&easel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_programs_accept_the_pdf),
        cmocka_unit_test(text_is_read_back),
        cmocka_unit_test(two_glyphs_are_one_letter),
        cmocka_unit_test(many_letters_are_read_back),
        cmocka_unit_test(fonts_are_inside),
        cmocka_unit_test(facts_are_written),
        cmocka_unit_test(bytes_are_the_same),
        cmocka_unit_test(one_page_is_painted),
        cmocka_unit_test(wrong_clusters_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
