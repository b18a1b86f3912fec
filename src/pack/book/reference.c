#include "parts.h"

#include "rapor/base/arena.h"

void book_reference(const struct book *book)
{
    const struct instrument *instrument = book->evaluation->instrument;
    const struct leaf leaf = workbook_sheet(book->workbook, "Acuan");
    leaf_text(&leaf, 0, 0, "Kelompok", leaf.workbook->head);
    leaf_text(&leaf, 0, 1, "Sebutan", leaf.workbook->head);
    leaf_text(&leaf, 0, 3, "Indeks mulai", leaf.workbook->head);
    leaf_text(&leaf, 0, 4, "Predikat", leaf.workbook->head);
    for (size_t g = 0; g < instrument->group_count; g++) {
        leaf_text(&leaf, g + 1, 0, instrument->groups[g].name, NULL);
        leaf_text(&leaf, g + 1, 1, instrument->groups[g].id, NULL);
    }
    /* The lowest first, as LOOKUP wants it; that one reaches down to the lowest level. */
    for (size_t g = 0; g < instrument->grade_count; g++) {
        const struct grade *grade = &instrument->grades[instrument->grade_count - 1 - g];
        int64_t lowest = instrument->level_min * 100 / instrument->level_scale;
        int64_t from = g == 0 ? MIN(lowest, grade->from) : grade->from;
        leaf_number(&leaf, g + 1, 3, (double)from / 100, leaf.workbook->index);
        leaf_text(&leaf, g + 1, 4, grade->name, NULL);
    }
    worksheet_set_column(leaf.sheet, 0, 0, 40, NULL);
    worksheet_set_column(leaf.sheet, 1, 4, 16, NULL);
    worksheet_fit_to_pages(leaf.sheet, 1, 0);
    worksheet_freeze_panes(leaf.sheet, 1, 0);
    worksheet_repeat_rows(leaf.sheet, 0, 0);
}

/* A row of Identitas: an attribute, where its value is, and what it means. */
struct book_trait {
    const char *part, *attribute, *meaning, *value;
};

static void write_traits(const struct leaf *leaf, size_t *row, const struct book_trait *traits,
                         size_t count)
{
    for (size_t i = 0; i < count; i++, (*row)++) {
        leaf_text(leaf, *row, 0, traits[i].part, NULL);
        leaf_text(leaf, *row, 1, traits[i].attribute, NULL);
        leaf_text(leaf, *row, 2, traits[i].value, leaf->workbook->code);
        leaf_text(leaf, *row, 3, traits[i].meaning, NULL);
    }
}

static void write_papers(const struct leaf *leaf, size_t *row, const struct evaluation *e)
{
    const struct book_trait traits[] = {
        {"evaluation", "instrument", "Instrumen", e->instrument->id},
        {"evaluation", "year", "Tahun penilaian", e->year},
        {"evaluation", "kind", "evaluasi atau pemantauan", e->kind},
        {"issuer", "name", "Instansi penerbit", e->issuer.name},
        {"issuer", "office", "Jabatan pimpinannya", e->issuer.office},
        {"issuer", "unit", "Unit pelaksana", e->issuer.unit},
        {"issuer", "city", "Kota", e->issuer.city},
        {"issuer", "address", "Alamat", e->issuer.address},
        {"issuer", "url", "Laman untuk memeriksa keaslian", e->issuer.url},
        {"decree", "number", "Nomor keputusan", e->decree.number},
        {"decree", "year", "Tahun keputusan", e->decree.year},
        {"decree", "date", "Tanggal keputusan, misalnya 2021-12-31", e->decree.date},
        {"decree", "place", "Tempat penetapan", e->decree.place},
        {"decree", "status", "final, draft, atau salinan", e->decree.status},
        {"decree", "head", "first atau every: halaman berkepala", e->decree.head},
        {"decree", "order", "index atau code: urutan lampiran", e->decree.order},
        {"decree", "invocation", "yes atau no: dengan rahmat", e->decree.invocation},
        {"letter", "number", "Nomor surat; {n} diganti nomor urut", e->letter.number},
        {"letter", "date", "Tanggal surat", e->letter.date},
        {"letter", "classification", "Sifat surat", e->letter.classification},
        {"letter", "security", "B, T, R, atau SR", e->letter.security},
    };
    write_traits(leaf, row, traits, G_N_ELEMENTS(traits));
}

static void write_signatory(const struct book *book, const struct leaf *leaf, size_t *row,
                            const struct signatory *signatory)
{
    const char *part = arena_printf(book->arena, "signatory %s", signatory->document);
    const struct book_trait traits[] = {
        {part, "name", "Nama penanda tangan", signatory->name},
        {part, "office", "Jabatan penanda tangan", signatory->office},
        {part, "nip", "NIP", signatory->nip},
        {part, "signing", "ink atau electronic", signatory->signing},
    };
    write_traits(leaf, row, traits, G_N_ELEMENTS(traits));
}

/* In a form that nobody signs yet, each kind of document has room for a name. */
static void write_signatories(const struct book *book, const struct leaf *leaf, size_t *row)
{
    const struct evaluation *evaluation = book->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    for (size_t i = 0; i < evaluation->signatory_count; i++)
        write_signatory(book, leaf, row, &evaluation->signatories[i]);
    for (size_t i = 0; evaluation->signatory_count == 0 && i < instrument->document_count; i++)
        write_signatory(book, leaf, row,
                        &(struct signatory){.document = instrument->documents[i].kind});
}

void book_identity(const struct book *book)
{
    static const char *const titles[] = {"Bagian", "Unsur", "Isi", "Keterangan"};
    const struct evaluation *evaluation = book->evaluation;
    const struct leaf leaf = workbook_sheet(book->workbook, "Identitas");
    size_t row = 1;
    for (size_t c = 0; c < G_N_ELEMENTS(titles); c++)
        leaf_text(&leaf, 0, c, titles[c], leaf.workbook->head);
    worksheet_set_column(leaf.sheet, 0, 1, 20, NULL);
    worksheet_set_column(leaf.sheet, 2, 2, 60, leaf.workbook->code);
    worksheet_set_column(leaf.sheet, 3, 3, 40, NULL);
    write_papers(&leaf, &row, evaluation);
    write_signatories(book, &leaf, &row);
    for (size_t r = 0; r < evaluation->region_count; r++) {
        const struct region *region = &evaluation->regions[r];
        const struct book_trait trait = {arena_printf(book->arena, "region %s", region->code),
                                         "name", "Nama provinsi", region->name};
        write_traits(&leaf, &row, &trait, 1);
    }
    worksheet_fit_to_pages(leaf.sheet, 1, 0);
    worksheet_freeze_panes(leaf.sheet, 1, 0);
    worksheet_repeat_rows(leaf.sheet, 0, 0);
}
