/* RFC 4180, and what spreadsheets make of it: a byte order mark, semicolons or
 * tabs for commas, a first line "sep=;", line ends of any kind. */
#include "grid.h"

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

/* Whichever the first line has most of, outside quotes. */
static char separator_of(const char *at, const char *end)
{
    static const char candidates[] = ",;\t";
    size_t counts[sizeof candidates] = {0}, best = 0;
    bool quoted = false;
    for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++) {
        const char *found = *at ? strchr(candidates, *at) : NULL;
        quoted = quoted != (*at == '"');
        if (found && !quoted)
            counts[found - candidates]++;
    }
    for (size_t i = 1; i < sizeof candidates; i++)
        if (counts[i] > counts[best])
            best = i;
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

/* An apostrophe before a sign keeps a spreadsheet from taking text for a formula. */
static const char *without_guard(const char *text)
{
    return text[0] == '\'' && text[1] && strchr("=+-@\t\r", text[1]) ? text + 1 : text;
}

static bool read_row(const struct grids *grids, struct csv *csv, struct row *row, GError **error)
{
    g_autoptr(GString) field = g_string_new(NULL);
    row->line = csv->line;
    for (size_t column = 0;; column++) {
        if (!read_field(csv, field, grids->file, error) ||
            !row_set(grids, row, column, (struct cell){.text = without_guard(field->str)}, error))
            return false;
        if (is_line_end(csv))
            break;
        csv->at++;
    }
    skip_line_end(csv);
    return true;
}

bool grids_read_csv(struct grids *grids, GBytes *bytes, GError **error)
{
    gsize size;
    const char *start = g_bytes_get_data(bytes, &size), *wrong = NULL;
    if (size == 0)
        return fail(error, FAILURE_DATA, "%s: the file is empty", grids->file);
    if (!g_utf8_validate(start, (gssize)size, &wrong))
        return fail(error, FAILURE_DATA,
                    "%s: byte %zu is not UTF-8\nhint: save it as \"CSV UTF-8\", or as xlsx",
                    grids->file, (size_t)(wrong - start) + 1);
    struct csv csv = {start, start + size, ',', 1};
    if (size >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0)
        csv.at += 3;
    csv.separator = separator_of(csv.at, csv.end);
    if (csv.end - csv.at > 5 && memcmp(csv.at, "sep=", 4) == 0) {
        csv.separator = csv.at[4];
        csv.at += 5;
        skip_line_end(&csv);
    }
    struct grid *grid = grids_add(grids, NULL);
    while (!is_end(&csv)) {
        struct row *row = grid_row(grids, grid, grid->count, error);
        if (!row || !read_row(grids, &csv, row, error))
            return false;
    }
    return true;
}
