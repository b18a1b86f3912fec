#!/bin/sh
# A build over an earlier one makes only what has changed, and comes to the same bytes
# as one that makes everything.
# usage: tests/again.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
changed() { python3 "$root/tests/outside/change.py" "$@"; }
same() { diff -r "$1" "$2"; }
nothing() { [ ! -s "$scratch/out" ]; }
# fewer FILE: some lines, but not as many as FILE has.
fewer() { made=$(wc -l <"$scratch/out"); [ "$made" -gt 0 ] && [ "$made" -lt "$(wc -l <"$1")" ]; }

sample=$root/samples/opd-2021.xml
rapor build "$sample" -o twice -q
cp -a twice before
rapor build "$sample" -o twice -q --explain
check "the same again: nothing is made" nothing
check "the same again: the same bytes" same twice before
inode() { find "$1" -name '*.zip' -o -path '*/pers/*' -type f | sort | xargs stat -c '%n %i' | sed "s,^$1,,"; }
cp -al twice linked
rapor build "$sample" -o twice -q
check "the same again: there are archives" test -n "$(inode twice)"
check "the same again: archives, and what stands beside them, are not even copied" test "$(inode twice)" = "$(inode linked)"

# Corrections, one after the other over the same folder.
for input in opd-2021 kukar-2020 kaltara-2018; do
    cp "$root/samples/$input.xml" now.xml
    rapor build now.xml -o again -q
    for seed in 0 1 2 3; do
        check "$input, correction $seed: there is one" changed now.xml next.xml $seed
        mv next.xml now.xml
        rapor build now.xml -n && cp "$scratch/out" all
        rapor build now.xml -o again -q --explain
        check "$input, correction $seed: is built" ends 0
        check "$input, correction $seed: the next run need not read what is as it was" \
            test -z "$(find again -type f -newercc again/.rapor-build)"
        # All papers name the signatory, and a level may change every rank; a name stands in few.
        [ $seed -ne 1 ] || check "$input, correction $seed: not all is made" fewer all
        # One level of one institution, which the charts of the nation do not show.
        [ "$input $seed" != "kaltara-2018 0" ] ||
            check "$input, correction $seed: charts that show the same are not made" \
                sh -c "grep -q laporan '$scratch/out' && ! grep -q grafik/ '$scratch/out'"
        rapor build now.xml -o fresh -q --rebuild
        check "$input, correction $seed: as if made anew" same again fresh
        rm -rf fresh
    done
    rm -rf again
done

# A number that papers print and no file holds.
cp "$root/samples/denpasar-2021.xml" now.xml
sed -i '0,/<signatory /s//<signatory nip="1" /' now.xml
rapor build now.xml -o again -q
sed -i 's/nip="1"/nip="2"/' now.xml
rapor build now.xml -o again -q --explain
check "a personal number: papers are made" grep -q 'what it says has changed' "$scratch/out"
rapor build now.xml -o fresh -q --rebuild
check "a personal number: as if made anew" same again fresh
rm -rf again fresh

# What is made is what depends on the change.
cp "$root/samples/opd-2021.xml" now.xml
mkdir layouts && cp -r "$root/layouts/." layouts/
rapor build now.xml -n && cp "$scratch/out" all
rapor build now.xml -o again -q --layouts layouts
sed -i 's/Atas perhatian/Untuk perhatian/' layouts/spbe-2020/letter.xml
rapor build now.xml -o again -q --layouts layouts --explain
check "a layout: its letters alone" sh -c "! grep -v '-surat-[a-z-]*.pdf: its layout, or a font, has changed' $scratch/out"
check "a layout: its letters" fewer all
rapor build now.xml -o fresh -q --layouts layouts --rebuild
check "a layout: as if made anew" same again fresh
cp layouts/common/style.xml style.xml
sed -i 's/#B8870A/#B8870B/I' layouts/common/style.xml
check "the style of all: is another" sh -c '! cmp -s style.xml layouts/common/style.xml'
rapor build now.xml -o again -q --layouts layouts --explain
check "the style of all: its papers" fewer all
rm -rf fresh
rapor build now.xml -o fresh -q --layouts layouts --rebuild
check "the style of all: as if made anew" same again fresh

