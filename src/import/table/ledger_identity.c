/* The rows of the sheet Identitas: what stands at the head of an evaluation. */
#include "ledger.h"

#include <glib.h>

static const struct ledger_word kinds[] = {
    {"evaluasi", "evaluasi"}, {"pemantauan", "pemantauan"}, {0}};
static const struct ledger_word states[] = {
    {"final", "final"}, {"draf", "draft"}, {"salinan", "salinan"}, {0}};
static const struct ledger_word heads[] = {
    {"halaman pertama", "first"}, {"setiap halaman", "every"}, {0}};
static const struct ledger_word orders[] = {{"indeks", "index"}, {"kode", "code"}, {0}};
static const struct ledger_word answers[] = {{"ya", "yes"}, {"tidak", "no"}, {0}};
static const struct ledger_word signings[] = {
    {"tinta", "ink"}, {"elektronik", "electronic"}, {"segel", "seal"}, {0}};
static const struct ledger_word securities[] = {
    {"biasa", "B"}, {"terbatas", "T"}, {"rahasia", "R"}, {"sangat rahasia", "SR"}, {0}};

static const struct ledger_word ranks[] = {
    {"separuh atas", "upper"}, {"semua", "all"}, {"tidak ada", "none"}, {0}};

const struct trait identity_traits[] = {
    {"evaluation", "instrument", "Penilaian", "Instrumen", CONTENT_CODE, NULL, "wajib"},
    {"evaluation", "year", "Penilaian", "Tahun", CONTENT_YEAR, NULL, "wajib; empat angka"},
    {"evaluation", "kind", "Penilaian", "Jenis", CONTENT_WORD, kinds, "pilih dari daftar"},
    {"evaluation", "sample", "Penilaian", "Contoh", CONTENT_WORD, answers, "pilih dari daftar"},
    {"issuer", "name", "Penerbit", "Nama", CONTENT_NAME, NULL, "instansi yang menerbitkan"},
    {"issuer", "office", "Penerbit", "Jabatan pimpinan", CONTENT_TEXT, NULL,
     "misalnya Menteri ... atau Gubernur ..."},
    {"issuer", "unit", "Penerbit", "Unit pelaksana", CONTENT_TEXT, NULL, "baris kedua kop surat"},
    {"issuer", "city", "Penerbit", "Kota", CONTENT_TEXT, NULL, "di depan tanggal surat"},
    {"issuer", "address", "Penerbit", "Alamat", CONTENT_TEXT, NULL, "baris terakhir kop surat"},
    {"issuer", "institution", "Penerbit", "Kode instansi", CONTENT_CODE, NULL,
     "bila penerbit juga dinilai"},
    {"issuer", "url", "Penerbit", "Laman", CONTENT_TEXT, NULL,
     "tempat memeriksa keaslian, diawali https://"},
    {"decree", "number", "Keputusan", "Nomor", CONTENT_TEXT, NULL, NULL},
    {"decree", "year", "Keputusan", "Tahun", CONTENT_YEAR, NULL, "empat angka"},
    {"decree", "date", "Keputusan", "Tanggal", CONTENT_DATE, NULL, "misalnya 31 Desember 2024"},
    {"decree", "place", "Keputusan", "Tempat", CONTENT_TEXT, NULL, "tempat penetapan"},
    {"decree", "status", "Keputusan", "Status", CONTENT_WORD, states, "pilih dari daftar"},
    {"decree", "head", "Keputusan", "Kepala naskah", CONTENT_WORD, heads, "pilih dari daftar"},
    {"decree", "order", "Keputusan", "Urutan lampiran", CONTENT_WORD, orders, "pilih dari daftar"},
    {"decree", "invocation", "Keputusan", "Dengan rahmat", CONTENT_WORD, answers,
     "DENGAN RAHMAT TUHAN YANG MAHA ESA; pilih dari daftar"},
    {"decree", "title", "Keputusan", "Judul", CONTENT_TEXT, NULL, NULL},
    {"decree", "procedure", "Keputusan", "Tata cara", CONTENT_TEXT, NULL, NULL},
    {"letter", "number", "Surat", "Nomor", CONTENT_TEXT, NULL, "{n} diganti nomor urut"},
    {"letter", "date", "Surat", "Tanggal", CONTENT_DATE, NULL, "misalnya 10 Januari 2025"},
    {"letter", "classification", "Surat", "Sifat", CONTENT_TEXT, NULL,
     "Biasa, Segera, atau Sangat Segera"},
    {"letter", "security", "Surat", "Keamanan", CONTENT_WORD, securities, "pilih dari daftar"},
    {"letter", "ranks", "Surat", "Peringkat", CONTENT_WORD, ranks, "pilih dari daftar"},
    {"letter", "due", "Surat", "Tenggat", CONTENT_DATE, NULL, "jawaban yang tidak dinilai"},
    {"team", "number", "Tim asesor", "Nomor", CONTENT_TEXT, NULL, "dari keputusan tentang tim"},
    {"team", "year", "Tim asesor", "Tahun", CONTENT_YEAR, NULL, "empat angka"},
    {"team", "date", "Tim asesor", "Tanggal", CONTENT_DATE, NULL, NULL},
    {"team", "place", "Tim asesor", "Tempat", CONTENT_TEXT, NULL, NULL},
    {"team", "from", "Tim asesor", "Mulai", CONTENT_DATE, NULL, NULL},
    {"team", "until", "Tim asesor", "Sampai", CONTENT_DATE, NULL, NULL},
    {"team", "costs", "Tim asesor", "Biaya", CONTENT_TEXT, NULL, NULL},
    {"ceremony", "date", "Penyerahan penghargaan", "Tanggal", CONTENT_DATE, NULL, NULL},
    {"ceremony", "hour", "Penyerahan penghargaan", "Jam", CONTENT_TEXT, NULL, NULL},
    {"ceremony", "place", "Penyerahan penghargaan", "Tempat", CONTENT_TEXT, NULL, NULL},
    {"ceremony", "dress", "Penyerahan penghargaan", "Pakaian", CONTENT_TEXT, NULL, NULL},
    {"ceremony", "invited", "Penyerahan penghargaan", "Tanggal undangan", CONTENT_DATE, NULL, NULL},
    {"ceremony", "reply", "Penyerahan penghargaan", "Jawaban", CONTENT_DATE, NULL, NULL},
    {"ceremony", "contact", "Penyerahan penghargaan", "Narahubung", CONTENT_NAME, NULL, NULL},
    {"ceremony", "phone", "Penyerahan penghargaan", "Telepon", CONTENT_LONG, NULL, NULL},
    {"press", "url", "Pers", "Laman", CONTENT_TEXT, NULL, "tempat laman pers terbit"},
    {"press", "hour", "Pers", "Jam terbit", CONTENT_TEXT, NULL, "misalnya 10.00 WIB"},
    {"press", "contact", "Pers", "Narahubung", CONTENT_NAME, NULL, NULL},
    {"press", "phone", "Pers", "Telepon", CONTENT_LONG, NULL, NULL},
    {"press", "mail", "Pers", "Surel", CONTENT_TEXT, NULL, NULL},
    {"press", "decree", "Pers", "Laman keputusan", CONTENT_TEXT, NULL, NULL},
    {"signatory", "name", "Penanda tangan", "Nama", CONTENT_NAME, NULL, "tanpa gelar"},
    {"signatory", "office", "Penanda tangan", "Jabatan", CONTENT_TEXT, NULL, NULL},
    {"signatory", "nip", "Penanda tangan", "NIP", CONTENT_LONG, NULL, "18 angka, sebagai teks"},
    {"signatory", "signing", "Penanda tangan", "Cara tanda tangan", CONTENT_WORD, signings,
     "pilih dari daftar"},
    {"signatory", "groups", "Penanda tangan", "Untuk kelompok", CONTENT_TEXT, NULL, NULL},
    {"signatory", "beside", "Penanda tangan", "Bersama", CONTENT_WORD, answers,
     "pilih dari daftar"},
    {"signatory", "certificate", "Penanda tangan", "Sertifikat", CONTENT_LONG, NULL,
     "nomor seri atau nama sertifikat elektronik"},
    {"region", "name", "Provinsi", "Nama", CONTENT_NAME, NULL, "tanpa kata Provinsi"},
};
const size_t identity_trait_count = G_N_ELEMENTS(identity_traits);
