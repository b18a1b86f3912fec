#include "file.h"

/* Of less than this compression saves a few bytes, and takes as long as of ten times as much. */
#define DEFLATE_LEAST 512

#define LONG_FILE ((size_t)1 << 20) /* bytes */

void file_start(struct pdf_file *file)
{
    file->out.count = file->packed.count = file->heads.count = 0;
    file->count = 0;
    file->member_count = 0;
    bytes_text(&file->out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    file_reserve(file, 1);
}

/* All but the file itself. */
static void free_rest(struct pdf_file *file)
{
    bytes_free(&file->packed);
    bytes_free(&file->heads);
    bytes_free(&file->deflated);
    g_clear_pointer(&file->places, g_free);
    file->room = 0;
}

void file_free(struct pdf_file *file)
{
    free_rest(file);
    bytes_free(&file->out);
}

void file_hand_over(struct pdf_file *file, GByteArray *out)
{
    const bool is_long = file->out.count > LONG_FILE;
    if (is_long)
        free_rest(file);
    g_byte_array_append(out, (const guint8 *)file->out.data, (guint)file->out.count);
    if (is_long)
        bytes_free(&file->out);
}

unsigned file_reserve(struct pdf_file *file, unsigned count)
{
    unsigned first = file->count;
    if (file->room - file->count < count) {
        file->room = (file->count + count) * 2;
        file->places = g_renew(struct object_place, file->places, file->room);
    }
    memset(file->places + first, 0, count * sizeof *file->places);
    file->count += count;
    return first;
}

static void put_stream(struct pdf_file *file, unsigned object, const char *dict,
                       const struct bytes *data, const char *filter)
{
    struct bytes *out = &file->out;
    file->places[object] = (struct object_place){.kind = 1, .at = (uint32_t)out->count};
    bytes_int(out, object);
    bytes_text(out, " 0 obj\n<<");
    bytes_text(out, dict);
    bytes_text(out, filter);
    bytes_text(out, "/Length ");
    bytes_int(out, (int64_t)data->count);
    bytes_text(out, ">>stream\n");
    bytes_put(out, data->data, data->count);
    bytes_text(out, "\nendstream\nendobj\n");
}

void file_plain(struct pdf_file *file, unsigned object, const char *dict, const struct bytes *data)
{
    put_stream(file, object, dict, data, "");
}

void file_deflated(struct pdf_file *file, unsigned object, const char *dict,
                   const struct bytes *data)
{
    put_stream(file, object, dict, data, "/Filter/FlateDecode");
}

void file_stream(struct pdf_file *file, unsigned object, const char *dict, const struct bytes *data)
{
    if (data->count < DEFLATE_LEAST) {
        file_plain(file, object, dict, data);
        return;
    }
    file->deflated.count = 0;
    bytes_deflate(&file->deflated, DEFLATE_GOOD, data->data, data->count);
    file_deflated(file, object, dict, &file->deflated);
}

void file_break(struct pdf_file *file)
{
    if (file->member_count == 0)
        return;
    unsigned object = file_reserve(file, 1);
    for (unsigned i = 0; i < file->member_count; i++)
        file->places[file->members[i]] =
            (struct object_place){.kind = 2, .at = object, .index = (uint16_t)i};
    g_autofree char *dict =
        g_strdup_printf("/Type/ObjStm/N %u/First %zu", file->member_count, file->heads.count);
    bytes_put(&file->heads, file->packed.data, file->packed.count);
    file_stream(file, object, dict, &file->heads);
    file->heads.count = file->packed.count = 0;
    file->member_count = 0;
}

struct bytes *file_object(struct pdf_file *file, unsigned object)
{
    if (file->member_count == G_N_ELEMENTS(file->members))
        file_break(file);
    if (file->packed.count > 0)
        bytes_char(&file->packed, '\n');
    file->members[file->member_count++] = object;
    char *at = bytes_open(&file->heads, 2 * NUMBER_MOST);
    at = number_put(at, object);
    *at++ = ' ';
    at = number_put(at, (int64_t)file->packed.count);
    *at++ = ' ';
    bytes_close(&file->heads, at);
    return &file->packed;
}

static inline uint64_t stir(uint64_t state, uint64_t word)
{
    state = (state ^ word) * 0x9E3779B97F4A7C15;
    return state << 31 | state >> 33;
}

static inline void stir_all(uint64_t rows[4], const uint64_t words[4])
{
    for (int k = 0; k < 4; k++)
        rows[k] = stir(rows[k], words[k]);
}

/* 128 bits that every byte has a part in: equal files have equal ones.  Four rows of
 * sums, none of which waits for another. */
static void put_id(struct bytes *out, const struct bytes *data)
{
    uint64_t rows[4] = {0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0, data->count};
    const size_t whole = data->count - data->count % sizeof rows;
    uint64_t words[4];
    for (size_t i = 0; i < whole; i += sizeof rows) {
        memcpy(words, data->data + i, sizeof words);
        stir_all(rows, words);
    }
    memset(words, 0, sizeof words);
    memcpy(words, data->data + whole, data->count - whole);
    stir_all(rows, words);
    const uint64_t first = stir(stir(rows[0], rows[1]), rows[2]);
    const uint64_t second = stir(stir(rows[3], rows[2]), rows[1]);
    g_autofree char *id =
        g_strdup_printf("<%016" G_GINT64_MODIFIER "X%016" G_GINT64_MODIFIER "X>", first, second);
    bytes_text(out, "/ID[");
    bytes_text(out, id);
    bytes_text(out, id);
    bytes_char(out, ']');
}

/* Of a row of the cross-reference stream: kind, four bytes, two bytes. */
#define ROW 7

static void put_row(const struct object_place *place, unsigned char row[ROW])
{
    const unsigned char bytes[ROW] = {place->kind,
                                      (unsigned char)(place->at >> 24),
                                      (unsigned char)(place->at >> 16),
                                      (unsigned char)(place->at >> 8),
                                      (unsigned char)place->at,
                                      (unsigned char)(place->index >> 8),
                                      (unsigned char)place->index};
    memcpy(row, bytes, ROW);
}

/* Each as what it is more than the one above, by PNG's filter Up (ISO 32000-1, 7.4.4.4): in most
 * that is an index of one more, and as good as nothing once it is compressed. */
static void put_rows_less_above(const struct pdf_file *file, struct bytes *rows)
{
    unsigned char above[ROW] = {0}, row[ROW];
    for (unsigned i = 0; i < file->count; i++) {
        bytes_char(rows, 2);
        put_row(&file->places[i], row);
        for (size_t k = 0; k < ROW; k++)
            bytes_char(rows, (char)(row[k] - above[k]));
        memcpy(above, row, ROW);
    }
}

static void put_rows(const struct pdf_file *file, struct bytes *rows)
{
    unsigned char row[ROW];
    for (unsigned i = 0; i < file->count; i++) {
        put_row(&file->places[i], row);
        bytes_put(rows, row, ROW);
    }
}

/* DICT, up to what tells how the rows are coded. */
static void write_rows(struct pdf_file *file, unsigned object, struct bytes *dict)
{
    struct bytes rows = {0};
    if (file->count * ROW < DEFLATE_LEAST) {
        put_rows(file, &rows);
    } else {
        put_rows_less_above(file, &rows);
        bytes_text(dict, "/DecodeParms<</Predictor 12/Columns 7>>");
    }
    bytes_char(dict, '\0');
    file_stream(file, object, dict->data, &rows);
    bytes_free(&rows);
}

void file_finish(struct pdf_file *file, unsigned root, unsigned info)
{
    file_break(file);
    struct bytes dict = {0};
    unsigned object = file_reserve(file, 1);
    size_t start = file->out.count;
    file->places[object] = (struct object_place){.kind = 1, .at = (uint32_t)start};
    bytes_text(&dict, "/Type/XRef/W[1 4 2]/Size ");
    bytes_int(&dict, file->count);
    bytes_ref(&dict, "/Root", root);
    bytes_ref(&dict, "/Info", info);
    put_id(&dict, &file->out);
    write_rows(file, object, &dict);
    bytes_free(&dict);
    bytes_text(&file->out, "startxref\n");
    bytes_int(&file->out, (int64_t)start);
    bytes_text(&file->out, "\n%%EOF\n");
}
