/* Every kind of mistake that is refused: each case has one, at the mark §. */
#include "try_layout.h"

#include "rapor/base/markup.h"

#include <libxml/relaxng.h>

struct refusal {
    const char *text;
    const char *id, *says, *hint;
    bool grammar; /* layout.rng can tell as well */
};

/* Between blocks. */
static const struct refusal in_blocks[] = {
    {"§<para>x</para>", "unknown-element", "there is no element para", NULL, true},
    {"<list indent='8mm'><item>x</item>§<paragraph/></list>", "unknown-element",
     "there is no element paragraph", "here may stand: item, each, if, choose, let", true},
    {"<p>a §<bb>x</bb></p>", "unknown-element", "there is no element bb", "did you mean \"b\"?",
     true},
    {"§<spcae height='1mm'/>", "unknown-element", "there is no element spcae",
     "did you mean \"space\"?", true},
    {"<space height='1mm'>§<p>x</p></space>", "misplaced-element",
     "p may not stand in an empty element", NULL, true},
    {"§<row/>", "misplaced-element", "row may not stand between blocks", NULL, true},
    {"<list indent='8mm'><item>x</item>§<row/></list>", "misplaced-element",
     "row may not stand in list", "here may stand: item, each, if, choose, let", true},
    {"<space height='1mm' §colour='gold'/>", "unknown-attribute", "space has no attribute colour",
     "there is only: height", true},
    {"<p>a§<table><column width='1*'/></table></p>", "misplaced-element",
     "table may not stand in a paragraph", NULL, true},
    {"<p>x</p> §loose &amp; more", "misplaced-text", "no text may stand between blocks",
     "put it between <p> and </p>", true},
    {"<table>§x<column width='1*'/></table>", "misplaced-text", "no text may stand in table", NULL,
     true},
    {"<p §stlye='body'>x</p>", "unknown-attribute", "p has no attribute stlye",
     "did you mean \"style\"?", true},
    {"<p §xml:lang='id'>x</p>", "unknown-attribute", "p has no attribute xml:lang", NULL, true},
    {"§<space/>", "missing-attribute", "space needs the attribute height", NULL, true},
    {"<p><link href='https://a.id'>a<b>§<link href='https://b.id'>b</link></b></link></p>",
     "nested-link", "link may not stand in a link", NULL, false},
    {"<p id='a'><link to='a'>x §<ref to='a'/></link></p>", "nested-link",
     "ref may not stand in a link", NULL, false},
    {"<p>§<link>x</link></p>", "link-target", "link needs one of the attributes href and to", NULL,
     true},
    {"<p id='a'>§<link to='a' href='https://a.id'>x</link></p>", "link-target", "link needs one of",
     NULL, true},
    {"<p id='gambar'><ref §to='gambra'/></p>", "unknown-id", "nothing has the id \"gambra\"",
     "did you mean \"gambar\"?", false},
    {"<each select='domain'><p id='d-{@no}'>x</p></each><p><ref §to='e-1'/></p>", "unknown-id",
     "nothing has the id \"e-1\"", NULL, false},
    {"<p id='a'>x</p><keep §id='a'><p>y</p></keep>", "twice", "id \"a\" is given twice", NULL,
     false},
    {"<p §id='1a'>x</p>", "value", "is no name", NULL, false},
    {"<p>Halaman §<page-number/></p>", "misplaced-element",
     "page-number may stand in the head of a page only",
     "in text, write <ref to=\"...\" show=\"page\"/>", false},
    {"<p><b>§<page-count/></b></p>", "misplaced-element", "page-count may stand in the head", NULL,
     false},
    {"<p>§<chapter/></p>", "misplaced-element", "chapter may stand in the head", NULL, false},
    {"<p>a<b>§<leader/></b></p>", "misplaced-element", "leader may not stand in", NULL, true},
    {"<p>a<leader/>b§<leader/>c</p>", "twice", "leader stands here twice", NULL, true},
    {"§<image src='emblem' width='1mm' height='1mm'/>", "missing-attribute",
     "image needs the attribute alt", "say what it shows, or write decoration=\"yes\"", true},
    {"§<qr value='x' size='24mm'/>", "missing-attribute", "qr needs the attribute alt", NULL, true},
    {"<space §height='12'/>", "value", "height=\"12\" is no length",
     "write a number and its unit mm, cm or pt, such as 12pt", true},
    {"<space §height='-1mm'/>", "value", "is no length", NULL, true},
    {"<space §height='0x1mm'/>", "value", "is no length", NULL, true},
    {"<space §height='infmm'/>", "value", "is no length", NULL, true},
    {"<space §height='1e2mm'/>", "value", "is no length", NULL, true},
    {"<space §height='1 mm'/>", "value", "is no length", NULL, true},
    {"<rule §align='middle'/>", "value", "align=\"middle\" is no value it can have",
     "write one of: left, center, right, justify", true},
    {"<rule §align='centre'/>", "value", "align=\"centre\"", "did you mean \"center\"?", true},
    {"<rule §color='#12345'/>", "value", "is no color",
     "write # and six of 0-9 and A-F, such as #B8870A", true},
    {"<heading §level='4' style='body'>x</heading>", "value", "level=\"4\"",
     "write one of: 1, 2, 3", true},
    {"<keep §lines-before='0'><p>x</p></keep>", "value", "is no count", NULL, true},
    {"<table §pad='1mm 2mm 3mm'><column width='1*'/></table>", "value", "is no pair of lengths",
     NULL, true},
    {"<table><column §width='*'/></table>", "value", "is no width of a column",
     "write a length such as 14mm, a share such as 2*, or fit", true},
    {"<let §name='1a' select='1'/>", "value", "is no name", NULL, true},
    {"<p §style='bdoy'>x</p>", "unknown-style", "there is no style \"bdoy\"",
     "did you mean \"body\"?", false},
    {"<p §fallback='body tiny'>x</p>", "unknown-style", "there is no style \"tiny\"", NULL, false},
    {"<rule §color='glod'/>", "unknown-color", "there is no color \"glod\"",
     "did you mean \"gold\"?", false},
    {"<use §part='sing'/>", "unknown-part", "there is no part \"sing\"", "did you mean \"sign\"?",
     false},
    {"§<use part='sign'/>", "missing-attribute", "use needs the attribute who", NULL, false},
    {"<use part='sign' who='x' §whom='y'/>", "unknown-attribute", "use has no attribute whom",
     "did you mean \"who\"?", false},
    {"<image §src='no.svg' width='1mm' height='1mm' alt='x'/>", "missing-file", "no.svg cannot be",
     "files are looked for beside the file that names them", false},
    {"<p>a {§}</p>", "expression-syntax", "this expression ends too early", NULL, false},
    {"<p>&#97;&amp;{count(§}</p>", "expression-syntax", "ends too early", NULL, false},
    {"<p>&#97;&amp;{domain[§}</p>", "expression-syntax", "ends too early", NULL, false},
    {"<p>{count(domain§]}</p>", "expression-syntax", "\"]\" cannot be understood here", NULL,
     false},
    {"<p>{@name =§= 'a'}</p>", "expression-syntax", "\"=\" cannot be", "write = once", false},
    {"<p>{@name §&amp;&amp; @index}</p>", "expression-syntax", "\"&\" cannot be", "write and",
     false},
    {"<p>{domain |§| rank}</p>", "expression-syntax", "\"|\" cannot be", "write or", false},
    {"<p>{§!@name}</p>", "expression-syntax", "\"!\" cannot be", NULL, false},
    {"<p>{@index §? 1 : 2}</p>", "expression-syntax", "\"?\" cannot be",
     "write if(test, 'this', 'that')", false},
    {"<p>{@index §% 2}</p>", "expression-syntax", "\"%\" cannot be", "write mod", false},
    {"<p>{r§:rank}</p>", "expression-syntax", "\":\" cannot be", "write names without a prefix",
     false},
    {"<p>{domain/§text()}</p>", "expression-syntax", "there is no text() here",
     "the name of an element gives its text", false},
    {"<p>{count(§node())}</p>", "expression-syntax", "there is no node() here",
     "write * for any element, @* for any attribute, . for what is here", false},
    {"<p>{domain/§following::rank}</p>", "unknown-axis", "there is no axis following here", NULL,
     false},
    {"<p>{domain/§preceding::rank}</p>", "unknown-axis", "there is no axis preceding here", NULL,
     false},
    {"<p>{//§..}</p>", "expression-syntax", "behind // a path goes down",
     "write the name of what it leads to, or *", false},
    {"<p>{.§[@index]}</p>", "expression-syntax", "no condition may stand behind . and ..",
     "write self::*[ ] or parent::*[ ]", false},
    {"<p>{§id('a')}</p>", "unknown-function", "there is no function id()",
     "write a condition, such as institution[@code = '51.71']", false},
    {"<p>{§namespace-uri()}</p>", "unknown-function", "there is no function namespace-uri()",
     "write name(): what is looked up has no namespaces", false},
    {"<p>{decimal(§9007199254740993)}</p>", "expression-number", "are not exact",
     "write it as text, in quotation marks", false},
    {"<p>{§case(@grade, 'a', 'b')}</p>", "argument-count", "takes at least 4 arguments", NULL,
     false},
    {"<p>{§case(@grade, 'a', 'b', 'c', 'd')}</p>", "argument-count", "pairs of what it can be",
     "write case(@kind, 'network', 'Jaringan', 'Lainnya')", false},
    {"<p>{§case(@grade, 'a', 'b', 'a', 'c', '')}</p>", "twice", "case() asks for 'a' twice", NULL,
     false},
    {"<p>{§if(@grade, 'a')}</p>", "argument-count", "if() takes 3 arguments, here it gets 2", NULL,
     false},
    {"<p>{count(§if(@grade, 'a', 'b'))}</p>", "expression-type", "count() takes elements", NULL,
     false},
    {"<p>{if(@grade, domain, rank)/@§scop}</p>", "unknown-attribute-name",
     "there is no attribute \"scop\" in domain or rank", "did you mean \"scope\"?", false},
    {"<p>§{'a}</p>", "brace", "this brace is not closed", NULL, false},
    {"<p>a §{ b</p>", "brace", "this brace is not closed", "write {{ for a brace", false},
    {"<p>a §} b</p>", "brace", "this brace closes nothing", "write }} for a brace", false},
    {"<p>{concat('é', §upcase(@name))}</p>", "unknown-function", "there is no function upcase()",
     NULL, false},
    {"<p>{§uper(@name)}</p>", "unknown-function", "there is no function uper()",
     "did you mean \"upper\"?", false},
    {"<p>{§upper()}</p>", "argument-count", "upper() takes 1 argument, here it gets 0", NULL,
     false},
    {"<p>{§decimal(1,2,3)}</p>", "argument-count", "takes 1 to 2 arguments, here it gets 3", NULL,
     false},
    {"<p>{§concat('a')}</p>", "argument-count", "takes at least 2 arguments", NULL, false},
    {"<p>{count(§'a')}</p>", "expression-type", "count() takes elements", NULL, false},
    {"<p>{§string(.)/@x}</p>", "expression-type", "a value where elements are needed", NULL, false},
    {"<each select='§1 + 1'><p>x</p></each>", "expression-type", "select must give elements", NULL,
     false},
    {"<p>{@name/§domain}</p>", "expression-type", "has nothing below it", NULL, false},
    {"<let name='best' select='1'/><p>{§$bets}</p>", "unknown-variable",
     "there is no variable $bets here", "did you mean \"best\"?", false},
    {"<if test='1'><let name='x' select='1'/></if><p>{§$x}</p>", "unknown-variable",
     "there is no variable $x here", NULL, false},
    {"<p>{@§nmae}</p>", "unknown-attribute-name", "there is no attribute \"nmae\"",
     "did you mean \"name\"?", false},
    {"<p>{&quot;&quot;}{/results/§instituton/@name}</p>", "unknown-element-name",
     "there is no element \"instituton\" in results", "did you mean \"institution\"?", false},
    {"<p>{domain/@§level}</p>", "unknown-attribute-name",
     "there is no attribute \"level\" in domain", NULL, false},
    {"<each select='indicator[@§priorty &gt; 1]'><p>x</p></each>", "unknown-attribute-name",
     "there is no attribute \"priorty\" in indicator", "did you mean \"priority\"?", false},
    {"<each select='domain'><p>{§indicator}</p></each>", "unknown-element-name",
     "there is no element \"indicator\" in domain", NULL, false},
    {"<each select='domain' sort='@§level'><p>x</p></each>", "unknown-attribute-name", "in domain",
     NULL, false},
    {"<each select='domain'><p>{current()/@§level}</p></each>", "unknown-attribute-name",
     "in domain", NULL, false},
    {"<each select='/results/region'><p>{own()/§rnak}</p></each>", "unknown-element-name",
     "there is no element \"rnak\" in any element here", "did you mean \"rank\"?", false},
    {"<p>{/results/instrument/domain[@no = 1]/§stpe}</p>", "unknown-element-name", "in domain",
     "did you mean \"step\"?", false},
    {"<p>{rank/../@§scope}</p>", "unknown-attribute-name", "in institution", NULL, false},
    {"<p>{/results/instrument/domain/step/ancestor::§region}</p>", "unknown-element-name",
     "in step", NULL, false},
    {"<table §lines='gird'><column width='1*'/></table>", "value", "lines=\"gird\"",
     "did you mean \"grid\"?", true},
    {"<table><column width='1*'/>§<row><cell>a</cell><cell>b</cell></row></table>", "cell-count",
     "the cells of this row fill 2 of 1 columns", NULL, false},
    {"§<table><row/></table>", "missing-element", "table holds no column", NULL, true},
    {"§<list indent='8mm'/>", "missing-element", "list holds no item", NULL, true},
    {"§<choose/>", "missing-element", "choose holds no when", NULL, true},
    {"<table><column width='1*'/><row><cell/></row>§<head/></table>", "order",
     "head must stand before what is above it", NULL, true},
    {"<p>x§<label>y</label></p>", "order", "label must stand before", NULL, true},
    {"<table><column width='1*'/><head/>§<head/></table>", "twice", "head stands here twice", NULL,
     true},
    {"<each select='domain' §separator=', '><p>x</p></each>", "misplaced-attribute",
     "separator works in running text only", NULL, true},
    {"<chart §kind='piechart' categories='domain' label='@no' low='1' high='5' height='9mm' "
     "alt='a'><series name='a' color='gold' value='@index'/></chart>",
     "value", "kind=\"piechart\" is no kind of chart",
     "write one of: radar, bars, trend, histogram, tiles", false},
    {"<chart kind='bars' categories='domain' label='@no' low='1' §high='five' height='9mm' "
     "alt='a'><series name='a' color='gold' value='@index'/></chart>",
     "value", "high=\"five\" is no number", NULL, true},
    {"<chart kind='bars' categories='domain' label='@no' low='1' high='5' height='9mm' alt='a'>"
     "<series name='a' color='gold' value='@§lvel'/></chart>",
     "unknown-attribute-name", "in domain", NULL, false},
};

