#include "desk.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

#define TOLD_EACH  5  /* findings of a kind that are told one by one; of notes the first */
#define TOLD_CELLS 12 /* of the others, cells that are named */

/* Returns a message in the language of the user and the words of the instrument. */
__attribute__((format_arg(2))) static const char *said(const struct desk *desk, const char *message)
{
    return naming_put(desk->instrument ? &desk->instrument->naming : NULL, _(message), desk->arena);
}

__attribute__((format(printf, 2, 0))) static const char *
format_text(const struct desk *desk, const char *format, va_list args)
{
    g_autofree char *text = g_strdup_vprintf(said(desk, format), args);
    return arena_strdup(desk->arena, text);
}

void desk_note(struct desk *desk, struct import_finding about, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    about.text = format_text(desk, format, args);
    va_end(args);
    g_array_append_val(desk->findings, about);
}

void desk_explain(struct desk *desk, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_ptr_array_add(desk->understood, (void *)format_text(desk, format, args));
    va_end(args);
}

void desk_leave_out(struct desk *desk, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_ptr_array_add(desk->left_out, (void *)format_text(desk, format, args));
    va_end(args);
}

size_t desk_errors(const struct desk *desk)
{
    size_t count = 0;
    for (guint i = 0; i < desk->findings->len; i++)
        count += g_array_index(desk->findings, struct import_finding, i).severity == SEVERITY_ERROR;
    return count;
}

static bool has_one_file(const struct desk *desk)
{
    const struct grids *grids = desk->grids;
    return grids->count == 0 || grids->all[0].file == grids->all[grids->count - 1].file;
}

const char *desk_cell_name(const struct desk *desk, struct import_origin origin)
{
    const char *name = grid_name(origin.grid, origin.row, origin.column, desk->arena);
    return has_one_file(desk) ? name : arena_printf(desk->arena, "%s: %s", origin.grid->file, name);
}

static void tell_one(const struct desk *desk, const struct import_finding *finding,
                     const char *text, struct diagnostics *diagnostics)
{
    const struct import_origin *at = &finding->origin;
    const char *file = desk->grids->count ? desk->grids->all[0].file : desk->grids->file;
    struct diagnostic about = {.severity = finding->severity,
                               .id = finding->id,
                               .file = at->grid ? at->grid->file : file,
                               .text = text,
                               .hint = finding->hint ? said(desk, finding->hint) : NULL};
    if (at->grid && at->row < at->grid->count)
        about.line = (unsigned)at->grid->rows[at->row].line;
    diagnostics_add(diagnostics, &about);
}

static const char *placed_text(const struct desk *desk, const struct import_finding *finding)
{
    const struct import_origin *at = &finding->origin;
    if (!at->grid)
        return finding->text;
    return arena_printf(desk->arena, "%s: %s",
                        grid_name(at->grid, at->row, at->column, desk->arena), finding->text);
}

static guint told_each(const GPtrArray *kind)
{
    const struct import_finding *first = g_ptr_array_index(kind, 0);
    return first->severity == SEVERITY_NOTE ? 1 : TOLD_EACH;
}

/* One line for all that were not told one by one. */
static void tell_rest(const struct desk *desk, const GPtrArray *kind,
                      struct diagnostics *diagnostics)
{
    g_autoptr(GString) cells = g_string_new(NULL);
    const struct import_finding *first = g_ptr_array_index(kind, 0);
    const guint told = told_each(kind);
    const char *last = "";
    size_t more = kind->len - told;
    for (guint i = told; i < kind->len && i < told + TOLD_CELLS; i++) {
        const struct import_finding *finding = g_ptr_array_index(kind, i);
        const char *cell = finding->origin.grid ? desk_cell_name(desk, finding->origin) : last;
        if (strcmp(cell, last) != 0)
            g_string_append_printf(cells, "%s%s", cells->len ? ", " : "", cell);
        last = cell;
    }
    struct import_finding rest = {.severity = first->severity, .id = first->id};
    rest.hint = N_("--all tells each of them, --report FILE.csv lists them");
    tell_one(desk, &rest,
             arena_printf(desk->arena, _("the same in %zu more cell%s: %s%s"), more,
                          more == 1 ? "" : "s", cells->str, more > TOLD_CELLS ? ", ..." : ""),
             diagnostics);
}

/* Returns the findings of each kind together, in the order of the first of each. */
static GPtrArray *kinds_of(const struct desk *desk)
{
    GPtrArray *kinds = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < desk->findings->len; i++) {
        struct import_finding *finding = &g_array_index(desk->findings, struct import_finding, i);
        const char *key = arena_printf(desk->arena, "%d %s", finding->severity, finding->id);
        GPtrArray *kind = g_hash_table_lookup(by_id, key);
        if (!kind) {
            kind = g_ptr_array_new();
            g_ptr_array_add(kinds, kind);
            g_hash_table_insert(by_id, (void *)key, kind);
        }
        g_ptr_array_add(kind, finding);
    }
    return kinds;
}

void desk_tell(const struct desk *desk, bool all, struct diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) kinds = kinds_of(desk);
    for (guint k = 0; k < kinds->len; k++) {
        const GPtrArray *kind = g_ptr_array_index(kinds, k);
        for (guint i = 0; i < kind->len && (all || i < told_each(kind)); i++) {
            const struct import_finding *finding = g_ptr_array_index(kind, i);
            tell_one(desk, finding, placed_text(desk, finding), diagnostics);
        }
        if (!all && kind->len > told_each(kind))
            tell_rest(desk, kind, diagnostics);
    }
}
