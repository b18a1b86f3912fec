/* Scripts for schedulers: files of layouts/common/jobs, with words in double braces. */
#include "../command.h"
#include "../commands.h"
#include "../output.h"
#include "../suggest.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/search_path.h"

#include <string.h>

#define TEMPLATES     "common/jobs"
#define SHARDS_USUAL  16
#define AT_ONCE_USUAL 8

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "DIR",
     N_("folder to publish in")},
    {"shards", 0, OPTION_NUMBER, offsetof(struct options, shards), "M",
     N_("number of shards (default: 16)")},
    {"parts", 0, OPTION_TEXT, offsetof(struct options, parts), "DIR",
     N_("folder of the shards (default: DIR.shards)")},
    {"at-once", 0, OPTION_NUMBER, offsetof(struct options, at_once), "N",
     N_("how many shards are made at the same time (default: 8)")},
    {"jobs", 'j', OPTION_NUMBER, offsetof(struct options, jobs), "N",
     N_("workers, and processors, of each shard (default: 1)")},
    {"only", 0, OPTION_TEXT, offsetof(struct options, only), "KINDS",
     N_("only these kinds of document, separated by commas")},
    {"painter", 0, OPTION_TEXT, offsetof(struct options, painter), "PAINTER",
     N_("painter for PDFs (default: archival)")},
    {"loose", 0, OPTION_FLAG, offsetof(struct options, loose), NULL,
     N_("write folders instead of archives")},
    {"keep-going", 'k', OPTION_FLAG, offsetof(struct options, keep_going), NULL,
     N_("publish without what cannot be made; GAGAL.txt lists it")},
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("register that numbers come from, and that issued papers are kept by")},
    {"reason", 0, OPTION_TEXT, offsetof(struct options, reason), "TEXT",
     N_("why issued papers get a new edition")},
    {0},
};

static const struct option table_reading[] = {
    {"layouts", 0, OPTION_TEXT, offsetof(struct options, layouts), "DIR",
     N_("folder of your own layouts, searched before the built-in ones")},
    {"history", 0, OPTION_TEXTS, offsetof(struct options, history), "FILE",
     N_("evaluation of an earlier year; may be repeated")},
    {0},
};

