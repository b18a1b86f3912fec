#include "shape.h"

#include "rapor/arena.h"
#include "rapor/digest.h"
#include "rapor/numeral.h"

/* The words that a seal vouches for, while they are collected. */
struct words {
    GString *text;
    struct arena *arena; /* of the numbers among them */
};

static void add(struct words *words, const char *word)
{
    g_string_append_c(words->text, ' ');
    g_string_append(words->text, word);
}

static void add_whole(struct words *words, int64_t number)
{
    add(words, numeral_whole(number, words->arena));
}

/* Begins with what is the same for all results of a year. */
static struct words words_of(const struct evaluation *evaluation)
{
    struct words words = {g_string_new(evaluation->instrument->id), arena_create()};
    add(&words, evaluation->year);
    add(&words, evaluation->decree.number ? evaluation->decree.number : "-");
    return words;
}

static void seal(struct words *words, struct pen *pen)
{
    const size_t letters = 8;
    g_autofree char *digest = digest_bytes(words->text->str, words->text->len);
    char *mark = arena_strndup(pen->scratch, digest, letters);
    for (size_t i = 0; i < letters; i++)
        mark[i] = g_ascii_toupper(mark[i]);
    pen->attribute(pen, "seal", mark);
    g_string_free(words->text, TRUE);
    arena_destroy(words->arena);
}

/* Nothing of other institutions is in it: their papers stay as they are. */
void shape_seal(const struct shape *shape, struct pen *pen, size_t institution)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    const struct standing *standing = &shape->standings->all[institution];
    const int32_t *levels = standing->institution->levels;
    if (standing->basis == BASIS_NONE)
        return;
    struct words words = words_of(evaluation);
    add(&words, standing->institution->code);
    add(&words, numeral_fraction(standing->index.sum, standing->index.whole, words.arena));
    for (size_t i = 0; levels && i < evaluation->instrument->indicator_count; i++)
        add_whole(&words, levels[i]);
    seal(&words, pen);
}

void shape_seal_all(const struct shape *shape, struct pen *pen)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    struct words words = words_of(evaluation);
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        add(&words, evaluation->institutions[i].code);
        add_whole(&words, shape->standings->all[i].index.printed);
    }
    seal(&words, pen);
}
