#include "rapor/sign/signature.h"

#include "field.h"
#include "update.h"

#include "rapor/base/failure.h"
#include "rapor/sign/proofs.h"

#include <openssl/evp.h>
#include <string.h>

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

/* Puts behind the contents of PAGE what only the signed paper shows; false where it is there. */
static bool show_on(qpdf_data pdf, qpdf_oh page, qpdf_oh shown)
{
    qpdf_oh contents = qpdf_oh_get_key(pdf, page, "/Contents");
    if (qpdf_oh_is_array(pdf, contents)) {
        if (has_item(pdf, contents, shown))
            return false;
    } else {
        qpdf_oh array = qpdf_oh_new_array(pdf);
        qpdf_oh_append_item(pdf, array, contents);
        contents = array;
    }
    qpdf_oh_append_item(pdf, contents, shown);
    qpdf_oh_replace_key(pdf, page, "/Contents", contents);
    return true;
}

static void show_signed(struct update *update, qpdf_oh field)
{
    qpdf_data pdf = update->pdf;
    qpdf_oh pairs = field_order(pdf, field, "/Pages");
    const int count = qpdf_oh_is_array(pdf, pairs) ? qpdf_oh_get_array_n_items(pdf, pairs) / 2 : 0;
    g_autoptr(GHashTable) changed = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < count; i++) {
        qpdf_oh page = qpdf_oh_get_array_item(pdf, pairs, 2 * i);
        if (show_on(pdf, page, qpdf_oh_get_array_item(pdf, pairs, 2 * i + 1)))
            g_hash_table_add(changed, GUINT_TO_POINTER(number_of(pdf, page)));
    }
    for (int i = 0; i < count; i++) {
        qpdf_oh page = qpdf_oh_get_array_item(pdf, pairs, 2 * i);
        if (g_hash_table_remove(changed, GUINT_TO_POINTER(number_of(pdf, page))))
            update_object(update, number_of(pdf, page), page, "");
    }
}

#define RANGE "[0 ########## ########## ##########]"

static void put_said(qpdf_data pdf, qpdf_oh field, const char *key, GString *out)
{
    qpdf_oh text = field_order(pdf, field, key);
    if (qpdf_oh_is_string(pdf, text))
        g_string_append_printf(out, "%s%s", key, qpdf_oh_unparse(pdf, text));
}

static char *value_text(struct update *update, qpdf_oh field, const struct signing_terms *terms,
                        size_t room)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(terms->time);
    g_autofree char *stamp = g_date_time_format(time, "%Y%m%d%H%M%SZ");
    g_autofree char *zeros = g_strnfill(2 * room, '0');
    GString *out = g_string_new("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached");
    g_string_append_printf(out, "/M(D:%s)", stamp);
    put_said(update->pdf, field, "/Name", out);
    put_said(update->pdf, field, "/Reason", out);
    put_said(update->pdf, field, "/Location", out);
    if (terms->certify > 0)
        g_string_append_printf(out,
                               "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams"
                               "<</Type/TransformParams/P %u/V/1.2>>>>]",
                               terms->certify);
    g_string_append_printf(out, "/ByteRange" RANGE "/Contents<%s>>>", zeros);
    return g_string_free(out, FALSE);
}

/* Returns where the text of /ByteRange is. */
static size_t add_value(struct update *update, qpdf_oh field, unsigned object,
                        const struct signing_terms *terms, size_t room)
{
    g_autofree char *text = value_text(update, field, terms, room);
    update_text(update, object, text);
    const struct update_entry *entry =
        &g_array_index(update->entries, struct update_entry, update->entries->len - 1);
    const char *bytes = (const char *)update->out->data + entry->at;
    return (size_t)(strstr(bytes, RANGE) - bytes) + entry->at;
}

/* The hole goes from "<" to behind ">"; all but it is signed. */
static void open_hole(struct signature_draft *draft, size_t range, size_t room)
{
    GByteArray *out = draft->paper;
    draft->start = range + strlen(RANGE "/Contents");
    draft->end = draft->start + 2 * room + 2;
    g_autofree char *text =
        g_strdup_printf("[0 %zu %zu %zu]", draft->start, draft->end, out->len - draft->end);
    memset(out->data + range, ' ', strlen(RANGE));
    memcpy(out->data + range, text, strlen(text));
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    EVP_DigestUpdate(context, out->data, draft->start);
    EVP_DigestUpdate(context, out->data + draft->end, out->len - draft->end);
    EVP_DigestFinal_ex(context, draft->digest, NULL);
    EVP_MD_CTX_free(context);
}

