/* RFC 4180, and what spreadsheets make of it: a byte order mark, semicolons or
 * tabs for commas, a first line "sep=;", line ends of any kind. */
#include "reading.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"

#include <string.h>

/* The text while it is read. */
struct csv {
    const char *at, *end;
    char separator;
    size_t line;
};

static bool is_end(const struct csv *csv)
{
    return csv->at == csv->end;
}

static bool is_line_end(const struct csv *csv)
{
    return is_end(csv) || *csv->at == '\n' || *csv->at == '\r';
}

static void skip_line_end(struct csv *csv)
{
    if (!is_end(csv) && *csv->at == '\r')
        csv->at++;
    if (!is_end(csv) && *csv->at == '\n')
        csv->at++;
    csv->line++;
}

/* Counts the fields of a line as if SEPARATOR were the one; *AT goes behind its end. */
static size_t count_fields(const char **at, const char *end, char separator)
{
    const char *byte = *at;
    size_t count = 1;
    bool quoted = false;
    for (; byte < end && (quoted || (*byte != '\n' && *byte != '\r')); byte++) {
        quoted = quoted != (*byte == '"');
        count += !quoted && *byte == separator;
    }
    byte += byte < end && *byte == '\r';
    byte += byte < end && *byte == '\n';
    *at = byte;
    return count;
}

/* Counts the fields of each line; returns how many lines of those looked at have the
 * number that most have. */
static size_t agreement(const char *at, const char *end, char separator, size_t *fields)
{
    enum { LINES = 200, MOST = 1024 };
    size_t lines_with[MOST] = {0}, lines = 0;
    while (at < end && lines < LINES) {
        size_t count = count_fields(&at, end, separator);
        lines++;
        lines_with[MIN(count, MOST - 1)]++;
    }
    *fields = 1;
    for (size_t count = 2; count < MOST; count++)
        if (lines_with[count] > 0 && (*fields == 1 || lines_with[count] >= lines_with[*fields]))
            *fields = count;
    return *fields == 1 ? 0 : lines_with[*fields];
}

/* Whichever most lines agree on: a title above the table may hold any of them, and
 * decimals may have commas. */
static char separator_of(const char *at, const char *end)
{
    static const char candidates[] = {',', ';', '\t', '|'};
    size_t best = 0, best_lines = 0, best_fields = 0;
    for (size_t i = 0; i < sizeof candidates; i++) {
        size_t fields, lines = agreement(at, end, candidates[i], &fields);
        if (lines < best_lines || (lines == best_lines && fields <= best_fields))
            continue;
        best = i;
        best_lines = lines;
        best_fields = fields;
    }
    return candidates[best];
}

/* Reads what stands between quotes; the text stands behind the first. */
static bool read_quoted(struct csv *csv, GString *field, const char *file, GError **error)
{
    size_t first = csv->line;
    for (; !is_end(csv); csv->at++) {
        if (*csv->at == '"') {
            csv->at++;
            if (is_end(csv) || *csv->at != '"')
                return true;
        }
        csv->line += *csv->at == '\n';
        g_string_append_c(field, *csv->at);
    }
    return fail(error, FAILURE_DATA, "%s:%zu: a quote is not closed", file, first);
}

static bool read_field(struct csv *csv, GString *field, const char *file, GError **error)
{
    g_string_truncate(field, 0);
    if (!is_end(csv) && *csv->at == '"') {
        csv->at++;
        if (!read_quoted(csv, field, file, error))
            return false;
    }
    for (; !is_line_end(csv) && *csv->at != csv->separator; csv->at++)
        g_string_append_c(field, *csv->at);
    return true;
}

/* An apostrophe before a sign keeps a spreadsheet from taking text for a formula; one
 * that was there before got another. */
static const char *without_guard(const char *text)
{
    size_t guards = strspn(text, "'");
    return guards > 0 && text[guards] && strchr("=+-@\t\r", text[guards]) ? text + 1 : text;
}

static bool read_row(struct grids *grids, struct csv *csv, struct sheet_row *row, GError **error)
{
    g_autoptr(GString) field = g_string_new(NULL);
    row->line = csv->line;
    for (size_t column = 0;; column++) {
        if (!read_field(csv, field, grids->file, error))
            return false;
        const struct sheet_cell cell = {without_guard(field->str), CELL_TEXT, false, -1};
        if (!row_set(grids, row, column, cell, error))
            return false;
        if (is_line_end(csv))
            break;
        csv->at++;
    }
    skip_line_end(csv);
    return true;
}

/* Returns the text in UTF-8; spreadsheets also write UTF-16 ("Unicode Text"). */
static GBytes *in_utf8(const char *file, GBytes *bytes, GError **error)
{
    gsize size, written = 0;
    const char *start = g_bytes_get_data(bytes, &size), *wrong = NULL;
    bool little = size >= 2 && (memcmp(start, "\xFF\xFE", 2) == 0 || (*start && !start[1]));
    bool big = size >= 2 && (memcmp(start, "\xFE\xFF", 2) == 0 || (!*start && start[1]));
    if (little || big) {
        char *text = g_convert(start, (gssize)size, "UTF-8", little ? "UTF-16LE" : "UTF-16BE", NULL,
                               &written, NULL);
        if (text)
            return g_bytes_new_take(text, written);
        fail(error, FAILURE_DATA, "%s: it begins as UTF-16 but is not", file);
        return NULL;
    }
    if (g_utf8_validate_len(start, size, &wrong))
        return g_bytes_ref(bytes);
    fail(error, FAILURE_DATA,
         "%s: byte %zu is not UTF-8\nhint: save it as \"CSV UTF-8\", or as xlsx", file,
         (size_t)(wrong - start) + 1);
    return NULL;
}

/* Finds the separator, which a first line may name. */
static void open_csv(struct csv *csv)
{
    if (csv->end - csv->at >= 3 && memcmp(csv->at, "\xEF\xBB\xBF", 3) == 0)
        csv->at += 3;
    if (csv->end - csv->at > 5 && memcmp(csv->at, "sep=", 4) == 0) {
        csv->separator = csv->at[4];
        csv->at += 5;
        skip_line_end(csv);
        return;
    }
    csv->separator = separator_of(csv->at, csv->end);
}

bool grids_read_csv(struct grids *grids, GBytes *bytes, GError **error)
{
    gsize size;
    if (g_bytes_get_size(bytes) == 0)
        return fail(error, FAILURE_DATA, "%s: the file is empty", grids->file);
    g_autoptr(GBytes) text = in_utf8(grids->file, bytes, error);
    if (!text)
        return false;
    const char *start = g_bytes_get_data(text, &size);
    struct csv csv = {start, start + size, ',', 1};
    open_csv(&csv);
    struct sheet_grid *grid = grids_add(grids, NULL);
    while (!is_end(&csv)) {
        struct sheet_row *row = grid_row(grids, grid, grid->count, error);
        if (!row || !read_row(grids, &csv, row, error))
            return false;
    }
    return true;
}
