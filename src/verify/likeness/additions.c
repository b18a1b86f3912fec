#include "additions.h"

#include "../signature/same.h"

#include "rapor/base/digest.h"

#include <glib.h>
#include <string.h>

static qpdf_oh key_of(qpdf_data pdf, qpdf_oh from, const char *key)
{
    return qpdf_oh_get_key_if_dict(pdf, from, key);
}

static bool is_signature(qpdf_data pdf, qpdf_oh field)
{
    return qpdf_oh_is_name_and_equals(pdf, key_of(pdf, field, "/FT"), "/Sig");
}

/* One of ours, which waits or waited. */
static bool is_ours(qpdf_data pdf, qpdf_oh field)
{
    return is_signature(pdf, field) &&
           qpdf_oh_is_dictionary(pdf, key_of(pdf, field, "/RaporSigned"));
}

static bool is_listed(qpdf_data pdf, qpdf_oh field)
{
    qpdf_oh fields = key_of(pdf, key_of(pdf, qpdf_get_root(pdf), "/AcroForm"), "/Fields");
    const int count = qpdf_oh_is_array(pdf, fields) ? qpdf_oh_get_array_n_items(pdf, fields) : 0;
    gpointer reference = same_reference(pdf, field);
    for (int i = 0; reference && i < count; i++)
        if (same_reference(pdf, qpdf_oh_get_array_item(pdf, fields, i)) == reference)
            return true;
    return false;
}

/* Nothing but a signature, which is judged by itself: no actions, no other fields below. */
static bool is_added(qpdf_data pdf, qpdf_oh field)
{
    static const char *const keys[] = {"/Type", "/Subtype", "/FT",   "/T",    "/TU",     "/V",
                                       "/F",    "/P",       "/Rect", "/AP",   "/AS",     "/Ff",
                                       "/M",    "/MK",      "/NM",   "/Lock", "/SV",     "/DA",
                                       "/DR",   "/H",       "/Q",    "/BS",   "/Border", NULL};
    if (!is_signature(pdf, field) || is_ours(pdf, field) || !is_listed(pdf, field) ||
        qpdf_oh_is_null(pdf, key_of(pdf, key_of(pdf, field, "/V"), "/ByteRange")))
        return false;
    qpdf_oh_begin_dict_key_iter(pdf, field);
    while (qpdf_oh_dict_more_keys(pdf))
        if (!g_strv_contains(keys, qpdf_oh_dict_next_key(pdf)))
            return false;
    return true;
}

struct field_box {
    double left, bottom, right, top;
};

static bool read_box(qpdf_data pdf, qpdf_oh field, struct field_box *box)
{
    qpdf_oh rect = key_of(pdf, field, "/Rect");
    if (!qpdf_oh_is_array(pdf, rect) || qpdf_oh_get_array_n_items(pdf, rect) != 4)
        return false;
    double at[4];
    for (int i = 0; i < 4; i++)
        at[i] = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, rect, i));
    *box = (struct field_box){MIN(at[0], at[2]), MIN(at[1], at[3]), MAX(at[0], at[2]),
                              MAX(at[1], at[3])};
    return true;
}

static bool is_within(const struct field_box *inner, const struct field_box *outer)
{
    const double slack = 0.5; /* points: services round */
    return inner->left >= outer->left - slack && inner->right <= outer->right + slack &&
           inner->bottom >= outer->bottom - slack && inner->top <= outer->top + slack;
}

/* Without room, or in the box of one of ours among the same ANNOTATIONS. */
static bool shows_nothing_else(qpdf_data pdf, qpdf_oh field, qpdf_oh annotations)
{
    struct field_box box, ours;
    if (!read_box(pdf, field, &box))
        return true;
    if (box.left >= box.right || box.bottom >= box.top)
        return true;
    const int count =
        qpdf_oh_is_array(pdf, annotations) ? qpdf_oh_get_array_n_items(pdf, annotations) : 0;
    for (int i = 0; i < count; i++) {
        qpdf_oh other = qpdf_oh_get_array_item(pdf, annotations, i);
        if (is_ours(pdf, other) && read_box(pdf, other, &ours) && is_within(&box, &ours))
            return true;
    }
    return false;
}

/* Of a page, or of the form. */
static void erase_added(qpdf_data pdf, qpdf_oh holder, const char *key)
{
    qpdf_oh list = key_of(pdf, holder, key);
    int count = qpdf_oh_is_array(pdf, list) ? qpdf_oh_get_array_n_items(pdf, list) : 0;
    for (int i = count - 1; i >= 0; i--) {
        qpdf_oh field = qpdf_oh_get_array_item(pdf, list, i);
        if (!is_added(pdf, field) || !shows_nothing_else(pdf, field, list))
            continue;
        qpdf_oh_erase_item(pdf, list, i);
        count--;
    }
    if (count == 0 && qpdf_oh_is_array(pdf, list))
        qpdf_oh_remove_key(pdf, holder, key);
}

/* Signatures that are there already are looked after apart. */
static void clear_ours(qpdf_data pdf, qpdf_oh form)
{
    qpdf_oh fields = key_of(pdf, form, "/Fields");
    const int count = qpdf_oh_is_array(pdf, fields) ? qpdf_oh_get_array_n_items(pdf, fields) : 0;
    for (int i = 0; i < count; i++) {
        qpdf_oh field = qpdf_oh_get_array_item(pdf, fields, i);
        if (!is_ours(pdf, field))
            continue;
        qpdf_oh_remove_key(pdf, field, "/V");
        qpdf_oh_remove_key(pdf, field, "/AP");
    }
}

void additions_each_signature(qpdf_data pdf, void (*seen)(void *data, const char *digest),
                              void *data)
{
    qpdf_oh fields = key_of(pdf, key_of(pdf, qpdf_get_root(pdf), "/AcroForm"), "/Fields");
    const int count = qpdf_oh_is_array(pdf, fields) ? qpdf_oh_get_array_n_items(pdf, fields) : 0;
    for (int i = 0; i < count; i++) {
        qpdf_oh value = key_of(pdf, qpdf_oh_get_array_item(pdf, fields, i), "/V");
        qpdf_oh contents = key_of(pdf, value, "/Contents");
        size_t length;
        if (!qpdf_oh_is_string(pdf, contents))
            continue;
        const char *bytes = qpdf_oh_get_binary_string_value(pdf, contents, &length);
        g_autofree char *digest = digest_bytes(bytes, length);
        seen(data, digest);
    }
}

void additions_remove(qpdf_data pdf)
{
    const int pages = qpdf_get_num_pages(pdf);
    for (int i = 0; i < pages; i++)
        erase_added(pdf, qpdf_get_page_n(pdf, (size_t)i), "/Annots");
    qpdf_oh form = key_of(pdf, qpdf_get_root(pdf), "/AcroForm");
    if (!qpdf_oh_is_dictionary(pdf, form))
        return;
    erase_added(pdf, form, "/Fields");
    clear_ours(pdf, form);
    static const char *const keys[] = {"/SigFlags", "/DR", "/DA"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        qpdf_oh_remove_key(pdf, form, keys[i]);
}
