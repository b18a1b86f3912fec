#!/bin/sh
# One would bet that an XSD which trang makes of a RelaxNG schema without a word accepts
# what the schema accepts, or that trang warns where XSD cannot say it.
# It does neither: an <interleave> of one element and any number of another becomes a
# choice of any of them any number of times.  What must stand once may be missing, or
# stand twice.  Whoever hands the XSD to an office has its data checked by half.
. "$(dirname "$0")/packages"
java=$(java_of)
debian libtrang-java=20220510-2 libjing-java=20220510-2 libxerces2-java \
    libxml-commons-resolver1.1-java libxml-commons-external-java libxml2-utils libxml2 libicu72
cd "$root" || exit 2
cat >one.rng <<'XML'
<element name="institution" xmlns="http://relaxng.org/ns/structure/1.0">
  <interleave>
    <element name="index"><text/></element>
    <zeroOrMore><element name="note"><text/></element></zeroOrMore>
  </interleave>
</element>
XML
echo '<institution><note/><index/></institution>' >one.xml
echo '<institution><index/><note/><index/></institution>' >two.xml
echo '<institution><note/></institution>' >none.xml
libraries=$(find usr/share/java -name '*.jar' | paste -sd:)
words=$("$java" -cp "$libraries" com.thaiopensource.relaxng.translate.Driver one.rng one.xsd 2>&1)
expect 'trang ends with' "$?" 0
expect 'trang says' "$words" ''
for file in one two none; do
    xmllint --noout --schema one.xsd $file.xml 2>/dev/null
    code=$?
    "$java" -cp "$libraries" com.thaiopensource.relaxng.util.Driver one.rng $file.xml >/dev/null
    echo "$file $? $code"
done >verdicts
expect 'accepted by schema and XSD (0)' "$(paste -sd, verdicts)" 'one 0 0,two 1 0,none 1 0'
finish
