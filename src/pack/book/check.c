/* The index from levels and weights once more, as formulas.  Weights are whole
 * parts of the whole, so that sums are exact in a spreadsheet too and ROUND sees
 * the nearest number to the true quotient. */
#include "parts.h"

#include "rapor/base/arena.h"

enum { CODE, NAME, INDEX, GRADE, FIGURED, DIFFERENCE, CHECK, FIXED_COUNT };

/* What is measured: the whole, a domain or an aspect. */
struct check_measure {
    const char *what, *no, *name;
    int64_t weight;
    size_t domain, aspect; /* NONE: not one */
};

static size_t measure_count(const struct instrument *instrument)
{
    return 1 + instrument->domain_count + instrument->aspect_count;
}

static struct check_measure measure_at(const struct instrument *instrument, size_t number)
{
    if (number == 0)
        return (struct check_measure){"Indeks", "",  instrument->id, instrument->weight_total,
                                      NONE,     NONE};
    size_t domain = number - 1;
    if (domain < instrument->domain_count) {
        const struct domain *d = &instrument->domains[domain];
        return (struct check_measure){"Domain", d->no, d->name, d->weight, domain, NONE};
    }
    size_t aspect = domain - instrument->domain_count;
    const struct aspect *a = &instrument->aspects[aspect];
    return (struct check_measure){"Aspek", a->no, a->name, a->weight, NONE, aspect};
}

static bool holds(const struct instrument *instrument, const struct check_measure *measure,
                  size_t indicator)
{
    size_t aspect = instrument->indicators[indicator].aspect;
    if (measure->aspect != NONE)
        return aspect == measure->aspect;
    return measure->domain == NONE || instrument->aspects[aspect].domain == measure->domain;
}

static int64_t figured(const struct standing *standing, const struct check_measure *measure)
{
    if (measure->aspect != NONE)
        return standing->aspects[measure->aspect].printed;
    if (measure->domain != NONE)
        return standing->domains[measure->domain].printed;
    return standing->index.printed;
}

