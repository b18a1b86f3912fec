#include "import_report.h"

#include "../command.h"
#include "../json.h"
#include "../output.h"
#include "../plain.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/import/grid.h"
#include "rapor/import/import.h"
#include "rapor/pack/marked.h"

#include <stdio.h>
#include <string.h>

#define TOLD_CHANGES 20

static void add_lines(GString *out, const char *before, const GPtrArray *lines, size_t most)
{
    for (guint i = 0; i < lines->len && i < most; i++) {
        g_string_append(out, before);
        plain_append(out, g_ptr_array_index(lines, i));
        g_string_append_c(out, '\n');
    }
    if (lines->len > most)
        g_string_append_printf(out, _("and %zu more; --all tells each\n"), lines->len - most);
}

static void add_list(GString *out, const char *key, const GPtrArray *lines)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; lines && i < lines->len; i++)
        g_string_append_printf(all, "%s%s", i ? "\n" : "",
                               (const char *)g_ptr_array_index(lines, i));
    json_text(out, key, lines ? all->str : NULL);
}

static void tell_json(const struct imported *imported, const char *output)
{
    g_autoptr(GString) out = g_string_new(NULL);
    json_begin(out, "import");
    json_number(out, "institutions", (int64_t)imported->institutions);
    json_number(out, "levels", (int64_t)imported->levels);
    json_number(out, "records", (int64_t)imported->records);
    add_list(out, "understood", imported->understood);
    add_list(out, "left-out", imported->left_out);
    add_list(out, "changes", imported->changes);
    json_text(out, "output", output);
    json_end(out);
    fputs(out->str, stdout);
}

static void add_summary(GString *out, const struct imported *imported, const char *output)
{
    bool written = output && strcmp(output, "-") != 0;
    g_string_append_printf(out, _("%zu institution%s, %zu level%s"), imported->institutions,
                           imported->institutions == 1 ? "" : "s", imported->levels,
                           imported->levels == 1 ? "" : "s");
    if (imported->records > 0)
        g_string_append_printf(out, _(", %zu record%s"), imported->records,
                               imported->records == 1 ? "" : "s");
    if (imported->changes)
        g_string_append_printf(out, _(": %u change%s"), imported->changes->len,
                               imported->changes->len == 1 ? "" : "s");
    g_string_append_c(out, '\n');
    if (written) {
        g_string_append(out, _("next: rapor check "));
        plain_append(out, output);
        g_string_append_c(out, '\n');
    }
}

void import_tell(const struct call *call, const struct imported *imported, const char *output)
{
    const struct options *given = &call->options;
    if (call->json) {
        tell_json(imported, output);
        return;
    }
    g_autoptr(GString) out = g_string_new(NULL);
    if (given->explain)
        add_lines(out, _("understood: "), imported->understood, SIZE_MAX);
    if (!given->quiet)
        add_lines(out, _("left out: "), imported->left_out, given->all ? SIZE_MAX : TOLD_CHANGES);
    if (imported->text && imported->changes && !given->quiet)
        add_lines(out, _("changed: "), imported->changes, given->all ? SIZE_MAX : TOLD_CHANGES);
    if (imported->text && !given->quiet)
        add_summary(out, imported, output);
    fputs(out->str, stderr);
}

static void add_cell(GString *out, const char *text, const char *end)
{
    g_string_append_c(out, '"');
    if (text && *text && strchr("=+-@\t\r", *text))
        g_string_append_c(out, '\'');
    for (const char *at = text ? text : ""; *at; at++)
        g_string_append_printf(out, *at == '"' ? "\"\"" : "%c", *at);
    g_string_append_printf(out, "\"%s", end);
}

/* Semicolons and a byte order mark: for people, who open it in a spreadsheet. */
bool import_report(const struct imported *imported, const char *path, GError **error)
{
    static const char *const severities[] = {"salah", "peringatan", "catatan"};
    g_autoptr(GString) out = g_string_new("\xEF\xBB\xBF"
                                          "berkas;lembar;sel;tingkat;jenis;pesan;saran\r\n");
    for (size_t i = 0; i < imported->remark_count; i++) {
        const struct remark *remark = &imported->remarks[i];
        const struct sheet_grid *grid = remark->grid;
        add_cell(out, grid ? grid->file : "", ";");
        add_cell(out, grid ? grid->name : "", ";");
        add_cell(out, grid ? grid_place(remark->row, remark->column, imported->arena) : "", ";");
        add_cell(out, severities[remark->severity], ";");
        add_cell(out, remark->id, ";");
        add_cell(out, remark->text, ";");
        add_cell(out, remark->hint, "\r\n");
    }
    return output_write(path, out->str, out->len, error);
}

bool import_mark(const struct imported *imported, const char *path, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    for (size_t i = 0; i < imported->remark_count; i++) {
        const struct remark *remark = &imported->remarks[i];
        struct mark_note *note = ARENA_NEW(imported->arena, struct mark_note);
        *note = (struct mark_note){
            remark->grid, remark->row, remark->column, remark->severity == SEVERITY_ERROR,
            remark->hint ? arena_printf(imported->arena, "%s\n%s", remark->text, remark->hint)
                         : remark->text};
        if (remark->grid && remark->severity != SEVERITY_NOTE)
            g_ptr_array_add(notes, note);
    }
    return marked_write(imported->grids, (const struct mark_note *const *)notes->pdata, notes->len,
                        bytes, error) &&
           output_write(path, bytes->data, bytes->len, error);
}
