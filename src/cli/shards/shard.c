#include "shard.h"

#include "../json.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/search_path.h"
#include "rapor/shards/shard_record.h"

#include <stdio.h>
#include <string.h>

/* Reads a whole number up to SHARDS_MOST, and nothing behind it but END. */
static bool read_number(const char *text, const char *end, unsigned *number)
{
    char *rest = NULL;
    if (!text || !g_ascii_isdigit(*text))
        return false;
    const guint64 value = g_ascii_strtoull(text, &rest, 10);
    *number = (unsigned)MIN(value, SHARDS_MOST + 1);
    return g_str_equal(rest, end);
}

static bool fail_variable(const char *variable, GError **error)
{
    const char *value = g_getenv(variable);
    return value ? fail(error, FAILURE_USAGE, "%s=%s is not a number", variable, value)
                 : fail(error, FAILURE_USAGE, "%s is not set", variable);
}

static bool variable_number(const char *variable, unsigned *number, GError **error)
{
    return read_number(g_getenv(variable), "", number) || fail_variable(variable, error);
}

static bool check(const struct shard *shard, const char *source, GError **error)
{
    return (shard->number >= 1 && shard->number <= shard->count && shard->count <= SHARDS_MOST) ||
           fail(error, FAILURE_USAGE,
                "%s: there is no shard %u of %u\nhint: they are counted from 1, up to %d", source,
                shard->number, shard->count, SHARDS_MOST);
}

static bool read_fraction(const char *text, const char *source, struct shard *shard, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(text, "/", 2);
    if (!parts[0] || !parts[1] || !read_number(parts[0], "", &shard->number) ||
        !read_number(parts[1], "", &shard->count))
        return fail(error, FAILURE_USAGE,
                    "%s: \"%s\" names no shard\nhint: write number and count, as 3/16", source,
                    text);
    return check(shard, source, error);
}

/* Numbers of an array that is run in part, as 3,17, are no ranks: only where they go on without
 * a gap does their count say how many shards there are. */
static bool read_array(struct shard *shard, GError **error)
{
    unsigned first, last, count;
    if (!variable_number("SLURM_ARRAY_TASK_MIN", &first, error) ||
        !variable_number("SLURM_ARRAY_TASK_COUNT", &count, error))
        return false;
    if (read_number(g_getenv("SLURM_ARRAY_TASK_MAX"), "", &last) && last - first + 1 != count)
        return fail(error, FAILURE_USAGE,
                    "SLURM_ARRAY_TASK_COUNT=%u does not say how many shards there are: the array "
                    "has gaps\nhint: set RAPOR_SHARDS",
                    count);
    shard->number = shard->number - first + 1;
    shard->count = count;
    return check(shard, "SLURM_ARRAY_TASK_ID", error);
}

static bool read_slurm(struct shard *shard, GError **error)
{
    if (!variable_number("SLURM_ARRAY_TASK_ID", &shard->number, error))
        return false;
    if (!g_getenv("RAPOR_SHARDS"))
        return read_array(shard, error);
    return variable_number("RAPOR_SHARDS", &shard->count, error) &&
           check(shard, "SLURM_ARRAY_TASK_ID", error);
}

static bool read_indexed(struct shard *shard, GError **error)
{
    if (!variable_number("JOB_COMPLETION_INDEX", &shard->number, error) ||
        !variable_number("RAPOR_SHARDS", &shard->count, error))
        return false;
    shard->number++;
    return check(shard, "JOB_COMPLETION_INDEX", error);
}

static bool read_environment(struct shard *shard, GError **error)
{
    if (g_getenv("RAPOR_SHARD"))
        return read_fraction(g_getenv("RAPOR_SHARD"), "RAPOR_SHARD", shard, error);
    if (g_getenv("SLURM_ARRAY_TASK_ID"))
        return read_slurm(shard, error);
    if (g_getenv("JOB_COMPLETION_INDEX"))
        return read_indexed(shard, error);
    return !g_getenv("RAPOR_SHARDS") ||
           fail(error, FAILURE_USAGE,
                "RAPOR_SHARDS says how many shards there are, but nothing which this is\n"
                "hint: start it as a task of an array, or add --shard N/M");
}

bool shard_asked(const struct options *given, struct shard *shard, GError **error)
{
    *shard = (struct shard){0};
    if (g_strcmp0(given->shard, "all") == 0)
        return true;
    if (given->shard ? !read_fraction(given->shard, "--shard", shard, error)
                     : !read_environment(shard, error))
        return false;
    if (shard->count == 0)
        return !given->previous || fail(error, FAILURE_USAGE,
                                        "--previous goes with --shard: what is in the folder "
                                        "of -o is taken over anyway");
    if (given->region || given->institution)
        return fail(
            error, FAILURE_USAGE,
            "a shard is one of all papers: neither --region nor --institution goes with it");
    return strcmp(given->inputs[0], "-") != 0 ||
           fail(error, FAILURE_USAGE,
                "every shard and the merge read the evaluation: standard input is read once");
}

