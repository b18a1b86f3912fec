#!/bin/sh
# What papers say is true, lawful and kind: of every kind of office, of one session and of two.
# usage: tests/words.sh PROGRAM
. "$(dirname "$0")/tap"
TMPDIR=$scratch /usr/bin/python3 "$root/tests/outside/words.py" "$root" "$program"
