#include "completion.h"

#include <string.h>

static const char head[] =
    "# bash completion for rapor: source it, or put it where bash looks for completions\n"
    "\n"
    "# The codes of the regions or institutions in the evaluation that was named.\n"
    "_rapor_codes()\n"
    "{\n"
    "    local word\n"
    "    for word in \"${COMP_WORDS[@]:2}\"; do\n"
    "        [[ -f $word ]] || continue\n"
    "        sed -n \"s/.*<$1 [^>]*code=\\\"\\([^\\\"]*\\)\\\".*/\\1/p\" \"$word\"\n"
    "        return\n"
    "    done\n"
    "}\n"
    "\n"
    "_rapor_words()\n"
    "{\n"
    "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$2\")\n"
    "}\n"
    "\n"
    "_rapor()\n"
    "{\n"
    "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} list=\n"
    "    local command=${COMP_WORDS[1]}\n"
    "    local IFS=$' \\t\\n'\n"
    "    COMPREPLY=()\n"
    "    [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD-2]}\n"
    "    [[ $current == = ]] && current=\n";

/* Completes one word of a list with commas. */
static const char kinds_body[] =
    "        [[ $current == *,* ]] && list=${current%%,*},\n"
    "        compopt -o nospace\n"
    "        mapfile -t COMPREPLY < <(compgen -P \"$list\" -W '%s' -- \"${current##*,}\")\n"
    "        return ;;\n";

static void add_values(GString *out, const struct vocabularies *words, const struct option *option)
{
    g_autofree char *argument = option_argument(option);
    g_autofree char *kinds = vocabularies_joined(words, "KIND");
    g_autofree char *joined = vocabularies_joined(words, argument);
    if (strcmp(argument, "KINDS") == 0)
        g_string_append_printf(out, kinds_body, kinds);
    else if (strcmp(argument, "DIR") == 0)
        g_string_append(out, "        compopt -o filenames\n"
                             "        mapfile -t COMPREPLY < <(compgen -d -- \"$current\")\n"
                             "        return ;;\n");
    else if (strcmp(argument, "FILE") == 0 || strcmp(argument, "SVG") == 0)
        g_string_append(out, "        compopt -o filenames\n"
                             "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
                             "        return ;;\n");
    else if (strcmp(argument, "CODE") == 0)
        g_string_append_printf(out,
                               "        _rapor_words \"$(_rapor_codes %s)\" "
                               "\"$current\"\n        return ;;\n",
                               option->name);
    else if (g_str_has_prefix(argument, "CODE:"))
        g_string_append(out, "        compopt -o nospace\n"
                             "        mapfile -t COMPREPLY < <(compgen -S : -W "
                             "\"$(_rapor_codes institution)\" -- \"$current\")\n"
                             "        return ;;\n");
    else if (joined)
        g_string_append_printf(out,
                               "        _rapor_words '%s' \"$current\"\n"
                               "        return ;;\n",
                               joined);
    else
        g_string_append(out, "        return ;;\n");
}

/* The values of a command's options. */
static void add_cases(GString *out, const struct vocabularies *words, const struct command *command)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        if (option->kind == OPTION_FLAG)
            continue;
        g_string_append_printf(out, "    '%s --%s'", command->name, option->name);
        if (option->letter)
            g_string_append_printf(out, " | '%s -%c'", command->name, option->letter);
        g_string_append(out, ")\n");
        add_values(out, words, option);
    }
}

static void add_options(GString *out, const struct command *command)
{
    const struct option *option;
    g_string_append_printf(out, "    '%s -'*)\n        list='", command->name);
    for (size_t i = 0; (option = command_option(command, i)); i++)
        if (option->help)
            g_string_append_printf(out, "%s--%s", i ? " " : "", option->name);
    g_string_append(out, "' ;;\n");
}

/* Completes folders, and files that end so. */
static void add_files(GString *out, const char *endings)
{
    g_auto(GStrv) suffixes = g_strsplit(endings, " ", -1);
    g_string_append(out, "        compopt -o filenames\n"
                         "        mapfile -t COMPREPLY < <(compgen -d -- \"$current\"");
    for (char **suffix = suffixes; *suffix; suffix++)
        g_string_append_printf(out, "\n            compgen -f -X '!*.%s' -- \"$current\"", *suffix);
    g_string_append(out, ")\n"
                         "        return ;;\n");
}

static void add_operands(GString *out, const struct vocabularies *words,
                         const struct command *command)
{
    if (!command->inputs)
        return;
    g_autofree char *joined = vocabularies_joined(words, command->inputs);
    g_string_append_printf(out, "    '%s '*)\n", command->name);
    if (joined)
        g_string_append_printf(out, "        list='%s' ;;\n", joined);
    else
        add_files(out, completion_endings(command));
}

void completion_bash(GString *out, const struct vocabularies *words)
{
    g_autofree char *names = vocabularies_joined(words, "COMMAND");
    g_string_append(out, head);
    g_string_append_printf(out,
                           "    if ((COMP_CWORD == 1)); then\n"
                           "        _rapor_words '%s --help --version' "
                           "\"$current\"\n        return\n    fi\n",
                           names);
    g_string_append(out, "    case \"$command $before\" in\n");
    for (size_t i = 0; commands[i]; i++)
        add_cases(out, words, commands[i]);
    g_string_append(out, "    esac\n    case \"$command $current\" in\n");
    for (size_t i = 0; commands[i]; i++) {
        add_options(out, commands[i]);
        add_operands(out, words, commands[i]);
    }
    g_string_append(out, "    esac\n"
                         "    _rapor_words \"$list\" \"$current\"\n"
                         "}\n\ncomplete -F _rapor rapor\n");
}
