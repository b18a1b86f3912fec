/* office_name.h - names that look right and are not. */
#ifndef ASSESS_OFFICE_NAME_H
#define ASSESS_OFFICE_NAME_H

/* Returns what is odd about NAME, the end of a sentence that begins with it; NULL where
 * nothing is. */
const char *office_name_fault(const char *name);

/* Returns the letters and digits of NAME, great and small ones alike: names that nobody can tell
 * apart are one.  To be freed. */
char *office_name_folded(const char *name);

#endif
