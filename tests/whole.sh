#!/bin/sh
# Output appears whole or not at all: whatever goes wrong, what was there before
# stays as it was, and nothing is left beside it.
# usage: tests/whole.sh PROGRAM
. "$(dirname "$0")/tap"
one=$root/samples/denpasar-2021.xml
all=$root/samples/nasional-2021.xml
cd "$scratch" || exit 1
mkdir room
export TMPDIR="$scratch"

build() { rapor build "$@" -o room/out; }

# As it was, and nothing beside it.
untouched() { diff -r before room/out && alone; }
alone() { [ "$(ls -A room)" = out ]; }
absent() { [ -z "$(ls -A room)" ]; }

# fault WHAT CODE TEXT: the run ended so, and has changed nothing.
fault() {
    check "$1: exit code $2" ends "$2"
    check "$1: says $3" says "$3"
    check "$1: nothing has changed" untouched
}

build "$one"
check "a first run" ends 0
cp -Rp room/out before

for name in level-outside-range cut-off; do
    build "$root/samples/bad/$name.xml"
    fault "bad data ($name)" 65 "error:"
done
build missing.xml
fault "no input" 66 missing.xml
sed 's/"Pemerintah Kota Denpasar"/"Pemerintah Kota \&#x6F22; Denpasar"/' "$one" >glyph.xml
build glyph.xml
fault "a character that no font has" 65 'no listed font has the character U+6F22'
check "it names the document" says '.pdf'
check "it names the place in the layout" says '.xml:'
check "it names the field" says '{@name}'
sed "s/unit=\"[^\"]*\"/unit=\"$(seq -s ' ' 2000)\"/" "$one" >vast.xml
build vast.xml
fault "more text than its box holds" 65 "high in the smallest type, but the box"
check "it names the box" says "parts.xml:"
sed 's,URWBookman-Light.otf,Nowhere.otf,' "$root/fonts/fonts.xml" >fonts.xml
cp "$root/fonts/hyphen-id.dic" .
build "$one" --fonts fonts.xml
fault "a font is missing" 69 "apt install fonts-urw-base35"
rm hyphen-id.dic
cp "$root/fonts/fonts.xml" fonts.xml
build "$one" --fonts fonts.xml
fault "the patterns for hyphens are missing" 69 "hyphen-id.dic: missing"
sed 's,language="id",& package="hyphen-id",' "$root/fonts/fonts.xml" >fonts.xml
build "$one" --fonts fonts.xml
fault "those of a package are missing" 69 "apt install hyphen-id"
build "$one" --layouts "$scratch/nowhere"
check "no layouts: a code for it" [ "$code" -ge 65 ]
check "no layouts: nothing has changed" untouched

# Folders that are not ours, or not ours alone, or of other papers.
build "$one" --only letter
fault "a part over the whole" 73 "choose another folder"
echo mine >room/out/mine.txt
build "$one"
check "a folder with a file of the user: exit code" both 73 mine.txt
check "a folder with a file of the user: the file stays" grep -q mine room/out/mine.txt
rm room/out/mine.txt
mkdir foreign && echo theirs >foreign/MANIFEST.json
rapor build "$one" -o foreign
check "a foreign folder: exit code" both 73 foreign
check "a foreign folder: stays as it is" [ "$(ls -A foreign; cat foreign/*)" = "MANIFEST.json
theirs" ]
rapor build "$one" -o fonts.xml
check "a file in the place of the folder: exit code" both 73 fonts.xml
check "a file in the place of the folder: stays" [ -s fonts.xml ]

# A shell lets what runs in its background ignore SIGINT; this ends that.
heed='import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])'

# Begins a long run in the background; waits until its workers are at work.
begin() {
    /usr/bin/python3 -c "$heed" "$program" build "$all" -o room/out --jobs 2 \
        >"$scratch/out" 2>"$scratch/err" </dev/null &
    run=$!
    workers=
    for _ in $(seq 600); do
        sleep 0.05
        workers=$(cat "/proc/$run/task/$run/children" 2>/dev/null)
        [ -z "$workers" ] || break
    done
    sleep 0.5
}

# Waits for processes that are not our children.
gone() {
    for _ in $(seq 200); do
        alive=
        for process in "$@"; do
            [ ! -e "/proc/$process" ] || alive=yes
        done
        [ -n "$alive" ] || return 0
        sleep 0.05
    done
    return 1
}

end() { # of the run in the background
    wait "$run" 2>/dev/null
    code=$?
}

begin
check "killed: it was at work" [ -n "$workers" ]
kill -9 "$run"
end
check "killed: by a signal" ends 137
# shellcheck disable=SC2086
check "killed: its workers end by themselves" gone $workers
check "killed: nothing has changed" diff -r before room/out
check "killed: something is left beside" fails alone
build "$one"
check "the next run: succeeds" ends 0
check "the next run: makes the same, and sweeps" untouched

for signal in TERM INT; do
    begin
    kill -$signal "$run"
    end
    case $signal in TERM) wanted=143 ;; INT) wanted=130 ;; esac
    check "$signal: exit code" ends $wanted
    # shellcheck disable=SC2086
    check "$signal: its workers end" gone $workers
    check "$signal: says so" says "interrupted; nothing was published"
    check "$signal: nothing has changed, nothing is left" untouched
done

begin
# shellcheck disable=SC2086
set -- $workers
kill -9 "$1"
end
fault "a worker is killed" 71 "while making"
whom=$(sed -n 's/.* while making //p' "$scratch/err")
named() { [ "$whom" = nasional ] || grep -qF "name=\"$whom\"" "$all"; }
check "a worker is killed: it worked for somebody, $whom" named
# shellcheck disable=SC2086
check "a worker is killed: the other one is stopped" gone $workers

begin
build "$one"
check "another run at the same place: refused" both 73 "another run"
kill -9 "$run"
end
# shellcheck disable=SC2086
gone $workers # what they still write would be in the way of rm
rm -rf room/.out.rapor-*

# A disk that is full: a small one of our own, where that is allowed, else a limit.
cat >small <<'EOF'
mount -t tmpfs -o size=6000k none "$2" || exit 99
cp -Rp before "$2/out"
"$1" build "$3" -o "$2/out"
code=$?
diff -r before "$2/out" && [ "$(ls -A "$2")" = out ] || code=98
exit $code
EOF
mkdir full
if unshare -rm mount -t tmpfs none full 2>/dev/null; then
    unshare -rm sh small "$program" full "$all" >"$scratch/out" 2>"$scratch/err"
else
    (
        trap '' XFSZ
        ulimit -f 600
        "$program" build "$all" -o room/out >/dev/null 2>"$scratch/err"
    )
fi
code=$?
fault "a disk that is full" 74 "rapor: error:"

# Where nothing was, a run that fails leaves nothing.
rm -rf room/out
build glyph.xml
check "nothing there, and a failure: nothing there" absent
finish
