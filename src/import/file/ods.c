/* The sheets of an OpenDocument spreadsheet (ISO 26300, part 3): content.xml. */
#include "parcel.h"
#include "reading.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"

#include <string.h>

#define SHEETS_MOST 256

/* A spreadsheet while it is read. */
struct ods_document {
    struct grids *grids;
    struct sheet_grid *grid;
    size_t row_number, row_repeats, column, repeats, spanned_rows, spanned_columns;
    GString *text;                    /* of the cell's paragraphs */
    unsigned paragraphs, passed_over; /* passed over: how deep inside notes and the like */
    bool in_cell, in_paragraph, formula;
    char *type, *value;
    GArray *merges; /* of the sheet: struct merged_area */
    GArray *filled; /* of the row: struct filled */
};

struct filled {
    size_t column, repeats;
    struct sheet_cell cell;
};

static size_t number_of(xmlTextReader *reader, const char *name)
{
    g_autofree char *text = part_attribute(reader, name);
    return text ? (size_t)MAX(g_ascii_strtoull(text, NULL, 10), 1) : 1;
}

/* Notes, tracked changes and drawings hold texts and tables that are not of the sheet. */
static bool is_passed_over(const char *name)
{
    static const char *const names[] = {"annotation", "tracked-changes", "shapes",
                                        "forms",      "dde-links",       NULL};
    return g_strv_contains(names, name);
}

static void open_cell(struct ods_document *doc, xmlTextReader *reader)
{
    g_autofree char *formula = part_attribute(reader, "formula");
    static const char *const values[] = {"date-value", "time-value", "boolean-value",
                                         "string-value", "value"};
    doc->repeats = number_of(reader, "number-columns-repeated");
    doc->spanned_rows = number_of(reader, "number-rows-spanned");
    doc->spanned_columns = number_of(reader, "number-columns-spanned");
    doc->formula = formula != NULL;
    doc->in_cell = true;
    doc->paragraphs = 0;
    g_free(doc->type);
    doc->type = NULL;
    g_free(doc->value);
    doc->value = NULL;
    for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1;
         more = xmlTextReaderMoveToNextAttribute(reader)) {
        /* calcext: says what office: cannot, that a formula failed. */
        if (strcmp((const char *)xmlTextReaderConstLocalName(reader), "value-type") == 0 &&
            g_strcmp0(doc->type, "error") != 0) {
            g_free(doc->type);
            doc->type = g_strdup((const char *)xmlTextReaderConstValue(reader));
        }
    }
    xmlTextReaderMoveToElement(reader);
    for (size_t i = 0; i < G_N_ELEMENTS(values) && !doc->value; i++)
        doc->value = part_attribute(reader, values[i]);
    g_string_truncate(doc->text, 0);
}

/* How many decimals a number is shown with: "13,10" has two. */
static signed char decimals_shown(const char *text)
{
    const char *mark = strpbrk(text, ",.");
    size_t whole = strspn(text, "0123456789");
    if (text[whole] == '\0')
        return whole > 0 ? 0 : -1;
    size_t decimals = mark && mark == text + whole ? strspn(mark + 1, "0123456789") : 0;
    if (decimals == 0 || mark[1 + decimals] != '\0' || decimals >= 16)
        return -1;
    return (signed char)decimals;
}

static const char *plain_number(const struct ods_document *doc)
{
    char *end = NULL, plain[G_ASCII_DTOSTR_BUF_SIZE];
    double number = g_ascii_strtod(doc->value, &end);
    if (*end)
        return doc->value;
    bool whole = number == (double)(gint64)number && number > -1e18 && number < 1e18;
    g_ascii_formatd(plain, sizeof plain, whole ? "%.0f" : "%.15g", number);
    return arena_strdup(doc->grids->arena, plain);
}

/* "2021-12-31T08:00:00" */
static const char *plain_date(const struct ods_document *doc)
{
    const char *hour = strchr(doc->value, 'T');
    if (!hour || g_str_has_prefix(hour, "T00:00"))
        return arena_strndup(doc->grids->arena, doc->value, 10);
    return arena_printf(doc->grids->arena, "%.10s %.5s", doc->value, hour + 1);
}

static struct sheet_cell cell_of(const struct ods_document *doc)
{
    const char *type = doc->type ? doc->type : "", *text = doc->text->str;
    if (doc->formula && !doc->value && !*text && strcmp(type, "string") != 0)
        return (struct sheet_cell){"=", CELL_FORMULA, false, -1};
    if (strcmp(type, "error") == 0)
        return (struct sheet_cell){*text ? text : "#ERR", CELL_ERROR, false, -1};
    if (!doc->value || strcmp(type, "string") == 0)
        return (struct sheet_cell){*text ? text : doc->value, CELL_TEXT, false, -1};
    if (strcmp(type, "boolean") == 0)
        return (struct sheet_cell){strcmp(doc->value, "true") == 0 ? "TRUE" : "FALSE", CELL_BOOLEAN,
                                   false, -1};
    if (strcmp(type, "date") == 0)
        return (struct sheet_cell){plain_date(doc), CELL_DATE, false, -1};
    if (strcmp(type, "time") == 0)
        return (struct sheet_cell){doc->value, CELL_DATE, false, -1};
    return (struct sheet_cell){plain_number(doc), CELL_NUMBER, false, decimals_shown(text)};
}

