#include "archive.h"

#include "../draw.h"
#include "../press.h"
#include "content.h"
#include "file.h"
#include "icc.h"
#include "record.h"

#include "rapor/paint/paint.h"

#include <math.h>

struct archival_painter {
    struct faces *faces;
    struct pictures *pictures;
    struct bytes colors;  /* the ICC profile, compressed */
    struct pdf_file file; /* these are used again for each document */
    struct structure structure;
    struct bytes content;
    struct kept_record kept;
};

static struct archival_painter *archive_create(struct images *images)
{
    struct archival_painter *archive = g_new0(struct archival_painter, 1);
    struct bytes profile = {0};
    archive->faces = faces_create();
    archive->pictures = pictures_create(images);
    icc_srgb(&profile);
    bytes_deflate(&archive->colors, DEFLATE_BEST, profile.data, profile.count);
    bytes_free(&profile);
    return archive;
}

void archive_destroy(struct archival_painter *archive)
{
    if (!archive)
        return;
    faces_free(archive->faces);
    pictures_free(archive->pictures);
    bytes_free(&archive->colors);
    bytes_free(&archive->content);
    bytes_free(&archive->kept.plain);
    bytes_free(&archive->kept.deflated);
    structure_free(&archive->structure);
    file_free(&archive->file);
    g_free(archive);
}

/* The last ink of an element, while a document is looked through. */
struct last {
    const struct ink *ink;
    size_t index;
};

/* True if a word ends where the line does: no space is read into "dan/" or "sub-". */
static bool ends_word(const struct ink *ink)
{
    size_t length = strlen(ink->text->words);
    const char *end = ink->text->words + length;
    if (length == 0 || end[-1] == ' ' || (length >= 2 && memcmp(end - 2, "\xC2\xAD", 2) == 0))
        return false;
    return !(length >= 2 && strchr("/-", end[-1]) && g_ascii_isalpha(end[-2]));
}

/* A text of the same element that does not go on where the last one ended begins a
 * line: there a space is read, since none is painted. */
static void note_line(struct pdf_paper *paper, struct last *last, const struct ink *ink,
                      size_t index)
{
    const struct ink *before = last->ink;
    bool joined = before && fabs(before->y - ink->y) < 0.01 &&
                  fabs(before->x + before->text->width - ink->x) < 0.5;
    if (before && !joined && ends_word(before)) {
        paper->notes[last->index] |= NOTE_SPACE;
        faces_note_space(paper->faces, before);
    }
    *last = (struct last){ink, index};
}

static void note_page(struct pdf_paper *paper, const struct page *page, struct last *lasts,
                      size_t first)
{
    for (size_t i = 0; i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (ink->kind != INK_TEXT || ink->text->count == 0)
            continue;
        uint32_t element = structure_element(paper->structure, ink);
        if (faces_note(paper->faces, ink))
            paper->notes[first + i] = NOTE_PLAIN;
        if (element != DECORATION)
            note_line(paper, &lasts[element], ink, first + i);
    }
}

/* What only the signed paper shows is painted behind all pages. */
static void note_signed(struct pdf_paper *paper, const struct inks *inks, size_t first)
{
    for (size_t i = 0; i < inks->count; i++)
        if (inks->items[i].kind == INK_TEXT && inks->items[i].text->count > 0 &&
            faces_note(paper->faces, &inks->items[i]))
            paper->notes[first + i] = NOTE_PLAIN;
}

/* What the document says, before any of it is painted. */
static void look_through(struct pdf_paper *paper, const struct extent *extent)
{
    const struct page *pages = paper->pages->items + extent->first;
    struct last *lasts = g_new0(struct last, paper->pages->element_count);
    size_t inks = 0;
    for (size_t p = 0; p < extent->count; p++)
        inks += pages[p].inks.count + pages[p].signed_only.count;
    paper->notes = g_malloc0(inks + 1);
    faces_begin(paper->faces);
    pictures_begin(paper->pictures);
    inks = 0;
    for (size_t p = 0; p < extent->count; inks += pages[p++].inks.count)
        note_page(paper, &pages[p], lasts, inks);
    for (size_t p = 0; p < extent->count; inks += pages[p++].signed_only.count)
        note_signed(paper, &pages[p].signed_only, inks);
    g_free(lasts);
    faces_finish(paper->faces);
}

