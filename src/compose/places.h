/* places.h - places with names, what leads to them, headings and contents. */
#ifndef COMPOSE_PLACES_H
#define COMPOSE_PLACES_H

#include "walk.h"

/* A target that is an ADDRESS; NULL where it cannot be followed. */
const struct target *target_to(struct walk *walk, const char *address, const char *about);
/* What <link> leads to; NULL where its address is none that may be followed. */
bool target_of_link(struct walk *walk, const struct node *node, const struct target **target);
/* What <ref> is to print, and what it leads to. */
bool run_of_ref(struct walk *walk, const struct node *node, struct run *run);
const struct target *target_of_anchor(struct walk *walk, const struct anchor *anchor);
struct anchor *anchor_add(struct walk *walk, const char *name); /* NULL: it has none */
/* The place that the attribute SLOT names, NULL where it is not there. */
bool anchor_of(struct walk *walk, const struct node *node, int slot, struct anchor **anchor);
/* TEXT in the outline, one level below the last heading, leads to ANCHOR. */
void note_bookmark(struct walk *walk, const char *text, const struct anchor *anchor);
/* Notes the heading that PARAGRAPH is; one that skips a level is refused. */
bool note_heading(struct walk *walk, const struct node *node, struct paragraph *paragraph);
bool walk_caption(struct walk *walk, const struct node *node, struct blocks *blocks);
bool walk_contents(struct walk *walk, const struct node *node, struct blocks *blocks);
/* When all is walked: all places that are referred to must be there. */
bool settle_names(struct walk *walk);
void fill_contents(struct walk *walk);

#endif
