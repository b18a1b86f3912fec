#include "stream.h"

#include "xml.h"

#include "rapor/base/own.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

struct stream {
    xmlParserCtxt *parser;
    const struct listener *listener;
    struct xml_errors errors;
    struct tag tag;     /* that began last: SAX gives it before it has seen its > */
    bool pending;       /* it is still to be told of */
    GArray *attributes; /* struct attribute, of that tag */
    GString *values;    /* of them: the parser's end where a quote stands */
    GString *text;      /* since the last tag: it comes in bits */
};

static struct stream *stream_of(void *data)
{
    const xmlParserCtxt *parser = data;
    return parser->_private;
}

/* False where it is enough: then the parser has freed what it gave. */
static bool tell_tag(struct stream *stream)
{
    if (!stream->pending)
        return true;
    stream->pending = false;
    if (stream->listener->begin(stream->listener->data, &stream->tag))
        return true;
    xmlStopParser(stream->parser);
    return false;
}

/* Tells of all that is known to be whole when something else comes. */
static bool tell(struct stream *stream)
{
    const bool more = tell_tag(stream);
    if (stream->text->len > 0) {
        stream->listener->text(stream->listener->data, stream->text->str);
        g_string_truncate(stream->text, 0);
    }
    return more;
}

static const char *full_name(struct stream *stream, const xmlChar *prefix, const xmlChar *name)
{
    return (const char *)(prefix ? xmlDictQLookup(stream->parser->dict, prefix, name) : name);
}

/* What SAX gives of an attribute, five pointers. */
struct given {
    const xmlChar *name, *prefix, *space, *value, *end;
};

static void take_attributes(struct stream *stream, const struct given *given, size_t count)
{
    size_t room = 0;
    for (size_t i = 0; i < count; i++)
        room += (size_t)(given[i].end - given[i].value) + 1;
    if (room > stream->values->len)
        g_string_set_size(stream->values, room);
    if (count > stream->attributes->len)
        g_array_set_size(stream->attributes, (guint)count);
    struct attribute *attributes = (struct attribute *)stream->attributes->data;
    char *to = stream->values->str;
    for (size_t i = 0; i < count; i++) {
        const size_t length = (size_t)(given[i].end - given[i].value);
        attributes[i].name = full_name(stream, given[i].prefix, given[i].name);
        attributes[i].value = memcpy(to, given[i].value, length);
        to[length] = '\0';
        to += length + 1;
    }
}

/* NOLINTNEXTLINE(readability-function-size): the nine parameters are those of SAX. */
static void on_begin(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                     int space_count, const xmlChar **spaces, int attribute_count,
                     int default_count, const xmlChar **attributes)
{
    (void)space_count, (void)spaces, (void)default_count;
    struct stream *stream = stream_of(data);
    if (!tell(stream))
        return;
    take_attributes(stream, (const struct given *)attributes, (size_t)attribute_count);
    stream->tag = (struct tag){
        .name = full_name(stream, space ? NULL : prefix, name),
        .space = (const char *)space,
        .attributes = (const struct attribute *)stream->attributes->data,
        .attribute_count = (size_t)attribute_count,
    };
    stream->pending = true;
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    (void)name, (void)prefix, (void)space;
    struct stream *stream = stream_of(data);
    tell(stream);
    stream->listener->end(stream->listener->data);
}

static void on_text(void *data, const xmlChar *text, int length)
{
    struct stream *stream = stream_of(data);
    if (!tell_tag(stream))
        return;
    if (stream->text->len + (size_t)length > XML_MAX_TEXT_LENGTH) {
        xml_note_long_text(&stream->errors, stream->parser);
        xmlStopParser(stream->parser);
        return;
    }
    g_string_append_len(stream->text, (const char *)text, length);
}

static void on_cdata(void *data, const xmlChar *text, int length)
{
    if (!tell(stream_of(data)))
        return;
    on_text(data, text, length);
    tell(stream_of(data));
}

static void on_comment(void *data, const xmlChar *text)
{
    (void)text;
    tell(stream_of(data));
}

static void on_instruction(void *data, const xmlChar *target, const xmlChar *text)
{
    (void)target, (void)text;
    tell(stream_of(data));
}

static void on_error(void *data, xmlError *error)
{
    xml_note_error(&stream_of(data)->errors, error);
}

static const xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_begin,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_cdata,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .serror = on_error,
};

void stream_read(struct input *input, struct unplaced *unplaced, const struct listener *listener)
{
    struct stream stream = {
        .parser = xmlNewParserCtxt(),
        .listener = listener,
        .errors = {.unplaced = unplaced, .input = input},
        .text = g_string_new(NULL),
        .attributes = g_array_new(FALSE, FALSE, sizeof(struct attribute)),
        .values = g_string_new(NULL),
    };
    stream.parser->_private = &stream;
    *stream.parser->sax = handler;
    /* There is no DTD, so that all that NOENT gives is & instead of &#38; in values. */
    xmlCtxtReadIO(stream.parser, input_read, NULL, input, NULL, NULL,
                  MARKUP_OPTIONS | XML_PARSE_NOENT);
    xmlFreeParserCtxt(stream.parser);
    g_string_free(stream.text, TRUE);
    g_array_free(stream.attributes, TRUE);
    g_string_free(stream.values, TRUE);
}
