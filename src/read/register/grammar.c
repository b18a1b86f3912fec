#include "parts.h"

const char *const register_words[] = {"reserved", "issued", "replaced", "withdrawn", NULL};

static const char *const answers[] = {"yes", "no", NULL};

static const struct xml_attribute_rule block_attributes[] = {
    {"kind", VALUE_CODE, true, NULL},
    {"year", VALUE_YEAR, true, NULL},
    {"from", VALUE_WHOLE, false, NULL},
    {"to", VALUE_WHOLE, false, NULL},
    {"pattern", VALUE_TEXT, false, NULL},
    {"open", VALUE_WORD, false, answers},
    {.name = NULL},
};
static const struct xml_element_rule block = {
    .name = "block", .tag = REGISTER_BLOCK, .attributes = block_attributes};

static const struct xml_attribute_rule paper_attributes[] = {
    {"kind", VALUE_CODE, true, NULL},
    {"code", VALUE_CODE, false, NULL},
    {"year", VALUE_YEAR, true, NULL},
    {"edition", VALUE_WHOLE, true, NULL},
    {"state", VALUE_WORD, true, register_words},
    {"number", VALUE_TEXT, false, NULL},
    {"n", VALUE_WHOLE, false, NULL},
    {"date", VALUE_DATE, false, NULL},
    {"dated", VALUE_DATE, false, NULL},
    {"seal", VALUE_CODE, false, NULL},
    {"content", VALUE_TEXT, false, NULL},
    {"plain", VALUE_TEXT, false, NULL},
    {"file", VALUE_TEXT, false, NULL},
    {"name", VALUE_TEXT, false, NULL},
    {"signer", VALUE_TEXT, false, NULL},
    {"signed", VALUE_TEXT, false, NULL},
    {"reason", VALUE_TEXT, false, NULL},
    {"by", VALUE_TEXT, false, NULL},
    {"since", VALUE_DATE, false, NULL},
    {"delivered", VALUE_DATE, false, NULL},
    {"receiver", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule paper = {
    .name = "paper", .tag = REGISTER_PAPER, .attributes = paper_attributes};

static const struct xml_element_rule *const children[] = {&block, &paper, NULL};
const struct xml_element_rule register_grammar = {
    .name = "register", .tag = REGISTER_ROOT, .children = children};
