/* references.h - what leads where: anchors and targets of the document while it is set. */
#ifndef TYPESET_REFERENCES_H
#define TYPESET_REFERENCES_H

#include "flow.h"

struct set_text;

/* Stands in the place of an element, with a number below it, where ink is to be put
 * down when the numbers of all pages are known. */
#define FORWARD 0x10000000U

/* The elements that stand for an anchor: those from FIRST to before END; and where
 * the first of their ink is. */
struct anchor_span {
    uint32_t first, end;
    bool found;
    size_t page;
    double y;
};

/* The area of the ink that a target is put on, from its baseline. */
struct reference {
    uint32_t element; /* of ROLE_LINK; 0: not set yet */
    double above, below;
};

/* A line, or the tail of one, that tells numbers of pages. */
struct forward {
    const struct set_text *text;
    size_t line;
    bool tail;
};

struct references {
    struct anchor_span *spans; /* of the document's anchors */
    struct reference *targets; /* of the document's targets, and of its pages behind them */
    size_t target_count, target_room;
    const struct target **leads; /* to pages: those from the document's count on */
    size_t lead_count, lead_room;
    double *tops; /* of the text on each page */
    bool *visits; /* by anchors and pages: something on that page leads to it, or it stands there */
    struct forward *forwards;
    size_t forward_count, forward_room;
    unsigned digits; /* that numbers of pages are expected to have */
    bool placed;     /* the pages are known */
};

struct references *references_create(const struct doc *doc, unsigned digits);

/* Returns whether numbers of pages are longer than was reckoned with. */
bool references_outgrown(const struct typesetter *typesetter);

/* What RUN says of its anchor, or of the page being set; a guess that is no shorter
 * while the pages are not known. */
const char *reference_words(struct typesetter *typesetter, const struct run *run);

/* Returns RUNS as they are, or, once all pages are known, each number of a page that they tell
 * as a link of its own. */
struct runs references_spread(struct typesetter *typesetter, const struct runs *runs);

/* Returns the link to that target within ELEMENT, as high as letters of STYLE. */
uint32_t link_element(struct typesetter *typesetter, uint32_t target, uint32_t element,
                      const struct style *style);

/* Returns the link to that target within ELEMENT; it is as large as the ground of its figure. */
uint32_t code_link(struct typesetter *typesetter, const struct target *target, uint32_t element);

/* When all pages are built, in this order. */
void find_places(struct typesetter *typesetter);
void fill_forward(struct typesetter *typesetter);
void add_links(struct typesetter *typesetter);

#endif
