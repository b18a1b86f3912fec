"""Breaks one rule at a time in a document that obeys all, and reads what the judge says.

usage: verify.py PROGRAM SCRATCH"""

import json
import os
import subprocess
import sys

import archival
from archival import build, text
from tap import Tap

# What is wrong, the change, and words of the finding that must come.
CHANGES = [
    # catalog
    ("no language", {"catalog": ("/Lang (id-ID)", "")}, "does not say its language"),
    ("a language of its own", {"catalog": ("(id-ID)", "(bahasa_Indonesia)")}, "no tag of a language"),
    ("not marked", {"catalog": ("/Marked true", "/Marked false")}, "(/Marked)"),
    ("suspects", {"catalog": ("/Marked true", "/Marked true /Suspects true")}, "(/Suspects)"),
    ("title not shown", {"catalog": ("/DisplayDocTitle true", "")}, "(/DisplayDocTitle)"),
    ("no structure", {"catalog": ("/StructTreeRoot {root}", "")}, "no structure"),
    ("no metadata", {"catalog": ("/Metadata {xmp}", "")}, "no metadata (XMP)"),
    ("no output intent", {"catalog": ("/OutputIntents [{intent}]", "")}, "which the output intent does not allow"),
    ("a script at the start",
     {"catalog": ("/Lang", "/OpenAction <</S /JavaScript /JS (app.alert)>> /Lang")}, "runs a script"),
    ("a program is launched", {"link": ("/S /URI /URI (https://contoh.invalid/)",
                                       "/S /Launch /F (a)")}, "launches a program"),
    ("actions on events", {"catalog": ("/Lang", "/AA <<>> /Lang")}, "(/AA)"),
    ("a named action", {"link": ("/S /URI", "/S /Named /N /Print")}, "other than turning pages"),
    ("fields without appearance",
     {"catalog": ("/Lang", "/AcroForm <</Fields [] /NeedAppearances true>> /Lang")},
     "form fields without appearances"),
    ("an XFA form", {"catalog": ("/Lang", "/AcroForm <</Fields [] /XFA (a)>> /Lang")}, "XFA"),
    ("requirements", {"catalog": ("/Lang", "/Requirements [] /Lang")}, "requirements on the reader"),
    ("layers without a name", {"catalog": ("/Lang", "/OCProperties <</OCGs [] /D <<>>>> /Lang")},
     "layers without a name"),
    ("a bookmark without a title", {"mark": ("(Judul)", "()")}, "bookmark without a title"),
    ("a bookmark to nowhere", {"mark": ("/Dest [{page1} /Fit]", "")}, "leads nowhere"),
    ("bookmarks in a circle", {"mark": ("/Dest", "/Next {mark} /Dest")}, "go round in circles"),
    # metadata
    ("title changed in the metadata only", {"xmp": (archival.TITLE, "Lain")}, "Title is"),
    ("author in Info only", {"info": ("(Kementerian Contoh)", "(Orang lain)")}, "Author is"),
    ("subject in Info only", {"info": ("/Subject (Uji)", "/Subject (Coba)")}, "Subject is"),
    ("creator in Info only", {"info": ("(pena)", "(kuas)")}, "Creator is"),
    ("producer in Info only", {"info": ("(tangan)", "(kaki)")}, "Producer is"),
    ("another date of making", {"xmp": ("T08:30:00", "T08:31:00")}, "CreationDate is"),
    ("another date of change", {"xmp": ("T01:30:00Z", "T08:30:00Z")}, "ModDate is"),
    ("another part", {"xmp": ("<pdfaid:part>3", "<pdfaid:part>2")}, "pdfaid:part is 2"),
    ("level B", {"xmp": ("conformance>A", "conformance>B")}, "pdfaid:conformance is B"),
    ("no PDF/UA", {"xmp": ("<pdfuaid:part>1</pdfuaid:part>", "")}, "no pdfuaid:part"),
    ("no extension schema", {"xmp": ("www.aiim.org/pdfua/ns/id/</pdfaSchema", "x</pdfaSchema")},
     "no extension schema declares the property part"),
    ("metadata filtered", {"xmp": ("/Subtype /XML", "/Subtype /XML /Filter /FlateDecode")},
     "metadata are filtered"),
    ("metadata torn", {"xmp": ("</rdf:RDF>", "")}, "no well-formed XML"),
    ("metadata with a DTD", {"xmp": ("<x:xmpmeta", "<!DOCTYPE x><x:xmpmeta")}, "no well-formed XML"),
    ("an encoded packet", {"xmp": ('id="W5M', 'encoding="UTF-8" id="W5M')}, "bytes or encoding"),
    ("a value of another type", {"xmp": ("<xmp:CreatorTool>pena</xmp:CreatorTool>",
                                         "<xmp:CreatorTool>pena</xmp:CreatorTool>"
                                         "<xmp:Rating>baik</xmp:Rating>")}, "not of the type it has"),
    ("a schema without a prefix", {"xmp": ("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "")},
     "an extension schema without prefix"),
    ("a property of no type", {"xmp": ("<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
                                       "<pdfaProperty:valueType>Angka</pdfaProperty:valueType>")},
     "a type that nobody has defined"),
    ("a property neither internal nor external",
     {"xmp": ("<pdfaProperty:category>internal</pdfaProperty:category>",
              "<pdfaProperty:category>luar</pdfaProperty:category>")}, "neither internal nor external"),
    # colours
    ("a profile of another space", {"icc": (b"RGB ".decode(), "CMYK")}, "components, /N says 3"),
    ("a profile of an input", {"icc": ("mntr", "scnr")}, "not one of a monitor or printer"),
    ("a torn profile", {"icc": ("acsp", "acsq")}, "no valid ICC profile"),
    ("an intent of no kind", {"intent": ("/GTS_PDFA1", "/GTS_PDFX")}, "which the output intent does not allow"),
    ("CMYK", {"content1": ("0.2 0.4 0.6 rg", "0 0 0 1 k")}, "DeviceCMYK is used"),
    ("an unknown space", {"resources": ("/XObject", "/ColorSpace <</C [/Strange 1]>> /XObject"),
                          "content1": ("0.2 0.4 0.6 rg", "/C cs")}, "unknown colour space"),
    # objects
    ("an image smoothed", {"image": ("/Width", "/Interpolate true /Width")}, "/Interpolate true"),
    ("an odd image", {"image": ("Component 8", "Component 7")}, "odd number of bits"),
    ("alternate images", {"image": ("/Width", "/Alternates [] /Width")}, "alternate images"),
    ("LZW", {"image": ("/Width", "/Filter /LZWDecode /Width")}, "filter /LZWDecode"),
    ("a stream elsewhere", {"image": ("/Width", "/F (a.bin) /Width")}, "kept in another file"),
    ("a transfer function", {"state": ("/ca", "/TR /Identity /ca")}, "transfer function"),
    ("another transfer function", {"state": ("/ca", "/TR2 /Identity /ca")}, "transfer function"),
    ("a halftone phase", {"state": ("/ca", "/HTP [0 0] /ca")}, "halftone phase"),
    ("a state of no type with a transfer function",
     {"state": [("/Type /ExtGState", ""), ("/ca", "/TR2 /Identity /ca")]}, "transfer function"),
    ("a named halftone", {"state": ("/ca", "/HT <</HalftoneType 1 /HalftoneName (a)>> /ca")},
     "halftone with a name"),
    ("a state of an unknown intent", {"state": ("/ca", "/RI /Nice /ca")}, "unknown rendering intent"),
    ("an action that does nothing", {"link": ("/S /URI", "/S /NOP")}, "does nothing"),
    ("a digest of objects", {"catalog": ("/Lang", "/Perms <</DocMDP <</Reference [<</DigestValue (a)>>]>>>> /Lang")},
     "a digest of objects"),
    ("a strange blend", {"state": ("/ca", "/BM /Melt /ca")}, "blend mode"),
    ("a form that refers away", {"form": ("/BBox", "/Ref <</F (a)>> /BBox")}, "reference to another"),
    ("PostScript", {"form": ("/BBox", "/Subtype2 /PS /BBox")}, "PostScript"),
    ("a long name", {"state": ("/ca", f"/{'a' * 200} 1 /ca")}, "a name of 200 bytes"),
    ("a name not in UTF-8", {"state": ("/ca", "/#ff 1 /ca")}, "not UTF-8"),
    ("a long string", {"state": ("/ca", f"/X ({'a' * 40000}) /ca")}, "a string of 40000 bytes"),
    ("a large number", {"state": ("/ca", "/X 99999999999 /ca")}, "is too large"),
    ("deep arrays", {"state": ("/ca", "/X " + "[" * 90 + "]" * 90 + " /ca")}, "nested more than"),
    # pages and content
    ("inherited resources", {"page2": ("/Resources {resources}", ""),
                             "pages": ("/Count", "/Resources {resources} /Count")},
     "page without resources"),
    ("no tab order", {"page1": ("/Tabs /S", "")}, "(/Tabs /S)"),
    ("a huge page", {"page2": ("595 842", "595 20000")}, "a side of 20000"),
    ("unmarked content", {"content2": ("/P <<", "0 0 9 9 re f /P <<")}, "neither tagged nor"),
    ("unmarked text", {"content2": ("/P <</MCID 1>> BDC", "/Span BMC")}, "neither tagged nor"),
    ("an artifact that is tagged", {"content2": ("BDC BT", "BDC /Artifact BMC EMC BT")},
     "artifact within tagged"),
    ("a tag in an artifact", {"content2": ("/P <</MCID 0>>", "/Artifact BMC EMC /Artifact BMC "
                                           "/P <</MCID 8>> BDC EMC EMC /P <</MCID 0>>")},
     "tagged content within an artifact"),
    ("an unknown operator", {"content2": ("BT /F1", "BT 1 fill /F1")}, 'unknown operator "fill"'),
    ("an operand of another kind", {"content2": ("72 760 Td", "72 /x Td")}, "operands it needs"),
    ("an operand missing", {"content2": ("72 760 Td", "72 Td")}, "operands it needs"),
    ("q without Q", {"content2": ("/P", "q /P")}, "q without Q"),
    ("Q without q", {"content2": ("/P", "Q /P")}, "Q without q"),
    ("BT without ET", {"content2": (" ET EMC\n", " EMC\n")}, "BT"),
    ("a mark left open", {"content2": ("/P <</MCID 0", "/Span BMC /P <</MCID 0")}, "without EMC"),
    ("EMC too much", {"content2": ("/P", "EMC /P")}, "EMC without"),
    ("29 states", {"content2": ("/P", "q " * 29 + "Q " * 29 + "/P")}, "more than 28 deep"),
    ("a torn string", {"content2": ("Tj", "(a Tj")}, "makes no sense"),
    ("an odd hexadecimal string", {"content2": (text("Bab dua"), text("Bab dua")[:-2] + ">")},
     "makes no sense"),
    ("half a code", {"content2": (text("Bab dua"), text("Bab dua")[:-3] + ">")}, "within a code"),
    ("no such font", {"content2": ("/F1", "/F9")}, "/F9 is not among the resources"),
    ("an unknown rendering intent", {"content2": ("BT", "/Nice ri BT")}, "unknown rendering intent"),
    ("a form in itself", {"form": [("/Resources <<>>", "/Resources <</XObject <</X {form}>>>>"),
                                   ("0.9 g", "/X Do 0.9 g")]}, "a form within itself"),
    ("inline image, smoothed",
     {"content2": ("BT", "BI /W 1 /H 1 /BPC 8 /CS /G /I true ID x EI BT")}, "/Interpolate true"),
    # fonts
    ("not embedded", {"descriptor": ("/FontFile2 {program}", "")}, "is not embedded"),
    ("a program that is none", {"program": (archival.PACKED_FONT[:40].decode("latin-1"), "x" * 40)},
     "program of font"),
    ("a wrong length", {"program": ("/Length1 ", "/Length1 1")}, "as /Length1 says"),
    ("a width missing", {"cidfont": (f"{archival.FACE.glyphs['B']} [", "9999 [")}, "is 1000 wide"),
    ("a width wrong by two",
     {"cidfont": (f"{archival.FACE.glyphs['B']} [{archival.FACE.width(archival.FACE.glyphs['B'])}]",
                  f"{archival.FACE.glyphs['B']} "
                  f"[{archival.FACE.width(archival.FACE.glyphs['B']) + 2}]")}, "LiberationSans: code"),
    ("no CIDToGIDMap", {"cidfont": ("/CIDToGIDMap /Identity", "")}, "no /CIDToGIDMap"),
    ("no CIDSystemInfo", {"cidfont": ("/Registry (Adobe)", "")}, "/CIDSystemInfo"),
    ("another encoding", {"font": ("/Identity-H", "/UniJIS-UTF16-H")}, "not Identity-H"),
    ("no meaning", {"font": ("/ToUnicode {unicode}", "")}, "no meaning in Unicode"),
    ("one code without a meaning",
     {"unicode": (f"<{archival.FACE.glyphs['B']:04X}> <0042>", "")}, "no meaning in Unicode"),
    ("a meaning of U+0000",
     {"unicode": (f"<{archival.FACE.glyphs['B']:04X}> <0042>",
                  f"<{archival.FACE.glyphs['B']:04X}> <0000>")}, "means U+0000"),
    ("a private meaning",
     {"unicode": (f"<{archival.FACE.glyphs['B']:04X}> <0042>",
                  f"<{archival.FACE.glyphs['B']:04X}> <E000>")}, "no common meaning"),
    (".notdef", {"content2": (text("Bab dua"), "<0000>")}, "is the glyph .notdef"),
    ("a glyph beyond the font", {"content2": (text("Bab dua"), "<FFF0>")}, "has no glyph"),
    ("another name", {"descriptor": ("/FontName /LiberationSans", "/FontName /Arial")},
     "another name in its descriptor"),
    # annotations and attachments
    ("a link that is not printed", {"link": ("/F 4", "/F 0")}, "not printed"),
    ("a link without flags", {"link": ("/F 4", "")}, "without flags"),
    ("a link without words", {"link": ("/Contents (Situs contoh)", "")}, "link without a description"),
    ("a link out of the structure", {"link1": ("<</Type /OBJR /Obj {link}>>", "")},
     "without its annotation"),
    ("a link without a way back", {"link": ("/StructParent 2", "")}, "no part of the structure"),
    ("a link to nowhere", {"link": ("/A <<", "/Z <<")}, "leads nowhere"),
    ("a film", {"link": ("/Subtype /Link", "/Subtype /Movie")}, "kind that is not allowed"),
    ("a note without appearance", {"link": ("/Subtype /Link", "/Subtype /Text")},
     "without an appearance"),
    ("no relation", {"file": ("/AFRelationship /Source", "")}, "(/AFRelationship)"),
    ("not associated", {"catalog": ("/AF [{file}]", "")}, "(/AF)"),
    ("not listed", {"catalog": ("(hasil.xml) {file}", "")}, "/EmbeddedFiles does not list"),
    ("no media type", {"data": ("/Subtype /text#2Fxml", "")}, "media type"),
    ("no date", {"data": ("/ModDate (D:20211201083000+07'00')", "")}, "without a date"),
    ("another size", {"data": ("/Size 8", "/Size 9")}, "not as large as it says"),
    ("one name", {"file": ("/UF (hasil.xml) /Desc", "/Desc")}, "both names"),
    # structure
    ("no parent tree", {"root": ("/ParentTree {parents}", "")}, "no /ParentTree"),
    ("another parent", {"parents": ("[{h1} {p1}", "[{p1} {h1}")}, "to another element"),
    ("a page without its key", {"page2": ("/StructParents 1", "")}, "(/StructParents)"),
    ("tagged content not in the tree", {"p2": ("[1]", "[]")}, "is not in the tree"),
    ("content that is not there", {"p2": ("[1]", "[1 7]")}, "content that is not there"),
    ("content twice in the tree", {"p2": ("[1]", "[1 0]")}, "in the tree twice"),
    ("an MCID twice", {"content2": ("/MCID 1", "/MCID 0")}, "marks content twice"),
    ("an element twice", {"document": ("{h2} {p2}", "{h2} {p2} {p2}")}, "in the tree twice"),
    ("an element in itself", {"tbody": ("[{tr2}]", "[{tr2} {tbody}]")}, "in the tree twice"),
    ("another parent named", {"p2": ("/P {document}", "/P {root}")}, "names another parent"),
    ("a role of its own", {"root": ("/RoleMap <</Judul /H1>>", "")}, "no standard role"),
    ("a standard role remapped", {"root": ("/Judul /H1", "/Judul /H1 /P /H2")}, "another meaning"),
    ("roles in a circle", {"root": ("/Judul /H1", "/Judul /Judul")}, "no standard role"),
    ("no Document", {"document": ("/S /Document", "/S /Sect")}, "in place of Document"),
    ("pages backwards", {"document": ("{h1} {p1} {table} {list} {figure} {h2} {p2}",
                                      "{h2} {p2} {h1} {p1} {table} {list} {figure}")},
     "goes back from page 2"),
    ("order backwards", {"document": ("{table} {list}", "{list} {table}")}, "is painted before"),
    ("a heading skipped", {"h2": ("/S /H2", "/S /H3")}, "H3 follows H1"),
    ("the first heading is H2", {"root": ("/Judul /H1", "/Judul /H2")}, "first heading is H2"),
    ("H beside H1", {"h2": ("/S /H2", "/S /H")}, "with and without a level"),
    ("an empty paragraph", {"p2": ("/K [1]", "")}, "an empty P"),
    ("a row in a paragraph", {"p2": ("/S /P ", "/S /TR ")}, "TR stands in Document"),
    ("an item alone", {"list": ("/S /L", "/S /Div")}, "LI stands in Div"),
    ("a paragraph in a list", {"li": ("/S /LI", "/S /P")}, "L holds P"),
    ("a list of labels that says no numbering", {"list": ("/ListNumbering /Decimal", "")},
     "(/ListNumbering)"),
    ("a cell in a head", {"tr1": ("/S /TR", "/S /TD")}, "TD stands in THead"),
    ("a short row", {"tr2": ("[{td1} {td2}]", "[{td1}]"), "td1": ("[5]", "[5 6]")},
     "a row of 1 columns in a table of 2"),
    ("a wide cell", {"td2": ("/K", "/A <</O /Table /ColSpan 2>> /K")},
     "a row of 3 columns in a table of 2"),
    ("a cell that reaches below", {"td2": ("/K", "/A <</O /Table /RowSpan 2>> /K")},
     "reaches below its table"),
    ("heads without scope", {"th2": ("/Scope /Column", "")}, "(/Scope)"),
    ("no heads", {"th1": ("/S /TH", "/S /TD"), "th2": ("/S /TH", "/S /TD")}, "without heads"),
    ("text in a table", {"tbody": ("[{tr2}]", "[{tr2} 9] /Pg {page1}"), "figure": ("[9]", "[]")},
     "TBody holds content"),
    ("a figure without words", {"figure": ("/Alt (Kotak biru)", "")}, "without an alternative text"),
    ("a figure with empty words", {"figure": ("(Kotak biru)", "()")}, "without an alternative text"),
    ("a figure without a box", {"figure": ("/BBox [72 500 172 550]", "")}, "(/BBox)"),
    ("a note without a name", {"p2": ("/S /P ", "/S /Note ")}, "Note without an identifier"),
    ("two notes of one name", {"p1": ("/S /P ", "/S /Note /ID (a) "), "p2": ("/S /P ", "/S /Note /ID (a) ")},
     "two notes with the identifier"),
    ("two plain headings", {"h1": ("/S /Judul", "/S /H"), "h2": ("/S /H2", "/S /H")}, "H more than once"),
    ("a head without a body", {"tbody": ("/S /TBody", "/S /TFoot")}, "without TBody"),
    ("an entry of contents alone", {"p2": ("/S /P ", "/S /TOCI ")}, "TOCI stands in Document"),
    ("a bad language of an element", {"p2": ("/S /P ", "/S /P /Lang (1) ")}, "no tag of a language"),
]

# What is allowed, though it looks unusual.
ALLOWED = [
    ("a width off by less than one",
     {"cidfont": (f"{archival.FACE.glyphs['B']} [{archival.FACE.width(archival.FACE.glyphs['B'])}]",
                  f"{archival.FACE.glyphs['B']} "
                  f"[{archival.FACE.width(archival.FACE.glyphs['B']) - 0.5}]")}),
    ("a head over two columns",
     {"th1": [("/Scope /Column", "/Scope /Column /ColSpan 2"), ("[3]", "[3 4]")],
      "tr1": ("[{th1} {th2}]", "[{th1}]"), "parents": ("{th1} {th2}", "{th1} {th1}")}),
    ("a cell over two rows",
     {"th1": [("/Scope /Column", "/Scope /Column /RowSpan 2"), ("[3]", "[3 4]")],
      "tr2": ("[{td1} {td2}]", "[{td2}]"), "th2": [("/S /TH", "/S /TD"), ("[4]", "[5]")],
      "parents": ("{th1} {th2} {td1}", "{th1} {th1} {th2}")}),
    ("a relation of one's own", {"file": ("/AFRelationship /Source", "/AFRelationship /Lampiran")}),
    ("a link that its element describes",
     {"link": ("/Contents (Situs contoh)", ""), "link1": ("/S /Link", "/S /Link /Alt (Situs contoh)")}),
    ("an inline image",
     {"content2": ("BT", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI BT")}),
    ("a date that leaves out the zero seconds", {"info": ("20211201083000+07'00')", "202112010830+07'00')")}),
    ("Helvetica by a simple font, not used", {"resources": ("/F1 {font}", "/F1 {font} /F2 <<>>")}),
    ("transparency over an intent", {"page2": ("/Contents", "/Group <</S /Transparency>> /Contents")}),
    ("a private meaning with its words",
     {"unicode": (f"<{archival.FACE.glyphs['B']:04X}> <0042>",
                  f"<{archival.FACE.glyphs['B']:04X}> <E000>"),
      "content1": ("/P <</MCID 5>> BDC", "/P <</MCID 5 /ActualText (Bab)>> BDC")}),
]


def judged(program, scratch, documents):
    """What the judge says of each of the DOCUMENTS, all in one call."""
    folder = os.path.join(scratch, "documents")
    os.makedirs(folder)
    for number, data in enumerate(documents):
        with open(os.path.join(folder, f"{number:03}.pdf"), "wb") as file:
            file.write(data)
    run = subprocess.run([program, "verify", "--pdfa", "--json", folder], capture_output=True,
                         check=False)
    texts = [[] for _ in documents]
    for row in map(json.loads, run.stdout.decode().splitlines()):
        if row["type"] == "finding":
            texts[int(row["file"][-7:-4])].append(row["text"])
    return texts


def problems(texts, wanted):
    """WANTED: words of one finding; None where there must be none."""
    if wanted is None:
        yield from texts
    elif not any(wanted in text_ for text_ in texts):
        yield f"no finding says {wanted!r}"
        yield from texts


def files(good):
    """Changes of the bytes themselves."""
    yield "no header", good[1:], "does not begin with"
    yield "another version", good.replace(b"%PDF-1.7", b"%PDF-2.0"), "does not begin with"
    yield "no binary comment", good.replace(b"%\xe2\xe3\xcf\xd3\n", b"%abcd\n"), "four bytes above"
    yield "more behind the end", good + b"more", "does not end with"
    yield "no end", good[:-7], "does not end with"
    yield "no identifier", build(trailer=""), "no /ID"
    yield "encrypted", build(trailer="/ID [<00> <00>] /Encrypt <</Filter /None>>"), "PDF"
    yield "a wrong offset", good.replace(b"0000000015 00000 n", b"0000000016 00000 n"), "point"
    yield "a wrong length", good.replace(b"/Length 8>>", b"/Length 5>>"), "stream"
    yield "no end of line", good.replace(b"<hasil/>\nendstream", b"<hasil/>endstream "), "end of line"
    yield "half of it", good[:len(good) // 2], ""
    yield "nothing", b"", ""
    yield "no PDF at all", b"PK" + bytes(5000), "cannot be read"


def main():
    program, scratch = sys.argv[1:]
    tap = Tap()
    good = build()
    rows = [("the document that is broken below obeys all rules", good, None)]
    rows += [(f"refused: {what}", build(change), wanted) for what, change, wanted in CHANGES]
    rows += [(f"refused: {what}", data, wanted) for what, data, wanted in files(good)]
    rows += [(f"allowed: {what}", build(change), None) for what, change in ALLOWED]
    rows.append(("allowed: a blank line before the trailer", good.replace(b"\ntrailer", b"\n\ntrailer"), None))
    texts = judged(program, scratch, [data for _, data, _ in rows])
    for (what, _, wanted), found in zip(rows, texts):
        tap.check(what, problems(found, wanted))
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
