/* What holds for every object, wherever it is used. */
#include "checks.h"

#include "rapor/base/language.h"

#include <math.h>
#include <string.h>

#define NESTING_MAX    64
#define STRING_LONGEST 32767
#define NAME_LONGEST   127
#define WHOLE_LARGEST  2147483647.0
#define REAL_LARGEST   3.403e38
#define REAL_LEAST     1.175e-38

/* Values that a key must not have, wherever it stands. */
struct ban {
    const char *key, *value; /* NULL: no value at all */
    enum verify_rule rule;
    const char *text;
};

static const struct ban bans[] = {
    {"/AA", NULL, RULE_ACTION, N_("actions on events (/AA)")},
    {"/JS", NULL, RULE_ACTION, N_("a script (/JS)")},
    {"/S", "/JavaScript", RULE_ACTION, N_("an action that runs a script")},
    {"/S", "/Launch", RULE_ACTION, N_("an action that launches a program")},
    {"/S", "/Sound", RULE_ACTION, N_("an action that plays sound")},
    {"/S", "/Movie", RULE_ACTION, N_("an action that plays a film")},
    {"/S", "/ResetForm", RULE_ACTION, N_("an action that resets a form")},
    {"/S", "/ImportData", RULE_ACTION, N_("an action that imports data")},
    {"/S", "/NOP", RULE_ACTION, N_("an action that does nothing (/NOP)")},
    {"/S", "/SetState", RULE_ACTION, N_("an action that sets a state")},
    {"/S", "/Hide", RULE_ACTION, N_("an action that hides things")},
    {"/S", "/SetOCGState", RULE_ACTION, N_("an action that switches layers")},
    {"/S", "/Rendition", RULE_ACTION, N_("an action that plays media")},
    {"/S", "/Trans", RULE_ACTION, N_("an action that shows a transition")},
    {"/S", "/GoTo3DView", RULE_ACTION, N_("an action on a 3D view")},
    {"/TR", NULL, RULE_STATE, N_("a transfer function (/TR)")},
    {"/HTP", NULL, RULE_STATE, N_("a halftone phase (/HTP)")},
    {"/Alternates", NULL, RULE_IMAGE, N_("alternate images")},
    {"/OPI", NULL, RULE_FORM, N_("a reference to a print server (/OPI)")},
    {"/Subtype", "/PS", RULE_FORM, N_("PostScript")},
    {"/Subtype2", "/PS", RULE_FORM, N_("PostScript")},
    {"/XFA", NULL, RULE_FORBIDDEN, N_("an XFA form")},
    {"/AlternatePresentations", NULL, RULE_FORBIDDEN, N_("alternate presentations")},
    {"/PresSteps", NULL, RULE_FORBIDDEN, N_("presentation steps")},
    {"/Requirements", NULL, RULE_FORBIDDEN, N_("requirements on the reader")},
    {"/FFilter", NULL, RULE_STREAM, N_("a stream kept in another file")},
    {"/FDecodeParms", NULL, RULE_STREAM, N_("a stream kept in another file")},
};

static void check_bans(struct pdf *pdf, const char *key, qpdf_oh value, unsigned id)
{
    for (size_t i = 0; i < G_N_ELEMENTS(bans); i++) {
        const struct ban *ban = &bans[i];
        if (strcmp(key, ban->key) != 0)
            continue;
        if (ban->value ? qpdf_oh_is_name_and_equals(pdf->qpdf, value, ban->value)
                       : !pdf_is_null(pdf, value))
            blame(pdf, ban->rule, id, "%s", _(ban->text));
    }
}

static void check_named_action(struct pdf *pdf, qpdf_oh object, unsigned id)
{
    static const char *const named[] = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage", NULL};
    if (pdf_key_is(pdf, object, "/S", "/Named") &&
        !named_in(pdf_name(pdf, pdf_key(pdf, object, "/N")), named))
        blame(pdf, RULE_ACTION, id, "a named action other than turning pages");
}

void check_rendering_intent(struct pdf *pdf, const char *name, unsigned object)
{
    static const char *const known[] = {"/RelativeColorimetric", "/AbsoluteColorimetric",
                                        "/Perceptual", "/Saturation", NULL};
    if (!named_in(name, known))
        blame(pdf, RULE_STATE, object, "unknown rendering intent %s", name ? name : "");
}

static void check_intent_name(struct pdf *pdf, qpdf_oh intent, unsigned id)
{
    if (!pdf_is_null(pdf, intent))
        check_rendering_intent(pdf, pdf_name(pdf, intent), id);
}

