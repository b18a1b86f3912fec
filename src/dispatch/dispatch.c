#include "rapor/dispatch/dispatch.h"

#include "sending_list.h"
#include "sheets.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/search_path.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/publish.h"
#include "rapor/pack/sidecar.h"
#include "rapor/plan/naming.h"
#include "rapor/session/names.h"

#include <string.h>

#define TEMPLATES "common/dispatch/"

void dispatch_note(struct dispatch *dispatch, struct record record)
{
    struct record *kept = ARENA_NEW(dispatch->arena, struct record);
    *kept = record;
    g_ptr_array_add(dispatch->records, kept);
}

bool dispatch_add(struct dispatch *dispatch, const char *file, const GByteArray *bytes,
                  GError **error)
{
    struct record *record = record_write(dispatch->into, file, bytes, dispatch->arena, error);
    if (record)
        g_ptr_array_add(dispatch->records, record);
    return record != NULL;
}

static struct sending *add_sending(struct dispatch *dispatch, GHashTable *by, const char *key,
                                   struct sending sending)
{
    struct sending *kept = ARENA_NEW(dispatch->arena, struct sending);
    const char *slash = strrchr(key, '/');
    *kept = sending;
    kept->name = slash ? slash + 1 : key;
    kept->papers = g_ptr_array_new();
    kept->covers = g_ptr_array_new();
    g_ptr_array_add(dispatch->sendings, kept);
    g_hash_table_insert(by, (void *)key, kept);
    return kept;
}

/* The government of a region has its code. */
static size_t government_of(const struct evaluation *evaluation, const struct region *region)
{
    for (size_t i = 0; i < evaluation->institution_count; i++)
        if (strcmp(evaluation->institutions[i].code, region->code) == 0)
            return i;
    return NONE;
}

/* All who might get something: by the folder of an institution, and by the archive of a region,
 * or of a parent's units. */
static GHashTable *list_sendings(struct dispatch *dispatch)
{
    const struct evaluation *evaluation = dispatch->session->evaluation;
    GHashTable *by = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < evaluation->region_count; i++) {
        const struct region *region = &evaluation->regions[i];
        add_sending(dispatch, by, plan_name_region(dispatch->session, i),
                    (struct sending){.code = region->code,
                                     .of = region->name,
                                     .receiver = government_of(evaluation, region)});
    }
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct institution *of = &evaluation->institutions[i];
        const char *folder = plan_name_folder(dispatch->session, i);
        struct sending *sending =
            add_sending(dispatch, by, folder,
                        (struct sending){.code = of->code, .of = of->name, .receiver = i});
        g_hash_table_insert(by, (void *)arena_printf(dispatch->arena, NAME_REGIONS "/%s", folder),
                            sending);
    }
    return by;
}

/* In the folder of an institution, or at the top of the archive of a region or parent. */
static struct sending *sending_of(GHashTable *by, const struct record *record)
{
    g_autofree char *folder = g_strndup(record->entry, strcspn(record->entry, "/"));
    g_autofree char *archive = g_strndup(record->file, strlen(record->file) - strlen(".zip"));
    struct sending *sending = g_hash_table_lookup(by, folder);
    return sending ? sending : g_hash_table_lookup(by, archive);
}

static bool sort(struct dispatch *dispatch, const GPtrArray *files, GError **error)
{
    g_autoptr(GHashTable) by = list_sendings(dispatch);
    for (guint i = 0; i < files->len; i++) {
        struct record *record = files->pdata[i];
        if (!record->entry || !g_str_has_suffix(record->file, ".zip"))
            continue;
        if (strcmp(record->entry, FAILED_FILE) == 0)
            return fail(error, FAILURE_DATA, "%s: papers are missing, as %s in it says",
                        record->file, FAILED_FILE);
        struct sending *sending = sending_of(by, record);
        if (g_str_has_suffix(record->entry, SIDECAR_SUFFIX))
            dispatch->count->waiting++; /* the sidecar is of no use to who gets the paper */
        else if (sending)
            g_ptr_array_add(sending->papers, record);
    }
    return true;
}

