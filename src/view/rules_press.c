/* press, correction: what the press is told besides the results. */
#include "source.h"

/* The papers of one institution say nothing of it, and stay as they are when it changes. */
static bool is_told(const struct view_source *source)
{
    return source->coverage->per == PER_NATION || source->coverage->per == PER_REGION;
}

enum view_step next_press(struct view_source *source, size_t number)
{
    return number == 0 && is_told(source) ? VIEW_HERE : VIEW_END;
}

static enum view_step next_quote(struct view_source *source, size_t number)
{
    const struct press_office *press = &source->evaluation->press;
    if (number == press->quote_count)
        return VIEW_END;
    source->statement = &press->quotes[number];
    return VIEW_HERE;
}

static const struct view_field quote_fields[] = {
    TEXT("by", 0, statement, by, "who says it"),
    TEXT("office", VIEW_MAYBE, statement, office, ""),
    TEXT("region", VIEW_MAYBE, statement, region, "code of the one it is about"),
    WORDS("language", 0, "id en", statement, language, ""),
};
static const struct view_field quote_text = TEXT(NULL, 0, statement, text, "what is said");
static const struct view_rule quote = {
    .name = "quote", .about = "What may be quoted.", FIELDS(quote_fields), .text = &quote_text};

static const struct view_field press_fields[] = {
    TEXT("url", VIEW_MAYBE, evaluation, press.url, "where the press kit is published"),
    TEXT("hour", VIEW_MAYBE, evaluation, press.hour, "when the embargo ends, with the zone"),
    TEXT("contact", VIEW_MAYBE, evaluation, press.contact, "who answers newspapers"),
    TEXT("phone", VIEW_MAYBE, evaluation, press.phone, ""),
    TEXT("mail", VIEW_MAYBE, evaluation, press.mail, ""),
    TEXT("decree", VIEW_MAYBE, evaluation, press.decree, "where the decree is published"),
};
static const struct view_child press_children[] = {{&quote, 0, next_quote}};
const struct view_rule rule_press = {
    .name = "press",
    .about = "Who answers newspapers, as it was given in the evaluation.",
    FIELDS(press_fields),
    CHILDREN(press_children),
};

enum view_step next_correction(struct view_source *source, size_t number)
{
    if (number == source->evaluation->correction_count || !is_told(source))
        return VIEW_END;
    source->statement = &source->evaluation->corrections[number];
    return VIEW_HERE;
}

static const struct view_field correction_fields[] = {
    TYPED("date", VIEW_DATE, 0, statement, date, ""),
    TEXT("version", VIEW_MAYBE, statement, version, "that it made"),
    WORDS("language", 0, "id en", statement, language, ""),
};
static const struct view_field correction_text = TEXT(NULL, 0, statement, text, "what was wrong");
const struct view_rule rule_correction = {
    .name = "correction",
    .about = "What was wrong with results published before.",
    FIELDS(correction_fields),
    .text = &correction_text,
};
