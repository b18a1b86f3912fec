/* Where each tag and each text of a file begins: libxml2 keeps only lines, and
 * those roughly.  The text is known to be well-formed by now, without DOCTYPE. */
#include "file.h"

#include "rapor/base/arena.h"

#include <string.h>

struct file_scan {
    struct layout_file *file;
    struct arena *arena;
    size_t element_room, text_room;
    size_t depth;
    bool in_text;
};

static size_t past(const struct source *source, size_t at, const char *mark)
{
    const char *found = memmem(source->bytes + at, source->size - at, mark, strlen(mark));
    return found ? (size_t)(found - source->bytes) + strlen(mark) : source->size;
}

static bool begins(const struct source *source, size_t at, const char *mark)
{
    size_t length = strlen(mark);
    return source->size - at >= length && memcmp(source->bytes + at, mark, length) == 0;
}

static size_t past_tag(const struct source *source, size_t at)
{
    char quote = 0;
    for (; at < source->size; at++) {
        char c = source->bytes[at];
        if (quote && c == quote)
            quote = 0;
        else if (quote)
            continue;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return at;
}

static void note(struct file_scan *scan, size_t **offsets, size_t *count, size_t *room, size_t at)
{
    *offsets = arena_grow(scan->arena, *offsets, *count, room, sizeof **offsets);
    (*offsets)[(*count)++] = at;
}

static void note_text(struct file_scan *scan, size_t at)
{
    struct layout_file *file = scan->file;
    if (scan->depth > 0 && !scan->in_text)
        note(scan, &file->texts, &file->text_count, &scan->text_room, at);
    scan->in_text = true;
}

static size_t scan_tag(struct file_scan *scan, size_t at)
{
    struct layout_file *file = scan->file;
    size_t end = past_tag(&file->source, at);
    scan->in_text = false;
    if (file->source.bytes[at + 1] == '/') {
        scan->depth--;
        return end;
    }
    note(scan, &file->elements, &file->element_count, &scan->element_room, at);
    if (file->source.bytes[end - 2] != '/')
        scan->depth++;
    return end;
}

/* Returns where the piece of text or markup that begins at AT ends. */
static size_t scan_piece(struct file_scan *scan, size_t at)
{
    const struct source *source = &scan->file->source;
    if (begins(source, at, "<![CDATA[")) {
        note_text(scan, at);
        return past(source, at, "]]>");
    }
    if (begins(source, at, "<!--") || begins(source, at, "<?")) {
        scan->in_text = false;
        return past(source, at, begins(source, at, "<?") ? "?>" : "-->");
    }
    if (source->bytes[at] == '<')
        return scan_tag(scan, at);
    note_text(scan, at);
    return at + 1;
}

/* Every node remembers its number among elements or texts. */
static void number_nodes(const struct layout_file *file)
{
    size_t element = 0, text = 0;
    xmlNode *node = xmlDocGetRootElement(file->tree);
    while (node) {
        if (node->type == XML_ELEMENT_NODE)
            node->_private = GSIZE_TO_POINTER(element++);
        else if (node->type == XML_TEXT_NODE)
            node->_private = GSIZE_TO_POINTER(text++);
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node && !node->next)
            node = node->parent;
        if (node)
            node = node->next;
        if (node && node->parent == (xmlNode *)file->tree)
            break;
    }
}

void file_map(struct layout_file *file, struct arena *arena)
{
    struct file_scan scan = {.file = file, .arena = arena};
    for (size_t at = 0; at < file->source.size;)
        at = scan_piece(&scan, at);

    size_t room = 0;
    note(&scan, &file->lines, &file->line_count, &room, 0);
    for (size_t at = 0; at < file->source.size; at++)
        if (file->source.bytes[at] == '\n')
            note(&scan, &file->lines, &file->line_count, &room, at + 1);
    number_nodes(file);
}

unsigned file_line(const struct layout_file *file, size_t offset)
{
    size_t low = 0, high = file->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (file->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return (unsigned)low + 1;
}

/* Returns how long the reference at AT is; SIZE: how many bytes it stands for. */
static size_t reference(const struct source *source, size_t at, size_t *size)
{
    size_t end = past(source, at, ";");
    *size = 1;
    if (source->bytes[at + 1] == '#') {
        bool hex = source->bytes[at + 2] == 'x';
        gunichar c =
            (gunichar)g_ascii_strtoull(source->bytes + at + (hex ? 3 : 2), NULL, hex ? 16 : 10);
        *size = (size_t)g_unichar_to_utf8(c, NULL);
    }
    return end - at;
}

/* Returns the offset that is DECODED bytes of content behind AT. */
static size_t advance(const struct source *source, size_t at, size_t decoded)
{
    bool quoted = false; /* in CDATA */
    while (at < source->size) {
        if (!quoted && begins(source, at, "<![CDATA[")) {
            quoted = true;
            at += strlen("<![CDATA[");
            continue;
        }
        if (quoted && begins(source, at, "]]>")) {
            quoted = false;
            at += strlen("]]>");
            continue;
        }
        if (decoded == 0)
            break;
        size_t size = 1, length = 1;
        if (!quoted && source->bytes[at] == '&')
            length = reference(source, at, &size);
        else if (begins(source, at, "\r\n"))
            length = 2;
        decoded -= MIN(size, decoded);
        at += length;
    }
    return at;
}

size_t file_offset(const struct layout_file *file, const xmlNode *node, size_t decoded)
{
    size_t number = GPOINTER_TO_SIZE(node->_private);
    if (node->type == XML_ELEMENT_NODE && number < file->element_count)
        return file->elements[number];
    if (node->type == XML_TEXT_NODE && number < file->text_count)
        return advance(&file->source, file->texts[number], decoded);
    return 0;
}

size_t file_attribute(const struct layout_file *file, const xmlNode *node, const char *attribute)
{
    const struct source *source = &file->source;
    size_t tag = file_offset(file, node, 0), end = past_tag(source, tag);
    size_t length = strlen(attribute);
    char quote = 0;
    for (size_t at = tag + 1; at < end; at++) {
        char c = source->bytes[at];
        if (quote && c == quote)
            quote = 0;
        else if (quote)
            continue;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (g_ascii_isspace(source->bytes[at - 1]) && begins(source, at, attribute) &&
                 strchr("= \t\r\n", source->bytes[at + length]))
            return at;
    }
    return tag;
}

size_t file_value(const struct layout_file *file, const xmlNode *node, const char *attribute,
                  size_t decoded)
{
    const struct source *source = &file->source;
    size_t at = file_attribute(file, node, attribute);
    while (at < source->size && !strchr("\"'", source->bytes[at]))
        at++;
    return advance(source, at + 1, decoded);
}
