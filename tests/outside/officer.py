"""What a data officer meets: sheets with one mistake each, of which the cell is told and
nothing else; and a day from five sheets of five shapes to a corrected evaluation.
usage: officer.py PROGRAM ROOT SCRATCH"""
import datetime
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

import openpyxl

import tap as speaking

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
SPACE = "{urn:rapor:evaluation:1}"
COUNT = 47
HEADS = ["Kode", "Instansi", "Kelompok", "Kode Provinsi", "Provinsi", "Kode Induk", "Pejabat", "Kedudukan",
         "Alasan Tidak Dinilai", "Indeks Terbit", "Predikat Terbit"]
FIRST = len(HEADS)
WHO = [["99", "Pemerintah Provinsi Contoh Raya", "Pemerintah Provinsi", "99", "Contoh Raya"],
       ["99.01", "Pemerintah Kabupaten Contoh Timur", "Pemerintah Kabupaten", "99", "Contoh Raya"],
       ["99.02", "Pemerintah Kabupaten Contoh Barat", "Pemerintah Kabupaten", "99", "Contoh Raya"],
       ["99.10", "Pemerintah Kabupaten Contoh Utara", "Pemerintah Kabupaten", "99", "Contoh Raya"],
       ["99.71", "Pemerintah Kota Contoh", "Pemerintah Kota", "99", "Contoh Raya"],
       ["K90", "Kementerian Contoh", "Kementerian", None, None],
       ["99.71.01", "Dinas Contoh", "Perangkat Daerah", None, None, "99.71"]]
tap = speaking.Tap()


def level(row, column, stage=0):
    return 1 + (3 * row + 2 * column + stage) % 5


def path(name):
    return os.path.join(SCRATCH, name)


def rapor(*words):
    return subprocess.run([PROGRAM, *words], cwd=SCRATCH, capture_output=True, encoding="utf-8",
                          stdin=subprocess.DEVNULL, check=False)


