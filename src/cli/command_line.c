/* The command line: which command it asks for, and how that ends. */
#include "commands.h"
#include "json.h"
#include "report.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/shortage.h"
#include "rapor/base/times.h"

#include <errno.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <string.h>

/* The words that stand where a command should and mean one. */
static const char *command_word(const char *word)
{
    static const char *const meant[][2] = {
        {"-h", "help"}, {"--help", "help"}, {"-V", "version"}, {"--version", "version"}};
    for (size_t i = 0; i < G_N_ELEMENTS(meant); i++)
        if (strcmp(word, meant[i][0]) == 0)
            return meant[i][1];
    return word;
}

static bool takes(const struct command *command, const char *name)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++)
        if (strcmp(option->name, name) == 0)
            return true;
    return false;
}

static const struct command *command_asked(const char *word, GError **error)
{
    const char *meant = command_word(word);
    if (meant == word && *word == '-') {
        fail(error, FAILURE_USAGE,
             "%s stands before any command\nhint: options follow the command, as in rapor build IN "
             "-o DIR",
             word);
        return NULL;
    }
    return command_named(meant, error);
}

static int run(struct call *call, int argc, char **argv, GError **error)
{
    call->command = command_asked(argv[0], error);
    if (!call->command)
        return FAILURE_USAGE;
    /* Also whoever gets the options wrong is told so in JSON. */
    call->json = takes(call->command, "json") && g_strv_contains((const char **)argv, "--json");
    if (!options_parse(&call->options, call->command, argc, argv, error))
        return FAILURE_USAGE;
    if (!call->options.help)
        return call->command->run(call, error);

    g_autoptr(GString) text = g_string_new(NULL);
    help_command(text, call->command);
    fputs(text->str, stdout);
    return FAILURE_NONE;
}

static int code_of(const GError *error)
{
    return error->domain == RAPOR_FAILURE ? error->code : FAILURE_SOFTWARE;
}

/* Says what is left to say, and settles the exit code. */
static int finish(struct call *call, int code, const GError *error)
{
    call_report(call);
    if (error) {
        code = code_of(error);
        report_failure(call, error);
    }
    if (code == FAILURE_NONE && call->options.strict &&
        diagnostics_count(call->diagnostics, SEVERITY_WARNING) > 0)
        code = FAILURE_WARNINGS;
    if (call->json)
        json_exit(code, error ? error->message : NULL);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    if (error)
        return code; /* it was said already */
    fprintf(stderr, _("rapor: error: standard output: %s\n"), g_strerror(errno));
    return FAILURE_IO;
}

/* What libxml2 would print on its own; readers collect what matters. */
static void keep_quiet(void *data, const char *format, ...)
{
    (void)data;
    (void)format;
}

/* What --language says, before the words are looked at: they may be wrong. */
static const char *language_word(int argc, char **argv)
{
    const char *found = NULL;
    for (int i = 1; i < argc; i++) {
        if (g_str_has_prefix(argv[i], "--language="))
            found = argv[i] + strlen("--language=");
        else if (strcmp(argv[i], "--language") == 0 && i + 1 < argc)
            found = argv[i + 1];
    }
    return found;
}

int command_line(int argc, char **argv)
{
    language_open(language_word(argc, argv));
    shortage_prepare();
    xmlSetGenericErrorFunc(NULL, keep_quiet);
    if (argc < 2) {
        g_autoptr(GString) text = g_string_new(NULL);
        help_usage(text, NULL);
        fputs(text->str, stderr);
        return FAILURE_USAGE;
    }

    struct call call = {.arena = arena_create(), .diagnostics = diagnostics_create()};
    g_autoptr(GError) error = NULL;
    times_open(g_getenv("RAPOR_TIMES"));
    int code = run(&call, argc - 1, argv + 1, &error);
    times_close(error ? NULL : &error);
    code = finish(&call, code, error);
    if (call.command)
        options_clear(&call.options, call.command);
    diagnostics_destroy(call.diagnostics);
    arena_destroy(call.arena);
    return code;
}
