#include "documents.h"

#include "archive.h"
#include "task_queue.h"
#include "walk.h"

#include "rapor/base/failure.h"
#include "rapor/verify/signatures.h"
#include "rapor/verify/verify.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* Who is given each document, and what cannot be read: BYTES and the name are his, WHY is not. */
struct visitor {
    void (*give)(void *data, char *name, GBytes *bytes);
    void (*miss)(void *data, const char *name, const GError *why);
    void *data;
};

static bool ends_in(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length >= tail && g_ascii_strcasecmp(name + length - tail, ending) == 0;
}

static bool visit_entry(void *data, const struct archive_entry *entry, GError **error)
{
    const struct visitor *visitor = data;
    g_autoptr(GError) cause = NULL;
    (void)error;
    if (!ends_in(entry->name, ".pdf"))
        return true;
    GBytes *bytes = entry_read(entry, &cause);
    char *name = g_strdup_printf("%s/%s", entry->archive, entry->name);
    if (bytes) {
        visitor->give(visitor->data, name, bytes);
    } else {
        visitor->miss(visitor->data, entry->archive, cause);
        g_free(name);
    }
    return true;
}

static bool visit_file(const char *path, const struct visitor *visitor, GError **error)
{
    g_autoptr(GError) cause = NULL;
    struct stat about;
    if (stat(path, &about) != 0)
        return fail(error, FAILURE_INPUT, "%s: %s", path, g_strerror(errno));
    if (!S_ISREG(about.st_mode)) /* a pipe might never answer */
        return fail(error, FAILURE_INPUT, "%s: it is no file", path);
    if (ends_in(path, ".zip"))
        return archive_each(path, visit_entry, (void *)visitor, error);
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &cause);
    if (!file)
        return fail(error, FAILURE_INPUT, "%s", cause->message);
    visitor->give(visitor->data, g_strdup(path), g_mapped_file_get_bytes(file));
    return true;
}

static void visit_item(const char *folder, const struct walk_item *item,
                       const struct visitor *visitor)
{
    g_autofree char *path = g_build_filename(folder, item->name, NULL);
    g_autoptr(GError) cause = NULL;
    if (item->kind == WALK_CLOSED)
        fail(&cause, FAILURE_PERMISSION, "%s: the folder cannot be read", path);
    else if (ends_in(path, ".pdf") || ends_in(path, ".zip"))
        visit_file(path, visitor, &cause);
    if (cause)
        visitor->miss(visitor->data, path, cause);
}

static bool visit(const char *path, const struct visitor *visitor, GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return visit_file(path, visitor, error);
    struct folder_walk *walk = walk_begin(path, error);
    if (!walk)
        return false;
    for (const struct walk_item *item = walk_next(walk); item; item = walk_next(walk))
        visit_item(path, item, visitor);
    walk_end(walk);
    return true;
}

/* What is on its way to be judged, all together. */
struct judgement {
    const struct documents_judging *judging;
    struct task_queue *queue;
};

static void give(void *data, char *name, GBytes *bytes)
{
    const struct judgement *judgement = data;
    struct judged_document *document = g_new0(struct judged_document, 1);
    document->name = name;
    document->bytes = bytes;
    document->conformance = conformance_create();
    task_queue_give(judgement->queue, document);
}

static void miss(void *data, const char *name, const GError *why)
{
    const struct judgement *judgement = data;
    struct judged_document *document = g_new0(struct judged_document, 1);
    document->conformance = conformance_create();
    conformance_unread(document->conformance, RULE_UNREADABLE, name, why);
    task_queue_give(judgement->queue, document);
}

static void judge(void *task, void *data)
{
    const struct judgement *judgement = data;
    struct judged_document *document = task;
    if (document->bytes)
        judgement->judging->judge(judgement->judging->data, document);
}

static void tell(void *task, void *data)
{
    const struct judgement *judgement = data;
    struct judged_document *document = task;
    if (document->bytes && judgement->judging->tell)
        judgement->judging->tell(judgement->judging->data, document);
    conformance_join(judgement->judging->conformance, document->conformance);
    conformance_destroy(document->conformance);
    g_clear_pointer(&document->bytes, g_bytes_unref);
    g_free(document->name);
    g_free(document);
}

bool documents_judge(const char *path, const struct documents_judging *judging, GError **error)
{
    struct judgement judgement = {judging, NULL};
    const struct visitor visitor = {give, miss, &judgement};
    judgement.queue = task_queue_create(judge, tell, &judgement);
    const bool visited = visit(path, &visitor, error);
    task_queue_end(judgement.queue);
    return visited;
}

/* One after the other, until one cannot be read. */
struct reading_of_documents {
    document_visit *visit;
    void *data;
    GError *error;
};

static void read_one(void *data, char *name, GBytes *bytes)
{
    const struct reading_of_documents *reading = data;
    size_t size;
    const void *start = g_bytes_get_data(bytes, &size);
    if (!reading->error)
        reading->visit(reading->data, name, start ? start : "", size);
    g_bytes_unref(bytes);
    g_free(name);
}

static void keep_first(void *data, const char *name, const GError *why)
{
    struct reading_of_documents *reading = data;
    (void)name;
    if (!reading->error)
        reading->error = g_error_copy(why);
}

bool documents_each(const char *path, document_visit *visit_one, void *data, GError **error)
{
    struct reading_of_documents reading = {visit_one, data, NULL};
    const struct visitor visitor = {read_one, keep_first, &reading};
    const bool visited = visit(path, &visitor, error), good = visited && !reading.error;
    if (visited && reading.error)
        g_propagate_error(error, g_steal_pointer(&reading.error));
    g_clear_error(&reading.error);
    return good;
}

static void verify_one(const void *data, struct judged_document *document)
{
    size_t size;
    const void *bytes = g_bytes_get_data(document->bytes, &size);
    (void)data;
    verify_pdf(document->name, bytes ? bytes : "", size, document->conformance);
}

bool verify_documents(const char *path, struct conformance *conformance, GError **error)
{
    const struct documents_judging judging = {.judge = verify_one, .conformance = conformance};
    return documents_judge(path, &judging, error);
}
