#include "rapor/pack/opened.h"

#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/unpack.h"

#include <string.h>

struct unpack *opened_archive(struct opened *opened, const char *file, GError **error)
{
    if (opened->file && strcmp(opened->file, file) == 0)
        return opened->unpack;
    opened_close(opened);
    g_autofree char *path = g_build_filename(opened->folder, file, NULL);
    opened->unpack = unpack_open(path);
    opened->file = opened->unpack ? file : NULL;
    if (!opened->unpack)
        fail(error, FAILURE_DATA, "%s: not an archive that can be read", path);
    return opened->unpack;
}

static GByteArray *read_file(const char *folder, const char *file, GError **error)
{
    g_autofree char *path = g_build_filename(folder, file, NULL);
    return files_read(path, error);
}

GByteArray *opened_paper(struct opened *opened, const struct record *paper, GError **error)
{
    if (!paper->entry)
        return read_file(opened->folder, paper->file, error);
    struct packed like = {0};
    struct unpack *unpack = opened_archive(opened, paper->file, error);
    if (!unpack)
        return NULL;
    g_autoptr(GBytes) span = unpack_span(unpack, paper->entry, &like);
    GByteArray *bytes = span ? pack_content(&like, span) : NULL;
    if (!bytes)
        fail(error, FAILURE_DATA, "%s: %s is not as the manifest says", paper->file, paper->entry);
    return bytes;
}

void opened_close(struct opened *opened)
{
    unpack_close(opened->unpack);
    opened->unpack = NULL;
    opened->file = NULL;
}
