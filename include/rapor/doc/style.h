/* style.h - type, colours and spacing by name, from layouts/common/style.xml. */
#ifndef RAPOR_DOC_STYLE_H
#define RAPOR_DOC_STYLE_H

#include <stdbool.h>

struct color {
    float red, green, blue; /* 0..1, sRGB */
};

static inline bool color_same(struct color one, struct color other)
{
    return one.red == other.red && one.green == other.green && one.blue == other.blue;
}

/* The colours that charts are drawn in, by their names in the layouts. */
#define SERIES_COLORS 6
#define CLASS_COLORS  5
#define CLASSES_MOST  16 /* more than five take colours between those */
struct palette {
    struct color ground; /* that everything stands on */
    struct color quiet;  /* numbers of the scale, axes */
    struct color grid, goal, missing;
    struct color own, peers, others; /* own: what the chart is about */
    struct color series[SERIES_COLORS];
    struct color classes[CLASS_COLORS]; /* from the lowest on */
};

/* Decimal: the commas of a table's column stand below one another. */
enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY, ALIGN_DECIMAL };

/* All lengths are points. */
struct style {
    const char *name;
    const char *family; /* one of fonts/fonts.xml */
    double size, leading;
    bool bold, italic;
    bool capitals;         /* text is set in capitals */
    bool small_capitals;   /* the font's own; where it has none, that is an error */
    bool tabular;          /* all figures equally wide, where the font knows others */
    bool no_ligatures;     /* each letter has a glyph of its own */
    bool optical;          /* stops, quotes and hyphens hang out of justified text a little */
    const char *hyphenate; /* language whose patterns divide words, or NULL */
    double tracking;       /* extra space after each character; centred text is shifted by half */
    enum align align;
    double before, after; /* space around a paragraph; not at the head of a page */
    double indent;        /* of the first line */
    double left, right;   /* of the whole paragraph */
    bool keep_next;       /* stays on the page of what follows */
    bool keep_lines;      /* is not broken over pages */
    struct color color;
};

#endif
