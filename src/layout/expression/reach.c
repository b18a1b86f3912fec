/* Which elements can a step reach?  Names are held against those. */
#include "trail.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/view/view.h"

#include <string.h>

/* The elements of SET in words: "institution or region". */
static const char *where(const struct parser *parser, const struct set *set)
{
    struct names names = set_names(parser->vocabulary, set, false, parser->arena);
    if (names.count == 0)
        return _("the document");
    if (names.count > 3)
        return _("any element here");
    const char *words = names.items[0];
    for (size_t i = 1; i < names.count; i++)
        words = arena_printf(parser->arena, _("%s or %s"), words, names.items[i]);
    return words;
}

static void refuse_name(struct parser *parser, const struct token *token, const struct set *from,
                        const struct names *possible, bool attribute)
{
    const char *what = attribute ? _("attribute") : _("element");
    parser_refuse(parser, token, attribute ? "unknown-attribute-name" : "unknown-element-name",
                  arena_printf(parser->arena, _("there is no %s \"%s\" in %s"), what, token->text,
                               where(parser, from)),
                  hint_of_names(token->text, possible, parser->arena));
}

/* True if an element of SET has it, or could. */
static bool may_have(const struct vocabulary *vocabulary, const struct set *set,
                     const char *attribute)
{
    bool found = set->open;
    for (size_t i = set_next(set, 0); !found && i != SIZE_MAX; i = set_next(set, i + 1))
        found = vocabulary->declarations[i].children.open ||
                names_have(&vocabulary->declarations[i].attributes, attribute);
    return found;
}

static struct type attributes_of(struct parser *parser, const struct token *token,
                                 const struct type *from)
{
    if (strcmp(token->text, "*") != 0 && !may_have(parser->vocabulary, &from->set, token->text)) {
        struct names names = set_names(parser->vocabulary, &from->set, true, parser->arena);
        refuse_name(parser, token, &from->set, &names, true);
    }
    return (struct type){TYPE_NODES, from->set, .attribute = true};
}

static struct type elements_along(struct parser *parser, const struct token *token,
                                  const struct type *from, enum axis axis)
{
    struct set near = set_along(parser->vocabulary, &from->set, axis);
    struct type type = {.kind = TYPE_NODES, .set = near};
    if (strcmp(token->text, "*") == 0)
        return type;
    type.set = set_named(parser->vocabulary, &near, token->text);
    if (set_empty(&type.set)) {
        struct names names = set_names(parser->vocabulary, &near, false, parser->arena);
        refuse_name(parser, token, &from->set, &names, false);
    }
    return type;
}

const struct asked asked_all = {PARTS_ALL, PARTS_ALL};

/* Who takes the text of a thing asks for all that stands in it. */
struct asked asked_of_text(const struct vocabulary *vocabulary, const struct type *type)
{
    struct set institution = {0};
    set_put(&institution, vocabulary->institution);
    const struct set holders = set_along(vocabulary, &institution, AXIS_ANCESTOR_OR_SELF);
    return set_meet(&holders, &type->set) && !type->attribute && !type_is_atom(type)
               ? asked_all
               : (struct asked){0};
}

/* Parts of an institution that are in SET, or through which one comes to it. */
static uint64_t parts_towards(const struct vocabulary *vocabulary, const struct set *set)
{
    const struct set *children = &vocabulary->declarations[vocabulary->institution].children;
    uint64_t parts = 0;
    for (size_t i = set_next(children, 0); i != SIZE_MAX; i = set_next(children, i + 1)) {
        struct set part = {0};
        set_put(&part, i);
        part = set_along(vocabulary, &part, AXIS_DESCENDANT_OR_SELF);
        if (set_meet(&part, set))
            parts |= vocabulary->declarations[i].part;
    }
    return parts;
}

static uint64_t parts_in(const struct vocabulary *vocabulary, const struct set *set)
{
    uint64_t parts = 0;
    for (size_t i = set_next(set, 0); i != SIZE_MAX; i = set_next(set, i + 1))
        parts |= vocabulary->declarations[i].part;
    return parts;
}

void note_step(struct parser *parser, const struct type *from, enum axis axis, bool below,
               const struct set *to)
{
    const struct vocabulary *vocabulary = parser->vocabulary;
    struct asked *asked = &parser->asked;
    const bool child = axis == AXIS_CHILD && set_has(&from->set, vocabulary->institution);
    const bool aside = axis == AXIS_FOLLOWING_SIBLING || axis == AXIS_PRECEDING_SIBLING;
    if (below || axis == AXIS_DESCENDANT || axis == AXIS_DESCENDANT_OR_SELF)
        asked->others |= parts_towards(vocabulary, to);
    else if (child && from->own)
        asked->own |= parts_in(vocabulary, to);
    else if (child || aside)
        asked->others |= parts_in(vocabulary, to);
}

bool is_upwards(enum axis axis)
{
    return axis == AXIS_PARENT || axis == AXIS_ANCESTOR || axis == AXIS_ANCESTOR_OR_SELF;
}

struct type type_along(struct parser *parser, const struct token *token, const struct type *from,
                       enum axis axis)
{
    if (from->attribute && axis != AXIS_SELF && !is_upwards(axis))
        parser_refuse(parser, token, "expression-type", _("an attribute has nothing below it"),
                      NULL);
    if (axis == AXIS_ATTRIBUTE)
        return attributes_of(parser, token, from);
    /* The parent of an attribute is the element it stands at. */
    bool parent = from->attribute && axis == AXIS_PARENT;
    bool above = from->attribute && axis == AXIS_ANCESTOR;
    return elements_along(parser, token, from,
                          parent  ? AXIS_SELF
                          : above ? AXIS_ANCESTOR_OR_SELF
                                  : axis);
}

static enum axis axis_named(struct parser *parser, const struct token *token)
{
    static const struct {
        const char *name;
        enum axis axis;
    } axes[] = {
        {"child", AXIS_CHILD},
        {"descendant", AXIS_DESCENDANT},
        {"descendant-or-self", AXIS_DESCENDANT_OR_SELF},
        {"parent", AXIS_PARENT},
        {"ancestor", AXIS_ANCESTOR},
        {"ancestor-or-self", AXIS_ANCESTOR_OR_SELF},
        {"self", AXIS_SELF},
        {"following-sibling", AXIS_FOLLOWING_SIBLING},
        {"preceding-sibling", AXIS_PRECEDING_SIBLING},
        {"attribute", AXIS_ATTRIBUTE},
    };
    struct names names = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(axes); i++) {
        if (strcmp(token->text, axes[i].name) == 0)
            return axes[i].axis;
        names_add(&names, axes[i].name, parser->arena);
    }
    parser_refuse(parser, token, "unknown-axis",
                  arena_printf(parser->arena, _("there is no axis %s here"), token->text),
                  hint_of_names(token->text, &names, parser->arena));
    return AXIS_CHILD;
}

enum axis parse_axis(struct parser *parser)
{
    if (parser_accept(parser, TOKEN_AT))
        return AXIS_ATTRIBUTE;
    const struct token *token = parser_next(parser);
    if (!parser_accept(parser, TOKEN_AXIS))
        return AXIS_CHILD;
    parser_expect(parser, TOKEN_COLONS);
    return axis_named(parser, token);
}
