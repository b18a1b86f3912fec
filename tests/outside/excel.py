"""What makes Excel say that a workbook has to be repaired: the rules that it enforces, each with its source,
and a check that reads the XML.

18.x, 22.x: ECMA-376, Office Open XML, 5th edition, part 1;  OPC: its part 2, Open Packaging Conventions;
LIMITS: support.microsoft.com, "Excel specifications and limits"; NAMES: the same, "Rename a worksheet" and
"Names in formulas".  MADE lists what breaks each of them once."""
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls
webPublishItems tableParts extLst""".split()
ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}


def area(text):
    """"B2:C9" as columns and rows, both from 1."""
    ends = text.replace("$", "").split(":")
    places = [re.fullmatch(r"([A-Z]+)(\d+)", end).groups() for end in (ends[0], ends[-1])]
    return [(column_of(column), int(row)) for column, row in places]


def column_of(letters):
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def overlap(first, second):
    (left, top), (right, bottom) = first
    (other_left, other_top), (other_right, other_bottom) = second
    return left <= other_right and other_left <= right and top <= other_bottom and other_top <= bottom


def overlapping(areas):
    """Pairs that overlap: few of many share rows."""
    found, areas = [], sorted(areas, key=lambda one: one[0][1])
    for at, one in enumerate(areas):
        for other in areas[at + 1:]:
            if other[0][1] > one[1][1]:
                break
            if overlap(one, other):
                found.append((one, other))
    return found


class Book:
    """The parts of a workbook, and its sheets by the names of their parts."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as parts:
            self.names = parts.namelist()
            self.parts = {name: ET.fromstring(parts.read(name)) for name in self.names
                          if name.endswith((".xml", ".rels"))}
        self.sheets = {name: root for name, root in self.parts.items()
                       if re.fullmatch(r"xl/worksheets/\w+\.xml", name)}
        self.workbook, self.styles = self.parts["xl/workbook.xml"], self.parts["xl/styles.xml"]
        shared = self.parts.get("xl/sharedStrings.xml")
        self.strings = [] if shared is None else shared.findall(NS + "si")

    def style_count(self, what):
        found = self.styles.find(NS + what)
        return 0 if found is None else len(found)


def content_types(book):
    types = book.parts["[Content_Types].xml"]
    endings = {one.get("Extension").lower() for one in types if one.tag.endswith("Default")}
    named = [one.get("PartName") for one in types if one.tag.endswith("Override")]
    for name in book.names:
        if name != "[Content_Types].xml" and "/" + name not in named and name.rsplit(".", 1)[-1].lower() not in endings:
            yield f"{name} has no type"
    yield from (f"{name} is not there" for name in named if name[1:] not in book.names)
    yield from (f"{name} twice" for name in named if named.count(name) > 1)


def relationships(book):
    for name, root in book.parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        seen = [one.get("Id") for one in root]
        yield from (f"{name}: {one} twice" for one in seen if seen.count(one) > 1)
        for one in root:
            to = posixpath.normpath(posixpath.join("/" + folder, one.get("Target")))[1:]
            if one.get("TargetMode") != "External" and to not in book.names:
                yield f"{name}: {to} is not there"


def relationships_used(book):
    for name, root in book.parts.items():
        rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
        known = {one.get("Id") for one in book.parts.get(rels, [])}
        for node in root.iter():
            yield from (f"{name}: {value}" for key, value in node.items() if key.startswith(REL) and value not in known)


def sheet_names(book):
    names = [sheet.get("name") for sheet in book.workbook.iter(NS + "sheet")]
    if len({one.lower() for one in names}) < len(names):
        yield f"{names}"
    for one in names:
        if not 0 < len(one) < 32 or set(one) & set("[]:*?/\\") or one.strip("'") != one or one.lower() == "history":
            yield one


def sheets_seen(book):
    sheets = list(book.workbook.iter(NS + "sheet"))
    if all(sheet.get("state", "visible") != "visible" for sheet in sheets):
        yield "every sheet is hidden"
    if len({sheet.get("sheetId") for sheet in sheets}) < len(sheets):
        yield "a number of a sheet twice"
    for view in book.workbook.iter(NS + "workbookView"):
        if int(view.get("activeTab", "0")) >= len(sheets):
            yield "the sheet that is shown is not there"


