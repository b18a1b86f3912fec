#!/bin/sh
# The patterns by which Indonesian words are divided are those that their rules make.
. "$(dirname "$0")/tap"
/usr/bin/python3 "$root/fonts/hyphen-id.py" >"$scratch/rules"
perl /usr/share/libhyphen/substrings.pl "$scratch/rules" "$scratch/made.dic" UTF-8 2 3 >/dev/null
check "fonts/hyphen-id.dic is what fonts/hyphen-id.py makes (make patterns)" \
    cmp -s "$scratch/made.dic" "$root/fonts/hyphen-id.dic"
finish
