"""Workbooks, forms and sheets that come back, judged from outside.
usage: sheets.py PROGRAM ROOT SCRATCH"""
import collections
import csv
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

import openpyxl

import excel
import formulas
import tap as speaking

RESULTS = "{urn:rapor:results:1}"
PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
NATION = f"{ROOT}/samples/nasional-2021.xml"
tap = speaking.Tap()


def rapor(*words):
    """Calls the program; what it writes by -o is new, as if the folder were empty."""
    for before, name in zip(words, words[1:]):
        if before == "-o" and os.path.isfile(path(name)) and "--into" not in words:
            os.unlink(path(name))
    return subprocess.run([PROGRAM, *words], cwd=SCRATCH, capture_output=True, encoding="utf-8",
                          stdin=subprocess.DEVNULL, check=False)


def made(*words):
    done = rapor(*words)
    return [] if done.returncode == 0 else [f"exit {done.returncode}: {done.stderr[-300:]}"]


def path(name):
    return os.path.join(SCRATCH, name)


WHOSE = ("national", "group", "region", "institution")
PARTS = ("domain", "aspect", "rank", "indicator")
KEPT = ("code", "no", "index", "exact", "grade", "level", "position", "of", "tied", "n", "count", "assessed",
        "region", "group", "parent", "addressee", "seat", "reason")


def figures(source):
    """Every index, grade and rank, in the order of the institutions; nothing of
    what a sheet has no place for: records and earlier years."""
    root = ET.fromstring(rapor("score", source).stdout)
    found = []
    for one in root:
        if one.tag in {RESULTS + name for name in WHOSE}:
            parts = [part for part in one if part.tag in {RESULTS + name for name in PARTS}]
            found += [(at.tag, *map(at.get, KEPT)) for at in [one, *parts]]
    return found


def everything(source):
    """How often each text and each attribute stands where; indices have two decimals or none."""
    def walk(node, way):
        way = f"{way}/{node.tag.rpartition('}')[2]}"
        for name, value in node.items():
            yield f"{way}/@{name}", value.rstrip("0").rstrip(".") if name == "index" else value
        if (node.text or "").strip():
            yield way, " ".join(node.text.split())
        for child in node:
            yield from walk(child, way)
    return collections.Counter(walk(ET.parse(source).getroot(), ""))


def differences(first, second):
    if len(first) != len(second):
        yield f"{len(first)} against {len(second)}"
    for one, other in zip(first, second):
        if one != other:
            yield f"{one} against {other}"


def close(found, wanted):
    if isinstance(found, (int, float)) and isinstance(wanted, (int, float)):
        return abs(found - wanted) < 1e-9
    return (found or None) == (wanted or None)


def judge_formulas(name, least):
    """What the formulas give is what the program wrote beside them."""
    computed = formulas.Formulas(path(name))
    cached = openpyxl.load_workbook(path(name), data_only=True)
    count, wrong = 0, []
    for sheet in computed.book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                value = computed.value(sheet.title, cell)
                if not close(value, cached[sheet.title][cell.coordinate].value):
                    wrong.append(f"{sheet.title}!{cell.coordinate}: {value!r}, written "
                                 f"{cached[sheet.title][cell.coordinate].value!r}")
    if count < least:
        wrong.append(f"only {count} formulas")
    tap.check(f"{name}: formulas give the values that are written", wrong)
    check = cached["Hitung"]
    tap.check(f"{name}: no index differs from the program's",
              [row[0].value for row in check.iter_rows(min_row=2) if row[5].value not in (0, None, "")])


def judge_look(name):
    book = openpyxl.load_workbook(path(name))
    wrong = []
    for sheet in book:
        if not sheet.freeze_panes:
            wrong.append(f"{sheet.title}: no frozen head")
        if sheet.page_setup.orientation != "landscape" or sheet.print_title_rows != "$1:$1":
            wrong.append(f"{sheet.title}: print setup")
        if "&P" not in (sheet.oddFooter.center.text or ""):
            wrong.append(f"{sheet.title}: no page numbers")
        if sheet.title not in ("Acuan", "Identitas") and not sheet.auto_filter.ref:
            wrong.append(f"{sheet.title}: no filter")
    tap.check(f"{name}: frozen heads, filters, print setup", wrong)
    tap.check(f"{name}: a sheet for the nation, each group, and the figures",
              {"Peringkat", "Pemerintah Kota", "Indikator", "Hitung", "Rata-rata", "Bobot", "Kamus",
               "Acuan", "Identitas"} - set(book.sheetnames))


