"""Judges what was made of an invented evaluation: each name is in its papers.
usage: invented.py INPUT FOLDER       a folder of --loose"""
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

import contents
import papers

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


def wanted_of(institution, decreed):
    """What may be in its folder: which certificate it is depends on the target."""
    always = {"hasil.xml"} | ({"petikan.pdf"} if decreed else set())
    if institution.get("status") == "not-assessed":
        return [always | {"surat-tidak-dinilai.pdf"}]
    always |= {"laporan.pdf", "pers", "ringkasan-eksekutif.pdf", "surat.pdf"}
    return [always | {certificate} for certificate in ("sertifikat.pdf", "sertifikat-partisipasi.pdf")]


def judge(source, folder):
    root = ET.parse(source).getroot()
    institutions = root.findall(NAMESPACE + "institution")
    decree = root.find(NAMESPACE + "decree")
    decreed = decree is not None and bool(decree.get("number")) and decree.get("status") != "draft"
    folders = {name.split("-")[0]: os.path.join(base, name)
               for base, names, _ in os.walk(folder) for name in names if "." in name}
    every = [one.get("name") for one in institutions]
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
        if not any(wanted == set(map(papers.kind, os.listdir(mine))) for wanted in wanted_of(one, decreed)):
            yield f"{mine}: {sorted(os.listdir(mine))}"
        for path in papers.pdfs(mine):
            if papers.kind(path) == "ringkasan-eksekutif.pdf":
                yield from contents.brief(path)
            yield from missing(path, [one.get("name")])


if __name__ == "__main__":
    problems = list(judge(*sys.argv[1:]))
    print("\n".join(problems))
    sys.exit(bool(problems))
