#include "reader.h"

#include "rapor/arena.h"

static void report(struct reader *reader, const struct file *file, size_t offset,
                   const struct complaint *complaint)
{
    struct place place = place_at(&file->source, offset, reader->arena);
    diagnostics_add(reader->diagnostics, &(struct diagnostic){
                                             .severity = SEVERITY_ERROR,
                                             .id = complaint->id,
                                             .file = file->path,
                                             .line = place.line,
                                             .column = place.column,
                                             .source = place.text,
                                             .text = complaint->text,
                                             .hint = complaint->hint,
                                         });
}

void complain(struct reader *reader, const struct spot *spot, const struct complaint *complaint)
{
    size_t offset = spot->attribute ? file_attribute(spot->file, spot->node, spot->attribute)
                                    : file_offset(spot->file, spot->node, 0);
    report(reader, spot->file, offset, complaint);
}

void complain_inside(struct reader *reader, const struct spot *spot, size_t decoded,
                     const struct complaint *complaint)
{
    size_t offset = spot->attribute ? file_value(spot->file, spot->node, spot->attribute, decoded)
                                    : file_offset(spot->file, spot->node, decoded);
    report(reader, spot->file, offset, complaint);
}

void complain_defect(struct reader *reader, const struct file *file, const struct defect *defect)
{
    report(reader, file, defect->offset,
           &(struct complaint){defect->id, defect->text, defect->hint});
}

const char *did_you_mean(struct reader *reader, const char *word, const struct names *names)
{
    const char *closest = closest_word(word, names->items, names->count);
    return closest ? arena_printf(reader->arena, "did you mean \"%s\"?", closest) : NULL;
}
