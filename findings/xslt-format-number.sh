#!/bin/sh
# One would bet that format-number() of XSLT 1.0 rounds the same in every processor: it is
# defined by one class of Java.
# It does not.  A half goes up in libxslt (so in xsltproc and whatever uses the library)
# and to the even digit in Saxon and Xalan, as Java has it; and 2.345, which no binary
# fraction is, goes up in Xalan alone.  An index that is rounded by a style sheet differs
# from one server to the next by a hundredth, and with it a grade: round before, exactly.
. "$(dirname "$0")/packages"
java=$(java_of)
debian xsltproc=1.1.35-1+deb12u4 libxslt1.1=1.1.35-1+deb12u4 libxml2 libicu72 \
    libxalan2-java=2.7.2-4 libxerces2-java libxml-commons-external-java \
    libsaxonhe-java=9.9.1.5+dfsg-1 libxml-commons-resolver1.1-java libicu4j-java
cd "$root" || exit 2
cat >round.xsl <<'XML'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:decimal-format decimal-separator="," grouping-separator="."/>
  <xsl:template match="/">
    <xsl:for-each select="//v"><xsl:value-of select="concat(format-number(., '0,00'), ' ')"/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
XML
echo '<r><v>2.125</v><v>2.375</v><v>2.345</v></r>' >values.xml
libraries=$(find usr/share/java -name '*.jar' | paste -sd:)
expect 'libxslt' "$(xsltproc round.xsl values.xml)" '2,13 2,38 2,34 '
expect 'Saxon' "$("$java" -cp "$libraries" net.sf.saxon.Transform values.xml round.xsl 2>/dev/null)" '2,12 2,38 2,34 '
expect 'Xalan' "$("$java" -cp "$libraries" org.apache.xalan.xslt.Process -IN values.xml -XSL round.xsl)" '2,12 2,38 2,35 '
finish
