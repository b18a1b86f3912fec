#!/bin/sh
# What comes with a folder of layouts reads nothing but that folder, whatever it asks for.
# usage: tests/closed.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
secret=KATA-KUNCI-UJI
echo "$secret" >secret.txt
echo "<p>$secret</p>" >secret.xml
input=$root/samples/opd-2021.xml
sheet=layouts/common/press/index.xsl

# fresh: a folder of layouts as a stranger would send it.
fresh() {
    rm -rf layouts papers
    mkdir layouts
    cp -r "$root/layouts/common" layouts/
}
# insert FILE MARK TEXT: TEXT behind the first tag that begins with MARK.
insert() {
    /usr/bin/python3 -c 'import sys
path, mark, text = sys.argv[1:]
whole = open(path).read()
at = whole.index(">", whole.index(mark)) + 1
open(path, "w").write(whole[:at] + text + whole[at:])' "$@"
}
# leaks: what was kept apart is in the papers.
leaks() {
    [ -e papers ] || return 1
    grep -rqF "$secret" papers || unzip -p papers/nasional.zip | grep -qaF "$secret"
}
# refused WHAT WORDS: by build and by check, with these words, and nothing is published.
refused() {
    rapor build "$input" -o papers -q
    check "$1: build refuses it" fails ends 0
    check "$1: build says why" says "$2"
    check "$1: nothing is published" [ ! -e papers ]
    rapor check "$input"
    check "$1: check says so before" says "$2"
}

fresh
rapor build "$input" -o papers -q
check "a folder that is found here: is used" ends 0
check "a folder that is found here: is told of" \
    says "layouts: note: this folder of layouts, found here, goes before that of the program"
rapor check "$input"
check "a folder that is found here: is told of by check, too" says "found here"
rapor build "$input" -o papers -q --layouts layouts
check "a folder that was named: is not" fails says "found here"

fresh
insert $sheet '<?xml' "<!DOCTYPE xsl:stylesheet [<!ENTITY far SYSTEM 'file://$scratch/secret.txt'>]>"
insert $sheet '<body' '&far;'
refused "an entity in the stylesheet" "index.xsl:1: a DOCTYPE is not allowed"
for word in import include; do
    fresh
    insert $sheet '<xsl:stylesheet' "<xsl:$word href='file://$scratch/secret.xml'/>"
    refused "xsl:$word in the stylesheet" "index.xsl: "
done
for far in "$scratch/secret.xml" "file://$scratch/secret.xml" http://127.0.0.1:9/secret.xml; do
    fresh
    insert $sheet '<body' "<xsl:value-of select=\"document('$far')\"/>"
    rapor build "$input" -o papers -q
    check "document('${far%%/*}...'): nothing leaks" fails leaks
done
for file in style.css script.js index.xsl; do
    fresh
    ln -sf "$scratch/secret.txt" layouts/common/press/$file
    rapor build "$input" -o papers -q
    check "$file is a link to elsewhere: build refuses it" \
        both 69 "common/press/$file: is not in a folder of layouts"
    check "$file is a link to elsewhere: nothing is published" [ ! -e papers ]
done
fresh
ln -sf "$scratch/secret.txt" layouts/common/jobs/slurm.sh
rapor jobs slurm "$input" -o papers
check "a script for a scheduler is a link to elsewhere: it is refused" \
    both 69 "common/jobs/slurm.sh: is not in a folder of layouts"

fresh
mkdir layouts/spbe-2020 far
cp "$root"/layouts/spbe-2020/*.xml layouts/spbe-2020/
cp layouts/common/parts.xml far/parts.xml
insert layouts/spbe-2020/letter.xml '<layout' "<import href='$scratch/far/parts.xml'/>"
refused "a layout that imports from elsewhere" "$scratch/far/parts.xml is in no folder of layouts"

# One way for all: each kind of file with a DOCTYPE.
for file in charts/charts.xml charts/ranking.xml style.xml emblem.svg press/index.xsl; do
    fresh
    sed -i '/^<?xml/d' layouts/common/$file
    sed -i "1i <!DOCTYPE x [<!ENTITY far SYSTEM 'file://$scratch/secret.txt'>]>" layouts/common/$file
    rapor build "$input" -o papers -q
    check "$file with a DOCTYPE: build refuses it" fails ends 0
    check "$file with a DOCTYPE: build says why" says "a DOCTYPE is not allowed"
done
fresh
sed -i "1s/^/<!DOCTYPE map []>/; s/<?xml[^>]*>//" layouts/common/provinces.xml
rapor chart "$root/samples/nasional-2021.xml" -k choropleth -o map.svg
check "a map with a DOCTYPE: is refused" fails ends 0
check "a map with a DOCTYPE: is told why" says "provinces.xml:1: a DOCTYPE is not allowed"
finish