/* A halftone of all colours, or one for each of them. */
static void check_halftone(struct pdf *pdf, qpdf_oh halftone, unsigned id)
{
    double type = pdf_number(pdf, pdf_key(pdf, halftone, "/HalftoneType"), 1);
    if (type != 1 && type != 5)
        blame(pdf, RULE_STATE, id, "a halftone of another type than 1 and 5");
    if (pdf_has(pdf, halftone, "/HalftoneName"))
        blame(pdf, RULE_STATE, id, "a halftone with a name (/HalftoneName)");
    if (type == 1 && pdf_has(pdf, halftone, "/TransferFunction"))
        blame(pdf, RULE_STATE, id, "a halftone with a transfer function");
    if (type != 5)
        return;
    for (const char *const *key = pdf_keys(pdf, halftone); *key; key++) {
        static const char *const primary[] = {"/Cyan",  "/Magenta", "/Yellow",
                                              "/Black", "/Default", NULL};
        qpdf_oh one = pdf_key(pdf, halftone, *key);
        if (pdf_has(pdf, one, "/HalftoneName"))
            blame(pdf, RULE_STATE, id, "a halftone with a name (/HalftoneName)");
        const bool function = pdf_has(pdf, one, "/TransferFunction");
        if (named_in(*key, primary) && function)
            blame(pdf, RULE_STATE, id, "a halftone with a transfer function");
        if (pdf_is_dict(pdf, one) && !named_in(*key, primary) && !function)
            blame(pdf, RULE_STATE, id, "a halftone of the ink %s without a transfer function",
                  *key + 1);
    }
}

static void check_state(struct pdf *pdf, qpdf_oh state, unsigned id)
{
    static const char *const modes[] = {
        "/Normal",     "/Compatible", "/Multiply",  "/Screen",     "/Overlay",    "/Darken",
        "/Lighten",    "/ColorDodge", "/ColorBurn", "/HardLight",  "/Hue",        "/SoftLight",
        "/Difference", "/Exclusion",  "/Color",     "/Saturation", "/Luminosity", NULL};
    if (pdf_has(pdf, state, "/TR2") && !pdf_key_is(pdf, state, "/TR2", "/Default"))
        blame(pdf, RULE_STATE, id, "a transfer function (/TR2)");
    qpdf_oh mode = pdf_key(pdf, state, "/BM");
    if (pdf_is_array(pdf, mode) ||
        (!pdf_is_null(pdf, mode) && !named_in(pdf_name(pdf, mode), modes)))
        blame(pdf, RULE_GROUP, id, "a blend mode that ISO 32000-1 does not know");
    check_intent_name(pdf, pdf_key(pdf, state, "/RI"), id);
    check_halftone(pdf, pdf_key(pdf, state, "/HT"), id);
}

/* Graphics states are known by where they stand: not all say their type. */
static void check_states(struct pdf *pdf, qpdf_oh states)
{
    for (const char *const *key = pdf_keys(pdf, states); *key; key++) {
        qpdf_oh state = pdf_key(pdf, states, *key);
        check_state(pdf, state, pdf_id(pdf, state));
    }
}

static void check_filters(struct pdf *pdf, qpdf_oh stream, unsigned id)
{
    static const char *const known[] = {"/FlateDecode",    "/ASCIIHexDecode", "/ASCII85Decode",
                                        "/CCITTFaxDecode", "/DCTDecode",      "/RunLengthDecode",
                                        "/JBIG2Decode",    "/JPXDecode",      NULL};
    qpdf_oh filter = pdf_key(pdf, stream, "/Filter");
    unsigned count = pdf_is_array(pdf, filter) ? pdf_length(pdf, filter) : 1;
    for (unsigned i = 0; i < count && !pdf_is_null(pdf, filter); i++) {
        const char *name =
            pdf_name(pdf, pdf_is_array(pdf, filter) ? pdf_item(pdf, filter, i) : filter);
        if (!named_in(name, known))
            blame(pdf, RULE_FILTER, id, "filter %s is not allowed",
                  name ? name : _("without a name"));
    }
    if (pdf_has(pdf, stream, "/F"))
        blame(pdf, RULE_STREAM, id, "a stream kept in another file");
}

