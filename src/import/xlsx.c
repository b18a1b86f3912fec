/* The sheets of a workbook (ECMA-376): their names, shared strings, cells. */
#include "grid.h"
#include "parcel.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/own.h"

#include <string.h>

#define SHEETS_MOST 256

/* A workbook while it is read. */
struct workbook {
    struct grids *grids;
    struct parcel *parcel;
    GPtrArray *strings; /* shared; the texts are the arena's */
    GPtrArray *links;   /* names of sheets, each followed by its id */
    GHashTable *parts;  /* id -> part */
    GString *text;      /* of the cell or string that is open */
    struct grid *grid;
    struct row *row;
    size_t row_number, column;
    char *kind;     /* t= of the cell */
    bool listening; /* inside an element whose text counts */
    unsigned phonetic;
};

static bool is_start(xmlTextReader *reader, const char *name)
{
    return xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
           strcmp((const char *)xmlTextReaderConstLocalName(reader), name) == 0;
}

static bool is_end(xmlTextReader *reader, const char *name)
{
    bool end = xmlTextReaderNodeType(reader) == XML_READER_TYPE_END_ELEMENT ||
               xmlTextReaderIsEmptyElement(reader) == 1;
    return end && strcmp((const char *)xmlTextReaderConstLocalName(reader), name) == 0;
}

static const char *attribute(const struct workbook *book, xmlTextReader *reader, const char *name)
{
    g_auto(XmlText) text = xmlTextReaderGetAttribute(reader, (const xmlChar *)name);
    return text ? arena_strdup(book->grids->arena, (const char *)text) : NULL;
}

/* The id of a sheet is in a namespace that has two addresses. */
static const char *link_of(const struct workbook *book, xmlTextReader *reader)
{
    static const char *const spaces[] = {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships"};
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++) {
        g_auto(XmlText) text =
            xmlTextReaderGetAttributeNs(reader, (const xmlChar *)"id", (const xmlChar *)spaces[i]);
        if (text)
            return arena_strdup(book->grids->arena, (const char *)text);
    }
    return NULL;
}

static bool take_sheet(void *data, xmlTextReader *reader, GError **error)
{
    struct workbook *book = data;
    if (!is_start(reader, "sheet"))
        return true;
    const char *name = attribute(book, reader, "name"), *link = link_of(book, reader);
    if (!name || !link)
        return fail(error, FAILURE_DATA, "a sheet has no name or no id");
    if (book->links->len >= 2 * SHEETS_MOST)
        return fail(error, FAILURE_DATA, "more than %d sheets", SHEETS_MOST);
    g_ptr_array_add(book->links, (void *)name);
    g_ptr_array_add(book->links, (void *)link);
    return true;
}

static bool take_link(void *data, xmlTextReader *reader, GError **error)
{
    struct workbook *book = data;
    (void)error;
    if (!is_start(reader, "Relationship"))
        return true;
    const char *id = attribute(book, reader, "Id"), *target = attribute(book, reader, "Target");
    if (id && target)
        g_hash_table_insert(book->parts, (void *)id,
                            target[0] == '/' ? (void *)(target + 1)
                                             : arena_printf(book->grids->arena, "xl/%s", target));
    return true;
}

/* Listens to the texts <t>, but not to those that say how to pronounce others. */
static void listen(struct workbook *book, xmlTextReader *reader, const char *more)
{
    int type = xmlTextReaderNodeType(reader);
    bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
    if (is_start(reader, "rPh") && !empty)
        book->phonetic++;
    else if (is_end(reader, "rPh") && !empty)
        book->phonetic--;
    else if (is_start(reader, "t") || (more && is_start(reader, more)))
        book->listening = !empty && book->phonetic == 0;
    else if (is_end(reader, "t") || (more && is_end(reader, more)))
        book->listening = false;
    else if (book->listening && type != XML_READER_TYPE_ELEMENT &&
             type != XML_READER_TYPE_END_ELEMENT)
        g_string_append(book->text, (const char *)xmlTextReaderConstValue(reader));
}

static bool take_string(void *data, xmlTextReader *reader, GError **error)
{
    struct workbook *book = data;
    (void)error;
    if (is_start(reader, "si"))
        g_string_truncate(book->text, 0);
    listen(book, reader, NULL);
    if (is_end(reader, "si"))
        g_ptr_array_add(book->strings, arena_strdup(book->grids->arena, book->text->str));
    return true;
}

/* Reads "AB12" as column 27, row 11. */
static bool read_reference(const char *text, size_t *column, size_t *row)
{
    const size_t far = 10000000; /* beyond what a grid takes, far from overflow */
    size_t c = 0, r = 0;
    for (; g_ascii_isalpha(*text) && c < far; text++)
        c = c * 26 + (size_t)(g_ascii_toupper(*text) - 'A') + 1;
    for (; g_ascii_isdigit(*text) && r < far; text++)
        r = r * 10 + (size_t)(*text - '0');
    *column = c - 1;
    *row = r - 1;
    return c > 0 && r > 0 && *text == '\0';
}

