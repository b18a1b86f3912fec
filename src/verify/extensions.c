/* Extension schemas of the metadata, ISO 19005-3, 6.6.2.3.3: each says all that it must. */
#include "checks.h"
#include "xmp.h"
#include "xmp_types.h"

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

static bool is_in(const xmlNode *node, const char *space)
{
    return strcmp((const char *)node->ns->href, space) == 0;
}

/* ISO 19005-3, tables 3 to 7: these alone are the prefixes. */
static void check_prefix(struct pdf *pdf, const xmlNode *node)
{
    static const struct {
        const char *space, *prefix;
    } rows[] = {{XMP_EXTEND, "pdfaExtension"},
                {XMP_SCHEMA, "pdfaSchema"},
                {XMP_FIELD, "pdfaProperty"},
                {XMP_TYPE, "pdfaType"},
                {XMP_PART, "pdfaField"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows) && node->type == XML_ELEMENT_NODE && node->ns; i++)
        if (is_in(node, rows[i].space) &&
            g_strcmp0((const char *)node->ns->prefix, rows[i].prefix) != 0)
            blame(pdf, RULE_EXTENSION, 0, "%s is written with the prefix %s, not %s",
                  (const char *)node->name, node->ns->prefix ? (const char *)node->ns->prefix : "",
                  rows[i].prefix);
}

