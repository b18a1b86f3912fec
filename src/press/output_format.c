#include "rapor/press/output_format.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/chart/chart.h"
#include "rapor/pack/table_format.h"
#include "rapor/paint/paint.h"
#include "rapor/session/attach.h"

#include <string.h>

#define SCREEN (96.0 / 72.0) /* pixels per point */

static bool make_pdf(struct session *session, const struct pages *pages, GByteArray *out,
                     GError **error)
{
    return painter_find("pdf", NULL)
        ->paint(pages, session->press, (struct excerpt){0, 1}, out, error);
}

static bool make_svg(struct session *session, const struct pages *pages, GByteArray *out,
                     GError **error)
{
    return painter_svg.paint(pages, session->press, (struct excerpt){0, 1}, out, error);
}

static bool make_png(struct session *session, const struct pages *pages, GByteArray *out,
                     GError **error)
{
    return painter_png.paint(pages, session->press, (struct excerpt){0, SCREEN}, out, error);
}

static bool make_png_double(struct session *session, const struct pages *pages, GByteArray *out,
                            GError **error)
{
    return painter_png.paint(pages, session->press, (struct excerpt){0, 2 * SCREEN}, out, error);
}

/* The first chart is what the document is about. */
static bool make_sheet(const struct session *session, const struct table_format *format,
                       const struct pages *pages, GByteArray *out, GError **error)
{
    g_autoptr(GPtrArray) charts = doc_charts(pages->doc);
    if (charts->len == 0)
        return fail(error, FAILURE_DATA, "%s: has no chart, so there are no numbers to write",
                    pages->doc->name);
    struct arena *arena = arena_create();
    bool ok = format->write(attach_table(session, charts->pdata[0], arena), 0, out, error);
    arena_destroy(arena);
    return ok;
}

static bool make_csv(struct session *session, const struct pages *pages, GByteArray *out,
                     GError **error)
{
    return make_sheet(session, &table_csv, pages, out, error);
}

static bool make_csv_id(struct session *session, const struct pages *pages, GByteArray *out,
                        GError **error)
{
    return make_sheet(session, &table_csv_id, pages, out, error);
}

static bool make_text(struct session *session, const struct pages *pages, GByteArray *out,
                      GError **error)
{
    (void)session;
    (void)error;
    const char *text = doc_text(pages->doc);
    g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
    return true;
}

const struct output_format output_formats[] = {
    {"pdf", "PDF", make_pdf},   {"svg", "SVG", make_svg},
    {"png", "PNG", make_png},   {"2x.png", "PNG (2x)", make_png_double},
    {"csv", "CSV", make_csv},   {"id.csv", "CSV (titik koma)", make_csv_id},
    {"txt", "Teks", make_text}, {0},
};

const struct output_format *output_format_find(const char *ending)
{
    for (const struct output_format *format = output_formats; format->ending; format++)
        if (strcmp(format->ending, ending) == 0)
            return format;
    return NULL;
}

const struct output_format *output_format_of(const char *file)
{
    const char *slash = strrchr(file, '/'), *rest = slash ? slash + 1 : file;
    const struct output_format *format = output_format_find(rest);
    while (!format && (rest = strchr(rest, '.')))
        format = output_format_find(++rest);
    return format;
}
