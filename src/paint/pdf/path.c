/* Filled and stroked shapes as PDF draws them. */
#include "content.h"

#include <math.h>

#define MANY_BOXES 20

static void put_step(struct pen *pen, const struct ink *ink, const struct step *step)
{
    static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
    static const unsigned points[] = {1, 1, 3, 0};
    for (unsigned i = 0; i < points[step->kind]; i++)
        pen_point(pen, ink->x + step->x[i], ink->y + step->y[i]);
    bytes_text(pen->out, operators[step->kind]);
}

/* True if the five steps go round an upright rectangle. */
static bool is_box(const struct step *step)
{
    return step[0].kind == STEP_MOVE && step[1].kind == STEP_LINE && step[2].kind == STEP_LINE &&
           step[3].kind == STEP_LINE && step[4].kind == STEP_CLOSE &&
           step[0].y[0] == step[1].y[0] && step[1].x[0] == step[2].x[0] &&
           step[2].y[0] == step[3].y[0] && step[3].x[0] == step[0].x[0];
}

/* Sides are rounded rather than lengths, so that neighbours touch. */
static void put_box(struct pen *pen, double x, double y, const struct step *step)
{
    const int64_t left = nearest((x + step[0].x[0]) * 100);
    const int64_t right = nearest((x + step[2].x[0]) * 100);
    const int64_t top = nearest((pen->height - y - step[0].y[0]) * 100);
    const int64_t bottom = nearest((pen->height - y - step[2].y[0]) * 100);
    const int64_t numbers[] = {left, bottom, right - left, top - bottom};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        bytes_fixed(pen->out, numbers[i], 2);
        bytes_char(pen->out, ' ');
    }
    bytes_text(pen->out, "re\n");
}

void path_fill(struct pen *pen, const struct ink *ink)
{
    pen_fill(pen, &ink->color);
    const double right = ink->fill.width, bottom = ink->fill.height;
    const struct step corners[] = {{.kind = STEP_MOVE},
                                   {.kind = STEP_LINE, .x = {right}},
                                   {.kind = STEP_LINE, .x = {right}, .y = {bottom}}};
    put_box(pen, ink->x, ink->y, corners);
    bytes_text(pen->out, "f\n");
}

/* Returns how many boxes the path is made of, or 0 where it is made of more. */
static size_t count_boxes(const struct ink *ink)
{
    for (size_t i = 0; i < ink->path.contour->count; i += 5)
        if (i + 5 > ink->path.contour->count || !is_box(&ink->path.contour->steps[i]))
            return 0;
    return ink->path.contour->count / 5;
}

static bool is_whole(double number)
{
    return fabs(number - nearbyint(number)) < 1e-4;
}

/* Returns the side of the squares that all boxes are made of, as those of a QR
 * code are, or 0. */
static double find_module(const struct ink *ink)
{
    const struct step *steps = ink->path.contour->steps;
    double module = HUGE_VAL;
    for (size_t i = 0; i < ink->path.contour->count; i += 5)
        module = fmin(module, steps[i + 2].y[0] - steps[i].y[0]);
    for (size_t i = 0; i < ink->path.contour->count; i++)
        if (!is_whole(steps[i].x[0] / module) || !is_whole(steps[i].y[0] / module))
            return 0;
    return module;
}

/* With the module as the unit of length all numbers are small and whole. */
static void put_modules(struct pen *pen, const struct ink *ink, double module)
{
    const struct step *steps = ink->path.contour->steps;
    bytes_text(pen->out, "q ");
    bytes_fixed(pen->out, nearest(module * 1e5), 5);
    bytes_text(pen->out, " 0 0 -");
    bytes_fixed(pen->out, nearest(module * 1e5), 5);
    bytes_char(pen->out, ' ');
    pen_point(pen, ink->x, ink->y);
    bytes_text(pen->out, "cm\n");
    for (size_t i = 0; i < ink->path.contour->count; i += 5) {
        const struct step *box = &steps[i];
        const double numbers[] = {box->x[0], box->y[0], box[2].x[0] - box->x[0],
                                  box[2].y[0] - box->y[0]};
        for (size_t k = 0; k < G_N_ELEMENTS(numbers); k++) {
            bytes_int(pen->out, nearest(numbers[k] / module));
            bytes_char(pen->out, ' ');
        }
        bytes_text(pen->out, "re\n");
    }
    bytes_text(pen->out, "f Q\n");
}

static void put_steps(struct pen *pen, const struct ink *ink)
{
    const struct step *steps = ink->path.contour->steps;
    for (size_t i = 0; i < ink->path.contour->count;) {
        if (i + 5 <= ink->path.contour->count && is_box(&steps[i])) {
            put_box(pen, ink->x, ink->y, &steps[i]);
            i += 5;
        } else {
            put_step(pen, ink, &steps[i++]);
        }
    }
}

void path_put(struct pen *pen, const struct ink *ink)
{
    if (ink->path.thick > 0) {
        pen_stroke(pen, &ink->color, ink->path.thick, ink->path.dash);
        put_steps(pen, ink);
        bytes_text(pen->out, "S\n");
        return;
    }
    pen_fill(pen, &ink->color);
    double module = count_boxes(ink) > MANY_BOXES ? find_module(ink) : 0;
    if (module > 0) {
        put_modules(pen, ink, module);
        return;
    }
    put_steps(pen, ink);
    bytes_text(pen->out, "f\n");
}
