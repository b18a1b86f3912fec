#include "values.h"
#include "walk.h"

#include "rapor/base/failure.h"

#include <string.h>

static bool evaluation_failed(struct walk *walk, const struct expression *expression,
                              const char *message)
{
    return fail(walk->error, FAILURE_DATA, "%s: %s:%u: {%s}: %s", walk->subject->name,
                expression->file, expression->line, expression->text, message);
}

bool walk_failed(struct walk *walk, const struct node *node, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    return fail(walk->error, FAILURE_DATA, "%s: %s:%u: %s", walk->subject->name, node->file,
                node->line, message);
}

/* True where the last evaluation gave something. */
static bool went_well(struct walk *walk, const struct expression *expression)
{
    const char *failure = walk->evaluator.failure;
    return !failure || evaluation_failed(walk, expression, failure);
}

void variable_push(struct walk *walk, const struct variable **variables, const char *name,
                   struct outcome outcome)
{
    struct variable *variable = ARENA_NEW(walk->arena, struct variable);
    *variable = (struct variable){*variables, g_quark_from_string(name), outcome};
    *variables = variable;
}

bool evaluate_outcome(struct walk *walk, const struct expression *expression,
                      struct outcome *outcome)
{
    *outcome = expression_outcome(&walk->evaluator, expression);
    return went_well(walk, expression);
}

bool evaluate_nodes(struct walk *walk, const struct expression *expression, struct entries *entries)
{
    const struct node_set nodes = expression_nodes(&walk->evaluator, expression);
    *entries =
        (struct entries){ARENA_ARRAY(walk->arena, nodes.count, struct walk_entry), nodes.count};
    for (size_t i = 0; i < nodes.count; i++)
        entries->items[i].node = nodes.items[i];
    return went_well(walk, expression);
}

/* The document outlives what the view is turned to. */
bool evaluate_text(struct walk *walk, const struct expression *expression, const char **text)
{
    *text = arena_strdup(walk->arena, expression_text(&walk->evaluator, expression));
    return went_well(walk, expression);
}

bool evaluate_test(struct walk *walk, const struct expression *expression, bool *holds)
{
    *holds = expression_holds(&walk->evaluator, expression);
    return went_well(walk, expression);
}

/* Evaluates all pieces; returns how long they are together, or -1. */
static ssize_t evaluate_pieces(struct walk *walk, const struct text *text, const char **pieces)
{
    size_t length = 0;
    for (size_t i = 0; i < text->count; i++) {
        pieces[i] = text->pieces[i].text;
        if (!pieces[i] && !evaluate_text(walk, text->pieces[i].expression, &pieces[i]))
            return -1;
        length += strlen(pieces[i]);
    }
    return (ssize_t)length;
}

bool evaluate_words(struct walk *walk, const struct text *text, const char **words)
{
    if (text->count == 1)
        return evaluate_pieces(walk, text, words) >= 0;
    const char **pieces = ARENA_ARRAY(walk->arena, text->count, const char *);
    ssize_t length = evaluate_pieces(walk, text, pieces);
    if (length < 0)
        return false;
    char *end = arena_alloc(walk->arena, (size_t)length + 1, 1);
    *words = end;
    for (size_t i = 0; i < text->count; i++)
        end = g_stpcpy(end, pieces[i]);
    return true;
}
