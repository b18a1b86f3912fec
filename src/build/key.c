#include "key.h"

#include "attach.h"
#include "showcase.h"

#include "rapor/arena.h"
#include "rapor/digest.h"
#include "rapor/fingerprint.h"
#include "rapor/fonts.h"
#include "rapor/overlay.h"
#include "rapor/paint.h"
#include "rapor/view.h"

#include <string.h>

#define HALF 16 /* letters */

struct keys {
    const char *program;  /* and the fonts and so on: what every file is made by */
    const char **layouts; /* of each of the instrument's documents */
    const char *kit;      /* of the charts and the page for the press */
    const char *inputs;   /* all evaluations, for what shows them whole */
    GHashTable *sums;     /* path -> digest, while the keys are made; NULL afterwards */
    /* What was asked for last; several files are made from it. */
    struct said {
        enum entry_kind kind;
        size_t document, subject;
        enum per per;
        char *digest; /* NULL: nothing yet */
    } last;
};

static void add_text(struct digest *digest, const char *text)
{
    digest_add(digest, text, strlen(text) + 1);
}

/* Most layouts import the same files: each is read once. */
static bool add_file(const struct keys *keys, struct digest *digest, const char *path,
                     GError **error)
{
    char *sum = g_hash_table_lookup(keys->sums, path);
    if (!sum) {
        sum = digest_file(path, NULL, error);
        if (!sum)
            return false;
        g_hash_table_insert(keys->sums, g_strdup(path), sum);
    }
    add_text(digest, sum);
    return true;
}

/* Ends the digest; ARENA owns what is returned. */
static const char *half(struct digest *digest, struct arena *arena)
{
    g_autofree char *text = digest_end(digest);
    digest_destroy(digest);
    return arena_strndup(arena, text, HALF);
}

/* Megabytes that seldom change, looked at in each run: fingerprints will do. */
static bool add_program(const struct keys *keys, struct digest *digest,
                        const struct session *session, GError **error)
{
    g_autofree char *program = fingerprint_program();
    g_auto(GStrv) files = fonts_files(session->fonts);
    add_text(digest, program);
    for (size_t i = 0; files[i]; i++) {
        g_autofree char *font = fingerprint_file(files[i], error);
        if (!font)
            return false;
        add_text(digest, font);
    }
    return add_file(keys, digest, session->places.fonts, error) &&
           add_file(keys, digest, session->places.emblem, error);
}

/* The files of one layout lie between those of the one before and its own end. */
static const char *layout_key(const struct session *session, size_t document,
                              const struct keys *keys, struct arena *arena, GError **error)
{
    size_t first = document > 0 ? session->file_ends[document - 1] : 0;
    struct digest *digest = digest_create();
    add_text(digest, keys->program);
    add_text(digest, session->evaluation->instrument->documents[document].kind);
    bool read = true;
    for (size_t i = first; read && i < session->file_ends[document]; i++)
        read = add_file(keys, digest, session->files->pdata[i], error);
    const char *key = half(digest, arena);
    return read ? key : NULL;
}

/* Any of these files may be read for a chart or the page. */
static const char *kit_key(const struct session *session, const struct keys *keys,
                           struct arena *arena, GError **error)
{
    static const char *const folders[] = {"common", "common/charts", "common/press"};
    struct digest *digest = digest_create();
    add_text(digest, keys->program);
    bool read = true;
    for (size_t f = 0; f < G_N_ELEMENTS(folders); f++) {
        g_autoptr(GPtrArray) names = overlay_names(session->places.layouts, folders[f]);
        for (guint i = 0; read && i < names->len; i++) {
            g_autofree char *name = g_build_filename(folders[f], names->pdata[i], NULL);
            g_autofree char *path = overlay_find(session->places.layouts, name);
            read = g_file_test(path, G_FILE_TEST_IS_DIR) || add_file(keys, digest, path, error);
        }
    }
    const char *key = half(digest, arena);
    return read ? key : NULL;
}

