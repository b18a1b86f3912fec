#include "page_tree.h"

#include "../signature/same.h"

#include <glib.h>

/* The nodes that were met, by their references. */
struct climb {
    qpdf_data pdf;
    GHashTable *met;
};

static bool is_sound(const struct climb *climb, qpdf_oh node, unsigned depth)
{
    qpdf_data pdf = climb->pdf;
    if (!qpdf_oh_is_dictionary(pdf, node))
        return true;
    qpdf_oh kids = qpdf_oh_get_key(pdf, node, "/Kids");
    const int count = qpdf_oh_is_array(pdf, kids) ? qpdf_oh_get_array_n_items(pdf, kids) : 0;
    gpointer reference = same_reference(pdf, node);
    bool sound = count == 0 || (depth < PAGE_TREE_DEPTH_MAX &&
                                (!reference || g_hash_table_add(climb->met, reference)));
    for (int i = 0; sound && i < count; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(pdf, kids, i);
        sound = is_sound(climb, kid, depth + 1);
        qpdf_oh_release(pdf, kid);
    }
    qpdf_oh_release(pdf, kids);
    return sound;
}

bool page_tree_is_sound(qpdf_data pdf)
{
    const struct climb climb = {pdf, g_hash_table_new(NULL, NULL)};
    qpdf_oh root = qpdf_get_root(pdf);
    const bool sound = !qpdf_oh_is_dictionary(pdf, root) ||
                       is_sound(&climb, qpdf_oh_get_key(pdf, root, "/Pages"), 0);
    g_hash_table_unref(climb.met);
    return sound;
}
