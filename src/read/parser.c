#include "rapor/base/language.h"
#include "xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* The complaints that people meet, in their words: BEFORE, what the parser
 * names, AFTER. */
static const struct parser_wording {
    int code;
    const char *before, *after, *hint;
} wordings[] = {
    {XML_ERR_INVALID_CHAR, N_("this character is not allowed in XML"), NULL, N_("take it out")},
    {XML_ERR_INVALID_ENCODING, N_("these bytes are not UTF-8"), NULL, N_("save the file as UTF-8")},
    {XML_ERR_UNDECLARED_ENTITY, N_("the entity &"), N_("; is not known"),
     N_("write the character itself; & is written &amp;")},
    {XML_ERR_NAME_REQUIRED, N_("& begins an entity, but no name follows"), NULL,
     N_("write & as &amp;")},
    {XML_ERR_LT_REQUIRED, N_("< begins a tag, but no name follows"), NULL, N_("write < as &lt;")},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, N_("& begins an entity, but no ; ends it"), NULL,
     N_("write & as &amp;")},
    {XML_ERR_LT_IN_ATTRIBUTE, N_("< stands in the value of an attribute"), NULL,
     N_("write < as &lt;, or close the value with a quote")},
    {XML_ERR_ATTRIBUTE_REDEFINED, N_("the attribute "), N_(" is given twice"),
     N_("keep one of them")},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, N_("the value of an attribute is not quoted"), NULL,
     N_("write name=\"value\"")},
    {XML_ERR_DOCUMENT_END, N_("something follows the end of the root element"), NULL,
     N_("a file has one root element")},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, N_("the prefix "), N_(": stands for no namespace"),
     N_("write the name without a prefix")},
};

/* Invalid bytes come under two codes, and under one that a name is missing after & or <. */
static int code_of(const xmlError *error)
{
    if (error->message && g_str_has_prefix(error->message, "Input is not proper UTF-8"))
        return XML_ERR_INVALID_ENCODING;
    if (error->message && g_str_has_prefix(error->message, "StartTag: invalid"))
        return XML_ERR_LT_REQUIRED;
    return error->code;
}

static void note_mismatch(struct unplaced *unplaced, struct read_spot spot, const xmlError *error)
{
    g_autofree char *hint =
        g_strdup_printf(_("write </%s>, or close what was opened before"), error->str1);
    spot.in_tag = true;
    diagnose(unplaced, spot, "not-well-formed", hint, "</%s> stands where </%s> of line %d is due",
             error->str2, error->str1, error->int1);
}

/* Where it ends in a start tag, that has been opened already. */
static void note_cut(struct unplaced *unplaced, const xmlError *error)
{
    const xmlParserCtxt *context = error->ctxt;
    const bool in_tag = error->code == XML_ERR_GT_REQUIRED && error->str1;
    const int open = context->nameNr - (in_tag && context->nameNr > 1);
    diagnose(unplaced, (struct read_spot){.offset = SIZE_MAX}, "not-well-formed",
             N_("the file seems to be cut off"), N_("the file ends before </%s>"),
             (const char *)context->nameTab[open - 1]);
}

static const struct parser_wording *wording_of(int code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(wordings); i++)
        if (wordings[i].code == code)
            return &wordings[i];
    return NULL;
}

static void note_other(struct unplaced *unplaced, struct read_spot spot, const xmlError *error)
{
    const struct parser_wording *wording = wording_of(code_of(error));
    if (wording) {
        diagnose(unplaced, spot, "not-well-formed", wording->hint, "%s%s%s", _(wording->before),
                 wording->after && error->str1 ? error->str1 : "",
                 wording->after ? _(wording->after) : "");
        return;
    }
    g_autofree char *message = g_strdup(error->message ? error->message : _("unknown"));
    g_strdelimit(g_strchomp(message), "\n", ' ');
    diagnose(unplaced, spot, "not-well-formed", NULL, "this is not well-formed XML: %s", message);
}

/* An element is open and the bytes are at their end. */
static bool is_cut(const struct xml_errors *errors, const xmlError *error)
{
    const xmlParserCtxt *context = error->ctxt;
    if (!context || context->nameNr == 0)
        return false;
    return error->code == XML_ERR_DOCUMENT_END ||
           (context->input->cur >= context->input->end && input_is_read(errors->input));
}

static struct read_spot spot_of(xmlParserCtxt *context)
{
    const long offset = context ? xmlByteConsumed(context) : 0;
    return (struct read_spot){.offset = offset > 0 ? (size_t)offset : 0};
}

void xml_note_error(struct xml_errors *errors, const xmlError *error)
{
    if (errors->noted)
        return;
    errors->noted = true;

    const struct read_spot spot = spot_of(error->ctxt);
    if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 && error->str2)
        note_mismatch(errors->unplaced, spot, error);
    else if (is_cut(errors, error))
        note_cut(errors->unplaced, error);
    else
        note_other(errors->unplaced, spot, error);
}

void xml_note_long_text(struct xml_errors *errors, xmlParserCtxt *context)
{
    if (errors->noted)
        return;
    errors->noted = true;
    diagnose(errors->unplaced, spot_of(context), "not-well-formed", NULL,
             "this text is longer than %d characters", XML_MAX_TEXT_LENGTH);
}
