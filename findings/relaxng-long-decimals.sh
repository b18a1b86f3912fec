#!/bin/sh
# One would bet that two RelaxNG validators agree on what a decimal number of XML Schema
# is, since the type has no greatest number of digits (a validator may stop at 18, but
# has to say so).
# libxml2 refuses more than 24 digits as "not valid", jing takes any number.  Exact means
# of weights in thirds, written out, are longer; whoever checks with xmllint is sent
# after an error that is none.
. "$(dirname "$0")/packages"
java=$(java_of)
debian libjing-java=20220510-2 libxerces2-java libxml-commons-external-java libxml2-utils \
    libxml2 libicu72
cd "$root" || exit 2
cat >exact.rng <<'XML'
<element name="exact" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><data type="decimal"/></element>
XML
libraries=$(find usr/share/java -name '*.jar' | paste -sd:)
for digits in 18 24 25 40; do
    printf '<exact>3.%0*d</exact>' $((digits - 1)) 7 >exact.xml
    xmllint --noout --relaxng exact.rng exact.xml 2>/dev/null
    code=$?
    "$java" -cp "$libraries" com.thaiopensource.relaxng.util.Driver exact.rng exact.xml >/dev/null
    echo "$digits $code $?"
done >verdicts
expect 'digits, xmllint, jing (0: valid)' "$(paste -sd, verdicts)" '18 0 0,24 0 0,25 3 0,40 3 0'
finish
