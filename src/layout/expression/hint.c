#include "rapor/layout/expression.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/language.h"

/* More than so many names help nobody who looks for one. */
#define NAMES_TOLD 24

const char *names_listed(const struct names *names, struct arena *arena)
{
    const char *text = "";
    for (size_t i = 0; i < names->count; i++)
        text = arena_printf(arena, "%s%s%s", text, i > 0 ? ", " : "", names->items[i]);
    return text;
}

const char *hint_of_names(const char *word, const struct names *names, struct arena *arena)
{
    const char *closest = closest_word(word, names->items, names->count);
    if (closest)
        return arena_printf(arena, _("did you mean \"%s\"?"), closest);
    if (names->count == 0 || names->count > NAMES_TOLD)
        return NULL;
    return arena_printf(arena, names->count == 1 ? _("there is only: %s") : _("there are: %s"),
                        names_listed(names, arena));
}