def good_book():
    """A workbook with nothing wrong in it; every sheet that can be filled in is."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Indikator"
    sheet.append(HEADS + list(range(1, COUNT + 1)))
    for number, who in enumerate(WHO):
        sheet.append(who + [None] * (FIRST - len(who)) + [level(number, i) for i in range(COUNT)])
    identity = book.create_sheet("Identitas")
    for row in (["Bagian", "Unsur", "Isi"], ["Penilaian", "Instrumen", "spbe-2020"],
                ["Penilaian", "Tahun", "2021"], ["Penerbit", "Nama", "Kementerian Contoh"],
                ["Keputusan", "Tanggal", "31 Desember 2021"], ["Keputusan", "Status", "Final"],
                ["Surat", "Tanggal", datetime.date(2022, 1, 10)],
                ["Penanda tangan surat", "Nama", "Ratna Contoh"],
                ["Penanda tangan surat", "NIP", "199001012015012001"],
                ["Penanda tangan surat", "Cara tanda tangan", "elektronik"],
                ["Keputusan", "Dengan rahmat", "ya"]):
        identity.append(row)
    for title, rows in {
            "Bukti": (["Kode", "Indikator", "No.", "Jenis", "Judul", "Status"],
                      ["99.71", 1, 1, "regulation", "Peraturan Contoh", "ditetapkan"],
                      ["99.71", 2, None, "report", "Laporan Contoh", "rancangan"]),
            "Jadwal": (["No.", "Tahap", "Mulai", "Selesai"],
                       [1, "Penilaian Interviu", "2021-08-20 00:00:00", "27 Agustus 2021"]),
            "Sesi": (["Kode", "No.", "Tahap", "Tanggal", "Tempat"],
                     ["99.71", 1, "Penilaian Interviu", "23 Agustus 2021", "Balai Contoh"]),
            "Asesor": (["Kode", "Sesi", "Peran", "Nama", "Asal"],
                       ["99.71", 1, "ketua", "Sari Contoh", "Universitas Contoh"]),
            "Aplikasi": (["Kode", "Nama Aplikasi", "Status"], ["99.71", "e-Contoh", "unused"]),
            "Kekurangan": (["Kode", "Jenis", "Uraian"], ["99.71", "server", "Belum ada cadangan."]),
            "Riwayat": (["Kode", "Tahun", "Indeks", "Predikat"], ["99.71", "2020", 2.64, "Baik"])}.items():
        ledger = book.create_sheet(title)
        for row in rows:
            ledger.append(row)
    return book


def told(name, *words):
    """The errors and warnings of an import: their texts and ids; and the exit code."""
    done = rapor("import", name, "--json", *words)
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    found = [(line["text"], line["severity"]) for line in lines
             if line["type"] == "diagnostic" and line["severity"] != "note"]
    return found, done.returncode


def cell(name, value):
    """Puts the value into a cell, "Sheet!A1"."""
    sheet, place = name.split("!")

    def change(book):
        book[sheet][place].value = value
    return change


def several(*changes):
    def change(book):
        for one in changes:
            one(book)
    return change


def row(sheet, *values):
    def change(book):
        book[sheet].append(list(values))
    return change


def shown(name, value, format):
    def change(book):
        cell(name, value)(book)
        sheet, place = name.split("!")
        book[sheet][place].number_format = format
    return change


L = "Indikator!L2"  # indicator 1 of the first
MISTAKES = {
    "a level too high": (cell(L, 7), L, "7"),
    "a level of 0": (cell(L, 0), L, "0"),
    "a level below 0": (cell(L, -1), L, "-1"),
    "a level with decimals": (cell(L, 2.5), L, "2.5"),
    "TRUE for a level": (cell(L, True), L, "TRUE"),
    "FALSE for a level": (cell(L, False), L, "FALSE"),
    "an error for a level": (cell(L, "#N/A"), L, "#N/A"),
    "a broken reference for a level": (cell(L, "#REF!"), L, "#REF!"),
    "a formula that no program computed": (cell(L, "=1+2"), L, "not been computed"),
    "a day for a level": (cell(L, datetime.date(2021, 1, 3)), L, "2021-01-03"),
    "a dash for a level": (cell(L, "-"), L, "\"-\" is no level"),
    "a word for a level": (cell(L, "bagus"), L, "bagus"),
    "two levels in a cell": (cell(L, "3/4"), L, "3/4"),
    "a number and another level's name": (cell(L, "3 (Optimum)"), L, "another number"),
    "a level that is missing": (cell(L, None), L, "missing"),
    "a letter for a digit": (cell(L, "l"), L, "\"l\""),
    "a code that is missing": (cell("Indikator!A3", None), "Indikator!A3", "Kode is missing"),
    "a code twice": (cell("Indikator!A4", "99.01"), "Indikator!A4", "used twice"),
    "a code with a space": (cell("Indikator!A7", "K 90"), "Indikator!A7", "K 90"),
    "a code with a slash": (cell("Indikator!A7", "K/90"), "Indikator!A7", "K/90"),
    "a code that lost its zero": (cell("Indikator!A5", 99.1), "Indikator!A5", "lost a zero"),
    "a code that is a day": (cell("Indikator!A5", datetime.date(2021, 1, 10)), "Indikator!A5", "2021-01-10"),
    "a code that is TRUE": (cell("Indikator!A7", True), "Indikator!A7", "TRUE"),
    "a code that is an error": (cell("Indikator!A7", "#VALUE!"), "Indikator!A7", "#VALUE!"),
    "a code as an exponent": (cell("Indikator!A7", "9,9E+17"), "Indikator!A7", "digits are lost"),
    "a code of too many digits": (cell("Indikator!A7", 123456789012345678), "Indikator!A7", "digits are lost"),
    "a code with a Cyrillic letter": (cell("Indikator!A7", "K\u041090"), "Indikator!A7", "U+0410"),
    "a name that is a number": (cell("Indikator!B3", 17), "Indikator!B3", "17"),
    "a name that is TRUE": (cell("Indikator!B3", True), "Indikator!B3", "TRUE"),
    "a name that is an error": (cell("Indikator!B3", "#NAME?"), "Indikator!B3", "#NAME?"),
    "a name that is a day": (cell("Indikator!B3", datetime.date(2021, 5, 1)), "Indikator!B3", "2021-05-01"),
    "a name that is missing": (cell("Indikator!B3", None), "Indikator!B3", "Instansi is missing"),
    "a name with a look-alike letter": (cell("Indikator!B3", "Kabup\u0430ten Contoh"), "Indikator!B3", "U+0430"),
    "a name twice": (cell("Indikator!B4", "Pemerintah Kabupaten Contoh Timur"), "Indikator!B4", "same name"),
    "a name with a hidden character": (cell("Indikator!B3", "Contoh\u200bTimur"), "Indikator!B3", "U+200B"),
    "a group that is not known": (cell("Indikator!C3", "Kabupatenn"), "Indikator!C3", "Kabupatenn"),
    "a group that is missing": (several(cell("Indikator!C7", None), cell("Indikator!B7", "Badan Contoh")),
                                "Indikator!C7", "Kelompok is missing"),
    "a province with two names": (cell("Indikator!E4", "Contoh Jaya"), "Indikator!E4", "Contoh Jaya"),
    "a province's code that is a word": (cell("Indikator!D3", "Contoh Raya!"), "Indikator!D3", "Contoh Raya!"),
    "a parent that is missing": (cell("Indikator!F8", None), "Indikator!F8", "Kode Induk is missing"),
    "a parent that is nowhere": (cell("Indikator!F8", "99.72"), "Indikator!F8", "99.72"),
    "a parent's code that lost its zero": (several(cell("Indikator!F8", 99.1)), "Indikator!F8", "lost a zero"),
    "a seat that is a number": (cell("Indikator!H3", 12), "Indikator!H3", "12"),
    "a reason beside levels": (cell("Indikator!I3", "tidak hadir"), "Indikator!A3", "not assessed but has results"),
    "a published index as a word": (cell("Indikator!J3", "tinggi"), "Indikator!J3", "tinggi"),
    "a published index of three decimals": (cell("Indikator!J3", 2.345), "Indikator!J3", "2.345"),
    "a published grade that is not known": (cell("Indikator!K3", "Bagus"), "Indikator!K3", "Bagus"),
    "a head twice": (cell("Indikator!M1", 1), "Indikator!M1", "there twice"),
    "a head of another instrument": (cell("Indikator!M1", "Indikator 99"), "Indikator!A1", "indicator 2"),
    "a head with a number and another's name": (
        cell("Indikator!M1", "2. Tingkat Kematangan Kebijakan Internal Arsitektur SPBE Instansi "
                             "Pusat/Pemerintah Daerah"), "Indikator!M1", "another number"),
    "a row without a code": (row("Indikator", None, "Pemerintah Kota Lain", "Pemerintah Kota", "99", None),
                             "Indikator!A9", "Kode is missing"),
    "a code of BPS": (several(cell("Indikator!A3", "11.03"), cell("Indikator!B3", "Kabupaten Aceh Selatan"),
                              cell("Indikator!D3", "11"), cell("Indikator!E3", "Aceh")),
                      "Indikator!A3", "BPS"),
    "the code of another region": (several(cell("Indikator!A3", "11.02"),
                                           cell("Indikator!B3", "Kabupaten Aceh Barat"),
                                           cell("Indikator!D3", "11"), cell("Indikator!E3", "Aceh")),
                                   "Indikator!A3", "Aceh Tenggara"),
    "a region by another name": (several(cell("Indikator!A3", "11.02"), cell("Indikator!B3", "Kabupaten Alas"),
                                         cell("Indikator!D3", "11"), cell("Indikator!E3", "Aceh")),
                                 "Indikator!B3", "Kabupaten Aceh Tenggara"),
    "a year of two digits": (cell("Identitas!C3", "21"), "Identitas!C3", "21"),
    "a date that can be read two ways": (cell("Identitas!C5", "03-04-2021"), "Identitas!C5", "2021-04-03"),
    "a date that does not exist": (cell("Identitas!C5", "31 Februari 2021"), "Identitas!C5", "31 Februari"),
    "a date with two digits of a year": (cell("Identitas!C5", "31-12-21"), "Identitas!C5", "31-12-21"),
    "a date as a number": (cell("Identitas!C5", 44561), "Identitas!C5", "44561"),
    "a status that is not known": (cell("Identitas!C6", "Selesai"), "Identitas!C6", "Selesai"),
    "a NIP that is a number": (cell("Identitas!C9", 199001012015012001), "Identitas!C9", "digits are lost"),
    "a name of a signatory that is a number": (cell("Identitas!C8", 5), "Identitas!C8", "5"),
    "a way to sign that is not known": (cell("Identitas!C10", "cap"), "Identitas!C10", "cap"),
    "an answer that is neither yes nor no": (cell("Identitas!C11", "mungkin"), "Identitas!C11", "mungkin"),
    "words of Identitas that were changed": (cell("Identitas!B6", "Keadaan"), "Identitas!C6", "not known"),
    "evidence of no indicator": (cell("Bukti!B2", 99), "Bukti!B2", "99"),
    "evidence of nobody": (cell("Bukti!A2", None), "Bukti!A2", "Kode is missing"),
    "evidence of a status that is not known": (cell("Bukti!F2", "siap"), "Bukti!F2", "siap"),
    "evidence without a title": (cell("Bukti!E2", None), "Bukti!E2", "Judul is missing"),
    "a schedule of no stage": (cell("Jadwal!B2", "Makan Siang"), "Jadwal!B2", "Makan Siang"),
    "a schedule without its last day": (cell("Jadwal!D2", None), "Jadwal!D2", "Selesai is missing"),
    "a number twice": (row("Bukti", "99.71", 1, 1, "report", "Lain", None), "Bukti!A4", "same as"),
    "a number that is none": (cell("Bukti!C2", "satu"), "Bukti!C2", "satu"),
    "a session of no stage": (cell("Sesi!C2", "Makan Siang"), "Sesi!C2", "Makan Siang"),
    "a session on a day that can be read two ways": (cell("Sesi!D2", "5/6/2021"), "Sesi!D2", "2021-06-05"),
    "a role that is not known": (cell("Asesor!C2", "bos"), "Asesor!C2", "bos"),
    "a kind of shortfall that is not known": (cell("Kekurangan!B2", "kopi"), "Kekurangan!B2", "kopi"),
    "an index of history as a word": (cell("Riwayat!C2", "dua"), "Riwayat!C2", "dua"),
    "a year of history twice": (row("Riwayat", "99.71", "2020", 2.7, None), "Riwayat!A3", "same as"),
    "an institution with another name elsewhere": (
        several(cell("Bukti!G1", "Instansi"), cell("Bukti!G2", "Kota Lain")), "Bukti!G2", "Kota Lain"),
}


def judge_mistakes():
    good_book().save(path("good.xlsx"))
    tap.equal("a workbook without a mistake: nothing is told", told("good.xlsx"), ([], 0))
    for name, (change, place, said) in MISTAKES.items():
        book = good_book()
        change(book)
        book.save(path("wrong.xlsx"))
        found, _ = told("wrong.xlsx")
        right = len(found) == 1 and found[0][0].startswith(f"{place}: ") and said in found[0][0]
        tap.check(f"{name}: told with its cell, and nothing else",
                  [] if right else [f"wanted {place}: {said}"] + [f"{text}" for text, _ in found])
    tap.equal("that many kinds of mistake", sum(1 for one in MISTAKES.values() if one[1]) >= 60, True)


FILES = f"{ROOT}/tests/outside/sheets"


def score_of(institution, indicator, stage):
    found = institution.find(f"{SPACE}indicator[@no='{indicator}']/{SPACE}score[@stage='{stage}']")
    return None if found is None else found.get("level")


def final_book():
    """Names of indicators for heads, a province given once, totals and notes below."""
    rules = ET.parse(f"{ROOT}/layouts/spbe-2020/instrument.xml").getroot()
    names = [one.get("name") for one in rules.iter("{urn:rapor:instrument:1}indicator")]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Reviu"
    sheet.append(["REKAPITULASI HASIL REVIU TAHUN 2021"])
    sheet.append(["Provinsi", "Kode", "Instansi", "Kelompok", "Kode Provinsi", "Kode Induk"] +
                 [f"{number}. {name}" for number, name in enumerate(names, 1)])
    for number, who in enumerate(WHO):
        who = who + [None] * (6 - len(who))
        sheet.append(["Contoh Raya" if number == 0 else None, *who[:4], who[5]] +
                     [level(number, i, 3) for i in range(COUNT)])
    sheet.merge_cells("A3:A7")
    sheet.append(["Rata-rata", None, None, None, None, None] + [3.1] * COUNT)
    sheet.append(["Catatan: hasil reviu telah disetujui."])
    return book


def card_book():
    """One institution: its visit."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Lembar Kerja"
    for row in (["Lembar Kerja Visitasi"], ["Kode", ":", "99.71"], ["Instansi: Pemerintah Kota Contoh"], [],
                ["No", "Indikator", "Visitasi"]):
        sheet.append(row)
    for number in range(COUNT):
        sheet.append([number + 1, f"Indikator {number + 1}", f"Level {level(4, number, 2)}"])
    sheet.append(["Mengetahui, Kepala Dinas Contoh"])
    return book


