/* verification_page.h - what one page says of a result and its papers. */
#ifndef JOBS_VERIFICATION_PAGE_H
#define JOBS_VERIFICATION_PAGE_H

#include "worker.h"

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

/* Append index and grade, where the result is the one that holds; and one of its papers. */
void page_result(const struct pages_made *made, const struct result_page *page, GString *out);
void page_paper(const struct pages_made *made, const struct paper *paper, GString *out);

/* Returns the name of whom a page is about. */
const char *page_whom(const struct pages_made *made, const struct result_page *page);

#endif
