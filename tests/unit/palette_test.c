/* The palettes of layouts/common/style.xml: contrast, and colour blindness simulated. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/doc/style.h"

#include <glib.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

/* Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency", severity 1, on linear sRGB. */
static const double eyes[][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868}, /* protanopia */
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968}, /* deuteranopia */
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779}, /* tritanopia */
     {-0.078411, 0.930809, 0.147602},
     {0.004733, 0.691367, 0.303900}},
};

struct theme {
    const char *name;
    GHashTable *colors; /* name -> "#RRGGBB" */
};

static void take_colors(GHashTable *colors, const xmlNode *parent)
{
    for (const xmlNode *node = parent->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "color") != 0)
            continue;
        g_auto(XmlText) name = xmlGetNoNsProp(node, BAD_CAST "name");
        g_auto(XmlText) value = xmlGetNoNsProp(node, BAD_CAST "value");
        g_hash_table_replace(colors, g_strdup((const char *)name), g_strdup((const char *)value));
    }
}

/* Reads the colours as they are, then those of the theme over them. */
static struct theme theme_read(const char *name)
{
    struct theme theme = {name, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
    xmlDoc *tree = markup_open("layouts/common/style.xml", NULL);
    assert_non_null(tree);
    const xmlNode *root = xmlDocGetRootElement(tree);
    take_colors(theme.colors, root);
    bool found = false;
    for (const xmlNode *node = root->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "theme") != 0)
            continue;
        g_auto(XmlText) called = xmlGetNoNsProp(node, BAD_CAST "name");
        if (strcmp((const char *)called, name) == 0) {
            take_colors(theme.colors, node);
            found = true;
        }
    }
    xmlFreeDoc(tree);
    assert_true(found);
    return theme;
}

static double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* A colour as light. */
struct light {
    double red, green, blue;
};

static struct light color_of(const struct theme *theme, const char *name)
{
    const char *text = g_hash_table_lookup(theme->colors, name);
    if (!text)
        fail_msg("%s has no color %s", theme->name, name);
    guint64 rgb = g_ascii_strtoull(text + 1, NULL, 16);
    return (struct light){linear((double)(rgb >> 16) / 255), linear((double)(rgb >> 8 & 255) / 255),
                          linear((double)(rgb & 255) / 255)};
}

static double luminance(struct light color)
{
    return 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue;
}

/* WCAG 2.1. */
static double contrast(const struct theme *theme, const char *one, const char *other)
{
    double a = luminance(color_of(theme, one)), b = luminance(color_of(theme, other));
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

struct lab {
    double l, a, b;
};

static double lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static struct lab lab_seen(struct light color, const double eye[3][3])
{
    double seen[3];
    for (size_t i = 0; i < 3; i++)
        seen[i] = fmin(
            fmax(eye[i][0] * color.red + eye[i][1] * color.green + eye[i][2] * color.blue, 0), 1);
    double x = 0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2];
    double y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
    double z = 0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2];
    double fx = lab_curve(x / 0.95047), fy = lab_curve(y), fz = lab_curve(z / 1.08883);
    return (struct lab){116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

static double radians(double degrees)
{
    return degrees * G_PI / 180;
}

static double hue(double a, double b)
{
    double degrees = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / G_PI;
    return degrees < 0 ? degrees + 360 : degrees;
}

static double mean_hue(double h1, double h2)
{
    if (fabs(h1 - h2) <= 180)
        return (h1 + h2) / 2;
    return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

/* CIEDE2000, after Sharma, Wu and Dalal 2005. */
static double distance(struct lab p, struct lab q)
{
    double c7 = pow((hypot(p.a, p.b) + hypot(q.a, q.b)) / 2, 7), k25 = pow(25, 7);
    double g = 0.5 * (1 - sqrt(c7 / (c7 + k25)));
    double a1 = p.a * (1 + g), a2 = q.a * (1 + g);
    double c1 = hypot(a1, p.b), c2 = hypot(a2, q.b), h1 = hue(a1, p.b), h2 = hue(a2, q.b);
    double turn = fmod(h2 - h1 + 540, 360) - 180;
    double l = (p.l + q.l) / 2 - 50, c = (c1 + c2) / 2, h = mean_hue(h1, h2);
    double t = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h)) +
               0.32 * cos(radians(3 * h + 6)) - 0.2 * cos(radians(4 * h - 63));
    double dl = (q.l - p.l) / (1 + 0.015 * l * l / sqrt(20 + l * l));
    double dc = (c2 - c1) / (1 + 0.045 * c);
    double dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * c * t);
    double m7 = pow(c, 7), swing = (h - 275) / 25;
    double r = -2 * sqrt(m7 / (m7 + k25)) * sin(radians(60 * exp(-swing * swing)));
    return sqrt(dl * dl + dc * dc + dh * dh + r * dc * dh);
}

