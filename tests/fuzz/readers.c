#include "readers.h"

#include "../../src/paint/images.h"
#include "../../src/read/evaluation/reader.h"

#include "rapor/base/arena.h"
#include "rapor/import/import.h"
#include "rapor/layout/layout.h"
#include "rapor/pack/manifest.h"
#include "rapor/read/register.h"
#include "rapor/verify/likeness.h"
#include "rapor/verify/verify.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define SEEDS(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

static char folder[] = "/tmp/rapor-fuzz-XXXXXX";

static void leave(void)
{
    static const char *const names[] = {"instrument.xml", "layout.xml",   "register.xml",
                                        "book.csv",       "book.xlsx",    "book.ods",
                                        "emblem.svg",     "MANIFEST.json"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
}

/* Returns the path of a file of that name which holds the bytes, to be freed. */
static char *put(const char *name, const uint8_t *bytes, size_t size)
{
    static bool made;
    if (!made && !mkdtemp(folder))
        abort();
    if (!made)
        atexit(leave);
    made = true;
    char *path = g_build_filename(folder, name, NULL);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
        abort();
    return path;
}

static void read_evaluation(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_create();
    struct diagnostics *diagnostics = diagnostics_create();
    struct instrument_source from = {.layouts = "tests/unit/data/layouts"};
    struct input *input = input_of_bytes("fuzz", (const char *)bytes, size);
    const struct evaluation *evaluation =
        evaluation_read_input(input, &from, diagnostics, arena, NULL);
    if ((evaluation != NULL) != (diagnostics_count(diagnostics, SEVERITY_ERROR) == 0))
        abort();
    input_close(input);
    instrument_close(from.instrument);
    diagnostics_destroy(diagnostics);
    arena_destroy(arena);
}

static void read_instrument(const uint8_t *bytes, size_t size)
{
    g_free(put("instrument.xml", bytes, size));
    struct diagnostics *diagnostics = diagnostics_create();
    instrument_close(instrument_open(folder, diagnostics, NULL));
    diagnostics_destroy(diagnostics);
}

static void read_layout(const uint8_t *bytes, size_t size)
{
    static struct vocabulary *vocabulary;
    if (!vocabulary)
        vocabulary = vocabulary_read("layouts/schema", NULL);
    g_autofree char *path = put("layout.xml", bytes, size);
    const struct layout_setting setting = {
        .vocabulary = vocabulary,
        .chart_kinds = SEEDS("radar", "bars", "histogram"),
        .families = SEEDS("URW Bookman", "Liberation Sans", "Noto Sans"),
        .emblem = "layouts/common/emblem.svg",
        .languages = SEEDS("id"),
    };
    struct diagnostics *diagnostics = diagnostics_create();
    struct layout_store *store = layout_store_create(&setting);
    layout_close(layout_open(store, path, NULL, diagnostics, NULL));
    layout_store_destroy(store);
    diagnostics_destroy(diagnostics);
}

static void read_register(const uint8_t *bytes, size_t size)
{
    g_autofree char *path = put("register.xml", bytes, size);
    struct arena *arena = arena_create();
    struct diagnostics *diagnostics = diagnostics_create();
    struct paper_register *papers = register_read(path, diagnostics, arena, NULL);
    if (papers)
        register_close(papers);
    diagnostics_destroy(diagnostics);
    arena_destroy(arena);
}

static void import(const char *path)
{
    const struct import_order order = {
        .paths = SEEDS(path),
        .layouts = "tests/unit/data/layouts",
        .instrument = "mini",
        .year = "2021",
    };
    struct diagnostics *diagnostics = diagnostics_create();
    imported_close(import_sheets(&order, diagnostics, NULL));
    diagnostics_destroy(diagnostics);
}

static void read_csv(const uint8_t *bytes, size_t size)
{
    g_autofree char *path = put("book.csv", bytes, size);
    import(path);
}

static void add_part(zip_t *zip, const char *name, const void *bytes, size_t size)
{
    if (zip_file_add(zip, name, zip_source_buffer(zip, bytes, size, 0), ZIP_FL_OVERWRITE) < 0)
        abort();
}

/* A workbook of one sheet, whose XML the bytes are. */
static void read_xlsx(const uint8_t *bytes, size_t size)
{
    static const char types[] =
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
    static const char rels[] =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";
    static const char book[] =
        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
        "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
        "<sheets><sheet name='Instansi' sheetId='1' r:id='r1'/></sheets></workbook>";
    g_autofree char *path = put("book.xlsx", bytes, 0);
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    add_part(zip, "[Content_Types].xml", types, strlen(types));
    add_part(zip, "xl/_rels/workbook.xml.rels", rels, strlen(rels));
    add_part(zip, "xl/workbook.xml", book, strlen(book));
    add_part(zip, "xl/worksheets/sheet1.xml", bytes, size);
    if (zip_close(zip) != 0)
        abort();
    import(path);
}

/* The same of OpenDocument. */
static void read_ods(const uint8_t *bytes, size_t size)
{
    static const char type[] = "application/vnd.oasis.opendocument.spreadsheet";
    g_autofree char *path = put("book.ods", bytes, 0);
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    add_part(zip, "mimetype", type, strlen(type));
    add_part(zip, "content.xml", bytes, size);
    if (zip_close(zip) != 0)
        abort();
    import(path);
}

static void read_emblem(const uint8_t *bytes, size_t size)
{
    g_autofree char *path = put("emblem.svg", bytes, size);
    struct images *images = images_create();
    images_check(images, path, NULL);
    images_destroy(images);
}

static void read_pdf(const uint8_t *bytes, size_t size)
{
    struct conformance *conformance = conformance_create();
    verify_pdf("fuzz.pdf", bytes, size, conformance);
    conformance_destroy(conformance);
}

static void read_likeness(const uint8_t *bytes, size_t size)
{
    likeness_free(likeness_read(bytes, size));
}

static void read_manifest(const uint8_t *bytes, size_t size)
{
    g_free(put("MANIFEST.json", bytes, size));
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    struct arena *arena = arena_create();
    struct manifest manifest = {0};
    manifest_read_whole(folder, &manifest, arena, NULL);
    manifest_read_files(folder, files, arena, NULL);
    g_clear_pointer(&manifest.layouts, g_ptr_array_unref);
    g_clear_pointer(&manifest.files, g_ptr_array_unref);
    arena_destroy(arena);
}

const struct fuzz_reader fuzz_readers[] = {
    {"evaluation", SEEDS("tests/unit/data/whole.xml"), read_evaluation},
    {"instrument", SEEDS("tests/unit/data/layouts/mini/instrument.xml"), read_instrument},
    {"layout", SEEDS("layouts/spbe-2020/letter.xml", "layouts/common/charter.xml"), read_layout},
    {"register", SEEDS("tests/fuzz/seeds/register.xml"), read_register},
    {"csv", SEEDS("tests/fuzz/seeds/book.csv"), read_csv},
    {"xlsx", SEEDS("tests/fuzz/seeds/sheet.xml"), read_xlsx},
    {"ods", SEEDS("tests/fuzz/seeds/content.xml"), read_ods},
    {"emblem", SEEDS("layouts/common/emblem.svg", "tests/fuzz/seeds/emblem.svg"), read_emblem},
    {"pdf", SEEDS("tests/fuzz/seeds/page.pdf"), read_pdf},
    {"likeness", SEEDS("tests/fuzz/seeds/page.pdf"), read_likeness},
    {"manifest", SEEDS("tests/fuzz/seeds/MANIFEST.json"), read_manifest},
    {NULL, NULL, NULL},
};
