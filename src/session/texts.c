#include "rapor/session/texts.h"

#include "texts_of.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/letters.h"
#include "rapor/base/markup.h"
#include "rapor/base/once.h"
#include "rapor/base/own.h"
#include "rapor/session/session.h"

#include <string.h>

#define SHORT 4 /* bytes that may stand anywhere */

/* The file while it is gone through. */
struct texts_walk {
    struct session *session;
    struct filled_texts *texts;
    xmlTextReader *reader;
    struct text_site at; /* whatever is found now stands there */
    size_t institutions, regions;
};

static size_t widest_word(const char *text)
{
    size_t widest = 0, letters = 0;
    for (; *text; text = g_utf8_next_char(text)) {
        letters = *text == ' ' ? 0 : letters + 1;
        widest = MAX(widest, letters);
    }
    return widest;
}

static void add_text(struct texts_walk *walk, const char *attribute, const char *value)
{
    struct filled_texts *texts = walk->texts;
    struct arena *arena = walk->session->arena;
    struct text_site site = walk->at;
    site.attribute = attribute ? arena_strdup(arena, attribute) : NULL;
    site.text = letters_spaced(value, arena);
    if (strlen(site.text) < SHORT)
        return;
    site.letters = (size_t)g_utf8_strlen(site.text, -1);
    site.widest = widest_word(site.text);
    texts->items = arena_grow(arena, texts->items, texts->count, &texts->room, sizeof site);
    texts->items[texts->count++] = site;
}

static void begin_element(struct texts_walk *walk)
{
    const char *name = (const char *)xmlTextReaderConstLocalName(walk->reader);
    struct text_site *at = &walk->at;
    at->number++;
    at->element = arena_strdup(walk->session->arena, name);
    if (strcmp(name, "institution") == 0)
        at->institution = walk->institutions++;
    at->region = strcmp(name, "region") == 0 ? walk->regions++ : NONE;
    while (xmlTextReaderMoveToNextAttribute(walk->reader) == 1)
        add_text(walk, (const char *)xmlTextReaderConstLocalName(walk->reader),
                 (const char *)xmlTextReaderConstValue(walk->reader));
    xmlTextReaderMoveToElement(walk->reader);
}

struct filled_texts *texts_of(struct session *session)
{
    if (session->texts)
        return session->texts;
    struct filled_texts *texts = session->texts = ARENA_NEW(session->arena, struct filled_texts);
    char *bytes = once_load(session->input, evaluation_limit(), &texts->source.size, NULL);
    texts->source.name = strcmp(session->input, "-") == 0 ? "<stdin>" : session->input;
    texts->source.bytes = bytes ? arena_strndup(session->arena, bytes, texts->source.size) : "";
    g_free(bytes);
    g_autoptr(xmlTextReader) reader =
        markup_reader(texts->source.bytes, texts->source.size, texts->source.name, NULL);
    struct texts_walk walk = {session, texts, reader, {.institution = NONE, .region = NONE}, 0, 0};
    while (reader && xmlTextReaderRead(reader) == 1)
        switch (xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT:
            begin_element(&walk);
            break;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
            add_text(&walk, NULL, (const char *)xmlTextReaderConstValue(reader));
            break;
        default:
            break;
        }
    return texts;
}

const struct text_site *texts_find(struct session *session, const char *text)
{
    struct filled_texts *texts = texts_of(session);
    const char *folded = letters_lower(text, session->arena);
    const bool part = strlen(text) <= SHORT; /* a character, wherever it stands */
    const struct text_site *found = NULL;
    for (size_t i = 0; i < texts->count; i++) {
        struct text_site *site = &texts->items[i];
        if (!part && !site->folded)
            site->folded = letters_lower(site->text, session->arena);
        if (part && !found && strstr(site->text, text))
            found = site;
        if (!part && strstr(folded, site->folded) && (!found || site->letters > found->letters))
            found = site;
    }
    return found;
}

struct place texts_place(struct session *session, const struct text_site *site)
{
    return place_of(&texts_of(session)->source, site->number, site->attribute, session->arena);
}

char *texts_named(const struct text_site *site)
{
    return site->attribute ? g_strdup_printf("<%s %s=>", site->element, site->attribute)
                           : g_strdup_printf("<%s>", site->element);
}

void texts_explain(struct session *session, GError *error)
{
    size_t room;
    const char *text = failure_text(error, &room);
    const struct text_site *site = text ? texts_find(session, text) : NULL;
    if (!site)
        return;
    g_autofree char *name = texts_named(site);
    const unsigned line = texts_place(session, site).line;
    g_autofree char *old = error->message;
    error->message =
        room == SIZE_MAX
            ? g_strdup_printf(_("%s: it is in %s, line %u of the evaluation"), old, name, line)
            : g_strdup_printf(_("%s: %s, line %u of the evaluation, has %zu letters; there is "
                                "room for about %zu"),
                              old, name, line, site->letters, MIN(room, site->letters - 1));
}
