/* What decrees stand on: basis, the laws cited; team, the decree on those who assess.  What they
 * give: award, winner, and won of an institution.  And paper, what the paper in hand says of
 * itself. */
#include "source.h"

#include "rapor/base/arena.h"
#include "rapor/view/view.h"

/* Returns whether OFFICE begins with one of the words ISSUERS; NULL: any office will do. */
static bool office_among(const char *issuers, const char *office)
{
    if (!issuers)
        return true;
    g_auto(GStrv) words = g_strsplit(issuers, " ", -1);
    g_auto(GStrv) own = g_strsplit(office ? office : "", " ", 2);
    return own[0] && g_strv_contains((const char *const *)words, own[0]);
}

static bool is_left_out(const struct evaluation *evaluation, const struct regulation *regulation)
{
    for (size_t i = 0; i < evaluation->citation_count; i++)
        if (g_strcmp0(evaluation->citations[i].without, regulation->short_name) == 0)
            return true;
    return false;
}

/* Those that the evaluation adds before the regulation of that short name, or (NULL) at
 * the end of what is not the instrument's own. */
static void add_citations(struct bases *bases, const struct evaluation *evaluation,
                          const char *before)
{
    for (size_t i = 0; i < evaluation->citation_count; i++) {
        const struct citation *one = &evaluation->citations[i];
        if (one->name && g_strcmp0(one->before, before) == 0)
            bases->items[bases->count++] =
                (struct regulation){.name = one->name, .gazette = one->gazette};
    }
}

static struct bases bases_of(const struct evaluation *evaluation, struct arena *arena)
{
    const struct instrument *instrument = evaluation->instrument;
    struct bases bases = {ARENA_ARRAY(arena,
                                      instrument->regulation_count + evaluation->citation_count,
                                      struct regulation),
                          0};
    for (size_t i = 0; i < instrument->regulation_count; i++) {
        const struct regulation *one = &instrument->regulations[i];
        add_citations(&bases, evaluation, one->short_name);
        if (i + 1 == instrument->regulation_count)
            add_citations(&bases, evaluation, NULL);
        if (office_among(one->issuers, evaluation->issuer.office) && !is_left_out(evaluation, one))
            bases.items[bases.count++] = *one;
    }
    return bases;
}

enum view_step next_basis(struct view_source *source, size_t number)
{
    if (number == 0)
        source->bases = bases_of(source->evaluation, source->arena);
    if (number == source->bases.count)
        return VIEW_END;
    source->regulation = &source->bases.items[number];
    return VIEW_HERE;
}

static const struct view_field fields[] = {
    TEXT("name", 0, regulation, name, ""),
    TEXT("gazette", VIEW_MAYBE, regulation, gazette, "where it was published"),
    TEXT("short", VIEW_MAYBE, regulation, short_name, "its short name"),
};

const struct view_rule rule_basis = {
    .name = "basis",
    .about = "What a decree cites, in its order: the instrument's regulations that are for this "
             "issuer and not left out, and what the evaluation adds.",
    FIELDS(fields),
};

static enum view_step next_appointee(struct view_source *source, size_t number)
{
    const struct team *team = &source->evaluation->team;
    if (number == team->member_count)
        return VIEW_END;
    source->member = &team->members[number];
    return VIEW_HERE;
}

static const struct view_field member_fields[] = {
    TEXT("role", 0, member, role, "as what"),
    TEXT("name", 0, member, name, ""),
    TEXT("office", VIEW_MAYBE, member, office, ""),
};
static const struct view_rule appointee = {
    .name = "appointee", .about = "Who is named.", FIELDS(member_fields)};

static enum view_step next_duty(struct view_source *source, size_t number)
{
    const struct team *team = &source->evaluation->team;
    if (number == team->duty_count)
        return VIEW_END;
    source->duty = &team->duties[number];
    return VIEW_HERE;
}

static struct view_attribute duty_said(const struct view_source *source)
{
    return text_any(*source->duty);
}

static const struct view_field duty_text = GOT(NULL, VIEW_TEXT, 0, duty_said, "");
static const struct view_rule duty = {
    .name = "duty", .about = "What the team does.", .text = &duty_text};

