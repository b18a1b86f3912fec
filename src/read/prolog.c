#include "rapor/base/language.h"
#include "rapor/base/tags.h"
#include "xml.h"

#include <string.h>

/* The root element must begin within this much. */
#define PROLOG_ROOM 65536

struct xml_prolog {
    const char *bytes;
    size_t size;
    struct unplaced *unplaced;
};

static bool starts(const struct xml_prolog *prolog, size_t at, const char *mark)
{
    size_t length = strlen(mark);
    return prolog->size - at >= length && memcmp(prolog->bytes + at, mark, length) == 0;
}

/* Returns where the first MARK from AT on ends, or the size. */
static size_t after(const struct xml_prolog *prolog, size_t at, const char *mark)
{
    const char *from = prolog->bytes + at;
    const char *found = memmem(from, prolog->size - at, mark, strlen(mark));
    return found ? (size_t)(found - prolog->bytes) + strlen(mark) : prolog->size;
}

static bool refuse(const struct xml_prolog *prolog, size_t at, const char *id, const char *text,
                   const char *hint)
{
    diagnose(prolog->unplaced, (struct read_spot){.offset = at}, id, hint, N_("%s"), _(text));
    return false;
}

static bool refuse_encoding(const struct xml_prolog *prolog, size_t at)
{
    return refuse(prolog, at, "encoding", N_("the file is not in UTF-8"), N_("save it as UTF-8"));
}

/* Looks for encoding="..." in the XML declaration at AT that ends at END. */
static bool check_declaration(const struct xml_prolog *prolog, size_t at, size_t end)
{
    g_autofree char *text = g_strndup(prolog->bytes + at, end - at);
    const char *word = strstr(text, "encoding");
    if (!word)
        return true;
    const char *value = word + strlen("encoding");
    value += strspn(value, " \t\r\n=\"'");
    if (g_ascii_strncasecmp(value, "UTF-8", 5) == 0)
        return true;
    return refuse_encoding(prolog, at + (size_t)(word - text));
}

static bool check_marks(const struct xml_prolog *prolog, size_t at)
{
    while (at < prolog->size) {
        at += strspn(prolog->bytes + at, " \t\r\n");
        if (starts(prolog, at, "<?")) {
            size_t end = after(prolog, at, "?>");
            if (starts(prolog, at, "<?xml ") && !check_declaration(prolog, at, end))
                return false;
            at = end;
        } else if (starts(prolog, at, "<!--")) {
            at = after(prolog, at + 4, "-->");
        } else if (starts(prolog, at, "<!DOCTYPE")) {
            return refuse(prolog, at, "doctype", N_("a DOCTYPE is not allowed"),
                          N_("take it out; the schema is known without it"));
        } else {
            break; /* the root element, or something the parser will refuse */
        }
    }
    if (at < prolog->size)
        return true;
    return refuse(prolog, at, "no-root", N_("the root element is missing"),
                  prolog->size < PROLOG_ROOM ? N_("there are only comments in the file")
                                             : N_("it must begin within the first 64 KiB"));
}

/* The parser would be busy with them for minutes. */
static bool check_tags(struct input *input, struct unplaced *unplaced)
{
    g_autofree char *bytes = g_malloc(PROLOG_ROOM);
    struct tags_look look = {0};
    size_t offset = 0, count;
    while ((count = input_peek(input, offset, bytes, PROLOG_ROOM)) > 0) {
        const size_t seen = tags_look_on(&look, bytes, count);
        if (seen < count) {
            const struct read_spot spot = {.offset = offset + seen, .in_tag = true};
            diagnose(unplaced, spot, "attributes", NULL, "this tag has more than %d attributes",
                     TAG_ATTRIBUTES);
            return false;
        }
        offset += count;
    }
    return true;
}

bool xml_check_prolog(struct input *input, struct unplaced *unplaced)
{
    g_autofree char *bytes = g_malloc0(PROLOG_ROOM + 1);
    const struct xml_prolog prolog = {
        .bytes = bytes,
        .size = input_peek(input, 0, bytes, PROLOG_ROOM),
        .unplaced = unplaced,
    };
    if (prolog.size == 0)
        return refuse(&prolog, 0, "empty-file", N_("the file is empty"),
                      N_("was it written in full?"));
    const char *const ebcdic = "\x4C\x6F\xA7\x94"; /* <?xm */
    if (starts(&prolog, 0, "\xFE\xFF") || starts(&prolog, 0, "\xFF\xFE") ||
        starts(&prolog, 0, ebcdic) || memchr(bytes, '\0', MIN(prolog.size, 4)))
        return refuse_encoding(&prolog, 0);
    return check_marks(&prolog, starts(&prolog, 0, "\xEF\xBB\xBF") ? 3 : 0) &&
           check_tags(input, unplaced);
}
