/* kit_facts.h - what the page of the press kit says of all institutions together, so that it need
 * not hold them. */
#ifndef PRESS_KIT_FACTS_H
#define PRESS_KIT_FACTS_H

#include "rapor/assess/standing.h"

#include <glib.h>
#include <libxml/tree.h>

/* Returns the numbers of those who have the highest printed index of their group, in the order of
 * the evaluation: size_t. */
GArray *kit_leading(const struct standings *standings);

/* Adds the element institutions: how many reached their target, how many wait for the index of
 * another body, for which, and with which indicators. */
xmlNode *kit_count(xmlNode *root, const struct standings *standings);

#endif
