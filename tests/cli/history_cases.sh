# --history: earlier years.
now=$samples/dua-tahun/2021.xml
# shellcheck disable=SC2034
then=$samples/dua-tahun/2020.xml
rapor check "$now" --history "$then"
check 'check with an earlier year' ends 0
check 'check: who is gone' says 'note: 1 of 2020 not in 2021: 99.02'
check 'check: who is new' says 'note: 1 of 2021 not in 2020: 99.72'
check 'check: no warning where file and history agree' says 'no problems'
sed 's/index="2.78" grade="Baik"/index="2.87"/' "$now" >differs.xml
rapor check differs.xml --history "$then" --strict
check 'check: a contradiction is a warning' both 2 \
    'warning: Pemerintah Kota Contoh: <history> of 2020: index 2.87, in its evaluation 2.78'
sed 's/<history year="2020"/<history year="2021"/' "$now" >late.xml
rapor check late.xml
check 'check: history that is not earlier' says '<history> of 2021 is not before 2021; it is left out'

rapor score "$now" --history "$then" -o compared.xml
check 'score compares' grep -q '<change year="2020" .*comparable="yes" before="2.78"' compared.xml
rapor schema results
cp out compared.rng
check 'score: what is compared follows the schema' xmllint --noout --relaxng compared.rng compared.xml
check 'score: a renamed one is the same' sh -c 'sed -n "/Umpama Baru\" group/,/<change/p" compared.xml |
    grep -q "before=\"2.00\""'
check 'score: a new one has no change' sh -c '! sed -n "/institution code=\"99.72\"/,/<.institution>/p" compared.xml | grep -q "<change"'
check 'score: who gained most' grep -q '<improved group="kota" position="1" code="99.71"' compared.xml
rapor score "$now"
check 'score without files: the elements' prints '<change year="2020" instrument="spbe-2020"'
check 'score without files: no means of earlier years' sh -c '! grep "<year year=\"2020\"" out | grep -q assessed'
rapor rank "$now" --history "$then"
check 'rank takes it' ends 0

rapor preview "$now" --history "$then" --layout report --institution 99.71 -o developed.pdf
check 'preview: a report with its development' sh -c 'pdftotext developed.pdf - | grep -q "^Perkembangan"'
rapor preview "$now" --history "$then" --layout report --institution 99.72 -o new.pdf
check 'preview: nothing of it where nothing is known' sh -c 'pdftotext new.pdf - | grep -q Ringkasan &&
    ! pdftotext new.pdf - | grep -q "^Perkembangan"'
rapor preview "$now" --history "$then" --layout summary --region 99 -o region.pdf
check 'preview: who gained most in the region' sh -c 'pdftotext region.pdf - | grep -q "Kenaikan terbesar"'
rapor build "$now" --history "$then" -o years --only report
check 'build takes it' test -f years/wilayah/99-contoh-raya.zip

rapor score "$now" --history "$now"
check 'the same year: exit 65' both 65 'its year 2021 is not before 2021'
rapor score "$now" --history "$then" --history "$then"
check 'a year twice: exit 65' both 65 'the year 2020 is there already'
rapor score "$now" --history "$samples/bad/level-outside-range.xml"
check 'an earlier year that is wrong: exit 65, and where' both 65 'level-outside-range.xml:7:23: error'
rapor score "$now" --history absent.xml
check 'an earlier year that is missing: exit 66' both 66 'absent.xml'
