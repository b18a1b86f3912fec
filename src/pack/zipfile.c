/* Numbers of sections are those of APPNOTE.TXT, the specification of zip. */
#include "zipfile.h"

#include "span.h"

#include "rapor/digest.h"
#include "rapor/pack.h"
#include "rapor/squeeze.h"

#include <errno.h>
#include <libdeflate.h>
#include <string.h>
#include <sys/stat.h>

enum { NEEDS_DEFLATE = 20, NEEDS_LARGE = 45, UNIX = 3 };

#define LARGE      UINT32_MAX /* stands for a number that is elsewhere, in 64 bits */
#define LARGE_HALF UINT16_MAX
#define PIECE      (256 * 1024) /* that is deflated at once; its blocks end with it */

/* An entry, as its head and the directory tell of it. */
struct head {
    uint16_t method, flags;
    uint32_t crc;
    uint64_t packed, size, offset;
};

struct zipfile {
    FILE *file;
    int problem;     /* errno of the first */
    uint16_t at, on; /* time and day of all entries */
    uint64_t offset, count;
    struct digest *digest;
    GByteArray *directory, *scratch;
    GByteArray *piece; /* of the entry that comes in pieces */
    struct head head;  /* of that one */
    char *name;
};

static void put(GByteArray *out, unsigned bytes, uint64_t number)
{
    guint8 digits[sizeof number];
    for (unsigned i = 0; i < bytes; i++)
        digits[i] = (guint8)(number >> (8 * i));
    g_byte_array_append(out, digits, bytes);
}

static void put_limited(GByteArray *out, uint64_t number)
{
    put(out, 4, MIN(number, LARGE));
}

static void write_out(struct zipfile *zipfile, const void *bytes, size_t count)
{
    if (zipfile->problem)
        return;
    if (count > 0 && fwrite(bytes, 1, count, zipfile->file) != count)
        zipfile->problem = errno;
    digest_add(zipfile->digest, bytes, count);
    zipfile->offset += count;
}

static void write_scratch(struct zipfile *zipfile)
{
    write_out(zipfile, zipfile->scratch->data, zipfile->scratch->len);
    g_byte_array_set_size(zipfile->scratch, 0);
}

/* In UTC, and not before 1980, where the dates of zip begin. */
static void set_date(struct zipfile *zipfile, time_t date)
{
    const time_t first = 315532800;
    const time_t shown = MAX(date, first);
    struct tm utc;
    gmtime_r(&shown, &utc);
    zipfile->at = (uint16_t)(utc.tm_hour << 11 | utc.tm_min << 5 | utc.tm_sec / 2);
    zipfile->on = (uint16_t)((utc.tm_year - 80) << 9 | (utc.tm_mon + 1) << 5 | utc.tm_mday);
}

struct zipfile *zipfile_create(FILE *file, time_t date)
{
    struct zipfile *zipfile = g_new0(struct zipfile, 1);
    const off_t offset = ftello(file);
    zipfile->file = file;
    zipfile->problem = offset < 0 ? errno : 0;
    zipfile->offset = (uint64_t)MAX(offset, 0);
    zipfile->digest = digest_create();
    zipfile->directory = g_byte_array_new();
    zipfile->scratch = g_byte_array_new();
    zipfile->piece = g_byte_array_new();
    set_date(zipfile, date);
    return zipfile;
}

/* What the head of an entry (4.3.7) and the directory (4.3.12) have in common. */
static void put_entry(GByteArray *out, const struct zipfile *zipfile, const struct head *head,
                      uint16_t needs)
{
    put(out, 2, needs);
    put(out, 2, head->flags);
    put(out, 2, head->method);
    put(out, 2, zipfile->at);
    put(out, 2, zipfile->on);
    put(out, 4, head->crc);
    put(out, 4, head->packed);
    put(out, 4, head->size);
}

static void write_head(struct zipfile *zipfile, const struct head *head, const char *name)
{
    GByteArray *out = zipfile->scratch;
    put(out, 4, ENTRY_MARK);
    put_entry(out, zipfile, head, NEEDS_DEFLATE);
    put(out, 2, strlen(name));
    put(out, 2, 0); /* no extra field */
    g_byte_array_append(out, (const guint8 *)name, (guint)strlen(name));
    write_scratch(zipfile);
}

/* Where the entry lies beyond 4 GB, an extra field (4.5.3) says where. */
static void list(struct zipfile *zipfile, const struct head *head, const char *name)
{
    const bool far = head->offset >= LARGE;
    const uint16_t needs = far ? NEEDS_LARGE : NEEDS_DEFLATE;
    GByteArray *out = zipfile->directory;
    put(out, 4, 0x02014b50);
    put(out, 2, UNIX << 8 | needs);
    put_entry(out, zipfile, head, needs);
    put(out, 2, strlen(name));
    put(out, 2, far ? 12 : 0);
    put(out, 2, 0); /* no comment */
    put(out, 2, 0); /* disk */
    put(out, 2, 0); /* internal attributes */
    put(out, 4, (uint32_t)(S_IFREG | 0644) << 16);
    put_limited(out, head->offset);
    g_byte_array_append(out, (const guint8 *)name, (guint)strlen(name));
    if (far) {
        put(out, 2, 1);
        put(out, 2, 8);
        put(out, 8, head->offset);
    }
    zipfile->count++;
    if ((head->size >= LARGE || head->packed >= LARGE) && !zipfile->problem)
        zipfile->problem = EFBIG;
}

/* What is compressed already would only grow. */
static bool is_compressed(const char *name)
{
    const char *const suffixes[] = {".pdf", ".xlsx", ".zip", ".png"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(name, suffixes[i]))
            return true;
    return false;
}

