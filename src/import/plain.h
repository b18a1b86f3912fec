/* plain.h - texts as people type them, brought into one form. */
#ifndef IMPORT_PLAIN_H
#define IMPORT_PLAIN_H

#include <glib.h>
#include <stdbool.h>

struct arena;

/* Returns the text in one line, NFC, with single spaces and none at its ends; *CHANGED
 * is set where spaces had to go that are not plain line ends.  "" for blank. */
const char *plain_text(const char *text, bool *changed, struct arena *arena);

/* Returns letters and digits in small letters, with single spaces between words: for
 * names that are to be known again. */
const char *plain_key(const char *text, struct arena *arena);

/* Returns a letter of another script inside a word in Latin letters, or 0. */
gunichar plain_foreign(const char *text);

/* Returns how alike two keys are, from 0 to 100: by letters that must be changed. */
unsigned plain_likeness(const char *one, const char *other);

/* Returns "3.34" for "3,34", "3" for "3.0", " 3 ", "+3"; NULL for what is no decimal. */
const char *plain_decimal(const char *text, struct arena *arena);

#endif
