<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the press kit: it needs no script to be read, and nothing from elsewhere.
     Its source is <kit>: the results as layouts see them, <style>, <script> and <short-names> (the files beside this
     one), <words> of the language that is asked for (words.id.xml, words.en.xml), the charts with their words and the
     files they can be had as, the tables of data, and the other files beside the page.  Of the institutions <results> has
     those that lead their group, <institutions> what is counted of all; the lines of the table are asked for some at a
     time, in <rows>: between two instructions of that name, and put where the page has one.
     Charts are files of their own, fetched when they come near. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no"/>

  <xsl:variable name="licence" select="/kit/data/licence"/>
  <xsl:variable name="language" select="string(/kit/@language)"/>
  <xsl:key name="w" match="/kit/words/word" use="@name"/>

  <xsl:variable name="results" select="/kit/results"/>
  <xsl:variable name="instrument" select="$results/instrument"/>
  <!-- Where one government has its units assessed, they are what the page is about. -->
  <xsl:variable name="units" select="$results/group[@seat = 'parent'][@assessed &gt; 0][sum($results/group[not(@seat = 'parent')]/@assessed) &lt;= 1][count($results/group[@seat = 'parent'][@assessed &gt; 0]) = 1]"/>
  <xsl:variable name="national" select="$results/national[not($units)] | $units"/>
  <xsl:variable name="all" select="/kit/institutions"/>
  <xsl:variable name="leading" select="$results/institution"/>
  <xsl:variable name="ranking"><xsl:choose><xsl:when test="$units">parent</xsl:when><xsl:otherwise>national</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="grades" select="$instrument/grades/grade"/>
  <xsl:variable name="high" select="$instrument/levels/@max"/>
  <xsl:variable name="low" select="$instrument/levels/@min"/>
  <xsl:variable name="ranked" select="boolean($leading/rank[@scope = $ranking])"/>
  <xsl:variable name="regions" select="$results/region[@count &gt; 0]"/>
  <xsl:variable name="before" select="$results/year[not($units)][@comparable = 'yes' and not(@current) and @index][last()]"/>
  <xsl:variable name="targets" select="boolean($results/group[@assessed &gt; 0]/@target != $results/group[@assessed &gt; 0]/@target)"/> <!-- they differ -->
  <xsl:variable name="press" select="$results/press"/>
  <xsl:variable name="address"><xsl:value-of select="$press/@url"/><xsl:if test="$press/@url and substring($press/@url, string-length($press/@url)) != '/'">/</xsl:if></xsl:variable>
  <xsl:variable name="picture" select="/kit/file[starts-with(@path, 'kartu-nasional')]"/>
  <xsl:variable name="name"><xsl:call-template name="say"><xsl:with-param name="word" select="'index-of'"/><xsl:with-param name="a" select="$instrument/@index-name"/><xsl:with-param name="b" select="$instrument/@name"/></xsl:call-template></xsl:variable>
  <xsl:variable name="here" select="concat($address, key('w', 'file')[$language != 'id'])"/>
  <xsl:variable name="corrections" select="$results/correction[@language = $language or not($results/correction[@language = $language])]"/>

  <xsl:template match="/kit">
    <html lang="{$language}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:call-template name="title"/></title>
        <xsl:call-template name="sharing"/>
        <link rel="icon" href="data:,"/>
        <style><xsl:value-of select="style"/></style>
        <script>try { var chosen = localStorage.getItem('tema'); if (chosen) document.documentElement.setAttribute('data-theme', chosen); } catch (e) { /* it is not kept */ }</script>
      </head>
      <body>
        <a class="skip" href="#isi"><xsl:value-of select="key('w', 'skip')"/></a>
        <a class="skip" href="#tabel"><xsl:value-of select="key('w', 'skip-table')"/></a>
        <xsl:call-template name="masthead"/>
        <main id="isi">
          <xsl:call-template name="figures"/>
          <xsl:call-template name="groups"/>
          <xsl:call-template name="quotes"/>
          <xsl:if test="chart"><xsl:call-template name="charts"/></xsl:if>
          <xsl:call-template name="table"/>
          <xsl:call-template name="downloads"/>
          <xsl:call-template name="about"/>
        </main>
        <footer>
          <p><xsl:value-of select="$results/issuer/@name"/> · <xsl:value-of select="$instrument/@name"/><xsl:text> </xsl:text><xsl:value-of select="$results/@year"/></p>
          <p class="small"><xsl:value-of select="substring-before(key('w', 'made'), '{1}')"/><code><xsl:value-of select="@digest"/></code><xsl:value-of select="concat(substring-before(substring-after(key('w', 'made'), '{1}'), '{2}'), $results/@version, substring-after(key('w', 'made'), '{2}'))"/></p>
          <p id="pesan" class="off" role="status"></p>
        </footer>
        <script type="text/plain" id="kata"><xsl:for-each select="words/word[starts-with(@name, 'js-')]"><xsl:value-of select="concat(substring(@name, 4), ' = ', ., '&#10;')"/></xsl:for-each></script>
        <script type="text/plain" id="singkatan"><xsl:value-of select="short-names"/></script>
        <script><xsl:value-of select="script"/></script>
      </body>
    </html>
  </xsl:template>

  <!-- What a shared link shows, and what search engines for data read. -->
  <xsl:template name="sharing">
    <xsl:variable name="about"><xsl:call-template name="lead"/></xsl:variable>
    <xsl:variable name="image" select="concat($address, $picture/@path)"/>
    <meta name="description" content="{$about}"/>
    <meta property="og:type" content="website"/>
    <meta property="og:locale" content="{key('w', 'locale')}"/>
    <meta property="og:site_name" content="{$results/issuer/@name}"/>
    <meta property="og:title"><xsl:attribute name="content"><xsl:call-template name="headline"/></xsl:attribute></meta>
    <meta property="og:description" content="{$about}"/>
    <xsl:if test="$picture">
      <meta property="og:image" content="{$image}"/>
      <meta property="og:image:width" content="1200"/>
      <meta property="og:image:height" content="630"/>
      <meta property="og:image:alt"><xsl:attribute name="content"><xsl:call-template name="headline"/></xsl:attribute></meta>
      <meta name="twitter:card" content="summary_large_image"/>
      <meta name="twitter:image" content="{$image}"/>
    </xsl:if>
    <xsl:if test="$press/@url">
      <link rel="canonical" href="{$here}"/>
      <meta property="og:url" content="{$here}"/>
      <link rel="alternate" hreflang="{key('w', 'other-language')}" href="{$address}{key('w', 'other-file')[$language = 'id']}"/>
    </xsl:if>
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"Dataset","name":<xsl:call-template name="json"><xsl:with-param name="of"><xsl:value-of select="concat($name, ' ', $results/@year)"/></xsl:with-param></xsl:call-template>,"description":<xsl:call-template name="json"><xsl:with-param name="of" select="concat($about, ' ', key('w', 'rounding'))"/></xsl:call-template>,"inLanguage":"<xsl:value-of select="$language"/>","temporalCoverage":"<xsl:value-of select="$results/@year"/>","spatialCoverage":"Indonesia","license":<xsl:call-template name="json"><xsl:with-param name="of" select="$licence/@url"/></xsl:call-template><xsl:if test="$press/@url">,"url":<xsl:call-template name="json"><xsl:with-param name="of" select="$here"/></xsl:call-template></xsl:if><xsl:if test="$results/decree/@date">,"datePublished":"<xsl:value-of select="$results/decree/@date"/>"</xsl:if>,"creator":{"@type":"GovernmentOrganization","name":<xsl:call-template name="json"><xsl:with-param name="of" select="$results/issuer/@name"/></xsl:call-template>},"distribution":[<xsl:for-each select="file[starts-with(@path, 'data/') and contains(@path, '.csv')]"><xsl:if test="position() &gt; 1">,</xsl:if>{"@type":"DataDownload","encodingFormat":"text/csv","contentUrl":<xsl:call-template name="json"><xsl:with-param name="of" select="concat($address, @path)"/></xsl:call-template>}</xsl:for-each>]}</script>
  </xsl:template>

  <xsl:template name="json">
    <xsl:param name="of"/>
    <xsl:text>"</xsl:text>
    <xsl:call-template name="escaped"><xsl:with-param name="of" select="$of"/></xsl:call-template>
    <xsl:text>"</xsl:text>
  </xsl:template>

  <!-- A script ends at its first end tag, whatever quotes that stands in. -->
  <xsl:template name="escaped">
    <xsl:param name="of"/>
    <xsl:variable name="first" select="substring($of, 1, 1)"/>
    <xsl:choose>
      <xsl:when test="string-length($of) &gt; 1 and translate($of, '\&quot;&lt;', '') != $of">
        <xsl:variable name="half" select="floor(string-length($of) div 2)"/>
        <xsl:call-template name="escaped"><xsl:with-param name="of" select="substring($of, 1, $half)"/></xsl:call-template>
        <xsl:call-template name="escaped"><xsl:with-param name="of" select="substring($of, $half + 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$of = '\'">\\</xsl:when>
      <xsl:when test="$of = '&quot;'">\"</xsl:when>
      <xsl:when test="$of = '&lt;'">\u003c</xsl:when>
      <xsl:otherwise><xsl:value-of select="$of"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="headline">
    <xsl:choose>
      <xsl:when test="$national/@index"><xsl:call-template name="say"><xsl:with-param name="word" select="'headline'"/><xsl:with-param name="a"><xsl:call-template name="whose-index"/></xsl:with-param><xsl:with-param name="b" select="$results/@year"/><xsl:with-param name="c"><xsl:call-template name="decimal"><xsl:with-param name="of" select="$national/@index"/></xsl:call-template></xsl:with-param><xsl:with-param name="d"><xsl:call-template name="grade"><xsl:with-param name="of" select="$grades[@from &lt;= $national/@index][1]/@name"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="word" select="'headline-none'"/><xsl:with-param name="a" select="$name"/><xsl:with-param name="b" select="$results/@year"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="whose-index">
    <xsl:choose>
      <xsl:when test="$units"><xsl:call-template name="say"><xsl:with-param name="word" select="'index-units'"/><xsl:with-param name="a" select="$name"/><xsl:with-param name="b"><xsl:call-template name="group"><xsl:with-param name="of" select="$units/@id"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="title"><xsl:if test="$results/@sample"><xsl:value-of select="concat(key('w', 'sample'), ' · ')"/></xsl:if><xsl:call-template name="say"><xsl:with-param name="word" select="'title'"/><xsl:with-param name="a" select="$name"/><xsl:with-param name="b" select="$results/@year"/></xsl:call-template></xsl:template>

  <xsl:template name="masthead">
    <header class="masthead">
      <xsl:if test="$results/@sample"><p class="sample"><strong><xsl:value-of select="key('w', 'sample')"/></strong><xsl:text> </xsl:text><xsl:value-of select="key('w', 'sample-note')"/></p></xsl:if>
      <xsl:if test="$results/paper/@missing"><p class="sample"><strong><xsl:value-of select="key('w', 'missing')"/></strong><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="word" select="'missing-note'"/><xsl:with-param name="a" select="$results/paper/@missing"/></xsl:call-template></p></xsl:if>
      <div class="top">
        <p class="kicker"><xsl:value-of select="$results/issuer/@name"/></p>
        <p class="tools"><a href="{key('w', 'other-file')}" hreflang="{key('w', 'other-language')}" lang="{key('w', 'other-language')}"><xsl:value-of select="key('w', 'other-name')"/></a><button type="button" id="tema" hidden="hidden" aria-pressed="false"><xsl:value-of select="key('w', 'dark')"/></button></p>
      </div>
      <h1><xsl:call-template name="headline"/></h1>
      <p class="lead"><xsl:call-template name="lead"/></p>
      <p class="embargo"><xsl:call-template name="embargo"/></p>
      <nav aria-label="{key('w', 'parts')}">
        <ul>
          <li><a href="#angka"><xsl:value-of select="key('w', 'figures')"/></a></li>
          <xsl:if test="/kit/chart"><li><a href="#grafik"><xsl:value-of select="key('w', 'charts')"/></a></li></xsl:if>
          <li><a href="#tabel"><xsl:value-of select="key('w', 'table')"/></a></li>
          <li><a href="#unduhan"><xsl:value-of select="key('w', 'downloads')"/></a></li>
          <li><a href="#tentang"><xsl:value-of select="key('w', 'about')"/></a></li>
        </ul>
      </nav>
    </header>
  </xsl:template>

  <xsl:template name="lead">
    <xsl:variable name="best" select="$national/grade[@count &gt; 0][1]"/>
    <xsl:call-template name="say"><xsl:with-param name="word" select="'lead'"/><xsl:with-param name="a" select="$national/@assessed"/><xsl:with-param name="b" select="$national/@count"/></xsl:call-template><xsl:if test="$best"><xsl:call-template name="say"><xsl:with-param name="word" select="'lead-best'"/><xsl:with-param name="a"><xsl:call-template name="grade"><xsl:with-param name="of" select="$best/@name"/></xsl:call-template></xsl:with-param><xsl:with-param name="b" select="$best/@count"/></xsl:call-template></xsl:if>.<xsl:if test="$before"><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="word" select="'lead-before'"/><xsl:with-param name="a" select="$before/@year"/><xsl:with-param name="b"><xsl:call-template name="decimal"><xsl:with-param name="of" select="$before/@index"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:if>
  </xsl:template>

  <xsl:template name="embargo">
    <xsl:variable name="day"><xsl:call-template name="date"><xsl:with-param name="of" select="$results/decree/@date"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$results/decree/@status = 'draft'"><strong><xsl:value-of select="key('w', 'draft')"/></strong><xsl:text> </xsl:text><xsl:value-of select="key('w', 'draft-note')"/></xsl:when>
      <xsl:otherwise>
        <strong><xsl:value-of select="key('w', 'embargo')"/></strong><xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="$results/decree/@date and $press/@hour"><xsl:call-template name="say"><xsl:with-param name="word" select="'embargo-hour'"/><xsl:with-param name="a" select="$day"/><xsl:with-param name="b" select="$press/@hour"/></xsl:call-template></xsl:when>
          <xsl:when test="$results/decree/@date"><xsl:call-template name="say"><xsl:with-param name="word" select="'embargo-date'"/><xsl:with-param name="a" select="$day"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:value-of select="key('w', 'embargo-none')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="figures">
    <section id="angka" aria-labelledby="h-angka">
      <h2 id="h-angka"><xsl:value-of select="key('w', 'figures')"/></h2>
      <dl class="figures">
        <xsl:if test="$national/@index">
          <div>
            <dt><xsl:call-template name="say"><xsl:with-param name="word" select="'mean-of'"/><xsl:with-param name="a" select="$name"/></xsl:call-template></dt>
            <dd><span class="number"><xsl:call-template name="decimal"><xsl:with-param name="of" select="$national/@index"/></xsl:call-template></span><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="word" select="'of-most'"/><xsl:with-param name="a" select="$high"/></xsl:call-template></dd>
          </div>
        </xsl:if>
        <xsl:if test="$before">
          <div>
            <dt><xsl:call-template name="say"><xsl:with-param name="word" select="'change-since'"/><xsl:with-param name="a" select="$before/@year"/></xsl:call-template></dt>
            <dd><span class="number"><xsl:call-template name="change"><xsl:with-param name="by" select="$national/@index - $before/@index"/></xsl:call-template></span><xsl:text> </xsl:text><xsl:value-of select="key('w', 'points')"/></dd>
          </div>
        </xsl:if>
        <div>
          <dt><xsl:value-of select="key('w', 'assessed')"/></dt>
          <dd><span class="number"><xsl:value-of select="$national/@assessed"/></span><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="word" select="'of-most'"/><xsl:with-param name="a" select="$national/@count"/></xsl:call-template></dd>
        </div>
        <xsl:if test="$national/@index">
          <div>
            <dt><xsl:choose>
              <xsl:when test="$targets"><xsl:value-of select="key('w', 'reached-own')"/></xsl:when>
              <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="word" select="'reached'"/><xsl:with-param name="a"><xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number($leading/@target, '0.00')"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:otherwise>
            </xsl:choose></dt>
            <dd><span class="number"><xsl:value-of select="$all/@reached - count($leading[$units][not(@parent)][@index &gt;= @target])"/></span><xsl:text> </xsl:text><xsl:value-of select="key('w', 'institutions')"/></dd>
          </div>
        </xsl:if>
        <xsl:variable name="first" select="$leading[not($units)][@n = 1] | $leading[$units][@parent][1]"/>
        <xsl:if test="$first">
          <div>
            <dt><xsl:value-of select="key('w', 'highest')"/></dt>
            <dd><span class="number"><xsl:call-template name="decimal"><xsl:with-param name="of" select="$first/@index"/></xsl:call-template></span> <xsl:call-template name="names"><xsl:with-param name="of" select="$leading[not($units) or @parent][@index = $first/@index]"/></xsl:call-template></dd>
          </div>
        </xsl:if>
      </dl>
      <xsl:if test="$leading">
        <h3><xsl:value-of select="key('w', 'grades')"/></h3>
        <ul class="grades">
          <xsl:for-each select="$national/grade">
            <li><span class="name"><xsl:call-template name="grade"><xsl:with-param name="of" select="@name"/></xsl:call-template></span><span class="bar"><span style="width:{@share}%"></span></span><span class="value"><xsl:call-template name="institutions"><xsl:with-param name="n" select="@count"/></xsl:call-template><span class="share"> (<xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number(@share, '0.0')"/></xsl:call-template>%)</span></span></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="$all/awaited">
        <h3><xsl:value-of select="key('w', 'awaited')"/></h3>
        <p><xsl:call-template name="say"><xsl:with-param name="word" select="'awaited-note'"/><xsl:with-param name="a" select="$all/@waiting"/><xsl:with-param name="b"><xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number(($instrument/levels/@pending | $instrument/levels[not(@pending)]/@min)[1], '0.00')"/></xsl:call-template></xsl:with-param></xsl:call-template></p>
        <ul class="plain">
          <xsl:for-each select="$all/awaited">
            <li><strong><xsl:value-of select="@source"/></strong>: <xsl:call-template name="institutions"><xsl:with-param name="n" select="@count"/></xsl:call-template></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="groups">
    <xsl:if test="$results/group[@assessed &gt; 0]">
      <section aria-labelledby="h-kelompok">
        <h2 id="h-kelompok"><xsl:value-of select="key('w', 'groups')"/></h2>
        <div class="wide" role="region" aria-label="{key('w', 'groups-table')}" tabindex="0">
          <table role="table">
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><xsl:value-of select="key('w', 'group')"/></th><th role="columnheader" scope="col" class="n"><xsl:value-of select="key('w', 'assessed-short')"/></th><th role="columnheader" scope="col" class="n"><xsl:value-of select="key('w', 'mean')"/></th><xsl:if test="$targets"><th role="columnheader" scope="col" class="n"><xsl:value-of select="key('w', 'target')"/></th></xsl:if><th role="columnheader" scope="col"><xsl:value-of select="key('w', 'highest')"/></th></tr></thead>
            <tbody role="rowgroup">
              <xsl:for-each select="$results/group[@assessed &gt; 0]">
                <tr role="row">
                  <th role="rowheader" scope="row"><xsl:call-template name="group"><xsl:with-param name="of" select="@id"/></xsl:call-template></th>
                  <td role="cell" class="n" data-label="{key('w', 'assessed-short')}"><xsl:call-template name="say"><xsl:with-param name="word" select="'count-of'"/><xsl:with-param name="a" select="@assessed"/><xsl:with-param name="b" select="@count"/></xsl:call-template></td>
                  <td role="cell" class="n" data-label="{key('w', 'mean')}"><xsl:call-template name="decimal"><xsl:with-param name="of" select="@index"/></xsl:call-template></td>
                  <xsl:if test="$targets"><td role="cell" class="n" data-label="{key('w', 'target')}"><xsl:call-template name="decimal"><xsl:with-param name="of" select="@target"/></xsl:call-template></td></xsl:if>
                  <td role="cell" data-label="{key('w', 'highest')}">
                    <xsl:variable name="best" select="$leading[@group = current()/@id]"/>
                    <xsl:call-template name="names"><xsl:with-param name="of" select="$best"/></xsl:call-template> (<xsl:call-template name="decimal"><xsl:with-param name="of" select="$best/@index"/></xsl:call-template>)
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <xsl:if test="$results/improved">
          <h3><xsl:call-template name="say"><xsl:with-param name="word" select="'improved'"/><xsl:with-param name="a" select="$results/improved[1]/@year"/></xsl:call-template></h3>
          <ul class="plain">
            <xsl:for-each select="$results/improved[@position = 1]">
              <xsl:sort select="@change" data-type="number" order="descending"/>
              <li><strong><xsl:value-of select="@name"/></strong>, <xsl:call-template name="say"><xsl:with-param name="word" select="'improved-line'"/><xsl:with-param name="a"><xsl:call-template name="group"><xsl:with-param name="of" select="@group"/></xsl:call-template></xsl:with-param><xsl:with-param name="b"><xsl:call-template name="decimal"><xsl:with-param name="of" select="@before"/></xsl:call-template></xsl:with-param><xsl:with-param name="c"><xsl:call-template name="decimal"><xsl:with-param name="of" select="@index"/></xsl:call-template></xsl:with-param></xsl:call-template></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="$results/award[@named = 'yes']/winner">
          <h3><xsl:choose><xsl:when test="$language = 'en' and $instrument/awards/@english"><xsl:value-of select="$instrument/awards/@english"/></xsl:when><xsl:otherwise><xsl:value-of select="$instrument/awards/@name"/></xsl:otherwise></xsl:choose></h3>
          <ul class="plain">
            <xsl:for-each select="$results/award[winner]">
              <xsl:variable name="own" select="$instrument/awards/award[@id = current()/@id]/@english[$language = 'en']"/>
              <li><strong><xsl:choose><xsl:when test="$own"><xsl:value-of select="$own"/></xsl:when><xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise></xsl:choose></strong>: <xsl:for-each select="winner"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@position"/>. <xsl:value-of select="@name"/> (<xsl:choose><xsl:when test="@gain">+<xsl:call-template name="decimal"><xsl:with-param name="of" select="@gain"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:call-template name="decimal"><xsl:with-param name="of" select="@index"/></xsl:call-template></xsl:otherwise></xsl:choose>)</xsl:for-each></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="quotes">
    <xsl:variable name="said" select="$press/quote[@language = $language][not(@region)]"/>
    <xsl:if test="$said">
      <section id="ucapan" aria-labelledby="h-ucapan">
        <h2 id="h-ucapan"><xsl:value-of select="key('w', 'quotes')"/></h2>
        <xsl:for-each select="$said">
          <figure class="quote">
            <blockquote><p>“<xsl:value-of select="."/>”</p></blockquote>
            <figcaption><xsl:value-of select="@by"/><xsl:if test="@office">, <xsl:value-of select="@office"/></xsl:if></figcaption>
          </figure>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="charts">
    <section id="grafik" aria-labelledby="h-grafik">
      <h2 id="h-grafik"><xsl:value-of select="key('w', 'charts')"/></h2>
      <xsl:if test="key('w', 'charts-note')"><p><xsl:value-of select="key('w', 'charts-note')"/></p></xsl:if>
      <xsl:for-each select="chart">
        <figure id="grafik-{@name}">
          <xsl:variable name="stem" select="concat('grafik/', @name)"/>
          <xsl:variable name="shows" select="key('w', concat('chart-', @name))"/>
          <xsl:if test="$shows"><p class="shows"><xsl:value-of select="$shows"/></p></xsl:if>
          <picture>
            <source media="screen and (max-width: 37rem) and (prefers-color-scheme: dark)" srcset="{$stem}.tegak.gelap.svg" width="1080" height="1920"/>
            <source media="screen and (max-width: 37rem)" srcset="{$stem}.tegak.svg" width="1080" height="1920"/>
            <source media="screen and (max-width: 56rem) and (prefers-color-scheme: dark)" srcset="{$stem}.kotak.gelap.svg" width="1080" height="1080"/>
            <source media="screen and (max-width: 56rem)" srcset="{$stem}.kotak.svg" width="1080" height="1080"/>
            <source media="screen and (prefers-color-scheme: dark)" srcset="{$stem}.gelap.svg" width="1200" height="675"/>
            <img src="{$stem}.svg" alt="Grafik: {@title}" lang="id" aria-describedby="uraian-{@name}" width="1200" height="675" loading="lazy" decoding="async"/>
          </picture>
          <figcaption>
            <details><summary><xsl:value-of select="key('w', 'described')"/><span class="off" lang="id">: <xsl:value-of select="@title"/></span></summary><p id="uraian-{@name}" lang="id"><xsl:value-of select="@desc"/></p></details>
            <details class="menu"><summary><xsl:value-of select="key('w', 'share')"/><span class="off" lang="id">: <xsl:value-of select="@title"/></span></summary>
              <ul><xsl:for-each select="file[not(contains(@path, 'kotak.svg') or contains(@path, 'tegak.svg') or contains(@path, '.gelap.'))]"><li><a href="{@path}" download="download"><xsl:value-of select="@label"/></a></li></xsl:for-each></ul>
            </details>
          </figcaption>
        </figure>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="table">
    <section id="tabel" aria-labelledby="h-tabel">
      <h2 id="h-tabel"><xsl:value-of select="key('w', 'table')"/></h2>
      <form id="saring" hidden="hidden" role="search" aria-label="{key('w', 'filter')}">
        <p><label for="cari"><xsl:value-of select="key('w', 'search')"/></label><input id="cari" type="search" autocomplete="off" placeholder="{key('w', 'search-hint')}"/></p>
        <p><label for="kelompok"><xsl:value-of select="key('w', 'group')"/></label><select id="kelompok"><option value=""><xsl:value-of select="key('w', 'all-groups')"/></option><xsl:for-each select="$results/group"><option value="{@id}"><xsl:call-template name="group"><xsl:with-param name="of" select="@id"/></xsl:call-template></option></xsl:for-each></select></p>
        <xsl:if test="$regions"><p><label for="wilayah"><xsl:value-of select="key('w', 'region')"/></label><select id="wilayah"><option value=""><xsl:value-of select="key('w', 'all-regions')"/></option><xsl:for-each select="$regions"><xsl:sort select="@name"/><option value="{@code}"><xsl:value-of select="@name"/></option></xsl:for-each></select></p></xsl:if>
        <p><label for="predikat"><xsl:value-of select="key('w', 'grade')"/></label><select id="predikat"><option value=""><xsl:value-of select="key('w', 'all-grades')"/></option><xsl:for-each select="$grades"><option><xsl:call-template name="grade"><xsl:with-param name="of" select="@name"/></xsl:call-template></option></xsl:for-each><xsl:if test="$results/national/@assessed &lt; $results/national/@count"><option value="-"><xsl:value-of select="key('w', 'not-assessed')"/></option></xsl:if></select></p>
        <p><button type="reset"><xsl:value-of select="key('w', 'reset')"/></button></p>
      </form>
      <p id="jumlah" role="status"><xsl:call-template name="say"><xsl:with-param name="word" select="'counted'"/><xsl:with-param name="a" select="$results/national/@count"/></xsl:call-template></p>
      <table id="instansi">
        <xsl:attribute name="class"><xsl:if test="$ranked">ranked </xsl:if><xsl:if test="$regions">located</xsl:if></xsl:attribute>
        <caption class="off"><xsl:value-of select="key('w', 'caption')"/></caption>
        <thead>
          <tr>
            <xsl:if test="$ranked"><th scope="col" class="n rank" data-by="number" aria-sort="ascending"><abbr title="{key('w', 'rank')[not($units)] | key('w', 'rank-units')[$units]}"><xsl:value-of select="key('w', 'rank-short')"/></abbr></th></xsl:if>
            <th scope="col" data-by="text"><xsl:value-of select="key('w', 'institution')"/></th>
            <th scope="col" class="more" data-by="text"><xsl:value-of select="key('w', 'group')"/></th>
            <xsl:if test="$regions"><th scope="col" class="where" data-by="text"><xsl:value-of select="key('w', 'region')"/></th></xsl:if>
            <th scope="col" class="n" data-by="number" data-first="descending"><xsl:value-of select="key('w', 'index')"/></th>
            <th scope="col" data-by="grade"><xsl:value-of select="key('w', 'grade')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:processing-instruction name="rows"/>
        </tbody>
      </table>
      <p id="nihil" hidden="hidden"><xsl:value-of select="key('w', 'none-found')"/></p>
    </section>
  </xsl:template>

  <xsl:template match="/kit[rows]" priority="1">
    <xsl:processing-instruction name="rows"/>
    <xsl:for-each select="rows/institution"><xsl:call-template name="line"/></xsl:for-each>
    <xsl:processing-instruction name="rows"/>
  </xsl:template>

  <xsl:template name="line">
    <tr id="{@code}">
      <xsl:if test="$ranked"><td><xsl:value-of select="rank[@scope = $ranking]/@position"/></td></xsl:if>
      <th scope="row"><xsl:choose><xsl:when test="@card"><a href="{@card}"><xsl:value-of select="@name"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise></xsl:choose><xsl:text> </xsl:text><a class="code" href="#{@code}"><xsl:value-of select="@code"/></a><xsl:if test="awaited"><span class="waits"><xsl:value-of select="key('w', 'awaited-short')"/><xsl:call-template name="missing"><xsl:with-param name="of" select="awaited[not(@source = preceding-sibling::awaited/@source)]"/></xsl:call-template></span></xsl:if></th>
      <td><xsl:call-template name="group"><xsl:with-param name="of" select="@group"/></xsl:call-template></td>
      <xsl:if test="$regions"><td><xsl:value-of select="@region-name"/></td></xsl:if>
      <td><xsl:choose><xsl:when test="@index"><xsl:call-template name="decimal"><xsl:with-param name="of" select="@index"/></xsl:call-template></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
      <td><xsl:choose><xsl:when test="@grade"><xsl:call-template name="grade"><xsl:with-param name="of" select="@grade"/></xsl:call-template></xsl:when><xsl:otherwise><span class="quiet"><xsl:value-of select="key('w', 'not-assessed')"/></span></xsl:otherwise></xsl:choose></td>
    </tr>
  </xsl:template>

  <!-- What an institution waits for; many are counted, so that a row stays one. -->
  <xsl:template name="missing">
    <xsl:param name="of"/>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="count($of) &gt; 2"><xsl:call-template name="say"><xsl:with-param name="word" select="'awaited-count'"/><xsl:with-param name="a" select="count($of)"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:for-each select="$of"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@source"/></xsl:for-each></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="downloads">
    <section id="unduhan" aria-labelledby="h-unduhan">
      <h2 id="h-unduhan"><xsl:value-of select="key('w', 'downloads')"/></h2>
      <ul class="plain">
        <xsl:for-each select="file[substring-before(@path, '.') = 'paket-pers']"><xsl:call-template name="file"><xsl:with-param name="called" select="'download-all'"/></xsl:call-template></xsl:for-each>
        <xsl:for-each select="file[not(contains(@path, '/')) and not(starts-with(@path, 'kartu')) and not(starts-with(@path, 'paket-pers'))]"><xsl:call-template name="file"/></xsl:for-each>
        <xsl:if test="$press/@decree"><li><a href="{$press/@decree}"><xsl:value-of select="key('w', 'download-decree')"/></a></li></xsl:if>
        <xsl:if test="chart/file"><li><xsl:value-of select="key('w', 'download-charts')"/></li></xsl:if>
        <xsl:if test="$picture"><li><a href="{$picture/@path}" download="download"><xsl:value-of select="key('w', 'download-card')"/></a> (PNG)</li></xsl:if>
        <xsl:if test="$all/@cards"><li id="kartu-instansi"><xsl:value-of select="key('w', 'download-cards')"/></li></xsl:if>
      </ul>
      <h3><xsl:value-of select="key('w', 'data')"/></h3>
      <ul class="plain">
        <xsl:for-each select="table"><xsl:call-template name="data"/></xsl:for-each>
        <xsl:for-each select="file[@path = 'data/peringkat.xlsx']"><xsl:call-template name="file"><xsl:with-param name="called" select="'download-book'"/></xsl:call-template></xsl:for-each>
        <xsl:for-each select="file[starts-with(@path, 'data/') and key('w', concat('download-', substring-before(substring(@path, 6), '.')))]"><xsl:call-template name="file"><xsl:with-param name="called" select="concat('download-', substring-before(substring(@path, 6), '.'))"/></xsl:call-template></xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <xsl:template name="file">
    <xsl:param name="called" select="concat('download-', substring-before(@path, '.'))"/>
    <li><a href="{@path}" download="download"><xsl:choose><xsl:when test="key('w', $called)"><xsl:value-of select="key('w', $called)"/></xsl:when><xsl:otherwise><xsl:value-of select="@path"/></xsl:otherwise></xsl:choose></a> (<xsl:choose><xsl:when test="contains(@path, '.jsonld')">JSON-LD</xsl:when><xsl:when test="contains(@path, '.txt')"><xsl:value-of select="key('w', 'text')"/></xsl:when><xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise></xsl:choose>)</li>
  </xsl:template>

  <!-- A table of data in its forms. -->
  <xsl:template name="data">
    <xsl:variable name="path" select="concat('data/', @name)"/>
    <xsl:variable name="told" select="/kit/data/table[@name = current()/@name]"/>
    <li>
      <xsl:value-of select="$told/@*[name() = $language]"/>:
      <a href="{$path}.csv" download="download"><xsl:value-of select="key('w', 'csv')"/></a> ·
      <a href="{$path}-id.csv" download="download"><xsl:value-of select="key('w', 'csv-id')"/></a> ·
      <a href="{$path}.json" download="download"><xsl:value-of select="key('w', 'json')"/></a>
    </li>
  </xsl:template>

  <xsl:template name="about">
    <section id="tentang" aria-labelledby="h-tentang">
      <h2 id="h-tentang"><xsl:value-of select="key('w', 'about-title')"/></h2>
      <p>
        <xsl:variable name="own" select="$instrument/@english[$language = 'en']"/>
        <xsl:call-template name="say"><xsl:with-param name="word" select="'measures'"/><xsl:with-param name="a" select="$name"/><xsl:with-param name="b" select="$own | $instrument/@title[not($own)]"/><xsl:with-param name="c" select="$low"/><xsl:with-param name="d" select="$high"/><xsl:with-param name="e" select="count($instrument//indicator)"/><xsl:with-param name="f" select="$instrument/@title"/></xsl:call-template>
        <xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="word" select="'basis'"/><xsl:with-param name="a" select="$instrument/regulation[last()]/@name"/></xsl:call-template>
        <xsl:if test="$results/decree/@number"><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="word" select="'decreed'"/><xsl:with-param name="a" select="$results/issuer/@office"/><xsl:with-param name="b" select="$results/decree/@number"/><xsl:with-param name="c" select="$results/decree/@year"/></xsl:call-template></xsl:if>
      </p>
      <p><xsl:value-of select="key('w', 'rounding')"/></p>
      <h3><xsl:value-of select="key('w', 'meaning')"/></h3>
      <ul class="plain">
        <xsl:for-each select="$grades"><li><strong><xsl:call-template name="grade"><xsl:with-param name="of" select="@name"/></xsl:call-template></strong>: <xsl:call-template name="say"><xsl:with-param name="word" select="'grade-from'"/><xsl:with-param name="a"><xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number(@from, '0.00')"/></xsl:call-template></xsl:with-param></xsl:call-template><xsl:if test="preceding-sibling::grade"><xsl:call-template name="say"><xsl:with-param name="word" select="'grade-below'"/><xsl:with-param name="a"><xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number(preceding-sibling::grade[1]/@from, '0.00')"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:if></li></xsl:for-each>
      </ul>
      <h3><xsl:value-of select="key('w', 'version')"/></h3>
      <xsl:variable name="version" select="$corrections[@version][last()]/@version"/>
      <p><xsl:choose>
        <xsl:when test="$version"><xsl:call-template name="say"><xsl:with-param name="word" select="'version-now'"/><xsl:with-param name="a" select="$version"/></xsl:call-template></xsl:when>
        <xsl:when test="$corrections"><xsl:call-template name="say"><xsl:with-param name="word" select="'version-now'"/><xsl:with-param name="a" select="'1.0'"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="word" select="'version-first'"/><xsl:with-param name="a" select="'1.0'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose></p>
      <xsl:if test="$corrections">
        <ul class="plain" id="koreksi">
          <xsl:for-each select="$corrections"><li lang="{@language}"><xsl:call-template name="date"><xsl:with-param name="of" select="@date"/></xsl:call-template><xsl:if test="@version"> (<xsl:call-template name="say"><xsl:with-param name="word" select="'correction'"/><xsl:with-param name="a" select="@version"/></xsl:call-template>)</xsl:if>: <xsl:value-of select="."/></li></xsl:for-each>
        </ul>
      </xsl:if>
      <h3><xsl:value-of select="key('w', 'licence')"/></h3>
      <p><xsl:value-of select="key('w', 'licence-note')"/><xsl:text> </xsl:text><a class="whole" rel="license" href="{$licence/@url}"><xsl:value-of select="$licence/@short"/></a>.</p>
      <p><xsl:value-of select="key('w', 'citation')"/><xsl:text> </xsl:text><cite id="kutipan"><xsl:value-of select="$results/issuer/@name"/> (<xsl:choose><xsl:when test="$results/decree/@year"><xsl:value-of select="$results/decree/@year"/></xsl:when><xsl:otherwise><xsl:value-of select="$results/@year"/></xsl:otherwise></xsl:choose>). <xsl:value-of select="concat($name, ' ', $results/@year, ' ', key('w', 'dataset'), '.')"/><xsl:if test="$press/@url"><xsl:text> </xsl:text><xsl:value-of select="$here"/></xsl:if></cite></p>
      <h3><xsl:value-of select="key('w', 'contact')"/></h3>
      <address>
        <xsl:if test="$press/@contact"><strong><xsl:value-of select="$press/@contact"/></strong><br/></xsl:if>
        <xsl:if test="$press/@phone"><xsl:value-of select="key('w', 'phone')"/><xsl:text> </xsl:text><a href="tel:{translate($press/@phone, ' ()-', '')}"><xsl:value-of select="$press/@phone"/></a><br/></xsl:if>
        <xsl:if test="$press/@mail"><xsl:value-of select="key('w', 'mail')"/><xsl:text> </xsl:text><a href="mailto:{$press/@mail}"><xsl:value-of select="$press/@mail"/></a><br/></xsl:if>
        <xsl:for-each select="$results/issuer/@unit | $results/issuer/@name | $results/issuer/@address"><xsl:value-of select="."/><br/></xsl:for-each>
        <xsl:if test="starts-with($results/issuer/@url, 'https://')"><a href="{$results/issuer/@url}"><xsl:value-of select="$results/issuer/@url"/></a></xsl:if>
      </address>
    </section>
  </xsl:template>

  <!-- A word of the language with what is put into it. -->
  <xsl:template name="say">
    <xsl:param name="word"/><xsl:param name="a"/><xsl:param name="b"/><xsl:param name="c"/><xsl:param name="d"/><xsl:param name="e"/><xsl:param name="f"/>
    <xsl:param name="text" select="string(key('w', $word))"/>
    <xsl:choose>
      <xsl:when test="contains($text, '{')">
        <xsl:variable name="which" select="substring(substring-after($text, '{'), 1, 1)"/>
        <xsl:value-of select="substring-before($text, '{')"/>
        <xsl:choose>
          <xsl:when test="$which = 1"><xsl:value-of select="$a"/></xsl:when>
          <xsl:when test="$which = 2"><xsl:value-of select="$b"/></xsl:when>
          <xsl:when test="$which = 3"><xsl:value-of select="$c"/></xsl:when>
          <xsl:when test="$which = 4"><xsl:value-of select="$d"/></xsl:when>
          <xsl:when test="$which = 5"><xsl:value-of select="$e"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$f"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="say">
          <xsl:with-param name="a" select="$a"/><xsl:with-param name="b" select="$b"/><xsl:with-param name="c" select="$c"/><xsl:with-param name="d" select="$d"/><xsl:with-param name="e" select="$e"/><xsl:with-param name="f" select="$f"/>
          <xsl:with-param name="text" select="substring-after($text, '}')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="institutions">
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$n = 1 and key('w', 'institutions-one')"><xsl:value-of select="key('w', 'institutions-one')"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="word" select="'institutions-count'"/><xsl:with-param name="a" select="$n"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the instrument calls a grade, by its name, and a group, by its id. -->
  <xsl:template name="grade">
    <xsl:param name="of"/>
    <xsl:variable name="own" select="$grades[@name = $of]/@english[$language = 'en']"/>
    <xsl:choose><xsl:when test="$own"><xsl:value-of select="$own"/></xsl:when><xsl:otherwise><xsl:value-of select="$of"/></xsl:otherwise></xsl:choose>
  </xsl:template>
  <xsl:template name="group">
    <xsl:param name="of"/>
    <xsl:variable name="group" select="$instrument/groups/group[@id = $of]"/>
    <xsl:variable name="own" select="$group/@english[$language = 'en']"/>
    <xsl:value-of select="$own | $group/@name[not($own)]"/>
  </xsl:template>

  <!-- All of those who share a place; many are counted, since none of them is to stand for the others. -->
  <xsl:template name="names">
    <xsl:param name="of"/>
    <xsl:variable name="count" select="count($of)"/>
    <xsl:choose>
      <xsl:when test="$count &gt; 3"><xsl:call-template name="institutions"><xsl:with-param name="n" select="$count"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$of">
          <xsl:sort select="@n" data-type="number"/>
          <xsl:if test="position() &gt; 1 and $count &gt; 2">,</xsl:if>
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:if test="position() &gt; 1 and position() = last()"><xsl:value-of select="concat(key('w', 'and'), ' ')"/></xsl:if>
          <xsl:value-of select="@name"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Numbers and dates as they are written in the language. -->
  <xsl:variable name="point"><xsl:choose><xsl:when test="$language = 'id'">,</xsl:when><xsl:otherwise>.</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:template name="decimal"><xsl:param name="of"/><xsl:value-of select="translate($of, '.', $point)"/></xsl:template>

  <xsl:template name="change">
    <xsl:param name="by"/>
    <xsl:choose><xsl:when test="$by &gt; 0">+</xsl:when><xsl:when test="$by &lt; 0">−</xsl:when></xsl:choose>
    <xsl:value-of select="translate(format-number($by * ($by &gt;= 0) - $by * ($by &lt; 0), '0.00'), '.', $point)"/>
  </xsl:template>

  <xsl:template name="date">
    <xsl:param name="of"/>
    <xsl:value-of select="number(substring($of, 9, 2))"/><xsl:text> </xsl:text>
    <xsl:call-template name="nth"><xsl:with-param name="list" select="string(key('w', 'months'))"/><xsl:with-param name="n" select="number(substring($of, 6, 2))"/></xsl:call-template>
    <xsl:text> </xsl:text><xsl:value-of select="substring($of, 1, 4)"/>
  </xsl:template>

  <xsl:template name="nth">
    <xsl:param name="list"/><xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="not($n &gt; 1)"><xsl:value-of select="substring-before($list, ',')"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="nth"><xsl:with-param name="list" select="substring-after($list, ',')"/><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