static void add_word(GString *line, const char *word)
{
    static const char safe[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/._-,:=";
    const bool plain = *word && word[strspn(word, safe)] == '\0';
    g_autofree char *quoted = plain ? g_strdup(word) : g_shell_quote(word);
    g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", quoted);
}

static void add_option(GString *line, const char *name, const char *value)
{
    g_autofree char *option = g_strconcat("--", name, NULL);
    if (!value)
        return;
    add_word(line, option);
    add_word(line, value);
}

static void add_flag(GString *line, const char *name, bool set)
{
    if (set)
        g_string_append_printf(line, " --%s", name);
}

/* The shards take over from what is published, and keep what is issued. */
static GString *build_line(const struct options *given, const char *parts, const char *shard)
{
    GString *line = g_string_new("rapor build");
    g_autofree char *jobs = g_strdup_printf("%d", MAX(given->jobs, 1));
    add_word(line, given->inputs[1]);
    add_option(line, "output", parts);
    add_option(line, "shard", shard);
    add_option(line, "previous", given->output);
    add_option(line, "jobs", jobs);
    add_option(line, "only", given->only);
    add_option(line, "painter", given->painter);
    add_option(line, "layouts", given->layouts);
    for (char **path = given->history; path && *path; path++)
        add_option(line, "history", *path);
    add_option(line, "fonts", given->fonts);
    add_option(line, "emblem", given->emblem);
    add_option(line, "register", given->registry);
    add_option(line, "reason", given->reason);
    add_flag(line, "loose", given->loose);
    add_flag(line, "partial", given->partial);
    add_flag(line, "keep-going", given->keep_going);
    return line;
}

static GString *merge_line(const struct options *given, const char *parts)
{
    GString *line = g_string_new("rapor merge");
    g_autofree char *jobs = g_strdup_printf("%d", MAX(given->jobs, 1));
    add_word(line, parts);
    add_option(line, "output", given->output);
    add_option(line, "jobs", jobs);
    add_flag(line, "keep-going", given->keep_going);
    return line;
}

static void put(GString *text, const char *word, const char *value)
{
    g_autofree char *mark = g_strdup_printf("{{%s}}", word);
    g_string_replace(text, mark, value, 0);
}

static void put_number(GString *text, const char *word, int value)
{
    g_autofree char *digits = g_strdup_printf("%d", value);
    put(text, word, digits);
}

static void put_quoted(GString *text, const char *word, const char *value)
{
    g_autoptr(GString) quoted = g_string_new(NULL);
    add_word(quoted, value);
    put(text, word, quoted->str);
}

static void fill(GString *text, const struct options *given)
{
    const int shards = given->shards > 0 ? given->shards : SHARDS_USUAL;
    g_autofree char *parts =
        given->parts ? g_strdup(given->parts) : g_strconcat(given->output, ".shards", NULL);
    g_autofree char *each = g_strdup_printf("{}/%d", shards);
    g_autoptr(GString) build = build_line(given, parts, NULL), merge = merge_line(given, parts);
    g_autoptr(GString) shard = build_line(given, parts, each);
    put_number(text, "shards", shards);
    put_number(text, "at-once", given->at_once > 0 ? given->at_once : AT_ONCE_USUAL);
    put_number(text, "jobs", MAX(given->jobs, 1));
    put(text, "build", build->str);
    put_quoted(text, "build-shard", shard->str);
    put(text, "merge", merge->str);
    put(text, "program", "rapor");
    put(text, "version", RAPOR_VERSION);
    put_quoted(text, "input", given->inputs[1]);
    put_quoted(text, "output", given->output);
    put_quoted(text, "parts", parts);
}

/* Returns the name of the file for that scheduler, "slurm.sh"; NULL with ERROR. */
static char *template_name(const char *layouts, const char *scheduler, GError **error)
{
    g_autoptr(GPtrArray) files = search_path_names(layouts, TEMPLATES, error);
    g_autoptr(GPtrArray) stems = g_ptr_array_new_with_free_func(g_free);
    if (!files)
        return NULL;
    for (guint i = 0; i < files->len; i++) {
        const char *file = files->pdata[i];
        char *stem = g_strndup(file, strcspn(file, "."));
        g_ptr_array_add(stems, stem);
        if (strcmp(stem, scheduler) == 0)
            return g_strdup(file);
    }
    const struct choice choice = {N_("scheduler"), (const char *const *)(void *)stems->pdata,
                                  stems->len};
    choice_has(&choice, scheduler, error);
    return NULL;
}

static char *read_template(const struct call *call, GError **error)
{
    const struct places places =
        places_find((struct places){.layouts = call->options.layouts}, call->arena);
    g_autofree char *file = template_name(places.layouts, call->options.inputs[0], error);
    if (!file)
        return NULL;
    g_autofree char *name = g_build_filename(TEMPLATES, file, NULL);
    g_autofree char *path = search_path_find(places.layouts, name);
    return search_path_read(places.layouts, path, NULL, error);
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    if (!given->output) {
        fail(error, FAILURE_USAGE, "where to publish is missing\nhint: add -o DIR");
        return FAILURE_USAGE;
    }
    if (given->shards > SHARDS_MOST) {
        fail(error, FAILURE_USAGE, "--shards %d is more than %d", given->shards, SHARDS_MOST);
        return FAILURE_USAGE;
    }
    g_autofree char *template = read_template(call, error);
    if (!template)
        return FAILURE_UNAVAILABLE;
    g_autoptr(GString) text = g_string_new(template);
    fill(text, given);
    return output_write(NULL, text->str, text->len, error) ? FAILURE_NONE : FAILURE_IO;
}

const struct command command_jobs = {
    .name = "jobs",
    .operands = "slurm|parallel|kubernetes IN -o DIR",
    .summary = N_("print a script that makes all papers on several machines"),
    .examples = "rapor jobs slurm nilai.xml -o hasil --shards 16 >shards.sh && sh shards.sh\n"
                "rapor jobs parallel nilai.xml -o hasil --shards 16 --at-once 4 | sh\n"
                "rapor jobs kubernetes nilai.xml -o hasil --shards 16 | kubectl apply -f -\n",
    .about =
        N_("Prints what makes shards of the papers of IN with that scheduler, and merges them\n"
           "into DIR.  Nothing is started.  The shards lie in DIR.shards meanwhile, which all\n"
           "machines have to see, as well as IN; doc/cluster.md tells more.\n"),
    .options = (const struct option *const[]){options, table_reading, options_typesetting,
                                              options_partial, options_all, NULL},
    .inputs_min = 2,
    .inputs_max = 2,
    .inputs = N_("the scheduler or IN"),
    .run = run,
};
