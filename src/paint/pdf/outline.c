#include "form.h"

#include <stdbool.h>

/* Paths with more operands than these are worth a corner of their own. */
#define LONG_PATH 24

/* Content on its way from OUT's point of view: an operator takes what stands before. */
struct outline_reader {
    struct bytes *out;
    GArray *numbers;   /* gdouble: of the operator to come; */
    GString *operands; /* and all of them as they are */
    GString *path;     /* the path's operators, a letter each: r for re */
    GArray *points;    /* gdouble: and their operands, in a row */
};

static unsigned operands_of(char operator)
{
    return operator== 'c' ? 6 : operator== 'r' ? 4 : operator== 'h' ? 0 : 2;
}

/* The first two operands of re are a point; the others are lengths. */
static bool is_place(char operator, unsigned operand)
{
    return operator!= 'r' || operand<2;
}

/* The letter of an operator that goes on a path, else 0. */
static char path_operator(const char *token, size_t length)
{
    if (length == 1 && strchr("mlch", token[0]))
        return token[0];
    return length == 2 && memcmp(token, "re", 2) == 0 ? 'r' : 0;
}

/* Paths for clipping must not stand between q and Q, which would end the clip. */
static bool is_painted(const char *token, size_t length)
{
    static const char *const painting[] = {"S", "s", "f", "f*", "B", "B*", "b", "b*"};
    for (size_t i = 0; i < G_N_ELEMENTS(painting); i++)
        if (strlen(painting[i]) == length && memcmp(painting[i], token, length) == 0)
            return true;
    return false;
}

static void put_path(const struct outline_reader *reader, const double corner[2])
{
    const double *points = (const double *)(const void *)reader->points->data;
    for (const char *op = reader->path->str; *op; op++) {
        for (unsigned i = 0; i < operands_of(*op); i++) {
            double from = is_place(*op, i) ? corner[i % 2] : 0;
            bytes_int(reader->out, nearest(*points++) - nearest(from));
            bytes_char(reader->out, ' ');
        }
        bytes_text(reader->out, *op == 'r' ? "re" : (char[]){*op, '\0'});
        bytes_char(reader->out, '\n');
    }
}

static void end_path(struct outline_reader *reader, bool painted, const char *token, size_t length)
{
    bool moved = painted && reader->points->len > LONG_PATH;
    const double *first = (const double *)(const void *)reader->points->data;
    const double corner[] = {moved ? first[0] : 0, moved ? first[1] : 0};
    if (moved) {
        bytes_text(reader->out, "q 1 0 0 1 ");
        bytes_int(reader->out, nearest(corner[0]));
        bytes_char(reader->out, ' ');
        bytes_int(reader->out, nearest(corner[1]));
        bytes_text(reader->out, " cm\n");
    }
    put_path(reader, corner);
    bytes_put(reader->out, token, length);
    bytes_text(reader->out, moved ? " Q\n" : "\n");
    g_string_truncate(reader->path, 0);
    g_array_set_size(reader->points, 0);
}

static void take_operator(struct outline_reader *reader, const char *token, size_t length)
{
    char operator= path_operator(token, length);
    if (operator&& reader->numbers->len == operands_of(operator)) {
        g_string_append_c(reader->path, operator);
        g_array_append_vals(reader->points, reader->numbers->data, reader->numbers->len);
    } else if (reader->path->len > 0) {
        end_path(reader, is_painted(token, length), token, length);
    } else {
        bytes_put(reader->out, reader->operands->str, reader->operands->len);
        bytes_put(reader->out, token, length);
        bytes_char(reader->out, '\n');
    }
    g_array_set_size(reader->numbers, 0);
    g_string_truncate(reader->operands, 0);
}

static void take(struct outline_reader *reader, const char *token, size_t length)
{
    if (g_ascii_isalpha(token[0])) {
        take_operator(reader, token, length);
        return;
    }
    double number = g_ascii_strtod(token, NULL);
    g_array_append_val(reader->numbers, number);
    g_string_append_len(reader->operands, token, (gssize)length);
    g_string_append_c(reader->operands, ' ');
}

/* True where there is more than paths: texts and pictures stay as they are. */
static bool is_mixed(const char *content, size_t length)
{
    for (size_t i = 0; i + 4 <= length; i++)
        if (content[i] == '(' || content[i] == '<' || memcmp(content + i, "\nBI ", 4) == 0 ||
            memcmp(content + i, "\nBI\n", 4) == 0 || memcmp(content + i, " BI\n", 4) == 0)
            return true;
    return false;
}

void outline_round(const char *content, size_t length, struct bytes *out)
{
    static const char spaces[] = " \t\r\n";
    if (is_mixed(content, length)) {
        bytes_put(out, content, length);
        return;
    }
    g_autofree char *text = g_strndup(content, length);
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(gdouble));
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(gdouble));
    g_autoptr(GString) operands = g_string_new(NULL);
    g_autoptr(GString) path = g_string_new(NULL);
    struct outline_reader reader = {out, numbers, operands, path, points};
    for (const char *at = text + strspn(text, spaces); *at; at += strspn(at, spaces)) {
        size_t token = strcspn(at, spaces);
        take(&reader, at, token);
        at += token;
    }
}
