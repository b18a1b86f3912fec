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
finish
