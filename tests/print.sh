#!/bin/sh
# Queues for printing: each paper once, in the order asked for, as it lies in the folder.
# usage: tests/print.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
/usr/bin/python3 "$root/tests/outside/year.py" cut "$root/samples/nasional-2021.xml" |
    sed 's/<signatory document="letter" name="Ratna/<signatory document="letter" signing="electronic" name="Ratna/' >nilai.xml
rapor build nilai.xml -o hasil --only letter,reminder,certificate,participation -q
check 'built' ends 0
titles() { mutool show "$1" outline | sed 's/^[^"]*"\(.*\)".*page=\([0-9]*\).*/\2 \1/'; } # titles PDF: "PAGE TITLE" a line

rapor print nilai.xml hasil
check 'where to has to be said' both 64 '-o cetak'
rapor print nilai.xml hasil -o cetak --kinds letter,certificate
check 'queues of the kinds asked for' both 0 'cetak: 2 queues'
check 'letters that wait are told' says 'still wait for a signature'
rapor verify --pdfa cetak/cetak-surat.pdf cetak/cetak-sertifikat.pdf
check 'which are archival' ends 0
rapor verify cetak
check 'the folder is as its manifest says' ends 0
qpdf --check cetak/cetak-surat.pdf >/dev/null 2>&1
check 'qpdf finds nothing' [ $? -eq 0 ]
unzip -Z1 hasil/pusat.zip '*-surat-*.pdf' | sed 's/.*\///; s/-.*//' | tr k K | sort >wanted
for archive in hasil/wilayah/*.zip; do unzip -Z1 "$archive" '*-surat-*.pdf' | sed 's/.*\///; s/-.*//'; done | sort >>wanted
grep -v tidak-dinilai wanted | sort -u >papers
sed -n 's/^cetak-surat.pdf;[0-9]*;[0-9]*;\([^;]*\);.*/\1/p' cetak/daftar-cetak.csv | sort >printed
check 'the list: each letter once' sh -c "[ -s printed ] && [ -z \"\$(uniq -d printed)\" ] && [ -z \"\$(comm -13 papers printed)\" ]"
while IFS=';' read -r file page pages code _ number _; do
    [ "$file" = cetak-surat.pdf ] || continue
    pdftotext -f "$page" -l "$((page + pages - 1))" "cetak/$file" - | grep -q "$number" || echo "$code"
    titles_of=$(titles "cetak/$file" | grep -c "^$page $code ")
    [ "$titles_of" -eq 1 ] || echo "$code: $titles_of bookmarks"
done <cetak/daftar-cetak.csv >lost
check 'the list: on these pages; with a bookmark' [ ! -s lost ]

rapor print nilai.xml hasil -o nomor --kinds surat --order number -q
tail -n +2 nomor/daftar-cetak.csv | cut -d ';' -f 6 >numbers
check 'by number; a kind by the name of its file' sh -c "[ -s numbers ] && sort -t / -k 2n numbers | cmp - numbers"
rapor print nilai.xml hasil -o pos --kinds letter --order post --separators --duplex -q
cut -d ';' -f 7 pos/daftar-cetak.csv | uniq | sort >heaps
check 'by city: what goes to one lies together' sh -c "[ \"\$(wc -l <heaps)\" -gt 5 ] && [ -z \"\$(uniq -d heaps)\" ]"
tail -n +2 pos/daftar-cetak.csv | cut -d ';' -f 2 >pages
check 'both sides: each begins on the front of a sheet' sh -c "[ -s pages ] && ! grep -qE '[02468]$' pages"
check 'a separator before each heap' sh -c "[ \"\$(pdftotext pos/cetak-surat.pdf - | grep -c PEMBATAS)\" -eq \"\$(tail -n +2 pos/daftar-cetak.csv | cut -d ';' -f 7 | sort -u | wc -l)\" ]"
rapor verify --pdfa pos/cetak-surat.pdf
check 'archival, too' ends 0
rapor print nilai.xml hasil -o again --kinds letter --order post --separators --duplex -q
check 'the same bytes' diff -r pos again

