/* Colours: the output intent, and the spaces that it allows. */
#include "../checks.h"

#include <string.h>

#define NESTING_MAX 8

static enum intent intent_of(double components)
{
    if (components == 3)
        return INTENT_RGB;
    if (components == 4)
        return INTENT_CMYK;
    return components == 1 ? INTENT_GRAY : INTENT_NONE;
}

/* The number of components of an ICC profile with a sound header, or 0.
 * ISO 15076-1, 7.2: size, version, device class, colour space, "acsp". */
static double profile_components(const unsigned char *profile, size_t size)
{
    static const char *const classes[] = {"mntr", "prtr", "scnr", "spac", NULL};
    static const struct {
        const char *space;
        double components;
    } spaces[] = {{"RGB ", 3}, {"CMYK", 4}, {"GRAY", 1}, {"Lab ", 3}};
    if (size < 132 || memcmp(profile + 36, "acsp", 4) != 0)
        return 0;
    size_t said =
        (size_t)profile[0] << 24 | (size_t)profile[1] << 16 | (size_t)profile[2] << 8 | profile[3];
    char class[5] = {0};
    memcpy(class, profile + 12, 4);
    if (said > size || profile[8] < 2 || profile[8] > 4 || !named_in(class, classes))
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if (memcmp(profile + 16, spaces[i].space, 4) == 0)
            return spaces[i].components;
    return 0;
}

/* Returns how many components it has, or 0. */
static double check_profile(struct pdf *pdf, qpdf_oh stream, double components)
{
    g_autoptr(GBytes) content = pdf_content(pdf, stream);
    size_t size = 0;
    const void *bytes = content ? g_bytes_get_data(content, &size) : NULL;
    double found = bytes ? profile_components(bytes, size) : 0;
    if (found == 0)
        blame(pdf, RULE_INTENT, pdf_id(pdf, stream), "the colour profile is no valid ICC profile");
    else if (found != components)
        blame(pdf, RULE_INTENT, pdf_id(pdf, stream),
              "the colour profile has %g components, /N says %g", found, components);
    return found;
}

static bool is_output_profile(struct pdf *pdf, qpdf_oh stream)
{
    g_autoptr(GBytes) content = pdf_content(pdf, stream);
    size_t size = 0;
    const char *bytes = content ? g_bytes_get_data(content, &size) : NULL;
    return size >= 132 &&
           (memcmp(bytes + 12, "mntr", 4) == 0 || memcmp(bytes + 12, "prtr", 4) == 0);
}

static void check_one_intent(struct pdf *pdf, qpdf_oh intent, qpdf_oh first)
{
    unsigned id = pdf_id(pdf, intent);
    qpdf_oh profile = pdf_key(pdf, intent, "/DestOutputProfile");
    if (!pdf_key_is(pdf, intent, "/S", "/GTS_PDFA1"))
        return;
    if (!pdf_text(pdf, pdf_key(pdf, intent, "/OutputConditionIdentifier")))
        blame(pdf, RULE_INTENT, id, "the output intent has no /OutputConditionIdentifier");
    if (!pdf_is_stream(pdf, profile)) {
        blame(pdf, RULE_INTENT, id, "the output intent has no colour profile");
        return;
    }
    if (!pdf_is_null(pdf, first) && pdf_id(pdf, first) != pdf_id(pdf, profile))
        blame(pdf, RULE_INTENT, id, "two output intents with different profiles");
    double components = pdf_number(pdf, pdf_key(pdf, profile, "/N"), 0);
    pdf->intent = intent_of(check_profile(pdf, profile, components));
    if (!is_output_profile(pdf, profile))
        blame(pdf, RULE_INTENT, id, "the colour profile is not one of a monitor or printer");
}

void check_intent(struct pdf *pdf)
{
    qpdf_oh intents = pdf_key(pdf, pdf_root(pdf), "/OutputIntents");
    qpdf_oh first = pdf_key(pdf, pdf_item(pdf, intents, 0), "/DestOutputProfile");
    for (unsigned i = 0; i < pdf_length(pdf, intents); i++)
        check_one_intent(pdf, pdf_item(pdf, intents, i), first);
}

/* A device space, with what may stand in for the intent. */
struct device {
    const char *name, *standby;
    enum intent needs;
};

static const struct device devices[] = {
    {"/DeviceGray", "/DefaultGray", INTENT_NONE},
    {"/DeviceRGB", "/DefaultRGB", INTENT_RGB},
    {"/DeviceCMYK", "/DefaultCMYK", INTENT_CMYK},
};

static bool allows(const struct pdf *pdf, const struct device *device)
{
    if (device->needs == INTENT_NONE)
        return pdf->intent != INTENT_NONE;
    return pdf->intent == device->needs;
}

static void check_named(struct pdf *pdf, const char *name, qpdf_oh resources)
{
    qpdf_oh spaces = pdf_key(pdf, resources, "/ColorSpace");
    for (size_t i = 0; i < G_N_ELEMENTS(devices); i++)
        if (strcmp(name, devices[i].name) == 0 && !allows(pdf, &devices[i]) &&
            !pdf_has(pdf, spaces, devices[i].standby))
            blame(pdf, RULE_COLOR, 0, "%s is used, which the output intent does not allow",
                  name + 1);
}

static void check_icc_based(struct pdf *pdf, qpdf_oh space)
{
    qpdf_oh stream = pdf_item(pdf, space, 1);
    check_profile(pdf, stream, pdf_number(pdf, pdf_key(pdf, stream, "/N"), 0));
}

/* In [/Indexed base ...], [/Separation name alternate ...] and [/Pattern below]
 * which item is a space again; 0 where none is, -1 of what is unknown. */
static int item_below(const char *family)
{
    static const char *const plain[] = {"/CalRGB",    "/CalGray",    "/Lab", "/DeviceGray",
                                        "/DeviceRGB", "/DeviceCMYK", NULL};
    if (strcmp(family, "/Indexed") == 0 || strcmp(family, "/I") == 0 ||
        strcmp(family, "/Pattern") == 0)
        return 1;
    if (strcmp(family, "/Separation") == 0 || strcmp(family, "/DeviceN") == 0)
        return 2;
    return named_in(family, plain) ? 0 : -1;
}

void check_color_space(struct pdf *pdf, qpdf_oh space, qpdf_oh resources)
{
    for (unsigned depth = 0; depth < NESTING_MAX && !pdf_is_null(pdf, space); depth++) {
        bool array = pdf_is_array(pdf, space);
        const char *name = pdf_name(pdf, array ? pdf_item(pdf, space, 0) : space);
        if (!name)
            return;
        check_named(pdf, name, resources);
        check_inks(pdf, space);
        if (!array)
            return;
        if (strcmp(name, "/ICCBased") == 0) {
            check_icc_based(pdf, space);
            return;
        }
        int below = item_below(name);
        if (below < 0)
            blame(pdf, RULE_COLOR, pdf_id(pdf, space), "unknown colour space %s", name);
        if (below <= 0)
            return;
        space = pdf_item(pdf, space, (unsigned)below);
    }
}
