/* try_layout.h - tests of layouts: write one down, read it, compose it. */
#ifndef TEST_TRY_LAYOUT_H
#define TEST_TRY_LAYOUT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doc_words.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/own.h"
#include "rapor/compose/compose.h"
#include "rapor/doc/doc.h"
#include "rapor/layout/layout.h"
#include "rapor/view/tree.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const try_charts[] = {"radar", "bars", "trend", "histogram", "tiles", NULL};
static const char *const try_languages[] = {"id", NULL};
static const char *const try_families[] = {"URW Bookman", "Liberation Sans", "Noto Sans", NULL};

#define TRY_STYLE "<style name='body' family='URW Bookman' size='12pt' leading='14pt'/>"
#define TRY_PAGE  "<page name='f4' size='F4' top='25mm' bottom='25mm' left='25mm' right='25mm'/>"
#define TRY_HEAD  "<layout xmlns='urn:rapor:layout:1' title='t'>" TRY_STYLE TRY_PAGE

/* Lengths: both in points. */
static inline void assert_length(double given, double expected)
{
    assert_true(fabs(given - expected) < 1e-9);
}

static inline double mm(double length)
{
    return length * 72 / 25.4;
}

/* A folder with layouts, and what they are composed from. */
struct
try {
    char *folder;
    char *path; /* of the layout */
    struct vocabulary *vocabulary;
    struct layout_setting setting;
    struct layout_store *store;
    struct diagnostics *diagnostics;
    struct layout *layout;
    struct arena *arena;
    xmlDoc *file;
    struct view_piece *piece;
    const struct view_element *view; /* the root element */
    GError *error;
};

static inline void try_file(const struct try *try, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(try->folder, name, NULL);
    g_autofree char *above = g_path_get_dirname(path);
    assert_int_equal(g_mkdir_with_parents(above, 0700), 0);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static inline void try_drop_view(struct try *try)
{
    view_piece_destroy(try->piece);
    xmlFreeDoc(try->file);
}

static inline void try_view(struct try *try, const char *path)
{
    g_autofree char *text = NULL;
    gsize size;
    assert_true(g_file_get_contents(path, &text, &size, NULL));
    try->file = xmlReadMemory(text, (int)size, path, NULL, XML_PARSE_NOBLANKS);
    assert_non_null(try->file);
    try->piece = view_piece_create(0);
    try->view = view_piece_copy(try->piece, view_piece_document(try->piece),
                                xmlDocGetRootElement(try->file));
}

static inline struct try *try_create(const char *schemas)
{
    struct try *try = g_new0(struct try, 1);
    try->folder = g_dir_make_tmp("layout-XXXXXX", NULL);
    try->path = g_build_filename(try->folder, "try", "layout.xml", NULL);
    try->vocabulary = vocabulary_read(schemas, &try->error);
    assert_null(try->error);
    try->setting = (struct layout_setting){.vocabulary = try->vocabulary,
                                           .chart_kinds = try_charts,
                                           .families = try_families,
                                           .languages = try_languages};
    try->diagnostics = diagnostics_create();
    try->arena = arena_create();
    try_view(try, "tests/unit/data/view.xml");
    try_file(
        try, "common/provinces.xml",
        "<map xmlns='urn:rapor:map:1' width='10' height='10'>"
        "<area key='13' name='Sumbar' column='1' row='2' path='0,0 4,0 4,4; 5,5 6,5 6,6'/></map>");
    try_file(try, "common/emblem.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    try_file(try, "try/emblem.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    return try;
}

static inline void try_remove(const char *path)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        try_remove(inner);
    }
    if (folder)
        g_dir_close(folder);
    g_remove(path);
}

static inline void try_free(struct try *try)
{
    try_remove(try->folder);
    layout_close(try->layout);
    layout_store_destroy(try->store);
    vocabulary_destroy(try->vocabulary);
    diagnostics_destroy(try->diagnostics);
    arena_destroy(try->arena);
    try_drop_view(try);
    g_clear_error(&try->error);
    g_free(try->folder);
    g_free(try->path);
    g_free(try);
}

/* Returns the first institution of the view. */
static inline const struct view_element *try_institution(const struct try *try)
{
    const struct view_element *element = try->view->children;
    while (element && element->name != g_quark_from_static_string("institution"))
        element = element->next;
    assert_non_null(element);
    return element;
}

static inline void try_print(const struct diagnostics *diagnostics)
{
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        print_message("%s:%u:%u: %s [%s] %s\n", kept[i].file, kept[i].line, kept[i].column,
                      kept[i].text, kept[i].id, kept[i].hint ? kept[i].hint : "");
}

/* Reads TEXT as a layout. */
static inline void try_open(struct try *try, const char *text)
{
    try_file(try, "try/layout.xml", text);
    layout_close(try->layout);
    layout_store_destroy(try->store);
    try->store = layout_store_create(&try->setting);
    try->layout = layout_open(try->store, try->path, NULL, try->diagnostics, &try->error);
}

/* Reads TEXT, which must be right, and composes it for the first institution. */
static inline struct doc *try_compose(struct try *try, const char *text)
{
    try_open(try, text);
    if (!try->layout)
        try_print(try->diagnostics);
    assert_non_null(try->layout);
    const struct subject subject = {try_institution(try), "coba.pdf 13.01"};
    struct doc *doc = compose(try->layout, &subject, try->arena, &try->error);
    if (try->error)
        print_message("%s\n", try->error->message);
    return doc;
}

/* Returns the blocks of a section that holds TEXT. */
static inline const struct blocks *try_blocks(struct try *try, const char *text)
{
    g_autofree char *whole =
        g_strconcat(TRY_HEAD "<section page='f4'>", text, "</section></layout>", NULL);
    struct doc *doc = try_compose(try, whole);
    assert_non_null(doc);
    return &doc->sections[0].blocks;
}

/* Returns the words of those blocks. */
static inline const char *try_words(struct try *try, const char *text)
{
    g_autofree char *whole =
        g_strconcat(TRY_HEAD "<section page='f4'>", text, "</section></layout>", NULL);
    struct doc *doc = try_compose(try, whole);
    assert_non_null(doc);
    return doc_words(doc);
}

/* Composing those blocks must fail; returns why. */
static inline const char *try_failure(struct try *try, const char *text)
{
    g_autofree char *whole =
        g_strconcat(TRY_HEAD "<section page='f4'>", text, "</section></layout>", NULL);
    try_open(try, whole);
    if (!try->layout)
        try_print(try->diagnostics);
    assert_non_null(try->layout);
    const struct subject subject = {try_institution(try), "coba.pdf 13.01"};
    assert_null(compose(try->layout, &subject, try->arena, &try->error));
    assert_non_null(try->error);
    const char *why = arena_strdup(try->arena, try->error->message);
    g_clear_error(&try->error);
    return why;
}

static inline int try_setup(void **state)
{
    *state = try_create("tests/unit/data/schema");
    return 0;
}

static inline int try_teardown(void **state)
{
    try_free(*state);
    return 0;
}

#define TRY(test) cmocka_unit_test_setup_teardown(test, try_setup, try_teardown)

#endif
