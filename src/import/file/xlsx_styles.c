/* How numbers are shown: as days, or with so many decimals (ECMA-376, 18.8.30). */
#include "xlsx_parts.h"

#include <string.h>

struct xlsx_styles {
    struct xlsx_workbook *book;
    GHashTable *codes; /* number of a format -> its code */
    bool in_cells;     /* inside <cellXfs> */
};

static bool is_date_number(long number)
{
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
           (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

/* Returns what stands behind the letter, or the quotes, escape or brackets there. */
static const char *behind_part(const char *at)
{
    if (*at == '"' || *at == '[') {
        const char *end = strchr(at + 1, *at == '"' ? '"' : ']');
        return end ? end + 1 : at + strlen(at);
    }
    bool escape = *at == '\\' || *at == '_' || *at == '*';
    return escape && at[1] ? at + 2 : at + 1;
}

/* Letters of days and hours count outside quotes, escapes and brackets; "[h]" does. */
static bool is_date_code(const char *code)
{
    for (const char *at = code; *at && *at != ';'; at = behind_part(at)) {
        if (strchr("yYdDhHmMsS", *at) || (*at == '[' && at[1] && strchr("hmsHMS", at[1])))
            return true;
        if (g_ascii_strncasecmp(at, "General", 7) == 0)
            return false;
    }
    return false;
}

/* "0.00" and "#,##0.00" have two, "0" none; others show what there is. */
static signed char decimals_of_code(const char *code)
{
    size_t whole = strspn(code, "#,0");
    size_t zeros = code[whole] == '.' ? strspn(code + whole + 1, "0") : 0;
    size_t end = whole + zeros + (code[whole] == '.');
    if (whole == 0 || (code[end] != '\0' && code[end] != ';') || zeros >= 16)
        return -1;
    return (signed char)zeros;
}

static struct number_style style_of(const struct xlsx_styles *styles, long number)
{
    static const struct {
        long number;
        signed char decimals;
    } known[] = {{1, 0}, {2, 2}, {3, 0}, {4, 2}};
    const char *code = g_hash_table_lookup(styles->codes, GINT_TO_POINTER((gint)number));
    if (code)
        return (struct number_style){is_date_code(code), decimals_of_code(code)};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (known[i].number == number)
            return (struct number_style){false, known[i].decimals};
    return (struct number_style){is_date_number(number), -1};
}

static bool take_style(void *data, xmlTextReader *reader, GError **error)
{
    struct xlsx_styles *styles = data;
    (void)error;
    if (part_starts(reader, "cellXfs"))
        styles->in_cells = true;
    if (part_ends(reader, "cellXfs"))
        styles->in_cells = false;
    if (!part_starts(reader, "numFmt") && !(styles->in_cells && part_starts(reader, "xf")))
        return true;
    g_autofree char *number = part_attribute(reader, "numFmtId");
    long id = number ? strtol(number, NULL, 10) : 0;
    if (part_starts(reader, "numFmt")) {
        char *code = part_attribute(reader, "formatCode");
        g_hash_table_insert(styles->codes, GINT_TO_POINTER((gint)id), code ? code : g_strdup(""));
        return true;
    }
    const struct number_style style = style_of(styles, id);
    g_array_append_val(styles->book->styles, style);
    return true;
}

bool xlsx_styles(struct xlsx_workbook *book, const char *part, GError **error)
{
    g_autoptr(GHashTable) codes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    struct xlsx_styles styles = {book, codes, false};
    return parcel_read(book->parcel, part, &(struct part_reader){take_style, &styles}, error);
}
