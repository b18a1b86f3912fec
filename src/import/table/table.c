#include "table.h"

#include "../legend.h"
#include "../plain.h"
#include "../value.h"
#include "rapor/import/regions.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* Sheets of our own workbooks that are computed, or only for people. */
static const char *const passed_over[] = {"peringkat", "hitung",   "rata rata",   "bobot", "kamus",
                                          "acuan",     "petunjuk", "penghargaan", NULL};

struct import_item *institution_named(struct desk *desk, const char *name,
                                      struct import_origin origin)
{
    const char *told = legend_of(desk->legend, "institutions", name);
    if (told)
        return item_keyed(desk, desk->root, "institution", told, origin);
    const char *key = plain_key(name, desk->arena);
    for (size_t i = 0; i < desk->root->child_count; i++) {
        struct import_item *child = desk->root->children[i];
        const char *other = item_value(child, "name");
        if (strcmp(child->element, "institution") == 0 && other &&
            strcmp(plain_key(other, desk->arena), key) == 0)
            return child;
    }
    const struct known_region *region = regions_named(desk->regions, name, desk->arena);
    if (!region)
        return NULL;
    desk_note(
        desk,
        (struct import_finding){.severity = SEVERITY_NOTE, .id = "code-by-name", .origin = origin},
        N_("the code of %s is taken from the list of regions: %s"), name, region->code);
    return item_keyed(desk, desk->root, "institution", region->code, origin);
}

struct import_item *institution_of(struct desk *desk, const struct head_view *view, size_t row,
                                   size_t code, size_t name)
{
    const struct import_origin code_at =
        code == NONE ? (struct import_origin){0} : view_origin(view, row, code);
    const struct import_origin name_at =
        name == NONE ? (struct import_origin){0} : view_origin(view, row, name);
    bool coded = code != NONE && view_cell(view, row, code).text;
    const char *value =
        coded ? value_of_cell(desk, code_at, CONTENT_CODE, NULL, head_columns[MARK_CODE].title)
              : NULL;
    const char *said = name == NONE ? NULL
                                    : value_of_cell(desk, name_at, CONTENT_NAME, NULL,
                                                    head_columns[MARK_NAME].title);
    struct import_item *institution =
        value            ? item_keyed(desk, desk->root, "institution", value, code_at)
        : said && !coded ? institution_named(desk, said, name_at)
                         : NULL;
    if (!institution && !coded)
        desk_note(desk,
                  (struct import_finding){.severity = SEVERITY_ERROR,
                                          .id = "code-missing",
                                          .origin = code == NONE ? name_at : code_at,
                                          .hint = N_("fill in the code of the institution")},
                  N_("%s is missing"), head_columns[MARK_CODE].title);
    if (institution && said && !(!value && item_value(institution, "name")))
        item_set(desk, institution, "name", said, name_at);
    return institution;
}

void set_level(struct desk *desk, struct import_item *institution, size_t indicator, size_t stage,
               struct import_origin origin)
{
    const struct instrument *instrument = desk->instrument;
    const char *level = level_of_cell(desk, origin, indicator);
    if (!level)
        return;
    struct import_item *item =
        item_keyed(desk, institution, "indicator", instrument->indicators[indicator].no, origin);
    if (stage != NONE)
        item = item_keyed(desk, item, "score", instrument->stages[stage].id, origin);
    item_set(desk, item, "level", level, origin);
}

static const char *title_of(const struct sheet_grid *grid)
{
    return grid->name ? grid->name : grid->file;
}

/* Says by what the levels are known. */
static void explain(struct desk *desk, const struct sheet_head *head, const char *shape,
                    size_t stage)
{
    const struct instrument *instrument = desk->instrument;
    const struct sheet_grid *grid = head->view.grid;
    g_autoptr(GString) columns = g_string_new(NULL);
    for (size_t m = 0; m < MARK_COUNT; m++)
        if (head->marks[m] != NONE) {
            const struct import_origin at = view_origin(&head->view, head->row, head->marks[m]);
            g_string_append_printf(columns, _(", %s at %s"), head_columns[m].title,
                                   grid_place(at.row, at.column, desk->arena));
        }
    desk_explain(desk, "%s: %s, levels of %s%s%s", title_of(grid), shape,
                 stage == NONE ? _("the final stage") : instrument->stages[stage].name,
                 head->level_count ? arena_printf(desk->arena, _(", %zu of %zu indicators"),
                                                  head->level_count, instrument->indicator_count)
                                   : "",
                 columns->str);
}

static bool read_levels(struct desk *desk, const struct sheet_grid *grid, size_t stage)
{
    const struct head_view view = {grid, false};
    struct sheet_head wide, lone;
    bool found = find_wide(desk, &wide, &view);
    bool single = find_long(desk, &lone, &view);
    if (single && (!found || wide.level_count < 2)) {
        bool named = lone.marks[MARK_CODE] != NONE || lone.marks[MARK_NAME] != NONE;
        explain(desk, &lone,
                named ? _("a level in each row") : _("one institution, a level in each row"),
                stage);
        head_tell(desk, &lone);
        if (named)
            long_read(desk, &lone, stage);
        else
            card_read(desk, &lone, stage);
        return true;
    }
    if (!found && find_turned(desk, &wide, grid)) {
        explain(desk, &wide, _("indicators in rows, institutions in columns"), stage);
        wide_read(desk, &wide, stage);
        return true;
    }
    if (!found)
        return false;
    explain(desk, &wide, _("an institution in each row"), stage);
    head_tell(desk, &wide);
    wide_read(desk, &wide, stage);
    return true;
}

