#!/bin/sh
# The register by itself: numbers are set aside, papers listed, withdrawn, received; it is
# replaced whole, and one of sixty thousand papers is read at once.
# usage: tests/register.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1

rapor register reserve --kind letter --year 2021 --from 21 --to 600 --pattern 'B/{n}/PD.02/2021'
check 'reserve begins a register' ends 0
check 'which holds the block' grep -q 'from="21" to="600" pattern="B/{n}/PD.02/2021"' register.xml
rapor schema register
check 'the schema allows it' sh -c "cp out s.rng; xmllint --noout --relaxng s.rng register.xml"
rapor register reserve --kind letter --year 2021 --from 600 --to 700 --pattern 'B/{n}/PD.02/2021'
check 'a number is reserved once' both 65 '21 to 600 are reserved already, for letter'
rapor register reserve --kind letter --year 2021 --from 600 --to 700
check 'also where its pattern is to be that of the evaluation' both 65 'reserved already'
rapor verify .
check 'a folder that is no output' both 66 'there is no MANIFEST.json in it'
rapor register reserve --kind letter --year 2021 --from 1 --to 9 --pattern 'B/PD.02/2021'
check 'a pattern without {n}' both 64 'has no {n}'
rapor register reserve --kind letter --year 2021
check 'numbers that are not told' both 64 '--from and --to say which numbers'
cp register.xml before.xml
rapor register reserve --kind letter --year 20x1 --from 1 --to 9 --pattern 'C/{n}'
check 'a year that is none' both 65 'it is as it was'
check 'which is not written down' cmp register.xml before.xml
rapor register reserve --kind letter --year 2022 --from 1 --to 9 --pattern "$(printf 'C\001/{n}')"
check 'nor what no XML holds' both 65 'it is as it was'
check 'and nothing is left of it' sh -c 'cmp register.xml before.xml && [ ! -e .register.xml.rapor-new ]'
rapor register shred
check 'an action that is not there' both 64 'action of register'

paper() { # paper CODE EDITION STATE NUMBER
    printf '  <paper kind="letter" code="%s" year="2021" edition="%s" state="%s" number="%s" file="%064d"/>\n' \
        "$1" "$2" "$3" "$4" 7
}
register() {
    printf '<register xmlns="urn:rapor:register:1">\n%s\n</register>\n' "$1"
}
register "$(paper 13.01 1 issued B/1
paper 13.02 1 issued B/2
paper 13.02 2 withdrawn B/2)" >small.xml
rapor register list --register small.xml --state issued
check 'list: only papers in one state' sh -c "[ \$(wc -l <out) = 3 ]"
rapor register list --register small.xml -f csv-id
check 'list: semicolons for Excel' grep -q '^Jenis;Kode;Edisi\|letter;13.01;1;issued;B/1' out
rapor register show B/2 --register small.xml
check 'show: every edition' sh -c "grep -q 'edition 1: issued' out && grep -q 'edition 2: withdrawn' out"
rapor register show 14.01 --register small.xml
check 'show: what is not there' both 65 'no paper has the code or number 14.01'
rapor register withdraw --register small.xml --kind letter --institution 13.01 --date 2022-02-01
check 'withdraw: a reason is needed' both 64 '--reason is missing'
rapor register withdraw --register small.xml --kind letter --institution 13.01 --reason 'salah & alamat' --date 2022-02-31
check 'withdraw: a date that is none' both 64 'is not a date'
rapor register withdraw --register small.xml --kind letter --institution 13.01 --reason 'salah & alamat' --date 2022-02-01
check 'withdraw: noted' grep -q 'code="13.01".*state="withdrawn".*reason="salah &amp; alamat" since="2022-02-01"' small.xml
rapor register withdraw --register small.xml --kind letter --institution 13.01 --reason lagi
check 'withdraw: once' both 65 'no letter of 13.01 is in force'

printf 'Kode;Tanggal;Penerima\n13.02;12/02/2022;Bagian Umum\n' >receipts.csv
rapor register delivered receipts.csv --register small.xml
check 'delivered: noted' grep -q 'edition="1" state="issued".*delivered="2022-02-12" receiver="Bagian Umum"' small.xml
printf 'code,date\n13.02,12 Feb\n' >receipts.csv
cp small.xml before.xml
rapor register delivered receipts.csv --register small.xml
check 'delivered: the row that is wrong is named' both 65 'row 2: "12 Feb" is not a date'
check 'and nothing is noted then' cmp small.xml before.xml

