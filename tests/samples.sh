#!/bin/sh
# The samples are what their script writes, their figures are as published, and
# all papers can be made of each and say what it is about.
# usage: tests/samples.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$root" || exit 1

written() { samples/make-national | cmp - samples/nasional-2021.xml; }
valid() { xmllint --noout --nonet --relaxng layouts/schema/evaluation.rng "$1"; }
silent() { ends 0 && ! grep -qE 'warning|error' "$scratch/err"; }

# Not the placeholder, which is warned of.
sed 's/<\/svg>/ &/' layouts/common/emblem.svg >"$scratch/emblem.svg"

check "make-national writes the committed bytes" written

for sample in samples/*.xml; do
    check "$sample is valid (jing)" jing layouts/schema/evaluation.rng "$sample"
    check "$sample is valid (xmllint)" valid "$sample"
    rapor check "$sample" --emblem "$scratch/emblem.svg"
    check "$sample: no error, no warning, no difference from what was published" silent
done

for part in counts grades averages ranks real denpasar bandar_lampung pangkalpinang kaltara kukar opd; do
    check "figures: $part" /usr/bin/python3 tests/samples.py "$part"
done

# The largest sample is built by other tests.
for sample in samples/*.xml; do
    name=$(basename "$sample" .xml)
    [ "$name" != nasional-2021 ] || continue
    rapor build "$sample" -o "$scratch/$name"
    check "$sample: all papers are made" silent
    check "$sample: they say what they must" /usr/bin/python3 tests/sample_papers.py "$sample" "$scratch/$name"
    rm -rf "${scratch:?}/$name"
done
finish