static void drop_empty(GPtrArray *sendings)
{
    for (guint i = sendings->len; i-- > 0;) {
        struct sending *sending = sendings->pdata[i];
        if (sending->papers->len > 0)
            continue;
        g_ptr_array_unref(sending->papers);
        g_ptr_array_unref(sending->covers);
        g_ptr_array_remove_index(sendings, i);
    }
}

static GString *read_layout(const struct dispatch *dispatch, const char *name, GError **error)
{
    const char *layouts = dispatch->session->places.layouts;
    g_autofree char *file = g_strconcat(TEMPLATES, name, NULL);
    g_autofree char *path = search_path_find(layouts, file);
    g_autofree char *text = search_path_read(layouts, path, NULL, error);
    return text ? g_string_new(text) : NULL;
}

static bool write_packs(struct dispatch *dispatch, GError **error)
{
    dispatch->guide = read_layout(dispatch, "baca-saya.html", error);
    dispatch->words = dispatch->guide ? read_layout(dispatch, "files.txt", error) : NULL;
    bool written = dispatch->words && sheets_write(dispatch, error);
    for (guint i = 0; written && i < dispatch->sendings->len; i++)
        written = sending_write(dispatch, dispatch->sendings->pdata[i], error);
    return written;
}

static void clear(struct dispatch *dispatch)
{
    for (guint i = 0; i < dispatch->sendings->len; i++) {
        struct sending *sending = dispatch->sendings->pdata[i];
        g_ptr_array_unref(sending->papers);
        for (guint c = 0; c < sending->covers->len; c++)
            g_byte_array_unref(((struct sending_cover *)sending->covers->pdata[c])->bytes);
        g_ptr_array_unref(sending->covers);
    }
    opened_close(&dispatch->opened);
    if (dispatch->guide)
        g_string_free(dispatch->guide, TRUE);
    if (dispatch->words)
        g_string_free(dispatch->words, TRUE);
}

static bool fill_folder(struct dispatch *dispatch, struct manifest *manifest, GError **error)
{
    if (!sort(dispatch, manifest->files, error))
        return false;
    drop_empty(dispatch->sendings);
    if (dispatch->sendings->len == 0)
        return fail(error, FAILURE_DATA,
                    "%s: holds no archives to send\nhint: build it without --loose",
                    dispatch->folder);
    g_autoptr(GPtrArray) sent = g_ptr_array_ref(manifest->files);
    manifest->files = dispatch->records;
    const bool written = write_packs(dispatch, error) && sending_list_write(dispatch, error) &&
                         manifest_write(manifest, dispatch->into, error);
    manifest->files = sent;
    return written;
}

static bool publish(struct dispatch *dispatch, struct manifest *manifest, const char *out,
                    GError **error)
{
    if (!manifest_may_replace(out, SENDING_LIST, error))
        return false;
    struct publication *publication = publication_open(out, error);
    if (!publication)
        return false;
    dispatch->into = publication_folder(publication);
    if (fill_folder(dispatch, manifest, error))
        return publication_finish(publication, error);
    publication_discard(publication);
    return false;
}

bool dispatch_write(struct session *session, const char *folder, const char *out,
                    struct dispatch_count *count, GError **error)
{
    if (!sheets_open(session, error))
        return false;
    struct manifest manifest;
    g_autoptr(GPtrArray) sendings = g_ptr_array_new(), records = g_ptr_array_new();
    *count = (struct dispatch_count){0};
    struct dispatch dispatch = {.session = session,
                                .folder = folder,
                                .opened = {.folder = folder},
                                .date = pack_date(session->evaluation),
                                .arena = session->arena,
                                .sendings = sendings,
                                .records = records,
                                .count = count};
    const bool read = manifest_read_whole(folder, &manifest, session->arena, error);
    const bool written = read &&
                         manifest_is_of(&manifest, session->evaluation->digest, folder, error) &&
                         publish(&dispatch, &manifest, out, error);
    clear(&dispatch);
    g_ptr_array_unref(manifest.files);
    g_ptr_array_unref(manifest.layouts);
    return written;
}
