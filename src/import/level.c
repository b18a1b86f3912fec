/* Levels as people write them: "3", "3,0", "Level 3", "3 (Terdefinisi)", "III", "tiga". */
#include "legend.h"
#include "plain.h"
#include "value.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"

#include <inttypes.h>
#include <libxml/tree.h>
#include <string.h>

static const char *attribute(const xmlNode *node, const char *name, struct arena *arena)
{
    xmlChar *text = xmlGetNoNsProp((xmlNode *)node, (const xmlChar *)name);
    const char *copy = text ? arena_strdup(arena, (const char *)text) : NULL;
    xmlFree(text);
    return copy;
}

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* Returns the value that a level of that name has; NULL where none has, "" where they
 * differ from one capability to another. */
static const char *level_called(const struct desk *desk, const char *key)
{
    const char *found = NULL;
    const xmlNode *root = xmlDocGetRootElement(desk->instrument->tree);
    for (const xmlNode *part = root->children; part; part = part->next)
        for (const xmlNode *level = part->children; is(part, "capability") && level;
             level = level->next) {
            const char *name = is(level, "level") ? attribute(level, "name", desk->arena) : NULL;
            if (!name || strcmp(plain_key(name, desk->arena), key) != 0)
                continue;
            const char *value = attribute(level, "value", desk->arena);
            found = found && g_strcmp0(found, value) != 0 ? "" : value;
        }
    return found;
}

static const char *spelled(const char *key)
{
    static const char *const words[][2] = {
        {"i", "1"},    {"ii", "2"},  {"iii", "3"},  {"iv", "4"},    {"v", "5"},
        {"satu", "1"}, {"dua", "2"}, {"tiga", "3"}, {"empat", "4"}, {"lima", "5"}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i][0], key) == 0)
            return words[i][1];
    return NULL;
}

/* Returns the key behind a word such as "level". */
static const char *behind_word(const char *key)
{
    static const char *const words[] = {
        "tingkat kematangan", "tingkat", "level", "lvl", "lv", "skor", "nilai", "tk"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t length = strlen(words[i]);
        if (strncmp(key, words[i], length) == 0 && key[length])
            return key + length + (key[length] == ' ');
    }
    return *key == 'l' && g_ascii_isdigit(key[1]) ? key + 1 : key; /* "L3" */
}

/* "at least", "about", "per cent", "?": such a number is not the level. */
static bool is_hedged(const char *text)
{
    return strpbrk(text, "<>~?%") || strstr(text, "≤") || strstr(text, "≥") || strstr(text, "±");
}

/* Reads a level in words; NULL where it is none.  *CLASH is set where number and name
 * say different things. */
static const char *level_of_words(const struct desk *desk, const char *text, bool *clash)
{
    if (is_hedged(text))
        return NULL;
    const char *key = behind_word(plain_key(text, desk->arena));
    const char *named = level_called(desk, key);
    if (named)
        return *named ? named : NULL;
    g_auto(GStrv) words = g_strsplit(key, " ", 2);
    bool digits = words[0] && *words[0] && strspn(words[0], "0123456789") == strlen(words[0]);
    const char *number = !words[0] ? NULL
                         : digits  ? arena_strdup(desk->arena, words[0])
                                   : spelled(words[0]);
    if (!number || !words[1])
        return number;
    named = level_called(desk, words[1]);
    *clash = named && *named && strcmp(named, number) != 0;
    return named && !*clash ? number : NULL;
}

static struct import_finding error_at(struct import_origin origin, const char *id, const char *hint)
{
    return (struct import_finding){
        .severity = SEVERITY_ERROR, .id = id, .origin = origin, .hint = hint};
}

static const char *wanted(const struct desk *desk)
{
    const struct instrument *instrument = desk->instrument;
    int min = (int)(instrument->level_min / instrument->level_scale);
    int max = (int)(instrument->level_max / instrument->level_scale);
    return instrument->level_decimals == 0
               ? arena_printf(desk->arena, _("write a whole number from %d to %d"), min, max)
               : arena_printf(desk->arena,
                              _("write a number from %d to %d with at most %d decimals"), min, max,
                              instrument->level_decimals);
}

static bool means_nothing(const char *text)
{
    static const char *const none[] = {
        "-",      "–",     "—",     "?",         "n/a",           "na",           "x",
        "kosong", "nihil", "belum", "tidak ada", "tidak dinilai", "belum dinilai"};
    g_autofree char *small = g_utf8_strdown(text, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++)
        if (strcmp(none[i], small) == 0)
            return true;
    return false;
}

