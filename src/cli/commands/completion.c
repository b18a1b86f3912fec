#include "completion.h"

#include "../suggest.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"layouts", 0, OPTION_TEXT, offsetof(struct options, layouts), "DIR",
     N_("folder of your own layouts, searched before the built-in ones")},
    {0},
};

static int run(struct call *call, GError **error)
{
    static const char *const names[] = {"bash", "fish", "zsh"};
    static void (*const scripts[])(GString * out, const struct vocabularies *words) = {
        completion_bash, completion_fish, completion_zsh};
    const struct options *given = &call->options;
    const struct choice choice = {N_("shell"), names, G_N_ELEMENTS(names)};
    if (!choice_has(&choice, given->inputs[0], error))
        return FAILURE_USAGE;
    const struct places places =
        places_find((struct places){.layouts = given->layouts}, call->arena);
    struct vocabularies words = vocabularies_create(places, call->arena);
    g_autoptr(GString) script = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], given->inputs[0]) == 0)
            scripts[i](script, &words);
    fputs(script->str, stdout);
    vocabularies_destroy(&words);
    return FAILURE_NONE;
}

const struct command command_completion = {
    .name = "completion",
    .operands = "bash|fish|zsh",
    .summary = N_("print a completion script for the shell"),
    .examples = "source <(rapor completion bash)\n"
                "rapor completion zsh > ~/.zfunc/_rapor\n"
                "rapor completion fish > ~/.config/fish/completions/rapor.fish\n",
    .about =
        N_("Knows the kinds, scopes and groups of the instruments that are installed, and the\n"
           "codes in the evaluation that the command line names.\n"),
    .options = (const struct option *const[]){options, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "SHELL",
    .run = run,
};
