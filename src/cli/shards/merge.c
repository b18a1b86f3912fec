#include "../command.h"
#include "../commands.h"
#include "../guard/guard.h"
#include "../json.h"
#include "../signing.h"
#include "shard.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/shards/gather.h"

#include <stdio.h>

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "DIR",
     N_("folder to publish in")},
    {"missing", 0, OPTION_FLAG, offsetof(struct options, missing), NULL,
     N_("only list the shards that are not done, as 3,17")},
    {"input", 0, OPTION_TEXT, offsetof(struct options, input), "IN",
     N_("the evaluation (default: where the shards found it)")},
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("register that numbers come from, and that issued papers are kept by")},
    {"sign", 0, OPTION_FLAG, offsetof(struct options, sign), NULL,
     N_("sign the papers that wait for whose --key it is")},
    {"jobs", 'j', OPTION_NUMBER, offsetof(struct options, jobs), "N",
     N_("number of workers (0: one per processor)")},
    {"keep-going", 'k', OPTION_FLAG, offsetof(struct options, keep_going), NULL,
     N_("publish without what cannot be made; GAGAL.txt lists it")},
    {"strict", 0, OPTION_FLAG, offsetof(struct options, strict), NULL,
     N_("exit with 2 if there are warnings")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL,
     N_("no progress, no summary")},
    {0},
};

static int list_missing(const struct call *call, const char *missing)
{
    if (call->json) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_begin(out, "missing");
        json_text(out, "shards", missing);
        json_end(out);
        fputs(out->str, stdout);
    } else if (*missing) {
        puts(missing);
    }
    return *missing ? FAILURE_TEMPORARY : FAILURE_NONE;
}

static bool fail_missing(const struct shards *shards, const char *missing, GError **error)
{
    return fail(error, FAILURE_TEMPORARY,
                "%s: of %u shards these are not done, or not as they were written: %s\nhint: run "
                "them again, with Slurm by --array=%s",
                shards->dir, shards->count, missing, missing);
}

static int merge(struct call *call, const struct shards *shards, GError **error)
{
    const int jobs = call->options.jobs;
    const unsigned threads = jobs > 0 ? (unsigned)jobs : g_get_num_processors();
    g_autofree char *missing = shards_missing(shards, true, threads);
    if (call->options.missing)
        return list_missing(call, missing);
    if (*missing) {
        fail_missing(shards, missing, error);
        return FAILURE_TEMPORARY;
    }
    shard_call_read(call, shards_likeliest(shards)->text);
    call->shards = shards;
    return command_build.run(call, error);
}

static int run(struct call *call, GError **error)
{
    if (!call->options.output && !call->options.missing) {
        fail(error, FAILURE_USAGE, "where to publish is missing\nhint: add -o DIR");
        return FAILURE_USAGE;
    }
    g_autofree char *dir = g_strdup(call->options.inputs[0]);
    struct shards *shards = shards_open(dir, error);
    if (!shards)
        return FAILURE_DATA;
    const int code = merge(call, shards, error);
    shards_close(shards);
    return code;
}

const struct command command_merge = {
    .name = "merge",
    .operands = "DIR -o DIR",
    .summary = N_("join the shards that several machines have made"),
    .examples = "rapor merge bagian -o hasil\n"
                "rapor merge bagian --missing                 # 3,17\n"
                "rapor merge bagian -o hasil --sign --key pkcs12:kunci.p12\n",
    .about =
        N_("Joins what \"build --shard\" has made in DIR, makes what belongs to the nation, and\n"
           "publishes all as one run would: to the byte.  Refused unless every shard is there,\n"
           "was made from the same evaluation, layouts, fonts, register and version, and has its\n"
           "files as they were written.  Exits with 75 where shards are missing.\n"),
    .options = (const struct option *const[]){options, options_signing, options_reading,
                                              options_typesetting, options_json, options_guarded,
                                              options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "DIR",
    .run = run,
};