static void check_fields(struct pdf *pdf, const xmlNode *item, const struct wanted_fields *wanted)
{
    for (size_t i = 0; wanted->fields[i]; i++) {
        g_autofree char *text =
            xmp_field_text(item, (struct property){wanted->space, wanted->fields[i]});
        if (!text || !*text)
            blame(pdf, RULE_EXTENSION, 0, "%s without %s", wanted->what, wanted->fields[i]);
    }
    for (const xmlNode *child = xmp_fields_of(item)->children; child; child = child->next) {
        check_prefix(pdf, child);
        const bool known =
            child->type != XML_ELEMENT_NODE || !child->ns ||
            (is_in(child, wanted->space) &&
             (named_in((const char *)child->name, wanted->fields) ||
              named_in((const char *)child->name,
                       (const char *const[]){"property", "valueType", "field", NULL})));
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

static const xmlNode *item_named(const xmlNode *list, struct property name, const char *text)
{
    for (const xmlNode *item = NULL; (item = xmp_next_item(list, item));) {
        g_autofree char *said = xmp_field_text(item, name);
        if (g_strcmp0(said, text) == 0)
            return item;
    }
    return NULL;
}

/* The type of that name that the schema defines, or NULL. */
static const xmlNode *type_in(const xmlNode *schema, const char *name)
{
    return item_named(xmp_field(schema, (struct property){XMP_SCHEMA, "valueType"}),
                      (struct property){XMP_TYPE, "type"}, name);
}

static void check_value_type(struct pdf *pdf, const xmlNode *schema, char *type)
{
    const char *base = type ? base_type(type) : NULL;
    if (base && *base && !named_in(base, value_types) && !type_in(schema, base) &&
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
    for (const xmlNode *field = NULL; (field = xmp_next_item(fields, field));) {
        g_autofree char *type = xmp_field_text(field, (struct property){XMP_PART, "valueType"});
        check_fields(pdf, field, &of_field);
        check_value_type(pdf, schema, type);
    }
}

/* The letters of xmp_types.h for a type by name; false of one that has none. */
static bool letters_of(const char *type, char letters[XMP_TYPE_ROOM])
{
    static const struct {
        const char *name;
        char letter;
    } rows[] = {{"Text", 't'},     {"ProperName", 't'}, {"AgentName", 't'}, {"MIMEType", 't'},
                {"URI", 't'},      {"URL", 't'},        {"XPath", 't'},     {"Locale", 't'},
                {"GUID", 't'},     {"Boolean", 'b'},    {"Integer", 'i'},   {"Real", 'r'},
                {"Rational", 'q'}, {"Date", 'd'}};
    size_t length = 0;
    const char *base = base_type(type);
    if (g_ascii_strcasecmp(type, "Lang Alt") == 0)
        letters[length++] = 'l';
    else if (base != type)
        letters[length++] = g_ascii_toupper(type[0]);
    for (size_t i = 0; i < G_N_ELEMENTS(rows) && letters[0] != 'l'; i++)
        if (strcmp(base, rows[i].name) == 0)
            letters[length++] = rows[i].letter;
    letters[length] = '\0';
    return letters[0] == 'l' || (length > 0 && strchr("tbirqd", letters[length - 1]) &&
                                 (length == 1 || strchr("BSA", letters[0])));
}

/* A property while its declaration is looked for. */
struct declared {
    const struct xmp_found *found;
    const char *prefix;    /* of the first schema of its namespace */
    const xmlNode *schema; /* that declares it */
    const xmlNode *type;   /* what it says of the type of its own, where it is one */
    char *name;            /* of the type; to be freed */
    bool twice;            /* its namespace has two prefixes */
};

static void look_in_schema(void *data, const xmlNode *schema)
{
    struct declared *declared = data;
    g_autofree char *space = xmp_field_text(schema, (struct property){XMP_SCHEMA, "namespaceURI"});
    g_autofree char *prefix = xmp_field_text(schema, (struct property){XMP_SCHEMA, "prefix"});
    if (g_strcmp0(space, declared->found->property.space) != 0)
        return;
    const char *first = declared->prefix;
    declared->prefix = g_intern_string(prefix ? prefix : "");
    declared->twice = declared->twice || (first && first != declared->prefix);
    const xmlNode *item =
        item_named(xmp_field(schema, (struct property){XMP_SCHEMA, "property"}),
                   (struct property){XMP_FIELD, "name"}, declared->found->property.name);
    if (!item || declared->schema)
        return;
    declared->schema = schema;
    declared->name = xmp_field_text(item, (struct property){XMP_FIELD, "valueType"});
    declared->type = type_in(schema, declared->name ? base_type(declared->name) : "");
}

/* Fields of a value whose type the schema defines: each of them is one of the type's. */
static bool has_fields_of(const xmlNode *value, const xmlNode *type)
{
    const xmlNode *fields = xmp_field(type, (struct property){XMP_TYPE, "field"});
    for (const xmlNode *child = xmp_fields_of(value)->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && child->ns && !is_in(child, XMP_RDF) &&
            !item_named(fields, (struct property){XMP_PART, "name"}, (const char *)child->name))
            return false;
    return true;
}

static bool fits_declared(const struct declared *declared)
{
    const struct xmp_found *found = declared->found;
    char letters[XMP_TYPE_ROOM] = "";
    if (declared->type)
        return !found->element || base_type(declared->name) != declared->name ||
               has_fields_of(found->element, declared->type);
    if (!declared->name || !letters_of(declared->name, letters))
        return true;
    return found->element ? xmp_is_of_type(found->element, letters)
                          : xmp_is_text_of_type(found->text, letters);
}

void check_declared(struct pdf *pdf, const xmlDoc *xmp, const struct xmp_found *found)
{
    struct declared declared = {.found = found};
    xmp_each_schema(xmp, look_in_schema, &declared);
    if (!declared.schema)
        blame(pdf, RULE_EXTENSION, 0, "no extension schema declares the property %s of %s",
              found->property.name, found->property.space);
    else if (declared.twice)
        blame(pdf, RULE_EXTENSION, 0, "two extension schemas of %s differ in its prefix",
              found->property.space);
    else if (!fits_declared(&declared))
        blame(pdf, RULE_EXTENSION, 0, "the value of %s is not of the type it has",
              found->property.name);
    g_free(declared.name);
}

static void check_schema(void *data, const xmlNode *schema)
{
    struct pdf *pdf = data;
    const xmlNode *properties = xmp_field(schema, (struct property){XMP_SCHEMA, "property"});
    const xmlNode *types = xmp_field(schema, (struct property){XMP_SCHEMA, "valueType"});
    check_fields(pdf, schema, &of_schema);
    for (const xmlNode *item = NULL; (item = xmp_next_item(properties, item));)
        check_property(pdf, schema, item);
    for (const xmlNode *item = NULL; (item = xmp_next_item(types, item));)
        check_type(pdf, schema, item);
}

void check_extensions(struct pdf *pdf, const xmlDoc *xmp)
{
    xmp_each_schema(xmp, check_schema, pdf);
}
