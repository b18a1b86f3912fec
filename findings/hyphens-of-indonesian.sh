#!/bin/sh
# One would bet that the division of words that LibreOffice and others take for Indonesian
# follows its rules, which are few and regular.
# The patterns were learned from a list; what is not in it is divided at random: De-se-m-ber,
# go-r-on-ta-lo, fo-r-um, de-ng-an (ng is one sound), ber- and the word behind it right in
# ber-a-khir.  A justified letter shows "dese-mber" and "deng-an".
. "$(dirname "$0")/packages"
debian hyphen-id=1:7.5.0-1 libhyphen0=2.8.8-7 python3.11-minimal libpython3.11-minimal \
    libpython3.11-stdlib libffi8
divided=$(python3.11 - "$root/usr/share/hyphen/hyph_id_ID.dic" <<'PYTHON'
import ctypes, sys
hyphen = ctypes.CDLL("libhyphen.so.0")
hyphen.hnj_hyphen_load.restype = ctypes.c_void_p
patterns = ctypes.c_void_p(hyphen.hnj_hyphen_load(sys.argv[1].encode()))
for word in "desember", "gorontalo", "forum", "dengan", "algoritma", "berakhir":
    marks = ctypes.create_string_buffer(len(word) + 5)
    rest = [ctypes.c_void_p() for _ in range(3)]
    hyphen.hnj_hyphen_hyphenate2(patterns, word.encode(), len(word), marks, None, *map(ctypes.byref, rest))
    print("".join(c + "-" * (marks.raw[i] & 1) for i, c in enumerate(word)))
PYTHON
)
expect 'divided' "$(echo "$divided" | paste -sd' ')" 'de-se-m-ber go-r-on-ta-lo fo-r-um de-ng-an al-go-r-it-ma ber-a-khir'
finish
