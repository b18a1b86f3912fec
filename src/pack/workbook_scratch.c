/* Files that a workbook is made in.  None is left where a run is killed. */
#include "workbook.h"

#include "rapor/base/failure.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter/utility.h>

int workbook_scratch(char **path, GError **error)
{
    g_autoptr(GError) cause = NULL;
    int file = memfd_create("rapor.xlsx", MFD_CLOEXEC);
    *path = g_strdup_printf("/proc/self/fd/%d", file);
    if (file >= 0 && access(*path, W_OK) == 0)
        return file;
    if (file >= 0)
        close(file);
    g_free(*path);
    file = g_file_open_tmp("rapor-XXXXXX.xlsx", path, &cause);
    if (file < 0)
        fail(error, FAILURE_CREATE, "%s", cause->message);
    return file;
}

/* Returns a file without a name, in FOLDER; -1 where that cannot be. */
static int open_nameless(const char *folder)
{
    const int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0)
        return file;
    g_autofree char *path = NULL; /* a file system that has only files with names */
    const int named = g_file_open_tmp("rapor-XXXXXX.xml", &path, NULL);
    if (named >= 0)
        g_unlink(path);
    return named;
}

/* Takes the place of the library's own, which makes a file with a name and takes that away:
 * killed between the two, a run would leave it behind.  FOLDER is NULL. */
FILE *lxw_tmpfile(char *folder)
{
    char *named = folder;
    const int file = open_nameless(named ? named : g_get_tmp_dir());
    return file < 0 ? NULL : fdopen(file, "w+");
}
