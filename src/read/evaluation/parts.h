/* parts.h - the steps of reading an evaluation, for read/evaluation*.c. */
#ifndef READ_EVALUATION_PARTS_H
#define READ_EVALUATION_PARTS_H

#include "../grammar.h"
#include "../input.h"

#include "rapor/read/evaluation.h"

enum {
    TAG_NONE, /* nothing to do but to hold it against the table */
    TAG_EVALUATION,
    TAG_ISSUER,
    TAG_DECREE,
    TAG_SIGNATORY,
    TAG_LETTER,
    TAG_BASIS,
    TAG_REGION,
    TAG_INSTITUTION,
    TAG_SESSION,
    TAG_DAY,
    TAG_UNIT,
    TAG_ASSESSOR,
    TAG_PARTICIPANT,
    TAG_AGENDA,
    TAG_AGREED,
    TAG_INDICATOR,
    TAG_SCORE,
    TAG_FACT,
    TAG_ANALYSIS,
    TAG_REASON,
    TAG_EVIDENCE,
    TAG_APPLICATION,
    TAG_SHORTFALL,
    TAG_PUBLISHED,
    TAG_PUBLISHED_AVERAGE,
    TAG_PUBLISHED_DOMAIN,
    TAG_PUBLISHED_ASPECT,
    TAG_HISTORY,
};

extern const struct xml_element_rule evaluation_grammar;

extern const char *const verdict_words[], *const evidence_words[], *const shortfall_words[];

/* What one stage gave for the indicator that is open. */
struct reader_entry {
    size_t element; /* 0: nothing */
    struct score score;
};

/* The indicator that is open. */
struct question {
    size_t indicator; /* NONE: not one of the instrument's, all in it is passed over */
    const char *no;
    bool short_form, scored;
    bool bad; /* an error is noted already */
    int32_t level;
};

/* What an institution names and may stand further down. */
struct institution_link {
    size_t element;
    const char *region;
};

/* A unit that a day of a session names. */
struct unit_link {
    size_t element;
    const char *code;
    size_t *unit; /* where its number goes */
};

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
    size_t issuer_element;             /* 0: there is none */
    bool *given;                       /* by indicator: the open institution has it */
    size_t given_count, errors_before; /* errors before the open institution */
    struct published *published;       /* that is open or was last */
    size_t due;                        /* the indicator behind the last */
    struct question question;
    struct reader_entry *entries;                 /* of the open indicator, one for each stage */
    struct score *score;                          /* the open one, or NULL */
    GString *prose;                               /* of the open element */
    GArray *evidence;                             /* of the open indicator */
    GArray *meetings, *applications, *shortfalls; /* of the open institution */
    struct meeting meeting;                       /* the open one; and its lists: */
    GArray *days, *assessors, *participants, *agenda, *agreed;
    GArray *units;      /* struct unit_link, of the open day */
    GArray *unit_links; /* the same of all */
};

/* What to do where an element begins or ends; TAG has passed the grammar or
 * what is wrong with it is noted. */
