#!/usr/bin/python3
"""FOP, all papers in one run of one JVM, then cut by qpdf.
usage: fop_papers.py PAPERS KIND COUNT FOLDER"""
import json
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

FACES = {"light": "", "bold": ' font-weight="bold"', "italic": ' font-style="italic"'}
PAGE = {"certificate": 'page-width="297mm" page-height="210mm"',
        "letter": 'page-width="210mm" page-height="297mm" margin="25mm 20mm 25mm 30mm"',
        "decree": 'page-width="210mm" page-height="297mm" margin="25mm"'}
CONF = """<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts>
<font embed-url="/usr/share/fonts/opentype/urw-base35/URWBookman-Light.otf"><font-triplet name="URW Bookman" style="normal" weight="normal"/></font>
<font embed-url="/usr/share/fonts/opentype/urw-base35/URWBookman-LightItalic.otf"><font-triplet name="URW Bookman" style="italic" weight="normal"/></font>
<font embed-url="/usr/share/fonts/opentype/urw-base35/URWBookman-Demi.otf"><font-triplet name="URW Bookman" style="normal" weight="bold"/></font>
<font embed-url="/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"><font-triplet name="Liberation Sans" style="normal" weight="normal"/></font>
<font embed-url="/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf"><font-triplet name="Liberation Sans" style="normal" weight="bold"/></font>
</fonts></renderer></renderers></fop>"""


def certificate(papers, lines):
    def box(x, y, width, inner):
        return (f'<fo:block-container absolute-position="fixed" left="{x}mm" top="{y}mm" width="{width}mm">'
                f'{inner}</fo:block-container>')
    yield box(0, 0, 297, f'<fo:block><fo:external-graphic src="{papers["frame"]}" content-width="297mm"/></fo:block>')
    yield box(137.5, 27, 22, f'<fo:block><fo:external-graphic src="{papers["emblem"]}" content-width="22mm"/></fo:block>')
    for one in lines:
        yield box(one["x"], one["y"], one["width"],
                  f'<fo:block text-align="center" font-family="URW Bookman" font-size="{one["size"]}pt" '
                  f'color="#{one["color"]}"{FACES[one["face"]]}>{escape(one["text"])}</fo:block>')


def table(head, rows, widths, look):
    def row(cells, weight, fill):
        return (f"<fo:table-row{fill}>" + "".join(
            f'<fo:table-cell {look["cell"]}><fo:block{weight}{look["aligns"][i]}>{escape(cell)}</fo:block></fo:table-cell>'
            for i, cell in enumerate(cells)) + "</fo:table-row>")
    columns = "".join(f'<fo:table-column column-width="{width}mm"/>' for width in widths)
    return (f'<fo:table table-layout="fixed" width="160mm" border-collapse="collapse" {look["font"]}>{columns}'
            f'<fo:table-header>{row(head, " font-weight=" + chr(34) + "bold" + chr(34), look["head"])}</fo:table-header>'
            f'<fo:table-body>{"".join(row(cells, "", "") for cells in rows)}</fo:table-body></fo:table>')


RIGHT, CENTER = ' text-align="right"', ' text-align="center"'
LETTER = {"font": 'font-family="Liberation Sans" font-size="9.5pt" line-height="12.5pt"',
          "cell": 'padding="0.8mm 1.5mm" border-bottom="0.5pt solid #B8C0CA"',
          "head": ' background-color="#14284B" color="white"', "aligns": ["", "", RIGHT, RIGHT, RIGHT]}
DECREE = {"font": 'font-family="URW Bookman" font-size="10pt" line-height="12.5pt"',
          "cell": 'padding="1mm 2mm" border="0.4pt solid black"',
          "head": ' background-color="#EEF2F6"', "aligns": [CENTER, "", CENTER, ""]}


def title(text, font, more=""):
    return f'<fo:block font-family="{font}" font-weight="bold" text-align="center" space-after="7pt"{more}>{escape(text)}</fo:block>'


def letter(_, one):
    yield title(one["title"], "Liberation Sans", ' font-size="14pt"')
    for p in one["text"]:
        yield ('<fo:block font-family="Liberation Sans" font-size="11pt" line-height="15pt" text-align="justify" '
               f'space-after="7pt">{escape(p)}</fo:block>')
    yield title(one["annex"], "Liberation Sans", ' font-size="14pt" break-before="page"')
    yield table(one["head"], one["rows"], (12, 94, 18, 18, 18), LETTER)


def decree(_, one):
    yield title(one["title"], "URW Bookman", ' font-size="12pt"')
    yield table(one["head"], one["rows"], (25, 85, 20, 30), DECREE)


def main(papers, kind, count, folder):
    papers = json.loads(Path(papers).read_text())
    body = {"certificate": certificate, "letter": letter, "decree": decree}[kind]
    Path(folder, "fop.xconf").write_text(CONF)
    with open(f"{folder}/all.fo", "w", encoding="utf-8") as out:
        out.write('<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format"><fo:layout-master-set>'
                  f'<fo:simple-page-master master-name="page" {PAGE[kind]}><fo:region-body/>'
                  '</fo:simple-page-master></fo:layout-master-set>')
        for number in range(int(count)):
            one = papers[kind][number % len(papers[kind])]
            out.write('<fo:page-sequence master-reference="page"><fo:flow flow-name="xsl-region-body">'
                      + "".join(body(papers, one)) + "</fo:flow></fo:page-sequence>")
        out.write("</fo:root>")
    subprocess.run(["fop", "-q", "-c", "fop.xconf", "-fo", "all.fo", "-pdf", "all.pdf"], cwd=folder,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pages = {"certificate": 1, "letter": 4}.get(kind)
    if pages:
        subprocess.run(["qpdf", f"--split-pages={pages}", "all.pdf", "one-%d.pdf"], cwd=folder, check=True)
        Path(folder, "all.pdf").unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
