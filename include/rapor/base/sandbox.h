/* sandbox.h - shuts the process in: what it reads was written by others.
 *
 * Landlock leaves it the files that were named, a filter of system calls takes the network,
 * other programs and the machine's settings from it, and limits bound its memory and time.
 * Children are shut in as well, and nobody gets out again.  A kernel that lacks a part leaves
 * that part out: sandbox_missing() says what. */
#ifndef RAPOR_BASE_SANDBOX_H
#define RAPOR_BASE_SANDBOX_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* What stays open.  Paths that are not there, or closed to us, are passed over; where looking at
 * one breaks off, that is the failure: it would be closed later, without a reason. */
struct sandbox {
    const char *const *read;  /* files, and folders with all below them; ended by NULL */
    const char *const *write; /* the same, to be written and read */
    uint64_t memory;          /* bytes of data that a process may hold; 0: any */
    uint64_t seconds;         /* of processor time for each process; 0: any */
    bool workers;             /* only they enter it: the parent needs devices or the network */
};

/* The version of Landlock, 0 where this kernel has none that will do. */
int sandbox_landlock(void);

/* Returns what the sandbox lacks here, such as "Landlock"; NULL where it lacks nothing. */
const char *sandbox_missing(void);

/* Enters it, as far as this kernel can; with STRICT only whole, else FAILURE_UNAVAILABLE.  Once
 * false was returned the process is fit for nothing more. */
bool sandbox_enter(const struct sandbox *sandbox, bool strict, GError **error);

/* For a worker, which is in it or enters it now: leaves it only WRITE, ended by NULL, to write to,
 * and no processes to start.  Does nothing outside. */
bool sandbox_narrow(const char *const *write, GError **error);

#endif
