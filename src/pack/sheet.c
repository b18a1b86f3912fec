#include "rapor/pack/sheet.h"

#include <string.h>

const struct sheet_form *const sheet_forms[] = {&sheet_text, &sheet_csv,  &sheet_csv_id,
                                                &sheet_json, &sheet_xlsx, NULL};

const struct sheet_form *sheet_form_find(const char *name)
{
    for (size_t i = 0; sheet_forms[i]; i++)
        if (strcmp(sheet_forms[i]->name, name) == 0)
            return sheet_forms[i];
    return NULL;
}

void sheet_hundredths(GString *out, int64_t number, char point)
{
    int64_t whole = number / 100, rest = number % 100;
    g_string_append_printf(out, "%s%" G_GINT64_FORMAT "%c%02d", number < 0 ? "-" : "",
                           whole < 0 ? -whole : whole, point, (int)(rest < 0 ? -rest : rest));
}