/* Directly in layout. */
static const struct refusal in_layout[] = {
    {"<style name='a' base='body' §family='Comic Sans'/>", "value",
     "family=\"Comic Sans\" is no font family", NULL, false},
    {"§<style name='a' size='9pt'/>", "missing-attribute", "style needs family and size, or base",
     NULL, false},
    {"§<style base='body'/>", "missing-attribute", "style needs the attribute name", NULL, true},
    {"<style name='a' §base='b'/>", "unknown-style", "there is no style \"b\"", NULL, false},
    {"<style name='a' §base='a'/>", "unknown-style", "there is no style \"a\" before this one",
     NULL, false},
    {"<style name='a' base='body'/><style §name='a' base='body'/>", "twice",
     "style \"a\" is defined twice", NULL, false},
    {"<page §name='f4' size='A4' top='0' bottom='0' left='0' right='0'/>", "twice",
     "page \"f4\" is defined twice", NULL, false},
    {"<page name='x' §size='A5' top='0' bottom='0' left='0' right='0'/>", "value", "is no paper",
     "write F4, A4, or width and height such as 210mm 330mm", true},
    {"§<page name='x' size='A4' top='0' bottom='0' left='11cm' right='10cm'/>", "page-room",
     "the margins leave no room on the page", NULL, false},
    {"<page name='x' size='A4' top='0' bottom='0' left='0' right='0'><head>§<p>x</p></head></page>",
     "misplaced-element", "p may not stand in the head of a page", NULL, true},
    {"<part name='y'><p>x</p></part><page name='x' size='A4' top='0' bottom='0' left='0' right='0'>"
     "<head><use §part='y'/></head></page>",
     "head-part", "part \"y\" holds more than boxes", NULL, false},
    {"<part name='y'><p>x</p></part><section page='f4'><p><use §part='y'/></p></section>",
     "misplaced-part", "part \"y\" holds blocks, not running text", "use it between paragraphs",
     false},
    {"<part name='y'>x</part><section page='f4'><use §part='y'/></section>", "misplaced-part",
     "part \"y\" holds running text", "put the use of it between <p> and </p>", false},
    {"§<page name='x' size='A4' top='0' bottom='0' left='0' right='0'><head/><head/></page>",
     "twice", "two heads", "put all boxes into one", false},
    {"<part name='x'><p>{@name}{/results/@§code}</p></part>", "unknown-attribute-name",
     "in results", NULL, false},
    {"<part name='x' params='y'><p>{$y/@§level}</p></part>"
     "<section page='f4'><use part='x' y='{domain}'/></section>",
     "unknown-attribute-name", "there is no attribute \"level\" in domain, as it is used in", NULL,
     false},
    {"<part name='x'><p>{@§level}</p></part><section page='f4'><each select='domain'>"
     "<use part='x'/></each></section>",
     "unknown-attribute-name", "in domain, as it is used in", NULL, false},
    {"<part name='x' params='y'><p>{§$y/@no}</p></part>"
     "<section page='f4'><use part='x' y='Kota {@name}'/></section>",
     "expression-type", "a value where elements are needed, as it is used in", NULL, false},
    {"<part name='inner' params='y'><p>{$y/§aspec}</p></part>"
     "<part name='x' params='y'><use part='inner' y='{$y}'/></part>"
     "<section page='f4'><use part='x' y='{.}'/><use part='x' y='{.}'/></section>",
     "unknown-element-name", "there is no element \"aspec\" in", NULL, false},
    {"<part name='x'><p>{§$y}</p></part>", "unknown-variable", "there is no variable $y", NULL,
     false},
    {"§<part name='x'><use part='x'/></part>", "cycle", "part \"x\" needs itself", NULL, false},
    {"<import §href='gone.xml'/>", "missing-file", "gone.xml cannot be read", NULL, false},
    {"<import §href='layout.xml'/>", "cycle", "this file imports itself", NULL, false},
    {"<section §page='f5'><p>x</p></section>", "unknown-page", "there is no page \"f5\"",
     "did you mean \"f4\"?", false},
    {"<section page='f4' §catchword='x'><p>x</p></section>", "unknown-style", "\"x\"", NULL, false},
    {"§<p>x</p>", "misplaced-element", "p may not stand directly in layout", NULL, true},
    {"<if test='1'>§<style name='z' base='body'/></if>", "misplaced-element",
     "style may not stand between sections", NULL, true},
};

