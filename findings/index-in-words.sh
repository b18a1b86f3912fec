#!/bin/sh
# One would bet that packages whose whole purpose is to spell numbers in Indonesian spell an index, as a
# certificate has it behind the figure: 3,34 is "tiga koma tiga empat", digit by digit.
# angka-menjadi-terbilang drops the point and spells 334, "tiga ratus tiga puluh empat"; terbilang drops what
# is behind it, "tiga", and spells 1000 as "satu ribu", which is "seribu".  to-words spells what is
# behind the comma as a number of its own, "tiga koma tiga puluh empat", but 2.05 digit by digit.
# @develoka/angka-terbilang-js is right with a point; the comma as Indonesians write it, "2,05", becomes
# "dua ribu  ratus lima", with a hole.  None throws.
# Whoever prints words beside a figure has the words read back before they are signed.
. "$(dirname "$0")/packages"
cd "$root" || exit 2
npm install --silent --no-audit --no-fund terbilang@0.0.3 angka-menjadi-terbilang@0.5.0 to-words@5.7.0 \
    @develoka/angka-terbilang-js@1.4.2 || exit 2
echo "terbilang 0.0.3, angka-menjadi-terbilang 0.5.0, to-words 5.7.0, @develoka/angka-terbilang-js 1.4.2"
words() { node -e '
const module = require(process.argv[1]), given = JSON.parse(process.argv[2]);
const spell = module.ToWords ? number => new module.ToWords({ localeCode: "id-ID" }).convert(number)
    : module.default || module.angkaMenjadiTerbilang || module;
console.log(spell(given).toLowerCase());' "$@"; }
expect "angka-menjadi-terbilang, 3.34" "$(words angka-menjadi-terbilang 3.34)" "tiga ratus tiga puluh empat"
expect "angka-menjadi-terbilang, 334" "$(words angka-menjadi-terbilang 334)" "tiga ratus tiga puluh empat"
expect "terbilang, 3.34" "$(words terbilang 3.34)" "tiga"
expect "terbilang, 1000" "$(words terbilang 1000)" "satu ribu"
expect "to-words, 3.34" "$(words to-words 3.34)" "tiga koma tiga puluh empat"
expect "to-words, 2.05" "$(words to-words 2.05)" "dua koma nol lima"
expect "@develoka/angka-terbilang-js, 3.34" "$(words @develoka/angka-terbilang-js 3.34)" "tiga koma tiga empat"
expect "@develoka/angka-terbilang-js, \"2,05\"" "$(words @develoka/angka-terbilang-js '"2,05"')" "dua ribu  ratus lima"
finish
