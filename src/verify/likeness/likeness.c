#include "rapor/verify/likeness.h"

#include "additions.h"
#include "graph.h"

#include "../metadata_text.h"
#include "../structure/page_tree.h"

#include "rapor/base/digest.h"
#include "rapor/base/language.h"
#include "rapor/verify/verify.h"

#include <string.h>

enum part_kind {
    PART_PAGES,
    PART_CONTENTS,
    PART_RESOURCES,
    PART_PAGE,
    PART_TAGS,
    PART_ATTACHED,
    PART_CATALOG,
    PART_INFO,
    PART_METADATA
};

/* What is said of a part that is another; of some with the number of a page. */
static const char *const sayings[] = {
    [PART_PAGES] = N_("it has another number of pages"),
    [PART_CONTENTS] = N_("page %u shows something else"),
    [PART_RESOURCES] = N_("page %u has other fonts, pictures or colours"),
    [PART_PAGE] = N_("page %u has other annotations, or another size"),
    [PART_TAGS] = N_("its tags or its language are others"),
    [PART_ATTACHED] = N_("its attached files are others"),
    [PART_CATALOG] =
        N_("its bookmarks, layers, actions, or what else its catalog holds are others"),
    [PART_INFO] = N_("its title, author or dates are others"),
    [PART_METADATA] = N_("its metadata are others"),
};

struct likeness_part {
    enum part_kind kind;
    unsigned page; /* from 1, or 0 */
    unsigned node;
    char *digest;
};

struct likeness {
    struct graph graph; /* while it is read */
    GArray *parts;      /* struct likeness_part */
    guint of_pages;     /* so many of them come first */
    GPtrArray *signatures;
};

static void clear_part(gpointer data)
{
    g_free(((struct likeness_part *)data)->digest);
}

static void add_part(struct likeness *likeness, enum part_kind kind, unsigned page, unsigned node)
{
    const struct likeness_part part = {kind, page, node, NULL};
    g_array_append_val(likeness->parts, part);
}

/* Contents may be in pieces, which are joined as if by a line end. */
static void add_piece(struct graph *graph, struct digest *digest, qpdf_oh stream)
{
    size_t size;
    bool plain;
    g_autofree char *bytes = graph_stream(graph, stream, &size, &plain);
    if (!plain)
        graph->damaged = true;
    while (size > 0 && strchr(" \r\n\t\f", bytes[size - 1]))
        size--;
    if (size > 0) {
        digest_add(digest, bytes, size);
        digest_add(digest, "\n", 1);
    }
}

static char *contents_digest(struct graph *graph, qpdf_oh page)
{
    struct digest *digest = digest_create();
    qpdf_oh contents = qpdf_oh_get_key(graph->pdf, page, "/Contents");
    const bool many = qpdf_oh_is_array(graph->pdf, contents);
    const int count = many ? qpdf_oh_get_array_n_items(graph->pdf, contents) : 1;
    for (int i = 0; i < count; i++) {
        qpdf_oh piece = many ? qpdf_oh_get_array_item(graph->pdf, contents, i) : contents;
        if (qpdf_oh_is_stream(graph->pdf, piece))
            add_piece(graph, digest, piece);
    }
    char *text = digest_end(digest);
    digest_destroy(digest);
    return text;
}

static void add_page(struct likeness *likeness, unsigned number, qpdf_oh page)
{
    static const char *const left[] = {"/Parent", "/Contents", "/Resources", NULL};
    static const char *const none[] = {NULL};
    struct graph *graph = &likeness->graph;
    g_autofree char *contents = contents_digest(graph, page);
    qpdf_oh resources = qpdf_oh_get_key(graph->pdf, page, "/Resources");
    add_part(likeness, PART_CONTENTS, number, graph_add_text(graph, contents));
    add_part(likeness, PART_RESOURCES, number, graph_add(graph, resources, none));
    add_part(likeness, PART_PAGE, number, graph_add(graph, page, left));
}

