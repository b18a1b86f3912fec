/* Tables and charts of a layout become blocks. */
#include "try_layout.h"

static const char styled_table[] = TRY_HEAD
    "<style name='t' base='body' size='10pt' align='justify'/><style name='c' base='t'/>"
    "<style name='r' base='t'/><style name='x' base='t'/><color name='grey' value='#808080'/>"
    "<section page='f4'><table style='t' lines='grid' line='1pt' line-color='grey' pad='1mm 2mm'"
    " continued='(lanjutan {@code})' summary='s'>"
    "<column width='14mm' align='right'/><column width='2.5*' style='c'/><column width='fit'/>"
    "<head><row><cell>h</cell><cell span='2'>h</cell></row></head>"
    "<row kind='group' fill='#EEEEEE'><cell span='3'>g</cell></row>"
    "<row height='6mm'><cell style='x'>1</cell><cell align='center'>2</cell><cell>3</cell></row>"
    "<row style='r' fill='#EEEEEE'><cell fill='#000000'>1</cell>"
    "<cell valign='bottom'><p>2</p><space height='1mm'/></cell><cell/></row>"
    "</table></section></layout>";

static const struct table *styled(struct try *try)
{
    return &try_compose(try, styled_table)->sections[0].blocks.items[0].table;
}

static void tables(void **state)
{
    const struct table *table = styled(*state);
    assert_int_equal(table->lines, LINES_GRID);
    assert_length(table->line_width, 1);
    assert_length(table->line_color.red, 128.0F / 255);
    assert_length(table->pad_y, mm(1));
    assert_length(table->pad_x, mm(2));
    assert_string_equal(table->continued, "(lanjutan 13.01)");
    assert_string_equal(table->summary, "s");
    assert_int_equal(table->column_count, 3);
    assert_int_equal(table->columns[0].unit, UNIT_POINTS);
    assert_length(table->columns[0].width, mm(14));
    assert_int_equal(table->columns[0].align, ALIGN_RIGHT);
    assert_int_equal(table->columns[1].unit, UNIT_FRACTION);
    assert_length(table->columns[1].width, 2.5);
    assert_int_equal(table->columns[2].unit, UNIT_FIT);
    assert_int_equal(table->row_count, 4);
    assert_int_equal(table->rows[0].kind, ROW_HEAD);
    assert_int_equal(table->rows[1].kind, ROW_GROUP);
    assert_int_equal(table->rows[2].kind, ROW_BODY);
    assert_length(table->rows[2].height, mm(6));
    assert_int_equal(table->rows[0].cells[1].span, 2);
}

static void columns_as_many_as_the_data_say(void **state)
{
    const struct table *table =
        &try_blocks(*state, "<table><column width='9mm'/><column width='1*' align='right' "
                            "times='{count(domain)}'/><row><cell>a</cell>"
                            "<each select='domain'><cell>{@no}</cell></each></row></table>")
             ->items[0]
             .table;
    assert_int_equal(table->column_count, 4);
    assert_int_equal(table->columns[3].align, ALIGN_RIGHT);
    assert_int_equal(table->rows[0].cell_count, 4);
    const char *why = try_failure(*state, "<table><column width='1*' times='{1 - 2}'/></table>");
    assert_non_null(strstr(why, "a column stands 0 to 100 times"));
}

static const struct style *style_in(const struct cell *cell)
{
    return cell->blocks.items[0].paragraph.style;
}

static void cell_styles(void **state)
{
    const struct table *table = styled(*state);
    const struct cell *cells = table->rows[2].cells;
    assert_string_equal(style_in(&cells[0])->name, "x");
    assert_int_equal(style_in(&cells[0])->align, ALIGN_RIGHT);
    assert_string_equal(style_in(&cells[1])->name, "c");
    assert_int_equal(style_in(&cells[1])->align, ALIGN_CENTER);
    assert_string_equal(style_in(&cells[2])->name, "t");
    assert_int_equal(style_in(&cells[2])->align, ALIGN_JUSTIFY);
    cells = table->rows[3].cells;
    assert_string_equal(style_in(&cells[0])->name, "r");
    assert_string_equal(style_in(&cells[1])->name, "r");
    assert_int_equal(cells[1].valign, VALIGN_BOTTOM);
    assert_int_equal(cells[1].blocks.count, 2);
    assert_int_equal(cells[2].blocks.count, 0);
    assert_length(cells[0].fill.red, 0);
    assert_true(cells[1].filled);
    assert_length(cells[1].fill.red, 238.0F / 255);
    assert_false(table->rows[2].cells[0].filled);
}

/* WHAT of each element for each institution, between BEFORE and AFTER. */
static const struct blocks *long_text(struct try *try, const char *before, const char *what,
                                      const char *after)
{
    g_autofree char *text =
        g_strdup_printf("%s<each select='/results/institution'><let name='code' select='@code'/>"
                        "<each select='/results//*'>%s</each></each>%s",
                        before, what, after);
    return try_blocks(try, text);
}

