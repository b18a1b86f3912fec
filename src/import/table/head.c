#include "head.h"

#include "../legend.h"
#include "../plain.h"
#include "../value.h"
#include "indicator_name.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

size_t view_rows(const struct head_view *view)
{
    size_t rows = view->turned ? 0 : view->grid->count;
    for (size_t r = 0; view->turned && r < view->grid->count; r++)
        rows = MAX(rows, view->grid->rows[r].count);
    return rows;
}

size_t view_columns(const struct head_view *view, size_t row)
{
    if (view->turned)
        return view->grid->count;
    return row < view->grid->count ? view->grid->rows[row].count : 0;
}

struct sheet_cell view_cell(const struct head_view *view, size_t row, size_t column)
{
    return view->turned ? grid_cell(view->grid, column, row) : grid_cell(view->grid, row, column);
}

struct import_origin view_origin(const struct head_view *view, size_t row, size_t column)
{
    return view->turned ? (struct import_origin){view->grid, column, row}
                        : (struct import_origin){view->grid, row, column};
}

/* True where KEY is TITLE, or what the instrument calls it. */
static bool is_titled(const struct desk *desk, const char *key, const char *title)
{
    const char *called = naming_put(&desk->instrument->naming, title, desk->arena);
    return strcmp(key, plain_key(title, desk->arena)) == 0 ||
           (called != title && strcmp(key, plain_key(called, desk->arena)) == 0);
}

/* True where KEY is TITLE or one of the NAMES. */
static bool is_named(const struct desk *desk, const char *key, const char *title, const char *names)
{
    if (is_titled(desk, key, title))
        return true;
    size_t length = strlen(key);
    for (const char *at = names; at && *at; at += strcspn(at, "|"), at += *at == '|')
        if (strncmp(at, key, length) == 0 && (at[length] == '|' || at[length] == '\0'))
            return true;
    return false;
}

enum head_mark mark_called(const struct desk *desk, const char *text)
{
    const char *key = plain_key(text, desk->arena);
    for (size_t m = 0; *key && m < MARK_COUNT; m++)
        if (is_named(desk, key, head_columns[m].title, head_columns[m].names))
            return (enum head_mark)m;
    return MARK_COUNT;
}

const struct ledger_column *ledger_column(const struct desk *desk, const struct ledger *ledger,
                                          const char *text)
{
    const char *key = plain_key(text, desk->arena);
    /* Another column may have the title of one among its other names. */
    for (size_t c = 0; c < ledger->column_count; c++)
        if (strcmp(ledger->columns[c].title, text) == 0)
            return &ledger->columns[c];
    for (size_t c = 0; *key && c < ledger->column_count; c++)
        if (is_titled(desk, key, ledger->columns[c].title))
            return &ledger->columns[c];
    for (size_t c = 0; *key && c < ledger->column_count; c++)
        if (is_named(desk, key, ledger->columns[c].title, ledger->columns[c].names))
            return &ledger->columns[c];
    return NULL;
}

static void clear(const struct desk *desk, struct sheet_head *head)
{
    const struct instrument *instrument = desk->instrument;
    for (size_t m = 0; m < MARK_COUNT; m++)
        head->marks[m] = NONE;
    head->levels = ARENA_ARRAY(desk->arena, instrument->indicator_count, size_t);
    head->stages = ARENA_ARRAY(desk->arena, instrument->stage_count + 1, size_t);
    head->gaps = ARENA_ARRAY(desk->arena, instrument->indicator_count, bool);
    for (size_t i = 0; i < instrument->indicator_count; i++)
        head->levels[i] = NONE;
    for (size_t s = 0; s < instrument->stage_count; s++)
        head->stages[s] = NONE;
    head->level_count = head->stage_count = head->unknown = 0;
}

/* The name of a column: in the row, or above it where that cell is empty. */
static struct import_origin name_origin(const struct sheet_head *head, size_t column)
{
    bool above = !view_cell(&head->view, head->row, column).text && head->row > 0;
    return view_origin(&head->view, head->row - above, column);
}

static const char *name_text(const struct desk *desk, const struct sheet_head *head, size_t column)
{
    const struct import_origin at = name_origin(head, column);
    const char *text = grid_cell(at.grid, at.row, at.column).text;
    const char *meant = text ? legend_of(desk->legend, "columns", text) : NULL;
    return meant ? meant : text;
}

static size_t width_of(const struct sheet_head *head)
{
    size_t width = view_columns(&head->view, head->row);
    return head->row > 0 ? MAX(width, view_columns(&head->view, head->row - 1)) : width;
}

/* Finds where the column that TEXT names is kept; false: it names none. */
static bool find_slot(struct desk *desk, struct sheet_head *head, const char *text, size_t **slot)
{
    bool near;
    enum head_mark mark = mark_called(desk, text);
    if (mark < MARK_COUNT) {
        *slot = &head->marks[mark];
        return true;
    }
    size_t indicator = indicator_called(desk, text, &near);
    if (indicator != NONE) {
        *slot = &head->levels[indicator];
        return true;
    }
    size_t stage = stage_called(desk, text);
    if (stage != NONE)
        *slot = &head->stages[stage];
    return stage != NONE;
}

