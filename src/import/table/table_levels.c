/* The shapes of tables of levels. */
#include "../plain.h"
#include "../value.h"
#include "table_parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

static bool has_levels(const struct sheet_head *head, size_t row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (head->levels[i] != NONE && view_cell(&head->view, row, head->levels[i]).text)
            return true;
    return false;
}

const char *first_text(const struct sheet_head *head, size_t row, size_t *filled)
{
    const char *first = NULL;
    *filled = 0;
    for (size_t c = 0; c < view_columns(&head->view, row); c++) {
        const struct sheet_cell cell = view_cell(&head->view, row, c);
        if (cell.text && !cell.merged && !first)
            first = cell.text;
        *filled += cell.text && !cell.merged;
    }
    return first;
}

const char *text_at(const struct sheet_head *head, size_t row, enum head_mark mark)
{
    size_t column = head->marks[mark];
    return column == NONE ? NULL : view_cell(&head->view, row, column).text;
}

/* True where the first of the level cells that is filled names its indicator. */
static bool names_indicators(const struct desk *desk, const struct sheet_head *head, size_t row)
{
    for (size_t i = 0; i < desk->instrument->indicator_count; i++) {
        const char *text =
            head->levels[i] == NONE ? NULL : view_cell(&head->view, row, head->levels[i]).text;
        bool near;
        if (text)
            return strlen(text) > 3 && indicator_called(desk, text, &near) == i;
    }
    return false;
}

/* True of a row that tells of the indicators, and of such a column. */
static bool tells_of_indicators(const struct desk *desk, const struct sheet_head *head, size_t row)
{
    static const char *const about[] = {"indikator",  "nama indikator",  "uraian", "aspek",
                                        "domain",     "bobot",           "no",     "nomor",
                                        "keterangan", "bobot indikator", NULL};
    const char *code = text_at(head, row, MARK_CODE);
    const char *who = code ? code : text_at(head, row, MARK_NAME);
    if (!who)
        return names_indicators(desk, head, row);
    return head->view.turned && g_strv_contains(about, plain_key(who, desk->arena));
}

/* True of a total or a note: what stands first in the row, or its name, says so; a code
 * that says nothing of the kind makes it a row of the table. */
static bool is_foot_row(const struct desk *desk, const struct sheet_head *head, size_t row,
                        const char *first)
{
    const char *code = text_at(head, row, MARK_CODE), *name = text_at(head, row, MARK_NAME);
    if (code && !is_foot(desk, code))
        return false;
    return is_foot(desk, first) || (name && is_foot(desk, name));
}

/* The same as why_none(), of a row of FILLED cells that is no total by its words; FOOT: below one.
 */
static const char *why_nameless(const struct sheet_head *head, size_t row, size_t count,
                                size_t filled, bool foot)
{
    const bool named = text_at(head, row, MARK_NAME);
    if (text_at(head, row, MARK_CODE))
        return NULL;
    if (!has_levels(head, row, count) && (foot || filled == 1 || !named))
        return foot ? "a total or a note" : filled == 1 ? "a title between the rows" : "";
    return head->view.turned && !named ? "" : NULL;
}

/* Says why a row is none of the table: it is a total, a note, a title between rows, or
 * a column that tells of the indicators; NULL: it is one. */
static const char *why_none(struct desk *desk, const struct sheet_head *head, size_t row,
                            bool *foot)
{
    size_t filled, count = desk->instrument->indicator_count;
    const char *first = first_text(head, row, &filled);
    const char *code = text_at(head, row, MARK_CODE);
    if (!first)
        return "";
    if (tells_of_indicators(desk, head, row))
        return "tells of the indicators";
    if (text_at(head, row, MARK_NAME) && !head->view.turned &&
        numbers_columns(desk, &head->view, row))
        return "";
    if (filled == 1 && code && strchr(code, ' ')) /* a date and place to sign at, a footnote */
        return "a title between the rows";
    if (is_foot_row(desk, head, row, first)) {
        *foot = true;
        return "a total or a note";
    }
    return why_nameless(head, row, count, filled, *foot);
}

/* Returns the stage that the row names, else STAGE; false: what it names is none. */
bool stage_of_row(struct desk *desk, const struct sheet_head *head, size_t row, size_t *stage)
{
    size_t column = head->marks[MARK_STAGE];
    if (column == NONE || !view_cell(&head->view, row, column).text)
        return true;
    const char *id = value_of_cell(desk, view_origin(&head->view, row, column), CONTENT_STAGE, NULL,
                                   head_columns[MARK_STAGE].title);
    *stage = id ? instrument_stage(desk->instrument, id) : NONE;
    return id != NULL;
}

