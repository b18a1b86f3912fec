#!/bin/sh
# The data flows one way: a stage, a folder of src/, includes its own headers and those of
# earlier stages only.  What others may use of it is in include/rapor/STAGE/.
set -u
stages='base read import assess view doc layout compose type chart typeset paint pack register verify sign session press plan cache shards jobs dispatch cli'
allowed=' '
for stage in $stages; do
    allowed="$allowed$stage "
    bad=$(grep -H '^#include "' "src/$stage"/*.[ch] "src/$stage"/*/*.[ch] "include/rapor/$stage"/*.h 2>/dev/null |
        while IFS=':"' read -r file _ header _; do
            case "$header/$file" in
            rapor/*) from=${header#rapor/} && from=${from%%/*} ;;
            ../../*) from=elsewhere ;;
            ../*/src/*/*/*) continue ;;
            ../*) from=elsewhere ;;
            *) continue ;;
            esac
            case "$allowed" in
            *" $from "*) ;;
            *) echo " $file:$header" ;;
            esac
        done)
    if [ -z "$bad" ]; then
        echo "ok - $stage includes only what comes before it"
    else
        echo "not ok - $stage:$bad"
    fi
done
for folder in src/*/ include/rapor/*/; do
    case " $stages " in
    *" $(basename "$folder") "*) ;;
    *) echo "not ok - $folder belongs to no stage" ;;
    esac
done
