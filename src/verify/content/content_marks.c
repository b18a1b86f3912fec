/* Marked content: what is painted is either an artifact or tagged. */
#include "content.h"

#include "../checks.h"

#include <string.h>

struct open_mark content_mark_now(const struct page_content *content)
{
    guint count = content->open->len;
    return count > 0 ? g_array_index(content->open, struct open_mark, count - 1) : content->around;
}

/* What the property list of a marked sequence says. */
struct properties {
    double number; /* its /MCID, or -1 */
    bool replaced; /* it has /ActualText */
    const char *language;
};

/* "/Span << /MCID 3 /Lang (id) >> BDC": the list stands among the operands. */
static struct properties properties_inline(const struct page_content *content)
{
    struct properties found = {-1, false, NULL};
    const struct pdf_token *tokens = (const struct pdf_token *)(void *)content->operands->data;
    unsigned depth = 0;
    for (guint i = 1; i + 1 < content->operands->len; i++) {
        const char *text = lexer_text(&content->lexer, &tokens[i]);
        const struct pdf_token *value = &tokens[i + 1];
        depth += tokens[i].kind == TOKEN_DICTIONARY;
        depth -= tokens[i].kind == TOKEN_DICTIONARY_END;
        if (depth != 1 || tokens[i].kind != TOKEN_NAME)
            continue;
        if (strcmp(text, "MCID") == 0 && value->kind == TOKEN_NUMBER)
            found.number = value->number;
        if (strcmp(text, "ActualText") == 0 && value->kind == TOKEN_STRING)
            found.replaced = true;
        if (strcmp(text, "Lang") == 0 && value->kind == TOKEN_STRING)
            found.language = lexer_text(&content->lexer, value);
    }
    return found;
}

static struct properties properties_named(struct page_content *content)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh list = content_resource(content, "/Properties", content_operand(content, 1));
    return (struct properties){
        .number = pdf_number(pdf, pdf_key(pdf, list, "/MCID"), -1),
        .replaced = pdf_has(pdf, list, "/ActualText"),
        .language = pdf_text(pdf, pdf_key(pdf, list, "/Lang")),
    };
}

static struct content_mark *begin_tagged(struct page_content *content, unsigned number)
{
    struct pdf *pdf = content->pdf;
    struct content_mark *mark = marks_add(pdf->marks, content->owner, number);
    mark->page = pdf->page;
    mark->times++;
    if (mark->times == 2 && content->outer)
        blame(pdf, RULE_FORM, content->object, "a form with tagged content is painted twice");
    else if (mark->times == 2)
        blame(pdf, RULE_MARK, content->object, "/MCID %u marks content twice", number);
    return mark;
}

void content_mark_begin(struct page_content *content)
{
    struct pdf *pdf = content->pdf;
    struct open_mark open = content_mark_now(content);
    struct properties found = {-1, false, NULL};
    bool artifact = strcmp(content_operand(content, 0), "/Artifact") == 0;
    if (content->operands->len > 1)
        found =
            *content_operand(content, 1) ? properties_named(content) : properties_inline(content);
    check_language(pdf, found.language, content->object);
    if (artifact && open.mark)
        blame(pdf, RULE_MARK_NESTING, content->object, "an artifact within tagged content");
    if (found.number >= 0 && found.number < 2147483648.0) {
        if (open.artifact)
            blame(pdf, RULE_MARK_NESTING, content->object, "tagged content within an artifact");
        open.mark = begin_tagged(content, (unsigned)found.number);
    }
    open.artifact = open.artifact || artifact;
    open.replaced = open.replaced || found.replaced;
    g_array_append_val(content->open, open);
}

void content_mark_end(struct page_content *content)
{
    if (content->open->len == 0)
        blame(content->pdf, RULE_BALANCE, content->object, "EMC without BMC or BDC");
    else
        g_array_set_size(content->open, content->open->len - 1);
}

void content_painted(struct page_content *content)
{
    struct open_mark now = content_mark_now(content);
    if (now.mark)
        now.mark->inked = true;
    else if (!now.artifact)
        blame(content->pdf, RULE_UNMARKED, content->object,
              "something is painted that is neither tagged nor an artifact");
}
