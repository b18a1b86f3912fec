#!/bin/sh
# One would bet that SoftHSM, which programs that sign are tested with in place of a token, blocks
# the PIN after some wrong ones, since PKCS #11 has flags for it (CKF_USER_PIN_COUNT_LOW,
# _FINAL_TRY, _LOCKED) and it does set the first.
# It never blocks: the flag "count low" stands after one wrong PIN as after fifty, "final try" and
# "locked" never come, and the right PIN opens it.  A program that tries a PIN once for
# each paper passes every test with it, and blocks the card of an official at the third paper.
# A test has to count the calls of C_Login itself (pkcs11-spy.so of OpenSC does).
. "$(dirname "$0")/packages"
debian softhsm2=2.6.1-2.1 libsofthsm2=2.6.1-2.1 softhsm2-common libbotan-2-19 libtspi1 libboost-thread1.74.0 \
    opensc=0.23.0-0.3+deb12u2 opensc-pkcs11=0.23.0-0.3+deb12u2
cd "$root" && mkdir tokens || exit 2
module=$(find "$root/usr/lib" -name libsofthsm2.so | head -1)
printf 'directories.tokendir = %s\nobjectstore.backend = file\n' "$root/tokens" >softhsm2.conf
export SOFTHSM2_CONF=$root/softhsm2.conf
softhsm2-util --module "$module" --init-token --free --label trial --so-pin 87654321 --pin 123456 >/dev/null || exit 2

login() { pkcs11-tool --module "$module" --token-label trial --login --pin "$1" -O >/dev/null 2>said; }
flags() { pkcs11-tool --module "$module" -L | sed -n 's/.*token flags *: *//p' | tr ',' '\n' | sed -n 's/^ *\(.*PIN \(count low\|final\|locked\).*\)/\1/p' | paste -sd,; }
wrong() { # HOW MANY; prints what was said of them
    for _ in $(seq "$1"); do
        login 999999
        grep -o 'CKR_[A-Z_]*' said
    done | sort | uniq -c | sed 's/^ *//'
}
expect "one wrong PIN" "$(wrong 1)" "1 CKR_PIN_INCORRECT"
expect "flags then" "$(flags)" "user PIN count low"
expect "more of them" "$(wrong 49)" "49 CKR_PIN_INCORRECT"
expect "flags then" "$(flags)" "user PIN count low"
login 123456
expect "the right one (0: opened)" $? 0
expect "flags then" "$(flags)" ""
finish
