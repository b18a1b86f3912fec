#include "shortcut.h"

#include "rapor/base/arena.h"
#include "rapor/layout/functions.h"

#include <string.h>

/* True if the element stands in the view whatever that is turned to. */
static bool stays(const struct token *token)
{
    static const char *const names[] = {"instrument", "issuer", "decree", "letter", "signatory"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (token->kind == TOKEN_NAME && strcmp(token->text, names[i]) == 0)
            return true;
    return token->kind == TOKEN_AT;
}

bool tokens_wander(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        if (token->kind == TOKEN_SLASHES || token->kind == TOKEN_AXIS ||
            token->kind == TOKEN_DOTS || token->kind == TOKEN_NODE_TYPE)
            return true;
        bool root = token->kind == TOKEN_NAME && strcmp(token->text, "results") == 0;
        if (root && (tokens->items[i + 1].kind != TOKEN_SLASH || !stays(&tokens->items[i + 2])))
            return true;
    }
    return false;
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

/* An expression that is being taken apart. */
struct whole {
    const struct check *check;
    const struct tokens *tokens;
    const char *text;
};

/* What its tokens from BEGIN to END say. */
static const struct expression *read_tokens(const struct whole *whole, size_t begin, size_t end)
{
    const struct check *check = whole->check;
    size_t from = whole->tokens->items[begin].start, to = whole->tokens->items[end].start;
    const char *text =
        g_strchomp(arena_strndup(check->reader->arena, whole->text + from, to - from));
    return read_expression(check->reader, check->spot, check->decoded + from, text, check->scope);
}

/* The arguments are expressions of their own. */
static void read_call(const struct whole *whole, const struct function_rule *rule,
                      struct expression *expression)
{
    size_t ends[CALL_MOST], count, from = 2;
    if (!find_arguments(whole->tokens, ends, G_N_ELEMENTS(ends), &count))
        return;
    const struct expression **arguments =
        ARENA_ARRAY(whole->check->reader->arena, count, const struct expression *);
    for (size_t i = 0; i < count; i++) {
        arguments[i] = read_tokens(whole, from, ends[i]);
        if (!arguments[i])
            return;
        from = ends[i] + 1;
    }
    expression->form = rule->text ? FORM_CALL : FORM_COUNT;
    expression->call = (struct call){rule->text, arguments, count};
}

/* The token that opens what the one at CLOSE closes. */
static size_t opening_of(const struct tokens *tokens, size_t close)
{
    size_t at = close, depth = 1;
    while (depth > 0) {
        enum token_kind kind = tokens->items[--at].kind;
        depth += kind == TOKEN_CLOSE_SQUARE || kind == TOKEN_CLOSE;
        depth -= kind == TOKEN_OPEN_SQUARE || kind == TOKEN_OPEN;
    }
    return at;
}

/* True where the tokens before END are one path. */
static bool is_path(const struct tokens *tokens, size_t end)
{
    size_t depth = 0;
    for (size_t i = 0; i < end; i++) {
        enum token_kind kind = tokens->items[i].kind;
        depth += kind == TOKEN_OPEN_SQUARE || kind == TOKEN_OPEN;
        depth -= kind == TOKEN_CLOSE_SQUARE || kind == TOKEN_CLOSE;
        if (depth == 0 && (kind == TOKEN_OPERATOR || kind == TOKEN_UNION))
            return false;
    }
    return end > 0;
}

/* True where the tokens from BEGIN to END say the same in the condition and outside of it. */
static bool is_value(const struct tokens *tokens, size_t begin, size_t end)
{
    const struct token *first = &tokens->items[begin];
    bool anchored = first->kind == TOKEN_FUNCTION &&
                    (strcmp(first->text, "own") == 0 || strcmp(first->text, "current") == 0);
    if (!anchored && first->kind != TOKEN_VARIABLE)
        return end == begin + 1 && (first->kind == TOKEN_LITERAL || first->kind == TOKEN_NUMBER);
    for (size_t i = begin + (anchored ? 3 : 1); i < end; i++)
        if (tokens->items[i].kind != TOKEN_SLASH && tokens->items[i].kind != TOKEN_AT &&
            tokens->items[i].kind != TOKEN_NAME)
            return false;
    return true;
}

static bool read_relation(const char *sign, struct filter *filter)
{
    static const enum relation relations[] = {
        ['<'] = RELATION_BELOW, ['='] = RELATION_SAME, ['>'] = RELATION_ABOVE};
    if (!strchr("<=>", *sign) || *sign == '\0')
        return false;
    filter->relation = relations[(unsigned char)*sign];
    filter->or_same = sign[1] == '=';
    return true;
}

/* What stands in the brackets at OPEN and CLOSE; false where it is none of ours. */
static bool read_condition(const struct whole *whole, size_t open, size_t close,
                           struct filter *filter)
{
    const struct token *first = &whole->tokens->items[open + 1];
    const bool missing = first->kind == TOKEN_FUNCTION && strcmp(first->text, "not") == 0;
    const size_t at = missing ? open + 3 : open + 1, after = at + 2;
    const struct token *key = &whole->tokens->items[at + 1];
    if (key[-1].kind != TOKEN_AT || strcmp(key->text, "*") == 0)
        return false;
    filter->key = key->text;
    filter->relation = missing ? RELATION_MISSING : RELATION_THERE;
    if (after + missing == close)
        return true;
    if (missing || !read_relation(key[1].text, filter) ||
        !is_value(whole->tokens, after + 1, close))
        return false;
    filter->value = read_tokens(whole, after + 1, close);
    return filter->value;
}

/* Finds the last condition, and the attribute behind it. */
static void read_filter(const struct whole *whole, struct expression *expression)
{
    const struct token *items = whole->tokens->items;
    struct filter *filter = ARENA_NEW(whole->check->reader->arena, struct filter);
    size_t end = whole->tokens->count - 1;
    if (end > 3 && items[end - 2].kind == TOKEN_AT && items[end - 3].kind == TOKEN_SLASH &&
        strcmp(items[end - 1].text, "*") != 0) {
        filter->attribute = filter->key = items[end - 1].text;
        end -= 3;
    }
    if (items[end - 1].kind == TOKEN_CLOSE_SQUARE) {
        size_t open = opening_of(whole->tokens, end - 1);
        if (!read_condition(whole, open, end - 1, filter))
            return;
        end = open;
    } else if (!filter->attribute) {
        return;
    }
    if (!is_path(whole->tokens, end) || !(filter->base = read_tokens(whole, 0, end)))
        return;
    expression->form = FORM_FILTER;
    expression->filter = filter;
}

/* current()/@name is @name for who stands at what is current: in no condition. */
static const char *attribute_name(const struct tokens *tokens)
{
    const struct token *at = tokens->items;
    if (at->kind == TOKEN_FUNCTION && strcmp(at->text, "current") == 0 && at[3].kind == TOKEN_SLASH)
        at += 4;
    bool whole = at->kind == TOKEN_AT && at[1].kind == TOKEN_NAME && at[2].kind == TOKEN_END;
    return whole && strcmp(at[1].text, "*") != 0 ? at[1].text : NULL;
}

void shortcut_find(const struct check *check, const struct tokens *tokens,
                   struct expression *expression)
{
    const struct whole whole = {check, tokens, expression->text};
    const struct token *first = tokens->items;
    const struct function_rule *rule =
        first->kind == TOKEN_FUNCTION ? function_find(first->text) : NULL;
    bool alone = tokens->count == 2; /* with the token that ends them */
    if (rule && (rule->text || strcmp(rule->name, "count") == 0)) {
        read_call(&whole, rule, expression);
    } else if (attribute_name(tokens)) {
        expression->form = FORM_ATTRIBUTE;
        expression->name = attribute_name(tokens);
    } else if (alone && first->kind == TOKEN_VARIABLE) {
        expression->form = FORM_VARIABLE;
        expression->name = first->text;
    } else if (alone && first->kind == TOKEN_NAME && strcmp(first->text, "*") != 0) {
        expression->form = FORM_CHILDREN;
        expression->name = first->text;
    } else if (expression->type.kind == TYPE_NODES) {
        read_filter(&whole, expression);
    }
}
