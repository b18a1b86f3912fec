#include "ledger.h"

#include <glib.h>

static const struct ledger_word verdicts[] = {
    {"sesuai", "valid"}, {"tidak sesuai", "invalid"}, {0}};
static const struct ledger_word evidence_states[] = {{"ditetapkan", "enacted"},
                                                     {"rancangan", "draft"},
                                                     {"tidak tertulis", "unwritten"},
                                                     {"kedaluwarsa", "outdated"},
                                                     {0}};
static const struct ledger_word item_states[] = {
    {"diterima", "accepted"},   {"perlu diganti", "unsuitable"},     {"belum diunggah", "missing"},
    {"belum dibuka", "closed"}, {"tidak berlaku", "not-applicable"}, {"tidak tepat", "unsuitable"},
    {"revisi", "unsuitable"},   {"ditolak otomatis", "closed"},      {0}};
static const struct ledger_word ticks[] = {{"ya", "yes"},
                                           {"tidak", "no"},
                                           {"tidak berlaku", "not-applicable"},
                                           {"✓", "yes"},
                                           {"–", "no"},
                                           {"-", "no"},
                                           {"◆", "not-applicable"},
                                           {0}};
static const struct ledger_word waiting[] = {
    {"belum tersedia", "pending"}, {"menunggu", "pending"}, {0}};
static const struct ledger_word roles[] = {{"ketua", "lead"}, {"anggota", "member"}, {0}};
static const struct ledger_word outcomes[] = {
    {"diterima", "accepted"}, {"tidak diterima", "rejected"}, {0}};
static const struct ledger_word shortfalls[] = {
    {"jaringan", "network"},           {"server", "server"},
    {"aplikasi", "application"},       {"integrasi", "integration"},
    {"sumber daya manusia", "people"}, {"kebijakan", "policy"},
    {"dokumen", "document"},           {0}};

static const struct ledger_word languages[] = {{"Indonesia", "id"}, {"Inggris", "en"}, {0}};

#define CODE                                                                                       \
    {                                                                                              \
        "Kode", "kode instansi|kode wilayah|kode kemendagri|code", CONTENT_CODE, 0, "code", NULL   \
    }
#define NAME                                                                                       \
    {                                                                                              \
        "Instansi", "nama instansi|institution", CONTENT_NAME, 0, "name", NULL                     \
    }
#define INDICATOR                                                                                  \
    {                                                                                              \
        "Indikator", "no indikator|nomor indikator|indicator", CONTENT_INDICATOR, 1, "no", NULL    \
    }
#define NUMBER(depth)                                                                              \
    {                                                                                              \
        "No.", "no|nomor|urut|number", CONTENT_NUMBER, depth, "#", NULL                            \
    }
#define SESSION                                                                                    \
    {                                                                                              \
        "Sesi", "no sesi|nomor sesi|session", CONTENT_NUMBER, 1, "#", NULL                         \
    }

static const char *const score_way[] = {"institution", "indicator", "score", NULL};
static const struct ledger_column score_columns[] = {
    CODE,
    NAME,
    INDICATOR,
    {"Tahap", "stage|tahapan", CONTENT_STAGE, 2, "stage", NULL},
    {"Tingkat", "level|nilai|skor|capaian|tingkat kematangan|value", CONTENT_LEVEL, 2, "level",
     NULL},
    {"Verifikasi", "putusan|hasil verifikasi|verdict", CONTENT_WORD, 2, "verdict", verdicts},
    {"Fakta", "temuan|fact", CONTENT_PROSE, 2, ">fact", NULL},
    {"Analisis", "analysis", CONTENT_PROSE, 2, ">analysis", NULL},
    {"Alasan", "penjelasan|reason", CONTENT_PROSE, 2, ">reason", NULL},
};

static const char *const evidence_way[] = {"institution", "indicator", "evidence", NULL};
static const struct ledger_column evidence_columns[] = {
    CODE,
    NAME,
    INDICATOR,
    NUMBER(2),
    {"Jenis", "jenis bukti|kind", CONTENT_TEXT, 2, "kind", NULL},
    {"Judul", "nama dokumen|bukti|title", CONTENT_TEXT, 2, "title", NULL},
    {"Status", "status dokumen", CONTENT_WORD, 2, "status", evidence_states},
};

