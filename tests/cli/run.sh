#!/bin/sh
# Drives the program from outside, as a user or a script would.  Speaks TAP.
# usage: tests/cli/run.sh PROGRAM
set -u
case $1 in /*) program=$1 ;; *) program=$PWD/$1 ;; esac
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset RAPOR_LANGUAGE RAPOR_LAYOUTS RAPOR_FONTS RAPOR_EMBLEM SOURCE_DATE_EPOCH
NO_COLOR=1
export NO_COLOR
samples=$root/samples
# shellcheck disable=SC2034 # the cases use them
one=$samples/denpasar-2021.xml
# shellcheck disable=SC2034
all=$samples/nasional-2021.xml
number=0
failed=0

# rapor WORDS...: calls the program; its exit code is in $code, what it wrote in
# the files out and err.
rapor() {
    "$program" "$@" >out 2>err </dev/null
    code=$?
}

# check NAME COMMAND...: one test, which is what COMMAND says.
check() {
    what=$1
    shift
    number=$((number + 1))
    if "$@" >/dev/null 2>&1; then
        echo "ok $number - $what"
        return
    fi
    failed=$((failed + 1))
    echo "not ok $number - $what"
    echo "# $* (exit code $code)"
    head -n 5 err | sed 's/^/# err: /'
    head -n 5 out | sed 's/^/# out: /'
}

# ends CODE; says TEXT: on standard error; prints TEXT: on standard output.
ends() { [ "$code" -eq "$1" ]; }
says() { grep -qF -e "$1" err; }
prints() { grep -qF -e "$1" out; }
both() { ends "$1" && says "$2"; }
gives() { ends 0 && prints "$1"; }
silent() { ! [ -s "$1" ]; }
json_lines() { /usr/bin/python3 -c 'import json, sys; [json.loads(l) for l in open(sys.argv[1])]' "$1"; }

for part in "$root"/tests/cli/*_cases.sh; do
    # shellcheck source=/dev/null
    . "$part"
done
echo "1..$number"
[ "$failed" -eq 0 ]
