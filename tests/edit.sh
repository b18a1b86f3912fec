#!/bin/sh
# Layouts as a person changes them: copied, laid over the program's own, watched
# while they are saved; and the changes that doc/layouts.md shows.
# usage: tests/edit.sh PROGRAM
. "$(dirname "$0")/tap"
one=$root/samples/denpasar-2021.xml
all=$root/samples/nasional-2021.xml
cd "$scratch" || exit 1
out() { grep -qF -e "$1" "$scratch/out"; }
has() { grep -q -e "$1" "$2"; } # has PATTERN FILE

# A copy counts where it is, file by file, and says so.
mkdir home && cd home || exit 1
rapor init --layout letter
check "a layout is copied" both 0 'layouts/spbe-2020/letter.xml: change it'
check "and nothing else" [ "$(find . -type f)" = ./layouts/spbe-2020/letter.xml ]
rapor init --layout letter
check "a copy is never written over" both 73 'is there already'
rapor init --layout leter
check "a misspelt layout: a suggestion" both 64 'did you mean "letter"?'
rapor init --layout common/syle.xml
check "no such file" both 64 'there is no file "common/syle.xml"'
rapor init away --layout common/style.xml
check "a file by its name, elsewhere" both 0 'with --layouts away/layouts'
rapor build "$one" -o before --only letter -q
check "an unchanged copy is none" fails has changed before/MANIFEST.json
rapor doctor
check "doctor: yours, but the same" out 'layouts/spbe-2020/letter.xml: yours, the same'
sed -i 's/Dengan ditetapkannya/Kepada pembaca: dengan ditetapkannya/' layouts/spbe-2020/letter.xml
rapor preview "$one" --layout letter -f trace
check "what is in layouts/ counts" out 'Kepada'
rapor doctor
check "doctor: yours" has 'layouts/spbe-2020/letter.xml: yours$' "$scratch/out"
rapor build "$one" -o after --only letter -q
check "the manifest says which is changed" has 'letter.xml.*"changed": true' after/MANIFEST.json
check "and that no other is" [ "$(grep -c changed after/MANIFEST.json)" -eq 1 ]
cd .. && mkdir elsewhere && cd elsewhere || exit 1
rapor preview "$one" --layout letter -f trace
check "elsewhere it does not count" fails out 'Kepada'
rapor preview "$one" --layout letter -f trace --layouts "$scratch/home/layouts"
check "unless it is named" out 'Kepada'
rapor preview "$one" --layout letter -f trace --layouts "$scratch/home/away/layouts:$scratch/home/layouts"
check "or several are" out 'Kepada'
mkdir -p layouts/spbe-2020
sed 's/style="letter"/style="leter"/' ../home/layouts/spbe-2020/letter.xml >layouts/spbe-2020/letter.xml
rapor check "$one"
check "check looks through the copy" both 65 'did you mean "letter"?'
cd .. || exit 1

# Boxes: what governs what, over the same page.
rapor preview "$one" --layout letter -f trace
cp "$scratch/out" plain
rapor preview "$one" --layout letter -f trace --boxes
check "boxes: a style and its line" has 'letter  letter.xml:[0-9]' "$scratch/out"
for thing in table image box; do
    check "boxes: $thing" has "$thing  parts.xml:[0-9]" "$scratch/out"
done
check "boxes: nothing of the page is missing" /usr/bin/python3 - plain "$scratch/out" <<'PY'
import collections, sys
plain, boxes = (collections.Counter(line.strip() for line in open(name) if "text" in line)
                for name in sys.argv[1:])
sys.exit(bool(plain - boxes) or not plain)
PY

# Watching: saved in place or by renaming, wrong and right again, data and pictures.
# A shell lets what runs in its background ignore SIGINT; this ends that.
heed='import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])'
seen() { # WHAT FILE: it appears within five seconds
    for _ in $(seq 100); do
        ! grep -qF -e "$1" "$2" 2>/dev/null || return 0
        sleep 0.05
    done
    return 1
}
more() { # COUNT: the run has said more than so many lines within five seconds
    for _ in $(seq 100); do
        [ "$(wc -l <"$scratch/err")" -le "$1" ] || return 0
        sleep 0.05
    done
    return 1
}
cp -R "$root/layouts" watched
cp "$one" nilai.xml
letter=watched/spbe-2020/letter.xml
/usr/bin/python3 -c "$heed" "$program" preview nilai.xml --layout letter --layouts watched --watch \
    -f trace -o surat.txt 2>"$scratch/err" >"$scratch/out" </dev/null &
