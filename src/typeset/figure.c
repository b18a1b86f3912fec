/* Pictures, QR codes, charts and rules: one strip each. */
#include "block.h"
#include "references.h"

#include "rapor/base/arena.h"
#include "rapor/chart/chart.h"

#include <math.h>
#include <qrencode.h>

static double aligned(enum align align, struct text_column column, double width)
{
    switch (align) {
    case ALIGN_LEFT:
    case ALIGN_JUSTIFY:
    case ALIGN_DECIMAL:
        break;
    case ALIGN_CENTER:
        return column.left + (column.width - width) / 2;
    case ALIGN_RIGHT:
        return column.left + column.width - width;
    }
    return column.left;
}

static bool fits(struct typesetter *typesetter, const struct block *block,
                 struct text_column column, double width)
{
    if (width > column.width + 0.01)
        typesetter_fail(typesetter, &block->origin, "%.1f mm wide, but there are only %.1f mm",
                        width / 72 * 25.4, column.width / 72 * 25.4);
    return !typesetter->error;
}

static void set_image(struct typesetter *typesetter, const struct block *block,
                      struct text_column column, struct flow *flow)
{
    const struct image *image = &block->image;
    struct strip *strip = flow_add(typesetter, flow, image->height);
    struct ink *ink =
        inks_add(&typesetter->ink, INK_IMAGE, aligned(image->align, column, image->width), 0);
    ink->image.path = image->path;
    ink->image.width = image->width;
    ink->image.height = image->height;
    const uint32_t element =
        image->alt ? typesetter_element(typesetter, ROLE_FIGURE, column.element, image->alt)
                   : DECORATION;
    ink->element = element & ELEMENT_BITS;
    strip_end(typesetter, strip);
}

enum { RUN_STEPS = 5 };

static void add_square_run(struct step *steps, double x, double y, const double size[2])
{
    steps[0] = (struct step){STEP_MOVE, {x}, {y}};
    steps[1] = (struct step){STEP_LINE, {x + size[0]}, {y}};
    steps[2] = (struct step){STEP_LINE, {x + size[0]}, {y + size[1]}};
    steps[3] = (struct step){STEP_LINE, {x}, {y + size[1]}};
    steps[4] = (struct step){STEP_CLOSE, {0}, {0}};
}

static bool is_dark(const QRcode *code, int x, int y)
{
    return code->data[y * code->width + x] & 1;
}

/* Neighbouring dark modules of a row become one rectangle. */
static size_t count_runs(const QRcode *code)
{
    size_t count = 0;
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++)
            count += is_dark(code, x, y) && (x == 0 || !is_dark(code, x - 1, y));
    return count;
}

static void trace_code(const QRcode *code, double module, struct step *steps)
{
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++) {
            int start = x;
            while (x < code->width && is_dark(code, x, y))
                x++;
            if (x == start)
                continue;
            add_square_run(steps, (start + 4) * module, (y + 4) * module,
                           (double[]){(x - start) * module, module});
            steps += RUN_STEPS;
        }
}

static void set_qr(struct typesetter *typesetter, const struct block *block,
                   struct text_column column, struct flow *flow)
{
    const struct qr *qr = &block->qr;
    QRcode *code = QRcode_encodeString(qr->text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code) {
        typesetter_fail(typesetter, &block->origin, "the text of the QR code is empty or too long");
        return;
    }
    struct strip *strip = flow_add(typesetter, flow, qr->size);
    double x = aligned(qr->align, column, qr->size);
    uint32_t link = qr->target ? code_link(typesetter, qr->target, column.element) : column.element;
    uint32_t element = typesetter_element(typesetter, ROLE_FIGURE, link, qr->alt);
    struct ink *ground = inks_add(&typesetter->ink, INK_FILL, x, 0);
    ground->color = (struct color){1, 1, 1};
    ground->fill.width = ground->fill.height = qr->size;
    ground->element = element & ELEMENT_BITS;
    const size_t count = count_runs(code) * RUN_STEPS;
    struct step *steps = ARENA_ARRAY(typesetter->arena, count, struct step);
    trace_code(code, qr->size / (code->width + 8), steps);
    inks_path(&typesetter->ink, steps, count, (struct point){x, 0})->element =
        element & ELEMENT_BITS;
    strip_end(typesetter, strip);
    QRcode_free(code);
}