struct keys *keys_create(const struct session *session, const struct build *build, time_t date,
                         struct arena *arena, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    struct keys *keys = ARENA_NEW(arena, struct keys);
    g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    keys->sums = sums;
    struct digest *digest = digest_create();
    add_text(digest, build->painter->name);
    digest_add(digest, &date, sizeof date);
    bool read = add_program(keys, digest, session, error);
    keys->program = half(digest, arena);
    keys->layouts = ARENA_ARRAY(arena, evaluation->instrument->document_count, const char *);
    for (size_t i = 0; read && i < evaluation->instrument->document_count; i++)
        read = (keys->layouts[i] = layout_key(session, i, keys, arena, error)) != NULL;

    read = read && (keys->kit = kit_key(session, keys, arena, error)) != NULL;

    digest = digest_create();
    add_text(digest, evaluation->digest);
    for (guint i = 0; i < session->earlier_digests->len; i++)
        add_text(digest, session->earlier_digests->pdata[i]);
    keys->inputs = half(digest, arena);
    keys->sums = NULL;
    return read ? keys : NULL;
}

static char *digest_of(struct session *session, enum per per, size_t subject)
{
    if (per != PER_INSTITUTION)
        return view_digest(session->view, per, subject);
    const GString *results = attach_results(session, subject);
    return digest_bytes(results->str, results->len);
}

static char *joined(const char *by, const char *says)
{
    return g_strdup_printf("%s-%.*s", by, HALF, says);
}

/* What ENTRY says: of an institution all its papers say the same. */
static char *said_by(const struct keys *keys, struct session *session, const struct entry *entry)
{
    const struct document *documents = session->evaluation->instrument->documents;
    switch (entry->kind) {
    case ENTRY_DOCUMENT:
        return digest_of(session, documents[entry->document].per, entry->subject);
    case ENTRY_RESULTS:
        if (entry->subject == NONE)
            break;
        return digest_of(session, PER_INSTITUTION, entry->subject);
    case ENTRY_CHART:
        return showcase_digest(session, entry->document);
    case ENTRY_RANKING_CSV:
    case ENTRY_RANKING_CSV_ID:
    case ENTRY_LEVELS_CSV:
    case ENTRY_BOOK:
    case ENTRY_PAGE:
        break;
    }
    return g_strdup(keys->inputs);
}

/* Whose words ENTRY says; a chart is its own subject, whatever the version. */
static struct said topic_of(const struct session *session, const struct entry *entry)
{
    const struct document *documents = session->evaluation->instrument->documents;
    struct said topic = {.kind = entry->kind, .document = entry->document};
    if (entry->kind == ENTRY_CHART)
        return topic;
    topic.subject = entry->subject;
    topic.document = 0;
    topic.per = PER_INSTITUTION;
    if (entry->kind == ENTRY_DOCUMENT)
        topic.per = documents[entry->document].per;
    if (entry->kind == ENTRY_RESULTS && entry->subject != NONE)
        topic.kind = ENTRY_DOCUMENT;
    return topic;
}

static const char *said(struct keys *keys, struct session *session, const struct entry *entry)
{
    struct said topic = topic_of(session, entry), *last = &keys->last;
    bool same = last->digest && last->kind == topic.kind && last->document == topic.document &&
                last->subject == topic.subject && last->per == topic.per;
    if (same)
        return last->digest;
    g_free(last->digest);
    *last = topic;
    last->digest = said_by(keys, session, entry);
    if (!last->digest)
        last->digest = g_strdup(keys->inputs);
    return last->digest;
}

char *key_of(struct keys *keys, struct session *session, const struct entry *entry)
{
    const char *by = keys->program;
    if (entry->kind == ENTRY_DOCUMENT)
        by = keys->layouts[entry->document];
    else if (entry->kind == ENTRY_CHART || entry->kind == ENTRY_PAGE)
        by = keys->kit;
    return joined(by, said(keys, session, entry));
}

const char *key_difference(const char *before, const char *now)
{
    bool made = strncmp(before, now, HALF) != 0, says = strcmp(before + HALF, now + HALF) != 0;
    if (made && says)
        return "its layout and what it says have changed";
    return made ? "its layout, or a font, has changed" : "what it says has changed";
}
