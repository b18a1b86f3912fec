/* manifest.h - what a published folder says of itself.
 *
 * MANIFEST.json names what the files were made from, each file and each entry
 * of the archives; SHA256SUMS is for `sha256sum -c`. */
#ifndef RAPOR_PACK_MANIFEST_H
#define RAPOR_PACK_MANIFEST_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define MANIFEST_FILE "MANIFEST.json"
#define SUMS_FILE     "SHA256SUMS"
#define FAILED_FILE   "GAGAL.txt"      /* what could not be made, a line each */
#define GUIDE_FILE    "BACA-SAYA.html" /* what a pack holds, for whoever opens it */
#define NOTES_FILE    ".rapor-build"   /* what the next run wants to know: see build.h */

struct arena;

/* A file, or an entry of an archive. */
struct record {
    const char *file;  /* "wilayah/13-sumatera-barat.zip" */
    const char *entry; /* NULL: the file itself */
    uint64_t size;
    const char *digest; /* of digest.h */
    const char *key;    /* what an entry was made from; NULL: not known */
    bool changed;       /* of a layout: it is not as the program brought it */
    /* Of a paper; NULL, and edition 0, of what is none, and of what is not known. */
    const char *kind, *code; /* of document; of whom it is, NULL: it is made once */
    const char *number, *date, *seal;
    const char *content; /* digest of what it shows */
    unsigned edition;    /* 0: there is no register */
};

/* Returns FILE, or FILE and ENTRY with a tab between: what a record is known by.  To be freed. */
char *record_title(const char *file, const char *entry);

/* For tables of records by FILE and ENTRY, to be asked with a record that has these alone. */
guint record_hash(const void *record);
gboolean record_equal(const void *left, const void *right);

/* Writes a FILE of BYTES into FOLDER; returns its record, which ARENA owns, or NULL. */
struct record *record_write(const char *folder, const char *file, const GByteArray *bytes,
                            struct arena *arena, GError **error);

struct manifest {
    const char *version; /* of the program; written as RAPOR_VERSION */
    const char *instrument, *year;
    const char *input;        /* digest of the evaluation */
    const char *registry;     /* digest of the register; NULL: there is none */
    const char *const *kinds; /* what the run was asked for, ended by NULL; NULL: all */
    const char *region;       /* code, or NULL: all */
    const char *institution;  /* code, or NULL: all */
    GPtrArray *layouts;       /* of struct record, in any order: file, size and digest */
    GPtrArray *failed;        /* of struct record: file and entry, and as digest why they could not
                                be made; NULL: all could */
    GPtrArray *files;         /* of struct record, in any order, entries and files mixed */
};

/* Writes both files into FOLDER, in an order that does not depend on that of
 * the records. */
bool manifest_write(const struct manifest *manifest, const char *folder, GError **error);

/* Reads what stands there back, but for layouts and files; ARENA owns the
 * texts.  False where there is none, or none of this program. */
bool manifest_read(const char *folder, struct manifest *manifest, struct arena *arena,
                   GError **error);

/* The same with the records of layouts and files, so that it can be written again. */
bool manifest_read_whole(const char *folder, struct manifest *manifest, struct arena *arena,
                         GError **error);

/* False where FOLDER was not made of the evaluation with that DIGEST. */
bool manifest_is_of(const struct manifest *manifest, const char *digest, const char *folder,
                    GError **error);

/* False where FOLDER holds papers that were built, and may be out, and not the file LIST of those
 * that are made of them: it is not to be replaced by such. */
bool manifest_may_replace(const char *folder, const char *list, GError **error);

/* Adds the records of the files and entries that it lists to FILES; ARENA owns them. */
bool manifest_read_files(const char *folder, GPtrArray *files, struct arena *arena, GError **error);

/* Calls VISIT for each file that is listed, in their order, with its record and those of its
 * entries, and the arena that owns these; both are the visitor's.  However many there are, those
 * of one file are held. */
typedef void manifest_visit(void *data, GPtrArray *records, struct arena *arena);
bool manifest_each(const char *folder, manifest_visit *visit, void *data, GError **error);

#endif
