#!/bin/sh
# The schemas and the readers accept the same, as far as a schema can say: what
# the readers accept every validator accepts, and of the bad samples only those
# pass whose fault is beyond RelaxNG.  Those that the program makes of its tables are
# the files, and the tables of the manual.
# usage: tests/schema.sh PROGRAM
set -u
program=$1
schemas=layouts/schema
beyond=' average-twice average-unknown code-twice day-before-session day-twice days-turned doctype element-twice encoding grade-unknown group-unknown history-twice
 indicator-missing indicator-twice indicator-unknown indicator-without-level indicators-missing
 instrument-unknown level-and-scores level-below-range level-not-whole level-outside-range
 parent-circle parent-missing parent-unknown published-outside-range published-part-twice
 published-part-unknown region-missing region-twice region-unknown result-missing
 result-unexpected review-contradiction review-without-level score-twice signatory-twice
 stage-unknown unit-unknown issuer-unknown signatory-groups basis-unknown claim-twice claim-unanswered '

instruments=$(find -L layouts tests/unit/data/layouts -name instrument.xml)
good="$(find samples -maxdepth 1 -name '*.xml') tests/unit/data/whole.xml"
bad=$(find samples/bad -name '*.xml')
formed= malformed=
for file in $bad; do
    if xmllint --noout --nonet "$file" 2>/dev/null; then
        formed="$formed $file"
    else
        malformed="$malformed $file:"
    fi
done
# What jing refuses, a line each.  It starts too slowly to be asked file by file,
# and ends at the first that is not XML: those are taken as refused.
refused=$(
    jing "$schemas/instrument.rng" $instruments 2>/dev/null
    jing "$schemas/evaluation.rng" $good $formed 2>/dev/null
)

# Says whether all validators accept the file: yes, no, or who disagrees.
verdict() {
    case "$refused$malformed " in *"/$2:"* | *" $2: "*) jing=no ;; *) jing=yes ;; esac
    xmllint --noout --nonet --relaxng "$1" "$2" >/dev/null 2>&1 && whole=yes || whole=no
    xmllint --noout --nonet --stream --relaxng "$1" "$2" >/dev/null 2>&1 && stream=yes || stream=no
    case $jing$whole$stream in
    yesyesyes) echo yes ;;
    nonono) echo no ;;
    *) echo "jing $jing, xmllint $whole, streaming $stream" ;;
    esac
}

# expect SCHEMA FILE VERDICT
expect() {
    found=$(verdict "$schemas/$1" "$2")
    if [ "$found" = "$3" ]; then
        echo "ok - $2 and $1"
    else
        echo "not ok - $2: accepted by $1: $found, expected $3"
    fi
}

for file in $instruments; do
    expect instrument.rng "$file" yes
done
for file in $good; do
    expect evaluation.rng "$file" yes
done
for file in $bad; do
    name=$(basename "$file" .xml)
    case $beyond in
    *[[:space:]]"$name"[[:space:]]*) expect evaluation.rng "$file" yes ;;
    *) expect evaluation.rng "$file" no ;;
    esac
done
for name in evaluation layout results; do
    if "$program" schema $name --layouts layouts | cmp -s - $schemas/$name.rng; then
        echo "ok - $name.rng is what the table says"
    else
        echo "not ok - $name.rng is not what the table says: make schemas renews it"
    fi
done
tests/tables.py
