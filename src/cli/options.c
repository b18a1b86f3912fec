#include "options.h"

#include "argument.h"
#include "command.h"
#include "suggest.h"

#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <string.h>

const struct option options_all[] = {
    {"language", 0, OPTION_TEXT, offsetof(struct options, language), "id|en",
     N_("language of messages (default: that of LC_MESSAGES)")},
    {"help", 'h', OPTION_FLAG, offsetof(struct options, help), NULL, N_("show this help")},
    {0},
};

const struct option options_reading[] = {
    {"layouts", 0, OPTION_TEXT, offsetof(struct options, layouts), "DIR",
     N_("folder of your own layouts, searched before the built-in ones")},
    {"history", 0, OPTION_TEXTS, offsetof(struct options, history), "FILE",
     N_("evaluation of an earlier year; may be repeated")},
    {"diagnostic-format", 0, OPTION_TEXT, offsetof(struct options, diagnostic_format),
     "human|short|json", N_("format of the diagnostics")},
    {0},
};

const struct option options_partial[] = {
    {"partial", 0, OPTION_FLAG, offsetof(struct options, partial), NULL,
     N_("institutions may be incomplete; such are not ranked")},
    {0},
};

const struct option options_typesetting[] = {
    {"fonts", 0, OPTION_TEXT, offsetof(struct options, fonts), "FILE", N_("list of fonts")},
    {"emblem", 0, OPTION_TEXT, offsetof(struct options, emblem), "SVG",
     N_("emblem that replaces the placeholder")},
    {0},
};

const struct option options_json[] = {
    {"json", 0, OPTION_FLAG, offsetof(struct options, json), NULL,
     N_("JSON lines on standard output, the exit code last")},
    {0},
};

const struct option *command_option(const struct command *command, size_t number)
{
    for (size_t i = 0; command->options[i]; i++)
        for (const struct option *option = command->options[i]; option->name; option++)
            if (number-- == 0)
                return option;
    return NULL;
}

static GOptionArg arg_of(enum option_kind kind)
{
    switch (kind) {
    case OPTION_FLAG:
        return G_OPTION_ARG_NONE;
    case OPTION_TEXT:
        return G_OPTION_ARG_FILENAME; /* the bytes as they are, whatever the locale */
    case OPTION_TEXTS:
        return G_OPTION_ARG_FILENAME_ARRAY;
    case OPTION_NUMBER:
        return G_OPTION_ARG_INT;
    case OPTION_DECIMAL:
        return G_OPTION_ARG_DOUBLE;
    }
    g_assert_not_reached();
}

static void *value_of(struct options *options, const struct option *option)
{
    return (char *)options + option->offset;
}

static GArray *entries_of(struct options *options, const struct command *command)
{
    GArray *entries = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        GOptionEntry entry = {.long_name = option->name,
                              .short_name = option->letter,
                              .arg = arg_of(option->kind),
                              .arg_data = value_of(options, option)};
        g_array_append_val(entries, entry);
    }
    GOptionEntry rest = {.long_name = G_OPTION_REMAINING,
                         .arg = G_OPTION_ARG_FILENAME_ARRAY,
                         .arg_data = &options->inputs};
    g_array_append_val(entries, rest);
    return entries;
}

static bool takes_value(const struct command *command, char letter)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++)
        if (option->letter == letter)
            return option->kind != OPTION_FLAG;
    return false;
}

/* GOption knows "-j 4" but not "-j4". */
static GPtrArray *words_apart(const struct command *command, int argc, char **argv)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    bool options = true;
    for (int i = 0; i < argc; i++) {
        const char *word = argv[i];
        options = options && strcmp(word, "--") != 0;
        bool joined = options && word[0] == '-' && word[1] && word[1] != '-' && word[2];
        if (joined && takes_value(command, word[1])) {
            g_ptr_array_add(words, g_strndup(word, 2));
            word += 2;
        }
        g_ptr_array_add(words, g_strdup(word));
    }
    g_ptr_array_add(words, NULL);
    return words;
}

