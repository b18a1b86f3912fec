/* Expressions.
 *
 * The parser climbs by precedence (V. Pratt): one loop and one table for all operators with two
 * sides.  While it reads, it knows at which elements of the view each path can be (an abstract
 * interpretation on sets of declarations), so that every name is held against what can be there,
 * and each term comes out with its type and its dependences.  The tree is evaluated as it is: a
 * term is asked for what is wanted, paths go depth first and stop when enough is found
 * (evaluate.c, nodes.c), and what does not change is kept (dependence.c).  So no expression is
 * looked at twice, no list says what never changes, and there is one way for all of them: an
 * attribute costs a few comparisons, and a condition that names something outside of it costs
 * that once.  A machine of instructions, as libxml2 has, would be no faster on paths this short,
 * and could not be read. */
#include "parser.h"

#include "rapor/layout/number.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* What an expression may be: it is evaluated on the stack. */
enum { DEPTH_MOST = 64, TOKENS_MOST = 4000 };

const struct token *parser_next(const struct parser *parser)
{
    return &parser->tokens.items[parser->next];
}

bool parser_accept(struct parser *parser, enum token_kind kind)
{
    if (parser->failed || parser_next(parser)->kind != kind)
        return false;
    parser->next++;
    return true;
}

void parser_refuse(struct parser *parser, const struct token *token, const char *id,
                   const char *text, const char *hint)
{
    if (!parser->failed)
        parser->refusal = (struct refusal){token->start, id, text, hint};
    parser->failed = true;
}

/* What other languages write, and this one writes otherwise. */
static const char *instead_of(const char *wrong)
{
    static const char *const instead[][2] = {
        {"=", N_("write = once")},
        {"!", N_("write not(...), or != between two values")},
        {"&", N_("write and")},
        {"|", N_("write or")},
        {"%", N_("write mod")},
        {"/", N_("write div for a quotient, a name behind / for a path")},
        {"?", N_("write if(test, 'this', 'that')")},
        {":", N_("write names without a prefix")},
        {"\"", N_("a quotation mark is missing")},
        {"'", N_("a quotation mark is missing")},
        {"$", N_("write the name of a let or a parameter behind $")},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(instead); i++)
        if (*wrong == *instead[i][0])
            return _(instead[i][1]);
    return NULL;
}

static void refuse_token(struct parser *parser, const struct token *token)
{
    if (token->kind == TOKEN_END)
        parser_refuse(parser, token, "expression-syntax", _("this expression ends too early"),
                      NULL);
    else
        parser_refuse(parser, token, "expression-syntax",
                      arena_printf(parser->arena, _("\"%s%s\" cannot be understood here"),
                                   token->kind == TOKEN_VARIABLE ? "$" : "", token->text),
                      instead_of(token->text));
}

void parser_refuse_syntax(struct parser *parser)
{
    refuse_token(parser, parser_next(parser));
}

void parser_expect(struct parser *parser, enum token_kind kind)
{
    if (!parser_accept(parser, kind))
        parser_refuse_syntax(parser);
}

struct term *term_new(const struct parser *parser, enum term_kind kind, enum type_kind type)
{
    struct term *term = ARENA_NEW(parser->arena, struct term);
    term->kind = kind;
    term->type = type;
    return term;
}

void parser_takes_text(struct parser *parser, const struct parsed *parsed)
{
    asked_add(&parser->asked, asked_of_text(parser->vocabulary, &parsed->type));
}

static struct parsed parsed_atom(const struct term *term)
{
    return (struct parsed){.term = term, .type.kind = term->type};
}

struct parsed parsed_anything(const struct parser *parser)
{
    struct term *term = term_new(parser, TERM_TEXT, TYPE_ANY);
    term->text = "";
    return (struct parsed){
        .term = term,
        .type = {.kind = TYPE_ANY, .set = set_all(parser->vocabulary)},
        .depends.on = ON_SUBJECT,
    };
}

struct type type_of_both(const struct type *one, const struct type *other)
{
    if (one->kind == other->kind && type_is_atom(one))
        return (struct type){.kind = one->kind};
    if (type_is_atom(one) && type_is_atom(other))
        return (struct type){.kind = TYPE_ATOM};
    struct type both = {
        .kind = one->kind == TYPE_NODES && other->kind == TYPE_NODES ? TYPE_NODES : TYPE_ANY,
        .attribute = one->attribute && other->attribute,
        .own = one->own && other->own,
    };
    if (!type_is_atom(one))
        set_add(&both.set, &one->set);
    if (!type_is_atom(other))
        set_add(&both.set, &other->set);
    return both;
}

