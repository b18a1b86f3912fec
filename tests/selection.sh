#!/bin/sh
# --only, --region, --institution, --loose and --dry-run make what they say, and
# what they make is the same as in the whole.
# usage: tests/selection.sh PROGRAM
. "$(dirname "$0")/tap"
all=$root/samples/nasional-2021.xml
one=$root/samples/denpasar-2021.xml
cd "$scratch" || exit 1

# The archives of the folder $1 and their entries, as --dry-run lists them.
archived() {
    (
        cd "$1" || exit
        find . -name '*.zip' | sed 's,^\./,,' | while read -r archive; do
            unzip -Z1 "$archive" | sed "s,^,$archive: ,"
        done
    ) | LC_ALL=C sort
}

# select NAME WORDS...: builds that much in the folder NAME; the dry run says the same.
select_papers() {
    name=$1
    shift
    rapor build "$all" -o "$name" "$@" -q
    check "$*: is built" ends 0 || return
    rapor build "$all" -n "$@"
    LC_ALL=C sort "$scratch/out" >"$name.plan"
    archived "$name" >"$name.made"
    check "$*: as the dry run says" cmp "$name.plan" "$name.made"
    check "$*: sums" sums "$name"
}
sums() { (cd "$1" && sha256sum -c --quiet --strict SHA256SUMS); }

# holds NAME PATTERN COUNT: that many entries, and all are like PATTERN.
holds() { [ "$(wc -l <"$1.made")" -eq "$3" ] && ! grep -vE "$2" "$1.made"; }

sumbar=wilayah/13-sumatera-barat.zip
select_papers region --region 13
check "a region: its archive alone" holds region "^$sumbar: " 153
select_papers pesisir --institution 13.01
check "an institution: its papers alone" \
    holds pesisir "^$sumbar: 13\.01-kabupaten-pesisir-selatan/(pers/)?13\.01-[a-z-]+-kabupaten-pesisir-selatan\.(xml|pdf|png|svg)\$" 12
select_papers absent --institution 13.08
check "one that is not assessed: its result, and what it is told" \
    holds absent "^$sumbar: 13\.08-kabupaten-pasaman/13\.08-(hasil|petikan|surat-tidak-dinilai)-kabupaten-pasaman\.(xml|pdf)\$" 3
select_papers ministry --institution K26 --only letter,report
check "two kinds of document of a ministry" holds ministry '^pusat\.zip: k26-[a-z-]+/k26-(surat|laporan)-[a-z-]+\.pdf$' 2
select_papers summaries --only summary
check "a kind of document: of each region" holds summaries '^wilayah/.*\.zip: [0-9]+-rekap-[a-z-]+\.pdf$' 34
select_papers tables --only tables
check "tables alone" holds tables '\.(xml|csv|xlsx)$' 643
select_papers decree --only decree
check "the decree alone" holds decree '^nasional\.zip: keputusan\.pdf$' 1

rapor build "$all" -o loose --region 13 --loose -q
check "--loose: is built" ends 0
check "--loose: no archive" [ -z "$(find loose -name '*.zip')" ]
check "--loose: sums" sums loose
mkdir unpacked && unzip -q "region/$sumbar" -d unpacked
check "--loose: the same files as in the archive" diff -r unpacked loose/wilayah/13-sumatera-barat
mkdir single && unzip -q "pesisir/$sumbar" -d single
check "one institution alone: the same files as with its region" \
    diff -r single/13.01-kabupaten-pesisir-selatan unpacked/13.01-kabupaten-pesisir-selatan

# Listing writes nothing, not even the folder.
rapor build "$one" -n -o nothing
check "--dry-run: makes nothing" [ ! -e nothing ]
check "--dry-run: lists the papers" grep -qxF 'nasional.zip: keputusan.pdf' "$scratch/out"

for words in '--region 99' '--institution 99.99' '--only letters' '--only ,' \
    '--region 13 --institution 51.71' '--institution 13.08 --only letter'; do
    # shellcheck disable=SC2086
    rapor build "$all" -o nothing $words
    check "$words: refused" ends 64
    check "$words: makes nothing" [ ! -e nothing ]
done
finish
