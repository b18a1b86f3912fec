/* Whether two PDFs hold the same: written anew in every way that may be, and changed in every way
 * that may not. */
#include "rapor/verify/likeness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* A paper of one page: contents, a link, a field that waits, an element of the structure that knows
 * its parent (a circle), and pictures that are equal. */
static const char *const paper[] = {
    "<</Type/Catalog/Pages 2 0 R/Lang(id)/StructTreeRoot 6 0 R/AcroForm 8 0 R/OutputIntents[11 0 R]"
    "/Metadata 13 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Annots[5 0 R 9 0 R]"
    "/Resources<</XObject<</a 10 0 R/b 12 0 R>>>>>>",
    "<</Length 10>>stream\n0 0 1 1 re\nendstream",
    "<</Type/Annot/Subtype/Link/Rect[1 1 2 2]/A<</S/URI/URI(https://contoh.example/)>>>>",
    "<</Type/StructTreeRoot/K 7 0 R>>",
    "<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K 0>>",
    "<</Fields[9 0 R]>>",
    "<</Type/Annot/Subtype/Widget/FT/Sig/T(a)/Rect[10.50 10 20 20]/P 3 0 R"
    "/RaporSigned<</Name(Ratna Contoh)>>>>",
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 1>>stream\nx\nendstream",
    "<</S/GTS_PDFA1/Info(sRGB)>>",
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 1>>stream\nx\nendstream",
    "<</Type/Metadata/Subtype/XML/Length 230>>stream\n"
    "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description "
    "xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:p='http://ns.adobe.com/pdf/1.3/'>"
    "<d:format>a</d:format><p:Producer>r</p:Producer></r:Description></r:RDF>\nendstream",
};
enum { OBJECTS = G_N_ELEMENTS(paper), MOST = OBJECTS + 2 };

/* Writes objects from 1 on (NULL: none), in that order or from the last one. */
static GString *write_paper(const char *const objects[MOST], gboolean backwards)
{
    GString *out = g_string_new("%PDF-1.7\n");
    gsize at[MOST] = {0};
    for (size_t i = 0; i < MOST; i++) {
        const size_t number = backwards ? MOST - 1 - i : i;
        if (!objects[number])
            continue;
        at[number] = out->len;
        g_string_append_printf(out, "%zu 0 obj\n%s\nendobj\n", number + 1, objects[number]);
    }
    const gsize start = out->len;
    g_string_append_printf(out, "xref\n0 %d\n0000000000 65535 f \n", MOST + 1);
    for (size_t i = 0; i < MOST; i++)
        g_string_append_printf(out, "%010zu %05d %c \n", at[i], at[i] ? 0 : 1, at[i] ? 'n' : 'f');
    g_string_append_printf(out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n",
                           MOST + 1, start);
    return out;
}

/* The paper with NEW for OLD, MORE behind its objects, and what is said of it: NULL, that it holds
 * the same. */
struct change {
    const char *old, *new, *said, *more[2];
};

static char *compare(const char *const before[MOST], const char *const after[MOST],
                     gboolean backwards)
{
    g_autoptr(GString) one = write_paper(before, FALSE), two = write_paper(after, backwards);
    struct likeness *ours = likeness_read(one->str, one->len);
    struct likeness *theirs = likeness_read(two->str, two->len);
    char *why = NULL;
    assert_non_null(ours);
    if (theirs)
        likeness_compare(ours, theirs, &why);
    else
        why = g_strdup("unreadable");
    likeness_free(ours);
    likeness_free(theirs);
    return why;
}

static void try_change(const struct change *change)
{
    const char *before[MOST] = {NULL}, *after[MOST] = {NULL};
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    guint found = 0;
    for (size_t i = 0; i < OBJECTS; i++) {
        GString *text = g_string_new(paper[i]);
        found += g_string_replace(text, change->old, change->new, 0);
        before[i] = paper[i];
        after[i] = g_string_free(text, FALSE);
        g_ptr_array_add(texts, (void *)after[i]);
    }
    memcpy(after + OBJECTS, change->more, sizeof change->more);
    g_autofree char *why = compare(before, after, FALSE);
    if (found == 0 || g_strcmp0(why, change->said) != 0)
        fail_msg("%s -> %s: %s", change->old, change->new, why);
}

static void test_order(void **state)
{
    const char *objects[MOST] = {NULL};
    (void)state;
    memcpy(objects, paper, sizeof paper);
    assert_null(compare(objects, objects, TRUE));
}