def judge_book():
    tap.check("export: a workbook", made("export", NATION, "-o", "book.xlsx"))
    judge_formulas("book.xlsx", 9000)
    judge_look("book.xlsx")
    tap.check("book.xlsx: Excel has nothing to repair", excel.broken(path("book.xlsx")))
    os.rename(path("book.xlsx"), path("first.xlsx"))
    os.environ.update(TZ="Asia/Jayapura")
    made("export", NATION, "-o", "book.xlsx")
    same = open(path("first.xlsx"), "rb").read() == open(path("book.xlsx"), "rb").read()
    tap.equal("export: the same bytes twice, and in another zone", same, True)


def joined_rules(sheet):
    """The areas of the rules as exceljs joins them when it writes a workbook: cell by cell in the
    order of their names as texts, down and to the right as long as rules are equal."""
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        key = (rule.type, rule.formula1, rule.formula2, rule.error, rule.errorTitle)
        for (left, top), (right, bottom) in (excel.area(str(one)) for one in rule.sqref.ranges):
            rules.update({(column, row): key for column in range(left, right + 1)
                          for row in range(top, bottom + 1)})
    marked, areas = set(), []
    letter = openpyxl.utils.get_column_letter
    for column, row in sorted(rules, key=lambda at: f"{letter(at[0])}{at[1]}"):
        if (column, row) in marked:
            continue
        key, bottom, right = rules[column, row], row, column
        while rules.get((column, bottom + 1)) == key:
            bottom += 1
        while all(rules.get((right + 1, at)) == key for at in range(row, bottom + 1)):
            right += 1
        marked |= {(at, below) for at in range(column, right + 1) for below in range(row, bottom + 1)}
        areas.append([(column, row), (right, bottom)])
    return areas


def judge_way_back():
    wanted = figures(NATION)
    tap.check("import: what was exported", made("import", "book.xlsx", "-o", "back.xml"))
    tap.check("import: passes check", made("check", "back.xml", "-q"))
    tap.check("xlsx and back: all figures are the same", differences(figures("back.xml"), wanted))
    tap.check("xlsx and back: nothing is lost", sorted((everything(NATION) - everything(path("back.xml"))).elements()))
    for form in ("csv", "csv-id"):
        made("export", NATION, "-f", form, "-o", "levels.csv")
        tap.check(f"{form}: import", made("import", "levels.csv", "--instrument", "spbe-2020",
                                          "--year", "2021", "-o", "back.xml"))
        tap.check(f"{form} and back: all figures are the same",
                  differences(figures("back.xml"), wanted))


def judge_corrections():
    """What was corrected after the results were published, in both languages."""
    head = open(f"{ROOT}/samples/denpasar-2021.xml").read()
    told = ("<correction date='2022-03-01' version='2'>Indikator 1 dibetulkan.</correction>"
            "<correction date='2022-03-01' version='2' language='en'>Indicator 1 corrected.</correction>")
    with open(path("corrected.xml"), "w") as file:
        file.write(head.replace("<institution", told + "<institution", 1))
    tap.check("corrections: export", made("export", "corrected.xml", "-o", "corrected.xlsx"))
    tap.check("corrections: import", made("import", "corrected.xlsx", "-o", "again.xml"))
    tap.check("corrections: nothing is lost",
              sorted((everything(path("corrected.xml")) - everything(path("again.xml"))).elements()))


def moved():
    """Columns in another order, more of them, a title above, other sheets gone."""
    book = openpyxl.load_workbook(path("book.xlsx"))
    old = book["Indikator"]
    rows = [[cell.value for cell in row] for row in old.iter_rows()]
    order = list(range(len(rows[0])))[::-1]
    new = openpyxl.Workbook()
    sheet = new.active
    sheet.title = "Data 2021"
    sheet.append(["Rekapitulasi"])
    for number, row in enumerate(rows):
        sheet.append([row[at] for at in order] + (["Catatan"] if number == 0 else ["=1+1"]))
    for cell in sheet[2]:
        if isinstance(cell.value, str) and cell.value.isdigit():
            cell.value = f"INDIKATOR {cell.value}" if int(cell.value) % 2 else int(cell.value)
    new.save(path("moved.xlsx"))


