"""Invents an assessment of all institutions that agrees with published totals.

All arithmetic is on integers, and chance comes from an own generator: every
Python 3 gives the same levels.
"""
import csv
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"

# PermenPANRB 59/2020, Lampiran I, Tabel 9: for each aspect the number of its
# indicators and the weight of one, in parts of 2000.
ASPECTS = ((10, 26), (4, 50), (4, 50), (2, 50), (8, 30), (3, 30), (10, 55), (6, 60))
ASPECT_OF = [a for a, (count, _) in enumerate(ASPECTS) for _ in range(count)]
WEIGHTS = [weight for count, weight in ASPECTS for _ in range(count)]
DOMAIN_OF = (0, 1, 1, 1, 2, 2, 3, 3)

# How much an aspect differs between strong and weak institutions, in percent
# of the difference of their indices.
SLOPES = (150, 110, 120, 120, 60, 45, 100, 105)

# Printed indices, in hundredths, drawn for each grade.  3.34 stays free for
# Pesisir Selatan: "ahead" are the good ones ranked before it.
BANDS = {"sangat-baik": (350, 385), "ahead": (335, 349), "baik": (260, 333),
         "cukup": (180, 259), "kurang": (115, 179)}
GRADES = ((420, "Memuaskan"), (350, "Sangat Baik"), (260, "Baik"), (180, "Cukup"), (0, "Kurang"))

REASONS = ("penilaian mandiri tidak disampaikan sampai batas waktu",
           "tim asesor internal belum dibentuk",
           "interviu tidak dapat dilaksanakan karena penanganan bencana")


class Chance:
    """Xorshift with 64 bits (Marsaglia 2003)."""

    def __init__(self, seed):
        self.state = seed

    def draw(self, count):
        """Returns one of 0 .. count - 1."""
        x = self.state
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
        self.state = x
        return (x >> 11) % count

    def pick(self, choices):
        return choices[self.draw(len(choices))]

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.draw(i + 1)
            items[i], items[j] = items[j], items[i]
        return items


class Institution:
    def __init__(self, row, group, name, addressee):
        self.code, self.name, self.group, self.addressee = row["code"], name, group, addressee
        self.region = row.get("province")
        self.seat = row["seat"]
        self.absent = row.get("absent", "")
        self.fixed = False      # its levels are given and stay
        self.long = False       # every stage is told, not only the final level
        self.former = None      # printed index of the year before
        self.levels = self.pulls = None
        self.low = self.high = 0  # bounds of the weighted sum

    def total(self):
        return sum(level * weight for level, weight in zip(self.levels, WEIGHTS))


