#include "papers.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/register/link.h"
#include "rapor/register/paper_changes.h"
#include "rapor/session/issue.h"

#include <string.h>

#define NAMED_MOST 20 /* papers that a message names */

static size_t subject_count(const struct session *session, enum per per)
{
    switch (per) {
    case PER_NATION:
        return 1;
    case PER_REGION:
        return session->evaluation->region_count;
    case PER_PARENT:
        return session->standings->parent_count;
    case PER_INSTITUTION:
        break;
    }
    return session->evaluation->institution_count;
}

static size_t subject_at(const struct session *session, enum per per, size_t number)
{
    if (per == PER_NATION)
        return NONE;
    return per == PER_PARENT ? session->standings->parents[number].institution : number;
}

static bool number_paper(struct session *session, const struct document *document, size_t subject,
                         GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const char *code = paper_code(evaluation, document, subject);
    if (register_latest(session->papers, evaluation->year, document->kind, code))
        return true;
    struct paper *paper = ARENA_NEW(session->papers->arena, struct paper);
    *paper = (struct paper){.kind = document->kind,
                            .code = code,
                            .year = evaluation->year,
                            .edition = 1,
                            .state = PAPER_RESERVED};
    const bool letter = issuing_is_letter(document->kind);
    if (!issuing_number(session->papers, paper, letter ? evaluation->letter.number : NULL,
                        evaluation->letter.security, error))
        return false;
    register_add(session->papers, paper);
    return true;
}

static bool number_document(struct session *session, size_t index, GError **error)
{
    const struct document *document = &session->evaluation->instrument->documents[index];
    const struct reserve *reserve =
        issuing_reserve(session->papers, document->kind, session->evaluation->year);
    if (!reserve || reserve->open || !session->layouts[index])
        return true;
    for (size_t i = 0; i < subject_count(session, document->per); i++) {
        const size_t subject = subject_at(session, document->per, i);
        bool earned;
        if (!session_earns(session, index, subject, &earned, error))
            return false;
        if (earned && !number_paper(session, document, subject, error))
            return false;
    }
    return true;
}

bool papers_number(struct session *session, GError **error)
{
    const struct instrument *instrument = session->evaluation->instrument;
    bool numbered = true;
    for (size_t i = 0; numbered && session->papers && i < instrument->document_count; i++)
        numbered =
            !paper_is_issued(&instrument->documents[i]) || number_document(session, i, error);
    return numbered;
}

static GHashTable *table_of(const GPtrArray *records)
{
    GHashTable *table = g_hash_table_new(record_hash, record_equal);
    for (guint i = 0; i < records->len; i++)
        g_hash_table_add(table, records->pdata[i]);
    return table;
}

static struct record *find_record(const struct build_run *run, GHashTable *table,
                                  const struct archive *archive, const struct entry *entry)
{
    const bool loose = run->build->loose;
    g_autofree char *file =
        g_strconcat(archive->path, loose ? "/" : ".zip", loose ? entry->name : NULL, NULL);
    const struct record wanted = {.file = file, .entry = loose ? NULL : entry->name};
    return g_hash_table_lookup(table, &wanted);
}

/* What was issued bears the date that it had then. */
static const char *date_of(const struct build_run *run, const struct entry *entry,
                           const struct record *record)
{
    const struct session *session = run->session;
    const struct evaluation *evaluation = session->evaluation;
    const struct paper *paper = session_paper(session, entry->document, entry->subject);
    if (!issuing_is_letter(record->kind))
        return evaluation->decree.date;
    if (paper)
        paper = register_edition(session->papers, paper, record->edition);
    return paper && paper->dated ? paper->dated : evaluation->letter.date;
}

/* A decree has the number that the evaluation gives. */
static const char *number_of(const struct build_run *run, const struct record *record,
                             const struct issue *issue)
{
    const struct decree *decree = &run->session->evaluation->decree;
    if (strcmp(record->kind, "decree") != 0 || !decree->number || !decree->year)
        return issue->number;
    return arena_printf(run->session->arena, "%s Tahun %s", decree->number, decree->year);
}

/* What the record of a paper tells besides its file. */
static void describe(const struct build_run *run, const struct entry *entry, struct record *record)
{
    struct session *session = run->session;
    const struct evaluation *evaluation = session->evaluation;
    const struct document *document = &evaluation->instrument->documents[entry->document];
    const struct issue issue =
        session_issue(session, entry->document, entry->subject, session->arena);
    const char *seal = session_link(session, entry->document, entry->subject).seal;
    record->content = key_content(record->key, &record->edition);
    record->kind = document->kind;
    record->code = paper_code(evaluation, document, entry->subject);
    record->number = number_of(run, record, &issue);
    record->date = date_of(run, entry, record);
    if (issue.open) { /* it does not say it itself */
        const struct paper *paper = session_paper(session, entry->document, entry->subject);
        const bool out = paper && paper->edition == record->edition;
        record->number = out ? paper->number : NULL;
        record->date = out ? paper->date : NULL;
    }
    record->seal = seal ? arena_strdup(session->arena, seal) : NULL;
}

