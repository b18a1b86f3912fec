"""Fills in every text that people may write in an evaluation, with as many letters as asked for.
usage: filled.py SCHEMA EVALUATION LETTERS [WORD]      to standard output
WORD: one word in each text has so many letters.  What refers to something else stays as it is,
and of many units there remain a few."""
import sys
import xml.etree.ElementTree as ET

RNG = "{http://relaxng.org/ns/structure/1.0}"
OWN = "urn:rapor:evaluation:1"
# Texts that name what stands elsewhere, or that an instrument gives.
GIVEN = {("basis", "before"), ("basis", "without"), ("signatory", "groups"), ("score", "level"),
         ("evidence", "kind"), ("indicator", "no"), ("indicator", "level"), ("domain", "no"),
         ("aspect", "no"), ("published", "grade"), ("published-average", "group"),
         ("history", "instrument"), ("history", "grade"), ("institution", "group"),
         ("institution", "region"), ("institution", "parent"), ("register", "href"),
         ("press", "hour"), ("institution", "reason")}
WORDS = ("Badan Perencanaan dan Pengembangan Pelayanan Terpadu Kependudukan Penanggulangan Wilayah "
         "Komunikasi Informatika Statistik serta Persandian Daerah Kepulauan Ketenagakerjaan").split()
MOST_UNITS = 3


def fields(schema):
    """The texts of each element: (element, attribute), or (element, None) for what stands in it."""
    found = set()
    for element in ET.parse(schema).iter(RNG + "element"):
        own = element.get("name")
        for attribute in element.iter(RNG + "attribute"):
            if any(ref.get("name") == "text" for ref in attribute.iter(RNG + "ref")):
                found.add((own, attribute.get("name")))
        if any(child.tag in (RNG + "text", RNG + "data") or child.get("name") == "text"
               for child in element):
            found.add((own, None))
    return found - GIVEN


class Writer:
    def __init__(self, letters, word):
        self.letters, self.word, self.count = letters, word, 0

    def text(self):
        """Another one each time, since names must differ."""
        self.count += 1
        words = [f"{self.count}q"]
        if self.word:
            words.append(("Kependudukanpencatatansipilketenagakerjaan" * 9)[:self.word])
        at = self.count
        while len(" ".join(words)) < self.letters:
            words.append(WORDS[at % len(WORDS)])
            at += 1
        text = " ".join(words)[:self.letters]
        return text if not text.endswith(" ") else text[:-1] + "a"


def fewer(root):
    """Drops units behind the first few, and what refers to them."""
    kept, units = set(), 0
    for one in root.findall(f"{{{OWN}}}institution"):
        units += 1
        if units > MOST_UNITS:
            root.remove(one)
        else:
            kept.add(one.get("code"))
    for day in root.iter(f"{{{OWN}}}day"):
        for unit in list(day):
            if unit.get("code") not in kept:
                day.remove(unit)


def fill(root, texts, writer):
    for element in list(root.iter()):
        own = element.tag.split("}")[1]
        for name in sorted(name for kind, name in texts if kind == own and name):
            if own == "basis" and element.get("without"):
                continue
            element.set(name, writer.text())
        if (own, None) in texts:
            element.text = writer.text()


def main():
    schema, path, letters = sys.argv[1], sys.argv[2], int(sys.argv[3])
    word = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    ET.register_namespace("", OWN)
    root = ET.parse(path).getroot()
    fewer(root)
    if root.find(f"{{{OWN}}}press") is None:
        ET.SubElement(root, f"{{{OWN}}}press", url="https://rapor.example/pers")
    fill(root, fields(schema), Writer(letters, word))
    sys.stdout.write(ET.tostring(root, encoding="unicode") + "\n")


if __name__ == "__main__":
    main()
