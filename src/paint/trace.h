/* trace.h - pages as text: what the parts of the trace share. */
#ifndef PAINT_TRACE_H
#define PAINT_TRACE_H

#include <glib.h>

struct page;
struct pages;

/* Appends the number with one decimal and a point, whatever the locale. */
void trace_number(GString *out, double number);

/* Appends BEFORE and both numbers. */
void trace_pair(GString *out, const char *before, double x, double y);

/* Appends the text in quotes; what cannot be seen stands as \u{a0}. */
void trace_words(GString *out, const char *words);

/* Appends the role of an element, in the words of layouts. */
void trace_role(GString *out, const struct pages *pages, guint32 element);

/* Appends the areas of a page that lead somewhere, a line each. */
void trace_links(GString *out, const struct page *page);

/* Appends the outline, a line for each bookmark. */
void trace_bookmarks(GString *out, const struct pages *pages);

/* Appends the tree of elements; equal neighbours stand once, with their number. */
void trace_elements(GString *out, const struct pages *pages);

#endif
