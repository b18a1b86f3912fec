/* Reads the structure tree, ISO 32000-1, 14.7. */
#include "tree.h"

#include "../checks.h"

#include "rapor/base/arena.h"

#include <string.h>

#define ELEMENTS_MAX   200000
#define DEPTH_MAX      100
#define MAPPED_MAX     16
#define ATTRIBUTES_MAX 64

/* The tree while it is read. */
struct tree_reading {
    struct pdf *pdf;
    struct tree *tree;
    size_t room;
    GHashTable *seen;  /* numbers of the objects that are elements */
    GHashTable *pages; /* object number -> number from 1 */
    qpdf_oh roles, classes;
    unsigned depth;
    bool full; /* there are too many; that was said */
};

bool is_role(const struct structure_element *element, const char *role)
{
    return strcmp(element->role, role) == 0;
}

const struct structure_element *element_kid(const struct structure_element *element, size_t number)
{
    return element->kids[number].kind == KID_ELEMENT ? element->kids[number].element : NULL;
}

/* Goes by the role map to a standard role; "" where it leads to none. */
static const char *role_of(struct tree_reading *reading, const char *written, unsigned id)
{
    struct pdf *pdf = reading->pdf;
    const char *name = written;
    if (standard_role(written + 1) && pdf_has(pdf, reading->roles, written))
        blame(pdf, RULE_ROLE, id, "the standard role %s is given another meaning", written + 1);
    for (int i = 0; i < MAPPED_MAX && name; i++) {
        const char *standard = standard_role(name + 1);
        if (standard)
            return standard;
        name = pdf_name(pdf, pdf_key(pdf, reading->roles, name));
    }
    blame(pdf, RULE_ROLE, id, "%s is no standard role, and stands for none (/RoleMap)",
          written + 1);
    return "";
}

static unsigned span_of(struct pdf *pdf, qpdf_oh attributes, const char *key)
{
    double span = pdf_number(pdf, pdf_key(pdf, attributes, key), 1);
    return span >= 1 && span <= G_MAXINT ? (unsigned)span : 1;
}

static void read_attributes(struct tree_reading *reading, struct structure_element *element,
                            qpdf_oh attributes)
{
    static const char *const scopes[] = {"/Row", "/Column", "/Both", NULL};
    struct pdf *pdf = reading->pdf;
    if (pdf_length(pdf, pdf_key(pdf, attributes, "/BBox")) == 4)
        element->boxed = true;
    if (pdf_has(pdf, attributes, "/ListNumbering"))
        element->numbered = true;
    if (!pdf_key_is(pdf, attributes, "/O", "/Table"))
        return;
    if (named_in(pdf_name(pdf, pdf_key(pdf, attributes, "/Scope")), scopes))
        element->scoped = true;
    if (pdf_length(pdf, pdf_key(pdf, attributes, "/Headers")) > 0)
        element->headers = true;
    element->columns = MAX(element->columns, span_of(pdf, attributes, "/ColSpan"));
    element->rows = MAX(element->rows, span_of(pdf, attributes, "/RowSpan"));
}

/* How many there are of what may stand alone or in an array. */
static unsigned count_of(struct pdf *pdf, qpdf_oh value)
{
    return pdf_is_array(pdf, value) ? MIN(pdf_length(pdf, value), ATTRIBUTES_MAX) : 1;
}

/* The NUMBERth of an array, or what is no array itself. */
static qpdf_oh one_of(struct pdf *pdf, qpdf_oh value, unsigned number)
{
    return pdf_is_array(pdf, value) ? pdf_item(pdf, value, number) : value;
}

/* /A is a dictionary or an array of them; /C names classes of the root. */
static void read_all_attributes(struct tree_reading *reading, struct structure_element *element,
                                qpdf_oh node)
{
    struct pdf *pdf = reading->pdf;
    qpdf_oh own = pdf_key(pdf, node, "/A"), class = pdf_key(pdf, node, "/C");
    if (MAX(pdf_length(pdf, own), pdf_length(pdf, class)) > ATTRIBUTES_MAX)
        blame(pdf, RULE_LIMIT, element->object,
              "an element with more than %d attributes; the others are not judged", ATTRIBUTES_MAX);
    for (unsigned i = 0; i < count_of(pdf, own); i++)
        read_attributes(reading, element, one_of(pdf, own, i));
    for (unsigned i = 0; i < count_of(pdf, class); i++) {
        const char *name = pdf_name(pdf, one_of(pdf, class, i));
        if (name)
            read_attributes(reading, element, pdf_key(pdf, reading->classes, name));
    }
}