static struct parsed parse_variable(struct parser *parser)
{
    const struct token *token = parser_next(parser);
    parser->next++;
    struct names names = {0};
    for (const struct variable_type *v = parser->standpoint->variables; v; v = v->next) {
        if (strcmp(v->name, token->text) == 0) {
            struct term *term = term_new(parser, TERM_VARIABLE, v->type.kind);
            struct parsed parsed = {.term = term, .type = v->type};
            term->name = g_quark_from_string(v->name);
            names_add(&parsed.depends.variables, v->name, parser->scratch);
            return parsed;
        }
        names_add(&names, v->name, parser->scratch);
    }
    parser_refuse(parser, token, "unknown-variable",
                  arena_printf(parser->arena, _("there is no variable $%s here"), token->text),
                  hint_of_names(token->text, &names, parser->arena));
    return parsed_anything(parser);
}

static struct parsed parse_number(struct parser *parser)
{
    const struct token *token = parser_next(parser);
    struct term *term = term_new(parser, TERM_NUMBER, TYPE_NUMBER);
    parser->next++;
    term->number = number_of(token->text);
    if (term->number >= NUMBER_MOST && strcmp(token->text, "9007199254740992") != 0)
        parser_refuse(parser, token, "expression-number",
                      _("numbers beyond 9007199254740992 are not exact"),
                      _("write it as text, in quotation marks"));
    return parsed_atom(term);
}

/* The text between its quotation marks. */
static struct parsed parse_literal(struct parser *parser)
{
    const char *text = parser_next(parser)->text;
    struct term *term = term_new(parser, TERM_TEXT, TYPE_TEXT);
    parser->next++;
    term->text = arena_strndup(parser->arena, text + 1, strlen(text) - 2);
    return parsed_atom(term);
}

struct parsed parse_primary(struct parser *parser)
{
    switch ((unsigned)parser_next(parser)->kind) {
    case TOKEN_VARIABLE:
        return parse_variable(parser);
    case TOKEN_FUNCTION:
        return parse_call(parser);
    case TOKEN_NUMBER:
        return parse_number(parser);
    case TOKEN_LITERAL:
        return parse_literal(parser);
    }
    parser_expect(parser, TOKEN_OPEN);
    struct parsed parsed = parse_expression(parser);
    parser_expect(parser, TOKEN_CLOSE);
    return parsed;
}

struct parsed parse_expression(struct parser *parser)
{
    if (parser->depth == DEPTH_MOST)
        parser_refuse(parser, parser_next(parser), "expression-syntax", _("this nests too deep"),
                      NULL);
    if (parser->failed)
        return parsed_anything(parser);
    parser->depth++;
    struct parsed parsed = parse_operators(parser, 1);
    parser->depth--;
    return parsed;
}

static struct expression expression_of(const struct parser *parser, const struct parsed *parsed,
                                       const char *text)
{
    return (struct expression){
        .text = arena_strdup(parser->arena, text),
        .term = term_keep(parser, parsed, LIFETIME_EVALUATION),
        .type = parsed->type,
        .through = parser->forgetful ? ON_SUBJECT : through_of(parser, &parsed->depends),
        .lifetime = lifetime_of(parser, &parsed->depends),
        .asked = parser->asked,
    };
}

bool expression_read(const struct language *language, const char *text,
                     const struct standpoint *standpoint, struct expression *expression,
                     struct refusal *refusal)
{
    struct arena *scratch = arena_create();
    struct parser parser = {.vocabulary = language->vocabulary,
                            .arena = language->arena,
                            .scratch = scratch,
                            .standpoint = standpoint,
                            .here = &standpoint->context,
                            .forgetful = language->forgetful,
                            .tokens = lex(text, scratch)};
    const struct token *last = &parser.tokens.items[parser.tokens.count - 1];
    if (last->kind == TOKEN_ERROR)
        refuse_token(&parser, last);
    if (parser.tokens.count > TOKENS_MOST)
        parser_refuse(&parser, &parser.tokens.items[TOKENS_MOST], "expression-syntax",
                      _("this expression is too long"), NULL);
    const struct parsed parsed = parse_expression(&parser);
    parser_expect(&parser, TOKEN_END);
    *refusal = parser.refusal;
    if (!parser.failed)
        *expression = expression_of(&parser, &parsed, text);
    arena_destroy(scratch);
    return !parser.failed;
}
