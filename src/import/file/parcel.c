#include "parcel.h"

#include "rapor/base/failure.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"

#include <string.h>
#include <zip.h>

#define ENTRIES_MOST 4096
#define PART_MOST    ((zip_uint64_t)128 << 20)
#define WHOLE_MOST   ((zip_uint64_t)256 << 20)
#define RATIO_MOST   400 /* sheets of equal rows come to about a tenth of it */
#define RATIO_FROM   ((zip_uint64_t)1 << 20)

struct parcel {
    char *file;
    GBytes *bytes;
    zip_t *zip;
    zip_uint64_t unpacked; /* so far */
};

struct parcel *parcel_open(const char *file, GBytes *bytes, GError **error)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    zip_error_t cause;
    zip_error_init(&cause);
    zip_source_t *source = zip_source_buffer_create(data, size, 0, &cause);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &cause) : NULL;
    if (!zip) {
        fail(error, FAILURE_DATA, "%s: not a workbook: %s", file, zip_error_strerror(&cause));
        zip_source_free(source);
        zip_error_fini(&cause);
        return NULL;
    }
    zip_error_fini(&cause);

    struct parcel *parcel = g_new0(struct parcel, 1);
    *parcel = (struct parcel){g_strdup(file), g_bytes_ref(bytes), zip, 0};
    if (zip_get_num_entries(zip, 0) <= ENTRIES_MOST)
        return parcel;
    fail(error, FAILURE_DATA, "%s: more than %d entries", file, ENTRIES_MOST);
    parcel_close(parcel);
    return NULL;
}

void parcel_close(struct parcel *parcel)
{
    if (!parcel)
        return;
    zip_discard(parcel->zip);
    g_bytes_unref(parcel->bytes);
    g_free(parcel->file);
    g_free(parcel);
}

static bool check_size(struct parcel *parcel, const zip_stat_t *about, const char *name,
                       GError **error)
{
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((about->valid & needed) != needed)
        return fail(error, FAILURE_DATA, "%s: %s has no size", parcel->file, name);
    bool bomb = about->size > RATIO_FROM && about->size / RATIO_MOST > about->comp_size;
    parcel->unpacked += MIN(about->size, WHOLE_MOST);
    if (about->size > PART_MOST || parcel->unpacked > WHOLE_MOST || bomb)
        return fail(error, FAILURE_DATA, "%s: %s is too large when unpacked", parcel->file, name);
    return true;
}

/* Returns the number of the entry, or -1. */
static zip_int64_t entry_of(const struct parcel *parcel, const char *name)
{
    zip_int64_t entry = zip_name_locate(parcel->zip, name, 0);
    if (entry >= 0)
        return entry;
    entry = zip_name_locate(parcel->zip, name, ZIP_FL_NOCASE);
    if (entry >= 0)
        return entry;
    g_autofree char *backward = g_strdelimit(g_strdup(name), "/", '\\');
    return zip_name_locate(parcel->zip, backward, ZIP_FL_NOCASE);
}

bool parcel_has(const struct parcel *parcel, const char *name)
{
    return entry_of(parcel, name) >= 0;
}

bool part_starts(xmlTextReader *reader, const char *name)
{
    return xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
           strcmp((const char *)xmlTextReaderConstLocalName(reader), name) == 0;
}

bool part_ends(xmlTextReader *reader, const char *name)
{
    bool end = xmlTextReaderNodeType(reader) == XML_READER_TYPE_END_ELEMENT ||
               xmlTextReaderIsEmptyElement(reader) == 1;
    return end && strcmp((const char *)xmlTextReaderConstLocalName(reader), name) == 0;
}

char *part_attribute(xmlTextReader *reader, const char *name)
{
    char *found = NULL;
    for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1 && !found;
         more = xmlTextReaderMoveToNextAttribute(reader))
        if (strcmp((const char *)xmlTextReaderConstLocalName(reader), name) == 0)
            found = g_strdup((const char *)xmlTextReaderConstValue(reader));
    xmlTextReaderMoveToElement(reader);
    return found;
}

static GBytes *unpack(struct parcel *parcel, const char *name, GError **error)
{
    zip_stat_t about;
    zip_int64_t entry = entry_of(parcel, name);
    if (entry < 0 || zip_stat_index(parcel->zip, (zip_uint64_t)entry, 0, &about) != 0) {
        fail(error, FAILURE_DATA, "%s: not a workbook: there is no %s", parcel->file, name);
        return NULL;
    }
    if (!check_size(parcel, &about, name, error))
        return NULL;
    zip_file_t *part = zip_fopen_index(parcel->zip, (zip_uint64_t)entry, 0);
    char *bytes = g_malloc(about.size + 1);
    zip_int64_t got = part ? zip_fread(part, bytes, about.size) : -1;
    bool whole = got >= 0 && (zip_uint64_t)got == about.size;
    whole = part && zip_fclose(part) == 0 && whole; /* the check sum is looked at on the way */
    if (whole)
        return g_bytes_new_take(bytes, about.size);
    g_free(bytes);
    fail(error, FAILURE_DATA, "%s: %s is damaged or encrypted", parcel->file, name);
    return NULL;
}

static bool take_node(const struct part_reader *part, xmlTextReader *reader, GError **error)
{
    switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT:
    case XML_READER_TYPE_END_ELEMENT:
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return part->take(part->data, reader, error);
    default:
        return true;
    }
}

bool parcel_read(struct parcel *parcel, const char *name, const struct part_reader *part,
                 GError **error)
{
    g_autoptr(GBytes) bytes = unpack(parcel, name, error);
    if (!bytes)
        return false;
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *title = g_strdup_printf("%s: %s", parcel->file, name);
    g_autoptr(xmlTextReader) reader = markup_reader(data, size, title, error);
    if (!reader)
        return false;
    int more = xmlTextReaderRead(reader);
    for (; more == 1; more = xmlTextReaderRead(reader))
        if (!take_node(part, reader, error)) {
            g_prefix_error(error, "%s: %s: ", parcel->file, name);
            return false;
        }
    return more == 0 ||
           fail(error, FAILURE_DATA, "%s: %s is not well-formed XML", parcel->file, name);
}
