/* alternative.h - what a page shows, in words. */
#ifndef PAINT_ALTERNATIVE_H
#define PAINT_ALTERNATIVE_H

struct page;
struct pages;

/* Returns the texts of all figures with ink on the page, in reading order; NULL
 * where there is none.  To be freed. */
char *page_alternative(const struct pages *pages, const struct page *page);

#endif
