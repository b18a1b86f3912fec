"""Judges what charts say of random evaluations.
usage: charts.py CHARTS SCRATCH FIRST LAST    (the program of charts.c; the seeds)"""
import collections
import csv
import os
import random
import re
import subprocess
import sys

import charts_invent
from tap import Tap

HEAD = """<evaluation xmlns="urn:rapor:evaluation:1" instrument="spbe-2020" year="2021">
<issuer name="Kementerian Contoh" office="Menteri Contoh"/><region code="99" name="Contoh Raya"/>"""


def institution(number, within):
    group = "kota" if number % 3 == 0 else "kabupaten"
    return (f'<institution code="99.{number:02}" name="Pemerintah {group.title()} Umpama {number:02}" '
            f'group="{group}" region="99">{within}</institution>')


def levels(chance, few):
    """Few different ones make many ties."""
    changed = chance.randrange(few)
    return "".join(f'<indicator no="{no}" level="{4 if no <= changed else 3}"/>' for no in range(1, 48))


def invent(seed):
    chance = random.Random(seed)
    few = chance.choice((1, 2, 3, 6, 40))
    count = chance.choice((2, 5, 6, 7, 9, 12, 16, 30, 60))
    lines = [institution(number, levels(chance, few)) for number in range(1, count + 1)]
    some = "".join(f'<aspect no="{no}" index="5.00"/>' for no in (1, 3, 5))
    lines.append(institution(count + 1, f'<published index="3.50">{some}</published>'))
    return HEAD + "\n".join(lines) + "</evaluation>"


