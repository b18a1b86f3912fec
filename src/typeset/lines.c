/* Words become lines: the breaks of a paragraph are chosen together, by total fit (Knuth and
 * Plass, Breaking Paragraphs into Lines, 1981).  A line costs what it looks like: the cube of
 * how far its spaces are from natural, a hyphen, a bound pair torn apart, a runt at the end.
 * The words between two forced breaks are a graph: a node before each word, an edge for each
 * line that could be; best[i] is the cheapest way from the start to word i (dynamic
 * programming), found from left to right.  An edge that is too wide ends the search of its
 * node, so the work grows with the words of a line, not with those of the paragraph.  First
 * fit would be as fast, but it fills each line at the cost of the next; in narrow columns of
 * long Indonesian words the holes that it leaves are seen.
 *
 * What cannot be set well is tried with more freedom, one step after the other, rather than
 * with softer costs: so one word that is too long changes nothing in other paragraphs. */
#include "lines.h"

#include "rapor/base/arena.h"

#include <math.h>

static const double shrink = 0.2;           /* how much of a space may be taken away */
static const double line_cost = 10;         /* of any line, so that fewer lines win */
static const double ragged_line_cost = 100; /* the same where lines need not be full */
static const double cut_cost = 150;         /* of ending a line inside a word */
static const double hyphen_cost = 500;      /* of dividing a word there */
static const double bound_cost = 3000;      /* of parting words that belong together */
static const double underfull_cost = 5e4;   /* of a lone word in a line of its own */
static const double overfull_cost = 1e7;    /* of ending a line where none may end */
static const double runt_cost = 400;        /* of a last line that is too short */

/* How much is allowed: the first that finds a way is taken. */
enum freedom {
    FREEDOM_FILLED,    /* every line can be filled without rivers */
    FREEDOM_STRETCHED, /* every line can be filled, some with wide spaces */
    FREEDOM_OVERFULL,  /* some end where they should not */
    FREEDOM_COUNT,
};

/* By how much of itself a space of a full line grows at most. */
static const double stretch[FREEDOM_COUNT] = {2, STRETCH_MOST, HUGE_VAL};

/* The best way found so far to end a line before word i. */
struct best {
    double cost;
    size_t from;
};

struct line_search {
    const struct words *words;
    struct measure measure;
    struct best *best; /* one for each word and one behind the last */
    size_t start, end; /* the words between two forced breaks */
    enum freedom freedom;
};

/* A line on trial: its natural width and its spaces. */
struct trial {
    size_t first;
    double width, spaces; /* spaces: their natural width */
};

static double line_width(const struct line_search *s, size_t first)
{
    return first == 0 ? s->measure.width - s->measure.indent : s->measure.width;
}

/* Two lines that are a little loose look better than one with holes. */
static double justified_cost(double slack, double spaces, double width)
{
    if (spaces <= 0)
        return slack > 1 ? underfull_cost * slack / width : 0;
    double ratio = slack >= 0 ? slack / spaces : slack / spaces / shrink;
    return 100 * fabs(ratio) * ratio * ratio;
}

static double ragged_cost(double slack, double width)
{
    return 100 * (slack / width) * (slack / width);
}

/* What it costs to end a line at WORD, which is not the last. */
static double end_cost(const struct word *word)
{
    switch (word->kind) {
    case WORD_SPACE:
        return word->bound ? bound_cost : 0;
    case WORD_CUT:
        return cut_cost;
    case WORD_HYPHEN:
        return hyphen_cost;
    case WORD_TEXT:
    case WORD_TIE:
    case WORD_BREAK:
        break;
    }
    return overfull_cost;
}

/* A last line so short that it looks forgotten. */
static bool is_runt(const struct line_search *s, const struct trial *trial, double width)
{
    double least = s->measure.align == ALIGN_JUSTIFY ? width / 6 : width / 4;
    return trial->first > s->start && trial->width < least;
}

