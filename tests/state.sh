#!/bin/sh
# Decree, letter and certificates by the rules of state papers, judged by other programs.
# usage: tests/state.sh PROGRAM
. "$(dirname "$0")/tap"
TMPDIR=$scratch /usr/bin/python3 "$root/tests/outside/state.py" "$root" "$program"
