/* guard.h - what a call of the program may touch, from its command line. */
#ifndef CLI_GUARD_GUARD_H
#define CLI_GUARD_GUARD_H

#include "../command.h"

/* The option of those that enter the sandbox. */
extern const struct option options_guarded[];

/* Enters the sandbox (rapor/base/sandbox.h): whatever the call reads from now on is among what
 * it named, or the program's own, or the system's.  False where --strict-sandbox asks for more
 * than there is. */
bool guard_enter(const struct call *call, GError **error);

#endif
