#!/bin/sh
# One would bet that the voice which free screen readers take for Indonesian tells a range
# of numbers, a change and a comparison somehow.
# espeak-ng is silent on the dash of "2,10-2,26" (hyphen or en dash), the arrow of "3→4" and
# the sign of "≥ 2,6": the range is one long number, the change two levels side by side,
# the least value a plain one.  Signs that it has, such as "±", it tells in English.  What
# is read aloud needs words: "2,10 sampai 2,26", "dari 3 menjadi 4", "paling sedikit 2,6".
. "$(dirname "$0")/packages"
debian espeak-ng=1.51+dfsg-10+deb12u2 libespeak-ng1=1.51+dfsg-10+deb12u2 espeak-ng-data=1.51+dfsg-10+deb12u2 \
    libpcaudio0 libsonic0 libpulse0 libasound2
data=$(dirname "$(find "$root/usr" -type d -name espeak-ng-data)")
says() { espeak-ng --path="$data" -v id -q -x -- "$1" 2>/dev/null | tr -s ' _\n' ' ' | sed 's/^ //; s/ $//'; }
expect 'range, en dash' "$(says '2,10–2,26')" "$(says '2,10 2,26')"
expect 'range, hyphen' "$(says '2,10-2,26')" "$(says '2,10 2,26')"
expect 'range, words' "$(says '2,10 sampai 2,26' | grep -c "s'ampaI")" 1
expect 'change' "$(says '3→4')" "$(says '3 4')"
expect 'at least' "$(says '≥ 2,6')" "$(says '2,6')"
expect 'plus or minus' "$(says '± 1' | grep -c '(en)')" 1
finish
