/* What the catalog says of the whole document. */
#include "checks.h"

#include <string.h>

#define OUTLINE_MAX 100000

/* RFC 3066: a word of 1 to 8 letters, then words of 1 to 8 letters and digits. */
static bool is_language(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, "-", -1);
    for (char **word = words; *word; word++) {
        size_t length = strlen(*word);
        if (length < 1 || length > 8)
            return false;
        for (const char *c = *word; *c; c++)
            if (!(word == words ? g_ascii_isalpha(*c) : g_ascii_isalnum(*c)))
                return false;
    }
    return words[0] != NULL;
}

void check_language(struct pdf *pdf, const char *language, unsigned object)
{
    if (language && !is_language(language))
        blame(pdf, RULE_LANGUAGE, object, "\"%s\" is no tag of a language", language);
}

static void check_optional_content(struct pdf *pdf, qpdf_oh content)
{
    qpdf_oh usual = pdf_key(pdf, content, "/D"), others = pdf_key(pdf, content, "/Configs");
    for (unsigned i = 0; i <= pdf_length(pdf, others); i++) {
        qpdf_oh one = i == 0 ? usual : pdf_item(pdf, others, i - 1);
        const char *name = pdf_text(pdf, pdf_key(pdf, one, "/Name"));
        if (!name || !*name)
            blame(pdf, RULE_FORBIDDEN, pdf_id(pdf, one), "a set of layers without a name");
        if (pdf_has(pdf, one, "/AS"))
            blame(pdf, RULE_FORBIDDEN, pdf_id(pdf, one), "layers that switch themselves (/AS)");
    }
}

static void check_permissions(struct pdf *pdf, qpdf_oh permissions)
{
    for (const char *const *key = pdf_keys(pdf, permissions); *key; key++)
        if (strcmp(*key, "/UR3") != 0 && strcmp(*key, "/DocMDP") != 0)
            blame(pdf, RULE_FORBIDDEN, 0, "permissions of another kind (%s)", *key + 1);
    qpdf_oh references = pdf_key(pdf, pdf_key(pdf, permissions, "/DocMDP"), "/Reference");
    for (unsigned i = 0; i < pdf_length(pdf, references); i++) {
        qpdf_oh one = pdf_item(pdf, references, i);
        if (pdf_has(pdf, one, "/DigestLocation") || pdf_has(pdf, one, "/DigestMethod") ||
            pdf_has(pdf, one, "/DigestValue"))
            blame(pdf, RULE_FORBIDDEN, pdf_id(pdf, one), "a digest of objects (/Perms /DocMDP)");
    }
}

static void check_forms(struct pdf *pdf, qpdf_oh forms)
{
    if (pdf_key_true(pdf, forms, "/NeedAppearances"))
        blame(pdf, RULE_FORBIDDEN, pdf_id(pdf, forms), "form fields without appearances");
}

/* Entries in their order; every one with a title and somewhere to go. */
static void check_outline(struct pdf *pdf)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
    qpdf_oh item = pdf_key(pdf, pdf_key(pdf, pdf_root(pdf), "/Outlines"), "/First");
    size_t seen = 0;
    while (!pdf_is_null(pdf, item) && seen++ < OUTLINE_MAX) {
        const char *title = pdf_text(pdf, pdf_key(pdf, item, "/Title"));
        if (!title || !*title)
            blame(pdf, RULE_OUTLINE, pdf_id(pdf, item), "a bookmark without a title");
        if (!pdf_has(pdf, item, "/Dest") && !pdf_has(pdf, item, "/A"))
            blame(pdf, RULE_OUTLINE, pdf_id(pdf, item), "a bookmark that leads nowhere");
        qpdf_oh next = pdf_key(pdf, item, "/Next");
        if (pdf_has(pdf, item, "/First")) {
            g_array_append_val(open, next);
            next = pdf_key(pdf, item, "/First");
        }
        while (pdf_is_null(pdf, next) && open->len > 0) {
            next = g_array_index(open, qpdf_oh, open->len - 1);
            g_array_set_size(open, open->len - 1);
        }
        item = next;
    }
    if (seen > OUTLINE_MAX)
        blame(pdf, RULE_OUTLINE, 0, "the bookmarks go round in circles, or are too many");
}

void check_catalog(struct pdf *pdf)
{
    qpdf_oh root = pdf_root(pdf);
    const char *language = pdf_text(pdf, pdf_key(pdf, root, "/Lang"));
    if (!pdf_key_is(pdf, root, "/Type", "/Catalog"))
        blame(pdf, RULE_CATALOG, pdf_id(pdf, root), "the catalog is not of type /Catalog");
    if (!language || !*language)
        blame(pdf, RULE_LANGUAGE, 0, "the document does not say its language (/Lang)");
    else
        check_language(pdf, language, 0);
    qpdf_oh mark = pdf_key(pdf, root, "/MarkInfo");
    if (!pdf_key_true(pdf, mark, "/Marked"))
        blame(pdf, RULE_MARKED, 0, "the document does not say that it is tagged (/Marked)");
    if (pdf_key_true(pdf, mark, "/Suspects"))
        blame(pdf, RULE_MARKED, 0, "the document says that its tags are suspect (/Suspects)");
    if (!pdf_key_true(pdf, pdf_key(pdf, root, "/ViewerPreferences"), "/DisplayDocTitle"))
        blame(pdf, RULE_TITLE, 0, "the title is not shown in the window (/DisplayDocTitle)");
    if (pdf_has(pdf, root, "/NeedsRendering"))
        blame(pdf, RULE_FORBIDDEN, 0, "pages that must be made by the reader (/NeedsRendering)");
    check_permissions(pdf, pdf_key(pdf, root, "/Perms"));
    check_forms(pdf, pdf_key(pdf, root, "/AcroForm"));
    if (pdf_has(pdf, root, "/OCProperties"))
        check_optional_content(pdf, pdf_key(pdf, root, "/OCProperties"));
    check_outline(pdf);
}
