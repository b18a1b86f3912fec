#!/bin/sh
# What the worker of the tables holds for each institution more: RSS of two sets of work, not time.
# usage: tests/growth.sh PROGRAM
. "$(dirname "$0")/tap"
case $program in
*/san/*)
    echo "1..0 # skip a sanitized program needs memory of its own"
    exit 0
    ;;
esac
cd "$scratch" || exit 1
few=300 many=1500
for size in $few $many; do
    "$root/tests/bench/make-evaluation" $size >$size.xml
    RAPOR_TIMES=$size.json rapor build $size.xml -o papers$size -q -j1 --only tables
    check "tables of $size institutions" ends 0
    sed -n 's/.*"worker_kb":\([0-9]*\).*/\1/p' $size.json >$size.kb
done
grown=$((($(cat $many.kb) - $(cat $few.kb)) * 1024 / (many - few)))
check "an institution takes at most 20 KB of the workbook's worker ($grown)" [ "$grown" -le 20480 ]
