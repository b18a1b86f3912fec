#!/bin/sh
# Charts that never mislead: random evaluations with many ties, few institutions and missing parts; what the text
# of a chart names is judged by the results.  The same ones each time: they are made from fixed seeds.
# usage: tests/charts.sh PROGRAM [FIRST LAST]
. "$(dirname "$0")/tap"
case $program in
*/san/*) last=4 ;; # a sanitized program would need long for so many
*) last=24 ;;
esac
export TMPDIR="$scratch"
/usr/bin/python3 "$root/tests/outside/charts.py" "$program" "$scratch" "${2:-1}" "${3:-$last}"
