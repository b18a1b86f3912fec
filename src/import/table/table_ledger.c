/* The sheets of what is recorded beside the levels. */
#include "../plain.h"
#include "../value.h"
#include "indicator_name.h"
#include "table.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* A ledger in a sheet: where its columns are. */
struct found {
    const struct ledger *ledger;
    struct head_view view;
    size_t row;       /* of the names */
    size_t *columns;  /* one for each of the ledger's, NONE where there is none */
    GHashTable *rows; /* innermost item -> its row */
};

static size_t read_names(const struct desk *desk, struct found *found, size_t row)
{
    size_t count = 0;
    for (size_t c = 0; c < found->ledger->column_count; c++)
        found->columns[c] = NONE;
    for (size_t c = 0; c < view_columns(&found->view, row); c++) {
        const char *text = view_cell(&found->view, row, c).text;
        const struct ledger_column *column = text ? ledger_column(desk, found->ledger, text) : NULL;
        if (!column || found->columns[column - found->ledger->columns] != NONE)
            continue;
        found->columns[column - found->ledger->columns] = c;
        count++;
    }
    return found->columns[0] == NONE ? 0 : count;
}

static bool find_names(const struct desk *desk, struct found *found)
{
    size_t best = 0, best_row = 0;
    found->columns = ARENA_ARRAY(desk->arena, found->ledger->column_count, size_t);
    for (size_t row = 0; row < MIN(view_rows(&found->view), HEAD_MOST); row++) {
        size_t count = read_names(desk, found, row);
        if (count > best) {
            best = count;
            best_row = row;
        }
    }
    found->row = best_row;
    return best >= 2 && read_names(desk, found, best_row) > 0;
}

static bool is_filled(const struct found *found, size_t row, size_t column)
{
    return found->columns[column] != NONE &&
           view_cell(&found->view, row, found->columns[column]).text;
}

static struct import_origin origin_at(const struct found *found, size_t row, size_t column)
{
    size_t at = found->columns[column] == NONE ? found->columns[0] : found->columns[column];
    return view_origin(&found->view, row, at);
}

/* Returns the column that has the attribute of the element at DEPTH, or NONE. */
static size_t column_with(const struct found *found, unsigned depth, const char *attribute)
{
    for (size_t c = 0; c < found->ledger->column_count; c++)
        if (found->ledger->columns[c].depth == depth &&
            strcmp(found->ledger->columns[c].attribute, attribute) == 0)
            return c;
    return NONE;
}

static const char *value_in(struct desk *desk, const struct found *found, size_t row, size_t column)
{
    const struct ledger_column *about = &found->ledger->columns[column];
    return is_filled(found, row, column) ? value_of_cell(desk, origin_at(found, row, column),
                                                         about->content, about->words, about->title)
                                         : NULL;
}

/* How deep the row goes: to the last element of which something is filled in. */
static unsigned depth_of(const struct found *found, size_t row)
{
    unsigned depth = 0;
    for (size_t c = 0; c < found->ledger->column_count; c++)
        if (is_filled(found, row, c))
            depth = MAX(depth, found->ledger->columns[c].depth);
    return depth;
}

static struct import_item *only_child(const struct import_item *parent, const char *element)
{
    struct import_item *only = NULL;
    for (size_t i = 0; i < parent->child_count; i++)
        if (strcmp(parent->children[i]->element, element) == 0) {
            if (only)
                return NULL;
            only = parent->children[i];
        }
    return only;
}

/* Tells, where the cell is empty, that it must not be; what is wrong in it is told. */
static struct import_item *miss(struct desk *desk, const struct found *found, size_t row,
                                size_t column)
{
    if (!is_filled(found, row, column))
        desk_note(desk,
                  (struct import_finding){.severity = SEVERITY_ERROR,
                                          .id = "missing",
                                          .origin = origin_at(found, row, column),
                                          .hint = N_("fill it in; it tells what the row is about")},
                  N_("%s is missing"), found->ledger->columns[column].title);
    return NULL;
}

/* Elements without a key are told apart by their number, or are new. */
static struct import_item *step_numbered(struct desk *desk, const struct found *found, size_t row,
                                         struct import_item *parent, unsigned depth)
{
    const char *element = found->ledger->way[depth];
    size_t column = column_with(found, depth, "#");
    const char *number = value_in(desk, found, row, column);
    const struct import_origin at = origin_at(found, row, column);
    if (number)
        return item_numbered(desk, parent, element, (size_t)atoi(number), at);
    if (is_filled(found, row, column))
        return NULL;
    if (depth == depth_of(found, row))
        return item_add(desk, parent, element, at);
    struct import_item *only = only_child(parent, element);
    return only ? only : miss(desk, found, row, column);
}

static struct import_item *step(struct desk *desk, const struct found *found, size_t row,
                                struct import_item *parent, unsigned depth)
{
    const char *element = found->ledger->way[depth], *key = item_key(element);
    if (!key)
        return step_numbered(desk, found, row, parent, depth);
    if (!*key)
        return item_keyed(desk, parent, element, NULL, origin_at(found, row, 0));
    size_t column = column_with(found, depth, key);
    const char *value = value_in(desk, found, row, column);
    const size_t item =
        found->ledger->with_items && depth == 1 ? column_with(found, 2, "code") : NONE;
    if (item != NONE && !is_filled(found, row, column) && is_filled(found, row, item)) {
        value = indicator_of_item(desk, origin_at(found, row, item));
        if (!value)
            return NULL;
    }
    if (!value && strcmp(element, "published-average") != 0)
        return miss(desk, found, row, column);
    return item_keyed(desk, parent, element, value, origin_at(found, row, column));
}

