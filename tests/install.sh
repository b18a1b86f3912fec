#!/bin/sh
# What `make install` puts under a prefix works from there, without the checkout.
# usage: tests/install.sh PROGRAM
. "$(dirname "$0")/tap"
case $program in
*/san/*) mode=SAN=1 ;;
*/cov/*) mode=COV=1 ;;
*) mode= ;;
esac
there=$scratch/there
here=$there/usr
one=$scratch/denpasar.xml
cp "$root/samples/denpasar-2021.xml" "$one"

# shellcheck disable=SC2086
make -s -C "$root" $mode install "DESTDIR=$there" PREFIX=/usr \
    >"$scratch/out" 2>"$scratch/err"
code=$?
check "make install" ends 0
check "only what belongs to it is there" [ "$(cd "$there" && find . -type f | sed '
s,/layouts/.*\.\(xml\|rng\|svg\|xsl\|css\|js\|html\|csv\|txt\|md\|sh\|yaml\)$,/layouts/...,; s,/doc/rapor/doc/.*\.\(md\|png\)$,/doc/rapor/doc/...,' | LC_ALL=C sort -u)" = "./usr/bin/rapor
./usr/share/bash-completion/completions/rapor
./usr/share/doc/rapor/CHANGES.md
./usr/share/doc/rapor/LICENSE
./usr/share/doc/rapor/NOTICE
./usr/share/doc/rapor/README.md
./usr/share/doc/rapor/doc/...
./usr/share/fish/vendor_completions.d/rapor.fish
./usr/share/locale/id/LC_MESSAGES/rapor.mo
./usr/share/man/id/man1/rapor.1
./usr/share/man/man1/rapor.1
./usr/share/rapor/fonts/fonts.xml
./usr/share/rapor/fonts/hyphen-id.dic
./usr/share/rapor/layouts/...
./usr/share/zsh/site-functions/_rapor" ]
check "everybody may read it" [ -z "$(find "$there" ! -perm -o=r)" ]
check "the checkout is nowhere named" fails grep -rlF "$root" "$here/share"

program=$here/bin/rapor
[ -n "$mode" ] || # the sanitizers bring more with them
    check "it is linked with what it needs, and no more" ldd -u "$program"
cd / || exit 1
rapor check "$one"
check "check works there" ends 0
rapor preview "$one" -d certificate -f trace
check "preview works there" ends 0
cp "$scratch/out" "$scratch/wanted"
rapor doctor
check "doctor finds all" ends 0
check "doctor looks there" grep -qF "$here/share/rapor" "$scratch/out"
rapor build "$one" -o "$scratch/papers" -q
check "build works there" ends 0
rapor schema evaluation
check "schema works there" cmp "$scratch/out" "$root/layouts/schema/evaluation.rng"

# Other layouts by option and by environment; the option is the stronger.
for name in mine yours; do
    cp -R "$here/share/rapor/layouts" "$scratch/$name"
    sed -i "s/Piagam Penghargaan/Piagam $name/" "$scratch/$name/spbe-2020/certificate.xml"
done
shows() { ends 0 && grep -qiF "piagam $1" "$scratch/out"; }
rapor preview "$one" -d certificate -f trace --layouts "$scratch/mine"
check "--layouts" shows mine
export RAPOR_LAYOUTS="$scratch/yours"
rapor preview "$one" -d certificate -f trace
check "RAPOR_LAYOUTS" shows yours
rapor preview "$one" -d certificate -f trace --layouts "$scratch/mine"
check "--layouts over RAPOR_LAYOUTS" shows mine
unset RAPOR_LAYOUTS

# Without them it says what is missing, and finds no others.
mv "$here/share/rapor/layouts" "$scratch/gone"
rapor check "$one"
check "without layouts: fails" [ "$code" -ge 65 ]
check "without layouts: names where it looked" says "$here/share/rapor"
mv "$scratch/gone" "$here/share/rapor/layouts"
rapor preview "$one" -d certificate -f trace
check "with them again: as before" cmp "$scratch/out" "$scratch/wanted"

man -l --warnings "$here/share/man/man1/rapor.1" >"$scratch/page" 2>"$scratch/err"
check "the manual page has no fault" [ ! -s "$scratch/err" ]
check "the manual page tells how to build" grep -q 'rapor build' "$scratch/page"
cat >"$scratch/complete" <<'BASH'
. "$1"
COMP_WORDS=(rapor bu)
COMP_CWORD=1
COMPREPLY=()
$(complete -p rapor | sed 's/.*-F \([^ ]*\).*/\1/')
[ "${COMPREPLY[*]}" = build ]
BASH
check "the completion completes" \
    bash "$scratch/complete" "$here/share/bash-completion/completions/rapor"

make -s -C "$root" $mode uninstall "DESTDIR=$there" PREFIX=/usr >"$scratch/out" 2>"$scratch/err"
code=$?
check "make uninstall" ends 0
check "nothing of it is left" [ -z "$(find "$there" -type f)" ]

make -s -C "$root" compile_commands.json
check "editors are told how each file is compiled" /usr/bin/python3 -c '
import json, pathlib, sys
root = pathlib.Path(sys.argv[1])
told = {entry["file"] for entry in json.load(open(root / "compile_commands.json"))}
sys.exit(sorted({str(f.relative_to(root)) for f in root.glob("src/**/*.c")} - told) or 0)' "$root"
finish