static const char blocks_before[] =
    TRY_HEAD "<color name='gold' value='#B8870A'/><part name='sign' params='who'><p>{$who}</p>"
             "</part><section page='f4'>\n";
static const char blocks_after[] = "\n</section></layout>";
static const char layout_before[] = TRY_HEAD "\n";
static const char layout_after[] = "\n<section page='f4'><p>x</p></section></layout>";

static char *whole(const char *before, const char *text, const char *after)
{
    g_autofree char *all = g_strconcat(before, text, after, NULL);
    char **parts = g_strsplit(all, "§", 2);
    char *plain = g_strconcat(parts[0], parts[1], NULL);
    g_strfreev(parts);
    return plain;
}

/* Returns where the mark stands, in characters from 1. */
static unsigned marked_column(const char *text)
{
    const char *mark = strstr(text, "§");
    assert_non_null(mark);
    return (unsigned)g_utf8_strlen(text, mark - text) + 1;
}

static bool right(const struct diagnostic *found, const struct refusal *refusal)
{
    return strcmp(found->id, refusal->id) == 0 && strstr(found->text, refusal->says) &&
           (!refusal->hint || g_strcmp0(found->hint, refusal->hint) == 0) && found->line == 2 &&
           found->column == marked_column(refusal->text);
}

static void refused(const struct refusal *refusal, const char *before, const char *after)
{
    struct try *try = try_create("tests/unit/data/schema");
    g_autofree char *text = whole(before, refusal->text, after);
    try_open(try, text);
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(try->diagnostics, &count);
    if (try->layout || count == 0 || !right(&kept[0], refusal)) {
        print_message("%s\n", refusal->text);
        try_print(try->diagnostics);
        fail();
    }
    assert_string_equal(kept[0].file, try->path);
    assert_int_equal(count, 1);
    try_free(try);
}

