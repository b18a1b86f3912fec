#include "conformance.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

struct conformance {
    struct diagnostics *diagnostics;
    size_t count, judged, conforming;
    /* Of the document at hand: */
    struct arena *arena;
    const char *name;
    struct diagnostic *kept;
    size_t kept_count, room, faults;
    size_t of_rule[RULE_COUNT];
    size_t last_of_rule[RULE_COUNT]; /* where its last kept one stands */
};

struct conformance *conformance_create(void)
{
    struct conformance *conformance = g_new0(struct conformance, 1);
    conformance->diagnostics = diagnostics_create_endless();
    return conformance;
}

void conformance_destroy(struct conformance *conformance)
{
    if (!conformance)
        return;
    diagnostics_destroy(conformance->diagnostics);
    g_free(conformance);
}

const struct diagnostic *conformance_kept(const struct conformance *conformance, size_t *count)
{
    return diagnostics_kept(conformance->diagnostics, count);
}

size_t conformance_count(const struct conformance *conformance)
{
    return conformance->count;
}

size_t conformance_judged(const struct conformance *conformance, size_t *conforming)
{
    *conforming = conformance->conforming;
    return conformance->judged;
}

void conformance_begin(struct conformance *conformance, const char *name)
{
    conformance->arena = arena_create();
    conformance->name = arena_strdup(conformance->arena, name);
    conformance->kept = NULL;
    conformance->kept_count = conformance->room = 0;
    conformance->faults = 0;
    memset(conformance->of_rule, 0, sizeof conformance->of_rule);
}

/* Says behind the last kept one of each rule how many more there were. */
static void add_more(struct conformance *conformance)
{
    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        if (conformance->of_rule[rule] <= KEPT_OF_RULE)
            continue;
        struct diagnostic *last = &conformance->kept[conformance->last_of_rule[rule]];
        size_t more = conformance->of_rule[rule] - KEPT_OF_RULE;
        last->text =
            arena_printf(conformance->arena, _("%s; and %zu more like it"), last->text, more);
    }
}

bool conformance_end(struct conformance *conformance)
{
    bool conforms = conformance->faults == 0;
    if (conformance->kept_count > 0)
        add_more(conformance);
    for (size_t i = 0; i < conformance->kept_count; i++)
        diagnostics_add(conformance->diagnostics, &conformance->kept[i]);
    arena_destroy(conformance->arena);
    conformance->judged++;
    conformance->conforming += conforms;
    return conforms;
}

void conformance_join(struct conformance *conformance, const struct conformance *from)
{
    size_t count;
    const struct diagnostic *kept = conformance_kept(from, &count);
    for (size_t i = 0; i < count; i++)
        diagnostics_add(conformance->diagnostics, &kept[i]);
    conformance->count += from->count;
    conformance->judged += from->judged;
    conformance->conforming += from->conforming;
}

void conformance_add(struct conformance *conformance, enum verify_rule rule,
                     struct conformance_spot spot, const char *text)
{
    conformance->count++;
    conformance->faults += !rules[rule].note;
    if (conformance->of_rule[rule]++ >= KEPT_OF_RULE)
        return;
    conformance->kept = arena_grow(conformance->arena, conformance->kept, conformance->kept_count,
                                   &conformance->room, sizeof *conformance->kept);
    conformance->last_of_rule[rule] = conformance->kept_count;
    conformance->kept[conformance->kept_count++] = (struct diagnostic){
        .severity = rules[rule].note ? SEVERITY_NOTE : SEVERITY_ERROR,
        .id = rules[rule].id,
        .file = conformance->name,
        .page = spot.page,
        .object = spot.object,
        .clause = rules[rule].clause,
        .text = arena_strdup(conformance->arena, text),
    };
}

static void judge_at_once(struct conformance *conformance, enum verify_rule rule, const char *name,
                          const char *wrong)
{
    conformance_begin(conformance, name);
    if (wrong)
        conformance_add(conformance, rule, (struct conformance_spot){0, 0}, wrong);
    conformance_end(conformance);
}

void conformance_listed(struct conformance *conformance, const char *name, const char *wrong)
{
    judge_at_once(conformance, RULE_MANIFEST, name, wrong);
}

void conformance_unread(struct conformance *conformance, enum verify_rule rule, const char *name,
                        const GError *why)
{
    const char *said = why->message;
    if (g_str_has_prefix(said, name) && g_str_has_prefix(said + strlen(name), ": "))
        said += strlen(name) + 2;
    judge_at_once(conformance, rule, name, said);
}
