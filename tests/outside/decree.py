"""The annexes of the decree, read back from its text."""
import re
from collections import Counter

from papers import squeezed, text
from results import comma

HEADS = {"I": r"NO +INSTANSI +INDEKS +PREDIKAT", "II": r"NASIONAL +INSTANSI +INDEKS",
         "III": r"PERINGKAT +PENERIMA +INDEKS(?: +KENAIKAN)?"}
# A row begins with its number; what a cell has no room for stands alone on the next lines.
ROWS = {"I": re.compile(r" *(\d+)\. {1,}(\S.*?) {2,}(\d,\d\d|–) +(\S.*)"),
        "II": re.compile(r" *(\d+) {2,}(\S.*?) {2,}(\d,\d\d) +(\d+|–) +([A-Z]\. \d+)"),
        "III": re.compile(r" *(\d+|–) {2,}(\S.*?)(?: {2,}(\d,\d\d)(?: +(\d,\d\d|–))?)?")}
GROUP = re.compile(r" *[A-Z]\. \S")


def annexes(path):
    """The pages of each, as lists of lines."""
    found = {}
    current = None
    for page in text(path, "-layout").split("\f"):
        start = re.search(r"^ *LAMPIRAN (I+) *$", page, re.MULTILINE)
        current = start.group(1) if start else current
        if current and page.strip():
            found.setdefault(current, []).append(page.splitlines())
    return found


def rows(pages, annex):
    """The cells of each row; a name goes on in the lines below its first."""
    table = []
    for page in pages:
        inside = False  # below the head of the table, above whoever signs
        for line in page:
            row = ROWS[annex].fullmatch(line.rstrip())
            if row:
                table.append(list(row.groups()))
                inside = True
            elif GROUP.match(line) or not line.strip():
                inside = False
            elif inside:
                table[-1][1] += line
    return [[squeezed(cell) for cell in row] for row in table]


def awarded(pages, categories):
    """The cells of each row of annex III behind its category, which is told again on the next page."""
    table, category, inside = [], None, False
    for line in [line.rstrip() for page in pages for line in ("", *page)]:
        row, head = ROWS["III"].fullmatch(line), line.strip().removesuffix(" (lanjutan)")
        if head in categories:
            category, inside = head, False
        elif row and category:
            table.append([category, *(cell or "" for cell in row.groups())])
            inside = True
        elif not line:
            inside = False
        elif inside:
            table[-1][2] += line
    return [[squeezed(cell) for cell in row] for row in table]


def headless(pages, annex):
    """Pages with rows need the head of the table, once."""
    for number, page in enumerate(pages, 1):
        heads = sum(bool(re.search(HEADS[annex], line)) for line in page)
        wanted = int(any(ROWS[annex].fullmatch(line.rstrip()) for line in page))
        if heads != wanted:
            yield f"annex {annex}, page {number}: {heads} heads"


def differences(what, found, wanted):
    """Rows that are missing, too many, or not in their place."""
    found, wanted = [tuple(row) for row in found], [tuple(row) for row in wanted]
    for row, times in (Counter(wanted) - Counter(found)).items():
        yield f"{what}: missing {times} times: {' '.join(row)}"
    for row, times in (Counter(found) - Counter(wanted)).items():
        yield f"{what}: {times} times too often: {' '.join(row)}"
    if sorted(found) == sorted(wanted) and found != wanted:
        yield f"{what}: not in order"


def wanted_first(results):
    """Annex I: group by group, the best first, those without index last."""
    for group in results.all("group"):
        members = [one for one in results.institutions if one["group"] == group.get("id")]
        members.sort(key=lambda one: (-float(one["index"] or 0), one["name"]))
        for number, one in enumerate(members, 1):
            yield [str(number), squeezed(one["name"]), comma(one["index"]),
                   squeezed(one.get("grade", "Tidak dinilai"))]


def wanted_second(results):
    """Annex II: ranks of all that are assessed, in the group with its letter."""
    assessed = [one for one in results.institutions if one["index"]]
    letters = {group.get("id"): chr(ord("A") + at) for at, group in enumerate(results.all("group"))}
    for one in sorted(assessed, key=lambda one: int(one["n"])):
        ranks = one["ranks"]
        yield [str(ranks["national"]), squeezed(one["name"]), comma(one["index"]),
               str(ranks.get("pemda", "–")), f"{letters[one['group']]}.{ranks['group']}"]


def wanted_third(results):
    """Annex III: by category; one that somebody could have got and nobody gets is told.  What was gained is a column where
    somebody wins by it."""
    before = str(int(results.root.get("year")) - 1)
    gained = any(award.get("by") == "gain" and list(results.winners(award)) for award in results.awards())
    for award in results.awards():
        name, winners = squeezed(award["name"]), list(results.winners(award))
        for position, one in winners:
            gain = f"{results.gain(one) / 100:.2f}" if award.get("by") == "gain" else None
            yield [name, str(position), squeezed(one["name"]), comma(one["index"]), comma(gain) if gained else ""]
        if not winners and any(one["index"] and one["group"] in award["groups"].split() and
                               (award.get("by") != "gain" or one["earlier"].get((before, results.root.get("instrument")))) for one in results.institutions):
            yield [name, "–", squeezed("Tidak ada penerima"), "", ""]


def problems(path, results):
    found = annexes(path)
    if sorted(found) != ["I", "II", "III"]:
        yield f"annexes: {sorted(found)}"
        return
    yield from differences("annex I", rows(found["I"], "I"), wanted_first(results))
    yield from differences("annex II", rows(found["II"], "II"), wanted_second(results))
    yield from differences("annex III", awarded(found["III"], [one["name"] for one in results.awards()]),
                           wanted_third(results))
    for annex, pages in found.items():
        yield from headless(pages, annex)
