"""The words of papers: who is cited, spoken to, ranked, named, and what is not said.
usage: words.py ROOT PROGRAM"""
import sys

import papers
from state import missing
from tap import Tap
from variants import Variant

SESSION = """<session stage="visit" date="2021-09-02">
  <assessor role="member" name="Rini Contoh"/><participant name="Dodi Contoh" office="Kepala Dinas"/></session>"""
LATER = '<score stage="review" verdict="invalid" level="1"><reason>Bukti baru diperiksa kemudian.</reason></score>'


def judge_minutes(tap, root, program):
    one = Variant(root, program, "pangkalpinang-2021")
    tap.check("minutes: nothing agreed is invented", missing(
        one.paper("minutes"), "Saran tindak lanjut", "Hal yang disepakati", absent=("Tindak lanjut yang disepakati",)))
    text = open(one.path, encoding="utf-8").read()
    at = text.index("</session>")
    agreed = '<agreed by="Bagian Hukum" until="2021-09-06">Mengirim peraturan.</agreed>'
    with_both = text[:at] + agreed + "</session>" + SESSION + text[at + len("</session>"):]
    first = with_both.index("</indicator>")
    open(one.path, "w", encoding="utf-8").write(with_both[:first] + LATER + with_both[first:])
    both = one.paper("minutes")
    tap.check("minutes: what was agreed, by whom, until when", missing(
        both, "Tindak lanjut yang disepakati", "Mengirim peraturan.", "Bagian Hukum", "6 September 2021"))
    tap.check("minutes: nothing of a stage that came later", missing(both, absent=("Bukti baru diperiksa kemudian",)))
    tap.check("minutes: a paper for each session, each with its day", missing(
        both, "BERITA ACARA PENILAIAN INTERVIU", "BERITA ACARA PENILAIAN VISITASI", "hari Senin, tanggal dua puluh tiga",
        "hari Kamis, tanggal dua bulan September", absent=("Pada hari ini",)))


def judge_bases(tap, root, program):
    minister = Variant(root, program, "denpasar-2021").paper("decree")
    mayor = Variant(root, program, "opd-2021").paper("decree")
    tap.check("a minister cites the law on ministries", missing(
        minister, "Nomor 39 Tahun 2008", "Nomor 47 Tahun 2015", "Keputusan Menteri ini", absent=("Nomor 23 Tahun 2014",)))
    tap.check("a mayor the law on governments of regions, and what the evaluation adds", missing(
        mayor, "Nomor 23 Tahun 2014", "Peraturan Daerah Kota Contoh Nomor 99", "Keputusan Wali Kota ini",
        absent=("Nomor 39 Tahun 2008", "asesor eksternal")))
    tap.check("the mean of units is theirs alone", missing(mayor, "rata-rata Indeks SPBE dua belas unit pada Pemerintah Kota Contoh"))
    tap.check("one that is alone has no rank and no mean", missing(
        minister, absent=("LAMPIRAN II", "nasional tahun 2021 sebesar", "dari 1")))
    left = Variant(root, program, "denpasar-2021").with_element('<basis without="UU 39/2008"/>').paper("decree")
    tap.check("a basis can be left out", missing(left, absent=("Nomor 39 Tahun 2008",)))


def judge_letters(tap, root, program):
    nation = Variant(root, program, "nasional-2021")

    def of(kind, code):
        return nation.paper(kind, "--institution", code)

    last = of("letter", "61.07")
    tap.check("nobody is told five times that he is the last", missing(last, absent=("Peringkat",)))
    tap.check("a rank as people say it", missing(
        of("letter", "13.01"), "Peringkat 3 dari 301 pemerintah kabupaten", "dari 17 pemerintah daerah di Sumatera Barat",
        "Bapak/Ibu Bupati", "tentang Hasil Evaluasi Sistem Pemerintahan Berbasis Elektronik pada Kementerian, Lembaga, dan "
        "Pemerintah Daerah Tahun 2021", "nilai yang belum dibulatkan", absent=("Saudara", "dalam kelompok yang sama")))
    asked = Variant(root, program, "nasional-2021", {"letter": {"ranks": "all"}})
    tap.check("all ranks, where they are asked for", missing(
        asked.paper("letter", "--institution", "61.07"), "Peringkat 301 dari 301 pemerintah kabupaten"))
    tap.check("a minister writes to ministers", missing(of("letter", "K24"), "Budi Contoh Santoso", "Bapak/Ibu Menteri"))
    tap.check("and gets a memorandum himself", missing(of("memo", "K27"), "NOTA DINAS", "mohon arahan", absent=("Tembusan",)))
    tap.equal("and no letter", nation.run("preview", nation.path, "-d", "letter", "--institution", "K27").returncode, 64)
    tap.check("who was not assessed is told why, what he owes, and by when", missing(
        of("reminder", "11.01"), "tidak dinilai dengan keterangan:", "melaksanakan penilaian mandiri", "31 Maret 2022"))


