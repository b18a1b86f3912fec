/* Days as people type them. */
#include "plain.h"
#include "value.h"

#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"

#include <string.h>

/* Indonesian and English, and how they are cut short. */
static const char *const months[] = {"januari|january|jan",
                                     "februari|february|feb|peb|pebruari",
                                     "maret|march|mar",
                                     "april|apr",
                                     "mei|may",
                                     "juni|june|jun",
                                     "juli|july|jul",
                                     "agustus|august|agu|agt|ags|aug",
                                     "september|sep|sept",
                                     "oktober|october|okt|oct",
                                     "november|nov|nopember|nop",
                                     "desember|december|des|dec"};

static int month_called(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(months); i++) {
        g_auto(GStrv) names = g_strsplit(months[i], "|", -1);
        if (g_strv_contains((const char *const *)names, word))
            return (int)i + 1;
    }
    return 0;
}

static const char *day_text(int year, int month, int day, struct arena *arena)
{
    const char *text = arena_printf(arena, "%04d-%02d-%02d", year, month, day);
    return numeral_is_date(text) ? text : NULL;
}

static int number_of(const char *word, size_t least, size_t most)
{
    size_t length = strlen(word);
    bool number = length >= least && length <= most && strspn(word, "0123456789") == length;
    return number ? atoi(word) : 0;
}

/* "31", "desember", "2024"; "31", "12", "2024"; "2024", "12", "31". */
static const char *of_words(char **words, const char **other, struct arena *arena)
{
    int year = number_of(words[2], 4, 4), day = number_of(words[0], 1, 2);
    int month = month_called(words[1]), second = number_of(words[1], 1, 2);
    if (year && day && month)
        return day_text(year, month, day, arena);
    if (year && month_called(words[0]) && second) /* "December 31, 2024" */
        return day_text(year, month_called(words[0]), second, arena);
    if (number_of(words[0], 4, 4) && second && number_of(words[2], 1, 2))
        return day_text(number_of(words[0], 4, 4), second, number_of(words[2], 1, 2), arena);
    if (!year || !day || !second)
        return NULL;
    const char *as_here = day_text(year, second, day, arena);
    const char *as_there = day_text(year, day, second, arena);
    if (as_here && as_there && strcmp(as_here, as_there) != 0)
        *other = as_there;
    return as_here ? as_here : as_there;
}

/* Programs write the time of midnight behind a day. */
static const char *without_midnight(const char *text, struct arena *arena)
{
    static const char *const times[] = {" 00:00:00", "T00:00:00", "T00:00:00Z", " 00:00"};
    for (size_t i = 0; i < G_N_ELEMENTS(times); i++)
        if (g_str_has_suffix(text, times[i]))
            return arena_strndup(arena, text, strlen(text) - strlen(times[i]));
    return text;
}

const char *date_of_text(const char *text, const char **other, struct arena *arena)
{
    static const char *const days[] = {"senin",    "selasa", "rabu",     "kamis",   "jumat",
                                       "sabtu",    "minggu", "monday",   "tuesday", "wednesday",
                                       "thursday", "friday", "saturday", "sunday",  "tanggal",
                                       "tgl",      NULL};
    g_auto(GStrv) words = g_strsplit(plain_key(without_midnight(text, arena), arena), " ", -1);
    char **first = words;
    *other = NULL;
    while (*first && g_strv_contains(days, *first))
        first++;
    guint count = g_strv_length(first);
    if (count == 1 && number_of(*first, 8, 8))
        return day_text(number_of(*first, 8, 8) / 10000, number_of(*first, 8, 8) / 100 % 100,
                        number_of(*first, 8, 8) % 100, arena);
    return count == 3 ? of_words(first, other, arena) : NULL;
}
