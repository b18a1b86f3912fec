/* kept.h - what is kept of an element: attributes, texts, lists, codes. */
#ifndef READ_EVALUATION_KEPT_H
#define READ_EVALUATION_KEPT_H

#include "reader.h"

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

/* Returns the TEXT of level= in steps; LEVEL_NONE where there is none or it is noted as wrong. */
int32_t reader_level(struct evaluation_reader *reader, const char *text);

/* Notes that the instrument has no indicator NO. */
void reader_no_indicator(struct evaluation_reader *reader, const char *no);

/* The same of the group. */
size_t reader_group(struct evaluation_reader *reader, const struct tag *tag);

/* Returns the figures that TAG gives, with no parts as yet. */
struct published *published_read(struct evaluation_reader *reader, const struct tag *tag);

/* Enters CODE into TABLE under INDEX; false if it stands there, *FIRST its index. */
bool reader_register(GHashTable *table, const char *code, size_t index, size_t *first);

/* Returns the index under CODE, or NONE. */
size_t reader_find(GHashTable *table, const char *code);

#endif
