#include "starter.h"

#include "rapor/base/own.h"
#include "rapor/read/instrument.h"

#include <string.h>

#define REGION "99"
#define PARENT "99.01"
#define UNIT   PARENT ".1"

static void add(GString *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds what FORMAT makes of texts that are escaped. */
static void add(GString *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_markup_vprintf_escaped(format, args);
    va_end(args);
    g_string_append(out, text);
}

static size_t group_with(const struct instrument *instrument, enum seat seat)
{
    for (size_t i = 0; i < instrument->group_count; i++)
        if (instrument->groups[i].seat == seat)
            return i;
    return NONE;
}

static const char *stage_id(const struct instrument *instrument, bool counts)
{
    for (size_t i = 0; i < instrument->stage_count; i++)
        if (instrument->stages[i].counts == counts)
            return instrument->stages[i].id;
    return NULL;
}

static char *year_of(const struct instrument *instrument)
{
    g_auto(XmlText) year =
        xmlGetProp(xmlDocGetRootElement(instrument->tree), (const xmlChar *)"year");
    return g_strdup(year ? (const char *)year : "2021");
}

/* Returns some level, another for each NUMBER. */
static int level_at(const struct instrument *instrument, size_t number)
{
    int64_t span = (instrument->level_max - instrument->level_min) / instrument->level_scale + 1;
    return (int)(instrument->level_min / instrument->level_scale +
                 (int64_t)(number * 2 + 1) % span);
}

static void add_papers(GString *out, const struct instrument *instrument, const char *year)
{
    add(out,
        "  <!-- Penerbit dokumen. -->\n"
        "  <issuer name=\"Kementerian Contoh\" office=\"Menteri Contoh\" unit=\"Deputi Contoh\"\n"
        "          city=\"Kota Contoh\" address=\"Jalan Contoh Nomor 1\" "
        "url=\"https://rapor.example/%s\"/>\n"
        "  <!-- Keputusan: status final, draft (dicap RANCANGAN), atau salinan. -->\n"
        "  <decree number=\"1\" year=\"%s\" date=\"%s-12-31\" place=\"Kota Contoh\" "
        "status=\"draft\"/>\n"
        "  <!-- Dasar hukum selain yang ada pada instrumen. -->\n"
        "  <basis name=\"Peraturan Contoh Nomor 1 Tahun 2000 tentang Contoh\"/>\n"
        "  <!-- Surat pengantar: {n} diganti nomor urut instansi. -->\n"
        "  <letter number=\"B/{n}/CONTOH/%s\" date=\"%s-12-31\" classification=\"Biasa\"/>\n"
        "  <!-- Halaman pers: alamat, jam terbit, dan narahubung. -->\n"
        "  <press hour=\"10.00 WIB\" contact=\"Narahubung Contoh\" mail=\"humas@rapor.example\"/>\n"
        "  <!-- Register nomor surat; dibuat bila belum ada. -->\n"
        "  <register href=\"register.xml\"/>\n"
        "  <!-- Penanda tangan setiap jenis dokumen. -->\n",
        year, year, year, year, year);
    for (size_t i = 0; i < instrument->document_count; i++) {
        bool again = false;
        for (size_t k = 0; k < i; k++)
            again =
                again || strcmp(instrument->documents[k].kind, instrument->documents[i].kind) == 0;
        if (!again)
            add(out,
                "  <signatory document=\"%s\" name=\"Nama Contoh\" office=\"Menteri Contoh\" "
                "nip=\"190001011920011001\"/>\n",
                instrument->documents[i].kind);
    }
    add(out, "  <region code=\"" REGION "\" name=\"Provinsi Contoh\"/>\n");
}

static void add_session(GString *out, const struct instrument *instrument, const char *stage,
                        const char *year)
{
    bool units = group_with(instrument, SEAT_PARENT) != NONE;
    add(out,
        "    <!-- Satu tahap penilaian: tanggal, tempat atau virtual, asesor, dan peserta. Bila "
        "lebih "
        "dari\n"
        "         sehari, setiap hari menyebut unit yang dinilai. -->\n"
        "    <session stage=\"%s\" date=\"%s-08-23\" mode=\"virtual\" place=\"Kota Contoh\">\n",
        stage, year);
    add(out, "      <day date=\"%s-08-23\"><unit code=\"%s\"/></day>\n", year,
        units ? UNIT : PARENT);
    add(out, "      <assessor role=\"lead\" name=\"Asesor Contoh Satu\" "
             "affiliation=\"Universitas Contoh\"/>\n"
             "      <assessor role=\"member\" name=\"Asesor Contoh Dua\" "
             "affiliation=\"Kementerian Contoh\"/>\n"
             "      <participant name=\"Peserta Contoh\" office=\"Kepala Dinas Contoh\"/>\n"
             "      <agenda>Klarifikasi jawaban dan data dukung.</agenda>\n"
             "      <agreed by=\"Dinas Contoh\">Mengirim salinan peraturan.</agreed>\n"
             "    </session>\n");
}

/* What happened on the day, and what was found beside the levels. */
static void add_record(GString *out, const struct instrument *instrument, const char *year)
{
    const char *stage = stage_id(instrument, true);
    if (stage)
        add_session(out, instrument, stage, year);
    add(out, "    <!-- Aplikasi yang didata, dan kekurangan yang ditemukan. -->\n"
             "    <application name=\"Aplikasi Contoh\" service=\"perizinan\" status=\"unused\" "
             "hosting=\"luar\"/>\n"
             "    <shortfall kind=\"network\">Jaringan di dua unit sering terputus.</shortfall>\n");
}

static void add_first_indicator(GString *out, const struct instrument *instrument)
{
    const char *no = instrument->indicators[0].no;
    const char *self = stage_id(instrument, false), *stage = stage_id(instrument, true);
    int level = level_at(instrument, 0);
    if (!stage) {
        add(out, "    <indicator no=\"%s\" level=\"%d\"/>\n", no, level);
        return;
    }
    add(out,
        "    <!-- Bentuk panjang: nilai setiap tahap; yang terakhir berlaku. Bukti boleh lebih "
        "dari satu. -->\n"
        "    <indicator no=\"%s\">\n",
        no);
    if (self)
        add(out, "      <score stage=\"%s\" level=\"%d\"/>\n", self, level_at(instrument, 1));
    add(out,
        "      <score stage=\"%s\" level=\"%d\">\n"
        "        <fact>Peraturan sudah disusun.</fact>\n"
        "        <analysis>Peraturan belum mencakup semua unit.</analysis>\n"
        "        <reason>Bukti yang diunggah baru berupa rancangan.</reason>\n"
        "      </score>\n"
        "      <evidence kind=\"regulation\" title=\"Rancangan peraturan contoh\" "
        "status=\"draft\"/>\n"
        "    </indicator>\n",
        stage, level);
}

static void add_indicators(GString *out, const struct instrument *instrument)
{
    add_first_indicator(out, instrument);
    add(out, "    <!-- Bentuk pendek: nilai akhir saja. -->\n");
    for (size_t i = 1; i < instrument->indicator_count; i++)
        add(out, "    <indicator no=\"%s\" level=\"%d\"/>\n", instrument->indicators[i].no,
            level_at(instrument, i));
}

static void add_center(GString *out, const struct instrument *instrument)
{
    size_t group = group_with(instrument, SEAT_CENTER);
    if (group == NONE)
        return;
    g_autofree char *index = g_strdup_printf("%d.%02d", (int)(instrument->target / 100),
                                             (int)(instrument->target % 100));
    const char *grade = NULL;
    for (size_t i = instrument->grade_count; i > 0 && !grade; i--)
        if (i == 1 || instrument->grades[i - 2].from > instrument->target)
            grade = instrument->grades[i - 1].name;
    add(out,
        "  <!-- Hanya angka yang sudah terbit; nilai indikatornya tidak diketahui. -->\n"
        "  <institution code=\"C01\" name=\"Kementerian Contoh\" group=\"%s\" "
        "addressee=\"Menteri Contoh\" seat=\"Kota Contoh\">\n"
        "    <published index=\"%s\" grade=\"%s\">\n",
        instrument->groups[group].id, index, grade ? grade : "");
    if (instrument->domain_count > 0)
        add(out, "      <domain no=\"%s\" index=\"%s\"/>\n", instrument->domains[0].no, index);
    add(out,
        "      <aspect no=\"%s\" index=\"%s\"/>\n"
        "    </published>\n"
        "  </institution>\n"
        "  <!-- Tidak dinilai: alasannya wajib ditulis. -->\n"
        "  <institution code=\"C02\" name=\"Badan Contoh\" group=\"%s\" addressee=\"Kepala Badan "
        "Contoh\"\n"
        "               status=\"not-assessed\" reason=\"Baru dibentuk\"/>\n",
        instrument->aspects[0].no, index, instrument->groups[group].id);
}

static void add_levels_only(GString *out, const struct instrument *instrument)
{
    for (size_t i = 0; i < instrument->indicator_count; i++)
        add(out, "    <indicator no=\"%s\" level=\"%d\"/>\n", instrument->indicators[i].no,
            level_at(instrument, i + 1));
}

static void add_region(GString *out, const struct instrument *instrument, const char *year)
{
    size_t group = group_with(instrument, SEAT_REGION);
    int earlier = (int)g_ascii_strtoll(year, NULL, 10) - 1;
    if (group == NONE)
        return;
    add(out,
        "  <institution code=\"" PARENT "\" name=\"Pemerintah Contoh\" group=\"%s\" "
        "region=\"" REGION "\"\n"
        "               addressee=\"Kepala Daerah Contoh\" seat=\"Kota Contoh\">\n",
        instrument->groups[group].id);
    add_record(out, instrument, year);
    add_indicators(out, instrument);
    add(out,
        "    <!-- Indeks tahun sebelumnya. -->\n"
        "    <history year=\"%d\" instrument=\"%s\" index=\"%d.00\"/>\n"
        "  </institution>\n",
        earlier, instrument->id, (int)(instrument->level_min / instrument->level_scale) + 1);
}

/* Units of the institution above, or without one a plain institution. */
static void add_unit(GString *out, const struct instrument *instrument)
{
    size_t group = group_with(instrument, SEAT_PARENT);
    if (group == NONE || group_with(instrument, SEAT_REGION) == NONE)
        return;
    add(out,
        "  <!-- Unit suatu pemerintah daerah: parent adalah kode induknya. -->\n"
        "  <institution code=\"" UNIT "\" name=\"Dinas Contoh\" group=\"%s\" "
        "parent=\"" PARENT "\"\n"
        "               addressee=\"Kepala Dinas Contoh\" seat=\"Kota Contoh\">\n",
        instrument->groups[group].id);
    add_levels_only(out, instrument);
    add(out, "  </institution>\n");
}

GString *starter_evaluation(const struct instrument *instrument)
{
    g_autofree char *year = year_of(instrument);
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    add(out,
        "<!-- CONTOH: semua nama, nilai, dan tanggal di berkas ini rekaan. Ganti dengan data "
        "sendiri.\n"
        "     \"rapor schema evaluation\" mencetak aturan lengkap berkas ini. -->\n"
        "<evaluation xmlns=\"urn:rapor:evaluation:1\" instrument=\"%s\" year=\"%s\" "
        "kind=\"evaluasi\">\n",
        instrument->id, year);
    add_papers(out, instrument, year);
    add_center(out, instrument);
    add_region(out, instrument, year);
    add_unit(out, instrument);
    if (group_with(instrument, SEAT_CENTER) == NONE && group_with(instrument, SEAT_REGION) == NONE)
        add(out,
            "  <institution code=\"C01\" name=\"Instansi Contoh\" group=\"%s\" "
            "status=\"not-assessed\" "
            "reason=\"Contoh\"/>\n",
            instrument->groups[0].id);
    add(out, "</evaluation>\n");
    return out;
}

GString *starter_readme(const struct instrument *instrument)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(
        out,
        "# Penilaian dengan instrumen %s\n"
        "\n"
        "Folder ini titik awal: semua isinya rekaan dan boleh diganti.\n"
        "\n"
        "| berkas | isi |\n"
        "|---|---|\n"
        "| `evaluation.xml` | nilai, penanda tangan, dan catatan penilaian; setiap unsur diberi "
        "contoh |\n"
        "| `layouts/%s/` | instrumen (indikator, bobot, predikat) dan tata letak dokumen |\n"
        "| `layouts/common/style.xml` | warna dan huruf semua dokumen |\n"
        "| `layouts/common/emblem.svg` | lambang; ganti dengan lambang instansi sendiri |\n"
        "\n"
        "## Urutan kerja\n"
        "\n"
        "```sh\n"
        "rapor check   evaluation.xml             # temukan semua kesalahan\n"
        "rapor rank    evaluation.xml             # lihat peringkat\n"
        "rapor build   evaluation.xml -o hasil    # buat semua dokumen\n"
        "```\n"
        "\n"
        "Perintah yang dijalankan di folder ini memakai berkas di `layouts/`; berkas yang dihapus "
        "dari sana\n"
        "diganti dengan bawaan program. Di folder lain, sebutkan `--layouts` dan foldernya.\n"
        "\n"
        "## Lebih suka lembar kerja?\n"
        "\n"
        "```sh\n"
        "rapor export --template %s -o formulir.xlsx\n"
        "rapor import formulir.xlsx -o evaluation.xml\n"
        "```\n"
        "\n"
        "Isi lembar `Indikator` (satu baris per instansi) dan `Identitas` (penerbit, keputusan, "
        "penanda tangan). Lembar `Hitung`\n"
        "langsung menunjukkan indeks dan predikatnya.\n",
        instrument->id, instrument->id, instrument->id);
    return out;
}
