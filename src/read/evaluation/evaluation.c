#include "../stream.h"
#include "../xml.h"
#include "elements.h"
#include "reader.h"

#include "rapor/base/arena.h"

size_t evaluation_limit(void)
{
    return (size_t)512 << 20;
}

/* What to do where an element begins and where it ends. */
struct turn {
    void (*begin)(struct evaluation_reader *reader, const struct tag *tag);
    void (*end)(struct evaluation_reader *reader);
};

static const struct turn turns[] = {
    [TAG_NONE] = {NULL, NULL},
    [TAG_EVALUATION] = {evaluation_begin, links_resolve},
    [TAG_ISSUER] = {issuer_begin, NULL},
    [TAG_DECREE] = {decree_begin, NULL},
    [TAG_SIGNATORY] = {signatory_begin, NULL},
    [TAG_LETTER] = {letter_begin, NULL},
    [TAG_PRESS] = {press_begin, NULL},
    [TAG_QUOTE] = {quote_begin, quote_end},
    [TAG_CORRECTION] = {correction_begin, correction_end},
    [TAG_BASIS] = {basis_begin, NULL},
    [TAG_TEAM] = {team_begin, team_end},
    [TAG_APPOINTEE] = {appointee_begin, NULL},
    [TAG_DUTY] = {prose_begin, duty_end},
    [TAG_CEREMONY] = {ceremony_begin, NULL},
    [TAG_REGISTER] = {register_begin, NULL},
    [TAG_REGION] = {region_begin, NULL},
    [TAG_SCHEDULE] = {schedule_begin, NULL},
    [TAG_INSTITUTION] = {institution_begin, institution_end},
    [TAG_SESSION] = {session_begin, session_end},
    [TAG_DAY] = {day_begin, day_end},
    [TAG_UNIT] = {unit_begin, NULL},
    [TAG_ASSESSOR] = {assessor_begin, NULL},
    [TAG_PARTICIPANT] = {participant_begin, NULL},
    [TAG_AGENDA] = {prose_begin, agenda_end},
    [TAG_AGREED] = {agreed_begin, agreed_end},
    [TAG_INDICATOR] = {indicator_begin, indicator_end},
    [TAG_SCORE] = {score_begin, NULL},
    [TAG_FACT] = {prose_begin, fact_end},
    [TAG_ANALYSIS] = {prose_begin, analysis_end},
    [TAG_REASON] = {prose_begin, reason_end},
    [TAG_EVIDENCE] = {evidence_begin, NULL},
    [TAG_ITEM] = {item_begin, NULL},
    [TAG_NOTE] = {prose_begin, note_end},
    [TAG_RECOMMENDATION] = {prose_begin, recommendation_end},
    [TAG_APPLICATION] = {application_begin, NULL},
    [TAG_SHORTFALL] = {shortfall_begin, shortfall_end},
    [TAG_OBJECTION] = {objection_begin, objection_end},
    [TAG_CLAIM] = {claim_begin, NULL},
    [TAG_GROUND] = {prose_begin, ground_end},
    [TAG_REPLY] = {prose_begin, reply_end},
    [TAG_PUBLISHED] = {published_begin, NULL},
    [TAG_PUBLISHED_AVERAGE] = {average_begin, NULL},
    [TAG_PUBLISHED_DOMAIN] = {published_domain_begin, NULL},
    [TAG_PUBLISHED_ASPECT] = {published_aspect_begin, NULL},
    [TAG_HISTORY] = {history_begin, NULL},
};

/* Returns whether it makes sense to read on. */
static bool enter(void *data, const struct tag *tag)
{
    struct evaluation_reader *reader = data;
    const struct xml_element_rule *rule = grammar_enter(&reader->grammar, tag);
    if (rule && turns[rule->tag].begin)
        turns[rule->tag].begin(reader, tag);
    return reader->instrument != NULL;
}

/* Returns the rule of the innermost open element, or NULL where it is passed over. */
static const struct xml_element_rule *open_rule(const struct grammar *grammar)
{
    if (grammar->skipped > 0 || grammar->depth == 0)
        return NULL;
    return grammar->frames[grammar->depth - 1].rule;
}

/* The parts end while they are still open in the grammar, which knows where. */
static void leave(void *data)
{
    struct evaluation_reader *reader = data;
    const struct xml_element_rule *rule = open_rule(&reader->grammar);
    if (rule && turns[rule->tag].end)
        turns[rule->tag].end(reader);
    grammar_leave(&reader->grammar);
}

static void read_text(void *data, const char *text)
{
    struct evaluation_reader *reader = data;
    const struct xml_element_rule *rule = open_rule(&reader->grammar);
    grammar_text(&reader->grammar, text);
    if (rule && rule->text)
        g_string_append(reader->prose, text);
}

