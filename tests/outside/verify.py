"""Breaks one rule at a time in a document that obeys all, and reads what the judge says.

usage: verify.py PROGRAM SCRATCH"""

import json
import os
import re
import subprocess
import sys

import archival
from archival import build, text
from tap import Tap

IMAGE = archival.OBJECTS["image"]
TINT = "<</FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0 0 0] /N 1>>"

# The image, which no page shows, as something else: a profile of four components.
PROFILE = [(IMAGE[0], "/N 4"), ("x", "\0\0\0\x7fnone\x02\x10\0\0prtrCMYKXYZ " + "\0" * 12 + "acsp" + "\0" * 92)]


GLYPHS = int.from_bytes(archival.FACE.table(b"maxp")[4:6], "big")


def cmap(system="", supplement=0, more="", rows="<0000> <FFFF> 0", space="<0000> <FFFF>"):
    """The font encoded by a CMap of its own; SYSTEM comes in place of what it says of itself."""
    key = system.split(" ")[0]
    info = " ".join(system if key and part.startswith(key) else part
                    for part in ("/Registry (Adobe)", "/Ordering (Identity)", "/Supplement 0"))
    return {"font": ("/Identity-H", "{image}"),
            "cidfont": ("/Supplement 0", f"/Supplement {supplement}"),
            "image": [(IMAGE[0], f"/Type /CMap /CMapName /Own /CIDSystemInfo <<{info}>>"),
                      ("x", f"begincmap 1 begincodespacerange {space} endcodespacerange "
                       f"{more} 1 begincidrange {rows} endcidrange endcmap")]}


def bytewise(rows="<00> <FF> 0"):
    """The font by codes of one byte: all letters shown are among its first 256 glyphs."""
    def halve(digits):
        return "<" + "".join(re.findall("00(..)", digits[1])) + ">"
    pages = {"content1": archival.PAGE1, "content2": archival.PAGE2}
    return {**cmap(rows=rows, space="<00> <FF>"),
            **{name: (page, re.sub("<([0-9A-F]+)>", halve, page)) for name, page in pages.items()}}


def subset(digits):
    """The font as a subset, with a /CIDSet of hexadecimal DIGITS."""
    return {"font": ("/BaseFont /", "/BaseFont /ABCDEF+"), "cidfont": ("/BaseFont /", "/BaseFont /ABCDEF+"),
            "descriptor": ("/FontName /", "/CIDSet {image} /FontName /ABCDEF+"),
            "image": [("x", digits + ">"), (IMAGE[0], "/Filter /ASCIIHexDecode")]}


def drawn(glyph):
    """A font whose one glyph is content."""
    return {"image": [(IMAGE[0], ""), ("x", glyph)],
            "state": (archival.OBJECTS["state"],
                      "<</Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.001 0 0 .001 0 0] "
                      "/CharProcs <</a {image}>> /Encoding <</Type /Encoding /Differences [97 /a]>> "
                      "/FirstChar 97 /LastChar 97 /Widths [500]>>"),
            "resources": ("/F1 {font}", "/F1 {font} /F3 {state}"),
            "content2": ("BT /F1", "BT /F3 9 Tf (a) Tj /F1")}


def ink(space):
    """SPACE used on page 1."""
    return {"resources": ("/XObject", f"/ColorSpace <</C {space}>> /XObject"),
            "content1": ("0.2 0.4 0.6 rg", "/C cs 1 scn")}


