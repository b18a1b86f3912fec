#!/bin/sh
# Messages in Indonesian: all are translated, their formats take the same things in the same
# order, and nothing but messages changes.
# usage: tests/language.sh PROGRAM
. "$(dirname "$0")/tap"
one=$root/samples/denpasar-2021.xml

"$root/po/extract" "$scratch/rapor.pot"
check "every message is translated" msgcmp "$root/po/id.po" "$scratch/rapor.pot"
check "every format fits its translation" msgfmt -c -o "$scratch/rapor.mo" "$root/po/id.po"
check "no translation waits to be looked at" \
    sh -c '[ "$(msgattrib --only-fuzzy "$1" | wc -c)" -eq 0 ]' sh "$root/po/id.po"

rapor check nothing.xml
cp "$scratch/err" "$scratch/english"
check "English, where nothing is said" says "error:"
RAPOR_LANGUAGE=id rapor rank
check "Indonesian by RAPOR_LANGUAGE" both 64 "IN belum ada"
LC_ALL='' LC_MESSAGES=id_ID.UTF-8 rapor rank
check "Indonesian by LC_MESSAGES, though that locale is not installed" both 64 "IN belum ada"
rapor rank --language id
check "Indonesian by --language" both 64 "IN belum ada"
RAPOR_LANGUAGE=id rapor rank --language=en
check "--language goes before RAPOR_LANGUAGE" both 64 "IN is missing"
rapor rank "$one" --language fr
check "a language that there is not" both 64 'fr'
RAPOR_LANGUAGE=id rapor help import
check "help in Indonesian" grep -q "membuat penilaian dari lembar kerja" "$scratch/out"
RAPOR_LANGUAGE=id rapor check "$root/samples/bad/code-twice.xml"
check "what a reader says, and the hint" sh -c 'grep -q "salah: kode .* dipakai dua kali" "$1"' sh "$scratch/err"
RAPOR_LANGUAGE=id rapor check "$root/samples/nasional-2021.xml"
check "what is remarkable about an evaluation" says "tanpa pembulatan predikatnya Cukup"
printf '%%PDF-1.7\nnothing\n' >"$scratch/nothing.pdf"
RAPOR_LANGUAGE=id rapor verify --pdfa "$scratch/nothing.pdf"
check "what is wrong with a PDF" grep -q "tidak dapat dibaca sebagai PDF" "$scratch/out"
mkdir -p "$scratch/own/spbe-2020"
echo '<layout xmlns="urn:rapor:layout:1"><p/></layout>' >"$scratch/own/spbe-2020/letter.xml"
RAPOR_LANGUAGE=id rapor check "$one" --layouts "$scratch/own"
check "what is wrong with a layout, and the hint" \
    sh -c 'grep -q "p tidak boleh berada langsung di dalam layout" "$1" && grep -q "saran: yang boleh di sini: import" "$1"' sh "$scratch/err"
RAPOR_LANGUAGE=id rapor doctor
check "what is installed" grep -q "^baik *tata letak" "$scratch/out"
RAPOR_LANGUAGE=id rapor check "$root/samples/bad/entity-unknown.xml" "$root/samples/bad/encoding.xml"
check "what the parser of XML says, and the look before it" \
    sh -c 'grep -q "entitas &nbsp; tidak dikenal" "$1" && grep -q "bukan UTF-8" "$1"' sh "$scratch/err"

for command in $("$program" help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
    "$program" help "$command" >"$scratch/english"
    RAPOR_LANGUAGE=id "$program" help "$command" | grep -Fxf - "$scratch/english" | sed "s/^/$command: /"
done | grep -wE 'the|of|with|when|and|or|not|is|what|as|by' >"$scratch/left"
check "no line of help is left in English" [ ! -s "$scratch/left" ]
printf '%%PDF-1.7\n' >"$scratch/lembar.pdf"
printf '\037\213\010\000' >"$scratch/lembar.gz"
RAPOR_LANGUAGE=id rapor import "$scratch/lembar.pdf"
check "what is no sheet, and the hint" both 65 "ini PDF" "minta lembar asal cetakannya"
RAPOR_LANGUAGE=id rapor import "$scratch/lembar.gz"
check "what is packed, and the hint" both 65 "dimampatkan dengan gzip" "bongkar dahulu"
RAPOR_LANGUAGE=id rapor lihat
check "a command that there is not" both 64 'perintah "lihat" tidak dikenal'

parts() { # parts PAGE: what a manual page is about, in its order
    grep -E '^\.(Ss|It)' "$1"
    grep -ohE '\<(Cm|Fl|Ev|Va) [^ ]+' "$1" | LC_ALL=C sort -u
}
parts "$root/doc/rapor.1" >"$scratch/en.parts"
parts "$root/doc/id/rapor.1" >"$scratch/id.parts"
check "the manual page in Indonesian tells of the same commands and options" \
    cmp "$scratch/en.parts" "$scratch/id.parts"
man -l --warnings "$root/doc/id/rapor.1" >"$scratch/page" 2>"$scratch/err"
check "it has no fault" [ ! -s "$scratch/err" ]

same() { # same WORDS...: prints the same in both languages
    "$program" "$@" >"$scratch/en" 2>"$scratch/en.err"
    RAPOR_LANGUAGE=id "$program" "$@" >"$scratch/id" 2>"$scratch/id.err"
    cmp "$scratch/en" "$scratch/id"
}
check "results are the same in any language" same score "$one"
check "rankings are the same in any language" same rank "$one" -f csv
check "papers are the same in any language" same preview "$one" --layout letter -f trace -o -
check "workbooks are the same in any language" same export "$one" -f xlsx -o -
check "charts are the same in any language" same chart "$one" -k radar --institution 51.71
finish
