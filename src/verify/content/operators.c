#include "operators.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* In the order of strcmp, to be searched. */
static const struct operator operators[] = {
    {"\"", "nns", ACT_SHOW, IN_TEXT},
    {"'", "s", ACT_SHOW, IN_TEXT},
    {"B", "", ACT_PAINT, OUTSIDE_TEXT},
    {"B*", "", ACT_PAINT, OUTSIDE_TEXT},
    {"BDC", "mp", ACT_BEGIN_MARK, ANYWHERE},
    {"BI", "", ACT_IMAGE, OUTSIDE_TEXT},
    {"BMC", "m", ACT_BEGIN_MARK, ANYWHERE},
    {"BT", "", ACT_BEGIN_TEXT, OUTSIDE_TEXT},
    {"BX", "", ACT_NONE, ANYWHERE},
    {"CS", "m", ACT_SPACE, ANYWHERE},
    {"DP", "mp", ACT_NONE, ANYWHERE},
    {"Do", "m", ACT_OBJECT, OUTSIDE_TEXT},
    {"EI", "", ACT_NONE, OUTSIDE_TEXT},
    {"EMC", "", ACT_END_MARK, ANYWHERE},
    {"ET", "", ACT_END_TEXT, IN_TEXT},
    {"EX", "", ACT_NONE, ANYWHERE},
    {"F", "", ACT_PAINT, OUTSIDE_TEXT},
    {"G", "n", ACT_GRAY, ANYWHERE},
    {"ID", "*", ACT_IMAGE_DATA, OUTSIDE_TEXT},
    {"J", "n", ACT_NONE, ANYWHERE},
    {"K", "nnnn", ACT_CMYK, ANYWHERE},
    {"M", "n", ACT_NONE, ANYWHERE},
    {"MP", "m", ACT_NONE, ANYWHERE},
    {"Q", "", ACT_RESTORE, OUTSIDE_TEXT},
    {"RG", "nnn", ACT_RGB, ANYWHERE},
    {"S", "", ACT_PAINT, OUTSIDE_TEXT},
    {"SC", "*", ACT_NONE, ANYWHERE},
    {"SCN", "*", ACT_PATTERN, ANYWHERE},
    {"T*", "", ACT_NONE, IN_TEXT},
    {"TD", "nn", ACT_NONE, IN_TEXT},
    {"TJ", "a", ACT_SHOW, IN_TEXT},
    {"TL", "n", ACT_NONE, ANYWHERE},
    {"Tc", "n", ACT_NONE, ANYWHERE},
    {"Td", "nn", ACT_NONE, IN_TEXT},
    {"Tf", "mn", ACT_FONT, ANYWHERE},
    {"Tj", "s", ACT_SHOW, IN_TEXT},
    {"Tm", "nnnnnn", ACT_NONE, IN_TEXT},
    {"Tr", "n", ACT_MODE, ANYWHERE},
    {"Ts", "n", ACT_NONE, ANYWHERE},
    {"Tw", "n", ACT_NONE, ANYWHERE},
    {"Tz", "n", ACT_NONE, ANYWHERE},
    {"W", "", ACT_NONE, OUTSIDE_TEXT},
    {"W*", "", ACT_NONE, OUTSIDE_TEXT},
    {"b", "", ACT_PAINT, OUTSIDE_TEXT},
    {"b*", "", ACT_PAINT, OUTSIDE_TEXT},
    {"c", "nnnnnn", ACT_NONE, OUTSIDE_TEXT},
    {"cm", "nnnnnn", ACT_NONE, OUTSIDE_TEXT},
    {"cs", "m", ACT_SPACE, ANYWHERE},
    {"d", "an", ACT_NONE, ANYWHERE},
    {"d0", "nn", ACT_GLYPH, OUTSIDE_TEXT},
    {"d1", "nnnnnn", ACT_GLYPH, OUTSIDE_TEXT},
    {"f", "", ACT_PAINT, OUTSIDE_TEXT},
    {"f*", "", ACT_PAINT, OUTSIDE_TEXT},
    {"g", "n", ACT_GRAY, ANYWHERE},
    {"gs", "m", ACT_STATE, ANYWHERE},
    {"h", "", ACT_NONE, OUTSIDE_TEXT},
    {"i", "n", ACT_NONE, ANYWHERE},
    {"j", "n", ACT_NONE, ANYWHERE},
    {"k", "nnnn", ACT_CMYK, ANYWHERE},
    {"l", "nn", ACT_NONE, OUTSIDE_TEXT},
    {"m", "nn", ACT_NONE, OUTSIDE_TEXT},
    {"n", "", ACT_NONE, OUTSIDE_TEXT},
    {"q", "", ACT_SAVE, OUTSIDE_TEXT},
    {"re", "nnnn", ACT_NONE, OUTSIDE_TEXT},
    {"rg", "nnn", ACT_RGB, ANYWHERE},
    {"ri", "m", ACT_INTENT, ANYWHERE},
    {"s", "", ACT_PAINT, OUTSIDE_TEXT},
    {"sc", "*", ACT_NONE, ANYWHERE},
    {"scn", "*", ACT_PATTERN, ANYWHERE},
    {"sh", "m", ACT_SHADING, OUTSIDE_TEXT},
    {"v", "nnnn", ACT_NONE, OUTSIDE_TEXT},
    {"w", "n", ACT_NONE, ANYWHERE},
    {"y", "nnnn", ACT_NONE, OUTSIDE_TEXT},
};

static int by_name(const void *name, const void *row)
{
    return strcmp(name, ((const struct operator*)row)->name);
}

const struct operator* operator_named(const char *name)
{
    return bsearch(name, operators, G_N_ELEMENTS(operators), sizeof *operators, by_name);
}
