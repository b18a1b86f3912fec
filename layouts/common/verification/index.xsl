<?xml version="1.0" encoding="UTF-8"?>
<!-- Finds the page of a result by the code that people type, and a paper by the digest of its file; data.js, beside it, has
     both.  Its source is <verification issuer instrument year sample code>, the code of a result as an example. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no"/>

  <xsl:template match="/verification">
    <html lang="id">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="referrer" content="no-referrer"/>
        <link rel="icon" href="data:,"/>
        <title>Pemeriksaan dokumen <xsl:value-of select="@instrument"/><xsl:text> </xsl:text><xsl:value-of select="@year"/></title>
        <style>
:root { color-scheme: light dark; --ink: #1f2933; --paper: #fff; --line: #9aa5b1; --good: #1b6b3a; --bad: #a61b1b }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --paper: #12161b; --line: #616e7c; --good: #7bd59b; --bad: #ff9b9b } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1rem; max-width: 44rem }
h1 { font-size: 1.35rem; line-height: 1.25 }
label { display: block; font-weight: 600; margin: 1rem 0 .3rem }
input, button { font: inherit; padding: .5rem .7rem; border: 1px solid var(--line); border-radius: .4rem; max-width: 100%; box-sizing: border-box }
#drop { border: 2px dashed var(--line); border-radius: .5rem; padding: 1rem; margin-top: 1.2rem }
#drop.over { border-style: solid }
output { display: block; font-weight: 700; margin-top: 1rem }
.good { color: var(--good) } .bad { color: var(--bad) }
</style>
      </head>
      <body>
        <main>
<xsl:if test="@sample"><p><strong>CONTOH – angka rekaan</strong></p></xsl:if>
<p><xsl:value-of select="@issuer"/></p>
<h1>Pemeriksaan dokumen <xsl:value-of select="@instrument"/><xsl:text> </xsl:text><xsl:value-of select="@year"/></h1>
<form id="by-code">
<label for="code">Kode di samping kode QR, seperti <xsl:value-of select="@code"/></label>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required="required"/>
<button>Periksa</button>
</form>
<div id="drop">
<label for="file">Atau berkas PDF: pilih, atau letakkan di sini</label>
<input id="file" type="file" accept="application/pdf,.pdf"/>
<p>Berkas tidak dikirim ke mana pun: sidik jarinya dihitung di peramban ini, dan dibandingkan dengan daftar yang diterbitkan.</p>
</div>
<output id="answer" aria-live="polite"></output>
<noscript><p>Tanpa JavaScript: pindai kode QR pada dokumen; halaman yang dibukanya memuat sidik jari SHA-256 setiap berkas.</p></noscript>
</main>
        <script src="data.js"></script>
        <script>
"use strict";
const answer = document.getElementById("answer");
const states = { issued: "berlaku", reserved: "belum diterbitkan", replaced: "sudah digantikan", withdrawn: "sudah dicabut" };
function say(good, text, path) {
  answer.className = good ? "good" : "bad";
  answer.textContent = text + " ";
  if (!path) return;
  const link = document.createElement("a");
  link.href = path + "index.html";
  link.textContent = "Lihat rinciannya";
  answer.append(link);
}
document.getElementById("by-code").addEventListener("submit", event => {
  event.preventDefault();
  const code = document.getElementById("code").value.trim().toUpperCase().replace(/\s/g, "");
  const path = PAGES[code];
  if (path) location.href = path + "index.html";
  else say(false, "Kode ini tidak ada dalam daftar yang diterbitkan.");
});
async function check(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const text = [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
  const found = FILES[text];
  if (!found) say(false, "Berkas ini bukan salah satu yang diterbitkan, atau telah diubah.");
  else say(found[2] === "issued", "Berkas ini asli: " + found[0] + ", edisi " + found[1] + ", " + states[found[2]] + ".", found[3]);
}
const drop = document.getElementById("drop");
document.getElementById("file").addEventListener("change", event => event.target.files[0] &amp;&amp; check(event.target.files[0]));
drop.addEventListener("dragover", event => { event.preventDefault(); drop.classList.add("over"); });
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", event => {
  event.preventDefault();
  drop.classList.remove("over");
  if (event.dataTransfer.files[0]) check(event.dataTransfer.files[0]);
});
</script>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
