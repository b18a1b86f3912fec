"""Judges what was made of an invented evaluation: each name is in its papers.
usage: invented.py INPUT FOLDER       a folder of --loose"""
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

import contents
import papers
from results import Results

NAMESPACE = "{urn:rapor:evaluation:1}"


def plain(text):
    """As it may be broken, hyphenated or composed: without spaces and hyphens."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFC", text))


def read(path):
    text = papers.text(path)
    if "\ufffd" in text:
        yield f"{path}: a letter that is none"
    yield from papers.misplaced(path, fewest=3)


def missing(path, names):
    found = plain(papers.text(path))
    for name in names:
        if plain(name) not in found:
            yield f"{path}: not there: {name}"


def winners_of(folder):
    """The codes of those that get an award; nobody where no results were made."""
    path = os.path.join(folder, "nasional", "results.xml")
    return Results(path).awarded() if os.path.exists(path) else set()


def wanted_of(institution, decreed, wins):
    """What may be in its folder: which certificate it is depends on the target."""
    always = {"hasil.xml"} | ({"petikan.pdf"} if decreed else set())
    if institution.get("status") == "not-assessed":
        return [always | {"surat-tidak-dinilai.pdf"}]
    always |= {"laporan.pdf", "pers", "ringkasan-eksekutif.pdf", "surat.pdf"}
    always |= {"piagam-peringkat.pdf"} if wins else set()
    return [always | {certificate} for certificate in ("sertifikat.pdf", "sertifikat-partisipasi.pdf")]


def judge(source, folder):
    root = ET.parse(source).getroot()
    institutions = root.findall(NAMESPACE + "institution")
    decree = root.find(NAMESPACE + "decree")
    decreed = decree is not None and bool(decree.get("number")) and decree.get("status") != "draft"
    folders = {name.split("-")[0]: os.path.join(base, name)
               for base, names, _ in os.walk(folder) for name in names if "." in name}
    every = [one.get("name") for one in institutions]
    winners = winners_of(folder)
    for path in papers.pdfs(folder):
        yield from read(path)
        kind = papers.kind(path)
        if kind == "keputusan.pdf":
            yield from missing(path, every)
        if kind == "rekap.pdf":
            region = os.path.basename(os.path.dirname(path)).split("-")[0]
            yield from missing(path, [one.get("name") for one in institutions
                                      if one.get("region") == region])
    for one in institutions:
        mine = folders.get(one.get("code").lower())
        if not mine:
            continue  # only some kinds of paper were made
        found = set(map(papers.kind, os.listdir(mine)))
        if found not in wanted_of(one, decreed, one.get("code") in winners):
            yield f"{mine}: {sorted(os.listdir(mine))}"
        for path in papers.pdfs(mine):
            if papers.kind(path) == "ringkasan-eksekutif.pdf":
                yield from contents.brief(path)
            yield from missing(path, [one.get("name")])


if __name__ == "__main__":
    problems = list(judge(*sys.argv[1:]))
    print("\n".join(problems))
    sys.exit(bool(problems))
