#!/bin/sh
# The gallery can be made: a page of the charts of one institution, whole and by itself.
# usage: tests/gallery.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
/usr/bin/python3 "$root/tests/gallery/gallery.py" "$program" "$scratch/gallery" one >made 2>&1
check 'gallery: made without a failure' grep -q ' 0 failures$' made
check 'gallery: what the page shows is there' sh -c 'grep -o "src=\"[^\"]*\"\|href=\"[^#\"]*\"" gallery/index.html |
    sed "s/^[a-z]*=\"//; s/\"$//" | sort -u >named; test $(wc -l <named) -gt 50 || exit 1
    while read -r file; do test -s "gallery/$file" || exit 1; done <named'
check 'gallery: nothing is named twice' sh -c '! grep -o " id=\"[^\"]*\"" gallery/index.html | sort | uniq -d | grep .'
finish