static void add_form(struct update *update, unsigned value, const struct signing_terms *terms)
{
    qpdf_data pdf = update->pdf;
    qpdf_oh form = field_form(pdf), root = qpdf_get_root(pdf);
    qpdf_oh_remove_key(pdf, form, "/SigFlags");
    update_object(update, number_of(pdf, form), form, "/SigFlags 3");
    if (terms->certify == 0)
        return;
    g_autofree char *permission = g_strdup_printf("/Perms<</DocMDP %u 0 R>>", value);
    update_object(update, number_of(pdf, root), root, permission);
}

static void draft_field(struct update *update, qpdf_oh field, const struct signer_card *card,
                        const struct signing_terms *terms, struct signature_draft *draft)
{
    const unsigned value = update_number(update);
    g_autofree char *reference = g_strdup_printf("/V %u 0 R", value);
    show_signed(update, field);
    update_object(update, number_of(update->pdf, field), field, reference);
    add_form(update, value, terms);
    const size_t range = add_value(update, field, value, terms, card->room);
    update_end(update);
    draft->paper = g_steal_pointer(&update->out);
    open_hole(draft, range, card->room);
}

enum signature_state signature_begin(const struct paper_bytes *paper,
                                     const struct signer_card *card,
                                     const struct signing_terms *terms,
                                     struct signature_draft *draft, GError **error)
{
    *draft = (struct signature_draft){0};
    struct update update;
    if (!update_begin(&update, paper->bytes, paper->length, error))
        return SIGNATURE_NONE;
    qpdf_oh field;
    enum signature_state state = SIGNATURE_NONE;
    const unsigned waiting = field_waiting(update.pdf, card, &field);
    if (waiting > 0 && qpdf_oh_is_null(update.pdf, field)) {
        draft->whom = field_whom(update.pdf);
        state = SIGNATURE_OTHERS;
    } else if (waiting > 0) {
        draft->left = waiting - 1;
        draft_field(&update, field, card, terms, draft);
        state = SIGNATURE_READY;
    }
    update_clear(&update);
    return state;
}

static bool fill(const struct signature_draft *draft, GBytes *cms, GError **error)
{
    static const char digits[] = "0123456789abcdef";
    gsize length;
    const guint8 *der = g_bytes_get_data(cms, &length);
    guint8 *hole = draft->paper->data + draft->start + 1;
    const size_t room = (draft->end - draft->start - 2) / 2;
    if (length > room)
        return fail(error, FAILURE_SOFTWARE, "a signature of %zu bytes finds room for %zu alone",
                    length, room);
    for (gsize i = 0; i < length; i++) {
        hole[2 * i] = (guint8)digits[der[i] >> 4];
        hole[2 * i + 1] = (guint8)digits[der[i] & 15];
    }
    return true;
}

GByteArray *signature_end(struct signature_draft *draft, GBytes *cms,
                          const struct signing_terms *terms, GError **error)
{
    if (!fill(draft, cms, error))
        return NULL;
    return terms->proofs ? proofs_append(terms->proofs, draft->paper, error)
                         : g_steal_pointer(&draft->paper);
}

GByteArray *signature_sign(struct signature_draft *draft, const struct signer *signer,
                           const struct signing_terms *terms, GError **error)
{
    g_autoptr(GBytes) cms = signer_sign(signer, terms, draft->digest, error);
    return cms ? signature_end(draft, cms, terms, error) : NULL;
}

void signature_draft_clear(struct signature_draft *draft)
{
    g_clear_pointer(&draft->paper, g_byte_array_unref);
    g_clear_pointer(&draft->whom, g_free);
}

GByteArray *signature_prepare(const void *paper, size_t length, GError **error)
{
    struct update update;
    if (!update_begin(&update, paper, length, error))
        return NULL;
    qpdf_oh field;
    GByteArray *out = NULL;
    if (field_waiting(update.pdf, NULL, &field) > 0) {
        show_signed(&update, field);
        update_end(&update);
        out = g_steal_pointer(&update.out);
    } else {
        fail(error, FAILURE_DATA, "no field waits for a signature");
    }
    update_clear(&update);
    return out;
}
