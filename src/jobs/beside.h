/* beside.h - what stands beside the archive of the nation: the press kit, unpacked, and all of it
 * in one archive there, NAME_KIT.  Folders show what is in them: nothing stands beside them. */
#ifndef JOBS_BESIDE_H
#define JOBS_BESIDE_H

#include "job.h"

/* Begins it anew. */
void beside_open(struct job *job);

/* Adds an entry, where it stands there, as it stands in another archive or in the folder of before.
 * False where it cannot. */
bool beside_put(struct job *job, size_t entry, const struct packed *like, GBytes *span);

/* Adds all of it as it was before; false where it cannot. */
bool beside_link_all(struct job *job);

bool beside_finish(struct job *job, GError **error);

#endif
