#include "images.h"

#include "own_cairo.h"
#include "pixels.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"

#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#define FILTERED       "filtered" /* a mark on handles */
#define FILTERED_SCALE 4.0        /* about 300 dots per inch */
#define BYTES_LIMIT    ((size_t)16 * 1024 * 1024)

#define PIXELS_MOST  16000000 /* of all pictures in a picture */
#define FILTERS_MOST 24       /* elements */
#define FILTER_REACH 200

/* A picture while it is looked through. */
struct svg_look {
    const char *path;
    int line;
    size_t pixels, filters;
};

struct images {
    GHashTable *handles;    /* path -> RsvgHandle */
    GHashTable *recordings; /* path and size -> what was drawn, a cairo_surface_t */
};

static void destroy_surface(gpointer surface)
{
    cairo_surface_destroy(surface);
}

struct images *images_create(void)
{
    struct images *images = g_new0(struct images, 1);
    images->handles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    images->recordings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, destroy_surface);
    return images;
}

void images_destroy(struct images *images)
{
    if (!images)
        return;
    g_hash_table_destroy(images->handles);
    g_hash_table_destroy(images->recordings);
    g_free(images);
}

/* What refers to nothing shows nothing. */
static bool is_fragment(const char *reference)
{
    return reference[0] == '#' || reference[0] == '\0';
}

static bool says_something(xmlTextReader *reader)
{
    g_auto(XmlText) words = xmlTextReaderReadString(reader);
    return words && ((const char *)words)[strspn((const char *)words, " \t\r\n")];
}

/* A picture within the picture: one of pixels, and not too many of them. */
static bool check_data(struct svg_look *look, const char *reference, GError **error)
{
    size_t pixels;
    if (!pixels_of_data(reference, &pixels))
        return fail(error, FAILURE_DATA, "%s:%d: holds data that are no PNG and no JPEG in base64",
                    look->path, look->line);
    look->pixels += MIN(pixels, PIXELS_MOST + 1);
    return look->pixels <= PIXELS_MOST ||
           fail(error, FAILURE_DATA, "%s:%d: pictures of more than %d million pixels in all",
                look->path, look->line, PIXELS_MOST / 1000000);
}

static bool check_reference(struct svg_look *look, xmlTextReader *reader, GError **error)
{
    g_auto(XmlText) plain = xmlTextReaderGetAttribute(reader, BAD_CAST "href");
    g_auto(XmlText) linked = xmlTextReaderGetAttributeNs(reader, BAD_CAST "href",
                                                         BAD_CAST "http://www.w3.org/1999/xlink");
    const char *reference = (const char *)(plain ? plain : linked);
    if (!reference || is_fragment(reference))
        return true;
    if (g_str_has_prefix(reference, "data:"))
        return check_data(look, reference, error);
    return fail(error, FAILURE_DATA, "%s:%d: refers to %s: put it into the picture itself",
                look->path, look->line, reference);
}

/* Filters work on pixels, as often as they are asked for and as far as they reach. */
static bool check_filter(struct svg_look *look, xmlTextReader *reader, GError **error)
{
    static const char *const reaches[] = {"radius", "stdDeviation", "order", "numOctaves"};
    look->filters++;
    for (size_t i = 0; i < G_N_ELEMENTS(reaches); i++) {
        g_auto(XmlText) value = xmlTextReaderGetAttribute(reader, BAD_CAST reaches[i]);
        if (value && fabs(g_ascii_strtod((const char *)value, NULL)) > FILTER_REACH)
            return fail(error, FAILURE_DATA, "%s:%d: a filter whose %s is more than %d", look->path,
                        look->line, reaches[i], FILTER_REACH);
    }
    return look->filters <= FILTERS_MOST ||
           fail(error, FAILURE_DATA, "%s:%d: more than %d steps of filters", look->path, look->line,
                FILTERS_MOST);
}

/* What would make a picture look otherwise on another machine, or take it all. */
static bool check_element(struct svg_look *look, xmlTextReader *reader, GError **error)
{
    const char *name = (const char *)xmlTextReaderConstLocalName(reader);
    look->line = xmlTextReaderGetParserLineNumber(reader);
    if (g_str_equal(name, "text") && says_something(reader))
        return fail(error, FAILURE_DATA,
                    "%s:%d: holds text, in whatever font the machine has: make outlines of it",
                    look->path, look->line);
    if (g_str_equal(name, "script"))
        return fail(error, FAILURE_DATA, "%s:%d: holds a script", look->path, look->line);
    g_auto(XmlText) language = xmlTextReaderGetAttribute(reader, BAD_CAST "systemLanguage");
    if (language)
        return fail(error, FAILURE_DATA,
                    "%s:%d: systemLanguage= shows something else in each language of a machine",
                    look->path, look->line);
    if ((g_str_equal(name, "filter") || g_str_has_prefix(name, "fe")) &&
        !check_filter(look, reader, error))
        return false;
    return g_str_equal(name, "a") || /* a link shows nothing */
           check_reference(look, reader, error);
}