def table(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed(total):
    """The index in hundredths, rounded half up."""
    return (total + 10) // 20


def grade(index):
    return next(name for bound, name in GRADES if index >= bound)


def government(row):
    kind, name = row["type"], row["name"]
    if kind == "provinsi":
        title = name if name == "Aceh" else f"Provinsi {name}"
        return Institution(row, kind, f"Pemerintah {title}", f"Gubernur {name}")
    head = {"kabupaten": "Bupati", "kota": "Wali Kota"}[kind]
    return Institution(row, kind, f"Pemerintah {kind.capitalize()} {name}", f"{head} {name}")


def institutions(regions):
    center = [Institution(row, row["group"], row["name"], row["addressee"])
              for row in table("institutions.csv")]
    order = ("provinsi", "kabupaten", "kota")
    regions = sorted(regions, key=lambda row: (row["province"], order.index(row["type"]), row["code"]))
    return center + [government(row) for row in regions]


def take_fixed(everyone):
    levels = {row["code"]: row["levels"] for row in table("fixed.csv")}
    for one in everyone:
        if one.code in levels:
            one.fixed = True
            one.levels = [int(digit) for digit in levels[one.code]]


def drawn_index(band, chance):
    """Weak ones crowd at the upper end of their grade, strong ones at the lower."""
    low, high = BANDS[band]
    a, b = (low + chance.draw(high - low + 1) for _ in range(2))
    return {"kurang": max(a, b), "cukup": a, "ahead": a}.get(band, min(a, b))


def slots(target, fixed):
    """The bands to hand out in a group, best first, without those of FIXED."""
    left = {band: int(target[band]) for band in BANDS}
    for one in fixed:
        left[grade(printed(one.total())).lower().replace(" ", "-")] -= 1
    return [band for band in BANDS for _ in range(left[band])]


def give_bands(group, target, chance):
    """Returns pairs of institution and band; none of Sumatera Barat is ahead."""
    free = chance.shuffled(one for one in group if not one.fixed and not one.absent)
    bands = slots(target, [one for one in group if one.fixed])
    for one in free[len(bands):]:
        one.absent = chance.pick(REASONS)
    free = free[:len(bands)]
    ahead = sum(BANDS[band][0] > 334 for band in bands)
    first = [one for one in free if one.region != "13"][:ahead]
    return list(zip(first + [one for one in free if one not in first], bands))


def pulls(index, mean, target, tilts, chance):
    """For each indicator the level, in hundredths, that an institution tends to."""
    tendency = [chance.draw(61) - 30 for _ in range(4)]
    result = []
    for aspect, tilt in zip(ASPECT_OF, tilts):
        base = target[aspect] // 10 + SLOPES[aspect] * (index - mean) // 100
        noise = chance.draw(121) + chance.draw(121) - 120
        result.append(base + tilt + tendency[DOMAIN_OF[aspect]] + noise)
    return result


def fill(one, total):
    """Raises from 1 what pulls most until the weighted sum is near TOTAL."""
    one.levels = [1] * len(WEIGHTS)
    while one.total() < total - 30:
        open_ones = [i for i, level in enumerate(one.levels) if level < 5]
        one.levels[max(open_ones, key=lambda i: one.pulls[i] - 100 * one.levels[i])] += 1


def drawn_indices(pairs, total, chance):
    """For each pair of institution and band an index; together they make TOTAL."""
    indices = [drawn_index(band, chance) for _, band in pairs]
    while sum(indices) != total:
        i = chance.draw(len(indices))
        low, high = BANDS[pairs[i][1]]
        step = 1 if sum(indices) < total else -1
        indices[i] = min(max(indices[i] + step, low), high)
    return indices


def begin(one, band, index):
    low, high = 20 * BANDS[band][0] - 10, 20 * BANDS[band][1] + 9
    total = min(max(20 * index, low + 30), high - 30)
    one.low, one.high = max(low, total - 200), min(high, total + 200)
    fill(one, total)


def best_move(group, aspect, step):
    """The indicator that least resists one STEP, where the bounds allow it."""
    moves = []
    for place, one in enumerate(group):
        total = one.total() + step * ASPECTS[aspect][1]
        if not one.low <= total <= one.high:
            continue
        moves += [(step * (one.pulls[i] - 100 * level), -place, -i)
                  for i, level in enumerate(one.levels)
                  if ASPECT_OF[i] == aspect and 1 <= level + step <= 5]
    _, place, i = max(moves)
    return group[-place], -i


def gap(group, aspect, target):
    """How many single levels the group has to gain in ASPECT."""
    want = (target[aspect] * len(group) * ASPECTS[aspect][0] + 500) // 1000
    return want - sum(level for one in group
                      for i, level in enumerate(one.levels) if ASPECT_OF[i] == aspect)


def fit(group, target):
    """Moves single levels until every aspect has the mean it should have."""
    free = [one for one in group if not one.fixed]
    gaps = [gap(group, aspect, target) for aspect in range(len(ASPECTS))]
    for aspect in sorted(range(len(ASPECTS)), key=lambda aspect: gaps[aspect]):
        step = 1 if gaps[aspect] > 0 else -1
        for _ in range(abs(gaps[aspect])):
            one, i = best_move(free, aspect, step)
            one.levels[i] += step


def assess(group, row, tilts, chance):
    target = [int(row[f"aspect{a + 1}"].replace(".", "")) for a in range(len(ASPECTS))]
    mean = sum(target[a] * weight for a, weight in zip(ASPECT_OF, WEIGHTS)) // 20000
    pairs = give_bands(group, row, chance)
    fixed = [printed(one.total()) for one in group if one.fixed]
    total = mean * (len(pairs) + len(fixed)) - sum(fixed)
    for (one, band), index in zip(pairs, drawn_indices(pairs, total, chance)):
        one.pulls = pulls(index, mean, target, tilts, chance)
        begin(one, band, index)
    fit([one for one in group if one.levels], target)