enum view_step next_team(struct view_source *source, size_t number)
{
    return source->evaluation->team.member_count > 0 && number == 0 ? VIEW_HERE : VIEW_END;
}

static const struct view_field team_fields[] = {
    TEXT("number", VIEW_MAYBE, evaluation, team.number, "of the decree"),
    TEXT("year", VIEW_MAYBE, evaluation, team.year, "of the number"),
    TYPED("date", VIEW_DATE, VIEW_MAYBE, evaluation, team.date, "when it is signed"),
    TEXT("place", VIEW_MAYBE, evaluation, team.place, "where"),
    TYPED("from", VIEW_DATE, VIEW_MAYBE, evaluation, team.from, "first day of work"),
    TYPED("until", VIEW_DATE, VIEW_MAYBE, evaluation, team.until, "last day of work"),
    TEXT("costs", VIEW_MAYBE, evaluation, team.costs, "what pays for it"),
};

static const struct view_child team_children[] = {{&appointee, 0, next_appointee},
                                                  {&duty, 0, next_duty}};

const struct view_rule rule_team = {
    .name = "team",
    .about = "The decree on the team of assessors.",
    FIELDS(team_fields),
    CHILDREN(team_children),
};

static const struct view_field paper_fields[] = {
    TEXT("kind", 0, paper, kind, "of document"),
    TYPED("n", VIEW_PLACE, 0, paper, n,
          "its number in the register; without one, the place of its institution in the "
          "evaluation"),
    TEXT("number", VIEW_MAYBE, paper, number,
         "as the register gave it; without one, of a letter, that of the evaluation"),
    TYPED("dated", VIEW_DATE, VIEW_MAYBE, paper, dated,
          "of a letter that is out: its date, where that of the evaluation is another by now"),
    WORDS("open", VIEW_MAYBE, "yes", paper, open,
          "number and date come at signing: the paper leaves room for them"),
    TYPED("edition", VIEW_PLACE, VIEW_MAYBE, paper, edition, "where there is a register, from 1"),
    TEXT("replaced", VIEW_MAYBE, paper, replaced,
         "number of the edition before, where this one takes its place"),
    TYPED("replaced-date", VIEW_DATE, VIEW_MAYBE, paper, replaced_date, "its date"),
    WORDS("withdrawn", VIEW_MAYBE, "yes", paper, withdrawn, "it had been withdrawn"),
    TEXT("code", VIEW_MAYBE, paper, code, "what people type to check it: `2021-13.01-3BDC4AEF`"),
    TEXT("link", VIEW_MAYBE, paper, link, "where its page is: what the QR code holds"),
    TYPED("missing", VIEW_PLACE, VIEW_MAYBE, paper, missing,
          "of a paper of the nation: how many files could not be made (`--keep-going`)"),
    WORDS("stock", VIEW_MAYBE, "yes", paper, stock,
          "it is printed on sheets that have the frame already"),
    TEXT("heap", VIEW_MAYBE, paper, heap,
         "of a separator sheet between papers to be printed: what they have in common"),
    TEXT("heap-of", VIEW_MAYBE, paper, heap_of, "of a separator: what they are"),
    TYPED("heap-count", VIEW_PLACE, VIEW_MAYBE, paper, heap_count,
          "of a separator: how many follow it"),
    TEXT("heap-first", VIEW_MAYBE, paper, heap_first, "of a separator: the first of them"),
    TEXT("heap-last", VIEW_MAYBE, paper, heap_last, "of a separator: the last of them"),
};

const struct view_rule rule_paper = {
    .name = "paper",
    .about = "What the paper that is made says of itself; only for layouts.",
    FIELDS(paper_fields),
};

enum view_step next_award(struct view_source *source, size_t number)
{
    if (source->coverage->per != PER_NATION || !source->standings->development ||
        number == source->instrument->award_count)
        return VIEW_END;
    source->number = number;
    source->award = &source->instrument->awards[number];
    return VIEW_HERE;
}

