/* The other way: an evaluation becomes the rows of sheets. */
#include "rapor/import/ledgers.h"

#include "../item.h"
#include "../table/ledger.h"
#include "tree.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/naming.h"

#include <string.h>

/* A table while it grows. */
struct growing {
    const struct ledger *ledger;
    struct ledger_table *table;
    size_t room;
    struct arena *arena;
};

static const char *const *said_words(const struct ledger_word *words, struct arena *arena)
{
    size_t count = 0;
    while (words && words[count].said)
        count++;
    const char **said = ARENA_ARRAY(arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        said[i] = words[i].said;
    return words ? said : NULL;
}

static const char *said_word(const struct ledger_word *words, const char *written)
{
    for (; words && words->said; words++)
        if (g_strcmp0(words->written, written) == 0)
            return words->said;
    return written;
}

static enum ledger_kind kind_of(enum ledger_content content)
{
    switch (content) {
    case CONTENT_LEVEL:
    case CONTENT_INDEX:
    case CONTENT_NUMBER:
        return LEDGER_NUMBER;
    case CONTENT_DATE:
        return LEDGER_DAY;
    case CONTENT_CODE:
    case CONTENT_TEXT:
    case CONTENT_PROSE:
    case CONTENT_NAME:
    case CONTENT_LONG:
    case CONTENT_GROUP:
    case CONTENT_GRADE:
    case CONTENT_YEAR:
    case CONTENT_WORD:
    case CONTENT_STAGE:
    case CONTENT_INDICATOR:
        break;
    }
    return LEDGER_TEXT;
}

static bool is_key(const struct ledger *ledger, const struct ledger_column *column)
{
    const char *key = item_key(ledger->way[column->depth]);
    return key && strcmp(column->attribute, key) == 0;
}

/* Returns what a column is called: by its own title where another has that name. */
static const char *title_of(const struct ledger *ledger, size_t column,
                            const struct namings *naming, struct arena *arena)
{
    const char *title = ledger->columns[column].title;
    const char *called = naming_put(naming, title, arena);
    for (size_t c = 0; c < ledger->column_count; c++) {
        const char *other = ledger->columns[c].title;
        if (c != column &&
            (strcmp(called, other) == 0 || strcmp(called, naming_put(naming, other, arena)) == 0))
            return title;
    }
    return called;
}

static struct ledger_table table_of(const struct ledger *ledger, const struct namings *naming,
                                    struct arena *arena)
{
    struct ledger_field *columns = ARENA_ARRAY(arena, ledger->column_count, struct ledger_field);
    for (size_t c = 0; c < ledger->column_count; c++)
        columns[c] = (struct ledger_field){
            title_of(ledger, c, naming, arena), kind_of(ledger->columns[c].content),
            is_key(ledger, &ledger->columns[c]), said_words(ledger->columns[c].words, arena)};
    return (struct ledger_table){.title = ledger->title,
                                 .columns = columns,
                                 .column_count = ledger->column_count,
                                 .with_items = ledger->with_items};
}

/* Returns which of its like the node is, from 1. */
static const char *number_of(const struct import_node *node, struct arena *arena)
{
    size_t number = 0;
    for (size_t i = 0; i < node->parent->child_count; i++) {
        const struct import_node *sister = node->parent->children[i];
        number += strcmp(sister->name, node->name) == 0;
        if (sister == node)
            break;
    }
    return arena_printf(arena, "%zu", number);
}

static const char *value_of(const struct import_node *node, const struct ledger_column *column,
                            struct arena *arena)
{
    if (strcmp(column->attribute, "#") == 0)
        return number_of(node, arena);
    if (*column->attribute == '.')
        return node->text;
    if (*column->attribute != '>')
        return said_word(column->words, node_value(node, column->attribute));
    const struct import_node *child = node_child(node, column->attribute + 1, 1);
    return child ? child->text : NULL;
}

/* True where the last row holds more than whose it is and a level. */
static bool says_something(const struct growing *growing, unsigned depth)
{
    const struct ledger *ledger = growing->ledger;
    const struct ledger_table *table = growing->table;
    const char *const *row = &table->cells[table->row_count * table->column_count];
    for (size_t c = 0; c < ledger->column_count; c++)
        if (row[c] && ledger->columns[c].depth == depth && !is_key(ledger, &ledger->columns[c]) &&
            ledger->columns[c].content != CONTENT_LEVEL)
            return true;
    return false;
}

/* Adds the row of the elements on the WAY, DEPTH + 1 of them. */
static void add_row(struct growing *growing, const struct import_node *const *way, unsigned depth)
{
    const struct ledger *ledger = growing->ledger;
    struct ledger_table *table = growing->table;
    size_t count = table->row_count * table->column_count;
    while (growing->room < count + table->column_count)
        table->cells = arena_grow(growing->arena, table->cells, MAX(count, growing->room),
                                  &growing->room, sizeof *table->cells);
    for (size_t c = 0; c < ledger->column_count; c++) {
        const struct ledger_column *column = &ledger->columns[c];
        table->cells[count + c] =
            column->depth > depth ? NULL : value_of(way[column->depth], column, growing->arena);
    }
    table->row_count += !ledger->with_items || says_something(growing, depth);
}

/* Goes down the way of the ledger.  An element without the next has a row too, if it
 * has a column of its own: a day on which no unit is named. */
static void go_down(struct growing *growing, const struct import_node *parent,
                    const struct import_node **way, unsigned depth)
{
    const struct ledger *ledger = growing->ledger;
    for (size_t i = 0; i < parent->child_count; i++) {
        const struct import_node *node = parent->children[i];
        if (strcmp(node->name, ledger->way[depth]) != 0)
            continue;
        way[depth] = node;
        const char *next = ledger->way[depth + 1];
        bool own = false;
        for (size_t c = 0; c < ledger->column_count; c++)
            own = own || (ledger->columns[c].depth == depth && depth > 0 &&
                          is_key(ledger, &ledger->columns[c]));
        if (!next || (own && node->child_count == 0))
            add_row(growing, way, depth);
        else
            go_down(growing, node, way, depth + 1);
    }
}

struct ledger_table *ledger_tables(const char *text, size_t size, const struct namings *naming,
                                   size_t *count, struct arena *arena)
{
    enum { DEEPEST = 5 };
    const struct import_node *way[DEEPEST] = {0};
    const struct import_node *root = text ? spans_read(text, size, arena) : NULL;
    struct ledger_table *tables = ARENA_ARRAY(arena, ledger_count, struct ledger_table);
    *count = 0;
    for (size_t i = 0; i < ledger_count; i++) {
        struct ledger_table table = table_of(&ledgers[i], naming, arena);
        struct growing growing = {&ledgers[i], &table, 0, arena};
        if (root)
            go_down(&growing, root, way, 0);
        if (root ? table.row_count > 0 : ledgers[i].in_forms)
            tables[(*count)++] = table;
    }
    return tables;
}

/* What the sheets Indikator and Identitas hold. */
static bool is_in_sheets(const struct import_node *node, const char *attribute)
{
    static const char *const of_evaluation[] = {"xmlns", "instrument", "year", "kind", NULL};
    if (strcmp(node->name, "evaluation") == 0)
        return !attribute || g_strv_contains(of_evaluation, attribute);
    for (size_t m = 0; m < MARK_COUNT; m++) {
        const struct head_column *column = &head_columns[m];
        if (g_strcmp0(column->element, node->name) == 0 &&
            (!attribute || strcmp(column->attribute, attribute) == 0 ||
             g_strcmp0(column->beside, attribute) == 0))
            return true;
    }
    return false;
}

static bool is_in_identity(const struct import_node *node, const char *attribute)
{
    const char *key = item_key(node->name);
    if (attribute && key && strcmp(key, attribute) == 0)
        attribute = NULL;
    for (size_t i = 0; i < identity_trait_count; i++)
        if (strcmp(identity_traits[i].part, node->name) == 0 &&
            (!attribute || strcmp(identity_traits[i].attribute, attribute) == 0))
            return true;
    return false;
}

/* True where a ledger has a column for it. */
static bool is_in_ledgers(const struct import_node *node, const char *attribute)
{
    for (size_t l = 0; l < ledger_count; l++)
        for (size_t c = 0; c < ledgers[l].column_count; c++) {
            const struct ledger_column *column = &ledgers[l].columns[c];
            const char *name = column->attribute + (*column->attribute == '>');
            bool own = strcmp(ledgers[l].way[column->depth], node->name) == 0;
            bool text = *column->attribute == '>' && strcmp(name, node->name) == 0;
            if ((own && (!attribute || strcmp(name, attribute) == 0)) || (text && !attribute))
                return true;
        }
    return false;
}

static void count_left(const struct import_node *node, bool levels, GHashTable *counts,
                       GPtrArray *names, struct arena *arena)
{
    for (size_t a = 0; a <= node->attribute_count; a++) {
        const char *attribute = a == 0 ? NULL : node->attributes[a - 1].name;
        bool held =
            is_in_sheets(node, attribute) ||
            (!levels && (is_in_identity(node, attribute) || is_in_ledgers(node, attribute)));
        if (held || (attribute && !is_in_sheets(node, NULL) && levels))
            continue;
        const char *name =
            attribute ? arena_printf(arena, "%s/@%s", node->name, attribute) : node->name;
        gpointer count = g_hash_table_lookup(counts, name);
        if (!count)
            g_ptr_array_add(names, (void *)name);
        g_hash_table_insert(counts, (void *)name, GSIZE_TO_POINTER(GPOINTER_TO_SIZE(count) + 1));
    }
    for (size_t i = 0; i < node->child_count; i++)
        count_left(node->children[i], levels, counts, names, arena);
}

GPtrArray *ledger_left(const char *text, size_t size, bool levels, struct arena *arena)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    GPtrArray *left = g_ptr_array_new();
    const struct import_node *root = spans_read(text, size, arena);
    count_left(root, levels, counts, names, arena);
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_ptr_array_add(left,
                        arena_printf(arena, "%zu %s",
                                     GPOINTER_TO_SIZE(g_hash_table_lookup(counts, name)), name));
    }
    if (strstr(text, "<!--"))
        g_ptr_array_add(left, arena_strdup(arena, _("comments")));
    return left;
}
