/* attributes.h - the attributes of each element, as numbers into its values. */
#ifndef RAPOR_LAYOUT_ATTRIBUTES_H
#define RAPOR_LAYOUT_ATTRIBUTES_H

#include "rapor/layout/block_attributes.h"
#include "rapor/layout/chart_attributes.h"
#include "rapor/layout/definition_attributes.h"

#endif
