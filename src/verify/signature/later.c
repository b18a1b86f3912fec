/* What was appended behind what was signed: the objects of then and of now are compared.
 *
 * After any signature another may be added, and the proofs that keep one valid (/DSS); a
 * paper certified with P = 1 takes proofs alone (ISO 32000-1, 12.8.2.2.2). */
#include "signature.h"

#include <string.h>

/* A revision of the file. */
struct revision {
    qpdf_data pdf;
    int objects;
};

static bool open_revision(struct revision *revision, const unsigned char *bytes, size_t size)
{
    revision->pdf = qpdf_init();
    qpdf_silence_errors(revision->pdf);
    qpdf_set_suppress_warnings(revision->pdf, QPDF_TRUE);
    if (qpdf_read_memory(revision->pdf, "", (const char *)bytes, size, NULL) & QPDF_ERRORS)
        return false;
    revision->objects = qpdf_oh_get_int_value_as_int(
        revision->pdf, qpdf_oh_get_key(revision->pdf, qpdf_get_trailer(revision->pdf), "/Size"));
    return true;
}

static char *text_of(const struct revision *revision, qpdf_oh object)
{
    return g_strdup(qpdf_oh_unparse_resolved(revision->pdf, object));
}

/* The same without the keys that may change. */
static char *kept_of(const struct revision *revision, qpdf_oh object, const char *const *free_keys)
{
    if (!qpdf_oh_is_dictionary(revision->pdf, object))
        return text_of(revision, object);
    GString *kept = g_string_new(NULL);
    qpdf_oh_begin_dict_key_iter(revision->pdf, object);
    while (qpdf_oh_dict_more_keys(revision->pdf)) {
        const char *key = qpdf_oh_dict_next_key(revision->pdf);
        if (!g_strv_contains(free_keys, key))
            g_string_append_printf(
                kept, "%s %s ", key,
                qpdf_oh_unparse(revision->pdf, qpdf_oh_get_key(revision->pdf, object, key)));
    }
    return g_string_free(kept, FALSE);
}

static bool is_type(const struct revision *revision, qpdf_oh object, const char *name)
{
    qpdf_oh type = qpdf_oh_get_key_if_dict(revision->pdf, object, "/Type");
    return qpdf_oh_is_name(revision->pdf, type) &&
           strcmp(qpdf_oh_get_name(revision->pdf, type), name) == 0;
}

static const char *const no_keys[] = {NULL};
static const char *const catalog_keys[] = {"/DSS", "/Extensions", "/AcroForm", NULL};
static const char *const first_keys[] = {"/DSS", "/Extensions", "/AcroForm", "/Perms", NULL};
static const char *const form_keys[] = {"/Fields", "/SigFlags", "/DR", NULL};
static const char *const page_keys[] = {"/Annots", "/Contents", NULL};
static const char *const field_keys[] = {"/V", "/AP", NULL};

/* What of the object another signature may change. */
static const char *const *keys_that_may_change(const struct revision *then, qpdf_oh object,
                                               unsigned certified)
{
    if (is_type(then, object, "/Catalog"))
        return certified == NOTHING_SIGNED ? first_keys : catalog_keys;
    if (certified == 1)
        return no_keys;
    if (qpdf_oh_has_key(then->pdf, object, "/Fields"))
        return form_keys;
    if (is_type(then, object, "/Page"))
        return page_keys;
    return qpdf_oh_has_key(then->pdf, object, "/FT") &&
                   qpdf_oh_is_null(then->pdf, qpdf_oh_get_key(then->pdf, object, "/V"))
               ? field_keys
               : no_keys;
}

static bool is_array_or_one(const struct revision *revision, qpdf_oh contents, GString *out)
{
    const bool many = qpdf_oh_is_array(revision->pdf, contents);
    const int count = many ? qpdf_oh_get_array_n_items(revision->pdf, contents) : 1;
    for (int i = 0; i < count; i++) {
        qpdf_oh item = many ? qpdf_oh_get_array_item(revision->pdf, contents, i) : contents;
        g_string_append_printf(out, "%d ", qpdf_oh_get_object_id(revision->pdf, item));
    }
    return count > 0;
}

/* A page may show more only by streams that the paper held when it was signed. */
static bool shows_the_same(const struct revision *then, qpdf_oh before, const struct revision *now,
                           qpdf_oh after)
{
    g_autoptr(GString) old = g_string_new(NULL), new = g_string_new(NULL);
    is_array_or_one(then, qpdf_oh_get_key(then->pdf, before, "/Contents"), old);
    is_array_or_one(now, qpdf_oh_get_key(now->pdf, after, "/Contents"), new);
    if (!g_str_has_prefix(new->str, old->str))
        return false;
    g_auto(GStrv) added = g_strsplit(new->str + old->len, " ", -1);
    for (size_t i = 0; added[i]; i++)
        if (*added[i] && atoi(added[i]) >= then->objects)
            return false;
    return true;
}

static qpdf_oh key_of(const struct revision *revision, qpdf_oh from, const char *key)
{
    return qpdf_oh_get_key_if_dict(revision->pdf, from, key);
}

static int count_of(const struct revision *revision, qpdf_oh list)
{
    return qpdf_oh_is_array(revision->pdf, list) ? qpdf_oh_get_array_n_items(revision->pdf, list)
                                                 : 0;
}

