/* What was made and signed is known by its key: the next run need neither make nor sign it. */
#include "kept.h"

#include "../earlier/earlier.h"

#include "rapor/base/digest.h"
#include "rapor/sign/resume.h"

#include <string.h>

/* Of what it is made from, without what it has become. */
static char *name_of(const struct job *job, size_t number)
{
    const char *key = job_key(job, number);
    return g_strndup(key, strcspn(key, "=:"));
}

bool kept_read(const struct job *job, size_t number, struct rendered *rendered)
{
    if (!job->reporter->resume || job->run->build->rebuild ||
        job->archive->entries[number].kind != ENTRY_DOCUMENT)
        return false;
    g_autofree char *name = name_of(job, number);
    g_autofree char *line = resume_noted(job->reporter->resume, name);
    g_auto(GStrv) noted = line ? g_strsplit(line, " ", 2) : NULL; /* as kept_note() writes it */
    g_autoptr(GByteArray) paper =
        noted && noted[0] && noted[1] ? resume_find(job->reporter->resume, noted[0]) : NULL;
    if (!paper)
        return false;
    g_autofree char *digest = digest_bytes(paper->data, paper->len);
    g_byte_array_append(rendered->bytes, paper->data, paper->len);
    rendered->content = g_strdup(key_content(noted[1], &rendered->edition));
    job_report(job, &(struct message){.kind = MESSAGE_SIGNED,
                                      .code = true,
                                      .text = noted[0],
                                      .record = {.digest = digest}});
    return true;
}

bool kept_note(const struct job *job, size_t number, const char *plain, GError **error)
{
    if (!job->reporter->resume)
        return true;
    g_autofree char *name = name_of(job, number);
    g_autofree char *line = g_strdup_printf("%s %s", plain, job_key(job, number));
    return resume_note(job->reporter->resume, name, line, error);
}
