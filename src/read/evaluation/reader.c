#include "reader.h"
#include "kept.h"

#include "rapor/base/arena.h"

#include <string.h>

struct institution *reader_institution(const struct evaluation_reader *reader)
{
    return &reader->evaluation->institutions[reader->evaluation->institution_count - 1];
}

/* A letter and its accent can be one character or two (file names copied from some
 * systems are so).  In NFC the same name is the same bytes, and its glyph is the
 * designer's. */
const char *reader_composed(struct evaluation_reader *reader, const char *text)
{
    if (g_str_is_ascii(text))
        return arena_strdup(reader->arena, text);
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    return arena_strdup(reader->arena, composed ? composed : text);
}

const char *reader_keep(struct evaluation_reader *reader, const struct tag *tag,
                        const char *attribute)
{
    const char *text = tag_text(tag, attribute);
    return text ? reader_composed(reader, text) : NULL;
}

void reader_unknown(struct evaluation_reader *reader, const char *attribute, const char *word,
                    const char *const *names)
{
    g_autofree char *hint = value_suggestion(word, names);
    g_autofree char *id = g_strdup_printf("%s-unknown", attribute);
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, attribute), g_intern_string(id), hint,
             "%s \"%s\" is not known", attribute, word);
}

size_t reader_stage(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct instrument *instrument = reader->instrument;
    const char *id = tag_text(tag, "stage");
    size_t stage = id ? instrument_stage(instrument, id) : NONE;
    if (!id || stage != NONE)
        return stage;

    const char **ids = ARENA_ARRAY(reader->scratch, instrument->stage_count + 1, const char *);
    for (size_t i = 0; i < instrument->stage_count; i++)
        ids[i] = instrument->stages[i].id;
    reader_unknown(reader, "stage", id, ids);
    return NONE;
}

/* Codes name files, and there are systems on which "a" and "A" are one file. */
bool reader_register(GHashTable *table, const char *code, size_t index, size_t *first)
{
    g_autofree char *small = g_ascii_strdown(code, -1);
    *first = reader_find(table, small);
    if (*first != NONE)
        return false;
    g_hash_table_insert(table, g_steal_pointer(&small), GSIZE_TO_POINTER(index + 1));
    return true;
}

size_t reader_find(GHashTable *table, const char *code)
{
    g_autofree char *small = g_ascii_strdown(code, -1);
    gpointer found = g_hash_table_lookup(table, small);
    return found ? GPOINTER_TO_SIZE(found) - 1 : NONE;
}
