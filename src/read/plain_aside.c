/* What stands beside elements and texts: the declaration, instructions, comments. */
#include "plain_scan.h"

#include <glib.h>
#include <string.h>

/* Passes characters up to and with MARK. */
static char *scan_until(struct scan *scan, char *at, const char *mark)
{
    while (at && !g_str_has_prefix(at, mark)) {
        if (scan_is(scan, at, CHARACTER))
            at++;
        else
            at = (uint8_t)*at >= 0x80 ? scan_character(scan, at) : scan_stop(scan, at);
    }
    return at ? at + strlen(mark) : NULL;
}

char *scan_comment(struct scan *scan)
{
    char *at = scan_mark(scan, scan->at, "<!--");
    at = at ? scan_until(scan, at, "--") : NULL;
    return at ? scan_mark(scan, at, ">") : NULL;
}

char *scan_instruction(struct scan *scan)
{
    char *const target = scan->at + strlen("<?");
    char *at = scan_name(scan, target);
    if (!at || (at - target == 3 && g_ascii_strncasecmp(target, "xml", 3) == 0))
        return at ? scan_stop(scan, scan->at) : NULL;
    return scan_is(scan, at, BLANK) ? scan_until(scan, at, "?>") : scan_mark(scan, at, "?>");
}

static bool reads(const struct scan *scan, size_t i, const char *name, const char *value)
{
    const struct span *given = &scan->values[i];
    const size_t length = strlen(value);
    return scan->count > i && g_str_has_prefix(scan->names[i].begin, name) &&
           (size_t)(scan->names[i].end - scan->names[i].begin) == strlen(name) &&
           (size_t)(given->end - given->begin) == length &&
           g_ascii_strncasecmp(given->begin, value, length) == 0;
}

char *scan_declaration(struct scan *scan)
{
    char *at = scan_attributes(scan, scan->at + strlen("<?xml"));
    bool plain = at && reads(scan, 0, "version", "1.0") && scan->count <= 2 &&
                 (scan->count == 1 || reads(scan, 1, "encoding", "UTF-8"));
    return plain ? scan_mark(scan, at, "?>") : scan_stop(scan, scan->at);
}