def judge_day():
    """Five sheets of five shapes, made by four programs, become one evaluation."""
    final_book().save(path("reviu.xlsx"))
    card_book().save(path("99.71.xlsx"))
    for name in ("mandiri.xlsx", "dokumen.ods", "interviu.csv"):
        shutil.copy(f"{FILES}/{name}", path(name))
    sheets = ["reviu.xlsx", "mandiri.xlsx", "dokumen.ods", "interviu.csv", "99.71.xlsx"]
    done = rapor("import", *sheets, "--instrument", "spbe-2020", "--year", "2021", "-o", "nilai.xml")
    tap.check("a day: five sheets become one evaluation", [] if done.returncode == 0 else [done.stderr])
    institutions = ET.parse(path("nilai.xml")).getroot().findall(f"{SPACE}institution")
    wrong = []
    for number, institution in enumerate(institutions):
        for i in range(COUNT):
            stages = {"self": level(number, i, 0), "document": level(number, i, 1),
                      "interview": level(number, i, 4), "review": level(number, i, 3)}
            if number == 4:
                stages["visit"] = level(number, i, 2)
            for stage, wanted in stages.items():
                found = score_of(institution, i + 1, stage)
                if found != str(wanted):
                    wrong.append(f"{institution.get('code')} {i + 1} {stage}: {found}, not {wanted}")
    tap.equal("a day: every institution is there", len(institutions), len(WHO))
    tap.check("a day: each stage has its levels", wrong)
    tap.equal("a day: it passes check", rapor("check", "nilai.xml", "-q").returncode, 0)


