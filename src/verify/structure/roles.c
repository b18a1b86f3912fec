/* The standard roles of ISO 32000-1, 14.8.4, and what may stand where. */
#include "tree.h"

#include "rapor/base/language.h"

#include <string.h>

const char *standard_role(const char *name)
{
    static const char *const standard[] = {
        "Document", "Part",    "Art",   "Sect",      "Div",     "BlockQuote", "Caption",
        "TOC",      "TOCI",    "Index", "NonStruct", "Private", "P",          "H",
        "H1",       "H2",      "H3",    "H4",        "H5",      "H6",         "L",
        "LI",       "Lbl",     "LBody", "Table",     "TR",      "TH",         "TD",
        "THead",    "TBody",   "TFoot", "Span",      "Quote",   "Note",       "Reference",
        "BibEntry", "Code",    "Link",  "Annot",     "Ruby",    "RB",         "RT",
        "RP",       "Warichu", "WT",    "WP",        "Figure",  "Formula",    "Form"};
    for (size_t i = 0; i < G_N_ELEMENTS(standard); i++)
        if (strcmp(name, standard[i]) == 0)
            return standard[i];
    return NULL;
}

/* Where an element must stand. */
static const struct nesting {
    const char *role;
    const char *const parents[6];
    enum verify_rule rule;
} nestings[] = {
    {"TR", {"Table", "THead", "TBody", "TFoot"}, RULE_TABLE},
    {"TH", {"TR"}, RULE_TABLE},
    {"TD", {"TR"}, RULE_TABLE},
    {"THead", {"Table"}, RULE_TABLE},
    {"TBody", {"Table"}, RULE_TABLE},
    {"TFoot", {"Table"}, RULE_TABLE},
    {"LI", {"L"}, RULE_LIST},
    {"LBody", {"LI"}, RULE_LIST},
    {"TOCI", {"TOC"}, RULE_CONTENTS},
};

/* What alone an element may hold. */
static const struct holding {
    const char *role;
    const char *const kids[6];
    enum verify_rule rule;
} holdings[] = {
    {"Table", {"TR", "THead", "TBody", "TFoot", "Caption"}, RULE_TABLE},
    {"THead", {"TR"}, RULE_TABLE},
    {"TBody", {"TR"}, RULE_TABLE},
    {"TFoot", {"TR"}, RULE_TABLE},
    {"TR", {"TH", "TD"}, RULE_TABLE},
    {"L", {"L", "LI", "Caption"}, RULE_LIST},
    {"LI", {"Lbl", "LBody"}, RULE_LIST},
    {"TOC", {"TOC", "TOCI", "Caption"}, RULE_CONTENTS},
    {"TOCI", {"Lbl", "Reference", "P", "TOC", "NonStruct"}, RULE_CONTENTS},
};

/* Elements that group others say nothing of their own. */
static const char *const groups[] = {"Document", "Part",  "Sect",  "Div", "Art", "Table", "TR",
                                     "THead",    "TBody", "TFoot", "L",   "TOC", NULL};

/* Elements that may be empty: a cell without text is a cell. */
static const char *const hollow[] = {"TD", "TH", "NonStruct", "Private", "Form", "Annot", NULL};

/* A caption stands before these; before or after others. */
static const char *const captioned_first[] = {"L", "TOC", NULL};

static void check_parent(struct pdf *pdf, const struct structure_element *element)
{
    for (size_t i = 0; i < G_N_ELEMENTS(nestings); i++)
        if (is_role(element, nestings[i].role) &&
            !named_in(element->parent->role, nestings[i].parents))
            blame(pdf, nestings[i].rule, element->object, "%s stands in %s", element->role,
                  *element->parent->role ? element->parent->role : _("the root"));
}

static const struct holding *holding_of(const struct structure_element *element)
{
    for (size_t i = 0; i < G_N_ELEMENTS(holdings); i++)
        if (is_role(element, holdings[i].role))
            return &holdings[i];
    return NULL;
}

static void check_kids(struct pdf *pdf, const struct structure_element *element)
{
    const struct holding *holding = holding_of(element);
    for (size_t i = 0; i < element->kid_count; i++) {
        const struct structure_element *kid = element_kid(element, i);
        if (!kid && named_in(element->role, groups))
            blame(pdf, RULE_TREE, element->object, "%s holds content of its own", element->role);
        if (holding && kid && !named_in(kid->role, holding->kids))
            blame(pdf, holding->rule, kid->object, "%s holds %s", element->role, kid->written);
        if (kid && is_role(kid, "Caption") && i > 0 &&
            (i + 1 < element->kid_count || named_in(element->role, captioned_first)))
            blame(pdf, RULE_TREE, kid->object, "a caption in the middle or at the end of %s",
                  element->role);
    }
    if (element->kid_count == 0 && !named_in(element->role, hollow))
        blame(pdf, RULE_EMPTY, element->object, "an empty %s", element->written);
}

