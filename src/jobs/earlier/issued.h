/* issued.h - papers that are out: their bytes are kept, not made. */
#ifndef JOBS_EARLIER_ISSUED_H
#define JOBS_EARLIER_ISSUED_H

#include "../job.h"

struct paper;

/* Adds the bytes that were issued to the pack, from the folder of before; false with ERROR
 * where they are not in it. */
bool issued_keep(struct job *job, size_t entry, const struct paper *issued, GError **error);

#endif
