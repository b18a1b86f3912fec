#!/bin/sh
# Layouts say what they mean: a word is chosen by if() or case(), not by cutting it to nothing,
# which takes a letter off the end when the word grows.
. "$(dirname "$0")/tap"

cut_words() { # cut_words FOLDER: the places where a word is cut by a condition
    grep -rnE "substring\([^,]*'[^']*'[^,]*, *1 *(, *[0-9]+ *\*|\+ *[(])" "$1" --include='*.x[ms]l'
}

mkdir "$scratch/cut"
cat >"$scratch/cut/a.xml" <<'END'
<p>{substring('Jaringan', 1, 8 * (@kind = 'network'))}</p>
<each last="{substring(', dan ', 1 + (count($all) = 2))}"/>
<p>{substring('Jaringan', 1, 3)}</p>
END
check "the words that are cut by a condition are found" \
    test "$(cut_words "$scratch/cut" | wc -l)" = 2
check "no layout cuts a word by a condition" test -z "$(cut_words "$root/layouts")"
finish
