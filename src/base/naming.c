#include "rapor/base/naming.h"

#include "rapor/base/arena.h"
#include "rapor/base/letters.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Names of places have hyphens in them: "tabel-aspek" is one word. */
static bool is_inside_word(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* Whether a word ends at TEXT; Indonesian says "its" at the end of one. */
static bool is_end(const char *text)
{
    const char *after = g_str_has_prefix(text, "nya") ? text + strlen("nya") : text;
    return !is_inside_word(*after);
}

/* Returns how long WORD is at TEXT, in any letters and spaces; 0 where it does not stand there. */
static size_t length_at(const char *text, const char *word)
{
    const char *at = text;
    for (; *word; word++) {
        if (*word == ' ') {
            const size_t spaces = strspn(at, " \t\r\n");
            if (spaces == 0)
                return 0;
            at += spaces;
        } else if (g_ascii_tolower(*at++) != *word)
            return 0;
    }
    return is_end(at) ? (size_t)(at - text) : 0;
}

static const struct named_as *longest_at(const struct namings *naming, const char *text,
                                         size_t *length)
{
    const struct named_as *found = NULL;
    *length = 0;
    for (size_t i = 0; i < naming->count; i++) {
        const size_t here = length_at(text, naming->items[i].word);
        if (here > *length) {
            *length = here;
            found = &naming->items[i];
        }
    }
    return found;
}

/* What it is called, in capitals where all of the word at TEXT is. */
static const char *as_written(const struct named_as *called, const char *text, size_t length,
                              struct arena *arena)
{
    const char *word = arena_strndup(arena, text, length);
    if (strcmp(word, letters_upper(word, arena)) == 0)
        return letters_upper(called->as, arena);
    return g_ascii_isupper(*text) ? letters_capitalize(called->as, arena) : called->as;
}

/* Two words that have become the same are said once: "nilai tingkat", both called "nilai". */
static void put_called(GString *text, const char *called)
{
    const size_t length = strlen(called);
    const bool same =
        text->len > length && text->str[text->len - 1] == ' ' &&
        g_ascii_strncasecmp(text->str + text->len - 1 - length, called, length) == 0 &&
        (text->len == length + 1 || !is_inside_word(text->str[text->len - length - 2]));
    if (same)
        g_string_truncate(text, text->len - 1);
    else
        g_string_append(text, called);
}

const char *naming_put(const struct namings *naming, const char *text, struct arena *arena)
{
    if (!naming || naming->count == 0)
        return text;
    g_autoptr(GString) put = g_string_new(NULL);
    bool inside = false, changed = false;
    for (const char *at = text; *at;) {
        size_t length = 0;
        const struct named_as *called = inside ? NULL : longest_at(naming, at, &length);
        if (called) {
            put_called(put, as_written(called, at, length, arena));
            changed = true;
        } else {
            length = 1;
            g_string_append_c(put, *at);
        }
        at += length;
        inside = is_inside_word(at[-1]);
    }
    return changed ? arena_strndup(arena, put->str, put->len) : text;
}
