#!/bin/sh
# Charts as SVG look alike in Chromium, Firefox and librsvg; the page for the press points one institution out.
# usage: tests/pictures.sh PROGRAM
. "$(dirname "$0")/tap"
export TMPDIR="$scratch"
/usr/bin/python3 "$root/tests/outside/pictures.py" "$program" "$scratch"