/* All of NAMES can be told apart by every eye. */
static void check_apart(const struct theme *theme, const char *const *names, double least)
{
    for (size_t i = 0; names[i]; i++)
        for (size_t j = 0; j < i; j++)
            for (size_t eye = 0; eye < G_N_ELEMENTS(eyes); eye++) {
                double apart = distance(lab_seen(color_of(theme, names[i]), eyes[eye]),
                                        lab_seen(color_of(theme, names[j]), eyes[eye]));
                if (apart < least)
                    fail_msg("%s: %s and %s are %.1f apart for eye %zu", theme->name, names[i],
                             names[j], apart, eye);
            }
}

static void check_contrast(const struct theme *theme, const char *const *names, double least)
{
    for (size_t i = 0; names[i]; i++)
        if (contrast(theme, names[i], "ground") < least)
            fail_msg("%s: %s has %.2f on the ground", theme->name, names[i],
                     contrast(theme, names[i], "ground"));
}

static const char *const texts[] = {"ink",      "grey",     "quiet",    "goal",     "own",
                                    "peers",    "series-1", "series-2", "series-3", "series-4",
                                    "series-5", "series-6", NULL};
static const char *const marks[] = {"others", NULL};
static const char *const fills[] = {"class-1", "class-2", "class-3", "class-4",
                                    "class-5", "missing", NULL};
static const char *const roles[] = {"own", "peers", "series-3", "others", NULL};
static const char *const series[] = {"series-1", "series-2", "series-3", "series-4",
                                     "series-5", "series-6", NULL};
static const char *const themes[] = {"print", "dark", "ministry", NULL};

static void each_theme(void (*check)(const struct theme *))
{
    for (size_t i = 0; themes[i]; i++) {
        struct theme theme = theme_read(themes[i]);
        check(&theme);
        g_hash_table_destroy(theme.colors);
    }
}

static void check_texts(const struct theme *theme)
{
    check_contrast(theme, texts, 4.5);
    check_contrast(theme, marks, 3);
    for (size_t i = 0; fills[i]; i++)
        assert_true(fmax(contrast(theme, fills[i], "ink"), contrast(theme, fills[i], "ground")) >=
                    4.5);
}

/* Areas of neighbouring classes have the ground between them: each stands off it, or the
 * edge that it is given does. */
static void check_fills(const struct theme *theme)
{
    for (size_t i = 0; fills[i]; i++)
        assert_true(contrast(theme, fills[i], "ground") >= 3 ||
                    contrast(theme, "quiet", "ground") >= 3);
    assert_true(contrast(theme, "own", "others") >= 2);
}

static void check_eyes(const struct theme *theme)
{
    check_apart(theme, series, 13);
    check_apart(theme, roles, 9);
    check_apart(theme, fills, 9);
}

static void text_can_be_read(void **state)
{
    (void)state;
    each_theme(check_texts);
}

static void areas_stand_off_their_neighbours(void **state)
{
    (void)state;
    each_theme(check_fills);
}

static void every_eye_tells_colors_apart(void **state)
{
    (void)state;
    each_theme(check_eyes);
}

/* Pairs of Sharma, Wu and Dalal's test data. */
static void the_distance_is_right(void **state)
{
    (void)state;
    const struct lab a = {50, 2.6772, -79.7751}, b = {50, 0, -82.7485};
    const struct lab c = {50, 2.5, 0}, d = {73, 25, -18};
    assert_true(fabs(distance(a, b) - 2.0425) < 1e-4);
    assert_true(fabs(distance(c, d) - 27.1492) < 1e-4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_distance_is_right),
        cmocka_unit_test(text_can_be_read),
        cmocka_unit_test(areas_stand_off_their_neighbours),
        cmocka_unit_test(every_eye_tells_colors_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
