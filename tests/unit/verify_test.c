/* The judge on documents that were not made for archives; the rules one by one
 * are proved by tests/verify.sh. */
#include "rapor/verify/verify.h"
#include "tools.h"

#include <cairo-pdf.h>

static cairo_status_t append(void *data, const unsigned char *bytes, unsigned count)
{
    g_byte_array_append(data, bytes, count);
    return CAIRO_STATUS_SUCCESS;
}

/* A page with a word and a rectangle, as Cairo makes it; TAGGED as it can. */
static GByteArray *drawn(bool tagged)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, bytes, 300, 200);
    cairo_t *cairo = cairo_create(surface);
    if (tagged)
        cairo_tag_begin(cairo, "P", NULL);
    cairo_select_font_face(cairo, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_move_to(cairo, 20, 50);
    cairo_show_text(cairo, "Uji");
    cairo_rectangle(cairo, 20, 80, 40, 40);
    cairo_fill(cairo);
    if (tagged)
        cairo_tag_end(cairo, "P");
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return bytes;
}

static bool finds(const struct conformance *conformance, const char *rule)
{
    size_t count;
    const struct diagnostic *kept = conformance_kept(conformance, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(kept[i].id, rule) == 0)
            return true;
    return false;
}

static void refuses_a_plain_document(void **state)
{
    (void)state;
    static const char *const rules[] = {"trailer",  "language", "marked", "title",
                                        "metadata", "unmarked", "color",  "tree"};
    g_autoptr(GByteArray) bytes = drawn(false);
    struct conformance *conformance = conformance_create();
    assert_false(verify_pdf("plain.pdf", bytes->data, bytes->len, conformance));
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        assert_true(finds(conformance, rules[i]));
    conformance_destroy(conformance);
}

static void sees_that_a_document_is_tagged(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = drawn(true);
    struct conformance *conformance = conformance_create();
    assert_false(verify_pdf("tagged.pdf", bytes->data, bytes->len, conformance));
    assert_false(finds(conformance, "unmarked"));
    assert_true(finds(conformance, "metadata"));
    conformance_destroy(conformance);
}

/* However the bytes are cut or changed, there is an answer. */
static void survives_damage(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = drawn(true);
    struct conformance *conformance = conformance_create();
    for (guint i = 0; i < 60; i++) {
        g_autofree unsigned char *copy = g_memdup2(bytes->data, bytes->len);
        guint at = i * 7919 % bytes->len;
        copy[at] = (unsigned char)(copy[at] ^ (1u << i % 8));
        assert_false(verify_pdf("changed.pdf", copy, bytes->len, conformance));
        assert_false(verify_pdf("cut.pdf", bytes->data, at, conformance));
    }
    size_t conforming;
    assert_int_equal(conformance_judged(conformance, &conforming), 120);
    assert_int_equal(conforming, 0);
    conformance_destroy(conformance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_a_plain_document),
        cmocka_unit_test(sees_that_a_document_is_tagged),
        cmocka_unit_test(survives_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
