#!/usr/bin/python3
"""WeasyPrint in one process, its fonts and pictures kept from one paper to the next.
usage: weasyprint_papers.py PAPERS KIND COUNT FOLDER"""
import json
import sys
from html import escape
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

FACES = {"light": "", "bold": "font-weight: bold;", "italic": "font-style: italic;"}
STYLE = {
    "certificate": """@page { size: A4 landscape; margin: 0 } body { margin: 0; font-family: 'URW Bookman' }
        div, img { position: absolute; text-align: center; line-height: 1.25 }""",
    "letter": """@page { size: A4; margin: 25mm 20mm 25mm 30mm } body { font: 11pt/15pt 'Liberation Sans' }
        h1 { font: bold 14pt/18pt 'Liberation Sans'; text-align: center; margin: 0 0 7pt } h1.annex { page-break-before: always }
        p { text-align: justify; margin: 0 0 7pt } table { border-collapse: collapse; width: 100%; font: 9.5pt/12.5pt 'Liberation Sans' }
        td, th { padding: .8mm 1.5mm; border-bottom: .5pt solid #B8C0CA; text-align: left } th { background: #14284B; color: white }
        :is(td, th):nth-child(n+3) { text-align: right; width: 15mm } :is(td, th):first-child { width: 9mm }""",
    "decree": """@page { size: A4; margin: 25mm } h1 { font: bold 12pt/16pt 'URW Bookman'; text-align: center; margin: 0 0 7pt }
        table { border-collapse: collapse; width: 100%; font: 10pt/12.5pt 'URW Bookman' } td, th { padding: 1mm 2mm; border: .4pt solid black; text-align: left }
        th { background: #EEF2F6 } :is(td, th):nth-child(2n+1) { text-align: center } :is(td, th):first-child { width: 21mm }""",
}


def table(head, rows):
    def line(cells, tag):
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
    return (f"<table><thead>{line(head, 'th')}</thead><tbody>"
            + "".join(line(row, "td") for row in rows) + "</tbody></table>")


def certificate(papers, lines):
    body = f"""<img src="file://{papers['frame']}" style="left: 0; top: 0; width: 297mm">
        <img src="file://{papers['emblem']}" style="left: 137.5mm; top: 27mm; width: 22mm">"""
    for line in lines:
        body += (f'<div style="left: {line["x"]}mm; top: {line["y"]}mm; width: {line["width"]}mm; '
                 f'{FACES[line["face"]]} font-size: {line["size"]}pt; color: #{line["color"]}">'
                 f'{escape(line["text"])}</div>')
    return body


def letter(_, one):
    return (f"<h1>{escape(one['title'])}</h1>" + "".join(f"<p>{escape(p)}</p>" for p in one["text"])
            + f"<h1 class=annex>{escape(one['annex'])}</h1>" + table(one["head"], one["rows"]))


def decree(_, one):
    return f"<h1>{escape(one['title'])}</h1>" + table(one["head"], one["rows"])


def main(papers, kind, count, folder):
    papers = json.loads(Path(papers).read_text())
    body = {"certificate": certificate, "letter": letter, "decree": decree}[kind]
    fonts = FontConfiguration()
    style, pictures = CSS(string=STYLE[kind], font_config=fonts), {}
    for number in range(int(count)):
        one = papers[kind][number % len(papers[kind])]
        HTML(string=f"<html lang=id><body>{body(papers, one)}</body></html>").write_pdf(
            f"{folder}/{number}.pdf", stylesheets=[style], font_config=fonts, image_cache=pictures)


if __name__ == "__main__":
    main(*sys.argv[1:])
