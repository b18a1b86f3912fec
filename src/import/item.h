/* item.h - what sheets hold, as elements of evaluation.xml that know their cells. */
#ifndef IMPORT_ITEM_H
#define IMPORT_ITEM_H

#include "desk.h"

struct sheet_head;

/* An attribute; the text (name is "."); or the text of a child (">fact"). */
struct field {
    const char *name, *value;
    struct import_origin origin;
};

struct import_item {
    const char *element;
    size_t number; /* among its like, from 1, as a sheet told; 0: it did not */
    struct import_origin origin;
    struct field *fields;
    size_t field_count, field_room;
    struct import_item **children;
    size_t child_count, child_room;
    GHashTable *by_key;            /* of the root: institutions by code; else NULL */
    const struct sheet_head *head; /* of an institution: the table that first had it, or NULL */
    size_t row;                    /* in that table */
};

/* Returns the attribute that tells elements of that name apart: "code"; NULL where
 * their number does, "" where there is only one. */
const char *item_key(const char *element);

/* Returns a new child; the one whose key is KEY, made on first use; the one with that
 * number, made on first use; or NULL where there is none. */
struct import_item *item_add(struct desk *desk, struct import_item *parent, const char *element,
                             struct import_origin origin);
struct import_item *item_keyed(struct desk *desk, struct import_item *parent, const char *element,
                               const char *key, struct import_origin origin);
struct import_item *item_numbered(struct desk *desk, struct import_item *parent,
                                  const char *element, size_t number, struct import_origin origin);
struct import_item *item_find(const struct import_item *parent, const char *element,
                              const char *key);

/* Sets a field.  Where it has another value already, both cells are told of. */
void item_set(struct desk *desk, struct import_item *item, const char *name, const char *value,
              struct import_origin origin);
void item_unset(struct import_item *item, const char *name);

/* Returns the field, or NULL; its value, or NULL. */
const struct field *item_field(const struct import_item *item, const char *name);
const char *item_value(const struct import_item *item, const char *name);

#endif
