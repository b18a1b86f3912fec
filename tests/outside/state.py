"""Decree, letter and certificates by the rules of state papers.
usage: state.py ROOT PROGRAM"""
import glob
import hashlib
import json
import os
import re
import sys

import papers
from results import Results
from tap import Tap
from variants import Variant

NUMBER = r"– ?\d+ ?–"
MINISTER = "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"


def lines(path):
    """For each page its lines that hold anything."""
    return [[line.strip() for line in page.splitlines() if line.strip()]
            for page in papers.text(path, "-layout").split("\f")[:-1]]


def body(page):
    """Without marks, head and number of the page."""
    numbers = [at for at, line in enumerate(page) if re.fullmatch(NUMBER, line)]
    return page[numbers[0] + 1:] if numbers else page


def catchwords(path):
    """Each foretells the first words of the next page; none where another part begins."""
    pages = lines(path)
    for number, (page, following) in enumerate(zip(pages, pages[1:] + [[""]]), 1):
        start = " ".join(body(following)[:1])
        found = re.search(r"(\S.*) \. \. \.$", page[-1])
        if start.startswith("LAMPIRAN") or number == len(pages) or annexed(pages, number):
            if found:
                yield f"page {number}: {page[-1]}"
        elif not found or not re.sub(r"\s+", " ", start).startswith(found.group(1)):
            yield f"page {number}: {page[-1]}, but the next begins with {start}"


def annexed(pages, number):
    return any(body(page)[0].startswith("LAMPIRAN") for page in pages[1:number])


def numbering(path):
    """From the second page on, through the annexes."""
    for number, page in enumerate(lines(path), 1):
        found = [line for line in page if re.fullmatch(NUMBER, line)]
        if [re.sub(r"\D", "", one) for one in found] != ([str(number)] if number > 1 else []):
            yield f"page {number}: {found}"


def lonely(path):
    """Two lines stand above what is signed."""
    for number, page in enumerate(lines(path), 1):
        at = next((at for at, line in enumerate(body(page)) if line.startswith("Ditetapkan")), 2)
        if at < 2:
            yield f"page {number}: {body(page)[:3]}"


def off(found, wanted, places=(0, 1), slack=0.11):
    """Texts that are not where the plan has them; WANTED: beginning -> left, baseline."""
    for start, place in wanted.items():
        text = next((one for one in found if one[3].startswith(start)), None)
        if not text:
            yield f"no {start}"
        elif any(place[at] is not None and abs(text[at] - place[at]) > slack for at in places):
            yield f"{start}: {text[0]:.2f} {text[1]:.2f}, planned {place}"


def uncentred(texts, tracking):
    """The space behind the last letter is not seen."""
    for start, space in tracking.items():
        left, _, right, _ = next(one for one in texts if one[3].startswith(start))
        middle = (left + right - space * 25.4 / 72) / 2
        if abs(middle - 148.5) > 0.1:
            yield f"{start}: {middle:.2f}"


def inside(path, box, page):
    """The words in a box of the sidecar."""
    left, top = box["top-left"]["x"], box["top-left"]["y"]
    return " ".join(papers.call("pdftotext", "-f", str(page), "-l", str(page), "-r", "72", "-x",
                                str(int(left)), "-y", str(int(top)), "-W", str(int(box["width"])),
                                "-H", str(int(box["height"]) + 1), path, "-").split())


def sidecar(path, words):
    """What stands beside PATH is about it, and in its box stand WORDS, and a code of the paper."""
    told = json.load(open(path.replace(".pdf", ".tte.json"), encoding="utf-8"))
    if told["file"] != os.path.basename(path):
        yield f"{told['file']} beside {path}"
    if told["sha256"] != hashlib.sha256(open(path, "rb").read()).hexdigest():
        yield f"{path}: another digest"
    if len(told["signatures"]) != 1:
        yield f"{path}: {len(told['signatures'])} signatures"
    for one in told["signatures"]:
        (width, height), _ = papers.pages(path)[one["page"] - 1]
        ends = one["top-left"]["y"] + one["height"] + one["bottom-left"]["y"]
        if abs(ends - height) > 0.1 or one["top-left"]["x"] + one["width"] > width:
            yield f"{path}: the corners do not agree: {one}"
        if not 20 <= one["height"] * 25.4 / 72 <= 28:
            yield f"{path}: {one['height']} points high"
        if re.sub(r" Kode: [0-9A-F.-]+$", "", inside(path, one, one["page"])) != words:
            yield f"{path}: in the box: {inside(path, one, one['page'])}"


