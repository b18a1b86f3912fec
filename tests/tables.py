#!/usr/bin/python3
"""The tables in doc/results.md say what layouts/schema/results.rng says: each element of the
schema has one, and nothing else.  TAP on standard output.
usage: tests/tables.py [renew]"""
import re
import sys
import textwrap
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "doc" / "results.md"
RNG = "{http://relaxng.org/ns/structure/1.0}"
ABOUT = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
BLOCK = re.compile(r"(<!-- table: (\S+) -->\n).*?(<!-- end -->\n)", re.S)
TIMES = {"optional": "?", "zeroOrMore": "\\*", "oneOrMore": "+"}


def holds(attribute):
    """What may stand in an attribute, in a word."""
    values = [value.text for value in attribute.iter(RNG + "value")]
    if values:
        return ", ".join(f"`{value}`" for value in values)
    for kind in attribute.iter():
        if kind.tag == RNG + "ref":
            return kind.get("name")
        if kind.tag == RNG + "data":
            return {"gYear": "year", "nonNegativeInteger": "0, 1, …", "positiveInteger": "1, 2, …",
                    "hexBinary": "hexadecimal"}.get(kind.get("type"), kind.get("type"))
    return "text"


def about(node):
    return node.findtext(ABOUT) or ""


def table(element, names):
    rows = []
    for child in element:
        maybe = child.tag == RNG + "optional"
        inner = child[0] if maybe else child
        if inner.tag == RNG + "attribute":
            rows.append(f"| {inner.get('name')}{'?' if maybe else ''} | {holds(inner)} | {about(inner)} |".replace("  |", " |"))
    text = about(element) + "\n"
    if rows:
        text += "\n| attribute | holds | |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    inside = []
    for child in element:
        ref = child if child.tag == RNG + "ref" else child.find(RNG + "ref")
        if ref is not None and child.tag != RNG + "attribute":
            name = ref.get("name")
            inside.append(f"[{names[name]}](#{name})" + TIMES.get(child.tag[len(RNG):], ""))
    if inside:
        text += "\n" + textwrap.fill("In it: " + ", ".join(inside) + ".", 140) + "\n"
    if element.find(RNG + "text") is not None:
        text += "\nIt holds text.\n"
    return text


def main(renew):
    grammar = ET.parse(ROOT / "layouts" / "schema" / "results.rng").getroot()
    elements = {define.get("name"): define.find(RNG + "element") for define in grammar.iter(RNG + "define")}
    elements = {name: element for name, element in elements.items() if element is not None}
    names = {name: element.get("name") for name, element in elements.items()}
    before = PAGE.read_text()
    after = BLOCK.sub(lambda block: block[1] + (table(elements[block[2]], names) if block[2] in elements
                                                else "") + block[3], before)
    told = [block[2] for block in BLOCK.finditer(before)]
    if renew:
        PAGE.write_text(after)
    print("ok - each element has a table" if sorted(told) == sorted(elements) else
          f"not ok - elements without a table: {set(elements) - set(told)}; tables of none or told "
          f"twice: {set(told) - set(elements)} {[name for name in told if told.count(name) > 1]}")
    print("ok - the tables are those of the schema" if renew or before == after else
          "not ok - the tables are not those of the schema: make schemas renews them")


main(sys.argv[1:] == ["renew"])
