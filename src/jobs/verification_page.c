#include "verification_page.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"
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

static void add_fact(GString *out, const char *name, const char *text)
{
    if (!text)
        return;
    g_autofree char *safe = g_markup_escape_text(text, -1);
    g_string_append_printf(out, "<dt>%s</dt><dd>%s</dd>\n", name, safe);
}

static const char *state_text(const struct paper *paper, struct arena *arena)
{
    const char *since = paper->since ? numeral_date(paper->since, arena) : "";
    switch (paper->state) {
    case PAPER_RESERVED:
        return "Belum diterbitkan";
    case PAPER_ISSUED:
        return "Berlaku";
    case PAPER_REPLACED:
        return arena_printf(arena, "Tidak berlaku: digantikan edisi %s sejak %s",
                            paper->by ? paper->by : "", since);
    case PAPER_WITHDRAWN:
        break;
    }
    return arena_printf(arena, "Tidak berlaku: dicabut sejak %s", since);
}

void page_paper(const struct pages_made *made, const struct paper *paper, GString *out)
{
    g_autofree char *title = page_title(made, paper);
    g_string_append_printf(out, "<article>\n<h2>%s</h2>\n<p class=\"state %s\">%s</p>\n<dl>\n",
                           title, register_word(paper->state), state_text(paper, made->arena));
    g_autofree char *edition = g_strdup_printf("%u", paper->edition);
    add_fact(out, "Nomor", paper->number);
    add_fact(out, "Tanggal", paper->date ? numeral_date(paper->date, made->arena) : NULL);
    add_fact(out, "Edisi", edition);
    add_fact(out, "Ditandatangani", paper->signer);
    add_fact(out, "Alasan", paper->reason);
    g_string_append_printf(out, "<dt>SHA-256</dt><dd><code>%s</code></dd>\n</dl>\n</article>\n",
                           paper->file ? paper->file : "");
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

/* Only of the result that holds: of another one no more than that it does not. */
void page_result(const struct pages_made *made, const struct result_page *page, GString *out)
{
    size_t number = 0;
    const struct standing *standing = standing_of(made, page, &number);
    const char *seal =
        standing ? view_seal(made->run->session->view, PER_INSTITUTION, number) : NULL;
    if (!standing)
        return;
    if (g_strcmp0(seal, page->seal) != 0) {
        g_string_append_printf(out,
                               "<p class=\"state replaced\">Hasil ini telah dikoreksi; dokumen di "
                               "bawah tidak memuat hasil yang berlaku. "
                               "<a href=\"../%s/index.html\">Lihat hasil yang berlaku</a></p>\n",
                               seal ? seal : "");
        return;
    }
    const char *index = numeral_hundredths(standing->index.printed, made->arena);
    g_string_append(out, "<dl>\n");
    add_fact(out, "Indeks", numeral_decimal(index, made->arena));
    add_fact(out, "Predikat", standing->grade ? standing->grade->name : NULL);
    g_string_append(out, "</dl>\n");
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
    return page->whom ? page->whom : "Keputusan hasil evaluasi seluruh instansi";
}
