"""Judges the papers of a region."""
import os
import re

import papers
import results as figures

CERTIFICATE_ROOM = 100_000  # bytes


def own_title(path, one):
    if not papers.info(path)["Title"].endswith(f" {one['name']}"):
        yield f"{path}: title {papers.info(path)['Title']}"


def says(path, *texts):
    """The words of the paper hold each of the texts."""
    words = papers.rejoined(papers.text(path))
    for text in texts:
        if papers.rejoined(text) not in words:
            yield f"{path}: does not say {text}"


def others(path, one, results):
    """Names of other institutions in a certificate."""
    words = papers.plain(path).replace(one["name"], "")
    for name in results.names:
        if name != one["name"] and name in words:
            yield f"{path}: says {name}"


def strangers(path, results, region):
    """Names of other regions' institutions in the papers of a region, but for those to learn from."""
    words = papers.plain(path)
    own = [one["name"] for one in results.institutions if one["region"] == region]
    own += figures.peers(papers.paper(os.path.dirname(path), "hasil.xml"))
    for name in sorted(own, key=len, reverse=True):
        words = words.replace(name, "")
    for one in results.institutions:
        if one["region"] not in (None, region) and one["name"] in words:
            yield f"{path}: says {one['name']}"


def certificate(path, one, results):
    yield from says(path, one["name"], figures.comma(one["index"]), one["grade"].upper(),
                    f"{results.root.get('year')}-{one['code']}-{one['seal']}")
    yield from others(path, one, results)
    if os.path.getsize(path) >= CERTIFICATE_ROOM:
        yield f"{path}: {os.path.getsize(path)} bytes"
    if papers.info(path)["Pages"] != "1":
        yield f"{path}: {papers.info(path)['Pages']} pages"


def letter(path, one):
    yield from says(path, one["name"], f"Yth. {one['addressee']}", one["grade"])
    found = re.findall(r"\b\d,\d\d\b", papers.text(path))
    for index in [one["index"], *one["domains"]]:
        if figures.comma(index) not in found:
            yield f"{path}: no index {index}"


def excerpt(path, one):
    told = f"dengan indeks {figures.comma(one['index'])}" if one["index"] else "yang tidak dinilai"
    yield from says(path, "PETIKAN", one["name"], told, "Petikan sesuai dengan aslinya")


def report(path, one):
    first = f"Indeks SPBE sebesar {figures.comma(one['index'])} dengan predikat {one['grade']}"
    yield from says(path, one["name"], first, *map(figures.comma, one["domains"]))
    pages = int(papers.info(path)["Pages"])
    for page in range(2, pages + 1):  # the cover has no number
        if f"Halaman {page} dari {pages}" not in papers.plain(path):
            yield f"{path}: page {page} of {pages} does not say so"


def summary(path, members):
    """A row for each that is assessed; the others are named."""
    rows = [papers.squeezed(row) for row in papers.text(path, "-layout").splitlines()]
    for one in members:
        name, ranks = papers.squeezed(one["name"]), one["ranks"]
        if one["index"] and not any(
                row.startswith(f"{ranks['region']}{name}{figures.comma(one['index'])}")
                and row.endswith(str(ranks["national"])) for row in rows):
            yield f"{path}: no row of {one['name']}"
        if not one["index"] and not any(name in row for row in rows):
            yield f"{path}: does not name {one['name']}"


def codes(folder, one, results):
    """The QR codes of the certificate, and of whatever page of the letter is signed; and the
    numbers of both, by the order of the evaluation."""
    year, place = results.root.get("year"), results.place(one)
    for paper, number in (("sertifikat", f"999/{place}/SPBE/{year}"), ("surat", f"B/{place}/PD.02/{year}")):
        if number not in papers.text(papers.paper(folder, f"{paper}.pdf")).split():
            yield f"{folder}: {paper}.pdf: no number {number}"
    wanted = [results.link(one)]
    found = papers.links(papers.paper(folder, "sertifikat.pdf"))
    if found != wanted:
        yield f"certificate: {found}, expected {wanted}"
    letter_path = papers.paper(folder, "surat.pdf")
    found = [link for page in range(1, int(papers.info(letter_path)["Pages"]) + 1)
             for link in papers.links(letter_path, page)]
    if found != wanted:
        yield f"letter: {found}, expected {wanted}"


def own_result(path, one):
    found = figures.Results(path).institutions
    if found != [one]:
        yield f"{path}: {[other['code'] for other in found]}, or other figures"


def each(function, members, *rest):
    for item in members:
        yield from function(*item, *rest) if isinstance(item, tuple) else function(item, *rest)


def judge(tap, folder, region, results, root):
    """FOLDER is what its archive holds."""
    every = papers.pdfs(folder)
    members = [one for one in results.institutions if one["region"] == region]
    assessed = [one for one in members if one["index"]]
    folders = {one["code"]: os.path.join(folder, name) for one in members
               for name in os.listdir(folder)
               if name.startswith(one["code"] + "-") and os.path.isdir(os.path.join(folder, name))}
    awarded = results.awarded()
    reached = [one for one in assessed if float(one["index"]) >= 2.6]
    of = {paper: [(papers.paper(folders[one["code"]], paper), one) for one in whose]
          for paper, whose in (("sertifikat.pdf", reached), ("surat.pdf", assessed), ("laporan.pdf", assessed),
                               ("petikan.pdf", members))}

    tap.equal("region: five papers of each that is assessed, two of each that is not, awards with "
              "invitations, minutes where there was a session, answers, a summary, a release", len(every),
              5 * len(assessed) + 2 * (len(members) - len(assessed))
              + sum(one["met"] + 2 * (one["code"] in awarded) + one["answered"] for one in members) + 2)
    tap.check("region: qpdf and pdffonts have no complaint", each(papers.complaints, every))
    tap.check("region: no empty page, no text outside or over other text", each(papers.misplaced, every))
    tap.check("region: sizes and properties", each(papers.about, every, results))
    tap.check("region: the title names whom it is about",
              each(own_title, [pair for pairs in of.values() for pair in pairs]))
    tap.check("region: nobody of another region is named", each(strangers, every, results, region))
    tap.check("certificates: the right figures, no other name, small",
              each(certificate, of["sertifikat.pdf"], results))
    tap.check("excerpts: the own row", each(excerpt, of["petikan.pdf"]))
    tap.check("letters: the right figures", each(letter, of["surat.pdf"]))
    tap.check("reports: the right figures, pages counted", each(report, of["laporan.pdf"]))
    tap.check("summary: everybody, with index and ranks", summary(papers.paper(folder, "rekap.pdf"), members))
    tap.check("QR codes lead to the result", codes(folders["13.01"], results.named("13.01"),
                                                   results))
    own = [papers.paper(folders[one["code"]], "hasil.xml") for one in members]
    tap.check("hasil.xml: valid", figures.invalid(f"{root}/layouts/schema/results.rng", own))
    tap.check("hasil.xml: its own institution alone, as in results.xml", each(
        own_result, list(zip(own, members))))
