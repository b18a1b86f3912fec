/* Elements of what was done with institutions: the team, sessions, objections, awards. */
#include "elements.h"
#include "kept.h"

static const char *const roles[] = {"lead", "member", NULL};

static const struct xml_attribute_rule assessor_attributes[] = {
    {"role", VALUE_WORD, false, roles},
    {"name", VALUE_TEXT, true, NULL},
    {"affiliation", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule assessor = {
    .name = "assessor", .tag = TAG_ASSESSOR, .attributes = assessor_attributes};
static const struct xml_attribute_rule participant_attributes[] = {
    {"name", VALUE_TEXT, true, NULL},
    {"office", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule participant = {
    .name = "participant", .tag = TAG_PARTICIPANT, .attributes = participant_attributes};

static const struct xml_attribute_rule unit_attributes[] = {
    {"code", VALUE_CODE, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule unit = {
    .name = "unit", .tag = TAG_UNIT, .attributes = unit_attributes};
static const struct xml_attribute_rule day_attributes[] = {
    {"date", VALUE_DATE, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule *const day_children[] = {&unit, NULL};
static const struct xml_element_rule day = {
    .name = "day", .tag = TAG_DAY, .attributes = day_attributes, .children = day_children};

static const struct xml_element_rule agenda = {.name = "agenda", .tag = TAG_AGENDA, .text = true};
static const struct xml_attribute_rule agreed_attributes[] = {
    {"by", VALUE_TEXT, false, NULL},
    {"until", VALUE_DATE, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule agreed = {
    .name = "agreed", .tag = TAG_AGREED, .attributes = agreed_attributes, .text = true};

static const struct xml_attribute_rule session_attributes[] = {
    {"stage", VALUE_CODE, true, NULL},           {"number", VALUE_TEXT, false, NULL},
    {"date", VALUE_DATE, false, NULL},           {"hour", VALUE_TEXT, false, NULL},
    {"mode", VALUE_TEXT, false, NULL},           {"place", VALUE_TEXT, false, NULL},
    {"assignment", VALUE_TEXT, false, NULL},     {"assigned", VALUE_DATE, false, NULL},
    {"evidence-until", VALUE_DATE, false, NULL}, {.name = NULL},
};
static const struct xml_element_rule *const session_children[] = {&day,    &assessor, &participant,
                                                                  &agenda, &agreed,   NULL};
const struct xml_element_rule session_rule = {
    .name = "session",
    .tag = TAG_SESSION,
    .attributes = session_attributes,
    .children = session_children,
};

static const struct xml_attribute_rule appointee_attributes[] = {
    {"role", VALUE_TEXT, true, NULL},
    {"name", VALUE_TEXT, true, NULL},
    {"office", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule appointee = {
    .name = "appointee", .tag = TAG_APPOINTEE, .attributes = appointee_attributes, .needed = true};
static const struct xml_element_rule duty = {.name = "duty", .tag = TAG_DUTY, .text = true};

static const struct xml_attribute_rule team_attributes[] = {
    {"number", VALUE_TEXT, false, NULL}, {"year", VALUE_YEAR, false, NULL},
    {"date", VALUE_DATE, false, NULL},   {"place", VALUE_TEXT, false, NULL},
    {"from", VALUE_DATE, false, NULL},   {"until", VALUE_DATE, false, NULL},
    {"costs", VALUE_TEXT, false, NULL},  {.name = NULL},
};
static const struct xml_element_rule *const team_children[] = {&appointee, &duty, NULL};
const struct xml_element_rule team_rule = {
    .name = "team",
    .tag = TAG_TEAM,
    .attributes = team_attributes,
    .children = team_children,
    .once = true,
};

static const struct xml_element_rule ground = {
    .name = "ground", .tag = TAG_GROUND, .text = true, .once = true};
static const struct xml_element_rule reply = {
    .name = "reply", .tag = TAG_REPLY, .text = true, .once = true};
static const struct xml_attribute_rule claim_attributes[] = {
    {"no", VALUE_TEXT, true, NULL},
    {"level", VALUE_TEXT, true, NULL}, /* the instrument says which */
    {"outcome", VALUE_WORD, false, outcome_words},
    {.name = NULL},
};
static const struct xml_element_rule *const claim_children[] = {&ground, &reply, NULL};
static const struct xml_element_rule claim = {
    .name = "claim",
    .tag = TAG_CLAIM,
    .attributes = claim_attributes,
    .children = claim_children,
    .needed = true,
};

static const struct xml_attribute_rule objection_attributes[] = {
    {"number", VALUE_TEXT, false, NULL},
    {"date", VALUE_DATE, false, NULL},
    {"answer", VALUE_TEXT, false, NULL},
    {"answered", VALUE_DATE, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule *const objection_children[] = {&claim, NULL};
const struct xml_element_rule objection_rule = {
    .name = "objection",
    .tag = TAG_OBJECTION,
    .attributes = objection_attributes,
    .children = objection_children,
    .once = true,
};

static const struct xml_attribute_rule ceremony_attributes[] = {
    {"date", VALUE_DATE, true, NULL},
    {"hour", VALUE_TEXT, false, NULL},
    {"place", VALUE_TEXT, true, NULL},
    {"dress", VALUE_TEXT, false, NULL},
    {"reply", VALUE_DATE, false, NULL},
    {"contact", VALUE_TEXT, false, NULL},
    {"phone", VALUE_TEXT, false, NULL},
    {"invited", VALUE_DATE, false, NULL},
    {.name = NULL},
};
const struct xml_element_rule ceremony_rule = {
    .name = "ceremony", .tag = TAG_CEREMONY, .attributes = ceremony_attributes, .once = true};

static const struct xml_attribute_rule schedule_attributes[] = {
    {"stage", VALUE_CODE, true, NULL},
    {"from", VALUE_DATE, true, NULL},
    {"until", VALUE_DATE, true, NULL},
    {.name = NULL},
};
const struct xml_element_rule schedule_rule = {
    .name = "schedule", .tag = TAG_SCHEDULE, .attributes = schedule_attributes};

static const struct xml_attribute_rule item_attributes[] = {
    {"code", VALUE_CODE, true, NULL},
    {"state", VALUE_WORD, true, item_words},
    {"note", VALUE_TEXT, false, NULL},
    {"document", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
const struct xml_element_rule item_rule = {
    .name = "item", .tag = TAG_ITEM, .attributes = item_attributes};
const struct xml_element_rule note_rule = {
    .name = "note", .tag = TAG_NOTE, .text = true, .once = true};
const struct xml_element_rule recommendation_rule = {
    .name = "recommendation", .tag = TAG_RECOMMENDATION, .text = true, .once = true};

static const struct xml_attribute_rule evidence_attributes[] = {
    {"kind", VALUE_TEXT, true, NULL},
    {"title", VALUE_TEXT, true, NULL},
    {"status", VALUE_WORD, false, evidence_words},
    {.name = NULL},
};
const struct xml_element_rule evidence_rule = {
    .name = "evidence", .tag = TAG_EVIDENCE, .attributes = evidence_attributes};

const char *const indicator_states[] = {"pending", NULL};
