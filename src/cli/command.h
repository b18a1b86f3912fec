/* command.h - the commands of the program, and what one call of it carries. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "options.h"

#include "rapor/session/session.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;
struct command;
struct diagnostics;

/* One call of the program. */
struct call {
    const struct command *command;
    struct options options;
    struct arena *arena;             /* for what must live as long as the call */
    struct diagnostics *diagnostics; /* of the input; printed once, before the command ends */
    bool reported;                   /* they were printed */
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

extern const struct command command_build, command_check, command_score, command_rank,
    command_preview, command_chart, command_schema, command_doctor, command_completion,
    command_help, command_init, command_import, command_export, command_verify, command_version,
    command_register;
extern const struct command *const commands[]; /* ended by NULL, in the order of the help */

/* Returns NULL, with a suggestion in ERROR, where there is no such command. */
const struct command *command_named(const char *name, GError **error);

/* Returns the NUMBERth option of all its tables, or NULL behind the last. */
const struct option *command_option(const struct command *command, size_t number);

/* Runs what the command line asks for; returns the exit code. */
int command_line(int argc, char **argv);

/* Opens the session for the call's first input; the problems of the input go to
 * its diagnostics. */
struct session *call_session(struct call *call, GError **error);

/* Prints the diagnostics, the first time it is called. */
void call_report(struct call *call);

/* The texts of help: of all commands, of one, and in a few lines. */
void help_overview(GString *out);
void help_command(GString *out, const struct command *command);
void help_usage(GString *out, const struct command *command);

#endif
