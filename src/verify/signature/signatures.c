#include "signature.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdarg.h>
#include <string.h>

void signature_blame(const struct signed_document *document, enum verify_rule rule,
                     const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(_(format), args);
    va_end(args);
    conformance_add(document->conformance, rule, (struct conformance_spot){0}, text);
}

static qpdf_oh key_of(const struct signed_document *document, qpdf_oh from, const char *key)
{
    return qpdf_oh_get_key_if_dict(document->pdf, from, key);
}

/* "D:20211231070000+07'00'" */
static time_t time_of(const char *text)
{
    struct tm tm = {0};
    int hours = 0, minutes = 0;
    char sign = 'Z';
    if (sscanf(text, "D:%4d%2d%2d%2d%2d%2d%c%2d'%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
               &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &sign, &hours, &minutes) < 6)
        return 0;
    tm.tm_year -= 1900;
    tm.tm_mon--;
    const int ahead = (hours * 60 + minutes) * 60;
    return timegm(&tm) - (sign == '+' ? ahead : sign == '-' ? -ahead : 0);
}

/* The four numbers of /ByteRange, of which the hole is what they leave out. */
static bool read_range(const struct signed_document *document, qpdf_oh value,
                       struct signature_value *found)
{
    qpdf_oh range = key_of(document, value, "/ByteRange");
    long long at[4];
    if (!qpdf_oh_is_array(document->pdf, range) ||
        qpdf_oh_get_array_n_items(document->pdf, range) != 4)
        return false;
    for (int i = 0; i < 4; i++)
        at[i] =
            qpdf_oh_get_int_value(document->pdf, qpdf_oh_get_array_item(document->pdf, range, i));
    const long long size = (long long)document->size;
    if (at[0] != 0 || at[1] <= 0 || at[2] <= at[1] || at[3] < 0 || at[2] > size ||
        at[3] > size - at[2])
        return false;
    found->before = (size_t)at[1];
    found->behind = (size_t)at[2];
    found->end = (size_t)(at[2] + at[3]);
    return true;
}

/* The hole is the text of /Contents and nothing else: no byte escapes the signature. */
static bool read_hole(const struct signed_document *document, qpdf_oh value,
                      struct signature_value *found)
{
    qpdf_oh contents = key_of(document, value, "/Contents");
    if (!qpdf_oh_is_string(document->pdf, contents))
        return false;
    found->der = (const unsigned char *)qpdf_oh_get_binary_string_value(document->pdf, contents,
                                                                        &found->length);
    return document->bytes[found->before] == '<' && document->bytes[found->behind - 1] == '>' &&
           found->behind - found->before == 2 * found->length + 2;
}

static unsigned certified_as(const struct signed_document *document, qpdf_oh value)
{
    qpdf_oh references = key_of(document, value, "/Reference");
    if (!qpdf_oh_is_array(document->pdf, references))
        return 0;
    qpdf_oh first = qpdf_oh_get_array_item(document->pdf, references, 0);
    qpdf_oh terms = key_of(document, first, "/TransformParams");
    qpdf_oh allowed = key_of(document, terms, "/P");
    return qpdf_oh_is_integer(document->pdf, allowed)
               ? (unsigned)qpdf_oh_get_int_value_as_int(document->pdf, allowed)
               : 2;
}

static char *string_of(const struct signed_document *document, qpdf_oh from, const char *key)
{
    qpdf_oh text = key_of(document, from, key);
    return g_strdup(
        qpdf_oh_is_string(document->pdf, text) ? qpdf_oh_get_utf8_value(document->pdf, text) : "");
}

static void judge(const struct signed_document *document, qpdf_oh field, qpdf_oh value)
{
    struct signature_value found;
    g_autofree char *name = string_of(document, field, "/T"),
                    *date = string_of(document, value, "/M");
    struct signature_verdict verdict = {.file = document->name,
                                        .field = name,
                                        .claimed = time_of(date),
                                        .certified = certified_as(document, value)};
    const size_t before = conformance_count(document->conformance);
    if (!read_range(document, value, &found) || !read_hole(document, value, &found)) {
        signature_blame(document, RULE_SIGNATURE,
                        "the signature of field %s leaves out more than itself", name);
    } else {
        verdict.whole = found.end == document->size;
        signature_judge_cms(document, &found, &verdict);
        if (!verdict.whole)
            signature_judge_later(document, &found, &verdict);
    }
    verdict.valid = conformance_count(document->conformance) == before;
    if (document->judging->tell)
        document->judging->tell(document->judging->to, &verdict);
    g_free((char *)verdict.signer);
    g_free((char *)verdict.issuer);
    g_free((char *)verdict.serial);
}

