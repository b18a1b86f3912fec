"""Invents an instrument of any shape, with all papers that come with the program, and an evaluation by it;
the same for the same seed.
usage: family_invent.py SEED FOLDER     FOLDER/acak/instrument.xml, FOLDER/SEED.xml"""
import os
import random
import re
import sys
from fractions import Fraction

from charts_invent import Invented, element, write

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
SCALES = ((1, 5), (0, 4), (0, 100), (0, 400), (1, 4), (0, 5), (0, 10), (0, 1000), (3, 7), (0, 1))
LETTERS = ("AA", "A", "A-", "BB", "B", "B-", "CC", "C", "C-", "D", "E", "F")
# Whoever names the seats of groups: the center alone, regions alone, or all that there is.
SEATS = {"pusat": "center", "lembaga": "center", "provinsi": "region", "kabupaten": "region", "kota": "region",
         "unit": "parent"}
# What the layouts call the parts of SPBE, and what an instrument of another trade might.
CALLS = {"domain": "gugus", "aspek": "ranah", "indikator": "unsur", "predikat": "mutu", "berpredikat": "bermutu",
         "tingkat kematangan": "angka", "tingkat": "angka", "indeks": "skor"}


def documents():
    """All of spbe-2020, which every instrument may use."""
    with open(f"{ROOT}/layouts/spbe-2020/instrument.xml", encoding="utf-8") as file:
        rows = re.findall(r"<document .*?/>", file.read())
    rows = [re.sub(r'layout="(?!\.)', 'layout="../spbe-2020/', row) for row in rows]
    return "<documents>\n" + "\n".join(rows) + "\n</documents>\n"