/* Empty cells and rows are repeated by the million to the end of the sheet. */
static void close_cell(struct ods_document *doc)
{
    struct filled filled = {doc->column, doc->repeats, cell_of(doc)};
    doc->in_cell = false;
    doc->column += doc->repeats;
    if (!filled.cell.text || !*filled.cell.text)
        return;
    filled.cell.text = arena_strdup(doc->grids->arena, filled.cell.text);
    g_array_append_val(doc->filled, filled);
    if (doc->spanned_rows > 1 || doc->spanned_columns > 1) {
        const struct merged_area area = {doc->row_number, filled.column, doc->spanned_rows,
                                         doc->spanned_columns};
        g_array_append_val(doc->merges, area);
    }
}

static bool fill_row(struct ods_document *doc, size_t number, GError **error)
{
    struct sheet_row *row = grid_row(doc->grids, doc->grid, number, error);
    for (guint i = 0; row && i < doc->filled->len; i++) {
        const struct filled *filled = &g_array_index(doc->filled, struct filled, i);
        for (size_t k = 0; k < filled->repeats; k++)
            if (!row_set(doc->grids, row, filled->column + k, filled->cell, error))
                return false;
    }
    return row != NULL;
}

static bool close_row(struct ods_document *doc, GError **error)
{
    for (size_t i = 0; doc->filled->len > 0 && i < doc->row_repeats; i++)
        if (!fill_row(doc, doc->row_number + i, error))
            return false;
    doc->row_number += doc->row_repeats;
    return true;
}

static bool open_table(struct ods_document *doc, xmlTextReader *reader, GError **error)
{
    g_autofree char *name = part_attribute(reader, "name");
    if (doc->grids->count >= SHEETS_MOST)
        return fail(error, FAILURE_DATA, "more than %d sheets", SHEETS_MOST);
    doc->grid = grids_add(doc->grids, name ? name : "");
    doc->row_number = 0;
    g_array_set_size(doc->merges, 0);
    return true;
}

static void close_table(struct ods_document *doc)
{
    for (guint i = 0; doc->grid && i < doc->merges->len; i++)
        grid_merge(doc->grids, doc->grid, &g_array_index(doc->merges, struct merged_area, i));
    doc->grid = NULL;
}

static void take_text(struct ods_document *doc, xmlTextReader *reader)
{
    int type = xmlTextReaderNodeType(reader);
    if (part_starts(reader, "p")) {
        if (doc->paragraphs++ > 0)
            g_string_append_c(doc->text, '\n');
        doc->in_paragraph = xmlTextReaderIsEmptyElement(reader) == 0;
    } else if (part_ends(reader, "p")) {
        doc->in_paragraph = false;
    } else if (part_starts(reader, "s")) {
        for (size_t i = number_of(reader, "c"); i > 0 && doc->text->len < 100000; i--)
            g_string_append_c(doc->text, ' ');
    } else if (part_starts(reader, "tab") || part_starts(reader, "line-break")) {
        g_string_append_c(doc->text, ' ');
    } else if (doc->in_paragraph && type != XML_READER_TYPE_ELEMENT &&
               type != XML_READER_TYPE_END_ELEMENT) {
        g_string_append(doc->text, (const char *)xmlTextReaderConstValue(reader));
    }
}

/* True inside what is passed over. */
static bool passes_over(struct ods_document *doc, xmlTextReader *reader)
{
    int type = xmlTextReaderNodeType(reader);
    const char *name = (const char *)xmlTextReaderConstLocalName(reader);
    bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
    if (type == XML_READER_TYPE_ELEMENT && !empty && (doc->passed_over > 0 || is_passed_over(name)))
        doc->passed_over++;
    else if (type == XML_READER_TYPE_END_ELEMENT && doc->passed_over > 0)
        return doc->passed_over--, true;
    return doc->passed_over > 0;
}

static bool take(void *data, xmlTextReader *reader, GError **error)
{
    struct ods_document *doc = data;
    if (passes_over(doc, reader))
        return true;
    if (part_starts(reader, "table"))
        return open_table(doc, reader, error);
    if (part_ends(reader, "table"))
        close_table(doc);
    if (!doc->grid)
        return true;
    if (part_starts(reader, "table-row")) {
        doc->row_repeats = number_of(reader, "number-rows-repeated");
        doc->column = 0;
        g_array_set_size(doc->filled, 0);
    }
    if (part_starts(reader, "table-cell") || part_starts(reader, "covered-table-cell"))
        open_cell(doc, reader);
    if (doc->in_cell)
        take_text(doc, reader);
    if (part_ends(reader, "table-cell") || part_ends(reader, "covered-table-cell"))
        close_cell(doc);
    return !part_ends(reader, "table-row") || close_row(doc, error);
}

bool grids_read_ods(struct grids *grids, struct parcel *parcel, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) merges = g_array_new(FALSE, FALSE, sizeof(struct merged_area));
    g_autoptr(GArray) filled = g_array_new(FALSE, FALSE, sizeof(struct filled));
    struct ods_document doc = {.grids = grids, .text = text, .merges = merges, .filled = filled};
    bool read = parcel_read(parcel, "content.xml", &(struct part_reader){take, &doc}, error);
    g_free(doc.type);
    g_free(doc.value);
    if (!read)
        return false;
    return grids->count > 0 || fail(error, FAILURE_DATA, "%s: it holds no sheet", grids->file);
}
