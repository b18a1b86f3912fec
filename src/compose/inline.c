/* Running text becomes runs; white space is brought in order here. */
#include "inline.h"
#include "places.h"
#include "values.h"
#include "walk.h"

#include "rapor/base/letters.h"

#include <string.h>

/* A style made of another one, made once for a layout. */
struct derived {
    struct derived *next;
    const struct style *from;
    struct style style;
};

static const struct style *derive(struct walk *walk, const struct style *from,
                                  const struct style *wanted)
{
    struct derived **bucket =
        &walk->layout->derived[((uintptr_t)from / sizeof *from + wanted->align) % STYLE_BUCKETS];
    for (const struct derived *at = *bucket; at; at = at->next)
        if (at->from == from && at->style.bold == wanted->bold &&
            at->style.italic == wanted->italic && at->style.align == wanted->align)
            return &at->style;
    struct derived *derived = ARENA_NEW(walk->layout->arena, struct derived);
    *derived = (struct derived){*bucket, from, *wanted};
    *bucket = derived;
    return &derived->style;
}

const struct style *style_bold(struct walk *walk, const struct style *style)
{
    struct style wanted = *style;
    wanted.bold = true;
    return style->bold ? style : derive(walk, style, &wanted);
}

static const struct style *style_italic(struct walk *walk, const struct style *style)
{
    struct style wanted = *style;
    wanted.italic = true;
    return style->italic ? style : derive(walk, style, &wanted);
}

const struct style *style_aligned(struct walk *walk, const struct style *style, enum align align)
{
    struct style wanted = *style;
    wanted.align = align;
    return style->align == align ? style : derive(walk, style, &wanted);
}

/* Runs as they are written: they gather in the walk and are put down when all are known. */
struct inline_writer {
    struct runs *runs; /* where they will be */
    const struct style *style;
    const struct target *target;
    struct runs *tail; /* what follows a leader goes there */
    bool spaced;       /* a space would be one too many here */
};

/* Returns one more, to be filled. */
static struct run *add_run(struct walk *walk)
{
    struct runs *runs = &walk->runs;
    if (runs->count == runs->room)
        runs->items =
            arena_grow(walk->scratch, runs->items, runs->count, &runs->room, sizeof *runs->items);
    return &runs->items[runs->count++];
}

static void put_down(struct walk *walk, struct runs *runs)
{
    struct runs *gathered = &walk->runs;
    const size_t count = gathered->count;
    if (count == 0)
        return;
    *runs = (struct runs){arena_copy(walk->arena, gathered->items, count, sizeof *runs->items),
                          count, count};
    gathered->count = 0;
}

/* Adds WORDS, whose spaces are single; none stands at the beginning of a line. */
static void add_words(struct walk *walk, struct inline_writer *writer, const char *words,
                      const struct origin *origin)
{
    if (*words == '\0')
        return;
    words += writer->spaced && *words == ' ';
    writer->spaced = *words == '\0' || words[strlen(words) - 1] == ' ';
    if (*words)
        *add_run(walk) = (struct run){
            .style = writer->style, .text = words, .origin = *origin, .target = writer->target};
}

/* Takes away the space at the end of a line. */
static void trim(struct walk *walk, const struct inline_writer *writer)
{
    struct runs *runs = &walk->runs;
    if (!writer->spaced || runs->count == 0)
        return;
    struct run *last = &runs->items[runs->count - 1];
    if (last->kind != RUN_TEXT || !g_str_has_suffix(last->text, " "))
        return;
    last->text = arena_strndup(walk->arena, last->text, strlen(last->text) - 1);
    runs->count -= *last->text == '\0';
}

static bool write_text(struct walk *walk, const struct text *text, void *target)
{
    for (size_t i = 0; i < text->count; i++) {
        const struct expression *expression = text->pieces[i].expression;
        const char *words = text->pieces[i].spaced;
        struct origin origin = {text->file, text->line, NULL};
        if (expression) {
            origin = (struct origin){expression->file, expression->line, expression->text};
            const char *text_of = evaluate_passing(walk, expression);
            if (!text_of)
                return false;
            words = letters_spaced(text_of, walk->arena);
        }
        add_words(walk, target, words, &origin);
    }
    return true;
}

static void write_mark(struct walk *walk, struct inline_writer *writer, const struct node *node,
                       enum run_kind kind)
{
    if (kind == RUN_BREAK)
        trim(walk, writer);
    *add_run(walk) = (struct run){
        .kind = kind, .style = writer->style, .origin = origin_of(node), .target = writer->target};
    writer->spaced = kind == RUN_BREAK;
}

