"""Corrects inputs at random, one thing after the other over the same output, and compares
each time with what is made anew: any difference is something stale.
usage: corrections.py PROGRAM FOLDER COUNT [SEED]"""
import filecmp
import os
import random
import re
import shutil
import subprocess
import sys

from tap import Tap

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CASES = [
    ("opd-2021", [], []),
    ("kukar-2020", [], []),
    ("kaltara-2018", [], ["--loose"]),
    ("dua-tahun/2021", ["dua-tahun/2020"], []),
    ("pemdi-2026", [], []),
]
TEXTS = {"name", "office", "unit", "city", "address", "addressee", "seat", "place", "number", "reason", "nip"}
ELEMENT = re.compile(r"<([a-z-]+)((?:\s+[a-z-]+=\"[^\"]*\")*)\s*/?>")
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
INSTITUTION = re.compile(r"<institution\b(?:[^>]*/>|.*?</institution>)", re.S)


def values(text):
    """All values but those of the root: (element and attribute, where it begins, where it ends)."""
    for element in ELEMENT.finditer(text):
        if element.group(1) in ("evaluation", "layout", "map", "charts"):
            continue
        for attribute in ATTRIBUTE.finditer(text, element.start(2), element.end(2)):
            yield (element.group(1), attribute.group(1)), attribute.start(2), attribute.end(2)


def swap(text, one, other):
    """Puts two spans in each other's place."""
    (a, b), (c, d) = sorted([one, other])
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def swap_values(text, chance):
    """Two of a kind change places: names, levels, regions, codes, dates."""
    kinds = {}
    for kind, start, end in values(text):
        kinds.setdefault(kind, []).append((start, end))
    several = sorted(kind for kind, places in kinds.items() if len({text[a:b] for a, b in places}) > 1)
    places = kinds[chance.choice(several)]
    one = chance.choice(places)
    others = [place for place in places if text[slice(*place)] != text[slice(*one)]]
    return swap(text, one, chance.choice(others))


def change_level(text, chance):
    """One level, or what was published, is another."""
    places = [place for place in values(text) if place[0][1] in ("level", "index", "target", "self")]
    _, start, end = chance.choice(places)
    old = text[start:end]
    new = re.sub(r"\d", lambda digit: str(chance.randint(1, 5)), old)
    return text[:start] + new + text[end:]


def change_text(text, chance):
    """One text has a letter more, or one less."""
    places = [place for place in values(text) if place[0][1] in TEXTS]
    _, start, end = chance.choice(places)
    old = text[start:end]
    new = old + chance.choice(["a", " Baru", "1"]) if chance.random() < 0.7 or len(old) < 3 else old[:-1]
    return text[:start] + new + text[end:]


def swap_institutions(text, chance):
    """Two institutions change places in the file: the order of equals."""
    places = [found.span() for found in INSTITUTION.finditer(text)]
    return swap(text, *chance.sample(places, 2)) if len(places) > 1 else text


def same_levels(text, chance):
    """One institution gets the levels of another: a tie."""
    bodies = [found.span(1) for found in re.finditer(r"<institution\b[^>]*[^/]>(.*?)</institution>", text, re.S)]
    if len(bodies) < 2:
        return text
    one, other = chance.sample(bodies, 2)
    return text[:one[0]] + text[other[0]:other[1]] + text[one[1]:]


def remove_institution(text, chance):
    """One institution is gone."""
    places = [found.span() for found in INSTITUTION.finditer(text)]
    start, end = chance.choice(places)
    code = re.search(r'code="([^"]+)"', text[start:end]).group(1)
    return (text[:start] + text[end:]).replace(f'<unit code="{code}"/>', "")


EVALUATION = [swap_values] * 6 + [change_level] * 4 + [change_text] * 4 + [swap_institutions] * 2 + [
    same_levels, remove_institution]


def change_layout(text, chance):
    """A word, a number or a colour of a layout is another."""
    pieces = list(re.finditer(r"(?<=>)[^<>{}]*[a-z]{4}[^<>{}]*(?=<)|#[0-9A-Fa-f]{6}\b|(?<=\")\d+pt(?=\")", text))
    if not pieces:
        return text
    piece = chance.choice(pieces)
    old = piece.group(0)
    new = re.sub(r"[a-z0-9]", lambda found: "7" if found.group(0).isdigit() else "e", old, count=1)
    return text[:piece.start()] + new + text[piece.end():]