static const char contents[] = "page 1 shows something else",
                  drawn[] = "page 1 has other fonts, pictures or colours",
                  page[] = "page 1 has other annotations, or another size",
                  tags[] = "its tags or its language are others",
                  attached[] = "its attached files are others",
                  catalog[] =
                      "its bookmarks, layers, actions, or what else its catalog holds are others",
                  metadata[] = "its metadata are others";
static const char field[] =
    "<</Type/Annot/Subtype/Widget/FT/Sig/T(b)/Rect[0 0 0 0]/P 3 0 R/V 14 0 R/AS/N>>",
                  value[] = "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>";
static const struct change changes[] = {
    /* spelled otherwise */
    {"(id)", "<6964>", NULL, {NULL}},
    {"10.50 10", "+010.5 10.0", NULL, {NULL}},
    {"/b 12 0 R", "/b 10 0 R", NULL, {NULL}},
    {"/Contents 4 0 R", "/Contents[4 0 R]", NULL, {NULL}},
    {"[11 0 R]", "[<</S/GTS_PDFA1/Info(sRGB)>>]", NULL, {NULL}},
    {"[5 0 R 9 0 R]", " 14 0 R", NULL, {"[5 0 R 9 0 R]"}},
    {"<p:Producer>r", "<p:Producer>s", NULL, {NULL}},
    {"/Type/Catalog", "/Type/Catalog/Version/1.7/Perms<</DocMDP 4 0 R>>", NULL, {NULL}},
    /* signed */
    {"/T(a)", "/T(a)/V 14 0 R/AP<</N 10 0 R>>", NULL, {value}},
    {"9 0 R]", "9 0 R 15 0 R]", NULL, {value, field}},
    /* and more than that */
    {"9 0 R]",
     "9 0 R 15 0 R]",
     page,
     {value, "<</Subtype/Widget/FT/Sig/T(b)/Rect[30 30 60 60]/V 14 0 R>>"}},
    {"9 0 R]", "9 0 R 15 0 R]", page, {value, "<</Subtype/Widget/FT/Sig/T(b)/Rect[0 0 0 0]>>"}},
    {"9 0 R]",
     "9 0 R 15 0 R]",
     page,
     {value, "<</Subtype/Widget/FT/Sig/T(b)/Rect[0 0 0 0]/V 14 0 R/A<<>>>>"}},
    {"9 0 R]",
     "9 0 R 15 0 R]",
     page,
     {value, "<</Subtype/Widget/FT/Tx/T(b)/Rect[0 0 0 0]/V 14 0 R>>"}},
    {"9 0 R]", "9 0 R<</Subtype/Widget/FT/Sig/V 14 0 R>><</Subtype/Square>>]", page, {value}},
    {"[5 0 R 9 0 R]", "[5 0 R 9 0 R 15 0 R]", page, {value, field}},
    /* changed */
    {"0 0 1 1 re", "0 0 1 2 re", contents, {NULL}},
    {"stream\nx", "stream\ny", drawn, {NULL}},
    {"/Width 1", "/Width 2", drawn, {NULL}},
    {"100 100]", "100 99]", page, {NULL}},
    {"contoh.example", "palsu.example", page, {NULL}},
    {"[5 0 R 9 0 R]", "[9 0 R 5 0 R]", page, {NULL}},
    {"10.50", "10.05", page, {NULL}},
    {"(id)", "(en)", tags, {NULL}},
    {"/S/P/P", "/S/H1/P", tags, {NULL}},
    {"(sRGB)", "(other)", catalog, {NULL}},
    {"/Type/Catalog", "/Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>", catalog, {NULL}},
    {"/Type/Catalog", "/Type/Catalog/AF[4 0 R]", attached, {NULL}},
    {"<d:format>a", "<d:format>b", metadata, {NULL}},
    {"<p:Producer>r</p:Producer>", "<Producer>r</Producer>    ", metadata, {NULL}},
    {"/Metadata 13 0 R", "", metadata, {NULL}},
    {"/Count 1/Kids[3 0 R]",
     "/Count 2/Kids[3 0 R 14 0 R]",
     "it has another number of pages",
     {"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"}},
    {"Kids[3 0 R]", "Kids[3 0 R 14 0 R 14 0 R]", "unreadable", {"<</Type/Pages/Kids[3 0 R]>>"}},
    {"/Length 10", "/Length 9", "unreadable", {NULL}},
    {"/Length 10", "/Length 10/F(lain.bin)", "unreadable", {NULL}},
};

static void test_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++)
        try_change(&changes[i]);
}

static void test_unreadable(void **state)
{
    (void)state;
    assert_null(likeness_read("%PDF-1.7\n", 9));
    assert_null(likeness_read("", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_unreadable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