static void blocks_are_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(in_blocks); i++)
        refused(&in_blocks[i], blocks_before, blocks_after);
}

static void definitions_are_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(in_layout); i++)
        refused(&in_layout[i], layout_before, layout_after);
}

static void quiet(void *data, xmlErrorPtr error)
{
    (void)data, (void)error;
}

static bool schema_accepts(xmlRelaxNG *schema, const char *text)
{
    xmlRelaxNGValidCtxt *valid = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(valid, quiet, NULL);
    xmlDoc *tree = xmlReadMemory(text, (int)strlen(text), "x", NULL, XML_PARSE_NOERROR);
    int result = xmlRelaxNGValidateDoc(valid, tree);
    xmlFreeDoc(tree);
    xmlRelaxNGFreeValidCtxt(valid);
    return result == 0;
}

static void compare_with(xmlRelaxNG *schema, const struct refusal *refusal, const char *before,
                         const char *after)
{
    g_autofree char *text = whole(before, refusal->text, after);
    if (schema_accepts(schema, text) == refusal->grammar) {
        print_message("layout.rng %s: %s\n", refusal->grammar ? "accepts" : "refuses",
                      refusal->text);
        fail();
    }
}

static void the_grammar_agrees(void **state)
{
    (void)state;
    g_autoptr(xmlDoc) tree = markup_open("layouts/schema/layout.rng", NULL);
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewDocParserCtxt(tree);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    assert_non_null(schema);
    for (size_t i = 0; i < G_N_ELEMENTS(in_blocks); i++)
        compare_with(schema, &in_blocks[i], blocks_before, blocks_after);
    for (size_t i = 0; i < G_N_ELEMENTS(in_layout); i++)
        compare_with(schema, &in_layout[i], layout_before, layout_after);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
}