run=$!
check "watch: makes it at once" seen 'Yth.' surat.txt
sed 's/Dengan ditetapkannya/Satu hal: dengan ditetapkannya/' "$letter" >new && cat new >"$letter"
check "watch: a layout saved in place" seen 'Satu' surat.txt
sed 's/Satu /Dua /' "$letter" >new && mv new "$letter"
check "watch: a layout replaced by renaming" seen 'Dua' surat.txt
sed 's/style="letter"/style="leter"/' "$letter" >new && mv new "$letter"
check "watch: what is wrong is said" seen 'did you mean "letter"?' "$scratch/err"
check "watch: the last good file stays" has 'Dua' surat.txt
sed 's/style="leter"/style="letter"/; s/Dua /Tiga /' "$letter" >new && mv new "$letter"
check "watch: right again" seen 'Tiga' surat.txt
sed 's/name="Pemerintah Kota Denpasar"/name="Pemerintah Kota Contoh"/' nilai.xml >new && mv new nilai.xml
check "watch: the evaluation" seen 'Contoh' surat.txt
printf '<evaluation' >nilai.xml
check "watch: an evaluation that is no XML" seen 'nilai.xml:1' "$scratch/err"
cp "$one" nilai.xml
check "watch: and is again" seen 'Denpasar' surat.txt
sleep 0.5
lines=$(wc -l <"$scratch/err")
touch unrelated.xml watched/common/unrelated.xml && sleep 0.3
check "watch: other files are nothing to it" [ "$(wc -l <"$scratch/err")" -eq "$lines" ]
cp watched/common/emblem.svg new && cp new watched/common/emblem.svg
check "watch: a picture" more "$lines"
kill -INT "$run"
wait "$run"
code=$?
check "watch: ends well when interrupted" ends 0
check "watch: leaves nothing beside" [ -z "$(find . -maxdepth 1 -name '.*surat*')" ]
rapor preview "$one" --layout letter --watch
check "watch: needs a file" both 64 '--watch writes to a file'
rapor preview "$one" --layout lettr --watch -o x.pdf
check "watch: a wrong command line ends it" both 64 'did you mean "letter"?'

# One name in two forms of Unicode is one name.
sed 's/Pemerintah Kota Denpasar/Pemerintah Kota Dénpasar/' "$one" >composed.xml
/usr/bin/python3 -c 'import unicodedata
text = open("composed.xml", encoding="utf-8").read()
open("decomposed.xml", "w", encoding="utf-8").write(unicodedata.normalize("NFD", text))'
check "a name in two forms" fails cmp -s composed.xml decomposed.xml
for form in composed decomposed; do
    rapor score $form.xml
    grep '<institution' "$scratch/out" >$form
done
check "is one in the results" has Dénpasar composed
check "and the same bytes" cmp composed decomposed

# The changes that doc/layouts.md shows, made as it says.
mkdir cookbook && cd cookbook || exit 1
for layout in letter decree common/charter.xml; do rapor init --layout $layout -q; done
awk '/^```diff$/ { on = 1; next } /^```$/ { on = 0 } on' "$root/doc/layouts.md" >changes
check "doc/layouts.md: its changes fit" patch -p0 --fuzz=0 -i changes
check "doc/layouts.md: three papers are changed" [ "$(grep -c '^---' changes)" -eq 3 ]
sed 's/<\/svg>/ &/' "$root/layouts/common/emblem.svg" >layouts/common/emblem.svg
rapor check --strict "$one"
check "doc/layouts.md: and are right" ends 0
sed -z 's/<decree [^>]*>//' "$one" >no-decree.xml
rapor preview no-decree.xml --layout letter -o surat.pdf
pdftotext surat.pdf - | tr '\n' ' ' >surat
check "doc/layouts.md: the letter's wording" has 'Dengan hormat kami sampaikan hasil' surat
rapor preview "$all" --layout decree -o keputusan.pdf
pdftotext -layout keputusan.pdf keputusan
check "doc/layouts.md: the annex has a column more" has 'NO  *INSTANSI  *INDEKS  *PREDIKAT  *WILAYAH' keputusan
check "doc/layouts.md: and what is in it" has '\(Baik\|Cukup\|Kurang\)  *[1-9][0-9]$' keputusan
rapor preview "$one" --layout certificate -o piagam.png --resolution 150
zbarimg -q --raw piagam.png >code 2>/dev/null
check "doc/layouts.md: the code that was moved still reads" has 'v/51.71/' code
rapor preview "$one" --layout certificate -f trace
check "doc/layouts.md: and its words with it" has '243\.[78].*Pindai' "$scratch/out"

# Other editors: what trang makes of the schemas takes every right file, and no wrong one.
cd .. && rapor schema --layout -o layout.rng && rapor schema --evaluation -o evaluation.rng
for schema in layout evaluation; do
    trang $schema.rng $schema.xsd && trang $schema.rng $schema.rnc
    check "trang: $schema.xsd and .rnc" [ -s $schema.xsd -a -s $schema.rnc ]
done
layouts=$(grep -l 'urn:rapor:layout:1' "$root"/layouts/*/*.xml)
# shellcheck disable=SC2086
check "xmllint: layouts are valid by layout.xsd" xmllint --noout --nonet --schema layout.xsd $layouts
# shellcheck disable=SC2086
check "jing: and by layout.rnc" jing -c layout.rnc $layouts
check "xmllint: samples are valid by evaluation.xsd" xmllint --noout --nonet --schema evaluation.xsd "$root"/samples/*.xml
sed 's/<p /<para /; s/<\/p>/<\/para>/' "$root/layouts/spbe-2020/letter.xml" >wrong.xml
xmllint --noout --nonet --schema layout.xsd wrong.xml 2>refusal
check "xmllint: one with a wrong element is not" has 'para.*not expected' refusal
sed '1a <?xml-model href="../layout.rng" type="application/xml"?>' "$root/layouts/spbe-2020/letter.xml" \
    >home/layouts/spbe-2020/letter.xml
rapor preview "$one" --layout letter -f trace --layouts home/layouts
check "a layout may name its schema" ends 0
finish
