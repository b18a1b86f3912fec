#include "values.h"
#include "walk.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

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
    g_autofree char *message = g_strdup_vprintf(_(format), args);
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

/* A layout is always the same: what its expressions give, in their order, tells one document
 * from another. */
static void hear(const struct walk *walk, const void *bytes, size_t count)
{
    if (walk->heard)
        digest_add(walk->heard, bytes, count);
}

static void hear_text(const struct walk *walk, const char *text)
{
    if (walk->heard)
        digest_add(walk->heard, text, strlen(text) + 1);
}

/* What nodes say is heard when they are asked. */
static void hear_outcome(const struct walk *walk, const struct outcome *outcome)
{
    switch (outcome->kind) {
    case TYPE_NODES:
        hear(walk, &outcome->nodes.count, sizeof outcome->nodes.count);
        break;
    case TYPE_NUMBER:
        hear(walk, &outcome->number, sizeof outcome->number);
        break;
    case TYPE_TEXT:
        hear_text(walk, outcome->text);
        break;
    case TYPE_TRUTH:
        hear(walk, &outcome->truth, sizeof outcome->truth);
        break;
    case TYPE_ATOM:
    case TYPE_ANY: /* are of no outcome */
        break;
    }
}

void variable_push(struct walk *walk, const struct variable **variables, GQuark name,
                   struct outcome outcome)
{
    struct variable *variable = ARENA_NEW(walk->scratch, struct variable);
    *variable = (struct variable){*variables, name, outcome};
    *variables = variable;
}

bool evaluate_outcome(struct walk *walk, const struct expression *expression,
                      struct outcome *outcome)
{
    *outcome = expression_outcome(&walk->evaluator, expression);
    if (!went_well(walk, expression))
        return false;
    hear_outcome(walk, outcome);
    return true;
}

bool evaluate_nodes(struct walk *walk, const struct expression *expression, struct node_set *nodes)
{
    *nodes = expression_nodes(&walk->evaluator, expression);
    hear(walk, &nodes->count, sizeof nodes->count);
    return went_well(walk, expression);
}

const char *evaluate_passing(struct walk *walk, const struct expression *expression)
{
    const char *text = expression_text(&walk->evaluator, expression);
    hear_text(walk, text);
    return went_well(walk, expression) ? text : NULL;
}

bool evaluate_text(struct walk *walk, const struct expression *expression, const char **text)
{
    const char *passing = evaluate_passing(walk, expression);
    *text = passing ? arena_strdup(walk->arena, passing) : NULL;
    return passing;
}

bool evaluate_test(struct walk *walk, const struct expression *expression, bool *holds)
{
    *holds = expression_holds(&walk->evaluator, expression);
    hear(walk, holds, sizeof *holds);
    return went_well(walk, expression);
}

static const char *piece_text(struct walk *walk, const struct text_piece *piece)
{
    return piece->text ? piece->text : evaluate_passing(walk, piece->expression);
}

/* Most texts have no more pieces. */
enum { FEW_PIECES = 8 };

bool evaluate_words(struct walk *walk, const struct text *text, const char **words)
{
    if (text->count == 1 && text->pieces[0].expression)
        return evaluate_text(walk, text->pieces[0].expression, words);
    if (text->count == 1) {
        *words = text->pieces[0].text;
        return true;
    }
    const char *few[FEW_PIECES], **pieces = few;
    size_t lengths[FEW_PIECES], *length = lengths, whole = 0;
    if (text->count > FEW_PIECES) {
        pieces = ARENA_ARRAY(walk->scratch, text->count, const char *);
        length = ARENA_ARRAY(walk->scratch, text->count, size_t);
    }
    for (size_t i = 0; i < text->count; i++) {
        pieces[i] = piece_text(walk, &text->pieces[i]);
        if (!pieces[i])
            return false;
        length[i] = strlen(pieces[i]);
        whole += length[i];
    }
    char *end = arena_alloc(walk->arena, whole + 1, 1);
    *words = end;
    for (size_t i = 0; i < text->count; i++)
        end = mempcpy(end, pieces[i], length[i]);
    return true;
}
