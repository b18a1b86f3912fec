#include "queue.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/session/issue.h"

#include <string.h>

#define HEAP_MOST 100 /* papers, in the order of their numbers */

/* The number of what a record is of, as session_pages() takes it. */
static size_t subject_of(const struct evaluation *evaluation, enum per per, const char *code)
{
    for (size_t i = 0; code && per == PER_REGION && i < evaluation->region_count; i++)
        if (strcmp(evaluation->regions[i].code, code) == 0)
            return i;
    for (size_t i = 0; code && per != PER_REGION && i < evaluation->institution_count; i++)
        if (strcmp(evaluation->institutions[i].code, code) == 0)
            return i;
    return NONE;
}

/* A unit is where the government is that it belongs to. */
static size_t region_of(const struct evaluation *evaluation, const struct institution *of)
{
    const size_t parent =
        of->region == NONE ? subject_of(evaluation, PER_INSTITUTION, of->parent) : NONE;
    return parent == NONE ? of->region : evaluation->institutions[parent].region;
}

static void describe_institution(const struct evaluation *evaluation, struct queued *paper)
{
    const struct institution *of = &evaluation->institutions[paper->subject];
    const size_t region = region_of(evaluation, of);
    paper->code = of->code;
    paper->name = of->name;
    paper->region = region == NONE ? 0 : region + 1;
    paper->city = of->seat ? of->seat : "";
}

static void describe(struct session *session, size_t document, struct queued *paper)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *what = &evaluation->instrument->documents[document];
    paper->code = paper->city = "";
    paper->name = evaluation->issuer.name ? evaluation->issuer.name : "";
    switch (what->per) {
    case PER_NATION:
        break;
    case PER_REGION:
        paper->code = evaluation->regions[paper->subject].code;
        paper->name = evaluation->regions[paper->subject].name;
        paper->region = paper->subject + 1;
        break;
    case PER_PARENT:
    case PER_INSTITUTION:
        describe_institution(evaluation, paper);
    }
    paper->n = session_issue(session, document, paper->subject, session->arena).n;
}

static int compare_regions(const struct queued *left, const struct queued *right)
{
    if (left->region != right->region)
        return left->region < right->region ? -1 : 1;
    return 0;
}

static int compare_subjects(const struct queued *left, const struct queued *right)
{
    return left->subject < right->subject ? -1 : left->subject > right->subject;
}

static int by_region(const void *left, const void *right)
{
    const int compared = compare_regions(left, right);
    return compared ? compared : compare_subjects(left, right);
}

static int by_number(const void *left, const void *right)
{
    const struct queued *a = left, *b = right;
    return a->n == b->n ? compare_subjects(a, b) : a->n < b->n ? -1 : 1;
}

static int by_post(const void *left, const void *right)
{
    const struct queued *a = left, *b = right;
    int compared = compare_regions(a, b);
    if (!compared)
        compared = g_ascii_strcasecmp(a->city, b->city);
    return compared ? compared : compare_subjects(a, b);
}

static const char *region_name(const struct session *session, const struct queued *paper)
{
    const struct evaluation *evaluation = session->evaluation;
    if (evaluation->region_count == 0)
        return NULL;
    return paper->region == 0 ? "Pusat" : evaluation->regions[paper->region - 1].name;
}

static const char *post_heap(const struct session *session, const struct queued *paper)
{
    const char *region = region_name(session, paper);
    if (!*paper->city || !region)
        return *paper->city ? paper->city : region;
    return arena_printf(session->arena, "%s, %s", paper->city, region);
}

static void name_heaps(const struct session *session, GArray *queue, enum print_order order)
{
    for (guint i = 0; i < queue->len; i++) {
        struct queued *paper = &g_array_index(queue, struct queued, i);
        const guint last = MIN(i - i % HEAP_MOST + HEAP_MOST, queue->len) - 1;
        switch (order) {
        case PRINT_BY_REGION:
            paper->heap = region_name(session, paper);
            break;
        case PRINT_BY_NUMBER:
            paper->heap = i % HEAP_MOST ? (paper - 1)->heap
                                        : arena_printf(session->arena, "%u – %u", paper->n,
                                                       g_array_index(queue, struct queued, last).n);
            break;
        case PRINT_BY_POST:
            paper->heap = post_heap(session, paper);
        }
    }
}

GArray *queue_of(struct session *session, const GPtrArray *records, size_t document,
                 enum print_order order)
{
    static int (*const compare[])(const void *, const void *) = {by_region, by_number, by_post};
    const struct document *what = &session->evaluation->instrument->documents[document];
    GArray *queue = g_array_new(FALSE, TRUE, sizeof(struct queued));
    g_autoptr(GHashTable) had = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < records->len; i++) {
        const struct record *record = records->pdata[i];
        const char *code = record->code ? record->code : "";
        if (g_strcmp0(record->kind, what->kind) != 0 || !g_hash_table_add(had, (void *)code))
            continue; /* some lie in two archives */
        struct queued paper = {
            .record = record,
            .subject = subject_of(session->evaluation, what->per, record->code),
        };
        describe(session, document, &paper);
        g_array_append_val(queue, paper);
    }
    g_array_sort(queue, compare[order]);
    name_heaps(session, queue, order);
    return queue;
}

size_t queue_heap(const GArray *queue, size_t first)
{
    const struct queued *papers = (const struct queued *)(const void *)queue->data;
    size_t count = 1;
    while (first + count < queue->len &&
           g_strcmp0(papers[first + count].heap, papers[first].heap) == 0)
        count++;
    return count;
}