struct sheet_objects {
    struct sheets sheets;
    unsigned tree, resources;
};

static void write_page(const struct pdf_paper *paper, const struct page *page, uint32_t number,
                       const struct sheet_objects *objects, struct pdf_file *file)
{
    const unsigned object = sheet_object(&objects->sheets, number);
    struct bytes *out = file_object(file, object);
    bytes_ref(out, "<</Type/Page/Parent", objects->tree);
    bytes_ref(out, "/Contents", object + 1);
    bytes_ref(out, "/Resources", objects->resources);
    content_boxes(page, out);
    bytes_text(out, "/Tabs/S/StructParents ");
    bytes_int(out, number);
    const char *before = "/Annots[";
    for (guint i = 0; i < paper->structure->links->len; i++) {
        const struct placed_link *link =
            &g_array_index(paper->structure->links, struct placed_link, i);
        if (link->page != number)
            continue;
        bytes_ref(out, before, link->object);
        before = "";
    }
    for (guint i = 0; i < paper->structure->fields->len; i++) {
        const struct placed_field *field =
            &g_array_index(paper->structure->fields, struct placed_field, i);
        if (field->page != number)
            continue;
        bytes_ref(out, before, field->object);
        before = "";
    }
    bytes_text(out, *before ? ">>" : "]>>");
}

/* What the page shows once FIELD is signed, or any; its object stays 0 where that is nothing. */
static bool write_over(struct archival_painter *archive, struct pdf_paper *paper, uint32_t page,
                       struct placed_field *field, GError **error)
{
    unsigned *object = field ? &field->signed_only : &paper->signed_only[page];
    archive->content.count = 0;
    if (!content_signed(paper, page, field, &archive->content, error))
        return false;
    if (archive->content.count == 0)
        return true;
    *object = file_reserve(&archive->file, 1);
    file_stream(&archive->file, *object, "", &archive->content);
    return true;
}

/* What the signed paper shows over its pages, where it can be signed at all. */
static bool write_signed(struct archival_painter *archive, struct pdf_paper *paper,
                         const struct sheets *sheets, GError **error)
{
    GArray *fields = paper->structure->fields;
    for (uint32_t p = 0; p < sheets->count && fields->len > 0; p++) {
        if (!write_over(archive, paper, p, NULL, error))
            return false;
        for (guint i = 0; i < fields->len; i++) {
            struct placed_field *field = &g_array_index(fields, struct placed_field, i);
            if (field->page == p && !write_over(archive, paper, p, field, error))
                return false;
        }
        paper->inks += sheets->pages[p].signed_only.count;
    }
    return true;
}

static bool write_contents(struct archival_painter *archive, struct pdf_paper *paper,
                           const struct page *pages, const struct sheet_objects *objects,
                           GError **error)
{
    struct pdf_file *file = &archive->file;
    for (uint32_t p = 0; p < objects->sheets.count; p++) {
        archive->content.count = 0;
        if (!content_page(paper, &pages[p], p, &archive->content, error))
            return false;
        file_stream(file, sheet_object(&objects->sheets, p) + 1, "", &archive->content);
        record_place_links(&pages[p], p, paper->structure, file);
    }
    return true;
}

static void write_pages(const struct pdf_paper *paper, const struct sheet_objects *objects,
                        struct pdf_file *file)
{
    for (uint32_t p = 0; p < objects->sheets.count; p++)
        write_page(paper, &objects->sheets.pages[p], p, objects, file);
    struct bytes *out = file_object(file, objects->tree);
    bytes_text(out, "<</Type/Pages/Count ");
    bytes_int(out, (int64_t)objects->sheets.count);
    bytes_text(out, "/Kids[");
    for (size_t p = 0; p < objects->sheets.count; p++)
        bytes_ref(out, "", sheet_object(&objects->sheets, p));
    bytes_text(out, "]>>");
}

/* Fonts and pictures; into RESOURCES what the pages say of them. */
static void write_resources(const struct pdf_paper *paper, struct pdf_file *file,
                            struct bytes *resources)
{
    bytes_text(resources, "<<");
    faces_write(paper->faces, file, resources);
    pictures_write(paper->pictures, file, resources);
    bytes_text(resources, ">>");
}