static bool has_words(struct pdf *pdf, qpdf_oh node, const char *key)
{
    const char *text = pdf_text(pdf, pdf_key(pdf, node, key));
    return text && *text;
}

static unsigned page_number(struct tree_reading *reading, qpdf_oh node)
{
    unsigned id = pdf_id(reading->pdf, pdf_key(reading->pdf, node, "/Pg"));
    return GPOINTER_TO_UINT(g_hash_table_lookup(reading->pages, GUINT_TO_POINTER(id)));
}

static struct structure_element *add_element(struct tree_reading *reading, qpdf_oh node,
                                             struct structure_element *parent)
{
    struct pdf *pdf = reading->pdf;
    struct tree *tree = reading->tree;
    struct structure_element *element = ARENA_NEW(pdf->arena, struct structure_element);
    const char *written = pdf_name(pdf, pdf_key(pdf, node, "/S"));
    *element = (struct structure_element){
        .parent = parent, .object = pdf_id(pdf, node), .columns = 1, .rows = 1};
    element->written = written ? written + 1 : "";
    element->role = written ? role_of(reading, written, element->object) : "";
    if (!written)
        blame(pdf, RULE_ROLE, element->object, "an element without a role (/S)");
    element->described = has_words(pdf, node, "/Alt") || pdf_has(pdf, node, "/ActualText");
    element->identifier = pdf_text(pdf, pdf_key(pdf, node, "/ID"));
    element->page = page_number(reading, node);
    check_language(pdf, pdf_text(pdf, pdf_key(pdf, node, "/Lang")), element->object);
    read_all_attributes(reading, element, node);
    tree->all = arena_grow(pdf->arena, tree->all, tree->count, &reading->room, sizeof(void *));
    tree->all[tree->count++] = element;
    return element;
}

static void read_kids(struct tree_reading *reading, struct structure_element *element,
                      qpdf_oh node);

/* The number of the object that holds the marks of NODE: its /Pg, or /Stm. */
static unsigned owner_of(struct pdf *pdf, qpdf_oh node, qpdf_oh element)
{
    qpdf_oh form = pdf_key(pdf, node, "/Stm"), page = pdf_key(pdf, node, "/Pg");
    if (!pdf_is_null(pdf, form))
        return pdf_id(pdf, form);
    return pdf_id(pdf, pdf_is_null(pdf, page) ? pdf_key(pdf, element, "/Pg") : page);
}

/* False where it must not be read: it was, or there are too many. */
static bool enters(struct tree_reading *reading, qpdf_oh node)
{
    struct pdf *pdf = reading->pdf;
    unsigned id = pdf_id(pdf, node);
    bool full = reading->tree->count >= ELEMENTS_MAX || reading->depth >= DEPTH_MAX;
    if (full && !reading->full)
        blame(pdf, RULE_LIMIT, id, "the structure is too large or too deep to be judged");
    reading->full = reading->full || full;
    if (full)
        return false;
    if (id == 0 || g_hash_table_add(reading->seen, GUINT_TO_POINTER(id)))
        return true;
    blame(pdf, RULE_TREE, id, "an element that stands in the tree twice");
    return false;
}

