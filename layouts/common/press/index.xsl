<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the press kit: it needs no script to be read, and nothing from elsewhere.
     Its source is <kit>: the results as layouts see them, <style>, <script> and <short-names> (the files beside this
     one), the charts with their words and the files they can be had as, the card of each institution, and the other
     files beside the page.  Charts are files of their own, fetched when they come near. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no"/>

  <!-- What an office changes first. -->
  <xsl:variable name="licence">CC BY 4.0</xsl:variable>
  <xsl:variable name="licence-url">https://creativecommons.org/licenses/by/4.0/deed.id</xsl:variable>

  <xsl:variable name="results" select="/kit/results"/>
  <xsl:variable name="instrument" select="$results/instrument"/>
  <xsl:variable name="national" select="$results/national"/>
  <xsl:variable name="all" select="$results/institution"/>
  <xsl:variable name="rated" select="$all[@index]"/>
  <xsl:variable name="grades" select="$instrument/grades/grade"/>
  <xsl:variable name="high" select="$instrument/levels/@max"/>
  <xsl:variable name="low" select="$instrument/levels/@min"/>
  <xsl:variable name="ranked" select="boolean($all/rank[@scope = 'national'])"/>
  <xsl:variable name="regions" select="$results/region[@code = $all/@region]"/>
  <xsl:variable name="before" select="$results/year[@comparable = 'yes' and not(@current) and @index][last()]"/>
  <xsl:variable name="press" select="$results/press"/>
  <xsl:variable name="address"><xsl:value-of select="$press/@url"/><xsl:if test="$press/@url and substring($press/@url, string-length($press/@url)) != '/'">/</xsl:if></xsl:variable>
  <xsl:variable name="picture" select="/kit/file[starts-with(@path, 'kartu-nasional')]"/>
  <xsl:key name="card" match="/kit/card" use="@code"/>

  <xsl:template match="/kit">
    <html lang="id">
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
        <a class="skip" href="#isi">Langsung ke isi</a>
        <a class="skip" href="#tabel">Langsung ke tabel semua instansi</a>
        <xsl:call-template name="masthead"/>
        <main id="isi">
          <xsl:call-template name="figures"/>
          <xsl:call-template name="groups"/>
          <xsl:if test="chart"><xsl:call-template name="charts"/></xsl:if>
          <xsl:call-template name="table"/>
          <xsl:call-template name="downloads"/>
          <xsl:call-template name="about"/>
        </main>
        <footer>
          <p><xsl:value-of select="$results/issuer/@name"/> · <xsl:value-of select="$instrument/@name"/><xsl:text> </xsl:text><xsl:value-of select="$results/@year"/></p>
          <p class="small">Dibuat dari hasil penilaian dengan sidik jari SHA-256 <code><xsl:value-of select="@digest"/></code>, dengan rapor <xsl:value-of select="$results/@version"/>.</p>
          <p id="pesan" class="off" role="status"></p>
        </footer>
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
    <meta property="og:locale" content="id_ID"/>
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
      <link rel="canonical" href="{$address}"/>
      <meta property="og:url" content="{$address}"/>
    </xsl:if>
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"Dataset","name":<xsl:call-template name="json"><xsl:with-param name="of"><xsl:value-of select="$instrument/@index-name"/><xsl:text> </xsl:text><xsl:value-of select="$results/@year"/></xsl:with-param></xsl:call-template>,"description":<xsl:call-template name="json"><xsl:with-param name="of" select="$about"/></xsl:call-template>,"inLanguage":"id","temporalCoverage":"<xsl:value-of select="$results/@year"/>","spatialCoverage":"Indonesia","license":<xsl:call-template name="json"><xsl:with-param name="of" select="$licence-url"/></xsl:call-template><xsl:if test="$press/@url">,"url":<xsl:call-template name="json"><xsl:with-param name="of" select="$address"/></xsl:call-template></xsl:if><xsl:if test="$results/decree/@date">,"datePublished":"<xsl:value-of select="$results/decree/@date"/>"</xsl:if>,"creator":{"@type":"GovernmentOrganization","name":<xsl:call-template name="json"><xsl:with-param name="of" select="$results/issuer/@name"/></xsl:call-template>},"distribution":[<xsl:for-each select="file[starts-with(@path, 'data/') and contains(@path, '.csv')]"><xsl:if test="position() &gt; 1">,</xsl:if>{"@type":"DataDownload","encodingFormat":"text/csv","contentUrl":<xsl:call-template name="json"><xsl:with-param name="of" select="concat($address, @path)"/></xsl:call-template>}</xsl:for-each>]}</script>
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
    <xsl:value-of select="$instrument/@index-name"/><xsl:text> </xsl:text><xsl:value-of select="$results/@year"/>
    <xsl:choose>
      <xsl:when test="$national/@index">: rata-rata <xsl:call-template name="decimal"><xsl:with-param name="of" select="$national/@index"/></xsl:call-template>, berpredikat <xsl:call-template name="grade-of"><xsl:with-param name="index" select="$national/@index"/></xsl:call-template></xsl:when>
      <xsl:otherwise>: belum ada instansi yang dinilai</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="title">Paket pers <xsl:value-of select="$instrument/@index-name"/><xsl:text> </xsl:text><xsl:value-of select="$results/@year"/></xsl:template>

  <xsl:template name="masthead">
    <header class="masthead">
      <div class="top">
        <p class="kicker"><xsl:value-of select="$results/issuer/@name"/></p>
        <button type="button" id="tema" hidden="hidden" aria-pressed="false">Mode gelap</button>
      </div>
      <h1><xsl:call-template name="headline"/></h1>
      <p class="lead"><xsl:call-template name="lead"/></p>
      <p class="embargo"><xsl:call-template name="embargo"/></p>
      <nav aria-label="Bagian halaman">
        <ul>
          <li><a href="#angka">Angka utama</a></li>
          <xsl:if test="/kit/chart"><li><a href="#grafik">Grafik</a></li></xsl:if>
          <li><a href="#tabel">Semua instansi</a></li>
          <li><a href="#unduhan">Unduhan</a></li>
          <li><a href="#tentang">Tentang</a></li>
        </ul>
      </nav>
    </header>
  </xsl:template>

  <xsl:template name="lead">
    <xsl:variable name="best" select="$national/grade[@count &gt; 0][1]"/>
    <xsl:value-of select="$national/@assessed"/> dari <xsl:value-of select="$national/@count"/> instansi telah dinilai<xsl:if test="$best">; predikat tertinggi, <xsl:value-of select="$best/@name"/>, diraih <xsl:value-of select="$best/@count"/> instansi</xsl:if>.<xsl:if test="$before"> Pada tahun <xsl:value-of select="$before/@year"/> rata-ratanya <xsl:call-template name="decimal"><xsl:with-param name="of" select="$before/@index"/></xsl:call-template>.</xsl:if>
  </xsl:template>

  <xsl:template name="embargo">
    <xsl:choose>
      <xsl:when test="$results/decree/@status = 'draft'"><strong>Rancangan.</strong> Belum untuk disiarkan.</xsl:when>
      <xsl:when test="$results/decree/@date"><strong>Embargo.</strong> Boleh disiarkan mulai <xsl:call-template name="date"><xsl:with-param name="of" select="$results/decree/@date"/></xsl:call-template><xsl:if test="$press/@hour">, pukul <xsl:value-of select="$press/@hour"/></xsl:if>.</xsl:when>
      <xsl:otherwise><strong>Embargo.</strong> Tanggal siar belum ditetapkan.</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="figures">
    <section id="angka" aria-labelledby="h-angka">
      <h2 id="h-angka">Angka utama</h2>
      <dl class="figures">
        <xsl:if test="$national/@index">
          <div>
            <dt>Rata-rata <xsl:value-of select="$instrument/@index-name"/></dt>
            <dd><span class="number"><xsl:call-template name="decimal"><xsl:with-param name="of" select="$national/@index"/></xsl:call-template></span> dari <xsl:value-of select="$high"/></dd>
          </div>
        </xsl:if>
        <xsl:if test="$before">
          <div>
            <dt>Perubahan sejak <xsl:value-of select="$before/@year"/></dt>
            <dd><span class="number"><xsl:call-template name="change"><xsl:with-param name="by" select="$national/@index - $before/@index"/></xsl:call-template></span> poin</dd>
          </div>
        </xsl:if>
        <div>
          <dt>Instansi dinilai</dt>
          <dd><span class="number"><xsl:value-of select="$national/@assessed"/></span> dari <xsl:value-of select="$national/@count"/></dd>
        </div>
        <xsl:if test="$instrument/@target and $national/@index">
          <div>
            <dt>Mencapai target <xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number($instrument/@target, '0.0#')"/></xsl:call-template></dt>
            <dd><span class="number"><xsl:value-of select="count($rated[@index &gt;= $instrument/@target])"/></span> instansi</dd>
          </div>
        </xsl:if>
        <xsl:variable name="first" select="$rated[@n = 1][1]"/>
        <xsl:if test="$first">
          <div>
            <dt>Tertinggi</dt>
            <dd><span class="number"><xsl:call-template name="decimal"><xsl:with-param name="of" select="$first/@index"/></xsl:call-template></span> <xsl:call-template name="names"><xsl:with-param name="of" select="$rated[@index = $first/@index]"/></xsl:call-template></dd>
          </div>
        </xsl:if>
      </dl>
      <xsl:if test="$rated">
        <h3>Sebaran predikat</h3>
        <ul class="grades">
          <xsl:for-each select="$national/grade">
            <li><span class="name"><xsl:value-of select="@name"/></span><span class="bar"><span style="width:{@share}%"></span></span><span class="value"><xsl:value-of select="@count"/> instansi<span class="share"> (<xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number(@share, '0.0')"/></xsl:call-template>%)</span></span></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="groups">
    <xsl:if test="$results/group[@assessed &gt; 0]">
      <section aria-labelledby="h-kelompok">
        <h2 id="h-kelompok">Menurut kelompok</h2>
        <div class="wide" role="region" aria-label="Tabel menurut kelompok" tabindex="0">
          <table>
            <thead><tr><th scope="col">Kelompok</th><th scope="col" class="n">Dinilai</th><th scope="col" class="n">Rata-rata</th><th scope="col">Tertinggi</th></tr></thead>
            <tbody>
              <xsl:for-each select="$results/group[@assessed &gt; 0]">
                <xsl:variable name="members" select="$rated[@group = current()/@id]"/>
                <tr>
                  <th scope="row"><xsl:value-of select="@name"/></th>
                  <td class="n"><xsl:value-of select="@assessed"/> dari <xsl:value-of select="@count"/></td>
                  <td class="n"><xsl:call-template name="decimal"><xsl:with-param name="of" select="@index"/></xsl:call-template></td>
                  <td>
                    <xsl:variable name="best" select="$members[not(@index &lt; $members/@index)]"/>
                    <xsl:call-template name="names"><xsl:with-param name="of" select="$best"/></xsl:call-template> (<xsl:call-template name="decimal"><xsl:with-param name="of" select="$best/@index"/></xsl:call-template>)
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <xsl:if test="$results/improved">
          <h3>Kenaikan terbesar sejak <xsl:value-of select="$results/improved[1]/@year"/></h3>
          <ul class="plain">
            <xsl:for-each select="$results/improved[@position = 1]">
              <xsl:sort select="@change" data-type="number" order="descending"/>
              <li><strong><xsl:value-of select="@name"/></strong>, terbesar dalam kelompok <xsl:value-of select="$results/group[@id = current()/@group]/@name"/>: dari <xsl:call-template name="decimal"><xsl:with-param name="of" select="@before"/></xsl:call-template> menjadi <xsl:call-template name="decimal"><xsl:with-param name="of" select="@index"/></xsl:call-template></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="charts">
    <section id="grafik" aria-labelledby="h-grafik">
      <h2 id="h-grafik">Grafik</h2>
      <xsl:for-each select="chart">
        <figure id="grafik-{@name}">
          <xsl:variable name="stem" select="concat('grafik/', @name)"/>
          <picture>
            <source media="screen and (max-width: 34rem) and (prefers-color-scheme: dark)" srcset="{$stem}.tegak.gelap.svg" width="1080" height="1920"/>
            <source media="screen and (max-width: 34rem)" srcset="{$stem}.tegak.svg" width="1080" height="1920"/>
            <source media="screen and (max-width: 52rem) and (prefers-color-scheme: dark)" srcset="{$stem}.kotak.gelap.svg" width="1080" height="1080"/>
            <source media="screen and (max-width: 52rem)" srcset="{$stem}.kotak.svg" width="1080" height="1080"/>
            <source media="screen and (prefers-color-scheme: dark)" srcset="{$stem}.gelap.svg" width="1200" height="675"/>
            <img src="{$stem}.svg" alt="Grafik: {@title}" aria-describedby="uraian-{@name}" width="1200" height="675" loading="lazy" decoding="async"/>
          </picture>
          <figcaption>
            <details><summary>Uraian grafik<span class="off">: <xsl:value-of select="@title"/></span></summary><p id="uraian-{@name}"><xsl:value-of select="@desc"/></p></details>
            <details class="menu"><summary>Unduh dan bagikan<span class="off">: <xsl:value-of select="@title"/></span></summary>
              <ul><xsl:for-each select="file[not(contains(@path, 'kotak.svg') or contains(@path, 'tegak.svg') or contains(@path, '.gelap.'))]"><li><a href="{@path}" download="download"><xsl:value-of select="@label"/></a></li></xsl:for-each></ul>
            </details>
          </figcaption>
        </figure>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="table">
    <section id="tabel" aria-labelledby="h-tabel">
      <h2 id="h-tabel">Semua instansi</h2>
      <form id="saring" hidden="hidden" role="search" aria-label="Cari dan saring instansi">
        <p><label for="cari">Cari nama, singkatan, kode, atau indeks</label><input id="cari" type="search" autocomplete="off" placeholder="misalnya pemkab banyuwangi"/></p>
        <p><label for="kelompok">Kelompok</label><select id="kelompok"><option value="">Semua kelompok</option><xsl:for-each select="$results/group[@id = $all/@group]"><option value="{@id}"><xsl:value-of select="@name"/></option></xsl:for-each></select></p>
        <xsl:if test="$regions"><p><label for="wilayah">Wilayah</label><select id="wilayah"><option value="">Semua wilayah</option><xsl:for-each select="$regions"><xsl:sort select="@name"/><option value="{@code}"><xsl:value-of select="@name"/></option></xsl:for-each></select></p></xsl:if>
        <p><label for="predikat">Predikat</label><select id="predikat"><option value="">Semua predikat</option><xsl:for-each select="$grades"><option><xsl:value-of select="@name"/></option></xsl:for-each><xsl:if test="$all[not(@index)]"><option value="-">Belum dinilai</option></xsl:if></select></p>
        <p><button type="reset">Hapus saringan</button></p>
      </form>
      <p id="jumlah" role="status"><xsl:value-of select="count($all)"/> instansi, urut menurut indeks.</p>
      <table id="instansi">
        <xsl:attribute name="class"><xsl:if test="$ranked">ranked </xsl:if><xsl:if test="$regions">located</xsl:if></xsl:attribute>
        <caption class="off">Indeks dan predikat setiap instansi</caption>
        <thead>
          <tr>
            <xsl:if test="$ranked"><th scope="col" class="n rank" data-by="number" aria-sort="ascending"><abbr title="Peringkat nasional">No.</abbr></th></xsl:if>
            <th scope="col" data-by="text">Instansi</th>
            <th scope="col" class="more" data-by="text">Kelompok</th>
            <xsl:if test="$regions"><th scope="col" class="where" data-by="text">Wilayah</th></xsl:if>
            <th scope="col" class="n" data-by="number" data-first="descending">Indeks</th>
            <th scope="col" data-by="grade">Predikat</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$all"><xsl:sort select="@n" data-type="number"/><xsl:call-template name="line"/></xsl:for-each>
        </tbody>
      </table>
      <p id="nihil" hidden="hidden">Tidak ada instansi yang cocok. Longgarkan saringan di atas.</p>
    </section>
  </xsl:template>

  <xsl:template name="line">
    <xsl:variable name="card" select="key('card', @code)/@path"/>
    <tr id="{@code}">
      <xsl:if test="$ranked"><td><xsl:value-of select="rank[@scope = 'national']/@position"/></td></xsl:if>
      <th scope="row"><xsl:choose><xsl:when test="$card"><a href="{$card}"><xsl:value-of select="@name"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise></xsl:choose><xsl:text> </xsl:text><a href="#{@code}"><xsl:value-of select="@code"/></a></th>
      <td><xsl:value-of select="@group-name"/></td>
      <xsl:if test="$regions"><td><xsl:value-of select="@region-name"/></td></xsl:if>
      <td><xsl:choose><xsl:when test="@index"><xsl:call-template name="decimal"><xsl:with-param name="of" select="@index"/></xsl:call-template></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
      <td><xsl:choose><xsl:when test="@grade"><xsl:value-of select="@grade"/></xsl:when><xsl:otherwise><span class="quiet">Belum dinilai</span></xsl:otherwise></xsl:choose></td>
    </tr>
  </xsl:template>

  <xsl:template name="downloads">
    <section id="unduhan" aria-labelledby="h-unduhan">
      <h2 id="h-unduhan">Unduhan</h2>
      <ul class="plain">
        <xsl:for-each select="file[not(starts-with(@path, 'kartu'))]"><li><a href="{@path}" download="download"><xsl:call-template name="called"/> (<xsl:value-of select="@label"/><xsl:if test="contains(@path, '-id.')"> untuk Excel; program lain memakai yang di atasnya</xsl:if>)</a></li></xsl:for-each>
        <xsl:if test="chart/file"><li>Setiap grafik: lihat tautan di bawah grafiknya.</li></xsl:if>
        <xsl:if test="$picture"><li><a href="{$picture/@path}" download="download">Kartu nasional untuk media sosial</a> (PNG)</li></xsl:if>
        <xsl:if test="card"><li>Kartu setiap instansi (PNG): pilih namanya dalam tabel. Kode di sebelahnya adalah tautan tetap ke barisnya.</li></xsl:if>
      </ul>
    </section>
  </xsl:template>

  <xsl:template name="called">
    <xsl:choose>
      <xsl:when test="starts-with(@path, 'siaran-pers')">Siaran pers</xsl:when>
      <xsl:when test="starts-with(@path, 'data/peringkat')">Indeks, predikat, dan peringkat semua instansi</xsl:when>
      <xsl:when test="starts-with(@path, 'data/indikator')">Tingkat setiap indikator</xsl:when>
      <xsl:otherwise><xsl:value-of select="@path"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="about">
    <section id="tentang" aria-labelledby="h-tentang">
      <h2 id="h-tentang">Tentang penilaian ini</h2>
      <p><xsl:value-of select="$instrument/@index-name"/> mengukur <xsl:value-of select="$instrument/@title"/> pada skala <xsl:value-of select="$low"/> sampai <xsl:value-of select="$high"/>, melalui <xsl:value-of select="count($instrument//indicator)"/> indikator. Dasarnya <xsl:value-of select="$instrument/regulation[last()]/@name"/>.<xsl:if test="$results/decree/@number"> Hasilnya ditetapkan dengan Keputusan <xsl:value-of select="$results/issuer/@office"/> Nomor <xsl:value-of select="$results/decree/@number"/> Tahun <xsl:value-of select="$results/decree/@year"/>.</xsl:if></p>
      <p>Indeks dicetak dengan dua desimal. Rata-rata dihitung dari nilai yang belum dibulatkan, sehingga rata-rata dari indeks yang tercetak dapat berbeda 0,01.</p>
      <h3>Arti predikat</h3>
      <ul class="plain">
        <xsl:for-each select="$grades"><li><strong><xsl:value-of select="@name"/></strong>: indeks <xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number(@from, '0.00')"/></xsl:call-template> atau lebih<xsl:if test="preceding-sibling::grade">, di bawah <xsl:call-template name="decimal"><xsl:with-param name="of" select="format-number(preceding-sibling::grade[1]/@from, '0.00')"/></xsl:call-template></xsl:if></li></xsl:for-each>
      </ul>
      <h3>Lisensi</h3>
      <p>Data, grafik, dan kartu dalam paket ini boleh dimuat, diolah, dan disebarluaskan dengan menyebut sumbernya, menurut <a rel="license" href="{$licence-url}"><xsl:value-of select="$licence"/></a>.</p>
      <p>Saran kutipan: <cite id="kutipan"><xsl:value-of select="$results/issuer/@name"/> (<xsl:choose><xsl:when test="$results/decree/@year"><xsl:value-of select="$results/decree/@year"/></xsl:when><xsl:otherwise><xsl:value-of select="$results/@year"/></xsl:otherwise></xsl:choose>). <xsl:value-of select="$instrument/@index-name"/><xsl:text> </xsl:text><xsl:value-of select="$results/@year"/> [himpunan data].<xsl:if test="$press/@url"><xsl:text> </xsl:text><xsl:value-of select="$address"/></xsl:if></cite></p>
      <h3>Kontak</h3>
      <address>
        <xsl:if test="$press/@contact"><strong><xsl:value-of select="$press/@contact"/></strong><br/></xsl:if>
        <xsl:if test="$press/@phone">Telepon <a href="tel:{translate($press/@phone, ' ()-', '')}"><xsl:value-of select="$press/@phone"/></a><br/></xsl:if>
        <xsl:if test="$press/@mail">Surel <a href="mailto:{$press/@mail}"><xsl:value-of select="$press/@mail"/></a><br/></xsl:if>
        <xsl:for-each select="$results/issuer/@unit | $results/issuer/@name | $results/issuer/@address"><xsl:value-of select="."/><br/></xsl:for-each>
        <xsl:if test="starts-with($results/issuer/@url, 'https://')"><a href="{$results/issuer/@url}"><xsl:value-of select="$results/issuer/@url"/></a></xsl:if>
      </address>
    </section>
  </xsl:template>

  <!-- All of those who share a place; many are counted, since none of them is to stand for the others. -->
  <xsl:template name="names">
    <xsl:param name="of"/>
    <xsl:variable name="count" select="count($of)"/>
    <xsl:choose>
      <xsl:when test="$count &gt; 3"><xsl:value-of select="$count"/> instansi</xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$of">
          <xsl:sort select="@n" data-type="number"/>
          <xsl:if test="position() &gt; 1 and $count &gt; 2">,</xsl:if>
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:if test="position() &gt; 1 and position() = last()">dan </xsl:if>
          <xsl:value-of select="@name"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Numbers and dates as they are written in Indonesian. -->
  <xsl:template name="decimal"><xsl:param name="of"/><xsl:value-of select="translate($of, '.', ',')"/></xsl:template>

  <xsl:template name="change">
    <xsl:param name="by"/>
    <xsl:choose><xsl:when test="$by &gt; 0">+</xsl:when><xsl:when test="$by &lt; 0">−</xsl:when></xsl:choose>
    <xsl:value-of select="translate(format-number($by * ($by &gt;= 0) - $by * ($by &lt; 0), '0.00'), '.', ',')"/>
  </xsl:template>

  <xsl:template name="grade-of"><xsl:param name="index"/><xsl:value-of select="$grades[@from &lt;= $index][1]/@name"/></xsl:template>

  <xsl:template name="date">
    <xsl:param name="of"/>
    <xsl:variable name="months">Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember,</xsl:variable>
    <xsl:value-of select="number(substring($of, 9, 2))"/><xsl:text> </xsl:text>
    <xsl:call-template name="nth"><xsl:with-param name="list" select="$months"/><xsl:with-param name="n" select="number(substring($of, 6, 2))"/></xsl:call-template>
    <xsl:text> </xsl:text><xsl:value-of select="substring($of, 1, 4)"/>
  </xsl:template>

  <xsl:template name="nth">
    <xsl:param name="list"/><xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$n &lt;= 1"><xsl:value-of select="substring-before($list, ',')"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="nth"><xsl:with-param name="list" select="substring-after($list, ',')"/><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
