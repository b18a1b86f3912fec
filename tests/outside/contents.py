"""The ways through a report: contents, numbered captions, references, index; and
that the executive summary is one page.  Read with pdftotext."""
import functools
import os
import re

import papers

ENTRY = re.compile(r"\s*(\S.*?)(?:\s{2,}|\s)(\d{1,3})\s*")
CAPTION = re.compile(r"^\s*(Gambar|Tabel)\s(\d+)\.", re.MULTILINE)
REFERENCE = re.compile(r"\b(Gambar|Tabel)\s(\d+)\b")


@functools.cache
def small(text):
    return re.sub("[\u00ad\u2010-]", "", papers.squeezed(text)).lower()  # words may be divided


def texts(path, *options):
    return papers.text(path, *options).split("\f")[:-1]


def entries(pages):
    """Titles and page numbers, from the words Daftar isi to the end of that page."""
    lines = pages[1].split("Daftar isi", 1)[-1].splitlines()
    found = [ENTRY.fullmatch(line) for line in lines]
    return [(one.group(1), int(one.group(2))) for one in found if one
            and not one.group(1).startswith("Halaman")]


def contents(path, pages):
    """Each entry stands on its page, and on no page before it."""
    listed = entries(pages)
    titles = [title for title, _ in listed]
    if not {"Ringkasan eksekutif", "Metodologi", "Penutup"} <= set(titles):
        yield f"{path}: the contents have {titles}"
    last = 3
    for title, page in listed:
        # A chapter's heading is a line of its own.
        places = [number for number, text in enumerate(pages, 1) if number > 2
                  and any(small(line) == small(title) for line in text.splitlines())]
        if page < last or page > len(pages) or (places and places[0] != page):
            yield f"{path}: the contents say {title} {page}, it stands on {places}"
        elif not places and small(title) not in small(pages[page - 1]):
            yield f"{path}: the contents say {title} {page}, it is not there"
        last = page


def captions(path, pages):
    """Counted without gap, and nothing refers to one that is not there."""
    counts = {"Gambar": 0, "Tabel": 0}
    for kind in counts:
        numbers = {int(number) for word, number in CAPTION.findall("\n".join(pages)) if word == kind}
        counts[kind] = len(numbers)
        if numbers != set(range(1, len(numbers) + 1)):
            yield f"{path}: {kind} {sorted(numbers)}"
    for kind, number in REFERENCE.findall(" ".join(pages)):
        if int(number) > counts[kind]:
            yield f"{path}: {kind} {number} is referred to, there are {counts[kind]}"


def columns(path, last):
    """The words of the last page, its left half before its right one."""
    halves = [papers.text(path, "-layout", "-f", last, "-l", last, "-r", "72", "-x", left, "-y", "0",
                          "-W", "298", "-H", "780") for left in ("0", "298")]
    return " ".join(" ".join(halves).split())


def listed(text, one):
    """The pages that the index gives; its name may be broken anywhere.  The index stands last: a table
    above it may name the indicator with its level."""
    name = r"\s*".join(map(re.escape, papers.squeezed(one["short"])))
    found = re.findall(rf"(?<![\d-]){re.escape(one['no'])}\. {name}\s((?:\d+, )*\d+)(?![\d,.-])", text,
                       re.IGNORECASE)
    return [int(page) for page in found[-1].split(", ")] if found else []


def stands_on(pages, page, names):
    """A name may begin at the foot of its page and end on the next one."""
    foot = re.sub(r"Halaman\s+\d+\s+dari\s+\d+\s*$", "", pages[page - 1].rstrip())
    over = [re.sub(r"^\s*(DRAF.*\n)?.*\n", "", text, count=1) for text in pages[page:page + 1]]
    words = small(foot)
    tail = [words[-40:] + small(text)[start:start + 60] for text in over for start in range(0, 150)]
    return any(name in words or any(name in one for one in tail) for name in names)


def index(path, pages, indicators):
    """The pages given for each indicator name it, in full or short."""
    text = columns(path, str(len(pages)))
    for one in indicators:
        given = listed(text, one)
        if not given:
            yield f"{path}: {one['no']}. {one['short']} is not in the index"
        for page in given:
            names = [small(one[name]) for name in ("short", "name")]
            if page > len(pages) or not stands_on(pages, page, names):
                yield f"{path}: the index gives page {page} for {one['no']}, it is not there"


def report(path, indicators):
    pages = texts(path)
    yield from contents(path, texts(path, "-layout"))
    yield from captions(path, pages)
    yield from index(path, pages, indicators)


def brief(path):
    if papers.info(path)["Pages"] != "1":
        yield f"{path}: {papers.info(path)['Pages']} pages"


def judge(folder, indicators):
    """FOLDER holds the papers of an institution."""
    long, short = (papers.paper(folder, name) for name in ("laporan.pdf", "ringkasan-eksekutif.pdf"))
    if os.path.exists(long):
        yield from report(long, indicators)
    if os.path.exists(short):
        yield from brief(short)
