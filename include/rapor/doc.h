/* doc.h - a document as data: sections of blocks, with no geometry but sizes.
 *
 * compose builds it, typeset turns it into pages.  Lengths are points.  To add
 * a kind of block, add it here and let the compiler name every switch. */
#ifndef RAPOR_DOC_H
#define RAPOR_DOC_H

#include "rapor/anchor.h"
#include "rapor/style.h"

#include <glib.h>
#include <stddef.h>

struct arena;

/* What a thing is to a reader who cannot see; the painters' tags come from it. */
enum role {
    ROLE_NONE, /* takes the role of what it stands in */
    ROLE_DECORATION,
    ROLE_SECTION,
    ROLE_P,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_LIST,
    ROLE_ITEM,
    ROLE_LABEL,
    ROLE_BODY, /* of a list item */
    ROLE_TABLE,
    ROLE_ROW,
    ROLE_HEAD_CELL,
    ROLE_CELL,
    ROLE_FIGURE,
    ROLE_CAPTION,
    ROLE_CONTENTS, /* a table of contents, and each of its lines */
    ROLE_ENTRY,
    ROLE_LINK,
};

/* Words of which one stands beside another in a binding.  In each, # stands for a
 * number, ? for one letter, * for anything. */
struct word_list {
    const char *const *items;
    size_t count;
    bool begins[256]; /* the bytes that what matches can begin with */
};

/* Where a word of RIGHT follows one of LEFT, no line ends between the two: "Pasal 5".
 * Quotes and brackets before a word and stops behind it do not count. */
struct binding {
    struct word_list left, right;
};

/* Where in the layout a thing was written, for messages. */
struct origin {
    const char *file;
    unsigned line;
    const char *field; /* the expression that gave the text, or NULL */
};

enum run_kind {
    RUN_TEXT,     /* in one style */
    RUN_BREAK,    /* a line ends here */
    RUN_PAGE,     /* the number of the page it stands on */
    RUN_PAGES,    /* the number of pages of the document */
    RUN_CHAPTER,  /* the heading of level 1 that the page it stands on belongs to */
    RUN_LABEL_OF, /* of its anchor: "Gambar 3" */
    RUN_PAGE_OF,  /* the number of the page that its anchor stands on */
    RUN_PAGES_OF, /* those of all pages that lead to its anchor, and of its own */
};

/* A piece of a paragraph. */
struct run {
    enum run_kind kind;
    const struct style *style;
    const char *text; /* UTF-8; spaces are single, no-break spaces are kept */
    struct origin origin;
    const struct target *target; /* what it leads to, or NULL */
    const struct anchor *anchor; /* what it tells of, or NULL */
};

struct runs {
    struct run *items;
    size_t count, room;
};

/* Text that stands left of a paragraph's first line: "a.", ":", "Menimbang". */
struct label {
    double x; /* from the left edge of the column */
    struct runs runs;
};

struct paragraph {
    enum role role;
    const struct style *style;
    struct runs runs;
    struct runs tail; /* at the end of the last line, after a dotted line; on one line */
    struct label *labels;
    size_t label_count;
    double left; /* hanging indent of all lines, added to the style's */
    /* Smaller styles to try, in order, where the text does not fit one line. */
    const struct style *const *fallbacks;
    size_t fallback_count;
    double room; /* begins a new page where less than this is left; 0: as it comes */
    const struct anchor *anchor;   /* or NULL */
    const struct heading *heading; /* what it says, where it is one; else NULL */
    /* Smaller ones still, where the last of those would need more than two lines. */
    const struct style *const *beyond;
    size_t beyond_count;
};

struct blocks {
    struct block *items;
    size_t count, room;
};

enum unit { UNIT_POINTS, UNIT_FRACTION, UNIT_FIT };

struct column {
    enum unit unit; /* points; share of what is left; as wide as its widest cell */
    double width;
    enum align align; /* of cells that do not say */
};

enum valign { VALIGN_TOP, VALIGN_MIDDLE, VALIGN_BOTTOM };

struct cell {
    struct blocks blocks;
    size_t span; /* columns, at least 1 */
    enum valign valign;
    bool filled;
    struct color fill;
};

enum row_kind { ROW_HEAD, ROW_GROUP, ROW_BODY };

/* Head rows come first and stand again on every page; a group row stays with
 * the row after it and stands again, marked as continued, on the next page. */
struct row {
    enum row_kind kind;
    struct cell *cells;
    size_t cell_count;
    double height;               /* at least */
    const struct anchor *anchor; /* or NULL */
};

enum lines { LINES_NONE, LINES_ROWS, LINES_GRID, LINES_OUTER }; /* which lines a table draws */

struct table {
    struct column *columns;
    size_t column_count;
    struct row *rows;
    size_t row_count;
    enum lines lines;
    double line_width;
    struct color line_color;
    double pad_x, pad_y;   /* inside each cell */
    const char *continued; /* text added to a group row that stands again, or NULL */
    const char *summary;   /* what the table shows, for those who cannot see it */
};

struct list {
    struct item {
        struct runs label;
        struct blocks blocks;
    } * items;
    size_t count;
    double indent; /* of the bodies; labels stand at the left edge */
};