/* Reads TEXT and returns the only diagnostic. */
static const struct diagnostic *only(struct try *try, const char *text)
{
    try_open(try, text);
    assert_null(try->layout);
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(try->diagnostics, &count);
    if (count != 1)
        try_print(try->diagnostics);
    assert_int_equal(count, 1);
    return kept;
}

static void at(const struct diagnostic *found, const char *id, unsigned line, unsigned column)
{
    assert_string_equal(found->id, id);
    assert_int_equal(found->line, line);
    assert_int_equal(found->column, column);
}

static void body_is_needed(void **state)
{
    at(only(*state, "<layout xmlns='urn:rapor:layout:1' title='t'>" TRY_PAGE
                    "<section page='f4'><p>x</p></section></layout>"),
       "unknown-style", 1, 1);
}

static void sections_are_needed(void **state)
{
    at(only(*state, TRY_HEAD "</layout>"), "missing-element", 1, 1);
}

static void doctype_is_refused(void **state)
{
    at(only(*state, "<?xml version='1.0'?>\n <!DOCTYPE layout [<!ENTITY a 'b'>]>\n" TRY_HEAD
                    "<section page='f4'><p>&a;</p></section></layout>"),
       "doctype", 2, 2);
}

static void xml_must_be_well_formed(void **state)
{
    at(only(*state, "<layout>\n  <p>&nope;</p></layout>"), "xml", 2, 12);
}

