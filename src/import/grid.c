#include "grid.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/numeral.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#define FILE_MOST ((gsize)64 << 20)

struct grid *grids_add(struct grids *grids, const char *name)
{
    grids->all =
        arena_grow(grids->arena, grids->all, grids->count, &grids->room, sizeof *grids->all);
    grids->all[grids->count] = (struct grid){.name = name};
    return &grids->all[grids->count++];
}

struct row *grid_row(const struct grids *grids, struct grid *grid, size_t number, GError **error)
{
    if (number >= GRID_ROWS) {
        fail(error, FAILURE_DATA, "%s: more than %d rows", grids->file, GRID_ROWS);
        return NULL;
    }
    while (grid->count <= number) {
        grid->rows =
            arena_grow(grids->arena, grid->rows, grid->count, &grid->room, sizeof *grid->rows);
        grid->rows[grid->count++] = (struct row){0};
    }
    return &grid->rows[number];
}

bool row_set(const struct grids *grids, struct row *row, size_t column, struct cell cell,
             GError **error)
{
    if (!cell.text || !*cell.text)
        return true;
    if (column >= GRID_COLUMNS)
        return fail(error, FAILURE_DATA, "%s: more than %d columns", grids->file, GRID_COLUMNS);
    while (row->count <= column) {
        row->cells =
            arena_grow(grids->arena, row->cells, row->count, &row->room, sizeof *row->cells);
        row->cells[row->count++] = (struct cell){0};
    }
    cell.text = arena_strdup(grids->arena, cell.text);
    row->cells[column] = cell;
    return true;
}

struct cell grid_cell(const struct grid *grid, size_t row, size_t column)
{
    if (row >= grid->count || column >= grid->rows[row].count)
        return (struct cell){0};
    return grid->rows[row].cells[column];
}

const char *grid_name(const struct grid *grid, size_t row, size_t column, struct arena *arena)
{
    g_autofree char *letters = g_ascii_strup(numeral_letter((int64_t)column + 1, arena), -1);
    return arena_printf(arena, "%s%s%s%zu", grid->name ? grid->name : "", grid->name ? "!" : "",
                        letters, row + 1);
}

bool grids_read(struct grids *grids, const char *path, GError **error)
{
    g_autofree char *bytes = NULL;
    g_autoptr(GError) cause = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &bytes, &size, &cause))
        return fail(error, FAILURE_INPUT, "%s: %s", path,
                    g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? g_strerror(ENOENT)
                                                                             : cause->message);
    if (size > FILE_MOST)
        return fail(error, FAILURE_DATA, "%s: larger than %d MiB", path, (int)(FILE_MOST >> 20));
    g_autoptr(GBytes) taken = g_bytes_new_take(g_steal_pointer(&bytes), size);
    const char *start = g_bytes_get_data(taken, NULL);
    if (size >= 4 && memcmp(start, "PK\x03\x04", 4) == 0)
        return grids_read_xlsx(grids, taken, error);
    return grids_read_csv(grids, taken, error);
}
