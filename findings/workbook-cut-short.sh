#!/bin/sh
# One would bet that a library which has an error for temporary files (LXW_ERROR_CREATING_TMPFILE), and
# for files that it could not write, tells when the disk fills while it writes one.
# libxlsxwriter writes each sheet to a temporary file first and never asks whether that was written:
# with no room in TMPDIR (here: a limit on the length of files) it packs what there is, and
# workbook_close() says "No error.".  The archive is whole and its check sums are right; the sheet in
# it ends in the middle of a number.  SheetJS reads it without a word as well: the range is A1:T3000,
# and not one cell is in it.
# The packed book is a tenth of what lies in TMPDIR: room for the one is none for the other.  Who makes
# books with it reads each once more before it is handed out, to the end of the XML.
. "$(dirname "$0")/packages"
debian libxlsxwriter4=1.1.4-2+b1 libminizip1 zlib1g libssl3 python3.11-minimal libpython3.11-minimal libpython3.11-stdlib libffi8
cd "$root" || exit 2
npm install --silent --no-audit --no-fund xlsx@0.18.5 || exit 2
echo "xlsx 0.18.5"
cat >write.py <<'PYTHON'
import ctypes
import resource
import signal
import sys

name, limit = sys.argv[1], int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
library = ctypes.CDLL("libxlsxwriter.so.4")
library.workbook_new.restype = library.workbook_add_worksheet.restype = ctypes.c_void_p
library.lxw_strerror.restype = ctypes.c_char_p
book = ctypes.c_void_p(library.workbook_new(name.encode()))
sheet = ctypes.c_void_p(library.workbook_add_worksheet(book, None))
for row in range(3000):
    for column in range(20):
        library.worksheet_write_number(sheet, row, ctypes.c_uint16(column), ctypes.c_double(3.34), None)
print(library.lxw_strerror(library.workbook_close(book)).decode())
PYTHON
whole() { python3.11 -c '
import sys, xml.dom.minidom, zipfile
book = zipfile.ZipFile(sys.argv[1])
try:
    xml.dom.minidom.parseString(book.read("xl/worksheets/sheet1.xml"))
    sheet = "whole"
except Exception:
    sheet = "cut"
print("sums", "wrong," if book.testzip() else "right,", "sheet", sheet)' "$1"; }
rows() { node -e '
const sheet = require("xlsx").readFile(process.argv[1]).Sheets.Sheet1;
const rows = new Set(Object.keys(sheet).filter(key => key[0] !== "!").map(key => key.replace(/\D+/, "")));
console.log(sheet["!ref"], rows.size);' "$1"; }
expect "written with room enough" "$(python3.11 write.py whole.xlsx 100000000)" "No error."
expect "the book" "$(whole whole.xlsx)" "sums right, sheet whole"
expect "SheetJS: range, rows" "$(rows whole.xlsx)" "A1:T3000 3000"
expect "no file above 200,000 bytes" "$(python3.11 write.py cut.xlsx 200000)" "No error."
expect "the book" "$(whole cut.xlsx)" "sums right, sheet cut"
expect "SheetJS: range, rows" "$(rows cut.xlsx)" "A1:T3000 0"
finish
