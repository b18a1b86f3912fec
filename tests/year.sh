#!/bin/sh
# A year of an office: numbers are reserved, papers made and issued, indicators corrected, papers
# made again.  Numbers do not move, and nothing that is out changes but by a new edition.
# usage: tests/year.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
year() { /usr/bin/python3 "$root/tests/outside/year.py" "$@"; }
papers() { year papers "$1" | sort; }
states() { grep -c "state=\"$1\"" register.xml; } # states STATE: how many papers are in it
national=$root/samples/nasional-2021.xml
year cut "$national" >nilai.xml
year cut "$national" 81.05:1=3 81.05:2=3 >koreksi.xml

# Without a register: by the order of the evaluation, and a correction moves none.
rapor build nilai.xml -o plain -q
check 'without a register' ends 0
papers plain | awk '$1 == "letter" { print $2, $4 }' >before
rapor build koreksi.xml -o plain -q
papers plain | awk '$1 == "letter" { print $2, $4 }' >after
check 'a correction moves no number' cmp before after
check 'and says nothing of numbers' fails says 'number'
sed 's/<institution code="K01"/<institution code="K00" name="Kementerian Contoh" group="kementerian" status="not-assessed" reason="baru"\/>\n  &/' \
    koreksi.xml >baru.xml
rapor build baru.xml -o plain
check 'one that is put before others: build tells whose numbers moved' \
    says 'letter K01: number B/2/PD.02/2021, where the paper in the folder has B/1/PD.02/2021'

# Numbers from a block, in the order of the evaluation.
rapor register reserve --kind letter --year 2021 --from 21 --to 600 --pattern 'B/{n}/PD.02/2021'
rapor build nilai.xml -o hasil --register register.xml -n
check 'a dry run shows the numbers' grep -q 'k01-.*surat.*pdf  B/21/PD.02/2021$' "$scratch/out"
check 'and keeps none' [ "$(states reserved)" -eq 0 ]
rapor build nilai.xml -o hasil --register register.xml -q --institution 82
check 'a part of the papers' ends 0
check 'gives numbers to all, in their order' grep -q 'code="K02".*number="B/22/PD.02/2021"' register.xml
cp register.xml reserved.xml
rm -r hasil
rapor build nilai.xml -o hasil --register register.xml -q
check 'the papers bear them' sh -c "unzip -p hasil/wilayah/81-*.zip '*81.05*surat*.pdf' | pdftotext - - | grep -q 'B/33/PD.02/2021'"
check 'the register is as it was' cmp register.xml reserved.xml
rapor build nilai.xml -o again --register register.xml -q -j 3
check 'the same input and register: the same bytes' diff -r hasil again

# Issued: from now on the bytes stay.
rapor issue hasil --date 2022-01-10
check 'issued' ends 0
check 'all of them' [ "$(states issued)" -eq "$(papers hasil | wc -l)" ]
cp register.xml issued.xml
papers hasil >first
rapor build nilai.xml -o hasil --register register.xml -q
papers hasil >second
check 'made again: nothing changes' cmp first second
check 'nor in the register' cmp register.xml issued.xml
rapor issue hasil --date 2022-02-02
check 'issued twice: once is enough' cmp register.xml issued.xml
rapor register check nilai.xml hasil
check 'register, evaluation and folder agree' both 0 'no problems'

# Two indicators of one regency are corrected.
cp -r hasil untouched
rapor build koreksi.xml -o hasil -q
check 'what may be out is not replaced by a run that forgets the register' both 73 'add --register'
sed 's/\( year=\)"2021" kind/\1"2022" kind/' nilai.xml >next.xml
rapor build next.xml -o hasil --register register.xml -q
check 'nor by another year' both 73 'holds the papers of 2021'
rapor dispatch nilai.xml hasil -o hasil -q
check 'nor by packs that are made of it' both 73 'no daftar-kirim.csv'
rapor print nilai.xml hasil -o hasil --register register.xml -q
check 'nor by what is printed' both 73 'no daftar-cetak.csv'
rapor print nilai.xml hasil -o cetak -q
check 'printing needs the register' both 65 'add --register register.xml'
rapor print nilai.xml hasil -o cetak --kinds certificate --register register.xml -q
check 'and has it' ends 0
rapor build koreksi.xml -o hasil --register register.xml -q
check 'what is out is not replaced without a reason' both 65 'issued papers would be replaced'
check 'the folder is untouched' diff -r hasil untouched
check 'the register, too' cmp register.xml issued.xml
rapor build koreksi.xml -o hasil --register register.xml --reason 'koreksi indikator 1 dan 2' -q
check 'with a reason: new editions' ends 0
papers hasil >third
rapor build koreksi.xml -o fresh -q
papers fresh >fresh-papers
# A paper is new if and only if it shows something else than before, its number apart.
rapor build nilai.xml -o before-fresh -q
papers before-fresh >before-papers
awk 'NR == FNR { was[$1 " " $2] = $6; next } was[$1 " " $2] != $6 { print $1, $2 }' before-papers fresh-papers |
    sort >changed
