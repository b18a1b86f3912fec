#!/bin/sh
# Pemdi as it is practised: values come from items, and some wait for the index of another body.
# The figures are those of a regency in the first national round (2026).
# usage: tests/items.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1

accepted() { # CODE...
    for code; do printf '<item code="%s" state="accepted"/>' "$code"; done
}

cat >regency.xml <<END
<evaluation xmlns="urn:rapor:evaluation:1" instrument="pemdi-2026" year="2026">
  <region code="99" name="Contoh"/>
  <institution code="99.01" name="Pemerintah Kabupaten Contoh" group="kabupaten" region="99">
    <indicator no="1">$(accepted I1-L1-01 I1-L2-01 I1-L2-03)<item code="I1-L2-02" state="unsuitable"/></indicator>
    <indicator no="2">$(accepted I2-L1-01 I2-L1-02)</indicator>
    <indicator no="3" level="1.26">$(accepted I3-L1-01 I3-L1-02)</indicator>
    <indicator no="4"><score stage="interview" level="1.30"/>$(accepted I4-L1-01 I4-L1-03)<item code="I4-L2-02" state="closed"/></indicator>
    <indicator no="5" state="pending"/><indicator no="6" state="pending"/><indicator no="7" state="pending"/>
    <indicator no="8"><item code="I8-L1-01" state="missing"/></indicator>
    <indicator no="9"><item code="I9-L1-01" state="unsuitable"/></indicator>
    <indicator no="10"><item code="I10-L1-01" state="unsuitable"/></indicator>
    <indicator no="11">$(accepted I11-L1-01)</indicator>
    <indicator no="12">$(accepted I12-L1-01)<item code="I12-L1-02" state="missing"/></indicator>
    <indicator no="13" level="1.17">$(accepted I13-L1-01)<item code="I13-L1-02" state="unsuitable"/></indicator>
    <indicator no="14"><item code="I14-L1-01" state="missing"/></indicator>
    <indicator no="15"><item code="I15-L1-01" state="unsuitable"/></indicator>
    <indicator no="16"><item code="I16-L1-01" state="missing"/></indicator>
    <indicator no="17">$(accepted I17-L1-01 I17-L1-02 I17-L2-01 I17-L2-02)</indicator>
    <indicator no="18" state="pending"/>
    <indicator no="19"><item code="I19-L1-02" state="unsuitable"/></indicator>
    <indicator no="20" level="1.30">$(accepted I20-L1-01 I20-L1-02)</indicator>
  </institution>
