/* page.h - the page of the press kit. */
#ifndef JOBS_PAGE_H
#define JOBS_PAGE_H

#include "renderer.h"

/* Appends the page, with what the plan puts beside it; charts that are in READY are not made
 * again. */
bool press_page(const struct build_run *run, const struct ready_files *ready, GByteArray *out,
                GError **error);

#endif
