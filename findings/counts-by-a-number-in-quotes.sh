#!/bin/sh
# One would bet that a formula in a workbook counts the same wherever the book is opened: it is stored with
# points and English names, whatever the machine speaks.
# What stands in quotes is not.  COUNTIF(A1:A5,">=2.6"), as a program writes it that knows the stored form, counts
# 3 of 5 indices in LibreOffice set to English, and 0 where it is set to Indonesian, whose decimal sign is
# the comma: no error, "0 institutions have reached the target".  SUMIF gives 0 likewise; VALUE("3.34")
# at least is an error.  A reader that does not calculate goes on showing what the maker's machine found.
# What holds everywhere has no number in quotes: COUNTIF(A1:A5,">="&2.6), or with a cell, or
# SUMPRODUCT(--(A1:A5>=2.6)).
. "$(dirname "$0")/packages"
sheets_of_libreoffice
cd "$root" || exit 2
write_book indices.xlsx 2.6 2.59 3.34 1.8 4.5 '=COUNTIF(A1:A5,">=2.6")' '=SUMIF(A1:A5,"<2.6")' '=VALUE("3.34")' \
    '=COUNTIF(A1:A5,">="&2.6)' '=SUMPRODUCT(--(A1:A5>=2.6))' || exit 2
found() { calculated "$1" indices.xlsx | sed -n '6,$p' | paste -sd' '; }
"$office/soffice.bin" --version
expect "set to English" "$(found en-US)" "3 4.39 3.34 3 3"
expect "set to Indonesian" "$(found id-ID)" "0 0 Err:502 3 3"
finish
