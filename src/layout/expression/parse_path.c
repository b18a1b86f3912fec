/* Paths: steps, conditions, and what they begin at. */
#include "trail.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* Conditions as they come. */
struct step_list {
    struct parsed *items;
    size_t count, room;
    size_t counting; /* how many up to the last that may ask for a position */
};

static bool may_be_position(const struct parsed *condition)
{
    enum type_kind kind = condition->type.kind;
    return kind == TYPE_NUMBER || kind == TYPE_ATOM || kind == TYPE_ANY ||
           condition->depends.on & ON_PLACE;
}

/* What is asked of the nodes of TYPE. */
static struct parsed parse_condition(struct parser *parser, const struct type *type)
{
    const struct type *here = parser->here;
    const bool inside = parser->inside;
    parser->here = type;
    parser->inside = true;
    const struct parsed condition = parse_expression(parser);
    parser->here = here;
    parser->inside = inside;
    parser_expect(parser, TOKEN_CLOSE_SQUARE);
    return condition;
}

static struct step_list parse_conditions(struct parser *parser, const struct type *type)
{
    struct step_list list = {0};
    while (parser_accept(parser, TOKEN_OPEN_SQUARE)) {
        struct parsed condition = parse_condition(parser, type);
        list.items =
            arena_grow(parser->scratch, list.items, list.count, &list.room, sizeof *list.items);
        list.items[list.count++] = condition;
        if (!parser->failed && may_be_position(&condition))
            list.counting = list.count;
    }
    return list;
}

/* Adds one that is outside of it what it is inside, but for the node it is asked of. */
static void add_condition(const struct parser *parser, struct conditions *conditions,
                          const struct parsed *condition, struct dependences *depends)
{
    struct dependences outside = condition->depends;
    outside.on &= ~(unsigned)(ON_HERE | ON_PLACE);
    depends_add(parser, depends, &outside);
    conditions->items = arena_grow(parser->scratch, conditions->items, conditions->count,
                                   &conditions->room, sizeof(void *));
    conditions->items[conditions->count++] = term_keep(parser, condition, LIFETIME_NONE);
}

/* Conditions that ask for no position are steps of their own, so that what is before them can be
 * kept where it is the same for longer. */
static void add_rest(const struct parser *parser, struct trail *trail, const struct step_list *list)
{
    for (size_t i = list->counting; i < list->count; i++) {
        struct path_step step = {.axis = AXIS_SELF, .any = true};
        add_condition(parser, &step.conditions, &list->items[i], &trail->so_far);
        trail_add(parser, trail, &step);
    }
}

static void add_step(struct parser *parser, struct trail *trail, struct path_step *step)
{
    trail->so_far.on |= set_on(parser->vocabulary, &trail->type.set, false);
    const struct step_list list = parse_conditions(parser, &trail->type);
    for (size_t i = 0; i < list.counting; i++)
        add_condition(parser, &step->conditions, &list.items[i], &trail->so_far);
    step->counting = list.counting > 0;
    trail_add(parser, trail, step);
    add_rest(parser, trail, &list);
}

/* "." and "..": what is here, and what is around it. */
static void parse_dots(struct parser *parser, struct trail *trail, bool up)
{
    struct path_step step = {.axis = up ? AXIS_PARENT : AXIS_SELF, .any = true};
    if (up && !trail->type.attribute)
        trail->type.set = set_along(parser->vocabulary, &trail->type.set, AXIS_PARENT);
    if (up)
        trail->type.attribute = trail->type.own = false;
    if (parser_next(parser)->kind == TOKEN_OPEN_SQUARE)
        parser_refuse(parser, parser_next(parser), "expression-syntax",
                      _("no condition may stand behind . and .."),
                      _("write self::*[ ] or parent::*[ ]"));
    if (up)
        add_step(parser, trail, &step);
}

static void refuse_node_type(struct parser *parser)
{
    const struct token *token = parser_next(parser);
    parser_refuse(parser, token, "expression-syntax",
                  arena_printf(parser->arena, _("there is no %s() here"), token->text),
                  strcmp(token->text, "text") == 0
                      ? _("the name of an element gives its text")
                      : _("write * for any element, @* for any attribute, . for what is here"));
}

