/* Compiles XPath and turns what libxml2 says against it into a complaint. */
#include "../reader.h"
#include "shortcut.h"

#include "rapor/base/arena.h"

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
    shortcut_find(&check, &tokens, expression);
    return expression;
}