static bool is_key(const struct ledger *ledger, const struct ledger_column *column)
{
    const char *key = item_key(ledger->way[column->depth]);
    return strcmp(column->attribute, "#") == 0 || (key && strcmp(column->attribute, key) == 0);
}

/* The indicator that a level is of: the element itself names it, or the one around it. */
static size_t indicator_around(const struct desk *desk, struct import_item *const *items,
                               unsigned depth)
{
    const char *own = item_value(items[depth], "no");
    return instrument_indicator(desk->instrument, own ? own : item_value(items[1], "no"));
}

static void set_fields(struct desk *desk, const struct found *found, size_t row,
                       struct import_item *const *items, unsigned depth)
{
    const struct ledger *ledger = found->ledger;
    for (size_t c = 0; c < ledger->column_count; c++) {
        const struct ledger_column *column = &ledger->columns[c];
        const struct import_origin at = origin_at(found, row, c);
        if (column->depth > depth || is_key(ledger, column) || !is_filled(found, row, c) ||
            (column->depth == 0 && column->content == CONTENT_NAME))
            continue;
        const char *value = NULL;
        if (column->content == CONTENT_LEVEL) {
            value = level_of_cell(desk, at, indicator_around(desk, items, column->depth));
        } else {
            value = value_in(desk, found, row, c);
        }
        item_set(desk, items[column->depth], column->attribute, value, at);
    }
}

/* What an element must have, if the evaluation does not have it already. */
static void tell_needed(struct desk *desk, const struct found *found, size_t row, unsigned depth)
{
    static const char *const needed[][2] = {
        {"evidence", "kind"},  {"evidence", "title"},   {"session", "stage"},
        {"assessor", "name"},  {"participant", "name"}, {"application", "name"},
        {"shortfall", "kind"}, {"history", "index"},    {"domain", "index"},
        {"aspect", "index"},   {"schedule", "stage"},   {"schedule", "from"},
        {"schedule", "until"}};
    for (size_t i = 0; !desk->before && i < G_N_ELEMENTS(needed); i++) {
        size_t column = strcmp(needed[i][0], found->ledger->way[depth]) == 0
                            ? column_with(found, depth, needed[i][1])
                            : NONE;
        if (column != NONE && !is_filled(found, row, column))
            desk_note(desk,
                      (struct import_finding){.severity = SEVERITY_ERROR,
                                              .id = "missing",
                                              .origin = origin_at(found, row, column),
                                              .hint = N_("fill it in")},
                      N_("%s is missing"), found->ledger->columns[column].title);
    }
}

/* The same number or key in two rows of a sheet is a mistake. */
static bool is_twice(struct desk *desk, const struct found *found, size_t row,
                     const struct import_item *item)
{
    gpointer first;
    if (!g_hash_table_lookup_extended(found->rows, item, NULL, &first)) {
        g_hash_table_insert(found->rows, (void *)item, GSIZE_TO_POINTER(row));
        return false;
    }
    desk_note(desk,
              (struct import_finding){.severity = SEVERITY_ERROR,
                                      .id = "row-twice",
                                      .origin = origin_at(found, row, 0),
                                      .hint = N_("keep one of them, or give it another number")},
              N_("this row is about the same as %s"),
              desk_cell_name(desk, origin_at(found, GPOINTER_TO_SIZE(first), 0)));
    return true;
}

static void read_row(struct desk *desk, const struct found *found, size_t row)
{
    enum { DEEPEST = 4 };
    struct import_item *items[DEEPEST] = {0}, *parent = desk->root;
    const unsigned depth = depth_of(found, row);
    for (unsigned d = 0; d <= depth && parent; d++) {
        bool who = strcmp(found->ledger->way[d], "institution") == 0;
        size_t name = found->columns[1];
        items[d] = who ? institution_of(desk, &found->view, row, found->columns[0], name)
                       : step(desk, found, row, parent, d);
        parent = items[d];
    }
    if (!parent || (found->ledger->way[depth + 1] == NULL && is_twice(desk, found, row, parent)))
        return;
    set_fields(desk, found, row, items, depth);
    tell_needed(desk, found, row, depth);
}

static bool is_row(const struct desk *desk, const struct found *found, size_t row)
{
    size_t filled = 0;
    const char *first = NULL;
    for (size_t c = 0; c < found->ledger->column_count; c++)
        if (is_filled(found, row, c)) {
            const struct ledger_column *column = &found->ledger->columns[c];
            first = first ? first : view_cell(&found->view, row, found->columns[c]).text;
            filled += column->depth > 0 || found->ledger->way[1] == NULL;
        }
    return filled > 0 && !is_foot(desk, first) && !numbers_columns(desk, &found->view, row);
}

void ledger_read(struct desk *desk, const struct sheet_grid *grid, const struct ledger *ledger)
{
    g_autoptr(GHashTable) rows = g_hash_table_new(NULL, NULL);
    struct found found = {.ledger = ledger, .view = {grid, false}, .rows = rows};
    if (!find_names(desk, &found)) {
        desk_leave_out(desk, "the sheet %s, which has no row with the names of its columns",
                       grid->name);
        return;
    }
    size_t count = 0;
    for (size_t row = found.row + 1; row < grid->count; row++)
        if (is_row(desk, &found, row)) {
            read_row(desk, &found, row);
            count++;
        }
    if (count > 0)
        desk_explain(desk, "%s: %zu rows of %s", grid->name, count, ledger->title);
}
