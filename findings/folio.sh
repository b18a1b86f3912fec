#!/bin/sh
# One would bet that "folio", the paper of Indonesian decrees (F4, 215 x 330 mm), is one
# size within one system.
# It is two, and neither is F4: 215.9 x 330.2 mm for libpaper (so for groff, TeX, a2ps and
# others that ask it), 210 x 330 mm for CUPS, whose table does not know F4 at all.  A
# queue set to Folio scales a page of 215 mm down or cuts 5 mm off: set the queue to a
# paper of its own, 215 x 330 mm.
. "$(dirname "$0")/packages"
debian libpaper-utils=1.1.29 libpaper1=1.1.29 libcups2 libavahi-client3 libavahi-common3 \
    libdbus-1-3 libgnutls30 libgssapi-krb5-2 libkrb5-3 libk5crypto3 libkrb5support0 \
    libcom-err2 libkeyutils1 libsystemd0 python3.11-minimal libpython3.11-minimal \
    libpython3.11-stdlib libffi8
expect 'libpaper' "$(paperconf -p folio -s -m)" '215.9 mm 330.2 mm'
expect 'CUPS' "$(python3.11 - <<'PYTHON'
import ctypes
class Size(ctypes.Structure):
    _fields_ = [("pwg", ctypes.c_char_p), ("legacy", ctypes.c_char_p), ("ppd", ctypes.c_char_p),
                ("width", ctypes.c_int), ("length", ctypes.c_int)]
cups = ctypes.CDLL("libcups.so.2")
for function in cups.pwgMediaForPPD, cups.pwgMediaForSize:
    function.restype = ctypes.POINTER(Size)
folio = cups.pwgMediaForPPD(b"Folio").contents
f4 = cups.pwgMediaForSize(21500, 33000).contents
print(f"Folio {folio.width / 100:g} x {folio.length / 100:g} mm; 215 x 330 mm is {f4.pwg.decode()}")
PYTHON
)" 'Folio 210 x 330 mm; 215 x 330 mm is custom_215x330mm_215x330mm'
finish