def jpeg2000(components=3, colors=1, method=1, space=16, depth=7):
    """The image as the boxes of a JPEG 2000 file, without its data."""
    header = "\0\0\0\x16ihdr" + "\0\0\0\x01" * 2 + "\0" + chr(components) + chr(depth) + "\x07\0\0"
    color = "\0\0\0\x0fcolr" + chr(method) + "\0\0" + "\0\0\0" + chr(space)
    boxes = header + color * colors
    file = "\0\0\0\x0cjP  \r\n\x07\n\0\0\0" + chr(8 + len(boxes)) + "jp2h" + boxes
    return {"image": [("/ColorSpace /DeviceGray", "/Filter /JPXDecode"), ("x", file)]}


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
    ("pages in nodes upon nodes", {"pages": ("/Kids [", "/Kids [" + "<</Type /Pages /Kids [" * 101 + "]>>" * 101)},
     "more than 100 deep"),
    ("pages in a node that stands twice", {"pages": ("/Kids [", "/Kids [{root} {root} "), "root": ("<<", "<</Kids [null] ")},
     "has a node twice"),
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
    ("a schema with another prefix", {"xmp": [("<pdfaSchema:prefix>", "<s:prefix xmlns:s='http://www.aiim.org/pdfa/ns/schema#'>"),
                                              ("</pdfaSchema:prefix>", "</s:prefix>")]}, "with the prefix s, not pdfaSchema"),
    ("a schema with something else in it", {"xmp": ("<pdfaSchema:prefix>", "<dc:title>a</dc:title><pdfaSchema:prefix>")},
     "a field that there is not (title)"),
    ("a declared value of another type", {"xmp": ("<pdfuaid:part>1<", "<pdfuaid:part>satu<")},
     "value of part is not of the type"),
    ("a value with a field that its type has not", {"xmp": [("<pdfaProperty:valueType>Integer", "<pdfaProperty:valueType>Bagian"),
                          ("</pdfaSchema:property>", "</pdfaSchema:property><pdfaSchema:valueType><rdf:Seq>"
                           "<rdf:li rdf:parseType='Resource'><pdfaType:type>Bagian</pdfaType:type></rdf:li>"
                           "</rdf:Seq></pdfaSchema:valueType>"),
                          ("<pdfuaid:part>1<", "<pdfuaid:part rdf:parseType='Resource'><pdfuaid:x>1</pdfuaid:x><"),
                          ("xmlns:pdfaProperty", "xmlns:pdfaType='http://www.aiim.org/pdfa/ns/type#' xmlns:pdfaProperty")]},
     "value of part is not of the type"),
    ("two prefixes of one namespace", {"xmp": ("</rdf:Bag></pdfaExtension:schemas>",
        "<rdf:li rdf:parseType='Resource'><pdfaSchema:schema>a</pdfaSchema:schema>"
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
        "<pdfaSchema:prefix>lain</pdfaSchema:prefix></rdf:li></rdf:Bag></pdfaExtension:schemas>")},
     "differ in its prefix"),
    ("metadata that are not UTF-8", {"xmp": ("<x:xmpmeta", "\udcff<x:xmpmeta")}, "not UTF-8"),
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
    ("the colour that a page begins with", {"catalog": ("/OutputIntents [{intent}]", ""),
                                            "content2": ("/P", "/Artifact BMC 0 0 9 9 re f EMC /P")},
     "DeviceGray is used"),
    ("CMYK printed over others",
     {"image": PROFILE, "state": ("/ca 0.5", "/OP true /OPM 1"),
      "resources": ("/XObject", "/ColorSpace <</C [/ICCBased {image}]>> /XObject"),
      "content1": ("0.2 0.4 0.6 rg", "/G1 gs /C cs 0 0 0 1 sc")}, "printed over others"),
    ("an ink that is not described", ink(f"[/DeviceN [/Emas] /DeviceRGB {TINT}]"), "Emas of a DeviceN"),
    ("an ink mixed in two ways", ink(f"[/DeviceN [/Emas] /DeviceRGB {TINT} <</Colorants <</Emas "
                                     f"[/Separation /Emas /DeviceGray {TINT}] /Perak "
                                     f"[/Separation /Emas /DeviceRGB {TINT}]>>>>]"), "mixed in two ways"),
    ("an ink without end", {**ink("[/Separation /Emas /DeviceRGB {image}]"),
                            "image": (IMAGE[0], f"/Tint [{'{image} ' * 40}]")}, "mixed of has no end"),
    ("CMYK in an inline image",
     {"content2": ("BT", "BI /W 1 /H 1 /BPC 8 /CS /CMYK ID xxxx EI BT")}, "DeviceCMYK is used"),
    ("an inline image of a strange intent",
     {"content2": ("BT", "BI /W 1 /H 1 /BPC 8 /CS /G /Intent /Nice ID x EI BT")}, "rendering intent /Nice"),
    ("transparency without a space", {"catalog": ("/OutputIntents [{intent}]", ""),
                                      "content2": ("/P", "/G1 gs /P")}, "no defined colour space"),
    # objects
    ("a JPEG 2000 image of five components", jpeg2000(components=5), "of 5 components"),
    ("a JPEG 2000 image of two colours", jpeg2000(colors=2), "2 colour specifications"),
    ("a JPEG 2000 image of a strange method", jpeg2000(method=4), "method 4"),
    ("a JPEG 2000 image in CIEJab", jpeg2000(space=19), "CIEJab"),
    ("a deep JPEG 2000 image", jpeg2000(depth=40), "41 bits"),
    ("a halftone of an ink without a function",
     {"state": ("/ca", "/HT <</HalftoneType 5 /Default <<>> /Emas <</HalftoneType 1>>>> /ca")},
     "halftone of the ink Emas"),
    ("a number near to zero", {"state": ("/ca", "/X 0." + "0" * 40 + "1 /ca")}, "too near to zero"),
    ("a large number in content", {"content2": ("72 760 Td", "72 99999999999 Td")}, "is too large"),
    ("a long string in content", {"content2": (text("Bab dua"), "<" + "00" * 40000 + ">")},
     "a string of 40000 bytes"),
    ("a page cropped to nothing", {"page2": ("/Resources", "/CropBox [0 0 1 1] /Resources")}, "a side of 1 "),
    ("a file that is only named", {"link": ("/S /URI", "/S /URI /F <</Type /Filespec /F (a.txt)>>")},
     "(/AFRelationship)"),
    ("a string of odd digits", {"state": ("/ca", "/X <123> /ca")}, "an odd number of digits"),
    ("a string of other digits", {"state": ("/ca", "/X <12XY> /ca")}, "other than digits"),
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
     "an odd number of digits"),
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
    ("an encoding of another collection", {"font": ("/Identity-H", "/UniJIS-UTF16-H")}, "another collection"),
    ("an encoding that nobody knows", {"font": ("/Identity-H", "/Punyaku-H")}, "neither embedded nor"),
    ("a CMap of another collection", cmap(system="/Registry (Lain)"), "another collection"),
    ("a CMap of a later supplement", cmap(system="/Supplement 0", supplement=1), "another collection"),
    ("a CMap of another direction", cmap(more="/WMode 1 def"), "/WMode of its CMap"),
    ("a CMap that goes on from a strange one", cmap(more="/Punyaku-H usecmap"), "goes on from Punyaku-H"),
    ("a CMap that leads too far", cmap(rows="<0000> <FFFF> 9"), "CIDs above 65535"),
    ("a CMap that leads nowhere", cmap(rows="<0000> <0001> 0"), "is the glyph .notdef"),
    ("a CMap of bytes that leads elsewhere", bytewise("<00> <FF> 1"), "wide"),
    ("a text of two bytes a code by a CMap of bytes", cmap(rows="<00> <FF> 0", space="<00> <FF>"), ".notdef"),
    ("a CMap of codes of two sizes", cmap(rows="<00> <FF> 0"), "cannot be followed"),
    ("a CIDSet that leaves out", subset("00"), "leaves out the glyph"),
    ("a CIDSet of more", subset("FF" * 700), "for which there is no glyph"),
    ("a drawn glyph of another width", drawn("400 0 d0"), "400 wide, and 500"),
    ("a drawn glyph in CMYK", drawn("500 0 d0 0 0 0 1 k 0 0 9 9 re f"), "DeviceCMYK is used"),
    ("a drawn glyph without resources", drawn("500 0 d0 /C cs"), "/C is not among the resources"),
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
    ("a list of attachments in circles",
     {"catalog": ("{file}]>>", "{file}] /Kids [{data}]>>"), "data": ("/Type", f"/Kids [{'{data} ' * 40}] /Type")},
     "the list of attachments leads in circles"),
    ("an attachment that is no object", {"catalog": ("{file}]>>", "{file} (b) <<>>]>>")}, "no object of its own"),
    ("no media type", {"data": ("/Subtype /text#2Fxml", "")}, "media type"),
    ("no date", {"data": ("/ModDate (D:20211201083000+07'00')", "")}, "without a date"),
    ("another size", {"data": ("/Size 8", "/Size 9")}, "not as large as it says"),
    ("one name", {"file": ("/UF (hasil.xml) /Desc", "/Desc")}, "both names"),
    # structure
    ("no parent tree", {"root": ("/ParentTree {parents}", "")}, "no /ParentTree"),
    ("a parent tree in circles", {"parents": ("<<", f"<</Kids [{'{parents} ' * 40}] ")},
     "the parent tree leads in circles"),
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
    ("more columns than can be judged", {"td2": ("/K", "/A <</O /Table /ColSpan 1001>> /K")},
     "more than 1000 columns"),
    ("more attributes than can be judged", {"h1": ("/K", f"/A [{'<<>> ' * 65}] /K")}, "more than 64 attributes"),
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
    ("a list of thousands of attachments",
     {"catalog": ("<</Names [(hasil.xml) {file}]>>", f"<</Kids [<</Names [{'(a) {data} ' * 10001}]>>"
                  " <</Names [(hasil.xml) {file}]>>]>>")}),
    ("a relation of one's own", {"file": ("/AFRelationship /Source", "/AFRelationship /Lampiran")}),
    ("a link that its element describes",
     {"link": ("/Contents (Situs contoh)", ""), "link1": ("/S /Link", "/S /Link /Alt (Situs contoh)")}),
    ("an inline image",
     {"content2": ("BT", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI BT")}),
    ("a CMap of one's own", cmap()),
    ("a CMap of codes of one byte", bytewise()),
    ("a CIDSet of what there is", subset("7F" + "FF" * (GLYPHS // 8 - 1) + f"{0xff00 >> GLYPHS % 8 & 0xff:02X}")),
    ("a figure that says that it says nothing", {"figure": ("/Alt (Kotak biru)", "/ActualText ()")}),
    ("a list of two letters for a language", {"p2": ("/S /P ", "/S /P /Lang (x-klingon) ")}),
    ("an ink that is described",
     ink(f"[/DeviceN [/Emas /Cyan] /DeviceRGB {TINT} <</Colorants <</Emas [/Separation /Emas /DeviceRGB {TINT}]>>>>]")),
    ("a JPEG 2000 image", jpeg2000()),
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
    yield "a head of an object not alone", good.replace(b"3 0 obj\n", b"3 0 obj "), "a line of its own"
    yield "two spaces in the head of an object", good.replace(b"3 0 obj\n", b"3  0 obj\n"), "a line of its own"
    yield "endobj not alone", good.replace(b"\nendobj\n4 0", b" endobj\n4 0"), "endobj does not stand"
    yield "a blank line behind xref", good.replace(b"\nxref\n", b"\nxref\n\n"), "end of line stands behind xref"
    yield "a stream begun by a return", good.replace(b"stream\n<hasil", b"stream\r<hasil"), "stream keyword"
    yield "half of it", good[:len(good) // 2], "cannot be read"
    yield "nothing", b"", "cannot be read"
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
