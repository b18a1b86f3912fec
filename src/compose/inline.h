/* inline.h - running text becomes runs. */
#ifndef COMPOSE_INLINE_H
#define COMPOSE_INLINE_H

#include "walk.h"

/* Returns STYLE in bold, or with that alignment; one for each wish. */
const struct style *style_bold(struct walk *walk, const struct style *style);
const struct style *style_aligned(struct walk *walk, const struct style *style, enum align align);

/* Running text into RUNS; TEXT as such into RUNS. */
bool walk_inline(struct walk *walk, const struct nodes *nodes, const struct style *style,
                 struct runs *runs);
/* The same; what stands behind a leader into TAIL. */
bool walk_tailed(struct walk *walk, const struct nodes *nodes, struct paragraph *paragraph);
void runs_words(struct walk *walk, const char *words, const struct style *style,
                const struct node *node, struct runs *runs);

#endif
