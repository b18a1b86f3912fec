/* value.h - what may stand in an attribute. */
#ifndef READ_VALUE_H
#define READ_VALUE_H

#include "diagnose.h"

#include <stdint.h>

#define VALUE_LETTERS 10000 /* of an attribute */

enum xml_value {
    VALUE_TEXT,    /* anything that can be seen */
    VALUE_CODE,    /* letters, digits, '.' and '-', at most 40: becomes part of a file name */
    VALUE_WORD,    /* one of a list */
    VALUE_DATE,    /* 2021-12-31 */
    VALUE_YEAR,    /* 2021 */
    VALUE_DECIMAL, /* 3.34 */
    VALUE_WEIGHT,  /* 1.3 or 20/6 */
    VALUE_WHOLE,   /* 0, 1, 2 ... */
    VALUE_FILE,    /* name of a file, without folder */
    VALUE_URL,     /* http:// or https:// */
};

struct xml_attribute_rule {
    const char *name;
    enum xml_value value;
    bool required;
    const char *const *words; /* of VALUE_WORD, ended by NULL */
};

/* Notes what is wrong with TEXT as the value of the attribute at SPOT; true if
 * nothing is. */
bool value_check(struct unplaced *unplaced, struct read_spot spot,
                 const struct xml_attribute_rule *rule, const char *text);

/* Notes the first character of TEXT that cannot be seen; LAYOUT allows tabs and
 * line ends.  WHAT names the text in the message. */
bool value_check_visible(struct unplaced *unplaced, struct read_spot spot, const char *what,
                         const char *text, bool layout);

/* Reads TEXT as a decimal of at most DECIMALS digits after the point, times ten
 * to the DECIMALS; false if it is none or too long. */
bool value_decimal(const char *text, int decimals, int64_t *scaled);

/* Reads "1.3" or "20/6" as a fraction; false if it is none or too long. */
bool value_fraction(const char *text, int64_t *numerator, int64_t *denominator);

/* Returns "one, two or three" or, where a word is close to TEXT, "did you mean ...?".
 * The words end with NULL; the caller frees. */
char *value_suggestion(const char *text, const char *const *words);

#endif
