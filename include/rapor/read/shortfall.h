/* shortfall.h - what assessors found wanting; see records.h. */
#ifndef RAPOR_READ_SHORTFALL_H
#define RAPOR_READ_SHORTFALL_H

enum shortfall_kind {
    SHORTFALL_NETWORK,
    SHORTFALL_SERVER,
    SHORTFALL_APPLICATION,
    SHORTFALL_INTEGRATION,
    SHORTFALL_PEOPLE,
    SHORTFALL_POLICY,
    SHORTFALL_DOCUMENT,
};
enum { SHORTFALL_KINDS = SHORTFALL_DOCUMENT + 1 };

struct shortfall {
    enum shortfall_kind kind;
    const char *text;
};

/* Returns the word of evaluation.xml. */
const char *shortfall_word(enum shortfall_kind kind);

#endif
