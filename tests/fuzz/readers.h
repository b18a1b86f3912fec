/* readers.h - all that reads what others wrote, as functions of bytes: whatever those are, each
 * of them comes to an end, and breaks no memory. */
#ifndef TEST_FUZZ_READERS_H
#define TEST_FUZZ_READERS_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

struct fuzz_reader {
    const char *name;
    const char *const
        *seeds; /* files to begin with, from the root of the checkout; ended by NULL */
    void (*read)(const uint8_t *bytes, size_t size);
};

/* Ended by one without a name. */
extern const struct fuzz_reader fuzz_readers[];

#endif
