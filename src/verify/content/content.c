#include "content.h"

#include "../checks.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

#define OPERANDS_MAX 100000
#define WORK_MAX     20000000 /* operators of a document, forms each time they are used */

const char *content_operand(const struct page_content *content, guint number)
{
    if (number >= content->operands->len)
        return "";
    const struct pdf_token *token = &g_array_index(content->operands, struct pdf_token, number);
    return token->kind == TOKEN_NAME
               ? arena_printf(content->pdf->arena, "/%s", lexer_text(&content->lexer, token))
               : "";
}

qpdf_oh content_resource(struct page_content *content, const char *category, const char *name)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh found = pdf_key(pdf, pdf_key(pdf, content->resources, category), name);
    if (pdf_is_null(pdf, found))
        blame(pdf, RULE_RESOURCES, content->object, "%s is not among the resources (%s)", name,
              category);
    return found;
}

/* The letter that stands for the operand at *AT, which moves behind it; 0: none. */
static char operand_letter(const struct page_content *content, guint *at)
{
    static const char letters[] = {
        [TOKEN_NUMBER] = 'n', [TOKEN_CONSTANT] = 'b', [TOKEN_NAME] = 'm',
        [TOKEN_STRING] = 's', [TOKEN_ARRAY] = 'a',    [TOKEN_DICTIONARY] = 'p'};
    const struct pdf_token *tokens = (const struct pdf_token *)(void *)content->operands->data;
    enum pdf_token_kind kind = tokens[*at].kind;
    unsigned depth = 0;
    do {
        enum pdf_token_kind here = tokens[(*at)++].kind;
        depth += here == TOKEN_ARRAY || here == TOKEN_DICTIONARY;
        bool ends = here == TOKEN_ARRAY_END || here == TOKEN_DICTIONARY_END;
        if (ends && depth-- == 0)
            return 0;
    } while (depth > 0 && *at < content->operands->len);
    if (depth > 0 || (size_t)kind >= sizeof letters)
        return 0;
    return letters[kind];
}

static bool operands_fit(const struct page_content *content, const char *wanted)
{
    guint at = 0;
    if (strcmp(wanted, "*") == 0)
        return true;
    for (; *wanted && at < content->operands->len; wanted++) {
        char letter = operand_letter(content, &at);
        if (letter != *wanted && !(*wanted == 'p' && letter == 'm'))
            return false;
    }
    return !*wanted && at == content->operands->len;
}

static void save(struct page_content *content)
{
    g_array_append_val(content->states, content->state);
    if (content->states->len == STATE_DEPTH_MAX + 1)
        blame(content->pdf, RULE_LIMIT, content->object, "q is nested more than %d deep",
              STATE_DEPTH_MAX);
}

static void restore(struct page_content *content)
{
    if (content->states->len == 0) {
        blame(content->pdf, RULE_BALANCE, content->object, "Q without q");
        return;
    }
    content->state =
        g_array_index(content->states, struct graphics_state, content->states->len - 1);
    g_array_set_size(content->states, content->states->len - 1);
}

static void check_intent_name(struct page_content *content)
{
    check_rendering_intent(content->pdf, content_operand(content, 0), content->object);
}

static void begin_text(struct page_content *content)
{
    content->in_text = true;
}

static void end_text(struct page_content *content)
{
    content->in_text = false;
}

static void set_mode(struct page_content *content)
{
    double mode = g_array_index(content->operands, struct pdf_token, 0).number;
    content->state.mode = mode >= 0 && mode <= 7 ? (int)mode : 0;
}

/* "width 0 d0": a glyph says how wide it is. */
static void check_glyph_width(struct page_content *content)
{
    const double width = g_array_index(content->operands, struct pdf_token, 0).number;
    const double off = width - content->glyph_width;
    if (off > 1 || off < -1)
        blame(content->pdf, RULE_WIDTH, content->object,
              "a glyph is %g wide, and %g in the widths of its font", width, content->glyph_width);
}

