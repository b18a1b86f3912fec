#include "rapor/pack/table_format.h"

#include <string.h>

const struct table_format *const table_formats[] = {&table_text, &table_csv,  &table_csv_id,
                                                    &table_json, &table_xlsx, NULL};

const struct table_format *table_format_find(const char *name)
{
    for (size_t i = 0; table_formats[i]; i++)
        if (strcmp(table_formats[i]->name, name) == 0)
            return table_formats[i];
    return NULL;
}

void table_hundredths(GString *out, int64_t number, char point)
{
    int64_t whole = number / 100, rest = number % 100;
    g_string_append_printf(out, "%s%" G_GINT64_FORMAT "%c%02d", number < 0 ? "-" : "",
                           whole < 0 ? -whole : whole, point, (int)(rest < 0 ? -rest : rest));
}

void table_put(GString *text, GByteArray *out)
{
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    g_string_truncate(text, 0);
}
