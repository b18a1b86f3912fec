#include "rapor/assess/ranking.h"
#include "rapor/base/arena.h"
#include "rapor/register/register_table.h"

#include <string.h>

/* Those that fit on a screen come first. */
static const struct ranking_column columns[] = {
    {"kind", "Jenis", FIGURE_TEXT},
    {"code", "Kode", FIGURE_TEXT},
    {"edition", "Edisi", FIGURE_COUNT},
    {"state", "Keadaan", FIGURE_TEXT},
    {"number", "Nomor", FIGURE_TEXT},
    {"date", "Tanggal", FIGURE_TEXT},
    {"seal", "Kode Cek", FIGURE_TEXT},
    {"delivered", "Diterima", FIGURE_TEXT},
    {"signer", "Penanda Tangan", FIGURE_TEXT},
    {"signed", "Ditandatangani", FIGURE_TEXT},
    {"receiver", "Penerima", FIGURE_TEXT},
    {"dated", "Tertanggal", FIGURE_TEXT},
    {"since", "Sejak", FIGURE_TEXT},
    {"by", "Oleh", FIGURE_TEXT},
    {"reason", "Alasan", FIGURE_TEXT},
    {"name", "Berkas", FIGURE_TEXT},
    {"file", "SHA-256", FIGURE_TEXT},
};
enum { COLUMNS_BRIEF = 8 };

static bool is_same(const char *wanted, const char *text)
{
    return !wanted || g_strcmp0(wanted, text) == 0;
}

bool register_chosen(const struct paper *paper, const struct register_choice *choice)
{
    return is_same(choice->kind, paper->kind) && is_same(choice->code, paper->code) &&
           is_same(choice->year, paper->year) &&
           is_same(choice->state, register_word(paper->state)) &&
           (!choice->any || is_same(choice->any, paper->code) ||
            is_same(choice->any, paper->number) || is_same(choice->any, paper->seal));
}

static void fill_row(struct ranking_cell *row, size_t count, const struct paper *paper)
{
    const struct ranking_cell cells[] = {
        {.text = paper->kind},      {.text = paper->code},
        {.number = paper->edition}, {.text = register_word(paper->state)},
        {.text = paper->number},    {.text = paper->date},
        {.text = paper->seal},      {.text = paper->delivered},
        {.text = paper->signer},    {.text = paper->signed_at},
        {.text = paper->receiver},  {.text = paper->dated},
        {.text = paper->since},     {.text = paper->by},
        {.text = paper->reason},    {.text = paper->name},
        {.text = paper->file},
    };
    G_STATIC_ASSERT(G_N_ELEMENTS(cells) == G_N_ELEMENTS(columns));
    memcpy(row, cells, count * sizeof *cells);
}

struct ranking *register_table(const struct paper_register *papers,
                               const struct register_choice *choice, bool brief,
                               struct arena *arena)
{
    struct ranking *table = ARENA_NEW(arena, struct ranking);
    const size_t width = brief ? COLUMNS_BRIEF : G_N_ELEMENTS(columns);
    size_t count = 0;
    for (size_t i = 0; i < papers->paper_count; i++)
        count += register_chosen(papers->papers[i], choice);
    *table = (struct ranking){
        .title = "Register",
        .columns = columns,
        .column_count = width,
        .cells = ARENA_ARRAY(arena, count * width, struct ranking_cell),
    };
    for (size_t i = 0; i < papers->paper_count; i++)
        if (register_chosen(papers->papers[i], choice))
            fill_row(&table->cells[table->row_count++ * width], width, papers->papers[i]);
    return table;
}
