/* JPEG 2000 images, ISO 19005-3, 6.2.8.3: the boxes of the file, ISO 15444-1, annex I. */
#include "../checks.h"

#include <stdlib.h>
#include <string.h>

#define HEAD         8  /* bytes of a box before what it holds: length and name */
#define HEADER_SIZE  14 /* of the image header: height, width, components, depth, ... */
#define DEPTH_VARIES 255
#define CIEJAB       19

/* What the boxes say. */
struct jpeg2000 {
    unsigned components, depth; /* the depth less 1; its highest bit: signed */
    unsigned colors, favoured;  /* colour specifications; those preferred (APPROX 1) */
    unsigned method, space;     /* of the one that counts */
    bool depths;                /* each component has its own */
};

static size_t number_at(const unsigned char *at)
{
    return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

static void read_color(struct jpeg2000 *image, const unsigned char *at, size_t size)
{
    const bool favoured = size >= 3 && at[2] == 1;
    if (size < 3)
        return;
    image->colors++;
    image->favoured += favoured;
    if (image->colors > 1 && !favoured)
        return;
    image->method = at[0];
    image->space = at[0] == 1 && size >= 7 ? (unsigned)number_at(at + 3) : 0;
}

static void read_box(struct jpeg2000 *image, const unsigned char *box, size_t size);

static void read_boxes(struct jpeg2000 *image, const unsigned char *at, size_t size)
{
    while (size > HEAD) {
        size_t length = number_at(at);
        length = length < HEAD || length > size ? size : length;
        read_box(image, at, length);
        at += length;
        size -= length;
    }
}

static void read_box(struct jpeg2000 *image, const unsigned char *box, size_t size)
{
    const unsigned char *within = box + HEAD;
    if (memcmp(box + 4, "jp2h", 4) == 0)
        read_boxes(image, within, size - HEAD);
    else if (memcmp(box + 4, "ihdr", 4) == 0 && size >= HEAD + HEADER_SIZE) {
        image->components = (unsigned)within[8] << 8 | within[9];
        image->depth = within[10];
    } else if (memcmp(box + 4, "colr", 4) == 0)
        read_color(image, within, size - HEAD);
    else if (memcmp(box + 4, "bpcc", 4) == 0)
        image->depths = true;
}

static void judge(struct pdf *pdf, const struct jpeg2000 *image, unsigned id, bool own_space)
{
    const unsigned depth = (image->depth & 127) + 1;
    if (image->components != 1 && image->components != 3 && image->components != 4)
        blame(pdf, RULE_IMAGE, id, "a JPEG 2000 image of %u components", image->components);
    if (image->depth == DEPTH_VARIES ? !image->depths : depth > 38)
        blame(pdf, RULE_IMAGE, id, "a JPEG 2000 image of a depth of %u bits", depth);
    if (own_space)
        return;
    if (image->colors > 1 && image->favoured != 1)
        blame(pdf, RULE_IMAGE, id,
              "a JPEG 2000 image of %u colour specifications, none of them preferred",
              image->colors);
    if (image->method < 1 || image->method > 3)
        blame(pdf, RULE_IMAGE, id, "a JPEG 2000 image whose colours are specified by method %u",
              image->method);
    if (image->space == CIEJAB)
        blame(pdf, RULE_IMAGE, id, "a JPEG 2000 image in the colour space CIEJab");
}

void check_jpeg2000(struct pdf *pdf, qpdf_oh stream, unsigned id)
{
    qpdf_oh filter = pdf_key(pdf, stream, "/Filter");
    unsigned char *raw = NULL;
    size_t size = 0;
    if (pdf_length(pdf, filter) == 1)
        filter = pdf_item(pdf, filter, 0);
    if (!qpdf_oh_is_name_and_equals(pdf->qpdf, filter, "/JPXDecode") ||
        (qpdf_oh_get_stream_data(pdf->qpdf, stream, qpdf_dl_none, NULL, &raw, &size) & QPDF_ERRORS))
        return;
    struct jpeg2000 image = {0};
    if (size > HEAD + 4 && memcmp(raw + 4, "jP  ", 4) == 0) {
        read_boxes(&image, raw, size);
        judge(pdf, &image, id, pdf_has(pdf, stream, "/ColorSpace"));
    }
    free(raw);
}
