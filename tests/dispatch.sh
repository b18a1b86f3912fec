#!/bin/sh
# Packs that can be sent: what is in them, who gets them, whole or absent, the same bytes.
# usage: tests/dispatch.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
sed 's/<institution code="13.01"/& mail="persandian@pesisir.example"/' "$root/samples/nasional-2021.xml" >nilai.xml
rapor build nilai.xml -o hasil --region 13 --only letter,reminder,certificate,summary,card,tables -q
check 'built' ends 0

rapor dispatch nilai.xml hasil
check 'where to has to be said' both 64 '-o kirim'
rapor dispatch nilai.xml hasil -o kirim
check 'packs' both 0 'kirim: 21 packs'
check 'one for each institution, one for the region' [ "$(find kirim -maxdepth 1 -name '13*.zip' | wc -l)" -eq 21 ]
rapor verify kirim
check 'the folder is as its manifest says' ends 0

one=kirim/13.01-kabupaten-pesisir-selatan.zip
mkdir one && unzip -q "$one" -d one
check 'a pack: sums' sh -c 'cd one && sha256sum -c --quiet --strict SHA256SUMS'
check 'a pack: all that it holds is in them' [ "$(wc -l <one/SHA256SUMS)" -eq "$(($(find one -type f | wc -l) - 1))" ]
unzip -q 'hasil/wilayah/13-*.zip' '13.01-*' -d papers
check 'a pack: the papers as they lie in the archive' \
    diff -r -x BACA-SAYA.html -x SHA256SUMS papers/13.01-kabupaten-pesisir-selatan one
check 'a pack: the guide comes first' sh -c "unzip -Z1 $one | head -n 1 | grep -qx BACA-SAYA.html"
mkdir region && unzip -q kirim/13-sumatera-barat.zip -d region
for pack in one region; do
    for file in $(cd $pack && find . -type f ! -name BACA-SAYA.html ! -name SHA256SUMS); do
        grep -q "href=\"${file#./}\"" $pack/BACA-SAYA.html || echo "$file"
    done
done >untold
check 'the guide: every file, and what it is' sh -c '[ ! -s untold ] && grep -q "Surat penyampaian hasil" one/BACA-SAYA.html && grep -q "Surat pengantar" region/BACA-SAYA.html'
check 'the guide: nothing is left to fill in' sh -c '! grep -q "{{" one/BACA-SAYA.html'
check 'the guide: that it is a sample' grep -q "<p><strong>CONTOH" one/BACA-SAYA.html
check 'the guide: where the page of the paper is' grep -q 'href="https://rapor.example/2021/v/13.01/' one/BACA-SAYA.html
check 'the guide is HTML' xmllint --noout --html --nowarning one/BACA-SAYA.html

check 'the list for Excel' sh -c "head -c 3 kirim/daftar-kirim.csv | od -An -tx1 | grep -q 'ef bb bf' && head -n 1 kirim/daftar-kirim.csv | grep -q 'Kode;Hasil;Kepada'"
check 'the list: a row for each pack' [ "$(wc -l <kirim/daftar-kirim-polos.csv)" -eq 22 ]
digest=$(sha256sum <"$one" | cut -d ' ' -f 1)
check 'the list: whom, where to, which file, which number' grep -q \
    "^13.01,.*,Bupati Pesisir Selatan,.*,Painan,persandian@pesisir.example,13.01-kabupaten-pesisir-selatan.zip,$(stat -c %s "$one"),$digest,B/[0-9]*/PD.02/2021,2021-12-31" kirim/daftar-kirim-polos.csv
