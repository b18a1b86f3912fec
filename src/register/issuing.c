#include "rapor/register/issuing.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"

#include <string.h>

const char *pattern_fill(const char *pattern, const struct pattern_words *words,
                         struct arena *arena)
{
    g_autofree char *n = g_strdup_printf("%u", words->n);
    const char *const all[][2] = {{"{n}", n},
                                  {"{code}", words->code ? words->code : ""},
                                  {"{year}", words->year},
                                  {"{security}", words->security ? words->security : ""}};
    g_autoptr(GString) text = g_string_new(pattern);
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        g_string_replace(text, all[i][0], all[i][1], 0);
    return arena_strdup(arena, text->str);
}

static const char *const letters[] = {"letter", "memo", "reminder", NULL};

bool issuing_is_letter(const char *kind)
{
    return g_strv_contains(letters, kind);
}

static bool is_of(const struct reserve *reserve, const char *kind, const char *year)
{
    return strcmp(reserve->kind, kind) == 0 && strcmp(reserve->year, year) == 0;
}

/* The kind whose numbers KIND takes: all letters are of one series, unless numbers were
 * reserved for a kind of its own. */
static const char *series_of(const struct paper_register *papers, const char *kind,
                             const char *year)
{
    for (size_t i = 0; i < papers->reserve_count; i++)
        if (is_of(&papers->reserves[i], kind, year))
            return kind;
    return issuing_is_letter(kind) ? letters[0] : kind;
}

/* The first number of a block that nobody has: behind the last that somebody has, since a
 * gap is a paper that was there. */
static uint32_t next_of(const struct paper_register *papers, struct reserve *reserve)
{
    if (reserve->next > 0)
        return reserve->next;
    reserve->next = reserve->from;
    for (size_t i = 0; i < papers->paper_count; i++) {
        const struct paper *paper = papers->papers[i];
        if (paper->n >= reserve->next && paper->n <= reserve->to &&
            is_of(reserve, series_of(papers, paper->kind, paper->year), paper->year))
            reserve->next = paper->n + 1;
    }
    return reserve->next;
}

const struct reserve *issuing_reserve_of(const struct paper_register *papers,
                                         const struct paper *paper)
{
    const char *series = series_of(papers, paper->kind, paper->year);
    for (size_t i = 0; i < papers->reserve_count; i++) {
        const struct reserve *reserve = &papers->reserves[i];
        if (is_of(reserve, series, paper->year) && paper->n >= reserve->from &&
            paper->n <= reserve->to)
            return reserve;
    }
    return NULL;
}

struct reserve *issuing_reserve(const struct paper_register *papers, const char *kind,
                                const char *year)
{
    struct reserve *last = NULL;
    const char *series = series_of(papers, kind, year);
    for (size_t i = 0; i < papers->reserve_count; i++) {
        struct reserve *reserve = &papers->reserves[i];
        if (!is_of(reserve, series, year))
            continue;
        last = reserve;
        if (reserve->open || next_of(papers, reserve) <= reserve->to)
            break;
    }
    return last;
}

bool issuing_number(struct paper_register *papers, struct paper *paper, const char *pattern,
                    const char *security, GError **error)
{
    struct reserve *reserve = issuing_reserve(papers, paper->kind, paper->year);
    if (!reserve || reserve->open)
        return true;
    if (reserve->next > reserve->to)
        return fail(error, FAILURE_DATA,
                    "%s: no number is left for %s: the last of the register, %u, is taken\n"
                    "hint: reserve more, such as rapor register reserve --kind %s --from %u",
                    paper->kind, paper->code ? paper->code : paper->year, reserve->to, paper->kind,
                    reserve->to + 1);
    paper->n = reserve->next++;
    const struct pattern_words words = {paper->n, paper->code, paper->year, security};
    paper->number = pattern_fill(reserve->pattern ? reserve->pattern
                                 : pattern        ? pattern
                                                  : "{n}",
                                 &words, papers->arena);
    return true;
}

struct issue issue_of(const struct paper_register *papers, const struct paper *paper)
{
    const struct reserve *reserve = issuing_reserve(papers, paper->kind, paper->year);
    const struct paper *before = paper->before;
    struct issue issue = {
        .kind = paper->kind,
        .number = reserve && reserve->open ? NULL : paper->number,
        .date = paper->date,
        .dated = paper->dated,
        .n = paper->n,
        .open = reserve && reserve->open,
        .edition = paper->edition,
    };
    if (before && before->state != PAPER_RESERVED) {
        issue.replaced = before->number;
        issue.replaced_date = before->date;
        issue.withdrawn = before->state == PAPER_WITHDRAWN;
    }
    return issue;
}

struct paper *issuing_next(struct paper_register *papers, struct paper *paper)
{
    const struct reserve *reserve = issuing_reserve(papers, paper->kind, paper->year);
    struct paper *next = ARENA_NEW(papers->arena, struct paper);
    *next = (struct paper){
        .kind = paper->kind,
        .code = paper->code,
        .year = paper->year,
        .edition = paper->edition + 1,
        .state = PAPER_RESERVED,
        .number = reserve && reserve->open ? NULL : paper->number,
        .n = paper->n,
    };
    register_add(papers, next);
    return next;
}

void issuing_issue(struct paper_register *papers, struct paper *paper, const char *date)
{
    paper->state = PAPER_ISSUED;
    paper->date = arena_strdup(papers->arena, date);
    for (struct paper *before = paper->before; before; before = before->before) {
        if (before->state != PAPER_ISSUED)
            continue;
        before->state = PAPER_REPLACED;
        before->by = arena_printf(papers->arena, "%u", paper->edition);
        before->since = paper->date;
        before->reason = paper->reason;
    }
    paper->reason = NULL;
}

void issuing_sign(struct paper_register *papers, const struct paper_signed *event)
{
    for (size_t i = 0; i < papers->paper_count; i++) {
        struct paper *paper = papers->papers[i];
        if (g_strcmp0(paper->plain, event->plain) != 0)
            continue;
        g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(event->time);
        g_autofree char *at = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
        paper->file = arena_strdup(papers->arena, event->file);
        paper->signer = arena_strdup(papers->arena, event->signer);
        paper->signed_at = arena_strdup(papers->arena, at);
    }
}
