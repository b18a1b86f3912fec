/* Where words may be divided, by the patterns that office programs use. */
#include "type.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

enum { BEFORE = 2, BEHIND = 3, LONGEST = 60 }; /* letters */

static struct patterns *patterns_of(const struct fonts *fonts, const char *language)
{
    for (size_t i = 0; fonts->languages[i]; i++)
        if (strcmp(fonts->languages[i], language) == 0)
            return &fonts->patterns[i];
    return NULL;
}

static void drop_changes(char **changes, int *places, int *lengths, size_t count)
{
    for (size_t i = 0; changes && i < count; i++)
        free(changes[i]);
    free(changes);
    free(places);
    free(lengths);
}

/* Points at which the spelling would change are left out. */
static bool divide(HyphenDict *dictionary, const char *word, size_t length, bool *points)
{
    char alone[LONGEST + 1] = "", marks[LONGEST + 5]; /* the library looks on up to a NUL */
    char **changes = NULL;
    int *places = NULL, *lengths = NULL;
    memcpy(alone, word, length);
    bool done = hnj_hyphen_hyphenate3(dictionary, alone, (int)length, marks, NULL, &changes,
                                      &places, &lengths, BEFORE, BEHIND, BEFORE, BEHIND) == 0;
    for (size_t i = 0; done && i < length; i++)
        points[i] = (marks[i] & 1) && !(changes && changes[i]) && i + 1 >= BEFORE &&
                    i + 1 + BEHIND <= length;
    drop_changes(changes, places, lengths, length);
    return done;
}

bool fonts_hyphens(struct fonts *fonts, const char *language, const char *word, size_t length,
                   bool *points)
{
    memset(points, 0, length * sizeof *points);
    struct patterns *patterns = patterns_of(fonts, language);
    if (length < BEFORE + BEHIND || length > LONGEST)
        return true;
    if (patterns && !patterns->dictionary)
        patterns->dictionary = hnj_hyphen_load(patterns->path);
    return patterns && patterns->dictionary && divide(patterns->dictionary, word, length, points);
}

void patterns_close(struct fonts *fonts)
{
    for (size_t i = 0; fonts->languages && fonts->languages[i]; i++)
        if (fonts->patterns[i].dictionary)
            hnj_hyphen_free(fonts->patterns[i].dictionary);
}
