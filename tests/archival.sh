#!/bin/sh
# Every document of every sample, judged by the rules of archives and access; of
# the nation one region.  A handful goes to PDFBox Preflight as well, which knows
# PDF/A-1b alone: it may complain of what PDF/A-3 allows, and of nothing else.
# usage: tests/archival.sh PROGRAM
. "$(dirname "$0")/tap"
jars=/usr/share/java
classes=
for jar in pdfbox2 fontbox2 preflight xmpbox commons-logging javax.activation jaxb-api bcprov bcmail; do
    classes=$classes:$jars/$jar.jar
done
plain=
if "$program" help build | grep -q -e --painter; then plain='--painter cairo'; fi

# judge WHAT FOLDER: no finding of the judge.
judge() {
    "$program" verify --pdfa --json "$2" >"$scratch/findings"
    check "$1: something was judged" grep -q '"judged":[1-9]' "$scratch/findings"
    grep '"type":"finding"' "$scratch/findings" >"$scratch/wrong"
    check "$1: archival and accessible" fails cat_if_any "$scratch/wrong"
}

# Shows what is in FILE; true where that is anything.
cat_if_any() { [ -s "$1" ] && cat "$1"; }

# The codes that Preflight gives to documents of FOLDER, but for the known ones:
# 1.4 cross-reference streams, 1.2.9 and 1.4.7 attachments, 3.1.11 no CIDSet, 7.3 the
# namespace of PDF/UA.
preflight() {
    java -cp "$classes" org.apache.pdfbox.preflight.Validator_A1b batch "$1" \
        >"$scratch/preflight" 2>&1
    grep -q 'is not a valid PDF/A-1b file' "$scratch/preflight" || return 1 # it did not run
    grep -E '^[0-9]+\.[0-9.]+ : ' "$scratch/preflight" |
        grep -vE '^1\.4 : .*cross reference streams|^(1\.2\.9|1\.4\.7) : .*EmbeddedFile' |
        grep -vE '^3\.1\.11 : .*CIDSet|^7\.3 : .*/pdfua/ns/id/' >"$scratch/wrong"
    fails cat_if_any "$scratch/wrong"
}

# shellcheck disable=SC2086
rapor build "$root/samples/denpasar-2021.xml" $plain -q -o "$scratch/plain" --only decree,certificate,letter,report,summary
rapor verify --pdfa "$scratch/plain"
check "what Cairo paints is refused" ends 65
check "every one of it" grep -q ': 0 of [1-9]' "$scratch/err"
if [ -z "$plain" ]; then # there is no other painter
    finish
    exit
fi

for sample in "$root"/samples/*-20*.xml; do
    name=$(basename "$sample" .xml)
    part=
    [ "$name" != nasional-2021 ] || part='--region 13'
    # shellcheck disable=SC2086
    rapor build "$sample" -q $part -o "$scratch/$name"
    check "$name is built" ends 0
    judge "$name" "$scratch/$name"
done

mkdir "$scratch/few"
for kind in surat sertifikat laporan rekap keputusan; do
    for zip in "$scratch"/denpasar-2021/*.zip "$scratch"/denpasar-2021/*/*.zip; do
        unzip -qjo "$zip" "*$kind.pdf" -d "$scratch/few" 2>/dev/null
    done
done
check "Preflight finds nothing but what PDF/A-1 has of its own" preflight "$scratch/few"
finish
