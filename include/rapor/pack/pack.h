/* pack.h - a zip archive that depends on its content alone.
 *
 * Entries stand in the order they were added, all with the same date, so that
 * the same input gives the same archive, byte for byte.  None of them is held: they wait in
 * a file without a name beside the archive until libzip writes it. */
#ifndef RAPOR_PACK_PACK_H
#define RAPOR_PACK_PACK_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

struct evaluation;
struct pack;
struct unpack;

/* An entry: what the manifest lists, and the bytes that go into an archive; those are 0 of
 * loose files. */
struct packed {
    char *name, *digest; /* of digest.h */
    uint64_t size;
    struct unpack *from;   /* the archive of before that holds the bytes; NULL: the pack does */
    uint64_t offset, span; /* of the bytes, in the file of either */
    uint32_t crc;          /* of the content */
    bool deflated;
};

/* LOOSE: entries become files in a folder PATH instead of an archive. */
struct pack *pack_create(const char *path, time_t date, bool loose);

/* One that never becomes an archive: its entries are taken from FILE, at the end of which they
 * come, and which is duplicated, into other packs. */
struct pack *pack_create_on(int file);

/* Adds BYTES under NAME ("13.01-kota/13.01-surat-kota.pdf"), and writes them at once; DIGEST is
 * theirs, or NULL: not known yet.  Names are made of [a-z0-9.-] and '/'; one that is
 * there already makes pack_finish fail. */
void pack_add(struct pack *pack, const char *name, const GByteArray *bytes, const char *digest);

/* Adds text that is too long to be held, in parts: a part stands for itself, as an element does.
 * LIKE: what it was in an archive that the same program made before, and that stays open until the
 * end: what has not changed is not compressed again; or NULL.  False where no more is wanted, since
 * something has failed: pack_finish says what. */
void pack_begin(struct pack *pack, const char *name, const struct packed *like);
bool pack_append(struct pack *pack, const void *bytes, size_t count);
void pack_end(struct pack *pack);

/* Adds an entry LIKE one of another pack or archive (unpack.h), whose bytes there are SPAN;
 * false, and nothing is added, where they cannot be.  SPAN NULL: they are copied from the archive
 * that LIKE comes from when the pack ends, and until then that stays open. */
bool pack_take(struct pack *pack, const char *name, const struct packed *like, GBytes *span);

/* The same in a pack of loose files: links the file at PATH; false where that cannot be. */
bool pack_link(struct pack *pack, const char *name, const struct packed *like, const char *path);

/* Adds the last entry of another pack once more; false where that is loose. */
bool pack_repeat(struct pack *pack, const char *name, const struct pack *other);

/* Returns the bytes of an entry that lie in the FILE of its pack; or NULL. */
GBytes *pack_span(const struct packed *entry, int file);

/* Returns the content of such an entry, to be freed; or NULL. */
GByteArray *pack_content(const struct packed *like, GBytes *span);

/* Returns the entries so far; owned by PACK, until the next is added. */
const struct packed *pack_entries(const struct pack *pack, size_t *count);

/* Ends the pack; false where that or anything before failed, and nothing is left then.
 * WHOLE is what the archive has become: size and digest, which is to be freed; NULL for
 * loose files.  Folders on the way to PATH are made.  A pack without entries writes
 * nothing.  Nothing is flushed to the disk: a publication does that (publish.h). */
bool pack_finish(struct pack *pack, struct packed *whole, GError **error);
void pack_discard(struct pack *pack); /* leaves nothing; NULL is welcome */

/* Returns NAME as [a-z0-9-], at most so long, never empty; cut before its last word:
 * "Pemerintah Kabupaten Pesisir Selatan" -> "pemerintah-kabupaten-pesisir-selatan".  To be
 * freed. */
char *pack_slug(const char *name, size_t most);

/* The date that archives and workbooks bear: SOURCE_DATE_EPOCH, else the decree's, else 0. */
time_t pack_date(const struct evaluation *evaluation);

#endif
