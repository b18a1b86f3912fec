#!/bin/sh
# Papers that cannot be made stop no others: all are told of, and --keep-going publishes the rest.
# usage: tests/incomplete.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
long=$(printf 'Pendidikan%.0s' $(seq 150))
sed "s/name=\"Dinas Pendidikan\"/name=\"Dinas $long\"/; s/name=\"Dinas Kesehatan\"/name=\"Dinas Kesehatan$long\"/" \
    "$root/samples/opd-2021.xml" >long.xml
check "there are names that fit nowhere" [ "$(grep -c "$long" long.xml)" -ge 2 ]

rapor build long.xml -o papers -q
check "without --keep-going: fails" both 65 "files cannot be made; nothing was published"
check "without --keep-going: all are told of" [ "$(grep -c "99.71.0.*-sertifikat-partisipasi-.*pdf: sertifikat-partisipasi.pdf of" err)" -ge 2 ]
check "without --keep-going: nothing is published" [ ! -e papers ]

rapor build long.xml -o papers -q --keep-going
check "with it: has a code of its own" ends 3
check "with it: says how many, and where" says "files could not be made, see papers/GAGAL.txt"
archive=papers/wilayah/99.71-kota-contoh.zip
check "with it: the archive says what is missing" sh -c "unzip -p '$archive' GAGAL.txt | grep -q '-sertifikat-partisipasi-.*pdf: sertifikat-partisipasi.pdf of'"
check "with it: the others are there" sh -c "unzip -l '$archive' | grep -q '99.71.03-.*/99.71.03-laporan-'"
check "with it: the manifest says why" grep -q '"why": "sertifikat-partisipasi.pdf of' papers/MANIFEST.json
check "with it: nothing says where layouts lie" fails grep -rqF "$root" papers/GAGAL.txt papers/MANIFEST.json
rapor verify papers
check "with it: is whole as far as it goes" ends 0
rapor build long.xml -o other -q --keep-going -j1
check "with it: the same bytes whatever the workers" diff -r papers other
rapor build long.xml -o papers -q --keep-going
check "once more: the same bytes" diff -r papers other
rapor build "$root/samples/opd-2021.xml" -o papers -q
check "corrected: all is there" ends 0
check "corrected: no list is left" [ ! -e papers/GAGAL.txt ]
rapor build "$root/samples/opd-2021.xml" -o fresh -q
check "corrected: as if made anew" diff -r papers fresh
finish