class Desk:
    """Draws charts of what it was last given to read."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, *words):
        """What is answered; None where there is no such chart; or what went wrong, as an error."""
        self.process.stdin.write("\t".join(words).encode() + b"\n")
        self.process.stdin.flush()
        word, size = self.process.stdout.readline().decode().split()
        text = self.process.stdout.read(int(size)).decode()
        if word == "failed":
            raise ValueError(f"{' '.join(words)}: {text.splitlines()[0]}")
        return text if word == "made" else None

    def read(self, file, *layouts):
        """Each institution: code, index as printed, how many aspects have one, name."""
        lines = self.ask("read", file, *layouts).splitlines()
        os.remove(file)
        return [line.split("\t") for line in lines]

    def close(self):
        """How it ended; what it has lost it tells then, where it is sanitized."""
        self.process.stdin.close()
        return self.process.wait()


class Case:
    """Many who have the same, few institutions, missing parts: on the scale of SPBE."""

    def __init__(self, desk, scratch, seed):
        self.desk = desk
        file = f"{scratch}/{seed}.xml"
        with open(file, "w", encoding="utf-8") as out:
            out.write(invent(seed))
        found = desk.read(file)
        self.indices = {name: index.replace(".", ",") for _, index, _, name in found if index}
        self.parts = {code: int(known) for code, _, known, _ in found}

    def text(self, kind, *more):
        """What the chart says; None where there is none."""
        return self.desk.ask("draw", kind, "wide", "txt", *more)


def shown(text):
    return re.findall(r"^(Pemerintah [^:,\n]+)(?:, (Tertinggi|Terendah))?: (\d,\d\d)$", text, re.M)


def cut_ties(case, named):
    """Indices of which some institutions are named, and some are not."""
    all_of = collections.Counter(case.indices.values())
    here = collections.Counter(index for _, _, index in named)
    return [f"{index}: {count} of {all_of[index]}" for index, count in here.items() if count < all_of[index]]


def ranking_problems(case):
    text = case.text("ranking")
    named = shown(text)
    best = max(case.indices.values())
    tied = [name for name, index in case.indices.items() if index == best]
    if len({index for _, _, index in named}) == 1 and len(tied) > 12:
        return []  # more are first than there is room for: the title counts them
    problems = cut_ties(case, named)
    if len(tied) > 1 and len(case.indices) > 1 and re.match(r"Pemerintah \w+ Umpama \d+ tertinggi", text):
        problems.append("one of several is called the highest")
    said = re.search(r"; (\d+) instansi berikutnya sama-sama memperoleh (\d,\d\d)", text)
    if said and int(said[1]) != list(case.indices.values()).count(said[2]):
        problems.append(f"the note says {said[0]}")
    return problems


def ends_problems(case):
    text = case.text("ends")
    if text is None:
        return []
    named = shown(text)
    problems = cut_ties(case, [one for one in named if one[1] == "Terendah"])
    both = {index for _, where, index in named if where == "Tertinggi"} & {
        index for _, where, index in named if where == "Terendah"}
    if both:
        problems.append(f"{both} among the highest and among the lowest")
    return problems


def radar_problems(case):
    problems = []
    for code in list(case.parts)[-2:]:
        text = case.text("radar", code)
        if text and case.parts[code] < 8 and re.match("[^\n]*(semua aspek|aspek\n)", text):
            problems.append(f"{code}: {text.splitlines()[0]}")
    return problems


def stacked_problems(case):
    text = case.text("stacked")
    if text is None:
        return []
    problems = re.findall(r"(?:Kurang|Cukup|Baik|Memuaskan) \d+,\d\d", text)
    first = text.splitlines()[0]
    rows = re.findall(r"^Pemerintah [^:]+: (.*)$", text, re.M)
    whole = [all(int(count) == 0 for name, count in re.findall(r"([\w ]+?) (\d+)(?:;|$)", row)
                 if name.strip() in ("Kurang", "Cukup")) for row in rows]
    if first.startswith("100%") and not any(whole):
        problems.append(first)
    return problems


def table_problems(case):
    """Each number of a sheet has what it is of."""
    table = case.desk.ask("draw", "strip", "wide", "csv")
    return [] if table is None or table.startswith("Kategori,Kelompok,Indeks SPBE") else [table.splitlines()[0]]


KINDS = ("stacked", "strip", "bars", "ranking", "ends", "multiples", "heat", "tiles", "choropleth", "aspects",
         "trend", "slope", "change", "position", "dumbbell", "radar")
OF_ONE = ("position", "dumbbell", "radar")


class Invention:
    """Another instrument for each seed, on any scale, and an evaluation by it."""

    def __init__(self, desk, scratch, seed):
        self.desk = desk
        self.invented = charts_invent.write(seed, scratch)
        self.chance = random.Random(f"kinds {seed}")
        found = desk.read(f"{scratch}/{seed}.xml", scratch)
        self.indices = {name: index for _, index, _, name in found if index}
        self.codes = [one[0] for one in found]


def bin_problems(case):
    """Bins end where grades do, and hold each institution once."""
    table = case.desk.ask("draw", "histogram", "wide", "csv")
    if table is None:
        return []
    rows = list(csv.DictReader(table.splitlines()))
    edges = {float(row[end]) for row in rows for end in ("Dari", "Sampai")}
    problems = [f"no bin ends at {bound}" for bound in [*case.invented.grades, case.invented.high]
                if not any(abs(edge - bound) < 0.006 for edge in edges)]
    count = sum(int(row["Jumlah"]) for row in rows)
    return problems + ([f"{count} of {len(case.indices)} are in bins"] if count != len(case.indices) else [])


def tie_problems(case):
    """Nobody is left out who has as much as one who is shown."""
    text = case.desk.ask("draw", "ranking", "wide", "txt")
    if text is None:
        return []
    lines = set(text.splitlines())
    here = collections.Counter()
    for name, index in case.indices.items():
        here[index] += f"{name}: {index.replace('.', ',')}" in lines
    all_of = collections.Counter(case.indices.values())
    crowd = all_of[max(all_of, key=float)] > 10 if all_of else False
    return [f"{index}: {count} of {all_of[index]}" for index, count in here.items()
            if 0 < count < all_of[index] and not crowd]


def drawing_problems(case):
    """Every chart can be drawn, in every form, whatever is measured."""
    for kind in case.chance.sample(KINDS, 3):
        more = [case.chance.choice(case.codes)] if kind in OF_ONE else []
        case.desk.ask("draw", kind, case.chance.choice(("wide", "square", "tall")), "svg", *more)
    return []


# Found something once: long names at the foot of a strip, numbers of a scale that met, a title that took all room.
ALWAYS = (711, 2525, 4024, 5391)
RULES = {
    Case: {"ranking: ties are whole, and none of several is the highest": ranking_problems,
           "ends: no tie of the lowest is cut, none stands on both sides": ends_problems,
           "radar: all is said of all": radar_problems,
           "stacked: counts are counts, and 100 % is all": stacked_problems,
           "strip: columns say what they hold": table_problems},
    Invention: {"bins end where grades do on any scale, and count all": bin_problems,
                "ties are whole on any scale": tie_problems,
                "every chart can be drawn of what was invented": drawing_problems}}


def judged(judge, *of):
    try:
        return judge(*of), []
    except ValueError as error:
        return None, [str(error)]


def problems_of(kind, desk, scratch, seed):
    """By rule; what cannot even be read breaks each."""
    case, failed = judged(kind, desk, scratch, seed)
    for rule, judge in RULES[kind].items():
        found, wrong = judged(judge, case) if case else ([], failed)
        for what in [*(found or []), *wrong]:
            yield rule, f"seed {seed}: {what}"


def main(program, scratch, first, last):
    tap = Tap()
    desk = Desk(program)
    for kind, rules in RULES.items():
        problems = {rule: [] for rule in rules}
        for seed in (*ALWAYS, *range(int(first), int(last) + 1)):
            for rule, problem in problems_of(kind, desk, scratch, seed):
                problems[rule].append(problem)
        for rule, found in problems.items():
            tap.check(rule, found)
    tap.equal("what draws ends well", desk.close(), 0)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
