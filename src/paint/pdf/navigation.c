/* The outline, and areas of pages that lead somewhere. */
#include "file.h"
#include "record.h"

/* The bookmarks that lead to painted pages, and their objects in a row. */
struct outline {
    const struct bookmark **marks;
    size_t count;
    unsigned root; /* object; that of the first mark follows */
};

/* The place of a page, by its index in the document; false where it is not painted. */
static bool put_place(const struct sheets *sheets, size_t page, const double at[2],
                      struct bytes *out)
{
    if (page < sheets->start || page >= sheets->start + sheets->count)
        return false;
    size_t sheet = page - sheets->start;
    bytes_ref(out, "/Dest[", sheet_object(sheets, sheet));
    bytes_text(out, "/XYZ ");
    bytes_length(out, at[0]);
    bytes_length(out, sheets->pages[sheet].height - at[1]);
    bytes_text(out, "null]");
    return true;
}

static unsigned level_of(const struct outline *outline, size_t index)
{
    return outline->marks[index]->level;
}

/* The object of the first mark from I in direction STEP on the same level, before
 * one of a higher level; 0: none. */
static unsigned sibling(const struct outline *outline, size_t i, int step)
{
    for (size_t k = i + (size_t)step; k < outline->count; k += (size_t)step) {
        if (level_of(outline, k) < level_of(outline, i))
            return 0;
        if (level_of(outline, k) == level_of(outline, i))
            return outline->root + 1 + (unsigned)k;
    }
    return 0;
}

static unsigned parent_of(const struct outline *outline, size_t i)
{
    for (size_t k = i; k-- > 0;)
        if (level_of(outline, k) < level_of(outline, i))
            return outline->root + 1 + (unsigned)k;
    return outline->root;
}

/* First and last of the marks from FROM on that are deeper than LEVEL; all open. */
static void put_children(const struct outline *outline, size_t from, unsigned level,
                         struct bytes *out)
{
    size_t end = from, last = from;
    for (; end < outline->count && level_of(outline, end) > level; end++)
        if (level_of(outline, end) <= level_of(outline, from))
            last = end;
    if (end == from)
        return;
    bytes_ref(out, "/First", outline->root + 1 + (unsigned)from);
    bytes_ref(out, "/Last", outline->root + 1 + (unsigned)last);
    bytes_text(out, "/Count ");
    bytes_int(out, (int64_t)(end - from));
}

static void put_mark(const struct outline *outline, size_t i, const struct sheets *sheets,
                     struct bytes *out)
{
    const struct bookmark *mark = outline->marks[i];
    unsigned before = sibling(outline, i, -1), after = sibling(outline, i, 1);
    bytes_text(out, "<</Title");
    bytes_string(out, mark->title, strlen(mark->title));
    bytes_ref(out, "/Parent", parent_of(outline, i));
    if (before)
        bytes_ref(out, "/Prev", before);
    if (after)
        bytes_ref(out, "/Next", after);
    put_children(outline, i + 1, mark->level, out);
    put_place(sheets, mark->page, (double[]){0, mark->y}, out);
    bytes_text(out, ">>");
}

static unsigned write_outline(struct outline *outline, const struct sheets *sheets,
                              struct pdf_file *file)
{
    if (outline->count == 0)
        return 0;
    outline->root = file_reserve(file, 1 + (unsigned)outline->count);
    struct bytes *out = file_object(file, outline->root);
    bytes_text(out, "<</Type/Outlines");
    put_children(outline, 0, 0, out);
    bytes_text(out, ">>");
    for (size_t i = 0; i < outline->count; i++)
        put_mark(outline, i, sheets, file_object(file, outline->root + 1 + (unsigned)i));
    return outline->root;
}

unsigned record_outline(const struct pages *pages, const struct sheets *sheets,
                        struct pdf_file *file)
{
    const struct bookmark **marks = g_new(const struct bookmark *, pages->bookmark_count + 1);
    struct outline outline = {.marks = marks};
    for (size_t i = 0; i < pages->bookmark_count; i++) {
        const struct bookmark *mark = &pages->bookmarks[i];
        if (mark->page >= sheets->start && mark->page < sheets->start + sheets->count)
            marks[outline.count++] = mark;
    }
    unsigned root = write_outline(&outline, sheets, file);
    g_free(marks);
    return root;
}

void record_place_links(const struct page *page, uint32_t number, struct structure *structure,
                        struct pdf_file *file)
{
    for (size_t i = 0; i < page->link_count; i++) {
        const struct placed_link placed = {&page->links[i], number, NOWHERE, file_reserve(file, 1)};
        g_array_append_val(structure->links, placed);
    }
}

static void put_target(const struct link *link, const struct sheets *sheets, struct bytes *out)
{
    if (!link->address) {
        put_place(sheets, link->page, (double[]){link->left, link->top}, out);
        return;
    }
    bytes_text(out, "/A<</S/URI/URI");
    bytes_string(out, link->address, strlen(link->address));
    bytes_text(out, ">>");
}

void record_links(const struct structure *structure, const struct sheets *sheets,
                  struct pdf_file *file)
{
    for (guint i = 0; i < structure->links->len; i++) {
        const struct placed_link *placed = &g_array_index(structure->links, struct placed_link, i);
        const struct link *link = placed->link;
        const char *about = link->about ? link->about : link->address ? link->address : "Tautan";
        double height = sheets->pages[placed->page].height;
        struct bytes *out = file_object(file, placed->object);
        bytes_text(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
        bytes_length(out, link->x);
        bytes_length(out, height - link->y - link->height);
        bytes_length(out, link->x + link->width);
        bytes_length(out, height - link->y);
        bytes_text(out, "]/Contents");
        bytes_string(out, about, strlen(about));
        put_target(link, sheets, out);
        bytes_text(out, "/StructParent ");
        bytes_int(out, (int64_t)(sheets->count + i));
        bytes_text(out, ">>");
    }
}
