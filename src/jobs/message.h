/* message.h - what a worker tells its parent, and how it goes through the pipe between them.
 *
 * Of each file and entry: begun, records of what was written, done.  A reason is told where
 * something is rebuilt, a failure at most once, last. */
#ifndef JOBS_MESSAGE_H
#define JOBS_MESSAGE_H

#include "rapor/pack/manifest.h"

#include <glib.h>

enum message_kind {
    MESSAGE_BEGUN,   /* text: for whom */
    MESSAGE_DONE,    /* what was begun last */
    MESSAGE_RECORD,  /* record: a file is written, or an entry of it */
    MESSAGE_REBUILT, /* text: "FILE: why" */
    MESSAGE_SIGN,    /* text: digest that is to be signed; the worker waits for the answer */
    MESSAGE_SIGNED,  /* text: digest of a paper before; record: its digest now; code: whether a run
                        that broke off has done so */
    MESSAGE_WAITS,   /* text: whom a paper waits for, who does not sign in this run */
    MESSAGE_FAILURE, /* code and text of the error */
};

struct message {
    enum message_kind kind;
    int code;             /* of the error: enum failure; or as above */
    const char *text;     /* NULL where there is none */
    struct record record; /* its file, entry, size, digest and key */
};

/* Appends the message to OUT. */
void message_pack(const struct message *message, GByteArray *out);

/* Reads the message that COUNT BYTES begin with; its texts lie in BYTES.  Returns how many of
 * them it is; 0 where they are not a whole one. */
size_t message_unpack(const guint8 *bytes, size_t count, struct message *message);

#endif
