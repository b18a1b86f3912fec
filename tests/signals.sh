#!/bin/sh
# Signals: code, message and state agree.
# usage: tests/signals.sh PROGRAM
. "$(dirname "$0")/tap"
/usr/bin/python3 "$root/tests/outside/signals.py" "$program" "$scratch"
