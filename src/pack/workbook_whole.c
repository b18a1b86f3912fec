/* The library writes sheets to temporary files, and does not look whether all of them got there:
 * a full disk would cut them short without a word.  So what it has made is read once more. */
#include "workbook.h"

#include "rapor/base/markup.h"
#include "rapor/base/own.h"

#include <zip.h>

static bool is_well_formed(const char *bytes, size_t size, const char *name)
{
    g_autoptr(xmlTextReader) reader = markup_reader(bytes, size, name, NULL);
    int more = reader ? xmlTextReaderRead(reader) : -1;
    while (more == 1)
        more = xmlTextReaderRead(reader);
    return more == 0;
}

static bool is_part_whole(zip_t *zip, zip_uint64_t number)
{
    zip_stat_t about;
    if (zip_stat_index(zip, number, 0, &about) != 0)
        return false;
    char *bytes = g_malloc(about.size + 1);
    zip_file_t *part = zip_fopen_index(zip, number, 0);
    const bool read = part && zip_fread(part, bytes, about.size) == (zip_int64_t)about.size;
    if (part)
        zip_fclose(part);
    const bool whole = read && is_well_formed(bytes, about.size, about.name);
    g_free(bytes);
    return whole;
}

bool workbook_is_whole(const GByteArray *book)
{
    zip_source_t *source = zip_source_buffer_create(book->data, book->len, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (!zip) {
        zip_source_free(source);
        return false;
    }
    const zip_int64_t count = zip_get_num_entries(zip, 0);
    bool whole = count > 0;
    for (zip_int64_t i = 0; whole && i < count; i++)
        whole = is_part_whole(zip, (zip_uint64_t)i);
    zip_discard(zip);
    return whole;
}
