# rank: scopes, groups, regions and forms.
rapor rank "$all"
check 'rank: everybody by default' gives 'Pemerintah Kabupaten Pesisir Selatan'
check 'rank: a head and 517 lines' sh -c '[ "$(wc -l <out)" -eq 518 ]'
rapor rank "$all" --format csv
check 'csv: 21st nationally' gives '21,13.01,Pemerintah Kabupaten Pesisir Selatan,'
rapor rank "$all" -s pemda -f csv
check 'csv: 9th among regional governments' gives '9,13.01,'
rapor rank "$all" -s kabupaten-kota -f csv
check 'csv: 6th among regencies and cities' gives '6,13.01,'
rapor rank "$all" -s region --region 13 -f csv
check 'csv: best of its province' gives '1,13.01,'
check 'a region: no other province' \
    sh -c '[ "$(cut -d, -f5 out | tail -n +2 | sort -u)" = "Sumatera Barat" ]'
rapor rank "$all" -s group -g provinsi -f csv
check 'a group: no other group' \
    sh -c '[ "$(cut -d, -f4 out | tail -n +2 | sort -u | wc -l)" -eq 1 ]'
rapor rank "$all" -f json
check 'json is JSON' /usr/bin/python3 -c 'import json; assert len(json.load(open("out"))) == 517'
rapor rank "$all" -o peringkat.xlsx
check 'xlsx by the suffix of the file' /usr/bin/python3 -c '
import openpyxl
sheet = openpyxl.load_workbook("peringkat.xlsx").active
assert any("Pesisir Selatan" in str(cell.value) for row in sheet.iter_rows() for cell in row)'
cp peringkat.xlsx first.xlsx
TZ=Asia/Jayapura LC_ALL=id_ID.UTF-8 "$program" rank "$all" -o peringkat.xlsx
check 'xlsx: the same bytes elsewhere' cmp -s peringkat.xlsx first.xlsx
rapor rank "$all" -f xlsx
check 'xlsx to a pipe or file' sh -c '[ "$(head -c 2 out)" = PK ]'
script -qec "'$program' rank '$all' -f xlsx" /dev/null >out 2>&1 </dev/null
code=$?
check 'xlsx to a terminal is refused' ends 64
rapor rank "$all" --scope kabupaten
check 'an unknown scope: a suggestion' both 64 'unknown scope "kabupaten"'
rapor rank "$all" --group kotta
check 'an unknown group: a suggestion' both 64 'did you mean "kota"?'
rapor rank "$all" --region 14000
check 'an unknown region' both 64 'unknown region "14000"'
rapor rank "$all" --format cvs
check 'an unknown form: a suggestion' both 64 'did you mean "csv"?'