class Member(Invented):
    """One of the family; its parts are drawn in this order."""

    def __init__(self, seed):
        super().__init__(f"family {seed}")
        chance = self.chance
        self.low, self.high = chance.choice(SCALES)
        self.decimals = chance.choice((0, 0, 1, 2))
        self.most = chance.choice((2, 3, 7, 20, 47, 47, 100, 200))
        self.aspects = chance.randint(1, min(28, self.most, 3 + self.most // 2))
        self.domains = chance.randint(2, self.aspects) if self.aspects > 1 and chance.random() < 0.5 else 0
        self.grades = self.bounds()
        self.rungs = self.ladder() if chance.random() < 0.4 else []
        self.items = bool(self.rungs) and self.decimals == 2 and chance.random() < 0.5
        self.groups = sorted(chance.sample(sorted(SEATS), chance.randint(1, len(SEATS))), key=list(SEATS).index)
        if self.groups == ["unit"]:
            self.groups = ["kota", "unit"]  # units belong to somebody
        self.stages = chance.randint(1, 5)
        self.shares = self.divided()
        self.called = chance.random() < 0.5
        self.count = chance.choice((1, 2, 3, 4, 6, 9))
        self.regions = chance.sample(("11", "31", "51", "73", "94"), chance.randint(1, 3))
        self.levels_named = chance.choice((None, "some", "all"))
        self.target_level = self.level(chance.random())
        # By chances of their own: what was drawn above stays as it is.
        self.more = random.Random(f"more {seed}")
        self.codes = {}  # of the items of an indicator

    def bounds(self):
        """Where grades begin: up to twelve, at any hundredth, or not below the next."""
        count, span = self.chance.randint(0, 11), (self.high - self.low) * 100
        step = self.chance.choice((max(span // 20, 1), 1))
        inner = self.chance.sample(range(1, span // step), min(count, span // step - 1))
        return [self.low] + [self.low + place * step / 100 for place in sorted(inner)]

    def ladder(self):
        """What leads upward from the lowest level; every place is a level."""
        step = Fraction(1, 10 ** self.decimals)
        most = int((self.high - self.low) / step)
        inner = sorted(self.chance.sample(range(1, most), min(self.chance.randint(1, 7), most - 1))) if most > 1 else []
        return [f"{float(self.low + place * step):.{self.decimals}f}" for place in (*inner, most)]

    def whole_in_parts(self, whole, count):
        """COUNT weights that make up WHOLE: all the same, in hundredths, or in fractions."""
        kind = self.chance.choice(("same", "hundredths", "thirds"))
        places = {"same": 0, "hundredths": 100, "thirds": 3}[kind]
        if kind == "same" or whole * places < count or (whole * places).denominator > 1:
            return [whole / count] * count
        cuts = sorted(self.chance.sample(range(1, int(whole * places)), count - 1))
        ends = [0, *cuts, int(whole * places)]
        return [Fraction(after - before, places) for before, after in zip(ends, ends[1:])]

    def divided(self):
        """For each domain its weight, aspects and their indicators."""
        parts = self.domains or 1
        ends = [0, *sorted(self.chance.sample(range(1, self.aspects), parts - 1)), self.aspects]
        sizes = [1] * self.aspects
        for _ in range(self.most - self.aspects):
            sizes[self.chance.randrange(self.aspects)] += 1
        tree = []
        for (start, end), weight in zip(zip(ends, ends[1:]), self.whole_in_parts(Fraction(100), parts)):
            aspects = [(share, self.whole_in_parts(share, size))
                       for share, size in zip(self.whole_in_parts(weight, end - start), sizes[start:end])]
            tree.append((weight, aspects))
        return tree

    def weight(self, share):
        return str(share) if self.chance.random() < 0.7 or share * 100 % 1 else f"{float(share):.2f}"

    def between(self, count, wanted):
        """COUNT different levels in order, the lowest first, and all of them that are WANTED."""
        step = 10 ** -self.decimals
        most = round((self.high - self.low) / step)
        places = sorted(self.chance.sample(range(most + 1), min(count, most + 1)))
        return [f"{self.low + place * step:.{self.decimals}f}" for place in places] if wanted else []

    def indicator(self, number, share):
        inner = ""
        if self.items:
            places = [(rung, i) for rung in range(1, len(self.rungs) + 1) for i in range(1, self.chance.randint(1, 3) + 1)]
            self.codes[number] = [f"B{number}-{rung}-{i}" for rung, i in places]
            inner = "".join(element("item", {"code": f"B{number}-{rung}-{i}", "rung": rung}, self.name(i)) for rung, i in places)
        else:
            inner = "".join(element("step", {"to": to}, self.name(""))
                            for to in self.between(5, self.chance.random() < 0.5))
        return element("indicator", {"no": number, "name": self.name(number), "weight": self.weight(share),
                                     "short": f"butir {number}" if self.chance.random() < 0.8 else None,
                                     "capability": "mampu" if self.levels_named else None,
                                     "source": "Hasil Lain" if self.chance.random() < 0.05 else None}, inner)

    def parts(self):
        number, aspect, out = 0, 0, []
        for place, (weight, aspects) in enumerate(self.shares, 1):
            inner = []
            for share, indicators in aspects:
                aspect += 1
                rows = []
                for one in indicators:
                    number += 1
                    rows.append(self.indicator(str(number), one))
                inner.append(element("aspect", {"no": aspect, "name": self.name(aspect), "weight": self.weight(share),
                                                "short": f"Bagian {aspect}" if self.chance.random() < 0.7 else None},
                                     "".join(rows)))
            out.append("".join(inner) if not self.domains else
                       element("domain", {"no": place, "name": self.name(place), "weight": self.weight(weight)},
                               "".join(inner)))
        return "".join(out)

    def capability(self):
        if not self.levels_named:
            return ""
        values = self.between(6, True) if self.levels_named == "some" else self.rungs or self.between(12, True)
        return element("capability", {"id": "mampu", "name": "Kemampuan"},
                       "".join(element("level", {"value": value, "name": f"Taraf {place}"}, self.name(""))
                               for place, value in enumerate(values)))

    def lists(self):
        chance = self.chance
        groups = "".join(element("group", {"id": id, "name": f"Kelompok {id.title()}", "seat": SEATS[id],
                                           "target": self.number() if chance.random() < 0.3 else None})
                         for id in self.groups)
        scopes = [("national", "instansi", None, "all"), ("group", "instansi sejenis", None, "group"),
                  ("region", "instansi di wilayah yang sama", None, "region"),
                  ("unit", "unit", None, "parent"), ("lain", "instansi tertentu", self.groups[0], "all")]
        scopes = chance.sample(scopes, chance.randint(1, len(scopes)))
        stages = "".join(element("stage", {"id": f"t{no}", "name": f"Tahap {no}", "counts": "no" if no < self.stages and
                                           chance.random() < 0.4 else None})
                         for no in range(1, self.stages + 1))
        return (element("groups", {}, groups) + element("stages", {}, stages) +
                element("scopes", {}, "".join(element("scope", {"id": id, "name": name, "groups": some, "within": within})
                                              for id, name, some, within in scopes)))

    def awards(self):
        """By index or by what was gained, of some groups or all."""
        if self.more.random() < 0.5:
            return ""
        rows = [element("award", {"id": f"a{no}", "name": self.name(no), "by": self.more.choice((None, "index", "gain")),
                                  "groups": self.more.choice((None, self.groups[0])), "places": self.more.choice((None, 1, 5)),
                                  "least": self.more.choice((None, 1, 2)), "from": self.more.choice((None, f"{self.low:.2f}"))})
                for no in range(1, self.more.randint(1, 6) + 1)]
        return element("awards", {"name": "Anugerah Contoh"}, "".join(rows))

    def number(self):
        return f"{self.low + (self.high - self.low) * self.chance.random():.2f}"

    def instrument(self):
        letters = self.chance.random() < 0.5
        names = [LETTERS[len(self.grades) - 1 - i] if letters else f"Mutu {i + 1}" for i in range(len(self.grades))]
        grades = "".join(element("grade", {"name": names[i], "from": f"{bound:.2f}"})
                         for i, bound in reversed(list(enumerate(self.grades))))
        ladder = element("ladder", {"from": self.low}, "".join(element("rung", {"no": no, "to": to})
                                                               for no, to in enumerate(self.rungs, 1)))
        head = {"xmlns": "urn:rapor:instrument:1", "id": "acak", "name": "Acak", "title": "Layanan Acak", "year": "2021",
                "index-name": "Skor Acak", "target": self.number(), "target-level": self.target_level,
                "grade-by": self.chance.choice(("printed", "exact", None))}
        calls = "".join(element("call", {"word": word, "as": other}) for word, other in CALLS.items())
        return element("instrument", head, f"""
<regulation short="Pedoman 1/2021" name="Pedoman Nomor 1 Tahun 2021"/>
<levels min="{self.low}" max="{self.high}" decimals="{self.decimals}"/>
{calls if self.called else ""}{ladder if self.rungs else ""}{self.lists()}{self.capability()}
<grades>{grades}</grades>{self.parts()}{self.awards()}""" + documents())

    def measured(self, number):
        """Levels of one stage or several, items, what is pending, or what was published."""
        chance, out = self.chance, []
        waits, judged = self.more.random() < 0.3, self.more.random() < 0.5
        if number > 1 and chance.random() < 0.1:
            return element("published", {"index": self.number()})
        for place in range(1, self.most + 1):
            own = chance.random()
            scores = "".join(element("score", {"stage": f"t{no}", "level": self.level(chance.random())},
                                     element("fact", {}, "Ada.") if no == 1 else "")
                             for no in range(1, self.stages + 1)) if own < 0.3 else ""
            level = None if scores else self.level(chance.random())
            if waits and self.more.random() < 0.2:
                out.append(element("indicator", {"no": place, "state": "pending", "source": self.more.choice(("Hasil Lain", "Hasil Sana"))}))
            elif judged and not scores and self.items:
                out.append(element("indicator", {"no": place}, self.judged(str(place))))
            else:
                out.append(element("indicator", {"no": place, "level": level}, scores))
        return "".join(out)

    def judged(self, number):
        """Items of an indicator, as they were found; those that are left out follow."""
        some = [code for code in self.codes[number] if self.more.random() < 0.8] or self.codes[number][:1]
        return "".join(element("item", {"code": code, "state": self.more.choice(("accepted", "accepted", "missing", "unsuitable")),
                                        "note": self.more.choice((None, "Perlu dilengkapi"))}) for code in some)

    def institution(self, number):
        chance = self.chance
        seats = [id for id in self.groups if SEATS[id] != "parent"]
        group = chance.choice(self.groups if number > 1 else seats)
        measured = "" if number > 1 and chance.random() < 0.15 else self.measured(number)
        history = element("history", {"year": 2020, "instrument": "acak", "index": self.number()})
        session = element("session", {"stage": f"t{self.stages}", "date": "2021-08-23", "place": "Ruang Rapat"},
                          element("assessor", {"role": "lead", "name": "Sari Contoh"}))
        if not measured:
            history = session = ""
        return element("institution", {
            "code": f"{number:03}", "name": self.name(number), "group": group,
            "region": chance.choice(self.regions) if SEATS[group] == "region" else None,
            "parent": "001" if SEATS[group] == "parent" else None, "status": None if measured else "not-assessed",
            "reason": None if measured else "Belum dinilai"},
            (session if chance.random() < 0.5 else "") + measured + (history if chance.random() < 0.5 else ""))

    def evaluation(self):
        head = [element("issuer", {"name": "Kementerian Contoh", "office": "Menteri Contoh", "city": "Contoh"})]
        if self.chance.random() < 0.7:
            head += [element("decree", {"number": "1", "year": "2021", "date": "2021-12-01", "place": "Contoh",
                                        "status": self.chance.choice(("draft", "final", "salinan"))}),
                     element("letter", {"number": "B/{n}/2021", "date": "2021-12-02"})]
            head += [element("signatory", {"document": kind, "name": "Budi Contoh", "office": "Menteri Contoh"})
                     for kind in ("decree", "certificate", "letter", "report", "summary", "minutes")]
        regions = [element("region", {"code": code, "name": f"Provinsi {code}"}) for code in sorted(self.regions)]
        rows = [self.institution(number) for number in range(1, self.count + 1)]
        return element("evaluation", {"xmlns": "urn:rapor:evaluation:1", "instrument": "acak", "year": "2021"},
                       "".join(head + regions + rows))


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], Member)
