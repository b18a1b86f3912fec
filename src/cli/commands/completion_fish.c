#include "completion.h"

#include <string.h>

static const char head[] =
    "# fish completion for rapor: put it as rapor.fish where fish looks for completions\n"
    "\n"
    "# The codes of the regions or institutions in the evaluation that was named.\n"
    "function __rapor_codes\n"
    "    for word in (commandline -opc)\n"
    "        test -f $word; or continue\n"
    "        sed -n \"s/.*<$argv[1] [^>]*code=\\\"\\([^\\\"]*\\)\\\".*/\\1/p\" $word\n"
    "        return\n"
    "    end\n"
    "end\n"
    "\n"
    "complete -c rapor -f\n";

static void add_quoted(GString *out, const char *text)
{
    g_string_append_c(out, '\'');
    for (const char *at = text; *at; at++) {
        if (*at == '\'' || *at == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '\'');
}

/* What completes the argument of an option; files where nothing else does. */
static void add_argument(GString *out, const struct vocabularies *words,
                         const struct option *option)
{
    g_autofree char *argument = option_argument(option);
    g_autofree char *joined = vocabularies_joined(words, argument);
    g_autofree char *kinds = vocabularies_joined(words, "KIND");
    if (strcmp(argument, "KINDS") == 0)
        g_string_append_printf(out, " -x -a \"(__fish_append , %s)\"", kinds);
    else if (joined)
        g_string_append_printf(out, " -x -a '%s'", joined);
    else if (strcmp(argument, "DIR") == 0)
        g_string_append(out, " -x -a '(__fish_complete_directories)'");
    else if (g_str_has_prefix(argument, "FILE") || strcmp(argument, "SVG") == 0)
        g_string_append(out, " -r -F");
    else if (g_str_has_prefix(argument, "CODE"))
        g_string_append_printf(out, " -x -a '(__rapor_codes %s)'",
                               strcmp(option->name, "region") == 0 ? "region" : "institution");
    else
        g_string_append(out, " -x");
}

static void add_command(GString *out, const struct vocabularies *words,
                        const struct command *command)
{
    const struct option *option;
    g_autofree char *when =
        g_strdup_printf("complete -c rapor -n '__fish_seen_subcommand_from %s'", command->name);
    g_string_append_printf(out, "\ncomplete -c rapor -n __fish_use_subcommand -a %s -d ",
                           command->name);
    add_quoted(out, command->summary);
    g_string_append_c(out, '\n');
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        if (!option->help)
            continue;
        g_string_append_printf(out, "%s -l %s", when, option->name);
        if (option->letter)
            g_string_append_printf(out, " -s %c", option->letter);
        if (option->kind != OPTION_FLAG)
            add_argument(out, words, option);
        g_string_append(out, " -d ");
        add_quoted(out, option->help);
        g_string_append_c(out, '\n');
    }
    if (!command->inputs)
        return;
    g_autofree char *joined = vocabularies_joined(words, command->inputs);
    g_auto(GStrv) endings = g_strsplit(completion_endings(command), " ", -1);
    if (joined)
        g_string_append_printf(out, "%s -a '%s'\n", when, joined);
    for (char **ending = endings; !joined && *ending; ending++)
        g_string_append_printf(out, "%s -a '(__fish_complete_suffix .%s)'\n", when, *ending);
}

void completion_fish(GString *out, const struct vocabularies *words)
{
    g_string_append(out, head);
    for (size_t i = 0; commands[i]; i++)
        add_command(out, words, commands[i]);
}
