#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/letters.h"

#include <glib.h>
#include <string.h>

/* Kinds that went with packs by their names, before an instrument said which do. */
static const char *const once_dispatched[] = {"cover", "labels", "labels-21", "receipts", NULL};

/* The bits of a scope. */
static const size_t most_groups = 64;

static bool is_word(const struct draft *draft, const xmlNode *node, const char *attribute,
                    const char *word)
{
    const char *text = node_text(node, attribute, draft->arena);
    return text && strcmp(text, word) == 0;
}

static enum seat seat_of(const struct draft *draft, const xmlNode *node)
{
    if (is_word(draft, node, "seat", "region"))
        return SEAT_REGION;
    return is_word(draft, node, "seat", "parent") ? SEAT_PARENT : SEAT_CENTER;
}

static void draft_groups(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *list = next_child(root, NULL, "groups");
    draft_unique(draft, list, "group", "id");
    instrument->groups = ARENA_ARRAY(draft->arena, child_count(list, "group"), struct group);
    for (const xmlNode *at = NULL; (at = next_child(list, at, "group"));)
        instrument->groups[instrument->group_count++] = (struct group){
            .id = draft_text(draft, at, "id"),
            .name = draft_text(draft, at, "name"),
            .seat = seat_of(draft, at),
            .signers = draft_text(draft, at, "signed-by"),
        };
    if (instrument->group_count > most_groups)
        diagnose(draft->unplaced, node_spot(list, NULL), "instrument-groups", N_("join some"),
                 "there are %zu groups, more than %zu", instrument->group_count, most_groups);
}

void draft_regulations(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    instrument->regulations =
        ARENA_ARRAY(draft->arena, child_count(root, "regulation"), struct regulation);
    for (const xmlNode *at = NULL; (at = next_child(root, at, "regulation"));) {
        const struct regulation regulation = {
            .short_name = draft_text(draft, at, "short"),
            .name = draft_text(draft, at, "name"),
            .gazette = draft_text(draft, at, "gazette"),
            .issuers = draft_text(draft, at, "for"),
        };
        instrument->regulations[instrument->regulation_count++] = regulation;
        instrument->regulation = regulation.short_name; /* the last is the narrowest */
    }
}

/* Words are held against small letters. */
static void draft_calls(struct draft *draft, const xmlNode *root)
{
    const size_t count = child_count(root, "call");
    struct named_as *calls = ARENA_ARRAY(draft->arena, count, struct named_as);
    struct namings *naming = &draft->instrument->naming;
    draft_unique(draft, root, "call", "word");
    for (const xmlNode *at = NULL; (at = next_child(root, at, "call"));)
        calls[naming->count++] = (struct named_as){
            letters_lower(draft_text(draft, at, "word"), draft->arena),
            draft_text(draft, at, "as"),
        };
    naming->items = calls;
}

enum within within_of(const struct draft *draft, const xmlNode *node)
{
    if (is_word(draft, node, "within", "group"))
        return WITHIN_GROUP;
    if (is_word(draft, node, "within", "region"))
        return WITHIN_REGION;
    return is_word(draft, node, "within", "parent") ? WITHIN_PARENT : WITHIN_ALL;
}

static void unknown_group(struct draft *draft, const xmlNode *scope, const char *word)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (size_t i = 0; i < draft->instrument->group_count; i++)
        g_ptr_array_add(ids, (gpointer)draft->instrument->groups[i].id);
    g_ptr_array_add(ids, NULL);
    g_autofree char *hint = value_suggestion(word, (const char *const *)ids->pdata);
    diagnose(draft->unplaced, node_spot(scope, "groups"), "group-unknown", hint,
             "group \"%s\" is not known", word);
}

/* Returns the groups of a scope as bits; without the attribute it is all of them. */
uint64_t groups_of(struct draft *draft, const xmlNode *scope)
{
    const char *text = draft_text(draft, scope, "groups");
    if (!text)
        return UINT64_MAX;
    uint64_t groups = 0;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (size_t i = 0; words[i]; i++) {
        if (*words[i] == '\0')
            continue;
        size_t group = instrument_group(draft->instrument, words[i]);
        if (group == NONE)
            unknown_group(draft, scope, words[i]);
        else if (group < most_groups)
            groups |= (uint64_t)1 << group;
    }
    return groups;
}

