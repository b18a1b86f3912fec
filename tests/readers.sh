#!/bin/sh
# What no validator sees, and a reader needs: marks of a page are told once, codes can be followed,
# the groups of a decree stand in the outline, and small files stay readable.
# usage: tests/readers.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1

sed 's/classification="Biasa"/classification="Rahasia" security="R"/' "$root/samples/kaltara-2018.xml" >draft.xml
for kind in letter decree certificate; do
    "$program" preview draft.xml --layout $kind -o $kind.pdf 2>err || cat err
    pdfinfo -struct-text $kind.pdf >$kind.txt
done

# told PATTERN KIND: how often it is read
told() { grep -c "$1" "$2.txt"; }

check "a letter: that it is a draft is read once" test "$(told DRAF letter)" = 1
check "and first of all" sh -c 'grep -m1 \" letter.txt | grep -q DRAF'
check "that it is secret is read once" test "$(told '"RAHASIA"' letter)" = 1
check "a decree of several pages: once" test "$(told DRAF decree)" = 1
check "and on each page it is seen" sh -c '
    pages=$(pdfinfo decree.pdf | sed -n "s/^Pages: *//p")
    test "$pages" -gt 1 && test "$(pdftotext decree.pdf - | grep -c DRAF)" = "$pages"'

# annotations KIND: their descriptions and addresses
annotations() { qpdf --qdf --object-streams=disable $1.pdf - | grep -a "/Subtype /Link\|/URI (\|/Contents ("; }
annotations certificate >links
check "a code is a link" grep -q "/Subtype /Link" links
check "to the address that it holds" grep -q "/URI (https://rapor.example/kaltara/2018/v/" links
check "which its description says" grep -q "/Contents (Kode QR .*https://rapor.example/kaltara/2018/v/" links
check "and a figure within the link" sh -c 'grep -A1 "Link" certificate.txt | grep -q Figure'

mutool show decree.pdf outline >outline
check "the groups of a decree stand in the outline, below their annexes; one alone has no letter" \
    test "$(sed -n 's/^|		\(".*"\)	.*/\1/p' outline | tr -d '\n')" = \
    '"A. Pemerintah Provinsi""B. Perangkat Daerah""Perangkat Daerah"'

# Rows of the list of those who were there wait for two signatures each.
"$program" preview "$root/samples/pangkalpinang-2021.xml" --layout minutes -o cells.pdf
qpdf --qdf --object-streams=disable cells.pdf open.pdf
sed 's|/ID (c[0-9a-f]*)|/ID (c)|' open.pdf >alike.pdf
for file in cells alike; do mutool clean -gggg $file.pdf small-$file.pdf 2>err; done
check "empty cells stay apart where equal objects are joined" "$program" verify --pdfa small-cells.pdf
"$program" verify --pdfa small-alike.pdf >found
check "which they would not without their names" grep -q "columns in a table of" found

# Each number of an index leads to its page.
"$program" preview "$root/samples/denpasar-2021.xml" --layout report -o report.pdf
qpdf --json report.pdf >report.json
/usr/bin/python3 - <<'PYTHON' >wrong
import json, re
found = json.load(open("report.json"))
objects = found["qpdf"][1] if "qpdf" in found else found["objects"]
value = lambda name: (objects.get("obj:" + name) or {}).get("value") or objects.get(name)
pages = [page["object"] for page in found["pages"]]
told = [value(name.removeprefix("obj:")) for name in objects]
told = [v for v in told if isinstance(v, dict) and ", halaman " in str(v.get("/Contents"))]
print(len(told) if len(told) < 100 else "", *[
    v["/Contents"] for v in told if pages.index(v["/Dest"][0]) + 1 != int(v["/Contents"].split()[-1])])
PYTHON
check "an index: each number of a page is a link to that page" test -z "$(tr -d ' \n' <wrong)"
sed 's/\(<institution [^>]*name="[^"]*\)"/\1 "/' "$root/samples/denpasar-2021.xml" >spaced.xml
"$program" preview spaced.xml --layout letter -o spaced.pdf
"$program" verify --pdfa spaced.pdf >found
check "a name that ends in a space: nobody reads it otherwise" test ! -s found

# What is painted first is read first, and tools put words together in that order: a row is told whole.
# whole KIND WORDS: the words of a row, as the figure has them
whole() {
    "$program" chart "$root/samples/nasional-2021.xml" --kind "$1" -o "$1.pdf" &&
        pdfinfo -struct-text "$1.pdf" | grep -qF "$2"
}
check "a ranking: place, name, index" whole ranking " 3 Kementerian Badan Usaha Milik Negara 3,68 4 "
check "a table of colours: the name, then its values" whole heat "Kementerian 2,68 2,36"
check "stacked bars: the name, then its shares" whole stacked "Kementerian 24% 62% 12% n = 34"
check "a strip: the name, then its median" whole strip "Kementerian Median 2,77"
check "bars and shares: the name, then both" whole pareto "Jaringan 5 69%"

# Where its objects stand is told by what each row differs in from the one above.
check "a long paper: tools find its objects" sh -c '
    grep -aq "/Type/XRef.*/DecodeParms<</Predictor 12/Columns 7>>" decree.pdf && qpdf --check decree.pdf >/dev/null &&
    mutool info decree.pdf >info 2>&1 && ! grep -qi "repair\|error" info'
for kind in letter decree certificate report; do
    check "$kind: archival and accessible" "$program" verify --pdfa $kind.pdf
done
finish
