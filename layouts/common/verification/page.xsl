<?xml version="1.0" encoding="UTF-8"?>
<!-- The page behind a QR code: what holds of a result and of the papers that bear its verification code.  Its source is
     <verification issuer instrument year sample code root>, of an institution or a region with its name; in it <result>, with
     index and grade, or with the code under which the corrected one stands, and a <paper> for each, the last edition
     first, with its state: reserved, issued, replaced or withdrawn.  Dates are in words. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no"/>

  <xsl:template match="/verification">
    <html lang="id">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <meta name="referrer" content="no-referrer"/>
        <link rel="icon" href="data:,"/>
        <title>Pemeriksaan dokumen <xsl:value-of select="@code"/></title>
        <style>
:root { color-scheme: light dark; --ink: #1f2933; --paper: #fff; --line: #cbd2d9; --good: #1b6b3a; --bad: #a61b1b; --wait: #7a5b00 }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --paper: #12161b; --line: #3e4c59; --good: #7bd59b; --bad: #ff9b9b; --wait: #f0cf6b } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1rem; max-width: 44rem }
h1 { font-size: 1.35rem; line-height: 1.25; margin: .2rem 0 1rem }
h2 { font-size: 1.05rem; margin: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0 0 }
dt { opacity: .8 }
dd { margin: 0; overflow-wrap: anywhere }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: 0 0 .8rem }
.state { font-weight: 700; margin: .2rem 0 0 }
.result { margin: 0 0 1rem }
.issued { color: var(--good) } .replaced, .withdrawn { color: var(--bad) } .reserved { color: var(--wait) }
code { font-size: .8rem }
a { color: inherit }
footer { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: .8rem; font-size: .9rem }
</style>
      </head>
      <body>
        <main>
          <xsl:if test="@sample"><p class="state reserved">CONTOH – angka rekaan</p></xsl:if>
          <p><xsl:value-of select="@issuer"/> · <xsl:value-of select="@instrument"/><xsl:text> </xsl:text><xsl:value-of select="@year"/></p>
          <h1>
            <xsl:value-of select="@institution"/>
            <xsl:if test="not(@institution)">Keputusan hasil evaluasi seluruh instansi</xsl:if>
          </h1>
          <xsl:apply-templates select="result | paper"/>
        </main>
        <footer>
          <p>Bandingkan nama, nomor, <xsl:value-of select="translate(concat(@index-called, ', dan ', @grade-called), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/> di halaman ini dengan yang tertulis pada dokumen. Kode dokumen: <code><xsl:value-of select="@code"/></code>.</p>
          <p><a href="{@root}index.html">Periksa dokumen lain, atau berkas PDF-nya</a></p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="result">
    <dl class="result">
      <dt><xsl:value-of select="../@index-called"/></dt><dd><xsl:value-of select="@index"/></dd>
      <xsl:if test="@grade"><dt><xsl:value-of select="../@grade-called"/></dt><dd><xsl:value-of select="@grade"/></dd></xsl:if>
    </dl>
  </xsl:template>

  <xsl:template match="result[@corrected]">
    <p class="state replaced result">Hasil ini telah dikoreksi; dokumen di bawah tidak memuat hasil yang berlaku. <a href="../{@corrected}/index.html">Lihat hasil yang berlaku</a></p>
  </xsl:template>

  <xsl:template match="paper">
    <article>
      <h2><xsl:value-of select="@title"/></h2>
      <p class="state {@state}">
        <xsl:choose>
          <xsl:when test="@state = 'reserved'">Belum diterbitkan</xsl:when>
          <xsl:when test="@state = 'issued'">Berlaku</xsl:when>
          <xsl:when test="@state = 'replaced'">Tidak berlaku: digantikan edisi <xsl:value-of select="@by"/> sejak <xsl:value-of select="@since"/></xsl:when>
          <xsl:otherwise>Tidak berlaku: dicabut sejak <xsl:value-of select="@since"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <dl>
        <xsl:if test="@number"><dt>Nomor</dt><dd><xsl:value-of select="@number"/></dd></xsl:if>
        <xsl:if test="@dated"><dt>Tanggal</dt><dd><xsl:value-of select="@dated"/></dd></xsl:if>
        <xsl:if test="@date and not(@date = @dated)"><dt>Diterbitkan</dt><dd><xsl:value-of select="@date"/></dd></xsl:if>
        <dt>Edisi</dt><dd><xsl:value-of select="@edition"/></dd>
        <xsl:if test="@signer"><dt>Ditandatangani</dt><dd><xsl:value-of select="@signer"/></dd></xsl:if>
        <xsl:if test="@reason"><dt>Alasan</dt><dd><xsl:value-of select="@reason"/></dd></xsl:if>
        <dt>SHA-256</dt><dd><code><xsl:value-of select="@sha256"/></code></dd>
      </dl>
    </article>
  </xsl:template>
</xsl:stylesheet>