static void draft_scopes(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *list = next_child(root, NULL, "scopes");
    draft_unique(draft, list, "scope", "id");
    instrument->scopes = ARENA_ARRAY(draft->arena, child_count(list, "scope"), struct scope);
    for (const xmlNode *at = NULL; (at = next_child(list, at, "scope"));) {
        const char *name = draft_text(draft, at, "name"),
                   *short_name = draft_text(draft, at, "short");
        instrument->scopes[instrument->scope_count++] = (struct scope){
            .id = draft_text(draft, at, "id"),
            .name = name,
            .short_name = short_name ? short_name : name,
            .within = within_of(draft, at),
            .groups = groups_of(draft, at),
        };
    }
}

static void draft_stages(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *list = next_child(root, NULL, "stages");
    bool counts = false;
    draft_unique(draft, list, "stage", "id");
    instrument->stages = ARENA_ARRAY(draft->arena, child_count(list, "stage"), struct stage);
    for (const xmlNode *at = NULL; (at = next_child(list, at, "stage"));) {
        struct stage *stage = &instrument->stages[instrument->stage_count++];
        stage->id = draft_text(draft, at, "id");
        stage->name = draft_text(draft, at, "name");
        stage->counts = !is_word(draft, at, "counts", "no");
        stage->evidence_days = (int)whole_of(draft, at, "evidence-days");
        counts |= stage->counts;
    }
    if (!counts)
        diagnose(draft->unplaced, node_spot(list, NULL), "instrument-stages",
                 N_("at least one must give final levels"), "no stage counts");
}

static enum per per_of(const struct draft *draft, const xmlNode *node)
{
    if (is_word(draft, node, "per", "nation"))
        return PER_NATION;
    if (is_word(draft, node, "per", "region"))
        return PER_REGION;
    return is_word(draft, node, "per", "parent") ? PER_PARENT : PER_INSTITUTION;
}

/* What stands after the first dot of the file, and the words of "also". */
static const char *const *endings_of(const struct draft *draft, const xmlNode *node)
{
    const char *file = draft_text(draft, node, "file"), *also = draft_text(draft, node, "also");
    const char *dot = strchr(file, '.');
    g_auto(GStrv) words = g_strsplit(also ? also : "", " ", -1);
    const char **endings = ARENA_ARRAY(draft->arena, g_strv_length(words) + 2, const char *);
    size_t count = 0;
    endings[count++] = dot ? dot + 1 : "";
    for (size_t i = 0; words[i]; i++)
        if (*words[i] != '\0')
            endings[count++] = arena_strdup(draft->arena, words[i]);
    return endings;
}

static bool is_for_dispatch(const struct draft *draft, const xmlNode *node)
{
    const char *kind = draft_text(draft, node, "kind");
    const enum per per = per_of(draft, node);
    struct read_spot spot = node_spot(node, "asked");
    const bool is = is_word(draft, node, "asked", "dispatch");
    if (is && per != PER_NATION && per != PER_REGION)
        diagnose(draft->unplaced, node_spot(node, "per"), "instrument-dispatch",
                 N_("what goes with packs is made per=\"nation\" or per=\"region\""),
                 "%s is made for dispatch, but not for all nor for a region", kind);
    spot.severity = SEVERITY_WARNING;
    if (is_word(draft, node, "asked", "only") && g_strv_contains(once_dispatched, kind))
        diagnose(draft->unplaced, spot, "instrument-dispatch", N_("write asked=\"dispatch\""),
                 "rapor dispatch will not make %s", kind);
    return is;
}

static void draft_documents(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *list = next_child(root, NULL, "documents");
    if (!list)
        return;
    draft_unique(draft, list, "document", "kind");
    draft_unique(draft, list, "document", "file");
    size_t count = child_count(list, "document");
    instrument->documents = ARENA_ARRAY(draft->arena, count, struct document);
    for (const xmlNode *at = NULL; (at = next_child(list, at, "document"));)
        instrument->documents[instrument->document_count++] = (struct document){
            .kind = draft_text(draft, at, "kind"),
            .layout = draft_text(draft, at, "layout"),
            .file = draft_text(draft, at, "file"),
            .folder = draft_text(draft, at, "folder"),
            .line = xmlGetLineNo(at),
            .endings = endings_of(draft, at),
            .per = per_of(draft, at),
            .assessed_only = is_word(draft, at, "assessed", "only"),
            .sessions_only = is_word(draft, at, "sessions", "only"),
            .asked_only = draft_text(draft, at, "asked") != NULL,
            .for_dispatch = is_for_dispatch(draft, at),
        };
}

void draft_lists(struct draft *draft, const xmlNode *root)
{
    draft->instrument->grade_by_exact = is_word(draft, root, "grade-by", "exact");
    draft_calls(draft, root);
    draft_groups(draft, root);
    draft_scopes(draft, root);
    draft_stages(draft, root);
    draft_documents(draft, root);
}
