/* page.h - the texts of the press kit. */
#ifndef JOBS_PAGE_H
#define JOBS_PAGE_H

#include "renderer.h"

#include "rapor/press/kit.h"

/* Returns what the texts are made from, with what the plan puts beside them; charts that are in
 * READY are not made again.  To be closed. */
struct kit_source *page_source(const struct build_run *run, const struct ready_files *ready,
                               GError **error);

#endif
