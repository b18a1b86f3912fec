#include "earlier.h"

#include "rapor/base/language.h"
#include "rapor/base/times.h"
#include "rapor/session/issue.h"

#include <string.h>

const struct shared_entry *job_known(const struct job *job, size_t entry)
{
    if (job->archive != job->run->plan->nation)
        return NULL;
    const struct shared_entry *known = shared_known(job->run->shared, entry);
    return known->key[0] ? known : NULL;
}

const char *job_key(const struct job *job, size_t entry)
{
    if (job->keys[entry])
        return job->keys[entry];
    const enum phase before = times_enter(PHASE_KEYS);
    const struct shared_entry *known = job_known(job, entry);
    job->keys[entry] =
        known ? g_strdup(known->key)
              : key_of(job->run->keys, job->run->session, &job->archive->entries[entry]);
    times_enter(before);
    return job->keys[entry];
}

const struct record *job_previous(const struct job *job, size_t entry, const char *name)
{
    const struct previous_output *previous = job->before;
    if (previous && job_is_alone(job, entry))
        return previous_output_find(previous, name, NULL);
    if (!previous || (job->file && !job->previous))
        return NULL;
    if (job->file)
        return previous_output_find(previous, job->file, name);
    g_autofree char *path = g_strconcat(job->archive->path, "/", name, NULL);
    return previous_output_find(previous, path, NULL);
}

/* What is out has to be there as it was issued; of what was withdrawn there is to be another
 * edition. */
static bool may_stay(const struct job *job, size_t number, const char *name,
                     const struct record *record)
{
    const struct entry *entry = &job->archive->entries[number];
    if (entry->kind != ENTRY_DOCUMENT || !g_str_equal(name, entry->name))
        return true;
    const struct paper *paper = session_paper(job->run->session, entry->document, entry->subject);
    if (!paper || paper->state == PAPER_RESERVED)
        return true;
    return paper->state == PAPER_ISSUED && strcmp(paper->file, record->digest) == 0;
}

/* One that says the same stays: packs refer to it. */
void job_set_key(const struct job *job, size_t entry, const char *key)
{
    if (g_strcmp0(job->keys[entry], key) == 0)
        return;
    g_free(job->keys[entry]);
    job->keys[entry] = g_strdup(key);
}

/* What waits is signed where somebody signs; what is signed stays so. */
static bool is_to_be_signed(const struct job *job, size_t entry, const struct record *record)
{
    return job->run->build->signing && job->archive->entries[entry].kind == ENTRY_DOCUMENT &&
           !key_settled(record->key);
}

static const struct record *find_unchanged(const struct job *job, size_t entry, const char *name)
{
    const struct record *record = job_previous(job, entry, name);
    if (!record || job->dealt)
        return record;
    return job->run->build->rebuild || !key_same(record->key, job_key(job, entry)) ||
                   !may_stay(job, entry, name, record)
               ? NULL
               : record;
}

const struct record *job_same(const struct job *job, size_t entry, const char *name)
{
    unsigned edition;
    const struct record *record = find_unchanged(job, entry, name);
    if (!record || is_to_be_signed(job, entry, record))
        return NULL;
    if (job->dealt || !key_content(job->keys[entry], &edition))
        job_set_key(job, entry, record->key);
    return record;
}

const struct record *job_waiting(const struct job *job, size_t entry)
{
    const struct record *record =
        job->run->build->signing ? find_unchanged(job, entry, job->archive->entries[entry].name)
                                 : NULL;
    return record && is_to_be_signed(job, entry, record) ? record : NULL;
}

bool job_before(const struct job *job, size_t entry, struct packed *like)
{
    const struct record *record = job_previous(job, entry, job->archive->entries[entry].name);
    return record && job->previous && !job->dealt && !job->run->build->rebuild &&
           key_same_makers(record->key, job_key(job, entry)) &&
           previous_output_entry(job->previous, record, like);
}

static void explain(const struct job *job, const struct archive *archive, const struct entry *entry,
                    const char *why)
{
    if (!job->before || job->run->build->rebuild)
        return;
    const bool alone = job->file && entry->alone;
    g_autofree char *text = g_strconcat(alone ? "" : archive->path,
                                        !job->file ? "/"
                                        : alone    ? ""
                                                   : ".zip: ",
                                        entry->name, ": ", why, NULL);
    job_report(job, &(struct message){.kind = MESSAGE_REBUILT, .text = text});
}

void job_explain(const struct job *job, size_t entry)
{
    const struct entry *of = &job->archive->entries[entry];
    const struct record *record = job_previous(job, entry, of->name);
    explain(job, job->archive, of,
            record ? key_difference(record->key, job_key(job, entry)) : _("it was not there"));
}

void job_explain_copy(const struct job *job, size_t entry)
{
    const struct archive *nation = job->run->plan->nation;
    explain(job, nation, &nation->entries[job->archive->entries[entry].also],
            _("it is a copy of what is made anew"));
}
