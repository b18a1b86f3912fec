#include "elements.h"
#include "reader.h"

static const char *const kinds[] = {"evaluasi", "pemantauan", NULL};
static const char *const decree_states[] = {"final", "draft", "salinan", NULL};
static const char *const head_pages[] = {"first", "every", NULL};
static const char *const orders[] = {"index", "code", NULL};
static const char *const answers[] = {"yes", "no", NULL};
static const char *const signings[] = {"ink", "electronic", "seal", NULL};
static const char *const securities[] = {"B", "T", "R", "SR", NULL};
static const char *const institution_states[] = {"assessed", "not-assessed", NULL};
static const char *const told_ranks[] = {"upper", "all", "none", NULL};
static const char *const languages[] = {"id", "en", NULL};

static const struct xml_attribute_rule issuer_attributes[] = {
    {"name", VALUE_TEXT, true, NULL},         {"office", VALUE_TEXT, false, NULL},
    {"unit", VALUE_TEXT, false, NULL},        {"city", VALUE_TEXT, false, NULL},
    {"address", VALUE_TEXT, false, NULL},     {"url", VALUE_URL, false, NULL},
    {"institution", VALUE_CODE, false, NULL}, {.name = NULL},
};
static const struct xml_element_rule issuer = {
    .name = "issuer", .tag = TAG_ISSUER, .attributes = issuer_attributes, .once = true};

