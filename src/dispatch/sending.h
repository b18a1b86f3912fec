/* sending.h - what is sent to one institution, or about one region. */
#ifndef DISPATCH_SENDING_H
#define DISPATCH_SENDING_H

#include "rapor/dispatch/dispatch.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/opened.h"

#include <time.h>

#define SENDING_LIST "daftar-kirim.csv"

/* The folder that is sent, while its packs are written. */
struct dispatch {
    struct session *session;
    const char *folder, *into; /* that holds the papers; that is written */
    time_t date;               /* of the entries in packs */
    struct arena *arena;
    GPtrArray *sendings;    /* of struct sending, in the order of the evaluation, regions first */
    GPtrArray *records;     /* of struct record: what was written */
    struct opened opened;   /* the folder that holds them, read */
    GString *guide, *words; /* the template, and what files are: a line "stem = words" each */
    struct dispatch_count *count;
};

/* A letter that goes with a pack, and lies beside the packs to be printed. */
struct sending_cover {
    const char *name, *digest;
    GByteArray *bytes;
};

struct sending {
    const char *name;          /* "13.01-kabupaten-pesisir-selatan" */
    const char *code, *of;     /* code and name of whom it is about */
    size_t receiver;           /* the institution that gets it; NONE: not known */
    GPtrArray *papers;         /* of struct record, in the published folder */
    GPtrArray *covers;         /* of struct sending_cover: what is made to go with it */
    const struct record *pack; /* what it has become */
};

/* Returns the name of a paper in the pack. */
const char *sending_entry(const struct record *paper);

/* Returns the record of the letter that it goes with, or of the first paper that has a number;
 * or NULL. */
const struct record *sending_letter(const struct sending *sending);

/* Writes the pack, and notes it. */
bool sending_write(struct dispatch *dispatch, struct sending *sending, GError **error);

/* Returns BACA-SAYA.html; to be unreferenced. */
GByteArray *guide_of(const struct dispatch *dispatch, const struct sending *sending);

/* Notes a file that was written. */
void dispatch_note(struct dispatch *dispatch, struct record record);

#endif
