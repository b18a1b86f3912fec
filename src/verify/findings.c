#include "findings.h"

#include "rapor/base/arena.h"

#include <string.h>

struct findings {
    struct arena *arena;
    struct finding *kept;
    size_t kept_count, room, count;
    size_t judged, conforming;
    const char *name; /* of the document at hand */
    size_t before;    /* count when it began */
    size_t of_rule[RULE_COUNT];
    size_t last_of_rule[RULE_COUNT]; /* where its last kept one stands */
};

struct findings *findings_create(void)
{
    struct findings *findings = g_new0(struct findings, 1);
    findings->arena = arena_create();
    return findings;
}

void findings_destroy(struct findings *findings)
{
    if (!findings)
        return;
    arena_destroy(findings->arena);
    g_free(findings);
}

const struct finding *findings_kept(const struct findings *findings, size_t *count)
{
    *count = findings->kept_count;
    return findings->kept;
}

size_t findings_count(const struct findings *findings)
{
    return findings->count;
}

size_t findings_judged(const struct findings *findings, size_t *conforming)
{
    *conforming = findings->conforming;
    return findings->judged;
}

void findings_begin(struct findings *findings, const char *name)
{
    findings->name = arena_strdup(findings->arena, name);
    findings->before = findings->count;
    memset(findings->of_rule, 0, sizeof findings->of_rule);
}

/* Says behind the last kept one of each rule how many more there were. */
static void add_more(struct findings *findings)
{
    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        if (findings->of_rule[rule] <= FINDINGS_OF_RULE)
            continue;
        struct finding *last = &findings->kept[findings->last_of_rule[rule]];
        size_t more = findings->of_rule[rule] - FINDINGS_OF_RULE;
        last->text = arena_printf(findings->arena, "%s; and %zu more like it", last->text, more);
    }
}

bool findings_end(struct findings *findings)
{
    bool conforms = findings->count == findings->before;
    add_more(findings);
    findings->judged++;
    findings->conforming += conforms;
    return conforms;
}

void findings_add(struct findings *findings, enum verify_rule rule, struct finding_spot spot,
                  const char *text)
{
    findings->count++;
    if (findings->of_rule[rule]++ >= FINDINGS_OF_RULE)
        return;
    findings->kept = arena_grow(findings->arena, findings->kept, findings->kept_count,
                                &findings->room, sizeof *findings->kept);
    findings->last_of_rule[rule] = findings->kept_count;
    findings->kept[findings->kept_count++] = (struct finding){
        .rule = rules[rule].id,
        .file = findings->name,
        .page = spot.page,
        .object = spot.object,
        .clause = rules[rule].clause,
        .text = arena_strdup(findings->arena, text),
    };
}