static void reader_clear(struct evaluation_reader *reader)
{
    g_hash_table_destroy(reader->codes);
    g_hash_table_destroy(reader->regions);
    g_hash_table_destroy(reader->signed_kinds);
    g_array_free(reader->links, TRUE);
    arena_destroy(reader->scratch);
    unplaced_destroy(reader->unplaced);
    g_free(reader->institution.given);
    g_free(reader->indicator.entries);
    g_free(reader->indicator.items);
    g_string_free(reader->prose, TRUE);
    GArray *const lists[] = {reader->indicator.evidence,
                             reader->institution.meetings,
                             reader->institution.applications,
                             reader->institution.shortfalls,
                             reader->institution.claims,
                             reader->team.members,
                             reader->team.duties,
                             reader->session.days,
                             reader->session.assessors,
                             reader->session.participants,
                             reader->session.agenda,
                             reader->session.agreed,
                             reader->session.units,
                             reader->quote_links,
                             reader->unit_links};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_array_free(lists[i], TRUE);
}

static void make_lists(struct evaluation_reader *reader)
{
    reader->prose = g_string_new(NULL);
    reader->indicator.evidence = g_array_new(FALSE, FALSE, sizeof(struct evidence));
    reader->institution.meetings = g_array_new(FALSE, FALSE, sizeof(struct meeting));
    reader->institution.applications = g_array_new(FALSE, FALSE, sizeof(struct application));
    reader->institution.shortfalls = g_array_new(FALSE, FALSE, sizeof(struct shortfall));
    reader->institution.claims = g_array_new(FALSE, FALSE, sizeof(struct claim));
    reader->team.members = g_array_new(FALSE, FALSE, sizeof(struct team_member));
    reader->team.duties = g_array_new(FALSE, FALSE, sizeof(const char *));
    reader->session.days = g_array_new(FALSE, FALSE, sizeof(struct day));
    reader->session.assessors = g_array_new(FALSE, FALSE, sizeof(struct assessor));
    reader->session.participants = g_array_new(FALSE, FALSE, sizeof(struct participant));
    reader->session.agenda = g_array_new(FALSE, FALSE, sizeof(const char *));
    reader->session.agreed = g_array_new(FALSE, FALSE, sizeof(struct agreement));
    reader->session.units = g_array_new(FALSE, FALSE, sizeof(struct unit_link));
    reader->quote_links = g_array_new(FALSE, FALSE, sizeof(struct institution_link));
    reader->unit_links = g_array_new(FALSE, FALSE, sizeof(struct unit_link));
}

static struct evaluation_reader reader_of(struct instrument_source *from,
                                          struct diagnostics *diagnostics, struct arena *arena,
                                          GError **error)
{
    struct evaluation_reader reader = {
        .evaluation = ARENA_NEW(arena, struct evaluation),
        .from = from,
        .diagnostics = diagnostics,
        .error = error,
        .unplaced = unplaced_create(),
        .arena = arena,
        .scratch = arena_create(),
        .codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .regions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .signed_kinds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .links = g_array_new(FALSE, FALSE, sizeof(struct institution_link)),
    };
    reader.grammar = (struct grammar){
        .space = EVALUATION_NAMESPACE,
        .root = &evaluation_grammar,
        .unplaced = reader.unplaced,
    };
    make_lists(&reader);
    return reader;
}

static void read_document(struct evaluation_reader *reader, struct input *input)
{
    const struct listener listener = {enter, read_text, leave, reader};
    if (xml_check_prolog(input, reader->unplaced))
        stream_read(input, reader->unplaced, &listener);
}

struct evaluation *evaluation_read_input(struct input *input, struct instrument_source *from,
                                         struct diagnostics *diagnostics, struct arena *arena,
                                         GError **error)
{
    g_autoptr(GError) reason = NULL;
    struct evaluation_reader reader = reader_of(from, diagnostics, arena, &reason);
    read_document(&reader, input);
    input_report(input, reader.unplaced, diagnostics);
    bool good = reader.instrument && unplaced_count(reader.unplaced, SEVERITY_ERROR) == 0;
    if (good)
        reader.evaluation->digest = arena_strdup(arena, input_digest(input));
    good = input_whole(input, reason ? NULL : &reason) && good;
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

struct evaluation *evaluation_read_text(const GString *text, struct instrument_source *from,
                                        struct diagnostics *diagnostics, struct arena *arena,
                                        GError **error)
{
    struct input *input = input_of_bytes("evaluation.xml", text->str, text->len);
    struct evaluation *evaluation = evaluation_read_input(input, from, diagnostics, arena, error);
    input_close(input);
    return evaluation;
}
