/* file.h - a PDF file in the making: objects by number, and where each stands.
 *
 * Small objects go into compressed object streams, the rest as it comes; the
 * cross-reference stream comes last (ISO 32000-1, 7.5.7 and 7.5.8). */
#ifndef PAINT_PDF_FILE_H
#define PAINT_PDF_FILE_H

#include "bytes.h"

struct object_place {
    uint32_t at; /* in the file; or number of the object stream */
    uint16_t index;
    uint8_t kind; /* 1: at an offset; 2: in an object stream; 0: free */
};

struct pdf_file {
    struct bytes out, packed, heads, deflated;
    struct object_place *places; /* by object number */
    unsigned count, room;
    unsigned members[1024]; /* of the object stream that is open */
    unsigned member_count;
};

/* Begins a file in FILE, which is zeroed, or used before. */
void file_start(struct pdf_file *file);
void file_free(struct pdf_file *file);

/* Returns the first of COUNT new object numbers; each must be written. */
unsigned file_reserve(struct pdf_file *file, unsigned count);

/* Opens a small object; what is put into the result until the next call is its. */
struct bytes *file_object(struct pdf_file *file, unsigned object);

/* The small objects that follow go into an object stream of their own. */
void file_break(struct pdf_file *file);

/* Writes a stream; DICT is what its dictionary holds but for Filter and Length.
 * Deflated: DATA is compressed already. */
void file_stream(struct pdf_file *file, unsigned object, const char *dict,
                 const struct bytes *data);
void file_deflated(struct pdf_file *file, unsigned object, const char *dict,
                   const struct bytes *data);
void file_plain(struct pdf_file *file, unsigned object, const char *dict, const struct bytes *data);

/* Writes what is left; the file is in FILE->out. */
void file_finish(struct pdf_file *file, unsigned root, unsigned info);

/* Appends the file to OUT.  What a long one was made in goes before that; of others it serves
 * the next. */
void file_hand_over(struct pdf_file *file, GByteArray *out);

#endif
