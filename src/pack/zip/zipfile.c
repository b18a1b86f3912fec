#include "zipfile.h"

#include "outlet.h"
#include "unpack.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/pack.h"

#include <errno.h>
#include <libdeflate.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

/* An entry while libzip copies it. */
struct zip_reading {
    const struct packed *entry;
    int file;
    uint64_t at;  /* how much it has had */
    uint32_t crc; /* of that */
    zip_error_t error;
};

/* What is not deflated, and has lain on a disk, is as it was written there. */
static bool is_whole(struct zip_reading *reading, const void *bytes, size_t count)
{
    const struct packed *entry = reading->entry;
    if (entry->deflated || !entry->from)
        return true;
    reading->crc = libdeflate_crc32(reading->crc, bytes, count);
    if (reading->at < entry->span || reading->crc == entry->crc)
        return true;
    zip_error_set(&reading->error, ZIP_ER_CRC, 0);
    return false;
}

static zip_int64_t read_some(struct zip_reading *reading, void *out, zip_uint64_t most)
{
    const struct packed *entry = reading->entry;
    const size_t count = MIN(most, entry->span - reading->at);
    const ssize_t done = pread(reading->file, out, count, (off_t)(entry->offset + reading->at));
    if (done < 0 || (done == 0 && count > 0)) {
        zip_error_set(&reading->error, ZIP_ER_READ, done < 0 ? errno : EIO);
        return -1;
    }
    reading->at += (uint64_t)done;
    return is_whole(reading, out, (size_t)done) ? done : -1;
}

/* What is said to be deflated libzip copies as it is; it sums up what is not. */
static zip_int64_t describe(const struct packed *entry, zip_stat_t *stat)
{
    zip_stat_init(stat);
    stat->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    stat->size = entry->size;
    stat->comp_size = entry->span;
    stat->comp_method = entry->deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    stat->crc = entry->crc;
    return sizeof *stat;
}

/* A zip_source_callback. */
static zip_int64_t serve(void *data, void *out, zip_uint64_t count, zip_source_cmd_t command)
{
    struct zip_reading *reading = data;
    switch ((int)command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              -1);
    case ZIP_SOURCE_OPEN:
        reading->at = 0;
        reading->crc = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return read_some(reading, out, count);
    case ZIP_SOURCE_STAT:
        return describe(reading->entry, out);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&reading->error, out, count);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE: /* belongs to all that is written */
        return 0;
    default:
        zip_error_set(&reading->error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

/* A date of zip: the same numbers in all time zones, which zip_file_set_mtime would not
 * give.  Those dates begin in 1980 and end in 2107 (APPNOTE.TXT, 4.4.6): others are held there. */
struct zip_time {
    uint16_t on, at;
};

static struct zip_time moment_of(time_t date)
{
    const time_t first = 315532800;
    const time_t last = 4354819198; /* 2107-12-31 23:59:58 */
    const time_t shown = CLAMP(date, first, last);
    struct tm utc;
    gmtime_r(&shown, &utc);
    return (struct zip_time){
        .on = (uint16_t)((utc.tm_year - 80) << 9 | (utc.tm_mon + 1) << 5 | utc.tm_mday),
        .at = (uint16_t)(utc.tm_hour << 11 | utc.tm_min << 5 | utc.tm_sec / 2),
    };
}

static bool add(zip_t *zip, struct zip_reading *reading, struct zip_time moment)
{
    zip_source_t *source = zip_source_function(zip, serve, reading);
    const zip_int64_t index = source ? zip_file_add(zip, reading->entry->name, source, 0) : -1;
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const zip_uint64_t number = (zip_uint64_t)index;
    const zip_int32_t method = reading->entry->deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    const zip_uint32_t mode = (zip_uint32_t)(S_IFREG | 0644) << 16;
    return zip_set_file_compression(zip, number, method, 0) == 0 &&
           zip_file_set_dostime(zip, number, moment.at, moment.on, 0) == 0 &&
           zip_file_set_external_attributes(zip, number, 0, ZIP_OPSYS_UNIX, mode) == 0;
}

static bool tell(const char *path, zip_error_t *cause, GError **error)
{
    if (zip_error_system_type(cause) == ZIP_ET_SYS)
        return files_fail(error, zip_error_code_system(cause), path);
    return fail(error, FAILURE_IO, "%s: %s", path, zip_error_strerror(cause));
}

static zip_t *create(const char *path, struct outlet *outlet, GError **error)
{
    zip_error_t cause;
    zip_error_init(&cause);
    zip_source_t *source = zip_source_function_create(outlet_serve, outlet, &cause);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &cause) : NULL;
    if (!zip) {
        tell(path, &cause, error);
        zip_source_free(source);
    }
    zip_error_fini(&cause);
    return zip;
}

static bool add_all(zip_t *zip, struct zip_reading *readings, const struct zipfile *zipfile)
{
    const struct zip_time moment = moment_of(zipfile->date);
    for (size_t i = 0; i < zipfile->count; i++) {
        const struct packed *entry = &zipfile->entries[i];
        const int file = entry->from ? entry->from->file : zipfile->spool;
        readings[i] = (struct zip_reading){.entry = entry, .file = file};
        if (!add(zip, &readings[i], moment))
            return false;
    }
    return true;
}

static bool write_to(struct outlet *outlet, const char *path, const struct zipfile *zipfile,
                     GError **error)
{
    zip_t *zip = create(path, outlet, error);
    if (!zip)
        return false;
    struct zip_reading *readings = g_new0(struct zip_reading, zipfile->count);
    const bool good = add_all(zip, readings, zipfile) && zip_close(zip) == 0;
    if (!good) {
        tell(path, zip_get_error(zip), error);
        zip_discard(zip);
    }
    g_free(readings);
    return good;
}

bool zipfile_write(const char *path, const struct zipfile *zipfile, struct packed *whole,
                   GError **error)
{
    struct outlet *outlet = outlet_create(path, error);
    const bool good = outlet && write_to(outlet, path, zipfile, error);
    whole->digest = good ? outlet_digest(outlet, &whole->size) : NULL;
    outlet_destroy(outlet);
    if (good && !whole->digest)
        whole->digest = digest_file(path, &whole->size, error);
    return whole->digest;
}
