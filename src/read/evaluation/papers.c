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
    };
    if (!signatory.document)
        return;
    check_document(reader, signatory.document);
    check_groups(reader, signatory.groups);
    check_twice(reader, &signatory);
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