static void add_pages(struct likeness *likeness)
{
    struct graph *graph = &likeness->graph;
    const int count = qpdf_get_num_pages(graph->pdf);
    g_autofree char *said = g_strdup_printf("%d", count);
    qpdf_push_inherited_attributes_to_page(graph->pdf);
    for (int i = 0; i < count; i++)
        graph_name_page(graph, qpdf_get_page_n(graph->pdf, (size_t)i));
    add_part(likeness, PART_PAGES, 0, graph_add_text(graph, said));
    for (int i = 0; i < count; i++)
        add_page(likeness, (unsigned)i + 1, qpdf_get_page_n(graph->pdf, (size_t)i));
}

/* The keys of the catalog that are parts by themselves. */
static void add_keys(struct likeness *likeness, enum part_kind kind, const char *const *keys)
{
    static const char *const none[] = {NULL};
    struct graph *graph = &likeness->graph;
    qpdf_oh root = qpdf_get_root(graph->pdf), some = qpdf_oh_new_dictionary(graph->pdf);
    for (; *keys; keys++)
        if (qpdf_oh_has_key(graph->pdf, root, *keys))
            qpdf_oh_replace_key(graph->pdf, some, *keys, qpdf_oh_get_key(graph->pdf, root, *keys));
    add_part(likeness, kind, 0, graph_add(graph, some, none));
}

static void add_metadata(struct likeness *likeness)
{
    struct graph *graph = &likeness->graph;
    qpdf_oh stream = qpdf_oh_get_key(graph->pdf, qpdf_get_root(graph->pdf), "/Metadata");
    if (!qpdf_oh_is_stream(graph->pdf, stream))
        return;
    size_t size;
    bool plain;
    g_autofree char *bytes = graph_stream(graph, stream, &size, &plain);
    g_autofree char *text = metadata_text(bytes, size);
    g_autofree char *digest = digest_bytes(text ? text : "", text ? strlen(text) : 0);
    add_part(likeness, PART_METADATA, 0, graph_add_text(graph, digest));
}

static void add_all(struct likeness *likeness)
{
    static const char *const tags[] = {"/StructTreeRoot", "/MarkInfo", "/Lang", NULL};
    static const char *const attached[] = {"/Names", "/AF", NULL};
    static const char *const other[] = {
        "/StructTreeRoot", "/MarkInfo",   "/Lang",    "/Names",    "/AF", "/Pages", "/DSS",
        "/Perms",          "/Extensions", "/Version", "/Metadata", NULL};
    static const char *const written[] = {"/Producer", "/ModDate", NULL};
    struct graph *graph = &likeness->graph;
    add_pages(likeness);
    likeness->of_pages = likeness->parts->len;
    add_keys(likeness, PART_TAGS, tags);
    add_keys(likeness, PART_ATTACHED, attached);
    add_part(likeness, PART_CATALOG, 0, graph_add(graph, qpdf_get_root(graph->pdf), other));
    qpdf_oh info = qpdf_oh_get_key(graph->pdf, qpdf_get_trailer(graph->pdf), "/Info");
    add_part(likeness, PART_INFO, 0, graph_add(graph, info, written));
    add_metadata(likeness);
}

static void note_signature(void *signatures, const char *digest)
{
    g_ptr_array_add(signatures, g_strdup(digest));
}

/* False where it is damaged. */
static bool read_parts(struct likeness *likeness, qpdf_data pdf)
{
    graph_open(&likeness->graph, pdf);
    additions_each_signature(pdf, note_signature, likeness->signatures);
    additions_remove(pdf);
    add_all(likeness);
    graph_read(&likeness->graph);
    for (guint i = 0; i < likeness->parts->len; i++) {
        struct likeness_part *part = &g_array_index(likeness->parts, struct likeness_part, i);
        part->digest = graph_digest(&likeness->graph, part->node);
    }
    const bool sound = !likeness->graph.damaged && !qpdf_more_warnings(pdf) && !qpdf_has_error(pdf);
    graph_close(&likeness->graph);
    return sound;
}

