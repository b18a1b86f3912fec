#include "rapor/import/grid.h"

#include "parcel.h"
#include "reading.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/numeral.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#define FILE_MOST  ((gsize)64 << 20)
#define CELLS_MOST ((size_t)20000000)  /* of all sheets */
#define TEXT_MOST  ((size_t)512 << 20) /* bytes of all cells */

static bool has_room(struct grids *grids, const struct sheet_grid *grid, size_t cells, size_t bytes,
                     GError **error)
{
    const char *name = grid && grid->name ? grid->name : "";
    grids->cells += cells;
    grids->bytes += bytes;
    if (grids->cells > CELLS_MOST)
        return fail(error, FAILURE_DATA, "%s: sheet \"%s\": more than %zu rows and cells in all",
                    grids->file, name, CELLS_MOST);
    return grids->bytes <= TEXT_MOST ||
           fail(error, FAILURE_DATA, "%s: sheet \"%s\": more than %zu MiB of text in all",
                grids->file, name, TEXT_MOST >> 20);
}

struct sheet_grid *grids_add(struct grids *grids, const char *name)
{
    grids->all =
        arena_grow(grids->arena, grids->all, grids->count, &grids->room, sizeof *grids->all);
    grids->all[grids->count] = (struct sheet_grid){
        .file = grids->file, .name = name ? arena_strdup(grids->arena, name) : NULL};
    return &grids->all[grids->count++];
}

struct sheet_row *grid_row(struct grids *grids, struct sheet_grid *grid, size_t number,
                           GError **error)
{
    if (number >= GRID_ROWS) {
        fail(error, FAILURE_DATA, "%s: more than %d rows", grids->file, GRID_ROWS);
        return NULL;
    }
    if (grid->count <= number && !has_room(grids, grid, 2 * (number + 1 - grid->count), 0, error))
        return NULL;
    while (grid->count <= number) {
        grid->rows =
            arena_grow(grids->arena, grid->rows, grid->count, &grid->room, sizeof *grid->rows);
        grid->rows[grid->count++] = (struct sheet_row){0};
    }
    return &grid->rows[number];
}

bool row_set(struct grids *grids, struct sheet_row *row, size_t column, struct sheet_cell cell,
             GError **error)
{
    if (!cell.text || !*cell.text)
        return true;
    if (column >= GRID_COLUMNS)
        return fail(error, FAILURE_DATA, "%s: more than %d columns", grids->file, GRID_COLUMNS);
    const struct sheet_grid *grid = grids->count ? &grids->all[grids->count - 1] : NULL;
    const size_t more = row->count <= column ? column + 1 - row->count : 0;
    if (!has_room(grids, grid, more, strlen(cell.text) + 1, error))
        return false;
    while (row->count <= column) {
        row->cells =
            arena_grow(grids->arena, row->cells, row->count, &row->room, sizeof *row->cells);
        row->cells[row->count++] = (struct sheet_cell){0};
    }
    cell.text = arena_strdup(grids->arena, cell.text);
    row->cells[column] = cell;
    return true;
}

static void note_buried(struct grids *grids, struct sheet_grid *grid, size_t row, size_t column)
{
    grid->buried = arena_grow(grids->arena, grid->buried, grid->buried_count, &grid->buried_room,
                              sizeof *grid->buried);
    grid->buried[grid->buried_count++] = (struct buried){row, column};
}

/* Texts that were kept under it are told of. */
static void clear_covered(struct grids *grids, struct sheet_grid *grid,
                          const struct merged_area *area)
{
    const size_t end_row = area->row + area->rows, end_column = area->column + area->columns;
    for (size_t r = area->row; r < MIN(end_row, grid->count); r++)
        for (size_t c = area->column; c < MIN(end_column, grid->rows[r].count); c++) {
            if ((r == area->row && c == area->column) || !grid->rows[r].cells[c].text)
                continue;
            note_buried(grids, grid, r, c);
            grid->rows[r].cells[c] = (struct sheet_cell){0};
        }
}

