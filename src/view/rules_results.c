/* results, and what papers are issued by; press and correction, what the press is told
 * besides. */
#include "source.h"

static struct view_attribute version(const struct view_source *source)
{
    (void)source;
    return text_any(RAPOR_VERSION);
}

static struct view_attribute sample(const struct view_source *source)
{
    return text_plain(g_strcmp0(source->evaluation->sample, "yes") == 0 ? "yes" : NULL);
}

static enum view_step next_once(struct view_source *source, size_t number)
{
    (void)source;
    return number == 0 ? VIEW_HERE : VIEW_END;
}

static const struct view_field issuer_fields[] = {
    TEXT("name", VIEW_MAYBE, evaluation, issuer.name, "the ministry"),
    TEXT("office", VIEW_MAYBE, evaluation, issuer.office, "of who issues"),
    TEXT("unit", VIEW_MAYBE, evaluation, issuer.unit, "that writes the letters"),
    TEXT("city", VIEW_MAYBE, evaluation, issuer.city, "where papers are signed"),
    TEXT("address", VIEW_MAYBE, evaluation, issuer.address, "for the head of letters"),
    TEXT("url", VIEW_MAYBE, evaluation, issuer.url, "where papers can be checked"),
    TEXT("institution", VIEW_MAYBE, evaluation, issuer.institution, "its own code"),
};

static const struct view_rule issuer = {
    .name = "issuer",
    .about = "Who issues the papers, as it was given in the evaluation.",
    FIELDS(issuer_fields),
};

static const struct view_field decree_fields[] = {
    TEXT("number", VIEW_MAYBE, evaluation, decree.number, ""),
    TEXT("year", VIEW_MAYBE, evaluation, decree.year, ""),
    TYPED("date", VIEW_DATE, VIEW_MAYBE, evaluation, decree.date, ""),
    TEXT("place", VIEW_MAYBE, evaluation, decree.place, "where it is given"),
    WORDS("status", VIEW_MAYBE, "final draft salinan", evaluation, decree.status, ""),
    WORDS("head", VIEW_MAYBE, "first every", evaluation, decree.head,
          "the pages that the head of the office stands on"),
    WORDS("order", VIEW_MAYBE, "index code", evaluation, decree.order,
          "of the institutions in the annex"),
    WORDS("invocation", VIEW_MAYBE, "yes no", evaluation, decree.invocation,
          "whether it opens with the invocation"),
    TEXT("title", VIEW_MAYBE, evaluation, decree.title, "what it is about, as it is cited"),
    TEXT("procedure", VIEW_MAYBE, evaluation, decree.procedure, "how the assessment was made"),
};

static const struct view_rule decree = {
    .name = "decree",
    .about = "The decree, as it was given in the evaluation.",
    FIELDS(decree_fields),
};

static const struct view_field letter_fields[] = {
    TEXT("number", VIEW_MAYBE, evaluation, letter.number, "still with its `{n}`"),
    TYPED("date", VIEW_DATE, VIEW_MAYBE, evaluation, letter.date, ""),
    TEXT("classification", VIEW_MAYBE, evaluation, letter.classification, "how urgent it is"),
    WORDS("security", VIEW_MAYBE, "B T R SR", evaluation, letter.security, "who may read it"),
    WORDS("ranks", VIEW_MAYBE, "upper all none", evaluation, letter.ranks,
          "which ranks papers of one institution tell"),
    TYPED("due", VIEW_DATE, VIEW_MAYBE, evaluation, letter.due,
          "by when those not assessed answer"),
};

static const struct view_rule letter = {
    .name = "letter",
    .about = "The letters, as they were given in the evaluation.",
    FIELDS(letter_fields),
};

static enum view_step next_ceremony(struct view_source *source, size_t number)
{
    return source->evaluation->ceremony.date && number == 0 ? VIEW_HERE : VIEW_END;
}

static const struct view_field ceremony_fields[] = {
    TYPED("date", VIEW_DATE, VIEW_MAYBE, evaluation, ceremony.date, ""),
    TEXT("hour", VIEW_MAYBE, evaluation, ceremony.hour, "with its zone"),
    TEXT("place", VIEW_MAYBE, evaluation, ceremony.place, ""),
    TEXT("dress", VIEW_MAYBE, evaluation, ceremony.dress, "what is worn"),
    TYPED("invited", VIEW_DATE, VIEW_MAYBE, evaluation, ceremony.invited,
          "date of the invitations"),
    TYPED("reply", VIEW_DATE, VIEW_MAYBE, evaluation, ceremony.reply,
          "by when those invited answer"),
    TEXT("contact", VIEW_MAYBE, evaluation, ceremony.contact, "whom they answer"),
    TEXT("phone", VIEW_MAYBE, evaluation, ceremony.phone, ""),
};

static const struct view_rule ceremony = {
    .name = "ceremony", .about = "Where awards are given.", FIELDS(ceremony_fields)};

/* Those who sign for some groups stand first: the first who signs for a group signs. */
static enum view_step next_signatory(struct view_source *source, size_t number)
{
    const size_t count = source->evaluation->signatory_count;
    if (number == 2 * count)
        return VIEW_END;
    source->signatory = &source->evaluation->signatories[number % count];
    return (source->signatory->groups != NULL) == (number < count) ? VIEW_HERE : VIEW_SKIP;
}

