/* type.h - what the files of this folder share. */
#ifndef TYPE_TYPE_H
#define TYPE_TYPE_H

#include "rapor/type/fonts.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>

/* What a word is made of, as far as its font and script depend on it. */
enum word_stuff {
    STUFF_LETTERS, /* of English, with figures and signs or without */
    STUFF_FIGURES, /* and signs of ASCII */
    STUFF_ANY,
    STUFF_COUNT,
};

/* Text in one font and script. */
struct font_item {
    PangoFont *font; /* NULL: not known */
    GUnicodeScript script;
    bool right_to_left;
    const char *text;
    size_t length;
};

enum { FEATURES_MOST = 6 };

/* A family at a size, weight, slant, tracking and features, and the words shaped in it. */
struct face {
    struct face *next;
    struct style style; /* only what shapes words counts */
    PangoAttrList *attributes;
    hb_feature_t features[FEATURES_MOST];
    unsigned feature_count;
    struct font_item known[STUFF_COUNT]; /* fonts and scripts that words were found to have */
    GHashTable *words;                   /* struct shaped_word -> itself */
    double ascent, descent;
};

struct shaped_word {
    const char *text;
    size_t length;
    struct shaped shaped;
};

/* Shapes the word, whose text and length are given. */
void shape_word(struct fonts *fonts, struct face *face, struct shaped_word *word);

/* How a language divides words. */
struct patterns {
    const char *language, *path;
    struct _HyphenDict *dictionary;
};

struct fonts {
    struct arena *arena;
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    hb_buffer_t *buffer; /* for the word in hand */
    hb_language_t language;
    const char **families;
    const char **languages;
    struct patterns *patterns; /* one for each language */
    struct face *faces;        /* the one last used first */
    struct arena *shaped;      /* owns the faces, all that was shaped in them and all kept */
    struct kept *kept;         /* of the typesetter, or NULL */
    size_t held;               /* bytes of that, about */
    bool forgetful;
};

void faces_close(struct fonts *fonts);
/* Reads how words are divided in each language. */
bool patterns_open(struct fonts *fonts, GError **error);
void patterns_close(struct fonts *fonts);

#endif
