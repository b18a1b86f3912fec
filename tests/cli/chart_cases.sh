# chart: one chart for the press, in every form.
rapor chart --list
check 'chart --list: a line each' gives 'sebaran indeks'
rapor chart "$all" --kind histogram -o h.svg
check 'chart: SVG with a title, a text and no script' sh -c 'grep -q "<title" h.svg &&
    grep -q "<desc" h.svg && ! grep -qi "script\|href" h.svg && xmllint --noout h.svg'
rapor chart "$all" -k histogram
check 'chart: SVG to standard output' cmp -s out h.svg
rapor chart "$all" -k histogram --theme dark
check 'chart --theme: other colours' sh -c '! cmp -s out h.svg'
for size in wide:1200x675 square:1080x1080 tall:1080x1920; do
    rapor chart "$all" -k ranking --group kota --size "${size%:*}" -o r.png
    check "chart --size ${size%:*}" sh -c "file_size=\$(python3 -c 'import struct
print(\"%dx%d\" % struct.unpack(\">II\", open(\"r.png\", \"rb\").read()[16:24]))'); [ \$file_size = ${size#*:} ]"
done
rapor chart "$all" -k ranking --scale 2 -o r.png
check 'chart --scale 2: twice as many pixels, at twice the resolution' \
    sh -c "python3 '$root/tests/png.py' r.png | grep -q 'resolution 7559 7559'"
rapor chart "$all" -k ranking -o r.pdf
check 'chart: PDF' sh -c 'head -c 5 r.pdf | grep -q "%PDF-"'
rapor chart "$all" -k ranking --region 13 -o r.csv
check 'chart: CSV of the numbers shown' sh -c 'grep -q "Pesisir Selatan,.*3\.34" r.csv'
rapor chart "$all" -k ranking --region 13 -o r.id.csv
check 'chart: CSV for Excel in Indonesian' sh -c 'grep -q "Pesisir Selatan;.*3,34" r.id.csv'
rapor chart "$all" -k ranking -o r.txt
check 'chart: text with source' sh -c 'grep -q "Sumber: " r.txt && grep -q "Kementerian Kesehatan: 3,80" r.txt'
rapor chart "$all"
check 'chart without a kind' both 64 'rapor chart --list shows all'
rapor chart
check 'chart without input' both 64 'IN is missing'
rapor chart "$all" -k histgram
check 'chart: an unknown kind: a suggestion' both 64 'did you mean "histogram"?'
rapor chart "$all" -k histogram --size wade
check 'chart: an unknown size: a suggestion' both 64 'did you mean "wide"?'
rapor chart "$all" -k histogram --theme drak
check 'chart: an unknown theme: a suggestion' both 65 'did you mean "dark"?'
rapor chart "$all" -k histogram -f pgn
check 'chart: an unknown form: a suggestion' both 64 'did you mean "png"?'
rapor chart "$all" -k histogram --group kota --region 13
check 'chart: of one thing only' both 64 'one group, one region or one institution'
rapor chart "$all" -k histogram --region 99
check 'chart: an unknown region' ends 64
rapor chart "$one" -k histogram --institution 51.71
check 'chart: not of this' both 65 'there is no chart histogram of an institution'
rm -f h.svg r.csv r.id.csv r.pdf r.png r.txt
