"""Writes an instrument of 1 to 60 indicators in some aspects, the same for the same
seed, with what else an instrument says taken from spbe-2020.
usage: invent_instrument.py SEED FOLDER      FOLDER/acak/instrument.xml"""
import os
import random
import sys
import xml.etree.ElementTree as ET

from invent import Inventor, indicator_count

SPACE = "urn:rapor:instrument:1"
MODEL = os.path.join(os.path.dirname(__file__), "../../layouts/spbe-2020/instrument.xml")


def aspects(inventor, count):
    """Indicators that weigh the same, in aspects of some each."""
    number = 0
    while number < count:
        size = min(inventor.dice.randint(1, 9), count - number)
        aspect = ET.Element(f"{{{SPACE}}}aspect", no=str(number + 1), name=inventor.words(60),
                            short=inventor.words(18), weight=f"{size * 100}/{count}")
        for _ in range(size):
            number += 1
            room = inventor.dice.randint(3, 200)
            one = ET.SubElement(aspect, f"{{{SPACE}}}indicator", no=str(number),
                                short=inventor.words(24), weight=f"100/{count}",
                                capability="process", name=inventor.words(room))
            for level in "2345":
                ET.SubElement(one, f"{{{SPACE}}}step", to=level).text = inventor.words(room)
        yield aspect


def main(seed, folder):
    ET.register_namespace("", SPACE)
    root = ET.parse(MODEL).getroot()
    root.set("id", "acak")
    for name in ("domain", "crosswalk", "criterion"):
        for old in root.findall(f"{{{SPACE}}}{name}"):
            root.remove(old)
    documents = root.find(f"{{{SPACE}}}documents")
    for one in documents:
        if "/" not in one.get("layout"):
            one.set("layout", "../spbe-2020/" + one.get("layout"))
    place = list(root).index(documents)
    inventor = Inventor("instrument", seed)
    for number, aspect in enumerate(aspects(inventor, indicator_count("instrument", seed))):
        root.insert(place + number, aspect)
    os.makedirs(os.path.join(folder, "acak"), exist_ok=True)
    ET.ElementTree(root).write(os.path.join(folder, "acak/instrument.xml"), encoding="utf-8",
                               xml_declaration=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
