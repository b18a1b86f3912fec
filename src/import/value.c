#include "value.h"

#include "legend.h"
#include "plain.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

static struct import_finding error_at(struct import_origin origin, const char *id, const char *hint)
{
    return (struct import_finding){
        .severity = SEVERITY_ERROR, .id = id, .origin = origin, .hint = hint};
}

static struct sheet_cell cell_at(struct import_origin origin)
{
    return grid_cell(origin.grid, origin.row, origin.column);
}

static const char *tidy_text(struct desk *desk, struct import_origin origin)
{
    const struct sheet_cell cell = cell_at(origin);
    bool stray = false;
    const char *plain = cell.text ? plain_text(cell.text, &stray, desk->arena) : "";
    if (!*plain)
        return NULL;
    if (stray && !cell.merged)
        desk_note(
            desk,
            (struct import_finding){.severity = SEVERITY_NOTE, .id = "spaces", .origin = origin},
            N_("spaces at the ends or too many between words are taken out of \"%s\""), plain);
    gunichar foreign = plain_foreign(plain);
    if (foreign) {
        desk_note(desk, error_at(origin, "look-alike", N_("type the word again")),
                  N_("\"%s\" holds U+%04X, a letter of another script that looks like a Latin one"),
                  plain, (unsigned)foreign);
        return NULL;
    }
    const char *meant = legend_of(desk->legend, "values", plain);
    return meant ? meant : plain;
}

/* "1,98501E+17" is what is left of a long number. */
static bool is_exponent(const char *text)
{
    return g_regex_match_simple("^[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+$", text, 0, 0);
}

static size_t digits_of(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += g_ascii_isdigit(*text);
    return count;
}

/* Tells of a cell that is no text where one belongs; true: it was. */
static bool refuse_kind(struct desk *desk, struct import_origin origin, const char *name)
{
    const struct sheet_cell cell = cell_at(origin);
    switch (cell.kind) {
    case CELL_BOOLEAN:
        desk_note(desk, error_at(origin, "boolean", N_("type what was meant as text")),
                  N_("%s: a program made %s of it"), name, cell.text);
        return true;
    case CELL_DATE:
        desk_note(
            desk,
            error_at(origin, "day", N_("format the cell as text and type it again as it was")),
            N_("%s: a program made the day %s of it"), name, cell.text);
        return true;
    case CELL_ERROR:
        desk_note(desk, error_at(origin, "error", N_("mend the formula in this cell")),
                  N_("%s: the formula came to %s"), name, cell.text);
        return true;
    case CELL_FORMULA:
        desk_note(desk,
                  error_at(origin, "formula",
                           N_("open the sheet in a spreadsheet program and save it once")),
                  N_("%s: the formula has not been computed"), name);
        return true;
    case CELL_EMPTY:
    case CELL_TEXT:
    case CELL_NUMBER:
        break;
    }
    static const char *const failed[] = {"#N/A",   "#REF!", "#NAME?", "#VALUE!", "#DIV/0!",
                                         "#NULL!", "#NUM!", "#ERR",   NULL};
    if (!cell.text || !g_strv_contains(failed, cell.text))
        return false;
    desk_note(desk, error_at(origin, "error", N_("mend the formula that it comes from")),
              N_("%s: a formula came to %s"), name, cell.text);
    return true;
}

/* Tells of digits that a program dropped; true: it did. */
static bool refuse_rounded(struct desk *desk, struct import_origin origin, const char *text,
                           const char *name)
{
    bool number = cell_at(origin).kind == CELL_NUMBER;
    if (!(number && digits_of(text) > 15) && !is_exponent(text))
        return false;
    desk_note(desk,
              error_at(origin, "digits-lost",
                       N_("format the cell as text and type it again: numbers keep 15 digits")),
              N_("%s %s: its last digits are lost"), name, text);
    return true;
}