/* A cell, and a row, without a place stands behind the one before. */
static bool open_row(struct workbook *book, xmlTextReader *reader, GError **error)
{
    const char *place = attribute(book, reader, "r");
    book->row_number = place ? (size_t)g_ascii_strtoull(place, NULL, 10) - 1 : book->row_number + 1;
    book->row = grid_row(book->grids, book->grid, book->row_number, error);
    book->column = SIZE_MAX;
    return book->row != NULL;
}

static bool open_cell(struct workbook *book, xmlTextReader *reader, GError **error)
{
    const char *place = attribute(book, reader, "r"), *kind = attribute(book, reader, "t");
    size_t row = book->row_number;
    if (!book->row)
        return fail(error, FAILURE_DATA, "a cell stands in no row");
    book->column++;
    if (place && (!read_reference(place, &book->column, &row) || row != book->row_number))
        return fail(error, FAILURE_DATA, "\"%s\" is not the place of a cell in row %zu", place,
                    book->row_number + 1);
    g_free(book->kind);
    book->kind = g_strdup(kind ? kind : "n");
    g_string_truncate(book->text, 0);
    return true;
}

/* Numbers are kept in binary: 3.34 stands there as 3.3399999999999999. */
static const char *number_text(const struct workbook *book)
{
    char *end = NULL;
    double number = g_ascii_strtod(book->text->str, &end);
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    if (end == book->text->str || *end)
        return book->text->str;
    return arena_strdup(book->grids->arena, g_ascii_formatd(text, sizeof text, "%.15g", number));
}

static bool close_cell(struct workbook *book, GError **error)
{
    struct cell cell = {.text = book->text->str};
    if (book->text->len == 0)
        return true;
    if (strcmp(book->kind, "s") == 0) {
        guint64 number = g_ascii_strtoull(book->text->str, NULL, 10);
        if (number >= book->strings->len)
            return fail(error, FAILURE_DATA, "there is no shared string %s", book->text->str);
        cell.text = g_ptr_array_index(book->strings, number);
    } else if (strcmp(book->kind, "n") == 0) {
        cell = (struct cell){.text = number_text(book), .number = true};
    }
    return row_set(book->grids, book->row, book->column, cell, error);
}

static bool take_cell(void *data, xmlTextReader *reader, GError **error)
{
    struct workbook *book = data;
    if (is_start(reader, "row"))
        return open_row(book, reader, error);
    if (is_start(reader, "c") && !open_cell(book, reader, error))
        return false;
    listen(book, reader, "v");
    return !is_end(reader, "c") || close_cell(book, error);
}

static bool read_sheet(struct workbook *book, const char *name, const char *link, GError **error)
{
    const char *part = g_hash_table_lookup(book->parts, link);
    if (!part)
        return fail(error, FAILURE_DATA, "%s: the sheet \"%s\" is not in it", book->grids->file,
                    name);
    book->grid = grids_add(book->grids, name);
    book->row = NULL;
    book->row_number = SIZE_MAX;
    return parcel_read(book->parcel, part, &(struct part_reader){take_cell, book}, error);
}

static bool read_strings(struct workbook *book, GError **error)
{
    static const char part[] = "xl/sharedStrings.xml";
    return !parcel_has(book->parcel, part) ||
           parcel_read(book->parcel, part, &(struct part_reader){take_string, book}, error);
}

static bool read_book(struct workbook *book, GError **error)
{
    if (!parcel_read(book->parcel, "xl/workbook.xml", &(struct part_reader){take_sheet, book},
                     error) ||
        !parcel_read(book->parcel, "xl/_rels/workbook.xml.rels",
                     &(struct part_reader){take_link, book}, error) ||
        !read_strings(book, error))
        return false;
    for (guint i = 0; i < book->links->len; i += 2)
        if (!read_sheet(book, g_ptr_array_index(book->links, i),
                        g_ptr_array_index(book->links, i + 1), error))
            return false;
    return true;
}

bool grids_read_xlsx(struct grids *grids, GBytes *bytes, GError **error)
{
    g_autoptr(GPtrArray) strings = g_ptr_array_new();
    g_autoptr(GPtrArray) links = g_ptr_array_new();
    g_autoptr(GHashTable) parts = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) text = g_string_new(NULL);
    struct workbook book = {.grids = grids, .strings = strings, .links = links, .parts = parts};
    book.text = text;
    book.parcel = parcel_open(grids->file, bytes, error);
    bool done = book.parcel && read_book(&book, error);
    parcel_close(book.parcel);
    g_free(book.kind);
    return done;
}
