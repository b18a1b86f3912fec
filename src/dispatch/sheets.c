#include "sheets.h"

#include "sending_list.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/paint/paint.h"
#include "rapor/plan/naming.h"

#include <string.h>

#define COVERS "pengantar/"

bool sheets_open(struct session *session, GError **error)
{
    const struct instrument *instrument = session->evaluation->instrument;
    const char **kinds = ARENA_ARRAY(session->arena, instrument->document_count + 1, const char *);
    size_t count = 0;
    for (size_t i = 0; i < instrument->document_count; i++)
        if (instrument->documents[i].for_dispatch)
            kinds[count++] = instrument->documents[i].kind;
    return session_open_layouts(session, kinds, error);
}

/* Paints a document that goes with sending; NULL without ERROR where nobody earns it. */
static GByteArray *paint(struct dispatch *dispatch, size_t document, size_t subject, GError **error)
{
    struct session *session = dispatch->session;
    bool earned = false;
    if (!session->layouts[document] || !session_earns(session, document, subject, &earned, error) ||
        !earned)
        return NULL;
    struct arena *arena = arena_create();
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    struct pages *pages = session_pages(session, document, subject, arena, error);
    const bool painted = pages && painter_archival.paint(pages, session->press,
                                                         (struct excerpt){0, 1}, bytes, error);
    arena_destroy(arena);
    return painted ? g_steal_pointer(&bytes) : NULL;
}

static struct sending *find_sending(const struct dispatch *dispatch, const char *path)
{
    const char *slash = strrchr(path, '/');
    for (guint i = 0; i < dispatch->sendings->len; i++) {
        struct sending *sending = dispatch->sendings->pdata[i];
        if (strcmp(sending->name, slash + 1) == 0)
            return sending;
    }
    return NULL;
}

/* Writes it beside the packs, to be printed, and puts it into that of its region. */
static bool add_to(struct dispatch *dispatch, struct sending *sending, struct sending_cover cover,
                   GError **error)
{
    g_autofree char *file = g_strconcat(COVERS, cover.name, NULL);
    if (!dispatch_add(dispatch, file, cover.bytes, error)) {
        g_byte_array_unref(cover.bytes);
        return false;
    }
    const struct record *written = dispatch->records->pdata[dispatch->records->len - 1];
    struct sending_cover *kept = ARENA_NEW(dispatch->arena, struct sending_cover);
    *kept = cover;
    kept->digest = written->digest;
    g_ptr_array_add(sending->covers, kept);
    return true;
}

static bool add_cover(struct dispatch *dispatch, size_t document, size_t region, GError **error)
{
    struct session *session = dispatch->session;
    struct sending *sending = find_sending(dispatch, plan_name_region(session, region));
    const char *name = plan_name_paper(session, document, region);
    GError *cause = NULL;
    if (!sending)
        return true;
    GByteArray *bytes = paint(dispatch, document, region, &cause);
    if (cause) {
        g_propagate_error(error, cause);
        return false;
    }
    const struct sending_cover cover = {.name = arena_printf(dispatch->arena, "%s.pdf", name),
                                        .bytes = bytes};
    return !bytes || add_to(dispatch, sending, cover, error);
}

static bool add_sheet(struct dispatch *dispatch, size_t document, GError **error)
{
    const struct instrument *instrument = dispatch->session->evaluation->instrument;
    GError *cause = NULL;
    g_autoptr(GByteArray) bytes = paint(dispatch, document, NONE, &cause);
    if (cause) {
        g_propagate_error(error, cause);
        return false;
    }
    return !bytes || dispatch_add(dispatch, instrument->documents[document].file, bytes, error);
}

bool sheets_write(struct dispatch *dispatch, GError **error)
{
    const struct evaluation *evaluation = dispatch->session->evaluation;
    bool added = true;
    for (size_t i = 0; added && i < evaluation->instrument->document_count; i++) {
        const struct document *document = &evaluation->instrument->documents[i];
        if (!document->for_dispatch)
            continue;
        if (document->per == PER_NATION)
            added = add_sheet(dispatch, i, error);
        for (size_t r = 0; added && document->per == PER_REGION && r < evaluation->region_count;
             r++)
            added = add_cover(dispatch, i, r, error);
    }
    return added;
}
