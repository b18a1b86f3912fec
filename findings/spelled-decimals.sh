#!/bin/sh
# One would bet that ICU, which spells numbers out by each language's rules, reads the
# decimal comma of Indonesian as "koma".
# It says "titik", full stop, as in English: 3,34 is "tiga titik tiga empat".  On a
# certificate that is wrong in law and in grammar; whole numbers are right.
. "$(dirname "$0")/packages"
debian python3-icu=2.10.2-1+b3 libicu72 python3.11-minimal libpython3.11-minimal libpython3.11-stdlib
spelled() {
    PYTHONPATH=$root/usr/lib/python3/dist-packages python3.11 -c "import icu, sys
rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale('id'))
print(rules.format(float(sys.argv[1]) if '.' in sys.argv[1] else int(sys.argv[1])))" "$1"
}
expect '1111' "$(spelled 1111)" 'seribu seratus sebelas'
expect '3.34' "$(spelled 3.34)" 'tiga titik tiga empat'
finish
