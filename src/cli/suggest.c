#include "suggest.h"

#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <string.h>

#define FEW 50 /* words that may be listed in a message */

static char *listed(const struct choice *choice)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < choice->count; i++)
        g_string_append_printf(text, "%s%s", i ? ", " : "", choice->words[i]);
    return g_string_free(text, FALSE);
}

bool choice_has(const struct choice *choice, const char *word, GError **error)
{
    for (size_t i = 0; i < choice->count; i++)
        if (strcmp(choice->words[i], word) == 0)
            return true;

    const char *close = closest_word(word, choice->words, choice->count);
    if (close)
        return fail(error, FAILURE_USAGE, "unknown %s \"%s\"\nhint: did you mean \"%s\"?",
                    _(choice->what), word, close);
    if (choice->count == 0 || choice->count > FEW)
        return fail(error, FAILURE_USAGE, "unknown %s \"%s\"", _(choice->what), word);
    g_autofree char *all = listed(choice);
    return fail(error, FAILURE_USAGE, "unknown %s \"%s\"\nhint: it is one of %s", _(choice->what),
                word, all);
}
