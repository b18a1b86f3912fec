#include "rapor/register/issue_folder.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"
#include "rapor/register/issuing.h"

#include <string.h>

static const char *keep(struct paper_register *papers, const char *text)
{
    return text ? arena_strdup(papers->arena, text) : NULL;
}

static const char *whose(const struct record *record)
{
    return record->code ? record->code : _("the nation");
}

/* The edition that the folder holds; a new one where the register knows none. */
static struct paper *edition_of(struct paper_register *papers, const char *year,
                                const struct record *record)
{
    struct paper *last = register_latest(papers, year, record->kind, record->code);
    if (last)
        return register_edition(papers, last, record->edition ? record->edition : last->edition);
    struct paper *paper = ARENA_NEW(papers->arena, struct paper);
    *paper = (struct paper){
        .kind = keep(papers, record->kind),
        .code = keep(papers, record->code),
        .year = keep(papers, year),
        .number = keep(papers, record->number),
        .edition = 1,
    };
    register_add(papers, paper);
    return paper;
}

static void fill(struct paper_register *papers, struct paper *paper, const struct record *record)
{
    g_autofree char *name = g_path_get_basename(record->entry ? record->entry : record->file);
    paper->seal = keep(papers, record->seal);
    paper->content = keep(papers, record->content);
    paper->plain = keep(papers, record->digest);
    paper->file = paper->plain;
    paper->name = keep(papers, name);
    paper->dated = keep(papers, record->date);
    if (paper->n == 0 && record->number) /* else it is of a block, and kept */
        paper->number = keep(papers, record->number);
}

/* A folder while its papers are issued. */
struct issuing {
    struct paper_register *papers;
    const char *year;
    const struct issue_how *how;
    struct issue_count *count;
};

static void put_out(const struct issuing *issuing, struct paper *paper, const struct record *record,
                    const char *date)
{
    fill(issuing->papers, paper, record);
    if (!paper->reason)
        paper->reason = issuing->how->reason;
    issuing->count->issued++;
    issuing->count->replaced += paper->before && paper->before->state == PAPER_ISSUED;
    issuing_issue(issuing->papers, paper, date);
}

/* The same where it can still be issued. */
static struct paper *open_edition(struct paper_register *papers, const char *year,
                                  const struct record *record, GError **error)
{
    struct paper *paper = edition_of(papers, year, record);
    if (paper && paper->state != PAPER_WITHDRAWN && paper->state != PAPER_REPLACED)
        return paper;
    fail(error, FAILURE_DATA, "%s %s: edition %u is %s\nhint: build the folder anew", record->kind,
         whose(record), record->edition,
         paper ? register_word(paper->state) : _("not in the register"));
    return NULL;
}

static bool issue(const struct issuing *issuing, const struct record *record, GError **error)
{
    struct paper *paper = open_edition(issuing->papers, issuing->year, record, error);
    const char *date = issuing->how->date ? issuing->how->date : record->date;
    if (!paper)
        return false;
    if (paper->state == PAPER_ISSUED) {
        issuing->count->before++;
        return strcmp(paper->file, record->digest) == 0 ||
               fail(error, FAILURE_DATA, "%s %s: was issued as another file", record->kind,
                    whose(record));
    }
    if (!date)
        return fail(error, FAILURE_DATA, "%s %s: has no date\nhint: add --date", record->kind,
                    whose(record));
    put_out(issuing, paper, record, date);
    return true;
}

bool issue_folder(struct paper_register *papers, const char *folder, const struct issue_how *how,
                  struct issue_count *count, GError **error)
{
    struct manifest manifest;
    g_autoptr(GPtrArray) records = g_ptr_array_new();
    *count = (struct issue_count){0};
    if (!manifest_read(folder, &manifest, papers->arena, error) ||
        !manifest_read_files(folder, records, papers->arena, error))
        return false;
    const struct issuing issuing = {papers, manifest.year, how, count};
    for (guint i = 0; i < records->len; i++) {
        const struct record *record = records->pdata[i];
        if (record->kind && (!how->kinds || g_strv_contains(how->kinds, record->kind)) &&
            !issue(&issuing, record, error))
            return false;
    }
    return count->issued + count->before > 0 ||
           fail(error, FAILURE_DATA, "%s: holds no papers to issue", folder);
}

static bool is_free(const struct paper_register *papers, const struct paper *paper,
                    const char *number, GError **error)
{
    for (size_t i = 0; i < papers->paper_count; i++) {
        const struct paper *other = papers->papers[i];
        const bool same = strcmp(other->kind, paper->kind) == 0 &&
                          g_strcmp0(other->code, paper->code) == 0 &&
                          strcmp(other->year, paper->year) == 0;
        if (!same && g_strcmp0(other->number, number) == 0)
            return fail(error, FAILURE_DATA, "%s: is the number of %s %s", number, other->kind,
                        other->code ? other->code : _("the nation"));
    }
    return true;
}

bool issue_noted(struct paper_register *papers, const char *year, const struct record *record,
                 const struct noted *noted, GError **error)
{
    const char *file = noted->file ? noted->file : record->digest;
    struct paper *paper = open_edition(papers, year, record, error);
    if (!paper)
        return false;
    if (paper->number && strcmp(paper->number, noted->number) != 0)
        return fail(error, FAILURE_DATA, "%s %s: has the number %s, and keeps it", record->kind,
                    whose(record), paper->number);
    if (!is_free(papers, paper, noted->number, error))
        return false;
    if (paper->state == PAPER_ISSUED && paper->number && strcmp(paper->file, file) == 0)
        return true;
    fill(papers, paper, record);
    paper->number = keep(papers, noted->number);
    paper->file = keep(papers, file);
    issuing_issue(papers, paper, noted->date);
    return true;
}
