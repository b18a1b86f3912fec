#include "rapor/pack/book.h"

#include "parts.h"

#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"

#include <string.h>

#define FREE_ROWS 700 /* of a form for institutions that are not known */

const char *book_called(const struct book *book, const char *text)
{
    return naming_put(&book->evaluation->instrument->naming, text, book->arena);
}

static void add_table(const struct book *book, const char *name, const struct ranking *table)
{
    const struct leaf leaf = workbook_sheet(book->workbook, name);
    leaf_table(&leaf, table);
}

/* Returns the scope in which the group is ranked: among its own, if there is one. */
static size_t scope_of(const struct standings *standings, size_t group)
{
    const struct evaluation *evaluation = standings->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    size_t found = NONE;
    for (size_t scope = 0; scope < instrument->scope_count; scope++) {
        if (!(instrument->scopes[scope].groups & ((uint64_t)1 << group)))
            continue;
        if (instrument->scopes[scope].within == WITHIN_GROUP)
            return scope;
        if (found == NONE)
            found = scope;
    }
    return found;
}

/* A sheet, with memory of its own: the library copies what it is given. */
static void add_sheet(const struct book *book, void (*fill_sheet)(const struct book *book))
{
    struct book one = *book;
    one.arena = arena_create();
    fill_sheet(&one);
    arena_destroy(one.arena);
}

static void add_ranking(const struct book *book, const char *name, struct ranking_choice choice)
{
    struct arena *arena = arena_create();
    add_table(book, name, ranking_of(book->standings, &choice, arena));
    arena_destroy(arena);
}

static void add_group(const struct book *book, size_t group)
{
    static const char *const taken[] = {"Peringkat", "Petunjuk",    "Indikator", "Hitung",
                                        "Rata-rata", "Bobot",       "Kamus",     "Acuan",
                                        "Identitas", "Penghargaan", NULL};
    const char *name = book->evaluation->instrument->groups[group].name;
    const struct ranking_choice choice = {scope_of(book->standings, group), group};
    if (choice.scope == NONE || book->standings->groups[group].assessed == 0)
        return;
    if (g_strv_contains(taken, name))
        name = arena_printf(book->arena, "Kelompok %s", name);
    add_ranking(book, name, choice);
}

static void add_rankings(const struct book *book)
{
    const struct instrument *instrument = book->evaluation->instrument;
    const struct ranking_choice choice = {ranking_widest(book->standings), NONE};
    if (instrument->scope_count > 0)
        add_ranking(book, "Peringkat", choice);
    for (size_t group = 0; group < instrument->group_count; group++)
        add_group(book, group);
    const struct ranking *awards = awards_of(book->standings, book->arena);
    if (awards)
        add_table(book, "Penghargaan", awards);
}

static void add_means(const struct book *book)
{
    add_table(book, "Rata-rata", means_of(book->standings, book->arena));
}

static void add_indicators(const struct book *book)
{
    add_table(book, "Kamus", indicators_of(book->evaluation->instrument, book->arena));
}

static void fill(struct workbook *workbook, const void *data)
{
    struct book book = *(const struct book *)data;
    book.workbook = workbook;
    add_sheet(&book, book.standings ? add_rankings : book_guide);
    add_sheet(&book, book_levels);
    add_sheet(&book, book_ledgers);
    book_check(&book);
    if (book.standings)
        add_sheet(&book, add_means);
    add_sheet(&book, book_weights);
    add_sheet(&book, add_indicators);
    add_sheet(&book, book_reference);
    add_sheet(&book, book_identity);
}

/* Returns how many columns stand before those of the indicators on Indikator. */
static size_t fixed_columns(const struct book *book)
{
    struct book one = *book;
    one.arena = arena_create();
    const size_t all = book_table(&one)->column_count;
    arena_destroy(one.arena);
    return all - book->evaluation->instrument->indicator_count;
}

/* NOLINTNEXTLINE(readability-non-const-parameter): it is written through the book. */
bool book_write(const struct book_order *order, size_t *cut, GByteArray *out, GError **error)
{
    const struct evaluation *evaluation = order->evaluation;
    struct arena *arena = arena_create();
    struct book book = {
        .order = order,
        .evaluation = evaluation,
        .standings = order->standings,
        .arena = arena,
        .first_row = order->standings ? 1 : 2, /* below the numbers a form has the names */
        .rows = evaluation->institution_count ? evaluation->institution_count : FREE_ROWS,
    };
    book.first_column = fixed_columns(&book);
    const char *title = arena_printf(arena, "%s %s", evaluation->instrument->id,
                                     evaluation->year ? evaluation->year : "");
    const struct workbook_plan plan = {title, order->date, fill, &book, cut};
    bool done = workbook_write(&plan, out, error);
    arena_destroy(arena);
    return done;
}
