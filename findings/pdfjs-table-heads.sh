#!/bin/sh
# One would bet that a head cell of a tagged PDF which says whose head it is, /Scope /Row or /Column,
# as PDF/UA-1 asks for where nothing else tells (7.5), is told so to who reads with a screen
# reader in Firefox, or anywhere pdf.js shows PDFs.
# pdf.js does not look at /Scope: a TH is the head of a row if its row stands in a TBody, and else that
# of a column.  Names of institutions in a table without TBody, which is lawful, are heads of columns,
# all 500; a subtitle over all columns in the body is the head of its row.  /ColSpan and /RowSpan
# are not handed on: what comes after a wide cell is told one column too far to the left.
# Who makes tables puts rows into THead and TBody, and writes no cells that span where the
# columns behind them are read.
. "$(dirname "$0")/packages"
debian qpdf=11.3.0-1+deb12u1 libqpdf29=11.3.0-1+deb12u1 poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3
cd "$root" || exit 2
npm install --silent --no-audit --no-fund pdfjs-dist@5.6.205 jsdom@24.1.3 || exit 2
echo "pdfjs-dist 5.6.205 (Node $(node --version))"

# A table of two columns: heads, a row, a subtitle over both columns, a row.
cat >table.mjs <<'JS'
import fs from "fs";
const [body, file] = [process.argv[2] === "body", process.argv[3]];
const rows = [["TH/Column", "TH/Column"], ["TH/Row", "TD"], ["TH/Column/2"], ["TH/Row", "TD"]];
const objects = [];
const add = object => objects.push(object);
const holder = row => (body && row > 0 ? 8 : 7);
let content = "", cells = [], trees = [], next = 9;
rows.forEach((row, r) => {
  const own = next++;
  const ids = row.map((cell, c) => {
    const [role, scope, span] = cell.split("/"), id = next++, mark = cells.length;
    const says = (scope ? `/Scope/${scope}` : "") + (span ? `/ColSpan ${span}` : "");
    cells.push(id);
    trees.push([id, `<</S/${role}/P ${own} 0 R/Pg 3 0 R/K ${mark}${says && `/A<</O/Table${says}>>`}>>`]);
    content += `/${role}<</MCID ${mark}>>BDC BT /F 12 Tf ${50 + 200 * c} ${800 - 20 * r} Td (cell) Tj ET EMC\n`;
    return id;
  });
  trees.push([own, `<</S/TR/P ${holder(r)} 0 R/K[${ids.map(id => `${id} 0 R`).join(" ")}]>>`]);
});
const of = keep => trees.filter(([, text]) => text.startsWith(`<</S/TR/P ${keep} `)).map(([id]) => `${id} 0 R`).join(" ");
add("<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Lang(id)>>");
add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents 0/Tabs/S/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>");
add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
add(`<</Type/StructTreeRoot/K[7 0 R]/ParentTree<</Nums[0[${cells.map(id => `${id} 0 R`).join(" ")}]]>>/ParentTreeNextKey 1>>`);
add(`<</S/Table/P 6 0 R/K[${of(7)}${body ? " 8 0 R" : ""}]>>`);
add(body ? `<</S/TBody/P 7 0 R/K[${of(8)}]>>` : "<<>>");
trees.sort((a, b) => a[0] - b[0]).forEach(([, text]) => add(text));
let text = "%PDF-1.7\n";
const places = objects.map((object, i) => { const at = text.length; text += `${i + 1} 0 obj\n${object}\nendobj\n`; return at; });
const table = text.length;
text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n` + places.map(at => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
fs.writeFileSync(file, text + `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
JS
cat >roles.mjs <<'JS'
import fs from "fs";
import { JSDOM } from "jsdom";
globalThis.window = new JSDOM("<body></body>", { pretendToBeVisual: true }).window;
globalThis.document = window.document;
globalThis.pdfjsLib = await import("pdfjs-dist/legacy/build/pdf.mjs");
const { StructTreeLayerBuilder } = await import("pdfjs-dist/legacy/web/pdf_viewer.mjs");
const file = await pdfjsLib.getDocument({ data: new Uint8Array(fs.readFileSync(process.argv[2])), verbosity: 0 }).promise;
const layer = new StructTreeLayerBuilder(await file.getPage(1), { pageWidth: 595, pageHeight: 842, pageX: 0, pageY: 0 });
const tree = await layer.render();
const spans = ["aria-colspan", "aria-rowspan", "colspan"].some(name => tree.querySelector(`[${name}]`));
console.log([...tree.querySelectorAll("[role=row]")].map(row => [...row.children].map(cell => cell.getAttribute("role")).join(" ")).join(", ")
  + (spans ? "; spans" : "; no spans"));
process.exit(0);
JS
for form in body plain; do
    node table.mjs $form $form.pdf && qpdf --check $form.pdf >/dev/null || exit 2
    expect "$form, scopes as poppler reads them" "$(pdfinfo -struct $form.pdf 2>/dev/null | sed -n 's|.*/Scope /||p' | paste -sd' ')" "Column Column Row Column Row"
done
expect "rows in TBody, as pdf.js tells them" "$(node roles.mjs body.pdf 2>/dev/null)" \
    "columnheader columnheader, rowheader cell, rowheader, rowheader cell; no spans"
expect "rows without TBody" "$(node roles.mjs plain.pdf 2>/dev/null)" \
    "columnheader columnheader, columnheader cell, columnheader, columnheader cell; no spans"
finish