static const char *code_of(struct desk *desk, struct import_origin origin, const char *text,
                           const char *name)
{
    const struct sheet_cell cell = cell_at(origin);
    static const char signs[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
    if (refuse_rounded(desk, origin, text, name))
        return NULL;
    if (cell.kind == CELL_NUMBER && cell.decimals >= 0 && strlen(text) < 16)
        text = arena_printf(desk->arena, "%.*f", cell.decimals, g_ascii_strtod(text, NULL));
    if (g_ascii_isalnum(*text) && strlen(text) <= 40 && strspn(text, signs) == strlen(text))
        return text;
    desk_note(desk,
              error_at(origin, "code",
                       N_("use at most 40 letters, digits, '.' and '-', first a letter or digit")),
              N_("code \"%s\" cannot be part of a file name"), text);
    return NULL;
}

static const char *name_of(struct desk *desk, struct import_origin origin, const char *text,
                           const char *name)
{
    if (cell_at(origin).kind != CELL_NUMBER && !is_exponent(text))
        return text;
    desk_note(desk, error_at(origin, "name-number", N_("type the name")),
              N_("%s: %s is a number, no name"), name, text);
    return NULL;
}

static const char *date_of(struct desk *desk, struct import_origin origin, const char *text,
                           const char *name)
{
    const struct sheet_cell cell = cell_at(origin);
    const char *other = NULL;
    if (cell.kind == CELL_DATE && strlen(cell.text) >= 10)
        return arena_strndup(desk->arena, cell.text, 10);
    const char *date = cell.kind == CELL_DATE ? NULL : date_of_text(text, &other, desk->arena);
    double serial = plain_decimal(text, desk->arena) ? g_ascii_strtod(text, NULL) : 0;
    if (other) {
        desk_note(desk, error_at(origin, "date-two-ways", N_("write the month as a word")),
                  N_("%s \"%s\" is either %s or %s"), name, text, date, other);
        return NULL;
    }
    if (date)
        return date;
    const char *hint = N_("write it as 31 Desember 2024 or 2024-12-31");
    if (serial > 30000 && serial < 60000)
        hint = arena_printf(desk->arena, _("as a day the number is %s; format the cell as a date"),
                            serial_date(serial, false, desk->arena));
    desk_note(desk, error_at(origin, "date", hint), N_("%s \"%s\" is not a date"), name, text);
    return NULL;
}

static const char *year_of(struct desk *desk, struct import_origin origin, const char *text,
                           const char *name)
{
    const char *key = plain_key(text, desk->arena);
    const char *digits = g_str_has_prefix(key, "tahun ") ? key + 6
                         : g_str_has_prefix(key, "ta ")  ? key + 3
                                                         : key;
    if (strlen(digits) == 4 && strspn(digits, "0123456789") == 4 && *digits != '0')
        return digits;
    desk_note(desk, error_at(origin, "year", N_("write four digits, such as 2021")),
              N_("%s \"%s\" is not a year"), name, text);
    return NULL;
}

static const char *index_of(struct desk *desk, struct import_origin origin, const char *text,
                            const char *name)
{
    const char *number = plain_decimal(text, desk->arena);
    const char *mark = number ? strchr(number, '.') : NULL;
    if (number && *number != '-' && (!mark || strlen(mark + 1) <= 2))
        return number;
    desk_note(desk, error_at(origin, "index", N_("write at most two decimals, such as 3,34")),
              N_("%s \"%s\" is not an index"), name, text);
    return NULL;
}

static const char *number_of(struct desk *desk, struct import_origin origin, const char *text,
                             const char *name)
{
    const char *number = plain_decimal(text, desk->arena);
    if (number && strspn(number, "0123456789") == strlen(number) && atoi(number) > 0)
        return number;
    desk_note(desk, error_at(origin, "number", N_("write 1 for the first, or leave it empty")),
              N_("%s \"%s\" is not a number from 1"), name, text);
    return NULL;
}

const char *value_of_cell(struct desk *desk, struct import_origin origin,
                          enum ledger_content content, const struct ledger_word *words,
                          const char *name)
{
    const char *text = tidy_text(desk, origin);
    bool day = content == CONTENT_DATE && cell_at(origin).kind == CELL_DATE;
    if (!text || (!day && refuse_kind(desk, origin, name)))
        return NULL;
    switch (content) {
    case CONTENT_CODE:
        return code_of(desk, origin, text, name);
    case CONTENT_NAME:
        return name_of(desk, origin, text, name);
    case CONTENT_LONG:
    case CONTENT_TEXT:
        return refuse_rounded(desk, origin, text, name) ? NULL : text;
    case CONTENT_PROSE:
        return text;
    case CONTENT_INDEX:
        return index_of(desk, origin, text, name);
    case CONTENT_LEVEL: /* level_of_cell(): it depends on the indicator */
        return text;
    case CONTENT_DATE:
        return date_of(desk, origin, text, name);
    case CONTENT_YEAR:
        return year_of(desk, origin, text, name);
    case CONTENT_WORD:
    case CONTENT_GROUP:
    case CONTENT_GRADE:
    case CONTENT_STAGE:
    case CONTENT_INDICATOR:
        return word_of_cell(desk, origin, content, words, name);
    case CONTENT_NUMBER:
        return number_of(desk, origin, text, name);
    }
    return NULL;
}
