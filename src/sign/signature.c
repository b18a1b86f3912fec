#include "rapor/sign/signature.h"

#include "rapor/base/failure.h"
#include "update.h"

#include <openssl/evp.h>
#include <string.h>

static qpdf_oh key_of(qpdf_data pdf, qpdf_oh from, const char *key)
{
    return qpdf_oh_get_key_if_dict(pdf, from, key);
}

static qpdf_oh form_of(qpdf_data pdf)
{
    return key_of(pdf, qpdf_get_root(pdf), "/AcroForm");
}

/* Returns how many fields wait, and the first of them. */
static int waiting(qpdf_data pdf, qpdf_oh *first)
{
    qpdf_oh fields = key_of(pdf, form_of(pdf), "/Fields");
    int count = 0;
    *first = qpdf_oh_new_null(pdf);
    for (int i = 0; qpdf_oh_is_array(pdf, fields) && i < qpdf_oh_get_array_n_items(pdf, fields);
         i++) {
        qpdf_oh field = qpdf_oh_get_array_item(pdf, fields, i);
        if (!qpdf_oh_is_dictionary(pdf, key_of(pdf, field, "/RaporSigned")) ||
            !qpdf_oh_is_null(pdf, key_of(pdf, field, "/V")))
            continue;
        if (qpdf_oh_is_null(pdf, *first))
            *first = field;
        count++;
    }
    return count;
}

int signature_fields(const void *paper, size_t length)
{
    struct update update;
    qpdf_oh first;
    if (!update_begin(&update, paper, length, NULL))
        return -1;
    const int count = waiting(update.pdf, &first);
    update_clear(&update);
    return count;
}

static char *text_of(qpdf_data pdf, qpdf_oh field, const char *key)
{
    qpdf_oh text = key_of(pdf, key_of(pdf, field, "/RaporSigned"), key);
    return qpdf_oh_is_string(pdf, text) ? g_strdup(qpdf_oh_get_utf8_value(pdf, text)) : NULL;
}

/* Names are the same whatever their case and spaces, and the titles behind a comma. */
static bool is_same_name(const char *a, const char *b)
{
    g_auto(GStrv) left = g_strsplit(a, ",", 2), right = g_strsplit(b, ",", 2);
    g_autofree char *first = g_utf8_casefold(left[0] ? g_strstrip(left[0]) : "", -1);
    g_autofree char *second = g_utf8_casefold(right[0] ? g_strstrip(right[0]) : "", -1);
    return strcmp(first, second) == 0;
}

char *signature_waits_for(const void *paper, size_t length, const struct signer *signer)
{
    struct update update;
    qpdf_oh field;
    if (!update_begin(&update, paper, length, NULL))
        return NULL;
    waiting(update.pdf, &field);
    g_autofree char *name = text_of(update.pdf, field, "/Name");
    g_autofree char *serial = text_of(update.pdf, field, "/Certificate");
    update_clear(&update);
    const bool same = serial ? g_ascii_strcasecmp(serial, signer_serial(signer)) == 0
                             : name && is_same_name(name, signer_name(signer));
    return same ? NULL : g_strdup(name ? name : "");
}

bool signature_is_of(const void *paper, size_t length, const char *name)
{
    struct update update;
    qpdf_oh field;
    if (!update_begin(&update, paper, length, NULL))
        return false;
    waiting(update.pdf, &field);
    g_autofree char *wanted = text_of(update.pdf, field, "/Name");
    update_clear(&update);
    return wanted && is_same_name(wanted, name);
}

static unsigned number_of(qpdf_data pdf, qpdf_oh object)
{
    return (unsigned)qpdf_oh_get_object_id(pdf, object);
}

static bool has_item(qpdf_data pdf, qpdf_oh array, qpdf_oh item)
{
    for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, array); i++)
        if (number_of(pdf, qpdf_oh_get_array_item(pdf, array, i)) == number_of(pdf, item))
            return true;
    return false;
}

/* Puts behind the contents of PAGE what only the signed paper shows; once. */
static void show_on(struct update *update, qpdf_oh page, qpdf_oh shown)
{
    qpdf_data pdf = update->pdf;
    qpdf_oh contents = qpdf_oh_get_key(pdf, page, "/Contents");
    if (qpdf_oh_is_array(pdf, contents)) {
        if (has_item(pdf, contents, shown))
            return;
    } else {
        qpdf_oh array = qpdf_oh_new_array(pdf);
        qpdf_oh_append_item(pdf, array, contents);
        contents = array;
    }
    qpdf_oh_append_item(pdf, contents, shown);
    qpdf_oh_replace_key(pdf, page, "/Contents", contents);
    update_object(update, number_of(pdf, page), page, "");
}

static void show_signed(struct update *update, qpdf_oh field)
{
    qpdf_data pdf = update->pdf;
    qpdf_oh pairs = key_of(pdf, key_of(pdf, field, "/RaporSigned"), "/Pages");
    for (int i = 0; qpdf_oh_is_array(pdf, pairs) && i + 1 < qpdf_oh_get_array_n_items(pdf, pairs);
         i += 2)
        show_on(update, qpdf_oh_get_array_item(pdf, pairs, i),
                qpdf_oh_get_array_item(pdf, pairs, i + 1));
}

/* Where in the file the signature goes, and what says so. */
struct hole {
    size_t range, start, end; /* the text of /ByteRange; from "<" to behind ">" */
    size_t room;              /* bytes of DER */
};

#define RANGE "[0 ########## ########## ##########]"

