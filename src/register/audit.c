#include "rapor/register/audit.h"

#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"
#include "rapor/register/issuing.h"

#include <string.h>

static const char *whose(const struct paper *paper)
{
    return paper->code ? paper->code : paper->year;
}

static void add(GPtrArray *findings, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void add(GPtrArray *findings, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_ptr_array_add(findings, g_strdup_vprintf(format, args));
    va_end(args);
}

/* Editions of one paper share their number; nothing else does. */
static void audit_numbers(const struct paper_register *papers, GPtrArray *findings)
{
    g_autoptr(GHashTable) owners = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < papers->paper_count; i++) {
        const struct paper *paper = papers->papers[i];
        const struct paper *owner =
            paper->number ? g_hash_table_lookup(owners, paper->number) : NULL;
        if (owner &&
            (strcmp(owner->kind, paper->kind) != 0 || g_strcmp0(owner->code, paper->code) != 0 ||
             strcmp(owner->year, paper->year) != 0))
            add(findings, _("%s: the number of %s %s and of %s %s"), paper->number, owner->kind,
                whose(owner), paper->kind, whose(paper));
        if (paper->number && !owner)
            g_hash_table_insert(owners, (void *)paper->number, (void *)paper);
    }
}

/* Numbers are given one after the other: a gap is one that somebody took out by hand. */
static void audit_reserve(const struct paper_register *papers, const struct reserve *reserve,
                          GPtrArray *findings)
{
    if (reserve->open)
        return;
    g_autoptr(GHashTable) given = g_hash_table_new(NULL, NULL);
    uint32_t last = reserve->from - 1;
    for (size_t i = 0; i < papers->paper_count; i++) {
        const struct paper *paper = papers->papers[i];
        if (paper->n < reserve->from || paper->n > reserve->to ||
            issuing_reserve_of(papers, paper) != reserve)
            continue;
        g_hash_table_add(given, GUINT_TO_POINTER(paper->n));
        last = MAX(last, paper->n);
    }
    for (uint32_t n = reserve->from; n <= last; n++)
        if (!g_hash_table_contains(given, GUINT_TO_POINTER(n)))
            add(findings, _("number %u of %s %s: nobody has it, though later ones were given"), n,
                reserve->kind, reserve->year);
}

static const struct record *find_record(const GPtrArray *records, const struct paper *paper)
{
    for (guint i = 0; i < records->len; i++) {
        const struct record *record = records->pdata[i];
        if (record->kind && strcmp(record->kind, paper->kind) == 0 &&
            g_strcmp0(record->code, paper->code) == 0)
            return record;
    }
    return NULL;
}

static void audit_file(const struct paper *paper, const struct audit *against, GPtrArray *findings)
{
    const struct record *record = find_record(against->papers, paper);
    if (!record)
        add(findings, _("%s %s: issued, but not in the folder"), paper->kind, whose(paper));
    else if (strcmp(record->digest, paper->file) != 0 && record->edition <= paper->edition)
        add(findings, _("%s %s: %s is not the file that was issued"), paper->kind, whose(paper),
            record->entry ? record->entry : record->file);
}

/* Where another edition lies there, nothing is said. */
static void audit_withdrawn(const struct paper *paper, const struct audit *against,
                            GPtrArray *findings)
{
    const struct record *record = against->papers ? find_record(against->papers, paper) : NULL;
    if (record && paper->file && strcmp(record->digest, paper->file) == 0)
        add(findings, _("%s %s: was withdrawn, but %s still lies in the folder"), paper->kind,
            whose(paper), record->entry ? record->entry : record->file);
}

static void audit_paper(const struct paper *paper, const struct audit *against, GPtrArray *findings)
{
    if (paper->state == PAPER_WITHDRAWN)
        audit_withdrawn(paper, against, findings);
    if (paper->state != PAPER_ISSUED || (against->year && strcmp(against->year, paper->year) != 0))
        return;
    if (against->codes && paper->code && !g_hash_table_contains(against->codes, paper->code))
        add(findings, _("%s %s: issued, but there is no %s in the evaluation"), paper->kind,
            whose(paper), whose(paper));
    else if (against->papers)
        audit_file(paper, against, findings);
}

GPtrArray *register_audit(const struct paper_register *papers, const struct audit *against)
{
    GPtrArray *findings = g_ptr_array_new_with_free_func(g_free);
    if (against->digest && against->folder && g_strcmp0(against->digest, against->made_of) != 0)
        add(findings, _("%s: was made of another evaluation"), against->folder);
    audit_numbers(papers, findings);
    for (size_t i = 0; i < papers->reserve_count; i++)
        audit_reserve(papers, &papers->reserves[i], findings);
    for (size_t i = 0; i < papers->paper_count; i++)
        audit_paper(papers->papers[i], against, findings);
    return findings;
}