# What was altered in the folder is not taken over.
archive=$(find again -name '*.zip' | sort | head -n 1)
printf 'x' >>"$archive"
rapor build now.xml -o again -q --layouts layouts
check "an altered archive: is made anew" same again fresh
cp -p "$archive" older && printf 'x' >>older && touch -r "$archive" older && mv older "$archive"
rapor build now.xml -o again -q --layouts layouts
check "an archive put in its place: is made anew" same again fresh
cp -p "$archive" older && printf 'x' | dd of="$archive" bs=1 conv=notrunc 2>/dev/null && touch -r older "$archive"
rapor build now.xml -o again -q --layouts layouts
check "an archive altered with its time kept: is made anew" same again fresh
mv "$archive" elsewhere.zip && ln -s "$PWD/elsewhere.zip" "$archive"
rapor build now.xml -o again -q --layouts layouts
check "a link in place of an archive: is none of ours" both 73 "which this program did not make"
mv elsewhere.zip "$archive"
if [ "$(id -u)" -eq 0 ]; then
    mkdir -m 777 other-user && cp -r "$root/samples/denpasar-2021.xml" other-user/ && chmod 755 "$scratch"
    mkdir -p house/build && cp -r "$root/layouts" "$root/fonts" house && cp "$program" house/build # the checkout may be closed to others
    other() { setpriv --reuid=65534 --clear-groups "$scratch/house/build/rapor" "$@" 2>"$scratch/err" >"$scratch/out"; code=$?; }
    other build other-user/denpasar-2021.xml -o other-user/papers -q
    check "another user builds" ends 0
    chmod 000 other-user/papers/pers
    other build other-user/denpasar-2021.xml -o other-user/papers -q
    check "a folder that may not be read: is told of" both 77 "papers/pers: Permission denied"
fi
cp -a again copied && rm -rf again && cp -r copied again
rapor build now.xml -o again -q --layouts layouts --explain
check "a copy of the folder: nothing is made" nothing
check "a copy of the folder: the same bytes" same again fresh

rm -rf again fresh
rapor build now.xml -o again -q --loose
changed now.xml next.xml 5
rapor build next.xml -n && cp "$scratch/out" all
rapor build next.xml -o again -q --loose --explain
check "loose files: some are made" fewer all
rapor build next.xml -o fresh -q --loose --rebuild
check "loose files: as if made anew" same again fresh
file=$(find again -name '*.pdf' | sort | head -n 1)
printf 'x' >>"$file"
rapor build next.xml -o again -q --loose
check "loose files: an altered one is made anew" same again fresh
RAPOR_NO_CACHE=1 rapor build next.xml -o again -q --loose --explain
check "without any cache: the same bytes" same again fresh
# A font or a program that is another, by one byte.
mkdir fonts bin
sed -n 's/.*<file name="\([^"]*\)".*/\1/p' "$root/fonts/fonts.xml" | while read -r name; do
    mkdir -p "fonts/$(dirname "$name")"
    cp "/usr/share/fonts/$name" "fonts/$name"
done
sed "s,/usr/share/fonts,$PWD/fonts," "$root/fonts/fonts.xml" >fonts.xml
cp "$root/fonts/"*.dic .
small=$root/samples/denpasar-2021.xml
all_anew() { [ "$(wc -l <"$scratch/out")" -eq "$(wc -l <all)" ]; }
# swap FILE OLD NEW: in its bytes, which keep their number.
swap() {
    python3 -c 'import sys
path, old, new = sys.argv[1], *(bytes.fromhex(text) for text in sys.argv[2:])
data = open(path, "rb").read()
open(path, "wb").write(data.replace(old, new, 1))
sys.exit(data.count(old) == 0 or len(old) != len(new))' "$@"
}
rapor build "$small" -n && cp "$scratch/out" all
rapor build "$small" -o other -q --fonts fonts.xml
touch -d 2001-01-01 fonts/*/*/*
rapor build "$small" -o other -q --fonts fonts.xml --explain
check "fonts of another date: nothing is made" nothing
noto=004e006f0074006f note=004e006f00740065
check "a font: is another" swap fonts/truetype/noto/NotoSans-Italic.ttf $noto $note
rapor build "$small" -o other -q --fonts fonts.xml --explain
check "a font: all is made anew" all_anew
rapor build "$small" -o other -q --fonts fonts.xml --explain
check "the same fonts: nothing is made" nothing
cp "$program" bin/rapor
build=$(readelf -n "$program" | sed -n 's/.*Build ID: //p')
check "a program: is another" swap bin/rapor "$build" "$(echo "$build" | rev)"
RAPOR_LAYOUTS=$root/layouts
export RAPOR_LAYOUTS
(program=$scratch/bin/rapor && rapor build "$small" -o other -q --fonts fonts.xml --explain)
check "a program: all is made anew" all_anew
unset RAPOR_LAYOUTS
finish