static const char *column_name(const struct book *book, size_t column)
{
    char name[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(name, (lxw_col_t)column, LXW_FALSE);
    return arena_strdup(book->arena, name);
}

/* Returns "$J2:$BD2", the levels on a row; with the row fixed for the weights. */
static const char *range(const struct book *book, const char *sheet, size_t row, bool fixed)
{
    size_t last = book->first_column + book->evaluation->instrument->indicator_count - 1;
    const char *mark = fixed ? "$" : "";
    return arena_printf(book->arena, "%s!$%s%s%zu:$%s%s%zu", sheet,
                        column_name(book, book->first_column), mark, row + 1,
                        column_name(book, last), mark, row + 1);
}

/* Returns the formula of a measure without "=": "" where levels are missing. */
static const char *formula(const struct book *book, size_t row, size_t measure, bool exact)
{
    const struct instrument *instrument = book->evaluation->instrument;
    const char *levels = range(book, "Indikator", row, false);
    const char *weights = range(book, "Bobot", measure + 1, true);
    const char *sum = arena_printf(book->arena, "SUMPRODUCT(%s,%s)", levels, weights);
    const char *whole = arena_printf(book->arena, "SUM(%s)", weights);
    if (instrument->level_scale > 1) { /* decimals are made whole before they are divided */
        sum = arena_printf(book->arena, "ROUND(%s*%d,0)", sum, (int)instrument->level_scale);
        whole = arena_printf(book->arena, "(%s*%d)", whole, (int)instrument->level_scale);
    }
    const char *quotient = arena_printf(book->arena, "%s/%s", sum, whole);
    if (!exact)
        quotient = arena_printf(book->arena, "ROUND(%s,2)", quotient);
    return arena_printf(book->arena, "=IF(COUNT(%s)<%zu,\"\",%s)", levels,
                        instrument->indicator_count, quotient);
}

/* Writes a formula with the value that it gives; NULL: the empty text. */
static void write_number(const struct leaf *leaf, size_t row, size_t column, const char *text,
                         const double *value)
{
    lxw_row_t r = (lxw_row_t)row;
    lxw_col_t c = (lxw_col_t)column;
    lxw_format *format = leaf->workbook->index;
    lxw_error problem = value ? worksheet_write_formula_num(leaf->sheet, r, c, text, format, *value)
                              : worksheet_write_formula_str(leaf->sheet, r, c, text, format, "");
    leaf_check(leaf, problem);
}

static void write_text(const struct leaf *leaf, size_t row, size_t column, const char *text,
                       const char *value)
{
    lxw_error problem = worksheet_write_formula_str(leaf->sheet, (lxw_row_t)row, (lxw_col_t)column,
                                                    text, NULL, value ? value : "");
    leaf_check(leaf, problem);
}

static void write_head(const struct book *book, const struct leaf *leaf)
{
    static const char *const titles[FIXED_COUNT] = {"Kode",  "Instansi", "Indeks",     "Predikat",
                                                    "Rapor", "Selisih",  "Pemeriksaan"};
    const struct instrument *instrument = book->evaluation->instrument;
    for (size_t c = 0; c < FIXED_COUNT; c++)
        leaf_text(leaf, 0, c, book_called(book, titles[c]), leaf->workbook->head);
    for (size_t m = 1; m < measure_count(instrument); m++) {
        const struct check_measure measure = measure_at(instrument, m);
        leaf_text(leaf, 0, FIXED_COUNT + m - 1,
                  arena_printf(book->arena, "%s %s", book_called(book, measure.what), measure.no),
                  leaf->workbook->head);
    }
    worksheet_set_column(leaf->sheet, NAME, NAME, 45, NULL);
    const size_t end = FIXED_COUNT + measure_count(instrument) - 1;
    worksheet_set_column(leaf->sheet, INDEX, CHECK - 1, 12, NULL);
    worksheet_set_column(leaf->sheet, CHECK, CHECK, 34, NULL);
    worksheet_set_column(leaf->sheet, FIXED_COUNT, (lxw_col_t)end, 12, NULL);
    leaf_head(leaf, 0, book->rows, end, NAME + 1);
    leaf_text(leaf, 0, end,
              "Angka yang lama hilang setelah dihitung ulang: F9 (Excel), Ctrl+Shift+F9 "
              "(LibreOffice)",
              leaf->workbook->small);
}

/* The row on Indikator, as people count, from 1, of the ROWth institution, from 1. */
static size_t row_of(const struct book *book, size_t row)
{
    return book->first_row + row;
}

/* Whose row it is: as text where it is known, so that it is there before any formula is
 * computed; else taken from Indikator. */
static void write_who(const struct book *book, const struct leaf *leaf, size_t row)
{
    const struct evaluation *evaluation = book->evaluation;
    if (row <= evaluation->institution_count) {
        const struct institution *who = &evaluation->institutions[row - 1];
        leaf_text(leaf, row, CODE, who->code, leaf->workbook->code);
        leaf_text(leaf, row, NAME, who->name, leaf->workbook->code);
        return;
    }
    write_text(leaf, row, CODE,
               arena_printf(book->arena, "=Indikator!$A%zu&\"\"", row_of(book, row)), NULL);
    write_text(leaf, row, NAME,
               arena_printf(book->arena, "=Indikator!$B%zu&\"\"", row_of(book, row)), NULL);
}

/* INDEX and MATCH: some programs have no LOOKUP. */
static void write_grade(const struct book *book, const struct leaf *leaf, size_t row,
                        const struct grade *grade)
{
    const struct instrument *instrument = book->evaluation->instrument;
    const size_t last = instrument->grade_count + 1;
    const char *of = instrument->grade_by_exact ? formula(book, row_of(book, row) - 1, 0, true) + 1
                                                : arena_printf(book->arena, "C%zu", row + 1);
    write_text(
        leaf, row, GRADE,
        arena_printf(book->arena,
                     "=IF(C%zu=\"\",\"\",INDEX(Acuan!$E$2:$E$%zu,MATCH(%s,Acuan!$D$2:$D$%zu,1)))",
                     row + 1, last, of, last),
        grade ? grade->name : NULL);
}

/* Says what is wrong with the row, or that nothing is. */
static void write_check(const struct book *book, const struct leaf *leaf, size_t row,
                        const struct standing *standing)
{
    const size_t all = book->evaluation->instrument->indicator_count;
    const char *levels = range(book, "Indikator", row_of(book, row) - 1, false);
    const char *said = !standing                            ? "belum diisi"
                       : standing->basis == BASIS_LEVELS    ? "sesuai"
                       : standing->basis == BASIS_PUBLISHED ? book_called(book, "tanpa tingkat")
                                                            : "tidak dinilai";
    const char *empty = standing && standing->basis != BASIS_LEVELS ? said : "belum diisi";
    const char *differs =
        standing ? arena_printf(book->arena,
                                "IF(F%zu=0,\"sesuai\",\"berbeda dari hitungan rapor\")", row + 1)
                 : "\"lengkap\"";
    write_text(leaf, row, CHECK,
               arena_printf(book->arena,
                            "=IF(COUNTA(%s)=0,\"%s\",IF(COUNT(%s)<COUNTA(%s),COUNTA(%s)-COUNT(%s)&"
                            "\" isian bukan angka\",IF(COUNT(%s)<%zu,\"kurang \"&%zu-COUNT(%s)&\" "
                            "%s\",%s)))",
                            levels, empty, levels, levels, levels, levels, levels, all, all, levels,
                            book_called(book, "indikator"), differs),
               said);
}

/* BOOK has the memory of this row. */
static void write_row(const struct book *book, const struct leaf *leaf, size_t row)
{
    const struct instrument *instrument = book->evaluation->instrument;
    const struct standing *standing = book->standings ? &book->standings->all[row - 1] : NULL;
    bool known = standing && standing->basis == BASIS_LEVELS;
    write_who(book, leaf, row);
    for (size_t m = 0; m < measure_count(instrument); m++) {
        const struct check_measure measure = measure_at(instrument, m);
        double value = known ? (double)figured(standing, &measure) / 100 : 0;
        write_number(leaf, row, m == 0 ? INDEX : FIXED_COUNT + m - 1,
                     formula(book, row_of(book, row) - 1, m, false), known ? &value : NULL);
    }
    write_grade(book, leaf, row, known ? standing->grade : NULL);
    write_check(book, leaf, row, standing);
    if (!standing || standing->basis == BASIS_NONE)
        return;
    leaf_number(leaf, row, FIGURED, (double)standing->index.printed / 100, leaf->workbook->index);
    write_number(leaf, row, DIFFERENCE,
                 arena_printf(book->arena, "=IF(C%zu=\"\",\"\",ROUND(C%zu-E%zu,2))", row + 1,
                              row + 1, row + 1),
                 known ? &(double){0} : NULL);
}

void book_check(const struct book *book)
{
    const struct leaf leaf = workbook_sheet(book->workbook, "Hitung");
    write_head(book, &leaf);
    for (size_t row = 1; row <= book->rows; row++) {
        struct book one = *book;
        one.arena = arena_create();
        write_row(&one, &leaf, row);
        arena_destroy(one.arena);
    }
}

void book_weights(const struct book *book)
{
    const struct instrument *instrument = book->evaluation->instrument;
    const struct leaf leaf = workbook_sheet(book->workbook, "Bobot");
    static const char *const titles[] = {"Ukuran", "No.", "Nama", "Bobot (%)", "Bagian"};
    for (size_t c = 0; c < G_N_ELEMENTS(titles); c++)
        leaf_text(&leaf, 0, c, titles[c], leaf.workbook->head);
    for (size_t i = 0; i < instrument->indicator_count; i++)
        leaf_text(&leaf, 0, book->first_column + i, instrument->indicators[i].no,
                  leaf.workbook->head);
    for (size_t m = 0; m < measure_count(instrument); m++) {
        const struct check_measure measure = measure_at(instrument, m);
        leaf_text(&leaf, m + 1, 0, book_called(book, measure.what), NULL);
        leaf_text(&leaf, m + 1, 1, measure.no, NULL);
        leaf_text(&leaf, m + 1, 2, measure.name, NULL);
        leaf_number(&leaf, m + 1, 3,
                    (double)measure.weight * 100 / (double)instrument->weight_total,
                    leaf.workbook->index);
        leaf_number(&leaf, m + 1, 4, (double)measure.weight, NULL);
        for (size_t i = 0; i < instrument->indicator_count; i++)
            if (holds(instrument, &measure, i))
                leaf_number(&leaf, m + 1, book->first_column + i,
                            (double)instrument->indicators[i].weight, NULL);
    }
    worksheet_set_column(leaf.sheet, 2, 2, 50, NULL);
    leaf_head(&leaf, 0, measure_count(instrument), book->first_column + instrument->indicator_count,
              3);
}