static const char *const item_way[] = {"institution", "indicator", "item", NULL};
static const struct ledger_column item_columns[] = {
    CODE,
    NAME,
    INDICATOR,
    {"Butir", "kode butir|butir bukti|item", CONTENT_CODE, 2, "code", NULL},
    {"Status", "hasil|hasil asesor|state", CONTENT_WORD, 2, "state", item_states},
    {"Catatan", "catatan asesor|note", CONTENT_TEXT, 2, "note", NULL},
    {"Dokumen", "berkas|bukti|document", CONTENT_TEXT, 2, "document", NULL},
};

/* The table that assessors keep, a row for each indicator. */
static const char *const judgement_way[] = {"institution", "indicator", NULL};
static const struct ledger_column judgement_columns[] = {
    CODE,
    NAME,
    INDICATOR,
    {"Unggah", "upload|diunggah|uploaded", CONTENT_WORD, 1, "uploaded", ticks},
    {"Interviu", "interview|wawancara|interviewed", CONTENT_WORD, 1, "interviewed", ticks},
    {"Disetujui", "approved|persetujuan", CONTENT_WORD, 1, "approved", ticks},
    {"Nilai", "value|skor|tingkat", CONTENT_LEVEL, 1, "level", NULL},
    {"Keadaan", "indeks lain|state", CONTENT_WORD, 1, "state", waiting},
    {"Sumber Indeks", "sumber|source", CONTENT_TEXT, 1, "source", NULL},
    {"Catatan", "catatan asesor|note", CONTENT_PROSE, 1, ">note", NULL},
    {"Rekomendasi", "rekomendasi tindak lanjut|recommendation", CONTENT_PROSE, 1, ">recommendation",
     NULL},
};

static const char *const session_way[] = {"institution", "session", NULL};
static const struct ledger_column session_columns[] = {
    CODE,
    NAME,
    NUMBER(1),
    {"Tahap", "stage|tahapan", CONTENT_STAGE, 1, "stage", NULL},
    {"Tanggal", "date|hari tanggal", CONTENT_DATE, 1, "date", NULL},
    {"Cara", "metode|mode", CONTENT_TEXT, 1, "mode", NULL},
    {"Tempat", "lokasi|place", CONTENT_TEXT, 1, "place", NULL},
    {"Nomor Berita Acara", "nomor ba", CONTENT_TEXT, 1, "number", NULL},
    {"Jam", "pukul|hour", CONTENT_TEXT, 1, "hour", NULL},
    {"Surat Tugas", "nomor surat tugas|assignment", CONTENT_TEXT, 1, "assignment", NULL},
    {"Tanggal Surat Tugas", "assigned", CONTENT_DATE, 1, "assigned", NULL},
    {"Batas Bukti", "batas data dukung|evidence until", CONTENT_DATE, 1, "evidence-until", NULL},
};

static const char *const agenda_way[] = {"institution", "session", "agenda", NULL};
static const struct ledger_column agenda_columns[] = {
    CODE, NAME, SESSION, NUMBER(2), {"Acara", "agenda|uraian", CONTENT_PROSE, 2, ".", NULL},
};

static const char *const agreed_way[] = {"institution", "session", "agreed", NULL};
static const struct ledger_column agreed_columns[] = {
    CODE,
    NAME,
    SESSION,
    NUMBER(2),
    {"Kesepakatan", "uraian|agreed", CONTENT_PROSE, 2, ".", NULL},
    {"Penanggung Jawab", "oleh|by", CONTENT_TEXT, 2, "by", NULL},
    {"Tenggat", "sampai|until", CONTENT_DATE, 2, "until", NULL},
};

static const char *const day_way[] = {"institution", "session", "day", "unit", NULL};
static const struct ledger_column day_columns[] = {
    CODE,
    NAME,
    SESSION,
    {"Tanggal", "date", CONTENT_DATE, 2, "date", NULL},
    {"Kode Unit", "unit|kode perangkat daerah", CONTENT_CODE, 3, "code", NULL},
};

static const char *const assessor_way[] = {"institution", "session", "assessor", NULL};
static const struct ledger_column assessor_columns[] = {
    CODE,
    NAME,
    SESSION,
    NUMBER(2),
    {"Peran", "role", CONTENT_WORD, 2, "role", roles},
    {"Nama", "nama asesor|name", CONTENT_NAME, 2, "name", NULL},
    {"Asal", "asal instansi|afiliasi|affiliation", CONTENT_TEXT, 2, "affiliation", NULL},
};

