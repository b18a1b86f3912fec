#include "rapor/sign/resume.h"
#include "rapor/base/disk.h"

#include "rapor/base/failure.h"
#include "rapor/pack/files.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct resume {
    char *folder;
};

/* No name that a publication takes for a run that broke off, which it removes. */
static char *beside(const char *folder)
{
    g_autofree char *whole = g_canonicalize_filename(folder, NULL);
    g_autofree char *parent = g_path_get_dirname(whole), *name = g_path_get_basename(whole);
    return g_strdup_printf("%s/.%s.rapor.signed", parent, name);
}

char *resume_place(const char *folder, GError **error)
{
    g_autofree char *path = beside(folder);
    g_autofree char *inside = g_strdup_printf("%s/-", path);
    return files_make_parents(inside, error) ? g_steal_pointer(&path) : NULL;
}

struct resume *resume_open(const char *folder, const struct signing_terms *terms,
                           const struct signer_card *card, GError **error)
{
    g_autofree char *path = beside(folder);
    struct resume *resume = g_new(struct resume, 1);
    resume->folder = g_strdup_printf("%s/%s-%u-%s", path, card->serial, terms->certify,
                                     terms->proofs   ? "proven"
                                     : terms->stamps ? "stamped"
                                                     : "plain");
    g_autofree char *inside = g_strdup_printf("%s/-", resume->folder);
    if (files_make_parents(inside, error))
        return resume;
    resume_close(resume);
    return NULL;
}

void resume_close(struct resume *resume)
{
    if (!resume)
        return;
    g_free(resume->folder);
    g_free(resume);
}

/* Whole or not at all: half a file is none. */
static bool put(const struct resume *resume, const char *name, const char *bytes, gsize length,
                GError **error)
{
    g_autofree char *path = g_build_filename(resume->folder, name, NULL);
    g_autoptr(GError) cause = NULL;
    return g_file_set_contents(path, bytes, (gssize)length, &cause) ||
           fail(error, FAILURE_IO, "%s", cause->message);
}

static char *get(const struct resume *resume, const char *name, gsize *length)
{
    g_autofree char *path = g_build_filename(resume->folder, name, NULL);
    return disk_read(path, FAILURE_INPUT, length, NULL);
}

GByteArray *resume_find(const struct resume *resume, const char *plain)
{
    g_autofree char *name = g_strconcat(plain, ".pdf", NULL);
    gsize length;
    char *bytes = get(resume, name, &length);
    return bytes ? g_byte_array_new_take((guint8 *)bytes, length) : NULL;
}

bool resume_keep(const struct resume *resume, const char *plain, const GByteArray *paper,
                 GError **error)
{
    g_autofree char *name = g_strconcat(plain, ".pdf", NULL);
    return put(resume, name, (const char *)paper->data, paper->len, error);
}

char *resume_noted(const struct resume *resume, const char *name)
{
    return get(resume, name, NULL);
}

bool resume_note(const struct resume *resume, const char *name, const char *line, GError **error)
{
    return put(resume, name, line, strlen(line), error);
}

void resume_remove(const char *folder)
{
    g_autofree char *path = beside(folder);
    files_remove_tree(path);
}

bool resume_leave(const char *folder)
{
    g_autofree char *path = beside(folder);
    g_autoptr(GPtrArray) names = disk_names(path, FAILURE_INPUT, NULL);
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *one = g_build_filename(path, names->pdata[i], NULL);
        rmdir(one);
    }
    return rmdir(path) != 0 && errno != ENOENT;
}