static void only_utf8_is_read(void **state)
{
    at(only(*state, "<layout>\n<p>\xe9</p></layout>"), "encoding", 2, 4);
}

static void the_root_is_checked(void **state)
{
    at(only(*state, "<!-- c -->\n<layout title='t'/>"), "root", 2, 1);
}

static void a_missing_layout_is_an_error(void **state)
{
    struct try *try = *state;
    assert_null(layout_open("/nowhere/x.xml", &try->setting, try->diagnostics, &try->error));
    assert_int_equal(try->error->code, 66);
}

static void nesting_is_bounded(void **state)
{
    g_autoptr(GString) text = g_string_new(TRY_HEAD "<section page='f4'>\n");
    for (int i = 0; i < 100; i++)
        g_string_append(text, "<keep>");
    for (int i = 0; i < 100; i++)
        g_string_append(text, "</keep>");
    g_string_append(text, "</section></layout>");
    assert_string_equal(only(*state, text->str)->id, "nesting");
}

static void expressions_are_bounded(void **state)
{
    g_autoptr(GString) text = g_string_new(TRY_HEAD "<section page='f4'><p>{");
    for (int i = 0; i < 100; i++)
        g_string_append_c(text, '(');
    g_string_append_c(text, '1');
    for (int i = 0; i < 100; i++)
        g_string_append_c(text, ')');
    g_string_append(text, "}</p></section></layout>");
    assert_string_equal(only(*state, text->str)->id, "expression-syntax");
}

