#include "rose.h"

#include "rapor/base/arena.h"

#include <math.h>

#define LINE_GAP 2.0 /* between names one above the other */
#define SIDE_GAP 6.0 /* between names side by side */

/* How names are tried: size of type, lines, width in sizes of the type, and the
 * least radius as a share of the shorter side. */
struct attempt {
    double size;
    size_t lines;
    double width, radius;
};

static const struct attempt attempts[] = {
    {1.0, 3, 12, 0.28}, {1.0, 3, 99, 0.24}, {0.9, 3, 99, 0.22},
    {0.8, 4, 99, 0.2},  {0.7, 5, 99, 0.16}, {0.6, 9, 99, 0.1},
};

#define ATTEMPT_COUNT (sizeof attempts / sizeof *attempts)

/* A name's sides, from the middle of the rose; or those of everything. */
struct rose_frame {
    double left, top, right, bottom;
};

static struct rose_frame frame_of(const struct spoke *spoke)
{
    struct point corner = spoke->corner;
    return (struct rose_frame){corner.x, corner.y, corner.x + spoke->name.width,
                               corner.y + spoke->name.height};
}

/* Names stand right of the axes that point right and so on: this many a side,
 * without the one at the top and, where there is one, the one at the bottom. */
static size_t side_count(const struct rose *rose)
{
    return (rose->count - 1) / 2;
}

/* The spokes of a side from the top down, from 1. */
static struct spoke *side_spoke(const struct rose *rose, bool right, size_t place)
{
    return &rose->spokes[right ? place : rose->count - place];
}

/* Names stand this far from the middle. */
static double reach_of(const struct rose *rose)
{
    return rose->radius + mark_room(&rose->plot) + 1;
}

static double natural_top(const struct rose *rose, const struct spoke *spoke)
{
    double reach = reach_of(rose);
    return -reach * spoke->up - spoke->name.height / 2 * (1 + spoke->up);
}

/* From the middle outwards, each name makes way for the one before it. */
static void spread_side(const struct rose *rose, bool right)
{
    size_t count = side_count(rose), middle = count / 2 + 1;
    for (size_t i = middle; i <= count; i++) {
        struct spoke *spoke = side_spoke(rose, right, i);
        spoke->corner.y = natural_top(rose, spoke);
        if (i > middle) {
            double above = frame_of(side_spoke(rose, right, i - 1)).bottom;
            spoke->corner.y = fmax(spoke->corner.y, above + LINE_GAP);
        }
    }
    for (size_t i = middle; count > 0 && i-- > 1;) {
        struct spoke *spoke = side_spoke(rose, right, i);
        double below = side_spoke(rose, right, i + 1)->corner.y;
        double lowest = below - LINE_GAP - spoke->name.height;
        spoke->corner.y = fmin(natural_top(rose, spoke), lowest);
    }
}

/* How far from the vertical axis a name must stand for the name in the axis. */
static double clear_of(const struct rose_frame *frame, const struct spoke *upright)
{
    struct rose_frame other = frame_of(upright);
    bool beside = frame->top < other.bottom + LINE_GAP && other.top < frame->bottom + LINE_GAP;
    return beside ? upright->name.width / 2 + SIDE_GAP : 0;
}

/* Moves a name of a side outwards until it is clear of circle and upright names. */
static void move_out(const struct rose *rose, struct spoke *spoke, bool right)
{
    struct rose_frame frame = frame_of(spoke);
    double reach = reach_of(rose);
    double away = fmax(fmax(frame.top, -frame.bottom), 0);
    double x = away < reach ? sqrt(reach * reach - away * away) : 0;
    x = fmax(x, SIDE_GAP);
    x = fmax(x, clear_of(&frame, &rose->spokes[0]));
    if (rose->count % 2 == 0)
        x = fmax(x, clear_of(&frame, &rose->spokes[rose->count / 2]));
    spoke->corner.x = right ? x : -x - spoke->name.width;
}

static void place_upright(const struct rose *rose, struct spoke *spoke)
{
    spoke->corner.x = -spoke->name.width / 2;
    spoke->corner.y = natural_top(rose, spoke);
}

