/* documents.h - the PDFs of a file, an archive, or a folder and the archives in it. */
#ifndef VERIFY_DOCUMENTS_H
#define VERIFY_DOCUMENTS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

typedef void document_visit(void *data, const char *name, const void *bytes, size_t size);

/* Calls VISIT for each; a file that is none of these counts as one.  False where PATH cannot
 * be read. */
bool documents_each(const char *path, document_visit *visit, void *data, GError **error);

#endif