register "$(paper 13.01 1 issued B/1
paper 13.02 1 issued B/1)" >double.xml
rapor register check --register double.xml
check 'check: one number of two papers' ends 65
check 'check: both are named' grep -q '^B/1: the number of letter 13.01 and of letter 13.02' out
rapor register check --register small.xml
check 'check: nothing is wrong' both 0 'no problems'

register "$(paper 13.01 2 issued B/1)" >broken.xml
rapor register list --register broken.xml
check 'an edition that is gone: its line' both 65 'broken.xml:2:49: error: edition 2 of letter 13.01 stands where edition 1 is due'
register '  <paper kind="letter" code="13.01" year="2021" edition="1" state="issued"/>' >broken.xml
rapor register list --register broken.xml
check 'issued without a file' both 65 'a paper that is issued has no file'
printf '<evaluation/>' >foreign.xml
cp foreign.xml was.xml
rapor register reserve --register foreign.xml --kind letter --year 2021 --from 1 --to 2
check 'a foreign file: its line' both 65 'foreign.xml:1:1: error: the root element is <evaluation>'
check 'and it stays as it is' cmp foreign.xml was.xml

# Another run holds it; and a folder that cannot be written to.
(
    exec 9>.small.xml.rapor-lock
    flock 9
    sleep 2
) &
sleep 0.3
cp small.xml before.xml
rapor register reserve --register small.xml --kind letter --year 2022 --from 1 --to 2
check 'while another run holds it: refused' both 73 'another run is writing here'
check 'and untouched' cmp small.xml before.xml
wait

# Number and date come at signing, in another program: what comes back is what is out.
mkdir open && cd open || exit 1
/usr/bin/python3 "$root/tests/outside/year.py" cut "$root/samples/nasional-2021.xml" >nilai.xml
letter_of() { unzip -p "$1" "*82.0$2*-surat-*.pdf"; } # letter_of ARCHIVE N
rapor register reserve --kind letter --year 2021 --open
rapor build nilai.xml -o hasil --register register.xml --region 82 --only letter -q
archive=$(echo hasil/wilayah/82-*.zip)
letter_of "$archive" 1 >made.pdf
mkdir kembali
qpdf --deterministic-id --object-streams=disable made.pdf kembali/satu.pdf
printf 'Kode;Nomor;Tanggal;Berkas\n82.01;B/901/PD.02/2022;12/01/2022;kembali/satu.pdf\n82.03;B/77/PD.02/2022;13/01/2022;\n82.04;;;\n' >nomor.csv
rapor register note nomor.csv hasil
check 'numbers that came at signing' both 0 'numbers noted: 2, papers taken: 1'
check 'are in the register' grep -q 'code="82.01".*state="issued" number="B/901/PD.02/2022".*date="2022-01-12"' register.xml
check 'with the file that is out' grep -q "code=\"82.01\".*file=\"$(sha256sum <kembali/satu.pdf | cut -d ' ' -f 1)\"" register.xml
letter_of "$archive" 1 >there.pdf
check 'which lies in the folder' cmp there.pdf kembali/satu.pdf
rapor verify hasil
check 'whose manifest follows' ends 0
cp register.xml noted.xml
rapor register note nomor.csv hasil
check 'noted twice: once is enough' cmp noted.xml register.xml
rapor build nilai.xml -o hasil --register register.xml --region 82 --only letter -q
letter_of "$archive" 1 >there.pdf
check 'and is kept by the next build' cmp there.pdf kembali/satu.pdf
rapor verify --register register.xml there.pdf
check 'a paper is looked up: it is in force' both 0 '1 of 1 in force'
check 'which it is' grep -q 'there.pdf: letter 82.01, B/901/PD.02/2022, 2022-01-12, edition 1, issued' ../out
rapor verify --register register.xml made.pdf
check 'one that is not out' sh -c "grep -q 'made.pdf: the register does not know it' ../out"
sed 's/code="82.01"\(.*\)state="issued"/code="82.01"\1state="withdrawn" reason="salah alamat" since="2022-04-01"/' register.xml >withdrawn.xml
rapor verify --register withdrawn.xml there.pdf
check 'one that was withdrawn' sh -c "grep -q 'there.pdf: it was withdrawn, 2022-04-01: salah alamat' ../out"
rapor build nilai.xml -o hasil --register register.xml --region 82 --only letter -q --dispatch kirim
check 'packs in the same run' ends 0
check 'the list for sending has the number' grep -q '^82.01;.*;B/901/PD.02/2022;' kirim/daftar-kirim.csv
rapor register check nilai.xml hasil
check 'register, evaluation and folder agree' both 0 'no problems'
(cat nilai.xml; echo "<!-- read again -->") >other-nilai.xml
rapor register check other-nilai.xml hasil
check 'a folder of another evaluation is told' both 65 'see above'
check 'by its name' grep -q '^hasil: was made of another evaluation$' ../out
printf 'code,number,date\n82.71,B/77/PD.02/2022,2022-01-13\n' >twice.csv
cp register.xml before.xml
rapor register note twice.csv hasil
check 'a number that another has' both 65 'B/77/PD.02/2022: is the number of letter 82.03'
printf 'code,number,date\n82.03,B/78/PD.02/2022,2022-01-13\n' >other.csv
rapor register note other.csv hasil
check 'a number stays' both 65 'has the number B/77/PD.02/2022, and keeps it'
printf 'code,number,date,file\n82.71,B/79/PD.02/2022,2022-01-13,nomor.csv\n' >no-pdf.csv
rapor register note no-pdf.csv hasil
check 'what is no PDF' both 65 'row 2: nomor.csv is no PDF'
check 'and nothing is noted' cmp register.xml before.xml
cp made.pdf ../made.pdf
for file in ../made.pdf kembali/../../made.pdf "$PWD/../made.pdf"; do
    printf 'code,number,date,file\n82.71,B/79/PD.02/2022,2022-01-13,%s\n' "$file" >elsewhere.csv
    rapor register note elsewhere.csv hasil
    check "a paper that lies elsewhere: ${file##*/open}" both 65 "row 2: $file lies neither beside the sheet nor below"
