#include "plain.h"

#include "plain_scan.h"

#include <string.h>

#define DEPTH     16 /* of open elements */
#define NAME_MOST 40 /* letters of one that is open */

struct plain {
    struct scan scan;
    struct input *input;
    const struct listener *listener;
    const char *space;
    char open[DEPTH][NAME_MOST];
    size_t depth;
    bool rooted; /* the root element has begun */
};

/* Reads on behind what is still to be looked at, which goes to the front. */
static bool read_on(struct plain *plain)
{
    struct scan *scan = &plain->scan;
    size_t rest = (size_t)(scan->end - scan->at);
    memmove(scan->bytes, scan->at, rest);
    scan->at = scan->bytes;
    scan->end = scan->bytes + rest;
    int count = rest < SCAN_ROOM ? input_read(plain->input, scan->end, (int)(SCAN_ROOM - rest)) : 0;
    scan->end += MAX(count, 0);
    *scan->end = '\0';
    return count > 0;
}

/* Gives up: what is looked at is not plain. */
static char *refuse(struct plain *plain)
{
    return scan_stop(&plain->scan, plain->scan.at);
}

/* The root says the namespace of all; nothing else says one. */
static bool is_in_space(struct plain *plain, struct tag *tag)
{
    struct attribute *attributes = plain->scan.attributes;
    for (size_t i = 0; i < tag->attribute_count; i++) {
        if (strcmp(attributes[i].name, "xmlns") != 0)
            continue;
        if (plain->rooted || strcmp(attributes[i].value, plain->space) != 0)
            return false;
        tag->attribute_count--;
        memmove(attributes + i, attributes + i + 1,
                (tag->attribute_count - i) * sizeof *attributes);
        return true;
    }
    return plain->rooted;
}

static char *take_start(struct plain *plain)
{
    struct scan *scan = &plain->scan;
    bool empty;
    struct tag tag = {.space = plain->space};
    char *after = scan_tag(scan, &tag, &empty);
    if (!after)
        return NULL;
    const size_t length = strlen(tag.name);
    if (length >= NAME_MOST || plain->depth == DEPTH || (plain->rooted && plain->depth == 0) ||
        !is_in_space(plain, &tag))
        return refuse(plain);
    plain->rooted = true;
    memcpy(plain->open[plain->depth++], tag.name, length + 1);
    plain->listener->begin(plain->listener->data, &tag);
    if (empty) {
        plain->depth--;
        plain->listener->end(plain->listener->data);
    }
    return after;
}

static char *take_end(struct plain *plain)
{
    struct scan *scan = &plain->scan;
    if (plain->depth == 0)
        return refuse(plain);
    char *at = scan_mark(scan, scan->at + strlen("</"), plain->open[plain->depth - 1]);
    at = at ? scan_mark(scan, scan_blanks(scan, at), ">") : NULL;
    if (!at)
        return NULL;
    plain->depth--;
    plain->listener->end(plain->listener->data);
    return at;
}

static char *take_text(struct plain *plain)
{
    struct scan *scan = &plain->scan;
    bool blank;
    char *end, *after = scan_text(scan, &end, &blank);
    if (!after)
        return NULL;
    if (plain->depth == 0)
        return refuse(plain);
    if (blank)
        return after;
    const char behind = *end;
    *end = '\0';
    plain->listener->text(plain->listener->data, scan->at);
    *end = behind;
    return after;
}

/* Takes one piece of the document; returns where the next begins, or NULL. */
static char *take(struct plain *plain)
{
    struct scan *scan = &plain->scan;
    char *at = scan_blanks(scan, scan->at);
    if (at == scan->end)
        return scan_stop(scan, at);
    if (*at != '<')
        return take_text(plain);
    scan->at = at;
    switch (at[1]) {
    case '/':
        return take_end(plain);
    case '!':
        return scan_comment(scan);
    case '?':
        return scan_instruction(scan);
    default:
        return take_start(plain);
    }
}

/* Passes a mark of the order of bytes, and the XML declaration. */
static bool begin(struct plain *plain)
{
    struct scan *scan = &plain->scan;
    if (!read_on(plain))
        return false;
    if (g_str_has_prefix(scan->at, "\xEF\xBB\xBF"))
        scan->at += strlen("\xEF\xBB\xBF");
    char *after = g_str_has_prefix(scan->at, "<?xml ") ? scan_declaration(scan) : scan->at;
    scan->at = after ? after : scan->at;
    return after != NULL;
}

static bool read_all(struct plain *plain)
{
    struct scan *scan = &plain->scan;
    if (!begin(plain))
        return false;
    do {
        char *next = take(plain);
        if (next)
            scan->at = next;
        else if (scan->stop != scan->end)
            return false;
        else if (!read_on(plain)) /* it is cut off there, unless all is done */
            return plain->depth == 0 && plain->rooted && scan_blanks(scan, scan->at) == scan->end;
    } while (plain->listener->goes_on(plain->listener->data));
    return true;
}

bool plain_read(struct input *input, const char *space, const struct listener *listener)
{
    struct plain *plain = g_new0(struct plain, 1);
    plain->input = input;
    plain->listener = listener;
    plain->space = space;
    scan_open(&plain->scan);
    bool read = read_all(plain);
    scan_close(&plain->scan);
    g_free(plain);
    return read;
}
