#include "../command.h"
#include "../guard/guard.h"
#include "../json.h"
#include "register.h"
#include "whole.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/dispatch/dispatch.h"

#include <stdio.h>

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "OUT",
     N_("the folder that the packs go into")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, N_("no closing line")},
    {0},
};

static void tell_json(const char *out_folder, const struct dispatch_count *count)
{
    g_autoptr(GString) out = g_string_new(NULL);
    json_begin(out, "summary");
    json_text(out, "folder", out_folder);
    json_number(out, "packs", (int64_t)count->packs);
    json_number(out, "files", (int64_t)count->files);
    json_number(out, "waiting", (int64_t)count->waiting);
    json_end(out);
    fputs(out->str, stdout);
}

static void tell(const struct call *call, const char *folder, const char *out,
                 const struct dispatch_count *count)
{
    if (call->json) {
        tell_json(out, count);
        return;
    }
    if (count->waiting > 0)
        fprintf(stderr, _("%s: warning: papers that still wait for a signature: %zu\n"), folder,
                count->waiting);
    if (!call->options.quiet)
        fprintf(stderr,
                _("%s: %zu pack%s, %zu files in them; who gets what: %s/daftar-kirim.csv\n"), out,
                count->packs, count->packs == 1 ? "" : "s", count->files, out);
}

bool dispatch_folder(const struct call *call, struct session *session, const char *folder,
                     const char *out, GError **error)
{
    struct dispatch_count count;
    if (!dispatch_write(session, folder, out, &count, error))
        return false;
    tell(call, folder, out, &count);
    return true;
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    if (!given->output) {
        fail(error, FAILURE_USAGE, "where to is missing\nhint: add -o FOLDER, such as -o kirim");
        return FAILURE_USAGE;
    }
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    if (!whole_folder(given->inputs[1], error))
        return FAILURE_DATA;
    struct session *session = call_session(call, error);
    if (session)
        dispatch_folder(call, session, given->inputs[1], given->output, error);
    session_close(session);
    return FAILURE_NONE;
}

const struct command command_dispatch = {
    .name = "dispatch",
    .operands = "IN DIR -o OUT",
    .summary = N_("make a pack for each institution, and the lists for sending"),
    .examples = N_("rapor dispatch nilai.xml hasil -o kirim      # after building, or signing\n"
                   "unzip -l kirim/13.01-kabupaten-pesisir-selatan.zip\n"),
    .about = N_("DIR is a folder that build made of IN; its papers are taken as they are, signed\n"
                "or not.  OUT gets an archive for each institution, and one for what is made for\n"
                "a region.  Each holds BACA-SAYA.html, which says what is in it and how it is\n"
                "checked, and SHA256SUMS.  Beside them: who gets what (daftar-kirim.csv for\n"
                "Excel, daftar-kirim-polos.csv for programs), labels, receipts, and the letter\n"
                "that goes with the packs of a region.  OUT appears whole or not at all.\n"),
    .options =
        (const struct option *const[]){options, options_json, options_reading, options_typesetting,
                                       options_guarded, options_all, NULL},
    .inputs_min = 2,
    .inputs_max = 2,
    .inputs = N_("IN or DIR"),
    .run = run,
};
