/* wanted.h - conditions that hold an attribute against what is the same for all nodes. */
#ifndef LAYOUT_EXPRESSION_WANTED_H
#define LAYOUT_EXPRESSION_WANTED_H

#include "rapor/layout/evaluate.h"

#include <string.h>

/* What a condition asks of an attribute, where it asks nothing else. */
enum wanted_kind {
    WANTED_OTHERWISE, /* it does */
    WANTED_NOTHING,   /* nothing fits */
    WANTED_ANY,       /* it is there */
    WANTED_TEXT,
    WANTED_NUMBER,
};

struct wanted {
    enum wanted_kind kind;
    enum term_kind relation;
    GQuark name;
    const char *text;
    double number;
};

/* What the condition asks of every node alike. */
struct wanted wanted_by(struct evaluator *evaluator, const struct term *condition);
bool number_fits(const struct wanted *wanted, const char *text);

static inline bool texts_relate(const char *left, const char *right, enum term_kind relation)
{
    const bool equal = *left == *right && strcmp(left, right) == 0;
    return equal == (relation == TERM_EQUAL);
}

/* ATTRIBUTE: or NULL. */
static inline bool fits(const struct wanted *wanted, const struct view_attribute *attribute)
{
    if (!attribute || wanted->kind == WANTED_NOTHING)
        return false;
    if (wanted->kind == WANTED_TEXT)
        return texts_relate(attribute->text, wanted->text, wanted->relation);
    return wanted->kind == WANTED_ANY || number_fits(wanted, attribute->text);
}

#endif
