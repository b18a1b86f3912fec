#include "parts.h"

static const char *const yes_no[] = {"yes", "no", NULL};
static const char *const grade_bases[] = {"printed", "exact", NULL};
static const char *const seats[] = {"center", "region", "parent", NULL};
static const char *const withins[] = {"all", "group", "region", "parent", NULL};
static const char *const award_measures[] = {"index", "gain", NULL};
static const char *const pers[] = {"nation", "region", "parent", "institution", NULL};
static const char *const bases[] = {"read", "guessed", NULL};
static const char *const onlys[] = {"only", NULL};
static const char *const askeds[] = {"only", "dispatch", NULL};

static const struct xml_attribute_rule regulation_attributes[] = {
    {"short", VALUE_TEXT, true, NULL},
    {"name", VALUE_TEXT, true, NULL},
    {"gazette", VALUE_TEXT, false, NULL},
    {"for", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule regulation = {
    .name = "regulation", .attributes = regulation_attributes, .needed = true};

static const struct xml_attribute_rule levels_attributes[] = {
    {"min", VALUE_WHOLE, true, NULL},
    {"max", VALUE_WHOLE, true, NULL},
    {"decimals", VALUE_WHOLE, false, NULL},
    {"pending", VALUE_DECIMAL, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule levels = {
    .name = "levels", .attributes = levels_attributes, .once = true, .needed = true};

static const struct xml_attribute_rule call_attributes[] = {
    {"word", VALUE_TEXT, true, NULL}, {"as", VALUE_TEXT, true, NULL}, {.name = NULL}};
static const struct xml_element_rule call = {.name = "call", .attributes = call_attributes};

static const struct xml_attribute_rule rung_attributes[] = {
    {"no", VALUE_WHOLE, true, NULL}, {"to", VALUE_DECIMAL, true, NULL}, {.name = NULL}};
static const struct xml_element_rule rung = {
    .name = "rung", .attributes = rung_attributes, .needed = true};
static const struct xml_element_rule *const ladder_children[] = {&rung, NULL};
static const struct xml_attribute_rule ladder_attributes[] = {{"from", VALUE_DECIMAL, true, NULL},
                                                              {.name = NULL}};
static const struct xml_element_rule ladder = {
    .name = "ladder",
    .attributes = ladder_attributes,
    .children = ladder_children,
    .once = true,
};

static const struct xml_attribute_rule group_attributes[] = {
    {"id", VALUE_CODE, true, NULL},         {"name", VALUE_TEXT, true, NULL},
    {"seat", VALUE_WORD, true, seats},      {"salutation", VALUE_TEXT, false, NULL},
    {"signed-by", VALUE_TEXT, false, NULL}, {"english", VALUE_TEXT, false, NULL},
    {"target", VALUE_DECIMAL, false, NULL}, {.name = NULL},
};
static const struct xml_element_rule group = {
    .name = "group", .attributes = group_attributes, .needed = true};
static const struct xml_element_rule *const groups_children[] = {&group, NULL};
static const struct xml_element_rule groups = {
    .name = "groups", .children = groups_children, .once = true, .needed = true};

static const struct xml_attribute_rule scope_attributes[] = {
    {"id", VALUE_CODE, true, NULL},         {"name", VALUE_TEXT, true, NULL},
    {"short", VALUE_TEXT, false, NULL},     {"groups", VALUE_TEXT, false, NULL},
    {"within", VALUE_WORD, false, withins}, {.name = NULL},
};
static const struct xml_element_rule scope = {
    .name = "scope", .attributes = scope_attributes, .needed = true};
static const struct xml_element_rule *const scopes_children[] = {&scope, NULL};
static const struct xml_element_rule scopes = {
    .name = "scopes", .children = scopes_children, .once = true, .needed = true};

static const struct xml_attribute_rule award_attributes[] = {
    {"id", VALUE_CODE, true, NULL},         {"name", VALUE_TEXT, true, NULL},
    {"english", VALUE_TEXT, false, NULL},   {"groups", VALUE_TEXT, false, NULL},
    {"within", VALUE_WORD, false, withins}, {"by", VALUE_WORD, false, award_measures},
    {"places", VALUE_WHOLE, false, NULL},   {"least", VALUE_WHOLE, false, NULL},
    {"from", VALUE_DECIMAL, false, NULL},   {.name = NULL},
};
static const struct xml_element_rule award = {
    .name = "award", .attributes = award_attributes, .needed = true};
static const struct xml_element_rule *const awards_children[] = {&award, NULL};
static const struct xml_attribute_rule awards_attributes[] = {{"name", VALUE_TEXT, true, NULL},
                                                              {"english", VALUE_TEXT, false, NULL},
                                                              {"for", VALUE_TEXT, false, NULL},
                                                              {.name = NULL}};
static const struct xml_element_rule awards = {
    .name = "awards",
    .attributes = awards_attributes,
    .children = awards_children,
    .once = true,
};

static const struct xml_attribute_rule stage_attributes[] = {
    {"id", VALUE_CODE, true, NULL},
    {"name", VALUE_TEXT, true, NULL},
    {"counts", VALUE_WORD, false, yes_no},
    {"evidence-days", VALUE_WHOLE, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule stage = {
    .name = "stage", .attributes = stage_attributes, .needed = true};
static const struct xml_element_rule *const stages_children[] = {&stage, NULL};
static const struct xml_element_rule stages = {
    .name = "stages", .children = stages_children, .once = true, .needed = true};

static const struct xml_attribute_rule level_attributes[] = {
    {"value", VALUE_DECIMAL, true, NULL},
    {"name", VALUE_TEXT, true, NULL},
    {"also", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule level = {
    .name = "level", .attributes = level_attributes, .text = true, .needed = true};
static const struct xml_element_rule *const capability_children[] = {&level, NULL};
static const struct xml_attribute_rule capability_attributes[] = {
    {"id", VALUE_CODE, true, NULL},
    {"name", VALUE_TEXT, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule capability = {
    .name = "capability",
    .attributes = capability_attributes,
    .children = capability_children,
};

static const struct xml_attribute_rule grade_attributes[] = {
    {"name", VALUE_TEXT, true, NULL},
    {"also", VALUE_TEXT, false, NULL},
    {"english", VALUE_TEXT, false, NULL},
    {"from", VALUE_DECIMAL, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule grade = {
    .name = "grade", .attributes = grade_attributes, .needed = true};
static const struct xml_element_rule *const grades_children[] = {&grade, NULL};
static const struct xml_element_rule grades = {
    .name = "grades", .children = grades_children, .once = true, .needed = true};

static const struct xml_attribute_rule step_attributes[] = {
    {"to", VALUE_DECIMAL, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule step = {
    .name = "step", .attributes = step_attributes, .text = true};

static const struct xml_attribute_rule item_attributes[] = {
    {"code", VALUE_CODE, true, NULL},
    {"rung", VALUE_WHOLE, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule item = {
    .name = "item", .attributes = item_attributes, .text = true};

static const struct xml_attribute_rule indicator_attributes[] = {
    {"no", VALUE_CODE, true, NULL},          {"name", VALUE_TEXT, true, NULL},
    {"short", VALUE_TEXT, false, NULL},      {"weight", VALUE_WEIGHT, true, NULL},
    {"capability", VALUE_CODE, false, NULL}, {"english", VALUE_TEXT, false, NULL},
    {"source", VALUE_TEXT, false, NULL},     {.name = NULL},
};
static const struct xml_element_rule *const indicator_children[] = {&step, &item, NULL};
static const struct xml_element_rule indicator = {
    .name = "indicator",
    .attributes = indicator_attributes,
    .children = indicator_children,
    .needed = true,
};

static const struct xml_attribute_rule part_attributes[] = {
    {"no", VALUE_CODE, true, NULL},       {"name", VALUE_TEXT, true, NULL},
    {"short", VALUE_TEXT, false, NULL},   {"weight", VALUE_WEIGHT, true, NULL},
    {"english", VALUE_TEXT, false, NULL}, {.name = NULL},
};
static const struct xml_element_rule *const aspect_children[] = {&indicator, NULL};
static const struct xml_element_rule aspect = {
    .name = "aspect",
    .attributes = part_attributes,
    .children = aspect_children,
};
static const struct xml_element_rule *const domain_children[] = {&aspect, NULL};
static const struct xml_element_rule domain = {
    .name = "domain", .attributes = part_attributes, .children = domain_children};

static const struct xml_attribute_rule document_attributes[] = {
    {"kind", VALUE_CODE, true, NULL},       {"per", VALUE_WORD, true, pers},
    {"layout", VALUE_TEXT, true, NULL},     {"file", VALUE_FILE, true, NULL},
    {"folder", VALUE_CODE, false, NULL},    {"also", VALUE_TEXT, false, NULL},
    {"assessed", VALUE_WORD, false, onlys}, {"sessions", VALUE_WORD, false, onlys},
    {"asked", VALUE_WORD, false, askeds},   {.name = NULL},
};
static const struct xml_element_rule document = {.name = "document",
                                                 .attributes = document_attributes};
static const struct xml_element_rule *const documents_children[] = {&document, NULL};
static const struct xml_element_rule documents = {
    .name = "documents", .children = documents_children, .once = true};

static const struct xml_attribute_rule pair_attributes[] = {
    {"no", VALUE_CODE, true, NULL},
    {"before", VALUE_CODE, true, NULL},
    {"basis", VALUE_WORD, true, bases},
    {.name = NULL},
};
static const struct xml_element_rule pair = {
    .name = "pair", .attributes = pair_attributes, .needed = true};
static const struct xml_attribute_rule crosswalk_attributes[] = {
    {"instrument", VALUE_CODE, true, NULL},
    {"short", VALUE_TEXT, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule *const crosswalk_children[] = {&pair, NULL};
static const struct xml_element_rule crosswalk = {
    .name = "crosswalk",
    .attributes = crosswalk_attributes,
    .children = crosswalk_children,
};

static const struct xml_attribute_rule instrument_attributes[] = {
    {"id", VALUE_CODE, true, NULL},
    {"name", VALUE_TEXT, true, NULL},
    {"title", VALUE_TEXT, true, NULL},
    {"english", VALUE_TEXT, false, NULL},
    {"year", VALUE_YEAR, true, NULL},
    {"index-name", VALUE_TEXT, true, NULL},
    {"grade-by", VALUE_WORD, false, grade_bases},
    {"target", VALUE_DECIMAL, true, NULL},
    {"target-level", VALUE_DECIMAL, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule *const instrument_children[] = {
    &regulation, &call,   &levels, &ladder, &groups,    &scopes,    &stages, &capability,
    &grades,     &domain, &aspect, &awards, &documents, &crosswalk, NULL,
};
const struct xml_element_rule instrument_grammar = {
    .name = "instrument",
    .attributes = instrument_attributes,
    .children = instrument_children,
};
