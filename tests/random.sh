#!/bin/sh
# Evaluations that nobody would think of are built without failure, and each name
# is in its papers.  The same ones each time: they are made from fixed seeds.
# usage: tests/random.sh PROGRAM [SEED...]
. "$(dirname "$0")/tap"
shift
[ $# -gt 0 ] || set -- 1
case $program in
*/san/*) many= ;; # a sanitized program would need long for so many
*) many=many ;;
esac
cd "$scratch" || exit 1
export TMPDIR="$scratch"

python() {
    script=$root/tests/outside/$1
    shift
    /usr/bin/python3 "$script" "$@"
}

# try CASE SEED WORDS...: builds it, and looks at what was made.
try() {
    case=$1
    seed=$2
    shift 2
    python invent.py "$case" "$seed" >"$case.xml"
    rapor build "$case.xml" -o "$case" --loose -q "$@"
    check "$case, seed $seed: is built" ends 0 || return
    check "$case, seed $seed: each name is in its papers" python invented.py "$case.xml" "$case"
    rm -rf "$case"
}

for seed in "$@"; do
    for case in short plain unbroken odd huge bare one absent published mixed ties center; do
        try $case "$seed"
    done
    [ -z "$many" ] || try many "$seed" --only decree,summary
done
check "the same seed gives the same evaluation" \
    [ "$(python invent.py odd 7 | sha256sum)" = "$(python invent.py odd 7 | sha256sum)" ]
finish