/* Papers that would be replaced without a reason, as a message names them. */
struct unexplained {
    GString *names;
    size_t count;
    size_t early;       /* letters that bear a date before they take the place of another */
    const char *before; /* when that one went out */
};

/* A new edition that says it is as old as what it replaces. */
static void look_at_date(const struct paper *paper, const struct record *record,
                         struct unexplained *unexplained)
{
    const char *before = paper->before ? paper->before->date : NULL;
    if (!issuing_is_letter(record->kind) || !before || !record->date ||
        strcmp(record->date, before) > 0)
        return;
    unexplained->early++;
    unexplained->before = before;
}

static void name_unexplained(struct unexplained *unexplained, const struct record *record)
{
    if (unexplained->count++ < NAMED_MOST)
        g_string_append_printf(unexplained->names, "%s%s%s%s", unexplained->count > 1 ? ", " : "",
                               record->kind, record->code ? " " : "",
                               record->code ? record->code : "");
}

static void add_edition(const struct build_run *run, const struct record *record,
                        struct unexplained *unexplained)
{
    struct paper_register *papers = run->session->papers;
    struct paper *last =
        register_latest(papers, run->session->evaluation->year, record->kind, record->code);
    const char *reason = run->build->reason;
    if (!last || record->edition < last->edition)
        return;
    if (record->edition > last->edition) {
        if (!reason && last->state == PAPER_ISSUED)
            name_unexplained(unexplained, record);
        last = issuing_next(papers, last);
    }
    if (last->state != PAPER_RESERVED)
        return;
    look_at_date(last, record, unexplained);
    if (reason && last->edition > 1)
        last->reason = reason;
}

static bool is_paper(const struct build_run *run, const struct entry *entry)
{
    const struct instrument *instrument = run->session->evaluation->instrument;
    return entry->kind == ENTRY_DOCUMENT &&
           paper_is_issued(&instrument->documents[entry->document]) &&
           g_str_has_suffix(entry->name, ".pdf");
}

static void settle(const struct build_run *run, struct unexplained *unexplained)
{
    g_autoptr(GHashTable) table = table_of(run->records);
    for (size_t u = 0; u < run->plan->count; u++) {
        const struct archive *archive = &run->plan->archives[u];
        for (size_t i = 0; i < archive->count; i++) {
            const struct entry *entry = &archive->entries[i];
            if (!is_paper(run, entry))
                continue;
            struct record *record = find_record(run, table, archive, entry);
            if (!record) /* could not be made */
                continue;
            describe(run, entry, record);
            if (run->session->papers)
                add_edition(run, record, unexplained);
        }
    }
}

static void note_early(const struct build_run *run, const struct unexplained *unexplained)
{
    if (unexplained->early == 0 || !run->build->note)
        return;
    g_autofree char *line = g_strdup_printf(
        _("new editions of letters (%zu) bear %s, and what they replace went out on %s: give "
          "<letter date=> the day of the correction; letters that are out keep theirs"),
        unexplained->early, run->session->evaluation->letter.date, unexplained->before);
    run->build->note(line, run->build->data);
}

bool papers_settle(const struct build_run *run, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);
    struct unexplained unexplained = {.names = names};
    settle(run, &unexplained);
    if (unexplained.count == 0) {
        note_early(run, &unexplained);
        return true;
    }
    const bool more = unexplained.count > NAMED_MOST;
    return fail(error, FAILURE_DATA,
                "%zu issued paper%s would be replaced: %s%s\n"
                "hint: --reason TEXT makes new editions; rapor diff tells what has changed",
                unexplained.count, unexplained.count == 1 ? "" : "s", names->str,
                more ? _(" and others") : "");
}

static void note_changes(const struct build_run *run, const GPtrArray *before)
{
    struct paper_changes changes = paper_changes_of(before, run->records, run->session->arena);
    g_autofree char *text = paper_changes_text(&changes);
    g_ptr_array_unref(changes.resend);
    if (text)
        run->build->note(text, run->build->data);
}

void papers_compare(const struct build_run *run, const GPtrArray *before)
{
    if (!run->build->note)
        return;
    note_changes(run, before);
    g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < before->len; i++) {
        const struct record *record = before->pdata[i];
        if (record->number)
            g_hash_table_insert(numbers, g_strjoin("\t", record->kind, record->code, NULL),
                                (void *)record->number);
    }
    for (guint i = 0; i < run->records->len; i++) {
        const struct record *record = run->records->pdata[i];
        g_autofree char *title =
            record->number ? g_strjoin("\t", record->kind, record->code, NULL) : NULL;
        const char *number = title ? g_hash_table_lookup(numbers, title) : NULL;
        if (number && strcmp(number, record->number) != 0) {
            g_autofree char *line = g_strdup_printf(
                _("%s %s: number %s, where the paper in the folder has %s"), record->kind,
                record->code ? record->code : "", record->number, number);
            run->build->note(line, run->build->data);
        }
    }
}
