# check: every problem with its place, nothing written.
sed 's/<\/svg>/ &/' "$root/layouts/common/emblem.svg" >own.svg # not the placeholder, which is warned of
rapor check "$one" --emblem own.svg
check 'a good file: exit 0' ends 0
check 'a good file: the summary' says 'denpasar-2021.xml: 1 institution (1 assessed), no problems'
check 'a good file: nothing on standard output' silent out
rapor check -q "$one" --emblem own.svg
check 'quiet: nothing at all' silent err
rapor check "$all"
check 'the nation: exit 0' ends 0
check 'the nation: how many' says 'nasional-2021.xml: 637 institutions (517 assessed)'
check 'the nation: who is not assessed' says '120 not assessed:'

"$program" check - <"$one" >out 2>err
code=$?
check 'standard input, a file' both 0 '-: 1 institution (1 assessed)'
# shellcheck disable=SC2002
cat "$one" | "$program" check - >out 2>err
code=$?
check 'standard input, a pipe' both 0 '-: 1 institution (1 assessed)'

for bad in "$samples"/bad/*.xml; do
    name=$(basename "$bad" .xml)
    expect=${bad%.xml}.expect
    rapor check "$bad"
    check "bad/$name: exit 65" ends 65
    check "bad/$name: place and text" says "$name.xml:$(sed -n 1p "$expect")"
    if [ -n "$(sed -n 2p "$expect")" ]; then
        check "bad/$name: hint" says "$(sed -n 2p "$expect")"
    fi
done

sed 's/<institution /<institution lucky="7" /' "$one" >wrong.xml
rapor check wrong.xml
check 'a caret stands below the place' sh -c "grep -q '^ *\^$' err"
check 'the summary counts' says '1 error in wrong.xml'
rapor check --diagnostic-format short wrong.xml
check 'short: one line each' sh -c '! grep -q "^hint:" err && ! grep -q "\^" err'
rapor check --diagnostic-format json wrong.xml
check 'json diagnostics on standard error' sh -c 'head -n 1 err | grep -q "^{\"type\":\"diagnostic\",\"severity\":\"error\""'
rapor check --json wrong.xml
check 'json: on standard output' prints '{"type":"diagnostic","severity":"error"'
check 'json: every line is JSON' json_lines out
check 'json: the last line is the exit' \
    sh -c 'tail -n 1 out | grep -qxF "{\"type\":\"exit\",\"code\":65}"'
check 'json: nothing on standard error' silent err

/usr/bin/python3 - "$one" >many.xml <<'PYTHON'
import re, sys
text = open(sys.argv[1]).read()
print(re.sub(r'(stage="interview" level)="\d"', r'\1="9"', text))
PYTHON
rapor check many.xml
check 'of many problems 20 are shown' \
    sh -c '[ "$(grep -c "many.xml:[0-9]*:[0-9]*: error: " err)" -eq 20 ]'
check 'of many problems the rest is counted' says 'and 27 more errors'
check 'of many problems all are in the summary' says '47 errors in many.xml'

# What an office would regret: a letter that a typeface lacks, a claim that was granted and is not there.
sed 's/Pemerintah Kota Denpasar/Pemerintah Kota Den\xCA\xBCpasar/' "$one" >letters.xml
rapor check letters.xml
check 'a letter in another typeface: which, and how to write it' both 0 'is not in URW Bookman, so it is set in another typeface'
check 'a letter in another typeface: the hint' says 'U+2019'
rapor check --strict letters.xml
check 'a letter in another typeface: strict' ends 2
sed 's/no="12" level="3" outcome="accepted"/no="12" level="5" outcome="accepted"/' "$all" >claims.xml
rapor check claims.xml
check 'a claim that was accepted: its level' says 'the objection to indicator 12 was accepted, but its level is less'

rapor check absent.xml
check 'a missing file: exit 66' both 66 'absent.xml: No such file'
rapor check "$one" absent.xml wrong.xml
check 'several files: the worst code' ends 66
check 'several files: each is checked' says 'in wrong.xml'

sed 's/<published index="[0-9.]*"/<published index="1.00"/' "$one" >published.xml
rapor check published.xml
check 'a published index that differs is a warning' both 0 'index published 1.00, computed'
check 'a warning has its place' sh -c 'grep -q "^published.xml:[0-9]*:[0-9]*: warning: " err'
rapor check --strict published.xml
check 'strict: warnings end with 2' ends 2
rapor check --strict "$one" --emblem own.svg
check 'strict: without warnings 0' ends 0
rapor check --strict "$one"
check 'the placeholder in what goes out: a warning' both 2 'emblem.svg: warning: papers show this placeholder'
sed 's/<evaluation /&sample="yes" /' "$one" >invented.xml
rapor check --strict invented.xml
check 'the placeholder in a sample: nothing' ends 0
sed 's/status="final"/status="draft"/' "$one" >draft.xml
rapor check --strict draft.xml
check 'the placeholder in a draft: nothing' ends 0
check 'check writes no file' sh -c '! ls | grep -q "\.pdf$\|\.zip$"'

# Published figures against computed ones.
sed -e 's|<institution |<published-average group="kota" index="3.20"><domain no="1" index="3"/><aspect no="7" index="4.50"/></published-average><published-average index="3.19"/>&|' \
    -e 's|<published index="3.19" grade="Baik">|<published index="3.91" grade="Sangat Baik">|' "$one" >published.xml
rapor check published.xml
check 'published figures: a warning, exit 0' both 0 \
    'warning: Pemerintah Kota Denpasar: index published 3.91, computed 3.19; grade published Sangat Baik, computed Baik'
check 'published averages: a warning' \
    says 'warning: average of Pemerintah Kota: index published 3.20, computed 3.19; aspect 7 published 4.50, computed'
check 'published averages: what agrees is not told' sh -c '[ "$(grep -c "published.xml.*warning:" err)" -eq 2 ]'
rapor check --strict published.xml
check 'published figures: exit 2 with --strict' ends 2
rapor score published.xml -o published-results.xml
check 'published figures: in the results' \
    grep -qF '<difference of="index" published="3.91" computed="3.19" size="0.72"/>' published-results.xml
check 'published figures: the results follow their schema' \
    xmllint --noout --relaxng "$root/layouts/schema/results.rng" published-results.xml

# What an office would regret: warnings, each with its place and what to do.
cat >office.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<evaluation xmlns="urn:rapor:evaluation:1" instrument="spbe-2020" year="2021">
  <issuer name="Kementerian Contoh" office="Menteri Contoh"/>
  <decree number="1" date="2021-12-31"/>
  <signatory document="letter" name="Ratna" office="Deputi Bidang Contoh"/>
  <letter number="B/7/2022" date="2021-12-30"/>
  <region code="81" name="Contoh Timur"/><region code="82" name="Contoh Barat"/>
  <institution code="81.04" name="Kabupaten Cempaka" group="kabupaten" region="81"><published index="2.50"/></institution>
  <institution code="81.05" name="Kabupaten Cempaka" group="kabupaten" region="81"><published index="2.50"/></institution>
  <institution code="82.05" name="Kabupaten Melati" group="kabupaten" region="81"><published index="2.50"/></institution>
  <institution code="81.06" name="Kabupaten&#160;Mawar" group="kabupaten" region="81"><published index="2.50"/></institution>
  <institution code="81.07" name="K&#x430;bupaten Kenanga" group="kabupaten" region="81">
    <session stage="interview" date="2021-09-01"><assessor name="Sari"/></session><published index="2.50"/></institution>
  <institution code="K1" name="Kementerian Uji" group="kementerian"><published index="2.50"/></institution>
</evaluation>
END
rapor check office.xml
check 'an office: only warnings' ends 0
for words in 'the decree has no place' 'nobody signs: decree, certificate, report' \
    'letters of 2021-12-30 are older than the decree of 2021-12-31' 'all letters have the number B/7/2022' \
    'Kabupaten Cempaka is the name of 81.04 and of 81.05' \
    'Kabupaten Melati has the code of Contoh Barat, but stands under Contoh Timur' \
    'has a space at an end, two in a row, or one that does not break' \
    'mixes Latin letters with others' 'no session has an assessor who leads' \
    'office.xml:14:16: warning: 1 letter to Kementerian: signed by Deputi Bidang Contoh, where Menteri writes'; do
    check "an office: $words" says "$words"
done
rapor check --strict office.xml
check 'an office: errors with --strict' ends 2
sed -e 's/name="Kabupaten&#160;Mawar"/name="KABUPATEN  MELATI"/' -e 's/<decree number="1"/& year="2022"/' \
    -e 's/name="Ratna"/name="Ra\xCA\xBBtna"/' office.xml >alike.xml
rapor check alike.xml
for words in 'KABUPATEN  MELATI is the name of 82.05 and of 81.06' 'the decree has a number of 2022, but the date 2021-12-31' \
    'Raʻtna: ʻ (U+02BB) is not in URW Bookman'; do
    check "an office: $words" says "$words"
done
sed "s#<issuer #<issuer url=\"https://rapor.example/$(printf '%0250d' 0)\" #" "$one" >dense.xml
sed -i 's#url="https://rapor.example/2021"##' dense.xml
rapor check dense.xml
check 'a code too dense to read is told of' says 'too dense to be read from paper'
cat >meeting.xml <<'END'
<evaluation xmlns="urn:rapor:evaluation:1" instrument="spbe-2020" year="2021">
  <region code="99" name="Contoh Raya"/>
  <institution code="A" name="B C" group="kabupaten" region="99"><published index="2.50"/></institution>
  <institution code="A-B" name="C" group="kabupaten" region="99"><published index="2.50"/></institution>
</evaluation>
END
rapor check meeting.xml
check 'two institutions in one folder: exit 65' ends 65
check 'two institutions in one folder: both, and where' says \
    'meeting.xml:4:16: error: A B C and A-B C would both be called a-b-c'
sed 's#<region .*#<region code="A" name="B C"/><region code="A-B" name="C"/>#; s/code="A" \(.*\)region="99"/code="X" \1region="A"/; s/code="A-B" \(.*\)region="99"/code="Y" \1region="A-B"/' \
    meeting.xml >regions.xml
rapor build regions.xml -o meeting --only tables
check 'two regions in one archive: exit 65' ends 65
check 'two regions in one archive: both' says 'A B C and A-B C would both be called wilayah/a-b-c'