static const char *const participant_way[] = {"institution", "session", "participant", NULL};
static const struct ledger_column participant_columns[] = {
    CODE,
    NAME,
    SESSION,
    NUMBER(2),
    {"Nama", "nama peserta|name", CONTENT_NAME, 2, "name", NULL},
    {"Jabatan", "office", CONTENT_TEXT, 2, "office", NULL},
};

static const char *const application_way[] = {"institution", "application", NULL};
static const struct ledger_column application_columns[] = {
    CODE,
    NAME,
    NUMBER(1),
    {"Nama Aplikasi", "nama|aplikasi|name", CONTENT_TEXT, 1, "name", NULL},
    {"Layanan", "service", CONTENT_TEXT, 1, "service", NULL},
    {"Status", NULL, CONTENT_TEXT, 1, "status", NULL},
    {"Penempatan", "hosting|lokasi server", CONTENT_TEXT, 1, "hosting", NULL},
};

static const char *const shortfall_way[] = {"institution", "shortfall", NULL};
static const struct ledger_column shortfall_columns[] = {
    CODE,
    NAME,
    NUMBER(1),
    {"Jenis", "kind", CONTENT_WORD, 1, "kind", shortfalls},
    {"Uraian", "keterangan|kekurangan|text", CONTENT_PROSE, 1, ".", NULL},
};

static const char *const objection_way[] = {"institution", "objection", "claim", NULL};
static const struct ledger_column objection_columns[] = {
    CODE,
    NAME,
    {"Indikator", "no indikator|nomor indikator|indicator", CONTENT_INDICATOR, 2, "no", NULL},
    {"Tingkat Diminta", "level|tingkat", CONTENT_LEVEL, 2, "level", NULL},
    {"Dasar", "alasan|ground", CONTENT_PROSE, 2, ">ground", NULL},
    {"Hasil", "putusan|outcome", CONTENT_WORD, 2, "outcome", outcomes},
    {"Pertimbangan", "jawaban|reply", CONTENT_PROSE, 2, ">reply", NULL},
    {"Nomor Sanggah", "number", CONTENT_TEXT, 1, "number", NULL},
    {"Tanggal Sanggah", "date", CONTENT_DATE, 1, "date", NULL},
    {"Nomor Jawaban", "answer", CONTENT_TEXT, 1, "answer", NULL},
    {"Tanggal Jawaban", "answered", CONTENT_DATE, 1, "answered", NULL},
};

static const char *const member_way[] = {"team", "appointee", NULL};
static const struct ledger_column member_columns[] = {
    NUMBER(1),
    {"Nama", "name", CONTENT_NAME, 1, "name", NULL},
    {"Jabatan", "office", CONTENT_TEXT, 1, "office", NULL},
    {"Kedudukan", "kedudukan dalam tim|role", CONTENT_TEXT, 1, "role", NULL},
};

static const char *const duty_way[] = {"team", "duty", NULL};
static const struct ledger_column duty_columns[] = {
    NUMBER(1),
    {"Tugas", "uraian|duty", CONTENT_PROSE, 1, ".", NULL},
};

static const char *const quote_way[] = {"press", "quote", NULL};
static const struct ledger_column quote_columns[] = {
    NUMBER(1),
    {"Kutipan", "isi|quote", CONTENT_PROSE, 1, ".", NULL},
    {"Oleh", "nama|by", CONTENT_NAME, 1, "by", NULL},
    {"Jabatan", "office", CONTENT_TEXT, 1, "office", NULL},
    {"Provinsi", "kode provinsi|region", CONTENT_CODE, 1, "region", NULL},
    {"Bahasa", "language", CONTENT_WORD, 1, "language", languages},
};

static const char *const correction_way[] = {"correction", NULL};
static const struct ledger_column correction_columns[] = {
    NUMBER(0),
    {"Tanggal", "date", CONTENT_DATE, 0, "date", NULL},
    {"Versi", "version", CONTENT_TEXT, 0, "version", NULL},
    {"Koreksi", "uraian|correction", CONTENT_PROSE, 0, ".", NULL},
    {"Bahasa", "language", CONTENT_WORD, 0, "language", languages},
};