def files_below(folder, endings):
    """The paths, in an order that is always the same."""
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names
                  if name.endswith(endings))


class Case:
    """One evaluation with its layouts, its output and what is made anew."""

    def __init__(self, program, folder, what):
        self.program, self.folder = program, folder
        self.name, history, self.options = what
        os.makedirs(folder)
        self.layouts = os.path.join(folder, "own")
        shutil.copytree(os.path.join(ROOT, "layouts"), self.layouts)
        self.inputs = [self.copy(name) for name in [self.name] + history]
        instrument = re.search(r'instrument="([^"]+)"', open(self.inputs[0], encoding="utf-8").read()).group(1)
        self.layout_files = (files_below(os.path.join(self.layouts, instrument), (".xml",)) +
                             files_below(os.path.join(self.layouts, "common"), (".xml", ".xsl", ".css", ".js", ".svg")))
        self.problems, self.done = [], 0

    def copy(self, name):
        path = os.path.join(self.folder, os.path.basename(name) + ".xml")
        shutil.copyfile(os.path.join(ROOT, "samples", name + ".xml"), path)
        return path

    def build(self, output, *options):
        """True where it could be built."""
        call = [self.program, "build", self.inputs[0], "-o", os.path.join(self.folder, output), "-q",
                "--layouts", self.layouts] + self.options + list(options)
        for earlier in self.inputs[1:]:
            call += ["--history", earlier]
        ended = subprocess.run(call, capture_output=True, text=True, check=False)
        if ended.returncode not in (0, 65):
            self.problems.append(f"{self.name}: exit code {ended.returncode}: {ended.stderr[-300:]}")
        return ended.returncode == 0

    def correct(self, chance):
        """Changes one thing; returns what, and how to undo it, or None where it is the same."""
        if chance.random() < 0.2:
            path, change = chance.choice(self.layout_files), change_layout
        else:
            path, change = chance.choice(self.inputs[:1] * 3 + self.inputs), chance.choice(EVALUATION)
        before = open(path, encoding="utf-8").read()
        after = change(before, chance)
        if after == before:
            return None
        open(path, "w", encoding="utf-8").write(after)
        return f"{change.__name__} in {os.path.basename(path)}", path, before

    def step(self, chance):
        """One correction that can be built, compared."""
        corrected = self.correct(chance)
        if not corrected:
            return
        what, path, before = corrected
        if not self.build("again"):
            open(path, "w", encoding="utf-8").write(before)
            return
        self.build("fresh", "--rebuild")
        self.done += 1
        self.problems += [f"{self.name}, correction {self.done} ({what}): {problem}"
                          for problem in differences(os.path.join(self.folder, "again"),
                                                     os.path.join(self.folder, "fresh"))]


def differences(again, fresh):
    """What is in one of them alone, or not the same."""
    one, other = ({os.path.relpath(path, at) for path in files_below(at, "")} for at in (again, fresh))
    for name in sorted(one ^ other):
        yield f"{name} is in one of them alone"
    for name in sorted(one & other):
        if not filecmp.cmp(os.path.join(again, name), os.path.join(fresh, name), shallow=False):
            yield f"{name} is stale"


def main(program, folder, count, seed="1"):
    tap, share = Tap(), -(-int(count) // len(CASES))
    for number, what in enumerate(CASES):
        chance = random.Random(f"{seed} {what[0]}")
        case = Case(os.path.abspath(program), os.path.join(folder, str(number)), what)
        if not case.build("again"):
            case.problems.append("could not be built before anything was changed")
        tries = 0
        while case.done < share and tries < 6 * share and not case.problems:
            case.step(chance)
            tries += 1
        if case.done < share and not case.problems:
            case.problems.append(f"only {case.done} of {share} corrections could be built")
        tap.check(f"{what[0]}: {case.done} random corrections, each as if made anew", case.problems)
        shutil.rmtree(case.folder)
    return tap.finish()


sys.exit(main(*sys.argv[1:]))
