/* facts.h - what is worked out once for all elements of the view. */
#ifndef VIEW_FACTS_H
#define VIEW_FACTS_H

#include "rapor/assess/standing.h"
#include "rapor/view/tree.h"

struct wording;
struct peers;
struct insight;
struct texts;

struct facts {
    const struct standings *standings;
    const size_t *places;           /* of each institution in the national order, from 1 */
    const struct wording *wordings; /* of each indicator */
    const struct peers *peers;
    struct insight *insight;
    struct texts *texts;
    /* That there may be, from the least on; NULL where items make them many. */
    const struct view_attribute *levels;
    const struct view_attribute *gains; /* of each indicator when it is raised by a whole level */
    struct view_attribute target;
};

/* ARENA owns it. */
struct facts *facts_of(const struct standings *standings, struct arena *arena);
void facts_close(struct facts *facts);

/* Numbers as text, without a name; small ones are written once. */
struct view_attribute text_whole(struct facts *facts, int64_t number, struct arena *arena);
struct view_attribute text_hundredths(struct facts *facts, int64_t hundredths, struct arena *arena);
struct view_attribute text_fraction(struct facts *facts, __int128 numerator, __int128 denominator,
                                    struct arena *arena);
/* A level in steps, or a difference of two. */
struct view_attribute text_level(struct facts *facts, const struct instrument *instrument,
                                 int64_t level, struct arena *arena);
/* Any text, NULL too; and one that stands in a file as it is. */
struct view_attribute text_any(const char *text);
struct view_attribute text_plain(const char *text);
/* The same as text_any(), looked at closely once: for what is said again and again. */
struct view_attribute text_lasting(const char *text);

#endif
