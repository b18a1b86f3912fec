#include "rapor/import/columns.h"

#include <stddef.h>

#define OF(at) "institution", at

const struct head_column head_columns[MARK_COUNT] = {
    [MARK_CODE] = {"code", "Kode",
                   "code|kode instansi|kode kemendagri|kode daerah|kode pemda|kode k l d|"
                   "kode wilayah kemendagri",
                   CONTENT_CODE, OF("code")},
    [MARK_NAME] = {"name", "Instansi",
                   "name|nama|nama instansi|nama pemda|pemerintah daerah|nama pemerintah daerah|"
                   "k l d|k l pd|nama k l d|nama k l pd|instansi pusat pemerintah daerah|"
                   "nama daerah|kabupaten kota|kementerian lembaga",
                   CONTENT_NAME, OF("name")},
    [MARK_GROUP] = {"group", "Kelompok", "group|kelompok instansi|jenis instansi|kategori instansi",
                    CONTENT_GROUP, OF("group")},
    [MARK_REGION_CODE] = {"region-code", "Kode Provinsi", "region code|kode prov|kode propinsi",
                          CONTENT_CODE, OF("region")},
    [MARK_REGION] = {"region", "Provinsi", "region|wilayah|nama provinsi|prov|propinsi",
                     CONTENT_NAME}, /* of the region whose code stands beside it */
    [MARK_PARENT] = {"parent-code", "Kode Induk", "parent code|induk|kode instansi induk",
                     CONTENT_CODE, OF("parent")},
    [MARK_ADDRESSEE] = {"addressee", "Pejabat", "addressee|kepada|yth", CONTENT_TEXT,
                        OF("addressee")},
    [MARK_SEAT] = {"seat", "Kedudukan", "seat|ibu kota|tempat kedudukan|ibukota", CONTENT_NAME,
                   OF("seat")},
    [MARK_MAIL] = {"mail", "Surel", "mail|email|e mail|surat elektronik|pos el|alamat surel",
                   CONTENT_TEXT, OF("mail")},
    [MARK_REASON] = {"reason", "Alasan Tidak Dinilai", "reason|alasan", CONTENT_TEXT, OF("reason"),
                     "status", "not-assessed"},
    [MARK_PUBLISHED_INDEX] = {"published-index", "Indeks Terbit", "published index", CONTENT_INDEX,
                              "published", "index"},
    [MARK_PUBLISHED_GRADE] = {"published-grade", "Predikat Terbit", "published grade",
                              CONTENT_GRADE, "published", "grade"},
    [MARK_INDICATOR] = {NULL, "Indikator",
                        "indicator|no indikator|nomor indikator|kode indikator|nama indikator",
                        CONTENT_INDICATOR, "indicator", "no"},
    [MARK_LEVEL] = {NULL, "Tingkat",
                    "level|nilai|skor|capaian|tingkat kematangan|nilai indikator|value|hasil|"
                    "hasil penilaian|nilai akhir",
                    CONTENT_LEVEL, "indicator", "level"},
    [MARK_STAGE] = {NULL, "Tahap", "stage|tahapan|tahap penilaian", CONTENT_STAGE},
    [MARK_NUMBER] = {NULL, "No.", "no|nomor|no urut|nomor urut", CONTENT_NUMBER},
};