static void judge_fields(const struct signed_document *document)
{
    qpdf_oh fields =
        key_of(document, key_of(document, qpdf_get_root(document->pdf), "/AcroForm"), "/Fields");
    const bool listed = qpdf_oh_is_array(document->pdf, fields);
    bool begun = false;
    for (int i = 0; listed && i < qpdf_oh_get_array_n_items(document->pdf, fields); i++) {
        qpdf_oh field = qpdf_oh_get_array_item(document->pdf, fields, i);
        qpdf_oh value = key_of(document, field, "/V");
        if (!qpdf_oh_has_key(document->pdf, value, "/ByteRange"))
            continue;
        if (!begun)
            conformance_begin(document->conformance, document->name);
        begun = true;
        judge(document, field, value);
    }
    if (begun)
        conformance_end(document->conformance);
}

/* What is signed stands outside of compressed objects, since it leaves out a part of the file:
 * most papers of a folder need not be read. */
static bool may_be_signed(const char *bytes, size_t size)
{
    static const char range[] = "/ByteRange", begin[] = "%PDF-";
    return size < strlen(begin) || memcmp(bytes, begin, strlen(begin)) != 0 ||
           memmem(bytes, size, range, strlen(range)) != NULL;
}

void signature_judge_document(void *data, const char *name, const void *bytes, size_t size)
{
    struct signed_document *document = data;
    document->name = name;
    document->bytes = bytes;
    document->size = size;
    if (!may_be_signed(bytes, size))
        return;
    document->pdf = qpdf_init();
    qpdf_silence_errors(document->pdf);
    qpdf_set_suppress_warnings(document->pdf, QPDF_TRUE);
    if (qpdf_read_memory(document->pdf, name, bytes, size, NULL) & QPDF_ERRORS) {
        qpdf_error reason = qpdf_get_error(document->pdf);
        conformance_begin(document->conformance, name);
        signature_blame(document, RULE_UNREADABLE, "it cannot be read as a PDF: %s",
                        qpdf_get_error_message_detail(document->pdf, reason));
        conformance_end(document->conformance);
    } else {
        signature_read_proofs(document);
        judge_fields(document);
        signature_clear_proofs(document);
    }
    qpdf_cleanup(&document->pdf);
}

static X509_STORE *read_roots(const char *path, GError **error)
{
    X509_STORE *roots = X509_STORE_new();
    X509_STORE_set_purpose(roots, X509_PURPOSE_ANY);
    if (X509_STORE_load_file(roots, path) == 1)
        return roots;
    X509_STORE_free(roots);
    fail(error, FAILURE_INPUT, "%s: no certificates in PEM can be read there", path);
    return NULL;
}

bool verify_can_judge_chains(const char *roots, GError **error)
{
    X509_STORE *store = roots ? read_roots(roots, error) : NULL;
    X509_STORE_free(store);
    return store || !roots;
}

bool verify_signed(const struct returned_document *returned,
                   const struct signature_judging *judging, struct conformance *conformance,
                   GError **error)
{
    const struct signature_value begun = {.end = returned->base};
    const struct signature_verdict free_of_terms = {.certified = NOTHING_SIGNED};
    struct signed_document document = {.conformance = conformance, .judging = judging};
    if (judging->roots && !(document.roots = read_roots(judging->roots, error)))
        return false;
    const size_t before = conformance_count(conformance);
    signature_judge_document(&document, returned->name, returned->bytes, returned->size);
    document.name = returned->name;
    document.bytes = returned->bytes;
    document.size = returned->size;
    if (returned->base > 0) {
        conformance_begin(conformance, returned->name);
        signature_judge_later(&document, &begun, &free_of_terms);
        conformance_end(conformance);
    }
    X509_STORE_free(document.roots);
    return conformance_count(conformance) == before;
}

bool verify_signatures(const char *path, const struct signature_judging *judging,
                       struct conformance *conformance, GError **error)
{
    struct signed_document document = {.conformance = conformance, .judging = judging};
    if (judging->roots && !(document.roots = read_roots(judging->roots, error)))
        return false;
    const bool read = signature_judge_all(path, &document, error);
    X509_STORE_free(document.roots);
    return read;
}
