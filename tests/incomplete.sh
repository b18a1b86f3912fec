#!/bin/sh
# Papers that cannot be made stop no others: all are told of, and --keep-going publishes the rest.
# usage: tests/incomplete.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
long=$(printf 'Pendidikan%.0s' $(seq 150))
sed "s/name=\"Dinas Pendidikan\"/name=\"Dinas $long\"/; s/name=\"Dinas Kesehatan\"/name=\"Dinas Kesehatan$long\"/" \
    "$root/samples/opd-2021.xml" >long.xml
check "there are names that fit nowhere" [ "$(grep -c "$long" long.xml)" -ge 2 ]

line=$(grep -n "Dinas Pendidikan$long\|\"Dinas $long" long.xml | head -n 1 | cut -d: -f1)
rapor check long.xml
check "check says so beforehand, with the place" both 65 "long.xml:$line:"
check "check names the field, how long it is and what fits" grep -q "<institution name=> has 15[0-9][0-9] letters; laporan.pdf has room for about [0-9]" err

rapor build long.xml -o papers -q
check "a failure names the field and its line" says "<institution name=>, line $line of the evaluation, has 15"
check "without --keep-going: fails" both 65 "files cannot be made; nothing was published"
check "without --keep-going: all are told of" [ "$(grep -c "99.71.0.*-sertifikat-partisipasi-.*pdf: sertifikat-partisipasi.pdf of" err)" -ge 2 ]
check "without --keep-going: nothing is published" [ ! -e papers ]

rapor build long.xml -o papers -q --keep-going
check "with it: has a code of its own" ends 3
check "with it: says how many, and where" says "files could not be made, see papers/GAGAL.txt"
archive=papers/wilayah/99.71-kota-contoh.zip
check "with it: the archive says what is missing" sh -c "unzip -p '$archive' GAGAL.txt | grep -q '-sertifikat-partisipasi-.*pdf: sertifikat-partisipasi.pdf of'"
check "with it: so does that of the nation" sh -c "unzip -p papers/nasional.zip GAGAL.txt | cmp - papers/GAGAL.txt && unzip -tq papers/nasional.zip"
unzip -qo papers/nasional.zip keputusan.pdf penerima-penghargaan.pdf -d nation
for paper in nation/keputusan.pdf nation/penerima-penghargaan.pdf papers/pers/siaran-pers.pdf; do
    check "with it: ${paper##*/} says that it is not complete" sh -c "pdftotext '$paper' - | grep -q 'BELUM LENGKAP – [0-9]* berkas tidak dapat dibuat'"
done
check "with it: so does the page for the press" grep -q '<strong>BELUM LENGKAP</strong> [0-9]* berkas' papers/pers/index.html
check "with it: papers of an institution do not" sh -c "unzip -p '$archive' '99.71.03-*/99.71.03-laporan-*.pdf' >one.pdf && ! pdftotext one.pdf - | grep -q 'BELUM LENGKAP'"
check "with it: the others are there" sh -c "unzip -l '$archive' | grep -q '99.71.03-.*/99.71.03-laporan-'"
check "with it: the manifest says why" grep -q '"why": "sertifikat-partisipasi.pdf of' papers/MANIFEST.json
check "with it: nothing says where layouts lie" fails grep -rqF "$root" papers/GAGAL.txt papers/MANIFEST.json
rapor verify papers
check "with it: is whole as far as it goes" ends 0
rapor build long.xml -o other -q --keep-going -j1
check "with it: the same bytes whatever the workers" diff -r papers other
rapor build long.xml -o papers -q --keep-going
check "once more: the same bytes" diff -r papers other
rapor build "$root/samples/opd-2021.xml" -o papers -q
check "corrected: all is there" ends 0
check "corrected: no list is left" [ ! -e papers/GAGAL.txt ]
rapor build "$root/samples/opd-2021.xml" -o fresh -q
check "corrected: as if made anew" diff -r papers fresh

# What no font has, and what is written from right to left.
sed 's/name="Dinas Kesehatan"/name="Dinas 北京"/' "$root/samples/opd-2021.xml" >odd.xml
rapor check odd.xml
check "a character without a font: check says which, and where" both 65 '<institution name=> has the character U+5317 "北"'
rapor build odd.xml -o odd -q
check "a character without a font: so does build" both 65 "it is in <institution name=>, line "
sed 's/name="Dinas Kesehatan"/name="Dinas ירושלים"/' "$root/samples/opd-2021.xml" >hebrew.xml
rapor check hebrew.xml
check "letters from right to left: check refuses them" both 65 "name holds the letter U+05D9, which is written from right to left"
rapor build hebrew.xml -o hebrew -q
check "letters from right to left: so does build" both 65 "U+05D9"
mkdir -p layouts/spbe-2020 && sed 's/Yth\./Yth. ירושלים/; s/Bersama ini/ירושלים/' "$root/layouts/spbe-2020/letter.xml" >layouts/spbe-2020/letter.xml
rapor check "$root/samples/opd-2021.xml"
check "letters from right to left: in a layout as well" both 65 "this letter is written from right to left"
rm -r layouts
printf '%s' "$(printf 'a%.0s' $(seq 11000))" >name
sed "s/name=\"Dinas Kesehatan\"/name=\"$(cat name)\"/" "$root/samples/opd-2021.xml" >endless.xml
rapor check endless.xml
check "a name without end is refused" both 65 "name has 11000 letters, more than 10000"
finish