def judge_correction():
    """Out, corrected in a cell or two, and back: nothing else has moved."""
    done = rapor("export", "nilai.xml", "-o", "keluar.xlsx")
    tap.equal("a correction: out it goes", done.returncode, 0)
    book = openpyxl.load_workbook(path("keluar.xlsx"))
    stages = book["Tahap"]
    for row in stages.iter_rows(min_row=2):
        if row[0].value == "99.01" and row[2].value == "12" and row[3].value == "review":
            before, row[4].value = row[4].value, 5 if row[4].value != 5 else 4
            after = row[4].value
            row[8].value = "Peraturan telah ditetapkan."
    book.save(path("kembali.xlsx"))
    shutil.copy(path("nilai.xml"), path("lama.xml"))
    done = rapor("import", "kembali.xlsx", "--into", "nilai.xml")
    tap.equal("a correction: it comes back, and says what changed",
              (done.returncode, f"99.01: indicator 12: score review: level {before} -> {after}" in done.stderr),
              (0, True))
    old = open(path("lama.xml"), encoding="utf-8").read().splitlines()
    new = open(path("nilai.xml"), encoding="utf-8").read().splitlines()
    moved = [line for line in difflib.unified_diff(old, new, n=0, lineterm="") if line[0] in "+-"][2:]
    tap.check("a correction: nothing else has moved",
              [] if len(moved) <= 4 and all("review" in line or "reason" in line or "</score>" in line
                                             for line in moved) else moved)
    done = rapor("import", "kembali.xlsx", "--into", "nilai.xml")
    tap.equal("a correction: the second time the level on Indikator is told to be the old one",
              (done.returncode, "but its stages end with" in done.stderr), (65, True))


