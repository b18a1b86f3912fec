#!/bin/sh
# Papers of the archival painter: judged by programs that we did not write, and
# held against the same papers by cairo.
# usage: tests/archive.sh PROGRAM
. "$(dirname "$0")/tap"
TMPDIR=$scratch /usr/bin/python3 "$root/tests/outside/archive.py" "$program" "$root" "$scratch"
