/* fonts.h - the typefaces listed in fonts/fonts.xml, and no others; words shaped.
 *
 * Settings of the user and of the machine are kept out, so that a document
 * looks the same, to the byte, everywhere. */
#ifndef RAPOR_TYPE_FONTS_H
#define RAPOR_TYPE_FONTS_H

#include "rapor/doc/style.h"
#include "rapor/type/glyphs.h"

#include <glib.h>
#include <pango/pango.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fonts;

/* Opens the list at PATH.  A missing file is an error that names its package. */
struct fonts *fonts_open(const char *path, GError **error);
void fonts_close(struct fonts *fonts); /* NULL is welcome */

/* Returns the family names, ended by NULL; owned by FONTS. */
const char *const *fonts_families(const struct fonts *fonts);

/* Returns the paths of the font files, ended by NULL; to be freed with g_strfreev(). */
char **fonts_files(const struct fonts *fonts);
/* False and ERROR where one of them cannot be read any more: then nothing that was found of
 * fonts holds. */
bool fonts_can_be_read(const struct fonts *fonts, GError **error);
/* The same of the files that say how words are divided. */
char **fonts_patterns(const struct fonts *fonts);
/* Returns the languages that words can be divided in, ended by NULL; owned by FONTS. */
const char *const *fonts_languages(const struct fonts *fonts);

/* Finds where the LENGTH letters of WORD, all of a-z, may be divided, by the
 * patterns of LANGUAGE: sets POINTS[i] where letter i may end a line.  At least
 * two letters stay before, three behind.  False where the patterns are unusable. */
bool fonts_hyphens(struct fonts *fonts, const char *language, const char *word, size_t length,
                   bool *points);

/* True where the style's font has the OpenType feature, such as "smcp". */
bool fonts_have(struct fonts *fonts, const struct style *style, const char *feature);

/* Shapes LENGTH bytes of TEXT in STYLE (family, size, weight, slant, tracking, small
 * capitals, figures, ligatures).
 * The result is cached, at least until fonts_trim(). */
const struct shaped *fonts_shape(struct fonts *fonts, const struct style *style, const char *text,
                                 size_t length);

/* Returns room, zeroed, for what is made of words, such as lines: it lives as long as they. */
void *fonts_keep(struct fonts *fonts, size_t count, size_t size);

/* Returns the place where the typesetter finds what it made of words earlier: NULL at
 * first and after fonts_trim(). */
struct kept **fonts_kept(struct fonts *fonts);

/* Nothing made before is used again from now on. */
void fonts_be_forgetful(struct fonts *fonts);
bool fonts_are_forgetful(const struct fonts *fonts);

/* Forgets what was shaped and kept where it has come to too much.  To be called between documents:
 * nothing that FONTS gave may be in use. */
void fonts_trim(struct fonts *fonts);
/* The same, however much it is. */
void fonts_forget(struct fonts *fonts);

/* The height above and below the baseline that the style's font asks for. */
double fonts_ascent(struct fonts *fonts, const struct style *style);
double fonts_descent(struct fonts *fonts, const struct style *style);

#endif
