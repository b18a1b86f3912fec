#include "workbook.h"

#include "rapor/assess/ranking.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#define WIDEST       60.0  /* column, in characters */
#define TEXT_MOST    32767 /* characters of a cell */
#define PAGE_COLUMNS 24    /* that fit the width of a page */
#define WIDE_SCALE   60    /* percent */
#define A4           9     /* of the library's paper sizes */

void leaf_text(const struct leaf *leaf, size_t row, size_t column, const char *text,
               lxw_format *format)
{
    struct workbook *workbook = leaf->workbook;
    if (!text || !*text || workbook->problem != LXW_NO_ERROR)
        return;
    bool long_text = g_utf8_strlen(text, -1) > TEXT_MOST;
    g_autofree char *cut = long_text ? g_utf8_substring(text, 0, TEXT_MOST) : g_strdup(text);
    workbook->cut += long_text;
    workbook->problem =
        worksheet_write_string(leaf->sheet, (lxw_row_t)row, (lxw_col_t)column, cut, format);
}

void leaf_number(const struct leaf *leaf, size_t row, size_t column, double number,
                 lxw_format *format)
{
    struct workbook *workbook = leaf->workbook;
    if (workbook->problem == LXW_NO_ERROR)
        workbook->problem =
            worksheet_write_number(leaf->sheet, (lxw_row_t)row, (lxw_col_t)column, number, format);
}

void leaf_check(const struct leaf *leaf, lxw_error problem)
{
    if (leaf->workbook->problem == LXW_NO_ERROR)
        leaf->workbook->problem = problem;
}

void leaf_day(const struct leaf *leaf, size_t row, size_t column, const char *text)
{
    lxw_datetime day = {0};
    char rest;
    if (text && sscanf(text, "%4d-%2d-%2d%c", &day.year, &day.month, &day.day, &rest) == 3)
        leaf_check(leaf, worksheet_write_datetime(leaf->sheet, (lxw_row_t)row, (lxw_col_t)column,
                                                  &day, leaf->workbook->day));
    else
        leaf_text(leaf, row, column, text, leaf->workbook->code);
}

/* One of the parts; NUMBER makes its title another, by spaces that nobody sees. */
static void add_rule(const struct leaf *leaf, const struct leaf_area *area,
                     const lxw_data_validation *rule, int number)
{
    lxw_data_validation part = *rule;
    g_autofree char *title = g_strdup_printf("%s%*s", rule->error_title, number, "");
    part.error_title = title;
    if (area->first_row <= area->last_row && area->first_column <= area->last_column)
        leaf_check(leaf, worksheet_data_validation_range(
                             leaf->sheet, (lxw_row_t)area->first_row, (lxw_col_t)area->first_column,
                             (lxw_row_t)area->last_row, (lxw_col_t)area->last_column, &part));
}

static struct leaf_area common_area(const struct leaf_area *a, const struct leaf_area *b)
{
    return (struct leaf_area){MAX(a->first_row, b->first_row),
                              MAX(a->first_column, b->first_column), MIN(a->last_row, b->last_row),
                              MIN(a->last_column, b->last_column)};
}

void leaf_rule(const struct leaf *leaf, const struct leaf_area *area,
               const lxw_data_validation *rule)
{
    const size_t row = 9, column = 26; /* 10 and AA: their names are longer than those before */
    const struct leaf_area parts[] = {
        {0, 0, row - 1, column - 1},
        {row, 0, SIZE_MAX, column - 1},
        {0, column, row - 1, SIZE_MAX},
        {row, column, SIZE_MAX, SIZE_MAX},
    };
    for (int i = 0; i < 4; i++) {
        const struct leaf_area part = common_area(area, &parts[i]);
        add_rule(leaf, &part, rule, i);
    }
}

void leaf_choose(const struct leaf *leaf, size_t first_row, size_t last_row, size_t column,
                 const char *const *words)
{
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .value_list = (char **)(guintptr)words,
        .error_title = (char *)"Tidak ada dalam daftar",
        .error_message = (char *)"Pilih salah satu dari daftar.",
    };
    leaf_rule(leaf, &(struct leaf_area){first_row, column, last_row, column}, &rule);
}