/* The catalog's entry for the colours that all numbers mean. */
static void put_intent(const struct archival_painter *archive, struct pdf_file *file,
                       struct bytes *catalog)
{
    unsigned object = file_reserve(file, 1);
    file_deflated(file, object, "/N 3", &archive->colors);
    bytes_text(catalog, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                        "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)");
    bytes_ref(catalog, "/DestOutputProfile", object);
    bytes_text(catalog, ">>]");
}

static void write_catalog(struct archival_painter *archive, struct pdf_paper *paper,
                          const struct sheet_objects *objects)
{
    struct pdf_file *file = &archive->file;
    const struct doc *doc = paper->pages->doc;
    struct bytes out = {0}, resources = {0};
    write_resources(paper, file, &resources);
    bytes_ref(&out, "<</Type/Catalog/Pages", objects->tree);
    bytes_ref(&out, "/StructTreeRoot", structure_write(paper->structure, &objects->sheets, file));
    record_links(paper->structure, &objects->sheets, file);
    bytes_ref(&out, "/Metadata", record_metadata(doc, file));
    put_intent(archive, file, &out);
    bytes_text(&out, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang(");
    record_language(doc, &out);
    bytes_text(&out, ")/PageLabels<</Nums[0<</S/D/St ");
    bytes_int(&out, (int64_t)objects->sheets.start + 1);
    bytes_text(&out, ">>]>>");
    unsigned outline = record_outline(paper->pages, &objects->sheets, file);
    if (outline)
        bytes_ref(&out, "/PageMode/UseOutlines/Outlines", outline);
    record_attachments(paper->pages, &archive->kept, file, &out);
    if (paper->structure->fields->len > 0)
        file_break(file); /* whoever signs reads no more than what follows */
    write_pages(paper, objects, file);
    bytes_put(file_object(file, objects->resources), resources.data, resources.count);
    record_fields(paper->structure, &objects->sheets, file, &out);
    bytes_text(&out, ">>");
    const unsigned object = file_reserve(file, 1), info = record_info(doc, file);
    bytes_put(file_object(file, object), out.data, out.count);
    bytes_free(&out);
    bytes_free(&resources);
    file_finish(file, object, info);
}

static bool write_paper(struct archival_painter *archive, struct pdf_paper *paper,
                        const struct extent *extent, GError **error)
{
    const struct page *pages = paper->pages->items + extent->first;
    file_start(&archive->file);
    struct sheet_objects objects = {.sheets = {.start = extent->first,
                                               .count = extent->count,
                                               .pages = pages,
                                               .signed_only = paper->signed_only}};
    objects.tree = file_reserve(&archive->file, 2);
    objects.resources = objects.tree + 1;
    objects.sheets.first = file_reserve(&archive->file, 2 * (unsigned)extent->count);
    look_through(paper, extent);
    record_place_fields(paper->pages, extent, paper->structure, &archive->file);
    if (!write_contents(archive, paper, pages, &objects, error) ||
        !write_signed(archive, paper, &objects.sheets, error))
        return false;
    write_catalog(archive, paper, &objects);
    return true;
}

static bool paint(const struct pages *pages, struct press *press, struct excerpt excerpt,
                  GByteArray *out, GError **error)
{
    struct extent extent;
    if (!draw_extent(pages, excerpt.page, &extent, error))
        return false;
    if (!press->archive)
        press->archive = archive_create(press->images);
    struct archival_painter *archive = press->archive;
    struct pdf_paper paper = {.pages = pages,
                              .first = extent.first,
                              .faces = archive->faces,
                              .pictures = archive->pictures,
                              .structure = &archive->structure,
                              .signed_only = g_new0(unsigned, extent.count)};
    structure_begin(paper.structure, pages);
    bool written = write_paper(archive, &paper, &extent, error);
    structure_end(paper.structure);
    if (written)
        file_hand_over(&archive->file, out);
    g_free(paper.notes);
    g_free(paper.signed_only);
    return written;
}

const struct painter painter_archival = {
    .name = "archival",
    .format = "pdf",
    .suffix = "pdf",
    .about = "PDF/A-3a and PDF/UA-1: to keep, and to be read aloud",
    .paint = paint,
};
