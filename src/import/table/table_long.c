/* Tables with one level in each row, of many institutions or of one. */
#include "table_parts.h"

#include "../plain.h"
#include "../value.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* Returns the indicator that the row is about; the number before it helps where the
 * name does not. */
static size_t indicator_of_row(struct desk *desk, const struct sheet_head *head, size_t row)
{
    bool near = false;
    size_t column = head->marks[MARK_INDICATOR];
    const char *text = view_cell(&head->view, row, column).text;
    const char *number = text_at(head, row, MARK_NUMBER);
    size_t found = text ? indicator_called(desk, text, &near) : NONE;
    if (found == NONE && number)
        found = indicator_called(desk, number, &(bool){false});
    else if (found != NONE && near)
        desk_note(desk,
                  (struct import_finding){.severity = SEVERITY_WARNING,
                                          .id = "near-name",
                                          .origin = view_origin(&head->view, row, column),
                                          .hint = N_("write the number of the indicator")},
                  N_("\"%s\" is taken for indicator %s, %s"), plain_text(text, NULL, desk->arena),
                  desk->instrument->indicators[found].no, desk->instrument->indicators[found].name);
    return found;
}

static bool has_value(const struct desk *desk, const struct sheet_head *head, size_t row)
{
    if (text_at(head, row, MARK_LEVEL))
        return true;
    for (size_t s = 0; s < desk->instrument->stage_count; s++)
        if (head->stages[s] != NONE && view_cell(&head->view, row, head->stages[s]).text)
            return true;
    return false;
}

/* Sets the levels of one row: the one, and those of stages in columns of their own. */
static void read_values(struct desk *desk, const struct sheet_head *head, size_t row,
                        struct import_item *institution, size_t stage)
{
    size_t indicator = indicator_of_row(desk, head, row);
    const struct import_origin at = view_origin(&head->view, row, head->marks[MARK_INDICATOR]);
    if (indicator == NONE) {
        const char *text = view_cell(&head->view, row, head->marks[MARK_INDICATOR]).text;
        desk_note(desk,
                  (struct import_finding){.severity = SEVERITY_ERROR,
                                          .id = "indicator",
                                          .origin = at,
                                          .hint = N_("write the number of the indicator")},
                  N_("%s has no indicator \"%s\""), desk->instrument->id, text ? text : "");
        return;
    }
    if (head->marks[MARK_LEVEL] != NONE)
        set_level(desk, institution, indicator, stage,
                  view_origin(&head->view, row, head->marks[MARK_LEVEL]));
    for (size_t s = 0; s < desk->instrument->stage_count; s++)
        if (head->stages[s] != NONE)
            set_level(desk, institution, indicator, s,
                      view_origin(&head->view, row, head->stages[s]));
}

static void tell_passed(struct desk *desk, const struct sheet_head *head, size_t passed)
{
    const struct sheet_grid *grid = head->view.grid;
    if (passed > 0)
        desk_leave_out(desk, "%s: rows of totals, titles and notes: %zu",
                       grid->name ? grid->name : grid->file, passed);
}

void long_read(struct desk *desk, const struct sheet_head *head, size_t stage)
{
    bool foot = false;
    size_t passed = 0, filled;
    for (size_t row = head->row + 1; row < view_rows(&head->view); row++) {
        const char *first = first_text(head, row, &filled);
        bool who = text_at(head, row, MARK_CODE) || text_at(head, row, MARK_NAME);
        foot = foot || (first && is_foot(desk, first));
        if (!first || !has_value(desk, head, row) || (foot && !who) ||
            (text_at(head, row, MARK_NAME) && numbers_columns(desk, &head->view, row))) {
            passed += first && (foot || filled == 1);
            continue;
        }
        struct import_item *institution =
            institution_of(desk, &head->view, row, head->marks[MARK_CODE], head->marks[MARK_NAME]);
        if (!institution)
            continue;
        size_t own = stage;
        read_who(desk, head, row, institution);
        if (stage_of_row(desk, head, row, &own))
            read_values(desk, head, row, institution, own);
    }
    tell_passed(desk, head, passed);
}

void card_read(struct desk *desk, const struct sheet_head *head, size_t stage)
{
    struct import_item *institution = card_institution(desk, head);
    size_t passed = 0, filled;
    for (size_t row = head->row + 1; institution && row < view_rows(&head->view); row++) {
        const char *first = first_text(head, row, &filled);
        if (!first || is_foot(desk, first) || !has_value(desk, head, row) ||
            !view_cell(&head->view, row, head->marks[MARK_INDICATOR]).text) {
            passed += first && (filled == 1 || is_foot(desk, first));
            continue;
        }
        read_values(desk, head, row, institution, stage);
    }
    tell_passed(desk, head, passed);
}
