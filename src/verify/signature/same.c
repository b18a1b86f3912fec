#include "same.h"

#include "../metadata_text.h"

#include <stdlib.h>
#include <string.h>

gpointer same_reference(qpdf_data pdf, qpdf_oh object)
{
    const gsize number = (gsize)qpdf_oh_get_object_id(pdf, object);
    return number == 0
               ? NULL
               : GSIZE_TO_POINTER(number << 16 | (gsize)qpdf_oh_get_generation(pdf, object));
}

qpdf_oh same_referred(qpdf_data pdf, gpointer reference)
{
    const gsize packed = GPOINTER_TO_SIZE(reference);
    return qpdf_get_object_by_id(pdf, (int)(packed >> 16), (int)(packed & 0xffff));
}

bool same_object(struct revisions *revisions, qpdf_oh before, qpdf_oh after)
{
    gpointer reference = same_reference(revisions->then, before);
    if (reference != same_reference(revisions->now, after))
        return false;
    if (!reference)
        return same_value(revisions, before, after, (const char *const[]){NULL});
    if (g_hash_table_add(revisions->met, reference))
        g_ptr_array_add(revisions->ahead, reference);
    return true;
}

int same_count(qpdf_data pdf, qpdf_oh list)
{
    return qpdf_oh_is_array(pdf, list) ? qpdf_oh_get_array_n_items(pdf, list)
                                       : !qpdf_oh_is_null(pdf, list);
}

qpdf_oh same_item(qpdf_data pdf, qpdf_oh list, int i)
{
    return qpdf_oh_is_array(pdf, list) ? qpdf_oh_get_array_item(pdf, list, i) : list;
}

bool same_beginning(struct revisions *revisions, qpdf_oh before, qpdf_oh after)
{
    const int had = same_count(revisions->then, before);
    bool same = had <= same_count(revisions->now, after);
    for (int i = 0; same && i < had; i++)
        same = same_object(revisions, same_item(revisions->then, before, i),
                           same_item(revisions->now, after, i));
    return same;
}

/* In order. */
static GPtrArray *keys_of(qpdf_data pdf, qpdf_oh dict, const char *const *free_keys)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    if (!qpdf_oh_is_dictionary(pdf, dict))
        return keys;
    qpdf_oh_begin_dict_key_iter(pdf, dict);
    while (qpdf_oh_dict_more_keys(pdf)) {
        const char *key = qpdf_oh_dict_next_key(pdf);
        if (!g_strv_contains(free_keys, key))
            g_ptr_array_add(keys, g_strdup(key));
    }
    return keys;
}

static bool is_same_dict(struct revisions *revisions, qpdf_oh before, qpdf_oh after,
                         const char *const *free_keys)
{
    g_autoptr(GPtrArray) old = keys_of(revisions->then, before, free_keys);
    g_autoptr(GPtrArray) new = keys_of(revisions->now, after, free_keys);
    bool same = old->len == new->len;
    for (guint i = 0; same && i < old->len; i++)
        same = strcmp(old->pdata[i], new->pdata[i]) == 0 &&
               same_object(revisions, qpdf_oh_get_key(revisions->then, before, old->pdata[i]),
                           qpdf_oh_get_key(revisions->now, after, new->pdata[i]));
    return same;
}

bool same_or_more(struct revisions *revisions, qpdf_oh before, qpdf_oh after, int depth)
{
    if (depth == 0 || !(qpdf_oh_is_dictionary(revisions->then, before) ||
                        qpdf_oh_is_null(revisions->then, before)))
        return same_object(revisions, before, after);
    g_autoptr(GPtrArray) keys = keys_of(revisions->then, before, (const char *const[]){NULL});
    bool same = true;
    for (guint i = 0; same && i < keys->len; i++)
        same =
            same_or_more(revisions, qpdf_oh_get_key(revisions->then, before, keys->pdata[i]),
                         qpdf_oh_get_key_if_dict(revisions->now, after, keys->pdata[i]), depth - 1);
    return same;
}

static GBytes *data_of(qpdf_data pdf, qpdf_oh stream, enum qpdf_stream_decode_level_e level)
{
    unsigned char *bytes = NULL;
    size_t size = 0;
    qpdf_oh_get_stream_data(pdf, stream, level, NULL, &bytes, &size);
    return g_bytes_new_with_free_func(bytes, size, free, bytes);
}

/* What a paper says of itself, but for who wrote that last, and when. */
static bool is_same_metadata(const struct revisions *revisions, qpdf_oh before, qpdf_oh after)
{
    g_autoptr(GBytes) old = data_of(revisions->then, before, qpdf_dl_generalized);
    g_autoptr(GBytes) new = data_of(revisions->now, after, qpdf_dl_generalized);
    gsize old_size, new_size;
    const char *old_xmp = g_bytes_get_data(old, &old_size),
               *new_xmp = g_bytes_get_data(new, &new_size);
    g_autofree char *was = metadata_text(old_xmp, old_size), *is = metadata_text(new_xmp, new_size);
    return was && is ? strcmp(was, is) == 0 : g_bytes_equal(old, new);
}

static bool is_same_stream(struct revisions *revisions, qpdf_oh before, qpdf_oh after)
{
    static const char *const coded[] = {"/Length", "/Filter", "/DecodeParms", NULL};
    const bool metadata =
        revisions->certified != 1 &&
        qpdf_oh_is_dictionary_of_type(revisions->then, qpdf_oh_get_dict(revisions->then, before),
                                      "/Metadata", "/XML");
    if (!is_same_dict(revisions, qpdf_oh_get_dict(revisions->then, before),
                      qpdf_oh_get_dict(revisions->now, after), metadata ? coded : coded + 3))
        return false;
    if (metadata)
        return is_same_metadata(revisions, before, after);
    g_autoptr(GBytes) old = data_of(revisions->then, before, qpdf_dl_none);
    g_autoptr(GBytes) new = data_of(revisions->now, after, qpdf_dl_none);
    return g_bytes_equal(old, new);
}

/* Without a reference: most of a font are thousands of widths. */
static bool is_same_text(const struct revisions *revisions, qpdf_oh before, qpdf_oh after)
{
    const char *old = qpdf_oh_unparse_resolved(revisions->then, before);
    return !strstr(old, " R") && strcmp(old, qpdf_oh_unparse_resolved(revisions->now, after)) == 0;
}

static bool is_number(enum qpdf_object_type_e type)
{
    return type == ot_integer || type == ot_real;
}

bool same_value(struct revisions *revisions, qpdf_oh before, qpdf_oh after,
                const char *const *free_keys)
{
    qpdf_data then = revisions->then, now = revisions->now;
    const enum qpdf_object_type_e was = qpdf_oh_get_type_code(then, before);
    const enum qpdf_object_type_e is = qpdf_oh_get_type_code(now, after);
    if (is_number(was) && is_number(is))
        return qpdf_oh_get_numeric_value(then, before) == qpdf_oh_get_numeric_value(now, after);
    const bool added = was == ot_null && *free_keys;
    if (is == ot_dictionary && (was == ot_dictionary || added))
        return is_same_dict(revisions, before, after, free_keys);
    if (was != is)
        return false;
    if (was == ot_array && is_same_text(revisions, before, after))
        return true;
    if (was == ot_array)
        return same_count(then, before) == same_count(now, after) &&
               same_beginning(revisions, before, after);
    if (was == ot_stream)
        return is_same_stream(revisions, before, after);
    return strcmp(qpdf_oh_unparse_resolved(then, before), qpdf_oh_unparse_resolved(now, after)) ==
           0;
}
