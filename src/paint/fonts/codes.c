/* A code is the CID, and where it has one byte that of the character that it shows (Latin-1), as
 * far as one does: so texts stand as they are read, half as long.  Readers need to be told that
 * codes have one byte, by a CMap in the file, since none of those that they know says so; its name
 * is the one that other programs give it. */
#include "codes.h"

#include "faces.h"

#include "../pdf/file.h"

#define NARROW_MOST 254 /* codes of a byte, but for that of no glyph and that of a space */

#define SYSTEM(entry) "/CIDSystemInfo<</Registry(Adobe)/Ordering(" entry ")/Supplement 0>>"

#define CMAP_START "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
#define CMAP_END   "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"

static const char bytes_cmap_entries[] =
    "/Type/CMap/CMapName/" BYTES_CMAP SYSTEM("Identity") "/WMode 0";

static const char bytes_cmap[] =
    CMAP_START SYSTEM("Identity") "def\n/CMapName/" BYTES_CMAP " def\n"
                                  "/CMapType 1 def\n/WMode 0 def\n"
                                  "1 begincodespacerange\n<00><FF>\nendcodespacerange\n"
                                  "1 begincidrange\n<00><FF>0\nendcidrange\n" CMAP_END;

void bytes_cmap_make(struct bytes_cmap *cmap)
{
    bytes_deflate(&cmap->deflated, DEFLATE_BEST, bytes_cmap, strlen(bytes_cmap));
}

unsigned bytes_cmap_write(struct bytes_cmap *cmap, struct pdf_file *file)
{
    if (cmap->object == 0) {
        cmap->object = file_reserve(file, 1);
        file_deflated(file, cmap->object, bytes_cmap_entries, &cmap->deflated);
    }
    return cmap->object;
}

/* The character that the glyph says, if it is one; else 0. */
static uint32_t character_of(const struct pdf_face *face, uint32_t glyph)
{
    const struct sort *sort = &face->sorts[glyph];
    const gunichar character = g_utf8_get_char_validated(sort->text, sort->length);
    const bool one = sort->length > 0 && character < 0x110000 &&
                     g_utf8_next_char(sort->text) == sort->text + sort->length;
    return one ? character : 0;
}

static unsigned wanted(const struct pdf_face *face, uint32_t glyph)
{
    const uint32_t character = character_of(face, glyph);
    if (glyph == face->space)
        return ' ';
    return (character > ' ' && character < 0x7F) || (character >= 0xA0 && character < 0x100)
               ? character
               : 0;
}

void codes_give(struct codes *codes, const struct pdf_face *face, bool wide)
{
    bool taken[256] = {[0] = true, [' '] = true};
    codes->wide = wide || codes->count > NARROW_MOST;
    for (struct code *at = codes->items; at < codes->items + codes->count; at++) {
        const unsigned code = wanted(face, at->glyph);
        at->code = codes->wide ? at->number : 0;
        if (!codes->wide && (code == ' ' || !taken[code])) {
            at->code = (uint16_t)code;
            taken[code] = true;
        }
    }
    unsigned next = 0x80;
    for (struct code *at = codes->items; at < codes->items + codes->count; at++) {
        if (at->code != 0)
            continue;
        while (taken[next])
            next = (next + 1) % 256;
        at->code = (uint16_t)next;
        taken[next] = true;
    }
}

static int by_code(const void *left, const void *right)
{
    const struct code *a = left, *b = right;
    return a->code - b->code;
}

static struct code *sorted(const struct codes *codes)
{
    struct code *items = g_memdup2(codes->items, codes->count * sizeof *items);
    qsort(items, codes->count, sizeof *items, by_code);
    return items;
}

void codes_put_widths(const struct codes *codes, const struct pdf_face *face, struct bytes *out)
{
    g_autofree struct code *items = sorted(codes);
    for (size_t i = 0; i < codes->count; i++) {
        const bool follows = i > 0 && items[i].code == items[i - 1].code + 1;
        if (!follows) {
            bytes_text(out, i > 0 ? "]" : "");
            bytes_int(out, items[i].code);
        }
        bytes_char(out, follows ? ' ' : '[');
        bytes_int(out, face->sorts[items[i].glyph].width);
    }
    bytes_text(out, codes->count > 0 ? "]" : "");
}

/* Returns the end of the codes from FIRST on that follow each other as their characters do; the
 * last byte of both may not run over (ISO 32000-1, 9.10.3). */
static size_t find_end(const struct codes *codes, const struct pdf_face *face,
                       const struct code *items, size_t first)
{
    const uint32_t start = character_of(face, items[first].glyph);
    size_t end = first + 1;
    for (; start > 0 && end < codes->count; end++) {
        const uint32_t by = (uint32_t)(end - first);
        if (items[end].code != items[first].code + by || items[end].code % 256 == 0 ||
            (start + by) % 256 == 0 || character_of(face, items[end].glyph) != start + by)
            break;
    }
    return end;
}

/* A mark that shows nothing by itself says nothing by itself: an element of the page says what it
 * stands for, and here it is told as a space. */
static void put_range(const struct codes *codes, const struct pdf_face *face,
                      const struct code *first, const struct code *last, struct bytes *out)
{
    const struct sort *sort = &face->sorts[first->glyph];
    g_autofree char *range =
        g_strdup_printf(codes->wide ? "<%04X><%04X><" : "<%02X><%02X><", first->code, last->code);
    bytes_text(out, range);
    bytes_utf16(out, sort->length ? sort->text : " ", sort->length ? sort->length : 1);
    bytes_text(out, ">\n");
}

void codes_put_unicode(const struct codes *codes, const struct pdf_face *face, struct bytes *out)
{
    enum { RANGES_MOST = 100 }; /* in a row */
    g_autofree struct code *items = sorted(codes);
    size_t ranges = 0;
    for (size_t i = 0; i < codes->count; i = find_end(codes, face, items, i))
        ranges++;
    bytes_text(out, CMAP_START SYSTEM("UCS") "def\n/CMapName/Adobe-Identity-UCS def\n"
                                             "/CMapType 2 def\n1 begincodespacerange\n");
    bytes_text(out, codes->wide ? "<0000><FFFF>\n" : "<00><FF>\n");
    bytes_text(out, "endcodespacerange\n");
    for (size_t i = 0, end, range = 0; i < codes->count; i = end, range++) {
        if (range % RANGES_MOST == 0) {
            bytes_int(out, (int64_t)MIN(RANGES_MOST, ranges - range));
            bytes_text(out, " beginbfrange\n");
        }
        end = find_end(codes, face, items, i);
        put_range(codes, face, &items[i], &items[end - 1], out);
        if (range % RANGES_MOST == RANGES_MOST - 1 || end == codes->count)
            bytes_text(out, "endbfrange\n");
    }
    bytes_text(out, CMAP_END);
}

void codes_put_numbers(const struct codes *codes, struct bytes *out)
{
    g_autofree struct code *items = sorted(codes);
    for (unsigned code = 0, i = 0; i < codes->count; code++) {
        const uint16_t number = items[i].code == code ? items[i++].number : 0;
        bytes_char(out, (char)(number >> 8));
        bytes_char(out, (char)number);
    }
}
