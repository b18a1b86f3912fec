#include "../commands.h"
#include "../installed.h"
#include "../selection.h"
#include "../suggest.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/read/instrument.h"

#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"layouts", 0, OPTION_TEXT, offsetof(struct options, layouts), "DIR",
     "folder of your own layouts, searched before the built-in ones"},
    {0},
};

/* The words that arguments of these names may be, over all instruments. */
struct vocabularies {
    GHashTable *kinds, *scopes, *groups, *instruments; /* sets; the texts are the arena's */
    GHashTable *schemas, *commands, *shells;
};

static const char *const shells[] = {"bash", NULL};

static GHashTable *set_create(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void set_add(GHashTable *set, const char *word)
{
    g_hash_table_add(set, g_strdup(word));
}

static int by_name(const void *left, const void *right)
{
    return strcmp(left, right);
}

static char *set_joined(GHashTable *set)
{
    GString *joined = g_string_new(NULL);
    GList *words = g_list_sort(g_hash_table_get_keys(set), by_name);
    for (GList *word = words; word; word = word->next)
        g_string_append_printf(joined, "%s%s", word == words ? "" : " ", (char *)word->data);
    g_list_free(words);
    return g_string_free(joined, FALSE);
}

static void add_instrument(const struct vocabularies *words, const struct instrument *instrument,
                           struct arena *arena)
{
    size_t count;
    const char **kinds = selection_kinds(instrument, &count, arena);
    for (size_t i = 0; i < count; i++)
        set_add(words->kinds, kinds[i]);
    for (size_t i = 0; i < instrument->scope_count; i++)
        set_add(words->scopes, instrument->scopes[i].id);
    for (size_t i = 0; i < instrument->group_count; i++)
        set_add(words->groups, instrument->groups[i].id);
}

/* An instrument that cannot be read adds nothing: doctor says why. */
static void add_instruments(const struct vocabularies *words, const char *layouts,
                            struct arena *arena)
{
    g_autoptr(GPtrArray) names = instrument_ids(layouts);
    for (guint i = 0; i < names->len; i++) {
        set_add(words->instruments, g_ptr_array_index(names, i));
        g_autofree char *folder = instrument_folder(layouts, names->pdata[i]);
        struct diagnostics *diagnostics = diagnostics_create();
        struct instrument *instrument = instrument_open(folder, diagnostics, NULL);
        if (instrument)
            add_instrument(words, instrument, arena);
        instrument_close(instrument);
        diagnostics_destroy(diagnostics);
    }
}

static struct vocabularies vocabularies_create(const char *layouts, struct arena *arena)
{
    const struct vocabularies words = {set_create(), set_create(), set_create(), set_create(),
                                       set_create(), set_create(), set_create()};
    g_autoptr(GPtrArray) schemas = installed_schemas(layouts);
    add_instruments(&words, layouts, arena);
    for (guint i = 0; i < schemas->len; i++)
        set_add(words.schemas, g_ptr_array_index(schemas, i));
    for (size_t i = 0; commands[i]; i++)
        set_add(words.commands, commands[i]->name);
    for (size_t i = 0; shells[i]; i++)
        set_add(words.shells, shells[i]);
    return words;
}

static void vocabularies_destroy(struct vocabularies *words)
{
    GHashTable *const sets[] = {words->kinds,   words->scopes,   words->groups, words->instruments,
                                words->schemas, words->commands, words->shells};
    for (size_t i = 0; i < G_N_ELEMENTS(sets); i++)
        g_hash_table_destroy(sets[i]);
}

/* Returns the set that an argument called NAME is from, or NULL. */
static GHashTable *set_of(const struct vocabularies *words, const char *name)
{
    const struct {
        const char *name;
        GHashTable *set;
    } rows[] = {{"KIND", words->kinds},
                {"SCOPE", words->scopes},
                {"GROUP", words->groups},
                {"NAME", words->schemas},
                {"COMMAND", words->commands},
                {"SHELL", words->shells},
                {"INSTRUMENT", words->instruments}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].set;
    return NULL;
}

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
    GHashTable *set = set_of(words, argument);
    g_autofree char *plain = g_strdelimit(g_strdup(argument), "|", ' ');
    g_autofree char *kinds = set_joined(words->kinds);
    g_autofree char *joined = set ? set_joined(set) : NULL;
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
    else if (joined || strchr(argument, '|'))
        g_string_append_printf(out,
                               "        _rapor_words '%s' \"$current\"\n"
                               "        return ;;\n",
                               joined ? joined : plain);
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
static void add_files(GString *out, const char *const *suffixes)
{
    g_string_append(out, "        compopt -o filenames\n"
                         "        mapfile -t COMPREPLY < <(compgen -d -- \"$current\"");
    for (; *suffixes; suffixes++)
        g_string_append_printf(out, "\n            compgen -f -X '!*.%s' -- \"$current\"",
                               *suffixes);
    g_string_append(out, ")\n"
                         "        return ;;\n");
}

static void add_operands(GString *out, const struct vocabularies *words,
                         const struct command *command)
{
    static const char *const evaluations[] = {"xml", NULL}, *const sheets[] = {"xlsx", "ods", "csv", NULL};
    if (!command->inputs)
        return;
    GHashTable *set = set_of(words, command->inputs);
    g_autofree char *joined = set ? set_joined(set) : NULL;
    g_string_append_printf(out, "    '%s '*)\n", command->name);
    if (joined)
        g_string_append_printf(out, "        list='%s' ;;\n", joined);
    else
        add_files(out, strcmp(command->inputs, "SHEET") == 0 ? sheets : evaluations);
}

static void add_script(GString *out, const struct vocabularies *words)
{
    g_autofree char *names = set_joined(words->commands);
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

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct choice choice = {"shell", shells, G_N_ELEMENTS(shells) - 1};
    if (!choice_has(&choice, given->inputs[0], error))
        return FAILURE_USAGE;
    const struct places places =
        places_find((struct places){.layouts = given->layouts}, call->arena);
    struct vocabularies words = vocabularies_create(places.layouts, call->arena);
    g_autoptr(GString) script = g_string_new(NULL);
    add_script(script, &words);
    fputs(script->str, stdout);
    vocabularies_destroy(&words);
    return FAILURE_NONE;
}

const struct command command_completion = {
    .name = "completion",
    .operands = "bash",
    .summary = "print a completion script for the shell",
    .examples = "source <(rapor completion bash)\n"
                "rapor completion bash > /etc/bash_completion.d/rapor\n",
    .about = "Knows the kinds, scopes and groups of the instruments that are installed, and the\n"
             "codes in the evaluation that the command line names.\n",
    .options = (const struct option *const[]){options, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "SHELL",
    .run = run,
};
