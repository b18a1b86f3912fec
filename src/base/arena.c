#include "rapor/arena.h"

#include <glib.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Built with -DARENA_CHUNK=1, every piece gets its own malloc, so that the
 * address sanitizer sees an overrun of one piece into the next. */
#ifdef ARENA_CHUNK
static const size_t chunk_least = ARENA_CHUNK, chunk_most = ARENA_CHUNK;
#else
/* Each chunk is twice the one before: many arenas live for a few words only. */
static const size_t chunk_least = 2048, chunk_most = (size_t)64 * 1024;
#endif

struct chunk {
    struct chunk *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *chunks; /* newest first */
};

struct arena *arena_create(void)
{
    return g_new0(struct arena, 1);
}

void arena_destroy(struct arena *arena)
{
    if (!arena)
        return;
    for (struct chunk *chunk = arena->chunks; chunk;) {
        struct chunk *next = chunk->next;
        g_free(chunk);
        chunk = next;
    }
    g_free(arena);
}

static struct chunk *add_chunk(struct arena *arena, size_t need)
{
    size_t size = arena->chunks ? MIN(arena->chunks->size * 2, chunk_most) : chunk_least;
    size = MAX(need, size);
    struct chunk *chunk = g_malloc0(sizeof *chunk + size);
    chunk->size = size;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    return chunk;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    const size_t step = alignof(max_align_t);
    if (size != 0 && count > (SIZE_MAX / 2) / size)
        g_error("a single piece of %zu times %zu bytes was asked for", count, size);
    size_t need = (count * size + step - 1) / step * step;

    struct chunk *chunk = arena->chunks;
    if (!chunk || chunk->size - chunk->used < need)
        chunk = add_chunk(arena, need);
    void *room = chunk->bytes + chunk->used;
    chunk->used += need;
    return room;
}

void *arena_grow(struct arena *arena, void *things, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return things;
    *room = *room ? *room * 2 : 8;
    void *more = arena_alloc(arena, *room, size);
    if (count)
        memcpy(more, things, count * size);
    return more;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1, 1);
    memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    char most[128]; /* of the texts fit in, and need to be written only once */
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(most, sizeof most, format, args);
    va_end(args);

    size_t count = length < 0 ? 0 : (size_t)length;
    char *text = arena_alloc(arena, count + 1, 1);
    if (count < sizeof most)
        memcpy(text, most, count);
    else
        vsnprintf(text, count + 1, format, again);
    va_end(again);
    return text;
}
