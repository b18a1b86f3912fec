#include "verification_page.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"
#include "rapor/base/own.h"
#include "rapor/read/register.h"
#include "rapor/view/view.h"

#include <string.h>

size_t page_kind(const struct pages_made *made, const struct paper *paper)
{
    const struct instrument *instrument = made->run->session->evaluation->instrument;
    size_t kind = 0;
    while (kind < instrument->document_count &&
           strcmp(instrument->documents[kind].kind, paper->kind) != 0)
        kind++;
    return kind;
}

char *page_title(const struct pages_made *made, const struct paper *paper)
{
    const struct instrument *instrument = made->run->session->evaluation->instrument;
    const size_t kind = page_kind(made, paper);
    const char *file =
        kind < instrument->document_count ? instrument->documents[kind].file : paper->kind;
    char *title = g_strndup(file, strcspn(file, "."));
    g_strdelimit(title, "-", ' ');
    title[0] = g_ascii_toupper(title[0]);
    return title;
}

/* An attribute, where there is a text. */
static void set(xmlNode *node, const char *name, const char *text)
{
    if (text)
        xmlSetProp(node, BAD_CAST name, BAD_CAST text);
}

static void set_date(xmlNode *node, const char *name, const char *date, struct arena *arena)
{
    set(node, name, date ? numeral_date(date, arena) : NULL);
}

static void add_paper(const struct pages_made *made, const struct paper *paper, xmlNode *root)
{
    xmlNode *node = xmlNewChild(root, NULL, BAD_CAST "paper", NULL);
    g_autofree char *title = page_title(made, paper);
    g_autofree char *edition = g_strdup_printf("%u", paper->edition);
    set(node, "title", title);
    set(node, "state", register_word(paper->state));
    set_date(node, "since", paper->since, made->arena);
    set(node, "by", paper->by);
    set(node, "number", paper->number);
    set_date(node, "date", paper->date, made->arena);
    set_date(node, "dated", paper->dated, made->arena);
    set(node, "edition", edition);
    set(node, "signer", paper->signer);
    set(node, "reason", paper->reason);
    set(node, "sha256", paper->file);
}

static const struct standing *standing_of(const struct pages_made *made,
                                          const struct result_page *page, size_t *number)
{
    const struct evaluation *evaluation = made->run->session->evaluation;
    for (size_t i = 0; page->whom && i < evaluation->institution_count; i++)
        if (strcmp(evaluation->institutions[i].code, page->whom) == 0) {
            *number = i;
            return &made->run->session->standings->all[i];
        }
    return NULL;
}

/* Index and grade only of the result that holds; of another one, where that is. */
static void add_result(const struct pages_made *made, const struct result_page *page, xmlNode *root)
{
    size_t number = 0;
    const struct standing *standing = standing_of(made, page, &number);
    if (!standing)
        return;
    const char *seal = view_seal(made->run->session->view, PER_INSTITUTION, number);
    xmlNode *node = xmlNewChild(root, NULL, BAD_CAST "result", NULL);
    if (g_strcmp0(seal, page->seal) != 0) {
        set(node, "corrected", seal ? seal : "");
        return;
    }
    const char *index = numeral_hundredths(standing->index.printed, made->arena);
    set(node, "index", numeral_decimal(index, made->arena));
    set(node, "grade", standing->grade ? standing->grade->name : NULL);
}

const char *page_whom(const struct pages_made *made, const struct result_page *page)
{
    const struct evaluation *evaluation = made->run->session->evaluation;
    size_t number;
    const struct standing *standing = standing_of(made, page, &number);
    for (size_t i = 0; !standing && page->whom && i < evaluation->region_count; i++)
        if (strcmp(evaluation->regions[i].code, page->whom) == 0)
            return evaluation->regions[i].name;
    if (standing)
        return standing->institution->name;
    return page->whom;
}

/* "../" for each folder between the page and v/. */
static char *root_of(const char *path)
{
    GString *root = g_string_new(NULL);
    for (const char *at = strchr(path, '/') + 1; (at = strchr(at, '/')); at++)
        g_string_append(root, "../");
    return g_string_free(root, FALSE);
}

xmlDoc *verification_source(const struct pages_made *made, const struct result_page *page)
{
    const struct evaluation *evaluation = made->run->session->evaluation;
    const struct namings *naming = &evaluation->instrument->naming;
    g_auto(XmlText) instrument =
        xmlGetProp(xmlDocGetRootElement(evaluation->instrument->tree), BAD_CAST "name");
    xmlDoc *source = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *root = xmlNewDocNode(source, NULL, BAD_CAST "verification", NULL);
    xmlDocSetRootElement(source, root);
    set(root, "issuer", evaluation->issuer.name);
    set(root, "instrument", (const char *)instrument);
    set(root, "year", evaluation->year);
    set(root, "sample", evaluation->sample);
    set(root, "index-called", naming_put(naming, "Indeks", made->arena));
    set(root, "grade-called", naming_put(naming, "Predikat", made->arena));
    set(root, "code", page->code);
    if (!page->papers)
        return source;
    g_autofree char *above = root_of(page->path);
    set(root, "root", above);
    set(root, "institution", page_whom(made, page));
    add_result(made, page, root);
    for (guint i = 0; i < page->papers->len; i++)
        add_paper(made, page->papers->pdata[i], root);
    return source;
}
