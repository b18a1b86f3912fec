/* commands.h - the commands of the program. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "command.h"

extern const struct command command_build, command_check, command_score, command_rank,
    command_preview, command_chart, command_schema, command_doctor, command_completion,
    command_help, command_init, command_import, command_export, command_verify, command_version,
    command_register, command_issue, command_dispatch, command_print, command_diff, command_sign,
    command_adopt, command_merge, command_jobs;
extern const struct command *const commands[]; /* ended by NULL, in the order of the help */

/* Returns NULL, with a suggestion in ERROR, where there is no such command. */
const struct command *command_named(const char *name, GError **error);

/* Runs what the command line asks for; returns the exit code. */
int command_line(int argc, char **argv);

/* The texts of help: of one command, and in a few lines. */
void help_command(GString *out, const struct command *command);
void help_usage(GString *out, const struct command *command);

#endif
