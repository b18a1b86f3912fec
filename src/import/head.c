#include "head.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"

#include <string.h>

#define HEAD_MOST 20 /* rows that may stand above the head: titles */

/* The names of a column, the first as we write it; in lower case. */
static const struct {
    const char *title;
    const char *names[5];
} traits[TRAIT_COUNT] = {
    [TRAIT_CODE] = {"Kode", {"kode", "code", "kode instansi"}},
    [TRAIT_NAME] = {"Instansi", {"instansi", "name", "nama", "nama instansi"}},
    [TRAIT_GROUP] = {"Kelompok", {"kelompok", "group", "kelompok instansi"}},
    [TRAIT_REGION_CODE] = {"Kode Provinsi", {"kode provinsi", "region-code", "kode wilayah"}},
    [TRAIT_REGION] = {"Provinsi", {"provinsi", "region", "wilayah"}},
    [TRAIT_PARENT] = {"Kode Induk", {"kode induk", "parent-code", "induk"}},
    [TRAIT_ADDRESSEE] = {"Pejabat", {"pejabat", "addressee", "kepada"}},
    [TRAIT_SEAT] = {"Kedudukan", {"kedudukan", "seat", "ibu kota"}},
    [TRAIT_REASON] = {"Alasan Tidak Dinilai", {"alasan tidak dinilai", "reason", "alasan"}},
    [TRAIT_PUBLISHED_INDEX] = {"Indeks Terbit", {"indeks terbit", "published-index"}},
    [TRAIT_PUBLISHED_GRADE] = {"Predikat Terbit", {"predikat terbit", "published-grade"}},
};

const char *trait_title(enum trait trait)
{
    return traits[trait].title;
}

/* Lower case, single spaces. */
static char *plain_name(const char *text)
{
    g_autofree char *lower = g_utf8_strdown(text, -1);
    g_auto(GStrv) words = g_strsplit_set(lower, " \t\r\n", -1);
    GString *plain = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(plain, "%s%s", plain->len ? " " : "", *word);
    return g_string_free(plain, FALSE);
}

static enum trait trait_called(const char *name)
{
    for (size_t t = 0; t < TRAIT_COUNT; t++)
        for (size_t n = 0; n < G_N_ELEMENTS(traits[t].names) && traits[t].names[n]; n++)
            if (strcmp(traits[t].names[n], name) == 0)
                return (enum trait)t;
    return TRAIT_COUNT;
}

/* "12", "Indikator 12" and "I12" all mean the twelfth. */
static size_t indicator_called(const struct instrument *instrument, const char *name)
{
    static const char *const before[] = {"", "indikator ", "ind. ", "i"};
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        g_autofree char *no = g_utf8_strdown(instrument->indicators[i].no, -1);
        for (size_t b = 0; b < G_N_ELEMENTS(before); b++)
            if (g_str_has_prefix(name, before[b]) && strcmp(name + strlen(before[b]), no) == 0)
                return i;
    }
    return NONE;
}

/* A search for the head. */
struct search {
    const struct grids *grids;
    const struct instrument *instrument;
    struct diagnostics *diagnostics;
    bool noting; /* say what is wrong */
};

static void note(const struct search *search, enum severity severity, const char *text,
                 const char *hint)
{
    const struct diagnostic diagnostic = {.severity = severity,
                                          .id = "head",
                                          .file = search->grids->file,
                                          .text = text,
                                          .hint = hint};
    if (search->noting)
        diagnostics_add(search->diagnostics, &diagnostic);
}

/* Remembers the column, unless another has the same name. */
static bool settle(const struct search *search, const struct head *head, size_t *slot,
                   size_t column)
{
    struct arena *arena = search->grids->arena;
    if (*slot == NONE) {
        *slot = column;
        return true;
    }
    note(search, SEVERITY_ERROR,
         arena_printf(arena, "%s: the column \"%s\" is there twice, first at %s",
                      grid_name(head->grid, head->row, column, arena),
                      grid_cell(head->grid, head->row, column).text,
                      grid_name(head->grid, head->row, *slot, arena)),
         "rename one of them");
    return false;
}