/* A file with two kinds of cross-references shows old readers one thing and new ones another. */
static bool is_twofold(const void *bytes, size_t size)
{
    static const char hybrid[] = "/XRefStm";
    return memmem(bytes, size, hybrid, strlen(hybrid)) != NULL;
}

struct likeness *likeness_read(const void *bytes, size_t size)
{
    if (size > VERIFY_SIZE_MAX || is_twofold(bytes, size))
        return NULL;
    struct likeness *likeness = g_new0(struct likeness, 1);
    likeness->parts = g_array_new(FALSE, FALSE, sizeof(struct likeness_part));
    likeness->signatures = g_ptr_array_new_with_free_func(g_free);
    g_array_set_clear_func(likeness->parts, clear_part);
    qpdf_data pdf = qpdf_init();
    qpdf_silence_errors(pdf);
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    const bool read = !(qpdf_read_memory(pdf, "", bytes, size, NULL) & QPDF_ERRORS) &&
                      !qpdf_is_encrypted(pdf) && page_tree_is_sound(pdf) &&
                      read_parts(likeness, pdf);
    if (qpdf_has_error(pdf))
        qpdf_get_error(pdf); /* it would print what nobody asked for */
    qpdf_cleanup(&pdf);
    if (read)
        return likeness;
    likeness_free(likeness);
    return NULL;
}

void likeness_free(struct likeness *likeness)
{
    if (!likeness)
        return;
    g_array_unref(likeness->parts);
    g_ptr_array_unref(likeness->signatures);
    g_free(likeness);
}

static bool holds_signatures(const struct likeness *a, const struct likeness *b)
{
    for (guint i = 0; i < a->signatures->len; i++)
        if (!g_ptr_array_find_with_equal_func(b->signatures, a->signatures->pdata[i], g_str_equal,
                                              NULL))
            return false;
    return true;
}

static char *said_of(const struct likeness_part *part)
{
    const char *text = _(sayings[part->kind]);
    GString *out = g_string_new(text);
    g_autofree char *page = g_strdup_printf("%u", part->page);
    g_string_replace(out, "%u", page, 0);
    return g_string_free(out, FALSE);
}

/* The part of OTHER that stands where part I of LIKENESS does; or NULL. */
static const struct likeness_part *counterpart(const struct likeness *likeness, guint i,
                                               const struct likeness *other)
{
    const bool of_pages = i < likeness->of_pages;
    const guint at = of_pages ? i : i - likeness->of_pages + other->of_pages;
    const guint end = of_pages ? other->of_pages : other->parts->len;
    return at < end ? &g_array_index(other->parts, struct likeness_part, at) : NULL;
}

/* What is said where FIRST is the first part of A that B has not (NULL: it has all); or NULL. */
static char *reason_of(const struct likeness *a, const struct likeness *b,
                       const struct likeness_part *first)
{
    if (first)
        return said_of(first);
    if (a->parts->len < b->parts->len)
        return g_strdup(_(sayings[PART_METADATA]));
    return holds_signatures(a, b) ? NULL : g_strdup(_("a signature that it had is gone"));
}

unsigned likeness_compare(const struct likeness *a, const struct likeness *b, char **why)
{
    const struct likeness_part *first = NULL;
    unsigned same = 0;
    g_assert(a->parts->len > 0 && a->parts->data); /* the number of pages, at least */
    for (guint i = 0; i < a->parts->len; i++) {
        const struct likeness_part *one = &g_array_index(a->parts, struct likeness_part, i);
        const struct likeness_part *other = counterpart(a, i, b);
        if (other && strcmp(one->digest, other->digest) == 0)
            same++;
        else if (!first)
            first = one;
    }
    *why = reason_of(a, b, first);
    return *why ? MIN(same * 1000 / a->parts->len, 999) : 1000;
}
