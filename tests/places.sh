#!/bin/sh
# Wherever and whenever it runs, whoever runs it: the same papers.
# usage: tests/places.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
sample=$root/samples/denpasar-2021.xml
rapor build "$sample" -o papers -q
check "the papers to compare with" ends 0

# same WHAT COMMAND...: the command builds the same into other/papers; the notes for a next run name the
# libraries that are loaded, of which faketime is one.
same() {
    what=$1
    shift
    rm -rf other && mkdir other
    "$@" >out 2>err </dev/null
    code=$?
    check "$what" ends 0 && check "$what: the same bytes" diff -r -x .rapor-build papers other/papers
}
same "a tight umask" sh -c 'umask 077 && exec "$@"' sh "$program" build "$sample" -o other/papers -q
mkdir home && chmod 500 home
same "a home that is not written to" env HOME="$scratch/home" XDG_CACHE_HOME="$scratch/home/none" \
    "$program" build "$sample" -o other/papers -q
odd="a 'folder' of \"mine\" \$HOME;"
mkdir "$odd" && cp "$sample" "$odd/eval 'a'.xml"
same "a path with spaces and quotes" sh -c 'cd "$2" && "$1" build "eval '\''a'\''.xml" -o "pa pers" -q && mv "pa pers" ../other/papers' \
    sh "$program" "$odd"
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
    chmod 755 "$scratch"
    user_can() { setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$program" -a -r "$root/layouts/common/style.xml"; }
    if user_can; then
        rm -rf other && mkdir -m 777 other
        setpriv --reuid=65534 --regid=65534 --clear-groups "$program" build "$sample" -o other/papers -q >out 2>err </dev/null
        code=$?
        check "another user" ends 0 && check "another user: the same bytes" diff -r -x .rapor-build papers other/papers
    fi
fi
if command -v faketime >/dev/null; then
    for day in "2108-02-01 10:00:00" "1979-06-01 10:00:00"; do
        same "on $day" faketime "$day" "$program" build "$sample" -o other/papers -q
    done
fi

# Dates that an archive cannot hold are held at its ends.
dated() { unzip -l papers/nasional.zip | grep -q " $1 .*keputusan.*pdf"; }
for pair in 2200-01-01:2107-12-31 1975-01-01:1980-01-01; do
    sed "s/2021-12-31/${pair%:*}/" "$sample" >dated.xml
    rm -rf papers
    rapor build dated.xml -o papers -q --only decree
    check "a decree of ${pair%:*} in an archive" dated "${pair#*:}"
done
finish
