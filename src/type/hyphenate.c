/* Where words may be divided, by the patterns that office programs use. */
#include "type.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"

#include <hyphen.h>
#include <stdio.h>
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
    const struct patterns *patterns = patterns_of(fonts, language);
    if (length < BEFORE + BEHIND || length > LONGEST)
        return true;
    return patterns && divide(patterns->dictionary, word, length, points);
}

/* The library takes what it cannot read for the end, and divides words by the rest. */
static HyphenDict *load(const char *path, GError **error)
{
    gsize size;
    g_autofree char *bytes = disk_read(path, FAILURE_UNAVAILABLE, &size, error);
    FILE *file = bytes && size > 0 ? fmemopen(bytes, size, "r") : NULL;
    HyphenDict *dictionary = file ? hnj_hyphen_load_file(file) : NULL;
    if (file)
        fclose(file);
    if (bytes && !dictionary)
        fail(error, FAILURE_UNAVAILABLE, "%s: these are no patterns for hyphens", path);
    return dictionary;
}

bool patterns_open(struct fonts *fonts, GError **error)
{
    bool read = true;
    for (size_t i = 0; read && fonts->languages[i]; i++) {
        fonts->patterns[i].dictionary = load(fonts->patterns[i].path, error);
        read = fonts->patterns[i].dictionary != NULL;
    }
    return read;
}

void patterns_close(struct fonts *fonts)
{
    for (size_t i = 0; fonts->languages && fonts->languages[i]; i++)
        if (fonts->patterns[i].dictionary)
            hnj_hyphen_free(fonts->patterns[i].dictionary);
}
