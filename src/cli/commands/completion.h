/* completion.h - completion scripts for shells: one file for each, and the words of the
 * instruments that they offer. */
#ifndef CLI_COMMANDS_COMPLETION_H
#define CLI_COMMANDS_COMPLETION_H

#include "../commands.h"

struct arena;

/* The words that arguments of these names may be, over all instruments. */
struct vocabularies {
    GHashTable *kinds, *scopes, *groups, *instruments; /* sets of texts */
    GHashTable *schemas, *commands, *shells, *charts;
};

struct vocabularies vocabularies_create(struct places places, struct arena *arena);
void vocabularies_destroy(struct vocabularies *words);

/* Returns what an argument called NAME may be, separated by spaces, to be freed: words of
 * the instruments, or those in NAME itself, "xlsx|csv"; NULL: anything. */
char *vocabularies_joined(const struct vocabularies *words, const char *name);

/* Returns the endings of files that the command reads, separated by spaces. */
const char *completion_endings(const struct command *command);

/* Append the script. */
void completion_bash(GString *out, const struct vocabularies *words);
void completion_zsh(GString *out, const struct vocabularies *words);
void completion_fish(GString *out, const struct vocabularies *words);

#endif
