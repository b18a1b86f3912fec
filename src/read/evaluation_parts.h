/* evaluation_parts.h - the steps of reading an evaluation, for read/evaluation*.c. */
#ifndef READ_EVALUATION_PARTS_H
#define READ_EVALUATION_PARTS_H

#include "grammar.h"
#include "input.h"

#include "rapor/evaluation.h"

enum tag {
    TAG_NONE, /* nothing to do but to hold it against the table */
    TAG_EVALUATION,
    TAG_ISSUER,
    TAG_DECREE,
    TAG_SIGNATORY,
    TAG_LETTER,
    TAG_REGION,
    TAG_INSTITUTION,
    TAG_SESSION,
    TAG_INDICATOR,
    TAG_SCORE,
    TAG_PUBLISHED,
    TAG_PUBLISHED_AVERAGE,
    TAG_PUBLISHED_DOMAIN,
    TAG_PUBLISHED_ASPECT,
    TAG_HISTORY,
};

extern const struct element_rule evaluation_grammar;

/* What one stage gave for the indicator that is open. */
struct score {
    size_t element; /* 0: nothing */
    int32_t level;
    bool valid; /* the verdict is that the level before stands */
};

/* The indicator that is open. */
struct answer {
    size_t indicator; /* NONE: not one of the instrument's, all in it is passed over */
    const char *no;
    bool short_form, scored;
    bool bad; /* a fault is noted already */
    int32_t level;
};

/* What an institution names and may stand further down. */
struct link {
    size_t element;
    const char *region;
};

struct reader {
    struct evaluation *evaluation;
    const struct instrument *instrument; /* NULL: not known, reading ends */
    struct instrument_source *from;
    struct diagnostics *diagnostics; /* for the instrument's */
    GError **error;
    struct faults *faults;
    struct grammar grammar;
    struct arena *arena;      /* keeps the evaluation */
    struct arena *scratch;    /* lives as long as an institution is open */
    GHashTable *codes;        /* code of an institution, in small letters: its index */
    GHashTable *regions;      /* the same of regions */
    GHashTable *signed_kinds; /* of document */
    GArray *links;            /* struct link, one for each institution */
    size_t institution_room, region_room, signatory_room, history_room;
    bool *given;                       /* by indicator: the open institution has it */
    size_t given_count, faults_before; /* faults before the open institution */
    struct published *published;       /* that is open or was last */
    struct answer answer;
    struct score *scores; /* of the open indicator, one for each stage */
};

/* What to do where an element begins or ends; NODE has passed the grammar or
 * its faults are noted. */
void evaluation_begin(struct reader *reader, const xmlNode *node);
void issuer_begin(struct reader *reader, const xmlNode *node);
void decree_begin(struct reader *reader, const xmlNode *node);
void signatory_begin(struct reader *reader, const xmlNode *node);
void letter_begin(struct reader *reader, const xmlNode *node);
void region_begin(struct reader *reader, const xmlNode *node);
void institution_begin(struct reader *reader, const xmlNode *node);
void institution_end(struct reader *reader);
void session_begin(struct reader *reader, const xmlNode *node);
void indicator_begin(struct reader *reader, const xmlNode *node);
void indicator_end(struct reader *reader);
void score_begin(struct reader *reader, const xmlNode *node);
void published_begin(struct reader *reader, const xmlNode *node);
void average_begin(struct reader *reader, const xmlNode *node);
void published_part_begin(struct reader *reader, const xmlNode *node, bool domain);
void history_begin(struct reader *reader, const xmlNode *node);

/* Resolves regions and parents once all institutions are there. */
void links_resolve(struct reader *reader);

/* The institution that is open. */
struct institution *reader_institution(const struct reader *reader);

/* Returns the attribute for the moment, or kept with the evaluation; or NULL. */
const char *reader_peek(struct reader *reader, const xmlNode *node, const char *attribute);
const char *reader_keep(struct reader *reader, const xmlNode *node, const char *attribute);

/* Notes that WORD in the attribute is not one of COUNT names, and suggests one. */
void reader_unknown(struct reader *reader, const char *attribute, const char *word,
                    const char *const *names);

/* Returns the stage the node names, or NONE and notes it. */
size_t reader_stage(struct reader *reader, const xmlNode *node);

/* The same of the group. */
size_t reader_group(struct reader *reader, const xmlNode *node);

/* Returns the figures that NODE gives, with no parts as yet. */
struct published *published_read(struct reader *reader, const xmlNode *node);

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
