#!/bin/sh
# The data flows one way: a stage may include its own headers and those of
# earlier stages only.  Each line: a stage, its headers.
set -u
stages='
base     arena diagnostic digest failure fingerprint interrupt numeral overlay own place squeeze times
read     instrument evaluation records register
import   import receipts
assess   standing development view ranking plan peers differences what_if tables
view     tree
compose  style anchor role binding map figure paragraph table block doc layout compose
type     fonts pages
chart    chart
typeset  typeset
paint    paint
pack     pack manifest publish seal unpack sheet sidecar book files lock quote
register registry issuing register_table audit
verify   verify
kit      kit
build    session build gallery form
cli      -
'
allowed=' '
while read -r stage headers; do
    [ -n "$stage" ] || continue
    for header in $headers; do allowed="${allowed}rapor/$header.h "; done
    bad=
    for file in "src/$stage"/*.[ch] "src/$stage"/*/*.[ch]; do
        [ -e "$file" ] || continue
        for header in $(sed -n 's/^#include "\(.*\)"$/\1/p' "$file"); do
            case "$allowed" in *" $header "*) continue ;; esac
            [ -e "$(dirname "$file")/$header" ] || [ -e "src/$stage/$header" ] || bad="$bad $file:$header"
        done
    done
    if [ -z "$bad" ]; then
        echo "ok - $stage includes only what comes before it"
    else
        echo "not ok - $stage:$bad"
    fi
done <<EOF
$stages
EOF
for header in include/rapor/*.h; do
    case "$allowed" in
    *" rapor/$(basename "$header") "*) ;;
    *) echo "not ok - $header belongs to no stage" ;;
    esac
done
