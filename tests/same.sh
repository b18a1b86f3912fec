#!/bin/sh
# The same input gives the same bytes: whatever the time zone, the locale, the
# user, his settings for fonts, the folder, and the number of workers.
# usage: tests/same.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1

# build FOLDER JOBS: the papers of two samples.
build() {
    mkdir "$1" &&
        rapor build "$samples/denpasar-2021.xml" -o "$1/denpasar" --jobs "$2" && ends 0 &&
        rapor build "$samples/nasional-2021.xml" -o "$1/region" --region 13 --jobs "$2" && ends 0
}

samples=$root/samples
check "one user builds" build first 1

# Another user, elsewhere, who would rather see other fonts.
mkdir -p home/.config/fontconfig far/away
cp -R "$root/samples" "$root/layouts" far/
find far -exec touch -d 2001-01-01 {} +
cat >home/.config/fontconfig/fonts.conf <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <alias binding="same">
    <family>URW Bookman</family>
    <prefer><family>Noto Sans</family></prefer>
  </alias>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>Noto Sans</string></edit>
  </match>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="antialias" mode="assign"><bool>false</bool></edit>
    <edit name="embolden" mode="assign"><bool>true</bool></edit>
    <edit name="matrix" mode="assign">
      <matrix><double>1</double><double>0.3</double><double>0</double><double>1</double></matrix>
    </edit>
  </match>
</fontconfig>
XML
mkdir locale # a real one: decimal comma, and an i that is another letter
localedef -i tr_TR -f UTF-8 locale/tr_TR.UTF-8 2>/dev/null
check "there is another locale" \
    [ "$(LOCPATH=$scratch/locale LC_ALL=tr_TR.UTF-8 locale decimal_point)" = , ]
(
    cd far/away || exit 1
    export LOCPATH="$scratch/locale"
    export TZ=Asia/Jayapura LC_ALL=tr_TR.UTF-8 LANG=id_ID.UTF-8 LANGUAGE=id HOME="$scratch/home"
    export XDG_CONFIG_HOME="$HOME/.config" XDG_CACHE_HOME="$HOME/.cache" USER=siti LOGNAME=siti
    export FONTCONFIG_FILE="$XDG_CONFIG_HOME/fontconfig/fonts.conf" PANGOCAIRO_BACKEND=fc
    export RAPOR_LAYOUTS="$scratch/far/layouts" TMPDIR="$scratch/home"
    umask 077
    samples=../samples
    build "$scratch/second" 3
)
check "another user builds as well" [ $? -eq 0 ]
check "the same bytes for another user, elsewhere" diff -r first second

told() { # by fontconfig itself, where it is installed
    FONTCONFIG_FILE="$scratch/home/.config/fontconfig/fonts.conf" fc-match "$1" family
}
! command -v fc-match >/dev/null ||
    check "his settings would have had effect" [ "$(told 'URW Bookman')" = "Noto Sans" ]
check "nothing is left beside the output" [ "$(ls -A first second)" = "first:
denpasar
region

second:
denpasar
region" ]
check "nothing is written to the home folder" [ "$(cd home && find . -type f)" = \
    ./.config/fontconfig/fonts.conf ]

# A date given from outside goes into the archives, and is taken as it is.
(
    export SOURCE_DATE_EPOCH=1600000000
    for name in third fourth; do
        rapor build "$samples/denpasar-2021.xml" -o $name
        sleep 2 # the grain of dates in archives
    done
)
check "SOURCE_DATE_EPOCH: the same bytes" diff -r third fourth
check "SOURCE_DATE_EPOCH: in the archives" /usr/bin/python3 -c '
import sys, zipfile
dates = {entry.date_time for entry in zipfile.ZipFile(sys.argv[1]).infolist()}
sys.exit(dates != {(2020, 9, 13, 12, 26, 40)} and str(dates))' third/nasional.zip
finish
