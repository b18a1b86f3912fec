/* Calls: the functions there are, and what they take. */
#include "parser.h"
#include "rapor/layout/functions.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <assert.h>
#include <string.h>

/* What to write instead of a function that only XPath has; or NULL. */
static const char *instead_of(const char *name)
{
    static const char *const instead[][2] = {
        {"id", N_("write a condition, such as institution[@code = '51.71']")},
        {"lang", N_("write a condition on an attribute: what is looked up is in one language")},
        {"namespace-uri", N_("write name(): what is looked up has no namespaces")},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(instead); i++)
        if (strcmp(instead[i][0], name) == 0)
            return _(instead[i][1]);
    return NULL;
}

static void refuse_function(struct parser *parser, const struct token *token)
{
    struct names names = {0};
    const char *instead = instead_of(token->text);
    for (size_t i = 0; i < function_rule_count; i++)
        names_add(&names, function_rules[i].name, parser->scratch);
    parser_refuse(parser, token, "unknown-function",
                  arena_printf(parser->arena, _("there is no function %s()"), token->text),
                  instead ? instead : hint_of_names(token->text, &names, parser->arena));
}

static void refuse_count(struct parser *parser, const struct token *token,
                         const struct function_rule *rule, size_t count)
{
    const char *takes;
    if (rule->most == ANY_NUMBER)
        takes = arena_printf(parser->arena, _("at least %zu"), rule->least);
    else if (rule->least == rule->most)
        takes = arena_printf(parser->arena, "%zu", rule->least);
    else
        takes = arena_printf(parser->arena, _("%zu to %zu"), rule->least, rule->most);
    parser_refuse(parser, token, "argument-count",
                  arena_printf(parser->arena, _("%s() takes %s argument%s, here it gets %zu"),
                               rule->name, takes, strcmp(takes, "1") == 0 ? "" : "s", count),
                  NULL);
}

/* Arguments as they come. */
struct arguments {
    struct parsed *items;
    size_t count, room;
};

static void arguments_add(const struct parser *parser, struct arguments *arguments,
                          const struct parsed *parsed)
{
    arguments->items = arena_grow(parser->scratch, arguments->items, arguments->count,
                                  &arguments->room, sizeof *arguments->items);
    arguments->items[arguments->count++] = *parsed;
}

static struct arguments parse_arguments(struct parser *parser, const struct function_rule *rule)
{
    struct arguments arguments = {0};
    parser_expect(parser, TOKEN_OPEN);
    bool more = !parser->failed && parser_next(parser)->kind != TOKEN_CLOSE;
    for (; more; more = parser_accept(parser, TOKEN_COMMA)) {
        const struct token *begin = parser_next(parser);
        const struct parsed parsed = parse_expression(parser);
        if (rule && rule->about == ABOUT_NODES && arguments.count == 0 &&
            type_is_atom(&parsed.type))
            parser_refuse(
                parser, begin, "expression-type",
                arena_printf(parser->arena, _("%s() takes elements or attributes"), rule->name),
                NULL);
        arguments_add(parser, &arguments, &parsed);
    }
    parser_expect(parser, TOKEN_CLOSE);
    return arguments;
}

/* What is asked for twice is found once; and there must be something for all else. */
static void check_case(struct parser *parser, const struct token *token,
                       const struct arguments *arguments)
{
    if (arguments->count % 2 != 0)
        parser_refuse(parser, token, "argument-count",
                      _("case() takes a value, pairs of what it can be and what is then given, and "
                        "what else is given"),
                      _("write case(@kind, 'network', 'Jaringan', 'Lainnya')"));
    for (size_t i = 1; i + 1 < arguments->count; i += 2)
        for (size_t k = 1; k < i; k += 2) {
            const struct term *one = arguments->items[i].term, *other = arguments->items[k].term;
            if (one->kind == TERM_TEXT && other->kind == TERM_TEXT &&
                strcmp(one->text, other->text) == 0)
                parser_refuse(
                    parser, token, "twice",
                    arena_printf(parser->arena, _("case() asks for '%s' twice"), one->text), NULL);
        }
}