</evaluation>
END
rapor score regency.xml -o results.xml
figure() { [ "$(xmllint --xpath "string(//*[local-name() = 'institution']$1)" results.xml)" = "$2" ]; }
value() { figure "/*[local-name() = 'indicator'][@no = $1]/@level" "$2"; }
aspect() { figure "/*[local-name() = 'aspect'][@no = $1]/@index" "$2"; }
for pair in 1:2.00 2:1.50 8:1.00 11:1.50 12:1.25 13:1.17 17:2.50 19:1.00; do
    check "items of indicator ${pair%:*} come to ${pair#*:}" value "${pair%:*}" "${pair#*:}"
done
for pair in 1:1.75 2:1.28 3:1.00 4:1.17 5:1.08 6:1.40 7:1.18; do
    check "aspect ${pair%:*} is ${pair#*:}, as it was told" aspect "${pair%:*}" "${pair#*:}"
done
check "the index is 1.24" figure /@index 1.24
check "a value is kept exactly: 1.17 is 7/6" figure "/*[@no = 13]/@exact" 7/6
check "without what waits it is another" figure /@settled 1.28
check "four wait" figure /@pending 4
check "what waits has no priority" figure "/*[local-name() = 'indicator'][@no = 5]/@priority" ""
check "and no step" figure "/*[local-name() = 'indicator'][@no = 5]/@step" ""
check "the plan begins with the heaviest" figure "/*[local-name() = 'plan']/*[1]/@indicator" 20
sed 's,<indicator no="20".*</indicator>,<indicator no="20" state="pending" source="Indeks Contoh"/>,' regency.xml >waiting.xml
rapor score waiting.xml -o plan.xml
check "but not where that waits" [ "$(xmllint --xpath \
    "count(//*[local-name() = 'plan']/*) > 0 and not(//*[local-name() = 'plan']/*[@indicator = 20])" plan.xml)" = true ]
check "advice is the first open item" figure "/*[@no = 4]/@step-item" I4-L1-02
check "a level of the regulation's table and of the assessors' words" \
    figure "/*[@no = 17]/@level-also" Terkelola
check "the results follow their schema" sh -c "'$program' schema results >r.rng && xmllint --noout --relaxng r.rng results.xml"

rapor check regency.xml
check "given and reckoned levels are compared" both 0 'regency.xml:6:5: warning: indicator 3 has level 1.26, but its items come to 1.20'
check "those of a stage too" says 'indicator 4 has level 1.30, but its items come to 1.33'
check "a level that is theirs to two decimals is theirs" fails says 'indicator 13'

rapor score regency.xml --set 99.01:5=2.5,6=2
check "what if an index came" sh -c "grep -q 'Indikator 5   menunggu     -> 2,50' out && grep -q 'Indeks        1,24         -> 1,35' out"
sed 's,no="5" state="pending",no="5" level="2.50",' regency.xml >later.xml
rapor diff regency.xml later.xml
check "when it has come: for whom it changes what" sh -c "grep -q '5: menunggu > 2,50' out && grep -q '1,32' out"

# wrong WHAT OLD NEW MESSAGE
wrong() {
    sed "s,$2,$3," regency.xml >wrong.xml
    rapor check wrong.xml
    check "$1" both 65 "$4"
}
wrong "an item of another indicator" I2-L1-02 I4-L1-02 'item I4-L1-02 is one of indicator 4, not 2'
wrong "an item that is not there" I2-L1-02 I2-L1-09 'indicator 2 has no item "I2-L1-09"'
wrong "an item twice" I2-L1-02 I2-L1-01 'item I2-L1-01 is given twice'
wrong "closed, though nothing is open below" '"I20-L1-02" state="accepted"' '"I20-L1-02" state="closed"' 'item I20-L1-02 is closed, but all below it are accepted'
wrong "waiting, with a level" 'no="5" state' 'no="5" level="2" state' 'indicator 5 waits for an index but has a level'
wrong "waiting for nothing" 'no="14">' 'no="14" state="pending">' 'indicator 14 takes no index of another body'
wrong "nothing applies" '<indicator no="11">.*</indicator>' \
    '<indicator no="11"><item code="I11-L1-01" state="not-applicable"/><item code="I11-L2-01" state="not-applicable"/><item code="I11-L3-01" state="not-applicable"/><item code="I11-L4-01" state="not-applicable"/><item code="I11-L5-01" state="not-applicable"/><item code="I11-L5-02" state="not-applicable"/></indicator>' \
    'no item of indicator 11 applies'
sed 's,"I4-L2-02" state="closed","I4-L2-02" state="accepted",' regency.xml >above.xml
rapor check above.xml
check "accepted above an open rung: told of" both 0 'item I4-L2-02 is accepted, but does not count yet'

# Sheets: what is exported comes back; the assessors' own table goes in.
rapor export "$root/samples/pemdi-2026-items.xml" -o sheets.xlsx
rapor import sheets.xlsx --instrument pemdi-2026 -o back.xml
check "items come back from sheets" ends 0
"$program" score "$root/samples/pemdi-2026-items.xml" 2>/dev/null | sed 's/ digest="[^"]*"//' >first.xml
"$program" score back.xml 2>/dev/null | sed 's/ digest="[^"]*"//' >second.xml
check "and come to the same, exactly" sh -c "grep -q '<item ' first.xml && grep -q '<schedule ' first.xml && cmp first.xml second.xml"
/usr/bin/python3 - <<'END'
import openpyxl
book = openpyxl.Workbook()
book.active.title = "Penilaian Asesor"
for row in (("Kode", "Indikator", "Upload", "Interview", "Disetujui", "Nilai", "Catatan", "Rekomendasi"),
            ("99.01", 2, "✓", "–", "✓", 1.5, "Sudah berjalan", "Lanjutkan"),
            ("99.01", 6, "◆", "◆", "◆", None, None, None)):
    book.active.append(row)
book.save("asesor.xlsx")
END
rapor import asesor.xlsx --into regency.xml -o told.xml
check "the assessors' table goes into an evaluation" ends 0
rapor score told.xml -o results.xml
check "its ticks" figure "/*[@no = 2]/@interviewed" no
check "that do not apply" figure "/*[@no = 6]/@approved" not-applicable
check "its notes" figure "/*[@no = 2]/*[local-name() = 'note']" "Sudah berjalan"
rapor export --template pemdi-2026 -o form.xlsx
check "forms of it have sheets for both" sh -c "unzip -p form.xlsx xl/workbook.xml | grep -q 'name=\"Butir\".*name=\"Penilaian Asesor\"'"
rapor export --template spbe-2020 -o form.xlsx
check "those of others have not" sh -c "! unzip -p form.xlsx xl/workbook.xml | grep -q Butir"

# The workbook of the results holds levels as exactly as a cell can, and they come back as exactly.
exact() { # exact FILE: index of each, exactly
    "$program" score "$1" 2>/dev/null | sed -n 's/.*<institution code="\([^"]*\)".* exact="\([^"]*\)".*/\1 \2/p'
}
rapor build "$root/samples/pemdi-2026-items.xml" -o tables --loose -q --only tables
rapor import tables/nasional/peringkat.xlsx --instrument pemdi-2026 --year 2026 -o levels.xml
check "levels come back from a workbook" ends 0
check "such as 7/6" grep -q 'no="13" level="7/6"' levels.xml
check "and all indices to the last digit" [ "$(exact levels.xml)" = "$(exact "$root/samples/pemdi-2026-items.xml" | sed 's, settled-.*,,')" ]
sed 's,level="1.26",level="1.265/1",' regency.xml >wrong.xml
rapor check wrong.xml
check "what items cannot come to is no level" both 65 'level "1.265/1" of indicator 3 is not a number'

# Papers.
words() { pdftotext -layout "$1" - | tr -s '[:space:]\f' ' '; }
rapor preview "$root/samples/pemdi-2026-items.xml" --layout report --institution 99.01 -o report.pdf
words report.pdf >report.txt
check "the report tells what is not yet available" grep -q 'Belum tersedia. Indeks dari lembaga lain belum tersedia untuk empat indikator' report.txt
check "and the pair of self-assessment and assessors" grep -qE 'Nilai mandiri/asesor: [0-9],[0-9]{2}/1,26' report.txt
check "and what is missing, by code" grep -q 'I13-L1-02' report.txt
check "what waits is no weakness" sh -c "! grep -oE 'Kelemahan[^.]*' report.txt | grep -qE 'tata kelola data|interoperabilitas data'"
rapor preview "$root/samples/pemdi-2026-items.xml" --layout minutes --institution 99.01 -o minutes.pdf
check "minutes tell until when more evidence is taken" sh -c "pdftotext minutes.pdf - | tr -s '[:space:]' ' ' | grep -q 'paling lambat Senin, 28 September 2026'"
rapor preview "$root/samples/pemdi-2026-items.xml" --layout letter --institution 99.01 -o letter.pdf
check "the letter tells what is not yet available" sh -c "pdftotext letter.pdf - | tr -s '[:space:]' ' ' | grep -q 'belum tersedia untuk empat indikator'"
check "on one page" sh -c "pdfinfo letter.pdf | grep -q '^Pages: *1$'"
check "what waits is not among those that were assessed" sh -c "pdftotext letter.pdf - | tr -s '[:space:]' ' ' | grep -q 'Dari enam belas indikator yang dinilai'"

sed 's,<letter ,<signatory document="submission" name="Contoh" office="Deputi"/>&,' "$root/samples/pemdi-2026-items.xml" >submitted.xml
rapor preview submitted.xml --layout submission -o submission.pdf
check "who decides is told, too" sh -c "pdftotext submission.pdf - | tr -s '[:space:]' ' ' | grep -q 'Tiga instansi masih menunggu indeks dari lembaga lain'"

# The press: what is not yet there is told with its source, and each group is held against its own target.
mkdir -p own/pemdi-2026
sed '/id="kabupaten"/s/target="2.5"/target="2.8"/' "$root/layouts/pemdi-2026/instrument.xml" >own/pemdi-2026/instrument.xml
rapor build "$root/samples/pemdi-2026-items.xml" --layouts own -o kit --loose -q --only pers,national-report
kit=kit/nasional/pers
card() { # card CODE: its words
    sed -n 's/<[^>]*>/ /gp' "$(find kit -name "$1-kartu-*.svg")" | tr -s '[:space:]' ' '
}
says_of() { # says_of FILE REGEX
    sed 's/<[^>]*>/ /g' "$1" | tr -s '[:space:]' ' ' | grep -qE "$2"
}
check "the page tells whose indices are missing, and for how many" \
    says_of $kit/index.html 'Indeks Pembangunan Statistik \(IPS\) : 2 instansi'
check "in English, too" says_of $kit/index.en.html 'Indeks Satu Data Indonesia \(SDI\) : 1 institution '
check "and beside each institution" says_of $kit/index.html '99 Belum tersedia: Indeks Simpul Jaringan Informasi Geospasial \(SJIG\) '
check "many of them are counted there" says_of $kit/index.en.html '99.01 Not available yet: 4 indices of other agencies '
check "and the dictionary of the data" grep -q '^indikator,6,.*dihitung 1,00; itu bukan kelemahan' $kit/data/kamus-data.csv
check "a card tells it" sh -c "printf %s '$(card 99)' | grep -q 'Nilai sementara: Indeks Simpul Jaringan Informasi Geospasial'"
check "but not one who waits for nothing" sh -c "! printf %s '$(card 99.71)' | grep -q sementara"
check "who reached the target of his group is counted" says_of $kit/index.html 'Mencapai target kelompoknya 2 '
check "and told by the release" grep -qF 'Dua instansi mencapai sasaran indeks masing-masing (pemerintah kabupaten 2,80; lainnya 2,50).' $kit/siaran-pers.txt
check "in English" grep -qF 'The target for their group (Regency government 2.80; others 2.50) was reached by two institutions.' $kit/press-release.txt
check "where targets differ a chart tells them and draws none" sh -c "grep -q 'Sasaran: pemerintah kabupaten 2,80; lainnya 2,50' $kit/grafik/strip.txt && ! grep -q Sasaran $kit/grafik/strip.csv"
rapor chart "$root/samples/pemdi-2026-items.xml" --layouts own -k dumbbell --institution 99.02 -o own.csv
check "that of an institution draws that of its group" grep -q '"Sasaran 2,80"' own.csv

# An instrument by which values begin at 0: the rungs that are complete, and the share of the next.
mkdir -p layouts/tangga
cat >layouts/tangga/instrument.xml <<'END'
<instrument xmlns="urn:rapor:instrument:1" id="tangga" name="Tangga" title="Tangga" year="2026" index-name="Indeks" target="2" target-level="2">
  <regulation short="P" name="Pedoman"/>
  <levels min="0" max="3" decimals="2"/>
  <ladder from="0"><rung no="1" to="1"/><rung no="2" to="2"/><rung no="3" to="3"/></ladder>
  <groups><group id="g" name="Umum" seat="center"/></groups>
  <scopes><scope id="all" name="semua"/></scopes>
  <stages><stage id="visit" name="Kunjungan"/></stages>
  <grades><grade name="Baik" from="2"/><grade name="Kurang" from="0"/></grades>
  <aspect no="1" name="Satu" weight="100">
    <indicator no="1" name="Satu" weight="200/3">
      <item code="A1" rung="1">Satu</item><item code="A2" rung="1">Dua</item><item code="A3" rung="1">Tiga</item>
      <item code="B1" rung="2">Empat</item><item code="C1" rung="3">Lima</item>
    </indicator>
    <indicator no="2" name="Dua" weight="100/3"/>
  </aspect>
</instrument>
END
cat >low.xml <<'END'
<evaluation xmlns="urn:rapor:evaluation:1" instrument="tangga" year="2026">
  <institution code="1" name="Satu" group="g">
    <indicator no="1"><item code="A1" state="accepted"/></indicator><indicator no="2" level="0.40"/>
  </institution>
</evaluation>
END
rapor score low.xml -o results.xml --layouts layouts
check "values below 1: 1/3 and 0.40" figure /@exact 16/45
check "are printed with two decimals" figure /@index 0.36
cat >codes.csv <<'END'
Kode;Instansi;Butir;Status
13.01;Pemerintah Kabupaten Pesisir Selatan;I4-L1-02;Diterima
13.01;Pemerintah Kabupaten Pesisir Selatan;I4-L1-99;Diterima
END
/usr/bin/python3 -c 'import csv, openpyxl
book = openpyxl.Workbook()
book.active.title = "Butir"
for row in csv.reader(open("codes.csv"), delimiter=";"):
    book.active.append(row)
book.save("codes.xlsx")
book.active.delete_rows(3)
book.save("code.xlsx")'
rapor import code.xlsx --instrument pemdi-2026 --year 2026 --partial -o code.xml
check "the code of an item says whose it is" sh -c 'tr -d "\n" <code.xml | grep -q "<indicator no=\"4\"[^/]*I4-L1-02"'
rapor import codes.xlsx --instrument pemdi-2026 --year 2026 --partial -o code.xml --language id
check "one that there is not is told by its cell" both 65 'Butir!C3: pemdi-2026 tidak mempunyai butir "I4-L1-99"'

broken() { # WHAT OLD NEW MESSAGE: of the instrument
    mkdir -p broken/tangga
    sed "s,$2,$3," layouts/tangga/instrument.xml >broken/tangga/instrument.xml
    rapor check low.xml --layouts broken
    check "$1" both 65 "$4"
}
broken "rungs lead upward" 'no="2" to="2"' 'no="2" to="1"' 'rung 2 does not lead upward'
broken "each rung has an item" '<item code="B1" rung="2">Empat</item>' '' 'indicator 1 has no item on rung 2'
broken "items name rungs" 'code="B1" rung="2"' 'code="B1" rung="4"' 'item B1 is on no rung'
broken "lower rungs come first" 'code="A3" rung="1"' 'code="A3" rung="3"' 'item B1 stands behind a higher one'
broken "items are there once" 'code="A2"' 'code="A1"' 'code "A1" of <item> is used twice'
broken "items need two decimals" ' decimals="2"' '' 'items give values between the levels'
many=$(i=0; while [ $i -lt 24 ]; do i=$((i + 1)); printf '<item code="D%s" rung="1">Satu</item>' $i; done)
broken "too many items of one rung" '<item code="A1"' "$many<item code=\"A1\"" 'are too many for levels up to 3'
finish
