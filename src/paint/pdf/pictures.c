#include "pictures.h"

#include "../images.h"
#include "../own_cairo.h"
#include "file.h"
#include "form.h"

#include "rapor/base/failure.h"
#include "rapor/type/pages.h"

#include <cairo-pdf.h>

/* How far from a curve its outline may be, in points of the page: cairo takes the extents
 * of a stroke by it, and nothing else in a PDF. */
#define TOLERANCE 0.1

struct pictures {
    struct images *images;
    GHashTable *forms; /* struct picture_look -> struct form_xobject */
    GPtrArray *used;   /* struct form_xobject: of the document */
};

/* What a form is made for. */
struct picture_look {
    double width, height;
    char *path;
};

static guint hash_look(gconstpointer look)
{
    return g_str_hash(((const struct picture_look *)look)->path);
}

static gboolean looks_equal(gconstpointer left, gconstpointer right)
{
    const struct picture_look *a = left, *b = right;
    return a->width == b->width && a->height == b->height && strcmp(a->path, b->path) == 0;
}

static void free_look(gpointer data)
{
    struct picture_look *look = data;
    g_free(look->path);
    g_free(look);
}

static void free_form(gpointer form)
{
    form_free(form);
}

struct pictures *pictures_create(struct images *images)
{
    struct pictures *pictures = g_new0(struct pictures, 1);
    pictures->images = images;
    pictures->forms = g_hash_table_new_full(hash_look, looks_equal, free_look, free_form);
    pictures->used = g_ptr_array_new();
    return pictures;
}

void pictures_free(struct pictures *pictures)
{
    g_hash_table_destroy(pictures->forms);
    g_ptr_array_unref(pictures->used);
    g_free(pictures);
}

void pictures_begin(struct pictures *pictures)
{
    g_ptr_array_set_size(pictures->used, 0);
}

static cairo_status_t keep(void *out, const unsigned char *data, unsigned count)
{
    bytes_put(out, data, count);
    return CAIRO_STATUS_SUCCESS;
}

/* The picture as the only page of a PDF by cairo. */
static bool draw(struct pictures *pictures, const struct ink *ink, double scale, struct bytes *out,
                 GError **error)
{
    const struct image_frame frame = {0, 0, ink->image.width * scale, ink->image.height * scale};
    g_autoptr(cairo_surface_t) surface =
        cairo_pdf_surface_create_for_stream(keep, out, frame.width, frame.height);
    g_autoptr(cairo_t) cr = cairo_create(surface);
    cairo_set_tolerance(cr, TOLERANCE * scale);
    bool drawn = images_render(pictures->images, ink->image.path, &frame, cr, error);
    cairo_show_page(cr);
    cairo_surface_finish(surface);
    return drawn && (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS ||
                     fail(error, FAILURE_SOFTWARE, "%s: cannot be painted: %s", ink->image.path,
                          cairo_status_to_string(cairo_surface_status(surface))));
}

static struct form_xobject *make_form(struct pictures *pictures, const struct ink *ink,
                                      GError **error)
{
    struct bytes page = {0};
    struct form_xobject *form = NULL;
    double scale = FORM_SCALE;
    if (images_scale(pictures->images, ink->image.path, &scale, error) &&
        draw(pictures, ink, scale, &page, error))
        form = form_make(&page, ink, scale, error);
    bytes_free(&page);
    return form;
}

static struct form_xobject *find_form(struct pictures *pictures, const struct ink *ink,
                                      GError **error)
{
    struct picture_look look = {ink->image.width, ink->image.height, (char *)ink->image.path};
    struct form_xobject *form = g_hash_table_lookup(pictures->forms, &look);
    if (form)
        return form;
    form = make_form(pictures, ink, error);
    if (!form)
        return NULL;
    look.path = g_strdup(look.path);
    g_hash_table_insert(pictures->forms, g_memdup2(&look, sizeof look), form);
    return form;
}

unsigned pictures_use(struct pictures *pictures, const struct ink *ink, GError **error)
{
    struct form_xobject *form = find_form(pictures, ink, error);
    guint index;
    if (!form)
        return 0;
    if (g_ptr_array_find(pictures->used, form, &index))
        return index + 1;
    g_ptr_array_add(pictures->used, form);
    return pictures->used->len;
}

void pictures_write(struct pictures *pictures, struct pdf_file *file, struct bytes *resources)
{
    if (pictures->used->len == 0)
        return;
    bytes_text(resources, "/XObject<<");
    for (guint i = 0; i < pictures->used->len; i++) {
        bytes_text(resources, "/P");
        bytes_int(resources, i + 1);
        bytes_ref(resources, "", form_write(pictures->used->pdata[i], file));
    }
    bytes_text(resources, ">>");
}
