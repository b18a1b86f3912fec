#include "../xml.h"
#include "reader.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/own.h"

#include <libxml/parser.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)

/* What the validator said while the parser took one step. */
struct schema_refusal {
    char *text; /* NULL: nothing */
    char *attribute;
    struct xml_errors errors; /* of the parser */
};

/* The validator goes from the whole to the part: its last word is the clearest. */
static void on_error(void *data, xmlError *error)
{
    struct schema_refusal *refusal = data;
    if (error->domain != XML_FROM_RELAXNGV) {
        xml_note_error(&refusal->errors, error);
        return;
    }
    g_free(refusal->text);
    g_free(refusal->attribute);
    refusal->text = g_strchomp(g_strdup(error->message ? error->message : "unknown"));
    bool names = g_str_has_prefix(refusal->text, "Invalid attribute ");
    refusal->attribute = names ? g_strdup(error->str1) : NULL;
}

static void note_refusal(struct schema_refusal *refusal, size_t element)
{
    if (refusal->text) {
        const struct read_spot spot = {.element = element, .attribute = refusal->attribute};
        diagnose(refusal->errors.unplaced, spot, "schema",
                 N_("an editor that knows evaluation.rng shows what may stand here"),
                 "the schema does not allow this: %s", refusal->text);
    }
    g_clear_pointer(&refusal->text, g_free);
    g_clear_pointer(&refusal->attribute, g_free);
}

/* Follows the parser through the file, so that what the validator says is said
 * of the element that just began or ends. */
static void walk(xmlTextReader *parser, struct schema_refusal *refusal)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(size_t));
    size_t elements = 0;
    while (xmlTextReaderRead(parser) == 1) {
        const int type = xmlTextReaderNodeType(parser);
        if (type == XML_READER_TYPE_ELEMENT) {
            elements++;
            g_array_append_val(open, elements);
        }
        note_refusal(refusal, open->len > 0 ? g_array_index(open, size_t, open->len - 1) : 1);
        if (type == XML_READER_TYPE_END_ELEMENT ||
            (type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement(parser) == 1))
            g_array_set_size(open, open->len - 1);
    }
    note_refusal(refusal, 1);
}

static void keep_quiet(void *data, xmlError *error)
{
    (void)data;
    (void)error;
}

static xmlRelaxNG *open_schema(const char *path, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(xmlDoc) tree = markup_open(path, &cause);
    g_autoptr(xmlRelaxNGParserCtxt) context = tree ? xmlRelaxNGNewDocParserCtxt(tree) : NULL;
    if (context)
        xmlRelaxNGSetParserStructuredErrors(context, keep_quiet, NULL);
    xmlRelaxNG *schema = context ? xmlRelaxNGParse(context) : NULL;
    if (!schema)
        fail(error, FAILURE_UNAVAILABLE, "%s", cause ? cause->message : "no RelaxNG schema");
    return schema;
}

bool evaluation_validate(const char *path, const char *schema_path, struct diagnostics *diagnostics,
                         GError **error)
{
    g_autoptr(xmlRelaxNG) schema = open_schema(schema_path, error);
    struct input *input = schema ? input_open(path, evaluation_limit(), error) : NULL;
    if (!input)
        return false;

    struct unplaced *unplaced = unplaced_create();
    struct schema_refusal refusal = {.errors = {.unplaced = unplaced, .input = input}};
    if (xml_check_prolog(input, unplaced)) {
        g_autoptr(xmlTextReader) parser =
            xmlReaderForIO(input_read, NULL, input, NULL, NULL, MARKUP_OPTIONS);
        xmlTextReaderSetStructuredErrorHandler(parser, on_error, &refusal);
        xmlTextReaderRelaxNGSetSchema(parser, schema);
        walk(parser, &refusal);
    }
    input_report(input, unplaced, diagnostics);
    bool valid = input_whole(input, error) && unplaced_count(unplaced, SEVERITY_ERROR) == 0;
    unplaced_destroy(unplaced);
    input_close(input);
    return valid;
}
