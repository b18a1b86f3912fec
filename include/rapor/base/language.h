/* language.h - messages in the language of whoever reads them (gettext; po/id.po).
 *
 * Messages alone: data and papers are the same in any language.  What fail(), the readers
 * and the import say is translated where it is said, by its format; texts in tables are
 * marked with N_() and translated where they are printed. */
#ifndef RAPOR_BASE_LANGUAGE_H
#define RAPOR_BASE_LANGUAGE_H

#include <libintl.h>

#define N_(text) text
#define _(text)  gettext(text)

/* Chooses the language: GIVEN, else $RAPOR_LANGUAGE, else that of LC_MESSAGES; "id" is
 * Indonesian, everything else English. */
void language_open(const char *given);

#endif
