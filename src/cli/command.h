/* command.h - what a command is, and what one call of the program carries. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "options.h"

#include "rapor/plan/deal.h"
#include "rapor/session/session.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;
struct command;
struct diagnostics;
struct shards;

/* One call of the program. */
struct call {
    const struct command *command;
    struct options options;
    struct arena *arena;             /* for what must live as long as the call */
    struct diagnostics *diagnostics; /* of the input; printed once, before the command ends */
    bool reported;                   /* they were printed */
    struct shard shard;              /* that is to be made; or none */
    const struct shards *shards;     /* that become one; or NULL */
    bool json;                       /* JSON lines on standard output were asked for */
};

struct command {
    const char *name;
    const char *operands;                /* what stands behind the name: "IN -o DIR" */
    const char *summary;                 /* one line, without a final stop */
    const char *examples;                /* lines, without indent */
    const char *about;                   /* paragraphs at most 76 wide, or NULL */
    const struct option *const *options; /* tables of them, ended by NULL */
    size_t inputs_min, inputs_max;
    const char *inputs; /* what they are called, for messages and completion: "IN" */

    /* Returns the exit code; where ERROR is set, its code counts. */
    int (*run)(struct call *call, GError **error);
};

/* Opens the session for the call's first input; the problems of the input go to
 * its diagnostics. */
struct session *call_session(struct call *call, GError **error);

/* Prints the diagnostics, the first time it is called. */
void call_report(struct call *call);

#endif
