#include "try_layout.h"

static void headings(void **state)
{
    const struct blocks *blocks = try_blocks(
        *state, "<heading level='1' style='body'>A</heading><heading level='2' style='body'>B"
                "</heading><heading level='3' style='body' listed='no'>C</heading>");
    assert_int_equal(blocks->items[0].paragraph.role, ROLE_H1);
    assert_int_equal(blocks->items[2].paragraph.role, ROLE_H3);
    assert_true(blocks->items[1].paragraph.heading->listed);
    assert_false(blocks->items[2].paragraph.heading->listed);
    assert_string_equal(blocks->items[2].paragraph.heading->text, "C");
}

static void list_markers(void **state)
{
    static const struct {
        const char *marker, *first, *last;
    } cases[] = {
        {"1.", "1.", "3."}, {"a.", "a.", "c."}, {"I.", "I.", "III."},
        {"-", "-", "-"},    {"•", "•", "•"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strdup_printf(
            "<list indent='8mm' marker='%s'><each select='domain'><item>x</item></each></list>",
            cases[i].marker);
        const struct list *list = &try_blocks(*state, text)->items[0].list;
        assert_int_equal(list->count, 3);
        assert_length(list->indent, mm(8));
        assert_string_equal(list->items[0].label.items[0].text, cases[i].first);
        assert_string_equal(list->items[2].label.items[0].text, cases[i].last);
    }
}

static void list_labels_and_blocks(void **state)
{
    struct try *try = *state;
    struct doc *doc = try_compose(
        try, TRY_HEAD "<style name='small' base='body' size='8pt'/><section page='f4'>"
                      "<list indent='8mm' style='small'>"
                      "<item label='{@code})'>satu</item><item label=''><p>dua</p><p style='body'>"
                      "tiga</p></item><item><list indent='5mm' marker='a.'><item>x</item></list>"
                      "</item></list></section></layout>");
    const struct list *list = &doc->sections[0].blocks.items[0].list;
    assert_string_equal(list->items[0].label.items[0].text, "13.01)");
    assert_string_equal(list->items[0].label.items[0].style->name, "small");
    assert_int_equal(list->items[1].label.count, 0);
    assert_string_equal(list->items[1].blocks.items[0].paragraph.style->name, "small");
    assert_string_equal(list->items[1].blocks.items[1].paragraph.style->name, "body");
    assert_int_equal(list->items[0].blocks.items[0].paragraph.role, ROLE_NONE);
    assert_int_equal(list->items[1].blocks.items[0].paragraph.role, ROLE_P);
    assert_string_equal(doc_words(doc), "13.01) satu\ndua\ntiga\n3. a. x\n");
}

static void small_blocks(void **state)
{
    const struct blocks *blocks =
        try_blocks(*state, "<space height='1.5cm'/><rule thickness='1.5pt' gap='1pt' width='40mm'"
                           " align='center' color='#FF0000'/><page-break/>"
                           "<keep lines-before='2'><p>x</p></keep>");
    assert_length(blocks->items[0].space, mm(15));
    assert_int_equal(blocks->items[1].kind, BLOCK_RULE);
    assert_length(blocks->items[1].rule.gap, 1);
    assert_length(blocks->items[1].rule.width, mm(40));
    assert_int_equal(blocks->items[1].rule.align, ALIGN_CENTER);
    assert_length(blocks->items[1].rule.color.red, 1);
    assert_int_equal(blocks->items[2].kind, BLOCK_PAGE_BREAK);
    assert_int_equal(blocks->items[3].keep.lines_before, 2);
    assert_int_equal(blocks->items[3].keep.blocks.count, 1);
}

static void pictures(void **state)
{
    struct try *try = *state;
    static const char text[] = "<image src='../common/emblem.svg' width='24mm' height='20mm'"
                               " align='center' alt='Lambang {@code}'/>"
                               "<image src='emblem' width='1mm' height='1mm' decoration='yes'/>"
                               "<qr value='https://x/{@code}' size='24mm' alt='Kode'/>";
    const struct blocks *blocks = try_blocks(try, text);
    g_autofree char *path = g_build_filename(try->folder, "common", "emblem.svg", NULL);
    assert_string_equal(blocks->items[0].image.path, path);
    assert_string_equal(blocks->items[0].image.alt, "Lambang 13.01");
    assert_null(blocks->items[1].image.alt);
    assert_true(g_str_has_suffix(blocks->items[1].image.path, "/try/emblem.svg"));
    assert_string_equal(blocks->items[2].qr.text, "https://x/13.01");
    assert_length(blocks->items[2].qr.size, mm(24));

    try->setting.emblem = path;
    blocks = try_blocks(try, text);
    assert_string_equal(blocks->items[1].image.path, path);
}

static void alternatives_must_say_something(void **state)
{
    assert_non_null(strstr(try_failure(*state, "<qr value='x' size='9mm' alt='{@addressee[2]} '/>"),
                           "alt of qr is empty"));
}

static void boxes(void **state)
{
    const struct blocks *blocks = try_blocks(
        *state, "<box x='10mm' y='20mm' width='30mm' height='40mm' valign='middle' fill='#FFFFFF'"
                " frame='#000000' frame-width='2pt' decoration='yes'><p>x</p></box>"
                "<box x='0' y='0' width='1mm'/>");
    const struct box *box = &blocks->items[0].box;
    assert_length(box->y, mm(20));
    assert_int_equal(box->valign, VALIGN_MIDDLE);
    assert_true(box->filled && box->framed && box->decoration);
    assert_length(box->frame_width, 2);
    assert_int_equal(box->blocks.count, 1);
    box = &blocks->items[1].box;
    assert_false(box->filled || box->framed || box->decoration);
    assert_length(box->height, 0);
}

static void pages(void **state)
{
    struct doc *doc = try_compose(
        *state, TRY_HEAD
        "<page name='wide' size='A4' orientation='landscape' top='2cm' bottom='1cm' left='1cm'"
        " right='1cm' first-top='80mm'>"
        "<head><box x='0' y='0' width='9mm'><p>- <page-number/> -</p></box></head>"
        "<head on='first'><if test='@code'><box x='0' y='0' width='9mm'><p>{@code}</p></box></if>"
        "</head></page>"
        "<page name='own' size='100mm 50mm' top='0' bottom='0' left='0' right='0'>"
        "<head><box x='0' y='0' width='9mm'><p>h</p></box></head></page>"
        "<section page='wide' catchword='body'><p>a</p></section><section page='own'/></layout>");
    const struct master *wide = &doc->sections[0].master, *own = &doc->sections[1].master;
    assert_length(wide->width, mm(297));
    assert_length(wide->height, mm(210));
    assert_length(wide->first_top, mm(80));
    assert_string_equal(doc->sections[0].catchword->name, "body");
    assert_length(own->width, mm(100));
    assert_length(own->first_top, 0);
    assert_ptr_equal(own->first.items, own->head.items);
    assert_string_equal(doc_words(doc), "13.01\n- # -\na\nh\n");
}

/* Heads go along: from margin to margin, in the middle, at the right, at the foot. */
static void pages_that_lie_on_their_side(void **state)
{
    struct doc *doc = try_compose(
        *state, TRY_HEAD
        "<page name='up' size='200mm 300mm' top='20mm' bottom='20mm' left='20mm' right='20mm'>"
        "<head><box x='20mm' y='5mm' width='160mm'/><box x='90mm' y='5mm' width='20mm'/>"
        "<box x='150mm' y='280mm' width='30mm' height='10mm'/></head></page>"
        "<section page='up' orientation='portrait'/><section page='up' orientation='landscape'/>"
        "</layout>");
    const struct master *up = &doc->sections[0].master, *side = &doc->sections[1].master;
    const struct block *boxes = side->head.items;
    assert_length(up->width, mm(200));
    assert_length(up->head.items[0].box.width, mm(160));
    assert_length(side->width, mm(300));
    assert_length(side->height, mm(200));
    assert_length(boxes[0].box.width, mm(260));
    assert_length(boxes[0].box.y, mm(5));
    assert_length(boxes[1].box.x, mm(140));
    assert_length(boxes[1].box.width, mm(20));
    assert_length(boxes[2].box.x, mm(250));
    assert_length(boxes[2].box.y, mm(180));
}

static void properties(void **state)
{
    struct doc *doc = try_compose(
        *state,
        "<layout xmlns='urn:rapor:layout:1' title='Sertifikat {@name}' subject='{@code}'"
        " author='{/results/issuer/@name}' date='{/results/decree/@date}'>" TRY_STYLE TRY_PAGE
        "<section page='f4'/></layout>");
    assert_string_equal(doc->title, "Sertifikat Pemerintah Kabupaten Pesisir Selatan");
    assert_string_equal(doc->subject, "13.01");
    assert_string_equal(doc->author, "Kementerian Contoh");
    assert_string_equal(doc->language, "id");
    assert_string_equal(doc->date, "2021-12-31");
    assert_string_equal(doc->name, "coba.pdf 13.01");
}

static void dates_must_exist(void **state)
{
    struct try *try = *state;
    assert_null(try_compose(
        try, "<layout xmlns='urn:rapor:layout:1' title='t' date='{@code}'>" TRY_STYLE TRY_PAGE
             "<section page='f4'/></layout>"));
    assert_non_null(strstr(try->error->message, "\"13.01\" is no day"));
}

static void styles_build_on_others(void **state)
{
    struct try *try = *state;
    try_file(try, "common/style.xml",
             "<parts xmlns='urn:rapor:layout:1'><color name='ink' value='#FF0000'/>"
             "<style name='body' family='URW Bookman' size='12pt' after='6pt' color='ink'/>"
             "<style name='h' base='body' weight='bold' keep-next='yes' tracking='-0.6pt'/>"
             "<part name='p'><p style='h'>part</p></part></parts>");
    struct doc *doc = try_compose(
        try, "<layout xmlns='urn:rapor:layout:1' title='t'><import href='../common/style.xml'/>"
             "<import href='../common/style.xml'/><color name='ink' value='#00FF00'/>"
             "<style name='body' base='body' size='10pt' indent='-5mm'/>" TRY_PAGE
             "<section page='f4'><use part='p'/></section></layout>");
    const struct style *style = doc->sections[0].blocks.items[0].paragraph.style;
    assert_string_equal(style->name, "h");
    assert_string_equal(style->family, "URW Bookman");
    assert_length(style->size, 10);
    assert_length(style->leading, 14.4);
    assert_length(style->after, 6);
    assert_length(style->tracking, -0.6);
    assert_length(style->indent, -mm(5));
    assert_true(style->bold && style->keep_next && !style->keep_lines);
    assert_length(style->color.green, 1);
    assert_length(style->color.red, 0);
}

static void parts_can_be_replaced(void **state)
{
    struct try *try = *state;
    try_file(try, "common/style.xml",
             "<parts xmlns='urn:rapor:layout:1'>" TRY_STYLE TRY_PAGE
             "<part name='inner'><p>old</p></part>"
             "<part name='outer'><use part='inner'/></part></parts>");
    struct doc *doc = try_compose(
        try, "<layout xmlns='urn:rapor:layout:1' title='t'><import href='../common/style.xml'/>"
             "<part name='inner'><p>new</p></part>"
             "<section page='f4'><use part='outer'/></section></layout>");
    assert_string_equal(doc_words(doc), "new\n");
}

static void one_layout_many_subjects(void **state)
{
    struct try *try = *state;
    assert_string_equal(try_words(try, "<p>{@name}</p>"), "Pemerintah Kabupaten Pesisir Selatan\n");
    const struct subject next = {try_institution(try)->next, "n"};
    assert_string_equal(doc_words(compose(try->layout, &next, try->arena, NULL)),
                        "Pemerintah Kabupaten Solok\n");
    const struct subject all = {try->view, "n"};
    assert_string_equal(doc_words(compose(try->layout, &all, try->arena, NULL)), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TRY(headings),
        TRY(list_markers),
        TRY(list_labels_and_blocks),
        TRY(small_blocks),
        TRY(pictures),
        TRY(alternatives_must_say_something),
        TRY(boxes),
        TRY(pages),
        TRY(pages_that_lie_on_their_side),
        TRY(properties),
        TRY(dates_must_exist),
        TRY(styles_build_on_others),
        TRY(parts_can_be_replaced),
        TRY(one_layout_many_subjects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