for file in one/*.pdf; do pdftotext "$file" - && qpdf --qdf --object-streams=disable "$file" -; done >opened
check 'the address stands in no paper' sh -c "grep -aq 'Bupati Pesisir Selatan' opened && grep -aq '13.01' opened && ! grep -aqr pesisir.example opened one"
check 'labels, receipts, the letter' test -f kirim/label-alamat.pdf -a -f kirim/tanda-terima.pdf \
    -a -f kirim/pengantar/13-surat-pengantar-sumatera-barat.pdf
places() { pdftotext -bbox "$1" - | sed -nE 's,.*yMin="([0-9.]+)".*>([KLN][0-9]{2}|[0-9]{2}\.[0-9]{2})</word>,\1,p' | sort -un | wc -l; }
check 'labels: seven rows on every sheet, in the same places' sh -c "[ $(places kirim/label-alamat.pdf) -eq 7 ] && [ $(places kirim/label-alamat-21.pdf) -eq 7 ]"
rapor verify --pdfa kirim/tanda-terima.pdf kirim/label-alamat.pdf kirim/label-alamat-21.pdf kirim/pengantar
check 'which are archival' ends 0
check 'the letter goes with its pack' sh -c "unzip -Z1 kirim/13-sumatera-barat.zip | grep -q surat-pengantar"

rapor export nilai.xml -f csv -o office.csv
check 'but in what the office exports' grep -q '^code,.*,seat,mail,.*' office.csv
rapor import office.csv --instrument spbe-2020 --year 2021 -o from-sheet.xml
check 'and imports' sh -c "grep -A7 'code=\"13.01\"' from-sheet.xml | grep -q 'mail=\"persandian@pesisir.example\"'"
rapor build nilai.xml -o tables --only tables -q
unzip -q tables/nasional.zip peringkat.xlsx indikator.csv
unzip -p peringkat.xlsx >sheets.xml
check 'what is published has none' sh -c "grep -q Painan sheets.xml && ! grep -q pesisir.example sheets.xml indikator.csv"

rapor dispatch nilai.xml hasil -o again -q
check 'the same bytes' diff -r kirim again
rapor verify "$one"
check 'a pack is verified by itself' ends 0
mkdir unpacked && unzip -q "$one" -d unpacked
rapor verify unpacked
check 'and so is the folder that it was unpacked to' ends 0
printf x >>unpacked/BACA-SAYA.html && rm unpacked/*-surat-*.pdf && mkfifo unpacked/pipe
rapor verify unpacked
check 'a pack that was unpacked: what was changed, is new, is missing' \
    sh -c "grep -q 'BACA-SAYA.html: its content' out && grep -q 'pipe: SHA256SUMS does not know' out && grep -q 'surat-.*missing' out"
cp "$one" bad.zip && printf 'x' >surat && cp surat 13.01-surat-kabupaten-pesisir-selatan.pdf
zip -q bad.zip 13.01-surat-kabupaten-pesisir-selatan.pdf
rapor verify bad.zip
check 'a pack: what was changed is named' both 65 ''
check 'a pack: by its name' grep -q '13.01-surat-.*its content is not what SHA256SUMS says' out
rapor verify one/13.01-surat-kabupaten-pesisir-selatan.pdf hasil/wilayah/13-sumatera-barat.zip
check 'a file is verified by the sums of its folder' ends 0
rapor verify bad.zip surat
check 'what nothing is known of is told' says 'nothing says what it was'

# An office has labels and a letter of its own: a row each in its instrument, no program.
mkdir -p own/spbe-2020
sed 's,.*kind="cover".*,&\
<document kind="labels-8" per="nation" layout="../common/office/labels.xml" file="label-8.pdf" asked="dispatch"/>\
<document kind="routing" per="region" layout="../common/office/cover.xml" file="lembar-kendali.pdf" asked="dispatch"/>,' \
    "$root/layouts/spbe-2020/instrument.xml" >own/spbe-2020/instrument.xml
rapor build nilai.xml -o hasil-own --layouts own --region 13 --only letter,summary -q
rapor dispatch nilai.xml hasil-own -o kirim-own --layouts own
check 'an office has sheets of its own: made where packs are' test -f kirim-own/label-8.pdf -a -f kirim-own/label-alamat.pdf \
    -a -f kirim-own/pengantar/13-lembar-kendali-sumatera-barat.pdf -a -f kirim-own/pengantar/13-surat-pengantar-sumatera-barat.pdf
check 'not where papers are' sh -c '! unzip -Z1 "hasil-own/wilayah/13-*.zip" | grep -E "label|lembar|pengantar"'
check 'and of a region go into its pack' [ "$(unzip -Z1 kirim-own/13-sumatera-barat.zip | grep -cE 'lembar-kendali|surat-pengantar')" -eq 2 ]
rapor verify kirim-own
check 'as the manifest says' ends 0
sed -i '/kind="labels-8"/s/"dispatch"/"only"/; /kind="labels"/s/"dispatch"/"only"/' own/spbe-2020/instrument.xml
rapor check nilai.xml --layouts own
check 'labels that would not be made any more are told of' grep -q 'own/spbe-2020/instrument.xml:[0-9:]* warning: rapor dispatch will not make labels$' err
check 'and how to have them' says 'hint: write asked="dispatch"'
check 'others only where they are asked for' sh -c '! grep -q labels-8 err'
sed -i '/kind="routing"/s/"region"/"institution"/' own/spbe-2020/instrument.xml
rapor check nilai.xml --layouts own
check 'a sheet for each of something else is refused' both 65 'error: routing is made for dispatch, but not'

cp -r hasil altered
printf x >>altered/wilayah/13-sumatera-barat.zip
rapor dispatch nilai.xml altered -o never
check 'what was altered is not sent' both 65 'rapor verify altered'
check 'and nothing is left' [ ! -e never ]
rapor dispatch "$root/samples/denpasar-2021.xml" hasil -o never
check 'another evaluation is told' both 65 'was made of another evaluation'
mkdir full && echo mine >full/mine
rapor dispatch nilai.xml hasil -o full
check 'what is not ours stays' sh -c '[ "$(cat full/mine)" = mine ]'
finish
