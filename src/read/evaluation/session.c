#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

void session_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    size_t stage = reader_stage(reader, tag);
    reader->session.meeting = (struct meeting){
        .stage = stage,
        .date = reader_keep(reader, tag, "date"),
        .hour = reader_keep(reader, tag, "hour"),
        .mode = reader_keep(reader, tag, "mode"),
        .place = reader_keep(reader, tag, "place"),
        .number = reader_keep(reader, tag, "number"),
        .assignment = reader_keep(reader, tag, "assignment"),
        .assigned = reader_keep(reader, tag, "assigned"),
        .evidence_until = reader_keep(reader, tag, "evidence-until"),
    };
    g_array_set_size(reader->session.days, 0);
    g_array_set_size(reader->session.assessors, 0);
    g_array_set_size(reader->session.participants, 0);
    g_array_set_size(reader->session.agenda, 0);
    g_array_set_size(reader->session.agreed, 0);
}

void session_end(struct evaluation_reader *reader)
{
    struct meeting *meeting = &reader->session.meeting;
    meeting->days = reader_list(reader, reader->session.days);
    meeting->assessors = reader_list(reader, reader->session.assessors);
    meeting->participants = reader_list(reader, reader->session.participants);
    meeting->agenda = reader_list(reader, reader->session.agenda);
    meeting->agreed = reader_list(reader, reader->session.agreed);
    meeting->agenda_count = reader->session.agenda->len;
    meeting->agreed_count = reader->session.agreed->len;
    meeting->day_count = reader->session.days->len;
    meeting->assessor_count = reader->session.assessors->len;
    meeting->participant_count = reader->session.participants->len;
    if (!meeting->date && meeting->day_count > 0)
        meeting->date = meeting->days[0].date;
    if (meeting->stage != NONE)
        g_array_append_val(reader->institution.meetings, *meeting);
}

void schedule_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct evaluation *evaluation = reader->evaluation;
    const struct period period = {
        .stage = reader_stage(reader, tag),
        .from = reader_keep(reader, tag, "from"),
        .until = reader_keep(reader, tag, "until"),
    };
    if (period.stage == NONE || !period.from || !period.until)
        return;
    if (strcmp(period.until, period.from) < 0)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "until"), "day-order",
                 N_("write the first day in from, the last in until"),
                 "day %s does not come after %s", period.until, period.from);
    evaluation->schedule = arena_grow(reader->arena, evaluation->schedule, evaluation->period_count,
                                      &reader->period_room, sizeof *evaluation->schedule);
    evaluation->schedule[evaluation->period_count++] = period;
}

/* Days come one after the other, the first not before the session. */
static void check_order(struct evaluation_reader *reader, const char *date)
{
    const struct read_spot spot = grammar_spot(&reader->grammar, "date");
    const char *begin = reader->session.meeting.date;
    const char *before =
        reader->session.days->len > 0
            ? g_array_index(reader->session.days, struct day, reader->session.days->len - 1).date
            : NULL;
    if (before && strcmp(date, before) <= 0)
        diagnose(reader->unplaced, spot, "day-order", N_("each day once, the first of them first"),
                 "day %s does not come after %s", date, before);
    else if (begin && strcmp(date, begin) < 0)
        diagnose(reader->unplaced, spot, "day-order", N_("the session's date is its first day"),
                 "day %s is before its session, which begins on %s", date, begin);
}

void day_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct day day = {.date = reader_keep(reader, tag, "date")};
    if (day.date)
        check_order(reader, day.date);
    g_array_append_val(reader->session.days, day);
    g_array_set_size(reader->session.units, 0);
}

/* Units may stand further down: what they are is found out when all is read. */
void unit_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct unit_link link = {
        .element = reader->grammar.elements,
        .code = reader_keep(reader, tag, "code"),
    };
    if (link.code)
        g_array_append_val(reader->session.units, link);
}

void day_end(struct evaluation_reader *reader)
{
    struct day *day =
        &g_array_index(reader->session.days, struct day, reader->session.days->len - 1);
    day->unit_count = reader->session.units->len;
    day->units = ARENA_ARRAY(reader->arena, day->unit_count, size_t);
    for (size_t i = 0; i < day->unit_count; i++) {
        struct unit_link link = g_array_index(reader->session.units, struct unit_link, i);
        link.unit = &day->units[i];
        g_array_append_val(reader->unit_links, link);
    }
}

void units_resolve(struct evaluation_reader *reader)
{
    for (guint i = 0; i < reader->unit_links->len; i++) {
        const struct unit_link *link = &g_array_index(reader->unit_links, struct unit_link, i);
        *link->unit = reader_find(reader->codes, link->code);
        if (*link->unit == NONE)
            diagnose(
                reader->unplaced, (struct read_spot){.element = link->element, .attribute = "code"},
                "unit-unknown", N_("a unit is named by the code of an institution in this file"),
                N_("unit \"%s\" is not in this file"), link->code);
    }
}

void assessor_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct assessor assessor = {
        .role = reader_keep(reader, tag, "role"),
        .name = reader_keep(reader, tag, "name"),
        .affiliation = reader_keep(reader, tag, "affiliation"),
    };
    g_array_append_val(reader->session.assessors, assessor);
}

void participant_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct participant participant = {
        .name = reader_keep(reader, tag, "name"),
        .office = reader_keep(reader, tag, "office"),
    };
    g_array_append_val(reader->session.participants, participant);
}

void agenda_end(struct evaluation_reader *reader)
{
    const char *text = prose_end(reader);
    if (text)
        g_array_append_val(reader->session.agenda, text);
}

void agreed_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct agreement agreement = {
        .by = reader_keep(reader, tag, "by"),
        .until = reader_keep(reader, tag, "until"),
    };
    g_array_append_val(reader->session.agreed, agreement);
    prose_begin(reader, tag);
}

void agreed_end(struct evaluation_reader *reader)
{
    GArray *all = reader->session.agreed;
    g_array_index(all, struct agreement, all->len - 1).text = prose_end(reader);
}