static void put(GKeyFile *text, const char *name, const char *value)
{
    if (value)
        g_key_file_set_string(text, SHARD_CALL, name, value);
}

static void put_path(GKeyFile *text, const char *name, const char *path)
{
    g_autofree char *whole = path ? g_canonicalize_filename(path, NULL) : NULL;
    put(text, name, whole);
}

/* What is given, or else said by the environment. */
static const char *given_or_set(const char *given, const char *variable)
{
    const char *set = g_getenv(variable);
    return given ? given : set && *set ? set : NULL;
}

/* Several folders, each with its whole path; that of the current folder counts too. */
static void put_layouts(GKeyFile *text, const char *given)
{
    const char *named = given_or_set(given, "RAPOR_LAYOUTS");
    if (!named && g_file_test("layouts", G_FILE_TEST_IS_DIR))
        named = "layouts";
    g_auto(GStrv) folders = named ? search_path_folders(named) : NULL;
    for (char **folder = folders; folder && *folder; folder++) {
        char *whole = g_canonicalize_filename(*folder, NULL);
        g_free(*folder);
        *folder = whole;
    }
    g_autofree char *joined = folders ? g_strjoinv(":", folders) : NULL;
    put(text, "layouts", joined);
}

static void put_history(GKeyFile *text, char **history)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    for (char **path = history; path && *path; path++)
        g_ptr_array_add(paths, g_canonicalize_filename(*path, NULL));
    if (paths->len > 0)
        g_key_file_set_string_list(text, SHARD_CALL, "history",
                                   (const char *const *)(void *)paths->pdata, paths->len);
}

GKeyFile *shard_call_write(const struct call *call)
{
    const struct options *given = &call->options;
    GKeyFile *text = g_key_file_new();
    put_path(text, "input", given->inputs[0]);
    put_history(text, given->history);
    put_layouts(text, given->layouts);
    put_path(text, "fonts", given_or_set(given->fonts, "RAPOR_FONTS"));
    put_path(text, "emblem", given_or_set(given->emblem, "RAPOR_EMBLEM"));
    put_path(text, "register", given->registry);
    put(text, "only", given->only);
    put(text, "painter", given->painter);
    put(text, "reason", given->reason);
    g_key_file_set_boolean(text, SHARD_CALL, "loose", given->loose);
    g_key_file_set_boolean(text, SHARD_CALL, "partial", given->partial);
    return text;
}

static void take(char **option, GKeyFile *text, const char *name)
{
    if (!*option)
        *option = g_key_file_get_string(text, SHARD_CALL, name, NULL);
}

void shard_call_read(struct call *call, GKeyFile *text)
{
    struct options *given = &call->options;
    take(&given->input, text, "input");
    take(&given->layouts, text, "layouts");
    take(&given->fonts, text, "fonts");
    take(&given->emblem, text, "emblem");
    take(&given->registry, text, "register");
    take(&given->only, text, "only");
    take(&given->painter, text, "painter");
    take(&given->reason, text, "reason");
    if (!given->history)
        given->history = g_key_file_get_string_list(text, SHARD_CALL, "history", NULL, NULL);
    given->loose = g_key_file_get_boolean(text, SHARD_CALL, "loose", NULL);
    given->partial = g_key_file_get_boolean(text, SHARD_CALL, "partial", NULL);
    g_free(given->inputs[0]);
    given->inputs[0] = g_strdup(given->input ? given->input : "");
}

void shard_print_failed(GKeyFile *text)
{
    gsize failed = 0;
    g_auto(GStrv) numbers = g_key_file_get_keys(text, SHARD_FAILED, &failed, NULL);
    if (failed == 0)
        return;
    fprintf(stderr, _("rapor: error: %zu file%s could not be made:\n"), failed,
            failed == 1 ? "" : "s");
    for (gsize i = 0; i < failed; i++) {
        g_auto(GStrv) facts =
            g_key_file_get_string_list(text, SHARD_FAILED, numbers[i], NULL, NULL);
        fprintf(stderr, "%s%s%s: %s\n", facts[0], *facts[1] ? ": " : "", facts[1], facts[2]);
    }
}

static void print_json(const struct call *call, const struct shard_done *done)
{
    g_autoptr(GString) out = g_string_new(NULL);
    json_begin(out, "summary");
    json_text(out, "output", call->options.output);
    json_number(out, "shard", call->shard.number);
    json_number(out, "shards", call->shard.count);
    json_number(out, "documents", (int64_t)done->documents);
    json_end(out);
    fputs(out->str, stdout);
}

void shard_print_done(const struct call *call, const struct shard_done *done)
{
    const struct shard shard = call->shard;
    const char *folder = call->options.output;
    if (call->json)
        print_json(call, done);
    else if (!call->options.quiet && done->already)
        fprintf(stderr, _("%s: shard %u of %u is done already\n"), folder, shard.number,
                shard.count);
    else if (!call->options.quiet)
        fprintf(stderr, _("%s: shard %u of %u: %zu document%s, %.1f s\n"), folder, shard.number,
                shard.count, done->documents, done->documents == 1 ? "" : "s", done->seconds);
}
