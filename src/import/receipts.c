#include "rapor/import/receipts.h"

#include "rapor/import/grid.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdio.h>
#include <string.h>

enum {
    COLUMN_CODE,
    COLUMN_DATE,
    COLUMN_RECEIVER,
    COLUMN_KIND,
    COLUMN_NUMBER,
    COLUMN_FILE,
    COLUMN_COUNT
};

static const char *const names[COLUMN_COUNT][2] = {
    [COLUMN_CODE] = {"code", "kode"},
    [COLUMN_DATE] = {"date", "tanggal"},
    [COLUMN_RECEIVER] = {"receiver", "penerima"},
    [COLUMN_KIND] = {"kind", "jenis"},
    [COLUMN_NUMBER] = {"number", "nomor"},
    [COLUMN_FILE] = {"file", "berkas"},
};

struct columns {
    size_t at[COLUMN_COUNT]; /* GRID_COLUMNS: there is none */
};

/* Finds the columns by the names in the first row. */
static struct columns find_columns(const struct sheet_grid *grid)
{
    struct columns columns;
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        columns.at[c] = GRID_COLUMNS;
        for (size_t i = 0; grid->count > 0 && i < grid->rows[0].count; i++) {
            const char *head = grid_cell(grid, 0, i).text;
            g_autofree char *small = g_strstrip(g_utf8_strdown(head ? head : "", -1));
            if (strcmp(small, names[c][0]) == 0 || strcmp(small, names[c][1]) == 0)
                columns.at[c] = i;
        }
    }
    return columns;
}

/* Returns the date as 2022-01-12, or NULL. */
static const char *date_of(const char *text, struct arena *arena)
{
    unsigned day, month, year;
    char rest;
    if (sscanf(text, "%4u-%2u-%2u%c", &year, &month, &day, &rest) != 3 &&
        sscanf(text, "%2u/%2u/%4u%c", &day, &month, &year, &rest) != 3 &&
        sscanf(text, "%2u-%2u-%4u%c", &day, &month, &year, &rest) != 3)
        return NULL;
    if (month < 1 || month > 12 || year < 1000 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return NULL;
    return arena_printf(arena, "%04u-%02u-%02u", year, month, day);
}

static bool read_row(GArray *receipts, const struct grids *grids, const struct columns *columns,
                     size_t row, GError **error)
{
    const char *texts[COLUMN_COUNT];
    for (size_t c = 0; c < COLUMN_COUNT; c++)
        texts[c] = grid_cell(&grids->all[0], row, columns->at[c]).text;
    if (!texts[COLUMN_CODE] && !texts[COLUMN_DATE])
        return true;
    if (!texts[COLUMN_CODE])
        return fail(error, FAILURE_DATA, "%s: row %zu has no code", grids->file, row + 1);
    if (!texts[COLUMN_DATE]) /* not received, or not signed yet */
        return true;
    const struct receipt receipt = {
        .row = row + 1,
        .code = texts[COLUMN_CODE],
        .kind = texts[COLUMN_KIND],
        .date = date_of(texts[COLUMN_DATE], grids->arena),
        .receiver = texts[COLUMN_RECEIVER],
        .number = texts[COLUMN_NUMBER],
        .file = texts[COLUMN_FILE],
    };
    if (!receipt.date)
        return fail(error, FAILURE_DATA,
                    "%s: row %zu: \"%s\" is not a date\nhint: write it as 2022-01-12", grids->file,
                    row + 1, texts[COLUMN_DATE]);
    g_array_append_val(receipts, receipt);
    return true;
}

GArray *receipts_read(const char *path, struct arena *arena, GError **error)
{
    struct grids grids = {.file = path, .arena = arena};
    if (!grids_read(&grids, path, error))
        return NULL;
    const struct columns columns = find_columns(&grids.all[0]);
    if (columns.at[COLUMN_CODE] == GRID_COLUMNS || columns.at[COLUMN_DATE] == GRID_COLUMNS) {
        fail(error, FAILURE_DATA, "%s: the first row has no column %s\nhint: columns are %s", path,
             columns.at[COLUMN_CODE] == GRID_COLUMNS ? "code" : "date",
             _("code, date, kind if need be, and receiver, or number and file"));
        return NULL;
    }
    g_autoptr(GArray) receipts = g_array_new(FALSE, FALSE, sizeof(struct receipt));
    for (size_t row = 1; row < grids.all[0].count; row++)
        if (!read_row(receipts, &grids, &columns, row, error))
            return NULL;
    return g_steal_pointer(&receipts);
}
