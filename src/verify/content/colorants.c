/* Inks by name: Separation and DeviceN, ISO 19005-3, 6.2.4.4. */
#include "../checks.h"

#include "rapor/base/arena.h"

#include <string.h>

#define DEPTH_MAX 12
#define TEXT_MAX  (1u << 20) /* letters that one is described with */

/* Writes down what OBJECT is, wherever its parts stand: the same text, the same object.  What
 * stands within itself has no end. */
static void describe(struct pdf *pdf, qpdf_oh object, GString *text, unsigned depth)
{
    const char *const *keys = pdf_keys(pdf, object);
    if (depth > DEPTH_MAX || text->len > TEXT_MAX)
        return;
    if (!pdf_is_array(pdf, object) && !pdf_is_dict(pdf, object) && !pdf_is_stream(pdf, object)) {
        g_string_append(text, qpdf_oh_unparse_resolved(pdf->qpdf, object));
        g_string_append_c(text, ' ');
        return;
    }
    g_string_append_c(text, '[');
    for (unsigned i = 0; i < pdf_length(pdf, object); i++)
        describe(pdf, pdf_item(pdf, object, i), text, depth + 1);
    for (; *keys; keys++) {
        static const char *const ways[] = {"/Length", "/Filter", "/DecodeParms", NULL};
        if (named_in(*keys, ways))
            continue;
        g_string_append(text, *keys);
        describe(pdf, pdf_key(pdf, object, *keys), text, depth + 1);
    }
    g_autoptr(GBytes) content = pdf_content(pdf, object);
    g_autofree char *sum =
        content ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, content) : NULL;
    g_string_append_printf(text, "%s]", sum ? sum : "");
}

/* [/Separation name alternate tint] */
static void check_separation(struct pdf *pdf, qpdf_oh space)
{
    const char *name = pdf_name(pdf, pdf_item(pdf, space, 1));
    if (!name || strcmp(name, "/All") == 0 || strcmp(name, "/None") == 0)
        return;
    g_autoptr(GString) text = g_string_new(NULL);
    describe(pdf, pdf_item(pdf, space, 2), text, 0);
    describe(pdf, pdf_item(pdf, space, 3), text, 0);
    if (text->len > TEXT_MAX)
        blame(pdf, RULE_LIMIT, pdf_id(pdf, space), "what the ink %s is mixed of has no end",
              name + 1);
    const char *known = g_hash_table_lookup(pdf->inks, name);
    if (!known)
        g_hash_table_insert(pdf->inks, (char *)(uintptr_t)name,
                            arena_strdup(pdf->arena, text->str));
    else if (strcmp(known, text->str) != 0)
        blame(pdf, RULE_COLOR, pdf_id(pdf, space),
              "the ink %s is mixed in two ways (its alternate space or tint)", name + 1);
}

static bool is_process(struct pdf *pdf, qpdf_oh attributes, const char *name)
{
    static const char *const usual[] = {"/Cyan", "/Magenta", "/Yellow", "/Black", "/None", NULL};
    qpdf_oh components = pdf_key(pdf, pdf_key(pdf, attributes, "/Process"), "/Components");
    for (unsigned i = 0; i < pdf_length(pdf, components); i++)
        if (g_strcmp0(pdf_name(pdf, pdf_item(pdf, components, i)), name) == 0)
            return true;
    return named_in(name, usual);
}

/* [/DeviceN names alternate tint attributes] */
static void check_device_n(struct pdf *pdf, qpdf_oh space)
{
    qpdf_oh names = pdf_item(pdf, space, 1), attributes = pdf_item(pdf, space, 4);
    qpdf_oh colorants = pdf_key(pdf, attributes, "/Colorants");
    for (unsigned i = 0; i < pdf_length(pdf, names); i++) {
        const char *name = pdf_name(pdf, pdf_item(pdf, names, i));
        if (name && !is_process(pdf, attributes, name) && !pdf_has(pdf, colorants, name))
            blame(pdf, RULE_COLOR, pdf_id(pdf, space),
                  "the ink %s of a DeviceN space is not described (/Colorants)", name + 1);
    }
    for (const char *const *key = pdf_keys(pdf, colorants); *key; key++)
        check_separation(pdf, pdf_key(pdf, colorants, *key));
}

void check_inks(struct pdf *pdf, qpdf_oh space)
{
    if (qpdf_oh_is_name_and_equals(pdf->qpdf, pdf_item(pdf, space, 0), "/Separation"))
        check_separation(pdf, space);
    else if (qpdf_oh_is_name_and_equals(pdf->qpdf, pdf_item(pdf, space, 0), "/DeviceN"))
        check_device_n(pdf, space);
}
