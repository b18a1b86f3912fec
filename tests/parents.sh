#!/bin/sh
# A government and its units: a paper for the parent, beside the papers of the units.
# usage: tests/parents.sh PROGRAM
. "$(dirname "$0")/tap"
units=$root/samples/opd-2021.xml
cd "$scratch" || exit 1
pack=wilayah/99.71-kota-contoh.zip
rekap=99.71-rekap-perangkat-daerah-kota-contoh.pdf
paper="$pack: $rekap"

lists() { grep -qxF -e "$1" "$scratch/out"; } # lists LINE: on standard output
shows() { pdftotext -layout "$1" - | tr -s ' ' | grep -qF -e "$2"; }

rapor build "$units" -n
check "a paper for the parent lies at the root of its units' archive" lists "$paper"
check "only the parent gets one" [ "$(grep -c rekap-perangkat "$scratch/out")" -eq 1 ]
rapor build "$units" -n --institution 99.71
check "the parent alone: its paper is one of its own" lists "$paper"
check "the parent alone: none of its units" fails grep -q 99.71.01 "$scratch/out"
rapor build "$units" -n --institution 99.71.01
check "a unit alone: nothing of its parent" fails lists "$paper"
rapor build "$units" -n --region 99
check "a region: the parents that lie in it" lists "$paper"
rapor build "$units" -n --only units
check "--only: the one kind" [ "$(cat "$scratch/out")" = "$paper" ]

rapor build "$units" -o made --only units -q
check "it is built" ends 0
unzip -q made/$pack
check "it ranks the units" shows $rekap 'Dinas Lingkungan Hidup'
check "it tells their mean" shows $rekap '2,64'
rapor preview "$units" -d units -o first.pdf
check "preview: of the first parent" cmp first.pdf $rekap
rapor preview "$units" -d units --institution 99.71 -o same.pdf
check "preview: of the one asked for" cmp same.pdf $rekap
rapor preview "$units" -d units --institution 99.71.01 -f trace
check "preview: not of a unit" both 64 'Dinas Pendidikan has no units'
rapor preview "$units" -d units --institution 99.99 -f trace
check "preview: not of who is not there" ends 64
rapor preview "$units" -d units --region 99 -f trace
check "preview: not of a region" both 64 'not made for a region'
rapor preview "$root/samples/denpasar-2021.xml" -d units -f trace
check "preview: not where there are no units" both 65 'no institution has units'

# What the units told of is counted, and stands in the paper by frequency.
sed 's,<institution code="99.71.0[1-3]"[^>]*>,&<shortfall kind="people">a</shortfall>,
     s,<institution code="99.71.04"[^>]*>,&<shortfall kind="server">b</shortfall>,' \
    "$units" >told.xml
rapor preview told.xml -d units -o told.pdf
check "shortfalls: the most frequent first" shows told.pdf 'Sumber daya manusia 3 3 75%'
check "shortfalls: all of them in the end" shows told.pdf '100%'
finish