void evaluation_begin(struct evaluation_reader *reader, const struct tag *tag);
void issuer_begin(struct evaluation_reader *reader, const struct tag *tag);
void decree_begin(struct evaluation_reader *reader, const struct tag *tag);
void signatory_begin(struct evaluation_reader *reader, const struct tag *tag);
void letter_begin(struct evaluation_reader *reader, const struct tag *tag);
void basis_begin(struct evaluation_reader *reader, const struct tag *tag);
void region_begin(struct evaluation_reader *reader, const struct tag *tag);
void institution_begin(struct evaluation_reader *reader, const struct tag *tag);
void institution_end(struct evaluation_reader *reader);
void session_begin(struct evaluation_reader *reader, const struct tag *tag);
void session_end(struct evaluation_reader *reader);
void day_begin(struct evaluation_reader *reader, const struct tag *tag);
void day_end(struct evaluation_reader *reader);
void unit_begin(struct evaluation_reader *reader, const struct tag *tag);
void assessor_begin(struct evaluation_reader *reader, const struct tag *tag);
void participant_begin(struct evaluation_reader *reader, const struct tag *tag);
void agenda_end(struct evaluation_reader *reader);
void agreed_begin(struct evaluation_reader *reader, const struct tag *tag);
void agreed_end(struct evaluation_reader *reader);
void indicator_begin(struct evaluation_reader *reader, const struct tag *tag);
void indicator_end(struct evaluation_reader *reader);
void score_begin(struct evaluation_reader *reader, const struct tag *tag);
void fact_end(struct evaluation_reader *reader);
void analysis_end(struct evaluation_reader *reader);
void reason_end(struct evaluation_reader *reader);
void evidence_begin(struct evaluation_reader *reader, const struct tag *tag);
void application_begin(struct evaluation_reader *reader, const struct tag *tag);
void shortfall_begin(struct evaluation_reader *reader, const struct tag *tag);
void shortfall_end(struct evaluation_reader *reader);
void published_begin(struct evaluation_reader *reader, const struct tag *tag);
void average_begin(struct evaluation_reader *reader, const struct tag *tag);
void published_domain_begin(struct evaluation_reader *reader, const struct tag *tag);
void published_aspect_begin(struct evaluation_reader *reader, const struct tag *tag);
void history_begin(struct evaluation_reader *reader, const struct tag *tag);

/* Begins and ends a text; returns it in one line, or NULL where it is empty. */
void prose_begin(struct evaluation_reader *reader, const struct tag *tag);
const char *prose_end(struct evaluation_reader *reader);

/* Keeps what was recorded of the open institution. */
void records_end(struct evaluation_reader *reader);

/* Resolves regions, parents and units once all institutions are there. */
void links_resolve(struct evaluation_reader *reader);
void units_resolve(struct evaluation_reader *reader);

/* The records of the institution that is open, made on first use. */
struct records *reader_records(struct evaluation_reader *reader);

/* Returns a copy of the list that is kept with the evaluation; NULL if empty. */
void *reader_list(struct evaluation_reader *reader, const GArray *list);

/* Returns the index of WORD, or NONE.  The words end with NULL. */
size_t word_index(const char *const *words, const char *word);

/* The institution that is open. */
struct institution *reader_institution(const struct evaluation_reader *reader);

/* Returns the attribute, kept with the evaluation, or NULL. */
const char *reader_keep(struct evaluation_reader *reader, const struct tag *tag,
                        const char *attribute);

/* Returns TEXT in Unicode's form NFC, kept with the evaluation. */
const char *reader_composed(struct evaluation_reader *reader, const char *text);

/* Notes that WORD in the attribute is not one of COUNT names, and suggests one. */
void reader_unknown(struct evaluation_reader *reader, const char *attribute, const char *word,
                    const char *const *names);

/* Returns the stage that TAG names, or NONE and notes it. */
size_t reader_stage(struct evaluation_reader *reader, const struct tag *tag);

/* The same of the group. */
size_t reader_group(struct evaluation_reader *reader, const struct tag *tag);

/* Returns the figures that TAG gives, with no parts as yet. */
struct published *published_read(struct evaluation_reader *reader, const struct tag *tag);

/* Enters CODE into TABLE under INDEX; false if it stands there, *FIRST its index. */
bool reader_register(GHashTable *table, const char *code, size_t index, size_t *first);

/* Returns the index under CODE, or NONE. */
size_t reader_find(GHashTable *table, const char *code);

/* Reads an evaluation from an open input: evaluation_read() without the file. */
struct evaluation *evaluation_read_input(struct input *input, struct instrument_source *from,
                                         struct diagnostics *diagnostics, struct arena *arena,
                                         GError **error);

/* The most bytes an evaluation may have. */
size_t evaluation_limit(void);

#endif