static void read_region(struct desk *desk, const struct sheet_head *head, size_t row)
{
    size_t code = head->marks[MARK_REGION_CODE], name = head->marks[MARK_REGION];
    const struct head_view *view = &head->view;
    if (code == NONE || !view_cell(view, row, code).text)
        return;
    const struct import_origin at = view_origin(view, row, code);
    const struct sheet_cell cell = view_cell(view, row, code);
    /* Told once, with the institution. */
    const char *key = cell.text ? plain_text(cell.text, NULL, desk->arena) : NULL;
    if (cell.kind == CELL_NUMBER && cell.decimals > 0)
        key = arena_printf(desk->arena, "%.*f", cell.decimals, g_ascii_strtod(key, NULL));
    struct import_item *region = item_keyed(desk, desk->root, "region", key, at);
    if (name == NONE)
        return;
    const struct import_origin name_at = view_origin(view, row, name);
    item_set(desk, region, "name",
             value_of_cell(desk, name_at, CONTENT_NAME, NULL, head_columns[MARK_REGION].title),
             name_at);
}

void put_column(struct desk *desk, struct import_item *institution, enum head_mark mark,
                struct import_origin at)
{
    const struct head_column *column = &head_columns[mark];
    const char *value = value_of_cell(desk, at, column->content, NULL, column->title);
    if (!value)
        return;
    struct import_item *item = strcmp(column->element, institution->element) == 0
                                   ? institution
                                   : item_keyed(desk, institution, column->element, NULL, at);
    if (column->beside)
        item_set(desk, item, column->beside, column->as, at);
    item_set(desk, item, column->attribute, value, at);
}

void read_who(struct desk *desk, const struct sheet_head *head, size_t row,
              struct import_item *institution)
{
    for (size_t m = 0; m < MARK_IDENTITIES; m++) {
        const bool known = m == MARK_CODE || m == MARK_NAME; /* by them it was found */
        const size_t column = head->marks[m];
        if (!known && head_columns[m].element && text_at(head, row, (enum head_mark)m))
            put_column(desk, institution, (enum head_mark)m, view_origin(&head->view, row, column));
    }
    read_region(desk, head, row);
}

/* A code that stands twice in one table is told once, and its second row not read. */
static bool is_twice(struct desk *desk, const struct sheet_head *head, size_t row,
                     const struct import_item *institution, GHashTable *rows)
{
    gpointer first;
    if (!g_hash_table_lookup_extended(rows, institution, NULL, &first)) {
        g_hash_table_insert(rows, (void *)institution, GSIZE_TO_POINTER(row));
        return false;
    }
    size_t column = head->marks[head->marks[MARK_CODE] == NONE ? MARK_NAME : MARK_CODE];
    const char *place =
        desk_cell_name(desk, view_origin(&head->view, GPOINTER_TO_SIZE(first), column));
    const char *name = item_value(institution, "name");
    desk_note(
        desk,
        (struct import_finding){.severity = SEVERITY_ERROR,
                                .id = "code-twice",
                                .origin = view_origin(&head->view, row, column),
                                .hint = arena_printf(desk->arena, _("it is the code of %s already"),
                                                     name ? name : "another")},
        N_("code %s is used twice, first at %s"), item_value(institution, "code"), place);
    return true;
}

/* Whose row it is; a second row of the same is told by its code, not by its name. */
static struct import_item *whose_row(struct desk *desk, const struct sheet_head *head, size_t row,
                                     GHashTable *rows)
{
    size_t code = head->marks[MARK_CODE], name = head->marks[MARK_NAME];
    const char *text = text_at(head, row, MARK_CODE);
    struct import_item *there =
        text ? item_find(desk->root, "institution", plain_text(text, NULL, desk->arena)) : NULL;
    if (there && g_hash_table_contains(rows, there))
        return there;
    return institution_of(desk, &head->view, row, code, name);
}

static void read_row(struct desk *desk, const struct sheet_head *head, size_t row, size_t stage,
                     struct import_item *institution)
{
    if (!institution->head) {
        institution->head = head;
        institution->row = row;
    }
    read_who(desk, head, row, institution);
    for (size_t i = 0; i < desk->instrument->indicator_count; i++)
        if (head->levels[i] != NONE)
            set_level(desk, institution, i, stage, view_origin(&head->view, row, head->levels[i]));
}

void wide_read(struct desk *desk, const struct sheet_head *found, size_t stage)
{
    struct sheet_head *head =
        ARENA_NEW(desk->arena, struct sheet_head); /* institutions refer to it */
    *head = *found;
    g_autoptr(GHashTable) rows = g_hash_table_new(NULL, NULL);
    const struct head_view *view = &head->view;
    bool foot = false;
    size_t passed = 0;
    for (size_t row = head->row + 1; row < view_rows(view); row++) {
        const char *why = why_none(desk, head, row, &foot);
        passed += why && *why;
        if (why)
            continue;
        struct import_item *institution = whose_row(desk, head, row, rows);
        if (institution && !is_twice(desk, head, row, institution, rows))
            read_row(desk, head, row, stage, institution);
    }
    if (passed > 0)
        desk_leave_out(desk,
                       view->turned ? N_("%s: columns of totals, titles and notes: %zu")
                                    : N_("%s: rows of totals, titles and notes: %zu"),
                       view->grid->name ? view->grid->name : view->grid->file, passed);
}
