/* What is kept from one document to the next, and how it is found again.
 *
 * Six hundred letters say nearly the same: equal text is shaped and broken once a worker.  A
 * text is found by a key of whole numbers (a hash table with open addressing, linear probing,
 * half empty): for each run the number of its look, its kind and its bytes.  A look is a style
 * by what it says, since a pointer tells styles apart within one document only; looks are
 * interned, so that a key holds a number and never compares styles.  Only what changes words
 * or lines belongs to a look: color, indents and spaces are applied by whoever puts the lines.
 * A key that said too little would print one style in the place of another: same_look() is
 * guarded below, and tests/unit/text_test.c sets text with and without what is kept.
 *
 * It all lives in the fonts' memory and goes when that has grown too large (fonts_trim()). */
#include "keep.h"

#include "shaped_text.h"

#include "rapor/base/arena.h"

#include <string.h>

enum { SLOTS_LEAST = 1024, INK_LEAST = 4096, PAGE_LEAST = 1024 };

/* Returns THINGS with room for one more than COUNT. */
static void *grow(struct typesetter *typesetter, void *things, size_t count, size_t *room,
                  size_t size)
{
    if (count < *room)
        return things;
    *room = *room ? *room * 2 : 16;
    void *more = fonts_keep(typesetter->fonts, *room, size);
    if (count)
        memcpy(more, things, count * size);
    return more;
}

struct kept *kept_of(struct typesetter *typesetter)
{
    struct kept **place = fonts_kept(typesetter->fonts);
    struct kept *kept = *place;
    if (kept)
        return kept;
    kept = *place = fonts_keep(typesetter->fonts, 1, sizeof *kept);
    kept->slot_count = SLOTS_LEAST;
    kept->slots = fonts_keep(typesetter->fonts, kept->slot_count, sizeof(struct shaped_text *));
    kept->ink.room = INK_LEAST;
    kept->ink.items = fonts_keep(typesetter->fonts, INK_LEAST, sizeof *kept->ink.items);
    kept->page.room = PAGE_LEAST;
    kept->page.items = fonts_keep(typesetter->fonts, PAGE_LEAST, sizeof *kept->page.items);
    return kept;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* All fields of a style, 1 for those that same_look() compares: one that is added does not
 * compile here until somebody has decided. */
static const struct style look_fields __attribute__((unused)) = {
    "", "1", 1, 1, 1, 1, 1, 1, 1, 1, 0, "1", 1, ALIGN_LEFT, 0, 0, 0, 0, 0, 0, 0, {0, 0, 0}};

/* Colour and what a paragraph does around its lines are left to those who put them. */
static bool same_look(const struct style *a, const struct style *b)
{
    return a->size == b->size && a->leading == b->leading && a->bold == b->bold &&
           a->italic == b->italic && a->capitals == b->capitals &&
           a->small_capitals == b->small_capitals && a->tabular == b->tabular &&
           a->no_ligatures == b->no_ligatures && a->tracking == b->tracking &&
           same_text(a->family, b->family) && same_text(a->hyphenate, b->hyphenate);
}

static const char *own_text(struct typesetter *typesetter, const char *text)
{
    if (!text)
        return NULL;
    size_t size = strlen(text) + 1;
    return memcpy(fonts_keep(typesetter->fonts, size, 1), text, size);
}

static struct look *add_look(struct typesetter *typesetter, const struct style *style)
{
    struct kept *kept = kept_of(typesetter);
    struct look *look = fonts_keep(typesetter->fonts, 1, sizeof *look);
    look->style = *style;
    look->style.family = own_text(typesetter, style->family);
    look->style.hyphenate = own_text(typesetter, style->hyphenate);
    look->number = (uint32_t)kept->look_count;
    look->lacks_capitals = style->small_capitals && !fonts_have(typesetter->fonts, style, "smcp");
    look->ascent = fonts_ascent(typesetter->fonts, style);
    look->descent = fonts_descent(typesetter->fonts, style);
    look->baseline = (style->leading - look->ascent - look->descent) / 2 + look->ascent;
    kept->looks =
        grow(typesetter, kept->looks, kept->look_count, &kept->look_room, sizeof(struct look *));
    kept->looks[kept->look_count++] = look;
    return look;
}

static const struct look *find_look(struct typesetter *typesetter, const struct style *style)
{
    const struct kept *kept = kept_of(typesetter);
    for (size_t i = 0; i < kept->look_count; i++)
        if (same_look(&kept->looks[i]->style, style))
            return kept->looks[i];
    return add_look(typesetter, style);
}

const struct look *look_of(struct typesetter *typesetter, const struct style *style)
{
    struct seen *seen = &typesetter->seen[((uintptr_t)style / sizeof *style) % SEEN_STYLES];
    if (seen->style != style)
        *seen = (struct seen){style, find_look(typesetter, style)};
    return seen->look;
}

/* Compares LIST with what stands AT a kept manner; returns where that goes on, or NULL
 * where they differ. */
static const char *skip_list(const char *at, const struct word_list *list)
{
    for (size_t i = 0; at && i < list->count; i++) {
        size_t length = strlen(list->items[i]);
        bool same = strncmp(at, list->items[i], length) == 0 && at[length] == '\1';
        at = same ? at + length + 1 : NULL;
    }
    return at && *at == '\n' ? at + 1 : NULL;
}

static bool is_manner(const char *manner, const struct doc *doc)
{
    for (size_t i = 0; manner && i < doc->binding_count; i++) {
        manner = skip_list(manner, &doc->bindings[i].left);
        manner = manner ? skip_list(manner, &doc->bindings[i].right) : NULL;
    }
    return manner && *manner == '\0';
}

static void write_list(GString *text, const struct word_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        g_string_append(text, list->items[i]);
        g_string_append_c(text, '\1');
    }
    g_string_append_c(text, '\n');
}

