#include "trace.h"

#include "rapor/type/pages.h"

#include <assert.h>

static const char *role_name(enum role role)
{
    switch (role) {
    case ROLE_NONE:
        return "none";
    case ROLE_DECORATION:
        return "decoration";
    case ROLE_SECTION:
        return "section";
    case ROLE_P:
        return "p";
    case ROLE_H1:
        return "h1";
    case ROLE_H2:
        return "h2";
    case ROLE_H3:
        return "h3";
    case ROLE_LIST:
        return "list";
    case ROLE_ITEM:
        return "item";
    case ROLE_LABEL:
        return "label";
    case ROLE_BODY:
        return "body";
    case ROLE_TABLE:
        return "table";
    case ROLE_ROW:
        return "row";
    case ROLE_HEAD_CELL:
        return "head-cell";
    case ROLE_CELL:
        return "cell";
    case ROLE_FIGURE:
        return "figure";
    case ROLE_CAPTION:
        return "caption";
    case ROLE_CONTENTS:
        return "contents";
    case ROLE_ENTRY:
        return "entry";
    case ROLE_LINK:
        return "link";
    case ROLE_FORM:
        return "form";
    }
    return "unknown";
}

void trace_role(GString *out, const struct pages *pages, guint32 element)
{
    if (element == DECORATION)
        g_string_append(out, "decoration");
    else if (element == DOCUMENT_ELEMENT)
        g_string_append(out, "document");
    else if (element < pages->element_count)
        g_string_append(out, role_name(pages->elements[element].role));
    else
        g_string_append(out, "unknown");
}

static void free_children(gpointer children)
{
    if (children)
        g_ptr_array_unref(children);
}

/* Appends the child's lines, one step further in. */
static void write_child(GString *out, const char *child, unsigned repeats)
{
    g_auto(GStrv) lines = g_strsplit(child, "\n", -1);
    g_string_append_printf(out, "\n  %s", lines[0]);
    if (repeats > 1)
        g_string_append_printf(out, " x%u", repeats);
    for (size_t i = 1; lines[i]; i++)
        g_string_append_printf(out, "\n  %s", lines[i]);
}

/* Appends the children, which stand last first. */
static void write_children(GString *out, const GPtrArray *children)
{
    guint left = children->len;
    while (left > 0) {
        const char *child = children->pdata[left - 1];
        unsigned repeats = 1;
        while (repeats < left && g_str_equal(children->pdata[left - 1 - repeats], child))
            repeats++;
        write_child(out, child, repeats);
        left -= repeats;
    }
}

static char *describe(const struct pages *pages, guint32 index, const GPtrArray *children)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const struct element *element = &pages->elements[index];
    trace_role(out, pages, index);
    if (element->alt) {
        g_string_append_c(out, ' ');
        trace_words(out, element->alt);
    }
    if (children)
        write_children(out, children);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static void add_child(GPtrArray *families, guint32 parent, char *child)
{
    if (!families->pdata[parent])
        families->pdata[parent] = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(families->pdata[parent], child);
}

/* An element comes after the one it is in: from the last to the first, all
 * that is in an element has been described before the element itself. */
void trace_elements(GString *out, const struct pages *pages)
{
    g_string_append(out, "elements");
    if (pages->element_count <= DOCUMENT_ELEMENT) {
        g_string_append_c(out, '\n');
        return;
    }
    guint32 count = (guint32)pages->element_count;
    g_autoptr(GPtrArray) families = g_ptr_array_new_with_free_func(free_children);
    g_ptr_array_set_size(families, (gint)count);
    for (guint32 i = count - 1; i > DOCUMENT_ELEMENT; i--) {
        assert(pages->elements[i].parent < i);
        add_child(families, pages->elements[i].parent, describe(pages, i, families->pdata[i]));
    }
    g_autofree char *tree = describe(pages, DOCUMENT_ELEMENT, families->pdata[DOCUMENT_ELEMENT]);
    write_child(out, tree, 1);
    g_string_append_c(out, '\n');
}
