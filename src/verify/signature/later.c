/* What was appended behind what was signed: the objects of then and of now are compared.
 *
 * All that the paper was made of when it was signed has to be the same, dictionary and data;
 * what is new may be reached from here alone:
 *
 *   /DSS, /Extensions of the catalog, its /Version; before anybody has signed its /Perms as well
 *   /Fields of the form, behind what was there, where they are signed; its /SigFlags, more /DR,
 *   a /DA where it had none
 *   /Annots of a page, the same
 *   /V, /AP of a field that waited for a signature, once it has one
 *   /Contents of a page, behind what was there: what such a field says that it shows then,
 *   once there is another signature
 *   who wrote it last, and when, in /Info (/Producer, /ModDate) and XMP
 *
 * A paper certified with P = 1 takes /DSS and /Extensions alone (ISO 32000-1, 12.8.2.2.2;
 * ISO 32000-2, 12.8.2.2.2). */
#include "same.h"
#include "signature.h"

static const char *const no_keys[] = {NULL};
static const char *const catalog_keys[] = {"/DSS",      "/Extensions", "/Version",
                                           "/AcroForm", "/Perms",      NULL};
static const char *const signed_keys[] = {"/DSS", "/Extensions", "/Version", "/AcroForm", NULL};
static const char *const certified_keys[] = {"/DSS", "/Extensions", NULL};
static const char *const form_keys[] = {"/Fields", "/SigFlags", "/DR", "/DA", NULL};
static const char *const page_keys[] = {"/Annots", "/Contents", NULL};
static const char *const field_keys[] = {"/V", "/AP", NULL};
static const char *const info_keys[] = {"/Producer", "/ModDate", NULL};

static bool open_revision(qpdf_data *pdf, const unsigned char *bytes, size_t size)
{
    *pdf = qpdf_init();
    qpdf_silence_errors(*pdf);
    qpdf_set_suppress_warnings(*pdf, QPDF_TRUE);
    return !(qpdf_read_memory(*pdf, "", (const char *)bytes, size, NULL) & QPDF_ERRORS);
}

/* Of whatever else it is null, without a warning. */
static qpdf_oh key_of(qpdf_data pdf, qpdf_oh from, const char *key)
{
    return qpdf_oh_is_dictionary(pdf, from) ? qpdf_oh_get_key(pdf, from, key)
                                            : qpdf_oh_new_null(pdf);
}

static bool has_key(qpdf_data pdf, qpdf_oh from, const char *key)
{
    return !qpdf_oh_is_null(pdf, key_of(pdf, from, key));
}

static qpdf_oh form_of(qpdf_data pdf)
{
    return key_of(pdf, qpdf_get_root(pdf), "/AcroForm");
}

static bool is_page(qpdf_data pdf, qpdf_oh object)
{
    return qpdf_oh_is_dictionary_of_type(pdf, object, "/Page", "");
}

static bool has_item(qpdf_data pdf, qpdf_oh list, gpointer reference)
{
    for (int i = 0; i < same_count(pdf, list); i++)
        if (same_reference(pdf, same_item(pdf, list, i)) == reference)
            return true;
    return false;
}

/* A field that is judged by its own signature, and does nothing. */
static bool is_signed(qpdf_data pdf, gpointer field)
{
    qpdf_oh object = same_referred(pdf, field);
    return has_item(pdf, key_of(pdf, form_of(pdf), "/Fields"), field) &&
           qpdf_oh_is_name_and_equals(pdf, key_of(pdf, object, "/Subtype"), "/Widget") &&
           has_key(pdf, key_of(pdf, object, "/V"), "/ByteRange") && !has_key(pdf, object, "/A") &&
           !has_key(pdf, object, "/AA");
}

/* One that waited when the paper was signed. */
static bool is_signed_later(const struct revisions *revisions, gpointer field)
{
    qpdf_oh before = same_referred(revisions->then, field);
    return qpdf_oh_is_name_and_equals(revisions->then, key_of(revisions->then, before, "/FT"),
                                      "/Sig") &&
           !has_key(revisions->then, before, "/V") && is_signed(revisions->now, field);
}

