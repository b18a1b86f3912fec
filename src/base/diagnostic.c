#include "rapor/base/diagnostic.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct diagnostics {
    struct arena *arena;
    struct diagnostic *kept;
    size_t kept_count, room, most; /* most: kept of each severity */
    size_t counts[SEVERITY_COUNT];
};

static struct diagnostics *create(size_t most)
{
    struct diagnostics *diagnostics = g_new0(struct diagnostics, 1);
    diagnostics->arena = arena_create();
    diagnostics->most = most;
    return diagnostics;
}

struct diagnostics *diagnostics_create(void)
{
    return create(DIAGNOSTICS_KEPT);
}

struct diagnostics *diagnostics_create_endless(void)
{
    return create(SIZE_MAX);
}

void diagnostics_destroy(struct diagnostics *diagnostics)
{
    if (!diagnostics)
        return;
    arena_destroy(diagnostics->arena);
    g_free(diagnostics);
}

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

void diagnostics_add(struct diagnostics *diagnostics, const struct diagnostic *diagnostic)
{
    if (diagnostics->counts[diagnostic->severity]++ >= diagnostics->most)
        return;

    struct arena *arena = diagnostics->arena;
    diagnostics->kept = arena_grow(arena, diagnostics->kept, diagnostics->kept_count,
                                   &diagnostics->room, sizeof *diagnostics->kept);
    diagnostics->kept[diagnostics->kept_count++] = (struct diagnostic){
        .severity = diagnostic->severity,
        .id = copy(arena, diagnostic->id),
        .file = copy(arena, diagnostic->file),
        .line = diagnostic->line,
        .column = diagnostic->column,
        .source = copy(arena, diagnostic->source),
        .text = copy(arena, diagnostic->text),
        .hint = copy(arena, diagnostic->hint),
        .page = diagnostic->page,
        .object = diagnostic->object,
        .clause = copy(arena, diagnostic->clause),
    };
}

size_t diagnostics_count(const struct diagnostics *diagnostics, enum severity severity)
{
    return diagnostics->counts[severity];
}

const struct diagnostic *diagnostics_kept(const struct diagnostics *diagnostics, size_t *count)
{
    *count = diagnostics->kept_count;
    return diagnostics->kept;
}

static int compare(const struct diagnostic *left, const struct diagnostic *right)
{
    int files = g_strcmp0(left->file, right->file);
    if (files != 0)
        return files;
    if (left->line != right->line)
        return left->line < right->line ? -1 : 1;
    return (left->column > right->column) - (left->column < right->column);
}

/* By insertion: there are few, and equals must stay in their order. */
void diagnostics_sort(struct diagnostics *diagnostics)
{
    struct diagnostic *kept = diagnostics->kept;
    for (size_t i = 1; i < diagnostics->kept_count; i++) {
        struct diagnostic moved = kept[i];
        size_t place = i;
        for (; place > 0 && compare(&kept[place - 1], &moved) > 0; place--)
            kept[place] = kept[place - 1];
        kept[place] = moved;
    }
}

/* Three rows of the table of distances between the beginnings of two words. */
struct edit_rows {
    size_t *before, *above, *row;
};

/* The distance between the first I letters of WORD and J of OTHER: insert, drop,
 * replace, or swap two neighbours (optimal string alignment). */
static size_t distance_at(const struct edit_rows *rows, const char *word, const char *other,
                          size_t i, size_t j)
{
    size_t best = rows->above[j - 1] + (word[i - 1] != other[j - 1]);
    best = MIN(best, rows->above[j] + 1);
    best = MIN(best, rows->row[j - 1] + 1);
    if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1])
        best = MIN(best, rows->before[j - 2] + 1);
    return best;
}

static size_t edit_distance(const char *word, const char *other, struct arena *arena)
{
    const size_t width = strlen(other) + 1;
    struct edit_rows rows = {
        .before = ARENA_ARRAY(arena, width, size_t),
        .above = ARENA_ARRAY(arena, width, size_t),
        .row = ARENA_ARRAY(arena, width, size_t),
    };
    for (size_t j = 0; j < width; j++)
        rows.above[j] = j;
    for (size_t i = 1; word[i - 1]; i++) {
        rows.row[0] = i;
        for (size_t j = 1; j < width; j++)
            rows.row[j] = distance_at(&rows, word, other, i, j);
        rows = (struct edit_rows){.before = rows.above, .above = rows.row, .row = rows.before};
    }
    return rows.above[width - 1];
}

const char *closest_word(const char *word, const char *const *words, size_t count)
{
    const size_t length = strlen(word), longest = 64;
    const char *closest = NULL;
    size_t nearest = 2 + length / 4; /* as far away it is another word */
    if (length > longest)
        return NULL;

    struct arena *arena = arena_create();
    for (size_t i = 0; i < count; i++) {
        size_t distance = edit_distance(word, words[i], arena);
        if (distance >= nearest || distance >= MAX(length, strlen(words[i])))
            continue;
        nearest = distance;
        closest = words[i];
    }
    arena_destroy(arena);
    return closest;
}
