/* naming.h - what things of the output are called, without their endings: names.h has the form. */
#ifndef RAPOR_PLAN_NAMING_H
#define RAPOR_PLAN_NAMING_H

#include <stddef.h>

struct session;

/* Return the name of an institution's folder, of the archive of a region below the output folder,
 * and of a document.  The session owns them. */
const char *plan_name_folder(const struct session *session, size_t institution);
const char *plan_name_region(const struct session *session, size_t region);
const char *plan_name_paper(const struct session *session, size_t document, size_t subject);

#endif
