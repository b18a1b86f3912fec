#!/bin/sh
# Tables, workbooks and forms speak the words of the instrument, and are read back in them: accountability has
# components and a score where e-government has aspects and an index.
# usage: tests/called.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
samples=$root/samples

# The words of another trade in the texts of a workbook; formulas and names of sheets are not read aloud.
foreign() { # WORDS FILE
    /usr/bin/python3 - "$@" <<'END_OF_PYTHON'
import re, sys, openpyxl
words = re.compile(r"\b(%s)(nya)?\b" % sys.argv[1], re.I)
for sheet in openpyxl.load_workbook(sys.argv[2]):
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and not cell.value.startswith("=") and words.search(cell.value):
                sys.exit(f"{sheet.title}!{cell.coordinate}: {cell.value}")
END_OF_PYTHON
}
heads() { head -n 1 "$1" | grep -qF -e "$2"; } # FILE WORDS
same_after() { # SHEET SAMPLE: the sheet changes nothing of it
    cp "$samples/$2.xml" back.xml
    rapor import "$1" --into back.xml
    ends 0 && cmp back.xml "$samples/$2.xml"
}

akip='indeks|tingkat|aspek|indikator'
rapor export "$samples/akip-2024.xml" -o akip.xlsx
check "a workbook of accountability has no index, level, aspect or indicator" foreign "$akip" akip.xlsx
check "and comes back" same_after akip.xlsx akip-2024
rapor export --template akip -o form.xlsx
check "nor has its form" foreign "$akip" form.xlsx
rapor export "$samples/pekppp-2025.xml" -o pekppp.xlsx
check "a workbook of public service has categories" foreign 'predikat|tingkat' pekppp.xlsx
check "and comes back" same_after pekppp.xlsx pekppp-2025

rapor export "$samples/akip-2024.xml" -f csv-id -o akip.csv
check "heads for people are called so" heads akip.csv 'Nilai Terbit;Predikat Terbit;1a'
rapor export "$samples/akip-2024.xml" -f csv -o plain.csv
check "keys for programs stay" heads plain.csv 'published-index,published-grade,1a'
rapor rank "$samples/akip-2024.xml" -f csv-id -o rank.csv
check "a ranking, too" heads rank.csv ';Nilai;Predikat;'
rapor chart "$samples/pekppp-2025.xml" -k histogram -o histogram.csv
check "and the classes of a histogram" heads histogram.csv 'Dari,Sampai,Kategori,Jumlah'

cat >rows.csv <<'END_OF_SHEET'
Kode;Instansi;Subkomponen;Nilai
K99;Kementerian Urusan Contoh;1a;80
K99;Kementerian Urusan Contoh;Subkomponen 1b;72,5
END_OF_SHEET
rapor import rows.csv --instrument akip --year 2024 --partial -o rows.xml
check "a table with its words is read" sh -c 'grep -q "no=\"1a\" level=\"80" rows.xml && grep -q "no=\"1b\" level=\"72.5" rows.xml'
cat >columns.csv <<'END_OF_SHEET'
Kode;Instansi;Subkomponen 1a;1b
K99;Kementerian Urusan Contoh;80;72,5
END_OF_SHEET
rapor import columns.csv --instrument akip --year 2024 --partial -o columns.xml
check "so are its columns" grep -q 'no="1a" level="80' columns.xml

printf 'Kode;Instansi;1a;1b\nK99;Kementerian Urusan Contoh;70,123;banyak\n' >wrong.csv
rapor import wrong.csv --instrument akip --year 2024 --partial --language id
check "what is no value is told in one language" \
    sh -c 'grep -q "C2: nilai .* untuk subkomponen 1a bukan bilangan dengan desimal sebanyak itu" err && grep -q "D2: .*\"banyak\".* bukan angka" err'

sed 's/no="1a" level="[0-9]*"/no="1a" level="40"/' "$samples/akip-2024.xml" >other.xml
rapor diff "$samples/akip-2024.xml" other.xml -o changes.txt -f text
check "what has changed is told so, with decimal commas" \
    sh -c 'grep -q "Nilai Lama" changes.txt && grep -q "1a: 100,00 > 40,00" changes.txt'
sed '/code="K99"/,/<.institution>/s/level="[0-9]*"/level="40"/' "$samples/akip-2024.xml" >last.xml
rapor diff "$samples/akip-2024.xml" last.xml -o places.txt -f text
check "places are told among whom, in words" sh -c 'grep -q "kelompok 1 > 2, nasional 1 > 3" places.txt && ! grep -q national places.txt'
for sample in akip-2024 pekppp-2025; do
    rapor diff "$samples/$sample.xml" "$samples/$sample.xml" -o note.pdf
    check "$sample: a note for the file on changes can be had" ends 0
done
finish
