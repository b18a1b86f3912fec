#!/bin/sh
# The samples are what their script writes, and their figures are as published.
cd "$(dirname "$0")/.." || exit 1
count=0
failed=0

report() { # STATUS WHAT
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $count - $2"
    else
        echo "not ok $count - $2"
        failed=1
    fi
}

samples/make-national | cmp - samples/nasional-2021.xml
report $? "make-national writes the committed bytes"

for sample in samples/*.xml; do
    xmllint --noout --nonet "$sample"
    report $? "$sample is well-formed"
    if [ -f layouts/schema/evaluation.rng ]; then
        jing layouts/schema/evaluation.rng "$sample"
        report $? "$sample is valid (jing)"
        xmllint --noout --nonet --relaxng layouts/schema/evaluation.rng "$sample" 2>/dev/null
        report $? "$sample is valid (xmllint)"
    fi
done

for part in counts grades averages ranks real denpasar opd; do
    /usr/bin/python3 tests/samples.py "$part"
    report $? "figures: $part"
done

echo "1..$count"
exit $failed
