/* stream.h - reads an XML file piece by piece, so that a file of any size needs little room. */
#ifndef READ_STREAM_H
#define READ_STREAM_H

#include "input.h"
#include "tag.h"

/* What is told of, in the order of the document; tags and texts are good for the call. */
struct listener {
    bool (*begin)(void *data, const struct tag *tag); /* false: it is enough */
    void (*text)(void *data, const char *text);       /* up to a tag, a comment or the like */
    void (*end)(void *data);
    void *data;
};

/* Reads INPUT, whose prolog has been checked, and notes in FAULTS why it is not well formed.
 * Of what stands before that all is told but a tag that is just before it. */
void stream_read(struct input *input, struct unplaced *unplaced, const struct listener *listener);

#endif
