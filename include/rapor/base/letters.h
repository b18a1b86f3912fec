/* letters.h - capitals and small letters, the same in every locale. */
#ifndef RAPOR_BASE_LETTERS_H
#define RAPOR_BASE_LETTERS_H

struct arena;

const char *letters_upper(const char *text, struct arena *arena);
const char *letters_lower(const char *text, struct arena *arena);
const char *letters_capitalize(const char *text, struct arena *arena); /* the first one only */

/* A copy with single spaces for all white space. */
const char *letters_spaced(const char *text, struct arena *arena);

/* Returns the first letter of TEXT that is written from right to left; NULL where there is none. */
const char *letters_backward(const char *text);

#endif
