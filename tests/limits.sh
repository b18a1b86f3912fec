#!/bin/sh
# What is small and would grow without end is refused, with its place, in little time and memory;
# what can be read once only is read once; what is not UTF-8 is refused whatever it declares.
# usage: tests/limits.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
sample=$root/samples/opd-2021.xml
python3 "$root/tests/outside/bombs.py" . "$root/samples/denpasar-2021.xml"

# held COMMAND...: calls the program with 1.5 GiB and 20 seconds of a processor.
held() {
    (ulimit -v 1572864 && ulimit -t 20 && exec "$program" "$@") >out 2>err </dev/null
    code=$?
}
held import rows.xlsx --instrument spbe-2020 -o a.xml
check "a workbook of far rows" both 65 'rows.xlsx: sheet "S'
held import text.ods --instrument spbe-2020 -o a.xml
check "a sheet of repeated texts" both 65 'text.ods: sheet "a": more than 512 MiB of text'
for kind in attributes spaces; do
    held check $kind.xml
    check "a tag of many $kind" both 65 "$kind.xml:11:3: error: this tag has more than 500 attributes"
done
held check name.xml
check "a name of a million letters" both 65 "letters, more than 10000"

# The library of workbooks does not look whether its temporary files were written.
strace -f -qq -o /dev/null -e trace=write -e inject=write:error=ENOSPC:when=1 "$program" rank "$sample" -o cut.xlsx >out 2>err
code=$?
check "a disk that is full while a workbook is made" both 74 "the workbook was cut short"
check "a disk that is full: no workbook" [ ! -e cut.xlsx ]

# A folder of which the disk gives no more is not one that ends there.
rapor build "$root/samples/denpasar-2021.xml" -q -o papers --only letter
for time in 1 2; do
    strace -f -qq -o /dev/null -e trace=getdents64 -e inject=getdents64:error=EIO:when=$time "$program" verify papers >out 2>err
    code=$?
    check "a folder that cannot be listed: verify says so ($time)" both 74 "papers: Input/output error"
done

# What is written is read once more: that it cannot be is no property of the register.
cp "$sample" in.xml
rapor register reserve --register r.xml --kind letter --year 2021 --from 21 --to 60 --pattern 'B/{n}'
cp r.xml before.xml
strace -f -qq -o /dev/null -P "$scratch/.r.xml.rapor-new" -e trace=pread64 -e inject=pread64:error=EIO:when=1 \
    "$program" build in.xml -o nothing -q --register r.xml --only letter >out 2>err
code=$?
check "a register that cannot be read back is as it was, 74" eval '[ "$code" -eq 74 ] && cmp r.xml before.xml'

# Each command that reads an evaluation, from a FIFO.
once() {
    rm -f pipe && mkfifo pipe || return
    cat "$sample" >pipe &
    rapor "$@"
    kill $! 2>/dev/null # where nobody read
    wait
}
once check pipe
check "check reads a FIFO once" both 0 "pipe: 13 institutions (13 assessed), no problems"
once build pipe -o papers -q
check "build reads a FIFO once" ends 0
once preview pipe -d report --institution 99.71.01 -o report.pdf
check "preview reads a FIFO once" ends 0
once score pipe
check "score reads a FIFO once" ends 0
once rank pipe
check "rank reads a FIFO once" ends 0
once export pipe -o book.xlsx
check "export reads a FIFO once" ends 0
once import --into pipe book.xlsx -o again.xml
check "import --into reads a FIFO once" cmp again.xml "$sample"
"$program" check - <"$sample" >out 2>err
code=$?
check "a file as standard input" ends 0
cat "$sample" | "$program" check - >out 2>err
code=$?
check "a pipe as standard input" ends 0

# recode DECLARED ENCODING: the sample in that encoding, and declared as that one.
recode() {
    python3 -c 'import sys
text = open(sys.argv[1], encoding="utf-8").read().replace("UTF-8", sys.argv[2], 1)
text = text.replace("Dinas Kesehatan\"", "Dinas K\u00e9sehatan\"", 1)
open("recoded.xml", "wb").write(text.encode(sys.argv[3], "replace"))' "$sample" "$1" "$2"
    rapor check recoded.xml
}
for encoding in latin-1 utf-16 utf-32 cp037; do
    recode UTF-8 $encoding
    check "$encoding is refused though it says UTF-8" both 65 UTF-8
    recode ISO-8859-1 $encoding
    check "$encoding is refused, declared" both 65 UTF-8
done
# Layouts that repeat without end: parts within parts, and each within each.
endless() {
    mkdir -p layouts/spbe-2020
    { printf '%s\n' '<layout xmlns="urn:rapor:layout:1" title="Surat">' '<import href="../common/letter-parts.xml"/>' \
        '<part name="a0"><p>x</p></part>'
      for i in 1 2 3 4 5; do
          before=a$((i - 1))
          printf '<part name="a%s">' $i
          for use in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do printf '<use part="%s"/>' "$before"; done
          printf '</part>\n'
      done
      printf '<section page="letter">%s</section></layout>\n' "$1"; } >layouts/spbe-2020/decree.xml
    (ulimit -v 3145728 && ulimit -t 60 && exec "$program" preview "$sample" -d decree -o decree.pdf) >out 2>err </dev/null
    code=$?
    rm -r layouts
}
endless '<use part="a5"/>'
check "parts that multiply" both 65 "the layout takes more than 256 MiB to here"
endless '<p>x</p><each select="//*"><each select="//*"><if test="count(//*[@code = current()/@code]) > 99"><p>x</p></if></each></each>'
check "conditions over everything" both 65 "current()/@code]) > 99}: more than 100000000 elements are looked at to here"
each=$(printf '<each select="ancestor-or-self::*//*">%.0s' 1 2 3 4)
endless "<p>x</p>$each<if test=\"@code = 99\"><p>x</p></if></each></each></each></each>"
check "each over everything, chosen anew each time" both 65 "ancestor-or-self::*//*}: more than 256 MiB are taken to here"
each=$(printf '<each select="/results/institution">%.0s' 1 2 3 4 5 6 7)
endless "<p>x</p>$each<if test=\"@code = 99\"><p>x</p></if>$(printf '</each>%.0s' 1 2 3 4 5 6 7)"
check "each within each within each" both 65 "the layout takes more than 50000000 steps"

# What no sum would be exact of.
mkdir -p layouts/spbe-2020
sed 's/<levels min="1" max="5"/<levels min="1" max="1001"/' "$root/layouts/spbe-2020/instrument.xml" >layouts/spbe-2020/instrument.xml
rapor check "$sample"
check "levels beyond what is reckoned with" both 65 "instrument.xml:23:3: error: levels 1..1001 with 0 decimals cannot be used"
rm -r layouts

# What an emblem may not hold: check says so.
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<g systemLanguage="id"/></svg>' >emblem.svg
rapor check "$sample" --emblem emblem.svg
check "an emblem that depends on the machine: check says so" both 65 "emblem.svg:2: systemLanguage="
finish