static void places_reckon_with_everything(void **state)
{
    struct try *try = *state;
    at(only(try, TRY_HEAD "\r\n<!-- <p> --><section\r\n  page='f4'><?x <y> ?>\r\n"
                          "<p>\r\n  é &#x20AC; <!-- c --> <![CDATA[a{'&'}]]> {@nmae}</p>"
                          "</section></layout>"),
       "unknown-attribute-name", 5, 46);
}

static void imported_files_are_named(void **state)
{
    struct try *try = *state;
    try_file(try, "common/style.xml",
             "<parts xmlns='urn:rapor:layout:1'>\n<style nam='x'/></parts>");
    try_open(try, TRY_HEAD "<import href='../common/style.xml'/>"
                           "<section page='f4'><p>x</p></section></layout>");
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(try->diagnostics, &count);
    assert_true(count >= 1);
    g_autofree char *path = g_build_filename(try->folder, "common", "style.xml", NULL);
    assert_string_equal(kept[0].file, path);
    assert_int_equal(kept[0].line, 2);
    assert_string_equal(kept[0].source, "<style nam='x'/></parts>");
}

static void imports_must_be_parts(void **state)
{
    struct try *try = *state;
    try_file(try, "common/style.xml", TRY_HEAD "</layout>");
    at(only(try, TRY_HEAD "<import href='../common/style.xml'/>"
                          "<section page='f4'><p>x</p></section></layout>"),
       "root", 1, 1);
}

static void imports_do_not_go_round(void **state)
{
    struct try *try = *state;
    try_file(try, "common/a.xml",
             "<parts xmlns='urn:rapor:layout:1'>\n<import href='b.xml'/></parts>");
    try_file(try, "common/b.xml",
             "<parts xmlns='urn:rapor:layout:1'><import href='a.xml'/></parts>");
    at(only(try, TRY_HEAD "<import href='../common/a.xml'/>"
                          "<section page='f4'><p>x</p></section></layout>"),
       "cycle", 1, 43);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_checked),
        cmocka_unit_test(definitions_are_checked),
        cmocka_unit_test(the_grammar_agrees),
        TRY(body_is_needed),
        TRY(sections_are_needed),
        TRY(doctype_is_refused),
        TRY(xml_must_be_well_formed),
        TRY(only_utf8_is_read),
        TRY(the_root_is_checked),
        TRY(a_missing_layout_is_an_error),
        TRY(nesting_is_bounded),
        TRY(expressions_are_bounded),
        TRY(places_reckon_with_everything),
        TRY(imported_files_are_named),
        TRY(imports_must_be_parts),
        TRY(imports_do_not_go_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
