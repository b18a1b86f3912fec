#include "draw.h"
#include "own_cairo.h"

#include "rapor/paint/paint.h"
#include "rapor/type/pages.h"

#include <cairo-pdf.h>
#include <string.h>

/* For a document without a date: the clock is never asked. */
#define FIRST_DATE "1980-01-01"

/* cairo 1.16 writes a date without the "D:" that PDF wants (ISO 32000-1, 7.9.4).
 * The zone it copies is made shorter, so that nothing after it moves. */
static void mend_date(GByteArray *out, guint start, const char *key)
{
    const char *wrong = "+00'00)", *right = "Z)   ";
    const size_t digits = strlen("20211231000000"), before = strlen(key);
    if (out->len < start + before + digits + strlen(wrong))
        return;

    guint8 *at = out->data + out->len - before - digits - strlen(wrong);
    while (at > out->data + start && memcmp(at, key, before) != 0)
        at--;
    guint8 *date = at + before;
    if (memcmp(at, key, before) != 0 || memcmp(date + digits, wrong, strlen(wrong)) != 0)
        return;
    memmove(date + 2, date, digits);
    memcpy(date, "D:", 2);
    memcpy(date + 2 + digits, right, strlen(right));
}

static void describe(cairo_surface_t *surface, const struct doc *doc)
{
    g_autofree char *date =
        g_strdup_printf("%sT00:00:00+00:00", doc->date ? doc->date : FIRST_DATE);
    const struct {
        cairo_pdf_metadata_t key;
        const char *value;
    } facts[] = {
        {CAIRO_PDF_METADATA_TITLE, doc->title},
        {CAIRO_PDF_METADATA_AUTHOR, doc->author},
        {CAIRO_PDF_METADATA_SUBJECT, doc->subject},
        {CAIRO_PDF_METADATA_CREATOR, "rapor " RAPOR_VERSION},
        {CAIRO_PDF_METADATA_CREATE_DATE, date},
        {CAIRO_PDF_METADATA_MOD_DATE, date},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i].value)
            cairo_pdf_surface_set_metadata(surface, facts[i].key, facts[i].value);
}

static bool write_pages(const struct pages *pages, struct press *press, const struct extent *extent,
                        GByteArray *out, GError **error)
{
    const struct page *first = &pages->items[extent->first];
    g_autoptr(cairo_surface_t) surface =
        cairo_pdf_surface_create_for_stream(draw_keep, out, first->width, first->height);
    g_autoptr(cairo_t) cr = cairo_create(surface);
    describe(surface, pages->doc);

    bool drawn = true;
    for (size_t i = 0; i < extent->count && drawn; i++) {
        cairo_pdf_surface_set_size(surface, first[i].width, first[i].height);
        drawn = draw_page(cr, &first[i], press, error);
        cairo_show_page(cr);
    }
    /* cairo remembers the first thing that went wrong; one look is enough. */
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_status(cr);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    return drawn && draw_check(pages, status, error);
}

static bool paint(const struct pages *pages, struct press *press, struct excerpt excerpt,
                  GByteArray *out, GError **error)
{
    struct extent extent;
    if (!draw_extent(pages, excerpt.page, &extent, error))
        return false;
    guint start = out->len;
    if (!write_pages(pages, press, &extent, out, error)) {
        g_byte_array_set_size(out, start);
        return false;
    }
    mend_date(out, start, "/CreationDate (");
    mend_date(out, start, "/ModDate (");
    return true;
}

const struct painter painter_cairo = {.name = "cairo",
                                      .format = "pdf",
                                      .suffix = "pdf",
                                      .about = "a plain PDF, drawn by cairo",
                                      .paint = paint};
