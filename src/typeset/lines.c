/* Words become lines: the breaks of a paragraph are chosen together, so that
 * the sum of what each line costs is least (total fit, as Knuth and Plass). */
#include "lines.h"

#include "rapor/arena.h"

#include <math.h>

static const double shrink = 0.15;          /* how much of a space may be taken away */
static const double line_cost = 10;         /* of any line, so that fewer lines win */
static const double ragged_line_cost = 100; /* the same where lines need not be full */
static const double cut_cost = 150;         /* of ending a line inside a word */
static const double stub_cost = 120;        /* of a last line under a tenth of the measure */

/* The best way found so far to end a line before word i. */
struct best {
    double cost;
    size_t from;
};

struct search {
    const struct words *words;
    struct measure measure;
    struct best *best; /* one for each word and one behind the last */
    size_t start, end; /* the words between two forced breaks */
};

/* A line on trial: its natural width and its spaces. */
struct trial {
    size_t first;
    double width, spaces; /* spaces: their natural width */
};

static double line_width(const struct search *s, size_t first)
{
    return first == 0 ? s->measure.width - s->measure.indent : s->measure.width;
}

static double justified_cost(double slack, double spaces)
{
    if (spaces <= 0)
        return slack > 1 ? 1e5 + slack : 0;
    double ratio = slack >= 0 ? slack / spaces : slack / spaces / shrink;
    return 100 * fabs(ratio) * ratio * ratio;
}

static double ragged_cost(double slack, double width)
{
    return 100 * (slack / width) * (slack / width);
}

/* LAST: the line ends the paragraph or stands before a forced break. */
static double cost_of(const struct search *s, const struct trial *trial, bool last, bool cut)
{
    double width = line_width(s, trial->first), slack = width - trial->width;
    bool full = s->measure.align == ALIGN_JUSTIFY;
    double cost = (full ? line_cost : ragged_line_cost) + (cut ? cut_cost : 0);
    if (last && s->measure.align != ALIGN_CENTER)
        return cost + (trial->width < width / 10 && trial->first > s->start ? stub_cost : 0) +
               (slack < 0 ? justified_cost(slack, trial->spaces) : 0);
    return cost + (full ? fabs(justified_cost(slack, trial->spaces)) : ragged_cost(slack, width));
}

static void offer(const struct search *s, const struct trial *trial, size_t next, double cost)
{
    double sum = s->best[trial->first].cost + cost;
    if (sum < s->best[next].cost)
        s->best[next] = (struct best){sum, trial->first};
}

static bool too_wide(const struct search *s, const struct trial *trial)
{
    double give = s->measure.align == ALIGN_JUSTIFY ? trial->spaces * shrink : 0;
    return trial->width - give > line_width(s, trial->first) + 0.01;
}

/* Tries every line that begins with word FIRST. */
static void try_lines(const struct search *s, size_t first)
{
    struct trial trial = {.first = first};
    for (size_t i = first; i < s->end; i++) {
        const struct word *word = &s->words->items[i];
        if (word->kind != WORD_TEXT && i > first && !too_wide(s, &trial))
            offer(s, &trial, i + 1, cost_of(s, &trial, false, word->kind == WORD_CUT));
        trial.width += word->width;
        trial.spaces += word->kind == WORD_SPACE ? word->width : 0;
        if (too_wide(s, &trial) && word->kind == WORD_TEXT)
            return;
    }
    offer(s, &trial, s->end, cost_of(s, &trial, true, false));
}

static void add_line(struct setter *setter, struct line_list *out, struct line line)
{
    out->items = arena_grow(setter->arena, out->items, out->count, &out->room, sizeof *out->items);
    out->items[out->count++] = line;
}

/* Drops the space or cut that the line ended with. */
static size_t line_end(const struct words *words, size_t first, size_t end)
{
    while (end > first && words->items[end - 1].kind != WORD_TEXT)
        end--;
    return end;
}

static void collect(struct setter *setter, const struct search *s, struct line_list *out)
{
    size_t first_line = out->count;
    for (size_t end = s->end; end > s->start; end = s->best[end].from) {
        size_t first = s->best[end].from;
        add_line(setter, out, (struct line){first, line_end(s->words, first, end), end == s->end});
    }
    for (size_t i = first_line, j = out->count; i + 1 < j; i++) { /* found from the end */
        struct line line = out->items[i];
        out->items[i] = out->items[--j];
        out->items[j] = line;
    }
    if (s->start == s->end) /* nothing between two breaks: an empty line */
        add_line(setter, out, (struct line){s->start, s->end, true});
}

static void break_segment(struct setter *setter, struct search *s, struct line_list *out)
{
    for (size_t i = s->start; i <= s->end; i++)
        s->best[i] = (struct best){.cost = HUGE_VAL, .from = s->start};
    s->best[s->start].cost = 0;
    for (size_t i = s->start; i < s->end; i++)
        if (s->best[i].cost < HUGE_VAL)
            try_lines(s, i);
    collect(setter, s, out);
}

struct line_list lines_of(struct setter *setter, const struct words *words, struct measure measure)
{
    struct line_list out = {0};
    struct search s = {.words = words, .measure = measure};
    s.best = ARENA_ARRAY(setter->arena, words->count + 1, struct best);
    for (size_t i = 0; i <= words->count; i++)
        if (i == words->count || words->items[i].kind == WORD_BREAK) {
            s.end = i;
            break_segment(setter, &s, &out);
            s.start = i + 1;
        }
    return out;
}
