/* graph.h - the objects of a PDF as what they say: whatever their numbers, their order in the
 * file, their compression, and how their numbers and strings are spelled.
 *
 * What reaches no circle (fonts, pictures, contents, attached files) is known by a digest of
 * all that it holds, so that two which are equal may be one.  What does (pages, elements of the
 * structure, annotations, bookmarks) is known by its place: the how-manieth it is that is met. */
#ifndef VERIFY_LIKENESS_GRAPH_H
#define VERIFY_LIKENESS_GRAPH_H

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

struct graph {
    qpdf_data pdf;
    GPtrArray *nodes;    /* struct graph_node */
    GHashTable *indices; /* reference -> index of its node */
    GPtrArray *fresh;    /* references to objects whose node is to be filled */
    guint met;           /* so many have a place */
    bool damaged;        /* something cannot be read */
};

void graph_open(struct graph *graph, qpdf_data pdf);
void graph_close(struct graph *graph);

/* Returns the bytes of a stream, PLAIN where all that it is compressed by was undone; to be freed.
 * Notes that the PDF is damaged where they cannot be read, or stand in another file. */
char *graph_stream(struct graph *graph, qpdf_oh stream, size_t *size, bool *plain);

/* Pages have places of their own, in the order they are named here. */
void graph_name_page(struct graph *graph, qpdf_oh page);

/* Notes a value that is compared, without the keys of a dictionary that are LEFT out, ended by
 * NULL; or a text that stands for one.  Returns its node. */
unsigned graph_add(struct graph *graph, qpdf_oh value, const char *const *left);
unsigned graph_add_text(struct graph *graph, const char *text);

/* Reads all that the noted ones refer to. */
void graph_read(struct graph *graph);

/* Returns a digest of a node and what it refers to that no earlier call has met; to be freed. */
char *graph_digest(struct graph *graph, unsigned node);

#endif
