#!/bin/sh
# Instruments that nobody has thought of yet: 2 to 200 indicators, in domains or without, on any scale, with weights such as
# 29/3, grades, ladders, items, groups and words of their own.  All papers and charts of each are made; what cannot be
# is refused by check.  The same ones each time: they are made from fixed seeds.
# usage: tests/family.sh PROGRAM [FIRST LAST]
. "$(dirname "$0")/tap"
case $program in
*/san/*) last=2 ;; # a sanitized program would need long for so many
*) last=8 ;;
esac
export TMPDIR="$scratch"
/usr/bin/python3 "$root/tests/outside/family.py" "$program" "$scratch" "${2:-1}" "${3:-$last}"
