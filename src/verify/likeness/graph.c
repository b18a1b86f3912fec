#include "graph.h"

#include "spelled.h"

#include "../signature/same.h"

#include "rapor/base/digest.h"
#include "rapor/base/texts.h"

#include <string.h>

#define HOLE '\1' /* stands in the text of a node for the next it refers to */

struct graph_node {
    GString *text;
    GArray *below, *above; /* indices of nodes: what it refers to, and what refers to it */
    guint open;            /* of those below, that are not known by a digest yet */
    char *digest;          /* of all that it holds; NULL: it reaches a circle */
    guint place;           /* from 1; 0: it was not met */
};

static void free_node(gpointer data)
{
    struct graph_node *node = data;
    g_string_free(node->text, TRUE);
    g_array_unref(node->below);
    g_array_unref(node->above);
    g_free(node->digest);
    g_free(node);
}

void graph_open(struct graph *graph, qpdf_data pdf)
{
    *graph = (struct graph){.pdf = pdf,
                            .nodes = g_ptr_array_new_with_free_func(free_node),
                            .indices = g_hash_table_new(NULL, NULL),
                            .fresh = g_ptr_array_new()};
}

void graph_close(struct graph *graph)
{
    g_ptr_array_unref(graph->nodes);
    g_hash_table_unref(graph->indices);
    g_ptr_array_unref(graph->fresh);
}

static struct graph_node *node_at(const struct graph *graph, guint index)
{
    return graph->nodes->pdata[index];
}

static guint add_node(struct graph *graph)
{
    struct graph_node *node = g_new0(struct graph_node, 1);
    node->text = g_string_new(NULL);
    node->below = g_array_new(FALSE, FALSE, sizeof(guint));
    node->above = g_array_new(FALSE, FALSE, sizeof(guint));
    g_ptr_array_add(graph->nodes, node);
    return graph->nodes->len - 1;
}

static guint node_of(struct graph *graph, gpointer reference)
{
    gpointer found;
    if (g_hash_table_lookup_extended(graph->indices, reference, NULL, &found))
        return GPOINTER_TO_UINT(found);
    const guint index = add_node(graph);
    g_hash_table_insert(graph->indices, reference, GUINT_TO_POINTER(index));
    g_ptr_array_add(graph->fresh, reference);
    return index;
}

static void spell(struct graph *graph, guint index, qpdf_oh value);

static void spell_array(struct graph *graph, guint index, qpdf_oh array)
{
    GString *out = node_at(graph, index)->text;
    const int count = qpdf_oh_get_array_n_items(graph->pdf, array);
    g_string_append_c(out, '[');
    for (int i = 0; i < count; i++) {
        qpdf_oh item = qpdf_oh_get_array_item(graph->pdf, array, i);
        spell(graph, index, item);
        g_string_append_c(out, ' ');
        qpdf_oh_release(graph->pdf, item);
    }
    g_string_append_c(out, ']');
}

static GPtrArray *keys_of(const struct graph *graph, qpdf_oh dict)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh_begin_dict_key_iter(graph->pdf, dict);
    while (qpdf_oh_dict_more_keys(graph->pdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(graph->pdf)));
    texts_sort(keys);
    return keys;
}

static void spell_dict(struct graph *graph, guint index, qpdf_oh dict, const char *const *left)
{
    g_autoptr(GPtrArray) keys = keys_of(graph, dict);
    GString *out = node_at(graph, index)->text;
    g_string_append(out, "<<");
    for (guint i = 0; i < keys->len; i++) {
        const char *key = keys->pdata[i];
        qpdf_oh value = qpdf_oh_get_key(graph->pdf, dict, key);
        if (!g_strv_contains(left, key) && !qpdf_oh_is_null(graph->pdf, value)) {
            g_string_append_c(out, '/');
            spelled_bytes(key, strlen(key), out);
            spell(graph, index, value);
        }
        qpdf_oh_release(graph->pdf, value);
    }
    g_string_append(out, ">>");
}

char *graph_stream(struct graph *graph, qpdf_oh stream, size_t *size, bool *plain)
{
    unsigned char *bytes = NULL;
    QPDF_BOOL filtered = QPDF_FALSE;
    qpdf_oh dict = qpdf_oh_get_dict(graph->pdf, stream);
    const QPDF_ERROR_CODE read =
        qpdf_oh_get_stream_data(graph->pdf, stream, qpdf_dl_generalized, &filtered, &bytes, size);
    if ((read & QPDF_ERRORS) || qpdf_oh_has_key(graph->pdf, dict, "/F"))
        graph->damaged = true;
    qpdf_oh_release(graph->pdf, dict);
    *plain = filtered;
    if (bytes)
        return (char *)bytes;
    *size = 0;
    return g_strdup("");
}

/* How it is compressed says nothing, where that can be undone without loss. */
static void spell_stream(struct graph *graph, guint index, qpdf_oh stream)
{
    static const char *const length[] = {"/Length", NULL};
    static const char *const packing[] = {"/Length", "/Filter", "/DecodeParms", NULL};
    bool plain;
    size_t size;
    g_autofree char *bytes = graph_stream(graph, stream, &size, &plain);
    g_autofree char *digest = digest_bytes(bytes, size);
    qpdf_oh dict = qpdf_oh_get_dict(graph->pdf, stream);
    spell_dict(graph, index, dict, plain ? packing : length);
    g_string_append(node_at(graph, index)->text, digest);
    qpdf_oh_release(graph->pdf, dict);
}

