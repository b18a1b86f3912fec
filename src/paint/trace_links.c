#include "trace.h"

#include "rapor/type/pages.h"

void trace_links(GString *out, const struct page *page)
{
    for (size_t i = 0; i < page->link_count; i++) {
        const struct link *link = &page->links[i];
        trace_pair(out, "  leads ", link->x, link->y);
        trace_pair(out, " by ", link->width, link->height);
        g_string_append(out, " to ");
        if (link->address)
            trace_words(out, link->address);
        else
            g_string_append_printf(out, "page %zu at ", link->page + 1);
        if (!link->address)
            trace_number(out, link->top);
        if (link->about) {
            g_string_append(out, " about ");
            trace_words(out, link->about);
        }
        g_string_append_c(out, '\n');
    }
}

void trace_bookmarks(GString *out, const struct pages *pages)
{
    for (size_t i = 0; i < pages->bookmark_count; i++) {
        const struct bookmark *bookmark = &pages->bookmarks[i];
        g_string_append_printf(out, "bookmark %u ", bookmark->level);
        trace_words(out, bookmark->title);
        g_string_append_printf(out, " page %zu at ", bookmark->page + 1);
        trace_number(out, bookmark->y);
        g_string_append_c(out, '\n');
    }
}
