#!/bin/sh
# What the evaluation says of the press stands on the page and in the release; without it there are blanks.
# usage: tests/press.sh PROGRAM
. "$(dirname "$0")/tap"
sample=$root/samples/denpasar-2021.xml
told=$scratch/told.xml
sed 's|<institution |<press url="https://pers.example/2021" hour="10.00 WIB" contact="Sari Contoh" phone="021 555 0100" mail="humas@contoh.example"/>&|' \
    "$sample" | awk '/<press / && done++ { sub(/<press [^>]*\/>/, "") } 1' >"$told"
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
check "release: blanks where nothing is said" holds "$scratch/plain/pers/siaran-pers.txt" '[NARAHUBUNG: nama'
check "release: a blank for the hour" holds "$scratch/plain/pers/siaran-pers.txt" 'pukul ____ WIB'
finish
