#include "marks.h"

#include "rapor/base/arena.h"

#include <glib.h>

struct marks {
    struct arena *arena;
    GHashTable *known; /* by owner and number */
    GPtrArray *all;
};

struct marks *marks_create(struct arena *arena)
{
    struct marks *marks = ARENA_NEW(arena, struct marks);
    marks->arena = arena;
    marks->known = g_hash_table_new(g_int64_hash, g_int64_equal);
    marks->all = g_ptr_array_new();
    return marks;
}

void marks_destroy(struct marks *marks)
{
    if (!marks)
        return;
    g_hash_table_destroy(marks->known);
    g_ptr_array_free(marks->all, TRUE);
}

static gint64 key_of(unsigned owner, unsigned number)
{
    return (gint64)((guint64)owner << 32 | number);
}

struct content_mark *marks_find(const struct marks *marks, unsigned owner, unsigned number)
{
    gint64 key = key_of(owner, number);
    return g_hash_table_lookup(marks->known, &key);
}

struct content_mark *marks_add(struct marks *marks, unsigned owner, unsigned number)
{
    struct content_mark *mark = marks_find(marks, owner, number);
    if (mark)
        return mark;
    gint64 *key = ARENA_NEW(marks->arena, gint64);
    *key = key_of(owner, number);
    mark = ARENA_NEW(marks->arena, struct content_mark);
    mark->owner = owner;
    mark->number = number;
    mark->order = marks->all->len;
    g_hash_table_insert(marks->known, key, mark);
    g_ptr_array_add(marks->all, mark);
    return mark;
}

struct content_mark *const *marks_all(const struct marks *marks, size_t *count)
{
    *count = marks->all->len;
    return (struct content_mark *const *)marks->all->pdata;
}
