/* The file as bytes: what a reader meets before it knows of objects. */
#include "checks.h"

#include <gio/gio.h>
#include <string.h>

#define INFLATED_MAX (256u << 20) /* of all streams of a document together */
#define TAIL         1024         /* where the end-of-file marker is looked for */

static bool is_end_of_line(unsigned char c)
{
    return c == '\r' || c == '\n';
}

static size_t after_line(const struct pdf *pdf, size_t at)
{
    while (at < pdf->size && !is_end_of_line(pdf->bytes[at]))
        at++;
    if (at + 1 < pdf->size && pdf->bytes[at] == '\r' && pdf->bytes[at + 1] == '\n')
        at++;
    return at + 1;
}

/* "%PDF-1.n", and then a comment of at least four bytes above 127. */
static void check_header(struct pdf *pdf)
{
    const unsigned char *bytes = pdf->bytes;
    bool versioned = pdf->size > 16 && memcmp(bytes, "%PDF-1.", 7) == 0 && bytes[7] >= '0' &&
                     bytes[7] <= '7' && is_end_of_line(bytes[8]);
    if (!versioned) {
        blame(pdf, RULE_HEADER, 0, "the file does not begin with %%PDF-1.0 to %%PDF-1.7");
        return;
    }
    size_t at = after_line(pdf, 0);
    bool binary = at + 5 <= pdf->size && bytes[at] == '%';
    for (size_t i = 1; binary && i <= 4; i++)
        binary = bytes[at + i] > 127;
    if (!binary)
        blame(pdf, RULE_HEADER, 0, "no comment of four bytes above 127 follows the header");
}

/* Where TEXT stands last in the end of the file, or NULL. */
static const unsigned char *last_in_tail(const struct pdf *pdf, const char *text)
{
    size_t length = strlen(text), tail = MIN(pdf->size, TAIL);
    for (size_t back = length; back <= tail; back++)
        if (memcmp(pdf->bytes + pdf->size - back, text, length) == 0)
            return pdf->bytes + pdf->size - back;
    return NULL;
}

static void check_end(struct pdf *pdf)
{
    const unsigned char *end = last_in_tail(pdf, "%%EOF");
    size_t rest = end ? (size_t)(pdf->bytes + pdf->size - end) - 5 : 0;
    bool clean = rest == 0 || (rest == 1 && is_end_of_line(end[5])) ||
                 (rest == 2 && end[5] == '\r' && end[6] == '\n');
    if (!end || !clean)
        blame(pdf, RULE_TRAILER, 0, "the file does not end with %%%%EOF");
}

/* "12 0 obj" */
static bool is_object_at(const struct pdf *pdf, size_t at)
{
    for (int part = 0; part < 2; part++) {
        size_t digits = 0;
        while (at < pdf->size && g_ascii_isdigit(pdf->bytes[at]) && digits < 11) {
            at++;
            digits++;
        }
        if (digits == 0 || at >= pdf->size || pdf->bytes[at++] != ' ')
            return false;
    }
    return at + 3 <= pdf->size && memcmp(pdf->bytes + at, "obj", 3) == 0;
}

/* One row of a cross-reference table: "0000000015 00000 n" and two bytes. */
static bool is_row_good(const struct pdf *pdf, size_t at)
{
    const unsigned char *row = pdf->bytes + at;
    if (at + 20 > pdf->size || row[10] != ' ' || row[16] != ' ')
        return false;
    if (row[17] == 'f')
        return true;
    size_t offset = 0;
    for (int i = 0; i < 10; i++)
        offset = offset * 10 + (g_ascii_isdigit(row[i]) ? (size_t)(row[i] - '0') : 0);
    return row[17] == 'n' && offset < pdf->size && is_object_at(pdf, offset);
}

/* Blank lines are none of the table's. */
static size_t after_space(const struct pdf *pdf, size_t at)
{
    while (at < pdf->size && g_ascii_isspace(pdf->bytes[at]))
        at++;
    return at;
}

