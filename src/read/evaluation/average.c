#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

/* Returns where the average goes, or NULL and notes that it has no place. */
static struct published **average_place(struct evaluation_reader *reader, const struct tag *tag)
{
    struct evaluation *evaluation = reader->evaluation;
    const struct instrument *instrument = reader->instrument;
    if (!tag_text(tag, "group"))
        return &evaluation->published_all;
    size_t group = reader_group(reader, tag);
    if (group == NONE)
        return NULL;
    if (!evaluation->published_groups)
        evaluation->published_groups =
            ARENA_ARRAY(reader->arena, instrument->group_count, struct published *);
    return &evaluation->published_groups[group];
}

void average_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct published **place = average_place(reader, tag);
    reader->published = published_read(reader, tag);
    if (place && *place)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, NULL), "average-twice",
                 N_("keep one of them"), "this average is given twice");
    if (place)
        *place = reader->published;
}
