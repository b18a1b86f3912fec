#!/bin/sh
# What import tells of a sheet: all of it where all is asked for, and what an officer can do about it.
# usage: tests/told.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
heads='Kode;Instansi;Kelompok'
levels=
for number in $(seq 47); do
    heads="$heads;$number"
    levels="$levels;9"
done
printf '%s\n13.01;Pemerintah Kabupaten Pesisir Selatan;Pemerintah Kabupaten%s\n' "$heads" "$levels" >wrong.csv
rapor import wrong.csv --instrument spbe-2020 --year 2021 --all
check "--all tells each of 47 wrong cells" sh -c '[ "$(grep -c "is outside 1..5" err)" = 47 ]'
rapor import wrong.csv --instrument spbe-2020 --year 2021 --json
check "--json does, too" sh -c '[ "$(grep -c "is outside 1..5" out)" = 47 ]'
sed 's/9;9;9;9/≥3;3?;3%;3 */; s/;9/;3/g' wrong.csv >hedged.csv
rapor import hedged.csv --instrument spbe-2020 --year 2021 --all
check "at least 3, perhaps 3 and 3 per cent are no levels" sh -c '[ "$(grep -c "is not a whole number" err)" = 3 ]'
rapor export --template spbe-2020 -o form.xlsx
rapor import form.xlsx --year 2021
check "an empty form is told as one" both 65 'no institution stands in it'
rapor import form.xlsx --year 2021 --instrument akip
check "a form of another instrument is not read by this one" both 64 'is by spbe-2020, not akip'
finish
