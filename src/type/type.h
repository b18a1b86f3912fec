/* type.h - what the files of this folder share. */
#ifndef RAPOR_TYPE_H
#define RAPOR_TYPE_H

#include "rapor/fonts.h"

#include <fontconfig/fontconfig.h>

/* A family at a size, weight, slant, tracking and features, and the words shaped in it. */
struct face {
    struct face *next;
    struct style style; /* only what shapes words counts */
    PangoAttrList *attributes;
    GHashTable *words; /* struct word -> itself */
    double ascent, descent;
};

/* How a language divides words; read when it is first needed. */
struct patterns {
    const char *language, *path;
    struct _HyphenDict *dictionary; /* or NULL */
};

struct fonts {
    struct arena *arena;
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    const char **families;
    const char **languages;
    struct patterns *patterns; /* one for each language */
    struct face *faces;        /* the one last used first */
    struct arena *shaped;      /* owns the faces, all that was shaped in them and all kept */
    struct kept *kept;         /* of the typesetter, or NULL */
    size_t held;               /* bytes of that, about */
    bool forgetful;
};

/* The face that was asked for last stands first: most questions come in rows. */
struct face *face_of(struct fonts *fonts, const struct style *style);
void faces_close(struct fonts *fonts);
void patterns_close(struct fonts *fonts);

#endif
