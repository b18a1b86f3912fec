/* What the value of a term depends on, and so for how long it can be kept.
 *
 * Each term has the set of what it depends on, put together from its parts by the parser: paths
 * and functions add what they come to.  How long its value is the same follows: for the run where
 * only the instrument and the run are in the set, for the document where the subject is too, for
 * an evaluation where the focus is, and not at all where the node of a condition is.  A term that
 * is the same for longer than the one around it is kept for that time. */
#include "parser.h"

#include "rapor/layout/evaluate.h"

#include "rapor/base/arena.h"

#include <string.h>

void depends_add(const struct parser *parser, struct dependences *depends,
                 const struct dependences *more)
{
    depends->on |= more->on;
    for (size_t i = 0; i < more->variables.count; i++)
        names_add(&depends->variables, more->variables.items[i], parser->scratch);
}

static const struct variable_type *variable_of(const struct parser *parser, const char *name)
{
    const struct variable_type *at = parser->standpoint->variables;
    while (at && strcmp(at->name, name) != 0)
        at = at->next;
    return at;
}

enum lifetime lifetime_of(const struct parser *parser, const struct dependences *depends)
{
    enum lifetime lifetime = LIFETIME_RUN;
    if (parser->forgetful || depends->on & (ON_HERE | ON_PLACE))
        return LIFETIME_NONE;
    if (depends->on & (ON_FOCUS | ON_POSITION))
        return LIFETIME_EVALUATION;
    if (depends->on & ON_SUBJECT)
        lifetime = LIFETIME_DOCUMENT;
    for (size_t i = 0; i < depends->variables.count; i++)
        lifetime = MIN(lifetime, variable_of(parser, depends->variables.items[i])->lifetime);
    return lifetime;
}

unsigned through_of(const struct parser *parser, const struct dependences *depends)
{
    unsigned through = depends->on & (ON_INSTRUMENT | ON_RUN | ON_SUBJECT);
    if (depends->on & (ON_FOCUS | ON_POSITION))
        through |= parser->standpoint->through;
    for (size_t i = 0; i < depends->variables.count; i++)
        through |= variable_of(parser, depends->variables.items[i])->through;
    return through;
}

/* Others are found as fast as what is kept of them. */
static bool is_worth_keeping(const struct term *term)
{
    return term->kind != TERM_NUMBER && term->kind != TERM_TEXT && term->kind != TERM_VARIABLE &&
           term->kind != TERM_KEPT && (term->kind != TERM_CALL || term->call.count > 0);
}

const struct term *term_keep(const struct parser *parser, const struct parsed *parsed,
                             enum lifetime around)
{
    const enum lifetime lifetime = lifetime_of(parser, &parsed->depends);
    if (lifetime <= around || parser->failed || !is_worth_keeping(parsed->term))
        return parsed->term;
    struct memo *memo = ARENA_NEW(parser->arena, struct memo);
    memo->lifetime = lifetime;
    struct term *kept = term_new(parser, TERM_KEPT, parsed->term->type);
    kept->kept = (struct kept_value){parsed->term, memo};
    return kept;
}
