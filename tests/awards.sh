#!/bin/sh
# Who gets which award: by index and by what was gained, with ties, from the least index on, and nobody where too few take part.
# usage: tests/awards.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
export TMPDIR="$scratch"

levels() { # levels LEVEL: all 47 indicators
    i=1
    while [ $i -le 47 ]; do
        printf '<indicator no="%s" level="%s"/>' $i "$1"
        i=$((i + 1))
    done
}
one() { # one CODE NAME GROUP LEVEL BEFORE
    printf '<institution code="%s" name="%s" group="%s" region="99">' "$1" "$2" "$3"
    levels "$4"
    [ -z "$5" ] || printf '<history year="2020" instrument="spbe-2020" index="%s"/>' "$5"
    printf '</institution>\n'
}
{
    echo '<evaluation xmlns="urn:rapor:evaluation:1" instrument="spbe-2020" year="2021">'
    echo '<issuer name="Kementerian Contoh" office="Menteri Contoh"/><ceremony date="2021-12-01" place="Balai Contoh"/><region code="99" name="Contoh"/>'
    one 99.71 "Kota Satu" kota 5 4.80
    one 99.72 "Kota Dua" kota 4 2.00
    one 99.73 "Kota Tiga" kota 4 3.90
    one 99.74 "Kota Empat" kota 3 1.00
    one 99.75 "Kota Lima" kota 3 1.00
    one 99.76 "Kota Enam" kota 2 1.00
    one 99.01 "Kabupaten Satu" kabupaten 5 ""
    one 99.02 "Kabupaten Dua" kabupaten 4 3.00
    echo '</evaluation>'
} >nilai.xml
rapor score nilai.xml -o hasil.xml
winners() { # winners AWARD: position, name, gain of each
    xmllint --xpath "//*[local-name()='award'][@id='$1']/*" hasil.xml 2>/dev/null |
        sed 's/.* position="\([0-9]*\)".* name="\([^"]*\)".*/\1 \2 &/; s/ <.*gain="\([^"]*\)".*/ \1/; s/ <.*//' | paste -sd,
}
check "by index: the second place is shared, the next is the fourth" \
    [ "$(winners kota)" = "1 Kota Satu,2 Kota Dua,2 Kota Tiga" ]
check "too few take part: nobody" [ -z "$(winners kabupaten)" ]
check "most improved: ties share their place, and who gained most but reached too little gets none" \
    [ "$(winners peningkatan)" = "1 Kota Dua 2.00,1 Kota Empat 2.00,1 Kota Lima 2.00" ]
rapor preview nilai.xml --layout winners -o daftar.pdf
pdftotext -layout daftar.pdf daftar.txt
check "the list tells a category that nobody wins" grep -q 'Tidak ada penerima' daftar.txt
check "... and what was gained" grep -qE 'Kota Empat +3,00 +2,00' daftar.txt
rapor preview nilai.xml --layout decree -o keputusan.pdf
pdftotext -layout keputusan.pdf keputusan.txt
check "the decree gives the awards" grep -q 'Digital Government Award' keputusan.txt
rapor preview nilai.xml --layout award --institution 99.72 -o piagam.pdf
pdftotext piagam.pdf - | tr '\n' ' ' >piagam.txt
check "a charter tells both places" grep -q 'serta Peringkat Pertama Kategori Peningkatan Penerapan SPBE' piagam.txt
rapor preview nilai.xml --layout card --institution 99.72 -o kartu.pdf
pdftotext kartu.pdf - | tr '\n' ' ' >kartu.txt
check "so does its card" \
    grep -q 'Digital Government Award: peringkat 2 Pemerintah Kota dan peringkat 1 Peningkatan Penerapan SPBE' kartu.txt
rapor build nilai.xml -o undangan --loose -q --only invitation,calling
pdftotext "$(find undangan -name '99.72-undangan-*.pdf')" - | tr '\n' ' ' >undangan.txt
check "an invitation tells them, too" \
    grep -q 'peringkat kedua kategori Pemerintah Kota dan peringkat pertama kategori Peningkatan Penerapan SPBE' undangan.txt
check "whoever gets one is invited, and nobody else" \
    [ "$(find undangan -name '*-undangan-*.pdf' | sed 's/.*\/\([^-/]*\)-[^/]*/\1/' | sort | paste -sd,)" = 99.71,99.72,99.73,99.74,99.75 ]
rapor preview nilai.xml --layout calling -o urutan.pdf
pdftotext -layout urutan.pdf urutan.txt
check "each is called for each award, the first place last" \
    [ "$(grep -oE '[0-9]\. +[0-9] +Kota (Satu|Dua)' urutan.txt | tr -s ' ' | paste -sd,)" = "1. 2 Kota Dua,3. 1 Kota Satu,4. 1 Kota Dua" ]
sed -i 's/office="Menteri Contoh"/office="Wali Kota Contoh"/' nilai.xml
rapor preview nilai.xml --layout decree -o keputusan.pdf
check "a mayor does not give those of the ministry" fails sh -c 'pdftotext keputusan.pdf - | grep -q "Digital Government Award"'
finish
