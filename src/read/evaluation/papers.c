/* Who signs, and what is cited. */
#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* A document that the instrument does not make may come later: no error.  Who
 * certifies the copy of a decree signs the "salinan". */
static void check_document(struct evaluation_reader *reader, const char *kind)
{
    const struct instrument *instrument = reader->instrument;
    const char **kinds = ARENA_ARRAY(reader->scratch, instrument->document_count + 2, const char *);
    for (size_t i = 0; i < instrument->document_count; i++)
        kinds[i] = instrument->documents[i].kind;
    kinds[instrument->document_count] = "salinan";
    if (instrument->document_count == 0 || g_strv_contains(kinds, kind))
        return;
    g_autofree char *hint = value_suggestion(kind, kinds);
    struct read_spot spot = grammar_spot(&reader->grammar, "document");
    spot.severity = SEVERITY_WARNING;
    diagnose(reader->unplaced, spot, "document-unknown", hint, "%s has no document \"%s\"",
             instrument->id, kind);
}

static void check_groups(struct evaluation_reader *reader, const char *groups)
{
    const struct instrument *instrument = reader->instrument;
    g_auto(GStrv) words = g_strsplit(groups ? groups : "", " ", -1);
    for (size_t i = 0; words[i]; i++) {
        if (*words[i] == '\0' || instrument_group(instrument, words[i]) != NONE)
            continue;
        const char **ids = ARENA_ARRAY(reader->scratch, instrument->group_count + 1, const char *);
        for (size_t g = 0; g < instrument->group_count; g++)
            ids[g] = instrument->groups[g].id;
        reader_unknown(reader, "groups", words[i], ids);
    }
}

/* Each document is signed by one person, or by one for these groups and one for those;
 * and perhaps by one beside. */
static void check_twice(struct evaluation_reader *reader, const struct signatory *signatory)
{
    const bool beside = g_strcmp0(signatory->beside, "yes") == 0;
    g_autofree char *place = g_strdup_printf("%s %s %s", signatory->document, beside ? "+" : "-",
                                             signatory->groups ? signatory->groups : "");
    size_t first;
    if (reader_register(reader->signed_kinds, place, 0, &first))
        return;
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, "document"), "signatory-twice",
             N_("a document is signed by one person; another signs it for some groups=\"...\", or "
                "beside=\"yes\""),
             "%s has two signatories", signatory->document);
}

static bool is_serial(const char *text)
{
    return *text && strspn(text, "0123456789abcdefABCDEF: ") == strlen(text);
}

/* What is wrong with how SIGNATORY signs, and in which ATTRIBUTE; NULL: nothing is. */
static const char *signing_fault(const struct evaluation *evaluation,
                                 const struct signatory *signatory, const char **attribute)
{
    const char *certificate = signatory->certificate;
    const bool seal = g_strcmp0(signatory->signing, "seal") == 0;
    *attribute = seal ? "signing" : "certificate";
    if (seal &&
        (strcmp(signatory->document, "decree") == 0 || strcmp(signatory->document, "winners") == 0))
        return N_("a decree is signed by whom it is of, and never sealed: it gets room for a pen");
    *attribute = "certificate";
    if (certificate && !seal && g_strcmp0(signatory->signing, "electronic") != 0)
        return N_("it names a certificate, but is signed with a pen");
    if (certificate && (g_str_has_prefix(certificate, "0x") || strchr(certificate, '=')))
        return N_("neither the serial number of a certificate nor its name");
    for (size_t i = 0; certificate && i < evaluation->signatory_count; i++) {
        const struct signatory *other = &evaluation->signatories[i];
        if (is_serial(certificate) && g_strcmp0(other->certificate, certificate) == 0 &&
            g_strcmp0(other->name, signatory->name) != 0)
            return N_("the same certificate is of two people");
    }
    return NULL;
}

static void check_signing(struct evaluation_reader *reader, const struct signatory *signatory)
{
    const char *attribute;
    const char *fault = signing_fault(reader->evaluation, signatory, &attribute);
    if (!fault)
        return;
    struct read_spot spot = grammar_spot(&reader->grammar, attribute);
    spot.severity = SEVERITY_WARNING;
    diagnose(
        reader->unplaced, spot, "signatory-signing",
        N_("signing=\"electronic\" or \"seal\", and the serial number in hexadecimal or the name "
           "of the certificate"),
        "%s: %s", signatory->document, _(fault));
}

void signatory_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct evaluation *evaluation = reader->evaluation;
    struct signatory signatory = {
        .document = reader_keep(reader, tag, "document"),
        .name = reader_keep(reader, tag, "name"),
        .office = reader_keep(reader, tag, "office"),
        .nip = reader_keep(reader, tag, "nip"),
        .signing = reader_keep(reader, tag, "signing"),
        .groups = reader_keep(reader, tag, "groups"),
        .beside = reader_keep(reader, tag, "beside"),
        .certificate = reader_keep(reader, tag, "certificate"),
    };
    if (!signatory.document)
        return;
    check_document(reader, signatory.document);
    check_groups(reader, signatory.groups);
    check_twice(reader, &signatory);
    check_signing(reader, &signatory);
    evaluation->signatories =
        arena_grow(reader->arena, evaluation->signatories, evaluation->signatory_count,
                   &reader->signatory_room, sizeof *evaluation->signatories);
    evaluation->signatories[evaluation->signatory_count++] = signatory;
}

/* Notes it where the attribute names no regulation of the instrument. */
static void check_regulation(struct evaluation_reader *reader, const struct tag *tag,
                             const char *attribute)
{
    const char *name = tag_text(tag, attribute);
    const struct instrument *instrument = reader->instrument;
    const char **names =
        ARENA_ARRAY(reader->scratch, instrument->regulation_count + 1, const char *);
    for (size_t i = 0; i < instrument->regulation_count; i++)
        names[i] = instrument->regulations[i].short_name;
    if (name && !g_strv_contains(names, name))
        reader_unknown(reader, attribute, name, names);
}

void basis_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct evaluation *evaluation = reader->evaluation;
    const struct citation citation = {
        .name = reader_keep(reader, tag, "name"),
        .gazette = reader_keep(reader, tag, "gazette"),
        .before = reader_keep(reader, tag, "before"),
        .without = reader_keep(reader, tag, "without"),
    };
    if (!citation.name == !citation.without)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, NULL), "basis-what",
                 N_("name=\"...\" adds one, without=\"...\" leaves one of the instrument's out"),
                 "<basis> needs one of the attributes name and without");
    check_regulation(reader, tag, "before");
    check_regulation(reader, tag, "without");
    evaluation->citations =
        arena_grow(reader->arena, evaluation->citations, evaluation->citation_count,
                   &reader->citation_room, sizeof *evaluation->citations);
    evaluation->citations[evaluation->citation_count++] = citation;
}