/* "Kode Wilayah" beside a name is the code of the institution, if no other column is. */
static void settle_codes(const struct desk *desk, struct sheet_head *head)
{
    for (size_t c = 0; c < width_of(head); c++) {
        const char *text = name_text(desk, head, c);
        if (text && strcmp(plain_key(text, desk->arena), "kode wilayah") == 0) {
            enum head_mark mark = head->marks[MARK_CODE] == NONE ? MARK_CODE : MARK_REGION_CODE;
            head->marks[mark] = head->marks[mark] == NONE ? c : head->marks[mark];
        }
    }
}

void head_read(struct desk *desk, struct sheet_head *head, size_t row)
{
    head->row = row;
    clear(desk, head);
    for (size_t c = 0; c < width_of(head); c++) {
        const char *text = name_text(desk, head, c);
        size_t *slot;
        bool known = text && find_slot(desk, head, text, &slot);
        head->unknown += text && !known;
        if (known && *slot == NONE)
            *slot = c;
    }
    settle_codes(desk, head);
    for (size_t i = 0; i < desk->instrument->indicator_count; i++)
        head->level_count += head->levels[i] != NONE;
    for (size_t s = 0; s < desk->instrument->stage_count; s++)
        head->stage_count += head->stages[s] != NONE;
}

static void tell_twice(struct desk *desk, const struct sheet_head *head, size_t first,
                       size_t column)
{
    const struct import_origin at = name_origin(head, column);
    desk_note(desk,
              (struct import_finding){.severity = SEVERITY_ERROR,
                                      .id = "head-twice",
                                      .origin = at,
                                      .hint = N_("rename one of them")},
              N_("the column \"%s\" is there twice, first at %s"),
              grid_cell(at.grid, at.row, at.column).text,
              desk_cell_name(desk, name_origin(head, first)));
}

/* A name with two numbers, or a number and the name of another, is a mistake. */
static void tell_near(struct desk *desk, const struct sheet_head *head, size_t column)
{
    const struct import_origin at = name_origin(head, column);
    const char *text = name_text(desk, head, column);
    bool near;
    size_t indicator = indicator_called(desk, text, &near);
    if (near && indicator != NONE)
        desk_note(
            desk,
            (struct import_finding){.severity = SEVERITY_WARNING,
                                    .id = "near-name",
                                    .origin = at,
                                    .hint = N_("name the column by the number of the indicator")},
            N_("the column \"%s\" is taken for indicator %s, %s"),
            plain_text(text, NULL, desk->arena), desk->instrument->indicators[indicator].no,
            desk->instrument->indicators[indicator].name);
}

static void tell_clash(struct desk *desk, const struct sheet_head *head, size_t column)
{
    const struct import_origin at = name_origin(head, column);
    const char *key = number_part(desk, plain_key(name_text(desk, head, column), desk->arena));
    const char *name = behind_number(key);
    bool near;
    size_t named = name ? indicator_named(desk, name, &near) : NONE;
    if (named == NONE)
        return;
    desk_note(desk,
              (struct import_finding){.severity = SEVERITY_ERROR,
                                      .id = "head-clash",
                                      .origin = at,
                                      .hint = N_("look up which of them is meant")},
              N_("\"%s\" has the name of indicator %s but another number"),
              plain_text(name_text(desk, head, column), NULL, desk->arena),
              desk->instrument->indicators[named].no);
}

/* What means nothing is added to UNUSED. */
static void tell_column(struct desk *desk, const struct sheet_head *head, size_t column,
                        GString *unused)
{
    struct sheet_head seen = *head;
    const char *text = name_text(desk, head, column);
    size_t *slot;
    if (!text || strcmp(text, "-") == 0)
        return;
    if (!find_slot(desk, &seen, text, &slot)) {
        if (head->marks[MARK_CODE] == column || head->marks[MARK_REGION_CODE] == column)
            return;
        tell_clash(desk, head, column);
        g_string_append_printf(unused, "%s\"%s\"", unused->len ? ", " : "",
                               plain_text(text, NULL, desk->arena));
    } else if (*slot != column && slot != &seen.marks[MARK_NUMBER]) {
        tell_twice(desk, head, *slot, column);
    } else if (slot >= seen.levels && slot < seen.levels + desk->instrument->indicator_count) {
        tell_near(desk, head, column);
    }
}

void head_tell(struct desk *desk, const struct sheet_head *head)
{
    const size_t errors = desk_errors(desk);
    g_autoptr(GString) unused = g_string_new(NULL);
    for (size_t c = 0; c < width_of(head); c++)
        tell_column(desk, head, c, unused);
    /* What seems to be missing then may be what is there twice. */
    for (size_t i = 0; desk_errors(desk) > errors && i < desk->instrument->indicator_count; i++)
        head->gaps[i] = true;
    if (unused->len > 0)
        desk_leave_out(desk, "%s: the columns %s",
                       head->view.grid->name ? head->view.grid->name : head->view.grid->file,
                       unused->str);
}