/* Behind the same items only signatures that are new may stand. */
static bool adds_signatures(struct revisions *revisions, qpdf_oh before, qpdf_oh after)
{
    bool same = same_beginning(revisions, before, after);
    for (int i = same_count(revisions->then, before); same && i < same_count(revisions->now, after);
         i++) {
        gpointer added = same_reference(revisions->now, same_item(revisions->now, after, i));
        same = added && qpdf_oh_is_null(revisions->then, same_referred(revisions->then, added)) &&
               is_signed(revisions->now, added);
    }
    return same;
}

/* Whether FIELD shows this on the page once it is signed: pairs of a page and what it shows. */
static bool shows(qpdf_data pdf, qpdf_oh field, gpointer page, gpointer shown)
{
    qpdf_oh pairs = key_of(pdf, key_of(pdf, field, "/RaporSigned"), "/Pages");
    for (int i = 0; i + 1 < same_count(pdf, pairs); i += 2)
        if (same_reference(pdf, same_item(pdf, pairs, i)) == page &&
            same_reference(pdf, same_item(pdf, pairs, i + 1)) == shown)
            return true;
    return false;
}

static int count_signed(qpdf_data pdf)
{
    qpdf_oh fields = key_of(pdf, form_of(pdf), "/Fields");
    int count = 0;
    for (int i = 0; i < same_count(pdf, fields); i++)
        count += is_signed(pdf, same_reference(pdf, same_item(pdf, fields, i)));
    return count;
}

/* Whoever signs elsewhere may do so in another field than the one that waited. */
static bool is_shown_later(const struct revisions *revisions, gpointer page, gpointer shown)
{
    qpdf_data then = revisions->then;
    qpdf_oh fields = key_of(then, form_of(then), "/Fields");
    for (int i = 0; i < same_count(then, fields); i++) {
        qpdf_oh field = same_item(then, fields, i);
        if (!has_key(then, field, "/V") && shows(then, field, page, shown))
            return revisions->certified == NOTHING_SIGNED ||
                   count_signed(revisions->now) > count_signed(then);
    }
    return false;
}

static bool shows_the_same(struct revisions *revisions, gpointer page)
{
    qpdf_oh before = key_of(revisions->then, same_referred(revisions->then, page), "/Contents");
    qpdf_oh after = key_of(revisions->now, same_referred(revisions->now, page), "/Contents");
    bool same = same_beginning(revisions, before, after);
    for (int i = same_count(revisions->then, before); same && i < same_count(revisions->now, after);
         i++)
        same = is_shown_later(revisions, page,
                              same_reference(revisions->now, same_item(revisions->now, after, i)));
    return same;
}

static bool has_same_annotations(struct revisions *revisions, gpointer page)
{
    return adds_signatures(revisions,
                           key_of(revisions->then, same_referred(revisions->then, page), "/Annots"),
                           key_of(revisions->now, same_referred(revisions->now, page), "/Annots"));
}

static bool has_same_form(struct revisions *revisions)
{
    qpdf_oh before = form_of(revisions->then), after = form_of(revisions->now);
    return same_value(revisions, before, after, form_keys) &&
           adds_signatures(revisions, key_of(revisions->then, before, "/Fields"),
                           key_of(revisions->now, after, "/Fields")) &&
           same_or_more(revisions, key_of(revisions->then, before, "/DR"),
                        key_of(revisions->now, after, "/DR"), 2) &&
           same_or_more(revisions, key_of(revisions->then, before, "/DA"),
                        key_of(revisions->now, after, "/DA"), 1);
}

