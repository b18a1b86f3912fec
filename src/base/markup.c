#include "rapor/base/markup.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/tags.h"

#include <errno.h>
#include <libxml/parser.h>
#include <string.h>
#include <sys/stat.h>

static xmlParserInput *refuse(const char *url, const char *id, xmlParserCtxt *context)
{
    (void)url, (void)id, (void)context;
    return NULL;
}

static void markup_shut(void)
{
    static bool shut;
    if (shut)
        return;
    shut = true;
    xmlInitParser();
    xmlSetExternalEntityLoader(refuse);
}

/* The text before the root element, from AT on. */
struct prolog {
    const char *bytes;
    size_t size;
};

static bool starts(const struct prolog *prolog, size_t at, const char *mark)
{
    const size_t length = strlen(mark);
    return prolog->size - at >= length && memcmp(prolog->bytes + at, mark, length) == 0;
}

/* Returns where the first MARK from AT on ends, or the size. */
static size_t after(const struct prolog *prolog, size_t at, const char *mark)
{
    const char *from = prolog->bytes + at;
    const char *found = memmem(from, prolog->size - at, mark, strlen(mark));
    return found ? (size_t)(found - prolog->bytes) + strlen(mark) : prolog->size;
}

/* Returns where what is neither space, comment nor instruction begins. */
static size_t end_of(const struct prolog *prolog)
{
    size_t at = starts(prolog, 0, "\xEF\xBB\xBF") ? 3 : 0;
    for (;;) {
        while (at < prolog->size && strchr(" \t\r\n", prolog->bytes[at]))
            at++;
        if (starts(prolog, at, "<?"))
            at = after(prolog, at, "?>");
        else if (starts(prolog, at, "<!--"))
            at = after(prolog, at + 4, "-->");
        else
            return at;
    }
}

static bool refuse_at(struct markup_error *fault, size_t offset, const char *id, const char *text)
{
    *fault = (struct markup_error){offset, id, g_strdup(text)};
    return false;
}

/* What has to be right before the parser sees the bytes. */
static bool check(const char *bytes, size_t size, struct markup_error *fault)
{
    const struct prolog prolog = {bytes, size};
    const char *end;
    markup_shut();
    if (size > INT_MAX) /* the parser counts no further */
        return refuse_at(fault, 0, "xml", _("this is larger than 2 GiB"));
    if (!g_utf8_validate(bytes, (gssize)size, &end))
        return refuse_at(fault, (size_t)(end - bytes), "encoding", _("this is no UTF-8"));
    const size_t at = end_of(&prolog);
    if (starts(&prolog, at, "<!DOCTYPE"))
        return refuse_at(fault, at, "doctype", _("a DOCTYPE is not allowed"));
    struct tags_look look = {0};
    const size_t many = tags_look_on(&look, bytes, size);
    return many == size || refuse_at(fault, many, "attributes", _("a tag has too many attributes"));
}

/* The parser gives a line and a column in bytes. */
static size_t offset_of(const char *bytes, size_t size, const xmlError *error)
{
    size_t offset = 0;
    for (int line = error->line; line > 1; line--) {
        const char *end = memchr(bytes + offset, '\n', size - offset);
        if (!end)
            break;
        offset = (size_t)(end - bytes) + 1;
    }
    return MIN(offset + (size_t)MAX(error->int2 - 1, 0), size);
}

static void note(const xmlError *error, const char *bytes, size_t size, struct markup_error *fault)
{
    *fault = (struct markup_error){.id = "xml"};
    if (error)
        fault->offset = offset_of(bytes, size, error);
    fault->text =
        g_strstrip(g_strdup(error && error->message ? error->message : _("this is no XML")));
}

xmlDoc *markup_try(const char *bytes, size_t size, const char *name, struct markup_error *fault)
{
    if (!check(bytes, size, fault))
        return NULL;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser)
        g_error("no memory for an XML parser");
    xmlDoc *tree = xmlCtxtReadMemory(parser, bytes, (int)size, name, NULL,
                                     MARKUP_OPTIONS | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
    const xmlError *last = xmlCtxtGetLastError(parser);
    if (!tree || (last && last->level != XML_ERR_WARNING)) { /* also what stops no parser */
        note(last, bytes, size, fault);
        xmlFreeDoc(tree);
        tree = NULL;
    }
    xmlFreeParserCtxt(parser);
    return tree;
}

static unsigned line_of(const char *bytes, size_t offset)
{
    unsigned line = 1;
    for (size_t i = 0; i < offset; i++)
        line += bytes[i] == '\n';
    return line;
}

static void tell(const char *name, const char *bytes, struct markup_error *fault, GError **error)
{
    fail(error, FAILURE_DATA, "%s:%u: %s", name, line_of(bytes, fault->offset), fault->text);
    g_free(fault->text);
}

xmlDoc *markup_parse(const char *bytes, size_t size, const char *name, GError **error)
{
    struct markup_error fault;
    xmlDoc *tree = markup_try(bytes, size, name, &fault);
    if (!tree)
        tell(name, bytes, &fault, error);
    return tree;
}

static bool check_file(const char *path, GError **error)
{
    struct stat found;
    if (stat(path, &found) != 0)
        return disk_fail(error, errno, path, FAILURE_INPUT);
    return (S_ISREG(found.st_mode) && (size_t)found.st_size <= MARKUP_MOST) ||
           fail(error, FAILURE_INPUT, "%s: no file of at most %zu MiB", path, MARKUP_MOST >> 20);
}

xmlDoc *markup_open(const char *path, GError **error)
{
    gsize size;
    if (!check_file(path, error))
        return NULL;
    g_autofree char *bytes = disk_read(path, FAILURE_INPUT, &size, error);
    return bytes ? markup_parse(bytes, size, path, error) : NULL;
}

xmlTextReader *markup_reader(const char *bytes, size_t size, const char *name, GError **error)
{
    struct markup_error fault;
    if (!check(bytes, size, &fault)) {
        tell(name, bytes, &fault, error);
        return NULL;
    }
    xmlTextReader *reader = xmlReaderForMemory(bytes, (int)size, name, NULL, MARKUP_OPTIONS);
    if (!reader)
        g_error("no memory for an XML reader");
    return reader;
}
