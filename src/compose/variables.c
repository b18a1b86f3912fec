/* What expressions gave: by names, and for how long. */
#include "walk.h"

#include "rapor/base/arena.h"

#include <libxml/xpathInternals.h>
#include <string.h>

void outcome_drop(struct outcome outcome)
{
    if (outcome.owned)
        xmlXPathFreeObject(outcome.object);
}

const struct variable *variable_named(const struct walk *walk, const char *name)
{
    const struct variable *at = walk->variables;
    while (at && strcmp(at->name, name) != 0)
        at = at->next;
    return at;
}

void variable_push(struct walk *walk, struct variable **variables, const char *name,
                   struct outcome outcome)
{
    struct variable *variable = ARENA_NEW(walk->arena, struct variable);
    *variable = (struct variable){*variables, name, outcome};
    *variables = variable;
}

void variables_drop(struct variable **variables, const struct variable *mark)
{
    for (; *variables != mark; *variables = (*variables)->next)
        outcome_drop((*variables)->outcome);
}

xmlXPathObject *variable_find(void *walk, const xmlChar *name, const xmlChar *space)
{
    (void)space;
    const struct variable *variable = variable_named(walk, (const char *)name);
    return variable ? xmlXPathObjectCopy(variable->outcome.object) : NULL;
}

void forget(struct walk *walk)
{
    for (struct memo *memo = walk->brief; memo; memo = memo->next) {
        xmlXPathFreeObject(memo->object);
        memo->object = NULL;
        memo->text = NULL;
    }
    walk->brief = NULL;
}