def judge_moved():
    moved()
    done = rapor("import", "moved.xlsx", "--instrument", "spbe-2020", "--year", "2021", "-o",
                 "back.xml")
    tap.equal("moved and added columns: import", (done.returncode, "catatan" in done.stderr.lower()), (0, True))
    tap.check("moved and added columns: all figures are the same",
              differences(figures("back.xml"), figures(NATION)))


SPOILT = {  # cell of Indikator -> what is put there, what must be said
    "L3": (7, "Indikator!L3: level 7 of indicator 1 is outside 1..5"),
    "M4": (2.5, "Indikator!M4: level \"2.5\" of indicator 2"),
    "N5": ("baik", "Indikator!N5: level \"baik\" of indicator 3"),
    "O6": (None, "Indikator!O6: indicator 4 of K05 is missing"),
    "A7": ("K01", "Indikator!A7: code K01 is used twice"),
    "C9": ("Kementrian", "Indikator!C9: group \"Kementrian\" is not known"),
    "A10": ("a b", "Indikator!A10: code \"a b\" cannot be part of a file name"),
    "I11": ("tutup", "Indikator!A11: K10 is not assessed but has results"),
}


def judge_refusal():
    book = openpyxl.load_workbook(path("book.xlsx"))
    for title in set(book.sheetnames) - {"Indikator", "Identitas"}:
        del book[title]
    for cell, (value, _) in SPOILT.items():
        book["Indikator"][cell].value = value
    book["Identitas"]["C15"].value = "2021-13-01"
    book.save(path("spoilt.xlsx"))
    done = rapor("import", "spoilt.xlsx", "-o", "never.xml")
    tap.equal("spoilt: exit code, and nothing is written",
              (done.returncode, os.path.exists(path("never.xml"))), (65, False))
    wanted = [said for _, said in SPOILT.values()] + ["Identitas!C15: Tanggal \"2021-13-01\" is not a date"]
    tap.check("spoilt: every cell is named with its value",
              [said for said in wanted if f"spoilt.xlsx: error: {said}" not in done.stderr])
    tap.equal("spoilt: no other complaint", done.stderr.count(" error: ") - 1, len(wanted))


def judge_number_codes():
    book = openpyxl.load_workbook(path("book.xlsx"))
    for row in book["Indikator"].iter_rows(min_row=2):
        if row[0].value == "13.01":
            row[0].value = 13.01
    book.save(path("number.xlsx"))
    done = rapor("import", "number.xlsx", "-o", "back.xml")
    tap.equal("a code that is a number is warned about",
              (done.returncode, "code 13.01 is kept as a number" in done.stderr), (0, True))


def repacked(name, change):
    """book.xlsx with its parts changed."""
    with zipfile.ZipFile(path("book.xlsx")) as old, \
            zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))


