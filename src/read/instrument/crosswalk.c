/* What goes on from earlier instruments. */
#include "parts.h"

#include "rapor/base/arena.h"

#include <string.h>

static void draft_pair(struct draft *draft, const xmlNode *node, struct crosswalk *crosswalk)
{
    const char *no = draft_text(draft, node, "no");
    const char *basis = draft_text(draft, node, "basis");
    struct pair pair = {
        .indicator = instrument_indicator(draft->instrument, no),
        .before = draft_text(draft, node, "before"),
        .guessed = strcmp(basis, "guessed") == 0,
    };
    if (pair.indicator == NONE)
        diagnose(draft->unplaced, node_spot(node, "no"), "indicator-unknown", NULL,
                 "%s has no indicator \"%s\"", draft->instrument->id, no);
    else
        crosswalk->pairs[crosswalk->pair_count++] = pair;
}

void draft_crosswalks(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    size_t count = child_count(root, "crosswalk");
    instrument->crosswalks = ARENA_ARRAY(draft->arena, count, struct crosswalk);
    draft_unique(draft, root, "crosswalk", "instrument");
    for (const xmlNode *at = NULL; (at = next_child(root, at, "crosswalk"));) {
        struct crosswalk *crosswalk = &instrument->crosswalks[instrument->crosswalk_count++];
        crosswalk->instrument = draft_text(draft, at, "instrument");
        crosswalk->name = draft_text(draft, at, "short");
        crosswalk->pairs = ARENA_ARRAY(draft->arena, child_count(at, "pair"), struct pair);
        draft_unique(draft, at, "pair", "no");
        for (const xmlNode *pair = NULL; (pair = next_child(at, pair, "pair"));)
            draft_pair(draft, pair, crosswalk);
    }
}
