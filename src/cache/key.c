/* Keys: what a file is made from, in a few letters.
 *
 * A key has two halves.  The first is what makes a file: program and libraries (build IDs),
 * fonts (fingerprints), painter, date, instrument, and every file that its layout read,
 * pictures too.  The second is what it says: the digest of the view of its subject, as layouts
 * see it.  Since a file is a pure function of both, equal keys mean equal bytes, and what the
 * last run left is taken over: make, with contents in the place of times, as ccache has it.
 *
 * The view is digested, not the evaluation: a level that changes in one regency leaves the
 * others' letters alone unless they show it (a rank, a mean, a peer), and then the view of
 * those has changed as well.  Nothing need be told what depends on what. */
#include "rapor/cache/key.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/fingerprint.h"
#include "rapor/base/language.h"
#include "rapor/base/search_path.h"
#include "rapor/paint/paint.h"
#include "rapor/press/chart_cache.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/press/press_files.h"
#include "rapor/session/issue.h"
#include "rapor/type/fonts.h"
#include "rapor/view/view.h"

#include <string.h>

enum { HALF = 16, KEY_LENGTH = 2 * HALF + 1 }; /* letters */

struct keys {
    const char *program;  /* and the fonts and so on: what every file is made by */
    const char **layouts; /* of each of the instrument's documents */
    const char *kit;      /* of the charts and the page for the press */
    const char *inputs;   /* all evaluations, for what shows them whole */
    const char *page;     /* the same, and the files that the page for the press lists */
    GHashTable *sums;     /* path -> digest, while the keys are made; NULL afterwards */
    /* Of whom it was asked last; several files are made from it. */
    struct key_said {
        enum per per;
        size_t subject;
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
static bool add_fingerprints(struct digest *digest, char *const *files, GError **error)
{
    for (size_t i = 0; files[i]; i++) {
        g_autofree char *fingerprint = fingerprint_file(files[i], error);
        if (!fingerprint)
            return false;
        add_text(digest, fingerprint);
    }
    return true;
}

static bool add_instrument(const struct keys *keys, struct digest *digest,
                           const struct instrument *instrument, GError **error)
{
    g_autofree char *path = g_build_filename(instrument->folder, "instrument.xml", NULL);
    return add_file(keys, digest, path, error);
}

/* What every file is made by, or may quote. */
static bool add_program(const struct keys *keys, struct digest *digest,
                        const struct session *session, GError **error)
{
    g_autofree char *program = fingerprint_program();
    g_auto(GStrv) fonts = fonts_files(session->fonts), patterns = fonts_patterns(session->fonts);
    add_text(digest, program);
    bool read = add_fingerprints(digest, fonts, error) &&
                add_fingerprints(digest, patterns, error) &&
                add_instrument(keys, digest, session->evaluation->instrument, error);
    for (guint i = 0; read && i < session->earlier->len; i++)
        read = add_instrument(keys, digest, session->earlier->pdata[i], error);
    return read && add_file(keys, digest, session->places.fonts, error) &&
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

/* The layouts of the charts were opened after all others. */
static bool add_charts(const struct session *session, const struct keys *keys,
                       struct digest *digest, GError **error)
{
    const size_t documents = session->evaluation->instrument->document_count;
    size_t first = documents > 0 ? session->file_ends[documents - 1] : 0;
    bool read = true;
    for (size_t i = first; read && i < session->files->len; i++)
        read = add_file(keys, digest, session->files->pdata[i], error);
    return read;
}

/* Any of these files may be read for a chart or the page. */
static const char *kit_key(const struct session *session, const struct keys *keys,
                           struct arena *arena, GError **error)
{
    static const char *const folders[] = {"common", "common/charts", "common/press"};
    struct digest *digest = digest_create();
    add_text(digest, keys->program);
    bool read = add_charts(session, keys, digest, error);
    for (size_t f = 0; f < G_N_ELEMENTS(folders); f++) {
        g_autoptr(GPtrArray) names =
            read ? search_path_names(session->places.layouts, folders[f], error) : NULL;
        read = names != NULL;
        for (guint i = 0; read && i < names->len; i++) {
            g_autofree char *name = g_build_filename(folders[f], names->pdata[i], NULL);
            g_autofree char *path = search_path_find(session->places.layouts, name);
            read = g_file_test(path, G_FILE_TEST_IS_DIR) || add_file(keys, digest, path, error);
        }
    }
    const char *key = half(digest, arena);
    return read ? key : NULL;
}

static const char *inputs_key(const struct session *session, struct arena *arena)
{
    struct digest *digest = digest_create();
    add_text(digest, session->evaluation->digest);
    for (guint i = 0; i < session->earlier_digests->len; i++)
        add_text(digest, session->earlier_digests->pdata[i]);
    return half(digest, arena);
}

/* Whom a card is about, the page says as the evaluation does. */
static const char *page_key(const struct keys *keys, const struct key_source *source,
                            struct arena *arena)
{
    const struct plan *plan = source->plan;
    struct digest *digest = digest_create();
    add_text(digest, keys->inputs);
    digest_add(digest, &source->session->missing, sizeof source->session->missing);
    for (size_t u = 0; u < plan->count; u++)
        for (size_t i = 0; i < plan->archives[u].count; i++)
            if (plan->archives[u].entries[i].beside)
                add_text(digest, plan->archives[u].entries[i].name);
    return half(digest, arena);
}

static bool create_layouts(struct keys *keys, const struct session *session, struct arena *arena,
                           GError **error)
{
    const size_t count = session->evaluation->instrument->document_count;
    bool read = true;
    keys->layouts = ARENA_ARRAY(arena, count, const char *);
    for (size_t i = 0; read && i < count; i++)
        read = (keys->layouts[i] = layout_key(session, i, keys, arena, error)) != NULL;
    return read && (keys->kit = kit_key(session, keys, arena, error)) != NULL;
}

static bool has_page(const struct plan *plan)
{
    const struct archive *nation = plan->nation;
    for (size_t i = 0; nation && i < nation->count; i++)
        if (nation->entries[i].kind == ENTRY_PAGE)
            return true;
    return false;
}

struct keys *keys_create(const struct key_source *source, struct arena *arena, GError **error)
{
    const struct session *session = source->session;
    struct keys *keys = ARENA_NEW(arena, struct keys);
    g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    keys->sums = sums;
    struct digest *digest = digest_create();
    add_text(digest, source->painter);
    digest_add(digest, &source->date, sizeof source->date);
    bool read = add_program(keys, digest, session, error);
    keys->program = half(digest, arena);
    if (has_page(source->plan))
        read = read && chart_cache_load(source->session, error);
    read = read && create_layouts(keys, session, arena, error);
    keys->inputs = inputs_key(session, arena);
    keys->page = page_key(keys, source, arena);
    keys->sums = NULL;
    return read ? keys : NULL;
}

static char *joined(const char *by, const char *says)
{
    return g_strdup_printf("%s-%.*s", by, HALF, says);
}

/* What shows no more than the view of such a subject; of a chart that cannot be made, why that is
 * so lies in what is said of the nation. */
static bool has_topic(const struct session *session, const struct entry *entry,
                      struct key_said *topic)
{
    switch (entry->kind) {
    case ENTRY_DOCUMENT:
        topic->per = session->evaluation->instrument->documents[entry->document].per;
        topic->subject = entry->subject;
        return true;
    case ENTRY_RESULTS:
        topic->per = PER_INSTITUTION;
        topic->subject = entry->subject;
        return entry->subject != NONE;
    case ENTRY_CHART:
        topic->per = PER_NATION;
        topic->subject = NONE;
        return true;
    case ENTRY_RANKING_CSV:
    case ENTRY_RANKING_CSV_ID:
    case ENTRY_LEVELS_CSV:
    case ENTRY_DICTIONARY:
    case ENTRY_BOOK:
    case ENTRY_DATA:
    case ENTRY_PAGE:
        break;
    }
    return false;
}

/* What ENTRY says: of an institution all its papers say the same. */
static const char *said(struct keys *keys, struct session *session, const struct entry *entry)
{
    struct key_said topic = {0}, *last = &keys->last;
    if (entry->kind == ENTRY_PAGE)
        return keys->page;
    const char *chart =
        entry->kind == ENTRY_CHART
            ? chart_cache_digest(session, entry->document, versions[entry->subject].themes)
            : NULL;
    if (chart)
        return chart;
    if (!has_topic(session, entry, &topic))
        return keys->inputs;
    if (last->digest && last->subject == topic.subject && last->per == topic.per)
        return last->digest;
    g_free(last->digest);
    *last = topic;
    last->digest = view_digest(session->view, topic.per, topic.subject);
    return last->digest;
}

/* Papers say of themselves what the evaluation does not. */
static char *said_by_paper(const char *said, const struct session *session,
                           const struct entry *entry)
{
    g_autofree char *issue = session_issue_text(session, entry->document, entry->subject);
    g_autofree char *both = g_strconcat(said, " ", issue, NULL);
    return digest_bytes(both, strlen(both));
}

char *key_of(struct keys *keys, struct session *session, const struct entry *entry)
{
    const char *by = keys->program;
    if (entry->kind == ENTRY_CHART || entry->kind == ENTRY_DATA || entry->kind == ENTRY_PAGE ||
        entry->kind == ENTRY_DICTIONARY)
        by = keys->kit;
    if (entry->kind != ENTRY_DOCUMENT)
        return joined(by, said(keys, session, entry));
    g_autofree char *says = said_by_paper(said(keys, session, entry), session, entry);
    return joined(keys->layouts[entry->document], says);
}

char *key_with_paper(const char *key, const struct key_paper *paper)
{
    const char mark = paper->settled ? '=' : ':';
    return paper->content ? g_strdup_printf("%.*s%c%u:%s", KEY_LENGTH, key, mark, paper->edition,
                                            paper->content)
                          : g_strdup_printf("%.*s%c", KEY_LENGTH, key, mark);
}

bool key_settled(const char *key)
{
    return key && strlen(key) > KEY_LENGTH && key[KEY_LENGTH] == '=';
}

const char *key_content(const char *key, unsigned *edition)
{
    char *end;
    if (!key || strlen(key) <= KEY_LENGTH)
        return NULL;
    *edition = (unsigned)g_ascii_strtoull(key + KEY_LENGTH + 1, &end, 10);
    return *end == ':' ? end + 1 : NULL;
}

bool key_same(const char *before, const char *now)
{
    return strncmp(before, now, KEY_LENGTH) == 0;
}

bool key_same_makers(const char *before, const char *now)
{
    return strncmp(before, now, HALF) == 0;
}

const char *key_difference(const char *before, const char *now)
{
    bool made = !key_same_makers(before, now);
    bool says = strncmp(before + HALF, now + HALF, KEY_LENGTH - HALF) != 0;
    if (made && says)
        return _("its layout and what it says have changed");
    return made ? _("its layout, or a font, has changed") : _("what it says has changed");
}
