#include "evaluation_parts.h"
#include "xml.h"

#include "rapor/arena.h"
#include "rapor/own.h"

#include <libxml/parser.h>

size_t evaluation_limit(void)
{
    return (size_t)512 << 20;
}

static void begin(struct reader *reader, enum tag tag, const xmlNode *node)
{
    switch (tag) {
    case TAG_NONE:
        return;
    case TAG_EVALUATION:
        return evaluation_begin(reader, node);
    case TAG_ISSUER:
        return issuer_begin(reader, node);
    case TAG_DECREE:
        return decree_begin(reader, node);
    case TAG_SIGNATORY:
        return signatory_begin(reader, node);
    case TAG_LETTER:
        return letter_begin(reader, node);
    case TAG_REGION:
        return region_begin(reader, node);
    case TAG_INSTITUTION:
        return institution_begin(reader, node);
    case TAG_SESSION:
        return session_begin(reader, node);
    case TAG_INDICATOR:
        return indicator_begin(reader, node);
    case TAG_SCORE:
        return score_begin(reader, node);
    case TAG_PUBLISHED:
        return published_begin(reader, node);
    case TAG_PUBLISHED_AVERAGE:
        return average_begin(reader, node);
    case TAG_PUBLISHED_DOMAIN:
        return published_part_begin(reader, node, true);
    case TAG_PUBLISHED_ASPECT:
        return published_part_begin(reader, node, false);
    case TAG_HISTORY:
        return history_begin(reader, node);
    }
}

static void enter(struct reader *reader, const xmlNode *node)
{
    const struct element_rule *rule = grammar_enter(&reader->grammar, node);
    if (rule)
        begin(reader, (enum tag)rule->tag, node);
}

static void leave(struct reader *reader)
{
    /* The parts end while they are still open in the grammar, which knows where. */
    const struct grammar *grammar = &reader->grammar;
    const struct element_rule *rule =
        grammar->skipped > 0 ? NULL : grammar->frames[grammar->depth - 1].rule;
    if (rule && rule->tag == TAG_INDICATOR)
        indicator_end(reader);
    if (rule && rule->tag == TAG_INSTITUTION)
        institution_end(reader);
    if (rule && rule->tag == TAG_EVALUATION)
        links_resolve(reader);
    grammar_leave(&reader->grammar);
}

/* Takes what the parser stands at. */
static void take(struct reader *reader, xmlTextReader *parser)
{
    const int type = xmlTextReaderNodeType(parser);
    if (type == XML_READER_TYPE_ELEMENT) {
        enter(reader, xmlTextReaderCurrentNode(parser));
        if (xmlTextReaderIsEmptyElement(parser) == 1)
            leave(reader);
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
        leave(reader);
    } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA) {
        grammar_text(&reader->grammar, (const char *)xmlTextReaderConstValue(parser));
    }
}

/* Whether it makes sense to read on. */
static bool goes_on(const struct reader *reader)
{
    return !reader->grammar.broken && (reader->grammar.elements == 0 || reader->instrument);
}

static void on_error(void *data, xmlError *error)
{
    xml_note_error(data, error);
}

static void parse(struct reader *reader, struct input *input)
{
    if (!xml_check_prolog(input, reader->faults))
        return;
    g_autoptr(xmlTextReader) parser =
        xmlReaderForIO(input_read, NULL, input, NULL, "UTF-8", XML_OPTIONS);
    struct xml_errors errors = {.faults = reader->faults, .input = input};
    xmlTextReaderSetStructuredErrorHandler(parser, on_error, &errors);
    while (goes_on(reader) && xmlTextReaderRead(parser) == 1)
        take(reader, parser);
}

static void reader_clear(struct reader *reader)
{
    g_hash_table_destroy(reader->codes);
    g_hash_table_destroy(reader->regions);
    g_hash_table_destroy(reader->signed_kinds);
    g_array_free(reader->links, TRUE);
    arena_destroy(reader->scratch);
    faults_destroy(reader->faults);
    g_free(reader->given);
    g_free(reader->scores);
}

struct evaluation *evaluation_read_input(struct input *input, struct instrument_source *from,
                                         struct diagnostics *diagnostics, struct arena *arena,
                                         GError **error)
{
    g_autoptr(GError) reason = NULL;
    struct reader reader = {
        .evaluation = ARENA_NEW(arena, struct evaluation),
        .from = from,
        .diagnostics = diagnostics,
        .error = &reason,
        .faults = faults_create(),
        .arena = arena,
        .scratch = arena_create(),
        .codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .regions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .signed_kinds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .links = g_array_new(FALSE, FALSE, sizeof(struct link)),
    };
    reader.grammar = (struct grammar){
        .space = "urn:rapor:evaluation:1",
        .root = &evaluation_grammar,
        .faults = reader.faults,
    };

    parse(&reader, input);
    input_report(input, reader.faults, diagnostics);
    bool good = reader.instrument && faults_count(reader.faults, SEVERITY_ERROR) == 0 &&
                input_whole(input, reason ? NULL : &reason);
    if (good)
        reader.evaluation->digest = arena_strdup(arena, input_digest(input));
    reader_clear(&reader);
    if (reason)
        g_propagate_error(error, g_steal_pointer(&reason));
    return good ? reader.evaluation : NULL;
}

struct evaluation *evaluation_read(const char *path, struct instrument_source *from,
                                   struct diagnostics *diagnostics, struct arena *arena,
                                   GError **error)
{
    from->instrument = NULL;
    struct input *input = input_open(path, evaluation_limit(), error);
    if (!input)
        return NULL;
    struct evaluation *evaluation = evaluation_read_input(input, from, diagnostics, arena, error);
    input_close(input);
    return evaluation;
}
