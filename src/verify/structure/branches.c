#include "branches.h"

bool branches_take(struct pdf *pdf, qpdf_oh root, const char *key, const struct branch_taker *taker)
{
    g_autoptr(GArray) nodes = g_array_new(FALSE, FALSE, sizeof root);
    g_autoptr(GHashTable) met = g_hash_table_new(NULL, NULL);
    bool straight = true;
    g_array_append_val(nodes, root);
    for (guint at = 0; at < nodes->len; at++) {
        const qpdf_oh node = g_array_index(nodes, qpdf_oh, at);
        const unsigned id = pdf_id(pdf, node);
        if (id != 0 && !g_hash_table_add(met, GUINT_TO_POINTER(id))) {
            straight = false;
            continue;
        }
        taker->take(taker->to, pdf_key(pdf, node, key));
        const qpdf_oh kids = pdf_key(pdf, node, "/Kids");
        for (unsigned i = 0; i < pdf_length(pdf, kids); i++) {
            const qpdf_oh kid = pdf_item(pdf, kids, i);
            g_array_append_val(nodes, kid);
        }
    }
    return straight;
}