static enum view_step next_winner(struct view_source *source, size_t number)
{
    const struct development *development = source->standings->development;
    if (number == development->winner_count)
        return VIEW_END;
    if (development->winners[number].award != source->number)
        return VIEW_SKIP;
    source->winner = &development->winners[number];
    source_institution(source, source->winner->institution);
    return VIEW_HERE;
}

enum view_step next_won(struct view_source *source, size_t number)
{
    const struct development *development = source->standings->development;
    const struct winner *winner = development ? development->won[source->subject] : NULL;
    for (; winner && number > 0; number--)
        winner = winner->next;
    if (!winner)
        return VIEW_END;
    source->winner = winner;
    source->award = &source->instrument->awards[winner->award];
    return VIEW_HERE;
}

static struct view_attribute award_by(const struct view_source *source)
{
    return text_plain(source->award->by_gain ? "gain" : "index");
}

/* By the index it is none. */
static struct view_attribute winner_gain(const struct view_source *source)
{
    return source->winner->gain == 0
               ? text_any(NULL)
               : text_hundredths(source->facts, source->winner->gain, source->arena);
}

static struct view_attribute award_named(const struct view_source *source)
{
    const struct instrument *instrument = source->instrument;
    const bool named = instrument->awards_named &&
                       office_among(instrument->award_issuers, source->evaluation->issuer.office);
    return text_plain(named ? "yes" : "no");
}

#define NAMED "whether who issues gives those that the instrument names"

static const struct view_field winner_fields[] = {
    COUNT("position", VIEW_PLACE, winner, rank.position, "equal ones share it"),
    COUNT("of", VIEW_COUNT, winner, rank.of, "how many are held against each other"),
    COUNT("tied", VIEW_COUNT, winner, rank.tied, "how many share the position, itself included"),
    TEXT("code", 0, institution, code, ""),
    TEXT("name", 0, institution, name, ""),
    TEXT("group", 0, group, id, "id of its group"),
    TEXT("parent", VIEW_MAYBE, belongs_to, code, "code of the one it belongs to"),
    INDEX(0, ""),
    TEXT("grade", 0, grade, name, ""),
    GOT("gain", VIEW_HUNDREDTHS, VIEW_MAYBE, winner_gain,
        "what its index gained since the year before; where the award is by that"),
};

static const struct view_rule winner = {
    .name = "winner",
    .about = "One that gets the award.",
    FIELDS(winner_fields),
};

static const struct view_child award_children[] = {{&winner, 0, next_winner}};

static const struct view_field award_fields[] = {
    TEXT("id", 0, award, id, ""),
    TEXT("name", 0, award, name, ""),
    CHOSEN("by", 0, "index gain", award_by, "by the index, or by what it gained in a year"),
    COUNT("places", VIEW_COUNT, award, places, "places that get it"),
    COUNT("least", VIEW_COUNT, award, least, "how many have to be held together"),
    HUNDREDTHS("from", 0, award, from, "the least index of who gets it"),
    CHOSEN("named", 0, "yes no", award_named, NAMED),
};

const struct view_rule rule_award = {
    .name = "award",
    .about = "A category of awards; one without a winner holds nothing.",
    FIELDS(award_fields),
    CHILDREN(award_children),
};

static const struct view_field won_fields[] = {
    TEXT("award", 0, award, id, "its id"),
    TEXT("name", 0, award, name, "of the award"),
    CHOSEN("named", 0, "yes no", award_named, NAMED),
    CHOSEN("by", 0, "index gain", award_by, "by the index, or by what it gained in a year"),
    COUNT("position", VIEW_PLACE, winner, rank.position, "equal ones share it"),
    COUNT("of", VIEW_COUNT, winner, rank.of, "how many are held against each other"),
    COUNT("tied", VIEW_COUNT, winner, rank.tied, "how many share the position, itself included"),
    GOT("gain", VIEW_HUNDREDTHS, VIEW_MAYBE, winner_gain,
        "what its index gained since the year before; where the award is by that"),
};

const struct view_rule rule_won = {
    .name = "won",
    .about = "An award that the institution gets.",
    FIELDS(won_fields),
};