static void place_names(const struct rose *rose)
{
    place_upright(rose, &rose->spokes[0]);
    if (rose->count % 2 == 0)
        place_upright(rose, &rose->spokes[rose->count / 2]);
    for (int right = 0; right <= 1; right++) {
        spread_side(rose, right);
        for (size_t i = 1; i <= side_count(rose); i++)
            move_out(rose, side_spoke(rose, right, i), right);
    }
}

/* The room beside the circle at the height of the axis' tip; half the width at
 * the top and at the bottom. */
static double room_of(const struct rose *rose, const struct spoke *spoke, double width)
{
    double tip = reach_of(rose) * fabs(spoke->right);
    return tip < 1 ? width / 2 : fmax(width / 2 - tip, 1);
}

static struct rose_frame bounds_of(const struct rose *rose)
{
    const double mark = mark_room(&rose->plot);
    struct rose_frame all = {0, 0, 0, 0};
    for (size_t i = 0; i < rose->count; i++) {
        const struct spoke *spoke = &rose->spokes[i];
        struct rose_frame name = rose->named ? frame_of(spoke) : (struct rose_frame){0, 0, 0, 0};
        double x = spoke->right * rose->radius, y = -spoke->up * rose->radius;
        all.left = fmin(all.left, fmin(name.left, x - mark));
        all.top = fmin(all.top, fmin(name.top, y - mark));
        all.right = fmax(all.right, fmax(name.right, x + mark));
        all.bottom = fmax(all.bottom, fmax(name.bottom, y + mark));
    }
    return all;
}

/* Puts the rose and its names into the middle of the room; false if there is
 * not room enough. */
static bool settle(struct rose *rose, double width, double height)
{
    struct rose_frame all = bounds_of(rose);
    rose->middle.x = (width - all.left - all.right) / 2;
    rose->middle.y = (height - all.top - all.bottom) / 2;
    return all.right - all.left <= width && all.bottom - all.top <= height;
}

static bool try_radius(struct rose *rose, const struct attempt *attempt, double width,
                       double height)
{
    for (size_t i = 0; i < rose->count; i++) {
        struct spoke *spoke = &rose->spokes[i];
        double limit = fmin(room_of(rose, spoke, width), attempt->width * rose->plot.style.size);
        spoke->name = phrase_wrapped(&rose->plot, rose->plot.chart->categories[i], limit);
        if (spoke->name.count > attempt->lines)
            return false;
    }
    place_names(rose);
    return settle(rose, width, height);
}

static bool try_names(struct rose *rose, const struct attempt *attempt, double width, double height)
{
    double shorter = fmin(width, height);
    rose->plot = plot_sized(&rose->plot, attempt->size);
    rose->radius = shorter / 2;
    for (; rose->radius >= attempt->radius * shorter; rose->radius *= 0.96)
        if (try_radius(rose, attempt, width, height))
            return true;
    return false;
}

/* When nothing else helps: one line each, cut; or none. */
static void cut_names(struct rose *rose, double width, double height)
{
    rose->radius = fmin(width, height) * 0.25;
    for (size_t i = 0; i < rose->count; i++) {
        struct spoke *spoke = &rose->spokes[i];
        double limit = room_of(rose, spoke, width);
        spoke->name = phrase_cut(&rose->plot, rose->plot.chart->categories[i], limit);
    }
    place_names(rose);
    rose->named = settle(rose, width, height);
    if (!rose->named)
        settle(rose, width, height);
}

struct rose rose_of(const struct plot *plot, double width, double height)
{
    const size_t count = plot->chart->category_count;
    struct rose rose = {.plot = *plot,
                        .spokes = ARENA_ARRAY(plot->inks->arena, count, struct spoke),
                        .count = count,
                        .named = true};
    for (size_t i = 0; i < count; i++) {
        double angle = 2 * G_PI * (double)i / (double)count;
        rose.spokes[i].right = sin(angle);
        rose.spokes[i].up = cos(angle);
    }
    for (size_t i = 0; i < ATTEMPT_COUNT; i++)
        if (try_names(&rose, &attempts[i], width, height))
            return rose;
    cut_names(&rose, width, height);
    return rose;
}

struct point rose_point(const struct rose *rose, size_t spoke, double share)
{
    return (struct point){
        rose->middle.x + rose->spokes[spoke].right * rose->radius * share,
        rose->middle.y - rose->spokes[spoke].up * rose->radius * share,
    };
}
