#include "parts.h"

#include <glib.h>

const char *const yes_words[] = {"no", "yes", NULL};
static const char *const signed_words[] = {"either", "only", NULL};
static const char *const level_words[] = {"1", "2", "3", NULL};
static const char *const marker_words[] = {"1.", "a.", "I.", "-", "•", NULL};
/* In the order of the kinds of run from RUN_LABEL_OF on. */
static const char *const show_words[] = {"label", "page", "pages", NULL};
static const char *const row_words[] = {"body", "group", NULL};
static const char *const order_words[] = {"ascending", "descending", NULL};
/* In the order of enum align, enum valign and enum lines. */
const char *const align_words[] = {"left", "center", "right", "justify", NULL};
static const char *const column_align_words[] = {"left",    "center",  "right",
                                                 "justify", "decimal", NULL};
static const char *const valign_words[] = {"top", "middle", "bottom", NULL};
static const char *const lines_words[] = {"none", "rows", "grid", "outer", NULL};

static const struct attribute_rule p_attributes[] = {
    [P_STYLE] = {"style", .kind = VALUE_STYLE},
    [P_LEFT] = {"left", .kind = VALUE_LENGTH, .standard = "0"},
    [P_FALLBACK] = {"fallback", .kind = VALUE_STYLES, .standard = ""},
    [P_ID] = {"id", .kind = VALUE_ID},
    [P_BEYOND] = {"beyond", .kind = VALUE_STYLES, .standard = ""},
};
static const struct attribute_rule label_attributes[] = {
    [LABEL_X] = {"x", .kind = VALUE_LENGTH, .standard = "0"},
};
static const struct attribute_rule heading_attributes[] = {
    [HEADING_LEVEL] = {"level", .kind = VALUE_CHOICE, .required = true, .words = level_words},
    [HEADING_STYLE] = {"style", .kind = VALUE_STYLE, .required = true},
    [HEADING_LISTED] = {"listed", .kind = VALUE_CHOICE, .words = yes_words, .standard = "yes"},
    [HEADING_ROOM] = {"room", .kind = VALUE_LENGTH, .standard = "0"},
    [HEADING_ID] = {"id", .kind = VALUE_ID},
};
static const struct attribute_rule caption_attributes[] = {
    [CAPTION_WORD] = {"word", .kind = VALUE_TEXT, .required = true},
    [CAPTION_STYLE] = {"style", .kind = VALUE_STYLE, .required = true},
    [CAPTION_ID] = {"id", .kind = VALUE_ID},
};
static const struct attribute_rule contents_attributes[] = {
    [CONTENTS_STYLES] = {"styles", .kind = VALUE_STYLES, .required = true},
};
static const struct attribute_rule list_attributes[] = {
    [LIST_INDENT] = {"indent", .kind = VALUE_LENGTH, .required = true},
    [LIST_STYLE] = {"style", .kind = VALUE_STYLE},
    [LIST_MARKER] = {"marker", .kind = VALUE_CHOICE, .words = marker_words, .standard = "1."},
};
static const struct attribute_rule item_attributes[] = {
    [ITEM_LABEL] = {"label", .kind = VALUE_TEXT},
};
static const struct attribute_rule table_attributes[] = {
    [TABLE_LINES] = {"lines", .kind = VALUE_CHOICE, .words = lines_words, .standard = "none"},
    [TABLE_LINE] = {"line", .kind = VALUE_LENGTH, .standard = "0.5pt"},
    [TABLE_LINE_COLOR] = {"line-color", .kind = VALUE_COLOR, .standard = "#000000"},
    [TABLE_PAD] = {"pad", .kind = VALUE_PAIR, .standard = "1mm 1.5mm"},
    [TABLE_CONTINUED] = {"continued", .kind = VALUE_TEXT},
    [TABLE_SUMMARY] = {"summary", .kind = VALUE_TEXT},
    [TABLE_STYLE] = {"style", .kind = VALUE_STYLE},
};
static const struct attribute_rule column_attributes[] = {
    [COLUMN_WIDTH] = {"width", .kind = VALUE_WIDTH, .required = true},
    [COLUMN_ALIGN] = {"align", .kind = VALUE_CHOICE, .words = column_align_words},
    [COLUMN_STYLE] = {"style", .kind = VALUE_STYLE},
    [COLUMN_TIMES] = {"times", .kind = VALUE_NUMBER},
};
static const struct attribute_rule row_attributes[] = {
    [ROW_KIND] = {"kind", .kind = VALUE_CHOICE, .words = row_words, .standard = "body"},
    [ROW_HEIGHT] = {"height", .kind = VALUE_LENGTH, .standard = "0"},
    [ROW_FILL] = {"fill", .kind = VALUE_COLOR},
    [ROW_STYLE] = {"style", .kind = VALUE_STYLE},
    [ROW_ID] = {"id", .kind = VALUE_ID},
    [ROW_BOOKMARK] = {"bookmark", .kind = VALUE_TEXT},
};
static const struct attribute_rule cell_attributes[] = {
    [CELL_SPAN] = {"span", .kind = VALUE_COUNT, .standard = "1"},
    [CELL_ALIGN] = {"align", .kind = VALUE_CHOICE, .words = align_words},
    [CELL_VALIGN] = {"valign", .kind = VALUE_CHOICE, .words = valign_words, .standard = "top"},
    [CELL_FILL] = {"fill", .kind = VALUE_COLOR},
    [CELL_STYLE] = {"style", .kind = VALUE_STYLE},
};
static const struct attribute_rule space_attributes[] = {
    [SPACE_HEIGHT] = {"height", .kind = VALUE_LENGTH, .required = true},
};
static const struct attribute_rule rule_attributes[] = {
    [RULE_THICKNESS] = {"thickness", .kind = VALUE_LENGTH, .standard = "0.5pt"},
    [RULE_GAP] = {"gap", .kind = VALUE_LENGTH, .standard = "0"},
    [RULE_WIDTH] = {"width", .kind = VALUE_LENGTH, .standard = "0"},
    [RULE_ALIGN] = {"align", .kind = VALUE_CHOICE, .words = align_words, .standard = "left"},
    [RULE_COLOR] = {"color", .kind = VALUE_COLOR, .standard = "#000000"},
};
static const struct attribute_rule keep_attributes[] = {
    [KEEP_LINES_BEFORE] = {"lines-before", .kind = VALUE_COUNT},
    [KEEP_ID] = {"id", .kind = VALUE_ID},
    [KEEP_SIGNED] = {"signed", .kind = VALUE_CHOICE, .words = signed_words, .standard = "either"},
};
static const struct attribute_rule image_attributes[] = {
    [IMAGE_SRC] = {"src", .kind = VALUE_FILE, .required = true},
    [IMAGE_WIDTH] = {"width", .kind = VALUE_LENGTH, .required = true},
    [IMAGE_HEIGHT] = {"height", .kind = VALUE_LENGTH, .required = true},
    [IMAGE_ALIGN] = {"align", .kind = VALUE_CHOICE, .words = align_words, .standard = "left"},
    [IMAGE_ALT] = {"alt", .kind = VALUE_TEXT},
    [IMAGE_DECORATION] = {"decoration", .kind = VALUE_CHOICE, .words = yes_words, .standard = "no"},
};
static const struct attribute_rule qr_attributes[] = {
    [QR_VALUE] = {"value", .kind = VALUE_TEXT, .required = true},
    [QR_SIZE] = {"size", .kind = VALUE_LENGTH, .required = true},
    [QR_ALIGN] = {"align", .kind = VALUE_CHOICE, .words = align_words, .standard = "left"},
    [QR_ALT] = {"alt", .kind = VALUE_TEXT, .required = true},
};
static const struct attribute_rule signature_attributes[] = {
    [SIGNATURE_NAME] = {"name", .kind = VALUE_TEXT, .required = true},
    [SIGNATURE_HEIGHT] = {"height", .kind = VALUE_LENGTH, .required = true},
    [SIGNATURE_REASON] = {"reason", .kind = VALUE_TEXT},
    [SIGNATURE_LOCATION] = {"location", .kind = VALUE_TEXT},
    [SIGNATURE_LINK] = {"link", .kind = VALUE_TEXT},
    [SIGNATURE_SIGNER] = {"signer", .kind = VALUE_TEXT},
    [SIGNATURE_ABOUT] = {"about", .kind = VALUE_TEXT},
    [SIGNATURE_CERTIFICATE] = {"certificate", .kind = VALUE_TEXT},
    [SIGNATURE_SEAL] = {"seal", .kind = VALUE_CHOICE, .words = yes_words, .standard = "no"},
};
static const struct attribute_rule chart_attributes[] = {
    [CHART_CATEGORIES] = {"categories", .kind = VALUE_NODES, .required = true},
    [CHART_LABEL] = {"label", .kind = VALUE_EXPRESSION, .required = true, .inside = true},
    [CHART_SORT] = {"sort", .kind = VALUE_EXPRESSION, .inside = true},
    [CHART_ORDER] = {"order", .kind = VALUE_CHOICE, .words = order_words, .standard = "ascending"},
    [CHART_THEN] = {"then", .kind = VALUE_EXPRESSION, .inside = true},
    [CHART_THEN_ORDER] = {"then-order", .kind = VALUE_CHOICE, .words = order_words,
                          .standard = "ascending"},
    [CHART_LIMIT] = {"limit", .kind = VALUE_EXPRESSION},
    [CHART_TAIL] = {"tail", .kind = VALUE_EXPRESSION},
    [CHART_BREAKS] = {"breaks", .kind = VALUE_EXPRESSION, .inside = true},
    [CHART_GROUP] = {"group", .kind = VALUE_EXPRESSION, .inside = true},
    [CHART_KEY] = {"key", .kind = VALUE_EXPRESSION, .inside = true},
    [CHART_MARKED] = {"marked", .kind = VALUE_EXPRESSION, .inside = true},
    [CHART_MAP] = {"map", .kind = VALUE_MAP},
    [CHART_KIND] = {"kind", .kind = VALUE_CHART, .required = true},
    [CHART_LOW] = {"low", .kind = VALUE_NUMBER, .required = true},
    [CHART_HIGH] = {"high", .kind = VALUE_NUMBER, .required = true},
    [CHART_STEP] = {"step", .kind = VALUE_NUMBER, .standard = "0"},
    [CHART_TARGET] = {"target", .kind = VALUE_NUMBER},
    [CHART_TARGET_NAME] = {"target-name", .kind = VALUE_TEXT},
    [CHART_MISSING] = {"missing", .kind = VALUE_TEXT},
    [CHART_HEIGHT] = {"height", .kind = VALUE_LENGTH, .standard = "0"},
    [CHART_WIDTH] = {"width", .kind = VALUE_LENGTH, .standard = "0"},
    [CHART_STYLE] = {"style", .kind = VALUE_STYLE},
    [CHART_ALT] = {"alt", .kind = VALUE_TEXT, .required = true},
};
static const struct attribute_rule series_attributes[] = {
    [SERIES_NAME] = {"name", .kind = VALUE_TEXT, .required = true},
    [SERIES_COLOR] = {"color", .kind = VALUE_COLOR},
    [SERIES_VALUE] = {"value", .kind = VALUE_EXPRESSION, .required = true, .inside = true},
};
static const struct attribute_rule class_attributes[] = {
    [CLASS_NAME] = {"name", .kind = VALUE_TEXT, .required = true},
    [CLASS_FROM] = {"from", .kind = VALUE_NUMBER, .required = true},
};
static const struct attribute_rule box_attributes[] = {
    [BOX_X] = {"x", .kind = VALUE_LENGTH, .required = true},
    [BOX_Y] = {"y", .kind = VALUE_LENGTH, .required = true},
    [BOX_WIDTH] = {"width", .kind = VALUE_LENGTH, .required = true},
    [BOX_HEIGHT] = {"height", .kind = VALUE_LENGTH, .standard = "0"},
    [BOX_VALIGN] = {"valign", .kind = VALUE_CHOICE, .words = valign_words, .standard = "top"},
    [BOX_FILL] = {"fill", .kind = VALUE_COLOR},
    [BOX_FRAME] = {"frame", .kind = VALUE_COLOR},
    [BOX_FRAME_WIDTH] = {"frame-width", .kind = VALUE_LENGTH, .standard = "0.5pt"},
    [BOX_DECORATION] = {"decoration", .kind = VALUE_CHOICE, .words = yes_words, .standard = "no"},
    [BOX_ONCE] = {"once", .kind = VALUE_CHOICE, .words = yes_words, .standard = "no"},
};
static const struct attribute_rule use_attributes[] = {
    [USE_PART] = {"part", .kind = VALUE_PART, .required = true},
};
static const struct attribute_rule span_attributes[] = {
    [SPAN_STYLE] = {"style", .kind = VALUE_STYLE, .required = true},
};
static const struct attribute_rule link_attributes[] = {
    [LINK_HREF] = {"href", .kind = VALUE_TEXT},
    [LINK_TO] = {"to", .kind = VALUE_REFERENCE},
    [LINK_ABOUT] = {"about", .kind = VALUE_TEXT},
};
static const struct attribute_rule ref_attributes[] = {
    [REF_TO] = {"to", .kind = VALUE_REFERENCE, .required = true},
    [REF_SHOW] = {"show", .kind = VALUE_CHOICE, .words = show_words, .standard = "label"},
    [REF_ABOUT] = {"about", .kind = VALUE_TEXT},
};
static const struct attribute_rule each_attributes[] = {
    [EACH_SELECT] = {"select", .kind = VALUE_NODES, .required = true},
    [EACH_SORT] = {"sort", .kind = VALUE_EXPRESSION, .inside = true},
    [EACH_ORDER] = {"order", .kind = VALUE_CHOICE, .words = order_words, .standard = "ascending"},
    [EACH_THEN] = {"then", .kind = VALUE_EXPRESSION, .inside = true},
    [EACH_THEN_ORDER] = {"then-order", .kind = VALUE_CHOICE, .words = order_words,
                         .standard = "ascending"},
    [EACH_SEPARATOR] = {"separator", .kind = VALUE_TEXT},
    [EACH_LAST] = {"last", .kind = VALUE_TEXT},
    [EACH_LIMIT] = {"limit", .kind = VALUE_EXPRESSION},
};
static const struct attribute_rule test_attributes[] = {
    [TEST_EXPRESSION] = {"test", .kind = VALUE_EXPRESSION, .required = true, .outside = true},
};
static const struct attribute_rule let_attributes[] = {
    [LET_NAME] = {"name", .kind = VALUE_NAME, .required = true},
    [LET_SELECT] = {"select", .kind = VALUE_EXPRESSION, .required = true, .outside = true},
};