awk '$3 == 2 { print $1, $2 }' third | sort >editions
check 'exactly of the papers that changed' cmp changed editions
check 'and there are some' test -s changed
check 'one certificate alone' [ "$(grep -E 'certificate|participation' changed)" = 'participation 81.05' ]
awk '{ print $1, $2, $4 }' first >numbers-before
awk '{ print $1, $2, $4 }' third >numbers-after
check 'numbers do not move' cmp numbers-before numbers-after
awk 'NR == FNR { was[$1 " " $2] = $5; next } $3 == 1 && was[$1 " " $2] != $5' first third >moved
check 'the others are the same bytes' [ ! -s moved ]
check 'each says so' year editions hasil
sed '/<letter /s/date="[^"]*"/date="2022-03-01"/' koreksi.xml >dated.xml
cp -r hasil dated && cp register.xml dated-register.xml
rapor build dated.xml -o dated --register dated-register.xml -q --reason 'koreksi indikator 1 dan 2'
papers dated >fifth
check 'another date of letters makes no more of them' sh -c "awk '{ print \$1, \$2, \$3 }' third >a; awk '{ print \$1, \$2, \$3 }' fifth | cmp - a"
check 'the new ones bear it' sh -c "unzip -p dated/wilayah/81-*.zip '*81.05*surat*.pdf' | pdftotext - - | grep -q '1 Maret 2022'"
check 'what is replaced is still in force' [ "$(states replaced)" -eq 0 ]
unzip -p hasil/wilayah/81-*.zip '*81.05*surat*.pdf' | pdftotext - - | tr '\n' ' ' >letter
check 'a letter says what it replaces' grep -q '2, menggantikan edisi 1 tanggal 10 Januari 2022' letter
unzip -p hasil/wilayah/81-*.zip '*81.05*partisipasi*.pdf' | pdftotext - - | tr '\n' ' ' >certificate
check 'and so does a certificate' grep -q 'Edisi 2, menggantikan edisi 1 tanggal 10 Januari 2022' certificate
cp register.xml corrected.xml
rapor build koreksi.xml -o hasil --register register.xml -q
papers hasil >fourth
check 'made again: no third edition' cmp third fourth
check 'and no other register' cmp register.xml corrected.xml
rapor build nilai.xml -o hasil --register register.xml -q
papers hasil | awk '{ print $1, $2, $5 }' >back
awk '{ print $1, $2, $5 }' first >as-first
check 'the correction is taken back: what was issued' cmp as-first back
rapor build koreksi.xml -o hasil --register register.xml -q
rapor issue hasil --date 2022-03-01
check 'the new editions are issued' [ "$(states replaced)" -eq "$(wc -l <changed)" ]
check 'the reason is noted' grep -q 'code="81.05".*state="replaced".*reason="koreksi indikator 1 dan 2" by="2" since="2022-03-01"' register.xml
rapor schema register
check 'the schema allows all of it' sh -c "cp out s.rng; xmllint --noout --relaxng s.rng register.xml"

# What changed, for whom.
rapor diff nilai.xml koreksi.xml -f csv
check 'diff: index and levels of one' grep -q '^81.05,.*,1.75,1.80,Kurang,Cukup,.*1: 1 > 3, 2: 1 > 3' "$scratch/out"
rapor diff before-fresh fresh -f csv
check 'diff of folders: as many papers as changed' [ "$(grep -c '^changed,' "$scratch/out")" -eq "$(($(wc -l <changed) + 3))" ]
check 'diff: which archives are to be sent again' says 'to be sent again: '
rapor diff nilai.xml koreksi.xml before-fresh fresh -o catatan-perubahan.pdf
check 'the note on changes, for the file' ends 0
pdftotext -layout catatan-perubahan.pdf note
check 'the note: who, and what' grep -q '81.05  *Pemerintah Kabupaten Seram  *1,75 → 1,80  *Kurang → Cukup' note
check 'the note: as many papers as changed' grep -q "menampilkan hal lain: $(wc -l <changed)" note
check 'the note: what is sent again' grep -q 'wilayah/81-maluku.zip' note
rapor verify --pdfa catatan-perubahan.pdf
check 'the note is archival' ends 0
rapor diff before-fresh fresh -o never.pdf
check 'of folders alone there is none' both 64 'what the folders were made of'
rapor diff nilai.xml fresh
check 'a file and a folder' both 64 'cannot be compared'

# What is out is never made in other bytes: ranks that moved stand in what goes with a certificate.
rapor build koreksi.xml -o elsewhere -q --register register.xml
check 'a folder without what was issued is refused' both 65 'cannot be made again; build over the folder that holds it'

# Withdrawn: the next build makes another.
rapor register withdraw --kind letter --institution 82.03 --reason 'salah alamat' --date 2022-04-01
rapor register check koreksi.xml hasil
check 'what was withdrawn and still lies in the folder is told' grep -q 'letter 82.03: was withdrawn, but .*82.03-surat-' out
rapor build koreksi.xml -o hasil --register register.xml -q
check 'what was withdrawn is made as a new edition' grep -q 'kind="letter" code="82.03".*edition="[23]" state="reserved"' register.xml