def judge_names(tap, root, program):
    for sample, kind, options in (("nasional-2021", "certificate", ("--institution", "13.01")),
                                  ("nasional-2021", "report", ("--institution", "61.07")),
                                  ("nasional-2021", "summary", ("--region", "34")), ("kukar-2020", "decree", ()),
                                  ("nasional-2021", "release", ())):
        path = Variant(root, program, sample).paper(kind, *options)
        pages = papers.text(path).split("\f")[:-1]
        tap.equal(f"{sample} {kind}: each page says that it is a sample",
                  sum("CONTOH – angka rekaan" in page for page in pages), len(pages))
    real = Variant(root, program, "denpasar-2021").paper("letter")
    tap.check("what is no sample does not", missing(real, absent=("angka rekaan",)))


def judge_counts(tap, root, program):
    units = Variant(root, program, "kukar-2020")
    tap.check("a release of units names the best unit", missing(
        units.paper("release"), "Dinas Komunikasi dan Informatika", "3,53", "2,38", absent=("2,56 2,56",)))
    region = Variant(root, program, "nasional-2021").paper("release-region", "--region", "34")
    tap.check("nobody reached the target: no headline of the highest", missing(
        region, "Belum ada instansi yang mencapai sasaran", absent=("Sebanyak 0", "0 dari 5", "Tertinggi di Daerah")))
    single = Variant(root, program, "solok-2020").paper("summary", "--region", "13")
    tap.check("a summary of one compares it with nobody", missing(
        single, "indeksnya naik 0,25 poin, dari 2,21 menjadi 2,46", absent=("2,46, sedangkan", "100", "Rata-rata nasional", "diraih")))


def judge_ones(tap, root, program):
    """Who is alone has no mean, rank or best; what would be left over does not make a page."""
    solok = Variant(root, program, "solok-2020")
    alone = ("Kelompok", "Semua", "Nasional", "Selisih", "instansi lain")
    tap.check("the letter of one: its own figures", missing(solok.paper("letter"), "Bobot Indeks", absent=alone))
    tap.check("the report of one: its own figures", missing(solok.paper("report"), absent=alone))
    tap.check("the release of one: its own way", missing(solok.paper("release"), "Perkembangan sejak 2019", absent=("terbesar",)))
    tap.check("the decree on one: no mean", missing(solok.paper("decree"), "terhadap satu instansi", absent=("rata-rata", "Lampiran I")))
    unit = Variant(root, program, "kukar-2020")
    tap.check("a unit is compared with units", missing(unit.paper("letter", "--institution", "64.02.24"), "Kelompok", absent=("Semua",)))
    tap.check("annex of ranks: nobody without one", missing(unit.paper("decree"), "PERINGKAT PEGI", absent=("– Pemerintah Kabupaten",)))
    tap.check("the gazette stands behind the law that it is of", missing(
        unit.paper("decree"), "Nomor 5587) sebagaimana telah diubah beberapa kali, terakhir dengan"))
    ranks = papers.text(unit.paper("decree")).split("PERINGKAT PEGI")[-1]
    tap.equal("annex of ranks: a group alone has no letter", ranks.count("B. Perangkat Daerah"), 0)
    tap.check("one step is not each of several", missing(unit.paper("brief"), "satu langkah yang menaikkan", absent=("masing-masing",)))
    tap.check("a release of a sample says so in its text", missing(unit.paper("release"), "CONTOH – angka rekaan. RANCANGAN"))
    nation = Variant(root, program, "nasional-2021")
    tap.check("an excerpt names the annex as the decree does", missing(
        nation.paper("excerpt", "--institution", "13.01"), "dalam Lampiran I yang merupakan"))
    tap.check("a report has the means of all groups", missing(
        nation.paper("report", "--institution", "13.01"), "Rata-rata setiap kelompok instansi", "Lembaga Pemerintah Nonkementerian 2,77"))
    for kind in ("winners", "release", "submission"):
        tap.equal(f"{kind}: one page", papers.text(nation.paper(kind)).count("\f"), 1)