def defined_names(book):
    titles = [sheet.get("name") for sheet in book.workbook.iter(NS + "sheet")]
    seen = set()
    for one in book.workbook.iter(NS + "definedName"):
        name, scope = one.get("name"), one.get("localSheetId")
        if (name.lower(), scope) in seen:
            yield f"{name} twice"
        seen.add((name.lower(), scope))
        if not re.fullmatch(r"[^\W\d][\w.?\\]{0,254}|\\[\w.?\\]{0,254}", name) or \
                re.fullmatch(r"[A-Za-z]{1,3}\d+|[RrCc]", name):
            yield f"{name} is no name"
        if scope is not None and int(scope) >= len(titles):
            yield f"{name}: sheet {scope} is not there"
        for quoted, plain in re.findall(r"(?:'((?:[^']|'')+)'|([\w.]+))!", one.text or ""):
            if (quoted.replace("''", "'") or plain) not in titles:
                yield f"{name}: {quoted or plain} is not there"


def parts_in_order(book):
    for part, root in book.sheets.items():
        tags = [child.tag.replace(NS, "") for child in root]
        if tags != sorted(tags, key=ORDER.index) or any(
                tags.count(tag) > 1 for tag in set(tags) - {"conditionalFormatting"}):
            yield f"{part}: {tags}"


def columns(book):
    for part, root in book.sheets.items():
        end = 0
        for column in root.iter(NS + "col"):
            first, last = int(column.get("min")), int(column.get("max"))
            if first <= end or last < first or last > 16384 or float(column.get("width", "9")) > 255:
                yield f"{part}: {column.attrib}"
            end = last


def cells_in_order(book):
    for part, root in book.sheets.items():
        last = 0
        for row in root.iter(NS + "row"):
            number, before = int(row.get("r")), 0
            if not last < number <= 1048576 or float(row.get("ht", "15")) > 409.5:
                yield f"{part}: row {number}"
            last = number
            for cell in row:
                column, at = area(cell.get("r"))[0]
                if not before < column <= 16384 or at != number:
                    yield f"{part}: cell {cell.get('r')}"
                before = column


def cell_values(book):
    styles = book.style_count("cellXfs")
    for part, root in book.sheets.items():
        for cell in root.iter(NS + "c"):
            kind, value = cell.get("t", "n"), cell.findtext(NS + "v")
            right = {"s": lambda: int(value) < len(book.strings), "b": lambda: value in ("0", "1"),
                     "e": lambda: value in ERRORS, "str": lambda: True, "inlineStr": lambda: value is None,
                     "d": lambda: re.match(r"\d{4}-\d\d-\d\d", value),
                     "n": lambda: value is None or abs(float(value)) < 1e308}[kind]
            if (value is not None or kind == "s") and not right():
                yield f"{part}: {cell.get('r')}: {kind} {value}"
            if int(cell.get("s", "0")) >= styles:
                yield f"{part}: {cell.get('r')} has no style"


def texts(book):
    yield from (f"a text of {len(text)}" for text in ("".join(one.itertext()) for one in book.strings)
                if len(text) > 32767)


def formulas(book):
    for part, root in book.sheets.items():
        for formula in root.iter(NS + "f"):
            text = formula.text or ""
            quotes = re.sub('"[^"]*"', "", text)
            if len(text) > 8192 or text.startswith("=") or quotes.count("(") != quotes.count(")") or '"' in quotes:
                yield f"{part}: {text[:60]}"


def merged(book):
    for part, root in book.sheets.items():
        areas = [area(one.get("ref")) for one in root.iter(NS + "mergeCell")]
        yield from (f"{part}: {pair}" for pair in overlapping(areas))
        yield from (f"{part}: one cell alone" for first, last in areas if first == last)


