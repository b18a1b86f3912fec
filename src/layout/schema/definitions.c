/* The attributes of what defines: styles, pages, parts. */
#include "parts.h"

#include <stddef.h>

static const char *const weight_words[] = {"normal", "bold", NULL};
static const char *const capitals_words[] = {"no", "yes", "small", NULL};
static const char *const figures_words[] = {"font", "tabular", NULL};
static const char *const margins_words[] = {"plain", "optical", NULL};
static const char *const slant_words[] = {"normal", "italic", NULL};
static const char *const turn_words[] = {"portrait", "landscape", NULL};
static const char *const head_words[] = {"every", "first", NULL};

const struct attribute_rule layout_attributes[] = {
    [LAYOUT_TITLE] = {"title", .kind = VALUE_TEXT, .required = true},
    [LAYOUT_SUBJECT] = {"subject", .kind = VALUE_TEXT},
    [LAYOUT_AUTHOR] = {"author", .kind = VALUE_TEXT},
    [LAYOUT_LANGUAGE] = {"language", .kind = VALUE_TEXT, .standard = "id"},
    [LAYOUT_DATE] = {"date", .kind = VALUE_TEXT},
    [LAYOUT_WHEN] = {"when", .kind = VALUE_EXPRESSION, .outside = true},
};
const struct attribute_rule import_attributes[] = {
    [IMPORT_HREF] = {"href", .kind = VALUE_FILE, .required = true},
};
const struct attribute_rule color_attributes[] = {
    [COLOR_NAME] = {"name", .kind = VALUE_NAME, .required = true},
    [COLOR_VALUE] = {"value", .kind = VALUE_COLOR, .required = true},
};
const struct attribute_rule theme_attributes[] = {
    [THEME_NAME] = {"name", .kind = VALUE_NAME, .required = true},
};
const struct attribute_rule style_attributes[] = {
    [STYLE_NAME] = {"name", .kind = VALUE_NAME, .required = true},
    [STYLE_BASE] = {"base", .kind = VALUE_BASE},
    [STYLE_FAMILY] = {"family", .kind = VALUE_FAMILY},
    [STYLE_SIZE] = {"size", .kind = VALUE_LENGTH},
    [STYLE_LEADING] = {"leading", .kind = VALUE_LENGTH},
    [STYLE_WEIGHT] = {"weight", .kind = VALUE_CHOICE, .words = weight_words},
    [STYLE_SLANT] = {"slant", .kind = VALUE_CHOICE, .words = slant_words},
    [STYLE_CAPITALS] = {"capitals", .kind = VALUE_CHOICE, .words = capitals_words},
    [STYLE_TRACKING] = {"tracking", .kind = VALUE_OFFSET},
    [STYLE_FIGURES] = {"figures", .kind = VALUE_CHOICE, .words = figures_words},
    [STYLE_LIGATURES] = {"ligatures", .kind = VALUE_CHOICE, .words = yes_words},
    [STYLE_MARGINS] = {"margins", .kind = VALUE_CHOICE, .words = margins_words},
    [STYLE_HYPHENATE] = {"hyphenate", .kind = VALUE_LANGUAGE},
    [STYLE_ALIGN] = {"align", .kind = VALUE_CHOICE, .words = align_words},
    [STYLE_BEFORE] = {"before", .kind = VALUE_LENGTH},
    [STYLE_AFTER] = {"after", .kind = VALUE_LENGTH},
    [STYLE_INDENT] = {"indent", .kind = VALUE_OFFSET},
    [STYLE_LEFT] = {"left", .kind = VALUE_LENGTH},
    [STYLE_RIGHT] = {"right", .kind = VALUE_LENGTH},
    [STYLE_KEEP_NEXT] = {"keep-next", .kind = VALUE_CHOICE, .words = yes_words},
    [STYLE_KEEP_LINES] = {"keep-lines", .kind = VALUE_CHOICE, .words = yes_words},
    [STYLE_COLOR] = {"color", .kind = VALUE_COLOR},
};
const struct attribute_rule page_attributes[] = {
    [PAGE_NAME] = {"name", .kind = VALUE_NAME, .required = true},
    [PAGE_SIZE] = {"size", .kind = VALUE_PAPER, .required = true},
    [PAGE_ORIENTATION] = {"orientation", .kind = VALUE_CHOICE, .words = turn_words,
                          .standard = "portrait"},
    [PAGE_TOP] = {"top", .kind = VALUE_LENGTH, .required = true},
    [PAGE_BOTTOM] = {"bottom", .kind = VALUE_LENGTH, .required = true},
    [PAGE_LEFT] = {"left", .kind = VALUE_LENGTH, .required = true},
    [PAGE_RIGHT] = {"right", .kind = VALUE_LENGTH, .required = true},
    [PAGE_FIRST_TOP] = {"first-top", .kind = VALUE_LENGTH},
    [PAGE_FILL] = {"fill", .kind = VALUE_COLOR},
};
const struct attribute_rule head_attributes[] = {
    [HEAD_ON] = {"on", .kind = VALUE_CHOICE, .words = head_words, .standard = "every"},
};
const struct attribute_rule part_attributes[] = {
    [PART_NAME] = {"name", .kind = VALUE_NAME, .required = true},
    [PART_PARAMS] = {"params", .kind = VALUE_NAMES, .standard = ""},
};
const struct attribute_rule bind_attributes[] = {
    [BIND_LEFT] = {"left", .kind = VALUE_WORDS, .required = true},
    [BIND_RIGHT] = {"right", .kind = VALUE_WORDS, .required = true},
};
const struct attribute_rule section_attributes[] = {
    [SECTION_PAGE] = {"page", .kind = VALUE_PAGE, .required = true},
    [SECTION_CATCHWORD] = {"catchword", .kind = VALUE_STYLE},
    [SECTION_ORIENTATION] = {"orientation", .kind = VALUE_CHOICE, .words = turn_words},
};