rapor print nilai.xml hasil -o stock --kinds certificate,participation --over-stock --bleed 3 -q
check 'over sheets with a frame' ends 0
pdfinfo -box stock/cetak-sertifikat-partisipasi.pdf >boxes
check 'where it is cut' grep -qE 'TrimBox: +0.00 +0.00 +841.89 +595.28' boxes
check 'what runs over it' grep -qE 'BleedBox: +-8.5.* +-8.5.* +850.3.* +603.7' boxes
rapor verify --pdfa stock/cetak-sertifikat-partisipasi.pdf
check 'archival, with marks' ends 0
rapor print nilai.xml hasil -o frames --kinds participation -q
pdftotext frames/cetak-sertifikat-partisipasi.pdf with && pdftotext stock/cetak-sertifikat-partisipasi.pdf without
check 'the words are the same' cmp with without
dark() { pdftoppm -r 20 -gray "$@" | tail -c +14 | tr -d '\377' | wc -c; } # dark OPTIONS PDF: dots that are not white
check 'a frame' [ "$(dark -l 1 -x 8 -y 40 -W 12 -H 60 frames/cetak-sertifikat-partisipasi.pdf)" -gt 0 ]
check 'which is not there over sheets that have it' [ "$(dark -l 1 -x 17 -y 49 -W 12 -H 60 stock/cetak-sertifikat-partisipasi.pdf)" -eq 0 ]
rapor print nilai.xml hasil -o much --bleed 30
check 'too much to run over' both 64 'from 0 to 10 millimetres'
rapor print nilai.xml hasil -o other --order size
check 'no such order' both 64 'region'

# Signed: what is printed says so.
printf '1234\n' >pin && chmod 600 pin
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 36500 -subj '/CN=Ratna Contoh Wulandari' \
    -addext keyUsage=digitalSignature,nonRepudiation 2>/dev/null
openssl pkcs12 -export -inkey key.pem -in cert.pem -out key.p12 -passout pass:1234
cp -r hasil signed
rapor sign signed --key pkcs12:key.p12 --pin-file pin -q
rapor print nilai.xml signed -o tte --kinds letter
check 'signed letters wait for nobody' sh -c '! grep -q wait err'
said() { pdftotext "$1" - | tr '\n' ' ' | grep -oc 'Balai Besar Sertifikasi Elektronik'; }
check 'and say that they are signed' [ "$(said tte/cetak-surat.pdf)" -gt "$(said cetak/cetak-surat.pdf)" ]
rapor verify --pdfa tte/cetak-surat.pdf
check 'archival, without fields' ends 0

# Other layouts than those of the folder: what is printed would not be what is out.
mkdir -p layouts/spbe-2020
sed "s/<section page=\"letter\">/&<p>{if(@group = 'kabupaten', 'Lain', '')}<\/p>/" "$root/layouts/spbe-2020/letter.xml" >layouts/spbe-2020/letter.xml
rapor print nilai.xml hasil -o never --kinds letter
check 'what shows something else is not printed' both 65 'shows something else than what would be printed'
check 'and nothing is left' [ ! -e never ]
rapor print nilai.xml signed -o satuan --kinds letter
check 'but what was signed lies there by itself' both 0 'to be printed by themselves: '
unzip -p signed/wilayah/81-*.zip '81.05*/*-surat-*.pdf' >surat.pdf
check 'as it is' cmp surat.pdf satuan/satuan/81.05-surat-*.pdf
check 'the others are in the queue' [ "$(tail -n +2 satuan/daftar-cetak.csv | grep -c ^cetak-surat)" -gt 0 ]
rm -r layouts
rapor print "$root/samples/denpasar-2021.xml" hasil -o never
check 'another evaluation is told' both 65 'was made of another evaluation'

# Units of a city lie with those of its region.
rapor build "$root/samples/opd-2021.xml" -o opd --only certificate,letter -q
rapor print "$root/samples/opd-2021.xml" opd -o kota --order post -q
check 'a unit has the region of its government' sh -c "grep -q 'Contoh, Contoh' kota/daftar-cetak.csv && ! grep -q Pusat kota/daftar-cetak.csv"
finish
