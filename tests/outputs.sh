#!/bin/sh
# The papers of the national sample, judged by programs that we did not write.
# usage: tests/outputs.sh PROGRAM
. "$(dirname "$0")/tap"
source=$root/samples/nasional-2021.xml
papers=$scratch/papers
case $program in
*/san/*) part='--region 13' whole= ;; # a sanitized program would need long for all
*) part='' whole=nation ;;
esac

# shellcheck disable=SC2086
rapor build "$source" -o "$papers" -q $part
ends 0 && rapor score "$source" -o "$scratch/results.xml"
if ! ends 0; then
    check "the national sample is built and scored" false
    finish
    exit
fi
# shellcheck disable=SC2086
TMPDIR=$scratch /usr/bin/python3 "$root/tests/outside/outputs.py" "$root" "$papers" "$source" \
    "$scratch/results.xml" $whole
