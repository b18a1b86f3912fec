/* Extension schemas of the metadata, ISO 19005-3, 6.6.2.3.3: each says all that it must. */
#include "checks.h"
#include "xmp.h"

#include <string.h>

/* The fields of a schema, a property, a type or a field of that: all of them texts. */
struct wanted_fields {
    const char *what, *space;
    const char *fields[6];
};

static const struct wanted_fields of_schema = {
    "an extension schema", XMP_SCHEMA, {"schema", "namespaceURI", "prefix"}};
static const struct wanted_fields of_property = {
    "a property", XMP_FIELD, {"name", "valueType", "category", "description"}};
static const struct wanted_fields of_type = {
    "a type", XMP_TYPE, {"type", "namespaceURI", "prefix", "description"}};
static const struct wanted_fields of_field = {
    "a field", XMP_PART, {"name", "valueType", "description"}};

static const char *const value_types[] = {"Text",
                                          "ProperName",
                                          "AgentName",
                                          "Date",
                                          "Boolean",
                                          "Integer",
                                          "Real",
                                          "URI",
                                          "URL",
                                          "XPath",
                                          "MIMEType",
                                          "Locale",
                                          "Rational",
                                          "Lang Alt",
                                          "GUID",
                                          "Choice",
                                          "Any",
                                          "Thumbnail",
                                          "Dimensions",
                                          "ResourceEvent",
                                          "ResourceRef",
                                          "RenditionClass",
                                          "Job",
                                          "Colorant",
                                          "Font",
                                          "Version",
                                          "GPSCoordinate",
                                          "OECF/SFR",
                                          "CFAPattern",
                                          "Flash",
                                          "DeviceSettings",
                                          "Time",
                                          "Timecode",
                                          "Marker",
                                          "Media",
                                          "ProjectLink",
                                          "FrameRate",
                                          "FrameCount",
                                          "Part",
                                          "beatSpliceStretch",
                                          "resampleStretch",
                                          "timeScaleStretch",
                                          NULL};

static void check_fields(struct pdf *pdf, const xmlNode *item, const struct wanted_fields *wanted)
{
    for (size_t i = 0; wanted->fields[i]; i++) {
        g_autofree char *text =
            xmp_field_text(item, (struct property){wanted->space, wanted->fields[i]});
        if (!text || !*text)
            blame(pdf, RULE_EXTENSION, 0, "%s without %s", wanted->what, wanted->fields[i]);
    }
    for (const xmlNode *child = item->children; child; child = child->next) {
        const bool known = child->type != XML_ELEMENT_NODE || !child->ns ||
                           strcmp((const char *)child->ns->href, wanted->space) != 0 ||
                           named_in((const char *)child->name, wanted->fields) ||
                           named_in((const char *)child->name,
                                    (const char *const[]){"property", "valueType", "field", NULL});
        if (!known)
            blame(pdf, RULE_EXTENSION, 0, "%s with a field that there is not (%s)", wanted->what,
                  (const char *)child->name);
    }
}

/* "bag Text", "open Choice of Integer" */
static const char *base_type(const char *type)
{
    static const char *const words[] = {"bag ",       "seq ",       "alt ",    "Bag ",  "Seq ",
                                        "Alt ",       "open ",      "closed ", "Open ", "Closed ",
                                        "Choice of ", "choice of ", "of "};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_prefix(type, words[i]))
            return base_type(type + strlen(words[i]));
    return type;
}

static bool defines(const xmlNode *schema, const char *type)
{
    const xmlNode *types = xmp_field(schema, (struct property){XMP_SCHEMA, "valueType"});
    for (const xmlNode *item = types ? xmp_next_item(types, NULL) : NULL; item;
         item = xmp_next_item(types, item)) {
        g_autofree char *name = xmp_field_text(item, (struct property){XMP_TYPE, "type"});
        if (name && strcmp(name, type) == 0)
            return true;
    }
    return false;
}

static void check_value_type(struct pdf *pdf, const xmlNode *schema, char *type)
{
    const char *base = type ? base_type(type) : NULL;
    if (base && *base && !named_in(base, value_types) && !defines(schema, base) &&
        g_ascii_strcasecmp(base, "Choice") != 0)
        blame(pdf, RULE_EXTENSION, 0, "a type that nobody has defined (%s)", type);
}

static void check_property(struct pdf *pdf, const xmlNode *schema, const xmlNode *item)
{
    g_autofree char *type = xmp_field_text(item, (struct property){XMP_FIELD, "valueType"});
    g_autofree char *category = xmp_field_text(item, (struct property){XMP_FIELD, "category"});
    check_fields(pdf, item, &of_property);
    check_value_type(pdf, schema, type);
    if (category && *category && strcmp(category, "internal") != 0 &&
        strcmp(category, "external") != 0)
        blame(pdf, RULE_EXTENSION, 0, "a property that is neither internal nor external (%s)",
              category);
}

static void check_type(struct pdf *pdf, const xmlNode *schema, const xmlNode *item)
{
    const xmlNode *fields = xmp_field(item, (struct property){XMP_TYPE, "field"});
    check_fields(pdf, item, &of_type);
    for (const xmlNode *field = fields ? xmp_next_item(fields, NULL) : NULL; field;
         field = xmp_next_item(fields, field)) {
        g_autofree char *type = xmp_field_text(field, (struct property){XMP_PART, "valueType"});
        check_fields(pdf, field, &of_field);
        check_value_type(pdf, schema, type);
    }
}

static void check_schema(void *data, const xmlNode *schema)
{
    struct pdf *pdf = data;
    const xmlNode *properties = xmp_field(schema, (struct property){XMP_SCHEMA, "property"});
    const xmlNode *types = xmp_field(schema, (struct property){XMP_SCHEMA, "valueType"});
    check_fields(pdf, schema, &of_schema);
    for (const xmlNode *item = properties ? xmp_next_item(properties, NULL) : NULL; item;
         item = xmp_next_item(properties, item))
        check_property(pdf, schema, item);
    for (const xmlNode *item = types ? xmp_next_item(types, NULL) : NULL; item;
         item = xmp_next_item(types, item))
        check_type(pdf, schema, item);
}

void check_extensions(struct pdf *pdf, const xmlDoc *xmp)
{
    xmp_each_schema(xmp, check_schema, pdf);
}
