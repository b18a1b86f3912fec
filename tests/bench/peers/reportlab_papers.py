#!/usr/bin/python3
"""ReportLab in one process: the frame as a form, paragraphs and tables by Platypus.
usage: reportlab_papers.py PAPERS KIND COUNT FOLDER"""
import json
import sys
from pathlib import Path

from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate
from svglib.svglib import svg2rlg

BOOKMAN = {"light": "Light", "italic": "LightItalic", "bold": "Demi"}
NAVY, LINE, PALE = HexColor("#14284B"), HexColor("#B8C0CA"), HexColor("#EEF2F6")


def open_fonts():
    for name, file in BOOKMAN.items():
        face = pdfmetrics.EmbeddedType1Face(f"/usr/share/fonts/type1/urw-base35/URWBookman-{file}.afm",
                                            f"/usr/share/fonts/X11/Type1/URWBookman-{file}.pfb")
        pdfmetrics.registerTypeFace(face)
        pdfmetrics.registerFont(pdfmetrics.Font(name, face.name, "WinAnsiEncoding"))
        pdfmetrics.registerFontFamily(name, name, name, name, name)
    for name, file in (("sans", "Regular"), ("sans-bold", "Bold")):
        path = f"/usr/share/fonts/truetype/liberation2/LiberationSans-{file}.ttf"
        pdfmetrics.registerFont(ttfonts.TTFont(name, path))


def picture(path, width):
    drawing = svg2rlg(path)
    drawing.scale(width / drawing.width, width / drawing.width)
    return drawing


def certificates(papers, count, folder):
    frame, emblem = picture(papers["frame"], 297 * mm), picture(papers["emblem"], 22 * mm)
    for number, lines in enumerate(papers["certificate"][:count]):
        canvas = Canvas(f"{folder}/{number}.pdf", pagesize=landscape(A4), pageCompression=1)
        renderPDF.draw(frame, canvas, 0, 0)
        renderPDF.draw(emblem, canvas, 137.5 * mm, 161 * mm)
        for line in lines:
            canvas.setFillColor(HexColor("#" + line["color"]))
            canvas.setFont(line["face"], line["size"])
            canvas.drawCentredString((line["x"] + line["width"] / 2) * mm,
                                     (210 - line["y"]) * mm - line["size"], line["text"])
        canvas.save()


def rows_table(head, rows, widths, style):
    return LongTable([head, *rows], colWidths=widths, repeatRows=1, style=style)


def letters(papers, count, folder):
    text = ParagraphStyle("text", fontName="sans", fontSize=11, leading=15, spaceAfter=7,
                          alignment=TA_JUSTIFY)
    title = ParagraphStyle("title", fontName="sans-bold", fontSize=14, leading=18, spaceAfter=7,
                           alignment=TA_CENTER)
    style = [("FONT", (0, 0), (-1, -1), "sans", 9.5, 12.5), ("FONT", (0, 0), (-1, 0), "sans-bold", 9.5, 12.5),
             ("BACKGROUND", (0, 0), (-1, 0), NAVY), ("TEXTCOLOR", (0, 0), (-1, 0), white),
             ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE), ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
             ("TOPPADDING", (0, 0), (-1, -1), 0.8 * mm), ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8 * mm)]
    for number, letter in enumerate(papers["letter"][:count]):
        story = [Paragraph(letter["title"], title), *(Paragraph(p, text) for p in letter["text"]),
                 PageBreak(), Paragraph(letter["annex"], title),
                 rows_table(letter["head"], letter["rows"],
                            [12 * mm, 94 * mm, 18 * mm, 18 * mm, 18 * mm], style)]
        SimpleDocTemplate(f"{folder}/{number}.pdf", pagesize=A4, leftMargin=30 * mm - 6,
                          rightMargin=20 * mm - 6, topMargin=25 * mm - 6, bottomMargin=25 * mm - 6,
                          pageCompression=1).build(story)


def decrees(papers, count, folder):
    title = ParagraphStyle("title", fontName="bold", fontSize=12, leading=16, spaceAfter=7,
                           alignment=TA_CENTER)
    cell = ParagraphStyle("cell", fontName="light", fontSize=10, leading=12.5)
    style = [("FONT", (0, 0), (-1, -1), "light", 10, 12.5), ("FONT", (0, 0), (-1, 0), "bold", 10, 12.5),
             ("BACKGROUND", (0, 0), (-1, 0), PALE), ("GRID", (0, 0), (-1, -1), 0.4, "black"),
             ("ALIGN", (0, 0), (0, -1), "CENTER"), ("ALIGN", (2, 0), (2, -1), "CENTER"),
             ("TOPPADDING", (0, 0), (-1, -1), 1 * mm), ("BOTTOMPADDING", (0, 0), (-1, -1), 1 * mm)]
    for number in range(count):
        decree = papers["decree"][0]
        rows = [[place, Paragraph(name, cell), index, grade]
                for place, name, index, grade in decree["rows"]]
        SimpleDocTemplate(f"{folder}/{number}.pdf", pagesize=A4, leftMargin=25 * mm - 6,
                          rightMargin=25 * mm - 6, topMargin=25 * mm - 6, bottomMargin=25 * mm - 6,
                          pageCompression=1).build(
            [Paragraph(decree["title"], title),
             rows_table(decree["head"], rows, [25 * mm, 85 * mm, 20 * mm, 30 * mm], style)])


if __name__ == "__main__":
    open_fonts()
    KINDS = {"certificate": certificates, "letter": letters, "decree": decrees}
    KINDS[sys.argv[2]](json.loads(Path(sys.argv[1]).read_text()), int(sys.argv[3]), sys.argv[4])
