/* Images, QR codes, places for signatures, and charts. */
#include "blocks.h"
#include "places.h"
#include "values.h"
#include "walk.h"

#include "rapor/base/own.h"

#include <math.h>

bool walk_image(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    const struct value *values = node->values;
    struct image image = {
        .path = values[IMAGE_SRC].name,
        .width = values[IMAGE_WIDTH].length,
        .height = values[IMAGE_HEIGHT].length,
        .align = (enum align)values[IMAGE_ALIGN].count,
    };
    bool decoration = values[IMAGE_DECORATION].count > 0;
    if (!decoration && !walk_filled(walk, node, IMAGE_ALT, &image.alt))
        return false;
    blocks_add(walk, blocks, node, BLOCK_IMAGE)->image = image;
    return true;
}

bool walk_qr(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    struct qr qr = {
        .size = node->values[QR_SIZE].length,
        .align = (enum align)node->values[QR_ALIGN].count,
    };
    if (!walk_filled(walk, node, QR_VALUE, &qr.text) || !walk_filled(walk, node, QR_ALT, &qr.alt))
        return false;
    qr.target = target_to(walk, qr.text, qr.alt);
    blocks_add(walk, blocks, node, BLOCK_QR)->qr = qr;
    return true;
}

bool walk_signature(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    struct signature signature = {
        .height = node->values[SIGNATURE_HEIGHT].length,
        .seal = node->values[SIGNATURE_SEAL].count > 0,
    };
    if (!walk_filled(walk, node, SIGNATURE_NAME, &signature.name) ||
        !walk_text(walk, node, SIGNATURE_REASON, &signature.reason) ||
        !walk_text(walk, node, SIGNATURE_LOCATION, &signature.location) ||
        !walk_text(walk, node, SIGNATURE_LINK, &signature.link) ||
        !walk_text(walk, node, SIGNATURE_SIGNER, &signature.signer) ||
        !walk_text(walk, node, SIGNATURE_ABOUT, &signature.about) ||
        !walk_text(walk, node, SIGNATURE_CERTIFICATE, &signature.certificate) ||
        !walk_blocks(walk, &node->children, &signature.blocks))
        return false;
    blocks_add(walk, blocks, node, BLOCK_SIGNATURE)->signature = signature;
    return true;
}

/* A chart being filled: its categories, and what is evaluated at each. */
struct chart_filling {
    struct chart chart;
    const struct node *node;
    struct node_set entries;
    size_t series_room, class_room;
    struct class *classes;
};

static bool walk_value(struct walk *walk, const struct node *series, double *value)
{
    const char *text = evaluate_passing(walk, series->values[SERIES_VALUE].expression);
    if (!text || parse_number(text, value))
        return text;
    return walk_failed(walk, series, "the value \"%s\" is no number", text);
}

/* Fills in what is evaluated at category INDEX, where the walk is. */
typedef bool fill_category(struct walk *walk, const struct chart_filling *filling, const void *from,
                           size_t index);

static bool each_category(struct walk *walk, const struct chart_filling *filling,
                          fill_category *fill, const void *from)
{
    const struct focus outer = walk->evaluator.focus;
    bool done = true;
    for (size_t i = 0; done && i < filling->entries.count; i++) {
        focus_on(walk, filling->entries.items[i], i, filling->entries.count);
        done = fill(walk, filling, from, i);
    }
    walk->evaluator.focus = outer;
    return done;
}

static bool fill_words(struct walk *walk, const struct chart_filling *filling, int slot,
                       const char **words)
{
    const struct expression *expression = filling->node->values[slot].expression;
    return !words || evaluate_text(walk, expression, words);
}

static bool fill_names(struct walk *walk, const struct chart_filling *filling, const void *from,
                       size_t index)
{
    const struct chart *chart = &filling->chart;
    bool *marked = (bool *)from;
    const struct expression *test = filling->node->values[CHART_MARKED].expression;
    return fill_words(walk, filling, CHART_LABEL, &chart->categories[index]) &&
           fill_words(walk, filling, CHART_BREAKS, chart->breaks ? &chart->breaks[index] : NULL) &&
           fill_words(walk, filling, CHART_GROUP, chart->groups ? &chart->groups[index] : NULL) &&
           fill_words(walk, filling, CHART_KEY, chart->keys ? &chart->keys[index] : NULL) &&
           (!test || evaluate_test(walk, test, &marked[index]));
}

/* FROM is the last series, as it is written in the layout. */
static bool fill_value(struct walk *walk, const struct chart_filling *filling, const void *from,
                       size_t index)
{
    const struct chart *chart = &filling->chart;
    return walk_value(walk, from, &chart->series[chart->series_count - 1].values[index]);
}