static bool are_rows_good(const struct pdf *pdf, size_t at)
{
    const char *text = (const char *)pdf->bytes;
    while ((at = after_space(pdf, at)) < pdf->size && g_ascii_isdigit(pdf->bytes[at])) {
        char *end;
        g_ascii_strtoull(text + at, &end, 10); /* the bytes end with a 0 of ours */
        if (*end != ' ')
            return false;
        guint64 count = g_ascii_strtoull(end + 1, NULL, 10);
        at = after_line(pdf, at);
        if (count > (pdf->size - MIN(at, pdf->size)) / 20)
            return false;
        for (; count > 0; count--, at += 20)
            if (!is_row_good(pdf, at))
                return false;
    }
    return at + 7 <= pdf->size && memcmp(text + at, "trailer", 7) == 0;
}

/* "xref", one end of line, and the first subsection. */
static bool is_table_spaced(const struct pdf *pdf, size_t at)
{
    size_t next = at + strlen("xref");
    next += pdf->bytes[next] == '\r';
    next += pdf->bytes[next] == '\n';
    return is_end_of_line(pdf->bytes[next - 1]) && g_ascii_isdigit(pdf->bytes[next]);
}

/* Tables of earlier revisions stand further up. */
static void check_tables(struct pdf *pdf)
{
    const unsigned char *at = pdf->bytes, *end = at + pdf->size;
    while ((at = memmem(at, (size_t)(end - at), "xref", 4)) != NULL) {
        const bool table =
            at > pdf->bytes && is_end_of_line(at[-1]) && is_end_of_line(at[4]) &&
            g_ascii_isdigit(pdf->bytes[after_space(pdf, (size_t)(at - pdf->bytes) + 4)]);
        if (table && !is_table_spaced(pdf, (size_t)(at - pdf->bytes)))
            blame(pdf, RULE_XREF, 0, "more than an end of line stands behind xref");
        at += 4;
    }
}

static void check_xref(struct pdf *pdf)
{
    const unsigned char *start = last_in_tail(pdf, "startxref");
    guint64 offset =
        start ? g_ascii_strtoull((const char *)start + strlen("startxref"), NULL, 10) : pdf->size;
    if (offset >= pdf->size) {
        blame(pdf, RULE_XREF, 0, "startxref points nowhere");
        return;
    }
    bool table = offset + 5 < pdf->size && memcmp(pdf->bytes + offset, "xref", 4) == 0 &&
                 is_end_of_line(pdf->bytes[offset + 4]);
    bool good = table ? are_rows_good(pdf, after_line(pdf, offset)) : is_object_at(pdf, offset);
    if (!good)
        blame(pdf, RULE_XREF, 0, "the cross-reference does not point at objects");
}

static void check_identifier(struct pdf *pdf)
{
    qpdf_oh trailer = qpdf_get_trailer(pdf->qpdf), id = pdf_key(pdf, trailer, "/ID");
    g_autoptr(GBytes) first = pdf_string(pdf, pdf_item(pdf, id, 0));
    g_autoptr(GBytes) second = pdf_string(pdf, pdf_item(pdf, id, 1));
    bool good = pdf_length(pdf, id) == 2 && first && second && g_bytes_get_size(first) > 0 &&
                g_bytes_get_size(second) > 0;
    if (!good)
        blame(pdf, RULE_TRAILER, 0, "the trailer has no /ID of two strings");
    if (pdf_has(pdf, trailer, "/Encrypt") || qpdf_is_encrypted(pdf->qpdf))
        blame(pdf, RULE_ENCRYPTED, 0, "the document is encrypted");
}

/* An end of line stands before each "endstream" that ends an object. */
static void check_stream_ends(struct pdf *pdf)
{
    const unsigned char *at = pdf->bytes, *end = pdf->bytes + pdf->size;
    while ((at = memmem(at, (size_t)(end - at), "endstream", 9)) != NULL) {
        const unsigned char *next = at + 9;
        while (next < end && g_ascii_isspace(*next))
            next++;
        bool ends = end - next >= 6 && memcmp(next, "endobj", 6) == 0;
        if (ends && at > pdf->bytes && !is_end_of_line(at[-1]))
            blame(pdf, RULE_STREAM, 0, "no end of line before endstream at byte %zu",
                  (size_t)(at - pdf->bytes));
        at += 9;
    }
}

