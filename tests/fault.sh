#!/bin/sh
# Full disks, failing system calls and signals leave the older or the new output, whole, and say
# which.  make fault tries all of them; here a few.
# usage: tests/fault.sh PROGRAM [COUNT]
. "$(dirname "$0")/tap"
gcc -shared -fPIC -o "$scratch/gate.so" "$root/tests/outside/gate.c" || exit 1
mkdir "$scratch/faults"
/usr/bin/python3 "$root/tests/outside/faults.py" "$program" "$scratch/gate.so" "$scratch/faults" "${2:-3}"
