"""Every instrument that comes with rapor: weights, levels, grades and steps.

usage: instruments.py instrument.xml...       TAP on standard output
"""
import re
import sys
import xml.etree.ElementTree as ET
from fractions import Fraction

NAMESPACE = "{urn:rapor:instrument:1}"


def tell(good, what):
    print(f"{'ok' if good else 'not ok'} - {what}")


def weight(element):
    return Fraction(element.get("weight"))


def parts(element, name):
    return element.findall(NAMESPACE + name)


def sums(root):
    """The parts that do not sum to their whole, as they should exactly."""
    tops = parts(root, "domain") or parts(root, "aspect")
    if sum(map(weight, tops)) != 100:
        yield "the whole"
    for name, inner in (("domain", "aspect"), ("aspect", "indicator")):
        for one in root.iter(NAMESPACE + name):
            if sum(map(weight, parts(one, inner))) != weight(one):
                yield f"{name} {one.get('no')}"


# Bare verbs, which order about whoever reads them: offices write "mengajak", not "ajak".
ORDER = re.compile(r"(?:lalu|kemudian|,|;|dan|serta) (?:ajak|aktifkan|batasi|cabut|cegah|edarkan|hapus|kenali|kerjakan|kirim|latih"
                   r"|latihkan|mintalah|olah|pasang|rangkum|samakan|sebarluaskan|setujui|tanamkan|tangani|temukan|timbang|tutup"
                   r"|evaluasi (?:secara|\w+nya)|koreksi tahap|reviu (?:ke\w+nya|penerapannya|hasilnya|isinya))\b")


def steps(root, lowest, highest):
    """Texts that are missing, too short, too long, written twice, or that give orders."""
    seen = {}
    for one in root.iter(NAMESPACE + "indicator"):
        texts = {Fraction(step.get("to")): " ".join(step.text.split()) for step in parts(one, "step")}
        rungs = [Fraction(rung.get("to")) for rung in root.iter(NAMESPACE + "rung")]
        if sorted(texts) != (rungs or list(range(lowest + 1, highest + 1))):
            yield f"indicator {one.get('no')}: steps to {sorted(texts)}"
        for level, text in texts.items():
            place = f"indicator {one.get('no')}, step to {level}"
            if not 10 <= len(text.split()) <= 35:
                yield f"{place}: {len(text.split())} words"
            if text in seen:
                yield f"{place}: as {seen[text]}"
            if order := ORDER.search(text):
                yield f"{place}: an order: {order.group()}"
            seen[text] = place


def items(root):
    """Items without text, or with that of another; codes of another place."""
    seen = {}
    for one in root.iter(NAMESPACE + "indicator"):
        counts = {}
        for item in parts(one, "item"):
            rung, text = item.get("rung"), " ".join((item.text or "").split())
            counts[rung] = counts.get(rung, 0) + 1
            if item.get("code") != f"I{one.get('no')}-L{rung}-{counts[rung]:02}":
                yield f"{item.get('code')} stands elsewhere"
            if not 3 <= len(text.split()) <= 25 or text in seen:
                yield f"{item.get('code')}: {seen.get(text, len(text.split()))}"
            seen[text] = item.get("code")


def check(path):
    root = ET.parse(path).getroot()
    name = root.get("id")
    levels = root.find(NAMESPACE + "levels")
    lowest, highest = int(levels.get("min")), int(levels.get("max"))
    indicators = list(root.iter(NAMESPACE + "indicator"))
    grades = [Fraction(one.get("from")) for one in root.iter(NAMESPACE + "grade")]
    numbers = [one.get("no") for one in indicators]
    known = {"spbe-2020": (47, 1, 5), "spbe-2018": (37, 0, 5), "pemdi-2026": (20, 0, 5),
             "pegi": (34, 1, 4), "pekppp": (17, 1, 5), "akip": (12, 0, 100)}
    tell(known[name] == (len(indicators), lowest, highest), f"{name}: indicators and levels")
    tell(len(set(numbers)) == len(numbers), f"{name}: each number once")
    problems = list(sums(root))
    tell(not problems, f"{name}: weights sum exactly {problems or ''}")
    tell(grades == sorted(set(grades), reverse=True) and grades[-1] <= lowest
         and grades[0] < highest, f"{name}: grades descend and cover the levels")
    tell(grades[-1] < Fraction(root.get("target")) < highest, f"{name}: the target is in reach")
    known_items = {"pemdi-2026": 232}.get(name, 0)
    problems = list(items(root))
    tell(len(list(root.iter(NAMESPACE + "item"))) == known_items and not problems,
         f"{name}: {known_items} items, each with its own words {problems or ''}")
    problems = list(steps(root, lowest, highest))
    tell(not problems, f"{name}: a step to each level, 10 to 35 words, none twice, none an order {problems or ''}")


for file in sys.argv[1:]:
    check(file)
