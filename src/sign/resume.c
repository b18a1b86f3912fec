#include "resume.h"

#include "rapor/base/failure.h"
#include "rapor/pack/files.h"

#include <string.h>

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

struct resume *resume_open(const char *folder, const struct folder_signing *signing,
                           const struct signer_card *card, GError **error)
{
    g_autofree char *path = beside(folder);
    struct resume *resume = g_new(struct resume, 1);
    resume->folder = g_strdup_printf("%s/%s-%u-%s", path, card->serial, signing->terms->certify,
                                     signing->terms->proofs   ? "proven"
                                     : signing->terms->stamps ? "stamped"
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

/* The name says what it was before, and what it is: half a file is none. */
static char *name_of(const struct resume *resume, const char *plain)
{
    return g_strdup_printf("%s/%s.pdf", resume->folder, plain);
}

GByteArray *resume_find(const struct resume *resume, const char *plain)
{
    g_autofree char *path = name_of(resume, plain), *bytes = NULL;
    gsize length;
    if (!g_file_get_contents(path, &bytes, &length, NULL))
        return NULL;
    return g_byte_array_new_take((guint8 *)g_steal_pointer(&bytes), length);
}

bool resume_keep(const struct resume *resume, const char *plain, const GByteArray *paper,
                 GError **error)
{
    g_autofree char *path = name_of(resume, plain);
    g_autoptr(GError) cause = NULL;
    return g_file_set_contents(path, (const char *)paper->data, (gssize)paper->len, &cause) ||
           fail(error, FAILURE_IO, "%s", cause->message);
}

void resume_remove(const char *folder)
{
    g_autofree char *path = beside(folder);
    files_remove_tree(path);
}
