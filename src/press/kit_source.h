/* kit_source.h - what the stylesheets of the press kit see. */
#ifndef PRESS_KIT_SOURCE_H
#define PRESS_KIT_SOURCE_H

#include "rapor/press/kit.h"

#include <libxml/tree.h>

struct kit_source {
    char *layouts;
    const struct namings *naming;
    struct view *view;
    const struct standings *standings;
    const char **cards; /* or NULL */
    xmlDoc *tree;
    xmlNode *words; /* of the text at hand, or NULL */
    const char *language;
};

/* Makes it that of the text. */
bool kit_turn(struct kit_source *source, const struct kit_text *text, GError **error);

#endif