def judge_round():
    """Every sample goes out and comes back: put into itself, no byte is another."""
    samples = sorted(name for name in os.listdir(f"{ROOT}/samples") if name.endswith(".xml"))
    wrong = []
    for name in samples:
        shutil.copy(f"{ROOT}/samples/{name}", path("sample.xml"))
        rapor("export", "sample.xml", "-o", "sample.xlsx")
        done = rapor("import", "sample.xlsx", "--into", "sample.xml", "-o", "again.xml")
        same = done.returncode == 0 and \
            open(path("again.xml"), "rb").read() == open(path("sample.xml"), "rb").read()
        wrong += [] if same else [f"{name}: {done.stderr[-300:]}"]
        os.path.exists(path("again.xml")) and os.unlink(path("again.xml"))
    tap.check("every sample, out and into itself: the same bytes", wrong)
    done = rapor("import", "sample.xlsx", "-o", "sample.xml")
    tap.equal("a file that holds more than the sheets is not replaced",
              (done.returncode, "--into sample.xml keeps it" in done.stderr), (73, True))


def judge_partial():
    book = good_book()
    for column in ("L", "M", "N"):
        book["Indikator"][f"{column}3"].value = None
    book.save(path("half.xlsx"))
    done = rapor("import", "half.xlsx", "--partial", "-o", "half.xml")
    tap.equal("half filled in: taken, and told of",
              (done.returncode, "99.01 is not complete: 3 of 47 indicators are missing" in done.stderr), (0, True))
    tap.equal("half filled in: not without --partial", rapor("check", "half.xml", "-q").returncode, 65)
    done = rapor("rank", "half.xml", "--partial", "-f", "csv")
    tap.equal("half filled in: ranked without those that wait",
              (done.returncode, "99.02" in done.stdout, "99.01," in done.stdout), (0, True, False))


