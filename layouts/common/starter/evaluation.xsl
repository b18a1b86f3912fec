<?xml version="1.0" encoding="UTF-8"?>
<!-- The evaluation that "rapor init" starts a project with, made from its instrument.xml: it shows every element,
     and all that is in it is invented. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:rapor:instrument:1" xmlns="urn:rapor:evaluation:1" exclude-result-prefixes="i">
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:variable name="instrument" select="/i:instrument"/>
  <xsl:variable name="year">
    <xsl:value-of select="$instrument/@year"/>
    <xsl:if test="not($instrument/@year)">2021</xsl:if>
  </xsl:variable>
  <xsl:variable name="center" select="$instrument/i:groups/i:group[@seat = 'center'][1]/@id"/>
  <xsl:variable name="region" select="$instrument/i:groups/i:group[@seat = 'region'][1]/@id"/>
  <xsl:variable name="unit" select="$instrument/i:groups/i:group[@seat = 'parent'][1]/@id"/>
  <xsl:variable name="self" select="$instrument/i:stages/i:stage[@counts = 'no'][1]/@id"/>
  <xsl:variable name="stage" select="$instrument/i:stages/i:stage[not(@counts = 'no')][1]/@id"/>
  <xsl:variable name="indicators" select="$instrument//i:indicator[@short]"/>
  <xsl:variable name="by-items" select="$indicators[i:item][last()]"/>
  <xsl:variable name="levels" select="$instrument/i:levels"/>

  <xsl:template match="/">
    <xsl:comment> CONTOH: semua nama, nilai, dan tanggal di berkas ini rekaan. Ganti dengan data sendiri.
     "rapor schema evaluation" mencetak aturan lengkap berkas ini. </xsl:comment>
    <evaluation instrument="{$instrument/@id}" year="{$year}" kind="evaluasi">
      <xsl:call-template name="papers"/>
      <xsl:if test="$center"><xsl:call-template name="center"/></xsl:if>
      <xsl:if test="$region"><xsl:call-template name="region"/></xsl:if>
      <xsl:if test="$region and $unit"><xsl:call-template name="unit"/></xsl:if>
      <xsl:if test="not($center or $region)">
        <institution code="C01" name="Instansi Contoh" group="{$instrument/i:groups/i:group[1]/@id}"
                     status="not-assessed" reason="Contoh"/>
      </xsl:if>
    </evaluation>
  </xsl:template>

  <xsl:template name="papers">
    <xsl:comment> Penerbit dokumen. </xsl:comment>
    <issuer name="Kementerian Contoh" office="Menteri Contoh" unit="Deputi Contoh" city="Kota Contoh"
            address="Jalan Contoh Nomor 1" url="https://rapor.example/{$year}"/>
    <xsl:comment> Keputusan: status final, draft (dicap RANCANGAN), atau salinan. </xsl:comment>
    <decree number="1" year="{$year}" date="{$year}-12-31" place="Kota Contoh" status="draft"/>
    <xsl:comment> Dasar hukum selain yang ada pada instrumen. </xsl:comment>
    <basis name="Peraturan Contoh Nomor 1 Tahun 2000 tentang Contoh"/>
    <xsl:comment> Surat pengantar: {n} diganti nomor urut instansi. </xsl:comment>
    <letter number="B/{{n}}/CONTOH/{$year}" date="{$year}-12-31" classification="Biasa"/>
    <xsl:comment> Halaman pers: alamat, jam terbit, dan narahubung. </xsl:comment>
    <press hour="10.00 WIB" contact="Narahubung Contoh" mail="humas@rapor.example">
      <quote by="Pimpinan Contoh" office="Pimpinan Instansi Contoh">Layanan yang baik berawal dari data yang baik.</quote>
    </press>
    <xsl:comment> Koreksi atas hasil yang sudah terbit, bila ada; yang terlama lebih dahulu. </xsl:comment>
    <correction date="{$year}-12-31" version="1.1">Contoh: ejaan nama satu instansi diperbaiki.</correction>
    <xsl:comment> Keputusan tentang tim asesor, dan acara penyerahan penghargaan. </xsl:comment>
    <team><appointee role="Ketua" name="Asesor Contoh Satu"/><duty>menilai contoh</duty></team>
    <ceremony date="{$year}-12-31" place="Balai Contoh"/>
    <xsl:comment> Register nomor surat; dibuat bila belum ada. </xsl:comment>
    <register href="register.xml"/>
    <xsl:comment> Penanda tangan setiap jenis dokumen. </xsl:comment>
    <xsl:for-each select="$instrument/i:documents/i:document[not(@folder = 'pers')]">
      <xsl:if test="not(preceding-sibling::i:document/@kind = @kind)">
        <signatory document="{@kind}" name="Nama Contoh" office="Menteri Contoh" nip="190001011920011001"/>
      </xsl:if>
    </xsl:for-each>
    <region code="99" name="Provinsi Contoh"/>
    <xsl:if test="$stage">
      <xsl:comment> Jadwal tahap penilaian. </xsl:comment>
      <schedule stage="{$stage}" from="{$year}-08-23" until="{$year}-08-27"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="center">
    <xsl:variable name="index" select="format-number($instrument/@target, '0.00')"/>
    <xsl:comment> Hanya angka yang sudah terbit; nilai indikatornya tidak diketahui. </xsl:comment>
    <institution code="C01" name="Kementerian Contoh" group="{$center}" addressee="Menteri Contoh"
                 seat="Kota Contoh">
      <published index="{$index}">
        <xsl:attribute name="grade">
          <xsl:for-each select="$instrument/i:grades/i:grade[@from &lt;= $instrument/@target]">
            <xsl:sort select="@from" data-type="number" order="descending"/>
            <xsl:if test="position() = 1"><xsl:value-of select="@name"/></xsl:if>
          </xsl:for-each>
        </xsl:attribute>
        <xsl:for-each select="$instrument/i:domain[1]"><domain no="{@no}" index="{$index}"/></xsl:for-each>
        <aspect no="{$instrument//i:aspect[1]/@no}" index="{$index}"/>
      </published>
    </institution>
    <xsl:comment> Tidak dinilai: alasannya wajib ditulis. </xsl:comment>
    <institution code="C02" name="Badan Contoh" group="{$center}" addressee="Kepala Badan Contoh"
                 status="not-assessed" reason="Baru dibentuk"/>
  </xsl:template>

  <xsl:template name="region">
    <institution code="99.01" name="Pemerintah Contoh" group="{$region}" region="99"
                 addressee="Kepala Daerah Contoh" seat="Kota Contoh">
      <xsl:if test="$stage"><xsl:call-template name="session"/></xsl:if>
      <xsl:comment> Aplikasi yang didata, dan kekurangan yang ditemukan. </xsl:comment>
      <application name="Aplikasi Contoh" service="perizinan" status="unused" hosting="luar"/>
      <shortfall kind="network">Jaringan di dua unit sering terputus.</shortfall>
      <xsl:comment> Sanggah: tingkat yang diminta; jawabannya menyebut hasil setiap indikator. </xsl:comment>
      <objection number="1/CONTOH">
        <claim no="{$indicators[1]/@no}" level="{$levels/@max}"><ground>Bukti baru.</ground><reply>Diperiksa.</reply></claim>
      </objection>
      <xsl:call-template name="first-indicator"/>
      <xsl:comment> Bentuk pendek: nilai akhir saja. </xsl:comment>
      <xsl:for-each select="$indicators[position() &gt; 1 and not(. = $by-items)]">
        <indicator no="{@no}">
          <xsl:call-template name="level"><xsl:with-param name="at" select="position()"/></xsl:call-template>
        </indicator>
      </xsl:for-each>
      <xsl:for-each select="$by-items">
        <xsl:comment> Menurut butir: yang tidak disebut dianggap belum ada. </xsl:comment>
        <indicator no="{@no}">
          <item code="{i:item[1]/@code}" state="accepted" document="Dokumen Contoh"/>
          <item code="{i:item[2]/@code}" state="missing" note="Belum diunggah"/>
        </indicator>
      </xsl:for-each>
      <xsl:comment> Indeks tahun sebelumnya. </xsl:comment>
      <history year="{$year - 1}" instrument="{$instrument/@id}" index="{floor($levels/@min) + 1}.00"/>
    </institution>
  </xsl:template>

  <xsl:template name="session">
    <xsl:comment> Satu tahap penilaian: tanggal, tempat atau virtual, asesor, dan peserta. Bila lebih dari
         sehari, setiap hari menyebut unit yang dinilai. </xsl:comment>
    <session stage="{$stage}" date="{$year}-08-23" mode="virtual" place="Kota Contoh">
      <day date="{$year}-08-23">
        <unit code="99.01"><xsl:if test="$unit"><xsl:attribute name="code">99.01.1</xsl:attribute></xsl:if></unit>
      </day>
      <assessor role="lead" name="Asesor Contoh Satu" affiliation="Universitas Contoh"/>
      <assessor role="member" name="Asesor Contoh Dua" affiliation="Kementerian Contoh"/>
      <participant name="Peserta Contoh" office="Kepala Dinas Contoh"/>
      <agenda>Klarifikasi jawaban dan data dukung.</agenda>
      <agreed by="Dinas Contoh">Mengirim salinan peraturan.</agreed>
    </session>
  </xsl:template>

  <xsl:template name="first-indicator">
    <xsl:if test="$stage">
      <xsl:comment> Bentuk panjang: nilai setiap tahap; yang terakhir berlaku. Bukti boleh lebih dari satu. </xsl:comment>
    </xsl:if>
    <indicator no="{$indicators[1]/@no}">
      <xsl:if test="not($stage)"><xsl:call-template name="level"/></xsl:if>
      <xsl:if test="$stage and $self">
        <score stage="{$self}">
          <xsl:call-template name="level"><xsl:with-param name="at" select="1"/></xsl:call-template>
        </score>
      </xsl:if>
      <xsl:if test="$stage">
        <score stage="{$stage}">
          <xsl:call-template name="level"/>
          <fact>Peraturan sudah disusun.</fact>
          <analysis>Peraturan belum mencakup semua unit.</analysis>
          <reason>Bukti yang diunggah baru berupa rancangan.</reason>
        </score>
        <evidence kind="regulation" title="Rancangan peraturan contoh" status="draft"/>
        <note>Bukti masih berupa rancangan.</note>
        <recommendation>Tetapkan peraturannya.</recommendation>
      </xsl:if>
    </indicator>
  </xsl:template>

  <xsl:template name="unit">
    <xsl:comment> Unit suatu pemerintah daerah: parent adalah kode induknya. </xsl:comment>
    <institution code="99.01.1" name="Dinas Contoh" group="{$unit}" parent="99.01"
                 addressee="Kepala Dinas Contoh" seat="Kota Contoh">
      <xsl:for-each select="$indicators">
        <indicator no="{@no}">
          <xsl:call-template name="level"><xsl:with-param name="at" select="position()"/></xsl:call-template>
        </indicator>
      </xsl:for-each>
    </institution>
  </xsl:template>

  <!-- Some level, another for each place: whole steps from the lowest to the highest. -->
  <xsl:template name="level">
    <xsl:param name="at" select="0"/>
    <xsl:variable name="span" select="floor($levels/@max) - floor($levels/@min) + 1"/>
    <xsl:attribute name="level">
      <xsl:value-of select="floor($levels/@min) + ($at * 2 + 1) mod $span"/>
    </xsl:attribute>
  </xsl:template>
</xsl:stylesheet>
