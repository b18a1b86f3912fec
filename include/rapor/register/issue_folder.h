/* issue_folder.h - the papers of a built folder are out: the register notes them. */
#ifndef RAPOR_REGISTER_ISSUE_FOLDER_H
#define RAPOR_REGISTER_ISSUE_FOLDER_H

#include "rapor/read/register.h"

struct issue_how {
    const char *date;         /* NULL: the date that each paper bears */
    const char *reason;       /* of what is replaced, where none is noted; or NULL */
    const char *const *kinds; /* ended by NULL; NULL: all */
};

/* How many papers became issued, and how many of them took the place of another. */
struct issue_count {
    size_t issued, replaced, before; /* before: that were issued already */
};

/* Notes what the manifest of FOLDER lists: papers become issued, and the editions before them
 * are replaced.  False with ERROR where one cannot be; the register is not to be saved then. */
bool issue_folder(struct paper_register *papers, const char *folder, const struct issue_how *how,
                  struct issue_count *count, GError **error);

struct record;

/* What a paper got where it was signed. */
struct noted {
    const char *number, *date;
    const char *file,
        *name; /* digest and name of the file as it is out; NULL: that of the folder */
};

/* Notes that the paper of RECORD, of a folder of YEAR, is out with that number.  False with ERROR
 * where it has another one, or another paper has it. */
bool issue_noted(struct paper_register *papers, const char *year, const struct record *record,
                 const struct noted *noted, GError **error);

#endif