static void check_image(struct pdf *pdf, qpdf_oh image, unsigned id)
{
    static const int depths[] = {1, 2, 4, 8, 16};
    bool good = false;
    for (size_t i = 0; i < G_N_ELEMENTS(depths); i++)
        good = good || pdf_number(pdf, pdf_key(pdf, image, "/BitsPerComponent"), 1) == depths[i];
    check_intent_name(pdf, pdf_key(pdf, image, "/Intent"), id);
    if (pdf_key_true(pdf, image, "/Interpolate"))
        blame(pdf, RULE_IMAGE, id, "an image with /Interpolate true");
    check_jpeg2000(pdf, image, id);
    if (!good)
        blame(pdf, RULE_IMAGE, id, "an image of an odd number of bits");
}

static void check_stream(struct pdf *pdf, qpdf_oh stream, unsigned id)
{
    if (pdf_key_is(pdf, stream, "/Type", "/Metadata"))
        check_packet(pdf, stream);
    check_filters(pdf, stream, id);
    if (pdf_key_is(pdf, stream, "/Subtype", "/Image"))
        check_image(pdf, stream, id);
    if (pdf_key_is(pdf, stream, "/Subtype", "/Form") && pdf_has(pdf, stream, "/Ref"))
        blame(pdf, RULE_FORM, id, "a form with a reference to another file");
}

static void check_name(struct pdf *pdf, const char *name, unsigned id)
{
    size_t length = strlen(name) - 1; /* without the slash */
    if (length > NAME_LONGEST)
        blame(pdf, RULE_LIMIT, id, "a name of %zu bytes; %d are allowed", length, NAME_LONGEST);
    if (!g_utf8_validate(name, -1, NULL))
        blame(pdf, RULE_NAME, id, "a name that is not UTF-8");
}

void check_length(struct pdf *pdf, size_t length, unsigned object)
{
    if (length > STRING_LONGEST)
        blame(pdf, RULE_LIMIT, object, "a string of %zu bytes; %d are allowed", length,
              STRING_LONGEST);
}

void check_number(struct pdf *pdf, double number, bool whole, unsigned object)
{
    const double size = fabs(number);
    if (size > (whole ? WHOLE_LARGEST + 1 : REAL_LARGEST) || number == WHOLE_LARGEST + 1)
        blame(pdf, RULE_LIMIT, object, "the number %.10g is too large", number);
    else if (size > 0 && size < REAL_LEAST)
        blame(pdf, RULE_LIMIT, object, "the number %g is too near to zero", number);
}

static void check_scalar(struct pdf *pdf, qpdf_oh object, unsigned id)
{
    const char *name = pdf_name(pdf, object);
    g_autoptr(GBytes) string = pdf_string(pdf, object);
    if (name)
        check_name(pdf, name, id);
    if (string)
        check_length(pdf, g_bytes_get_size(string), id);
    if (qpdf_oh_is_number(pdf->qpdf, object))
        check_number(pdf, pdf_number(pdf, object, 0), qpdf_oh_is_integer(pdf->qpdf, object), id);
}

static void check_value(struct pdf *pdf, qpdf_oh object, unsigned id, unsigned depth);

static void check_dictionary(struct pdf *pdf, qpdf_oh object, unsigned id, unsigned depth)
{
    check_named_action(pdf, object, id);
    check_states(pdf, pdf_key(pdf, object, "/ExtGState"));
    for (const char *const *key = pdf_keys(pdf, object); *key; key++) {
        check_name(pdf, *key, id);
        qpdf_oh value = pdf_key(pdf, object, *key);
        check_bans(pdf, *key, value, id);
        if (pdf_id(pdf, value) == 0)
            check_value(pdf, value, id, depth + 1);
    }
}

/* What is indirect comes in its own turn. */
static void check_value(struct pdf *pdf, qpdf_oh object, unsigned id, unsigned depth)
{
    if (depth > NESTING_MAX) {
        blame(pdf, RULE_LIMIT, id, "arrays and dictionaries nested more than %d deep", NESTING_MAX);
        return;
    }
    if (pdf_is_stream(pdf, object))
        check_stream(pdf, object, id);
    if (pdf_is_stream(pdf, object) || pdf_is_dict(pdf, object))
        check_dictionary(pdf, object, id, depth);
    else if (!pdf_is_array(pdf, object))
        check_scalar(pdf, object, id);
    for (unsigned i = 0; i < pdf_length(pdf, object); i++) {
        qpdf_oh item = pdf_item(pdf, object, i);
        if (pdf_id(pdf, item) == 0)
            check_value(pdf, item, id, depth + 1);
    }
}

void check_objects(struct pdf *pdf)
{
    for (unsigned id = 1; id <= pdf->object_count; id++) {
        check_value(pdf, qpdf_get_object_by_id(pdf->qpdf, (int)id, 0), id, 0);
        pdf_forget(pdf);
    }
}
