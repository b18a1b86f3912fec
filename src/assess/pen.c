#include "pen.h"

#include "grove.h"
#include "rapor/arena.h"
#include "rapor/digest.h"
#include "rapor/numeral.h"
#include "value.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

static void tree_start(struct pen *pen, const char *element)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    tree->node = grove_element(tree->grove, tree->node, element);
}

static void tree_attribute(struct pen *pen, const char *name, const char *value)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    if (value)
        grove_attribute(tree->grove, tree->node, name, value);
}

static void tree_text(struct pen *pen, const char *text)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    grove_text(tree->grove, tree->node, text);
}

static void tree_end(struct pen *pen)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    tree->node = tree->node->parent;
}

struct tree_pen tree_pen_at(xmlNode *node, struct grove *grove)
{
    return (struct tree_pen){
        .pen = {tree_start, tree_attribute, tree_text, tree_end, NULL},
        .grove = grove,
        .node = node,
    };
}

static void close_tag(struct text_pen *text)
{
    if (text->tag_open)
        g_string_append(text->out, ">\n");
    text->tag_open = false;
}

static void indent(struct text_pen *text)
{
    for (size_t i = 0; i < text->depth; i++)
        g_string_append(text->out, "  ");
}

static void text_start(struct pen *pen, const char *element)
{
    struct text_pen *text = (struct text_pen *)pen;
    assert(text->depth < PEN_DEPTH);
    close_tag(text);
    indent(text);
    g_string_append_c(text->out, '<');
    g_string_append(text->out, element);
    text->elements[text->depth++] = element;
    text->tag_open = true;
}

/* Line ends and tabs are written as references: a parser makes spaces of them
 * in attributes otherwise. */
static const char *reference_of(char special)
{
    switch (special) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    default:
        return "&#13;";
    }
}

static void append_escaped(GString *out, const char *value)
{
    while (*value != '\0') {
        size_t plain = strcspn(value, "&<>\"\t\n\r");
        g_string_append_len(out, value, (gssize)plain);
        value += plain;
        if (*value != '\0')
            g_string_append(out, reference_of(*value++));
    }
}

static void text_attribute(struct pen *pen, const char *name, const char *value)
{
    struct text_pen *text = (struct text_pen *)pen;
    if (!value)
        return;
    g_string_append_c(text->out, ' ');
    g_string_append(text->out, name);
    g_string_append(text->out, "=\"");
    append_escaped(text->out, value);
    g_string_append_c(text->out, '"');
}

static void text_text(struct pen *pen, const char *value)
{
    struct text_pen *text = (struct text_pen *)pen;
    g_string_append_c(text->out, '>');
    append_escaped(text->out, value);
    text->tag_open = false;
    text->in_line = true;
}

static void text_end(struct pen *pen)
{
    struct text_pen *text = (struct text_pen *)pen;
    text->depth--;
    if (text->tag_open) {
        g_string_append(text->out, "/>\n");
        text->tag_open = false;
        return;
    }
    if (!text->in_line)
        indent(text);
    text->in_line = false;
    g_string_append(text->out, "</");
    g_string_append(text->out, text->elements[text->depth]);
    g_string_append(text->out, ">\n");
}

struct text_pen text_pen_on(GString *out)
{
    return (struct text_pen){
        .pen = {text_start, text_attribute, text_text, text_end, NULL},
        .out = out,
    };
}

void pen_count(struct pen *pen, const char *name, size_t count)
{
    pen->attribute(pen, name, arena_printf(pen->scratch, "%zu", count));
}

void pen_hundredths(struct pen *pen, const char *name, int64_t hundredths)
{
    if (hundredths != INDEX_NONE)
        pen->attribute(pen, name, numeral_hundredths(hundredths, pen->scratch));
}

void pen_signed(struct pen *pen, const char *name, int64_t hundredths)
{
    pen->attribute(pen, name, numeral_hundredths(hundredths, pen->scratch));
}

void pen_whole(struct pen *pen, const char *name, int64_t number)
{
    pen->attribute(pen, name, arena_printf(pen->scratch, "%" PRId64, number));
}

void pen_fraction(struct pen *pen, const char *name, int64_t numerator, int64_t denominator)
{
    pen->attribute(pen, name, numeral_fraction(numerator, denominator, pen->scratch));
}

void pen_value(struct pen *pen, struct value value)
{
    if (!value_exists(value))
        return;
    pen_hundredths(pen, "index", value.printed);
    if (!pen->rounded)
        pen_fraction(pen, "exact", value.sum, value.whole);
}

void pen_seal(struct pen *pen, const GString *text)
{
    g_autofree char *digest = digest_bytes(text->str, text->len);
    digest[8] = '\0';
    g_autofree char *mark = g_ascii_strup(digest, -1);
    pen->attribute(pen, "seal", mark);
}
