#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* Suggests one of the instruments that there are. */
static void unknown_instrument(struct evaluation_reader *reader, const char *id)
{
    g_autoptr(GPtrArray) names = instrument_ids(reader->from->layouts, reader->error);
    if (!names)
        return;
    if (names->len == 0)
        g_ptr_array_add(names, g_strdup_printf("instruments into %s", reader->from->layouts));
    g_ptr_array_add(names, NULL);
    reader_unknown(reader, "instrument", id, (const char *const *)names->pdata);
}

void evaluation_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct evaluation *evaluation = reader->evaluation;
    evaluation->year = reader_keep(reader, tag, "year");
    evaluation->kind = reader_keep(reader, tag, "kind");
    if (!evaluation->kind)
        evaluation->kind = "evaluasi";
    evaluation->sample = reader_keep(reader, tag, "sample");

    /* A wrong id must not become part of a path. */
    const char *id = tag_text(tag, "instrument");
    if (!id || unplaced_count(reader->unplaced, SEVERITY_ERROR) > 0)
        return;
    g_autofree char *folder = instrument_folder(reader->from->layouts, id);
    if (!folder) {
        unknown_instrument(reader, id);
        return;
    }
    if (!reader->from->instrument) /* or else this reader is the second */
        reader->from->instrument = instrument_open(folder, reader->diagnostics, reader->error);
    reader->instrument = reader->from->instrument;
    evaluation->instrument = reader->instrument;
    if (!reader->instrument)
        return;
    reader->institution.given = g_new0(bool, reader->instrument->indicator_count);
    reader->indicator.entries = g_new0(struct reader_entry, reader->instrument->stage_count);
    reader->indicator.items = g_new0(struct reader_item, reader->instrument->item_count);
}

void issuer_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    reader->evaluation->issuer = (struct issuer){
        .name = reader_keep(reader, tag, "name"),
        .office = reader_keep(reader, tag, "office"),
        .unit = reader_keep(reader, tag, "unit"),
        .city = reader_keep(reader, tag, "city"),
        .address = reader_keep(reader, tag, "address"),
        .url = reader_keep(reader, tag, "url"),
        .institution = reader_keep(reader, tag, "institution"),
    };
    reader->issuer_element = reader->grammar.elements;
}

void decree_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    reader->evaluation->decree = (struct decree){
        .number = reader_keep(reader, tag, "number"),
        .year = reader_keep(reader, tag, "year"),
        .date = reader_keep(reader, tag, "date"),
        .place = reader_keep(reader, tag, "place"),
        .status = reader_keep(reader, tag, "status"),
        .head = reader_keep(reader, tag, "head"),
        .order = reader_keep(reader, tag, "order"),
        .invocation = reader_keep(reader, tag, "invocation"),
        .title = reader_keep(reader, tag, "title"),
        .procedure = reader_keep(reader, tag, "procedure"),
    };
}

void register_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    reader->evaluation->registry = reader_keep(reader, tag, "href");
}

void letter_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    reader->evaluation->letter = (struct letter){
        .number = reader_keep(reader, tag, "number"),
        .date = reader_keep(reader, tag, "date"),
        .classification = reader_keep(reader, tag, "classification"),
        .security = reader_keep(reader, tag, "security"),
        .ranks = reader_keep(reader, tag, "ranks"),
        .due = reader_keep(reader, tag, "due"),
    };
}

void region_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct evaluation *evaluation = reader->evaluation;
    struct region region = {
        .code = reader_keep(reader, tag, "code"),
        .name = reader_keep(reader, tag, "name"),
    };
    if (!region.code || !region.name)
        return;
    size_t first;
    if (!reader_register(reader->regions, region.code, evaluation->region_count, &first)) {
        g_autofree char *hint =
            g_strdup_printf(_("it is %s already"), evaluation->regions[first].name);
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "code"), "region-twice", hint,
                 "region code %s is used twice", region.code);
    }
    evaluation->regions = arena_grow(reader->arena, evaluation->regions, evaluation->region_count,
                                     &reader->region_room, sizeof *evaluation->regions);
    evaluation->regions[evaluation->region_count++] = region;
}