def judge_hostile():
    sheet = re.compile(r"xl/worksheets/sheet\d+\.xml")
    bomb = b"<x>" + b" " * (40 << 20) + b"</x>"
    entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    cases = {
        "doctype": (lambda p, b: b.replace(b"<worksheet", entity + b"<worksheet", 1)
                    if sheet.match(p) else b, "DOCTYPE"),
        "bomb": (lambda p, b: bomb if p.endswith("sharedStrings.xml") else b, "too large"),
        "broken": (lambda p, b: b[:-20] if sheet.match(p) else b, "not well-formed"),
        "gap": (lambda p, b: re.sub(rb"<v>0</v>", b"<v>999999</v>", b) if sheet.match(p) else b,
                "no shared string"),
        "far": (lambda p, b: b.replace(b'r="A1"', b'r="ZZZZ1"') if sheet.match(p) else b, "columns"),
        "deep": (lambda p, b: b.replace(b"<sheetData>", b"<a>" * 300) if sheet.match(p) else b,
                 "not well-formed"),
    }
    for name, (change, said) in cases.items():
        repacked(f"{name}.xlsx", change)
        done = rapor("import", f"{name}.xlsx")
        tap.equal(f"{name}.xlsx is refused", (done.returncode, said in done.stderr, done.stdout),
                  (65, True, ""))
    whole = open(path("book.xlsx"), "rb").read()
    open(path("cut.xlsx"), "wb").write(whole[:len(whole) // 2])
    tap.equal("half a workbook is refused", rapor("import", "cut.xlsx").returncode, 65)
    with zipfile.ZipFile(path("many.xlsx"), "w") as many:
        for number in range(5000):
            many.writestr(f"{number}", b"")
    tap.equal("too many entries are refused", rapor("import", "many.xlsx").returncode, 65)


def csv_file(name, text, encoding="utf-8"):
    with open(path(name), "wb") as file:
        file.write(text.encode(encoding))


def sheet_text(separator, level, end="\r\n", name="Balai \"A\", Kota", count=47):
    quoted = '"' + name.replace('"', '""') + '"'
    head = ["Kode", "Instansi", "Kelompok", *map(str, range(1, count + 1))]
    return end.join([separator.join(head),
                     separator.join(["K1", quoted, "lpnk", *[level] * 47])])


def judge_csv():
    plain = ("--instrument", "spbe-2020", "--year", "2021")
    texts = {
        "comma.csv": sheet_text(",", "3"), "semicolon.csv": sheet_text(";", "3,0"),
        "tab.csv": sheet_text("\t", "3.00"), "unix.csv": sheet_text(",", "3", "\n") + "\n",
        "mac.csv": sheet_text(",", "3", "\r"), "mark.csv": "\ufeff" + sheet_text(";", "3"),
        "told.csv": "sep=;\r\n" + sheet_text(";", "3"),
        "lines.csv": sheet_text(",", "3", name="Balai \"A\",\r\nKota"),
        "guard.csv": sheet_text(",", "3", name="'=Balai"),
        "guards.csv": sheet_text(",", "3", name="''=Balai"),
    }
    encodings = {"little.csv": "utf-16-le", "big.csv": "utf-16-be"}  # neither has a mark
    texts.update(dict.fromkeys(encodings, sheet_text("\t", "3")))
    for name, text in texts.items():
        csv_file(name, text, encodings.get(name, "utf-8"))
        done = rapor("import", name, *plain)
        wanted = {"guard.csv": "=Balai", "guards.csv": "'=Balai"}.get(name, 'Balai "A", Kota')
        root = ET.fromstring(done.stdout) if done.returncode == 0 else []
        tap.equal(f"{name}: read", [(one.get("name"), one[0].get("level"), len(one)) for one in root],
                  [(wanted, "3", 47)])
    refused = {
        "quote.csv": (sheet_text(",", "3") + ',"', "utf-8", "quote.csv:2: a quote is not closed"),
        "latin.csv": (sheet_text(",", "3", name="Caf\u00e9"), "latin-1", "is not UTF-8"),
        "seven.csv": (sheet_text(";", "7"), "utf-8", "seven.csv:2: error: D2: level 7"),
        "short.csv": (sheet_text(",", "3", count=46), "utf-8", "no column for indicator 47"),
        "head.csv": ("a,b\r\n1,2", "utf-8", "no sheet has a row"),
        "twice.csv": (sheet_text(",", "3").replace("Kelompok", "Kode"), "utf-8", "is there twice"),
        "none.csv": (sheet_text(",", "3").split("\r\n")[0], "utf-8", "no institution stands in it"),
        "control.csv": (sheet_text(",", "3", name="a\x01b"), "utf-8", "control.csv:2"),
        "empty.csv": ("", "utf-8", "is empty"),
        "flat.fods": ("<?xml version=\"1.0\"?><office:document office:mimetype="
                      "\"application/vnd.oasis.opendocument.spreadsheet\"/>", "utf-8", "flat OpenDocument sheet"),
    }
    for name, (text, encoding, said) in refused.items():
        csv_file(name, text, encoding)
        done = rapor("import", name, *plain)
        tap.check(f"{name}: refused", [] if (done.returncode, said in done.stderr) == (65, True)
                  else [f"exit {done.returncode}", done.stderr])


def judge_tables():
    made("rank", NATION, "-o", "rank.xlsx")
    made("export", f"{ROOT}/samples/pangkalpinang-2021.xml", "-o", "small.xlsx")
    tap.check("each rule of Excel notices what breaks it", list(excel.unnoticed(path("small.xlsx"), path("worse.xlsx"))))
    tap.check("rank.xlsx: Excel has nothing to repair", excel.broken(path("rank.xlsx")))
    made("export", NATION, "-o", "levels.csv")
    with open(path("levels.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    tap.equal("levels as CSV: a row for each, a column for each indicator",
              (len(rows), rows[0][-47:]), (638, [str(n) for n in range(1, 48)]))
    text = rapor("rank", NATION, "-f", "csv-id").stdout
    table = list(csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=";"))
    plain = list(csv.reader(rapor("rank", NATION, "-f", "csv").stdout.splitlines()))
    tap.equal("csv-id: as csv, with decimal commas and a byte order mark",
              (text[0], [[cell.replace(".", ",") if at == 6 else cell for at, cell in enumerate(row)]
                         for row in plain[1:]]), ("\ufeff", table[1:]))
    tap.equal("csv-id: heads for people", (table[0][0], plain[0][0]), ("Peringkat", "position"))


def judge_form(instrument):
    """An empty form: levels are checked, and formulas follow what is typed."""
    name = f"form-{instrument}.xlsx"
    tap.check(f"{name}: made", made("export", "--template", instrument, "-o", name))
    tap.check(f"{name}: Excel has nothing to repair", excel.broken(path(name)))
    book = openpyxl.load_workbook(path(name))
    sheet = book["Indikator"]
    rules = sheet.data_validations.dataValidation
    areas = joined_rules(sheet)
    tap.check(f"{name}: no two rules overlap, also after exceljs",
              [f"{one} {other}" for at, one in enumerate(areas) for other in areas[at + 1:] if excel.overlap(one, other)])
    first = max(cell.column for cell in sheet[1] if str(cell.value).endswith(" Terbit")) + 1
    count = sheet.max_column - first + 1
    tap.equal(f"{name}: rules for all levels and for the groups",
              {rule.type for rule in rules} - {"whole", "decimal"}, {"list"})
    low = float(next(rule for rule in rules if rule.type != "list").formula1)
    group = book["Acuan"]["A2"].value
    seats = [row[1].value for row in book["Acuan"].iter_rows(min_row=2) if row[1].value]
    for column, value in {1: "X1", 2: "Instansi X", 3: group}.items():
        sheet.cell(3, column).value = value
    for column in range(first, first + count):
        sheet.cell(3, column).value = low + (column % 3)
    book.save(path("filled.xlsx"))
    computed = formulas.Formulas(path("filled.xlsx"))
    index = computed.value("Hitung", computed.book["Hitung"]["C2"])
    grade = computed.value("Hitung", computed.book["Hitung"]["D2"])
    tap.check(f"{name}: filled in, it is imported",
              made("import", "filled.xlsx", "--year", "2021", "-o", "filled.xml"))
    one = ET.fromstring(rapor("score", "filled.xml").stdout).find(RESULTS + "institution")
    tap.equal(f"{name}: the formulas gave its index and grade ({len(seats)} groups)",
              (f"{index:.2f}", grade), (one.get("index"), one.get("grade")))


def judge_start(instrument):
    """The project of init: clean, and everything is made from it."""
    folder = f"start-{instrument}"
    tap.check(f"init {instrument}: made", made("init", folder, "--instrument", instrument, "-q"))
    layouts = ("--layouts", f"{folder}/layouts")
    done = rapor("check", *layouts, "--strict", f"{folder}/evaluation.xml")
    tap.check(f"init {instrument}: checks clean", [] if done.returncode == 0 else [done.stderr])
    tap.check(f"init {instrument}: builds",
              made("build", *layouts, f"{folder}/evaluation.xml", "-o", f"{folder}/hasil", "-q"))
    text = open(path(f"{folder}/evaluation.xml"), encoding="utf-8").read()
    rules = open(f"{ROOT}/layouts/{instrument}/instrument.xml", encoding="utf-8").read()
    schema = open(f"{ROOT}/layouts/schema/evaluation.rng", encoding="utf-8").read()
    tap.check(f"init {instrument}: every element is shown",
              [name for name in sorted(set(re.findall(r'<element name="(\w+)">', schema)))
               if f"<{name} " not in text and f"<{name}>" not in text and
               (name not in ("domain", "item") or f"<{name} " in rules)])
    made("export", f"{folder}/evaluation.xml", "-o", f"{folder}.xlsx")
    judge_formulas(f"{folder}.xlsx", 20)


def main():
    judge_book()
    judge_way_back()
    judge_corrections()
    judge_moved()
    judge_refusal()
    judge_number_codes()
    judge_hostile()
    judge_csv()
    judge_tables()
    for name in sorted(os.listdir(f"{ROOT}/layouts")):
        if os.path.exists(f"{ROOT}/layouts/{name}/instrument.xml"):
            judge_form(name)
            judge_start(name)
    sys.exit(tap.finish())


main()
