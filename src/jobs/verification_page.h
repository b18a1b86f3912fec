/* verification_page.h - what one page says of a result and its papers. */
#ifndef JOBS_VERIFICATION_PAGE_H
#define JOBS_VERIFICATION_PAGE_H

#include "worker.h"

#include <libxml/tree.h>

struct paper;

/* A result: what is said of all papers that bear its seal. */
struct result_page {
    const char *path, *code, *whom; /* "v/13.01/3BDC4AEF/"; what people type; code of whom */
    const char *seal;
    GPtrArray *papers; /* of const struct paper, the last editions first */
};

struct pages_made {
    const struct build_run *run;
    struct arena *arena;
    GHashTable *by_path;
    GPtrArray *all; /* of struct result_page */
};

/* Returns the number of the document of that kind, or how many there are. */
size_t page_kind(const struct pages_made *made, const struct paper *paper);

/* Returns "Sertifikat partisipasi", from the name of its file; to be freed. */
char *page_title(const struct pages_made *made, const struct paper *paper);

/* Returns the name of whom a page is about; NULL for what is made once, the decree. */
const char *page_whom(const struct pages_made *made, const struct result_page *page);

/* Returns what the stylesheet of the pages sees of one, or, where it has no papers, of the page
 * that finds them by CODE, an example (doc/register.md). */
xmlDoc *verification_source(const struct pages_made *made, const struct result_page *page);

#endif
