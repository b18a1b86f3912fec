/* value.h - what a cell says, in the words of evaluation.xml. */
#ifndef IMPORT_VALUE_H
#define IMPORT_VALUE_H

#include "desk.h"
#include "table/ledger.h"

/* Returns the value of the cell, which is not empty, or NULL where it has none or it
 * was told what is wrong with it.  NAME is what the column is called, for messages;
 * WORDS those of a column that has some. */
const char *value_of_cell(struct desk *desk, struct import_origin origin,
                          enum ledger_content content, const struct ledger_word *words,
                          const char *name);

/* The same of contents that are one of several words: of the column, groups, grades,
 * stages, indicators. */
const char *word_of_cell(struct desk *desk, struct import_origin origin,
                         enum ledger_content content, const struct ledger_word *words,
                         const char *name);

/* Returns the level of the INDICATOR that the cell gives, as a decimal or, where items make
 * it finer, a fraction; or NULL.  And such a level in hundredths, halves up. */
const char *level_of_cell(struct desk *desk, struct import_origin origin, size_t indicator);
int64_t level_hundredths(const char *level);

/* Returns the index of the indicator that TEXT names by number or name, or NONE; *NEAR
 * is set where the name is only nearly it. */
size_t indicator_called(const struct desk *desk, const char *text, bool *near);

/* Returns the index of the stage, or NONE. */
size_t stage_called(const struct desk *desk, const char *text);

/* Returns "2021-12-31" of a day as people write it, or NULL; *OTHER is set where it
 * could also be read as that. */
const char *date_of_text(const char *text, const char **other, struct arena *arena);

#endif
