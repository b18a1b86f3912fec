/* job.h - the entries of one archive while they are made: by a part, or for the archive. */
#ifndef JOBS_JOB_H
#define JOBS_JOB_H

#include "renderer.h"
#include "shared.h"

#define KEY_OF_WHOLE "-" /* of an archive, which is as its entries are */

struct job {
    const struct build_run *run;
    const struct archive *archive;
    const struct reporter *reporter;
    struct renderer *renderer;
    char *file; /* the archive below the folder; NULL where files lie loose */
    const struct previous_output *before; /* that is looked into; or NULL */
    bool dealt;                           /* what shards have made: it is taken as it is */
    struct previous_archive *previous;    /* the archive of before, as it was left; or NULL */
    char **keys;                          /* of each entry; NULL: not asked for yet */
    struct pack *pack;                    /* that entries are added to */
    GPtrArray *pack_keys;                 /* of each entry of the pack; owned by keys */
    struct pack *beside; /* the folder of what stands beside the archive, too; or NULL */
    GPtrArray *beside_keys;
    struct pack *kit; /* the archive of that; or NULL */
    GString *failed;  /* what could not be made, a line each */
};

void job_open(struct job *job, const struct build_run *run, const struct archive *archive,
              const struct reporter *reporter);
void job_close(struct job *job);

void job_report(const struct job *job, const struct message *message);
/* The same of an entry of the archive that is begun, or done; and of what was written. */
void job_report_begun(const struct job *job, size_t entry);
void job_report_done(const struct job *job);
void job_report_record(const struct job *job, const struct record *record);

/* True where that file stands beside the archive, too; and where it is not in it. */
bool job_is_beside(const struct job *job, size_t entry, const char *name);
bool job_is_alone(const struct job *job, size_t entry);

/* Makes an entry and what belongs to it, and adds them to the pack.  What is wrong with the
 * data of an entry stops no other: it is reported, and MADE is false then. */
bool job_try(struct job *job, size_t entry, bool *made, GError **error);

/* Reports that an entry could not be made. */
void job_report_failure(struct job *job, size_t entry, int code, const char *why);

/* An entry is known to come out as it was: so is its copy in the archive of the nation. */
void job_give_known(const struct job *job, size_t entry);

/* Signs RENDERED, which was just made, where it waits for whoever signs in this run: its bytes
 * and their DIGEST are those of the signed paper then.  Notes in it whether it waits any more. */
bool signed_make(const struct job *job, struct rendered *rendered, char **digest, GError **error);

#endif