static void write_cell(const struct leaf *leaf, size_t row, size_t column,
                       const struct ranking *table)
{
    const struct ranking_cell *cell = &table->cells[(row - 1) * table->column_count + column];
    enum figure figure = table->columns[column].figure;
    if (figure != FIGURE_TEXT && cell->number == INDEX_NONE)
        return;
    switch (figure) {
    case FIGURE_TEXT:
        leaf_text(leaf, row, column, cell->text, NULL);
        break;
    case FIGURE_COUNT:
        leaf_number(leaf, row, column, (double)cell->number, NULL);
        break;
    case FIGURE_INDEX:
        leaf_number(leaf, row, column, (double)cell->number / 100, leaf->workbook->index);
        break;
    }
}

static double column_width(const struct ranking *table, size_t column)
{
    glong width = g_utf8_strlen(table->columns[column].title, -1) + 3; /* the filter's button */
    for (size_t r = 0; r < table->row_count; r++) {
        const char *text = table->cells[r * table->column_count + column].text;
        width = MAX(width, text ? g_utf8_strlen(text, -1) + 1 : 0);
    }
    return MIN((double)width, WIDEST);
}

/* What is typed into a column of codes stays text: else 13.10 would become 13.1. */
static bool is_code(const char *key)
{
    return strcmp(key, "code") == 0 || g_str_has_suffix(key, "-code");
}

/* A wide sheet takes several pages side by side, each with who it is about. */
static void fit(const struct leaf *leaf, size_t columns, size_t frozen)
{
    if (columns <= PAGE_COLUMNS) {
        worksheet_fit_to_pages(leaf->sheet, 1, 0);
        return;
    }
    worksheet_set_print_scale(leaf->sheet, WIDE_SCALE);
    if (frozen > 0)
        worksheet_repeat_columns(leaf->sheet, 0, (lxw_col_t)(frozen - 1));
}

void leaf_head(const struct leaf *leaf, size_t last, size_t rows, size_t columns, size_t frozen)
{
    fit(leaf, columns, frozen);
    worksheet_freeze_panes(leaf->sheet, (lxw_row_t)last + 1, (lxw_col_t)frozen);
    worksheet_repeat_rows(leaf->sheet, 0, (lxw_row_t)last);
    worksheet_autofilter(leaf->sheet, (lxw_row_t)last, 0, (lxw_row_t)(last + rows),
                         (lxw_col_t)(columns - 1));
}

void leaf_table(const struct leaf *leaf, const struct ranking *table)
{
    size_t frozen = 0;
    for (size_t c = 0; c < table->column_count; c++) {
        const struct ranking_column *column = &table->columns[c];
        leaf_text(leaf, 0, c, column->title, leaf->workbook->head);
        worksheet_set_column(leaf->sheet, (lxw_col_t)c, (lxw_col_t)c, column_width(table, c),
                             is_code(column->key) ? leaf->workbook->code : NULL);
        if (strcmp(column->key, "name") == 0)
            frozen = c + 1;
    }
    for (size_t row = 1; row <= table->row_count; row++)
        for (size_t c = 0; c < table->column_count; c++)
            write_cell(leaf, row, c, table);
    leaf_head(leaf, 0, table->row_count, table->column_count, frozen);
}

/* Returns NAME without what Excel forbids in names of sheets. */
static char *allowed_name(const char *name, size_t most)
{
    g_autofree char *plain = g_strdelimit(g_strdup(name), "[]:*?/\\'", ' ');
    g_autofree char *cut = g_utf8_strlen(plain, -1) > (glong)most
                               ? g_utf8_substring(plain, 0, (glong)most)
                               : g_strdup(plain);
    g_strstrip(cut);
    return g_strdup(!*cut                                     ? "Lembar"
                    : g_ascii_strcasecmp(cut, "history") == 0 ? "History 1" /* Excel's own */
                                                              : cut);
}