static bool fail_unknown(const struct command *command, const char *word, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++)
        g_ptr_array_add(names, (void *)option->name);

    g_autofree char *name = g_strndup(word, strcspn(word, "="));
    const char *close = NULL;
    if (g_str_has_prefix(name, "--"))
        close = closest_word(name + 2, (const char *const *)names->pdata, names->len);
    if (close)
        return fail(error, FAILURE_USAGE, "unknown option %s\nhint: did you mean --%s?", name,
                    close);
    return fail(error, FAILURE_USAGE, "unknown option %s", name);
}

/* What GOption complains about, in our words.  Its text ends with the option
 * where that is unknown. */
static bool fail_parse(const struct command *command, const GError *cause, GError **error)
{
    const char *space = strrchr(cause->message, ' ');
    if (g_error_matches(cause, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) && space &&
        space[1] == '-')
        return fail_unknown(command, space + 1, error);
    g_autofree char *text = g_strdup(cause->message);
    text[0] = g_ascii_tolower(text[0]);
    return fail(error, FAILURE_USAGE, "%s", text);
}

char *option_argument(const struct option *option)
{
    char *words = option->argument ? argument_words(option->argument) : NULL;
    return words ? words : g_strdup(option->argument);
}

static bool check_words(const struct option *option, const char *value, GError **error)
{
    g_autofree char *argument = option_argument(option);
    if (!value || !strchr(argument, '|'))
        return true;
    g_auto(GStrv) words = g_strsplit(argument, "|", -1);
    const struct choice choice = {option->name, (const char *const *)words, g_strv_length(words)};
    return choice_has(&choice, value, error);
}

static bool check_number(const struct option *option, double value, GError **error)
{
    return (value >= 0 && value <= 1e6) ||
           fail(error, FAILURE_USAGE, "--%s %g is out of range", option->name, value);
}

static bool check_value(const struct option *option, const void *value, GError **error)
{
    switch (option->kind) {
    case OPTION_FLAG:
    case OPTION_TEXTS:
        return true;
    case OPTION_TEXT:
        return check_words(option, *(char *const *)value, error);
    case OPTION_NUMBER:
        return check_number(option, *(const int *)value, error);
    case OPTION_DECIMAL:
        return check_number(option, *(const double *)value, error);
    }
    g_assert_not_reached();
}

static bool check_values(struct options *options, const struct command *command, GError **error)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++)
        if (!check_value(option, value_of(options, option), error))
            return false;
    return true;
}

static bool check_inputs(const struct options *options, const struct command *command,
                         GError **error)
{
    size_t count = g_strv_length(options->inputs);
    if (options->help)
        return true;
    if (count < command->inputs_min)
        return fail(error, FAILURE_USAGE, "%s is missing", _(command->inputs));
    if (count > command->inputs_max)
        return fail(error, FAILURE_USAGE, "\"%s\" is an unexpected argument",
                    options->inputs[command->inputs_max]);
    return true;
}

bool options_parse(struct options *options, const struct command *command, int argc, char **argv,
                   GError **error)
{
    g_autoptr(GArray) entries = entries_of(options, command);
    g_autoptr(GPtrArray) words = words_apart(command, argc, argv);
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) cause = NULL;

    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, (const GOptionEntry *)(void *)entries->data, NULL);
    g_auto(GStrv) rest = g_strdupv((char **)words->pdata); /* parsing frees what it takes */
    bool parsed = g_option_context_parse_strv(context, &rest, &cause);
    if (!options->inputs)
        options->inputs = g_new0(char *, 1);
    if (!parsed)
        return fail_parse(command, cause, error);
    return check_inputs(options, command, error) && check_values(options, command, error);
}

void options_clear(struct options *options, const struct command *command)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++)
        if (option->kind == OPTION_TEXT)
            g_free(*(char **)value_of(options, option));
    g_strfreev(options->set);
    g_strfreev(options->history);
    g_strfreev(options->inputs);
    *options = (struct options){0};
}
