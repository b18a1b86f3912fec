// Typst in one process, through its compiler for Node: one template, the data of each paper as input.
// usage: node typst_papers.mjs PAPERS KIND COUNT FOLDER [STANDARD]
import { readFileSync, writeFileSync, mkdirSync, copyFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(process.env.PEERS_NODE + "/");
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");

const [papersPath, kind, count, folder, pdfStandard] = process.argv.slice(2);
const papers = JSON.parse(readFileSync(papersPath, "utf-8"));

const templates = {
  certificate: `
#set page(width: 297mm, height: 210mm, margin: 0mm)
#place(image("frame.svg", width: 297mm, alt: "bingkai"))
#place(dx: 137.5mm, dy: 27mm, image("emblem.svg", width: 22mm, alt: "lambang"))
#for line in one {
  place(dx: line.x * 1mm, dy: line.y * 1mm, block(width: line.width * 1mm, align(center, text(
    font: "URW Bookman", size: line.size * 1pt, fill: rgb("#" + line.color),
    weight: if line.face == "bold" { "bold" } else { "regular" },
    style: if line.face == "italic" { "italic" } else { "normal" }, line.text))))
}`,
  letter: `
#set page(paper: "a4", margin: (left: 30mm, right: 20mm, top: 25mm, bottom: 25mm))
#set text(font: "Liberation Sans", size: 11pt, lang: "id")
#set par(justify: true, leading: 7.3pt, spacing: 14.3pt)
#align(center, text(size: 14pt, weight: "bold", one.title))
#for p in one.text { par(p) }
#pagebreak()
#align(center, text(size: 14pt, weight: "bold", one.annex))
#set text(size: 9.5pt)
#set par(justify: false)
#table(columns: (12mm, 1fr, 18mm, 18mm, 18mm), inset: (x: 1.5mm, y: 5pt), align: (left, left, right, right, right),
  stroke: (bottom: 0.5pt + rgb("#B8C0CA")), fill: (_, y) => if y == 0 { rgb("#14284B") },
  table.header(..one.head.map(c => text(fill: white, weight: "bold", c))), ..one.rows.flatten())`,
  decree: `
#set page(paper: "a4", margin: 25mm)
#set text(font: "URW Bookman", size: 10pt, lang: "id")
#align(center, text(size: 12pt, weight: "bold", one.title))
#table(columns: (25mm, 1fr, 20mm, 30mm), inset: (x: 2mm, y: 5.6pt), align: (center, left, center, left), stroke: 0.4pt,
  fill: (_, y) => if y == 0 { rgb("#EEF2F6") },
  table.header(..one.head.map(c => text(weight: "bold", c))), ..one.rows.flatten())`,
};

const work = folder + "/work";
mkdirSync(work, { recursive: true });
copyFileSync(papers.frame, work + "/frame.svg");
copyFileSync(papers.emblem, work + "/emblem.svg");
writeFileSync(work + "/main.typ", '#let one = json(bytes(sys.inputs.one))\n#set document(title: "' + kind + '", date: datetime(year: 2021, month: 12, day: 31))\n' + templates[kind]);
const compiler = NodeCompiler.create({
  workspace: work,
  fontArgs: [{ fontPaths: ["/usr/share/fonts/opentype/urw-base35", "/usr/share/fonts/truetype/liberation2"] }],
});
for (let number = 0; number < Number(count); number++) {
  const one = papers[kind][number % papers[kind].length];
  const bytes = compiler.pdf({ mainFilePath: work + "/main.typ", inputs: { one: JSON.stringify(one) } }, { pdfStandard });
  writeFileSync(`${folder}/${number}.pdf`, bytes);
  compiler.evictCache(kind === "decree" ? 0 : 10); // the same decree again is no work
}
