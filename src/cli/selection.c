#include "selection.h"

#include "suggest.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/read/evaluation.h"

#include <string.h>

static bool among(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

const char **selection_kinds(const struct instrument *instrument, size_t *count,
                             struct arena *arena)
{
    const char **kinds = ARENA_ARRAY(arena, 3 * instrument->document_count + 2, const char *);
    *count = 0;
    for (size_t i = 0; i < instrument->document_count; i++)
        if (!among(kinds, *count, instrument->documents[i].kind))
            kinds[(*count)++] = instrument->documents[i].kind;
    for (size_t i = 0; i < instrument->document_count; i++) {
        const char *folder = instrument->documents[i].folder;
        if (folder && !among(kinds, *count, folder))
            kinds[(*count)++] = folder;
    }
    kinds[(*count)++] = "tables";
    return kinds;
}

const char *selection_kind(const struct instrument *instrument, const char *word,
                           struct arena *arena)
{
    for (size_t i = 0; i < instrument->document_count; i++)
        if (strcmp(instrument->documents[i].kind, word) == 0)
            return word;
    for (size_t i = 0; i < instrument->document_count; i++) {
        const struct document *document = &instrument->documents[i];
        const char *stem = arena_strndup(arena, document->file, strcspn(document->file, "."));
        if (strcmp(document->file, word) == 0 || strcmp(stem, word) == 0)
            return document->kind;
    }
    return word;
}

static bool read_kinds(struct selection *selection, const char *only,
                       const struct instrument *instrument, struct arena *arena, GError **error)
{
    size_t count;
    const char **kinds = selection_kinds(instrument, &count, arena);
    const struct choice choice = {N_("kind of document"), kinds, count};
    g_auto(GStrv) words = g_strsplit(only, ",", -1);
    size_t wanted = g_strv_length(words);
    if (wanted == 0)
        return fail(error, FAILURE_USAGE, "--only names no kind of document");

    const char **copy = ARENA_ARRAY(arena, wanted + 1, const char *);
    for (size_t i = 0; i < wanted; i++) {
        copy[i] = selection_kind(instrument, arena_strdup(arena, g_strstrip(words[i])), arena);
        if (!choice_has(&choice, copy[i], error))
            return false;
    }
    selection->kinds = copy;
    return true;
}

size_t selection_region(const struct evaluation *evaluation, const char *code, GError **error)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    for (size_t i = 0; i < evaluation->region_count; i++) {
        if (strcmp(evaluation->regions[i].code, code) == 0)
            return i;
        g_ptr_array_add(codes, (void *)evaluation->regions[i].code);
    }
    const struct choice choice = {N_("region"), (const char *const *)codes->pdata, codes->len};
    choice_has(&choice, code, error);
    return NONE;
}

size_t selection_institution(const struct evaluation *evaluation, const char *code, GError **error)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        if (strcmp(evaluation->institutions[i].code, code) == 0)
            return i;
        g_ptr_array_add(codes, (void *)evaluation->institutions[i].code);
    }
    const struct choice choice = {N_("institution"), (const char *const *)codes->pdata, codes->len};
    choice_has(&choice, code, error);
    return NONE;
}

bool selection_read(struct selection *selection, const struct wish *wish,
                    const struct evaluation *evaluation, struct arena *arena, GError **error)
{
    *selection = (struct selection){.region = wish->region, .institution = wish->institution};
    if (wish->only && !read_kinds(selection, wish->only, evaluation->instrument, arena, error))
        return false;
    if (wish->region && selection_region(evaluation, wish->region, error) == NONE)
        return false;
    return !wish->institution ||
           selection_institution(evaluation, wish->institution, error) != NONE;
}
