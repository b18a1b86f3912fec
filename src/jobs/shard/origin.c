#include "origin.h"

#include "../sources.h"

#include "rapor/base/digest.h"
#include "rapor/base/fingerprint.h"
#include "rapor/paint/paint.h"
#include "rapor/read/register.h"
#include "rapor/shards/shard_record.h"
#include "rapor/type/fonts.h"

#include <inttypes.h>
#include <string.h>

static void put(GKeyFile *text, const char *name, const char *value)
{
    g_key_file_set_string(text, SHARD_FROM, name, value ? value : "-");
}

static void add_text(struct digest *digest, const char *text)
{
    digest_add(digest, text, strlen(text) + 1);
}

static void put_digest(GKeyFile *text, const char *name, struct digest *digest)
{
    g_autofree char *sum = digest_end(digest);
    digest_destroy(digest);
    put(text, name, sum);
}

static void put_version(GKeyFile *text)
{
    g_autofree char *program = fingerprint_program();
    g_autofree char *sum = digest_bytes(program, strlen(program));
    g_autofree char *version = g_strdup_printf(RAPOR_VERSION " %s", sum);
    put(text, "version", version);
}

static void put_evaluations(const struct session *session, GKeyFile *text)
{
    struct digest *digest = digest_create();
    for (guint i = 0; i < session->earlier_digests->len; i++)
        add_text(digest, session->earlier_digests->pdata[i]);
    put(text, "evaluation", session->evaluation->digest);
    put_digest(text, "earlier years", digest);
}

static bool put_layouts(const struct session *session, GKeyFile *text, GError **error)
{
    g_autoptr(GPtrArray) layouts = g_ptr_array_new();
    if (!sources_list(session, layouts, error))
        return false;
    struct digest *digest = digest_create();
    for (guint i = 0; i < layouts->len; i++) {
        const struct record *record = layouts->pdata[i];
        add_text(digest, record->file);
        add_text(digest, record->digest);
    }
    put_digest(text, "layouts", digest);
    return true;
}

static bool add_files(struct digest *digest, char *const *files, GError **error)
{
    for (; *files; files++) {
        g_autofree char *sum = digest_file(*files, NULL, error);
        if (!sum)
            return false;
        add_text(digest, sum);
    }
    return true;
}

static bool put_fonts(const struct session *session, GKeyFile *text, GError **error)
{
    char *const lists[] = {(char *)session->places.fonts, (char *)session->places.emblem, NULL};
    g_auto(GStrv) fonts = fonts_files(session->fonts), patterns = fonts_patterns(session->fonts);
    struct digest *digest = digest_create();
    const bool read = add_files(digest, lists, error) && add_files(digest, fonts, error) &&
                      add_files(digest, patterns, error);
    put_digest(text, "fonts and emblem", digest);
    return read;
}

static void put_options(const struct build_run *run, GKeyFile *text)
{
    const struct build *build = run->build;
    const char *const *kinds = build->selection.kinds;
    g_autofree char *only = kinds ? g_strjoinv(",", (char **)kinds) : NULL;
    g_autofree char *options = g_strdup_printf(
        "only=%s painter=%s loose=%d partial=%d date=%" PRId64 " reason=%s", only ? only : "",
        build->painter->name, build->loose, run->session->places.partial, (int64_t)run->date,
        build->reason ? build->reason : "");
    put(text, "options", options);
}

/* The register as it was read: what was added since follows from it. */
bool origin_write(const struct build_run *run, GKeyFile *text, GError **error)
{
    const struct session *session = run->session;
    put_version(text);
    put_evaluations(session, text);
    put(text, "register", session->papers ? session->papers->digest : NULL);
    put_options(run, text);
    return put_layouts(session, text, error) && put_fonts(session, text, error);
}
