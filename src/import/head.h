/* head.h - which column holds what: found by the names in a row of the sheet. */
#ifndef IMPORT_HEAD_H
#define IMPORT_HEAD_H

#include "grid.h"

#include "rapor/read/instrument.h"

struct diagnostics;

/* What a column can hold besides the level of an indicator. */
enum trait {
    TRAIT_CODE,
    TRAIT_NAME,
    TRAIT_GROUP,
    TRAIT_REGION_CODE,
    TRAIT_REGION,
    TRAIT_PARENT,
    TRAIT_ADDRESSEE,
    TRAIT_SEAT,
    TRAIT_REASON,
    TRAIT_PUBLISHED_INDEX,
    TRAIT_PUBLISHED_GRADE,
    TRAIT_COUNT
};

struct head {
    const struct grid *grid;
    size_t row;                 /* of the names; the institutions stand below */
    size_t traits[TRAIT_COUNT]; /* columns, NONE where there is none */
    size_t *levels;             /* one for each indicator, NONE where there is none */
};

/* Finds the sheet that has levels: the one called Indikator, else the first with
 * a head.  Adds what is wrong with the head to DIAGNOSTICS; NULL where there is
 * none, or it is wrong. */
struct head *head_find(const struct grids *grids, const struct instrument *instrument,
                       struct diagnostics *diagnostics);

/* Returns what the column is called in our own sheets: "Kode". */
const char *trait_title(enum trait trait);

#endif
