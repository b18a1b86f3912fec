#!/bin/sh
# One would bet that a spreadsheet which says that two indices are equal gives them one rank.
# LibreOffice calls numbers equal that differ in their last bits, 1.1+2.2 and 3.3, since 0.1 is no binary
# fraction; so do its > and its COUNTIF.  RANK looks at all bits: of three indices of 3.3, equal for
# the sheet in every comparison, the two that were added up are first, and the one that was typed is
# third.  An index that is the sum of weights times levels is ahead or behind by the order of the sum.
# A list that is ranked in a sheet ranks ROUND(index,2), or counts: SUMPRODUCT(--(all>own))+1.
. "$(dirname "$0")/packages"
sheets_of_libreoffice
cd "$root" || exit 2
write_book indices.xlsx '=1.1+2.2' '=2.2+1.1' 3.3 2.5 '=A1=A3' '=A1>A3' '=RANK(A1,A1:A4)' '=RANK(A2,A1:A4)' '=RANK(A3,A1:A4)' '=RANK(A4,A1:A4)' \
    '=SUMPRODUCT(--(A1:A4>A1))+1' '=SUMPRODUCT(--(A1:A4>A3))+1' || exit 2
calculated en-US indices.xlsx >found
"$office/soffice.bin" --version
expect "indices" "$(sed -n '1,4p' found | paste -sd' ')" "3.3 3.3 3.3 2.5"
expect "the first equal to the third, greater than it" "$(sed -n '5,6p' found | paste -sd' ')" "TRUE FALSE"
expect "RANK" "$(sed -n '7,10p' found | paste -sd' ')" "1 1 3 4"
expect "counted: the first and the third" "$(sed -n '11,12p' found | paste -sd' ')" "1 1"
finish