/* What is not here is a colour, or does nothing. */
static void (*const acts[])(struct page_content *content) = {
    [ACT_SAVE] = save,
    [ACT_RESTORE] = restore,
    [ACT_BEGIN_TEXT] = begin_text,
    [ACT_END_TEXT] = end_text,
    [ACT_BEGIN_MARK] = content_mark_begin,
    [ACT_END_MARK] = content_mark_end,
    [ACT_FONT] = content_font,
    [ACT_MODE] = set_mode,
    [ACT_SHOW] = content_show,
    [ACT_PAINT] = content_path,
    [ACT_OBJECT] = content_object,
    [ACT_STATE] = content_state,
    [ACT_GLYPH] = check_glyph_width,
    [ACT_INTENT] = check_intent_name,
    [ACT_IMAGE_DATA] = content_inline_image,
};

static void act(struct page_content *content, enum act what)
{
    if (what < G_N_ELEMENTS(acts) && acts[what])
        acts[what](content);
    else
        content_color(content, what);
}

static void follow_word(struct page_content *content, const char *word)
{
    static const char *const places[] = {
        [ANYWHERE] = "", [IN_TEXT] = N_("outside of"), [OUTSIDE_TEXT] = N_("within")};
    const struct operator* operator= operator_named(word);
    struct pdf *pdf = content->pdf;
    if (!operator) {
        blame(pdf, RULE_OPERATOR, content->object, "unknown operator \"%.20s\"", word);
        return;
    }
    if (!operands_fit(content, operator->operands)) {
        blame(pdf, RULE_OPERATOR, content->object, "operator %s has not the operands it needs",
              word);
        return;
    }
    bool misplaced = (operator->where == IN_TEXT && !content->in_text) ||
                     (operator->where == OUTSIDE_TEXT && content->in_text);
    if (misplaced)
        blame(pdf, RULE_BALANCE, content->object, "operator %s stands %s BT ... ET", word,
              _(places[operator->where]));
    content->operator= operator;
    act(content, operator->act);
}

/* ISO 19005-3, 6.1.13: operands as large, as small and as long as those of objects. */
static void check_limits(struct page_content *content, const struct pdf_token *token)
{
    struct pdf *pdf = content->pdf;
    if (token->kind == TOKEN_NUMBER)
        check_number(pdf, token->number, token->whole, content->object);
    if (token->kind == TOKEN_STRING)
        check_length(pdf, token->size, content->object);
    if (token->crooked)
        blame(pdf, RULE_SPELLING, content->object,
              "a hexadecimal string of an odd number of digits, or with something else");
}

/* False at the end. */
static bool follow_token(struct page_content *content)
{
    struct pdf_token token = lexer_next(&content->lexer);
    if (token.kind == TOKEN_END || content->pdf->work > WORK_MAX)
        return false;
    if (content->pdf->work++ == WORK_MAX)
        blame(content->pdf, RULE_SIZE, content->object, "more operators than can be judged");
    if (token.kind == TOKEN_BAD || content->operands->len > OPERANDS_MAX) {
        blame(content->pdf, RULE_OPERATOR, content->object, "the content makes no sense");
        return false;
    }
    if (token.kind != TOKEN_WORD) {
        check_limits(content, &token);
        g_array_append_val(content->operands, token);
        return true;
    }
    g_autofree char *word = g_strdup(lexer_text(&content->lexer, &token));
    follow_word(content, word);
    g_array_set_size(content->operands, 0);
    g_string_truncate(content->lexer.text, 0);
    return true;
}

static void check_closed(struct page_content *content)
{
    struct pdf *pdf = content->pdf;
    if (content->states->len > 0)
        blame(pdf, RULE_BALANCE, content->object, "q without Q");
    if (content->in_text)
        blame(pdf, RULE_BALANCE, content->object, "BT without ET");
    if (content->open->len > 0)
        blame(pdf, RULE_BALANCE, content->object, "BMC or BDC without EMC");
    if (content->operands->len > 0)
        blame(pdf, RULE_OPERATOR, content->object, "operands without an operator at the end");
}

void content_follow(struct page_content *content, GBytes *bytes)
{
    size_t size;
    const char *start = g_bytes_get_data(bytes, &size);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) operands = g_array_new(FALSE, FALSE, sizeof(struct pdf_token));
    g_autoptr(GArray) states = g_array_new(FALSE, FALSE, sizeof(struct graphics_state));
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(struct open_mark));
    content->lexer = (struct lexer){start, start ? start + size : NULL, text};
    content->operands = operands;
    content->states = states;
    content->open = open;
    while (follow_token(content))
        continue;
    check_closed(content);
}
