/* pack.h - a zip archive that depends on its content alone.
 *
 * Entries stand in the order they were added, all with the same date, so that
 * the same input gives the same archive, byte for byte. */
#ifndef RAPOR_PACK_H
#define RAPOR_PACK_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

struct evaluation;
struct pack;

/* An entry, as the manifest lists it. */
struct packed {
    char *name, *digest; /* of digest.h */
    uint64_t size;
};

/* LOOSE: entries become files in a folder PATH instead of an archive. */
struct pack *pack_create(const char *path, time_t date, bool loose);

/* Adds BYTES under NAME ("13.01-kota/surat.pdf"), and takes them.  Names are made
 * of [a-z0-9.-] and '/'; one that is there already makes pack_finish fail. */
void pack_add(struct pack *pack, const char *name, GByteArray *bytes);

/* Returns the entries so far; owned by PACK, until the next is added. */
const struct packed *pack_entries(const struct pack *pack, size_t *count);

/* Ends the pack and writes it, flushed to the disk; false where that failed.
 * Folders on the way to PATH are made.  A pack without entries writes nothing. */
bool pack_finish(struct pack *pack, GError **error);
void pack_discard(struct pack *pack); /* writes nothing; NULL is welcome */

/* Returns NAME as [a-z0-9-], at most 60 long, never empty: "Pemerintah Kabupaten
 * Pesisir Selatan" -> "pemerintah-kabupaten-pesisir-selatan".  To be freed. */
char *pack_slug(const char *name);

/* The date that archives and workbooks bear: SOURCE_DATE_EPOCH, else the decree's, else 0. */
time_t pack_date(const struct evaluation *evaluation);

#endif
