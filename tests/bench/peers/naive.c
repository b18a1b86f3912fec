/* naive.c - the papers by cairo and pango, as one writes them first: nothing is kept
 * from one paper to the next.  Reads what naive_papers.py writes: the kind of paper; for
 * each paper its lines, fields divided by tabs; after each, an empty line.
 * usage: naive LINES FOLDER FRAME EMBLEM */
#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MM (72 / 25.4)

struct paper {
    cairo_surface_t *surface;
    cairo_t *cr;
    double width, height; /* of the page */
};

static struct paper begin(const char *folder, int number, double width, double height)
{
    char *path = g_strdup_printf("%s/%d.pdf", folder, number);
    cairo_surface_t *surface = cairo_pdf_surface_create(path, width, height);
    g_free(path);
    return (struct paper){surface, cairo_create(surface), width, height};
}

static void end(struct paper *paper)
{
    cairo_destroy(paper->cr);
    cairo_surface_finish(paper->surface);
    cairo_surface_destroy(paper->surface);
}

static PangoLayout *lay(struct paper *paper, const char *font, const char *text, double width,
                        PangoAlignment align)
{
    PangoLayout *layout = pango_cairo_create_layout(paper->cr);
    pango_cairo_context_set_resolution(pango_layout_get_context(layout), 72);
    PangoFontDescription *description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_alignment(layout, align);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

static double show(struct paper *paper, PangoLayout *layout, double x, double y)
{
    int width, height;
    cairo_move_to(paper->cr, x, y);
    pango_cairo_show_layout(paper->cr, layout);
    pango_layout_get_size(layout, &width, &height);
    g_object_unref(layout);
    return (double)height / PANGO_SCALE;
}

static void picture(struct paper *paper, const char *path, double x, double y, double width)
{
    RsvgHandle *handle = rsvg_handle_new_from_file(path, NULL);
    const RsvgRectangle box = {x, y, width, width * (x > 0 ? 1 : 210.0 / 297)};
    rsvg_handle_render_document(handle, paper->cr, &box, NULL);
    g_object_unref(handle);
}

static void color(struct paper *paper, const char *hex)
{
    unsigned long rgb = strtoul(hex, NULL, 16);
    cairo_set_source_rgb(paper->cr, (double)(rgb >> 16 & 255) / 255, (double)(rgb >> 8 & 255) / 255,
                         (double)(rgb & 255) / 255);
}

/* A line: x y width face size color text. */
static void certificate_line(struct paper *paper, char **field)
{
    char *font = g_strdup_printf("URW Bookman %s %s", field[3], field[4]);
    color(paper, field[5]);
    show(paper, lay(paper, font, field[6], atof(field[2]) * MM, PANGO_ALIGN_CENTER),
         atof(field[0]) * MM, atof(field[1]) * MM);
    g_free(font);
}

/* What a table looks like. */
struct look {
    const char *font, *head_font, *fill, *ink, *line;
    double left, pad, side;
    const double *widths; /* in mm */
    const PangoAlignment *aligns;
    int columns;
    bool grid;
};

static double row(struct paper *paper, const struct look *look, char **cells, double y, bool head)
{
    PangoLayout *layouts[8];
    double height = 0, x = look->left;
    for (int i = 0; i < look->columns; i++) {
        int tall;
        layouts[i] = lay(paper, head ? look->head_font : look->font, cells[i],
                         look->widths[i] * MM - 2 * look->side, look->aligns[i]);
        pango_layout_get_size(layouts[i], NULL, &tall);
        height = MAX(height, (double)tall / PANGO_SCALE + 2 * look->pad);
    }
    for (int i = 0; i < look->columns; i++) {
        const double width = look->widths[i] * MM;
        if (head) {
            color(paper, look->fill);
            cairo_rectangle(paper->cr, x, y, width, height);
            cairo_fill(paper->cr);
        }
        color(paper, head ? look->ink : "000000");
        show(paper, layouts[i], x + look->side, y + look->pad);
        color(paper, look->line);
        cairo_set_line_width(paper->cr, 0.5);
        if (look->grid) {
            cairo_rectangle(paper->cr, x, y, width, height);
        } else {
            cairo_move_to(paper->cr, x, y + height);
            cairo_line_to(paper->cr, x + width, y + height);
        }
        cairo_stroke(paper->cr);
        x += width;
    }
    return height;
}

/* Rows until an empty line; the first is the head of every page. */
static void table(struct paper *paper, const struct look *look, FILE *in, double y)
{
    char *line = NULL;
    size_t room = 0;
    char **head = NULL;
    while (getline(&line, &room, in) > 1) {
        char **cells = g_strsplit(g_strchomp(line), "\t", -1);
        if (!head) {
            head = cells;
            y += row(paper, look, head, y, true);
            continue;
        }
        if (y > paper->height - 25 * MM - 16.8) {
            cairo_show_page(paper->cr);
            y = 25 * MM;
            y += row(paper, look, head, y, true);
        }
        y += row(paper, look, cells, y, false);
        g_strfreev(cells);
    }
    g_strfreev(head);
    free(line);
}

static double paragraph(struct paper *paper, const char *text, double y)
{
    PangoLayout *layout = lay(paper, "Liberation Sans 11", text, 160 * MM, PANGO_ALIGN_LEFT);
    pango_layout_set_justify(layout, TRUE);
    pango_layout_set_line_spacing(layout, 1.19f);
    int height;
    pango_layout_get_size(layout, NULL, &height);
    if (y + (double)height / PANGO_SCALE > paper->height - 25 * MM) {
        cairo_show_page(paper->cr);
        y = 25 * MM;
    }
    return y + show(paper, layout, 30 * MM, y) + 7;
}

static void letter(struct paper *paper, FILE *in, const char *title)
{
    static const double widths[] = {12, 94, 18, 18, 18};
    static const PangoAlignment aligns[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_LEFT, PANGO_ALIGN_RIGHT,
                                            PANGO_ALIGN_RIGHT, PANGO_ALIGN_RIGHT};
    static const struct look look = {"Liberation Sans 9.5",
                                     "Liberation Sans Bold 9.5",
                                     "14284B",
                                     "FFFFFF",
                                     "B8C0CA",
                                     30 * MM,
                                     2.9,
                                     1.5 * MM,
                                     widths,
                                     aligns,
                                     5,
                                     false};
    char *line = NULL;
    size_t room = 0;
    double y = 25 * MM;
    y += show(paper, lay(paper, "Liberation Sans Bold 14", title, 160 * MM, PANGO_ALIGN_CENTER),
              30 * MM, y) +
         7;
    while (getline(&line, &room, in) > 1)
        y = paragraph(paper, g_strchomp(line), y);
    cairo_show_page(paper->cr);
    if (getline(&line, &room, in) > 1)
        show(paper,
             lay(paper, "Liberation Sans Bold 14", g_strchomp(line), 160 * MM, PANGO_ALIGN_CENTER),
             30 * MM, 25 * MM);
    table(paper, &look, in, 25 * MM + 25);
    free(line);
}

static void decree(struct paper *paper, FILE *in, const char *title)
{
    static const double widths[] = {25, 85, 20, 30};
    static const PangoAlignment aligns[] = {PANGO_ALIGN_CENTER, PANGO_ALIGN_LEFT,
                                            PANGO_ALIGN_CENTER, PANGO_ALIGN_LEFT};
    static const struct look look = {"URW Bookman 10",
                                     "URW Bookman Bold 10",
                                     "EEF2F6",
                                     "000000",
                                     "000000",
                                     25 * MM,
                                     1.2 * MM,
                                     2 * MM,
                                     widths,
                                     aligns,
                                     4,
                                     true};
    show(paper, lay(paper, "URW Bookman Bold 12", title, 160 * MM, PANGO_ALIGN_CENTER), 25 * MM,
         25 * MM);
    table(paper, &look, in, 25 * MM + 23);
}

static void certificate(struct paper *paper, FILE *in, char *line, char **pictures)
{
    size_t room = 0;
    char *more = NULL;
    picture(paper, pictures[0], 0, 0, 297 * MM);
    picture(paper, pictures[1], 137.5 * MM, 27 * MM, 22 * MM);
    do {
        char **field = g_strsplit(g_strchomp(line), "\t", -1);
        certificate_line(paper, field);
        g_strfreev(field);
        if (getline(&more, &room, in) <= 1)
            break;
        line = more;
    } while (true);
    free(more);
}

int main(int argc, char **argv)
{
    FILE *in = argc == 5 ? fopen(argv[1], "r") : NULL;
    char *line = NULL, kind = 0;
    size_t room = 0;
    if (!in || getline(&line, &room, in) < 2)
        return 1;
    kind = line[0];
    for (int number = 0; getline(&line, &room, in) > 1; number++) {
        const bool wide = kind == 'c';
        struct paper paper =
            begin(argv[2], number, (wide ? 297 : 210) * MM, (wide ? 210 : 297) * MM);
        if (kind == 'c')
            certificate(&paper, in, line, argv + 3);
        else if (kind == 'l')
            letter(&paper, in, g_strchomp(line));
        else
            decree(&paper, in, g_strchomp(line));
        end(&paper);
    }
    free(line);
    fclose(in);
    return 0;
}
