/* paper: what the paper in hand says of itself. */
#include "source.h"

#include "rapor/view/view.h"

static struct view_attribute edition(const struct view_source *source)
{
    const size_t edition = source->paper->edition;
    return edition > 0 ? text_whole(source->facts, (int64_t)edition, source->arena)
                       : text_any(NULL);
}

static const struct view_field paper_fields[] = {
    TEXT("kind", 0, paper, kind, "of document"),
    TYPED("n", VIEW_PLACE, 0, paper, n,
          "its number in the register; without one, the place of its institution in the "
          "evaluation"),
    TEXT("number", VIEW_MAYBE, paper, number,
         "as the register gave it; without one, of a letter, that of the evaluation"),
    WORDS("open", VIEW_MAYBE, "yes", paper, open,
          "number and date come at signing: the paper leaves room for them"),
    GOT("edition", VIEW_PLACE, VIEW_MAYBE, edition, "where there is a register, from 1"),
    TEXT("replaced", VIEW_MAYBE, paper, replaced,
         "number of the edition before, where this one takes its place"),
    TYPED("replaced-date", VIEW_DATE, VIEW_MAYBE, paper, replaced_date, "its date"),
    WORDS("withdrawn", VIEW_MAYBE, "yes", paper, withdrawn, "it had been withdrawn"),
    TEXT("code", VIEW_MAYBE, paper, code, "what people type to check it: `2021-13.01-3BDC4AEF`"),
    TEXT("link", VIEW_MAYBE, paper, link, "where its page is: what the QR code holds"),
};

const struct view_rule rule_paper = {
    .name = "paper",
    .about = "What the paper that is made says of itself; only for layouts.",
    FIELDS(paper_fields),
};
