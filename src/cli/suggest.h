/* suggest.h - words that are not known, and what may have been meant. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Words to choose from, and what one of them is called: "region". */
struct choice {
    const char *what;
    const char *const *words;
    size_t count;
};

/* Returns true if WORD is one of them; else sets ERROR to a usage failure that
 * suggests the closest, or lists them all where they are few. */
bool choice_has(const struct choice *choice, const char *word, GError **error);

#endif
