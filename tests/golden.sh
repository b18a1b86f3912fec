#!/bin/sh
# The pages of the samples are what they were: text traces compared with those in
# tests/golden, which are read line by line before they are renewed.
# usage: tests/golden.sh PROGRAM [renew]
. "$(dirname "$0")/tap"
renew=${2:-}
cd "$root" || exit 1

# golden FILE WORDS...: the trace of what WORDS name is as in FILE.
golden() {
    wanted=tests/golden/$1
    shift
    rapor preview --format trace "$@"
    check "$wanted: the program makes it" ends 0 || return
    if [ "$renew" = renew ]; then
        mkdir -p "$(dirname "$wanted")"
        cmp -s "$scratch/out" "$wanted" || echo "# renewed: $wanted"
        cp "$scratch/out" "$wanted"
    fi
    check "$wanted: as it was" diff -u "$wanted" "$scratch/out"
}

one=samples/denpasar-2021.xml
all=samples/nasional-2021.xml
for kind in decree certificate letter report summary; do
    golden "denpasar/$kind.txt" "$one" -d $kind
done
golden nasional/13-summary.txt "$all" -d summary --region 13
for kind in certificate letter report excerpt; do
    golden "nasional/13.01-$kind.txt" "$all" -d $kind --institution 13.01
done
golden nasional/winners.txt "$all" -d winners
golden nasional/13.01-award.txt "$all" -d award --institution 13.01
for kind in certificate letter; do # of a name that needs two lines
    golden "nasional/K26-$kind.txt" "$all" -d $kind --institution K26
done
golden nasional/K27-memo.txt "$all" -d memo --institution K27
golden nasional/11.01-reminder.txt "$all" -d reminder --institution 11.01
golden nasional/61.07-participation.txt "$all" -d participation --institution 61.07
for kind in plenary submission calling national-report; do
    golden "nasional/$kind.txt" "$all" -d $kind
done
golden nasional/13-cover.txt "$all" -d cover --region 13
for kind in attendance self-assessment objection; do
    golden "nasional/13.01-$kind.txt" "$all" -d $kind --institution 13.01
done
for kind in team schedule; do
    golden "nasional/$kind.txt" "$all" -d $kind
done
for kind in assignment invitation answer; do
    golden "nasional/13.01-$kind.txt" "$all" -d $kind --institution 13.01
done
golden opd/labels.txt samples/opd-2021.xml -d labels
golden opd/labels-21.txt samples/opd-2021.xml -d labels-21
golden pangkalpinang/minutes.txt samples/pangkalpinang-2021.xml -d minutes --institution 19.71
for kind in participation report; do # decimal levels, aspects without domains
    golden "pemdi/99.71-$kind.txt" samples/pemdi-2026.xml -d $kind --institution 99.71
done
golden kukar/decree.txt samples/kukar-2020.xml -d decree
golden kukar/64.02.15-report.txt samples/kukar-2020.xml -d report --institution 64.02.15

# Each stored trace belongs to a sample.
found=$(find tests/golden -type f | wc -l)
check "no trace is left over" [ "$found" -eq $((count / 2)) ]
finish
