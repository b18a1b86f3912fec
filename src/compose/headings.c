/* Headings, captions and contents: what leads readers through a document. */
#include "blocks.h"
#include "inline.h"
#include "places.h"
#include "walk.h"

/* Captions that begin with the same word are counted together. */
struct counter {
    struct counter *next;
    const char *word;
    unsigned count;
};

/* A table of contents that waits for its entries. */
struct contents_of {
    struct contents_of *next;
    const struct node *node;
    struct blocks *entries;
};

static const char *runs_text(struct walk *walk, const struct runs *runs)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < runs->count; i++)
        g_string_append(text, runs->items[i].kind == RUN_TEXT ? runs->items[i].text : " ");
    return arena_strdup(walk->arena, g_strstrip(text->str));
}

/* Of the last heading, or 0. */
static unsigned last_level(const struct doc *doc)
{
    size_t i = doc->heading_count;
    while (i > 0 && doc->headings[i - 1]->row)
        i--;
    return i > 0 ? doc->headings[i - 1]->level : 0;
}

static void add_heading(struct walk *walk, const struct heading *heading)
{
    struct doc *doc = walk->doc;
    doc->headings = arena_grow(walk->arena, doc->headings, doc->heading_count, &walk->heading_room,
                               sizeof(void *));
    doc->headings[doc->heading_count++] = heading;
}

void note_bookmark(struct walk *walk, const char *text, const struct anchor *anchor)
{
    struct heading *heading = ARENA_NEW(walk->arena, struct heading);
    *heading = (struct heading){
        .level = last_level(walk->doc) + 1, .text = text, .row = true, .anchor = anchor};
    add_heading(walk, heading);
}

bool note_heading(struct walk *walk, const struct node *node, struct paragraph *paragraph)
{
    struct doc *doc = walk->doc;
    unsigned level = (unsigned)node->values[HEADING_LEVEL].count + 1;
    unsigned last = last_level(doc);
    if (level > last + 1)
        return walk_failed(walk, node, "a heading of level %u needs one of level %u before it",
                           level, level - 1);
    struct heading *heading = ARENA_NEW(walk->arena, struct heading);
    struct anchor *anchor;
    if (!anchor_of(walk, node, HEADING_ID, &anchor))
        return false;
    if (!anchor)
        anchor = anchor_add(walk, NULL);
    anchor->label = runs_text(walk, &paragraph->runs);
    *heading = (struct heading){
        .level = level,
        .text = anchor->label,
        .listed = node->values[HEADING_LISTED].count > 0,
        .anchor = anchor,
    };
    add_heading(walk, heading);
    paragraph->heading = heading;
    paragraph->anchor = anchor;
    return true;
}

static unsigned count_caption(struct walk *walk, const char *word)
{
    struct counter *counter = walk->counters;
    while (counter && !g_str_equal(counter->word, word))
        counter = counter->next;
    if (!counter) {
        counter = ARENA_NEW(walk->scratch, struct counter);
        *counter = (struct counter){walk->counters, word, 0};
        walk->counters = counter;
    }
    return ++counter->count;
}

/* Puts "Gambar 3." before what the caption says. */
static void put_label(struct walk *walk, const struct node *node, struct paragraph *caption,
                      const char *label)
{
    struct runs runs = {ARENA_ARRAY(walk->arena, caption->runs.count + 1, struct run), 1,
                        caption->runs.count + 1};
    runs.items[0] = (struct run){
        .style = style_bold(walk, caption->style),
        .text = arena_printf(walk->arena, caption->runs.count > 0 ? "%s. " : "%s.", label),
        .origin = origin_of(node),
    };
    for (size_t i = 0; i < caption->runs.count; i++)
        runs.items[runs.count++] = caption->runs.items[i];
    caption->runs = runs;
}

bool walk_caption(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    struct paragraph caption = {.role = ROLE_CAPTION, .style = node->values[CAPTION_STYLE].style};
    struct anchor *anchor;
    const char *word;
    if (!walk_filled(walk, node, CAPTION_WORD, &word) ||
        !anchor_of(walk, node, CAPTION_ID, &anchor) ||
        !walk_inline(walk, &node->children, caption.style, &caption.runs))
        return false;
    const char *label = arena_printf(walk->arena, "%s\u00a0%u", word, count_caption(walk, word));
    put_label(walk, node, &caption, label);
    caption.anchor = anchor;
    if (anchor)
        anchor->label = label;
    if (walk->unlabelled && !walk->unlabelled->label)
        walk->unlabelled->label = label;
    blocks_add(walk, blocks, node, BLOCK_PARAGRAPH)->paragraph = caption;
    return true;
}

bool walk_contents(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    struct contents_of *contents = ARENA_NEW(walk->scratch, struct contents_of);
    *contents = (struct contents_of){walk->contents, node, ARENA_NEW(walk->arena, struct blocks)};
    walk->contents = contents;
    blocks_add(walk, blocks, node, BLOCK_CONTENTS)->contents.entries = contents->entries;
    return true;
}

static struct runs one_run(struct walk *walk, struct run run)
{
    struct runs runs = {ARENA_NEW(walk->arena, struct run), 1, 1};
    *runs.items = run;
    return runs;
}

static void add_entry(struct walk *walk, const struct contents_of *contents,
                      const struct heading *heading)
{
    const struct styles *styles = &contents->node->values[CONTENTS_STYLES].styles;
    struct run run = {
        .style = styles->items[heading->level - 1],
        .text = heading->text,
        .origin = origin_of(contents->node),
        .target = target_of_anchor(walk, heading->anchor),
        .anchor = heading->anchor,
    };
    struct paragraph entry = {.role = ROLE_ENTRY, .style = run.style};
    entry.runs = one_run(walk, run);
    run.kind = RUN_PAGE_OF;
    entry.tail = one_run(walk, run);
    blocks_add(walk, contents->entries, contents->node, BLOCK_PARAGRAPH)->paragraph = entry;
}

void fill_contents(struct walk *walk)
{
    const struct doc *doc = walk->doc;
    for (const struct contents_of *at = walk->contents; at; at = at->next)
        for (size_t i = 0; i < doc->heading_count; i++)
            if (doc->headings[i]->listed &&
                doc->headings[i]->level <= at->node->values[CONTENTS_STYLES].styles.count)
                add_entry(walk, at, doc->headings[i]);
}
