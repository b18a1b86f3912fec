/* Rows that are none of a table: totals, notes, the numbers of columns. */
#include "../plain.h"
#include "table.h"

#include <string.h>

bool is_foot(const struct desk *desk, const char *text)
{
    static const char *const begins[] = {
        "jumlah",          "total",           "rata rata",      "rerata",         "rataan",
        "catatan",         "keterangan",      "sumber",         "ket ",           "mengetahui",
        "minimum",         "maksimum",        "dicetak",        "disetujui",      "median",
        "subtotal",        "sub total",       "sub jumlah",     "grand total",    "nilai rata",
        "nilai rerata",    "nilai tertinggi", "nilai terendah", "nilai maksimum", "nilai minimum",
        "standar deviasi", "simpangan baku"};
    const char *key = plain_key(text, desk->arena);
    for (size_t i = 0; i < G_N_ELEMENTS(begins); i++)
        if (g_str_has_prefix(key, begins[i]))
            return true;
    return false;
}

bool numbers_columns(const struct desk *desk, const struct head_view *view, size_t row)
{
    enum { FEWEST = 4 };
    size_t count = 0;
    int last = 0;
    for (size_t column = 0; column < view_columns(view, row); column++) {
        const char *text = view_cell(view, row, column).text;
        if (!text)
            continue;
        const char *key = plain_key(text, desk->arena);
        int number = strlen(key) <= 3 && strspn(key, "0123456789") == strlen(key) ? atoi(key) : 0;
        if (number < 1 || (count > 0 && number != last + 1))
            return false;
        last = number;
        count++;
    }
    return count >= FEWEST;
}
