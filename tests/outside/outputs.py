"""Judges what `rapor build` made of the national sample, by other programs.
usage: outputs.py ROOT FOLDER INPUT RESULTS [nation]
   ROOT      the checkout; its layouts were used
   FOLDER    what was made of INPUT
   RESULTS   what `rapor score` says of INPUT
   nation    FOLDER holds everything, not only region 13"""
import os
import sys
import tempfile
import zipfile

import archives
import decree
import papers
import press
import region
import results as figures
from tap import Tap

REGION = "13"


def judge_nation(tap, folder, results, root):
    """What is unpacked from nasional.zip, in FOLDER."""
    paper = f"{folder}/keputusan.pdf"
    tap.check("decree: qpdf and pdffonts have no complaint", papers.complaints(paper))
    tap.check("decree: no empty page, no text outside or over other text", papers.misplaced(paper))
    tap.check("decree: size and properties", papers.about(paper, results))
    tap.check("decree: each in annex I and each assessed in annex II, once, with its figures",
              decree.problems(paper, results))
    tap.check("results.xml: valid", figures.invalid(f"{root}/layouts/schema/results.rng",
                                                    [f"{folder}/results.xml"]))
    table = figures.table(open(f"{folder}/peringkat.csv", "rb").read())
    shown = [[row[at] for at in (0, 1, 2, 6, 7)] for row in table[1:]]
    tap.check("peringkat.csv: as results.xml",
              decree.differences("row", shown, figures.ranked(results)))
    book = figures.workbook(open(f"{folder}/peringkat.xlsx", "rb").read())
    tap.check("peringkat.xlsx: as peringkat.csv",
              decree.differences("row", book[1:], table[1:]))


def judge_figures(tap, results):
    """Published: the press about Pesisir Selatan, the ministry about Denpasar."""
    one = results.named("13.01")
    tap.equal("Pesisir Selatan: 3,34 Baik", (one["index"], one["grade"]), ("3.34", "Baik"))
    tap.equal("Pesisir Selatan: 6th, 9th, 21st, and best of its region",
              [one["ranks"][scope] for scope in ("kabupaten-kota", "pemda", "national", "region")],
              [6, 9, 21, 1])
    one = results.named("51.71")
    tap.equal("Denpasar: index, grade and domains",
              [one["index"], one["grade"], *one["domains"]],
              ["3.19", "Baik", "3.00", "3.30", "2.18", "3.55"])
    grades = [one.get("grade") for one in results.institutions]
    tap.equal("grades of 2021", [grades.count(grade) for grade in
                                 ("Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan", None)],
              [130, 228, 150, 9, 0, 120])
    tap.equal("national index", results.attribute("national", "index"), "2.24")


def judge_archives(tap, root, folder, source):
    tap.check("SHA256SUMS", archives.sums(folder))
    tap.check("MANIFEST.json", archives.manifest(
        folder, {"input": source, "layouts": f"{root}/layouts"}))
    tap.check("archives: unzip, bsdtar and zipfile read them", archives.readable(folder))
    tap.check("archives: none is too large for a mail box", archives.large(folder))
    tap.check("archives: plain names", archives.odd_names(folder))
    tap.check("archives: no two files are called alike", archives.alike(folder))


def unpack(folder, archive, where):
    with zipfile.ZipFile(os.path.join(folder, archive)) as opened:
        opened.extractall(where)


def main(root, folder, source, score, nation):
    tap = Tap()
    results = figures.Results(score)
    archive = next(name for name in archives.zips(folder) if f"/{REGION}-" in name)
    judge_archives(tap, root, folder, source)
    judge_figures(tap, results)
    with tempfile.TemporaryDirectory() as here:
        unpack(folder, archive, f"{here}/region")
        region.judge(tap, f"{here}/region", REGION, results, root)
        if nation:
            unpack(folder, "nasional.zip", f"{here}/nation")
            tap.check("the tree", archives.tree(folder, results))
            tap.equal("results.xml: as rapor score",
                      open(f"{here}/nation/results.xml", "rb").read() == open(score, "rb").read(),
                      True)
            judge_nation(tap, f"{here}/nation", results, root)
            press.judge(tap, f"{folder}/pers", results, here)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5], sys.argv[5:] == ["nation"]))
