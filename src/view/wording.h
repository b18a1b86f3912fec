/* wording.h - what the instrument's own file says of an indicator's levels. */
#ifndef VIEW_WORDING_H
#define VIEW_WORDING_H

#include "rapor/read/instrument.h"
#include "rapor/view/tree.h"

/* What is said of one level: the attribute level-name or step. */
struct level_text {
    int64_t level;              /* in hundredths */
    struct view_attribute text; /* without a name */
};

struct level_texts {
    struct level_text *items;
    size_t count, room;
};

struct wording {
    const char *capability;          /* id, or NULL */
    const struct level_texts *names; /* of the capability's levels, or NULL */
    const struct level_texts *also;  /* their second names, or NULL */
    struct level_texts steps;        /* what to do to reach a level */
};

/* Returns one for each indicator; ARENA owns them.  Empty where the instrument
 * has no tree. */
struct wording *wordings_of(const struct instrument *instrument, struct arena *arena);

/* Returns what is said of LEVEL, in hundredths; no text where nothing is. */
struct view_attribute level_text(const struct level_texts *texts, int64_t level);

/* Returns what is said of the highest level that is not above LEVEL: a level is
 * called by the name of the band it lies in. */
struct view_attribute level_band(const struct level_texts *texts, int64_t level);

/* The same of the highest level that is below LEVEL, or else of the lowest. */
struct view_attribute level_above(const struct level_texts *texts, int64_t level);

#endif
