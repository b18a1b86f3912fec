#include "rapor/base/arena.h"

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

/* Memory is zeroed a little ahead of what is given away: not for each small piece, and not
 * where nothing will ever be. */
static const size_t clean_ahead = 1024;

struct chunk {
    struct chunk *next;
    size_t used, clean, size; /* bytes given away; zeroed; there are */
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *chunks; /* newest first; in the oldest lies the arena itself */
    size_t held;          /* bytes of all of them */
};

static struct chunk *chunk_create(size_t size, struct chunk *next)
{
    struct chunk *chunk = g_malloc(sizeof *chunk + size);
    *chunk = (struct chunk){.next = next, .size = size};
    return chunk;
}

struct arena *arena_create(void)
{
    struct chunk *chunk = chunk_create(MAX(chunk_least, sizeof(struct arena)), NULL);
    struct arena *arena = (struct arena *)chunk->bytes;
    chunk->used = chunk->clean = sizeof *arena;
    arena->chunks = chunk;
    arena->held = chunk->size;
    return arena;
}

/* Frees the chunks that are newer than LAST; NULL: all of them, and with them the arena. */
static void free_until(struct arena *arena, struct chunk *last)
{
    struct chunk *chunk = arena->chunks;
    while (chunk != last) {
        struct chunk *next = chunk->next;
        arena->held -= chunk->size;
        g_free(chunk); /* with the arena, where it is the oldest */
        chunk = next;
    }
    if (last)
        arena->chunks = last;
}

void arena_destroy(struct arena *arena)
{
    if (arena)
        free_until(arena, NULL);
}

size_t arena_held(const struct arena *arena)
{
    return arena->held;
}

static struct chunk *add_chunk(struct arena *arena, size_t need)
{
    size_t size = MIN(arena->chunks->size * 2, chunk_most);
    arena->chunks = chunk_create(MAX(need, size), arena->chunks);
    arena->held += arena->chunks->size;
    return arena->chunks;
}

/* Returns room for COUNT things of SIZE bytes, zeroed but for the first WRITTEN bytes, which will
 * be written at once. */
static inline void *room_for(struct arena *arena, size_t count, size_t size, size_t written)
{
    const size_t step = alignof(max_align_t);
    size_t need;
    if (__builtin_mul_overflow(count, size, &need) || need > SIZE_MAX / 2)
        g_error("a single piece of %zu times %zu bytes was asked for", count, size);

    struct chunk *chunk = arena->chunks;
    size_t at = (chunk->used + step - 1) / step * step;
    if (at + need > chunk->size) { /* neither is near SIZE_MAX */
        chunk = add_chunk(arena, need);
        at = 0;
    }
    chunk->used = at + need;
    if (chunk->used > chunk->clean) {
        const size_t begin = MAX(chunk->clean, at + written);
        const size_t end = MIN(chunk->used + clean_ahead, chunk->size);
        memset(chunk->bytes + begin, 0, end - begin);
        chunk->clean = end;
    }
    return chunk->bytes + at;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    return room_for(arena, count, size, 0);
}

void *arena_copy(struct arena *arena, const void *things, size_t count, size_t size)
{
    void *copy = room_for(arena, count, size, count * size);
    return count ? memcpy(copy, things, count * size) : copy;
}

/* Returns room for COUNT letters, which need no alignment and will all be written. */
static inline char *room_for_letters(struct arena *arena, size_t count)
{
    struct chunk *chunk = arena->chunks;
    if (chunk->size - chunk->used < count)
        chunk = add_chunk(arena, count);
    char *room = (char *)chunk->bytes + chunk->used;
    chunk->used += count;
    chunk->clean = MAX(chunk->clean, chunk->used);
    return room;
}

/* Many never hold more than one or two: what is large begins with one. */
static size_t first_room(size_t size)
{
    const size_t most = 8, bytes = 128;
    return CLAMP(bytes / size, 1, most);
}

/* Returns where the chunk hangs that holds BYTES bytes of THINGS and nothing else; NULL where they
 * share one with others. */
static struct chunk **chunk_of(struct arena *arena, const void *things, size_t bytes)
{
    if (bytes <= chunk_most)
        return NULL;
    struct chunk **at = &arena->chunks;
    while (*at && (*at)->bytes != things)
        at = &(*at)->next;
    return *at && (*at)->size == bytes ? at : NULL;
}

/* Makes the chunk that hangs AT, all of it given away, hold COUNT things of SIZE bytes. */
static void *widen(struct chunk **at, size_t count, size_t size)
{
    const size_t before = (*at)->size, bytes = count * size;
    struct chunk *chunk = g_realloc(*at, sizeof *chunk + bytes);
    memset(chunk->bytes + before, 0, bytes - before);
    chunk->used = chunk->clean = chunk->size = bytes;
    *at = chunk;
    return chunk->bytes;
}

void *arena_grow(struct arena *arena, void *things, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return things;
    struct chunk **alone = chunk_of(arena, things, *room * size);
    if (alone) {
        const size_t wider = (*room + 1) / 2;
        arena->held += wider * size;
        return widen(alone, *room += wider, size);
    }
    *room = *room ? *room * 2 : first_room(size);
    void *more = room_for(arena, *room, size, count * size);
    if (count)
        memcpy(more, things, count * size);
    return more;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = room_for_letters(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->chunks, arena->chunks->used};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    free_until(arena, mark.chunk);
    mark.chunk->used = mark.chunk->clean = mark.used;
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
    char *text = room_for_letters(arena, count + 1);
    if (count < sizeof most)
        memcpy(text, most, count);
    else
        vsnprintf(text, count + 1, format, again);
    text[count] = '\0';
    va_end(again);
    return text;
}
