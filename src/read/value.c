#include "value.h"

#include "rapor/base/language.h"
#include "rapor/base/letters.h"
#include "rapor/base/numeral.h"

#include <glib.h>
#include <string.h>

static const char digits[] = "0123456789";

bool value_decimal(const char *text, int decimals, int64_t *scaled)
{
    const size_t most_digits = 15; /* far inside 64 bits */
    size_t whole = strspn(text, digits), fraction = 0;
    if (text[whole] == '.') {
        fraction = strspn(text + whole + 1, digits);
        if (fraction == 0)
            return false;
    }
    size_t length = whole + fraction + (fraction > 0);
    if (whole == 0 || text[length] != '\0' || fraction > (size_t)decimals ||
        whole + (size_t)decimals > most_digits)
        return false;

    int64_t value = 0;
    for (size_t i = 0; i < length; i++)
        if (text[i] != '.')
            value = value * 10 + (text[i] - '0');
    for (size_t i = fraction; i < (size_t)decimals; i++)
        value *= 10;
    *scaled = value;
    return true;
}

bool value_fraction(const char *text, int64_t *numerator, int64_t *denominator)
{
    const int decimals = 6;
    *denominator = 1000000;
    const char *slash = strchr(text, '/');
    if (!slash)
        return value_decimal(text, decimals, numerator);
    g_autofree char *above = g_strndup(text, (gsize)(slash - text));
    return value_decimal(above, 0, numerator) && value_decimal(slash + 1, 0, denominator) &&
           *denominator > 0;
}

char *value_suggestion(const char *text, const char *const *words)
{
    size_t count = g_strv_length((gchar **)words);
    const char *closest = closest_word(text, words, count);
    if (closest)
        return g_strdup_printf(_("did you mean %s?"), closest);

    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            g_string_append(list, i + 1 < count ? ", " : _(" or "));
        g_string_append(list, words[i]);
    }
    return g_strdup_printf(_("write %s"), list->str);
}

