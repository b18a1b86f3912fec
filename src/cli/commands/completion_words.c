#include "completion.h"

#include "../installed.h"
#include "../selection.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/read/instrument.h"

#include <string.h>

static const char *const shells[] = {"bash", "fish", "zsh", NULL};

static GHashTable *set_create(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void set_add(GHashTable *set, const char *word)
{
    g_hash_table_add(set, g_strdup(word));
}

static int by_name(const void *left, const void *right)
{
    return strcmp(left, right);
}

static char *set_joined(GHashTable *set)
{
    GString *joined = g_string_new(NULL);
    GList *words = g_list_sort(g_hash_table_get_keys(set), by_name);
    for (GList *word = words; word; word = word->next)
        g_string_append_printf(joined, "%s%s", word == words ? "" : " ", (char *)word->data);
    g_list_free(words);
    return g_string_free(joined, FALSE);
}

static void add_instrument(const struct vocabularies *words, const struct instrument *instrument,
                           struct arena *arena)
{
    size_t count;
    const char **kinds = selection_kinds(instrument, &count, arena);
    for (size_t i = 0; i < count; i++)
        set_add(words->kinds, kinds[i]);
    for (size_t i = 0; i < instrument->document_count; i++) { /* or as their files are called */
        const char *file = instrument->documents[i].file;
        set_add(words->kinds, arena_strndup(arena, file, strcspn(file, ".")));
    }
    for (size_t i = 0; i < instrument->scope_count; i++)
        set_add(words->scopes, instrument->scopes[i].id);
    for (size_t i = 0; i < instrument->group_count; i++)
        set_add(words->groups, instrument->groups[i].id);
}

/* An instrument that cannot be read adds nothing: doctor says why. */
static void add_instruments(const struct vocabularies *words, const char *layouts,
                            struct arena *arena)
{
    g_autoptr(GPtrArray) names = instrument_ids(layouts, NULL);
    for (guint i = 0; names && i < names->len; i++) {
        set_add(words->instruments, g_ptr_array_index(names, i));
        g_autofree char *folder = instrument_folder(layouts, names->pdata[i]);
        struct diagnostics *diagnostics = diagnostics_create();
        struct instrument *instrument = instrument_open(folder, diagnostics, NULL);
        if (instrument)
            add_instrument(words, instrument, arena);
        instrument_close(instrument);
        diagnostics_destroy(diagnostics);
    }
}

/* What "rapor chart --list" lists; a list that cannot be read adds nothing. */
static void add_charts(const struct vocabularies *words, struct places places, struct arena *arena)
{
    g_autoptr(GError) error = NULL;
    struct session bare = {.arena = arena, .places = places};
    struct chart_catalogue *catalogue = catalogue_open(&bare, NULL, &error);
    for (size_t i = 0; catalogue && i < catalogue->count; i++)
        set_add(words->charts, catalogue->charts[i].name);
    catalogue_close(catalogue);
}

struct vocabularies vocabularies_create(struct places places, struct arena *arena)
{
    const struct vocabularies words = {set_create(), set_create(), set_create(), set_create(),
                                       set_create(), set_create(), set_create(), set_create()};
    g_autoptr(GPtrArray) schemas = installed_schemas(places.layouts);
    add_instruments(&words, places.layouts, arena);
    add_charts(&words, places, arena);
    for (guint i = 0; i < schemas->len; i++)
        set_add(words.schemas, g_ptr_array_index(schemas, i));
    for (size_t i = 0; commands[i]; i++)
        set_add(words.commands, commands[i]->name);
    for (size_t i = 0; shells[i]; i++)
        set_add(words.shells, shells[i]);
    return words;
}

void vocabularies_destroy(struct vocabularies *words)
{
    GHashTable *const sets[] = {words->kinds,   words->scopes,   words->groups, words->instruments,
                                words->schemas, words->commands, words->shells, words->charts};
    for (size_t i = 0; i < G_N_ELEMENTS(sets); i++)
        g_hash_table_destroy(sets[i]);
}

/* Returns the set that an argument called NAME is from, or NULL. */
static GHashTable *set_of(const struct vocabularies *words, const char *name)
{
    const struct {
        const char *name;
        GHashTable *set;
    } rows[] = {{"KIND", words->kinds},
                {"SCOPE", words->scopes},
                {"GROUP", words->groups},
                {"NAME", words->schemas},
                {"COMMAND", words->commands},
                {"SHELL", words->shells},
                {"INSTRUMENT", words->instruments},
                {"CHART", words->charts}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].set;
    return NULL;
}

char *vocabularies_joined(const struct vocabularies *words, const char *name)
{
    GHashTable *set = set_of(words, name);
    if (set)
        return set_joined(set);
    return strchr(name, '|') ? g_strdelimit(g_strdup(name), "|", ' ') : NULL;
}

const char *completion_endings(const struct command *command)
{
    return strcmp(command->inputs, "SHEET") == 0 ? "xlsx ods csv" : "xml";
}
