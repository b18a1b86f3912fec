#include "pdf.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <stdlib.h>
#include <string.h>

void blame(struct pdf *pdf, enum verify_rule rule, unsigned object, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    g_autofree char *text = g_strdup_vprintf(_(format), list);
    va_end(list);
    conformance_add(pdf->conformance, rule, (struct conformance_spot){pdf->page, object}, text);
}

void pdf_forget(struct pdf *pdf)
{
    qpdf_oh_release_all(pdf->qpdf);
}

qpdf_oh pdf_root(struct pdf *pdf)
{
    return qpdf_get_root(pdf->qpdf);
}

unsigned pdf_id(struct pdf *pdf, qpdf_oh object)
{
    if (object == 0 || !qpdf_oh_is_indirect(pdf->qpdf, object))
        return 0;
    int id = qpdf_oh_get_object_id(pdf->qpdf, object);
    return id > 0 ? (unsigned)id : 0;
}

static qpdf_oh dictionary_of(struct pdf *pdf, qpdf_oh object)
{
    return pdf_is_stream(pdf, object) ? qpdf_oh_get_dict(pdf->qpdf, object) : object;
}

qpdf_oh pdf_key(struct pdf *pdf, qpdf_oh object, const char *key)
{
    return qpdf_oh_get_key_if_dict(pdf->qpdf, dictionary_of(pdf, object), key);
}

bool pdf_has(struct pdf *pdf, qpdf_oh object, const char *key)
{
    return !pdf_is_null(pdf, pdf_key(pdf, object, key));
}

bool pdf_key_is(struct pdf *pdf, qpdf_oh object, const char *key, const char *name)
{
    return qpdf_oh_is_name_and_equals(pdf->qpdf, pdf_key(pdf, object, key), name);
}

bool pdf_key_true(struct pdf *pdf, qpdf_oh object, const char *key)
{
    qpdf_oh value = pdf_key(pdf, object, key);
    return qpdf_oh_is_bool(pdf->qpdf, value) && qpdf_oh_get_bool_value(pdf->qpdf, value);
}

bool pdf_is_null(struct pdf *pdf, qpdf_oh object)
{
    return !qpdf_oh_is_initialized(pdf->qpdf, object) || qpdf_oh_is_null(pdf->qpdf, object);
}

bool pdf_is_dict(struct pdf *pdf, qpdf_oh object)
{
    return qpdf_oh_is_dictionary(pdf->qpdf, object);
}

bool pdf_is_stream(struct pdf *pdf, qpdf_oh object)
{
    return qpdf_oh_is_stream(pdf->qpdf, object);
}

bool pdf_is_array(struct pdf *pdf, qpdf_oh object)
{
    return qpdf_oh_is_array(pdf->qpdf, object);
}

const char *const *pdf_keys(struct pdf *pdf, qpdf_oh object)
{
    qpdf_oh dictionary = dictionary_of(pdf, object);
    const char **keys = NULL;
    size_t count = 0, room = 0;
    if (pdf_is_dict(pdf, dictionary)) {
        qpdf_oh_begin_dict_key_iter(pdf->qpdf, dictionary);
        while (qpdf_oh_dict_more_keys(pdf->qpdf)) {
            keys = arena_grow(pdf->arena, keys, count, &room, sizeof *keys);
            keys[count++] = arena_strdup(pdf->arena, qpdf_oh_dict_next_key(pdf->qpdf));
        }
    }
    keys = arena_grow(pdf->arena, keys, count, &room, sizeof *keys);
    keys[count] = NULL;
    return keys;
}

unsigned pdf_length(struct pdf *pdf, qpdf_oh array)
{
    int count = pdf_is_array(pdf, array) ? qpdf_oh_get_array_n_items(pdf->qpdf, array) : 0;
    return count > 0 ? (unsigned)count : 0;
}

qpdf_oh pdf_item(struct pdf *pdf, qpdf_oh array, unsigned number)
{
    if (number >= pdf_length(pdf, array))
        return qpdf_oh_new_null(pdf->qpdf);
    return qpdf_oh_get_array_item(pdf->qpdf, array, (int)number);
}

const char *pdf_name(struct pdf *pdf, qpdf_oh object)
{
    if (!qpdf_oh_is_name(pdf->qpdf, object))
        return NULL;
    return arena_strdup(pdf->arena, qpdf_oh_get_name(pdf->qpdf, object));
}

const char *pdf_text(struct pdf *pdf, qpdf_oh object)
{
    if (!qpdf_oh_is_string(pdf->qpdf, object))
        return NULL;
    return arena_strdup(pdf->arena, qpdf_oh_get_utf8_value(pdf->qpdf, object));
}

GBytes *pdf_string(struct pdf *pdf, qpdf_oh object)
{
    size_t length = 0;
    if (!qpdf_oh_is_string(pdf->qpdf, object))
        return NULL;
    const char *bytes = qpdf_oh_get_binary_string_value(pdf->qpdf, object, &length);
    return g_bytes_new(bytes, length);
}

double pdf_number(struct pdf *pdf, qpdf_oh object, double fallback)
{
    return qpdf_oh_is_number(pdf->qpdf, object) ? qpdf_oh_get_numeric_value(pdf->qpdf, object)
                                                : fallback;
}

GBytes *pdf_content(struct pdf *pdf, qpdf_oh stream)
{
    unsigned char *bytes = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    if (!pdf_is_stream(pdf, stream))
        return NULL;
    QPDF_ERROR_CODE code =
        qpdf_oh_get_stream_data(pdf->qpdf, stream, qpdf_dl_specialized, &filtered, &bytes, &size);
    if ((code & QPDF_ERRORS) || !filtered) {
        free(bytes);
        return NULL;
    }
    return g_bytes_new_with_free_func(bytes, size, free, bytes);
}

bool named_in(const char *name, const char *const *names)
{
    for (; name && *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}
