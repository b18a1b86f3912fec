/* The library writes sheets to temporary files, and does not look whether all of them got there:
 * a full disk would cut them short without a word.  So what it has made is read once more. */
#include "workbook.h"

#include "rapor/base/markup.h"

#include <libxml/parser.h>
#include <zip.h>

#define PIECE 65536 /* bytes that are looked at at once: parts grow with the evaluation */

/* Nobody listens: what a part says is known. */
static xmlParserCtxt *create_parser(void)
{
    xmlSAXHandler deaf = {.initialized = XML_SAX2_MAGIC};
    xmlParserCtxt *parser = xmlCreatePushParserCtxt(&deaf, NULL, NULL, 0, NULL);
    if (!parser)
        g_error("no memory for an XML parser");
    xmlCtxtUseOptions(parser, MARKUP_OPTIONS | XML_PARSE_HUGE);
    return parser;
}

/* True where all SIZE bytes of the part came, and are well-formed. */
static bool parse(xmlParserCtxt *parser, zip_file_t *part, zip_uint64_t size)
{
    char piece[PIECE];
    zip_int64_t count = zip_fread(part, piece, sizeof piece);
    for (; count > 0 && xmlParseChunk(parser, piece, (int)count, 0) == 0;
         count = zip_fread(part, piece, sizeof piece))
        size -= (zip_uint64_t)count;
    return count == 0 && size == 0 && xmlParseChunk(parser, piece, 0, 1) == 0;
}

static bool is_part_whole(zip_t *zip, zip_uint64_t number)
{
    zip_stat_t about;
    zip_file_t *part =
        zip_stat_index(zip, number, 0, &about) == 0 ? zip_fopen_index(zip, number, 0) : NULL;
    if (!part)
        return false;
    xmlParserCtxt *parser = create_parser();
    const bool whole = parse(parser, part, about.size);
    xmlFreeParserCtxt(parser);
    zip_fclose(part);
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
