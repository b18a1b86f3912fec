#!/usr/bin/python3
"""pdflatex, all papers in one run, then cut by qpdf.  The frame is a PDF, included once.
usage: latex_papers.py PAPERS KIND COUNT FOLDER"""
import json
import subprocess
import sys
from pathlib import Path

SERIES = {"light": r"\fontseries{m}\upshape", "italic": r"\fontseries{m}\itshape",
          "bold": r"\fontseries{b}\upshape"}
HEAD = r"""\documentclass{article}\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}
\usepackage[a4paper,%s]{geometry}\usepackage{graphicx,xcolor,colortbl,longtable,array}
\renewcommand{\rmdefault}{pbk}\renewcommand{\sfdefault}{phv}\pagestyle{empty}\parindent0pt
\definecolor{navy}{HTML}{14284B}\definecolor{line}{HTML}{B8C0CA}\definecolor{pale}{HTML}{EEF2F6}
\newcolumntype{R}[1]{>{\raggedleft\arraybackslash}p{#1}}\newcolumntype{C}[1]{>{\centering\arraybackslash}p{#1}}
\newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1}}\arrayrulewidth0.4pt
\begin{document}
"""
MARGINS = {"certificate": "landscape,margin=0mm", "decree": "margin=25mm",
           "letter": "left=30mm,right=20mm,top=25mm,bottom=25mm"}


def safe(text):
    for special in "&%$#_{}":
        text = text.replace(special, "\\" + special)
    return text


def line(cells, before=""):
    return " & ".join(before + safe(cell) for cell in cells) + r"\\"


def certificate(lines):
    """Every line has its place on the paper, from the upper left corner."""
    yield r"\unitlength1mm\noindent\vbox to 0pt{\begin{picture}(0,0)(0,0)"
    yield r"\put(0,-210){\includegraphics[width=297mm]{frame.pdf}}"
    yield r"\put(137.5,-49){\includegraphics[width=22mm]{emblem.pdf}}"
    for one in lines:
        y = one["y"] + one["size"] * 0.3528
        yield (rf"\put({one['x']},-{y:.2f}){{\makebox({one['width']},0)[b]{{\fontsize{{{one['size']}}}{{20}}"
               rf"{SERIES[one['face']]}\selectfont\color[HTML]{{{one['color']}}}{safe(one['text'])}}}}}")
    yield r"\end{picture}\vss}\newpage"


def letter(one):
    yield r"\sffamily\fontsize{11}{15}\selectfont\parskip7pt"
    yield r"{\centering\fontsize{14}{18}\bfseries " + safe(one["title"]) + r"\par}"
    yield from (safe(p) + r"\par" for p in one["text"])
    yield r"\newpage{\centering\fontsize{14}{18}\bfseries " + safe(one["annex"]) + r"\par}"
    yield r"\fontsize{9.5}{12.5}\selectfont\def\arraystretch{1.36}\arrayrulecolor{line}\tabcolsep1.5mm"
    yield r"\begin{longtable}{p{9mm}p{91mm}R{15mm}R{15mm}R{15mm}}\rowcolor{navy}"
    yield line(one["head"], r"\color{white}\bfseries ") + r"\endhead"
    yield from (line(row) + r"\hline" for row in one["rows"])
    yield r"\end{longtable}\newpage"


def decree(one):
    yield r"{\centering\fontsize{12}{16}\bfseries " + safe(one["title"]) + r"\par}"
    yield r"\fontsize{10}{12.5}\selectfont\def\arraystretch{1.45}\tabcolsep2mm"
    yield r"\begin{longtable}{|C{21mm}|L{81mm}|C{16mm}|L{26mm}|}\hline\rowcolor{pale}"
    yield line(one["head"], r"\bfseries ") + r"\hline\endhead"
    yield from (line(row) + r"\hline" for row in one["rows"])
    yield r"\end{longtable}\newpage"


def main(papers, kind, count, folder):
    papers = json.loads(Path(papers).read_text())
    body = {"certificate": certificate, "letter": letter, "decree": decree}[kind]
    with open(f"{folder}/all.tex", "w", encoding="utf-8") as out:
        out.write(HEAD % MARGINS[kind])
        for number in range(int(count)):
            one = papers[kind][number % len(papers[kind])]
            out.write("\n".join(body(one)) + "\n")
        out.write("\\end{document}\n")
    for name in ("frame", "emblem") if kind == "certificate" else ():
        subprocess.run(["rsvg-convert", "-f", "pdf", "-o", f"{folder}/{name}.pdf", papers[name]],
                       check=True)
    subprocess.run(["pdflatex", "-interaction=batchmode", "all.tex"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)
    pages = {"certificate": 1, "letter": 4}.get(kind)
    if pages:
        subprocess.run(["qpdf", f"--split-pages={pages}", "all.pdf", "one-%d.pdf"], cwd=folder,
                       check=True)
        Path(folder, "all.pdf").unlink()
    for name in ("frame.pdf", "emblem.pdf"):
        Path(folder, name).unlink(missing_ok=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
