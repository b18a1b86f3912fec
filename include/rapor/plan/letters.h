/* letters.h - letters of names that typefaces lack. */
#ifndef RAPOR_PLAN_LETTERS_H
#define RAPOR_PLAN_LETTERS_H

struct diagnostics;
struct session;
struct sites;

/* Warns of names with letters that a typeface of the papers lacks, so that another one stands
 * in for them; the session's fonts must be open.  SITES may be NULL. */
void plan_check_letters(const struct session *session, const struct sites *sites,
                        struct diagnostics *diagnostics);

#endif
