#!/bin/sh
# The same bytes on every processor: with and without what newer ones can do, as qemu-user plays
# them.
# usage: tests/processors.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
input=$root/samples/denpasar-2021.xml
case $program in
*/san/*)
    echo "1..0 # skip a sanitized program does not run under qemu-user"
    exit 0
    ;;
esac
rapor build "$input" -o here -q
check "this processor builds" ends 0
for processor in kvm64 Nehalem Haswell; do
    qemu-x86_64 -cpu $processor "$program" build "$input" -o there -q -j1 2>err
    check "$processor builds" [ -e there/SHA256SUMS ]
    check "$processor: the same bytes" diff -r here there
    rm -rf there
done
finish
