"""results.xml as the tests read it, and the figures that the ministry published."""
import csv
import io
import os
import re
import subprocess
import xml.etree.ElementTree as ET

import openpyxl

NAMESPACE = "{urn:rapor:results:1}"
INSTRUMENT = "{urn:rapor:instrument:1}"
LAYOUTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "layouts")


class Results:
    """Institutions as dictionaries of their attributes, with domains and ranks."""

    def __init__(self, source):
        self.root = ET.parse(source).getroot()
        self.regions = {one.get("code"): one.get("name") for one in self.all("region")}
        self.institutions = [self.institution(one) for one in self.all("institution")]
        self.names = [one["name"] for one in self.institutions]

    def all(self, name):
        return self.root.findall(NAMESPACE + name)

    def attribute(self, element, name):
        return self.root.find(NAMESPACE + element).get(name)

    @staticmethod
    def institution(element):
        return {"index": None, "region": None, **element.attrib,
                "domains": [one.get("index") for one in element.findall(NAMESPACE + "domain")],
                "ranks": {one.get("scope"): int(one.get("position"))
                          for one in element.findall(NAMESPACE + "rank")},
                "earlier": {(one.get("year"), one.get("instrument")): one.get("index")
                            for one in element.findall(NAMESPACE + "history")},
                "answered": element.find(NAMESPACE + "objection") is not None,
                "met": element.find(NAMESPACE + "session") is not None}

    def awards(self):
        """The categories that the instrument names, as it has them; else one for each group."""
        root = ET.parse(os.path.join(LAYOUTS, self.root.get("instrument"), "instrument.xml")).getroot()
        return [one.attrib for one in root.findall(f"{INSTRUMENT}awards/{INSTRUMENT}award")] or [
            {"name": group.get("name"), "groups": group.get("id"), "from": group.get("target", root.get("target")),
             "within": "parent" if group.get("seat") == "parent" else "all"} for group in self.all("group")]

    def gain(self, one):
        """In hundredths, since the year before by the same instrument; 0 where there is none."""
        before = one["earlier"].get((str(int(self.root.get("year")) - 1), self.root.get("instrument")))
        return max(0, round(100 * float(one["index"])) - round(100 * float(before))) if before else 0

    def takes_part(self, one, award):
        return (one["index"] and one["group"] in award.get("groups", one["group"]).split()
                and (award.get("by") != "gain" or self.gain(one) > 0))

    def winners(self, award):
        """Position and institution of whoever gets the award: the first of those that are held
        together, where they are enough, and only with the index that it takes."""
        within, peers = award.get("within", "all"), {}
        for one in sorted(self.institutions, key=lambda one: int(one["n"])):
            key = within if within == "all" else one.get(within)
            if key and self.takes_part(one, award):
                peers.setdefault(key, []).append(
                    (-self.gain(one) if award.get("by") == "gain" else one["ranks"]["national"], one))
        for held in peers.values():
            for measure, one in sorted(held, key=lambda pair: pair[0]):
                position = 1 + sum(other < measure for other, _ in held)
                if (position <= int(award.get("places", 3)) and len(held) >= int(award.get("least", 4))
                        and float(one["index"]) >= float(award.get("from", 0))):
                    yield position, one

    def awarded(self):
        """The codes of those that get any."""
        return {one["code"] for award in self.awards() for _, one in self.winners(award)}

    def named(self, code):
        return next(one for one in self.institutions if one["code"] == code)

    def link(self, institution):
        """What the QR codes of its papers lead to; the year stands in the address already."""
        return f"{self.attribute('issuer', 'url')}/v/{institution['code']}/{institution['seal']}/"

    def place(self, institution):
        """Where it stands in the evaluation."""
        return 1 + [one["code"] for one in self.institutions].index(institution["code"])


def comma(decimal):
    """3.34 as it is printed: 3,34; a dash where there is none."""
    return decimal.replace(".", ",") if decimal else "–"


def invalid(schema, paths):
    """What two validators have against the files."""
    for words in (["xmllint", "--noout", "--nonet", "--relaxng", schema], ["jing", schema]):
        done = subprocess.run([*words, *paths], capture_output=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            yield f"{words[0]}: {(done.stdout + done.stderr)[-400:]}"


def table(csv_bytes):
    return list(csv.reader(io.StringIO(csv_bytes.decode("utf-8-sig"), newline="")))


def workbook(xlsx_bytes):
    """Its rows as texts, as a table of CSV has them; with decimals as they are shown."""
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes)).active

    def shown(cell):
        if cell.value is None:
            return ""
        decimals = re.fullmatch(r"0\.(0+)", cell.number_format)
        if decimals and isinstance(cell.value, (int, float)):
            return f"{cell.value:.{len(decimals.group(1))}f}"
        return str(cell.value)
    return [[shown(cell) for cell in row] for row in sheet.iter_rows()]


def ranked(results):
    """The rows of the ranking, as results.xml has them: position, code, name, index, grade."""
    assessed = [one for one in results.institutions if one["index"]]
    assessed.sort(key=lambda one: int(one["n"]))
    return [[str(one["ranks"]["national"]), one["code"], one["name"], one["index"], one["grade"]]
            for one in assessed]


def peers(path):
    """The names of those that the institution of a hasil.xml can learn from."""
    if not os.path.exists(path):
        return []
    return [one.get("name") for one in ET.parse(path).getroot().iter(NAMESPACE + "peer")]
