#!/bin/sh
# One would bet that numbers with a decimal point, as data are published, are sorted and summed alike on
# every Debian machine, or that what does not take the point says so.
# On a machine set to Indonesian (id_ID.UTF-8), where the point stands between thousands, sort -n reads 3.34
# as 334 and 4 as 4: of six indices the second best comes last, the third best first.  sort -g reads 3
# of each 3.xx, and settles what is equal by the whole line, that is by name.  mawk, which is awk in
# Debian, reads 3 as well: the mean, 3.54, is 3,16667, with a comma that cuts a line of a CSV once more.
# gawk gives 3.54.  None says a word, each ends with 0.
# Scripts over published data begin with export LC_ALL=C.
. "$(dirname "$0")/packages"
debian coreutils=9.1-1 mawk=1.3.4.20200120-3.1 gawk libsigsegv2 libmpfr6 libgmp10 libreadline8 locales libc-bin
cd "$root" || exit 2
mkdir places
I18NPATH=$root/usr/share/i18n localedef -i id_ID -f UTF-8 places/id_ID.UTF-8 || exit 2
export LOCPATH=$root/places
cat >indices.csv <<'CSV'
Anggrek,3.10
Bakung,3.40
Cempaka,2.9
Dahlia,3.34
Edelweis,4.5
Flamboyan,4
CSV
order() { LC_ALL=$1 sort -t, -k"2,2$2r" indices.csv | cut -c1 | paste -sd' '; }
mean='{ sum += $2 } END { print sum / NR }'
expect "sort -n, C" "$(order C.UTF-8 n)" "E F B D A C"
expect "sort -n, id_ID" "$(order id_ID.UTF-8 n)" "B D A E C F"
expect "sort -g, id_ID" "$(order id_ID.UTF-8 g)" "E F A B D C"
expect "mawk, C" "$(LC_ALL=C.UTF-8 mawk -F, "$mean" indices.csv)" "3.54"
expect "mawk, id_ID" "$(LC_ALL=id_ID.UTF-8 mawk -F, "$mean" indices.csv)" "3,16667"
expect "gawk, id_ID" "$(LC_ALL=id_ID.UTF-8 gawk -F, "$mean" indices.csv)" "3.54"
finish
