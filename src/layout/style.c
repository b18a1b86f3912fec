/* Styles: what one says of itself, over what it is based on. */
#include "definition.h"
#include "diagnose.h"
#include "meaning.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/layout/attributes.h"

#include <string.h>

/* A style may be based on one of its own name, which it replaces. */
static const struct style *base_style(struct layout_reader *reader,
                                      const struct definition *definition, const char *name)
{
    const struct layout_spot spot = {definition->file, definition->xml, "base"};
    if (strcmp(name, definition->name) != 0) {
        struct definition *base = definition_needed(reader, &spot, NODE_STYLE, name);
        return base ? &base->meaning->style : NULL;
    }
    struct definition *before = definition->before;
    if (before) {
        definition_read(reader, before);
        meaning_names(reader, NODE_STYLE, name, before->meaning);
        return &before->meaning->style;
    }
    diagnose_layout(reader, &spot,
                    &(struct diagnostic){
                        .id = "unknown-style",
                        .text = arena_printf(reader->arena,
                                             _("there is no style \"%s\" before this one"), name)});
    return NULL;
}

static void set_length(const struct value *value, double *length)
{
    if (value->given)
        *length = value->length;
}

static void set_flag(const struct value *value, bool *flag)
{
    if (value->given)
        *flag = value->count > 0;
}

static void set_type(struct style *style, const struct value *values)
{
    if (values[STYLE_FAMILY].given)
        style->family = values[STYLE_FAMILY].name;
    set_length(&values[STYLE_SIZE], &style->size);
    set_length(&values[STYLE_LEADING], &style->leading);
    set_flag(&values[STYLE_WEIGHT], &style->bold);
    set_flag(&values[STYLE_SLANT], &style->italic);
    if (values[STYLE_CAPITALS].given) {
        style->capitals = values[STYLE_CAPITALS].count == 1;
        style->small_capitals = values[STYLE_CAPITALS].count == 2;
    }
    set_flag(&values[STYLE_FIGURES], &style->tabular);
    if (values[STYLE_LIGATURES].given)
        style->no_ligatures = values[STYLE_LIGATURES].count == 0;
    set_length(&values[STYLE_TRACKING], &style->tracking);
    if (values[STYLE_COLOR].given)
        style->color = values[STYLE_COLOR].color;
}

static void set_paragraph(struct style *style, const struct value *values)
{
    if (values[STYLE_ALIGN].given)
        style->align = (enum align)values[STYLE_ALIGN].count;
    set_flag(&values[STYLE_MARGINS], &style->optical);
    if (values[STYLE_HYPHENATE].given)
        style->hyphenate = values[STYLE_HYPHENATE].name;
    set_length(&values[STYLE_BEFORE], &style->before);
    set_length(&values[STYLE_AFTER], &style->after);
    set_length(&values[STYLE_INDENT], &style->indent);
    set_length(&values[STYLE_LEFT], &style->left);
    set_length(&values[STYLE_RIGHT], &style->right);
    set_flag(&values[STYLE_KEEP_NEXT], &style->keep_next);
    set_flag(&values[STYLE_KEEP_LINES], &style->keep_lines);
}

void style_make(struct layout_reader *reader, const struct definition *definition,
                const struct value *values, struct style *style)
{
    if (values[STYLE_BASE].given) {
        const struct style *base = base_style(reader, definition, values[STYLE_BASE].name);
        if (base)
            *style = *base;
    }
    style->name = arena_strdup(reader->arena, definition->name);
    set_type(style, values);
    set_paragraph(style, values);
    const struct layout_spot spot = {definition->file, definition->xml, NULL};
    if (!values[STYLE_BASE].given && (!style->family || style->size <= 0))
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "missing-attribute",
                                             .text = _("style needs family and size, or base")});
    if (style->leading <= 0)
        style->leading = 1.2 * style->size;
}