#define IN(content)     (1U << CONTENT_##content)
#define ATTRIBUTES(has) .attributes = (has), .attribute_count = G_N_ELEMENTS(has)
#define DEFINITION      (IN(LAYOUT) | IN(PARTS))
#define REPLACEABLE     (DEFINITION | IN(THEME))
#define INLINE          (IN(INLINE) | IN(PARAGRAPH))
#define ANYWHERE                                                                                   \
    (IN(LAYOUT) | IN(SECTIONS) | IN(BOXES) | IN(BLOCKS) | INLINE | IN(ITEMS) | IN(TABLE) |         \
     IN(ROWS) | IN(CELLS) | IN(CHART))

#define IMAGE_PATTERN                                                                              \
    "<choice><group><attribute name=\"alt\"/><optional><attribute name=\"decoration\"><choice>"    \
    "<value>no</value><value>yes</value></choice></attribute></optional></group>"                  \
    "<attribute name=\"decoration\"><value>yes</value></attribute></choice>"
#define LINK_PATTERN "<choice><attribute name=\"href\"/><attribute name=\"to\"/></choice>"
/* The parameters of the part. */
#define USE_PATTERN                                                                                \
    "<zeroOrMore><attribute><anyName><except><name ns=\"\">part</name>"                            \
    "<nsName ns=\"http://www.w3.org/XML/1998/namespace\"/></except></anyName></attribute>"         \
    "</zeroOrMore>"