struct leaf workbook_sheet(struct workbook *workbook, const char *name)
{
    const size_t most = LXW_SHEETNAME_MAX, suffix = 4;
    char *free_name = allowed_name(name, most);
    char *key = g_utf8_strdown(free_name, -1);
    for (unsigned number = 2; g_hash_table_contains(workbook->names, key); number++) {
        g_autofree char *stem = allowed_name(name, most - suffix);
        g_free(free_name);
        g_free(key);
        free_name = g_strdup_printf("%s %u", stem, number);
        key = g_utf8_strdown(free_name, -1);
    }
    g_hash_table_add(workbook->names, key);
    struct leaf leaf = {workbook, workbook_add_worksheet(workbook->book, free_name)};
    g_free(free_name);
    worksheet_set_landscape(leaf.sheet);
    worksheet_set_paper(leaf.sheet, A4);
    worksheet_set_header(leaf.sheet, "&L&A");
    worksheet_set_footer(leaf.sheet, "&CHalaman &P dari &N");
    return leaf;
}

static lxw_error write_file(const struct workbook_plan *plan, const char *path)
{
    struct workbook workbook = {.book = workbook_new(path), .problem = LXW_NO_ERROR};
    if (!workbook.book)
        return LXW_ERROR_CREATING_XLSX_FILE;
    /* The library takes 0 for "now". */
    lxw_doc_properties properties = {.title = (char *)plan->title,
                                     .created = plan->date > 0 ? plan->date : 1};
    workbook_set_properties(workbook.book, &properties);
    lxw_format **formats[] = {&workbook.head,  &workbook.needed, &workbook.index, &workbook.day,
                              &workbook.small, &workbook.code,   &workbook.prose};
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
        *formats[i] = workbook_add_format(workbook.book);
    workbook.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    format_set_bold(workbook.head);
    format_set_bottom(workbook.head, LXW_BORDER_THIN);
    format_set_bold(workbook.needed);
    format_set_bottom(workbook.needed, LXW_BORDER_THIN);
    format_set_bg_color(workbook.needed, 0xFFF2CC);
    format_set_num_format(workbook.day, "d mmmm yyyy"); /* the month in the reader's words */
    format_set_align(workbook.day, LXW_ALIGN_LEFT);
    format_set_font_size(workbook.small, 8);
    format_set_text_wrap(workbook.small);
    format_set_align(workbook.small, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(workbook.prose);
    format_set_align(workbook.prose, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(workbook.index, "0.00"); /* shown with the reader's decimal sign */
    format_set_num_format(workbook.code, "@");

    plan->fill(&workbook, plan->data);
    if (plan->cut)
        *plan->cut = workbook.cut;
    g_hash_table_destroy(workbook.names);
    lxw_error end = workbook_close(workbook.book);
    return workbook.problem != LXW_NO_ERROR ? workbook.problem : end;
}

/* The library writes numbers as the locale does, which the format forbids. */
static lxw_error write_in_c_locale(const struct workbook_plan *plan, const char *path)
{
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t before = uselocale(plain);
    lxw_error problem = write_file(plan, path);
    uselocale(before);
    freelocale(plain);
    return problem;
}

static bool read_back(const char *path, GByteArray *out, GError **error)
{
    gsize size = 0;
    g_autofree char *bytes = disk_read(path, FAILURE_IO, &size, error);
    if (!bytes)
        return false;
    g_byte_array_append(out, (const guint8 *)bytes, (guint)size);
    return true;
}

/* The library only writes to files that have a path. */
bool workbook_write(const struct workbook_plan *plan, GByteArray *out, GError **error)
{
    g_autofree char *path = NULL;
    int file = workbook_scratch(&path, error);
    if (file < 0)
        return false;
    lxw_error problem = write_in_c_locale(plan, path);
    bool done = problem == LXW_NO_ERROR
                    ? read_back(path, out, error)
                    : fail(error, FAILURE_IO, "the workbook: %s", lxw_strerror(problem));
    g_unlink(path);
    close(file);
    return done && (workbook_is_whole(out) ||
                    fail(error, FAILURE_IO, "the workbook was cut short: is the disk of %s full?",
                         g_get_tmp_dir()));
}
