/* bench.h - a small evaluation with its view, and what tests ask of trees and texts. */
#ifndef TEST_BENCH_H
#define TEST_BENCH_H

#include "rapor/assess/standing.h"
#include "rapor/base/own.h"
#include "rapor/view/tree.h"
#include "rapor/view/view.h"
#include "spbe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SCHEMA "layouts/schema/results.rng"

static const char instrument_text[] =
    "<instrument xmlns='urn:rapor:instrument:1' id='spbe-2020' name='SPBE'>"
    "<!-- of the test -->"
    "<capability id='process'><level value='3' name='Terdefinisi'>standar</level>"
    "<level value='3.25' name='Menuju Terpadu'>hampir</level></capability>"
    "<domain no='1'><aspect no='1'><indicator no='2' capability='process'>"
    "<step to='4'>Tinjau\n  kebijakan &amp; evaluasi </step></indicator></aspect></domain>"
    "</instrument>";

static const struct institution_row rows[] = {
    {"13.01", "Kab. \"A\" & <B>", KABUPATEN, 0, 3, NULL},
    {"13.71", "Kota C", KOTA, 0, 4, NULL},
    {"51.71", "Kota D", KOTA, 1, -1, NULL},
    {"13.71.1", "Dinas E", OPD, NONE, 2, "13.71"},
};
enum { KAB_A, KOTA_C, KOTA_D, DINAS_E, COUNT };

/* What a test works on; all of it in one arena but the tree of the instrument. */
struct bench {
    struct arena *arena;
    struct instrument *instrument;
    struct evaluation *evaluation;
    struct standings *standings;
};

static inline int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct bench *bench = ARENA_NEW(arena, struct bench);
    bench->arena = arena;
    bench->instrument = make_spbe_2020(arena);
    bench->instrument->tree = xmlReadMemory(instrument_text, sizeof instrument_text - 1,
                                            "instrument.xml", NULL, XML_PARSE_NONET);
    bench->evaluation = make_evaluation(bench->instrument, rows, COUNT, arena);
    bench->evaluation->issuer = (struct issuer){.name = "Kementerian", .city = "Jakarta"};
    bench->evaluation->institutions[KAB_A].seat = "Painan";
    bench->evaluation->institutions[KOTA_D].reason = "baris\nbaru";
    bench->standings = standings_of(bench->evaluation, arena);
    *state = bench;
    return 0;
}

static inline int tear_down(void **state)
{
    struct bench *bench = *state;
    xmlFreeDoc(bench->instrument->tree);
    arena_destroy(bench->arena);
    return 0;
}

/* The copy in TREE of an element of DOCUMENT, of which TREE is a copy. */
static inline xmlNode *copy_in(xmlNode *tree, const struct view_element *document,
                               const struct view_element *element)
{
    xmlNode *node = tree;
    for (const struct view_element *at = document->children; at != element;) {
        const struct view_element *next = view_next(at, document);
        if (next->parent == at) {
            node = node->children;
        } else {
            for (; at->parent != next->parent; at = at->parent)
                node = node->parent;
            node = node->next;
        }
        at = next;
    }
    return node;
}

static inline const struct view_element *document_of(const struct view_element *element)
{
    while (element->parent)
        element = element->parent;
    return element;
}

/* A document of libxml2's like that which ELEMENT stands in; NODE: its copy. */
static inline xmlDoc *xml_doc_of(const struct view_element *element, xmlNode **node)
{
    const struct view_element *document = document_of(element);
    xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
    xmlDocSetRootElement(doc, view_xml(document->children, doc));
    *node = copy_in(xmlDocGetRootElement(doc), document, element);
    return doc;
}

static inline void assert_xpath_of(xmlNode *node, const char *expression, const char *expected)
{
    g_autoptr(xmlXPathContext) context = xmlXPathNewContext(node->doc);
    context->node = node;
    g_autoptr(xmlXPathObject) result = xmlXPathEval(BAD_CAST expression, context);
    assert_non_null(result);
    g_auto(XmlText) text = xmlXPathCastToString(result);
    assert_string_equal((const char *)text, expected);
}

/* Evaluates the XPath expression at ELEMENT, as a layout would. */
static inline void assert_xpath(const struct view_element *element, const char *expression,
                                const char *expected)
{
    xmlNode *node = NULL;
    g_autoptr(xmlDoc) doc = xml_doc_of(element, &node);
    assert_xpath_of(node, expression, expected);
}

static inline char *text_of_xml(xmlNode *node)
{
    xmlBuffer *buffer = xmlBufferCreate();
    xmlNodeDump(buffer, node->doc, node, 0, 0);
    char *text = g_strdup((const char *)xmlBufferContent(buffer));
    xmlBufferFree(buffer);
    return text;
}

static inline char *text_of(const struct view_element *element)
{
    xmlNode *node = NULL;
    g_autoptr(xmlDoc) doc = xml_doc_of(element, &node);
    return text_of_xml(node);
}

/* What a test expects to be wrong needs no message. */
static inline void stay_silent(void *data, xmlError *error)
{
    (void)data;
    (void)error;
}

static inline bool is_valid(const char *text, size_t length)
{
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(SCHEMA);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    assert_non_null(schema);
    g_autoptr(xmlDoc) doc = xmlReadMemory(text, (int)length, "results.xml", NULL, XML_PARSE_NONET);
    assert_non_null(doc);
    xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(validator, stay_silent, NULL);
    int problem = xmlRelaxNGValidateDoc(validator, doc);
    xmlRelaxNGFreeValidCtxt(validator);
    xmlRelaxNGFree(schema);
    return problem == 0;
}

#endif
