/* plain.h - reads the XML that programs write: fast, for it is most of what there is.
 *
 * Plain are elements and attributes with names of ASCII letters, one namespace said in
 * the root element, texts with any of the references that need no DTD, comments and
 * instructions.  Of all else, and of all that is wrong, nothing is said here: it is
 * left to libxml2, which reads the whole again.  What is plain gives the same by both. */
#ifndef READ_PLAIN_H
#define READ_PLAIN_H

#include "input.h"
#include "tag.h"

/* What is told of, in the order of the document; the texts are good for the call. */
struct listener {
    void (*begin)(void *data, const struct tag *tag);
    void (*text)(void *data, const char *text); /* never blank */
    void (*end)(void *data);
    bool (*goes_on)(const void *data); /* asked after each */
    void *data;
};

/* Reads INPUT, whose root element is of SPACE.  False where it is not plain: then what
 * was told is void. */
bool plain_read(struct input *input, const char *space, const struct listener *listener);

#endif
