#!/bin/sh
# What each institution more takes of memory, in the process that has most to do with it: RSS of two
# sets of work, not time.  The figures in doc/performance.md are what the bounds come from.
# usage: tests/growth.sh PROGRAM
. "$(dirname "$0")/tap"
case $program in
*/san/*)
    echo "1..0 # skip a sanitized program needs memory of its own"
    exit 0
    ;;
esac
cd "$scratch" || exit 1

shape= # what sed makes of a set
# grows NAME MOST FEW MANY PROCESS COMMAND...: does the command, on work.xml, with so many institutions.
grows() {
    name=$1 most=$2 few=$3 many=$4 process=$5
    shift 5
    for size in "$few" "$many"; do
        "$root/tests/bench/make-evaluation" "$size" units |
            sed "$shape" >work.xml
        RAPOR_TIMES=$size.json rapor "$@"
        check "$name of $size institutions" ends 0
        sed -n "s/.*\"${process}_kb\":\([0-9]*\).*/\1/p" "$size.json" >"$size.kb"
    done
    grown=$((($(cat "$many.kb") - $(cat "$few.kb")) * 1024 / (many - few)))
    check "$name: an institution takes at most $most bytes ($grown)" [ "$grown" -le "$most" ]
}

grows 'tables' 20480 300 1500 worker build work.xml -o papers -q -j1 --only tables
grows 'a decree' 9216 1000 4000 main preview work.xml -d decree -o decree.pdf
shape='s/ parent="[^"]*"/ parent="11.01"/'
grows 'a paper of one parent' 8192 1000 4000 worker build work.xml -o units -q -j1 --only units
finish