/* Without what the line ends at. */
static double fill_cost(const struct line_search *s, const struct trial *trial, bool last)
{
    double width = line_width(s, trial->first), slack = width - trial->width;
    bool full = s->measure.align == ALIGN_JUSTIFY;
    double cost = full ? line_cost : ragged_line_cost;
    if (last && s->measure.align != ALIGN_CENTER && !s->measure.even)
        return cost + (is_runt(s, trial, width) ? runt_cost : 0) +
               (slack < 0 ? fabs(justified_cost(slack, trial->spaces, width)) : 0);
    return cost +
           (full ? fabs(justified_cost(slack, trial->spaces, width)) : ragged_cost(slack, width));
}

static void offer(const struct line_search *s, const struct trial *trial, size_t next, double cost)
{
    double sum = s->best[trial->first].cost + cost;
    if (sum < s->best[next].cost)
        s->best[next] = (struct best){sum, trial->first};
}

static bool too_wide(const struct line_search *s, const struct trial *trial)
{
    double give = s->measure.align == ALIGN_JUSTIFY ? trial->spaces * shrink : 0;
    return trial->width - give > line_width(s, trial->first) + 0.01;
}

/* Two hyphens below one another are a ladder. */
static bool makes_ladder(const struct line_search *s, size_t first, const struct word *word)
{
    return word->kind == WORD_HYPHEN && first > 0 && s->words->items[first - 1].kind == WORD_HYPHEN;
}

static bool may_end(const struct line_search *s, const struct trial *trial, const struct word *word)
{
    bool text = word->kind == WORD_TEXT || word->kind == WORD_TIE;
    if (too_wide(s, trial) || makes_ladder(s, trial->first, word) ||
        (text && s->freedom < FREEDOM_OVERFULL))
        return false;
    double slack = line_width(s, trial->first) - trial->width;
    return s->measure.align != ALIGN_JUSTIFY || s->freedom == FREEDOM_OVERFULL ||
           slack <= stretch[s->freedom] * trial->spaces + 1;
}

/* Tries to end the line before word NEXT. */
static void try_end(const struct line_search *s, const struct trial *trial, size_t next)
{
    const struct word *word = &s->words->items[next];
    struct trial shown = *trial;
    if (word->kind == WORD_HYPHEN)
        shown.width += word->shaped->width;
    if (!may_end(s, &shown, word))
        return;
    /* Where a line is overfull, the word itself begins the next one. */
    size_t begin = word->kind == WORD_TEXT ? next : next + 1;
    offer(s, trial, begin, fill_cost(s, &shown, false) + end_cost(word));
}

/* Tries every line that begins with word FIRST. */
static void try_lines(const struct line_search *s, size_t first)
{
    struct trial trial = {.first = first};
    for (size_t i = first; i < s->end; i++) {
        const struct word *word = &s->words->items[i];
        if (i > first)
            try_end(s, &trial, i);
        trial.width += word->width;
        if (word->kind == WORD_SPACE || word->kind == WORD_TIE)
            trial.spaces += word->width;
        if (too_wide(s, &trial) && word->kind == WORD_TEXT && (i > first || s->end > i + 1))
            return;
    }
    offer(s, &trial, s->end, fill_cost(s, &trial, true));
}

static void add_line(struct typesetter *typesetter, struct line_list *out, struct line line)
{
    out->items =
        arena_grow(typesetter->scratch, out->items, out->count, &out->room, sizeof *out->items);
    out->items[out->count++] = line;
}

size_t line_end(const struct words *words, size_t first, size_t end)
{
    while (end > first && words->items[end - 1].kind != WORD_TEXT &&
           words->items[end - 1].kind != WORD_HYPHEN)
        end--;
    return end;
}

