/* reader.h - what the steps of reading an evaluation share. */
#ifndef READ_EVALUATION_READER_H
#define READ_EVALUATION_READER_H

#include "../grammar.h"
#include "../input.h"
#include "open.h"

#include "rapor/read/evaluation.h"

extern const char *const verdict_words[],
    *const evidence_words[], *const shortfall_words[], *const outcome_words[],
                                                           *const item_words[], *const tick_words[];

struct evaluation_reader {
    struct evaluation *evaluation;
    const struct instrument *instrument; /* NULL: not known, reading ends */
    struct instrument_source *from;
    struct diagnostics *diagnostics; /* for the instrument's */
    GError **error;
    struct unplaced *unplaced;
    struct grammar grammar;
    struct arena *arena;      /* keeps the evaluation */
    struct arena *scratch;    /* lives as long as an institution is open */
    GHashTable *codes;        /* code of an institution, in small letters: its index */
    GHashTable *regions;      /* the same of regions */
    GHashTable *signed_kinds; /* of document */
    GArray *links;            /* struct institution_link, one for each institution */
    size_t institution_room, region_room, signatory_room, citation_room, history_room;
    size_t quote_room, correction_room, period_room;
    size_t issuer_element; /* 0: there is none */
    struct open_institution institution;
    struct open_indicator indicator;
    struct open_session session;
    struct open_team team;
    struct published *published; /* that is open or was last */
    GString *prose;              /* of the open element */
    GArray *quote_links;         /* struct institution_link, one for each quote */
    GArray *unit_links;          /* struct unit_link, of all sessions */
};

/* Begins and ends a text; returns it in one line, or NULL where it is empty. */
void prose_begin(struct evaluation_reader *reader, const struct tag *tag);
const char *prose_end(struct evaluation_reader *reader);

/* Forgets the items of the indicator that was open; reads what the tag of the next one says
 * beside its level. */
void items_begin(struct evaluation_reader *reader, const struct tag *tag);
/* Returns the final level, with the items and what is pending; FINAL is that of the stages. */
int32_t items_settle(struct evaluation_reader *reader, int32_t final);
/* True where there is something to keep beside scores and evidence. */
bool items_told(const struct evaluation_reader *reader);

/* Keeps what was recorded of the open institution. */
void records_end(struct evaluation_reader *reader);

/* Resolves regions, parents and units once all institutions are there. */
void links_resolve(struct evaluation_reader *reader);
void units_resolve(struct evaluation_reader *reader);

/* Reads an evaluation from an open input: evaluation_read() without the file. */
struct evaluation *evaluation_read_input(struct input *input, struct instrument_source *from,
                                         struct diagnostics *diagnostics, struct arena *arena,
                                         GError **error);

#endif