static const struct ledger *ledger_called(const struct desk *desk, const char *key)
{
    for (size_t i = 0; i < ledger_count; i++)
        if (strcmp(plain_key(ledgers[i].title, desk->arena), key) == 0)
            return &ledgers[i];
    return NULL;
}

/* In our own workbooks a sheet that is called as a group ranks it. */
static bool is_ranking(const struct desk *desk, const char *key)
{
    const struct instrument *instrument = desk->instrument;
    bool ours = false, group = false;
    for (size_t i = 0; i < desk->grids->count; i++)
        ours = ours || g_strcmp0(desk->grids->all[i].name, "Hitung") == 0;
    for (size_t g = 0; g < instrument->group_count; g++)
        group = group || g_str_has_prefix(plain_key(instrument->groups[g].name, desk->arena), key);
    return ours && group;
}

/* Sheets of our own workbooks that are computed from the others. */
static bool is_computed(const struct desk *desk, const struct sheet_grid *grid)
{
    const char *key = grid->name ? plain_key(grid->name, desk->arena) : "";
    return g_strv_contains(passed_over, key) || is_ranking(desk, key);
}

/* Reads one sheet; false: nothing is known in it. */
static bool read_sheet(struct desk *desk, const struct sheet_grid *grid)
{
    const char *key = grid->name ? plain_key(grid->name, desk->arena) : "";
    const char *told = grid->name ? legend_of(desk->legend, "sheets", grid->name) : NULL;
    size_t stage = told         ? stage_called(desk, told)
                   : grid->name ? stage_called(desk, grid->name)
                                : NONE;
    const struct ledger *ledger = told ? NULL : ledger_called(desk, key);
    if (is_identity(grid)) {
        identity_read(desk, grid);
        return true;
    }
    if (ledger) {
        ledger_read(desk, grid, ledger);
        return true;
    }
    if (told ? strcmp(told, "-") == 0 : is_computed(desk, grid))
        return false;
    return read_levels(desk, grid, stage);
}

/* What stands under a merged cell is seen by few programs. */
static void tell_buried(struct desk *desk, const struct sheet_grid *grid)
{
    for (size_t i = 0; i < grid->buried_count; i++)
        desk_note(
            desk,
            (struct import_finding){.severity = SEVERITY_WARNING,
                                    .id = "under-merged",
                                    .origin = {grid, grid->buried[i].row, grid->buried[i].column},
                                    .hint = N_("split the merged cell to see it")},
            N_("a text under a merged cell is left out"));
}

/* How many columns of a table the row names. */
static size_t count_named(struct desk *desk, struct sheet_head *head, size_t row)
{
    head_read(desk, head, row);
    size_t count = head->level_count;
    for (size_t m = 0; m < MARK_COUNT; m++)
        count += head->marks[m] != NONE;
    return count;
}

/* Returns the row that names most of what a table must name; no grid: none names any. */
static struct import_origin nearest_row(struct desk *desk)
{
    struct sheet_head head = {0};
    struct import_origin at = {0};
    size_t most = 0;
    for (size_t g = 0; g < desk->grids->count; g++) {
        head.view = (struct head_view){&desk->grids->all[g], false};
        for (size_t row = 0; row < MIN(view_rows(&head.view), HEAD_MOST); row++) {
            size_t count = count_named(desk, &head, row);
            if (count <= most)
                continue;
            most = count;
            at = view_origin(&head.view, row, 0);
        }
    }
    return at;
}

/* Tells of the row that comes nearest to the head of a table, for who looks for it. */
static void tell_nearest(struct desk *desk)
{
    const struct import_origin at = nearest_row(desk);
    struct import_finding finding = {.severity = SEVERITY_ERROR, .id = "head", .origin = at};
    finding.hint = N_("\"rapor export --template\" makes a form with all columns; --map tells what "
                      "other names mean");
    if (!at.grid) {
        desk_note(desk, finding,
                  N_("no sheet has a row with the columns Kode, Instansi and 1, 2, 3..."));
        return;
    }
    struct sheet_head head = {.view = {at.grid, false}};
    head_read(desk, &head, at.row);
    g_autoptr(GString) missing = g_string_new(NULL);
    static const enum head_mark needed[] = {MARK_CODE, MARK_NAME};
    for (size_t i = 0; i < G_N_ELEMENTS(needed); i++)
        if (head.marks[needed[i]] == NONE)
            g_string_append_printf(missing, "%s, ", head_columns[needed[i]].title);
    desk_note(
        desk, finding,
        N_("no sheet has a row with the columns Kode, Instansi and 1, 2, 3...; this row comes "
           "nearest and lacks %s%zu of %zu indicators"),
        missing->str, desk->instrument->indicator_count - head.level_count,
        desk->instrument->indicator_count);
}

void tables_read(struct desk *desk)
{
    bool any = false;
    for (size_t i = 0; i < desk->grids->count; i++) {
        const struct sheet_grid *grid = &desk->grids->all[i];
        tell_buried(desk, grid);
        if (read_sheet(desk, grid)) {
            any = any || !is_identity(grid);
            continue;
        }
        if (!is_computed(desk, grid))
            desk_leave_out(desk, "the sheet %s", title_of(grid));
    }
    if (!any)
        tell_nearest(desk);
}
