/* failure.h - why a run ends, as a GError whose code is the exit code.
 *
 * A function that can fail returns false or NULL and takes a GError ** last.
 * Bad input is not reported this way but collected: see diagnostic.h. */
#ifndef RAPOR_BASE_FAILURE_H
#define RAPOR_BASE_FAILURE_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* The exit codes of the program (sysexits.h where it has one).  Codes that
 * are not in this list must be treated as failure. */
enum failure {
    FAILURE_NONE = 0,
    FAILURE_WARNINGS = 2,     /* --strict, and there were warnings */
    FAILURE_INCOMPLETE = 3,   /* --keep-going, and some papers could not be made */
    FAILURE_USAGE = 64,       /* the command line is wrong */
    FAILURE_DATA = 65,        /* evaluation, instrument or layout is wrong */
    FAILURE_INPUT = 66,       /* an input file is missing or cannot be read */
    FAILURE_UNAVAILABLE = 69, /* a font or another needed file is not installed */
    FAILURE_SOFTWARE = 70,    /* a mistake of ours */
    FAILURE_SHORTAGE = 71,    /* no memory left, or no process or thread */
    FAILURE_CREATE = 73,      /* the output cannot be created */
    FAILURE_IO = 74,          /* reading or writing broke off, e.g. disk full */
    FAILURE_TEMPORARY = 75,   /* what it needs is not there yet: the same call may do later */
    FAILURE_PERMISSION = 77,
    FAILURE_INTERRUPTED = 130, /* SIGINT */
    FAILURE_TERMINATED = 143,  /* SIGTERM */
};

#define RAPOR_FAILURE (rapor_failure_quark())
GQuark rapor_failure_quark(void);

/* Sets ERROR (NULL is welcome) and returns false:
 *     return fail(error, FAILURE_IO, "%s: %s", path, g_strerror(errno)); */
gboolean fail(GError **error, enum failure code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Notes in ERROR, set by fail(), which text of the input it is about, and how many letters of
 * it there is room for; SIZE_MAX: that is not the matter. */
void failure_note_text(GError *error, const char *text, size_t room);

/* Returns that text, owned by ERROR; NULL where there is none. */
const char *failure_text(const GError *error, size_t *room);

#endif
