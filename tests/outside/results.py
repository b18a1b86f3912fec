"""results.xml as the tests read it, and the figures that the ministry published."""
import csv
import io
import os
import re
import subprocess
import xml.etree.ElementTree as ET

import openpyxl

NAMESPACE = "{urn:rapor:results:1}"


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
                "wins": Results.wins(element),
                "answered": element.find(NAMESPACE + "objection") is not None,
                "met": element.find(NAMESPACE + "session") is not None}

    @staticmethod
    def wins(element):
        """One of the first three of its group, with Baik or better."""
        return float(element.get("index", 0)) >= 2.6 and any(
            rank.get("scope") == "group" and int(rank.get("position")) <= 3 < int(rank.get("of"))
            for rank in element.findall(NAMESPACE + "rank"))

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
