/* What the press is told besides the results: who answers, what is quoted, what was corrected. */
#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

void press_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    reader->evaluation->press = (struct press_office){
        .url = reader_keep(reader, tag, "url"),
        .hour = reader_keep(reader, tag, "hour"),
        .contact = reader_keep(reader, tag, "contact"),
        .phone = reader_keep(reader, tag, "phone"),
        .mail = reader_keep(reader, tag, "mail"),
        .decree = reader_keep(reader, tag, "decree"),
    };
}

static const char *language_of(struct evaluation_reader *reader, const struct tag *tag)
{
    const char *language = reader_keep(reader, tag, "language");
    return language ? language : "id";
}

/* Ends a text that has to be there. */
static const char *statement_end(struct evaluation_reader *reader)
{
    const char *text = prose_end(reader);
    if (!text)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, NULL), "statement-empty",
                 N_("what is said stands between the tags"), N_("there is no text"));
    return text;
}

void quote_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct press_office *press = &reader->evaluation->press;
    const struct statement quote = {
        .by = reader_keep(reader, tag, "by"),
        .office = reader_keep(reader, tag, "office"),
        .region = reader_keep(reader, tag, "region"),
        .language = language_of(reader, tag),
    };
    const struct institution_link link = {reader->grammar.elements, quote.region};
    g_array_append_val(reader->quote_links, link);
    press->quotes = arena_grow(reader->arena, press->quotes, press->quote_count,
                               &reader->quote_room, sizeof *press->quotes);
    press->quotes[press->quote_count++] = quote;
    prose_begin(reader, tag);
}

void quote_end(struct evaluation_reader *reader)
{
    struct press_office *press = &reader->evaluation->press;
    press->quotes[press->quote_count - 1].text = statement_end(reader);
}

void correction_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct evaluation *evaluation = reader->evaluation;
    const struct statement correction = {
        .date = reader_keep(reader, tag, "date"),
        .version = reader_keep(reader, tag, "version"),
        .language = language_of(reader, tag),
    };
    evaluation->corrections =
        arena_grow(reader->arena, evaluation->corrections, evaluation->correction_count,
                   &reader->correction_room, sizeof *evaluation->corrections);
    evaluation->corrections[evaluation->correction_count++] = correction;
    prose_begin(reader, tag);
}

void correction_end(struct evaluation_reader *reader)
{
    struct evaluation *evaluation = reader->evaluation;
    evaluation->corrections[evaluation->correction_count - 1].text = statement_end(reader);
}
