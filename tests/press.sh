#!/bin/sh
# What the evaluation says of the press stands on the page and in the release; without it there are blanks.
# usage: tests/press.sh PROGRAM
. "$(dirname "$0")/tap"
sample=$root/samples/denpasar-2021.xml
told=$scratch/told.xml
sed 's|<institution |<press url="https://pers.example/2021" hour="10.00 WIB" contact="Sari Contoh" phone="021 555 0100" mail="humas@contoh.example" decree="https://jdih.example/999">\
<quote by="Budi Contoh" office="Menteri Contoh">Hasil ini kemajuan.</quote>\
<quote by="Budi Contoh" office="Minister" language="en">This is progress.</quote></press>\
<correction date="2022-01-12" version="1.1">Semula 2,70; yang benar 2,76.</correction>&|' \
    "$sample" >"$told"
rapor build "$told" -o "$scratch/told" --only pers -q
check "an evaluation with press is built" ends 0
rapor build "$sample" -o "$scratch/plain" --only pers -q
check "and one without" ends 0
page=$scratch/told/pers/index.html
release=$scratch/told/pers/siaran-pers.txt
holds() { tr '\n' ' ' <"$1" | grep -qF -e "$2"; }
check "page: the address of the preview" holds "$page" 'property="og:image" content="https://pers.example/2021/kartu-nasional.png"'
check "page: its own address" holds "$page" '<link rel="canonical" href="https://pers.example/2021/">'
check "page: who answers" holds "$page" 'href="mailto:humas@contoh.example"'
check "page: the hour" holds "$page" 'pukul 10.00 WIB'
check "release: who answers" holds "$release" 'Sari Contoh, telepon 021 555 0100, surel humas@contoh.example'
check "release: the hour" holds "$release" 'pukul 10.00 WIB'
check "release: what is quoted" holds "$release" '“Hasil ini kemajuan,” kata Budi Contoh, Menteri Contoh.'
check "release: nothing in another language" [ "$(grep -c progress "$release")" -eq 0 ]
check "release: what was corrected" holds "$release" '12 Januari 2022 (versi 1.1): Semula 2,70; yang benar 2,76.'
check "release: a blank for the quote" holds "$scratch/plain/pers/siaran-pers.txt" '[KUTIPAN:'
sed 's/<quote by="Budi Contoh" office="Menteri Contoh">/<quote by="" region="99">/; s/Semula[^<]*//' "$told" >"$scratch/bad.xml"
rapor check "$scratch/bad.xml"
check "what is quoted has a name, a region that is there; a correction has words" ends 65
check "and it is said where" sh -c "grep -c 'bad.xml:[0-9]*:[0-9]*: error' '$scratch/err' | grep -qx 3"
check "release: blanks where nothing is said" holds "$scratch/plain/pers/siaran-pers.txt" '[NARAHUBUNG: nama'
check "release: a blank for the hour" holds "$scratch/plain/pers/siaran-pers.txt" 'pukul ____ WIB'
data=$scratch/told/pers/data
check "what is said of the data is true of them" "$root/tests/outside/press_data.py" "$scratch/told/pers"
check "codes of BPS stand beside those of Kemendagri" holds "$data/peringkat.csv" '1,51.71,5171,Pemerintah Kota Denpasar'
check "a portal gets whole addresses" holds "$data/ckan.json" '"url": "https://pers.example/2021/data/peringkat.csv"'
check "a catalogue knows whom to ask" holds "$data/dcat.jsonld" 'mailto:humas@contoh.example'

english=$scratch/told/pers/index.en.html
check "English: numbers and grades" holds "$english" 'SPBE Index 2021: average 3.19, graded Good'
check "English: its own address, and that of the other" holds "$english" \
    '<link rel="alternate" hreflang="id" href="https://pers.example/2021/">'
