#!/bin/sh
# What a data officer meets: mistakes in sheets, and a day's work with them.
# usage: tests/officer.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
TMPDIR=$scratch /usr/bin/python3 "$root/tests/outside/officer.py" "$program" "$root" "$scratch"
