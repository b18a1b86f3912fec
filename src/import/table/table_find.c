/* Where the head of a table of levels is. */
#include "../plain.h"
#include "table.h"

#include <string.h>

/* A row of data may look like names too, but most of it means nothing as names. */
static bool is_mostly_known(const struct sheet_head *head)
{
    size_t known = head->level_count;
    for (size_t m = 0; m < MARK_COUNT; m++)
        known += head->marks[m] != NONE;
    return 2 * known >= head->unknown;
}

/* True where the row itself says what stands for whom, or names several indicators. */
static bool is_head(const struct sheet_head *head)
{
    const enum head_mark who[] = {MARK_CODE, MARK_NAME};
    bool own = false;
    for (size_t i = 0; i < G_N_ELEMENTS(who); i++)
        own = own || (head->marks[who[i]] != NONE &&
                      view_cell(&head->view, head->row, head->marks[who[i]]).text);
    return is_mostly_known(head) && (own || head->level_count > 1);
}

/* Looks for the row that names most levels, beside who they are of. */
bool find_wide(struct desk *desk, struct sheet_head *best, const struct head_view *view)
{
    struct sheet_head head = {.view = *view};
    best->level_count = 0;
    for (size_t row = 0; row < MIN(view_rows(view), HEAD_MOST); row++) {
        head_read(desk, &head, row);
        bool named = head.marks[MARK_CODE] != NONE || head.marks[MARK_NAME] != NONE;
        if (named && head.level_count > best->level_count && is_head(&head))
            *best = head;
    }
    return best->level_count > 0;
}

/* Looks for a row that names an indicator and a level, or levels of stages. */
bool find_long(struct desk *desk, struct sheet_head *head, const struct head_view *view)
{
    head->view = *view;
    for (size_t row = 0; row < MIN(view_rows(view), HEAD_MOST); row++) {
        head_read(desk, head, row);
        bool levels = head->marks[MARK_LEVEL] != NONE || head->stage_count > 0;
        if (levels && (head->marks[MARK_INDICATOR] != NONE))
            return true;
    }
    return false;
}

/* Above or beside the indicators stand codes and names, without a word for what they are. */
static void label_turned(struct desk *desk, struct sheet_head *head)
{
    const struct head_view *view = &head->view;
    size_t first = NONE;
    for (size_t i = 0; i < desk->instrument->indicator_count; i++)
        first = MIN(first, head->levels[i]);
    for (size_t back = 1; back <= 2 && first >= back; back++) {
        size_t column = first - back, codes = 0, names = 0;
        for (size_t row = head->row + 1; row < view_rows(view); row++) {
            const char *text = view_cell(view, row, column).text;
            bool code =
                text && g_ascii_isdigit(*text) && strspn(text, "0123456789.") == strlen(text);
            codes += code;
            names += text && !code;
        }
        enum head_mark mark = codes > names ? MARK_CODE : MARK_NAME;
        if (codes + names > 0 && head->marks[mark] == NONE)
            head->marks[mark] = column;
    }
}

/* True where most of what stands under the indicators could be levels. */
static bool holds_levels(const struct desk *desk, const struct sheet_head *head)
{
    size_t levels = 0, others = 0;
    for (size_t row = head->row + 1; row < view_rows(&head->view); row++)
        for (size_t i = 0; i < desk->instrument->indicator_count; i++) {
            const char *text =
                head->levels[i] == NONE ? NULL : view_cell(&head->view, row, head->levels[i]).text;
            const char *number = text ? plain_decimal(text, desk->arena) : NULL;
            bool level = number && strlen(number) <= 4;
            levels += level;
            others += text && !level;
        }
    return 2 * levels >= others && levels > 0;
}

/* The same table with indicators as rows: its head is the column that names most. */
bool find_turned(struct desk *desk, struct sheet_head *best, const struct sheet_grid *grid)
{
    const struct head_view view = {grid, true};
    struct sheet_head head = {.view = view};
    best->level_count = 0;
    for (size_t row = 0; row < MIN(view_rows(&view), HEAD_MOST); row++) {
        head_read(desk, &head, row);
        if (head.level_count > best->level_count)
            *best = head;
    }
    if (best->level_count < 2 || !holds_levels(desk, best))
        return false;
    if (best->marks[MARK_CODE] == NONE || best->marks[MARK_NAME] == NONE)
        label_turned(desk, best);
    return best->marks[MARK_CODE] != NONE || best->marks[MARK_NAME] != NONE;
}