/* A field that is judged by its own signature. */
static bool is_signed(const struct revision *revision, qpdf_oh field)
{
    qpdf_oh form = key_of(revision, qpdf_get_root(revision->pdf), "/AcroForm");
    qpdf_oh fields = key_of(revision, form, "/Fields");
    const int number = qpdf_oh_get_object_id(revision->pdf, field);
    bool listed = false;
    for (int i = 0; i < count_of(revision, fields); i++)
        listed |= qpdf_oh_get_object_id(revision->pdf,
                                        qpdf_oh_get_array_item(revision->pdf, fields, i)) == number;
    return number > 0 && listed &&
           qpdf_oh_is_name_and_equals(revision->pdf, key_of(revision, field, "/Subtype"),
                                      "/Widget") &&
           qpdf_oh_has_key(revision->pdf, key_of(revision, field, "/V"), "/ByteRange");
}

/* Behind the annotations that a page had, only signatures that are new may stand. */
static bool annotates_the_same(const struct revision *then, const struct revision *now, int number)
{
    qpdf_oh before = qpdf_get_object_by_id(then->pdf, number, 0);
    qpdf_oh after = qpdf_get_object_by_id(now->pdf, number, 0);
    if (!is_type(then, before, "/Page"))
        return true;
    qpdf_oh old = key_of(then, before, "/Annots"), new = key_of(now, after, "/Annots");
    const int had = count_of(then, old), has = count_of(now, new);
    bool same = had <= has;
    for (int i = 0; same && i < had; i++)
        same = strcmp(qpdf_oh_unparse(then->pdf, qpdf_oh_get_array_item(then->pdf, old, i)),
                      qpdf_oh_unparse(now->pdf, qpdf_oh_get_array_item(now->pdf, new, i))) == 0;
    for (int i = had; same && i < has; i++) {
        qpdf_oh added = qpdf_oh_get_array_item(now->pdf, new, i);
        same = qpdf_oh_get_object_id(now->pdf, added) >= then->objects && is_signed(now, added);
    }
    return same;
}

static bool is_allowed(const struct revision *then, const struct revision *now, int number,
                       unsigned certified)
{
    qpdf_oh before = qpdf_get_object_by_id(then->pdf, number, 0);
    qpdf_oh after = qpdf_get_object_by_id(now->pdf, number, 0);
    if (is_type(then, before, "/Page") && !shows_the_same(then, before, now, after))
        return false;
    const char *const *keys = qpdf_oh_is_dictionary(then->pdf, before)
                                  ? keys_that_may_change(then, before, certified)
                                  : no_keys;
    g_autofree char *old = kept_of(then, before, keys), *new = kept_of(now, after, keys);
    return strcmp(old, new) == 0;
}

/* Streams are the same where their bytes are. */
static bool is_same_stream(const struct revision *then, const struct revision *now, int number)
{
    qpdf_oh before = qpdf_get_object_by_id(then->pdf, number, 0);
    qpdf_oh after = qpdf_get_object_by_id(now->pdf, number, 0);
    if (!qpdf_oh_is_stream(then->pdf, before) || !qpdf_oh_is_stream(now->pdf, after))
        return true;
    unsigned char *old = NULL, *new = NULL;
    size_t old_size = 0, new_size = 0;
    qpdf_oh_get_stream_data(then->pdf, before, qpdf_dl_none, NULL, &old, &old_size);
    qpdf_oh_get_stream_data(now->pdf, after, qpdf_dl_none, NULL, &new, &new_size);
    const bool same = old_size == new_size && (old_size == 0 || memcmp(old, new, old_size) == 0);
    free(old);
    free(new);
    return same;
}

static bool is_container(const struct revision *then, int number)
{
    qpdf_oh object = qpdf_get_object_by_id(then->pdf, number, 0);
    qpdf_oh dict =
        qpdf_oh_is_stream(then->pdf, object) ? qpdf_oh_get_dict(then->pdf, object) : object;
    return is_type(then, dict, "/ObjStm") || is_type(then, dict, "/XRef");
}

static void compare(const struct signed_document *document, const struct revision *then,
                    const struct revision *now, unsigned certified)
{
    for (int number = 1; number < then->objects; number++) {
        if (is_container(then, number))
            continue;
        if (!annotates_the_same(then, now, number)) {
            signature_blame(document, RULE_LATER,
                            "object %d, a page, has other annotations than when it was signed",
                            number);
            return;
        }
        if (!is_allowed(then, now, number, certified) || !is_same_stream(then, now, number)) {
            signature_blame(document, RULE_LATER, "object %d was changed after it was signed",
                            number);
            return;
        }
    }
}

void signature_judge_later(const struct signed_document *document,
                           const struct signature_value *value,
                           const struct signature_verdict *verdict)
{
    struct revision then, now;
    if (open_revision(&then, document->bytes, value->end)) {
        if (open_revision(&now, document->bytes, document->size))
            compare(document, &then, &now, verdict->certified);
        qpdf_cleanup(&now.pdf);
    } else {
        signature_blame(document, RULE_LATER, "what was signed is no PDF by itself");
    }
    qpdf_cleanup(&then.pdf);
}
