/* page.h - the texts of the press kit. */
#ifndef JOBS_PAGE_H
#define JOBS_PAGE_H

#include "renderer.h"

#include "rapor/press/kit.h"

/* Appends a text, with what the plan puts beside it; charts that are in READY are not made
 * again. */
bool press_page(const struct build_run *run, const struct ready_files *ready,
                const struct kit_text *text, GByteArray *out, GError **error);

#endif