static void put_said(qpdf_data pdf, qpdf_oh orders, const char *key, GString *out)
{
    qpdf_oh text = key_of(pdf, orders, key);
    if (qpdf_oh_is_string(pdf, text))
        g_string_append_printf(out, "%s%s", key, qpdf_oh_unparse(pdf, text));
}

static char *value_text(struct update *update, qpdf_oh field, const struct signing_terms *terms,
                        size_t room)
{
    qpdf_oh orders = key_of(update->pdf, field, "/RaporSigned");
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(terms->time);
    g_autofree char *stamp = g_date_time_format(time, "%Y%m%d%H%M%SZ");
    g_autofree char *zeros = g_strnfill(2 * room, '0');
    GString *out = g_string_new("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached");
    g_string_append_printf(out, "/M(D:%s)", stamp);
    put_said(update->pdf, orders, "/Name", out);
    put_said(update->pdf, orders, "/Reason", out);
    put_said(update->pdf, orders, "/Location", out);
    if (terms->certify > 0)
        g_string_append_printf(out,
                               "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams"
                               "<</Type/TransformParams/P %u/V/1.2>>>>]",
                               terms->certify);
    g_string_append_printf(out, "/ByteRange" RANGE "/Contents<%s>>>", zeros);
    return g_string_free(out, FALSE);
}

static struct hole add_value(struct update *update, qpdf_oh field, unsigned object,
                             const struct signing_terms *terms, size_t room)
{
    g_autofree char *text = value_text(update, field, terms, room);
    update_text(update, object, text);
    const struct update_entry *entry =
        &g_array_index(update->entries, struct update_entry, update->entries->len - 1);
    const char *bytes = (const char *)update->out->data + entry->at;
    const size_t range = (size_t)(strstr(bytes, RANGE) - bytes) + entry->at;
    const size_t start = range + strlen(RANGE "/Contents");
    return (struct hole){range, start, start + 2 * room + 2, room};
}

static void set_range(GByteArray *out, const struct hole *hole)
{
    g_autofree char *text =
        g_strdup_printf("[0 %zu %zu %zu]", hole->start, hole->end, out->len - hole->end);
    memset(out->data + hole->range, ' ', strlen(RANGE));
    memcpy(out->data + hole->range, text, strlen(text));
}

static bool fill(GByteArray *out, const struct hole *hole, const struct signer *signer,
                 const struct signing_terms *terms, GError **error)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[32];
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    EVP_DigestUpdate(context, out->data, hole->start);
    EVP_DigestUpdate(context, out->data + hole->end, out->len - hole->end);
    EVP_DigestFinal_ex(context, digest, NULL);
    EVP_MD_CTX_free(context);
    g_autoptr(GBytes) cms = signer_sign(signer, terms, digest, error);
    if (!cms)
        return false;
    gsize length;
    const guint8 *der = g_bytes_get_data(cms, &length);
    if (length > hole->room)
        return fail(error, FAILURE_SOFTWARE, "a signature of %zu bytes finds room for %zu alone",
                    length, hole->room);
    for (gsize i = 0; i < length; i++) {
        out->data[hole->start + 1 + 2 * i] = (guint8)digits[der[i] >> 4];
        out->data[hole->start + 2 + 2 * i] = (guint8)digits[der[i] & 15];
    }
    return true;
}

static void add_form(struct update *update, unsigned value, const struct signing_terms *terms)
{
    qpdf_data pdf = update->pdf;
    qpdf_oh form = form_of(pdf), root = qpdf_get_root(pdf);
    qpdf_oh_remove_key(pdf, form, "/SigFlags");
    update_object(update, number_of(pdf, form), form, "/SigFlags 3");
    if (terms->certify == 0)
        return;
    g_autofree char *permission = g_strdup_printf("/Perms<</DocMDP %u 0 R>>", value);
    update_object(update, number_of(pdf, root), root, permission);
}

static bool sign_field(struct update *update, qpdf_oh field, const struct signer *signer,
                       const struct signing_terms *terms, GError **error)
{
    const unsigned value = update_number(update);
    g_autofree char *reference = g_strdup_printf("/V %u 0 R", value);
    show_signed(update, field);
    update_object(update, number_of(update->pdf, field), field, reference);
    add_form(update, value, terms);
    const struct hole hole = add_value(update, field, value, terms, signer_room(signer, terms));
    update_end(update);
    set_range(update->out, &hole);
    return fill(update->out, &hole, signer, terms, error);
}

GByteArray *signature_add(const void *paper, size_t length, const struct signer *signer,
                          const struct signing_terms *terms, GError **error)
{
    struct update update;
    if (!update_begin(&update, paper, length, error))
        return NULL;
    qpdf_oh field;
    waiting(update.pdf, &field);
    GByteArray *out = NULL;
    if (qpdf_oh_is_null(update.pdf, field))
        fail(error, FAILURE_DATA, "no field waits for a signature");
    else if (sign_field(&update, field, signer, terms, error))
        out = g_steal_pointer(&update.out);
    update_clear(&update);
    return out;
}

GByteArray *signature_prepare(const void *paper, size_t length, GError **error)
{
    struct update update;
    if (!update_begin(&update, paper, length, error))
        return NULL;
    qpdf_oh field;
    GByteArray *out = NULL;
    if (waiting(update.pdf, &field) > 0) {
        show_signed(&update, field);
        update_end(&update);
        out = g_steal_pointer(&update.out);
    } else {
        fail(error, FAILURE_DATA, "no field waits for a signature");
    }
    update_clear(&update);
    return out;
}
