/* ledger.h - which sheets there are for what is recorded, and what their columns mean:
 * the way of an element from the evaluation down, and the attributes on it. */
#ifndef IMPORT_TABLE_LEDGER_H
#define IMPORT_TABLE_LEDGER_H

#include "rapor/import/columns.h"

#include <stdbool.h>
#include <stddef.h>

/* A word for people, and that of evaluation.xml. */
struct ledger_word {
    const char *said, *written;
};

struct ledger_column {
    const char *title; /* "Kode" */
    const char *names; /* other names, as plain_key() gives them, separated by "|"; or NULL */
    enum ledger_content content;
    unsigned depth;        /* of the element on the way, 0 for the first */
    const char *attribute; /* "code"; "#": its number; ".": its text; ">fact": that of a child */
    const struct ledger_word *words; /* ended by a row without words; or NULL */
};

struct ledger {
    const char *title;      /* of the sheet */
    const char *const *way; /* the elements below <evaluation>, ended by NULL */
    const struct ledger_column *columns;
    size_t column_count;
    bool in_forms;
    bool with_items; /* of instruments with items alone; a row that says nothing is left out */
};

extern const struct ledger ledgers[];
extern const size_t ledger_count;

/* A row of the sheet Identitas. */
struct trait {
    const char *part, *attribute; /* "decree", "date" */
    const char *said_part, *said; /* "Keputusan", "Tanggal" */
    enum ledger_content content;
    const struct ledger_word *words;
    const char *meaning;
};

/* The traits of signatories have the part "signatory", those of regions "region". */
extern const struct trait identity_traits[];
extern const size_t identity_trait_count;

#endif