/* Marks and letters that show nothing by themselves, though they are of no such kind. */
static bool is_blank(gunichar c)
{
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x2800 ||
           c == 0x3164 || c == 0xFFA0 || (c >= 0x180B && c <= 0x180F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static const char *hidden_kind(gunichar c)
{
    if (is_blank(c))
        return _("blank");
    switch ((int)g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
        return _("control");
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return _("line-ending");
    case G_UNICODE_FORMAT:
        break;
    default:
        return NULL;
    }
    bool steers = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                  (c >= 0x2066 && c <= 0x2069);
    return steers ? _("text direction") : _("zero-width");
}

static bool check_direction(struct unplaced *unplaced, struct read_spot spot, const char *what,
                            const char *text)
{
    const char *letter = letters_backward(text);
    if (!letter)
        return true;
    diagnose(unplaced, spot, "right-to-left",
             N_("papers are set from left to right: write it in Latin letters"),
             "%s holds the letter U+%04X, which is written from right to left", what,
             (unsigned)g_utf8_get_char(letter));
    return false;
}

bool value_check_visible(struct unplaced *unplaced, struct read_spot spot, const char *what,
                         const char *text, bool layout)
{
    for (const char *at = text;; at = g_utf8_next_char(at)) {
        while (*at >= ' ' && *at < 0x7F)
            at++;
        if (*at == '\0')
            return check_direction(unplaced, spot, what, text);
        gunichar c = g_utf8_get_char(at);
        const char *kind = hidden_kind(c);
        if (!kind || (layout && (c == '\n' || c == '\t' || c == '\r')))
            continue;
        diagnose(unplaced, spot, "hidden-character",
                 N_("texts are printed as they stand; take the character out"),
                 "%s holds the hidden %s character U+%04X", what, kind, (unsigned)c);
        return false;
    }
}

static bool is_code(const char *text)
{
    static const char signs[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
    return g_ascii_isalnum(text[0]) && strlen(text) <= 40 && strspn(text, signs) == strlen(text);
}

static bool is_year(const char *text)
{
    return strlen(text) == 4 && strspn(text, digits) == 4 && text[0] != '0';
}

static bool is_decimal(const char *text)
{
    int64_t scaled;
    return value_decimal(text, 2, &scaled);
}

static bool is_weight(const char *text)
{
    int64_t numerator, denominator;
    return value_fraction(text, &numerator, &denominator);
}

static bool is_whole(const char *text)
{
    int64_t number;
    return value_decimal(text, 0, &number);
}

static bool is_file(const char *text)
{
    const char *point = strrchr(text, '.');
    for (const char *at = text; *at; at++)
        if (g_ascii_isupper(*at))
            return false;
    return is_code(text) && point && point > text && point[1] != '\0';
}

static bool is_url(const char *text)
{
    return g_str_has_prefix(text, "https://") || g_str_has_prefix(text, "http://");
}

/* The values that a look at their letters can judge. */
static const struct {
    bool (*fits)(const char *text);
    const char *wrong, *hint;
} forms[] = {
    [VALUE_CODE] = {is_code, N_("cannot be part of a file name"),
                    N_("use at most 40 letters, digits, '.' and '-', first a letter or digit")},
    [VALUE_YEAR] = {is_year, N_("is not a year"), N_("write four digits, such as 2021")},
    [VALUE_DECIMAL] = {is_decimal, N_("is not a decimal number"),
                       N_("write a point and at most two decimals, such as 3.34")},
    [VALUE_WEIGHT] = {is_weight, N_("is not a weight"),
                      N_("write percent as a decimal or a fraction, such as 1.3 or 20/6")},
    [VALUE_WHOLE] = {is_whole, N_("is not a whole number"), N_("write digits only, such as 3")},
    [VALUE_FILE] = {is_file, N_("is not the name of a file"),
                    N_("use small letters, digits, '.' and '-', such as surat.pdf")},
    [VALUE_URL] = {is_url, N_("is not a web address"), N_("begin with https:// or http://")},
};

static bool check_form(struct unplaced *unplaced, struct read_spot spot,
                       const struct xml_attribute_rule *rule, const char *text)
{
    if (forms[rule->value].fits(text))
        return true;
    diagnose(unplaced, spot, "value", forms[rule->value].hint, "%s \"%s\" %s", rule->name, text,
             _(forms[rule->value].wrong));
    return false;
}

static bool check_word(struct unplaced *unplaced, struct read_spot spot,
                       const struct xml_attribute_rule *rule, const char *text)
{
    if (g_strv_contains(rule->words, text))
        return true;
    g_autofree char *hint = value_suggestion(text, rule->words);
    diagnose(unplaced, spot, "word", hint, "%s \"%s\" is not known", rule->name, text);
    return false;
}

static bool check_date(struct unplaced *unplaced, struct read_spot spot, const char *name,
                       const char *text)
{
    if (numeral_is_date(text))
        return true;
    if (g_regex_match_simple("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text, 0, 0))
        diagnose(unplaced, spot, "date", N_("look at the month and the day"),
                 "%s %s does not exist", name, text);
    else
        diagnose(unplaced, spot, "date", N_("write year-month-day, such as 2021-12-31"),
                 "%s \"%s\" is not a date", name, text);
    return false;
}

/* Spaces of any width are nothing. */
static bool is_empty(const char *text)
{
    while (*text == ' ' ||
           (*text && g_unichar_type(g_utf8_get_char(text)) == G_UNICODE_SPACE_SEPARATOR))
        text = g_utf8_next_char(text);
    return *text == '\0';
}

static bool check_length(struct unplaced *unplaced, struct read_spot spot, const char *name,
                         const char *text)
{
    if (strlen(text) <= VALUE_LETTERS || g_utf8_strlen(text, -1) <= VALUE_LETTERS)
        return true;
    diagnose(unplaced, spot, "too-long", N_("no paper has room for it: write it shorter"),
             "%s has %ld letters, more than %d", name, g_utf8_strlen(text, -1), VALUE_LETTERS);
    return false;
}

bool value_check(struct unplaced *unplaced, struct read_spot spot,
                 const struct xml_attribute_rule *rule, const char *text)
{
    if (is_empty(text)) {
        diagnose(unplaced, spot, "empty",
                 rule->required ? N_("it must be given")
                                : N_("leave it out where there is nothing to say"),
                 "%s is empty", rule->name);
        return false;
    }
    if (!check_length(unplaced, spot, rule->name, text) ||
        !value_check_visible(unplaced, spot, rule->name, text, false))
        return false;

    switch (rule->value) {
    case VALUE_TEXT:
        return true;
    case VALUE_WORD:
        return check_word(unplaced, spot, rule, text);
    case VALUE_DATE:
        return check_date(unplaced, spot, rule->name, text);
    case VALUE_CODE:
    case VALUE_YEAR:
    case VALUE_DECIMAL:
    case VALUE_WEIGHT:
    case VALUE_WHOLE:
    case VALUE_FILE:
    case VALUE_URL:
        break;
    }
    return check_form(unplaced, spot, rule, text);
}
