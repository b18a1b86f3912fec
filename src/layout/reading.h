/* reading.h - what an attribute says is being turned into a value. */
#ifndef LAYOUT_READING_H
#define LAYOUT_READING_H

#include "reader.h"

struct attribute_reading {
    struct layout_reader *reader;
    const struct layout_spot *spot;
    const struct attribute_rule *rule;
    const struct layout_scope *scope;
};

/* Reports that TEXT is no WHAT. */
void refuse(const struct attribute_reading *reading, const char *text, const char *what,
            const char *hint);

/* Lengths, sizes and counts; 0 and a diagnostic where it is none. */
double read_length(const struct attribute_reading *reading, const char *text);
struct value read_pair(const struct attribute_reading *reading, const char *text);
struct value read_paper(const struct attribute_reading *reading, const char *text);
struct value read_width(const struct attribute_reading *reading, const char *text);
size_t read_count(const struct attribute_reading *reading, const char *text);

#endif