def validations(book):
    for part, root in book.sheets.items():
        rules = list(root.iter(NS + "dataValidation"))
        yield from (f"{part}: {pair}" for pair in
                    overlapping([area(one) for rule in rules for one in rule.get("sqref").split()]))
        for rule in rules:
            first = rule.findtext(NS + "formula1") or ""
            if max(len(rule.get(title, "")) for title in ("errorTitle", "promptTitle")) > 32 or \
                    max(len(rule.get(text, "")) for text in ("error", "prompt")) > 255 or \
                    len(first) > (257 if first.startswith('"') else 8192):
                yield f"{part}: {rule.get('sqref')}: its texts"


def conditions(book):
    for part, root in book.sheets.items():
        for rule in root.iter(NS + "cfRule"):
            if int(rule.get("dxfId", "0")) >= max(1, book.style_count("dxfs")) or int(rule.get("priority")) < 1:
                yield f"{part}: {rule.attrib}"


def filters(book):
    for part, root in book.sheets.items():
        found = list(root.iter(NS + "autoFilter"))
        if len(found) > 1 or any(area(one.get("ref"))[0] > area(one.get("ref"))[1] for one in found):
            yield part


def heads_and_feet(book):
    for part, root in book.sheets.items():
        for one in root.iter(NS + "headerFooter"):
            yield from (f"{part}: {len(text.text)} characters" for text in one if len(text.text or "") > 255)


def notes(book):
    for part, root in book.parts.items():
        if root.tag != NS + "comments":
            continue
        authors, cells = len(root.find(NS + "authors")), [one.get("ref") for one in root.iter(NS + "comment")]
        if len(set(cells)) < len(cells):
            yield f"{part}: two notes on a cell"
        yield from (f"{part}: {one.get('ref')}: no author" for one in root.iter(NS + "comment")
                    if int(one.get("authorId")) >= authors)


def links(book):
    for part, root in book.sheets.items():
        found = list(root.iter(NS + "hyperlink"))
        if len(found) > 65530:
            yield f"{part}: {len(found)}"
        yield from (f"{part}: {one.get('ref')}" for one in found if len(one.get("location", "")) > 255)