static const struct element_rule rules[] = {
    {"layout", NODE_LAYOUT, 0, CONTENT_LAYOUT, ATTRIBUTES(layout_attributes), .needs = "section"},
    {"parts", NODE_PARTS, 0, .holds = CONTENT_PARTS},
    {"import", NODE_IMPORT, DEFINITION, CONTENT_NONE, ATTRIBUTES(import_attributes)},
    {"color", NODE_COLOR, REPLACEABLE, CONTENT_NONE, ATTRIBUTES(color_attributes)},
    {"theme", NODE_THEME, DEFINITION, CONTENT_THEME, ATTRIBUTES(theme_attributes)},
    {"style", NODE_STYLE, REPLACEABLE, CONTENT_NONE, ATTRIBUTES(style_attributes)},
    {"page", NODE_PAGE, REPLACEABLE, CONTENT_PAGE, ATTRIBUTES(page_attributes)},
    {"head", NODE_PAGE_HEAD, IN(PAGE), CONTENT_BOXES, ATTRIBUTES(head_attributes)},
    {"part", NODE_PART, REPLACEABLE, CONTENT_MIXED, ATTRIBUTES(part_attributes)},
    {"bind", NODE_BIND, DEFINITION, CONTENT_NONE, ATTRIBUTES(bind_attributes)},
    {"section", NODE_SECTION, IN(LAYOUT) | IN(SECTIONS), CONTENT_BLOCKS,
     ATTRIBUTES(section_attributes)},
    {"p", NODE_P, IN(BLOCKS), CONTENT_PARAGRAPH, ATTRIBUTES(p_attributes)},
    {"label", NODE_LABEL, IN(PARAGRAPH), CONTENT_INLINE, ATTRIBUTES(label_attributes), .order = -1},
    {"heading", NODE_HEADING, IN(BLOCKS), CONTENT_INLINE, ATTRIBUTES(heading_attributes),
     .counted = true},
    {"caption", NODE_CAPTION, IN(BLOCKS), CONTENT_INLINE, ATTRIBUTES(caption_attributes),
     .counted = true},
    {"contents", NODE_CONTENTS, IN(BLOCKS), CONTENT_NONE, ATTRIBUTES(contents_attributes),
     .counted = true},
    {"list", NODE_LIST, IN(BLOCKS), CONTENT_ITEMS, ATTRIBUTES(list_attributes), .needs = "item"},
    {"item", NODE_ITEM, IN(ITEMS), CONTENT_MIXED, ATTRIBUTES(item_attributes)},
    {"table", NODE_TABLE, IN(BLOCKS), CONTENT_TABLE, ATTRIBUTES(table_attributes),
     .needs = "column"},
    {"column", NODE_COLUMN, IN(TABLE), CONTENT_NONE, ATTRIBUTES(column_attributes), .order = -2},
    {"head", NODE_TABLE_HEAD, IN(TABLE), .holds = CONTENT_ROWS, .order = -1, .once = true},
    {"row", NODE_ROW, IN(TABLE) | IN(ROWS), CONTENT_CELLS, ATTRIBUTES(row_attributes)},
    {"cell", NODE_CELL, IN(CELLS), CONTENT_MIXED, ATTRIBUTES(cell_attributes)},
    {"space", NODE_SPACE, IN(BLOCKS), CONTENT_NONE, ATTRIBUTES(space_attributes)},
    {"rule", NODE_RULE, IN(BLOCKS), CONTENT_NONE, ATTRIBUTES(rule_attributes)},
    {"page-break", NODE_PAGE_BREAK, IN(BLOCKS), .holds = CONTENT_NONE},
    {"keep", NODE_KEEP, IN(BLOCKS), CONTENT_BLOCKS, ATTRIBUTES(keep_attributes)},
    {"image", NODE_IMAGE, IN(BLOCKS), CONTENT_NONE, ATTRIBUTES(image_attributes),
     .together = "alt decoration", .pattern = IMAGE_PATTERN},
    {"qr", NODE_QR, IN(BLOCKS), CONTENT_NONE, ATTRIBUTES(qr_attributes), .counted = true},
    {"signature", NODE_SIGNATURE, IN(BLOCKS), CONTENT_BLOCKS, ATTRIBUTES(signature_attributes)},
    {"chart", NODE_CHART, IN(BLOCKS), CONTENT_CHART, ATTRIBUTES(chart_attributes),
     .needs = "series"},
    {"series", NODE_SERIES, IN(CHART), CONTENT_NONE, ATTRIBUTES(series_attributes)},
    {"class", NODE_CLASS, IN(CHART), CONTENT_NONE, ATTRIBUTES(class_attributes)},
    {"box", NODE_BOX, IN(BLOCKS) | IN(BOXES), CONTENT_BLOCKS, ATTRIBUTES(box_attributes)},
    {"use", NODE_USE, IN(BLOCKS) | IN(BOXES) | INLINE, CONTENT_NONE, ATTRIBUTES(use_attributes),
     .pattern = USE_PATTERN},
    {"b", NODE_BOLD, INLINE, .holds = CONTENT_INLINE},
    {"i", NODE_ITALIC, INLINE, .holds = CONTENT_INLINE},
    {"span", NODE_SPAN, INLINE, CONTENT_INLINE, ATTRIBUTES(span_attributes)},
    {"link", NODE_LINK, INLINE, CONTENT_INLINE, ATTRIBUTES(link_attributes), .together = "href to",
     .pattern = LINK_PATTERN, .counted = true},
    {"ref", NODE_REF, INLINE, CONTENT_NONE, ATTRIBUTES(ref_attributes), .counted = true},
    {"leader", NODE_LEADER, IN(PARAGRAPH), .holds = CONTENT_NONE, .once = true},
    {"br", NODE_BREAK, INLINE, .holds = CONTENT_NONE},
    {"page-number", NODE_PAGE_NUMBER, INLINE, .holds = CONTENT_NONE},
    {"page-count", NODE_PAGE_COUNT, INLINE, .holds = CONTENT_NONE},
    {"chapter", NODE_CHAPTER, INLINE, .holds = CONTENT_NONE},
    {"nbsp", NODE_NBSP, INLINE, .holds = CONTENT_NONE},
    {"each", NODE_EACH, ANYWHERE, CONTENT_SAME, ATTRIBUTES(each_attributes)},
    {"if", NODE_IF, ANYWHERE, CONTENT_SAME, ATTRIBUTES(test_attributes)},
    {"choose", NODE_CHOOSE, ANYWHERE, .holds = CONTENT_CHOOSE, .needs = "when"},
    {"when", NODE_WHEN, IN(CHOOSE), CONTENT_SAME, ATTRIBUTES(test_attributes), .order = -1},
    {"otherwise", NODE_OTHERWISE, IN(CHOOSE), .holds = CONTENT_SAME, .once = true},
    {"let", NODE_LET, ANYWHERE, CONTENT_NONE, ATTRIBUTES(let_attributes)},
};

const struct element_rule *const element_rules = rules;
const size_t element_rule_count = G_N_ELEMENTS(rules);