static double looseness(const struct line_search *s, const struct line *line)
{
    double hyphen = 0;
    const struct word *last = line->end > line->first ? &s->words->items[line->end - 1] : NULL;
    if (line->last || s->measure.align != ALIGN_JUSTIFY)
        return 0;
    if (last && last->kind == WORD_HYPHEN)
        hyphen = last->shaped->width;
    double slack =
        line_width(s, line->first) - words_width(s->words, line->first, line->end) - hyphen;
    double spaces = spaces_width(s->words, line->first, line->end);
    return spaces > 0 ? slack / spaces : slack > 1 ? HUGE_VAL : 0;
}

static void collect(struct typesetter *typesetter, const struct line_search *s,
                    struct line_list *out)
{
    size_t first_line = out->count;
    for (size_t end = s->end; end > s->start; end = s->best[end].from) {
        size_t first = s->best[end].from;
        const struct line line = {first, line_end(s->words, first, end), end == s->end};
        out->loosest = fmax(out->loosest, looseness(s, &line));
        add_line(typesetter, out, line);
    }
    for (size_t i = first_line, j = out->count; i + 1 < j; i++) { /* found from the end */
        struct line line = out->items[i];
        out->items[i] = out->items[--j];
        out->items[j] = line;
    }
    if (s->start == s->end) /* nothing between two breaks: an empty line */
        add_line(typesetter, out, (struct line){s->start, s->end, true});
}

static void find_way(struct line_search *s)
{
    for (size_t i = s->start; i <= s->end; i++)
        s->best[i] = (struct best){.cost = HUGE_VAL, .from = s->start};
    s->best[s->start].cost = 0;
    for (size_t i = s->start; i < s->end; i++)
        if (s->best[i].cost < HUGE_VAL)
            try_lines(s, i);
}

/* False where a full line would have holes in it, whatever is done. */
static bool break_segment(struct typesetter *typesetter, struct line_search *s,
                          struct line_list *out)
{
    const bool full = s->measure.align == ALIGN_JUSTIFY;
    s->freedom = FREEDOM_FILLED;
    find_way(s);
    while (s->best[s->end].cost == HUGE_VAL && s->freedom + 1 < FREEDOM_COUNT &&
           !(full && s->freedom == FREEDOM_STRETCHED)) {
        s->freedom++;
        find_way(s);
    }
    out->cost += s->best[s->end].cost;
    if (s->best[s->end].cost < HUGE_VAL)
        collect(typesetter, s, out);
    return s->best[s->end].cost < HUGE_VAL;
}

/* Breaks all between the forced breaks. */
static bool break_all(struct typesetter *typesetter, struct line_search *s, struct line_list *out)
{
    const struct words *words = s->words;
    *out = (struct line_list){0};
    s->start = 0;
    for (size_t i = 0; i <= words->count; i++)
        if (i == words->count || words->items[i].kind == WORD_BREAK) {
            s->end = i;
            if (!break_segment(typesetter, s, out))
                return false;
            s->start = i + 1;
        }
    return true;
}

/* True where so few words stand on a line that ragged ones might take less room. */
static bool is_narrow(const struct line_list *full, const struct words *words)
{
    static const size_t few = 4;
    size_t spaces = 0;
    for (size_t i = 0; i < words->count; i++)
        spaces += words->items[i].kind == WORD_SPACE || words->items[i].kind == WORD_TIE;
    return full->count > 1 && spaces < few * full->count;
}

/* A paragraph whose lines cannot all be filled is set ragged as a whole: one short line
 * among full ones looks like a mistake. */
struct line_list lines_of(struct typesetter *typesetter, const struct words *words,
                          struct measure measure)
{
    struct line_list full, ragged;
    struct line_search s = {.words = words, .measure = measure};
    s.best = ARENA_ARRAY(typesetter->scratch, words->count + 1, struct best);
    const bool filled = break_all(typesetter, &s, &full);
    if (filled && (measure.align != ALIGN_JUSTIFY || measure.divides || !is_narrow(&full, words)))
        return full;
    s.measure.align = ALIGN_LEFT;
    break_all(typesetter, &s, &ragged);
    ragged.ragged = true;
    ragged.loosest = HUGE_VAL;
    return filled && full.count <= ragged.count ? full : ragged;
}
