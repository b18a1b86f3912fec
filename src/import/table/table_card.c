/* Who the sheet of one institution is about: it stands above the table, "Kode: 99.71", or
 * in the name of the file, 99.71-kota-contoh.xlsx. */
#include "../plain.h"
#include "../value.h"
#include "rapor/import/regions.h"
#include "table_parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* Returns the first filled cell to the right, or a place without text. */
static struct import_origin beside(const struct sheet_head *head, size_t row, size_t column)
{
    for (size_t c = column + 1; c < view_columns(&head->view, row); c++) {
        const char *text = view_cell(&head->view, row, c).text;
        if (text && strcmp(text, ":") != 0)
            return view_origin(&head->view, row, c);
    }
    return (struct import_origin){0};
}

/* Sets what a label and the cell beside it say.  Others may be about the sheet itself: "Kepada"
 * is whom it goes to. */
static void take_label(struct desk *desk, struct import_item *found, enum head_mark mark,
                       struct import_origin at)
{
    static const enum head_mark told[] = {MARK_CODE, MARK_NAME, MARK_GROUP, MARK_REGION_CODE,
                                          MARK_PARENT};
    for (size_t i = 0; at.grid && i < G_N_ELEMENTS(told); i++)
        if (told[i] == mark)
            put_column(desk, found, mark, at);
}

/* "Instansi: Kota Contoh" in one cell. */
static void take_joined(struct desk *desk, struct import_item *found, const char *text,
                        struct import_origin at)
{
    const char *colon = strchr(text, ':');
    if (!colon)
        return;
    g_autofree char *label = g_strndup(text, (gsize)(colon - text));
    enum head_mark mark = mark_called(desk, label);
    const char *value = plain_text(colon + 1, NULL, desk->arena);
    if (*value && mark == MARK_CODE)
        item_set(desk, found, "code", value, at);
    if (*value && mark == MARK_NAME)
        item_set(desk, found, "name", value, at);
}

static void read_labels(struct desk *desk, const struct sheet_head *head, struct import_item *found)
{
    for (size_t row = 0; row < head->row; row++)
        for (size_t c = 0; c < view_columns(&head->view, row); c++) {
            const char *text = view_cell(&head->view, row, c).text;
            const struct import_origin at = view_origin(&head->view, row, c);
            if (!text)
                continue;
            enum head_mark mark = mark_called(desk, text);
            if (mark < MARK_COUNT)
                take_label(desk, found, mark, beside(head, row, c));
            else
                take_joined(desk, found, text, at);
        }
}

/* The file's name begins with a code, or is one, or a name that is known. */
static void read_file_name(struct desk *desk, const struct sheet_grid *grid,
                           struct import_item *found)
{
    g_autofree char *base = g_path_get_basename(grid->file);
    char *dot = strrchr(base, '.');
    if (dot)
        *dot = '\0';
    size_t code = strspn(base, "0123456789.");
    const struct import_origin at = {grid, 0, 0};
    if (code > 0 && (base[code] == '\0' || strchr("-_ ", base[code]))) {
        g_autofree char *text = g_strndup(base, code);
        item_set(desk, found, "code", text, at);
    } else {
        item_set(desk, found, "name", g_strdelimit(base, "_", ' '), at);
    }
}

struct import_item *card_institution(struct desk *desk, const struct sheet_head *head)
{
    const struct sheet_grid *grid = head->view.grid;
    struct import_item found = {.element = "institution"};
    const struct import_origin at = {grid, 0, 0};
    read_labels(desk, head, &found);
    if (!item_value(&found, "code") && !item_value(&found, "name"))
        read_file_name(desk, grid, &found);
    const char *code = item_value(&found, "code"), *name = item_value(&found, "name");
    struct import_item *institution = code   ? item_keyed(desk, desk->root, "institution", code, at)
                                      : name ? institution_named(desk, name, at)
                                             : NULL;
    if (!institution) {
        desk_note(desk,
                  (struct import_finding){
                      .severity = SEVERITY_ERROR,
                      .id = "whose",
                      .origin = at,
                      .hint = N_("write Kode and Instansi above the table, or begin the "
                                 "name of the file with the code")},
                  N_("whose levels these are is not said"));
        return NULL;
    }
    for (size_t i = 0; i < found.field_count; i++)
        if (strcmp(found.fields[i].name, "code") != 0 &&
            !(strcmp(found.fields[i].name, "name") == 0 && item_value(institution, "name")))
            item_set(desk, institution, found.fields[i].name, found.fields[i].value,
                     found.fields[i].origin);
    return institution;
}
