#include "rapor/verify/verify.h"

#include "checks.h"
#include "content/marks.h"
#include "fonts/typeface.h"
#include "structure/page_tree.h"
#include "structure/tree.h"

#include "rapor/base/arena.h"

#include <string.h>

#define OBJECTS_MAX 1000000

/* Tree, parents, order; after the pages. */
static void check_structure(struct pdf *pdf)
{
    struct tree tree;
    if (!tree_read(pdf, &tree))
        return;
    tree_check_roles(pdf, &tree);
    tree_check_tables(pdf, &tree);
    tree_check_order(pdf, &tree);
    tree_check_parents(pdf, &tree);
}

/* One after the other; the tree meets the marks that the pages left. */
static void (*const checks[])(struct pdf *pdf) = {
    check_file,     check_spelling, check_intent, check_catalog,   check_metadata,
    check_embedded, check_objects,  check_pages,  check_structure, check_descriptions,
};

/* A file says how many objects it has; each takes a byte of it at least. */
static void count_objects(struct pdf *pdf)
{
    unsigned most = (unsigned)MIN(pdf->size, OBJECTS_MAX);
    double said = pdf_number(pdf, pdf_key(pdf, qpdf_get_trailer(pdf->qpdf), "/Size"), 0);
    pdf->object_count = said >= 1 && said <= most ? (unsigned)said - 1 : most;
    if (said < 1 || said > most)
        blame(pdf, RULE_TRAILER, 0, "a file of %zu bytes cannot have %g objects (/Size)", pdf->size,
              said);
}

/* False, with a diagnostic, where the bytes are no PDF that can be followed. */
static bool open(struct pdf *pdf, const char *name)
{
    QPDF_ERROR_CODE code =
        qpdf_read_memory(pdf->qpdf, name, (const char *)pdf->bytes, pdf->size, NULL);
    if (code & QPDF_ERRORS) {
        qpdf_error error = qpdf_get_error(pdf->qpdf);
        blame(pdf, RULE_UNREADABLE, 0, "it cannot be read as a PDF: %s",
              qpdf_get_error_message_detail(pdf->qpdf, error));
        return false;
    }
    if (!page_tree_is_sound(pdf->qpdf)) {
        blame(pdf, RULE_LIMIT, 0, "its tree of pages is more than %d deep, or has a node twice",
              PAGE_TREE_DEPTH_MAX);
        return false;
    }
    int pages = qpdf_get_num_pages(pdf->qpdf);
    pdf->page_count = pages > 0 ? (unsigned)pages : 0;
    count_objects(pdf);
    return true;
}

static void judge(struct pdf *pdf, const char *name)
{
    pdf->qpdf = qpdf_init();
    qpdf_silence_errors(pdf->qpdf);
    qpdf_set_suppress_warnings(pdf->qpdf, QPDF_TRUE);
    pdf->arena = arena_create();
    pdf->marks = marks_create(pdf->arena);
    pdf->typefaces = typefaces_create();
    pdf->mute = g_array_new(FALSE, FALSE, sizeof(struct mute_annotation));
    pdf->described = g_hash_table_new(NULL, NULL);
    pdf->inks = g_hash_table_new(g_str_hash, g_str_equal);
    if (open(pdf, name))
        for (size_t i = 0; i < G_N_ELEMENTS(checks); i++) {
            checks[i](pdf);
            pdf_forget(pdf);
        }
    if (qpdf_has_error(pdf->qpdf))
        blame(pdf, RULE_DAMAGED, 0, "%s",
              qpdf_get_error_message_detail(pdf->qpdf, qpdf_get_error(pdf->qpdf)));
    g_hash_table_destroy(pdf->described);
    g_hash_table_destroy(pdf->inks);
    g_array_free(pdf->mute, TRUE);
    typefaces_destroy(pdf->typefaces);
    marks_destroy(pdf->marks);
    arena_destroy(pdf->arena);
    qpdf_cleanup(&pdf->qpdf);
}

bool verify_pdf(const char *name, const void *bytes, size_t size, struct conformance *conformance)
{
    conformance_begin(conformance, name);
    struct pdf pdf = {.bytes = bytes, .size = size, .conformance = conformance};
    if (size > VERIFY_SIZE_MAX) {
        blame(&pdf, RULE_SIZE, 0, "%zu bytes; at most %u are judged", size, VERIFY_SIZE_MAX);
    } else {
        g_autofree char *copy = g_malloc(size + 1); /* ended by a 0, for reading numbers */
        if (size > 0)
            memcpy(copy, bytes, size);
        copy[size] = '\0';
        pdf.bytes = (const unsigned char *)copy;
        judge(&pdf, name);
    }
    return conformance_end(conformance);
}
