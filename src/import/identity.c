#include "writer.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"

#include <string.h>

enum { PART, ATTRIBUTE, VALUE };

static const char *const parts[] = {"issuer", "decree", "letter", "signatory", "region"};

const struct grid *identity_of(const struct grids *grids)
{
    for (size_t i = 0; i < grids->count; i++)
        if (grids->all[i].name && g_ascii_strcasecmp(grids->all[i].name, "Identitas") == 0)
            return &grids->all[i];
    return NULL;
}

static bool is(const struct grid *identity, size_t row, size_t column, const char *text)
{
    return g_strcmp0(grid_cell(identity, row, column).text, text) == 0;
}

struct origin identity_origin(const struct grid *identity, const char *part, const char *attribute)
{
    for (size_t row = 0; identity && row < identity->count; row++)
        if (is(identity, row, PART, part) && is(identity, row, ATTRIBUTE, attribute))
            return (struct origin){identity, row, VALUE};
    return (struct origin){0};
}

const char *identity_value(const struct grid *identity, const char *part, const char *attribute)
{
    const struct origin origin = identity_origin(identity, part, attribute);
    return origin.grid ? grid_cell(origin.grid, origin.row, origin.column).text : NULL;
}

/* Returns the element that "signatory letter" is about, or NULL. */
static const char *element_of(const char *part)
{
    size_t length = part ? strcspn(part, " ") : 0;
    for (size_t i = 0; part && i < G_N_ELEMENTS(parts); i++)
        if (strlen(parts[i]) == length && strncmp(parts[i], part, length) == 0)
            return parts[i];
    return NULL;
}

/* Adds the attributes of the rows of this part; returns the row behind them. */
static size_t add_rows(const struct grid *identity, size_t row, struct tag *tag)
{
    const char *part = grid_cell(identity, row, PART).text;
    for (; row < identity->count && is(identity, row, PART, part); row++) {
        const char *attribute = grid_cell(identity, row, ATTRIBUTE).text;
        bool named = attribute && g_regex_match_simple("^[a-z]+$", attribute, 0, 0);
        if (named)
            tag_add(tag, (struct origin){identity, row, VALUE}, attribute,
                    grid_cell(identity, row, VALUE).text);
    }
    return row;
}

/* The word behind the part: the kind of document or the code of the region. */
static void add_word(struct tag *tag, struct origin origin, const char *element, const char *word)
{
    if (strcmp(element, "signatory") == 0)
        tag_add(tag, origin, "document", word);
    if (strcmp(element, "region") == 0)
        tag_add(tag, origin, "code", word);
}

void write_identity(const struct writer *writer, const struct grid *identity, GHashTable *known)
{
    for (size_t row = 0; identity && row < identity->count;) {
        const char *part = grid_cell(identity, row, PART).text, *element = element_of(part);
        const struct origin origin = {identity, row, PART};
        if (!element) {
            row++;
            continue;
        }
        const char *word = part + strlen(element) + (part[strlen(element)] == ' ');
        struct tag filled = tag_create(element, 2);
        add_word(&filled, origin, element, word);
        guint before = filled.lines->len;
        row = add_rows(identity, row, &filled);
        if (filled.lines->len == before) { /* nothing was filled in */
            g_ptr_array_unref(filled.lines);
            g_array_unref(filled.origins);
            continue;
        }
        if (strcmp(element, "region") == 0)
            g_hash_table_add(known, (void *)word);
        tag_write(&filled, writer->script, true, origin);
    }
}
