/* legend.h - what sheets of some office mean by their words, as a file tells it that is
 * kept from year to year:
 *
 *     [sheets]              of a sheet: the stage whose levels it holds, or "-" for none
 *     Hasil Visitasi=visit
 *     [columns]             of a head: what the column holds, or "-" for nothing
 *     Skor Arsitektur=1
 *     K/L/D=Instansi
 *     [values]              of a cell: what stands for it
 *     Memadai=3
 *     [institutions]        of a name: its code
 *     Pemkot Contoh=99.71
 */
#ifndef IMPORT_LEGEND_H
#define IMPORT_LEGEND_H

#include <glib.h>

struct arena;
struct import_legend;

struct import_legend *legend_open(const char *path, struct arena *arena, GError **error);
void legend_close(struct import_legend *legend); /* NULL is welcome */

/* Returns what the section says of the text, in whatever case and spaces, or NULL.
 * LEGEND may be NULL. */
const char *legend_of(const struct import_legend *legend, const char *section, const char *text);

#endif
