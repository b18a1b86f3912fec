/* Compiles XPath and turns what libxml2 says against it into a complaint. */
#include "functions.h"
#include "lexer.h"
#include "reader.h"

#include "rapor/arena.h"

#include <libxml/xpathInternals.h>
#include <string.h>

static const char *syntax_message(int code)
{
    switch (code) {
    case XML_XPATH_NUMBER_ERROR:
        return "a number is not written right";
    case XML_XPATH_UNFINISHED_LITERAL_ERROR:
    case XML_XPATH_START_LITERAL_ERROR:
        return "a quotation mark is missing";
    case XML_XPATH_VARIABLE_REF_ERROR:
        return "a name is missing behind $";
    case XML_XPATH_INVALID_PREDICATE_ERROR:
        return "a condition in [ ] is not written right";
    case XML_XPATH_UNCLOSED_ERROR:
        return "a bracket is not closed";
    default:
        return "this is no XPath expression";
    }
}

static void complain_syntax(struct reader *reader, const struct spot *spot, size_t decoded,
                            const char *text)
{
    const xmlError *last = &reader->layout->xpath->lastError;
    size_t into = last->int1 > 0 ? MIN((size_t)last->int1, strlen(text)) : 0;
    complain_inside(reader, spot, decoded + into,
                    &(struct complaint){.id = "expression-syntax",
                                        .text = arena_printf(reader->arena, "%s: %s",
                                                             syntax_message(last->code), text)});
}

/* Where the expression is one call, the token behind each argument; NULL where it is not. */
static bool find_arguments(const struct tokens *tokens, size_t *ends, size_t most, size_t *count)
{
    size_t depth = 1, at = 2; /* behind the name and the bracket */
    *count = 0;
    for (; depth > 0; at++) {
        enum token_kind kind = tokens->items[at].kind;
        depth += kind == TOKEN_OPEN || kind == TOKEN_OPEN_SQUARE;
        depth -= kind == TOKEN_CLOSE || kind == TOKEN_CLOSE_SQUARE;
        bool ends_here = depth == 0 || (depth == 1 && kind == TOKEN_COMMA);
        if (ends_here && *count == most)
            return false;
        if (ends_here)
            ends[(*count)++] = at;
    }
    return tokens->items[at].kind == TOKEN_END;
}

/* The arguments are expressions of their own. */
static void read_call(const struct check *check, const struct tokens *tokens,
                      const struct function_rule *rule, struct expression *expression)
{
    size_t ends[CALL_MOST], count, from = 2;
    struct arena *arena = check->reader->arena;
    if (!find_arguments(tokens, ends, G_N_ELEMENTS(ends), &count))
        return;
    const struct expression **arguments = ARENA_ARRAY(arena, count, const struct expression *);
    for (size_t i = 0; i < count; i++) {
        size_t begin = tokens->items[from].start, end = tokens->items[ends[i]].start;
        const char *text = g_strchomp(arena_strndup(arena, expression->text + begin, end - begin));
        arguments[i] =
            read_expression(check->reader, check->spot, check->decoded + begin, text, check->scope);
        if (!arguments[i])
            return;
        from = ends[i] + 1;
    }
    expression->form = FORM_CALL;
    expression->call = (struct call){rule->text, arguments, count};
}

/* Finds out whether libxml2 is needed at all. */
static void find_form(const struct check *check, const struct tokens *tokens,
                      struct expression *expression)
{
    const struct token *first = tokens->items;
    const struct function_rule *rule =
        first->kind == TOKEN_FUNCTION ? function_find(first->text) : NULL;
    bool one = tokens->count == 2, two = tokens->count == 3;
    if (rule && rule->text) {
        read_call(check, tokens, rule, expression);
    } else if (one && first->kind == TOKEN_VARIABLE) {
        expression->form = FORM_VARIABLE;
        expression->name = first->text;
    } else if (one && first->kind == TOKEN_NAME && strcmp(first->text, "*") != 0) {
        expression->form = FORM_CHILDREN;
        expression->name = first->text;
    } else if (two && first->kind == TOKEN_AT && strcmp(first[1].text, "*") != 0) {
        expression->form = FORM_ATTRIBUTE;
        expression->name = first[1].text;
    }
}

const struct expression *read_expression(struct reader *reader, const struct spot *spot,
                                         size_t decoded, const char *text,
                                         const struct scope *scope)
{
    xmlXPathCompExpr *compiled = xmlXPathCtxtCompile(reader->layout->xpath, BAD_CAST text);
    if (!compiled) {
        complain_syntax(reader, spot, decoded, text);
        return NULL;
    }
    g_ptr_array_add(reader->layout->compiled, compiled);

    struct expression *expression = ARENA_NEW(reader->arena, struct expression);
    *expression = (struct expression){
        .text = arena_strdup(reader->arena, text),
        .compiled = compiled,
        .file = spot->file->path,
        .line =
            file_line(spot->file, spot->attribute
                                      ? file_value(spot->file, spot->node, spot->attribute, decoded)
                                      : file_offset(spot->file, spot->node, decoded)),
    };
    const struct check check = {reader, spot, decoded, scope};
    struct tokens tokens = lex(text, reader->arena);
    if (!check_expression(&check, &tokens, expression))
        return NULL;
    find_form(&check, &tokens, expression);
    return expression;
}