static bool has_same_trailer(struct revisions *revisions)
{
    qpdf_oh before = qpdf_get_trailer(revisions->then), after = qpdf_get_trailer(revisions->now);
    return same_object(revisions, key_of(revisions->then, before, "/Root"),
                       key_of(revisions->now, after, "/Root")) &&
           same_object(revisions, key_of(revisions->then, before, "/Encrypt"),
                       key_of(revisions->now, after, "/Encrypt")) &&
           same_value(revisions, key_of(revisions->then, before, "/Info"),
                      key_of(revisions->now, after, "/Info"),
                      revisions->certified == 1 ? no_keys : info_keys);
}

static const char *const *keys_that_may_change(const struct revisions *revisions,
                                               gpointer reference)
{
    qpdf_data then = revisions->then;
    if (reference == same_reference(then, qpdf_get_root(then)))
        return revisions->certified == 1                ? certified_keys
               : revisions->certified == NOTHING_SIGNED ? catalog_keys
                                                        : signed_keys;
    if (revisions->certified == 1)
        return no_keys;
    if (is_page(then, same_referred(then, reference)))
        return page_keys;
    return is_signed_later(revisions, reference) ? field_keys : no_keys;
}

static bool may_grow(const struct revisions *revisions, gpointer reference)
{
    return revisions->certified != 1 &&
           is_page(revisions->then, same_referred(revisions->then, reference));
}

static bool is_same(struct revisions *revisions, gpointer reference)
{
    return same_value(revisions, same_referred(revisions->then, reference),
                      same_referred(revisions->now, reference),
                      keys_that_may_change(revisions, reference)) &&
           (!may_grow(revisions, reference) || shows_the_same(revisions, reference));
}

static void compare_objects(const struct signed_document *document, struct revisions *revisions)
{
    bool same = true;
    while (same && revisions->ahead->len > 0) {
        gpointer reference =
            g_ptr_array_steal_index_fast(revisions->ahead, revisions->ahead->len - 1);
        const int number = (int)(GPOINTER_TO_SIZE(reference) >> 16);
        same = !may_grow(revisions, reference) || has_same_annotations(revisions, reference);
        if (!same) {
            signature_blame(document, RULE_LATER,
                            "object %d, a page, has other annotations than when it was signed",
                            number);
        } else {
            same = is_same(revisions, reference);
            if (!same)
                signature_blame(document, RULE_LATER, "object %d was changed after it was signed",
                                number);
        }
        qpdf_oh_release_all(revisions->then);
        qpdf_oh_release_all(revisions->now);
    }
}

/* Of what is spelled twice or damaged each program makes something else. */
static bool became_unclear(const struct revisions *revisions)
{
    return qpdf_more_warnings(revisions->now) && !qpdf_more_warnings(revisions->then);
}

static void compare(const struct signed_document *document, struct revisions *revisions)
{
    const size_t before = conformance_count(document->conformance);
    if (!has_same_trailer(revisions))
        signature_blame(document, RULE_LATER,
                        "its catalog or information is another than when it was signed");
    else if (revisions->certified != 1 && !has_same_form(revisions))
        signature_blame(document, RULE_LATER,
                        "its form (/AcroForm) is another than when it was signed");
    else
        compare_objects(document, revisions);
    if (conformance_count(document->conformance) == before && became_unclear(revisions))
        signature_blame(document, RULE_LATER, "what was appended after it was signed is damaged");
}

void signature_judge_later(const struct signed_document *document,
                           const struct signature_value *value,
                           const struct signature_verdict *verdict)
{
    struct revisions revisions = {.certified = verdict->certified};
    if (open_revision(&revisions.then, document->bytes, value->end)) {
        revisions.met = g_hash_table_new(NULL, NULL);
        revisions.ahead = g_ptr_array_new();
        if (open_revision(&revisions.now, document->bytes, document->size))
            compare(document, &revisions);
        g_ptr_array_unref(revisions.ahead);
        g_hash_table_unref(revisions.met);
        qpdf_cleanup(&revisions.now);
    } else {
        signature_blame(document, RULE_LATER, "what was signed is no PDF by itself");
    }
    qpdf_cleanup(&revisions.then);
}
