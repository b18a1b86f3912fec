/* What indicators are called: by number, by name, by both. */
#include "indicator_name.h"

#include "../plain.h"
#include "../value.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* Returns the length of what stands before the number of an indicator by the word of the
 * instrument, "subkomponen "; 0: nothing does. */
static size_t called_before(const struct desk *desk, const char *key)
{
    const char *word = naming_put(&desk->instrument->naming, "indikator", desk->arena);
    const char *before = arena_printf(desk->arena, "%s ", plain_key(word, desk->arena));
    return g_str_has_prefix(key, before) ? strlen(before) : 0;
}

/* Returns the digits behind "indikator", "ind.", "i", "no." or zeros, or KEY itself. */
const char *number_part(const struct desk *desk, const char *key)
{
    const size_t called = called_before(desk, key);
    if (g_ascii_isdigit(key[called]))
        key += called;
    static const char *const before[] = {"indikator ke ", "indikator no ", "indikator ", "ind ",
                                         "indikator",     "ind",           "i ",         "no ",
                                         "nomor "};
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++) {
        size_t length = strlen(before[i]);
        if (strncmp(key, before[i], length) == 0 && g_ascii_isdigit(key[length])) {
            key += length;
            break;
        }
    }
    if (*key == 'i' && g_ascii_isdigit(key[1]))
        key++;
    while (*key == '0' && key[1])
        key++;
    return key;
}

static size_t indicator_numbered(const struct desk *desk, const char *key)
{
    const struct instrument *instrument = desk->instrument;
    for (size_t i = 0; i < instrument->indicator_count; i++)
        if (strcmp(plain_key(instrument->indicators[i].no, desk->arena), key) == 0)
            return i;
    return NONE;
}

/* How like KEY the name of the indicator is, or its short name. */
static unsigned likeness_of(const struct desk *desk, const struct indicator *indicator,
                            const char *key)
{
    unsigned whole = plain_likeness(plain_key(indicator->name, desk->arena), key);
    if (!indicator->short_name)
        return whole;
    unsigned brief = plain_likeness(plain_key(indicator->short_name, desk->arena), key);
    return MAX(whole, brief);
}

/* Returns the indicator of that name; *NEAR: of nearly that name, if no other is as near. */
size_t indicator_named(const struct desk *desk, const char *key, bool *near)
{
    enum { NEARLY = 85, MARGIN = 5, SHORT = 10 };
    const struct instrument *instrument = desk->instrument;
    unsigned best = 0, second = 0;
    size_t found = NONE;
    for (size_t i = 0; strlen(key) >= SHORT && i < instrument->indicator_count; i++) {
        unsigned likeness = likeness_of(desk, &instrument->indicators[i], key);
        second = likeness > best ? best : MAX(second, likeness);
        found = likeness > best ? i : found;
        best = MAX(best, likeness);
    }
    *near = best < 100;
    return best == 100 || (best >= NEARLY && best >= second + MARGIN) ? found : NONE;
}

/* Returns the name behind the number in "1 tingkat kematangan ...", or NULL. */
const char *behind_number(const char *key)
{
    const char *space = strchr(key, ' ');
    return space && g_ascii_isalpha(space[1]) ? space + 1 : NULL;
}

size_t indicator_called(const struct desk *desk, const char *text, bool *near)
{
    const char *key = number_part(desk, plain_key(text, desk->arena));
    const char *name = behind_number(key);
    size_t numbered = indicator_numbered(desk, key);
    *near = false;
    if (numbered != NONE || !name)
        return numbered != NONE ? numbered : indicator_named(desk, key, near);
    /* A number and a name: both must mean the same. */
    g_autofree char *number = g_strndup(key, (gsize)(name - key - 1));
    numbered = indicator_numbered(desk, number);
    if (numbered == NONE)
        return indicator_named(desk, key, near);
    return indicator_named(desk, name, near) == numbered ? numbered : NONE;
}

const char *indicator_of_item(struct desk *desk, struct import_origin origin)
{
    const struct instrument *instrument = desk->instrument;
    const char *text = grid_cell(origin.grid, origin.row, origin.column).text;
    const char *code = plain_text(text, NULL, desk->arena);
    const size_t item = instrument_item(instrument, code);
    for (size_t i = 0; item != NONE && i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        if (item >= indicator->item_first && item < indicator->item_first + indicator->item_count)
            return indicator->no;
    }
    desk_note(desk,
              (struct import_finding){.severity = SEVERITY_ERROR,
                                      .id = "item-unknown",
                                      .origin = origin,
                                      .hint = N_("look the code up in the instrument")},
              N_("%s has no item \"%s\""), instrument->id, code);
    return NULL;
}