/* Within figures whose alternative text says it all, or formulas. */
static void check_figure(struct pdf *pdf, const struct structure_element *element)
{
    bool figure = is_role(element, "Figure");
    if ((figure || is_role(element, "Formula")) && !element->described)
        blame(pdf, RULE_FIGURE, element->object, "%s without an alternative text (/Alt)",
              element->role);
    if (figure && !element->boxed)
        blame(pdf, RULE_FIGURE, element->object, "Figure without the box it stands in (/BBox)");
}

static void check_link(struct pdf *pdf, const struct structure_element *element)
{
    bool link = is_role(element, "Link"), found = false;
    for (size_t i = 0; i < element->kid_count; i++)
        found = found || element->kids[i].kind == KID_OBJECT;
    if (link && !found)
        blame(pdf, RULE_LINK, element->object, "Link without its annotation (/OBJR)");
}

static void check_note(struct pdf *pdf, const struct structure_element *element,
                       GHashTable *identifiers)
{
    if (is_role(element, "Note") && !(element->identifier && *element->identifier))
        blame(pdf, RULE_NOTE, element->object, "Note without an identifier (/ID)");
    else if (is_role(element, "Note") &&
             !g_hash_table_add(identifiers, (char *)(uintptr_t)element->identifier))
        blame(pdf, RULE_NOTE, element->object, "two notes with the identifier \"%s\"",
              element->identifier);
}

static size_t count_kids(const struct structure_element *element, const char *role)
{
    size_t count = 0;
    for (size_t i = 0; i < element->kid_count; i++) {
        const struct structure_element *kid = element_kid(element, i);
        count += kid && is_role(kid, role);
    }
    return count;
}

/* What may stand in an element once only; heads and feet of a table need its body. */
static void check_counts(struct pdf *pdf, const struct structure_element *element)
{
    static const char *const once[] = {"THead", "TFoot", "Caption"};
    for (size_t i = 0; i < G_N_ELEMENTS(once); i++)
        if (count_kids(element, once[i]) > 1)
            blame(pdf, RULE_TREE, element->object, "%s holds %s more than once", element->role,
                  once[i]);
    if (is_role(element, "Table") && count_kids(element, "TBody") == 0 &&
        count_kids(element, "THead") + count_kids(element, "TFoot") > 0)
        blame(pdf, RULE_TABLE, element->object, "Table with a head or foot, and without TBody");
    if (count_kids(element, "H") > 1)
        blame(pdf, RULE_HEADING, element->object, "%s holds H more than once", element->role);
}

/* Items with labels say how the list is numbered. */
static void check_numbering(struct pdf *pdf, const struct structure_element *element)
{
    bool labelled = false;
    if (!is_role(element, "L") || element->numbered)
        return;
    for (size_t i = 0; i < element->kid_count; i++) {
        const struct structure_element *item = element_kid(element, i);
        for (size_t j = 0; item && j < item->kid_count; j++) {
            const struct structure_element *part = element_kid(item, j);
            labelled = labelled || (part && is_role(part, "Lbl"));
        }
    }
    if (labelled)
        blame(pdf, RULE_LIST, element->object,
              "L has labels, and does not say how it is numbered (/ListNumbering)");
}

/* 1 to 6 of H1 to H6, else 0. */
static int level_of(const struct structure_element *element)
{
    const char *role = element->role;
    return role[0] == 'H' && role[1] >= '1' && role[1] <= '6' && !role[2] ? role[1] - '0' : 0;
}

static void check_headings(struct pdf *pdf, const struct tree *tree)
{
    int last = 0;
    bool plain = false, numbered = false;
    for (size_t i = 0; i < tree->count; i++) {
        int level = level_of(tree->all[i]);
        plain = plain || is_role(tree->all[i], "H");
        numbered = numbered || level > 0;
        if (level > last + 1 && last == 0)
            blame(pdf, RULE_HEADING, tree->all[i]->object, "the first heading is H%d", level);
        else if (level > last + 1)
            blame(pdf, RULE_HEADING, tree->all[i]->object, "H%d follows H%d", level, last);
        last = level > 0 ? level : last;
    }
    if (plain && numbered)
        blame(pdf, RULE_HEADING, 0, "headings with and without a level in one document");
}

static void check_document(struct pdf *pdf, const struct tree *tree)
{
    for (size_t i = 0; i < tree->root->kid_count; i++) {
        const struct structure_element *top = element_kid(tree->root, i);
        if (top && !is_role(top, "Document"))
            blame(pdf, RULE_TREE, top->object, "%s stands beside or in place of Document",
                  top->written);
    }
}

void tree_check_roles(struct pdf *pdf, const struct tree *tree)
{
    g_autoptr(GHashTable) identifiers = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < tree->count; i++) {
        const struct structure_element *element = tree->all[i];
        pdf->page = element->page;
        check_parent(pdf, element);
        check_kids(pdf, element);
        check_figure(pdf, element);
        check_link(pdf, element);
        check_note(pdf, element, identifiers);
        check_counts(pdf, element);
        check_numbering(pdf, element);
    }
    pdf->page = 0;
    check_headings(pdf, tree);
    check_document(pdf, tree);
}