static bool write_node(struct walk *walk, const struct node *node, void *target);
static bool write_nodes(struct walk *walk, const struct nodes *nodes, struct inline_writer *writer);

static bool write_styled(struct walk *walk, const struct node *node, struct inline_writer *writer,
                         const struct style *style)
{
    const struct style *outer = writer->style;
    writer->style = style;
    bool done = write_nodes(walk, &node->children, writer);
    writer->style = outer;
    return done;
}

static bool write_link(struct walk *walk, const struct node *node, struct inline_writer *writer)
{
    bool done =
        target_of_link(walk, node, &writer->target) && write_nodes(walk, &node->children, writer);
    writer->target = NULL;
    return done;
}

static bool write_ref(struct walk *walk, const struct node *node, struct inline_writer *writer)
{
    struct run run = {.style = writer->style, .origin = origin_of(node)};
    if (!run_of_ref(walk, node, &run))
        return false;
    *add_run(walk) = run;
    writer->target = NULL;
    writer->spaced = false;
    return true;
}

/* How a part is indented in its file is not part of it. */
static bool write_use(struct walk *walk, const struct node *node, struct inline_writer *writer)
{
    const struct node_sink sink = {write_node, write_text, writer};
    const bool spaced = writer->spaced;
    const size_t before = walk->runs.count;
    writer->spaced = true;
    bool done = walk_use(walk, node, &sink);
    if (walk->runs.count > before)
        trim(walk, writer);
    writer->spaced = walk->runs.count > before ? false : spaced;
    return done;
}

static void write_leader(struct walk *walk, struct inline_writer *writer)
{
    trim(walk, writer);
    put_down(walk, writer->runs);
    writer->runs = writer->tail;
    writer->spaced = true;
}

static bool write_node(struct walk *walk, const struct node *node, void *target)
{
    struct inline_writer *writer = target;
    switch ((unsigned)node->kind) {
    case NODE_TEXT:
        return write_text(walk, node->text, writer);
    case NODE_BOLD:
        return write_styled(walk, node, writer, style_bold(walk, writer->style));
    case NODE_ITALIC:
        return write_styled(walk, node, writer, style_italic(walk, writer->style));
    case NODE_SPAN:
        return write_styled(walk, node, writer, node->values[SPAN_STYLE].style);
    case NODE_LINK:
        return write_link(walk, node, writer);
    case NODE_BREAK:
        write_mark(walk, writer, node, RUN_BREAK);
        break;
    case NODE_PAGE_NUMBER:
        write_mark(walk, writer, node, RUN_PAGE);
        break;
    case NODE_REF:
        return write_ref(walk, node, writer);
    case NODE_USE:
        return write_use(walk, node, writer);
    case NODE_LEADER:
        write_leader(walk, writer);
        break;
    case NODE_PAGE_COUNT:
        write_mark(walk, writer, node, RUN_PAGES);
        break;
    case NODE_CHAPTER:
        write_mark(walk, writer, node, RUN_CHAPTER);
        break;
    case NODE_NBSP:
        add_words(walk, writer, "\u00a0", &(struct origin){node->file, node->line, NULL});
        break;
    case NODE_LABEL: /* was written before */
        break;
    default: /* a kind that nothing here writes */
        g_assert_not_reached();
    }
    return true;
}

static bool write_nodes(struct walk *walk, const struct nodes *nodes, struct inline_writer *writer)
{
    const struct node_sink sink = {write_node, write_text, writer};
    return walk_nodes(walk, nodes, &sink);
}

bool walk_inline(struct walk *walk, const struct nodes *nodes, const struct style *style,
                 struct runs *runs)
{
    struct inline_writer writer = {.runs = runs, .style = style, .spaced = true};
    if (!write_nodes(walk, nodes, &writer))
        return false;
    trim(walk, &writer);
    put_down(walk, writer.runs);
    return true;
}

bool walk_tailed(struct walk *walk, const struct nodes *nodes, struct paragraph *paragraph)
{
    struct inline_writer writer = {.runs = &paragraph->runs,
                                   .style = paragraph->style,
                                   .tail = &paragraph->tail,
                                   .spaced = true};
    if (!write_nodes(walk, nodes, &writer))
        return false;
    trim(walk, &writer);
    put_down(walk, writer.runs);
    return true;
}

void runs_words(struct walk *walk, const char *words, const struct style *style,
                const struct node *node, struct runs *runs)
{
    struct inline_writer writer = {.runs = runs, .style = style, .spaced = true};
    struct origin origin = origin_of(node);
    add_words(walk, &writer, letters_spaced(words, walk->arena), &origin);
    trim(walk, &writer);
    put_down(walk, runs);
}