def numbered(book):
    sheet = book["Indikator"]
    sheet.insert_rows(2)
    for column in range(1, FIRST + COUNT + 1):
        sheet.cell(2, column).value = f"({column})"


def below(name, *texts):
    def change(book):
        for column, text in texts:
            book["Indikator"].cell(len(WHO) + 2, column).value = text
        for column in range(FIRST + 1, FIRST + COUNT + 1):
            book["Indikator"].cell(len(WHO) + 2, column).value = None if name else 2.5
    return change


def short_names(book):
    """Groups are not given: names that offices cut short tell them."""
    for number, name in enumerate(("Prov. Contoh Raya", "Kab. Contoh Timur", "Pemkab Contoh Barat",
                                   "KAB. Contoh Utara", "Pemkot Contoh", "Kementerian Contoh")):
        book["Indikator"].cell(number + 2, 2).value = name
        book["Indikator"].cell(number + 2, 3).value = None


def rewritten(write, first=2):
    def change(book):
        for line in book["Indikator"].iter_rows(min_row=first, max_row=max(first, len(WHO) * (first > 1) + 1),
                                                min_col=FIRST + 1):
            for one in line:
                one.value = write(one.value)
    return change


SHAPES = {
    "columns numbered below the head": numbered,
    "heads \"No. 1\"": rewritten(lambda no: f"No. {no}", first=1),
    "levels \"L3\"": rewritten(lambda value: f"L{value}"),
    "a row of medians": below("", (2, "Median")),
    "a row of deviations": below("", (1, "Standar Deviasi")),
    "a grand total": below("", (2, "GRAND TOTAL")),
    "a mean": below("", (1, "Nilai Rata-Rata")),
    "place and date to sign at": below("place", (1, "Contoh Raya, 31 Desember 2021")),
    "a footnote": below("note", (1, "*) belum final")),
}


