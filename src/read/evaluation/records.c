#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"

#include <string.h>

struct records *reader_records(struct evaluation_reader *reader)
{
    struct institution *institution = reader_institution(reader);
    if (!institution->records)
        institution->records = ARENA_NEW(reader->arena, struct records);
    return institution->records;
}

void *reader_list(struct evaluation_reader *reader, const GArray *list)
{
    if (list->len == 0)
        return NULL;
    const size_t size = g_array_get_element_size((GArray *)list);
    return memcpy(arena_alloc(reader->arena, list->len, size), list->data, list->len * size);
}

void prose_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    (void)tag;
    g_string_truncate(reader->prose, 0);
}

/* How a text is indented in the file is not part of it. */
const char *prose_end(struct evaluation_reader *reader)
{
    g_auto(GStrv) words = g_strsplit_set(reader->prose->str, " \t\r\n", -1);
    GString *line = g_string_new(NULL);
    for (size_t i = 0; words[i]; i++)
        if (*words[i] != '\0')
            g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", words[i]);
    const char *text = line->len > 0 ? reader_composed(reader, line->str) : NULL;
    g_string_free(line, TRUE);
    return text;
}

void evidence_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const size_t status = word_index(evidence_words, tag_text(tag, "status"));
    struct evidence evidence = {
        .kind = reader_keep(reader, tag, "kind"),
        .title = reader_keep(reader, tag, "title"),
        .status = status == NONE ? EVIDENCE_NONE : (enum evidence_status)(EVIDENCE_DRAFT + status),
    };
    g_array_append_val(reader->indicator.evidence, evidence);
}

void application_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct application application = {
        .name = reader_keep(reader, tag, "name"),
        .service = reader_keep(reader, tag, "service"),
        .status = reader_keep(reader, tag, "status"),
        .hosting = reader_keep(reader, tag, "hosting"),
    };
    g_array_append_val(reader->institution.applications, application);
}

void shortfall_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const size_t kind = word_index(shortfall_words, tag_text(tag, "kind"));
    struct shortfall shortfall = {
        .kind = kind == NONE ? SHORTFALL_NETWORK : (enum shortfall_kind)kind,
    };
    g_array_append_val(reader->institution.shortfalls, shortfall);
    prose_begin(reader, tag);
}

void shortfall_end(struct evaluation_reader *reader)
{
    GArray *all = reader->institution.shortfalls;
    g_array_index(all, struct shortfall, all->len - 1).text = prose_end(reader);
}

/* Keeps the lists of the institution that ends; none are made where all are empty. */
void records_end(struct evaluation_reader *reader)
{
    if (reader->institution.meetings->len + reader->institution.applications->len +
            reader->institution.shortfalls->len >
        0) {
        struct records *records = reader_records(reader);
        records->meetings = reader_list(reader, reader->institution.meetings);
        records->applications = reader_list(reader, reader->institution.applications);
        records->shortfalls = reader_list(reader, reader->institution.shortfalls);
        records->meeting_count = reader->institution.meetings->len;
        records->application_count = reader->institution.applications->len;
        records->shortfall_count = reader->institution.shortfalls->len;
    }
    g_array_set_size(reader->institution.meetings, 0);
    g_array_set_size(reader->institution.applications, 0);
    g_array_set_size(reader->institution.shortfalls, 0);
}