static double ten_lines(const struct style *style)
{
    return 10 * style->leading;
}

static void draw_chart(struct typesetter *typesetter, const struct chart *chart,
                       struct strip *strip, double left, uint32_t element)
{
    struct inks *inks = &typesetter->ink;
    strip->height = chart->height;
    strip->first = inks->count;
    chart_draw(chart, typesetter->fonts, inks);
    strip_end(typesetter, strip);
    inks_move(inks, strip->first, left, 0);
    for (size_t i = strip->first; i < inks->count; i++)
        inks->items[i].element = element & ELEMENT_BITS;
}

static void set_chart(struct typesetter *typesetter, const struct block *block,
                      struct text_column column, struct flow *flow)
{
    struct chart chart = block->chart;
    chart.width = chart.width > 0 ? chart.width : column.width;
    if (!fits(typesetter, block, column, chart.width))
        return;
    struct strip *strip = flow_add(typesetter, flow, 0);
    double left = aligned(ALIGN_CENTER, column, chart.width);
    uint32_t element = typesetter_element(typesetter, ROLE_FIGURE, column.element, chart.alt);
    if (chart.height > 0) {
        const double least = chart_least(&chart, typesetter->fonts, &typesetter->ink);
        chart.height = fmax(chart.height, least);
        draw_chart(typesetter, &chart, strip, left, element);
    } else
        typesetter->open =
            (struct open_chart){block, flow, flow->count - 1, left, chart.width, element};
}

void set_open_chart(struct typesetter *typesetter, struct flow *flow, double height)
{
    const struct open_chart *open = &typesetter->open;
    if (!open->block)
        return;
    struct chart chart = open->block->chart;
    chart.width = open->width;
    chart.height = height - flow_height(flow) - 0.01;
    if (open->flow != flow || flow->items[open->strip].count > 0)
        typesetter_fail(typesetter, &open->block->origin,
                        "a chart without height stands in nothing");
    else if (chart.height < ten_lines(chart.style))
        typesetter_fail(typesetter, &open->block->origin, "only %.1f mm are left for this chart",
                        MAX(chart.height, 0) / 72 * 25.4);
    else
        draw_chart(typesetter, &chart, &flow->items[open->strip], open->left, open->element);
}

static void draw_rule(const struct rule *rule, struct inks *inks, const double at[2], double width)
{
    struct ink *ink = inks_add(inks, INK_LINE, at[0], at[1]);
    ink->color = rule->color;
    ink->line.dx = width;
    ink->line.thick = rule->thickness;
}

static void set_rule(struct typesetter *typesetter, const struct block *block,
                     struct text_column column, struct flow *flow)
{
    const struct rule *rule = &block->rule;
    struct rule thin = *rule;
    thin.thickness = rule->thickness / 3;
    double second = rule->thickness + rule->gap;
    double height = rule->gap > 0 ? second + thin.thickness : rule->thickness;
    double width = rule->width > 0 ? rule->width : column.width;
    if (!fits(typesetter, block, column, width))
        return;
    struct strip *strip = flow_add(typesetter, flow, height);
    double x = aligned(rule->align, column, width);
    draw_rule(rule, &typesetter->ink, (double[]){x, rule->thickness / 2}, width);
    if (rule->gap > 0)
        draw_rule(&thin, &typesetter->ink, (double[]){x, second + thin.thickness / 2}, width);
    strip_end(typesetter, strip);
}

void set_figure(struct typesetter *typesetter, const struct block *block, struct text_column column,
                struct flow *flow)
{
    if (block->kind == BLOCK_IMAGE && fits(typesetter, block, column, block->image.width))
        set_image(typesetter, block, column, flow);
    if (block->kind == BLOCK_QR && fits(typesetter, block, column, block->qr.size))
        set_qr(typesetter, block, column, flow);
    if (block->kind == BLOCK_CHART)
        set_chart(typesetter, block, column, flow);
    if (block->kind == BLOCK_RULE)
        set_rule(typesetter, block, column, flow);
}