def judge_shapes():
    """What offices write about their tables changes nothing."""
    rapor("import", "good.xlsx", "-o", "good.xml")
    wanted = open(path("good.xml"), encoding="utf-8").read()
    for name, change in SHAPES.items():
        book = good_book()
        change(book)
        book.save(path("shape.xlsx"))
        tap.equal(f"{name}: read as if it were not there", rapor("import", "shape.xlsx").stdout, wanted)
    book = good_book()
    short_names(book)
    book.save(path("shape.xlsx"))
    groups = re.findall(r'group="([a-z]+)"', rapor("import", "shape.xlsx").stdout)
    tap.equal("names cut short: the groups they say", groups[:6],
              ["provinsi", "kabupaten", "kabupaten", "kabupaten", "kota", "kementerian"])
    tap.equal("a schedule: every stage has its days",
              [" ".join(one.split()) for one in re.findall(r"<schedule[^>]*>", wanted)],
              ['<schedule stage="interview" from="2021-08-20" until="2021-08-27"/>'])


def judge_help():
    """Marked copies, lists, maps of words."""
    book = good_book()
    for number in range(2, 8):
        book["Indikator"].cell(number, FIRST + 3).value = "bagus"
    book.save(path("marked.xlsx"))
    done = rapor("import", "marked.xlsx", "--mark", "salah.xlsx", "--report", "salah.csv")
    copied = openpyxl.load_workbook(path("salah.xlsx"))
    noted = [cell.coordinate for row in copied["Indikator"].iter_rows() for cell in row if cell.comment]
    tap.equal("a marked copy: the wrong cells, with what is said of them",
              (done.returncode, noted), (65, [f"N{number}" for number in range(2, 8)]))
    tap.equal("a list of all problems",
              open(path("salah.csv"), encoding="utf-8-sig").read().count("Indikator"), 6)
    tap.equal("of a kind the first few are told, the others in one line",
              (done.stderr.count("is not a whole number"), "the same in 1 more cell: Indikator!N7" in done.stderr),
              (5, True))
    with open(path("peta.ini"), "w", encoding="utf-8") as file:
        file.write("[values]\nbagus=4\n")
    tap.equal("a map of words is followed", rapor("import", "marked.xlsx", "--map", "peta.ini", "-o",
                                                  "mapped.xml").returncode, 0)
    shutil.copy(path("salah.xlsx"), path("fixed.xlsx"))
    fixed = openpyxl.load_workbook(path("fixed.xlsx"))
    for number in range(2, 8):
        fixed["Indikator"].cell(number, FIRST + 3).value = 4
    fixed.save(path("fixed.xlsx"))
    rapor("import", "fixed.xlsx", "-o", "fixed.xml")
    tap.equal("a marked copy, corrected: as if it had been right",
              open(path("fixed.xml")).read(), open(path("mapped.xml")).read())


def main():
    judge_mistakes()
    judge_day()
    judge_correction()
    judge_round()
    judge_partial()
    judge_shapes()
    judge_help()
    sys.exit(tap.finish())


main()
