"""Builds a family of invented instruments, with all their papers and charts, and judges what comes out.
usage: family.py PROGRAM SCRATCH FIRST LAST    (the seeds)"""
import csv
import glob
import os
import random
import re
import shutil
import subprocess
import sys

import charts_invent
import family_invent
from tap import Tap

# Not made unless asked for; and charts that the press kit has none of.
ASKED = "calling,labels,receipts,cover,attendance,self-assessment,team,schedule,assignment,objection"
CHARTS = ("radar", "dumbbell", "position", "change", "pareto")
PLACE = re.compile(r"(instrument|\d+)\.xml:\d+:")
WORDS = re.compile(r"\b(?:" + "|".join(family_invent.CALLS) + r")(?:nya)?\b", re.IGNORECASE)


def number_of(text, name, change):
    """TEXT with the first attribute NAME changed."""
    return re.sub(rf'(?<= ){name}="([^"]*)"', lambda found: f'{name}="{change(found[1])}"', text, count=1)


# What somebody might get wrong, each in one place.
FAULTS = {
    "a weight too many": lambda text: text.replace("</aspect>", '<indicator no="x" name="x" weight="1"/></aspect>', 1),
    "a grade that nobody can have": lambda text: text.replace("</grades>", '<grade name="x" from="999"/></grades>'),
    "too many grades": lambda text: text.replace("</grades>", '<grade name="x" from="0"/>' * 17 + "</grades>"),
    "a target out of reach": lambda text: number_of(text, "target", lambda _: "5000"),
    "an unknown capability": lambda text: text.replace("<indicator ", '<indicator capability="x" ', 1)
                             if "capability=" not in text else text.replace('capability="mampu"', 'capability="x"', 1),
    "levels upside down": lambda text: text.replace("<levels min=", '<levels min="999" x=').replace(' x="', ' max="', 1),
    "a step to nowhere": lambda text: text.replace("</aspect>", '<indicator no="x" name="x" weight="0"><step to="2000">x</step></indicator></aspect>', 1),
    "a number twice": lambda text: re.sub(r'(<indicator[^>]*) no="2"', r'\1 no="1"', text, count=1),
    "no stage that counts": lambda text: re.sub(r'(<stage id="[^"]*" name="[^"]*")( counts="no")?', r'\1 counts="no"', text),
    "a scope of nobody": lambda text: re.sub(r"<scope ", '<scope groups="x" ', re.sub(r' groups="[^"]*"', "", text), count=1),
    "a layout that is not there": lambda text: text.replace("decree.xml", "dekrit.xml", 1),
    "a word that is called twice": lambda text: text.replace("<levels", '<call word="x" as="y"/><call word="x" as="z"/><levels', 1),
}


class Case:
    def __init__(self, program, scratch, seed):
        self.program, self.seed, self.folder = program, seed, f"{scratch}/{seed}"
        self.member = charts_invent.write(seed, self.folder, family_invent.Member)
        self.file = f"{self.folder}/{seed}.xml"
        self.made = f"{self.folder}/made"
        self.accepted = False

    def call(self, command, *words):
        return subprocess.run([self.program, command, self.file, "--layouts", self.folder, *words],
                              capture_output=True, text=True, check=False)

    def told(self, called):
        return [f"seed {self.seed}: {line}" for line in called.stderr.splitlines() if "error" in line or ".xml" in line][:3]

    def close(self):
        shutil.rmtree(self.folder)


def refused(case, out):
    """What is refused is refused by check, with its line, and build leaves nothing."""
    checked = case.call("check")
    problems = [] if checked.returncode in (65, 66) and PLACE.search(checked.stderr) else [f"check ends {checked.returncode}"]
    built = case.call("build", "-o", out, "-q")
    if built.returncode != checked.returncode or os.path.exists(out):
        problems.append(f"build ends {built.returncode}")
    return problems


def build_problems(case):
    """All papers, those that must be asked for, and the charts that the press kit has none of."""
    built = case.call("build", "-o", case.made, "--loose", "-q")
    case.accepted = built.returncode == 0
    if not case.accepted:
        return case.told(built) if refused(case, case.made) else []
    asked = case.call("build", "-o", f"{case.folder}/asked", "--loose", "-q", "--only", ASKED)
    problems = case.told(asked) if asked.returncode else []
    for kind in CHARTS:
        drawn = case.call("chart", "-k", kind, "--institution", "001", "-o", f"{case.folder}/{kind}.svg")
        if drawn.returncode and "there is no chart" not in drawn.stderr and "cannot be made of" not in drawn.stderr:
            problems += case.told(drawn)
    return problems


def text_of(path):
    return subprocess.run(["pdftotext", "-q", path, "-"], capture_output=True, text=True, check=True).stdout


def told_of_data(path):
    """What is said of tables of data; what their columns are called stays."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    said = ("satuan", "uraian") if "uraian" in rows[0] else list(rows[0])
    return " ".join(row[column] for row in rows for column in said)


def word_problems(case):
    """What is called otherwise is not called so in any paper, nor on the page of the press, nor in what is said of its data."""
    if not case.member.called:
        return []
    texts = {path: text_of(path) for path in glob.glob(f"{case.folder}/*/**/*.pdf", recursive=True)}
    for name in ("kamus-data.csv", "ms-variabel.csv"):
        texts |= {path: told_of_data(path) for path in glob.glob(f"{case.made}/**/{name}", recursive=True)}
    for path in glob.glob(f"{case.made}/**/index.html", recursive=True):
        with open(path, encoding="utf-8") as file:
            body = re.sub(r"<(script|style|svg)\b.*?</\1>", "", file.read(), flags=re.DOTALL)
            texts[path] = re.sub(r"<[^>]*>", " ", body)
    return [f"seed {case.seed}: {os.path.basename(path)}: {' '.join(sorted(set(found)))}"
            for path, text in texts.items() if (found := WORDS.findall(text))]


def fault_problems(case):
    """One fault in what is faultless."""
    chance = random.Random(f"fault {case.seed}")
    what = chance.choice(sorted(FAULTS))
    path = f"{case.folder}/acak/instrument.xml"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(FAULTS[what](text))
    problems = [] if FAULTS[what](text) != text else ["nothing is wrong"]
    return [f"seed {case.seed}: {what}: {one}" for one in problems + refused(case, f"{case.folder}/none")]


RULES = {"what check accepts is built, every paper and chart": build_problems,
         "what an instrument calls otherwise is called so everywhere": word_problems,
         "what is wrong is refused by check with its line, and by build": fault_problems}


def main(program, scratch, first, last):
    tap = Tap()
    problems = {rule: [] for rule in RULES}
    refusals, seeds = [], range(int(first), int(last) + 1)
    for seed in seeds:
        case = Case(program, scratch, seed)
        for rule, judge in RULES.items():
            problems[rule] += judge(case)
        refusals += [] if case.accepted else [f"seed {seed}"]
        case.close()
    for rule, found in problems.items():
        tap.check(rule, found)
    tap.check("few are refused", refusals if 4 * len(refusals) > len(seeds) else [])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
