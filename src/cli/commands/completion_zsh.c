#include "completion.h"

#include <string.h>

static const char head[] =
    "#compdef rapor\n"
    "# zsh completion for rapor: put it as _rapor where $fpath looks, or source it\n"
    "\n"
    "# The codes of the regions or institutions in the evaluation that was named.\n"
    "_rapor_codes()\n"
    "{\n"
    "    local word\n"
    "    for word in $words; do\n"
    "        [[ -f $word ]] || continue\n"
    "        compadd -- $(sed -n \"s/.*<$1 [^>]*code=\\\"\\([^\\\"]*\\)\\\".*/\\1/p\" $word)\n"
    "        return\n"
    "    done\n"
    "}\n"
    "\n"
    "_rapor()\n"
    "{\n"
    "    local -a commands=(\n";

/* What must not stand plainly in a specification: its own signs and the quote. */
static void add_plain(GString *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (strchr("[]:\\", *at))
            g_string_append_c(out, '\\');
        g_string_append(out, *at == '\'' ? "'\\''" : (char[]){*at, '\0'});
    }
}

/* What completes an argument: words, codes, files. */
static void add_action(GString *out, const struct vocabularies *words, const struct option *option,
                       const char *argument)
{
    g_autofree char *joined = vocabularies_joined(words, argument);
    g_autofree char *kinds = vocabularies_joined(words, "KIND");
    if (strcmp(argument, "KINDS") == 0)
        g_string_append_printf(out, "_values -s , kind %s", kinds);
    else if (joined)
        g_string_append_printf(out, "(%s)", joined);
    else if (strcmp(argument, "DIR") == 0)
        g_string_append(out, "_files -/");
    else if (g_str_has_prefix(argument, "FILE") || strcmp(argument, "SVG") == 0)
        g_string_append(out, "_files");
    else if (g_str_has_prefix(argument, "CODE"))
        g_string_append_printf(out, "_rapor_codes %s",
                               strcmp(option->name, "region") == 0 ? "region" : "institution");
}

static void add_option(GString *out, const struct vocabularies *words, const struct option *option)
{
    g_autofree char *argument = option->kind == OPTION_FLAG ? NULL : option_argument(option);
    const char names[][3] = {"", {'-', option->letter, '\0'}};
    for (int form = 0; form < (option->letter ? 2 : 1); form++) {
        g_string_append_printf(out, " \\\n            '%s%s%s[", form ? names[1] : "--",
                               form ? "" : option->name, argument && !form ? "=" : "");
        add_plain(out, option->help);
        g_string_append_c(out, ']');
        if (argument) {
            g_string_append_c(out, ':');
            add_plain(out, argument);
            g_string_append_c(out, ':');
            add_action(out, words, option, argument);
        }
        g_string_append_c(out, '\'');
    }
}

static void add_operands(GString *out, const struct vocabularies *words,
                         const struct command *command)
{
    if (!command->inputs)
        return;
    g_autofree char *joined = vocabularies_joined(words, command->inputs);
    if (joined) {
        g_string_append_printf(out, " \\\n            '*:%s:(%s)'", command->inputs, joined);
        return;
    }
    g_autofree char *endings = g_strdelimit(g_strdup(completion_endings(command)), " ", '|');
    g_string_append_printf(out, " \\\n            '*:%s:_files -g \"*.(%s)\"'", command->inputs,
                           endings);
}

void completion_zsh(GString *out, const struct vocabularies *words)
{
    g_string_append(out, head);
    for (size_t i = 0; commands[i]; i++) {
        g_string_append_printf(out, "        '%s:", commands[i]->name);
        add_plain(out, commands[i]->summary);
        g_string_append(out, "'\n");
    }
    g_string_append(out, "    )\n"
                         "    if ((CURRENT == 2)); then\n"
                         "        _describe command commands\n"
                         "        return\n"
                         "    fi\n"
                         "    local command=$words[2]\n"
                         "    shift words\n"
                         "    ((CURRENT--))\n"
                         "    case $command in\n");
    for (size_t i = 0; commands[i]; i++) {
        const struct option *option;
        g_string_append_printf(out, "    %s)\n        _arguments", commands[i]->name);
        for (size_t k = 0; (option = command_option(commands[i], k)); k++)
            if (option->help)
                add_option(out, words, option);
        add_operands(out, words, commands[i]);
        g_string_append(out, " ;;\n");
    }
    g_string_append(out, "    esac\n}\n\ncompdef _rapor rapor\n");
}
