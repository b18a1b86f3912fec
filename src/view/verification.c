#include "verification.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/numeral.h"

#include <glib.h>

/* The words that a code vouches for, while they are collected. */
struct code_words {
    GString *text;
    struct arena *arena; /* of the numbers among them */
};

static void add(struct code_words *words, const char *word)
{
    g_string_append_c(words->text, ' ');
    g_string_append(words->text, word);
}

static void add_whole(struct code_words *words, int64_t number)
{
    add(words, numeral_whole(number, words->arena));
}

/* Begins with what is the same for all results of a year. */
static struct code_words words_of(const struct evaluation *evaluation)
{
    struct code_words words = {g_string_new(evaluation->instrument->id), arena_create()};
    add(&words, evaluation->year);
    add(&words, evaluation->decree.number ? evaluation->decree.number : "-");
    return words;
}

static const char *code_of(struct code_words *words, struct arena *arena)
{
    const size_t letters = 8;
    g_autofree char *digest = digest_bytes(words->text->str, words->text->len);
    char *mark = arena_strndup(arena, digest, letters);
    for (size_t i = 0; i < letters; i++)
        mark[i] = g_ascii_toupper(mark[i]);
    g_string_free(words->text, TRUE);
    arena_destroy(words->arena);
    return mark;
}

/* Nothing of other institutions is in it: their papers stay as they are. */
const char *verification_of(const struct standings *standings, size_t institution,
                            struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const struct standing *standing = &standings->all[institution];
    const int32_t *levels = standing->institution->levels;
    if (standing->basis == BASIS_NONE)
        return NULL;
    struct code_words words = words_of(evaluation);
    add(&words, standing->institution->code);
    add(&words, numeral_fraction(standing->index.sum, standing->index.whole, words.arena));
    for (size_t i = 0; levels && i < evaluation->instrument->indicator_count; i++)
        add_whole(&words, levels[i]);
    return code_of(&words, arena);
}

const char *verification_of_all(const struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    struct code_words words = words_of(evaluation);
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        add(&words, evaluation->institutions[i].code);
        add_whole(&words, standings->all[i].index.printed);
    }
    return code_of(&words, arena);
}
