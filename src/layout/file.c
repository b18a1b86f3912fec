#include "file.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/own.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlParserCtxt, xmlFreeParserCtxt)

/* A DOCTYPE can hold entities that grow without end or name other files. */
static void refuse_doctype(void *context, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    xmlParserCtxt *parser = context;
    *(bool *)parser->_private = true;
    xmlStopParser(parser);
}

static struct defect wrong_encoding(const struct source *source)
{
    const char *end;
    if (g_utf8_validate(source->bytes, (gssize)source->size, &end))
        return (struct defect){0};
    return (struct defect){
        .offset = (size_t)(end - source->bytes),
        .id = "encoding",
        .text = "this is no UTF-8",
        .hint = "save the file as UTF-8",
    };
}

static struct defect doctype(const struct source *source)
{
    const char *found = memmem(source->bytes, source->size, "<!DOCTYPE", 9);
    return (struct defect){
        .offset = found ? (size_t)(found - source->bytes) : 0,
        .id = "doctype",
        .text = "a DOCTYPE is not allowed",
        .hint = "take it out; layouts need none",
    };
}

/* The parser gives a line and a column in bytes. */
static size_t offset_of(const struct source *source, int line, int column)
{
    size_t offset = 0;
    for (; line > 1; line--) {
        const char *end = memchr(source->bytes + offset, '\n', source->size - offset);
        if (!end)
            break;
        offset = (size_t)(end - source->bytes) + 1;
    }
    return MIN(offset + (size_t)MAX(column - 1, 0), source->size);
}

static struct defect not_well_formed(const struct source *source, xmlParserCtxt *parser,
                                     struct arena *arena)
{
    const xmlError *last = xmlCtxtGetLastError(parser);
    if (!last)
        return (struct defect){.id = "xml", .text = "this is no XML"};
    g_autofree char *message = g_strstrip(g_strdup(last->message ? last->message : "no XML"));
    return (struct defect){
        .offset = offset_of(source, last->line, last->int2),
        .id = "xml",
        .text = arena_strdup(arena, message),
    };
}

static bool is_utf8(const xmlDoc *tree)
{
    return !tree->encoding || g_ascii_strcasecmp(chars(tree->encoding), "UTF-8") == 0;
}

static struct defect parse(struct file *file, struct arena *arena)
{
    struct defect defect = wrong_encoding(&file->source);
    if (defect.id)
        return defect;

    bool refused = false;
    g_autoptr(xmlParserCtxt) parser = xmlNewParserCtxt();
    if (!parser)
        g_error("no memory for an XML parser");
    parser->_private = &refused;
    parser->sax->internalSubset = refuse_doctype;
    const int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA |
                        XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    g_autoptr(xmlDoc) tree = xmlCtxtReadMemory(parser, file->source.bytes, (int)file->source.size,
                                               file->path, NULL, options);
    if (refused)
        return doctype(&file->source);
    if (!tree || xmlCtxtGetLastError(parser))
        return not_well_formed(&file->source, parser, arena);
    if (!is_utf8(tree))
        return (struct defect){.id = "encoding", .text = "the encoding must be UTF-8"};
    file->tree = g_steal_pointer(&tree);
    return defect;
}

static bool load(struct file *file, struct arena *arena, GError **error)
{
    struct stat status;
    if (stat(file->path, &status) != 0)
        return fail(error, FAILURE_INPUT, "%s: %s", file->path, g_strerror(errno));
    if (!S_ISREG(status.st_mode) || (size_t)status.st_size > FILE_SIZE_MOST)
        return fail(error, FAILURE_INPUT, "%s: no file of at most 16 MiB", file->path);

    g_autofree char *bytes = NULL;
    gsize size;
    g_autoptr(GError) reason = NULL;
    if (!g_file_get_contents(file->path, &bytes, &size, &reason))
        return fail(error, FAILURE_INPUT, "%s: %s", file->path, reason->message);
    file->source = (struct source){file->path, arena_strndup(arena, bytes, size), size};
    return true;
}

struct file *file_read(const char *path, struct arena *arena, struct defect *defect, GError **error)
{
    struct file *file = ARENA_NEW(arena, struct file);
    file->path = arena_strdup(arena, path);
    if (!load(file, arena, error))
        return NULL;

    char *real = realpath(path, NULL);
    file->real = arena_strdup(arena, real ? real : path);
    free(real);
    *defect = parse(file, arena);
    if (file->tree)
        file_map(file, arena);
    return file;
}

void file_close(struct file *file)
{
    xmlFreeDoc(file->tree);
    file->tree = NULL;
}

const char *file_beside(const char *path, const char *href, struct arena *arena)
{
    if (g_path_is_absolute(href))
        return arena_strdup(arena, href);
    g_autofree char *folder = g_path_get_dirname(path);
    while (g_str_has_prefix(href, "../")) {
        g_autofree char *last = g_path_get_basename(folder);
        if (strcmp(last, ".") == 0 || strcmp(last, "..") == 0 || strcmp(last, "/") == 0)
            break;
        char *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
        href += 3;
    }
    return strcmp(folder, ".") == 0 ? arena_strdup(arena, href)
                                    : arena_printf(arena, "%s/%s", folder, href);
}