static void add_manner(struct typesetter *typesetter, const struct doc *doc)
{
    struct kept *kept = kept_of(typesetter);
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < doc->binding_count; i++) {
        write_list(text, &doc->bindings[i].left);
        write_list(text, &doc->bindings[i].right);
    }
    kept->manners =
        grow(typesetter, kept->manners, kept->manner_count, &kept->manner_room, sizeof(char *));
    kept->manners[kept->manner_count++] = own_text(typesetter, text->str);
}

uint32_t manner_of(struct typesetter *typesetter, const struct doc *doc)
{
    const struct kept *kept = kept_of(typesetter);
    size_t number = 0;
    while (number < kept->manner_count && !is_manner(kept->manners[number], doc))
        number++;
    if (number == kept->manner_count)
        add_manner(typesetter, doc);
    return (uint32_t)number;
}

static struct shaped_text **find(const struct kept *kept, uint64_t hash, const struct text_key *key)
{
    for (size_t i = hash;; i++) {
        struct shaped_text **slot = &kept->slots[i & (kept->slot_count - 1)];
        if (!*slot ||
            ((*slot)->hash == hash && (*slot)->key.count == key->count &&
             memcmp((*slot)->key.items, key->items, key->count * sizeof *key->items) == 0))
            return slot;
    }
}

struct shaped_text **kept_slot(struct typesetter *typesetter, uint64_t hash)
{
    const struct kept *kept = kept_of(typesetter);
    return find(kept, hash, &kept->key);
}

/* Half of the slots at least stay empty, so that looking is short. */
void kept_added(struct typesetter *typesetter)
{
    struct kept *kept = kept_of(typesetter);
    if (++kept->text_count * 2 < kept->slot_count)
        return;
    const struct kept old = *kept;
    kept->slot_count *= 2;
    kept->slots = fonts_keep(typesetter->fonts, kept->slot_count, sizeof(struct shaped_text *));
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i])
            *find(kept, old.slots[i]->hash, &old.slots[i]->key) = old.slots[i];
}
