/* paint.h - pages become bytes, in one of several forms. */
#ifndef RAPOR_PAINT_PAINT_H
#define RAPOR_PAINT_PAINT_H

#include <glib.h>
#include <stdbool.h>

struct pages;
struct press;

/* What of a document to paint. */
struct excerpt {
    unsigned page; /* the only page, from 1; 0: all, of a picture the first */
    double scale;  /* pixels per point, for pictures alone */
};

struct painter {
    const char *name;   /* "archival", "cairo", ... */
    const char *format; /* of --format: "pdf" */
    const char *suffix; /* of the file name */
    const char *about;  /* one line */
    /* Appends to OUT; where that fails, OUT is as it was. */
    bool (*paint)(const struct pages *pages, struct press *press, struct excerpt excerpt,
                  GByteArray *out, GError **error);
};

/* A new painter is a file and a row here; the usual one of a format comes first. */
#define PAINTERS(row)          row(archival) row(cairo) row(png) row(svg) row(trace)
#define PAINTER_DECLARED(name) extern const struct painter painter_##name;
PAINTERS(PAINTER_DECLARED)
extern const struct painter *const painters[]; /* ended by NULL */

/* Returns the painter of that FORMAT and NAME (NULL: any), or NULL. */
const struct painter *painter_find(const char *format, const char *name);

/* What is made once per run, when first asked for, and serves all documents.
 * SVG pictures are kept as vectors; one that holds text or refers to other files
 * would not look the same everywhere: it is refused. */
struct press *press_create(void);
void press_destroy(struct press *press); /* NULL is welcome */

/* False with ERROR, which says where, if the SVG picture at PATH cannot be shown. */
bool press_check_picture(struct press *press, const char *path, GError **error);

#endif
