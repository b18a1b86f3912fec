/* try_pages.h - tests of the typesetter: blocks of a layout become pages. */
#ifndef TEST_TRY_PAGES_H
#define TEST_TRY_PAGES_H

#include "try_layout.h"

#include "rapor/type/fonts.h"
#include "rapor/type/pages.h"
#include "rapor/typeset/typeset.h"

static struct try *try;
static struct fonts *fonts;

static inline int open_all(void **state)
{
    (void)state;
    fonts = fonts_open("fonts/fonts.xml", NULL);
    return fonts ? 0 : -1;
}

static inline int close_all(void **state)
{
    (void)state;
    fonts_close(fonts);
    return 0;
}

static inline int begin(void **state)
{
    (void)state;
    try = try_create("tests/unit/data/schema");
    return 0;
}

static inline int end(void **state)
{
    (void)state;
    try_free(try);
    return 0;
}

/* Sets a document of one section with these blocks; HEAD goes before the section. */
static inline struct pages *set_with(const char *head, const char *section, const char *blocks)
{
    g_autofree char *whole =
        g_strconcat("<layout xmlns='urn:rapor:layout:1' title='t'>" TRY_STYLE, head, "<section ",
                    section, ">", blocks, "</section></layout>", NULL);
    struct doc *doc = try_compose(try, whole);
    assert_non_null(doc);
    return typeset(doc, fonts, &try->error);
}

static inline struct pages *set(const char *blocks)
{
    struct pages *pages = set_with(TRY_PAGE, "page='f4'", blocks);
    if (!pages)
        print_message("%s\n", try->error->message);
    assert_non_null(pages);
    return pages;
}

static inline const char *refused(const char *blocks)
{
    assert_null(set_with(TRY_PAGE, "page='f4'", blocks));
    return try->error->message;
}

static inline const struct ink *find(const struct pages *pages, const char *words, size_t *page)
{
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].inks.count; i++) {
            const struct ink *ink = &pages->items[p].inks.items[i];
            if (ink->kind == INK_TEXT && strcmp(ink->text->words, words) == 0) {
                if (page)
                    *page = p;
                return ink;
            }
        }
    return NULL;
}

/* In how many pieces of ink WORDS stand. */
static inline size_t count(const struct page *page, const char *words)
{
    size_t found = 0;
    for (size_t i = 0; i < page->inks.count; i++)
        found += page->inks.items[i].kind == INK_TEXT &&
                 strstr(page->inks.items[i].text->words, words) != NULL;
    return found;
}

/* TEXT so many times, with the number of each in the place of "#". */
static inline char *repeat(const char *text, size_t times)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < times; i++) {
        g_autofree char *number = g_strdup_printf("%zu", i);
        g_auto(GStrv) parts = g_strsplit(text, "#", -1);
        g_autofree char *numbered = g_strjoinv(number, parts);
        g_string_append(all, numbered);
    }
    return g_string_free(all, FALSE);
}

/* A column of 75 mm. */
#define NARROW(more) TRY_PAGE "<style name='n' base='body' align='justify' right='90mm' " more "/>"

static inline double end_of(const struct ink *ink)
{
    return ink->x + ink->text->width;
}

#endif