def missing(path, *texts, absent=()):
    plain = papers.plain(path)
    yield from (f"does not say {text}" for text in texts if text not in plain)
    yield from (f"says {text}" for text in absent if text in plain)


def judge_decree(tap, root, program):
    plain = Variant(root, program, "denpasar-2021")
    national = Variant(root, program, "nasional-2021").paper("decree")
    one = plain.paper("decree")
    for what, path in (("of one city", one), ("of the nation", national)):
        tap.check(f"decree {what}: catchwords", catchwords(path))
        tap.check(f"decree {what}: numbers of pages", numbering(path))
        tap.check(f"decree {what}: no signature without text above it", lonely(path))
    tap.equal("decree: the catchword is the number and the first word of what follows", lines(one)[0][-1], "4. Peraturan . . .")
    tap.check("decree: columns and baselines", off(plain.texts("decree"), {
        "PENDAYAGUNAAN": (None, 49), "REPUBLIK": (None, 59.2), "KEPUTUSAN": (None, 83.6), "Menimbang": (25, None), ":": (52, None),
        "a.": (57, None), "bahwa": (64, None)}, slack=0.3))
    tap.check("decree: nothing of other states", missing(
        one, "DENGAN RAHMAT TUHAN YANG MAHA ESA", absent=("SALINAN", "ttd.", "DRAF", "elektronik oleh")))
    copy = Variant(root, program, "denpasar-2021", {"decree": {"status": "salinan", "head": "every",
                                                               "invocation": "no"}})
    copy.with_element('<signatory document="salinan" name="Citra Contoh, S.H." office="Kepala Biro Contoh"/>')
    copied = copy.paper("decree")
    tap.check("copy: what marks it", missing(copied, "SALINAN", "ttd. BUDI CONTOH SANTOSO",
                                             "Salinan sesuai dengan aslinya Kepala Biro Contoh, Citra Contoh",
                                             absent=("RAHMAT", "S.H.")))
    tap.equal("copy: the head on each page", [page.count("REPUBLIK INDONESIA") > 0 for page in lines(copied)],
              [True] * 3)
    tap.check("copy: catchwords", catchwords(copied))
    coded = Variant(root, program, "nasional-2021", {"decree": {"order": "code"}}).paper("decree")
    tap.check("order by code: Aceh is the first of the provinces",
              missing(coded, "D. Pemerintah Provinsi 1. Pemerintah Aceh"))


def judge_lengths(tap, root, program):
    """However long the texts are, no signature stands alone."""
    for count in range(0, 12, 2):
        issuer = {"office": "Menteri " + " ".join(["Urusan Contoh"] * (count + 1))}
        path = Variant(root, program, "denpasar-2021", {"issuer": issuer}).paper("decree")
        tap.check(f"an office of {2 * count + 3} words: catchwords, signature",
                  [*catchwords(path), *lonely(path)])


def judge_letter(tap, root, program):
    signed = Variant(root, program, "denpasar-2021", sign={"letter": {"signing": "electronic"}})
    path = signed.paper("letter")
    tap.equal("letter: one page", papers.info(path)["Pages"], "1")
    tap.check("letter: columns", off(signed.texts("letter"), {
        "Nomor": (30, 52), "Sifat": (30, 57), "Hal": (30, 67), ":": (50, None), "B/1": (53, None)},
        slack=0.2))
    tap.check("letter: room for a signature, and no word of one before it is there", missing(
        path, "Ratna Contoh Wulandari Deputi Bidang Kelembagaan dan Tata Laksana",
        absent=("NIP", "DRAF", "Ditandatangani", "sertifikat elektronik")))
    draft = Variant(root, program, "denpasar-2021", {"decree": {"status": "draft"}},
                    {"letter": {"signing": "electronic"}}).paper("letter")
    tap.check("draft: nobody signed", missing(draft, "DRAF – belum ditandatangani",
                                              absent=("Ditandatangani", "sertifikat elektronik")))
    secret = Variant(root, program, "denpasar-2021",
                     {"letter": {"security": "R", "classification": "Segera", "number": "{security}/{n}/X"}},
                     {"letter": {"office": MINISTER, "signing": "ink"}}).paper("letter")
    tap.check("two axes of secrecy and urgency; the head of the office", missing(
        secret, "RAHASIA", "R/1/X", "Segera", "REPUBLIK INDONESIA",
        absent=("Jalan Jenderal", "elektronik dengan")))