/* Fills KID; false where it is nothing. */
static bool read_kid(struct tree_reading *reading, struct kid *kid, qpdf_oh item, qpdf_oh node)
{
    struct pdf *pdf = reading->pdf;
    double number = pdf_number(pdf, item, -1);
    if (number >= 0 && number < 2147483648.0) {
        *kid = (struct kid){KID_MARK, NULL, owner_of(pdf, item, node), (unsigned)number};
        return true;
    }
    if (pdf_key_is(pdf, item, "/Type", "/MCR")) {
        number = pdf_number(pdf, pdf_key(pdf, item, "/MCID"), -1);
        bool good = number >= 0 && number < 2147483648.0;
        *kid = (struct kid){KID_MARK, NULL, owner_of(pdf, item, node), good ? (unsigned)number : 0};
        if (!good)
            blame(pdf, RULE_MARK, pdf_id(pdf, node), "a reference to content without an /MCID");
        return good;
    }
    if (pdf_key_is(pdf, item, "/Type", "/OBJR")) {
        *kid = (struct kid){KID_OBJECT, NULL, 0, pdf_id(pdf, pdf_key(pdf, item, "/Obj"))};
        if (has_words(pdf, node, "/Alt"))
            g_hash_table_add(pdf->described, GUINT_TO_POINTER(kid->number));
        return true;
    }
    *kid = (struct kid){KID_ELEMENT, NULL, 0, 0};
    return pdf_is_dict(pdf, item) && enters(reading, item);
}

static void read_one(struct tree_reading *reading, struct structure_element *element, qpdf_oh item,
                     qpdf_oh node)
{
    struct pdf *pdf = reading->pdf;
    struct kid *kid = &element->kids[element->kid_count];
    if (!read_kid(reading, kid, item, node)) {
        if (!pdf_is_dict(pdf, item) && !pdf_is_null(pdf, item))
            blame(pdf, RULE_TREE, element->object, "something in the tree that is no element");
        return;
    }
    element->kid_count++;
    if (kid->kind != KID_ELEMENT)
        return;
    kid->element = add_element(reading, item, element);
    unsigned parent = pdf_id(pdf, pdf_key(pdf, item, "/P"));
    if (parent == 0 || parent != element->object)
        blame(pdf, RULE_TREE, kid->element->object, "an element that names another parent (/P)");
    read_kids(reading, kid->element, item);
}

static void read_kids(struct tree_reading *reading, struct structure_element *element, qpdf_oh node)
{
    struct pdf *pdf = reading->pdf;
    qpdf_oh kids = pdf_key(pdf, node, "/K");
    unsigned count = pdf_is_array(pdf, kids) ? pdf_length(pdf, kids) : !pdf_is_null(pdf, kids);
    element->kids = ARENA_ARRAY(pdf->arena, count + 1, struct kid);
    reading->depth++;
    for (unsigned i = 0; i < count; i++) {
        qpdf_oh item = pdf_is_array(pdf, kids) ? pdf_item(pdf, kids, i) : kids;
        read_one(reading, element, item, node);
        qpdf_oh_release(pdf->qpdf, item);
    }
    reading->depth--;
}

static GHashTable *page_numbers(struct pdf *pdf)
{
    GHashTable *pages = g_hash_table_new(NULL, NULL);
    for (unsigned i = 0; i < pdf->page_count; i++) {
        unsigned id = pdf_id(pdf, qpdf_get_page_n(pdf->qpdf, i));
        g_hash_table_insert(pages, GUINT_TO_POINTER(id), GUINT_TO_POINTER(i + 1));
    }
    return pages;
}

bool tree_read(struct pdf *pdf, struct tree *tree)
{
    qpdf_oh root = pdf_key(pdf, pdf_root(pdf), "/StructTreeRoot");
    *tree = (struct tree){0};
    if (!pdf_is_dict(pdf, root)) {
        blame(pdf, RULE_TREE, 0, "the document has no structure (/StructTreeRoot)");
        return false;
    }
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) pages = page_numbers(pdf);
    struct tree_reading reading = {.pdf = pdf, .tree = tree, .seen = seen, .pages = pages};
    reading.roles = pdf_key(pdf, root, "/RoleMap");
    reading.classes = pdf_key(pdf, root, "/ClassMap");
    tree->root = ARENA_NEW(pdf->arena, struct structure_element);
    *tree->root =
        (struct structure_element){.role = "", .written = "", .object = pdf_id(pdf, root)};
    read_kids(&reading, tree->root, root);
    if (tree->count == 0)
        blame(pdf, RULE_TREE, tree->root->object, "the structure is empty");
    return true;
}