static const struct view_field signatory_fields[] = {
    TEXT("document", VIEW_MAYBE, signatory, document, "the kind of document signed"),
    TEXT("name", VIEW_MAYBE, signatory, name, ""),
    TEXT("office", VIEW_MAYBE, signatory, office, ""),
    TEXT("nip", VIEW_MAYBE | VIEW_LAYOUTS, signatory, nip, "number as a civil servant"),
    WORDS("signing", VIEW_MAYBE, "ink electronic seal", signatory, signing, ""),
    TEXT("groups", VIEW_MAYBE, signatory, groups, "ids of those that it signs for"),
    WORDS("beside", VIEW_MAYBE, "yes no", signatory, beside,
          "whether it signs beside the one who signs anyway"),
    TEXT("certificate", VIEW_MAYBE | VIEW_LAYOUTS, signatory, certificate,
         "serial number or name of the certificate"),
};

static const struct view_rule signatory = {
    .name = "signatory",
    .about = "Who signs, as it was given in the evaluation.",
    FIELDS(signatory_fields),
};

static enum view_step next_national(struct view_source *source, size_t number)
{
    source->brief = source->coverage->per != PER_NATION;
    source_summary(source, &source->standings->national);
    return next_once(source, number);
}

static enum view_step next_told_of_all(struct view_source *source, size_t number)
{
    next_national(source, number);
    return source->brief ? VIEW_END : next_told(source, number);
}

static enum view_step next_group(struct view_source *source, size_t number)
{
    const size_t own = source->coverage->group;
    source->aside = own != NONE && own != number && number < source->instrument->group_count;
    if (number == source->instrument->group_count)
        return VIEW_END;
    source->brief = source->coverage->per != PER_NATION;
    source->subject = number;
    source->group = &source->instrument->groups[number];
    source_summary(source, &source->standings->groups[number]);
    return source->summary->count > 0 ? VIEW_HERE : VIEW_SKIP;
}

static enum view_step next_region(struct view_source *source, size_t number)
{
    const struct coverage *coverage = source->coverage;
    const bool all = coverage->per == PER_NATION;
    const size_t region = all ? number : coverage->region;
    if (all ? number == source->evaluation->region_count : number > 0 || region == NONE)
        return VIEW_END;
    source->brief = coverage->per == PER_INSTITUTION;
    source->subject = region;
    source->region = &source->evaluation->regions[region];
    source_summary(source, &source->standings->regions[region]);
    return VIEW_HERE;
}

static enum view_step next_parent(struct view_source *source, size_t number)
{
    const struct coverage *coverage = source->coverage;
    const struct standings *standings = source->standings;
    const bool all = coverage->per == PER_NATION;
    if (number == (all ? standings->parent_count : 2))
        return VIEW_END;
    const size_t institution = number == 0 ? coverage->parent : coverage->units;
    size_t parent = number;
    if (!all)
        parent = institution == NONE ? NONE : standings_parent(standings, institution);
    if (parent == NONE)
        return VIEW_SKIP;
    source->brief = coverage->per == PER_INSTITUTION;
    source->subject = standings->parents[parent].institution;
    source->institution = &source->evaluation->institutions[source->subject];
    source_summary(source, &standings->parents[parent].summary);
    return VIEW_HERE;
}

/* The papers of one institution say nothing of it, and stay as they are when it changes. */
static bool is_told(const struct view_source *source)
{
    return source->coverage->per == PER_NATION || source->coverage->per == PER_REGION;
}

static enum view_step next_press(struct view_source *source, size_t number)
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
static const struct view_rule rule_press = {
    .name = "press",
    .about = "Who answers newspapers, as it was given in the evaluation.",
    FIELDS(press_fields),
    CHILDREN(press_children),
};

static enum view_step next_correction(struct view_source *source, size_t number)
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
static const struct view_rule rule_correction = {
    .name = "correction",
    .about = "What was wrong with results published before.",
    FIELDS(correction_fields),
    .text = &correction_text,
};

static const struct view_field fields[] = {
    TEXT("instrument", 0, instrument, id, "id of the instrument"),
    TYPED("year", VIEW_YEAR, 0, evaluation, year, "of the evaluation"),
    WORDS("kind", VIEW_MAYBE, "evaluasi pemantauan", evaluation, kind, "of the evaluation"),
    CHOSEN("sample", VIEW_MAYBE, "yes", sample, "the figures are invented"),
    GOT("version", VIEW_TEXT, 0, version, "of the program"),
    TYPED("digest", VIEW_DIGEST, VIEW_MAYBE | VIEW_FILE_ONLY, evaluation, digest,
          "SHA-256 of the evaluation's file"),
};

static const struct view_child children[] = {
    {&issuer, VIEW_ONE | VIEW_ALWAYS, next_once},
    {&decree, VIEW_ONE | VIEW_ALWAYS, next_once},
    {&letter, VIEW_ONE | VIEW_ALWAYS, next_once},
    {&rule_team, VIEW_ONE | VIEW_ALWAYS, next_team},
    {&ceremony, VIEW_ONE | VIEW_ALWAYS, next_ceremony},
    {&rule_basis, VIEW_ALWAYS, next_basis},
    {&rule_schedule, VIEW_ALWAYS, next_schedule},
    {&signatory, VIEW_ALWAYS, next_signatory},
    {&rule_paper, VIEW_ONE | VIEW_LAYOUTS, NULL}, /* build_paper() */
    {&rule_press, VIEW_ONE, next_press},
    {&rule_correction, 0, next_correction},
    {&rule_comparison, VIEW_ONE | VIEW_LAYOUTS, next_comparison},
    {&rule_national, VIEW_ONE, next_national},
    {&rule_told, 0, next_told_of_all},
    {&rule_group, 0, next_group},
    {&rule_region, 0, next_region},
    {&rule_parent, 0, next_parent},
    {&rule_year, 0, next_year},
    {&rule_improved, 0, next_improved},
    {&rule_award, 0, next_award},
    {&rule_institution, 0, NULL}, /* one by one: build_institution() */
};

const struct view_rule results_rule = {
    .name = "results",
    .about = "All of it.",
    FIELDS(fields),
    CHILDREN(children),
};