check "English: what is quoted" holds "$english" 'This is progress.'
check "English: what was corrected, in the language there is" holds "$english" '<li lang="id">12 January 2022 (version 1.1): Semula'
check "English: the release" holds "$scratch/told/pers/press-release.txt" '“This is progress,” said Budi Contoh, Minister.'
check "page: what was corrected" holds "$page" '12 Januari 2022 (versi 1.1): Semula 2,70'
check "page: what is quoted" holds "$page" 'Hasil ini kemajuan.'
check "page: the decree" holds "$page" 'href="https://jdih.example/999"'
check "without corrections it is the first version" holds "$scratch/plain/pers/index.html" 'Versi 1.0. Belum ada koreksi.'
check "both editions say the same things" sh -c "
    for name in \$(sed -n 's/.*<word name=\"\([^\"]*\)\".*/\1/p' '$root/layouts/common/press/words.id.xml'); do
        grep -q \"<word name=.\$name.>\" '$root/layouts/common/press/words.en.xml' || exit 1
    done"
check "no word is missing" fails grep -qE '<(h2|h3|dt|summary|th|label)[^>]*></' "$page" "$english"

# All of the kit in one archive: what lies unpacked, byte for byte.
mkdir "$scratch/all" && unzip -q "$scratch/told/pers/paket-pers.zip" -d "$scratch/all"
mv "$scratch/told/pers/paket-pers.zip" "$scratch/kit.zip"
check "the archive of the kit holds all of it but the cards" diff -r -x kartu "$scratch/all" "$scratch/told/pers"
mv "$scratch/kit.zip" "$scratch/told/pers/paket-pers.zip"
rapor verify "$scratch/told"
check "and the folder is as its manifest says" ends 0
rapor build "$told" -o "$scratch/told" --only pers -q
check "nothing has changed: it is taken over" sh -c "cd '$scratch/told' && sha256sum -c --quiet SHA256SUMS"
sed -i 's/kemajuan/kemajuan bersama/' "$told"
rapor build "$told" -o "$scratch/told" --only pers -q
rapor build "$told" -o "$scratch/anew" --only pers -q
check "a change comes to what is made anew" cmp "$scratch/told/pers/paket-pers.zip" "$scratch/anew/pers/paket-pers.zip"

sed '/<evaluation/s/year="2021"/& sample="yes"/' "$told" >"$scratch/sample.xml"
rapor build "$scratch/sample.xml" -o "$scratch/sample" --only pers --loose -q
check "a sample says so" holds "$scratch/sample/nasional/pers/index.html" '<strong>CONTOH</strong>'
check "in English too" holds "$scratch/sample/nasional/pers/index.en.html" '<strong>SAMPLE</strong>'
rapor preview "$scratch/sample.xml" -d card -o "$scratch/card.txt"
check "and so does its card" holds "$scratch/card.txt" 'CONTOH – angka rekaan'
check "without an archive beside, there is no link to it" fails grep -q paket-pers "$scratch/sample/nasional/pers/index.html"

# Where one government has its units assessed, page, card and ranking are about them.
rapor build "$root/samples/opd-2021.xml" -o "$scratch/units" --only pers -q
units=$scratch/units/pers
check "units: their mean" holds "$units/index.html" 'Indeks SPBE Perangkat Daerah 2021: rata-rata 2,64, berpredikat Baik'
check "units: how many of them" holds "$units/index.html" '12 dari 12 instansi telah dinilai'
check "units: each has its rank" [ "$(grep -o '<td>[0-9]*</td><th scope="row"' "$units/index.html" | grep -c '[0-9]<')" -eq 12 ]
check "units: the ranking is theirs" holds "$units/grafik/ranking.txt" 'tertinggi dari 12 perangkat daerah dengan Indeks SPBE 3,65'
rapor preview "$root/samples/opd-2021.xml" -d card-nation -o "$scratch/card-units.txt"
check "units: their card" holds "$scratch/card-units.txt" 'Rata-rata 12 perangkat daerah'
# Where the exact index decides, equal ones in print are not of one rank: the chart tells it as the ranking does.
cd "$scratch" && mkdir own && cp -r "$root/layouts/spbe-2020" own
sed -i 's/ grade-by="printed"/ grade-by="exact"/' own/spbe-2020/instrument.xml
"$program" rank "$root/samples/nasional-2021.xml" --layouts own --scope group --group kabupaten >ranks 2>/dev/null
rapor chart "$root/samples/nasional-2021.xml" -k position --institution 33.21 --layouts own -o position.txt
check "the chart of a position: the rank by the exact index" \
    grep -q "peringkat $(sed -n 's/^ *\([0-9]*\)  33\.21 .*/\1/p' ranks) dari 301 pemerintah kabupaten$" position.txt
finish
