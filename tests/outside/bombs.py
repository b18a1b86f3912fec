"""Writes inputs that are small and would grow without end, harmless where limits hold.
usage: bombs.py FOLDER SAMPLE"""
import os
import sys
import zipfile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def relation(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relations(*rows):
    return f'<Relationships xmlns="{PACKAGE}">' + "".join(rows) + "</Relationships>"


def xlsx(path, sheets):
    parts = {"_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml"))}
    names = "".join(f'<sheet name="S{i}" sheetId="{i}" r:id="rId{i}"/>' for i in range(1, len(sheets) + 1))
    parts["xl/workbook.xml"] = (f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{names}</sheets>'
                                '</workbook>')
    parts["xl/_rels/workbook.xml.rels"] = relations(*(
        relation(i, "worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)))
    for i, rows in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = (f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData>'
                                                '</worksheet>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)


def ods(path, table):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", (
            f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:table="{ODF}:table:1.0" '
            f'xmlns:text="{ODF}:text:1.0"><office:body><office:spreadsheet>{table}</office:spreadsheet>'
            "</office:body></office:document-content>"))


def main():
    folder, sample = sys.argv[1:]
    far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    xlsx(os.path.join(folder, "rows.xlsx"), [far] * 60)
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16000">'
    ods(os.path.join(folder, "text.ods"),
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">'
        f'{cell}<text:p>{"x" * 30000}</text:p></table:table-cell></table:table-row></table:table>')
    with open(sample, encoding="utf-8") as source:
        text = source.read()
    for name, attribute in (("attributes", 'a%d=""'), ("spaces", 'xmlns:a%d="u"')):
        many = " ".join(attribute % i for i in range(100000))
        with open(os.path.join(folder, name + ".xml"), "w", encoding="utf-8") as out:
            out.write(text.replace("<decree ", f"<decree {many} ", 1))
    with open(os.path.join(folder, "name.xml"), "w", encoding="utf-8") as out:
        out.write(text.replace('<issuer name="', '<issuer name="' + "a " * 500000, 1))


if __name__ == "__main__":
    main()
