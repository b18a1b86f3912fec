/* plain_scan.h - the pieces of plain XML in a window of bytes.
 *
 * What scans returns where its piece ends, or NULL and STOP: where it could not go on.
 * At the END of the window that means that more bytes are needed, anywhere else that
 * the document is not plain.  No byte is changed before the whole piece is known. */
#ifndef READ_PLAIN_SCAN_H
#define READ_PLAIN_SCAN_H

#include "tag.h"

#include <stdbool.h>
#include <stdint.h>

#define SCAN_ROOM       ((size_t)64 * 1024) /* bytes of the window: no piece is longer */
#define SCAN_ATTRIBUTES 32                  /* of one tag */

/* Where something stands, and whether it must be rewritten to be what it means. */
struct span {
    char *begin, *end;
    bool coded;
};

struct scan {
    char *bytes;      /* the window: a zero follows its last byte */
    char *at, *end;   /* what is still to be looked at */
    char *stop;       /* where that could not go on */
    uint8_t *classes; /* of each byte */
    struct span names[SCAN_ATTRIBUTES], values[SCAN_ATTRIBUTES];
    struct attribute attributes[SCAN_ATTRIBUTES];
    size_t count; /* of them */
};

void scan_open(struct scan *scan);
void scan_close(struct scan *scan);

/* Returns NULL, and says where. */
char *scan_stop(struct scan *scan, char *at);

/* What a byte of ASCII can be. */
enum {
    BLANK = 1,
    LETTER = 2,    /* begins a name */
    NAME = 4,      /* goes on with it */
    CHARACTER = 8, /* may stand in a document */
    QUOTED = 16,   /* stands for itself in a value */
    BETWEEN = 32,  /* and between tags */
};

static inline bool scan_is(const struct scan *scan, const char *at, uint8_t class)
{
    return (scan->classes[(uint8_t)*at] & class) != 0;
}

/* These pass what begins at AT: blanks, just MARK, a name, a character that is not of
 * ASCII, attributes with blanks before each up to what is none. */
char *scan_blanks(const struct scan *scan, char *at);
char *scan_mark(struct scan *scan, char *at, const char *mark);
char *scan_name(struct scan *scan, char *at);
char *scan_character(struct scan *scan, char *at);
char *scan_attributes(struct scan *scan, char *at);

/* What these pass begins where SCAN is. */
char *scan_declaration(struct scan *scan);
char *scan_instruction(struct scan *scan);
char *scan_comment(struct scan *scan);

/* Passes a start tag and fills TAG; its texts are in the window. */
char *scan_tag(struct scan *scan, struct tag *tag, bool *empty);

/* Passes what stands up to the next tag; the text itself ends at END. */
char *scan_text(struct scan *scan, char **end, bool *blank);

#endif
