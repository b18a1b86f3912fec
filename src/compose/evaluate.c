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

void variable_push(struct walk *walk, const struct variable **variables, GQuark name,
                   struct outcome outcome)
{
    struct variable *variable = ARENA_NEW(walk->arena, struct variable);
    *variable = (struct variable){*variables, name, outcome};
    *variables = variable;
}

bool evaluate_outcome(struct walk *walk, const struct expression *expression,
                      struct outcome *outcome)
{
    *outcome = expression_outcome(&walk->evaluator, expression);
    return went_well(walk, expression);
}

bool evaluate_nodes(struct walk *walk, const struct expression *expression, struct node_set *nodes)
{
    *nodes = expression_nodes(&walk->evaluator, expression);
    return went_well(walk, expression);
}

/* The document outlives what the view is turned to. */
bool evaluate_text(struct walk *walk, const struct expression *expression, const char **text)
{
    *text = arena_own(walk->arena, expression_text(&walk->evaluator, expression));
    return went_well(walk, expression);
}

bool evaluate_test(struct walk *walk, const struct expression *expression, bool *holds)
{
    *holds = expression_holds(&walk->evaluator, expression);
    return went_well(walk, expression);
}

/* What a piece says, as long as the view is not turned; NULL where it cannot be evaluated. */
static const char *piece_text(struct walk *walk, const struct text_piece *piece)
{
    if (piece->text)
        return piece->text;
    const char *text = expression_text(&walk->evaluator, piece->expression);
    return went_well(walk, piece->expression) ? text : NULL;
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
        pieces = ARENA_ARRAY(walk->arena, text->count, const char *);
        length = ARENA_ARRAY(walk->arena, text->count, size_t);
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
