#!/bin/sh
# Whatever people fill in may have 120 letters, or a word of 40: every built-in paper holds it, and
# nothing stands on anything else.
# usage: tests/filled.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1

# papers SAMPLE LETTERS [WORD]: all of them are made, and are legible.
papers() {
    rm -rf papers
    python3 "$root/tests/outside/filled.py" "$root/layouts/schema/evaluation.rng" "$root/samples/$1.xml" \
        "$2" ${3:+"$3"} >filled.xml || return 1
    rapor build filled.xml -o papers --loose -q
    ends 0 && find papers -name '*.pdf' -exec python3 "$root/tests/outside/overlaps.py" {} + >overlaps &&
        [ -n "$(find papers -name '*sertifikat*.pdf')" ] && fails grep . overlaps
}

for sample in denpasar-2021 denpasar-2018 kukar-2020 pemdi-2026; do
    check "$sample: 120 letters in every text" papers "$sample" 120
    check "$sample: a word of 40 letters in each of them" papers "$sample" 120 40
done

# The judge sees what it is there for.
sed 's/right="72mm"//' "$root/layouts/common/letter-parts.xml" >old-parts.xml
mkdir -p layouts/common && mv old-parts.xml layouts/common/letter-parts.xml
check "a number that runs into the date is seen" fails papers denpasar-2021 120
finish
