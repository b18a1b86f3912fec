#include "alternative.h"

#include "rapor/type/pages.h"

static bool has_ink(const struct page *page, uint32_t element)
{
    for (size_t i = 0; i < page->inks.count; i++)
        if (page->inks.items[i].element == element)
            return true;
    return false;
}

char *page_alternative(const struct pages *pages, const struct page *page)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (uint32_t e = 0; e < pages->element_count; e++) {
        const struct element *element = &pages->elements[e];
        if (element->role == ROLE_FIGURE && element->alt && has_ink(page, e))
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", element->alt);
    }
    return text->len > 0 ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}
