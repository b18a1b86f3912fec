#!/bin/sh
# A paper of thousands of rows takes some room for each, and not that of all its blocks, lines and ink
# at once; how much is what the figures in doc/performance.md come to.
# usage: tests/long.sh PROGRAM
. "$(dirname "$0")/tap"
most=16 # KB for each institution, which stands in two tables
case $program in
*/san/*) most=1000 ;; # a sanitized program takes what it needs
esac

# peak COUNT: KB that a decree on so many institutions takes.
peak() {
    "$root/tests/bench/make-evaluation" "$1" units >"$scratch/$1.xml" &&
        /usr/bin/python3 - "$program" "$scratch/$1.xml" "$scratch/$1.pdf" <<'PYTHON'
import resource, subprocess, sys
program, evaluation, paper = sys.argv[1:]
subprocess.run([program, "preview", evaluation, "-d", "decree", "-o", paper], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
PYTHON
}

few=$(peak 1000)
many=$(peak 4000)
echo "# $few KB, $many KB: $(((many - few) / 3000)) KB for each"
check "4,000 institutions take less than $most KB each more than 1,000" test "$((many - few))" -lt "$((most * 3000))"
finish