/* BELOW: behind "//", where the step may lead to all that stands in what is before. */
static void parse_step(struct parser *parser, struct trail *trail, bool below)
{
    if (!below && parser_accept(parser, TOKEN_DOT)) {
        parse_dots(parser, trail, false);
        return;
    }
    if (!below && parser_accept(parser, TOKEN_DOTS)) {
        parse_dots(parser, trail, true);
        return;
    }
    struct type from = trail->type;
    if (below)
        from.set = set_along(parser->vocabulary, &from.set, AXIS_DESCENDANT_OR_SELF);
    const struct token *begin = parser_next(parser);
    struct path_step step = {.axis = parse_axis(parser)};
    const struct token *token = parser_next(parser);
    if (below && (is_upwards(step.axis) || begin->kind == TOKEN_DOT || begin->kind == TOKEN_DOTS))
        parser_refuse(parser, begin, "expression-syntax", _("behind // a path goes down"),
                      _("write the name of what it leads to, or *"));
    if (token->kind == TOKEN_NODE_TYPE)
        refuse_node_type(parser);
    parser_expect(parser, TOKEN_NAME);
    if (parser->failed)
        return;
    if (strcmp(token->text, "*") != 0)
        step.name = g_quark_from_string(token->text);
    trail->type = type_along(parser, token, &from, step.axis);
    note_step(parser, &from, step.axis, below, &trail->type.set);
    /* "//name" is "/descendant-or-self::node()/name", where no position is counted: */
    size_t before = trail->count;
    if (below)
        trail_add(parser, trail, &(struct path_step){.axis = AXIS_DESCENDANT_OR_SELF, .any = true});
    add_step(parser, trail, &step);
    if (below)
        trail_shorten(trail, before);
}

static bool begins_step(enum token_kind kind)
{
    return kind == TOKEN_NAME || kind == TOKEN_NODE_TYPE || kind == TOKEN_AXIS ||
           kind == TOKEN_AT || kind == TOKEN_DOT || kind == TOKEN_DOTS;
}

/* A step, and those behind / and //. */
static struct parsed parse_steps(struct parser *parser, struct trail *trail, bool below)
{
    parse_step(parser, trail, below);
    while (!parser->failed) {
        below = parser_accept(parser, TOKEN_SLASHES);
        if (!below && !parser_accept(parser, TOKEN_SLASH))
            break;
        if (!begins_step(parser_next(parser)->kind))
            parser_refuse_syntax(parser);
        else
            parse_step(parser, trail, below);
    }
    return parser->failed ? parsed_anything(parser) : trail_end(parser, trail);
}

static struct trail trail_from_here(const struct parser *parser)
{
    return (struct trail){.type = *parser->here, .so_far.on = parser->inside ? ON_HERE : ON_FOCUS};
}

struct parsed parsed_here(const struct parser *parser)
{
    const struct trail trail = trail_from_here(parser);
    return trail_end(parser, &trail);
}

static struct trail trail_from(const struct parsed *base)
{
    return (struct trail){.base = *base, .type = base->type, .so_far = base->depends};
}

/* Those that ask for a position ask for that among all nodes. */
static struct parsed chosen(struct parser *parser, const struct parsed *base,
                            const struct step_list *list)
{
    struct parsed parsed = *base;
    struct term *term = term_new(parser, TERM_CHOICE, TYPE_NODES);
    for (size_t i = 0; i < list->counting; i++)
        add_condition(parser, &term->choice.conditions, &list->items[i], &parsed.depends);
    conditions_keep(parser, &term->choice.conditions);
    term->choice.base = term_keep(parser, base, lifetime_of(parser, &parsed.depends));
    parsed.term = term;
    return parsed;
}

static bool goes_on(const struct parser *parser)
{
    enum token_kind kind = parser_next(parser)->kind;
    return kind == TOKEN_SLASH || kind == TOKEN_SLASHES || kind == TOKEN_OPEN_SQUARE;
}

/* A primary expression, and what stands behind it. */
static struct parsed parse_filter(struct parser *parser)
{
    const struct token *begin = parser_next(parser);
    struct parsed base = parse_primary(parser);
    if (parser->failed || !goes_on(parser))
        return base;
    if (type_is_atom(&base.type)) {
        parser_refuse(parser, begin, "expression-type",
                      _("this gives a value where elements are needed"), NULL);
        return parsed_anything(parser);
    }
    const struct step_list list = parse_conditions(parser, &base.type);
    if (parser->failed)
        return parsed_anything(parser);
    if (list.counting > 0)
        base = chosen(parser, &base, &list);
    struct trail trail = trail_from(&base);
    add_rest(parser, &trail, &list);
    const bool below = parser_accept(parser, TOKEN_SLASHES);
    if (below || parser_accept(parser, TOKEN_SLASH))
        return parse_steps(parser, &trail, below);
    return trail.count > 0 ? trail_end(parser, &trail) : base;
}

static bool begins_primary(enum token_kind kind)
{
    return kind == TOKEN_VARIABLE || kind == TOKEN_FUNCTION || kind == TOKEN_OPEN ||
           kind == TOKEN_LITERAL || kind == TOKEN_NUMBER;
}

struct parsed parse_path(struct parser *parser)
{
    struct trail document = {
        .absolute = true,
        .type = {.kind = TYPE_NODES, .set = set_document()},
    };
    if (begins_primary(parser_next(parser)->kind))
        return parse_filter(parser);
    if (parser_accept(parser, TOKEN_SLASHES))
        return parse_steps(parser, &document, true);
    if (parser_accept(parser, TOKEN_SLASH))
        return begins_step(parser_next(parser)->kind) ? parse_steps(parser, &document, false)
                                                      : trail_end(parser, &document);
    struct trail trail = trail_from_here(parser);
    if (!begins_step(parser_next(parser)->kind))
        parser_refuse_syntax(parser);
    return parse_steps(parser, &trail, false);
}
