/* options.h - what stands on the command line behind the command. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct command;

/* The values of all options of all commands; each command takes some of them. */
struct options {
    char **inputs;  /* what is no option, ended by NULL */
    char **history; /* files of earlier years, ended by NULL, or NULL */
    char *output, *only, *region, *institution;
    char *layouts, *fonts, *emblem, *language;
    char *instrument, *year, *template, *into, *legend, *report, *mark;
    char *scope, *group, *layout, *kind, *theme, *size, *format, *painter, *diagnostic_format;
    char **set;                                            /* of score, ended by NULL, or NULL */
    char **crls, **answers;                                /* of sign, the same */
    char *registry, *pattern, *reason, *by, *date, *state; /* of the register */
    char *order, *dispatch;                                /* of print */
    char *shard, *previous, *input, *parts;                /* of shards */
    char *service, *key, *pin_file, *chain, *level, *tsa, *roots; /* of sign and verify */
    int from, to, pin_fd, certify;
    int jobs, page, scale, shards, at_once;
    double resolution, bleed;
    gboolean loose, dry_run, strict, quiet, json, list, help, boxes, watch, pdfa, signatures;
    gboolean evaluation, of_layout, rebuild, keep_going, explain, open, partial, all, missing;
    gboolean strict_sandbox, sign, seal, signed_look, dictionary;
    gboolean separators, duplex, over_stock; /* of print */
};

enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_TEXTS, OPTION_NUMBER, OPTION_DECIMAL };

/* A row of a command's table; tables end with a row without a name. */
struct option {
    const char *name;
    char letter; /* or 0 */
    enum option_kind kind;
    size_t offset;        /* of its value in struct options */
    const char *argument; /* "DIR", or the words it may be: "wide|tall"; NULL of a flag */
    const char *help;     /* NULL: taken, but not shown */
};

/* Returns the argument as users see it, newly allocated: the words it may be, also where a
 * table knows them (argument.h), or what it is called; NULL of a flag. */
char *option_argument(const struct option *option);

/* Shared tables: of all commands; of those that read an evaluation; of those
 * that also typeset; of those that can speak JSON;
 * of those that take what is not complete yet. */
extern const struct option options_all[], options_reading[], options_typesetting[], options_json[],
    options_partial[];

/* Returns the NUMBERth option of all its tables, or NULL behind the last. */
const struct option *command_option(const struct command *command, size_t number);

/* Fills OPTIONS from ARGV, whose first word is the command.  False, with
 * FAILURE_USAGE and where possible a suggestion, for what it does not take. */
bool options_parse(struct options *options, const struct command *command, int argc, char **argv,
                   GError **error);
void options_clear(struct options *options, const struct command *command);

#endif
