<?xml version="1.0" encoding="UTF-8"?>
<!-- What is said of the data of the press kit, for whom: a data package (Frictionless), a portal (CKAN), a catalogue (DCAT), people
     (kamus-data.csv), and the statistical office (BPS 5/2020: metadata of the activity, its variables, its indicators).
     The source is that of index.xsl; kit/@file says which of them is asked for, data.xml what tables and columns mean.
     What the data do not tell stays empty: it is filled in by hand. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="results" select="/kit/results"/>
  <xsl:variable name="licence" select="/kit/data/licence"/>
  <xsl:variable name="instrument" select="$results/instrument"/>
  <xsl:variable name="issuer" select="$results/issuer"/>
  <xsl:variable name="press" select="$results/press"/>
  <xsl:variable name="address"><xsl:value-of select="$press/@url"/><xsl:if test="$press/@url and substring($press/@url, string-length($press/@url)) != '/'">/</xsl:if></xsl:variable>
  <xsl:variable name="title" select="concat($instrument/@index-name, ' ', $results/@year)"/>
  <xsl:variable name="slug" select="concat('indeks-', $results/@instrument, '-', $results/@year)"/>
  <xsl:variable name="version"><xsl:value-of select="$results/correction[@version][last()]/@version"/><xsl:if test="not($results/correction[@version])">1.0</xsl:if></xsl:variable>
  <xsl:variable name="rounding"><xsl:call-template name="say"><xsl:with-param name="word" select="'rounding'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="told-of"><xsl:call-template name="say"><xsl:with-param name="word" select="'about'"/><xsl:with-param name="a" select="$instrument/@index-name"/><xsl:with-param name="b" select="$results/@year"/><xsl:with-param name="c" select="$results/national/@assessed"/><xsl:with-param name="d" select="count($instrument//indicator)"/></xsl:call-template></xsl:variable>
  <xsl:variable name="invented"><xsl:if test="$results/@sample"> CONTOH: angka dan nama orang rekaan.</xsl:if></xsl:variable>
  <xsl:variable name="about" select="concat($told-of, ' Dasar: ', $instrument/regulation[last()]/@name, '. ', $rounding, $invented)"/>
  <!-- What portals are searched by. -->
  <xsl:variable name="keywords"><xsl:call-template name="json"><xsl:with-param name="of" select="$instrument/@name"/></xsl:call-template><xsl:if test="$instrument/@title != $instrument/@name">, <xsl:call-template name="json"><xsl:with-param name="of" select="$instrument/@title"/></xsl:call-template></xsl:if>, "<xsl:value-of select="$results/@kind"/>"</xsl:variable>
  <xsl:key name="column" match="/kit/data/column" use="@key"/>
  <xsl:key name="told" match="/kit/data/table" use="@name"/>
  <xsl:key name="indicator" match="/kit/results/instrument//indicator" use="@no"/>

  <!-- Words of data.xml, with what is put into them. -->
  <xsl:key name="w" match="/kit/data/word" use="@name"/>
  <xsl:template name="say">
    <xsl:param name="word"/><xsl:param name="a"/><xsl:param name="b"/><xsl:param name="c"/><xsl:param name="d"/>
    <xsl:param name="text" select="string(key('w', $word))"/>
    <xsl:variable name="which" select="substring(substring-after($text, '{'), 1, 1)"/>
    <xsl:choose>
      <xsl:when test="contains($text, '{')">
        <xsl:value-of select="substring-before($text, '{')"/>
        <xsl:choose>
          <xsl:when test="$which = 1"><xsl:value-of select="$a"/></xsl:when>
          <xsl:when test="$which = 2"><xsl:value-of select="$b"/></xsl:when>
          <xsl:when test="$which = 3"><xsl:value-of select="$c"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$d"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="say"><xsl:with-param name="a" select="$a"/><xsl:with-param name="b" select="$b"/><xsl:with-param name="c" select="$c"/><xsl:with-param name="d" select="$d"/><xsl:with-param name="text" select="substring-after($text, '}')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text as JSON writes it. -->
  <xsl:template name="json">
    <xsl:param name="of"/>
    <xsl:text>"</xsl:text><xsl:call-template name="escaped"><xsl:with-param name="of" select="normalize-space($of)"/></xsl:call-template><xsl:text>"</xsl:text>
  </xsl:template>
  <xsl:template name="escaped">
    <xsl:param name="of"/>
    <xsl:variable name="at" select="string-length(substring-before(translate($of, '\', '&quot;'), '&quot;'))"/>
    <xsl:choose>
      <xsl:when test="contains($of, '\') or contains($of, '&quot;')">
        <xsl:value-of select="concat(substring($of, 1, $at), '\', substring($of, $at + 1, 1))"/>
        <xsl:call-template name="escaped"><xsl:with-param name="of" select="substring($of, $at + 2)"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$of"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- "NAME": "OF", and a comma before it. -->
  <xsl:template name="also">
    <xsl:param name="name"/><xsl:param name="of"/>
    <xsl:if test="string($of) != ''">, "<xsl:value-of select="$name"/>": <xsl:call-template name="json"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- A cell of a CSV file, RFC 4180; a row ends with the last. -->
  <xsl:template name="cell">
    <xsl:param name="of"/><xsl:param name="last"/>
    <xsl:variable name="text" select="normalize-space($of)"/>
    <xsl:choose>
      <xsl:when test="translate($text, ',&quot;', '') != $text"><xsl:text>"</xsl:text><xsl:call-template name="doubled"><xsl:with-param name="of" select="$text"/></xsl:call-template><xsl:text>"</xsl:text></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose><xsl:when test="$last"><xsl:text>&#13;&#10;</xsl:text></xsl:when><xsl:otherwise>,</xsl:otherwise></xsl:choose>
  </xsl:template>
  <xsl:template name="doubled">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="contains($of, '&quot;')">
        <xsl:value-of select="concat(substring-before($of, '&quot;'), '&quot;&quot;')"/>
        <xsl:call-template name="doubled"><xsl:with-param name="of" select="substring-after($of, '&quot;')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$of"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a column means: of a level, the indicator's name. -->
  <xsl:template name="meaning">
    <xsl:choose>
      <xsl:when test="key('column', @key)"><xsl:value-of select="key('column', @key)/@about"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="say"><xsl:with-param name="word" select="'level'"/><xsl:with-param name="a" select="@key"/><xsl:with-param name="b" select="key('indicator', @key)/@name"/><xsl:with-param name="c" select="$instrument/levels/@min"/><xsl:with-param name="d" select="$instrument/levels/@max"/></xsl:call-template>
        <xsl:if test="/kit/institutions/indicator[@no = current()/@key]"><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="word" select="'awaited'"/><xsl:with-param name="a" select="translate(format-number(($instrument/levels/@pending | $instrument/levels[not(@pending)]/@min)[1], '0.00'), '.', ',')"/></xsl:call-template></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- What may stand in a column, where that is bounded; and where it comes from. -->
  <xsl:template name="values">
    <xsl:choose>
      <xsl:when test="contains(@key, 'grade')"><xsl:for-each select="$instrument/grades/grade"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@name"/></xsl:for-each></xsl:when>
      <xsl:when test="@key = 'group'"><xsl:for-each select="$results/group"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@name"/></xsl:for-each></xsl:when>
      <xsl:when test="contains(@key, 'index') or not(key('column', @key))"><xsl:value-of select="concat($instrument/levels/@min, ' sampai ', $instrument/levels/@max)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="key('column', @key)/@values"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="source">
    <xsl:choose>
      <xsl:when test="not(key('column', @key))"><xsl:value-of select="concat('Penilaian ', $instrument/@title, ' ', $results/@year)"/></xsl:when>
      <xsl:when test="key('column', @key)/@source and ../@name != 'daftar-indikator'"><xsl:value-of select="key('column', @key)/@source"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$instrument/regulation[last()]/@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="unit"><xsl:choose><xsl:when test="key('column', @key)"><xsl:value-of select="key('column', @key)/@unit"/></xsl:when><xsl:otherwise><xsl:value-of select="key('w', 'level-unit')"/></xsl:otherwise></xsl:choose></xsl:template>

  <!-- Frictionless Data Package 1.0. -->
  <xsl:template match="/kit[@file = 'data/datapackage.json']">
    <xsl:text>{
  "profile": "data-package",
  "name": "</xsl:text><xsl:value-of select="$slug"/><xsl:text>",
  "title": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$title"/></xsl:call-template><xsl:text>,
  "description": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$about"/></xsl:call-template>
    <xsl:if test="$press/@url">,
  "homepage": <xsl:call-template name="json"><xsl:with-param name="of" select="$address"/></xsl:call-template></xsl:if>
    <xsl:text>,
  "version": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$version"/></xsl:call-template>
    <xsl:if test="$results/decree/@date">,
  "created": "<xsl:value-of select="$results/decree/@date"/>T00:00:00+07:00"</xsl:if>
    <xsl:text>,
  "keywords": [</xsl:text><xsl:value-of select="$keywords"/><xsl:text>, "</xsl:text><xsl:value-of select="$results/@year"/><xsl:text>"],
  "licenses": [{"name": "</xsl:text><xsl:value-of select="$licence/@spdx"/><xsl:text>", "title": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$licence/@title"/></xsl:call-template><xsl:text>, "path": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$licence/@url"/></xsl:call-template><xsl:text>}],
  "sources": [{"title": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$issuer/@name"/></xsl:call-template><xsl:if test="starts-with($issuer/@url, 'http')">, "path": <xsl:call-template name="json"><xsl:with-param name="of" select="$issuer/@url"/></xsl:call-template></xsl:if><xsl:text>}],
  "contributors": [{"title": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$issuer/@name"/></xsl:call-template><xsl:text>, "role": "publisher"}],
  "resources": [</xsl:text>
    <xsl:for-each select="table">
      <xsl:if test="position() &gt; 1">,</xsl:if>
      <xsl:call-template name="resource"/>,
    {"name": "<xsl:value-of select="@name"/>-id", "path": "<xsl:value-of select="@name"/>-id.csv", "profile": "data-resource", "title": <xsl:call-template name="json"><xsl:with-param name="of" select="concat(key('told', @name)/@id, ' (untuk Excel: titik koma, koma desimal)')"/></xsl:call-template>, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"},
    {"name": "<xsl:value-of select="@name"/>-json", "path": "<xsl:value-of select="@name"/>.json", "profile": "data-resource", "title": <xsl:call-template name="json"><xsl:with-param name="of" select="key('told', @name)/@id"/></xsl:call-template>, "format": "json", "mediatype": "application/json", "encoding": "utf-8"}</xsl:for-each>
    <xsl:text>
  ]
}
</xsl:text>
  </xsl:template>

  <!-- A table as CSV, with heads for programs. -->
  <xsl:template name="resource">
    <xsl:variable name="told" select="key('told', @name)"/>
    <xsl:text>
    {"name": "</xsl:text><xsl:value-of select="@name"/>", "path": "<xsl:value-of select="@name"/>.csv", "profile": "tabular-data-resource", "title": <xsl:call-template name="json"><xsl:with-param name="of" select="$told/@id"/></xsl:call-template>, "description": <xsl:call-template name="json"><xsl:with-param name="of" select="concat('Satu baris untuk ', $told/@row, '.')"/></xsl:call-template>, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
     "dialect": {"lineTerminator": "\r\n", "header": true},
     "schema": {"missingValues": [""], "primaryKey": ["<xsl:value-of select="$told/@key"/>"], "fields": [<xsl:for-each select="column"><xsl:if test="position() &gt; 1">,</xsl:if>
       {"name": <xsl:call-template name="json"><xsl:with-param name="of" select="@key"/></xsl:call-template>, "title": <xsl:call-template name="json"><xsl:with-param name="of" select="@title"/></xsl:call-template>, "description": <xsl:call-template name="json"><xsl:with-param name="of"><xsl:call-template name="meaning"/></xsl:with-param></xsl:call-template>, "type": "<xsl:value-of select="@type"/>"<xsl:if test="@key = $told/@key">, "constraints": {"required": true, "unique": true}</xsl:if>}</xsl:for-each>
     ]}}<xsl:text/>
  </xsl:template>

  <!-- CKAN, as package_create takes it; owner_org is the organization's name in the portal, to be set there. -->
  <xsl:template match="/kit[@file = 'data/ckan.json']">
    <xsl:text>{
  "name": "</xsl:text><xsl:value-of select="$slug"/><xsl:text>",
  "title": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$title"/></xsl:call-template><xsl:text>,
  "notes": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$about"/></xsl:call-template><xsl:text>,
  "license_id": "</xsl:text><xsl:value-of select="$licence/@ckan"/><xsl:text>",
  "owner_org": "</xsl:text><xsl:value-of select="translate(normalize-space($issuer/@name), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ,.()/', 'abcdefghijklmnopqrstuvwxyz-')"/><xsl:text>",
  "author": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$issuer/@name"/></xsl:call-template>
    <xsl:call-template name="also"><xsl:with-param name="name" select="'maintainer'"/><xsl:with-param name="of"><xsl:value-of select="$press/@contact"/><xsl:if test="not($press/@contact)"><xsl:value-of select="$issuer/@unit"/></xsl:if></xsl:with-param></xsl:call-template>
    <xsl:call-template name="also"><xsl:with-param name="name" select="'maintainer_email'"/><xsl:with-param name="of" select="$press/@mail"/></xsl:call-template>
    <xsl:call-template name="also"><xsl:with-param name="name" select="'url'"/><xsl:with-param name="of" select="$press/@url"/></xsl:call-template>
    <xsl:text>,
  "version": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$version"/></xsl:call-template><xsl:text>,
  "private": false,
  "tags": [{"name": "</xsl:text><xsl:value-of select="$results/@instrument"/><xsl:text>"}, {"name": "</xsl:text><xsl:value-of select="translate(normalize-space($instrument/@title), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ“”‘’()&amp;,/:;!?+–&quot;', 'abcdefghijklmnopqrstuvwxyz')"/><xsl:text>"}, {"name": "</xsl:text><xsl:value-of select="$results/@kind"/><xsl:text>"}, {"name": "</xsl:text><xsl:value-of select="$results/@year"/><xsl:text>"}],
  "extras": [
    {"key": "Tahun", "value": "</xsl:text><xsl:value-of select="$results/@year"/><xsl:text>"},
    {"key": "Frekuensi", "value": "Tahunan"},
    {"key": "Cakupan", "value": "</xsl:text><xsl:value-of select="$results/national/@count"/><xsl:text> instansi"},
    {"key": "Kode referensi", "value": "Kode wilayah Kementerian Dalam Negeri dan Badan Pusat Statistik"},
    {"key": "Dasar hukum", "value": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$instrument/regulation[last()]/@name"/></xsl:call-template><xsl:text>}
  ],
  "resources": [</xsl:text>
    <xsl:for-each select="file[starts-with(@path, 'data/') and not(contains(@path, 'ckan.json'))]"><xsl:if test="position() &gt; 1">,</xsl:if>
    {"name": <xsl:call-template name="json"><xsl:with-param name="of"><xsl:call-template name="called"/></xsl:with-param></xsl:call-template>, "url": <xsl:call-template name="json"><xsl:with-param name="of" select="concat($address, @path)"/></xsl:call-template>, "format": "<xsl:value-of select="translate(substring-after(substring(@path, 6), '.'), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>", "mimetype": "<xsl:call-template name="media"/>"}</xsl:for-each>
    <xsl:text>
  ]
}
</xsl:text>
  </xsl:template>

  <!-- What a file is called: a table by its title, others as the page calls them. -->
  <xsl:template name="called">
    <xsl:variable name="stem" select="substring-before(substring(@path, 6), '.')"/>
    <xsl:variable name="excel" select="substring($stem, string-length($stem) - 2) = '-id'"/>
    <xsl:variable name="told" select="key('told', substring($stem, 1, string-length($stem) - 3 * $excel))"/>
    <xsl:variable name="word" select="/kit/words/word[@name = concat('download-', $stem)]"/>
    <xsl:choose>
      <xsl:when test="contains(@path, '.xlsx')"><xsl:value-of select="/kit/words/word[@name = 'download-book']"/></xsl:when>
      <xsl:when test="$told"><xsl:value-of select="$told/@id"/><xsl:if test="$excel"> (titik koma, koma desimal)</xsl:if></xsl:when>
      <xsl:otherwise><xsl:value-of select="$word"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="media"><xsl:choose>
    <xsl:when test="contains(@path, '.csv')">text/csv</xsl:when>
    <xsl:when test="contains(@path, '.jsonld')">application/ld+json</xsl:when>
    <xsl:when test="contains(@path, '.json')">application/json</xsl:when>
    <xsl:otherwise>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</xsl:otherwise>
  </xsl:choose></xsl:template>

  <!-- DCAT 2 as JSON-LD. -->
  <xsl:template match="/kit[@file = 'data/dcat.jsonld']">
    <xsl:text>{
  "@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/", "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#"},
  "@id": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="concat($address, '#', $slug)"/></xsl:call-template><xsl:text>,
  "@type": "dcat:Dataset",
  "dct:title": {"@value": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$title"/></xsl:call-template><xsl:text>, "@language": "id"},
  "dct:description": {"@value": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$about"/></xsl:call-template><xsl:text>, "@language": "id"},
  "dct:identifier": "</xsl:text><xsl:value-of select="$slug"/><xsl:text>",
  "dct:temporal": {"@type": "dct:PeriodOfTime", "dcat:startDate": {"@value": "</xsl:text><xsl:value-of select="$results/@year"/>-01-01", "@type": "xsd:date"}, "dcat:endDate": {"@value": "<xsl:value-of select="$results/@year"/><xsl:text>-12-31", "@type": "xsd:date"}},
  "dct:accrualPeriodicity": {"@id": "http://publications.europa.eu/resource/authority/frequency/ANNUAL"},
  "dct:license": {"@id": "</xsl:text><xsl:value-of select="$licence/@url"/><xsl:text>"},
  "dct:publisher": {"@type": "foaf:Agent", "foaf:name": </xsl:text><xsl:call-template name="json"><xsl:with-param name="of" select="$issuer/@name"/></xsl:call-template>}<xsl:if test="$results/decree/@date">,
  "dct:issued": {"@value": "<xsl:value-of select="$results/decree/@date"/>", "@type": "xsd:date"}</xsl:if><xsl:if test="$press/@mail">,
  "dcat:contactPoint": {"@type": "vcard:Organization", "vcard:fn": <xsl:call-template name="json"><xsl:with-param name="of" select="concat($press/@contact, substring($issuer/@name, 1, 999 * not($press/@contact)))"/></xsl:call-template>, "vcard:hasEmail": {"@id": <xsl:call-template name="json"><xsl:with-param name="of" select="concat('mailto:', $press/@mail)"/></xsl:call-template>}}</xsl:if><xsl:text>,
  "dcat:keyword": [</xsl:text><xsl:value-of select="$keywords"/><xsl:text>],
  "dcat:distribution": [</xsl:text>
    <xsl:for-each select="file[starts-with(@path, 'data/') and not(contains(@path, 'dcat.jsonld'))]"><xsl:if test="position() &gt; 1">,</xsl:if>
    {"@type": "dcat:Distribution", "dct:title": <xsl:call-template name="json"><xsl:with-param name="of"><xsl:call-template name="called"/></xsl:with-param></xsl:call-template>, "dcat:downloadURL": {"@id": <xsl:call-template name="json"><xsl:with-param name="of" select="concat($address, @path)"/></xsl:call-template>}, "dcat:mediaType": "<xsl:call-template name="media"/>"}</xsl:for-each>
    <xsl:text>
  ]
}
</xsl:text>
  </xsl:template>

  <!-- The dictionary: each column of each table. -->
  <xsl:template match="/kit[@file = 'data/kamus-data.csv' or @file = 'kamus-data.csv']">
    <xsl:text>berkas,kolom,judul,tipe,satuan,uraian,nilai,sumber&#13;&#10;</xsl:text>
    <xsl:for-each select="table/column">
      <xsl:call-template name="cell"><xsl:with-param name="of" select="../@name"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="@key"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="@title"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:call-template name="kind"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:call-template name="unit"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:call-template name="meaning"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:call-template name="values"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:call-template name="source"/></xsl:with-param><xsl:with-param name="last" select="true()"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="kind"><xsl:choose><xsl:when test="@type = 'string'">teks</xsl:when><xsl:when test="@type = 'integer'">bilangan bulat</xsl:when><xsl:otherwise>bilangan desimal</xsl:otherwise></xsl:choose></xsl:template>

  <!-- MS-Keg: a line for each question of the form. -->
  <xsl:template match="/kit[@file = 'data/ms-kegiatan.csv']">
    <xsl:text>blok,rincian,isian&#13;&#10;</xsl:text>
    <xsl:variable name="b0">Identitas kegiatan</xsl:variable>
    <xsl:variable name="b1">I. Penyelenggara</xsl:variable>
    <xsl:variable name="b2">II. Penanggung jawab</xsl:variable>
    <xsl:variable name="b3">III. Perencanaan dan persiapan</xsl:variable>
    <xsl:variable name="b4">IV. Desain kegiatan</xsl:variable>
    <xsl:variable name="b5">V. Desain sampel</xsl:variable>
    <xsl:variable name="b6">VI. Pengumpulan data</xsl:variable>
    <xsl:variable name="b7">VII. Pengolahan dan analisis</xsl:variable>
    <xsl:variable name="b8">VIII. Diseminasi hasil</xsl:variable>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b0"/><xsl:with-param name="asked">Judul kegiatan</xsl:with-param><xsl:with-param name="of" select="concat('Penilaian ', $instrument/@title)"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b0"/><xsl:with-param name="asked">Kode kegiatan (diisi petugas)</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b0"/><xsl:with-param name="asked">Tahun</xsl:with-param><xsl:with-param name="of" select="$results/@year"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b0"/><xsl:with-param name="asked">Cara pengumpulan data</xsl:with-param><xsl:with-param name="of">Kompilasi produk administrasi</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b0"/><xsl:with-param name="asked">Sektor kegiatan</xsl:with-param><xsl:with-param name="of">Pemerintahan</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b0"/><xsl:with-param name="asked">Identitas rekomendasi</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b1"/><xsl:with-param name="asked">Instansi penyelenggara</xsl:with-param><xsl:with-param name="of" select="$issuer/@name"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b1"/><xsl:with-param name="asked">Alamat lengkap</xsl:with-param><xsl:with-param name="of" select="$issuer/@address"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b1"/><xsl:with-param name="asked">Telepon</xsl:with-param><xsl:with-param name="of" select="$press/@phone"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b1"/><xsl:with-param name="asked">Surel</xsl:with-param><xsl:with-param name="of" select="$press/@mail"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b2"/><xsl:with-param name="asked">Unit eselon penanggung jawab</xsl:with-param><xsl:with-param name="of" select="$issuer/@unit"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b2"/><xsl:with-param name="asked">Penanggung jawab teknis: nama</xsl:with-param><xsl:with-param name="of" select="$press/@contact"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b2"/><xsl:with-param name="asked">Penanggung jawab teknis: jabatan</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b3"/><xsl:with-param name="asked">Latar belakang kegiatan</xsl:with-param><xsl:with-param name="of" select="$instrument/regulation[last()]/@name"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b3"/><xsl:with-param name="asked">Tujuan kegiatan</xsl:with-param><xsl:with-param name="of" select="concat('Mengukur ', $instrument/@title, ' pada instansi pemerintah')"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b3"/><xsl:with-param name="asked">Rencana jadwal kegiatan</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b3"/><xsl:with-param name="asked">Variabel yang dikumpulkan</xsl:with-param><xsl:with-param name="of"><xsl:call-template name="say"><xsl:with-param name="word" select="'collected'"/><xsl:with-param name="a" select="count($instrument//indicator)"/></xsl:call-template></xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b4"/><xsl:with-param name="asked">Kegiatan ini dilakukan</xsl:with-param><xsl:with-param name="of">Berulang</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b4"/><xsl:with-param name="asked">Frekuensi penyelenggaraan</xsl:with-param><xsl:with-param name="of">Tahunan</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b4"/><xsl:with-param name="asked">Tipe pengumpulan data</xsl:with-param><xsl:with-param name="of">Cross sectional</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b4"/><xsl:with-param name="asked">Cakupan wilayah pengumpulan data</xsl:with-param><xsl:with-param name="of"><xsl:choose><xsl:when test="count($results/region) &gt; 30">Seluruh wilayah Indonesia</xsl:when><xsl:otherwise><xsl:for-each select="$results/region"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@name"/></xsl:for-each></xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b4"/><xsl:with-param name="asked">Metode pengumpulan data</xsl:with-param><xsl:with-param name="of"><xsl:for-each select="$instrument/stages/stage"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@name"/></xsl:for-each></xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b4"/><xsl:with-param name="asked">Sarana pengumpulan data</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b4"/><xsl:with-param name="asked">Unit pengumpulan data</xsl:with-param><xsl:with-param name="of">Instansi pemerintah</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b5"/><xsl:with-param name="asked">Jenis rancangan sampel</xsl:with-param><xsl:with-param name="of">Tidak memakai sampel</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b6"/><xsl:with-param name="asked">Metode pemeriksaan kualitas pengumpulan data</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b6"/><xsl:with-param name="asked">Petugas pengumpulan data</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b7"/><xsl:with-param name="asked">Tahapan pengolahan data</xsl:with-param><xsl:with-param name="of"><xsl:call-template name="say"><xsl:with-param name="word" select="'processing'"/></xsl:call-template></xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b7"/><xsl:with-param name="asked">Metode analisis</xsl:with-param><xsl:with-param name="of">Deskriptif</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b7"/><xsl:with-param name="asked">Unit analisis</xsl:with-param><xsl:with-param name="of">Instansi pemerintah</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b7"/><xsl:with-param name="asked">Tingkat penyajian hasil analisis</xsl:with-param><xsl:with-param name="of">Nasional; provinsi; instansi</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b8"/><xsl:with-param name="asked">Produk yang tersedia untuk umum: tercetak</xsl:with-param><xsl:with-param name="of">Tidak</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b8"/><xsl:with-param name="asked">Produk yang tersedia untuk umum: digital</xsl:with-param><xsl:with-param name="of" select="concat('Ya', substring(concat(': ', $address), 1, 999 * boolean($press/@url)))"/></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b8"/><xsl:with-param name="asked">Produk yang tersedia untuk umum: data mikro</xsl:with-param><xsl:with-param name="of">Ya: indikator.csv</xsl:with-param></xsl:call-template>
    <xsl:call-template name="line"><xsl:with-param name="block" select="$b8"/><xsl:with-param name="asked">Rencana rilis</xsl:with-param><xsl:with-param name="of" select="$results/decree/@date"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="line">
    <xsl:param name="block"/><xsl:param name="asked"/><xsl:param name="of"/>
    <xsl:call-template name="cell"><xsl:with-param name="of" select="$block"/></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="of" select="$asked"/></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="of" select="$of"/><xsl:with-param name="last" select="true()"/></xsl:call-template>
  </xsl:template>

  <!-- MS-Var: a line for each variable. -->
  <xsl:template match="/kit[@file = 'data/ms-variabel.csv']">
    <xsl:text>nama variabel,alias,konsep,definisi,referensi pemilihan,referensi waktu,tipe data,klasifikasi isian,aturan validasi,kalimat pertanyaan,dapat diakses umum&#13;&#10;</xsl:text>
    <xsl:for-each select="$instrument//indicator">
      <xsl:call-template name="cell"><xsl:with-param name="of" select="@name"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:call-template name="say"><xsl:with-param name="word" select="'alias'"/><xsl:with-param name="a" select="@no"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="ancestor::aspect/@name"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:call-template name="say"><xsl:with-param name="word" select="'variable'"/><xsl:with-param name="a" select="@no"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="$instrument/regulation[last()]/@name"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="concat('Tahun ', $results/@year)"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:choose><xsl:when test="$instrument/levels/@decimals &gt; 0">Desimal</xsl:when><xsl:otherwise>Bilangan bulat</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="concat($instrument/levels/@min, ' sampai ', $instrument/levels/@max)"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="concat('Tidak kurang dari ', $instrument/levels/@min, ' dan tidak lebih dari ', $instrument/levels/@max)"/></xsl:call-template>
      <xsl:call-template name="cell"/>
      <xsl:call-template name="cell"><xsl:with-param name="of">Ya</xsl:with-param><xsl:with-param name="last" select="true()"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- MS-Ind: the index, then its domains and aspects. -->
  <xsl:template match="/kit[@file = 'data/ms-indikator.csv']">
    <xsl:text>nama indikator,konsep,definisi,interpretasi,metode penghitungan,ukuran,satuan,klasifikasi penyajian,indikator komposit,indikator pembangun,variabel pembangun,kegiatan penghasil,level estimasi,dapat diakses umum&#13;&#10;</xsl:text>
    <xsl:for-each select="$instrument | $instrument//domain | $instrument//aspect">
      <xsl:variable name="own"><xsl:value-of select="@index-name"/><xsl:if test="not(@index-name)"><xsl:call-template name="say"><xsl:with-param name="word" select="'index-of'"/><xsl:with-param name="a" select="@name"/></xsl:call-template></xsl:if></xsl:variable>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="$own"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="$instrument/@title"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:call-template name="say"><xsl:with-param name="word" select="'weighed'"/><xsl:with-param name="a" select="count(.//indicator)"/></xsl:call-template><xsl:if test="@weight"><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="word" select="'weight'"/><xsl:with-param name="a" select="@weight"/></xsl:call-template></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:choose><xsl:when test="@index-name">Makin tinggi makin baik: <xsl:for-each select="grades/grade"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="concat(@name, ' mulai ', translate(@from, '.', ','))"/></xsl:for-each></xsl:when><xsl:otherwise>Makin tinggi makin baik</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="concat(key('w', 'method'), ' ', $rounding)"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="key('w', 'index')"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="concat('Skala ', $instrument/levels/@min, ' sampai ', $instrument/levels/@max)"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of">Instansi; kelompok instansi; provinsi</xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of">Ya</xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:for-each select="domain | aspect"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:call-template name="say"><xsl:with-param name="word" select="'index-of'"/><xsl:with-param name="a" select="@name"/></xsl:call-template></xsl:for-each></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of"><xsl:for-each select="indicator"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@name"/></xsl:for-each></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of" select="concat('Penilaian ', $instrument/@title, ' ', $results/@year)"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of">Nasional; provinsi; instansi</xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="of">Ya</xsl:with-param><xsl:with-param name="last" select="true()"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
