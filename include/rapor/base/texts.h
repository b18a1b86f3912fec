/* texts.h - lists of texts. */
#ifndef RAPOR_BASE_TEXTS_H
#define RAPOR_BASE_TEXTS_H

#include <glib.h>

/* Puts them in the order of their bytes, which is that of every machine. */
void texts_sort(GPtrArray *texts);

#endif