/* Tells what kind of cell it is that holds no level; false: a text or a number. */
static bool refuse_kind(struct desk *desk, struct import_origin origin, struct sheet_cell cell,
                        const char *no)
{
    switch (cell.kind) {
    case CELL_BOOLEAN:
        desk_note(desk, error_at(origin, "level-boolean", wanted(desk)),
                  N_("indicator %s: %s is no level"), no, cell.text);
        return true;
    case CELL_DATE:
        desk_note(desk,
                  error_at(origin, "level-date",
                           N_("a program took it for a day; format the cell as a number and "
                              "type the level again")),
                  N_("indicator %s: the day %s is no level"), no, cell.text);
        return true;
    case CELL_ERROR:
        desk_note(desk, error_at(origin, "level-error", N_("mend the formula in this cell")),
                  N_("indicator %s: the formula came to %s"), no, cell.text);
        return true;
    case CELL_FORMULA:
        desk_note(desk,
                  error_at(origin, "level-formula",
                           N_("open the sheet in a spreadsheet program and save it once")),
                  N_("indicator %s: the formula has not been computed"), no);
        return true;
    case CELL_EMPTY:
    case CELL_TEXT:
    case CELL_NUMBER:
        return false;
    }
    return false;
}

static bool fits(const struct desk *desk, const char *number)
{
    const struct instrument *instrument = desk->instrument;
    const char *mark = strchr(number, '.');
    size_t most = (size_t)instrument->level_decimals;
    return (mark ? strlen(mark + 1) : 0) <= most;
}

/* Where items give levels, a cell holds them as exactly as it can: what they can come to
 * is written as it is, such as 7/6, else in hundredths, halves up. */
static const char *as_items_give(const struct desk *desk, const char *number)
{
    const int64_t scale = desk->instrument->level_scale;
    if (desk->instrument->item_count == 0 || fits(desk, number) || *number == '-')
        return number;
    const double level = g_ascii_strtod(number, NULL), steps = level * (double)scale;
    const int64_t nearest = (int64_t)(steps + 0.5);
    if (ABS(steps - (double)nearest) > 1e-6)
        return numeral_hundredths((int64_t)(level * 100 + 0.5 + 1e-9), desk->arena);
    const uint64_t both = numeral_common_divisor((uint64_t)nearest, (uint64_t)scale);
    return arena_printf(desk->arena, "%" PRIu64 "/%" PRIu64, (uint64_t)nearest / both,
                        (uint64_t)scale / both);
}

static double level_number(const char *level)
{
    char *end;
    const double number = g_ascii_strtod(level, &end);
    return *end == '/' ? number / g_ascii_strtod(end + 1, NULL) : number;
}

int64_t level_hundredths(const char *level)
{
    return (int64_t)(level_number(level) * 100 + 0.5 + 1e-9);
}

static bool is_inside(const struct desk *desk, const char *number)
{
    const struct instrument *instrument = desk->instrument;
    double level = level_number(number) * (double)instrument->level_scale;
    return level > (double)instrument->level_min - 1e-6 &&
           level < (double)instrument->level_max + 1e-6;
}

/* Returns the level of a text that is no number, and tells so; or NULL. */
static const char *read_words(struct desk *desk, struct import_origin origin, const char *text,
                              const char *no)
{
    bool clash = false;
    const char *level = level_of_words(desk, text, &clash);
    if (level) {
        desk_note(desk,
                  (struct import_finding){
                      .severity = SEVERITY_NOTE, .id = "level-words", .origin = origin},
                  N_("\"%s\" is read as level %s"), text, level);
        return level;
    }
    if (clash)
        desk_note(desk, error_at(origin, "level-clash", N_("write the number alone")),
                  N_("indicator %s: \"%s\" names a level of another number"), no, text);
    else if (*text == '#')
        desk_note(desk, error_at(origin, "level-error", N_("mend the formula that it comes from")),
                  N_("indicator %s: a formula came to %s"), no, text);
    else if (means_nothing(text))
        desk_note(desk,
                  error_at(origin, "level-none", N_("leave the cell empty where there is none")),
                  N_("indicator %s: \"%s\" is no level"), no, text);
    else
        desk_note(desk, error_at(origin, "level", wanted(desk)),
                  N_("level \"%s\" of indicator %s is not a %s"), text, no,
                  desk->instrument->level_decimals == 0 ? _("whole number") : _("number"));
    return NULL;
}

const char *level_of_cell(struct desk *desk, struct import_origin origin, size_t indicator)
{
    const struct sheet_cell cell = grid_cell(origin.grid, origin.row, origin.column);
    const char *no = desk->instrument->indicators[indicator].no;
    const char *text = cell.text ? plain_text(cell.text, NULL, desk->arena) : "";
    if (!*text || refuse_kind(desk, origin, cell, no))
        return NULL;
    const char *meant = legend_of(desk->legend, "values", text);
    text = meant ? meant : text;
    const char *number = plain_decimal(text, desk->arena);
    if (number)
        number = as_items_give(desk, number);
    else
        number = read_words(desk, origin, text, no);
    if (!number)
        return NULL;
    if (!fits(desk, number))
        desk_note(desk, error_at(origin, "level", wanted(desk)),
                  N_("level \"%s\" of indicator %s is not a %s"), text, no,
                  desk->instrument->level_decimals == 0 ? _("whole number")
                                                        : _("number with so many decimals"));
    else if (!is_inside(desk, number))
        desk_note(desk, error_at(origin, "level-range", wanted(desk)),
                  N_("level %s of indicator %s is outside %d..%d"), number, no,
                  (int)(desk->instrument->level_min / desk->instrument->level_scale),
                  (int)(desk->instrument->level_max / desk->instrument->level_scale));
    else
        return desk->levels++, number;
    return NULL;
}
