#include "../commands.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdio.h>
#include <string.h>

#define OPTION_ROOM 32 /* columns of the options, before what they do */

static void add_indented(GString *out, const char *lines)
{
    for (const char *line = lines; *line;) {
        size_t length = strcspn(line, "\n") + 1;
        g_string_append(out, "  ");
        g_string_append_len(out, line, (gssize)length);
        line += length;
    }
}

static void add_option(GString *out, const struct option *option)
{
    g_autoptr(GString) name = g_string_new("  ");
    if (option->letter)
        g_string_append_printf(name, "-%c, ", option->letter);
    else
        g_string_append(name, "    ");
    g_autofree char *argument = option_argument(option);
    g_string_append_printf(name, "--%s%s%s", option->name, argument ? " " : "",
                           argument ? argument : "");
    g_string_append_printf(out, "%-*s", OPTION_ROOM, name->str);
    if (name->len >= OPTION_ROOM)
        g_string_append_printf(out, "\n%*s", OPTION_ROOM, "");
    g_string_append_printf(out, "%s\n", _(option->help));
}

void help_usage(GString *out, const struct command *command)
{
    if (!command) {
        g_string_append(out, _("usage: rapor COMMAND [OPTION...]\n\n"));
        for (size_t i = 0; commands[i]; i++)
            g_string_append_printf(out, "  %-12s %s\n", commands[i]->name, _(commands[i]->summary));
        g_string_append(out, _("\nexample: rapor build nilai.xml -o hasil\n"
                               "see also: rapor help, rapor help COMMAND\n"));
        return;
    }
    const char *operands = command->operands;
    g_string_append_printf(out, _("usage: rapor %s%s%s [OPTION...]\n"), command->name,
                           *operands ? " " : "", operands);
}

void help_command(GString *out, const struct command *command)
{
    g_string_append_printf(out, "rapor %s - %s\n\n%s\n", command->name, _(command->summary),
                           _("Examples:"));
    add_indented(out, _(command->examples));
    g_string_append_c(out, '\n');
    help_usage(out, command);
    if (command->about)
        g_string_append_printf(out, "\n%s", _(command->about));
    g_string_append_printf(out, "\n%s\n", _("Options:"));
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++)
        if (option->help)
            add_option(out, option);
}

static void help_overview(GString *out)
{
    g_string_append(out,
                    _("rapor - results of an e-government assessment become decree, "
                      "certificates,\n        letters, reports and archives\n\n"
                      "Examples:\n"
                      "  rapor check nilai.xml                  # every problem, with its line\n"
                      "  rapor rank nilai.xml                   # the ranking\n"
                      "  rapor preview nilai.xml --layout certificate -o coba.pdf\n"
                      "  rapor build nilai.xml -o hasil         # everything\n\n"));
    help_usage(out, NULL);
    g_string_append(out, _("\nExit codes:\n"
                           "   0  done                         70  internal error\n"
                           "   2  warnings, with --strict      73  the output cannot be created\n"
                           "  64  wrong command line           74  read or write error\n"
                           "  65  wrong data or layout         77  no permission\n"
                           "  66  input missing               130  interrupted\n"
                           "  69  font or file missing        143  terminated\n"));
}

static int run(struct call *call, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const char *name = call->options.inputs[0];
    if (!name) {
        help_overview(text);
    } else {
        const struct command *command = command_named(name, error);
        if (!command)
            return FAILURE_USAGE;
        help_command(text, command);
    }
    fputs(text->str, stdout);
    return FAILURE_NONE;
}

const struct command command_help = {
    .name = "help",
    .operands = "[COMMAND]",
    .summary = N_("show help for the program or a command"),
    .examples = "rapor help\n"
                "rapor help build\n",
    .options = (const struct option *const[]){options_all, NULL},
    .inputs_max = 1,
    .inputs = "COMMAND",
    .run = run,
};