struct image {
    const char *path; /* SVG file */
    double width, height;
    enum align align;
    const char *alt; /* NULL: decoration */
};

struct qr {
    const char *text;
    double size; /* of the whole, quiet zone of 4 modules included */
    enum align align;
    const char *alt;
};

struct series {
    const char *name;
    double *values; /* one for each category; NAN where there is none */
    struct color color;
};

/* A range of values with a name, such as a grade: from FROM to the next class. */
struct class
{
    const char *name;
    double from;
};

/* A part of a map: its place in a grid of tiles, and its outline. */
struct area {
    const char *key, *name;
    const char *mother;  /* key of what it was part of before, or NULL */
    size_t column, row;  /* of its tile */
    const double *path;  /* points of all rings, x and y in turn, in units of the map */
    const size_t *rings; /* how many points each has */
    size_t ring_count;
};

struct map {
    double width, height; /* in units of the outlines */
    struct area *areas;
    size_t area_count, room;
};

struct chart {
    const char *kind; /* a row of chart_kinds[] */
    const char **categories;
    size_t category_count;
    /* For each category, each NULL where the layout does not say: what it belongs to,
     * what place it has in a ranking or on the map, whether it is what the chart is about. */
    const char **groups, **keys;
    const bool *marked;
    /* For each category what its values are measured by, or NULL: where neighbours
     * differ, no line joins them. */
    const char **breaks;
    struct series *series;
    size_t series_count;
    double low, high, step; /* of the scale, and between its lines */
    double target;          /* NAN: none */
    const char *target_name;
    double width, height;        /* 0: as wide as the column; as high as what is left of the page */
    const struct class *classes; /* from the lowest on */
    size_t class_count;
    const char *missing_name; /* of what has no value, in the legend; NULL: none */
    const struct map *map;    /* or NULL */
    const struct palette *palette;
    const struct style *style;
    const char *alt;
};

/* Where an electronic signature goes, and what stands there already. */
struct signature {
    const char *name; /* whose: the kind of document, or the party that signs */
    double height;    /* at least */
    struct blocks blocks;
    /* What the signing service is told; NULL where there is nothing to tell. */
    const char *reason, *location, *link;
};

struct rule {
    double thickness, gap; /* gap > 0: a second, thinner rule that far below */
    double width;          /* 0: as wide as the column */
    enum align align;
    struct color color;
};

/* A table of contents: a paragraph for each heading. */
struct contents {
    struct blocks *entries;
};

/* Stands at a place of the page instead of in the flow; takes no room there.
 * Its blocks must fit, or the run ends with the place named. */
struct box {
    double x, y, width, height; /* from the top left corner of the page; height 0: open */
    enum valign valign;
    struct blocks blocks;
    bool filled, framed;
    struct color fill, frame;
    double frame_width;
    bool decoration; /* everything in it */
};

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_SPACE,
    BLOCK_RULE,
    BLOCK_LIST,
    BLOCK_TABLE,
    BLOCK_IMAGE,
    BLOCK_QR,
    BLOCK_CHART,
    BLOCK_CONTENTS,
    BLOCK_SIGNATURE,
    BLOCK_KEEP, /* its blocks stay on one page */
    BLOCK_BOX,
    BLOCK_PAGE_BREAK,
};

struct block {
    enum block_kind kind;
    struct origin origin;
    union {
        struct paragraph paragraph;
        double space;
        struct rule rule;
        struct list list;
        struct table table;
        struct image image;
        struct qr qr;
        struct chart chart;
        struct contents contents;
        struct signature signature;
        struct keep {
            struct blocks blocks;
            const struct anchor *anchor; /* or NULL */
            size_t lines_before;         /* so many lines of what stands before come along */
        } keep;
        struct box box;
    };
};

/* What a page looks like apart from its text. */
struct master {
    double width, height, top, bottom, left, right;
    double first_top; /* top of the first page of a section */
    bool filled;      /* the whole sheet, below everything else */
    struct color fill;
    struct blocks head;  /* boxes, on every page ... */
    struct blocks first; /* ... and on the first page of a section instead */
};

struct section {
    struct master master;
    struct blocks blocks;
    const struct style *catchword; /* NULL: no catchwords */
};

struct doc {
    struct arena *arena; /* owns all of it */
    const char *name;    /* for messages: "sertifikat.pdf 13.01" */
    const char *title, *author, *subject, *language;
    const char *date; /* "2021-12-31" */
    struct section *sections;
    size_t section_count;
    const struct anchor **anchors;   /* by their numbers */
    const struct target **targets;   /* by their numbers, the first is NULL */
    const struct heading **headings; /* in the order of the text */
    size_t anchor_count, target_count, heading_count;
    const struct binding *bindings;
    size_t binding_count;
};

/* Returns the words in reading order, a line for each paragraph: for each section
 * the head of its first page, that of the others, the blocks.  "#" stands for
 * the number of a page or of the pages. */
const char *doc_words(const struct doc *doc);

/* Returns what there is to read but for the heads of pages, as plain text: a line for
 * each paragraph, an empty one between them; for pictures the text that stands for them. */
const char *doc_text(const struct doc *doc);

/* Returns its charts in reading order, the heads of pages left out; to be unreferenced. */
GPtrArray *doc_charts(const struct doc *doc); /* of const struct chart */

#endif
