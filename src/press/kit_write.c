/* The texts of the press kit; the lines of their tables come some institutions at a time, so that
 * memory stays flat however many there are. */
#include "kit_source.h"

#include "rapor/assess/standing.h"
#include "rapor/press/stylesheet.h"
#include "rapor/view/tree.h"
#include "rapor/view/view.h"

#include <string.h>

#define ROWS_MARK "<?rows>" /* an instruction, as HTML has them */
#define ROWS_MOST 256       /* institutions that a stylesheet sees at once */

/* Puts so many institutions, from that place in the order of all on, into ROWS. */
static void fill_rows(const struct kit_source *source, xmlNode *rows, size_t first, size_t count)
{
    const size_t *numbers = &source->standings->order[first];
    const struct view_element *at = view_some(source->view, numbers, count)->last;
    for (size_t i = 1; i < count; i++)
        at = at->previous;
    for (size_t i = 0; i < count; i++, at = at->next) {
        xmlNode *node = xmlAddChild(rows, view_xml(at, rows->doc));
        if (source->cards && source->cards[numbers[i]])
            xmlSetProp(node, BAD_CAST "card", BAD_CAST source->cards[numbers[i]]);
    }
}

static void append(GByteArray *out, const char *text, size_t length)
{
    g_byte_array_append(out, (const guint8 *)text, (guint)length);
}

/* Appends what lies between two marks. */
static void append_rows(const char *made, GByteArray *out)
{
    const char *first = strstr(made, ROWS_MARK), *last = g_strrstr(made, ROWS_MARK);
    if (first && first != last)
        append(out, first + strlen(ROWS_MARK), (size_t)(last - first) - strlen(ROWS_MARK));
}

static bool write_rows(const struct kit_source *source, const struct stylesheet *sheet,
                       GByteArray *out, GError **error)
{
    xmlNode *root = xmlDocGetRootElement(source->tree);
    const size_t all = source->standings->evaluation->institution_count;
    bool written = true;
    for (size_t first = 0; written && first < all; first += ROWS_MOST) {
        xmlNode *rows = xmlNewChild(root, NULL, BAD_CAST "rows", NULL);
        fill_rows(source, rows, first, MIN(all - first, ROWS_MOST));
        g_autoptr(GString) made = stylesheet_make(sheet, source->tree, error);
        written = made != NULL;
        if (made)
            append_rows(made->str, out);
        xmlUnlinkNode(rows);
        xmlFreeNode(rows);
    }
    return written;
}

static bool write_text(const struct kit_source *source, const struct stylesheet *sheet,
                       GByteArray *out, GError **error)
{
    g_autoptr(GString) made = stylesheet_make(sheet, source->tree, error);
    const char *mark = made ? strstr(made->str, ROWS_MARK) : NULL;
    if (!mark) {
        append(out, made ? made->str : "", made ? made->len : 0);
        return made != NULL;
    }
    append(out, made->str, (size_t)(mark - made->str));
    if (!write_rows(source, sheet, out, error))
        return false;
    append(out, mark + strlen(ROWS_MARK), strlen(mark) - strlen(ROWS_MARK));
    return true;
}

bool kit_write(struct kit_source *source, const struct kit_text *text, GByteArray *out,
               GError **error)
{
    struct stylesheet *sheet =
        kit_turn(source, text, error) ? stylesheet_open(source->layouts, text->sheet, error) : NULL;
    const bool written = sheet && write_text(source, sheet, out, error);
    if (sheet)
        stylesheet_close(sheet);
    return written;
}