static const struct xml_attribute_rule decree_attributes[] = {
    {"number", VALUE_TEXT, false, NULL},
    {"year", VALUE_YEAR, false, NULL},
    {"date", VALUE_DATE, false, NULL},
    {"place", VALUE_TEXT, false, NULL},
    {"status", VALUE_WORD, false, decree_states},
    {"head", VALUE_WORD, false, head_pages},
    {"order", VALUE_WORD, false, orders},
    {"invocation", VALUE_WORD, false, answers},
    {"title", VALUE_TEXT, false, NULL},
    {"procedure", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule decree = {
    .name = "decree", .tag = TAG_DECREE, .attributes = decree_attributes, .once = true};

static const struct xml_attribute_rule signatory_attributes[] = {
    {"document", VALUE_CODE, true, NULL},
    {"name", VALUE_TEXT, true, NULL},
    {"office", VALUE_TEXT, false, NULL},
    {"nip", VALUE_TEXT, false, NULL},
    {"signing", VALUE_WORD, false, signings},
    {"certificate", VALUE_TEXT, false, NULL},
    {"groups", VALUE_TEXT, false, NULL},
    {"beside", VALUE_WORD, false, answers},
    {.name = NULL}};
static const struct xml_element_rule signatory = {
    .name = "signatory", .tag = TAG_SIGNATORY, .attributes = signatory_attributes};

static const struct xml_attribute_rule letter_attributes[] = {
    {"number", VALUE_TEXT, false, NULL},
    {"date", VALUE_DATE, false, NULL},
    {"classification", VALUE_TEXT, false, NULL},
    {"security", VALUE_WORD, false, securities},
    {"ranks", VALUE_WORD, false, told_ranks},
    {"due", VALUE_DATE, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule letter = {
    .name = "letter", .tag = TAG_LETTER, .attributes = letter_attributes, .once = true};

static const struct xml_attribute_rule quote_attributes[] = {
    {"by", VALUE_TEXT, true, NULL},
    {"office", VALUE_TEXT, false, NULL},
    {"region", VALUE_CODE, false, NULL},
    {"language", VALUE_WORD, false, languages},
    {.name = NULL},
};
static const struct xml_element_rule quote = {
    .name = "quote", .tag = TAG_QUOTE, .attributes = quote_attributes, .text = true};
static const struct xml_attribute_rule correction_attributes[] = {
    {"date", VALUE_DATE, true, NULL},
    {"version", VALUE_TEXT, false, NULL},
    {"language", VALUE_WORD, false, languages},
    {.name = NULL},
};
static const struct xml_element_rule correction = {
    .name = "correction", .tag = TAG_CORRECTION, .attributes = correction_attributes, .text = true};
static const struct xml_element_rule *const press_children[] = {&quote, NULL};
static const struct xml_attribute_rule press_attributes[] = {
    {"url", VALUE_URL, false, NULL},
    {"hour", VALUE_TEXT, false, NULL},
    {"contact", VALUE_TEXT, false, NULL},
    {"phone", VALUE_TEXT, false, NULL},
    {"mail", VALUE_TEXT, false, NULL},
    {"decree", VALUE_URL, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule press = {
    .name = "press",
    .tag = TAG_PRESS,
    .attributes = press_attributes,
    .children = press_children,
    .once = true,
};

static const struct xml_attribute_rule basis_attributes[] = {
    {"name", VALUE_TEXT, false, NULL},
    {"gazette", VALUE_TEXT, false, NULL},
    {"before", VALUE_TEXT, false, NULL},
    {"without", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
/* One that is added, or one of the instrument's that is left out. */
static const struct xml_element_rule basis = {
    .name = "basis",
    .tag = TAG_BASIS,
    .attributes = basis_attributes,
    .together = "name gazette before without",
    .pattern = "<choice><group>"
               "<attribute name=\"name\"><ref name=\"text\"/></attribute>"
               "<optional><attribute name=\"gazette\"><ref name=\"text\"/></attribute></optional>"
               "<optional><attribute name=\"before\"><ref name=\"text\"/></attribute></optional>"
               "</group><attribute name=\"without\"><ref name=\"text\"/></attribute></choice>",
};

static const struct xml_attribute_rule register_attributes[] = {
    {"href", VALUE_TEXT, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule registry = {
    .name = "register", .tag = TAG_REGISTER, .attributes = register_attributes, .once = true};

static const struct xml_attribute_rule region_attributes[] = {
    {"code", VALUE_CODE, true, NULL},
    {"name", VALUE_TEXT, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule region = {
    .name = "region", .tag = TAG_REGION, .attributes = region_attributes};

static const struct xml_element_rule fact = {
    .name = "fact", .tag = TAG_FACT, .text = true, .once = true};
static const struct xml_element_rule analysis = {
    .name = "analysis", .tag = TAG_ANALYSIS, .text = true, .once = true};
static const struct xml_element_rule reason = {
    .name = "reason", .tag = TAG_REASON, .text = true, .once = true};
static const struct xml_attribute_rule score_attributes[] = {
    {"stage", VALUE_CODE, true, NULL},
    {"level", VALUE_TEXT, false, NULL}, /* the instrument says which */
    {"verdict", VALUE_WORD, false, verdict_words},
    {.name = NULL},
};
static const struct xml_element_rule *const score_children[] = {&fact, &analysis, &reason, NULL};
static const struct xml_element_rule score = {
    .name = "score",
    .tag = TAG_SCORE,
    .attributes = score_attributes,
    .children = score_children,
};

static const struct xml_attribute_rule indicator_attributes[] = {
    {"no", VALUE_TEXT, true, NULL},
    {"level", VALUE_TEXT, false, NULL},
    {"state", VALUE_WORD, false, indicator_states},
    {"source", VALUE_TEXT, false, NULL},
    {"uploaded", VALUE_WORD, false, tick_words},
    {"interviewed", VALUE_WORD, false, tick_words},
    {"approved", VALUE_WORD, false, tick_words},
    {.name = NULL},
};
static const struct xml_element_rule *const indicator_children[] = {
    &score, &evidence_rule, &item_rule, &note_rule, &recommendation_rule, NULL};
static const struct xml_element_rule indicator = {
    .name = "indicator",
    .tag = TAG_INDICATOR,
    .attributes = indicator_attributes,
    .children = indicator_children,
};

static const struct xml_attribute_rule application_attributes[] = {
    {"name", VALUE_TEXT, true, NULL},
    {"service", VALUE_TEXT, false, NULL},
    {"status", VALUE_TEXT, false, NULL},
    {"hosting", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule application = {
    .name = "application", .tag = TAG_APPLICATION, .attributes = application_attributes};
static const struct xml_attribute_rule shortfall_attributes[] = {
    {"kind", VALUE_WORD, true, shortfall_words},
    {.name = NULL},
};
static const struct xml_element_rule shortfall = {
    .name = "shortfall",
    .tag = TAG_SHORTFALL,
    .attributes = shortfall_attributes,
    .text = true,
};

static const struct xml_attribute_rule part_attributes[] = {
    {"no", VALUE_TEXT, true, NULL},
    {"index", VALUE_DECIMAL, true, NULL},
    {.name = NULL},
};
static const struct xml_element_rule domain = {
    .name = "domain", .tag = TAG_PUBLISHED_DOMAIN, .attributes = part_attributes};
static const struct xml_element_rule aspect = {
    .name = "aspect", .tag = TAG_PUBLISHED_ASPECT, .attributes = part_attributes};
static const struct xml_attribute_rule published_attributes[] = {
    {"index", VALUE_DECIMAL, false, NULL},
    {"grade", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule *const published_children[] = {&domain, &aspect, NULL};
static const struct xml_element_rule published = {
    .name = "published",
    .tag = TAG_PUBLISHED,
    .attributes = published_attributes,
    .children = published_children,
    .once = true,
};

static const struct xml_attribute_rule average_attributes[] = {
    {"group", VALUE_TEXT, false, NULL},
    {"index", VALUE_DECIMAL, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule average = {
    .name = "published-average",
    .tag = TAG_PUBLISHED_AVERAGE,
    .attributes = average_attributes,
    .children = published_children,
};

static const struct xml_attribute_rule history_attributes[] = {
    {"year", VALUE_YEAR, true, NULL},
    {"instrument", VALUE_TEXT, false, NULL},
    {"index", VALUE_DECIMAL, true, NULL},
    {"grade", VALUE_TEXT, false, NULL},
    {.name = NULL},
};
static const struct xml_element_rule history = {
    .name = "history", .tag = TAG_HISTORY, .attributes = history_attributes};

static const struct xml_attribute_rule institution_attributes[] = {
    {"code", VALUE_CODE, true, NULL},    {"name", VALUE_TEXT, true, NULL},
    {"group", VALUE_TEXT, true, NULL},   {"region", VALUE_TEXT, false, NULL},
    {"parent", VALUE_TEXT, false, NULL}, {"addressee", VALUE_TEXT, false, NULL},
    {"seat", VALUE_TEXT, false, NULL},   {"status", VALUE_WORD, false, institution_states},
    {"reason", VALUE_TEXT, false, NULL}, {"salutation", VALUE_TEXT, false, NULL},
    {"mail", VALUE_TEXT, false, NULL},   {.name = NULL},
};
static const struct xml_element_rule *const institution_children[] = {
    &session_rule,   &indicator, &application, &shortfall,
    &objection_rule, &published, &history,     NULL,
};
static const struct xml_element_rule institution = {
    .name = "institution",
    .tag = TAG_INSTITUTION,
    .attributes = institution_attributes,
    .children = institution_children,
    .needed = true,
    .together = "status reason",
    .pattern = "<choice><group>"
               "<optional><attribute name=\"status\"><value>assessed</value></attribute></optional>"
               "<optional><attribute name=\"reason\"><ref name=\"text\"/></attribute></optional>"
               "</group><group>"
               "<attribute name=\"status\"><value>not-assessed</value></attribute>"
               "<attribute name=\"reason\"><ref name=\"text\"/></attribute></group></choice>",
};

static const struct xml_attribute_rule evaluation_attributes[] = {
    {"instrument", VALUE_CODE, true, NULL},
    {"year", VALUE_YEAR, true, NULL},
    {"kind", VALUE_WORD, false, kinds},
    {"sample", VALUE_WORD, false, answers},
    {.name = NULL},
};
static const struct xml_element_rule *const evaluation_children[] = {
    &issuer, &decree,     &basis,         &signatory,     &letter,
    &press,  &correction, &team_rule,     &ceremony_rule, &registry,
    &region, &average,    &schedule_rule, &institution,   NULL,
};
const struct xml_element_rule evaluation_grammar = {
    .name = "evaluation",
    .tag = TAG_EVALUATION,
    .attributes = evaluation_attributes,
    .children = evaluation_children,
};

void evaluation_schema(GString *out)
{
    grammar_schema(&evaluation_grammar, EVALUATION_NAMESPACE,
                   "What an evaluation may hold: printed by rapor schema evaluation.  What this "
                   "cannot say,\n     the reader checks: codes are unique, regions, parents and "
                   "units exist, levels are inside\n     the instrument's range, each indicator is "
                   "there once, dates exist, the days of a session\n     follow each other.",
                   out);
}
