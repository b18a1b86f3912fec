/* texts_of.h - the texts of an evaluation, looked up in its file once. */
#ifndef SESSION_TEXTS_OF_H
#define SESSION_TEXTS_OF_H

#include "rapor/session/texts.h"

struct filled_texts {
    struct source source;
    struct text_site *items;
    size_t count, room;
};

struct filled_texts *texts_of(struct session *session);

/* Returns the longest text that is part of TEXT, or the first that holds TEXT where that is a
 * character; NULL where there is none. */
const struct text_site *texts_find(struct session *session, const char *text);

struct place texts_place(struct session *session, const struct text_site *site);

/* "<issuer city=>"; to be freed. */
char *texts_named(const struct text_site *site);

#endif
