#!/bin/sh
# One would bet that a program which reads a number from a table and writes it to another, untouched, writes the
# same digits, or at worst fewer.
# Gnumeric of Debian 12 (amd64) has numbers of 80 bits and writes up to 20 digits of them: 3.495, read from a
# CSV, is 3.4949999999999999999 in the CSV that ssconvert makes of it, and 288 of the 4,000 thousandths
# from 1 to 5 are likewise.  Who reads them into floating point sees nothing.  Who reads decimals as
# decimals, for the sake of exact figures, and rounds half up to two digits has 3.49 instead of 3.50, and
# with it another grade.
# Exact programs take from what a spreadsheet wrote 15 digits, no more.
. "$(dirname "$0")/packages"
debian gnumeric=1.12.55-1 gnumeric-common=1.12.55-1 \
    libatk-bridge2.0-0 libatk1.0-0 libatspi2.0-0 libblkid1 libbrotli1 libbsd0 libcairo-gobject2 \
    libcairo2 libdatrie1 libepoxy0 libffi8 libfontconfig1 libfreetype6 libfribidi0 libgcrypt20 \
    libgdk-pixbuf-2.0-0 libglib2.0-0 libgoffice-0.10-10 libgraphite2-3 libgsf-1-114 libgtk-3-0 \
    libharfbuzz0b libicu72 libjpeg62-turbo liblz4-1 libmd0 libmount1 libpango-1.0-0 libpangocairo-1.0-0 \
    libpangoft2-1.0-0 libpcre2-8-0 libpixman-1-0 libpng16-16 librsvg2-2 libsystemd0 libthai0 \
    libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-6 libxau6 libxcb-render0 libxcb-shm0 \
    libxcb1 libxcomposite1 libxcursor1 libxdamage1 libxdmcp6 libxext6 libxfixes3 libxi6 libxinerama1 \
    libxkbcommon0 libxml2 libxrandr2 libxrender1 libxslt1.1 libzstd1 \
    python3.11-minimal libpython3.11-minimal libpython3.11-stdlib
cd "$root" || exit 2
export LD_LIBRARY_PATH="$LD_LIBRARY_PATH:$root/usr/lib"
ssconvert --version 2>/dev/null
{ echo indeks; LC_ALL=C seq -f %.3f 1 0.001 4.999; } >given.csv
ssconvert given.csv written.csv 2>said || { cat said; exit 2; }
expect "rows" "$(wc -l <written.csv)" 4001
expect "3.495" "$(paste -d' ' given.csv written.csv | sed -n 's/^3.495 //p')" 3.4949999999999999999
expect "longer than they were" "$(awk 'NR > 1 && length($0) > 5' written.csv | wc -l)" 288
rounded() { sed -n "$(grep -n '^3.495$' given.csv | cut -d: -f1)p" "$1" | python3.11 -c '
import decimal, sys
print(decimal.Decimal(sys.stdin.read()).quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP))'; }
expect "rounded half up: given, written" "$(rounded given.csv), $(rounded written.csv)" "3.50, 3.49"
finish