def styles(book):
    kinds = {"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}
    formats = {int(one.get("numFmtId")) for one in book.styles.iter(NS + "numFmt")}
    if book.style_count("cellXfs") > 65490:
        yield "more than 65,490 forms"
    for one in book.styles.find(NS + "cellXfs"):
        yield from (f"{key} {one.get(key)}" for key, kind in kinds.items()
                    if int(one.get(key, "0")) >= book.style_count(kind))
        if int(one.get("numFmtId", "0")) >= 164 and int(one.get("numFmtId")) not in formats:
            yield f"number format {one.get('numFmtId')}"


# source, the rule, its check
RULES = [
    ("OPC, content types", "each part has a content type, each type that is named a part", content_types),
    ("OPC, relationships", "what a relationship leads to is there; each has an id of its own", relationships),
    ("22.8 relationship reference", "r:id names a relationship of that part", relationships_used),
    ("18.2.19 sheet; NAMES", "names of sheets: unique in any case, 1 to 31 characters, none "
     "of []:*?/\\, no ' at the ends, not History", sheet_names),
    ("18.2.20 sheets, 18.2.30 workbookView", "a sheet is visible, the active one is there, ids are unique", sheets_seen),
    ("18.2.5 definedName; NAMES", "names are unique in their scope, are no cell, and mean sheets that are there",
     defined_names),
    ("18.3.1.99 worksheet", "the parts of a sheet stand in order, each once", parts_in_order),
    ("18.3.1.13 col; LIMITS", "columns ascend, and no two overlap; 16,384; width 255", columns),
    ("18.3.1.73 row, 18.3.1.4 c; LIMITS", "rows and cells ascend, each once; 1,048,576; height 409", cells_in_order),
    ("18.3.1.4 c, 18.18.11 ST_CellType", "a cell holds what its type says, and has a style that is there", cell_values),
    ("18.4.12 t; LIMITS", "texts have at most 32,767 characters", texts),
    ("18.3.1.40 f, 18.17; LIMITS", "formulas: no =, closed, at most 8,192 characters", formulas),
    ("18.3.1.55 mergeCell", "merged areas do not overlap, and are more than a cell", merged),
    ("18.3.1.32 dataValidation; LIMITS", "no two overlap; titles 32, messages 255, lists 255 characters",
     validations),
    ("18.3.1.10 cfRule", "a condition's look is there, its priority at least 1", conditions),
    ("18.3.1.2 autoFilter", "one filter a sheet", filters),
    ("18.3.1.46 headerFooter", "heads and feet have at most 255 characters", heads_and_feet),
    ("18.7.3 comment", "one note a cell, by an author that is there", notes),
    ("18.3.1.47 hyperlink; LIMITS", "at most 65,530 links, of 255 characters", links),
    ("18.8.45 xf, 18.8.30 numFmt; LIMITS", "fonts, fills, borders, formats of a form are there", styles),
]


def broken(path):
    """What of these rules the workbook breaks."""
    book = Book(path)
    return [f"{source}: {found}" for source, _, check in RULES for found in check(book)]


# Which rule breaks when such bytes of such a part are replaced: part, from, to.
FIRST = "xl/worksheets/sheet1.xml"
MADE = {
    content_types: ("[Content_Types].xml", rb'PartName="/xl/styles.xml"', b'PartName="/xl/style.xml"'),
    relationships: ("xl/_rels/workbook.xml.rels", rb'Target="styles.xml"', b'Target="style.xml"'),
    relationships_used: ("xl/workbook.xml", rb'r:id="rId1"', b'r:id="rId999"'),
    sheet_names: ("xl/workbook.xml", rb'<sheet name="[^"]+"', b'<sheet name="History"'),
    sheets_seen: ("xl/workbook.xml", rb"<workbookView ", b'<workbookView activeTab="99" '),
    defined_names: ("xl/workbook.xml", rb'localSheetId="1"', b'localSheetId="99"'),
    parts_in_order: (FIRST, rb"(<cols>.*?</cols>)(<sheetData>.*</sheetData>)", rb"\2\1"),
    columns: (FIRST, rb"(<col min[^>]*>)", rb"\1\1"),
    cells_in_order: (FIRST, rb'<row r="2"', b'<row r="1"'),
    cell_values: (FIRST, rb't="s"><v>\d+<', b't="s"><v>9999999<'),
    texts: ("xl/sharedStrings.xml", rb"<t>", b"<t>" + b"x" * 32768),
    formulas: (FIRST, rb"<c r=\"A2\".*?</c>|<c r=\"A2\"[^>]*/>", b'<c r="A2"><f>=SUM(1</f></c>'),
    merged: (FIRST, rb"<pageMargins", b'<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'
             b"<pageMargins"),
    validations: (FIRST, rb"<pageMargins", b'<dataValidations><dataValidation sqref="A1:B9 B2"/></dataValidations>'
                  b"<pageMargins"),
    conditions: (FIRST, rb"<pageMargins", b'<conditionalFormatting><cfRule priority="0"/></conditionalFormatting>'
                 b"<pageMargins"),
    filters: (FIRST, rb"<pageMargins", b'<autoFilter ref="B2:A1"/><pageMargins'),
    heads_and_feet: (FIRST, rb"<oddFooter>", b"<oddFooter>" + b"x" * 255),
    notes: ("xl/comments9.xml", rb"", b'<comments xmlns="' + NS[1:-1].encode() + b'"><authors/><commentList>'
            b'<comment ref="A1" authorId="0"/></commentList></comments>'),
    links: (FIRST, rb"<pageMargins", b'<hyperlinks><hyperlink ref="A1" location="' + b"x" * 256 +
            b'"/></hyperlinks><pageMargins'),
    styles: ("xl/styles.xml", rb'(<cellXfs.*?fontId=)"0"', rb'\1"99"'),
}


def unnoticed(path, scratch):
    """Rules that say nothing of a workbook which breaks them."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for source, _, check in RULES:
        part, before, after = MADE[check]
        changed = {**parts, part: re.sub(before, after, parts.get(part, b""), count=1, flags=re.DOTALL)}
        with zipfile.ZipFile(scratch, "w") as new:
            for name, data in changed.items():
                new.writestr(name, data)
        if not list(check(Book(scratch))):
            yield source
