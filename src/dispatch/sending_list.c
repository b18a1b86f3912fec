#include "sending_list.h"

#include "rapor/assess/ranking.h"
#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/pack/table_format.h"

#include <string.h>

enum {
    CODE,
    ABOUT,
    ADDRESSEE,
    OFFICE,
    CITY,
    MAIL,
    FILE_NAME,
    SIZE,
    SUM,
    NUMBER,
    DATE,
    COLUMN_COUNT
};

static const struct ranking_column columns[COLUMN_COUNT] = {
    [CODE] = {"code", "Kode", FIGURE_TEXT},
    [ABOUT] = {"about", "Hasil", FIGURE_TEXT},
    [ADDRESSEE] = {"addressee", "Kepada", FIGURE_TEXT},
    [OFFICE] = {"office", "Instansi", FIGURE_TEXT},
    [CITY] = {"city", "Kedudukan", FIGURE_TEXT},
    [MAIL] = {"mail", "Surel", FIGURE_TEXT},
    [FILE_NAME] = {"file", "Berkas", FIGURE_TEXT},
    [SIZE] = {"size", "Ukuran (bita)", FIGURE_COUNT},
    [SUM] = {"sha256", "SHA-256", FIGURE_TEXT},
    [NUMBER] = {"number", "Nomor", FIGURE_TEXT},
    [DATE] = {"date", "Tanggal", FIGURE_TEXT},
};

static void fill_receiver(const struct dispatch *dispatch, const struct institution *of,
                          struct ranking_cell *row)
{
    row[ADDRESSEE].text =
        of->addressee ? of->addressee : arena_printf(dispatch->arena, "Pimpinan %s", of->name);
    row[OFFICE].text = of->name;
    row[CITY].text = of->seat;
    row[MAIL].text = of->mail;
}

static void fill_row(const struct dispatch *dispatch, const struct sending *sending,
                     struct ranking_cell *row)
{
    const struct institution *institutions = dispatch->session->evaluation->institutions;
    const struct record *letter = sending_letter(sending);
    row[CODE].text = sending->code;
    row[ABOUT].text = sending->of;
    if (sending->receiver != NONE)
        fill_receiver(dispatch, &institutions[sending->receiver], row);
    row[FILE_NAME].text = sending->pack->file;
    row[SIZE].number = (int64_t)sending->pack->size;
    row[SUM].text = sending->pack->digest;
    row[NUMBER].text = letter ? letter->number : NULL;
    row[DATE].text = letter ? letter->date : NULL;
}

bool sending_list_write(struct dispatch *dispatch, GError **error)
{
    const size_t count = dispatch->sendings->len;
    const struct ranking table = {
        .title = "Daftar Kirim",
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .cells = ARENA_ARRAY(dispatch->arena, count * COLUMN_COUNT, struct ranking_cell),
        .row_count = count,
    };
    for (guint i = 0; i < count; i++)
        fill_row(dispatch, dispatch->sendings->pdata[i], &table.cells[i * (size_t)COLUMN_COUNT]);
    g_autoptr(GByteArray) excel = g_byte_array_new(), plain = g_byte_array_new();
    return table_csv_id.write(&table, dispatch->date, excel, error) &&
           table_csv.write(&table, dispatch->date, plain, error) &&
           dispatch_add(dispatch, SENDING_LIST, excel, error) &&
           dispatch_add(dispatch, "daftar-kirim-polos.csv", plain, error);
}
