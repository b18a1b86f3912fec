/* paper_changes.h - what differs between two built folders, paper by paper. */
#ifndef RAPOR_REGISTER_PAPER_CHANGES_H
#define RAPOR_REGISTER_PAPER_CHANGES_H

#include <glib.h>
#include <stddef.h>

struct arena;
struct ranking;

struct paper_changes {
    size_t shown;          /* papers that show something else */
    size_t signed_since;   /* that nobody is waited for any more to sign */
    size_t data;           /* that differ in other ways alone, such as the data that go with them */
    size_t new, gone;      /* papers */
    GPtrArray *resend;     /* names of archives that differ, but for that of the nation */
    struct ranking *table; /* a row for each such paper or archive */
};

/* Both of struct record, as manifest_read_files() gives them; ARENA owns the table, the caller
 * unreferences the names. */
struct paper_changes paper_changes_of(const GPtrArray *before, const GPtrArray *after,
                                      struct arena *arena);

/* Returns that in a sentence, or NULL where nothing differs; to be freed. */
char *paper_changes_text(const struct paper_changes *changes);

#endif
