#!/bin/sh
# Workbooks, forms and imports.  Formulas are evaluated by tests/outside/formulas.py:
# a whole office suite, 260 MB, would have to be installed for a few SUMPRODUCTs.
# usage: tests/sheets.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
TMPDIR=$scratch /usr/bin/python3 "$root/tests/outside/sheets.py" "$program" "$root" "$scratch"
