#!/bin/sh
# After any correction, the output is what is made anew, byte for byte.  make corrections
# tries 500; here a few of them.
# usage: tests/corrections.sh PROGRAM [COUNT [SEED]]
. "$(dirname "$0")/tap"
/usr/bin/python3 "$root/tests/outside/corrections.py" "$program" "$scratch" "${2:-20}" "${3:-1}"
