#include "rapor/assess/sites.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"

#include <stdbool.h>
#include <string.h>

static bool is_institution(xmlTextReader *reader)
{
    return strcmp((const char *)xmlTextReaderConstLocalName(reader), "institution") == 0;
}

struct sites sites_of(const struct source *source, struct arena *arena)
{
    struct sites sites = {.source = *source};
    size_t element = 0, room = 0;
    g_autoptr(xmlTextReader) reader =
        markup_reader(source->bytes, source->size, source->name, NULL);
    while (reader && xmlTextReaderRead(reader) == 1) {
        if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
            continue;
        element++;
        if (!is_institution(reader))
            continue;
        sites.elements = arena_grow(arena, sites.elements, sites.count, &room, sizeof element);
        sites.elements[sites.count++] = element;
    }
    return sites;
}

struct place sites_place(const struct sites *sites, size_t institution, struct arena *arena)
{
    if (institution >= sites->count)
        return (struct place){0};
    return place_of(&sites->source, sites->elements[institution], "code", arena);
}

struct diagnostic sites_placed(const struct sites *sites, size_t institution,
                               const struct diagnostic *about, struct arena *arena)
{
    const struct place place = sites_place(sites, institution, arena);
    struct diagnostic diagnostic = *about;
    diagnostic.file = sites->source.name;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    diagnostic.source = place.text;
    return diagnostic;
}
