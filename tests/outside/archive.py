"""Papers of both painters: they look alike; the archival ones are sound, small, tagged, read in
order, and say what they were made from.
usage: archive.py PROGRAM ROOT SCRATCH"""
import os
import re
import subprocess
import sys

from tap import Tap

# Samples, and whom papers are made for; every kind of document comes once at least.
PAPERS = [("nasional-2021", kind) for kind in ("certificate", "letter", "report", "minutes", "summary")]
PAPERS += [("denpasar-2021", "decree"), ("kukar-2020", "report"), ("pangkalpinang-2021", "letter"),
           ("pemdi-2026", "certificate"), ("opd-2021", "summary")]
MOST = {"certificate": 45, "letter": 45, "report": 120}  # kilobytes
RESOLUTION, HALF = 120, 2  # drawn at twice the size, since readers shift letters by parts of pixels
DIFFERS, SHARE = 32, 0.01  # of 255; of all pixels


def call(*words):
    return subprocess.run(words, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout


def text(*words):
    return call(*words).decode("utf-8", "replace")


def preview(program, root, paper, painter, path):
    sample, kind = paper
    return text(program, "preview", f"{root}/samples/{sample}.xml", "-d", kind, "--painter", painter,
                "-o", path)


def pages(path):
    """Pages in grey: width and the rows of dots."""
    data = call("pdftoppm", "-gray", "-r", str(RESOLUTION), path)
    at = 0
    while at < len(data):
        head = re.compile(rb"P5\n(\d+) (\d+)\n255\n").match(data, at)
        width, height = int(head[1]), int(head[2])
        at = head.end() + width * height
        yield width, height, data[head.end():at]


def halved(page):
    """The sums of squares of four dots."""
    width, height, dots = page
    for y in range(0, height - 1, HALF):
        upper, lower = (dots[k * width:(k + 1) * width] for k in (y, y + 1))
        yield [a + b + c + d for a, b, c, d in
               zip(upper[::2], upper[1::2], lower[::2], lower[1::2])]


def unlike(archival, cairo):
    for number, (one, other) in enumerate(zip(pages(archival), pages(cairo)), 1):
        if one[:2] != other[:2]:
            yield f"page {number}: {one[:2]} and {other[:2]} dots"
            continue
        count = sum(abs(a - b) > DIFFERS * HALF * HALF for left, right in zip(halved(one), halved(other))
                    if left != right for a, b in zip(left, right))
        share = count * HALF * HALF / (one[0] * one[1])
        if share > SHARE:
            yield f"page {number}: {share:.2%} of the dots differ"



def unsound(path):
    check = text("qpdf", "--check", path)
    if "No syntax or stream encoding errors" not in check or "WARNING" in check:
        yield "qpdf: " + check
    if re.search("error|warning: (?!ICC)", text("mutool", "info", path)):
        yield "mutool: " + text("mutool", "info", path)
    for line in text("pdffonts", path).splitlines()[2:]:
        if " yes yes yes " not in line:
            yield line
    for key, value in (("Tagged", "yes"), ("Metadata Stream", "yes"), ("PDF version", "1.7")):
        if not re.search(f"^{key}: +{value}$", text("pdfinfo", path), re.MULTILINE):
            yield f"{key} is not {value}"


def unread(path, cairo):
    """The words as cairo's paper has them; those of the tree among them, in any order."""
    mine, theirs = text("pdftotext", path, "-"), text("pdftotext", cairo, "-")
    # Letters that stand apart are words in the archival paper alone.
    if sorted("".join(mine.split())) != sorted("".join(theirs.split())):
        yield "other letters than by cairo"
    told = re.findall('^ *"(.*)"$', text("pdfinfo", "-struct-text", path), re.MULTILINE)
    whole = "".join(mine.split()).replace("-", "")
    for word in " ".join(told).split():
        # A word may be divided, and poppler leaves out its own hyphen there.
        if word.strip("-\u00ad") not in mine and word.replace("-", "") not in whole:
            yield f"{word!r} is told, and not shown"


def unattached(path, root, paper, program):
    names = re.findall(r"^\d+: (.*)$", text("pdfdetach", "-list", path), re.MULTILINE)
    if paper[1] in MOST and "hasil.xml" not in names:
        yield "no hasil.xml"
        return
    if paper[1] == "report" and not any(name.startswith("grafik-") for name in names):
        yield "no data of charts"
    for number, name in enumerate(names, 1):
        saved = path + "." + name
        call("pdfdetach", "-save", str(number), "-o", saved, path)
        head = open(saved, encoding="utf-8").readline()
        if not head.startswith("<?xml" if name.endswith(".xml") else "Kategori,"):
            yield f"{name} begins with {head!r}"


def too_large(path, kind):
    size = os.path.getsize(path)
    if size > MOST.get(kind, size) * 1024:
        yield f"{size} bytes"


def main(program, root, scratch):
    tap = Tap()
    for paper in PAPERS:
        archival, again, cairo = (f"{scratch}/{'-'.join(paper)}-{name}.pdf" for name in "abc")
        name = " ".join(paper)
        said = preview(program, root, paper, "archival", archival)
        said += preview(program, root, paper, "archival", again)
        said += preview(program, root, paper, "cairo", cairo)
        tap.check(f"{name}: painted", [said] if said else [])
        if said:
            continue
        tap.check(f"{name}: the same bytes twice",
                  [] if open(archival, "rb").read() == open(again, "rb").read() else ["they differ"])
        tap.check(f"{name}: sound", unsound(archival))
        tap.check(f"{name}: small", too_large(archival, paper[1]))
        tap.check(f"{name}: read as cairo's", unread(archival, cairo))
        tap.check(f"{name}: attachments", unattached(archival, root, paper, program))
        tap.check(f"{name}: looks as cairo's", unlike(archival, cairo))
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