# Signed: what is out stays signed, whoever builds over it.
printf '1234\n' >pin && chmod 600 pin
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 36500 -subj '/CN=Ratna Contoh Wulandari' \
    -addext keyUsage=digitalSignature,nonRepudiation 2>/dev/null
openssl pkcs12 -export -inkey key.pem -in cert.pem -out key.p12 -passout pass:1234
sed 's/<signatory document="letter"/& signing="electronic"/' nilai.xml >tte.xml
rapor build tte.xml -o tte --register tte-register.xml -q
rapor issue tte --register tte-register.xml --date 2022-01-10
rapor sign tte --key pkcs12:key.p12 --pin-file pin --register tte-register.xml
check 'letters are signed' grep -q 'kind="letter" code="81.05".*signer="Ratna Contoh Wulandari"' tte-register.xml
papers tte >signed
cp tte-register.xml signed.xml
rapor build tte.xml -o tte --register tte-register.xml -q
papers tte >kept
check 'and stay as they are when all is made again' cmp signed kept
check 'the register, too' cmp signed.xml tte-register.xml
unzip -p tte/wilayah/81-*.zip '*81.05*surat*.pdf' >surat.pdf
check 'with their signatures' sh -c "pdfsig surat.pdf | grep -q 'Signature is Valid'"
check 'of which the page tells' grep -q 'Ratna Contoh Wulandari' tte/verifikasi/v/81.05/*/index.html

# Sent: the signed letters as they are.
rapor dispatch tte.xml tte -o kirim -q
unzip -q kirim/81.05-*.zip BACA-SAYA.html
check 'packs hold what was signed' sh -c "unzip -p kirim/81.05-*.zip '*surat*.pdf' | cmp - surat.pdf"

# The pages behind the QR codes.
rapor verify hasil
check 'the folder holds them, and is as the manifest says' ends 0
unzip -p hasil/wilayah/81-*.zip '*81.05*surat*.pdf' >surat.pdf
pdftoppm -r 150 -png surat.pdf surat
zbarimg -q --raw surat-*.png >link 2>/dev/null
check 'a QR code leads to one of them' \
    test -f "hasil/verifikasi/$(sed -n 's,https://rapor.example/2021/,,p' link | head -n 1)index.html"
check 'in a browser, from a server and from disk' env PYTHONPATH="$root/tests/outside" TMPDIR="$scratch" \
    /usr/bin/python3 "$root/tests/outside/verification.py" hasil 81.05 surat.pdf BACA-SAYA.html
check 'what was withdrawn is told' grep -q 'dicabut sejak 1 April 2022' hasil/verifikasi/v/82.03/*/index.html
check 'a decree has its number, date and day of issue there' sh -c "cat hasil/verifikasi/v/keputusan/*/index.html | tr -d '\n' |
    grep -q '<dd>999 Tahun 2021</dd><dt>Tanggal</dt><dd>31 Desember 2021</dd><dt>Diterbitkan</dt><dd>1 Maret 2022</dd>'"
check 'a sample says so' grep -q 'CONTOH – angka rekaan' hasil/verifikasi/v/81.05/*/index.html
check 'and why' grep -q 'salah alamat' hasil/verifikasi/v/82.03/*/index.html

# Two runs at once.
(
    exec 9>.register.xml.rapor-lock
    flock 9
    sleep 3
) &
sleep 0.3
rapor build koreksi.xml -o hasil --register register.xml -q
check 'two runs at once: one is refused' both 73 'another run is writing here'
wait

# Killed at any write: the register is whole, and a run after it comes to the same.
rapor build nilai.xml -o want --register reserved.xml -q
cp reserved.xml want.xml
rapor register reserve --register new.xml --kind letter --year 2021 --from 21 --to 600 --pattern 'B/{n}/PD.02/2021'
for ms in 05 20 40 60 80 95; do
    "$program" build nilai.xml -o killed --register new.xml -q >/dev/null 2>&1 &
    pid=$!
    sleep "0.$ms"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    rapor register list --register new.xml
    [ "$code" -eq 0 ] || break
done
check 'killed: the register can be read' ends 0
for try in 1 2 3 4 5 6 7 8 9 10; do # workers of those that were killed may still hold the lock
    rapor build nilai.xml -o killed --register new.xml -q
    [ "$code" -eq 73 ] || break
    sleep 1
done
check 'and the next run comes to the same register' cmp new.xml want.xml
check 'and to the same papers' diff -r killed want
: >.new.xml.rapor-new # what a run leaves that is killed while it writes the register
rapor issue killed --register new.xml -q --date 2022-03-01
check 'and nothing is left over' sh -c '[ -z "$(find . -maxdepth 1 -name ".new.xml.*" -o -maxdepth 1 -name ".killed.*")" ]'
finish