void grid_merge(struct grids *grids, struct sheet_grid *grid, const struct merged_area *area)
{
    const size_t end = area->row + area->rows;
    struct sheet_cell cell = grid_cell(grid, area->row, area->column);
    if (area->rows > GRID_ROWS || area->columns > GRID_COLUMNS)
        return;
    clear_covered(grids, grid, area);
    cell.merged = true;
    for (size_t r = area->row + 1; cell.text && r < MIN(end, grid->count); r++)
        (void)row_set(grids, &grid->rows[r], area->column, cell, NULL);
}

struct sheet_cell grid_cell(const struct sheet_grid *grid, size_t row, size_t column)
{
    if (row >= grid->count || column >= grid->rows[row].count)
        return (struct sheet_cell){0};
    return grid->rows[row].cells[column];
}

const char *grid_place(size_t row, size_t column, struct arena *arena)
{
    char letters[8] = "";
    size_t at = sizeof letters - 1;
    for (size_t left = column + 1; left > 0 && at > 0; left = (left - 1) / 26)
        letters[--at] = (char)('A' + (left - 1) % 26);
    return arena_printf(arena, "%s%zu", letters + at, row + 1);
}

const char *grid_name(const struct sheet_grid *grid, size_t row, size_t column, struct arena *arena)
{
    const char *place = grid_place(row, column, arena);
    return grid->name ? arena_printf(arena, "%s!%s", grid->name, place) : place;
}

const char *serial_date(double serial, bool from_1904, struct arena *arena)
{
    const double minutes = round((serial - floor(serial)) * 1440);
    const gint64 day = (gint64)floor(serial) + (from_1904 ? 1462 : 0);
    if (serial < 0 || serial > 2958465)
        return arena_printf(arena, "%.15g", serial);
    if (day == 0 && minutes > 0)
        return arena_printf(arena, "%02d:%02d", (int)minutes / 60, (int)minutes % 60);
    /* The format counts a 29 February 1900 that never was. */
    g_autoptr(GDateTime) first = g_date_time_new_utc(1899, 12, 30, 0, 0, 0);
    g_autoptr(GDateTime) date = g_date_time_add_days(first, (gint)(day < 60 ? day + 1 : day));
    g_autofree char *text = g_date_time_format(date, "%Y-%m-%d");
    return minutes > 0
               ? arena_printf(arena, "%s %02d:%02d", text, (int)minutes / 60, (int)minutes % 60)
               : arena_strdup(arena, text);
}

static GBytes *read_stream(const char *file, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    char block[65536];
    size_t count;
    while ((count = fread(block, 1, sizeof block, stdin)) > 0 && bytes->len <= FILE_MOST)
        g_byte_array_append(bytes, (const guint8 *)block, (guint)count);
    if (ferror(stdin)) {
        fail(error, FAILURE_IO, "%s: %s", file, g_strerror(errno));
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

static GBytes *read_file(const char *path, GError **error)
{
    gsize size = 0;
    char *bytes = disk_read(path, FAILURE_INPUT, &size, error);
    return bytes ? g_bytes_new_take(bytes, size) : NULL;
}

static bool read_parcel(struct grids *grids, GBytes *bytes, GError **error)
{
    struct parcel *parcel = parcel_open(grids->file, bytes, error);
    if (!parcel)
        return false;
    bool ods = parcel_has(parcel, "content.xml") && parcel_has(parcel, "mimetype");
    bool read = ods ? grids_read_ods(grids, parcel, error) : grids_read_xlsx(grids, parcel, error);
    parcel_close(parcel);
    return read;
}

bool grids_read(struct grids *grids, const char *path, GError **error)
{
    bool stream = strcmp(path, "-") == 0;
    grids->file = stream ? "<stdin>" : arena_strdup(grids->arena, path);
    g_autoptr(GBytes) bytes = stream ? read_stream(grids->file, error) : read_file(path, error);
    if (!bytes)
        return false;
    gsize size;
    const char *start = g_bytes_get_data(bytes, &size);
    if (size > FILE_MOST)
        return fail(error, FAILURE_DATA, "%s: larger than %d MiB", grids->file,
                    (int)(FILE_MOST >> 20));
    if (stranger_refused(grids->file, bytes, error))
        return false;
    if (size >= 4 && memcmp(start, "PK\x03\x04", 4) == 0)
        return read_parcel(grids, bytes, error);
    return grids_read_csv(grids, bytes, error);
}
