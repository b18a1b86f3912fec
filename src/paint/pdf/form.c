#include "form.h"

#include "file.h"

#include "rapor/base/failure.h"
#include "rapor/type/pages.h"

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

/* In the text of a dictionary, before the number of another part. */
#define REFERENCE '\1'

/* An object that the form is made of; streams are compressed. */
struct form_part {
    struct bytes dict, data;
    bool stream, deflated;
};

struct form_xobject {
    GPtrArray *parts; /* struct form_part; the first is the form itself */
};

/* A copy in the making. */
struct copier {
    qpdf_data pdf;
    struct form_xobject *form;
    GArray *waiting; /* gint: numbers of objects, in the order of the parts but the first */
};

static void free_part(gpointer data)
{
    struct form_part *part = data;
    bytes_free(&part->dict);
    bytes_free(&part->data);
    g_free(part);
}

void form_free(struct form_xobject *form)
{
    if (!form)
        return;
    g_ptr_array_unref(form->parts);
    g_free(form);
}

static struct form_part *add_part(struct form_xobject *form)
{
    struct form_part *part = g_new0(struct form_part, 1);
    g_ptr_array_add(form->parts, part);
    return part;
}

static void put_value(struct copier *copier, qpdf_oh value, struct bytes *out);

static void put_reference(struct copier *copier, int number, struct bytes *out)
{
    guint i = 0;
    while (i < copier->waiting->len && g_array_index(copier->waiting, gint, i) != number)
        i++;
    if (i == copier->waiting->len)
        g_array_append_val(copier->waiting, number);
    bytes_char(out, ' ');
    bytes_char(out, REFERENCE);
    bytes_int(out, i + 1);
    bytes_char(out, REFERENCE);
}

static GPtrArray *keys_of(qpdf_data pdf, qpdf_oh dict)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh_begin_dict_key_iter(pdf, dict);
    while (qpdf_oh_dict_more_keys(pdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(pdf)));
    return keys;
}

/* What the file says itself, and what an archival PDF may not hold. */
static bool is_left_out(const char *key)
{
    static const char *const keys[] = {"/Length", "/Filter", "/DecodeParms", "/Interpolate", NULL};
    return g_strv_contains(keys, key);
}

static void put_entries(struct copier *copier, qpdf_oh dict, struct bytes *out)
{
    g_autoptr(GPtrArray) keys = keys_of(copier->pdf, dict);
    for (guint i = 0; i < keys->len; i++) {
        if (is_left_out(keys->pdata[i]))
            continue;
        bytes_text(out, keys->pdata[i]);
        put_value(copier, qpdf_oh_get_key(copier->pdf, dict, keys->pdata[i]), out);
    }
}

static void put_items(struct copier *copier, qpdf_oh array, struct bytes *out)
{
    int count = qpdf_oh_get_array_n_items(copier->pdf, array);
    for (int i = 0; i < count; i++)
        put_value(copier, qpdf_oh_get_array_item(copier->pdf, array, i), out);
}

/* The depth is that of what cairo nests directly: a few steps. */
static void put_value(struct copier *copier, qpdf_oh value, struct bytes *out)
{
    if (qpdf_oh_is_indirect(copier->pdf, value)) {
        put_reference(copier, qpdf_oh_get_object_id(copier->pdf, value), out);
    } else if (qpdf_oh_is_dictionary(copier->pdf, value)) {
        bytes_text(out, "<<");
        put_entries(copier, value, out);
        bytes_text(out, ">>");
    } else if (qpdf_oh_is_array(copier->pdf, value)) {
        bytes_char(out, '[');
        put_items(copier, value, out);
        bytes_char(out, ']');
    } else {
        bytes_char(out, ' ');
        bytes_text(out, qpdf_oh_unparse(copier->pdf, value));
    }
}

/* Takes over what a stream holds: decoded and compressed anew where we can, else
 * (a photograph) as it is. */
static bool copy_data(struct copier *copier, qpdf_oh stream, struct form_part *part)
{
    unsigned char *data = NULL;
    size_t length = 0;
    QPDF_BOOL decoded = QPDF_FALSE;
    part->stream = true;
    if (qpdf_oh_get_stream_data(copier->pdf, stream, qpdf_dl_generalized, &decoded, &data,
                                &length) != 0)
        return false;
    qpdf_oh dict = qpdf_oh_get_dict(copier->pdf, stream);
    part->deflated = decoded;
    if (decoded) {
        bytes_deflate(&part->data, DEFLATE_BEST, data, length);
    } else {
        bytes_put(&part->data, data, length);
        bytes_text(&part->dict, "/Filter");
        put_value(copier, qpdf_oh_get_key(copier->pdf, dict, "/Filter"), &part->dict);
    }
    free(data);
    return true;
}

