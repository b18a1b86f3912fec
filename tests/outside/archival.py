"""A small archival and accessible PDF, written by hand, object by object.

    build()                       the bytes of a document that obeys all rules
    build({"page1": (old, new)})  the same with the text of an object changed

It shares nothing with the program: the judge is proved by it, not by our painter."""

import re
import struct
import zlib

FONT = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"
TITLE = "Laporan Hasil Uji"


class Font:
    """What a TrueType font says of its glyphs."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        count = struct.unpack(">H", self.data[4:6])[0]
        rows = (struct.unpack(">4sLLL", self.data[12 + 16 * i:28 + 16 * i]) for i in range(count))
        self.tables = {tag: (start, size) for tag, _, start, size in rows}
        self.em = struct.unpack(">H", self.table(b"head")[18:20])[0]
        self.long = struct.unpack(">H", self.table(b"hhea")[34:36])[0]
        self.glyphs = self.characters()

    def table(self, tag):
        start, size = self.tables[tag]
        return self.data[start:start + size]

    def width(self, glyph):
        at = 4 * min(glyph, self.long - 1)
        return round(struct.unpack(">H", self.table(b"hmtx")[at:at + 2])[0] * 1000 / self.em)

    def characters(self):
        """Character -> glyph, from the table of format 4."""
        cmap = self.table(b"cmap")
        for i in range(struct.unpack(">H", cmap[2:4])[0]):
            start = struct.unpack(">L", cmap[8 + 8 * i:12 + 8 * i])[0]
            if struct.unpack(">H", cmap[start:start + 2])[0] == 4:
                return self.segments(cmap[start:])
        raise ValueError("no table of format 4")

    @staticmethod
    def segments(table):
        half = struct.unpack(">H", table[6:8])[0]
        words = struct.unpack(f">{len(table) // 2}H", table[:len(table) // 2 * 2])
        n = half // 2
        ends, starts = words[7:7 + n], words[8 + n:8 + 2 * n]
        deltas, offsets = words[8 + 2 * n:8 + 3 * n], words[8 + 3 * n:8 + 4 * n]
        found = {}
        for i in range(n):
            for code in range(starts[i], min(ends[i], 0x2100) + 1):
                glyph = code
                if offsets[i]:
                    glyph = words[8 + 3 * n + i + offsets[i] // 2 + code - starts[i]]
                found[chr(code)] = (glyph + deltas[i]) & 0xffff
        return found


FACE = Font(FONT)
PACKED_FONT = zlib.compress(FACE.data, 1)


def text(words):
    return "<" + "".join(f"{FACE.glyphs[c]:04X}" for c in words) + ">"


def line(mark, words, y):
    return f"/P <</MCID {mark}>> BDC BT /F1 12 Tf 72 {y} Td {text(words)} Tj ET EMC"


def profile():
    """An ICC profile of a monitor: a sound header and an empty list of tags."""
    head = struct.pack(">L4sL4s4s4s12s4s4s", 132, b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
                       b"\0" * 12, b"acsp", b"APPL")
    return head.ljust(132, b"\0")


def used_glyphs():
    return sorted(FACE.glyphs[c] for c in
                  set("Judul laporan ini Pranala Aspek Nilai 1.3,0 butir Bab dua isi halaman Hal"))


def unicode_map():
    back = {}
    for character, glyph in sorted(FACE.glyphs.items(), reverse=True):
        back[glyph] = character
    rows = "\n".join(f"<{g:04X}> <{ord(back[g]):04X}>" for g in used_glyphs())
    return ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{len(used_glyphs())} beginbfchar\n{rows}\nendbfchar endcmap end end")


PAGE1 = "\n".join([
    "q 1 0 0 1 0 0 cm /Artifact BMC /X1 Do EMC Q",
    line(0, "Judul laporan", 760),
    line(1, "ini", 740),
    line(2, "Pranala", 720),
    line(3, "Aspek", 700), line(4, "Nilai", 690),
    line(5, "Bab", 680), line(6, "3,0", 670),
    line(7, "1.", 650), line(8, "butir", 640),
    "/Figure <</MCID 9>> BDC 0.2 0.4 0.6 rg 72 500 100 50 re f EMC",
    "/Artifact <</Type /Pagination>> BDC BT /F1 9 Tf 72 40 Td " + text("Hal 1") + " Tj ET EMC"])
PAGE2 = "\n".join([line(0, "Bab dua", 760), line(1, "isi halaman dua", 740)])

XMP = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">""" + TITLE + """</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Kementerian Contoh</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Uji</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>pena</xmp:CreatorTool><pdf:Producer>tangan</pdf:Producer>
<xmp:CreateDate>2021-12-01T08:30:00+07:00</xmp:CreateDate>
<xmp:ModifyDate>2021-12-01T01:30:00Z</xmp:ModifyDate>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def element(role, parent, kids, more=""):
    return f"<</Type /StructElem /S /{role} /P {{{parent}}} /K {kids} {more}>>"


def marked(page, *numbers):
    """Kids of an element: marked content of a page."""
    return f"[{' '.join(map(str, numbers))}] /Pg {{{page}}}"


CELL = "/A <</O /Table /Scope /Column>>"

# Objects by name; "{name}" becomes a reference.  A pair is a stream: keys, content.
OBJECTS = {
    "catalog": "<</Type /Catalog /Pages {pages} /Lang (id-ID) /MarkInfo <</Marked true>> "
               "/ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot {root} "
               "/Metadata {xmp} /OutputIntents [{intent}] /AF [{file}] /Outlines {outlines} "
               "/Names <</EmbeddedFiles <</Names [(hasil.xml) {file}]>>>>>>",
    "pages": "<</Type /Pages /Count 2 /Kids [{page1} {page2}]>>",
    "page1": "<</Type /Page /Parent {pages} /MediaBox [0 0 595 842] /Resources {resources} "
             "/Contents {content1} /StructParents 0 /Tabs /S /Annots [{link}]>>",
    "page2": "<</Type /Page /Parent {pages} /MediaBox [0 0 595 842] /Resources {resources} "
             "/Contents {content2} /StructParents 1>>",
    "resources": "<</Font <</F1 {font}>> /XObject <</X1 {form} /I1 {image}>> "
                 "/ExtGState <</G1 {state}>>>>",
    "state": "<</Type /ExtGState /ca 0.5>>",
    "content1": ("", PAGE1),
    "content2": ("", PAGE2),
    "form": ("/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources <<>>",
             "0.9 g 0 0 20 20 re f"),
    "image": ("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
              "/ColorSpace /DeviceGray", "x"),
    "font": "<</Type /Font /Subtype /Type0 /BaseFont /LiberationSans /Encoding /Identity-H "
            "/DescendantFonts [{cidfont}] /ToUnicode {unicode}>>",
    "cidfont": "<</Type /Font /Subtype /CIDFontType2 /BaseFont /LiberationSans "
               "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
               "/FontDescriptor {descriptor} /CIDToGIDMap /Identity /W ["
               + " ".join(f"{g} [{FACE.width(g)}]" for g in used_glyphs()) + "]>>",
    "descriptor": "<</Type /FontDescriptor /FontName /LiberationSans /Flags 4 /FontBBox "
                  "[-200 -300 1000 1000] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 700 "
                  "/StemV 80 /FontFile2 {program}>>",
    "program": (f"/Length1 {len(FACE.data)} /Filter /FlateDecode", PACKED_FONT),
    "unicode": ("", unicode_map()),
    "xmp": ("/Type /Metadata /Subtype /XML", XMP),
    "intent": "<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
              "/DestOutputProfile {icc}>>",
    "icc": ("/N 3", profile()),
    "file": "<</Type /Filespec /F (hasil.xml) /UF (hasil.xml) /Desc (Hasil) "
            "/AFRelationship /Source /EF <</F {data} /UF {data}>>>>",
    "data": ("/Type /EmbeddedFile /Subtype /text#2Fxml "
             "/Params <</Size 8 /ModDate (D:20211201083000+07'00')>>", "<hasil/>"),
    "outlines": "<</Type /Outlines /First {mark} /Last {mark} /Count 1>>",
    "mark": "<</Title (Judul) /Parent {outlines} /Dest [{page1} /Fit]>>",
    "link": "<</Type /Annot /Subtype /Link /Rect [72 715 120 735] /F 4 /Border [0 0 0] "
            "/Contents (Situs contoh) /A <</S /URI /URI (https://contoh.invalid/)>> "
            "/StructParent 2>>",
    "root": "<</Type /StructTreeRoot /K {document} /ParentTree {parents} /ParentTreeNextKey 3 "
            "/RoleMap <</Judul /H1>>>>",
    "parents": "<</Nums [0 [{h1} {p1} {link1} {th1} {th2} {td1} {td2} {lbl} {lbody} {figure}] "
               "1 [{h2} {p2}] 2 {link1}]>>",
    "document": element("Document", "root", "[{h1} {p1} {table} {list} {figure} {h2} {p2}]"),
    "h1": element("Judul", "document", marked("page1", 0)),
    "p1": element("P", "document", "[1 {link1}] /Pg {page1}"),
    "link1": element("Link", "p1", "[2 <</Type /OBJR /Obj {link}>>] /Pg {page1}"),
    "table": element("Table", "document", "[{thead} {tbody}]"),
    "thead": element("THead", "table", "[{tr1}]"),
    "tbody": element("TBody", "table", "[{tr2}]"),
    "tr1": element("TR", "thead", "[{th1} {th2}]"),
    "tr2": element("TR", "tbody", "[{td1} {td2}]"),
    "th1": element("TH", "tr1", marked("page1", 3), CELL),
    "th2": element("TH", "tr1", marked("page1", 4), CELL),
    "td1": element("TD", "tr2", marked("page1", 5)),
    "td2": element("TD", "tr2", marked("page1", 6)),
    "list": element("L", "document", "[{li}]", "/A <</O /List /ListNumbering /Decimal>>"),
    "li": element("LI", "list", "[{lbl} {lbody}]"),
    "lbl": element("Lbl", "li", marked("page1", 7)),
    "lbody": element("LBody", "li", marked("page1", 8)),
    "figure": element("Figure", "document", marked("page1", 9),
                      "/Alt (Kotak biru) /A <</O /Layout /BBox [72 500 172 550]>>"),
    "h2": element("H2", "document", marked("page2", 0)),
    "p2": element("P", "document", marked("page2", 1)),
    "info": f"<</Title ({TITLE}) /Author (Kementerian Contoh) /Subject (Uji) /Creator (pena) "
            "/Producer (tangan) /CreationDate (D:20211201083000+07'00') "
            "/ModDate (D:20211201083000+07'00')>>",
}


def replaced(value, change):
    """VALUE, a text or a stream, with the first OLD replaced by NEW."""
    old, new = change
    if isinstance(value, str):
        if old not in value:
            raise ValueError(f"{old!r} is not there to be changed")
        return value.replace(old, new, 1)
    keys, content = value
    if old in keys or not old:
        return keys.replace(old, new, 1), content
    if isinstance(content, bytes):
        if old.encode("latin-1") not in content:
            raise ValueError(f"{old!r} is not there to be changed")
        return keys, content.replace(old.encode("latin-1"), new.encode("latin-1"), 1)
    return keys, replaced(content, change)


def body(value, numbers):
    """An object as bytes, references put in."""
    def refer(text_):
        return re.sub(r"\{(\w+)\}", lambda m: f"{numbers[m[1]]} 0 R", text_)
    if isinstance(value, str):
        return refer(value).encode("latin-1")
    keys, content = value
    data = content if isinstance(content, bytes) else content.encode(errors="surrogateescape")
    return (f"<<{refer(keys)} /Length {len(data)}>>\nstream\n".encode() + data
            + b"\nendstream")


def build(changes=None, trailer="/ID [<0123456789ABCDEF> <0123456789ABCDEF>]"):
    """CHANGES: {name: (old, new)}, or {name: [(old, new), ...]}."""
    objects = dict(OBJECTS)
    for name, change in (changes or {}).items():
        for pair in change if isinstance(change, list) else [change]:
            objects[name] = replaced(objects[name], pair)
    numbers = {name: i + 1 for i, name in enumerate(objects)}
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for name, value in objects.items():
        offsets.append(len(out))
        out += f"{numbers[name]} 0 obj\n".encode() + body(value, numbers) + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010} 00000 n \n".encode()
    out += (f"trailer\n<</Size {len(offsets) + 1} /Root {numbers['catalog']} 0 R "
            f"/Info {numbers['info']} 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n").encode()
    return bytes(out)
