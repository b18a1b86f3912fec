/* span.h - the bytes of one entry in a zip archive of ours, from its head to its end.
 *
 * Numbers of sections are those of APPNOTE.TXT, the specification of zip. */
#ifndef PACK_SPAN_H
#define PACK_SPAN_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ENTRY_MARK = 0x04034b50, SUMS_MARK = 0x08074b50 };
enum { STORED = 0, DEFLATED = 8 };
enum { SUMS_FOLLOW = 8 }; /* 4.4.4: they stand behind the data, in a descriptor */

struct span {
    uint16_t method, flags;
    uint32_t crc;
    uint64_t packed, size; /* of the data as they stand there, and of the content */
    size_t data;           /* where they begin */
};

/* False where the bytes are no such entry. */
bool span_read(const void *bytes, size_t count, struct span *span);

/* Returns the content, to be freed; NULL where they are no such entry. */
GByteArray *span_content(const void *bytes, size_t count);

#endif