static bool copy_object(struct copier *copier, qpdf_oh object)
{
    struct form_part *part = add_part(copier->form);
    if (!qpdf_oh_is_stream(copier->pdf, object)) {
        if (qpdf_oh_is_dictionary(copier->pdf, object)) {
            bytes_text(&part->dict, "<<");
            put_entries(copier, object, &part->dict);
            bytes_text(&part->dict, ">>");
        } else if (qpdf_oh_is_array(copier->pdf, object)) {
            bytes_char(&part->dict, '[');
            put_items(copier, object, &part->dict);
            bytes_char(&part->dict, ']');
        } else {
            bytes_text(&part->dict, qpdf_oh_unparse_resolved(copier->pdf, object));
        }
        return true;
    }
    put_entries(copier, qpdf_oh_get_dict(copier->pdf, object), &part->dict);
    return copy_data(copier, object, part);
}

static void put_head(const struct ink *ink, double scale, struct bytes *dict)
{
    bytes_text(dict, "/Type/XObject/Subtype/Form/BBox[0 0 ");
    bytes_length(dict, ink->image.width * scale);
    bytes_length(dict, ink->image.height * scale);
    bytes_text(dict, "]/Matrix[");
    bytes_fixed(dict, nearest(1e6 / scale), 6);
    bytes_text(dict, " 0 0 ");
    bytes_fixed(dict, nearest(1e6 / scale), 6);
    bytes_text(dict, " 0 0]/Resources");
}

/* The content of the page becomes that of the form; its resources come along. */
static bool copy_page(struct copier *copier, const struct ink *ink, double scale)
{
    qpdf_oh page = qpdf_get_page_n(copier->pdf, 0);
    unsigned char *data = NULL;
    size_t length = 0;
    struct form_part *part = add_part(copier->form);
    part->stream = part->deflated = true;
    if (qpdf_oh_get_page_content_data(copier->pdf, page, &data, &length) != 0)
        return false;
    put_head(ink, scale, &part->dict);
    put_value(copier, qpdf_oh_get_key(copier->pdf, page, "/Resources"), &part->dict);
    struct bytes content = {0};
    outline_round((const char *)data, length, &content);
    bytes_deflate(&part->data, DEFLATE_BEST, content.data, content.count);
    bytes_free(&content);
    free(data);
    for (guint i = 0; i < copier->waiting->len; i++)
        if (!copy_object(copier, qpdf_get_object_by_id(copier->pdf,
                                                       g_array_index(copier->waiting, gint, i), 0)))
            return false;
    return true;
}

struct form_xobject *form_make(const struct bytes *page, const struct ink *ink, double scale,
                               GError **error)
{
    struct form_xobject *form = g_new0(struct form_xobject, 1);
    form->parts = g_ptr_array_new_with_free_func(free_part);
    g_autoptr(GArray) waiting = g_array_new(FALSE, FALSE, sizeof(gint));
    struct copier copier = {qpdf_init(), form, waiting};
    qpdf_silence_errors(copier.pdf);
    bool copied = qpdf_read_memory(copier.pdf, ink->image.path, page->data, page->count, NULL) ==
                      QPDF_SUCCESS &&
                  copy_page(&copier, ink, scale);
    qpdf_cleanup(&copier.pdf);
    if (copied)
        return form;
    form_free(form);
    fail(error, FAILURE_SOFTWARE, "%s: cannot be made a form", ink->image.path);
    return NULL;
}

/* Appends the text with the numbers of parts as objects, the first being FIRST. */
static void put_parts(const struct bytes *text, unsigned first, struct bytes *out)
{
    const char *at = text->data, *end = text->data + text->count;
    while (at < end) {
        const char *mark = memchr(at, REFERENCE, (size_t)(end - at));
        bytes_put(out, at, (size_t)((mark ? mark : end) - at));
        if (!mark)
            return;
        unsigned number = 0;
        for (at = mark + 1; *at != REFERENCE; at++)
            number = number * 10 + (unsigned)(*at - '0');
        bytes_int(out, first + number);
        bytes_text(out, " 0 R");
        at++;
    }
}

unsigned form_write(const struct form_xobject *form, struct pdf_file *file)
{
    unsigned first = file_reserve(file, form->parts->len);
    struct bytes dict = {0};
    for (guint i = 0; i < form->parts->len; i++) {
        const struct form_part *part = form->parts->pdata[i];
        if (!part->stream) {
            put_parts(&part->dict, first, file_object(file, first + i));
            continue;
        }
        dict.count = 0;
        put_parts(&part->dict, first, &dict);
        bytes_char(&dict, '\0');
        (part->deflated ? file_deflated : file_plain)(file, first + i, dict.data, &part->data);
    }
    bytes_free(&dict);
    return first;
}
