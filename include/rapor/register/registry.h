/* registry.h - a register held open for change: read under a lock, replaced whole.
 *
 * Beside register.xml stand, while it is held, .register.xml.rapor-lock, and for a moment
 * .register.xml.rapor-XXXXXX, which takes its place.  Whoever dies in between leaves the
 * old one. */
#ifndef RAPOR_REGISTER_REGISTRY_H
#define RAPOR_REGISTER_REGISTRY_H

#include "rapor/read/register.h"

struct registry;

/* Reads the register at PATH.  Refused while another run holds it, and where there is none
 * unless it MAY_BEGIN.  NULL where DIAGNOSTICS got an error or ERROR is set. */
struct registry *registry_open(const char *path, bool may_begin, struct diagnostics *diagnostics,
                               GError **error);
/* The same only to be read: others may hold it, and it is never saved. */
struct registry *registry_look(const char *path, struct diagnostics *diagnostics, GError **error);
void registry_close(struct registry *registry); /* without saving; NULL is welcome */

/* What it holds, to be changed: nothing is ever taken out. */
struct paper_register *registry_papers(struct registry *registry);

/* Returns the digest that the file will have once it is saved; to be freed. */
char *registry_digest(const struct registry *registry);

/* Writes it, and sees to it that it is on the disk; the lock stays. */
bool registry_save(struct registry *registry, GError **error);

#endif
