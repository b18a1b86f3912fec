/* What is said once everything is published. */
#include "build_report.h"

#include "json.h"
#include "signing.h"

#include "rapor/base/disk.h"
#include "rapor/base/language.h"

#include <stdio.h>
#include <string.h>

/* Counts the lines of SHA256SUMS, which names every published file. */
static size_t count_published(const char *folder, const char *suffix)
{
    g_autofree char *path = g_build_filename(folder, "SHA256SUMS", NULL);
    g_autofree char *sums = disk_read(path, FAILURE_INPUT, NULL, NULL);
    if (!sums)
        return 0;
    g_auto(GStrv) lines = g_strsplit(sums, "\n", -1);
    size_t count = 0;
    for (size_t i = 0; lines[i]; i++)
        count += lines[i][0] && g_str_has_suffix(lines[i], suffix);
    return count;
}

/* The folder as a shell takes it, in quotes only where it needs them. */
static char *shell_word(const char *folder)
{
    static const char safe[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/._-";
    bool plain = folder[0] != '-' && folder[strspn(folder, safe)] == '\0';
    return plain ? g_strdup(folder) : g_shell_quote(folder);
}

void build_tell_done(const struct call *call, const struct progress_reporter *reporter)
{
    const char *folder = call->options.output;
    bool loose = call->options.loose;
    size_t files = count_published(folder, loose ? "" : ".zip");
    if (call->json) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_begin(out, "summary");
        json_text(out, "output", folder);
        json_number(out, "documents", (int64_t)reporter->done);
        json_number(out, loose ? "files" : "archives", (int64_t)files);
        json_end(out);
        fputs(out->str, stdout);
    }
    if (call->options.quiet || call->json)
        return;
    g_autofree char *word = shell_word(folder);
    const char *thing = loose ? _("file") : _("archive");
    fprintf(stderr, _("%s: %zu document%s in %zu %s%s, %.1f s; to verify: "), folder,
            reporter->done, reporter->done == 1 ? "" : "s", files, thing, files == 1 ? "" : "s",
            progress_seconds(reporter));
    fprintf(stderr, "rapor verify %s%s\n", folder[0] == '-' ? "-- " : "", word);
}

void build_tell_signed(const struct call *call, const struct build_signing *signing)
{
    if (call->options.quiet || call->json)
        return;
    fprintf(stderr,
            ngettext("%zu paper signed by %s\n", "%zu papers signed by %s\n", signing->papers),
            signing->papers, signing->name);
    if (signing->resumed > 0)
        fprintf(stderr, _("%zu of them before a run broke off\n"), signing->resumed);
    if (signing->others == 0)
        return;
    g_autofree char *others = signing_names(signing->whom);
    fprintf(stderr,
            ngettext("%zu paper waits for %s\n", "%zu papers wait for %s\n", signing->others),
            signing->others, others);
}
