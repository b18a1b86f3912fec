/* search_path.h - folders of layouts laid over one another, file by file.
 *
 * They are written as in PATH, "mine:/usr/local/share/rapor/layouts": a file comes
 * from the first folder that has it, so that one changed file needs no copy of
 * all the others.  The last folder is the program's own. */
#ifndef RAPOR_BASE_SEARCH_PATH_H
#define RAPOR_BASE_SEARCH_PATH_H

#include <glib.h>
#include <stdbool.h>

/* Returns the folders, ended by NULL; to be freed with g_strfreev(). */
char **search_path_folders(const char *folders);

/* Returns the path of NAME, "common/style.xml", in the first folder that has it, or
 * else in the last.  To be freed. */
char *search_path_find(const char *folders, const char *name);

/* Returns the path of the file that counts in place of the one at PATH: where PATH
 * lies in one of the folders, that of the same name in the first folder that has
 * it; else PATH itself.  To be freed. */
char *search_path_winner(const char *folders, const char *path);

/* Returns the names of what the folder NAME holds in any of them, each once, sorted; NULL and
 * ERROR where one of these cannot be read. */
GPtrArray *search_path_names(const char *folders, const char *name, GError **error);

/* True where the file at PATH is one of those folders' own: it lies below one of them once
 * all links are followed. */
bool search_path_holds(const char *folders, const char *path);
/* The same of a list of folders, ended by NULL. */
bool search_path_lies_in(const char *const *folders, const char *path);

/* Returns the bytes of the file at PATH, ended by a null; to be freed.  NULL and ERROR where it
 * cannot be read: FAILURE_UNAVAILABLE where it is not there, or lies in none of the folders once
 * links are followed.  SIZE may be NULL. */
char *search_path_read(const char *folders, const char *path, gsize *size, GError **error);

/* True where NAME is not as the program brought it: it comes from a folder before the
 * last, and its bytes are others than there, or ERROR: nobody knows. */
bool search_path_changed(const char *folders, const char *name, GError **error);

#endif
