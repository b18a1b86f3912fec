#!/bin/sh
# One would bet that validators agree on how a day ends.  Deadlines and embargoes of Indonesian offices
# end at "24.00", and XML Schema has had 24:00:00 in its second edition for just that.
# jing refuses 2021-12-31T24:00:00; libxml2 and Xerces take it.  A deadline that an office writes
# lawfully, and that its own check has let pass, is "not a valid dateTime" for whoever checks with
# jing or an editor that has it inside.
# Who writes hours in XML writes 23:59:59, or 00:00:00 of the day after.
. "$(dirname "$0")/packages"
java=$(java_of)
debian libjing-java=20220510-2 libxerces2-java libxml-commons-external-java libxml2-utils libxml2 libicu72 \
    libxerces-c-samples=3.2.4+debian-1 libxerces-c3.2
cd "$root" || exit 2
libraries=$(find usr/share/java -name '*.jar' | paste -sd:)
cat >until.rng <<'XML'
<element name="until" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><data type="dateTime"/></element>
XML
cat >until.xsd <<'XML'
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="until" type="xs:dateTime"/></xs:schema>
XML
for hour in 23:59:59 24:00:00 24:00:01; do
    echo "<until>2021-12-31T$hour</until>" >until.xml
    echo "<until xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='until.xsd'>2021-12-31T$hour</until>" >placed.xml
    xmllint --noout --relaxng until.rng until.xml 2>/dev/null && libxml2=valid || libxml2=-
    DOMCount -v=always -n -s placed.xml >said 2>&1
    grep -q ' ms (1 elems' said && ! grep -q Error said && xerces=valid || xerces=-
    "$java" -cp "$libraries" com.thaiopensource.relaxng.util.Driver until.rng until.xml >/dev/null && jing=valid || jing=-
    eval "seen_$(echo $hour | tr -d :)='$libxml2 $xerces $jing'"
done
expect "23:59:59 for libxml2, Xerces-C, jing" "$seen_235959" "valid valid valid"
expect "24:00:00" "$seen_240000" "valid valid -"
expect "24:00:01" "$seen_240001" "- - -"
finish
