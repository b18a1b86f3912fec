#!/bin/sh
# One would bet that a tool which joins PDFs either keeps their tags or drops them: a joined file that
# says it is tagged, and claims PDF/UA-1, is tagged.
# qpdf FIRST --pages FIRST SECOND keeps what the first says of itself, PDF/UA-1 and /Marked
# included, and its structure tree; the pages of the second bring their marks and their keys
# (/StructParents), which now lead into the tree of the first.  So a reader is told nothing of
# the second's text, or that it is what stands at the same place of the first, here its
# heading: both pages have one key.  Nothing in the file says so; pdfinfo: "Tagged: yes".
# Who joins papers to be printed, or mailed as one, should start from --empty, which drops tags and
# claims alike, or set them anew from what they were made of.
. "$(dirname "$0")/packages"
debian qpdf libqpdf29 poppler-utils libpoppler126
cat >"$root/tagged.py" <<'PYTHON'
import sys

name, role, words = sys.argv[1:]
xmp = ('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
       'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
       'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/></rdf:RDF></x:xmpmeta><?xpacket end="r"?>')
text = f"/{role}<</MCID 0>>BDC BT /F1 20 Tf 40 100 Td ({words}) Tj ET EMC"
objects = [
    "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R/Metadata 8 0 R/Lang(id)>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/StructParents 0/Tabs/S"
    "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
    f"<</Length {len(text)}>>stream\n{text}\nendstream",
    "<</Type/StructTreeRoot/K 6 0 R/ParentTree<</Nums[0[7 0 R]]>>/ParentTreeNextKey 1>>",
    "<</Type/StructElem/S/Document/P 5 0 R/K 7 0 R>>",
    f"<</Type/StructElem/S/{role}/P 6 0 R/Pg 3 0 R/K 0>>",
    f"<</Type/Metadata/Subtype/XML/Length {len(xmp)}>>stream\n{xmp}\nendstream",
]
out = "%PDF-1.7\n"
places = []
for number, value in enumerate(objects, 1):
    places.append(len(out))
    out += f"{number} 0 obj\n{value}\nendobj\n"
start = len(out)
out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010d} 00000 n \n" for place in places)
out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
open(name, "w", encoding="latin-1").write(out)
PYTHON
cd "$root" || exit 2
python3 tagged.py first.pdf H1 Satu && python3 tagged.py second.pdf P Dua
qpdf --version | head -n 1
pdfinfo -v 2>&1 | head -n 1
qpdf first.pdf --pages first.pdf second.pdf -- joined.pdf
qpdf --empty --pages first.pdf second.pdf -- plain.pdf
tagged() { pdfinfo "$1" | sed -n 's/^Tagged: *//p'; }
claims() { pdfinfo -meta "$1" 2>/dev/null | grep -o 'pdfuaid:part="1"'; }
read_aloud() { pdfinfo -struct-text "$1" | grep -o '"[^"]*"' | tr -d '\n'; }
keys() { qpdf --json "$1" | grep -o '"/StructParents": [0-9]*' | sort | uniq -c | tr -s ' ' | sed 's/^ //'; }
expect 'pages of the joined file' "$(qpdf --show-npages joined.pdf)" 2
expect 'it says that it is tagged' "$(tagged joined.pdf)" yes
expect 'it claims PDF/UA-1' "$(claims joined.pdf)" 'pdfuaid:part="1"'
expect 'what a reader is told of two pages' "$(read_aloud joined.pdf)" '"Satu"'
expect 'two pages with one key into one tree' "$(keys joined.pdf)" '2 "/StructParents": 0'
expect 'from --empty: tagged' "$(tagged plain.pdf)" no
expect 'from --empty: claims' "$(claims plain.pdf)" ''
finish