static bool put_class(struct walk *walk, const struct node *node, struct chart_filling *filling)
{
    struct chart *chart = &filling->chart;
    filling->classes = arena_grow(walk->arena, filling->classes, chart->class_count,
                                  &filling->class_room, sizeof *filling->classes);
    struct class *class = &filling->classes[chart->class_count];
    if (chart->class_count == CLASSES_MOST)
        return walk_failed(walk, node, "a chart has at most %d classes", CLASSES_MOST);
    if (!walk_filled(walk, node, CLASS_NAME, &class->name) ||
        !walk_number(walk, node, CLASS_FROM, &class->from))
        return false;
    if (!isfinite(class->from) || (chart->class_count > 0 && class->from <= class[-1].from))
        return walk_failed(walk, node, "each class must begin above the one before it");
    chart->class_count++;
    chart->classes = filling->classes;
    return true;
}

static bool put_series(struct walk *walk, const struct node *node, struct chart_filling *filling)
{
    struct chart *chart = &filling->chart;
    chart->series = arena_grow(walk->arena, chart->series, chart->series_count,
                               &filling->series_room, sizeof *chart->series);
    struct series *series = &chart->series[chart->series_count++];
    const struct palette *palette = chart->palette;
    *series = (struct series){
        .color = node->values[SERIES_COLOR].given
                     ? node->values[SERIES_COLOR].color
                     : palette->series[(chart->series_count - 1) % SERIES_COLORS],
        .values = ARENA_ARRAY(walk->arena, chart->category_count, double),
    };
    return walk_text(walk, node, SERIES_NAME, &series->name) &&
           each_category(walk, filling, fill_value, node);
}

static bool put_child(struct walk *walk, const struct node *node, void *target)
{
    return node->kind == NODE_CLASS ? put_class(walk, node, target)
                                    : put_series(walk, node, target);
}

static bool has_value(const struct chart *chart, const struct series *series)
{
    for (size_t i = 0; i < chart->category_count; i++)
        if (!isnan(series->values[i]))
            return true;
    return false;
}

/* A series that has no value at all is neither drawn nor named, unless it is the only one. */
static void drop_empty(struct chart *chart)
{
    size_t kept = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        if (has_value(chart, &chart->series[i]))
            chart->series[kept++] = chart->series[i];
    chart->series_count = kept > 0 ? kept : MIN(chart->series_count, 1);
}

/* The scale must hold something, or no chart could be drawn on it. */
static bool walk_scale(struct walk *walk, const struct node *node, struct chart *chart)
{
    if (!walk_number(walk, node, CHART_LOW, &chart->low) ||
        !walk_number(walk, node, CHART_HIGH, &chart->high) ||
        !walk_number(walk, node, CHART_STEP, &chart->step) ||
        !walk_number(walk, node, CHART_TARGET, &chart->target))
        return false;
    if (chart->low < chart->high && chart->step >= 0)
        return true;
    return walk_failed(walk, node, "the scale of this chart must go up: low, high, step");
}

static const char **room_for(struct walk *walk, const struct value *value, size_t count)
{
    return value->given ? ARENA_ARRAY(walk->arena, count, const char *) : NULL;
}

static bool walk_categories(struct walk *walk, struct chart_filling *filling)
{
    static const struct arrangement by = {CHART_CATEGORIES,
                                          {CHART_SORT, CHART_THEN},
                                          {CHART_ORDER, CHART_THEN_ORDER},
                                          CHART_LIMIT,
                                          CHART_TAIL};
    struct chart *chart = &filling->chart;
    const struct value *values = filling->node->values;
    if (!walk_arranged(walk, filling->node, &by, &filling->entries))
        return false;
    size_t count = chart->category_count = filling->entries.count;
    bool *marked = ARENA_ARRAY(walk->arena, count, bool);
    chart->categories = ARENA_ARRAY(walk->arena, count, const char *);
    chart->breaks = room_for(walk, &values[CHART_BREAKS], count);
    chart->groups = room_for(walk, &values[CHART_GROUP], count);
    chart->keys = room_for(walk, &values[CHART_KEY], count);
    chart->marked = marked;
    return each_category(walk, filling, fill_names, marked);
}

bool walk_chart(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    const struct value *values = node->values;
    struct chart_filling filling = {
        .node = node,
        .chart = {
            .kind = values[CHART_KIND].name,
            .width = values[CHART_WIDTH].length,
            .height = values[CHART_HEIGHT].length,
            .map = values[CHART_MAP].given ? values[CHART_MAP].map : NULL,
            .palette = &walk->layout->palette,
            .style = values[CHART_STYLE].given ? values[CHART_STYLE].style : walk->style,
        }};
    struct chart *chart = &filling.chart;
    const struct node_sink sink = {.put = put_child, .target = &filling};
    if (!walk_categories(walk, &filling) || !walk_nodes(walk, &node->children, &sink) ||
        !walk_scale(walk, node, chart) ||
        !walk_text(walk, node, CHART_TARGET_NAME, &chart->target_name) ||
        !walk_text(walk, node, CHART_MISSING, &chart->missing_name) ||
        !walk_filled(walk, node, CHART_ALT, &chart->alt))
        return false;
    drop_empty(chart);
    blocks_add(walk, blocks, node, BLOCK_CHART)->chart = *chart;
    return true;
}