/* Fills HEAD from one row; false where a name is there twice. */
static bool read_names(const struct search *search, struct head *head)
{
    bool good = true;
    g_autoptr(GString) unused = g_string_new(NULL);
    for (size_t c = 0; c < head->grid->rows[head->row].count; c++) {
        const char *text = grid_cell(head->grid, head->row, c).text;
        if (!text)
            continue;
        g_autofree char *name = plain_name(text);
        enum trait trait = trait_called(name);
        size_t indicator = indicator_called(search->instrument, name);
        if (trait < TRAIT_COUNT)
            good = settle(search, head, &head->traits[trait], c) && good;
        else if (indicator != NONE)
            good = settle(search, head, &head->levels[indicator], c) && good;
        else
            g_string_append_printf(unused, "%s%s", unused->len ? ", " : "", name);
    }
    if (unused->len > 0)
        note(search, SEVERITY_NOTE,
             arena_printf(search->grids->arena, "columns that are not used: %s", unused->str),
             NULL);
    return good;
}

static void clear(const struct search *search, struct head *head)
{
    for (size_t t = 0; t < TRAIT_COUNT; t++)
        head->traits[t] = NONE;
    for (size_t i = 0; i < search->instrument->indicator_count; i++)
        head->levels[i] = NONE;
}

static size_t known_levels(const struct search *search, const struct head *head)
{
    size_t count = 0;
    for (size_t i = 0; i < search->instrument->indicator_count; i++)
        count += head->levels[i] != NONE;
    return count;
}

/* A head names at least the code and one indicator. */
static bool is_head(const struct search *search, struct head *head)
{
    struct search quiet = *search;
    quiet.noting = false;
    clear(search, head);
    read_names(&quiet, head);
    return head->traits[TRAIT_CODE] != NONE && known_levels(search, head) > 0;
}

static bool find_row(const struct search *search, struct head *head)
{
    for (head->row = 0; head->row < MIN(head->grid->count, HEAD_MOST); head->row++)
        if (is_head(search, head))
            return true;
    return false;
}

static bool find_sheet(const struct search *search, struct head *head)
{
    for (int any = 0; any < 2; any++)
        for (size_t i = 0; i < search->grids->count; i++) {
            head->grid = &search->grids->all[i];
            bool ours = head->grid->name && g_ascii_strcasecmp(head->grid->name, "Indikator") == 0;
            if ((any || ours) && find_row(search, head))
                return true;
        }
    return false;
}

static bool check_columns(const struct search *search, const struct head *head)
{
    static const enum trait needed[] = {TRAIT_NAME, TRAIT_GROUP};
    struct arena *arena = search->grids->arena;
    const char *where = head->grid->name ? arena_printf(arena, "%s: ", head->grid->name) : "";
    bool good = true;
    for (size_t i = 0; i < G_N_ELEMENTS(needed); i++)
        if (head->traits[needed[i]] == NONE) {
            note(search, SEVERITY_ERROR,
                 arena_printf(arena, "%sthere is no column %s", where, trait_title(needed[i])),
                 "\"rapor export --template\" makes a form with all columns");
            good = false;
        }
    for (size_t i = 0; i < search->instrument->indicator_count; i++)
        if (head->levels[i] == NONE) {
            note(search, SEVERITY_ERROR,
                 arena_printf(arena, "%sthere is no column for indicator %s", where,
                              search->instrument->indicators[i].no),
                 "name the column by the number of the indicator");
            good = false;
        }
    return good;
}

struct head *head_find(const struct grids *grids, const struct instrument *instrument,
                       struct diagnostics *diagnostics)
{
    const struct search search = {grids, instrument, diagnostics, true};
    struct head *head = ARENA_NEW(grids->arena, struct head);
    head->levels = ARENA_ARRAY(grids->arena, instrument->indicator_count, size_t);
    if (!find_sheet(&search, head)) {
        note(&search, SEVERITY_ERROR,
             "no sheet has a row with the columns Kode, Instansi and 1, 2, 3...",
             "\"rapor export --template\" makes a form with all columns");
        return NULL;
    }
    clear(&search, head);
    bool good = read_names(&search, head);
    return check_columns(&search, head) && good ? head : NULL;
}
