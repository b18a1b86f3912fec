/* The documents of a file, an archive or a folder, one after the other. */
#include "rapor/verify/signatures.h"

#include "archive.h"
#include "signature/signature.h"

#include "rapor/base/failure.h"
#include "rapor/verify/verify.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

static bool ends_in(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length >= tail && g_ascii_strcasecmp(name + length - tail, ending) == 0;
}

/* Who looks at each document. */
struct visitor {
    document_visit *visit;
    void *data;
};

static bool visit_entry(void *data, const struct archive_entry *entry, GError **error)
{
    const struct visitor *visitor = data;
    g_autoptr(GBytes) bytes = NULL;
    if (!ends_in(entry->name, ".pdf"))
        return true;
    if (!(bytes = entry_read(entry, error)))
        return false;
    g_autofree char *name = g_strdup_printf("%s/%s", entry->archive, entry->name);
    size_t size;
    const void *start = g_bytes_get_data(bytes, &size);
    visitor->visit(visitor->data, name, start, size);
    return true;
}

/* A file larger than is judged is told so without being read. */
static bool visit_file(const char *path, const struct visitor *visitor, GError **error)
{
    struct stat about;
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode)) /* a pipe might never answer */
        return fail(error, FAILURE_INPUT, "%s: it is no file", path);
    g_autoptr(GError) cause = NULL;
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &cause);
    if (!file)
        return fail(error, FAILURE_INPUT, "%s", cause->message);
    const char *bytes = g_mapped_file_get_contents(file);
    visitor->visit(visitor->data, path, bytes ? bytes : "", g_mapped_file_get_length(file));
    return true;
}

bool documents_of_file(const char *path, document_visit *visit, void *data, GError **error)
{
    struct visitor visitor = {visit, data};
    if (ends_in(path, ".zip"))
        return archive_each(path, visit_entry, &visitor, error);
    return visit_file(path, &visitor, error);
}

static bool is_folder(const char *path)
{
    return g_file_test(path, G_FILE_TEST_IS_DIR);
}

GPtrArray *documents_files(const char *path, GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    if (!is_folder(path)) {
        g_ptr_array_add(files, g_strdup(path));
        return g_steal_pointer(&files);
    }
    g_autoptr(GPtrArray) names = folder_files(path, error);
    for (guint i = 0; names && i < names->len; i++)
        if (ends_in(names->pdata[i], ".pdf") || ends_in(names->pdata[i], ".zip"))
            g_ptr_array_add(files, g_build_filename(path, names->pdata[i], NULL));
    return names ? g_steal_pointer(&files) : NULL;
}

bool documents_each(const char *path, document_visit *visit, void *data, GError **error)
{
    g_autoptr(GPtrArray) files = documents_files(path, error);
    for (guint i = 0; files && i < files->len; i++)
        if (!documents_of_file(files->pdata[i], visit, data, error))
            return false;
    return files != NULL;
}

static void verify_one(void *data, const char *name, const void *bytes, size_t size)
{
    verify_pdf(name, bytes, size, data);
}

bool verify_documents(const char *path, struct conformance *conformance, GError **error)
{
    return documents_each(path, verify_one, conformance, error);
}
