# export, import and init: what stands on the command line.
rapor export "$one" -o angka.xlsx
check 'export: a workbook by default' sh -c '[ "$(head -c 2 angka.xlsx)" = PK ]'
rapor export "$one" -o indikator.csv
check 'export: CSV by the suffix' grep -q '^51.71,Pemerintah Kota Denpasar,' indikator.csv
rapor export "$one" -f json
check 'export: JSON' /usr/bin/python3 -c 'import json; assert json.load(open("out"))[0]["47"] == 4'
rapor export "$one" --dictionary
check 'export: what columns mean' gives 'indikator,47,47,bilangan bulat,tingkat,'
check 'export: what may stand in them' gives 'Memuaskan; Sangat Baik; Baik; Cukup; Kurang'
rapor export "$one" --dictionary -f json
check 'export: the dictionary is CSV' both 64 'neither --template nor --format'
rapor export
check 'export: neither IN nor a template' both 64 '--template INSTRUMENT'
rapor export --template spbe-2002 -o x.xlsx
check 'export: an unknown instrument: a suggestion' both 64 'did you mean "spbe-2020"?'
rapor export --template spbe-2020 -o x.csv
check 'export: a form is a workbook' both 64 'goes with xlsx only'
rapor export --template pegi "$one" -o x.xlsx
check 'export: a template of another instrument' both 64 'the evaluation is by spbe-2020'
rapor export --template spbe-2020 "$one" -o isian.xlsx
check 'export: a form with the institutions' ends 0
rapor import isian.xlsx
check 'import: a form that nobody filled in' both 65 'Indikator!A3: 51.71 has neither levels'
rapor import angka.xlsx
check 'import: to standard output' gives '<indicator no="47"'
cp out kembali.xml
rapor check kembali.xml
check 'import: what comes out passes check' ends 0
rapor import indikator.csv
check 'import: a CSV does not say its instrument' both 64 'add --instrument'
rapor import indikator.csv --instrument spbe-2020
check 'import: nor its year' both 64 'add --year'
rapor import indikator.csv --instrument spbe-202 --year 2021
check 'import: an unknown instrument: a suggestion' both 64 'did you mean "spbe-2020"?'
rapor import indikator.csv --instrument spbe-2020 --year 21
check 'import: a wrong year' both 65 'year "21" is not a year'
rapor import nothing.xlsx
check 'import: no such file' both 66 'nothing.xlsx: No such file'
rapor init start --instrument spbe-2020
check 'init: makes a project' both 0 'begin with README.md'
check 'init: with a README, an evaluation and layouts' \
    test -s start/README.md -a -s start/evaluation.xml -a -s start/layouts/common/style.xml
rapor init start --instrument spbe-2020
check 'init: never into a folder that holds something' both 73 'not empty'
rapor init start2
check 'init: needs an instrument' both 64 '--instrument is missing'
rapor init start2 --instrument spbe
check 'init: an unknown instrument' both 64 'unknown instrument "spbe"'
check 'init: then nothing is made' test ! -e start2
rapor init nowhere/start/deep --instrument pegi -q
check 'init: makes the folders above' test -s nowhere/start/deep/evaluation.xml
# A sheet of levels with institutions of these codes and names.
levels_of() {
    printf 'Kode,Instansi,Kelompok' && printf ',%s' $(seq 47) && echo
    for institution; do
        printf '%s,Pemerintah Kabupaten' "$institution" && printf ',3%.0s' $(seq 47) && echo
    done
}
levels_of '1302,Pemerintah Kabupaten Pesisir Selatan' >bps.csv
rapor import bps.csv --instrument spbe-2020 --year 2021
check 'import: a code of BPS is told with that of Kemendagri' both 65 'the code of Kemendagri is 13.01'
check 'import: and nothing else is, the province being that of the name' [ "$(grep -c 'error: ' err)" -eq 2 ]
levels_of '13.01,Pemerintah Kabupaten Pesisir Selatan' '13.1,Pemerintah Kabupaten Dharmasraya' >nol.csv
rapor import nol.csv --instrument spbe-2020 --year 2021
check 'import: a code that lost a zero' both 65 'code 13.1 has lost a zero'
check 'import: is told once' [ "$(grep -c 'error: ' err)" -eq 2 ]
