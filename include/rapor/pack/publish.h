/* publish.h - a folder of output that appears whole or not at all.
 *
 * It is built beside the place it is meant for, flushed, and renamed.  What was
 * there before stays until then; a run that dies leaves it untouched. */
#ifndef RAPOR_PACK_PUBLISH_H
#define RAPOR_PACK_PUBLISH_H

#include <glib.h>
#include <stdbool.h>

struct publication;

/* Prepares to publish at PATH; the folders it stands in are made.  Refused where
 * PATH exists and is neither empty nor made by this program (it holds a
 * MANIFEST.json of ours, and no file but those in SHA256SUMS): nothing of the
 * user's is ever replaced.  Refused, too, while another run publishes there.
 * Sweeps what a killed run left behind. */
struct publication *publication_open(const char *path, GError **error);

/* The folder to write into meanwhile. */
const char *publication_folder(const struct publication *publication);

/* Exactly one of these two ends a publication. */
bool publication_finish(struct publication *publication, GError **error);
void publication_discard(struct publication *publication); /* NULL is welcome */

#endif
