#include "diagnose.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* What is wrong wherever a part is used is said once. */
static bool is_said(const struct layout_reader *reader, const struct layout_file *file,
                    struct place place, const char *id)
{
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(reader->diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        if (kept[i].line == place.line && kept[i].column == place.column &&
            strcmp(kept[i].id, id) == 0 && strcmp(kept[i].file, file->path) == 0)
            return true;
    return false;
}

/* Where a part is wrong only for what one use gives to it, that is named as well. */
static const char *with_use(const struct layout_reader *reader, const char *text)
{
    const struct use *use = reader->use;
    if (!use)
        return text;
    unsigned line = file_line(use->file, file_offset(use->file, use->xml, 0));
    return arena_printf(reader->arena, _("%s, as it is used in %s:%u"), text, use->file->path,
                        line);
}

static void report(struct layout_reader *reader, const struct layout_file *file, size_t offset,
                   const struct diagnostic *diagnostic)
{
    struct place place = place_at(&file->source, offset, reader->arena);
    if (reader->broken)
        return;
    if (reader->use && is_said(reader, file, place, diagnostic->id))
        return;
    diagnostics_add(reader->diagnostics, &(struct diagnostic){
                                             .severity = SEVERITY_ERROR,
                                             .id = diagnostic->id,
                                             .file = file->path,
                                             .line = place.line,
                                             .column = place.column,
                                             .source = place.text,
                                             .text = with_use(reader, diagnostic->text),
                                             .hint = diagnostic->hint,
                                         });
}

void diagnose_layout(struct layout_reader *reader, const struct layout_spot *spot,
                     const struct diagnostic *diagnostic)
{
    size_t offset = spot->attribute ? file_attribute(spot->file, spot->node, spot->attribute)
                                    : file_offset(spot->file, spot->node, 0);
    report(reader, spot->file, offset, diagnostic);
}

void diagnose_inside(struct layout_reader *reader, const struct layout_spot *spot, size_t decoded,
                     const struct diagnostic *diagnostic)
{
    size_t offset = spot->attribute ? file_value(spot->file, spot->node, spot->attribute, decoded)
                                    : file_offset(spot->file, spot->node, decoded);
    report(reader, spot->file, offset, diagnostic);
}

void diagnose_file(struct layout_reader *reader, const struct layout_file *file)
{
    const struct file_diagnostic *fault = &file->fault;
    report(reader, file, fault->offset,
           &(struct diagnostic){.id = fault->id, .text = fault->text, .hint = fault->hint});
}

const char *did_you_mean(struct layout_reader *reader, const char *word, const struct names *names)
{
    return hint_of_names(word, names, reader->arena);
}
