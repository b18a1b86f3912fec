#!/bin/sh
# One would bet that a date in a workbook survives being read, above all where it is written
# out: ECMA-376 lets a cell hold 2021-12-31 itself (t="d", 18.18.11), which Excel uses for "Strict
# Open XML" and some exporters everywhere.
# ExcelJS reads the digits up to the first hyphen as a serial number: 31 December 2021 becomes 13
# July 1905, in a workbook of the 1904 system 14 July 1909, without a word (gnumeric 1.12.55 as
# well).  SheetJS reads it, but with cellDates it forgets the 1904 system for the usual
# serial numbers: 30 December 2021 becomes 29 December 2017, while the text that it shows for the same
# cell is right.
# Who takes sheets from offices reads both kinds, and compares with what is shown.
. "$(dirname "$0")/packages"
(cd "$root" && npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5) || exit 2
echo "exceljs 4.4.0, xlsx 0.18.5"
/usr/bin/python3 - "$root" <<'PYTHON'
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def relations(*targets):
    return f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)) + "</Relationships>"


def write(path, about):
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{kind}+xml"/>' for name, kind in (
            ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"))) + "</Types>",
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr{about}/>'
        '<sheets><sheet name="Nilai" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">'
        '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" s="1" t="d"><v>2021-12-31</v></c>'
        '<c r="B1" s="1"><v>43098</v></c></row></sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, text)


write(f"{sys.argv[1]}/1900.xlsx", "")
write(f"{sys.argv[1]}/1904.xlsx", ' date1904="1"')
PYTHON
cat >"$root/exceljs.js" <<'JS'
const book = new (require("exceljs").Workbook)();
const day = (date) => date.toISOString().slice(0, 10);
book.xlsx.readFile(process.argv[2]).then(() => {
    const row = book.worksheets[0].getRow(1);
    console.log(day(row.getCell(1).value), day(row.getCell(2).value));
});
JS
cat >"$root/sheetjs.js" <<'JS'
const book = require("xlsx").readFile(process.argv[2], { cellDates: true, cellNF: true });
const sheet = book.Sheets.Nilai;
const day = (date) => date.toISOString().slice(0, 10);
console.log(day(sheet.A1.v), day(sheet.B1.v), "shown as", sheet.B1.w || "nothing");
JS
for system in 1900 1904; do
    for program in exceljs sheetjs; do
        read=$(cd "$root" && TZ=UTC node "$program.js" "$system.xlsx")
        case $program-$system in
        exceljs-1900) wanted='1905-07-13 2017-12-29' ;;
        exceljs-1904) wanted='1909-07-14 2021-12-30' ;;
        sheetjs-1900) wanted='2021-12-31 2017-12-29 shown as 12/29/17' ;;
        *) wanted='2021-12-31 2017-12-29 shown as 12/30/21' ;;
        esac
        expect "$program, $system" "$read" "$wanted"
    done
done
finish