def judge_whole(tap, root, program):
    """All of them, none of them, one alone: said as people say it; what is nowhere known is not said to be nothing."""
    services = Variant(root, program, "pekppp-2025")
    decree = services.paper("decree")
    tap.check("a name that is no abbreviation is not introduced as one", missing(
        decree, "kemajuan penyelenggaraan pelayanan publik pada kementerian", "memperbaiki penyelenggaraan pelayanan publik di",
        absent=("disingkat", "penyelenggaraan penyelenggaraan", "(Pelayanan Publik)")))
    tap.check("... nor twice in a letter", missing(services.paper("letter", "--institution", "98.71"), "hasil evaluasi pelayanan publik tahun",
                                                   absent=("(Pelayanan Publik)",)))
    tap.check("a certificate's number has no spaces in it", missing(services.paper("certificate", "--institution", "99.71"), "997/9/PEKPPP/2025"))
    tap.check("all below the target: all", missing(
        Variant(root, program, "akip-2024").paper("letter", "--institution", "98.71"), "Seluruh subkomponen yang dinilai, yaitu dua belas",
        absent=("dua belas subkomponen masih",)))
    tap.check("all levels changed: none is counted as the same", missing(
        Variant(root, program, "pemdi-2026").paper("report", "--institution", "99.71"), "semuanya berubah; sembilan belas", absent=("nol berakhir",)))
    alone = Variant(root, program, "bandar-lampung-2021")
    tap.check("an excerpt for one alone", missing(alone.paper("excerpt"), "yaitu Pemerintah Kota Bandar Lampung", absent=("antara lain",)))
    tap.check("a decree on one alone", missing(alone.paper("decree"), "di lingkungannya.", absent=("masing",)))
    tap.check("a brief counts in words", missing(alone.paper("brief"), "dan tiga aspek lain", absent=("dan 3 aspek",)))
    tap.check("a release on one alone has no averages", missing(alone.paper("release-english"), "1.20", absent=("Averages",)))
    nation = Variant(root, program, "nasional-2021")
    for kind in ("decree", "winners"):
        tap.check(f"{kind}: nothing of gains where no earlier year is known", missing(
            nation.paper(kind), "Pemerintah Kota Semarang", absent=("KENAIKAN", "Kenaikan", "Peningkatan Penerapan", "Tidak ada penerima")))


def judge_readers(tap, root, program):
    """Titles whose letters are set apart are whole words in poppler and in MuPDF, which tells no ActualText."""
    papers_of = [("nasional-2021", "certificate", ("--institution", "13.01")), ("kukar-2020", "certificate", ("--institution", "64.02.01")),
                 ("nasional-2021", "award", ("--institution", "13.01"))]
    for sample, kind, options in papers_of:
        path = Variant(root, program, sample).paper(kind, *options)
        for reader, words in (("poppler", papers.call("pdftotext", path, "-")), ("MuPDF", papers.call("mutool", "draw", "-q", "-F", "text", path))):
            tap.check(f"{sample} {kind}: titles in {reader}", (
                f"no {wanted}" for wanted in ("PIAGAM PENGHARGAAN", "KEMENTERIAN" if sample[0] == "n" else "KUTAI KARTANEGARA")
                if wanted not in " ".join(words.split())))
    decree = Variant(root, program, "nasional-2021").paper("decree")
    tap.equal("no page number becomes a division", papers.text(decree).count("NO\n- "), 0)


def main(root, program):
    tap = Tap()
    for judge in (judge_minutes, judge_bases, judge_letters, judge_names, judge_counts, judge_ones, judge_whole,
                  judge_readers):
        judge(tap, root, program)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