done
# A correction: the new edition waits for a number of its own.
/usr/bin/python3 "$root/tests/outside/year.py" cut "$root/samples/nasional-2021.xml" 82.01:1=3 82.01:2=3 >koreksi.xml
rapor build koreksi.xml -o hasil --register register.xml --region 82 --only letter -q --reason koreksi
rapor issue hasil --date 2022-03-01 -q
check 'a new edition has no number yet' sh -c "grep 'code=\"82.01\".*edition=\"2\"' register.xml | grep -vq number="
printf 'code,number,date\n82.01,B/902/PD.02/2022,2022-03-02\n' >baru.csv
rapor register note baru.csv hasil
check 'and gets it' grep -q 'code="82.01".*edition="2".*number="B/902/PD.02/2022"' register.xml
check 'the former keeps its own' grep -q 'code="82.01".*edition="1".*number="B/901/PD.02/2022"' register.xml
cd ..

/usr/bin/python3 - <<'PYTHON'
with open("big.xml", "w") as out:
    out.write('<register xmlns="urn:rapor:register:1">\n')
    for k in range(60000):
        out.write('  <paper kind="%s" code="%d.%02d" year="%d" edition="1" state="issued" number="B/%d/PD.02/2021" n="%d" '
                  'date="2022-01-10" seal="%08X" name="surat-%d-kabupaten-pesisir-selatan.pdf" content="%064x" plain="%064x" file="%064x"/>\n'
                  % (("letter", "certificate")[k % 2], k // 2 % 3000 // 100 + 10, k // 2 % 100, 2015 + k // 6000,
                     k, k, k, k, k, k + 1, k + 1))
    out.write("</register>\n")
PYTHON
/usr/bin/python3 - "$program" <<'PYTHON'
import resource, subprocess, sys
with open("out", "w") as out, open("err", "w") as err:
    subprocess.run([sys.argv[1], "register", "check", "--register", "big.xml"], stdout=out, stderr=err)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(int(used.ru_utime < 1), int(used.ru_maxrss < 50 * 1024), file=open("used", "w"))
PYTHON
check '60,000 papers: under a second, within 50 MB' grep -qx '1 1' used
check '60,000 papers: nothing is wrong' grep -q 'big.xml: 60000 papers, no problems' err
finish
