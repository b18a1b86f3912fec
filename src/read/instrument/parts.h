/* parts.h - the steps of reading an instrument, for read/instrument*.c. */
#ifndef READ_INSTRUMENT_PARTS_H
#define READ_INSTRUMENT_PARTS_H

#include "../grammar.h"

#include "rapor/read/instrument.h"

extern const struct xml_element_rule instrument_grammar;

/* What is being read, while it is read. */
struct draft {
    struct instrument *instrument;
    struct arena *arena; /* of the instrument */
    struct unplaced *unplaced;
};

/* Each fills its part of the instrument from a tree that follows the grammar,
 * and notes what is wrong in itself. */
void draft_regulations(struct draft *draft, const xmlNode *root);
void draft_lists(struct draft *draft, const xmlNode *root);   /* groups, scopes, stages, ... */
void draft_parts(struct draft *draft, const xmlNode *root);   /* domains, aspects, indicators */
void draft_weights(struct draft *draft, const xmlNode *root); /* after the parts */
void draft_items(struct draft *draft, const xmlNode *root);   /* after the parts */
/* Levels, target, grades, steps; false where no levels are known that the rest could be held to. */
bool draft_levels(struct draft *draft, const xmlNode *root);
void draft_awards(struct draft *draft, const xmlNode *root); /* after the levels */
void draft_ladder(struct draft *draft, const xmlNode *root); /* after the range of levels */

void draft_crosswalks(struct draft *draft, const xmlNode *root); /* after the parts */

/* Returns how many steps a hundredth has so that every value that items can give is a whole
 * number of them; notes it where there are too many items for levels up to MAX. */
int64_t ladder_fineness(struct draft *draft, const xmlNode *root, int64_t max);

/* The groups and the peers of a scope or an award. */
uint64_t groups_of(struct draft *draft, const xmlNode *scope);
enum within within_of(const struct draft *draft, const xmlNode *node);

/* Reads an attribute that the grammar has found to be a whole number; 0 where it is not there. */
int64_t whole_of(const struct draft *draft, const xmlNode *node, const char *attribute);

/* Reads a level given as an attribute, in steps; notes it where it is none. */
int64_t level_of_attribute(struct draft *draft, const xmlNode *node, const char *attribute);

/* Notes a fault at the node or its attribute. */
struct read_spot node_spot(const xmlNode *node, const char *attribute);

/* Goes through the elements called NAME in PARENT, or in all of the tree below
 * it, in document order: give NULL first, then what was returned. */
const xmlNode *next_child(const xmlNode *parent, const xmlNode *before, const char *name);
const xmlNode *next_within(const xmlNode *parent, const xmlNode *before, const char *name);
size_t child_count(const xmlNode *parent, const char *name);
size_t within_count(const xmlNode *parent, const char *name);

/* Returns the attribute, kept in the instrument's arena, or NULL. */
const char *draft_text(const struct draft *draft, const xmlNode *node, const char *attribute);

/* Notes each of the elements NAME within PARENT whose attribute repeats one before. */
void draft_unique(struct draft *draft, const xmlNode *parent, const char *name,
                  const char *attribute);

#endif
