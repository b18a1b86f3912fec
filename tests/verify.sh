#!/bin/sh
# The judge of archival documents: one that obeys all rules passes, and whichever
# rule is broken, it says so.
# usage: tests/verify.sh PROGRAM
. "$(dirname "$0")/tap"
/usr/bin/python3 "$root/tests/outside/verify.py" "$program" "$scratch"