void zipfile_add(struct zipfile *zipfile, const char *name, const void *bytes, size_t count)
{
    g_autofree void *squeezed = NULL;
    struct head head = {
        .method = STORED,
        .crc = libdeflate_crc32(0, bytes, count),
        .packed = count,
        .size = count,
        .offset = zipfile->offset,
    };
    if (count > 0 && !is_compressed(name)) {
        squeezed = g_malloc(squeeze_most(count));
        head.method = DEFLATED;
        head.packed = squeeze_bare(bytes, count, squeezed);
    }
    write_head(zipfile, &head, name);
    write_out(zipfile, squeezed ? squeezed : bytes, head.packed);
    list(zipfile, &head, name);
}

void zipfile_begin(struct zipfile *zipfile, const char *name)
{
    zipfile->name = g_strdup(name);
    zipfile->head = (struct head){
        .method = DEFLATED,
        .flags = SUMS_FOLLOW,
        .offset = zipfile->offset,
    };
    write_head(zipfile, &zipfile->head, name);
}

static void write_piece(struct zipfile *zipfile, bool last)
{
    GByteArray *piece = zipfile->piece;
    struct head *head = &zipfile->head;
    g_autofree void *squeezed = g_malloc(squeeze_most(piece->len));
    const size_t packed = squeeze_piece(piece->data, piece->len, last, squeezed);
    head->crc = libdeflate_crc32(head->crc, piece->data, piece->len);
    head->packed += packed;
    head->size += piece->len;
    write_out(zipfile, squeezed, packed);
    g_byte_array_set_size(piece, 0);
}

/* Pieces are cut where the text says, not as it comes: the same text is the same bytes. */
void zipfile_append(struct zipfile *zipfile, const void *bytes, size_t count)
{
    const guint8 *rest = bytes;
    while (count > 0) {
        const guint part = (guint)MIN(count, PIECE - zipfile->piece->len);
        g_byte_array_append(zipfile->piece, rest, part);
        rest += part;
        count -= part;
        if (zipfile->piece->len == PIECE)
            write_piece(zipfile, false);
    }
}

void zipfile_end(struct zipfile *zipfile)
{
    const struct head *head = &zipfile->head;
    write_piece(zipfile, true);
    put(zipfile->scratch, 4, SUMS_MARK);
    put(zipfile->scratch, 4, head->crc);
    put(zipfile->scratch, 4, head->packed);
    put(zipfile->scratch, 4, head->size);
    write_scratch(zipfile);
    list(zipfile, head, zipfile->name);
    g_clear_pointer(&zipfile->name, g_free);
}

bool zipfile_take(struct zipfile *zipfile, const char *name, const void *bytes, size_t count)
{
    struct span span;
    if (!span_read(bytes, count, &span))
        return false;
    const struct head head = {span.method, span.flags, span.crc,
                              span.packed, span.size,  zipfile->offset};
    const struct head unknown = {.method = span.method, .flags = span.flags};
    write_head(zipfile, span.flags & SUMS_FOLLOW ? &unknown : &head, name);
    write_out(zipfile, (const guint8 *)bytes + span.data, count - span.data);
    list(zipfile, &head, name);
    return true;
}

uint64_t zipfile_length(const struct zipfile *zipfile)
{
    return zipfile->offset;
}

void zipfile_flush(struct zipfile *zipfile)
{
    if (fflush(zipfile->file) != 0 && !zipfile->problem)
        zipfile->problem = errno;
}

/* 4.3.14 and 4.3.15: the same once more in 64 bits, and where that is. */
static void put_large_end(GByteArray *out, const struct zipfile *zipfile, uint64_t directory)
{
    const uint64_t begin = directory + zipfile->directory->len;
    put(out, 4, 0x06064b50);
    put(out, 8, 44); /* bytes that follow */
    put(out, 2, UNIX << 8 | NEEDS_LARGE);
    put(out, 2, NEEDS_LARGE);
    put(out, 8, 0); /* disks */
    put(out, 8, zipfile->count);
    put(out, 8, zipfile->count);
    put(out, 8, zipfile->directory->len);
    put(out, 8, directory);
    put(out, 4, 0x07064b50);
    put(out, 4, 0);
    put(out, 8, begin);
    put(out, 4, 1);
}

/* 4.3.16. */
static void put_end(GByteArray *out, const struct zipfile *zipfile, uint64_t directory)
{
    const uint64_t count = MIN(zipfile->count, LARGE_HALF);
    if (zipfile->count >= LARGE_HALF || directory >= LARGE)
        put_large_end(out, zipfile, directory);
    put(out, 4, 0x06054b50);
    put(out, 4, 0); /* disks */
    put(out, 2, count);
    put(out, 2, count);
    put_limited(out, zipfile->directory->len);
    put_limited(out, directory);
    put(out, 2, 0); /* no comment */
}

int zipfile_finish(struct zipfile *zipfile, struct packed *whole)
{
    const uint64_t directory = zipfile->offset;
    write_out(zipfile, zipfile->directory->data, zipfile->directory->len);
    put_end(zipfile->scratch, zipfile, directory);
    write_scratch(zipfile);
    if (fclose(zipfile->file) != 0 && !zipfile->problem)
        zipfile->problem = errno;
    const int problem = zipfile->problem;
    *whole = (struct packed){.digest = digest_end(zipfile->digest), .size = zipfile->offset};
    digest_destroy(zipfile->digest);
    g_byte_array_unref(zipfile->directory);
    g_byte_array_unref(zipfile->scratch);
    g_byte_array_unref(zipfile->piece);
    g_free(zipfile->name);
    g_free(zipfile);
    return problem;
}
