/* arena.h - memory that is freed all at once.
 *
 * Whatever is read, computed or composed lives in an arena; nobody frees a
 * single piece.  One arena lives for the run, one for each document.
 * Allocation never returns NULL: out of memory ends the program. */
#ifndef RAPOR_BASE_ARENA_H
#define RAPOR_BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_create(void);
void arena_destroy(struct arena *arena);      /* NULL is welcome */
size_t arena_held(const struct arena *arena); /* bytes, given away or not yet */

/* Returns room for COUNT things of SIZE bytes, zeroed and aligned for any type. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* Returns a copy of COUNT things of SIZE bytes. */
void *arena_copy(struct arena *arena, const void *things, size_t count, size_t size);

/* Returns room for at least MORE than COUNT things: THINGS itself while *ROOM
 * suffices, else a larger copy; where THINGS were is not to be used any more.  *ROOM is kept up
 * to date. */
void *arena_grow(struct arena *arena, void *things, size_t count, size_t *room, size_t size);

/* Returns a copy of the text; of its first LENGTH bytes; the formatted text. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* How far an arena has come; what it gives away afterwards can be taken back, unless something
 * from before has grown. */
struct arena_mark {
    struct chunk *chunk;
    size_t used;
};

struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_alloc((arena), (count), sizeof(type)))

#endif
