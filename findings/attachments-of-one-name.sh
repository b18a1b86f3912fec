#!/bin/sh
# One would bet that what is attached to two papers can be had from the joined one: each paper of a
# batch carries the data it was made from, under one name ("results.xml" here, "factur-x.xml" in
# invoices).
# pdfunite and qpdf --pages keep what hangs on the first paper and drop the rest, without a
# word.  qpdf --copy-attachments-from keeps both by a prefix of the key, so that two files of
# one name are in it, as the format allows; pdfdetach -list then shows two, and -saveall writes
# one over the other: one file is left, of 2, and the exit code is 0.  Which is left turns on
# the order of the keys, not of the pages.
# Who takes data out of joined papers saves by number (-save 2 -o NAME), or before they are joined.
. "$(dirname "$0")/packages"
debian qpdf=11.3.0-1+deb12u1 libqpdf29=11.3.0-1+deb12u1 poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3
cd "$root" || exit 2
for paper in one two; do
    { # objects of a known length, and a table with their places
        printf '%%PDF-1.7\n'
        printf '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'
        printf '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
        printf '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>endobj\n'
        printf 'xref\n0 4\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \n' 9 52 101
        printf 'trailer<</Root 1 0 R/Size 4>>\nstartxref\n%d\n%%%%EOF\n' 178
    } >$paper.pdf
    echo "of paper $paper" >results.xml
    qpdf $paper.pdf --add-attachment results.xml -- $paper-whole.pdf || exit 2
done
counted() { pdfdetach -list "$1" | sed -n 's/ embedded files//p'; }
saved() { # FILE: the code, and all that is in the folder
    rm -rf saved && mkdir saved
    pdfdetach -saveall -o saved "$1" 2>said
    echo "$? $(cat said) $(cat saved/* | paste -sd,)"
}
pdfunite one-whole.pdf two-whole.pdf united.pdf
expect "pdfunite, attached" "$(counted united.pdf), $(saved united.pdf)" "1, 0  of paper one"
qpdf one-whole.pdf --pages one-whole.pdf two-whole.pdf -- pages.pdf
expect "qpdf --pages, attached" "$(counted pages.pdf), $(saved pages.pdf)" "1, 0  of paper one"
for prefix in b- z-; do
    qpdf one-whole.pdf --copy-attachments-from two-whole.pdf --prefix=$prefix -- copied.pdf
    expect "qpdf --copy-attachments-from --prefix=$prefix, listed" "$(counted copied.pdf)" 2
    eval "saved_$(echo $prefix | tr -d -)=\$(saved copied.pdf)"
done
expect "pdfdetach -saveall, second key first" "$saved_b" "0  of paper one"
expect "pdfdetach -saveall, second key last" "$saved_z" "0  of paper two"
finish
