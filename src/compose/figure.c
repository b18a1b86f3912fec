/* Images, QR codes, places for signatures, and charts. */
#include "walk.h"

#include "rapor/own.h"

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
    blocks_add(walk, blocks, node, BLOCK_QR)->qr = qr;
    return true;
}

bool walk_signature(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    struct signature signature = {
        .height = node->values[SIGNATURE_HEIGHT].length,
    };
    if (!walk_filled(walk, node, SIGNATURE_NAME, &signature.name) ||
        !walk_text(walk, node, SIGNATURE_REASON, &signature.reason) ||
        !walk_text(walk, node, SIGNATURE_LOCATION, &signature.location) ||
        !walk_text(walk, node, SIGNATURE_LINK, &signature.link) ||
        !walk_blocks(walk, &node->children, &signature.blocks))
        return false;
    blocks_add(walk, blocks, node, BLOCK_SIGNATURE)->signature = signature;
    return true;
}

static bool category_value(struct walk *walk, const struct node *series, double *value)
{
    const char *text;
    if (!evaluate_text(walk, series->values[SERIES_VALUE].expression, &text))
        return false;
    if (parse_number(text, value))
        return true;
    return walk_failed(walk, series, "the value \"%s\" is no number", text);
}

/* Fills in category INDEX and its value in every series. */
static bool walk_category(struct walk *walk, const struct node *node, struct chart *chart,
                          size_t index)
{
    const struct expression *label = node->values[CHART_LABEL].expression;
    const struct value *breaks = &node->values[CHART_BREAKS];
    if (!evaluate_text(walk, label, &chart->categories[index]))
        return false;
    if (breaks->given && !evaluate_text(walk, breaks->expression, &chart->breaks[index]))
        return false;
    for (size_t i = 0; i < chart->series_count; i++)
        if (!category_value(walk, &node->children.items[i], &chart->series[i].values[index]))
            return false;
    return true;
}

static bool walk_categories(struct walk *walk, const struct node *node, struct chart *chart,
                            const xmlNodeSet *nodes)
{
    if (!nodes)
        return true;
    struct focus outer = walk->focus;
    xmlNode *current = walk->data.current;
    bool done = true;
    for (size_t i = 0; done && i < chart->category_count; i++) {
        walk->focus = (struct focus){nodes->nodeTab[i], (int)i + 1, nodes->nodeNr};
        walk->data.current = nodes->nodeTab[i];
        done = walk_category(walk, node, chart, i);
    }
    walk->focus = outer;
    walk->data.current = current;
    return done;
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

static bool make_series(struct walk *walk, const struct node *node, struct chart *chart)
{
    chart->series_count = node->children.count;
    chart->series = ARENA_ARRAY(walk->arena, chart->series_count, struct series);
    for (size_t i = 0; i < chart->series_count; i++) {
        const struct node *from = &node->children.items[i];
        struct series *series = &chart->series[i];
        series->color = from->values[SERIES_COLOR].color;
        series->values = ARENA_ARRAY(walk->arena, chart->category_count, double);
        if (!walk_text(walk, from, SERIES_NAME, &series->name))
            return false;
    }
    return true;
}

/* The scale must hold something, or no chart could be drawn on it. */
static bool walk_scale(struct walk *walk, const struct node *node, struct chart *chart)
{
    if (!walk_number(walk, node, CHART_LOW, &chart->low) ||
        !walk_number(walk, node, CHART_HIGH, &chart->high) ||
        !walk_number(walk, node, CHART_STEP, &chart->step) ||
        !walk_number(walk, node, CHART_TARGET, &chart->target))
        return false;
    if (chart->low < chart->high && chart->step > 0)
        return true;
    return walk_failed(walk, node, "the scale of this chart must go up: low, high, step");
}

bool walk_chart(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    const struct value *values = node->values;
    g_autoptr(xmlXPathObject) object = evaluate_nodes(walk, values[CHART_CATEGORIES].expression);
    if (!object)
        return false;
    const xmlNodeSet *nodes = object->nodesetval;
    struct chart chart = {
        .kind = values[CHART_KIND].name,
        .category_count = nodes ? (size_t)nodes->nodeNr : 0,
        .width = values[CHART_WIDTH].length,
        .height = values[CHART_HEIGHT].length,
        .style = values[CHART_STYLE].given ? values[CHART_STYLE].style : walk->style,
    };
    chart.categories = ARENA_ARRAY(walk->arena, chart.category_count, const char *);
    if (values[CHART_BREAKS].given)
        chart.breaks = ARENA_ARRAY(walk->arena, chart.category_count, const char *);
    if (!make_series(walk, node, &chart) || !walk_categories(walk, node, &chart, nodes) ||
        !walk_scale(walk, node, &chart) ||
        !walk_text(walk, node, CHART_TARGET_NAME, &chart.target_name) ||
        !walk_filled(walk, node, CHART_ALT, &chart.alt))
        return false;
    drop_empty(&chart);
    blocks_add(walk, blocks, node, BLOCK_CHART)->chart = chart;
    return true;
}
