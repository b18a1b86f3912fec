/* The commands: a new one is a file of commands/ and a row here. */
#include "commands.h"

#include "suggest.h"

#include "rapor/base/language.h"

#include <string.h>

const struct command *const commands[] = {
    &command_build,  &command_merge,      &command_jobs,   &command_check,   &command_score,
    &command_rank,   &command_preview,    &command_chart,  &command_sign,    &command_adopt,
    &command_verify, &command_init,       &command_import, &command_export,  &command_register,
    &command_issue,  &command_dispatch,   &command_print,  &command_diff,    &command_schema,
    &command_doctor, &command_completion, &command_help,   &command_version, NULL,
};

const struct command *command_named(const char *name, GError **error)
{
    const char *names[G_N_ELEMENTS(commands)];
    size_t count = 0;
    for (; commands[count]; count++) {
        names[count] = commands[count]->name;
        if (strcmp(name, names[count]) == 0)
            return commands[count];
    }
    const struct choice choice = {N_("command"), names, count};
    choice_has(&choice, name, error);
    return NULL;
}
