/* builder.h - makes elements as the table says (rapor/results.h). */
#ifndef VIEW_BUILDER_H
#define VIEW_BUILDER_H

#include "source.h"

#include "rapor/view/view.h"

/* The first attributes of an element, which many have alike: as they stand in a file. */
struct view_ready {
    uint32_t count;
    size_t length;
    const char *bytes;
    struct view_attribute attributes[];
};

struct builder {
    struct facts *facts;
    struct arena *arena; /* as long as the builder */
    const struct prepared *results;
};

/* ARENA owns it; FACTS must outlive it. */
struct builder *builder_create(struct facts *facts, struct arena *arena);

/* What a view shows that is turned to SUBJECT, a number as in view_turn(). */
struct coverage coverage_of(const struct standings *standings, enum per per, size_t subject);
bool coverage_same(const struct coverage *one, const struct coverage *other);

/* All of these add to PIECE.  The element results; IN_FILE: with what only the file of all has. */
struct view_element *build_results(const struct builder *builder, bool in_file,
                                   struct view_piece *piece, struct view_element *parent);
/* Gives ELEMENT, paper, the attributes that PAPER tells; in PIECE lie the texts too. */
void build_paper(const struct builder *builder, const struct view_paper *paper,
                 struct view_piece *piece, struct view_element *element);
/* The children of results: those that are always there ... */
void build_always(const struct builder *builder, struct view_piece *piece,
                  struct view_element *results);
/* ... those that depend on what is covered, but the institutions ... */
void build_around(const struct builder *builder, const struct coverage *coverage,
                  struct view_piece *piece, struct view_element *results);
/* ... and one institution, as far as is meant: */
struct view_element *build_institution(const struct builder *builder, size_t institution,
                                       struct much much, struct view_piece *piece,
                                       struct view_element *results);
bool coverage_has(const struct coverage *coverage, const struct standings *standings,
                  size_t institution);

#endif
