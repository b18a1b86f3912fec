#include "icc.h"

#include <math.h>

#define HEADER 128
#define TAGS   9
#define CURVE  256 /* points of the tone curve, straight between them */

static void put_word(struct bytes *out, uint32_t word, unsigned size)
{
    while (size-- > 0)
        bytes_char(out, (char)(word >> 8 * size));
}

static void put_fixed(struct bytes *out, double number) /* s15Fixed16 */
{
    put_word(out, (uint32_t)lround(number * 65536), 4);
}

struct icc_tag {
    char name[5];
    size_t at, length;
};

struct profile {
    struct bytes body; /* from behind the table of tags on */
    struct icc_tag tags[TAGS];
    unsigned count;
};

static void open_tag(struct profile *profile, const char *name, const char *type)
{
    struct icc_tag *tag = &profile->tags[profile->count];
    g_strlcpy(tag->name, name, sizeof tag->name);
    tag->at = HEADER + 4 + 12 * TAGS + profile->body.count;
    bytes_put(&profile->body, type, 4);
    put_word(&profile->body, 0, 4);
}

static void close_tag(struct profile *profile)
{
    struct icc_tag *tag = &profile->tags[profile->count++];
    tag->length = HEADER + 4 + 12 * TAGS + profile->body.count - tag->at;
    while (profile->body.count % 4)
        bytes_char(&profile->body, 0);
}

static void add_texts(struct profile *profile)
{
    static const char name[] = "sRGB IEC61966-2.1", rights[] = "Public domain";
    open_tag(profile, "desc", "desc");
    put_word(&profile->body, sizeof name, 4);
    bytes_put(&profile->body, name, sizeof name);
    for (int i = 0; i < 78; i++) /* no names in Unicode and ScriptCode */
        bytes_char(&profile->body, 0);
    close_tag(profile);
    open_tag(profile, "cprt", "text");
    bytes_put(&profile->body, rights, sizeof rights);
    close_tag(profile);
}

/* White and the primaries of IEC 61966-2-1, seen under D50. */
static void add_colors(struct profile *profile)
{
    static const struct {
        const char *name;
        double xyz[3];
    } colors[] = {{"wtpt", {0.9642, 1.0, 0.8249}},
                  {"rXYZ", {0.43607, 0.22249, 0.01392}},
                  {"gXYZ", {0.38515, 0.71687, 0.09708}},
                  {"bXYZ", {0.14307, 0.06061, 0.71410}}};
    for (size_t i = 0; i < G_N_ELEMENTS(colors); i++) {
        open_tag(profile, colors[i].name, "XYZ ");
        for (size_t k = 0; k < 3; k++)
            put_fixed(&profile->body, colors[i].xyz[k]);
        close_tag(profile);
    }
}

static void add_curves(struct profile *profile)
{
    open_tag(profile, "rTRC", "curv");
    put_word(&profile->body, CURVE, 4);
    for (int i = 0; i < CURVE; i++) {
        double v = i / (double)(CURVE - 1);
        double linear = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        put_word(&profile->body, (uint32_t)lround(linear * 65535), 2);
    }
    close_tag(profile);
    for (int i = 0; i < 2; i++) { /* green and blue share it */
        profile->tags[profile->count] = profile->tags[profile->count - 1];
        g_strlcpy(profile->tags[profile->count++].name, i ? "bTRC" : "gTRC", 5);
    }
}

static void put_header(struct bytes *out, size_t size)
{
    static const char kind[] = "mntrRGB XYZ ";
    size_t start = out->count;
    put_word(out, (uint32_t)size, 4);
    put_word(out, 0, 4);
    put_word(out, 0x02100000, 4);
    bytes_put(out, kind, 12);
    put_word(out, 2021u << 16 | 1, 4); /* made in January 2021: a date that stays */
    put_word(out, 1u << 16, 4);
    put_word(out, 0, 4);
    bytes_put(out, "acsp", 4);
    while (out->count - start < 68)
        bytes_char(out, 0);
    put_fixed(out, 0.9642);
    put_fixed(out, 1);
    put_fixed(out, 0.8249);
    while (out->count - start < HEADER)
        bytes_char(out, 0);
}

void icc_srgb(struct bytes *out)
{
    struct profile profile = {0};
    add_texts(&profile);
    add_colors(&profile);
    add_curves(&profile);
    put_header(out, HEADER + 4 + 12 * TAGS + profile.body.count);
    put_word(out, profile.count, 4);
    for (unsigned i = 0; i < profile.count; i++) {
        bytes_put(out, profile.tags[i].name, 4);
        put_word(out, (uint32_t)profile.tags[i].at, 4);
        put_word(out, (uint32_t)profile.tags[i].length, 4);
    }
    bytes_put(out, profile.body.data, profile.body.count);
    bytes_free(&profile.body);
}
