/* The sheet Identitas: a line for each value at the head of an evaluation. */
#include "../plain.h"
#include "../value.h"
#include "table.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

enum { PART, ATTRIBUTE, VALUE };

bool is_identity(const struct sheet_grid *grid)
{
    return grid->name && g_ascii_strcasecmp(grid->name, "Identitas") == 0;
}

/* Returns what stands behind PART or SAID in the key, or NULL. */
static const char *behind(const char *key, const char *part, const char *said, struct arena *arena)
{
    const char *words[] = {plain_key(part, arena), plain_key(said, arena)};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t length = strlen(words[i]);
        if (strncmp(key, words[i], length) == 0 && (key[length] == ' ' || key[length] == '\0'))
            return key + length + (key[length] == ' ');
    }
    return NULL;
}

/* Returns the trait of a row, and the word behind its part: a document, a region. */
static const struct trait *trait_of(const struct sheet_grid *grid, size_t row, const char **word,
                                    struct arena *arena)
{
    const char *part = grid_cell(grid, row, PART).text;
    const char *attribute = grid_cell(grid, row, ATTRIBUTE).text;
    if (!part || !attribute)
        return NULL;
    const char *key = plain_key(attribute, arena);
    for (size_t i = 0; i < identity_trait_count; i++) {
        const struct trait *trait = &identity_traits[i];
        *word = behind(plain_key(part, arena), trait->part, trait->said_part, arena);
        if (*word && (strcmp(key, plain_key(trait->attribute, arena)) == 0 ||
                      strcmp(key, plain_key(trait->said, arena)) == 0))
            return trait;
    }
    return NULL;
}

const char *identity_peek(const struct grids *grids, const char *attribute, struct arena *arena)
{
    for (size_t g = 0; g < grids->count; g++)
        for (size_t row = 0; is_identity(&grids->all[g]) && row < grids->all[g].count; row++) {
            const char *word;
            const struct trait *trait = trait_of(&grids->all[g], row, &word, arena);
            const char *text = grid_cell(&grids->all[g], row, VALUE).text;
            if (trait && text && strcmp(trait->part, "evaluation") == 0 &&
                strcmp(trait->attribute, attribute) == 0)
                return plain_text(text, NULL, arena);
        }
    return NULL;
}

/* A kind of document may be called as its file is: "surat". */
static const char *document_called(const struct instrument *instrument, const char *key,
                                   struct arena *arena)
{
    for (size_t d = 0; d < instrument->document_count; d++) {
        const struct document *document = &instrument->documents[d];
        g_autofree char *stem = g_strndup(document->file, strcspn(document->file, "."));
        if (strcmp(plain_key(document->kind, arena), key) == 0 ||
            strcmp(plain_key(stem, arena), key) == 0)
            return document->kind;
    }
    return NULL;
}

/* Returns who signs: "surat", or "surat 2" for the second who does. */
static struct import_item *signatory_of(struct desk *desk, const char *word,
                                        struct import_origin at)
{
    const char *space = strrchr(word, ' ');
    size_t number = space ? (size_t)g_ascii_strtoull(space + 1, NULL, 10) : 0;
    if (number > 1)
        word = arena_strndup(desk->arena, word, (size_t)(space - word));
    const char *kind = document_called(desk->instrument, word, desk->arena);
    kind = kind ? kind : word;
    for (size_t i = 0; i < desk->root->child_count; i++) {
        struct import_item *child = desk->root->children[i];
        if (strcmp(child->element, "signatory") == 0 && child->number == MAX(number, 1) &&
            g_strcmp0(item_value(child, "document"), kind) == 0)
            return child;
    }
    struct import_item *item = item_add(desk, desk->root, "signatory", at);
    item->number = MAX(number, 1);
    item_set(desk, item, "document", kind, at);
    return item;
}

/* Returns the element that the trait is of; NULL: nothing is known by that word. */
static struct import_item *item_of(struct desk *desk, const struct trait *trait, const char *word,
                                   const struct sheet_grid *grid, size_t row)
{
    const struct import_origin at = {grid, row, PART};
    if (strcmp(trait->part, "evaluation") == 0)
        return desk->root;
    if (strcmp(trait->part, "signatory") == 0) {
        return signatory_of(desk, word, at);
    }
    if (strcmp(trait->part, "region") == 0) {
        /* The code as it stands: its key has lost case and points. */
        const char *code =
            strrchr(plain_text(grid_cell(grid, row, PART).text, NULL, desk->arena), ' ');
        return code ? item_keyed(desk, desk->root, "region", code + 1, at) : NULL;
    }
    return item_keyed(desk, desk->root, trait->part, NULL, at);
}

static void read_trait(struct desk *desk, const struct sheet_grid *grid, size_t row)
{
    const struct import_origin at = {grid, row, VALUE};
    const char *word = NULL;
    const struct trait *trait = trait_of(grid, row, &word, desk->arena);
    if (!grid_cell(grid, row, VALUE).text)
        return;
    bool head = row == 0 || g_strcmp0(grid_cell(grid, row, VALUE).text, "Isi") == 0;
    if (!trait && !head)
        desk_note(desk,
                  (struct import_finding){.severity = SEVERITY_WARNING,
                                          .id = "trait-unknown",
                                          .origin = at,
                                          .hint = N_("keep the words of Bagian and Unsur as "
                                                     "they are in the form")},
                  N_("what this is about is not known, so it is left out"));
    if (!trait)
        return;
    const char *value = value_of_cell(desk, at, trait->content, trait->words, trait->said);
    bool told = strcmp(trait->part, "evaluation") == 0 && item_value(desk->root, trait->attribute);
    if (value && told && desk->before &&
        strcmp(item_value(desk->root, trait->attribute), value) != 0)
        desk_note(desk,
                  (struct import_finding){.severity = SEVERITY_ERROR,
                                          .id = "other-evaluation",
                                          .origin = at,
                                          .hint = N_("look up which file the sheet belongs to")},
                  N_("the sheet is of %s, the evaluation of %s"), value,
                  item_value(desk->root, trait->attribute));
    struct import_item *item = value && !told ? item_of(desk, trait, word, grid, row) : NULL;
    if (item)
        item_set(desk, item, trait->attribute, value, at);
}

void identity_read(struct desk *desk, const struct sheet_grid *grid)
{
    for (size_t row = 0; row < grid->count; row++)
        read_trait(desk, grid, row);
}