static const char *const history_way[] = {"institution", "history", NULL};
static const struct ledger_column history_columns[] = {
    CODE,
    NAME,
    {"Tahun", "year", CONTENT_YEAR, 1, "year", NULL},
    {"Instrumen", "instrument", CONTENT_CODE, 1, "instrument", NULL},
    {"Indeks", "index|nilai", CONTENT_INDEX, 1, "index", NULL},
    {"Predikat", "grade", CONTENT_TEXT, 1, "grade", NULL},
};

static const char *const schedule_way[] = {"schedule", NULL};
static const struct ledger_column schedule_columns[] = {
    NUMBER(0),
    {"Tahap", "stage|tahapan", CONTENT_STAGE, 0, "stage", NULL},
    {"Mulai", "dari|sejak|tanggal mulai|from", CONTENT_DATE, 0, "from", NULL},
    {"Selesai", "sampai|hingga|tanggal selesai|until", CONTENT_DATE, 0, "until", NULL},
};

static const char *const basis_way[] = {"basis", NULL};
static const struct ledger_column basis_columns[] = {
    NUMBER(0),
    {"Dasar Hukum", "name|nama", CONTENT_TEXT, 0, "name", NULL},
    {"Lembaran Negara", "gazette", CONTENT_TEXT, 0, "gazette", NULL},
    {"Sebelum", "before", CONTENT_TEXT, 0, "before", NULL},
    {"Tanpa", "without", CONTENT_TEXT, 0, "without", NULL},
};

#define PART(title, depth)                                                                         \
    {title, "no|nomor", CONTENT_TEXT, depth, "no", NULL},                                          \
    {                                                                                              \
        "Indeks", "index|nilai", CONTENT_INDEX, depth, "index", NULL                               \
    }
static const char *const domain_way[] = {"institution", "published", "domain", NULL};
static const struct ledger_column domain_columns[] = {CODE, NAME, PART("Domain", 2)};
static const char *const aspect_way[] = {"institution", "published", "aspect", NULL};
static const struct ledger_column aspect_columns[] = {CODE, NAME, PART("Aspek", 2)};

#define GROUP                                                                                      \
    {                                                                                              \
        "Kelompok", "group", CONTENT_GROUP, 0, "group", NULL                                       \
    }
static const char *const average_way[] = {"published-average", NULL};
static const struct ledger_column average_columns[] = {
    GROUP, {"Indeks", "index|nilai", CONTENT_INDEX, 0, "index", NULL}};
static const char *const average_domain_way[] = {"published-average", "domain", NULL};
static const struct ledger_column average_domain_columns[] = {GROUP, PART("Domain", 1)};
static const char *const average_aspect_way[] = {"published-average", "aspect", NULL};
static const struct ledger_column average_aspect_columns[] = {GROUP, PART("Aspek", 1)};

#define SHEET(title, name, in_forms, with_items)                                                   \
    {                                                                                              \
        title, name##_way, name##_columns, G_N_ELEMENTS(name##_columns), in_forms, with_items      \
    }
#define LEDGER(title, name, in_forms) SHEET(title, name, in_forms, false)
#define WITH_ITEMS(title, name)       SHEET(title, name, true, true)
const struct ledger ledgers[] = {
    LEDGER("Tahap", score, true),
    LEDGER("Bukti", evidence, true),
    WITH_ITEMS("Butir", item),
    WITH_ITEMS("Penilaian Asesor", judgement),
    LEDGER("Jadwal", schedule, true),
    LEDGER("Sesi", session, true),
    LEDGER("Hari Sesi", day, true),
    LEDGER("Acara Sesi", agenda, false),
    LEDGER("Kesepakatan", agreed, false),
    LEDGER("Asesor", assessor, true),
    LEDGER("Peserta", participant, true),
    LEDGER("Aplikasi", application, true),
    LEDGER("Kekurangan", shortfall, true),
    LEDGER("Sanggah", objection, false),
    LEDGER("Riwayat", history, true),
    LEDGER("Tim Asesor", member, false),
    LEDGER("Tugas Tim", duty, false),
    LEDGER("Kutipan Pers", quote, false),
    LEDGER("Koreksi", correction, false),
    LEDGER("Dasar Hukum", basis, false),
    LEDGER("Domain Terbit", domain, false),
    LEDGER("Aspek Terbit", aspect, false),
    LEDGER("Rerata Terbit", average, false),
    LEDGER("Rerata Domain Terbit", average_domain, false),
    LEDGER("Rerata Aspek Terbit", average_aspect, false),
};
const size_t ledger_count = G_N_ELEMENTS(ledgers);