CHARTER = {"KEMENTERIAN": 57, "PIAGAM": 73, "Nomor": 81, "diberikan": 89.6, "Pemerintah": 107,
           "Jakarta": 150, "Budi": 182}


def judge_certificates(tap, root, program):
    nation = Variant(root, program, "nasional-2021")
    texts = {kind: nation.texts(kind, "--institution", code) for kind, code in
             (("certificate", "13.01"), ("award", "13.01"), ("participation", "61.07"))}
    rest = {"certificate": {"atas": 119, "sebesar": 126.5, "BAIK": 138},
            "award": {"sebagai": 119, "PERINGKAT": 127.6, "dalam": 138},
            "participation": {"atas": 119, "sistem": 126.5, "SPBE": 138}}
    for kind, found in texts.items():
        plan = {**CHARTER, **rest[kind]}
        if kind == "participation":
            plan["SERTIFIKAT"] = plan.pop("PIAGAM")
        tap.check(f"{kind}: baselines in mm",
                  off(found, {start: (None, y) for start, y in plan.items()}))
    tap.check("certificate: tracked capitals stand in the middle",
              uncentred(texts["certificate"], {"KEMENTERIAN": 0.6, "PIAGAM": 3.4, "BAIK": 2.2}))
    loser = nation.run("preview", nation.path, "-d", "award", "--institution", "13.71")
    tap.equal("no award for who did not win", loser.returncode, 64)
    plan = nation.run("build", nation.path, "-n", "-o", nation.folder).stdout
    winners = re.findall(r"piagam-peringkat", plan)
    scored = os.path.join(nation.folder, "results.xml")
    nation.run("score", nation.path, "-o", scored)
    awarded = Results(scored).awarded()
    tap.equal("an award for each that wins", len(winners), len(awarded))
    tap.equal("a certificate of achievement from the target on, of participation below",
              (len(re.findall("-sertifikat-(?!partisipasi)", plan)), len(re.findall("sertifikat-partisipasi", plan))),
              (159, 358))
    tap.equal("each institution has an excerpt of the decree; who was not assessed, a letter that says so",
              [len(re.findall(name, plan)) for name in ("-petikan-", "-surat-tidak-dinilai-", "-nota-dinas-(?!penetapan)",
                                                        "-surat-(?!tidak)")], [637, 120, 1, 516])
    listed = papers.plain(nation.paper("winners"))
    tap.check("the list names three of each category", missing(
        nation.paper("winners"), "3 Pemerintah Kabupaten Pesisir Selatan 3,34 Baik",
        "lima belas dari 517 instansi yang dinilai"))
    tap.equal("the list: as many rows", len(re.findall(r"\b[123] (?:Kementerian|Pemerintah|Lembaga|Badan|"
                                                       r"Arsip|Komisi|Sekretariat)", listed)), len(awarded))


def judge_signing(tap, root, program):
    kinds = {"decree": "keputusan", "letter": "surat", "certificate": "sertifikat"}
    signed = Variant(root, program, "denpasar-2021",
                     sign={kind: {"signing": "electronic"} for kind in (*kinds, "report")})
    folder = signed.build()
    found = {papers.kind(path): path for path in papers.pdfs(folder)}
    tap.check("letter: its sidecar", sidecar(found["surat.pdf"], "Ratna Contoh Wulandari Deputi Bidang Kelembagaan dan Tata Laksana"))
    tap.check("certificate: its sidecar", sidecar(found["sertifikat.pdf"], f"Budi Contoh Santoso {MINISTER}"))
    tap.check("decree: its sidecar", sidecar(found["keputusan.pdf"], f"Budi Contoh Santoso {MINISTER}"))
    tap.equal("as many sidecars as papers to sign", len(glob.glob(f"{folder}/**/*.tte.json", recursive=True)), 4)
    tap.check("no paper says that it is signed", (
        f"{path}: signed already" for path in papers.pdfs(folder)
        if "itandatangani secara elektronik" in papers.plain(path)))
    inked = Variant(root, program, "denpasar-2021", sign={"letter": {"signing": "ink"}}).build()
    tap.equal("ink: no sidecar", glob.glob(f"{inked}/**/*.tte.json", recursive=True), [])


def main(root, program):
    tap = Tap()
    for judge in (judge_decree, judge_lengths, judge_letter, judge_certificates, judge_signing):
        judge(tap, root, program)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
