/* Expressions of a layout: what is wrong becomes a diagnostic at its place. */
#include "../contents.h"
#include "../diagnose.h"
#include "../reader.h"

#include "rapor/base/arena.h"

static unsigned line_at(const struct layout_spot *spot, size_t decoded)
{
    return file_line(spot->file, spot->attribute
                                     ? file_value(spot->file, spot->node, spot->attribute, decoded)
                                     : file_offset(spot->file, spot->node, decoded));
}

const struct expression *read_expression(struct layout_reader *reader,
                                         const struct layout_spot *spot, size_t decoded,
                                         const char *text, const struct layout_scope *scope)
{
    const struct layout_setting *setting = reader->setting;
    const struct language language = {setting->vocabulary, reader->arena,
                                      setting->forgetful || reader->general};
    struct expression *expression = ARENA_NEW(reader->arena, struct expression);
    struct refusal refusal;
    if (!expression_read(&language, text, &scope->at, expression, &refusal)) {
        diagnose_inside(
            reader, spot, decoded + refusal.at,
            &(struct diagnostic){.id = refusal.id, .text = refusal.text, .hint = refusal.hint});
        return NULL;
    }
    expression->file = spot->file->path;
    expression->line = line_at(spot, decoded);
    reader->changing += !is_steady(expression);
    note_asked(reader, expression->asked);
    return expression;
}

void note_asked(struct layout_reader *reader, struct asked asked)
{
    if (!reader->general)
        asked_add(&reader->layout->asked, asked);
}

void take_text(struct layout_reader *reader, const struct expression *expression)
{
    note_asked(reader, asked_of_text(reader->setting->vocabulary, &expression->type));
}