/* The same words as in paragraphs, which share nothing; what differs in more has its own cells. */
static void rows_of_long_tables_share_cells(void **state)
{
    struct try *try = *state;
    const struct table *table =
        &long_text(try, "<table><column width='1*'/><column width='1*'/><column width='1*'/>",
                   "<row><cell>{$code}</cell><cell>x<if test='@weight'><b>!</b></if></cell>"
                   "<cell>{@name}</cell></row>",
                   "</table>")
             ->items[0]
             .table;
    size_t own = 0, sharing = 0;
    g_autoptr(GString) words = g_string_new(NULL), lines = g_string_new(NULL);
    for (size_t r = 0; r < table->row_count; r++) {
        const struct row *row = &table->rows[r], *whole = row_whole(row, try->arena);
        *(row->words ? &sharing : &own) += 1;
        for (size_t c = 0; c < whole->cell_count; c++)
            add_blocks(words, &whole->cells[c].blocks, try->arena);
    }
    add_blocks(lines,
               long_text(try, "",
                         "<p>{$code}</p><p>x<if test='@weight'><b>!</b></if></p><p>{@name}</p>",
                         ""),
               try->arena);
    assert_string_equal(words->str, lines->str);
    assert_true(own > 32 && sharing > own / 2);
}

static void what_leads_somewhere_is_not_shared(void **state)
{
    const char *const what[] = {
        "<link href='https://{@code}.id'>{@code}</link>",
        "<link href='https://{@code}.id'></link>",
        "<p id='{$code}-{position()}'>{@code}</p>",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(what); i++) {
        g_autofree char *row = g_strdup_printf("<row><cell>%s</cell></row>", what[i]);
        const struct table *table =
            &long_text(*state, "<table><column width='1*'/>", row, "</table>")->items[0].table;
        for (size_t r = 0; r < table->row_count; r++)
            assert_null(table->rows[r].words);
    }
}

/* What it took to make them, such as styles, is kept beside them. */
static void tables_of_all_documents_take_nothing_back(void **state)
{
#define EACH "<each select='/results/instrument/domain'>"
    const struct blocks *blocks =
        try_blocks(*state, "<table><column width='1*'/>" EACH EACH EACH EACH EACH EACH
                           "<row><cell/></row></each></each></each></each></each></each></table>");
    const struct table *table = &blocks->items[0].table;
    assert_true(blocks->items[0].shared && table->row_count > 32);
    for (size_t r = 0; r < table->row_count; r++)
        assert_null(table->rows[r].words);
}

static void charts(void **state)
{
    const struct blocks *blocks = try_blocks(
        *state, "<chart kind='radar' low='1' high='{2 + 3}' target='{/results/instrument/@target}'"
                " target-name='Target' height='90mm' alt='a' categories='indicator' label='@name'>"
                "<series name='{@code}' color='#000080' value='@level'/>"
                "<series name='p' color='#000080' value='@priority'/>"
                "<series name='empty' color='#000080' value='@priority[. &gt; 99]'/></chart>");
    const struct chart *chart = &blocks->items[0].chart;
    assert_string_equal(chart->kind, "radar");
    assert_length(chart->high, 5);
    assert_length(chart->step, 0); /* round steps */
    assert_length(chart->target, 2.6);
    assert_int_equal(chart->category_count, 3);
    assert_string_equal(chart->categories[1], "Peta Rencana");
    assert_string_equal(chart->series[0].name, "13.01");
    assert_length(chart->series[0].values[2], 4);
    assert_length(chart->series[1].values[0], 2);
    assert_true(isnan(chart->series[1].values[2]));
    assert_int_equal(chart->series_count, 2); /* the one without any value is gone */
    assert_string_equal(chart->style->name, "body");
}

/* As a voice says it: words, no signs. */
static void charts_are_read(void **state)
{
    static const char section[] =
        TRY_HEAD "<page name='own' size='A4' top='0' bottom='0' left='0' right='0'/><section "
                 "page='own'><chart kind='bars' low='-5' high='5' height='9mm' alt='a' %s"
                 " categories='indicator' label='@name'><series name='p' color='#000080' "
                 "value='difference(0, @priority)'/></chart></section></layout>";
    g_autofree char *silent = g_strdup_printf(section, "");
    assert_string_equal(doc_text(try_compose(*state, silent)),
                        "a\n\nArsitektur: minus 2\nPeta Rencana: minus 1\n");
    g_autofree char *named = g_strdup_printf(section, "missing='Tanpa nilai'");
    assert_non_null(strstr(doc_text(try_compose(*state, named)), "Manajemen Data: tanpa nilai\n"));
}

/* A chart from LOW of the VALUE of domains, without target. */
static char *bars(const char *low, const char *value)
{
    return g_strdup_printf(
        "<chart kind='bars' low='%s' high='5' target='{@addressee[2]}' height='9mm' alt='a'"
        " categories='domain' label='@no'><series name='a' color='#000080' value='%s'/></chart>",
        low, value);
}

static void charts_without_target(void **state)
{
    g_autofree char *good = bars("1", "@index");
    assert_true(isnan(try_blocks(*state, good)->items[0].chart.target));
    g_autofree char *flat = bars("{5}", "@index");
    assert_non_null(strstr(try_failure(*state, flat), "must go up"));
    g_autofree char *words = bars("1", "@name");
    assert_non_null(strstr(try_failure(*state, words), "\"Kebijakan\" is no number"));
}
int main(void)
{
    const struct CMUnitTest tests[] = {
        TRY(tables),
        TRY(columns_as_many_as_the_data_say),
        TRY(cell_styles),
        TRY(rows_of_long_tables_share_cells),
        TRY(what_leads_somewhere_is_not_shared),
        TRY(tables_of_all_documents_take_nothing_back),
        TRY(charts),
        TRY(charts_are_read),
        TRY(charts_without_target),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