static bool check_picture(const char *path, const char *bytes, size_t count, GError **error)
{
    if (count > BYTES_LIMIT)
        return fail(error, FAILURE_DATA, "%s: larger than %zu bytes", path, BYTES_LIMIT);
    g_autoptr(xmlTextReader) reader = markup_reader(bytes, count, path, error);
    if (!reader)
        return false;
    struct svg_look look = {.path = path};
    int more = xmlTextReaderRead(reader);
    for (; more == 1; more = xmlTextReaderRead(reader))
        if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
            !check_element(&look, reader, error))
            return false;
    return more == 0 || fail(error, FAILURE_DATA, "%s:%d: not an SVG picture: not well-formed",
                             path, xmlTextReaderGetParserLineNumber(reader));
}

char *images_text(const char *path, GError **error)
{
    gsize count = 0;
    g_autofree char *bytes = disk_read(path, FAILURE_UNAVAILABLE, &count, error);
    return bytes && check_picture(path, bytes, count, error) ? g_steal_pointer(&bytes) : NULL;
}

static bool is_absolute(gboolean given, const RsvgLength *length)
{
    return given && length->unit != RSVG_UNIT_PERCENT && length->length > 0;
}

/* Without a size of its own nobody knows what part of a picture fills its place. */
static bool has_size(RsvgHandle *handle)
{
    gboolean wide, high, boxed;
    RsvgLength width, height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(handle, &wide, &width, &high, &height, &boxed, &box);
    return boxed ? box.width > 0 && box.height > 0
                 : is_absolute(wide, &width) && is_absolute(high, &height);
}

/* Read from memory, a picture has no place from which to refer to other files. */
static RsvgHandle *read_picture(const char *path, GError **error)
{
    g_autofree char *bytes = images_text(path, error);
    g_autoptr(GError) cause = NULL;
    if (!bytes)
        return NULL;
    RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)bytes, strlen(bytes), &cause);
    if (!handle)
        fail(error, FAILURE_DATA, "%s: not an SVG picture: %s", path, cause->message);
    else if (!has_size(handle)) {
        fail(error, FAILURE_DATA, "%s: has no size: give it a viewBox, or a width and a height",
             path);
        g_clear_object(&handle);
    } else if (strstr(bytes, "<filter"))
        g_object_set_data(G_OBJECT(handle), FILTERED, handle);
    return handle;
}

static RsvgHandle *find_picture(struct images *images, const char *path, GError **error)
{
    RsvgHandle *handle = g_hash_table_lookup(images->handles, path);
    if (handle)
        return handle;
    handle = read_picture(path, error);
    if (!handle)
        return NULL;
    rsvg_handle_set_dpi(handle, 96);
    g_hash_table_insert(images->handles, g_strdup(path), handle);
    return handle;
}

bool images_check(struct images *images, const char *path, GError **error)
{
    return find_picture(images, path, error) != NULL;
}

static cairo_surface_t *record(RsvgHandle *handle, const struct image_frame *frame, GError **error)
{
    const cairo_rectangle_t extents = {0, 0, frame->width, frame->height};
    g_autoptr(cairo_surface_t) surface =
        cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    g_autoptr(cairo_t) cr = cairo_create(surface);
    const RsvgRectangle box = {0, 0, frame->width, frame->height};
    if (!rsvg_handle_render_document(handle, cr, &box, error))
        return NULL;
    return g_steal_pointer(&surface);
}

static cairo_surface_t *find_recording(struct images *images, const char *path,
                                       const struct image_frame *frame, GError **error)
{
    g_autofree char *key = g_strdup_printf("%a %a %s", frame->width, frame->height, path);
    cairo_surface_t *recording = g_hash_table_lookup(images->recordings, key);
    if (recording)
        return recording;

    RsvgHandle *handle = find_picture(images, path, error);
    if (!handle)
        return NULL;
    g_autoptr(GError) cause = NULL;
    recording = record(handle, frame, &cause);
    if (recording)
        g_hash_table_insert(images->recordings, g_steal_pointer(&key), recording);
    else
        fail(error, FAILURE_DATA, "%s: cannot be drawn: %s", path, cause->message);
    return recording;
}

/* A recording stays a vector, and a PDF holds it once however many of its pages
 * show it; drawn anew each time it would be as large as it is often. */
bool images_draw(struct images *images, const char *path, const struct image_frame *frame,
                 cairo_t *cr, GError **error)
{
    cairo_surface_t *recording = find_recording(images, path, frame, error);
    if (!recording)
        return false;
    cairo_set_source_surface(cr, recording, frame->x, frame->y);
    cairo_paint(cr);
    return true;
}

bool images_render(struct images *images, const char *path, const struct image_frame *frame,
                   cairo_t *cr, GError **error)
{
    const RsvgRectangle box = {frame->x, frame->y, frame->width, frame->height};
    RsvgHandle *handle = find_picture(images, path, error);
    g_autoptr(GError) cause = NULL;
    if (!handle)
        return false;
    return rsvg_handle_render_document(handle, cr, &box, &cause) ||
           fail(error, FAILURE_DATA, "%s: cannot be drawn: %s", path, cause->message);
}

bool images_scale(struct images *images, const char *path, double *scale, GError **error)
{
    RsvgHandle *handle = find_picture(images, path, error);
    if (handle && g_object_get_data(G_OBJECT(handle), FILTERED))
        *scale = MIN(*scale, FILTERED_SCALE);
    return handle != NULL;
}
