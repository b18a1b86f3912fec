#!/bin/sh
# The examples of doc/formats.md and doc/instruments.md are right and work, and
# the documents of spbe-2020 leave out gracefully what others do not have.
# usage: tests/docs.sh PROGRAM
set -u
program=$(realpath "$1")
root=$(realpath "$(dirname "$0")/..")
cd "$root" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
schemas=$root/layouts/schema
count=0
failed=0

report() { # STATUS WHAT
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $count - $2"
    else
        echo "not ok $count - $2"
        failed=1
    fi
}

docs() {
    /usr/bin/python3 "$root/tests/docs.py" "$@"
}

valid() { # SCHEMA FILE
    jing "$schemas/$1.rng" "$2" 2>/dev/null
    report $? "$(basename "$2") is valid (jing)"
}

# Says whether FOLDER's checksums hold and every PDF in it opens and has words.
whole() {
    (cd "$1" && sha256sum -c --quiet SHA256SUMS) || return 1
    find "$1" -name '*.pdf' | while read -r file; do
        qpdf --check "$file" >/dev/null || exit 1
        pdftotext "$file" - | grep -q '[a-z]' || exit 1
    done
}

words() { # PDF: all of its words in one line
    pdftotext "$1" - | tr -s '[:space:]\f' ' '
}

# lacks WHAT PATTERN PDF...: none of them has words like PATTERN.
lacks() {
    what=$1 pattern=$2
    shift 2
    found=$(for file; do words "$file" | grep -oE ".{0,30}($pattern).{0,30}" | sed 's/^/# /'; done)
    [ -z "$found" ] && [ $# -gt 0 ]
    report $? "$what"
    [ -z "$found" ] || echo "$found"
}

codes() { # PDF PAGE: what its QR codes say
    pdftoppm -r 150 -png -f "$2" -l "$2" "$1" "$work/page"
    zbarimg -q --raw "$work"/page*.png 2>/dev/null
    rm -f "$work"/page*.png
}

for doc in formats instruments; do
    docs extract doc/$doc.md "$work"
    report $? "doc/$doc.md: every example is run"
done
docs names doc/formats.md "$schemas/evaluation.rng"
report $? "doc/formats.md tells every element and attribute"
docs names doc/instruments.md "$schemas/instrument.rng"
report $? "doc/instruments.md tells every element and attribute"
docs holds "$work/evaluation.xml" "$work/butir.xml" "$schemas/evaluation.rng"
report $? "its examples of evaluations hold all of them"

cp -r layouts/common layouts/schema layouts/spbe-2020 "$work/layouts/"
cd "$work" || exit 1
RAPOR_LAYOUTS=$work/layouts
export RAPOR_LAYOUTS
valid evaluation evaluation.xml
valid evaluation butir.xml
valid evaluation pustaka.xml
valid instrument layouts/pustaka-2021/instrument.xml
valid layout layouts/pustaka-2021/receipt.xml
for doc in formats instruments; do
    docs console "$root/doc/$doc.md" "$program"
    report $? "doc/$doc.md: commands print what is shown"
done

for example in evaluation pustaka; do
    "$program" build -q --strict $example.xml -o $example --loose && whole $example
    report $? "$example.xml gives papers that are whole"
done
"$program" build -q evaluation.xml -o packed
report $? "evaluation.xml gives archives"
docs example "$root/doc/formats.md" packed/MANIFEST.json program
report $? "doc/formats.md: the manifest has these members"

# The library instrument has neither domains nor nation nor issuer, decree, signatories.
pusat=pustaka/pusat/p-01-perpustakaan-museum-contoh
[ "$(find pustaka -name '*.pdf' | wc -l)" -eq 11 ]
report $? "an instrument reuses the documents of another"
lacks "nothing is left of what was not given" \
    ' [,;)] |\( |\(\)|, ,|,,|NaN|Nomor Tahun|Nomor :|Ditetapkan di|Tembusan|NIP|Pindai' $(find pustaka -name '*.pdf')
lacks "no words of a regulation that it is not" \
    '[Dd]omain|[Nn]asional|NASIONAL|[Pp]rovinsi|Gubernur|[Kk]ementerian|[Ll]embaga |SPBE' $(find pustaka -name '*.pdf')
[ -z "$(codes $pusat/p-01-partisipasi-perpustakaan-museum-contoh.pdf 1)$(codes $pusat/p-01-surat-perpustakaan-museum-contoh.pdf 1)" ]
report $? "without address no QR code"
words $pusat/p-01-partisipasi-perpustakaan-museum-contoh.pdf | grep -q 'Kode: 2021-P-01-[0-9A-F]\{8\}' &&
    words $pusat/p-01-surat-perpustakaan-museum-contoh.pdf | grep -q 'Kode: 2021-P-01-[0-9A-F]\{8\}'
report $? "but the code in letters"

kota=evaluation/wilayah/99-contoh-raya/99.71-kota-contoh
docs example "$root/doc/formats.md" $kota/99.71-surat-kota-contoh.tte.json signatures
report $? "doc/formats.md: what the signing service gets has these members"
codes $kota/99.71-sertifikat-kota-contoh.pdf 1 |
    grep -qx 'https://rapor.example/2021/v/99.71/[0-9A-F]\{8\}/'
report $? "with an address the QR code leads there"
words $kota/99.71-surat-kota-contoh.pdf | grep -q 'B/1/X.01/2022 \(: \)\?Biasa .*Jakarta, 10 Januari 2022 .*Tembusan: 1. Menteri Contoh; 2. Gubernur'
report $? "a letter says what was given"

# Units of one city: nobody's province, no ministries.
unset RAPOR_LAYOUTS
"$program" build -q "$root/samples/opd-2021.xml" -o opd --loose
lacks "units of a city: no words for a nation" \
    'pada [Kk]ementerian|pada KEMENTERIAN|(rata|[Ss]asaran|Indeks) nasional|Nasional|NASIONAL|Provinsi|Gubernur|REPUBLIK INDONESIA,' $(find opd -name '*.pdf')
words opd/nasional/keputusan.pdf | grep -q 'pada pemerintah kota dan perangkat daerah, telah'
report $? "but those of its groups"
words opd/nasional/keputusan.pdf | grep -q '12 Dinas Lingkungan Hidup'
report $? "and ranks among the units"

echo "1..$count"
exit $failed
