#!/bin/sh
# Charts that never mislead: random evaluations with many ties, few institutions and missing parts; what the text
# of a chart names is judged by the results.  The same ones each time: they are made from fixed seeds.
# usage: tests/charts.sh PROGRAM [FIRST LAST]
. "$(dirname "$0")/tap"
case $program in
*/san/*) mode=SAN=1 last=4 ;; # a sanitized program would need long for so many
*/cov/*) mode=COV=1 last=24 ;;
*) mode='' last=100 ;;
esac
export TMPDIR="$scratch"
charts=${program%/*}/charts
# shellcheck disable=SC2086
make -s -C "$root" $mode "${charts#"$root"/}" >&2 || exit 1
/usr/bin/python3 "$root/tests/outside/charts.py" "$charts" "$scratch" "${2:-1}" "${3:-$last}"