static const char *const none[] = {NULL};

static void spell_direct(struct graph *graph, guint index, qpdf_oh value)
{
    if (qpdf_oh_is_stream(graph->pdf, value))
        spell_stream(graph, index, value);
    else if (qpdf_oh_is_dictionary(graph->pdf, value))
        spell_dict(graph, index, value, none);
    else if (qpdf_oh_is_array(graph->pdf, value))
        spell_array(graph, index, value);
    else
        spelled_plain(graph->pdf, value, node_at(graph, index)->text);
}

static void refer(struct graph *graph, guint index, guint other)
{
    struct graph_node *node = node_at(graph, index);
    g_string_append_c(node->text, HOLE);
    g_array_append_val(node->below, other);
    g_array_append_val(node_at(graph, other)->above, index);
    node->open++;
}

/* It has the digest that it would have if it stood elsewhere. */
static void spell_held(struct graph *graph, guint index, qpdf_oh value)
{
    const guint other = add_node(graph);
    const GString *text = node_at(graph, other)->text;
    spell_direct(graph, other, value);
    if (node_at(graph, other)->below->len > 0) {
        refer(graph, index, other);
        return;
    }
    g_autofree char *digest = digest_bytes(text->str, text->len);
    g_string_append(node_at(graph, index)->text, digest);
    g_ptr_array_set_size(graph->nodes, (gint)other);
}

static void spell(struct graph *graph, guint index, qpdf_oh value)
{
    if (qpdf_oh_is_scalar(graph->pdf, value))
        spelled_plain(graph->pdf, value, node_at(graph, index)->text);
    else if (qpdf_oh_is_indirect(graph->pdf, value))
        refer(graph, index, node_of(graph, same_reference(graph->pdf, value)));
    else
        spell_held(graph, index, value);
}

void graph_name_page(struct graph *graph, qpdf_oh page)
{
    const guint index = node_of(graph, same_reference(graph->pdf, page));
    struct graph_node *node = node_at(graph, index);
    if (node->place > 0) {
        graph->damaged = true; /* one page twice */
        return;
    }
    g_ptr_array_set_size(graph->fresh,
                         (gint)graph->fresh->len - 1); /* it is compared by its parts */
    node->place = ++graph->met;
    node->open = 1;
}

unsigned graph_add(struct graph *graph, qpdf_oh value, const char *const *left)
{
    const guint index = add_node(graph);
    if (qpdf_oh_is_dictionary(graph->pdf, value))
        spell_dict(graph, index, value, left);
    else
        spell_direct(graph, index, value);
    return index;
}

unsigned graph_add_text(struct graph *graph, const char *text)
{
    const guint index = add_node(graph);
    g_string_append(node_at(graph, index)->text, text);
    return index;
}

/* Puts what stands for them in the place of those it refers to. */
static char *filled(const struct graph *graph, const struct graph_node *node)
{
    GString *out = g_string_new(NULL);
    guint next = 0;
    for (const char *at = node->text->str; *at; at++) {
        if (*at != HOLE) {
            g_string_append_c(out, *at);
            continue;
        }
        const struct graph_node *below = node_at(graph, g_array_index(node->below, guint, next++));
        if (below->digest)
            g_string_append(out, below->digest);
        else
            g_string_append_printf(out, "#%u", below->place);
    }
    return g_string_free(out, FALSE);
}

/* From those that refer to nothing upwards; what is left over reaches a circle. */
static void find_digests(struct graph *graph)
{
    g_autoptr(GArray) ready = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < graph->nodes->len; i++)
        if (node_at(graph, i)->open == 0)
            g_array_append_val(ready, i);
    for (guint i = 0; i < ready->len; i++) {
        struct graph_node *node = node_at(graph, g_array_index(ready, guint, i));
        g_autofree char *text = filled(graph, node);
        node->digest = digest_bytes(text, strlen(text));
        for (guint a = 0; a < node->above->len; a++) {
            const guint above = g_array_index(node->above, guint, a);
            if (--node_at(graph, above)->open == 0)
                g_array_append_val(ready, above);
        }
    }
}

void graph_read(struct graph *graph)
{
    for (guint i = 0; i < graph->fresh->len; i++) {
        gpointer reference = graph->fresh->pdata[i];
        qpdf_oh value = same_referred(graph->pdf, reference);
        spell_direct(graph, node_of(graph, reference), value);
        qpdf_oh_release(graph->pdf, value);
    }
    find_digests(graph);
}

char *graph_digest(struct graph *graph, unsigned node)
{
    struct digest *digest = digest_create();
    g_autoptr(GArray) met = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(met, node);
    for (guint i = 0; i < met->len; i++) {
        const struct graph_node *one = node_at(graph, g_array_index(met, guint, i));
        for (guint b = 0; b < one->below->len; b++) {
            const guint below = g_array_index(one->below, guint, b);
            struct graph_node *other = node_at(graph, below);
            if (other->digest || other->place > 0)
                continue;
            g_array_append_val(met, below);
            other->place = ++graph->met;
        }
    }
    for (guint i = 0; i < met->len; i++) {
        g_autofree char *text = filled(graph, node_at(graph, g_array_index(met, guint, i)));
        digest_add(digest, text, strlen(text) + 1);
    }
    char *text = digest_end(digest);
    digest_destroy(digest);
    return text;
}
