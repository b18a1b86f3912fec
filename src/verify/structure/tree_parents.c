/* The way back: from content and annotations to the elements they belong to. */
#include "../checks.h"
#include "../content/marks.h"
#include "branches.h"
#include "tree.h"

#include <string.h>

/* The parent tree by its keys: numbers of elements, or of arrays of them. */
struct parents {
    struct pdf *pdf;
    GHashTable *slots; /* key -> handle of what stands there */
    GHashTable *above; /* number of an object (OBJR) -> number of its element */
};

static void read_numbers(void *to, qpdf_oh numbers)
{
    struct parents *parents = to;
    struct pdf *pdf = parents->pdf;
    for (unsigned i = 0; i + 1 < pdf_length(pdf, numbers); i += 2) {
        double key = pdf_number(pdf, pdf_item(pdf, numbers, i), -1);
        qpdf_oh value = pdf_item(pdf, numbers, i + 1);
        if (key < 0 || key > 2147483647.0)
            continue;
        if (!g_hash_table_insert(parents->slots, GUINT_TO_POINTER((unsigned)key),
                                 GUINT_TO_POINTER(value)))
            blame(pdf, RULE_PARENT_TREE, 0, "key %g stands in the parent tree twice", key);
    }
}

static void read_parent_tree(struct parents *parents, unsigned root)
{
    struct pdf *pdf = parents->pdf;
    const qpdf_oh top = pdf_key(pdf, pdf_key(pdf, pdf_root(pdf), "/StructTreeRoot"), "/ParentTree");
    if (!pdf_is_dict(pdf, top))
        blame(pdf, RULE_PARENT_TREE, root, "the structure has no /ParentTree");
    if (!branches_take(pdf, top, "/Nums", &(struct branch_taker){read_numbers, parents}))
        blame(pdf, RULE_PARENT_TREE, root, "the parent tree leads in circles");
}

/* What stands at KEY of the page, form or annotation HOLDER; 0 where nothing. */
static qpdf_oh slot_of(struct parents *parents, qpdf_oh holder, const char *key)
{
    double number = pdf_number(parents->pdf, pdf_key(parents->pdf, holder, key), -1);
    if (number < 0 || number > 2147483647.0)
        return 0;
    return GPOINTER_TO_UINT(
        g_hash_table_lookup(parents->slots, GUINT_TO_POINTER((unsigned)number)));
}

static void check_mark(struct parents *parents, const struct structure_element *element,
                       const struct kid *kid)
{
    struct pdf *pdf = parents->pdf;
    const struct content_mark *mark = marks_find(pdf->marks, kid->owner, kid->number);
    if (!mark)
        return; /* said elsewhere */
    qpdf_oh holder = qpdf_get_object_by_id(pdf->qpdf, (int)kid->owner, 0);
    qpdf_oh slot = slot_of(parents, holder, "/StructParents");
    pdf->page = mark->page;
    if (slot == 0)
        blame(pdf, RULE_PARENT_TREE, kid->owner,
              "tagged content that the parent tree does not know (/StructParents)");
    else if (element->object == 0 ||
             pdf_id(pdf, pdf_item(pdf, slot, kid->number)) != element->object)
        blame(pdf, RULE_PARENT_TREE, element->object,
              "the parent tree leads from /MCID %u to another element", kid->number);
    qpdf_oh_release(pdf->qpdf, holder);
    pdf->page = 0;
}

static void check_object(struct parents *parents, const struct structure_element *element,
                         const struct kid *kid)
{
    struct pdf *pdf = parents->pdf;
    qpdf_oh holder = qpdf_get_object_by_id(pdf->qpdf, (int)kid->number, 0);
    qpdf_oh slot = kid->number ? slot_of(parents, holder, "/StructParent") : 0;
    g_hash_table_insert(parents->above, GUINT_TO_POINTER(kid->number), (void *)(uintptr_t)element);
    if (slot == 0 || pdf_id(pdf, slot) != element->object)
        blame(pdf, RULE_PARENT_TREE, kid->number,
              "the parent tree does not lead from an annotation to its element");
}

/* A link must stand in Link, a field in Form, all else in Annot. */
static void check_annotation(struct parents *parents, qpdf_oh annotation)
{
    static const struct {
        const char *type, *role;
    } pairs[] = {{"/Link", "Link"}, {"/Widget", "Form"}};
    struct pdf *pdf = parents->pdf;
    unsigned id = pdf_id(pdf, annotation);
    const char *role = "Annot";
    const struct structure_element *element =
        g_hash_table_lookup(parents->above, GUINT_TO_POINTER(id));
    if (pdf_key_is(pdf, annotation, "/Subtype", "/Popup") ||
        pdf_key_is(pdf, annotation, "/Subtype", "/PrinterMark"))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (pdf_key_is(pdf, annotation, "/Subtype", pairs[i].type))
            role = pairs[i].role;
    if (id == 0 || !element)
        blame(pdf, RULE_ANNOTATION, id, "an annotation that the tree does not hold (/OBJR)");
    else if (!is_role(element, role))
        blame(pdf, strcmp(role, "Link") == 0 ? RULE_LINK : RULE_ANNOTATION, id,
              "an annotation in %s, not in %s", element->written, role);
}

static void check_all_annotations(struct parents *parents)
{
    struct pdf *pdf = parents->pdf;
    for (unsigned i = 0; i < pdf->page_count; i++) {
        qpdf_oh all = pdf_key(pdf, qpdf_get_page_n(pdf->qpdf, i), "/Annots");
        pdf->page = i + 1;
        for (unsigned j = 0; j < pdf_length(pdf, all); j++)
            check_annotation(parents, pdf_item(pdf, all, j));
    }
    pdf->page = 0;
}

void tree_check_parents(struct pdf *pdf, const struct tree *tree)
{
    g_autoptr(GHashTable) slots = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) above = g_hash_table_new(NULL, NULL);
    struct parents parents = {pdf, slots, above};
    read_parent_tree(&parents, tree->root->object);
    for (size_t i = 0; i < tree->count; i++)
        for (size_t k = 0; k < tree->all[i]->kid_count; k++) {
            const struct kid *kid = &tree->all[i]->kids[k];
            if (kid->kind == KID_MARK)
                check_mark(&parents, tree->all[i], kid);
            else if (kid->kind == KID_OBJECT)
                check_object(&parents, tree->all[i], kid);
        }
    check_all_annotations(&parents);
}