static void check_count(struct parser *parser, const struct token *token,
                        const struct function_rule *rule, const struct arguments *arguments)
{
    if (arguments->count < rule->least || arguments->count > rule->most)
        refuse_count(parser, token, rule, arguments->count);
    else if (strcmp(rule->name, "case") == 0)
        check_case(parser, token, arguments);
}

/* Of what a choice can come to. */
static struct type chosen_type(const struct function_rule *rule, const struct arguments *arguments)
{
    const size_t step = strcmp(rule->name, "case") == 0 ? 2 : 1, last = arguments->count - 1;
    assert(arguments->items);
    struct type type = arguments->items[last].type;
    for (size_t i = step == 1 ? 1 : 2; i < last; i += step)
        type = type_of_both(&type, &arguments->items[i].type);
    return type;
}

static struct type result_of(const struct parser *parser, const struct function_rule *rule,
                             const struct arguments *arguments)
{
    switch (rule->called) {
    case CALLED_WITH_TEXTS:
    case CALLED_FOR_TEXT:
        return (struct type){.kind = TYPE_TEXT};
    case CALLED_FOR_NUMBER:
        return (struct type){.kind = TYPE_NUMBER};
    case CALLED_FOR_TRUTH:
        return (struct type){.kind = TYPE_TRUTH};
    case CALLED_FOR_NODE:
        if (rule->about == ABOUT_FOCUS)
            return parser->standpoint->current;
        return (struct type){TYPE_NODES, set_subject(parser->vocabulary), .own = true};
    case CALLED_TO_CHOOSE:
        break;
    }
    return chosen_type(rule, arguments);
}

static unsigned depends_on(const struct parser *parser, const struct function_rule *rule)
{
    switch (rule->about) {
    case ABOUT_PLACE:
        return parser->inside ? ON_PLACE : ON_POSITION;
    case ABOUT_FOCUS:
        return ON_FOCUS;
    case ABOUT_SUBJECT:
        return ON_SUBJECT;
    case ABOUT_ARGUMENTS:
    case ABOUT_NODES:
    case ABOUT_HERE:
        break;
    }
    return 0;
}

static struct parsed make_call(struct parser *parser, const struct function_rule *rule,
                               const struct arguments *arguments)
{
    struct parsed parsed = {.type = result_of(parser, rule, arguments),
                            .depends.on = depends_on(parser, rule)};
    const struct term **terms = ARENA_ARRAY(parser->arena, arguments->count, const struct term *);
    for (size_t i = 0; i < arguments->count; i++) {
        depends_add(parser, &parsed.depends, &arguments->items[i].depends);
        if (!rule->outside)
            parser_takes_text(parser, &arguments->items[i]);
    }
    const enum lifetime lifetime = lifetime_of(parser, &parsed.depends);
    for (size_t i = 0; i < arguments->count; i++)
        terms[i] = term_keep(parser, &arguments->items[i], lifetime);
    struct term *term = term_new(parser, TERM_CALL, parsed.type.kind);
    term->call = (struct function_call){rule, terms, arguments->count};
    parsed.term = term;
    return parsed;
}

struct parsed parse_call(struct parser *parser)
{
    const struct token *token = parser_next(parser);
    const struct function_rule *rule = function_find(token->text);
    parser->next++;
    if (!rule)
        refuse_function(parser, token);
    struct arguments arguments = parse_arguments(parser, rule);
    const bool about_here = rule && (rule->about == ABOUT_HERE || rule->about == ABOUT_NODES);
    if (about_here && arguments.count == 0 && rule->least == 0) {
        const struct parsed here = parsed_here(parser);
        arguments_add(parser, &arguments, &here);
    }
    if (rule && !parser->failed)
        check_count(parser, token, rule, &arguments);
    return rule && !parser->failed ? make_call(parser, rule, &arguments) : parsed_anything(parser);
}