/* Counts what FROM inflates to, without keeping it; gives up above ROOM. */
static size_t inflated(const unsigned char *from, size_t size, size_t room)
{
    g_autoptr(GZlibDecompressor) zlib = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    static unsigned char part[1 << 16];
    size_t total = 0, taken, given;
    GConverterResult result = G_CONVERTER_CONVERTED;
    while (result == G_CONVERTER_CONVERTED && total <= room) {
        result = g_converter_convert(G_CONVERTER(zlib), from, size, part, sizeof part,
                                     G_CONVERTER_INPUT_AT_END, &taken, &given, NULL);
        if (result == G_CONVERTER_ERROR)
            break;
        from += taken;
        size -= taken;
        total += given;
    }
    return total;
}

static size_t inflated_stream(struct pdf *pdf, qpdf_oh stream, size_t room)
{
    unsigned char *raw = NULL;
    size_t size = 0;
    if (qpdf_oh_get_stream_data(pdf->qpdf, stream, qpdf_dl_none, NULL, &raw, &size) & QPDF_ERRORS)
        return 0;
    g_autoptr(GBytes) bytes = g_bytes_new_with_free_func(raw, size, free, raw);
    qpdf_oh filter = pdf_key(pdf, stream, "/Filter");
    unsigned filters = pdf_is_array(pdf, filter) ? pdf_length(pdf, filter) : 1;
    return filters > 1 ? room + 1 : inflated(raw, size, room);
}

/* Whether all streams together stay small; no filter is applied twice. */
static bool is_of_sane_size(struct pdf *pdf)
{
    size_t room = INFLATED_MAX;
    for (unsigned id = 1; id <= pdf->object_count; id++) {
        qpdf_oh object = qpdf_get_object_by_id(pdf->qpdf, (int)id, 0);
        size_t size = pdf_is_stream(pdf, object) && pdf_has(pdf, object, "/Filter")
                          ? inflated_stream(pdf, object, room)
                          : 0;
        pdf_forget(pdf);
        if (size > room)
            return false;
        room -= size;
    }
    return true;
}

/* What qpdf finds wrong with syntax, offsets and lengths. */
static void check_syntax(struct pdf *pdf)
{
    if (is_of_sane_size(pdf))
        qpdf_check_pdf(pdf->qpdf);
    else
        blame(pdf, RULE_SIZE, 0, "its streams are filtered twice, or too large to be judged");
    while (qpdf_more_warnings(pdf->qpdf)) {
        qpdf_error warning = qpdf_next_warning(pdf->qpdf);
        const char *text = qpdf_get_error_message_detail(pdf->qpdf, warning);
        const bool stream = g_str_has_prefix(text, "stream keyword") ||
                            g_str_has_prefix(text, "expected endstream");
        /* A /Size above the highest object: ISO 32000-1, 7.5.5 lets numbers be free. */
        if (!g_str_has_prefix(text, "reported number of objects"))
            blame(pdf, stream ? RULE_STREAM : RULE_DAMAGED, 0, "%s (byte %llu)", text,
                  qpdf_get_error_file_position(pdf->qpdf, warning));
    }
    if (qpdf_has_error(pdf->qpdf)) {
        qpdf_error error = qpdf_get_error(pdf->qpdf);
        blame(pdf, RULE_DAMAGED, 0, "%s", qpdf_get_error_message_detail(pdf->qpdf, error));
    }
}

void check_file(struct pdf *pdf)
{
    check_header(pdf);
    check_end(pdf);
    check_xref(pdf);
    check_tables(pdf);
    check_stream_ends(pdf);
    check_identifier(pdf);
    check_syntax(pdf);
}
