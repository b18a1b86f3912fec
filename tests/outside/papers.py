"""What tools that we did not write say of PDFs."""
import os
import re
import subprocess
import tempfile
from functools import lru_cache

A4, A4_ACROSS, F4 = (210.0, 297.0), (297.0, 210.0), (210.0, 330.0)  # in millimetres
SIZES = {"laporan.pdf": A4, "surat.pdf": A4, "surat-tidak-dinilai.pdf": A4, "nota-dinas.pdf": A4, "petikan.pdf": F4, "sertifikat.pdf": A4_ACROSS, "sertifikat-partisipasi.pdf": A4_ACROSS, "piagam-peringkat.pdf": A4_ACROSS,
         "penerima-penghargaan.pdf": A4, "rekap.pdf": A4_ACROSS,
         "berita-acara.pdf": A4, "ringkasan-eksekutif.pdf": A4, "undangan.pdf": A4, "jawaban-sanggah.pdf": A4, "siaran-pers-wilayah.pdf": A4,
         "keputusan.pdf": F4}
STEMS = sorted([*(name.split(".")[0] for name in SIZES), "hasil", "kartu", "kartu-wilayah"], key=len, reverse=True)
NAMED = re.compile(f"[^/]+?-({'|'.join(STEMS)})(?:-[a-z0-9-]+)?\\.([a-z.]+)")
NUMBER = r'"([-0-9.]+)"'
PAGE = re.compile(f"<page width={NUMBER} height={NUMBER}>")
WORD = re.compile(f"<word xMin={NUMBER} yMin={NUMBER} xMax={NUMBER} yMax={NUMBER}>(.*?)</word>")


def kind(path):
    """"surat.pdf" of "13.01-surat-kabupaten-pesisir-selatan.pdf"; else its own name."""
    name = os.path.basename(path)
    found = NAMED.fullmatch(name)
    return f"{found[1]}.{found[2]}" if found else name


def is_cut_of(short, name):
    """A long name is cut before its last word."""
    front, _, last = short.rpartition("-")
    return name.startswith(short) or name.startswith(front) and name.endswith("-" + last)


def paper(folder, wanted):
    """The paper in the folder that is such; of one that is not there, where it might be."""
    return next((os.path.join(folder, name) for name in sorted(os.listdir(folder)) if kind(name) == wanted),
                os.path.join(folder, wanted))


def call(*words):
    """What a tool prints; whoever fails ends the test."""
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding="utf-8").stdout


@lru_cache(maxsize=None)
def text(path, *options):
    return call("pdftotext", *options, path, "-")


def pdfs(folder):
    return sorted(os.path.join(base, name) for base, _, names in os.walk(folder)
                  for name in names if name.endswith(".pdf"))


def plain(path):
    """The text in its order, every white space one blank."""
    return " ".join(text(path).split())


def rejoined(string):
    """Without white space and hyphens: words may be divided."""
    return re.sub(r"[\s\u00ad\u2010-]", "", string)


def squeezed(string):
    """Without white space: lines may break anywhere, even after a slash."""
    return "".join(string.split())


@lru_cache(maxsize=None)
def info(path):
    pairs = (line.split(":", 1) for line in call("pdfinfo", path).splitlines() if ":" in line)
    return {key: value.strip() for key, value in pairs}


def size_in_mm(path):
    width, height = re.match(r"([\d.]+) x ([\d.]+) pts", info(path)["Page size"]).groups()
    return tuple(round(float(side) * 25.4 / 72, 1) for side in (width, height))


def about(path, results):
    """What pdfinfo says: title, author, page size."""
    wanted = SIZES[kind(path)]
    found = size_in_mm(path)
    if max(abs(a - b) for a, b in zip(found, wanted)) > 0.2:
        yield f"{path}: {found} mm, expected {wanted}"
    said = info(path)
    if said.get("Author") != results.attribute("issuer", "name"):
        yield f"{path}: author {info.get('Author')}"
    if not said.get("Title") or not said.get("Subject"):
        yield f"{path}: no title or no subject"


def complaints(path):
    """What is wrong with the file itself and with its fonts."""
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, encoding="utf-8",
                          check=False)
    if done.returncode != 0:
        yield f"{path}: qpdf: {done.stderr.strip() or done.stdout.strip()}"
    fonts = call("pdffonts", path).splitlines()[2:]
    if not fonts:
        yield f"{path}: no fonts"
    for font in fonts:
        # name, type, encoding, embedded, subset, ToUnicode, object, generation
        if font.split()[-5:-2] != ["yes", "yes", "yes"] or not re.match(r"[A-Z]{6}\+", font):
            yield f"{path}: not embedded, subset and with ToUnicode: {font}"


def pages(path):
    """Size of each page, and the boxes of its words: left, top, right, bottom, word."""
    found = []
    for line in text(path, "-bbox").splitlines():
        start, word = PAGE.search(line), WORD.search(line)
        if start:
            found.append((tuple(map(float, start.groups())), []))
        elif word:
            found[-1][1].append((*map(float, word.groups()[:4]), word.group(5)))
    return found


def core(box):
    """A word without its sides and without the room above and below its letters."""
    left, top, right, bottom, word = box
    side, height = min(1, (right - left) / 10), bottom - top
    return left + side, top + 0.3 * height, right - side, bottom - 0.3 * height, word


def overlaps(words):
    """Pairs of words of a page that are printed over each other."""
    cores = [core(box) for box in words]
    for number, (left, top, right, bottom, word) in enumerate(cores):
        for other in cores[:number]:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                yield f"{word} over {other[4]}"


def misplaced(path, fewest=10):
    """Pages with fewer words than that, and words that are outside or over others."""
    found = pages(path)
    if not found:
        yield f"{path}: no pages"
    for number, ((width, height), words) in enumerate(found, 1):
        where = f"{path}: page {number}"
        if len(words) < fewest:
            yield f"{where}: only {len(words)} words"
        for left, top, right, bottom, word in words:
            if left < 0 or top < 0 or right > width or bottom > height:
                yield f"{where}: outside: {word}"
        for pair in overlaps(words):
            yield f"{where}: {pair}"


def links(path, page=1):
    """What the QR codes of a page say, by a scan of 150 dots per inch."""
    with tempfile.TemporaryDirectory() as folder:
        picture = os.path.join(folder, "page")
        call("pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", "-f", str(page), "-l",
             str(page), path, picture)
        done = subprocess.run(["zbarimg", "-q", "--raw", picture + ".png"], capture_output=True,
                              encoding="utf-8", check=False)
        return done.stdout.split()
