#!/bin/sh
# What few runs need is not loaded at each start, and is missed only where it is called.
# usage: tests/start.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1

seldom='librsvg|libxlsxwriter|libxslt|libqpdf|libqrencode|libhyphen'
[ "$(uname -m)" != x86_64 ] ||
    check "libraries that few runs need are not linked" fails sh -c "ldd '$program' | grep -E '$seldom'"

rapor build "$root/samples/denpasar-2021.xml" -o papers -q
check "papers with pictures and a workbook are made" ends 0
rapor verify --pdfa papers/nasional.zip
check "and are verified" ends 0

# The library of qpdf cannot be read.
qpdf=$(objdump -p "$(${CC:-gcc} -print-file-name=libqpdf.so)" | awk '$1 == "SONAME" { print $2 }')
mkdir broken && : >"broken/$qpdf"
LD_LIBRARY_PATH=$scratch/broken
export LD_LIBRARY_PATH
if [ "$(uname -m)" = x86_64 ]; then
    rapor --version
    check "what does not need a library does not miss it" ends 0
    rapor verify --pdfa papers/nasional.zip
    check "what needs it says so" both 69 "rapor: error: $scratch/broken/$qpdf"
fi
finish
