/* The team of assessors, and the ceremony at which awards are given. */
#include "elements.h"
#include "kept.h"
#include "reader.h"

void team_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    reader->evaluation->team = (struct team){
        .number = reader_keep(reader, tag, "number"),
        .year = reader_keep(reader, tag, "year"),
        .date = reader_keep(reader, tag, "date"),
        .place = reader_keep(reader, tag, "place"),
        .from = reader_keep(reader, tag, "from"),
        .until = reader_keep(reader, tag, "until"),
        .costs = reader_keep(reader, tag, "costs"),
    };
}

void appointee_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct team_member member = {
        .role = reader_keep(reader, tag, "role"),
        .name = reader_keep(reader, tag, "name"),
        .office = reader_keep(reader, tag, "office"),
    };
    g_array_append_val(reader->team.members, member);
}

void duty_end(struct evaluation_reader *reader)
{
    const char *text = prose_end(reader);
    if (text)
        g_array_append_val(reader->team.duties, text);
}

void team_end(struct evaluation_reader *reader)
{
    struct team *team = &reader->evaluation->team;
    team->members = reader_list(reader, reader->team.members);
    team->duties = reader_list(reader, reader->team.duties);
    team->member_count = reader->team.members->len;
    team->duty_count = reader->team.duties->len;
}

void ceremony_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    reader->evaluation->ceremony = (struct ceremony){
        .date = reader_keep(reader, tag, "date"),
        .hour = reader_keep(reader, tag, "hour"),
        .place = reader_keep(reader, tag, "place"),
        .dress = reader_keep(reader, tag, "dress"),
        .invited = reader_keep(reader, tag, "invited"),
        .reply = reader_keep(reader, tag, "reply"),
        .contact = reader_keep(reader, tag, "contact"),
        .phone = reader_keep(reader, tag, "phone"),
    };
}
