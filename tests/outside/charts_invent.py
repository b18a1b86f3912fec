"""Invents an instrument on any scale, and an evaluation by it; the same for the same seed.
usage: charts_invent.py SEED FOLDER     FOLDER/acak/instrument.xml, FOLDER/SEED.xml"""
import os
import random
import sys
from xml.sax.saxutils import quoteattr

SCALES = ((1, 5), (1, 4), (0, 4), (0, 5), (0, 10), (0, 100), (0, 400), (0, 1000), (1, 100))
GRADES = ("Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan")
WORDS = ("Layanan", "Penyelenggaraan", "TIK", "dan", "Data", "Pemerintahan", "Keamanan", "Perlindungan",
         "Pengembangan", "Kelembagaan", "Anak", "Nasional", "Penanaman", "Ketenteraman", "Ujungsari-Bulakwangi")
PROVINCES = ("11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 "
             "71 72 73 74 75 76 81 82 91 92 93 94 95 96").split()


def element(name, attributes, content=""):
    given = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None)
    return f"<{name}{given}>{content}</{name}>\n" if content else f"<{name}{given}/>\n"


class Invented:
    """What a seed stands for; its parts are drawn in this order."""

    def __init__(self, seed):
        self.chance = random.Random(f"charts {seed}")
        self.low, self.high = self.chance.choice(SCALES)
        self.decimals = self.chance.choice((0, 0, 1, 2))
        self.grades = self.bounds()
        self.aspects = self.chance.choice((1, 2, 3, 8, 8, 13, 28))
        self.domains = self.chance.random() < 0.5 and self.aspects > 1
        self.few = self.chance.choice((1, 2, 3, 6, 1000))
        self.longest = self.chance.choice((12, 40, 90, 150))
        self.count = self.chance.choice((2, 5, 6, 9, 12, 16, 30, 60, 120))
        self.regions = self.chance.sample(PROVINCES, self.chance.choice((1, 3, 8, 20, 34, 38)))
        self.years = self.chance.choice((0, 0, 1, 3))

    def bounds(self):
        """Where grades begin: round, whole, or at any hundredth."""
        count, span = self.chance.randint(1, 5), (self.high - self.low) * 100
        step = self.chance.choice((span // 20, 100 if span > 1000 else 10, 1))
        inner = self.chance.sample(range(1, span // step), min(count, span // step - 1))
        return [self.low] + [self.low + place * step / 100 for place in sorted(inner)]

    def name(self, number):
        room, text = self.chance.randint(5, self.longest), ""
        while len(text) < room:
            text = f"{text} {self.chance.choice(WORDS)}".strip()
        return f"{text[:room].strip()} {number}"

    def level(self, place):
        """One of few, so that there are ties."""
        step = 10 ** -self.decimals
        most = round((self.high - self.low) / step)
        return f"{self.low + round(most * place) * step:.{self.decimals}f}"

    def instrument(self):
        parts = []
        for number in range(1, self.aspects + 1):
            indicators = "".join(element("indicator", {"no": f"{number}.{i}", "name": self.name(i), "short": f"butir {number}.{i}",
                                                       "weight": f"50/{self.aspects}"}) for i in (1, 2))
            parts.append(element("aspect", {"no": number, "name": self.name(number), "short": self.name(number)[:30],
                                            "weight": f"100/{self.aspects}"}, indicators))
        if self.domains:
            cut = self.chance.randint(1, self.aspects - 1)
            parts = [element("domain", {"no": no, "name": self.name(no), "short": f"Domain {no}",
                                        "weight": f"{100 * len(some)}/{self.aspects}"}, "".join(some))
                     for no, some in ((1, parts[:cut]), (2, parts[cut:]))]
        grades = "".join(element("grade", {"name": GRADES[i], "from": f"{bound:.2f}"})
                         for i, bound in reversed(list(enumerate(self.grades))))
        self.target = self.grades[len(self.grades) // 2]
        head = {"xmlns": "urn:rapor:instrument:1", "id": "acak", "name": "Acak", "title": "Layanan Acak", "year": "2021",
                "index-name": "Indeks Acak", "target": f"{self.target:.2f}", "target-level": self.high}
        return element("instrument", head, f"""
<regulation short="Pedoman 1/2021" name="Pedoman Nomor 1 Tahun 2021"/>
<levels min="{self.low}" max="{self.high}" decimals="{self.decimals}"/>
<groups><group id="kota" name="Pemerintah Kota" seat="region"/><group id="kabupaten" name="Pemerintah Kabupaten" seat="region"/>
<group id="provinsi" name="{self.name('')}" seat="region"/></groups>
<scopes><scope id="national" name="instansi" within="all"/><scope id="group" name="instansi sejenis" within="group"/>
<scope id="region" name="instansi di provinsi" within="region"/></scopes>
<stages><stage id="self" name="Penilaian"/></stages>
<grades>{grades}</grades>""" + "".join(parts))

    def measured(self, places):
        """All indicators, or no more than what was published of some."""
        if self.chance.random() < 0.08:
            return ""
        if self.chance.random() < 0.08:
            some = "".join(element("aspect", {"no": no, "index": f"{self.high:.2f}"}) for no in (1,))
            return element("published", {"index": f"{(self.low + self.high) / 2:.2f}"}, some)
        return self.levels(places)

    def levels(self, places):
        own = [self.chance.choice(places) for _ in range(self.aspects)]
        return "".join(element("indicator", {"no": f"{no}.{i}", "level": self.level(own[no - 1])})
                       for no in range(1, self.aspects + 1) for i in (1, 2))

    def evaluation(self):
        few = self.chance.randint(1, 4) if self.few < 1000 else 1000
        places = [self.chance.random() for _ in range(few)]
        lines = []
        for number in range(1, self.count + 1):
            region = self.chance.choice(self.regions)
            kept = f"{self.low + (self.high - self.low) * self.chance.random():.2f}"
            history = "".join(element("history", {"year": 2021 - back, "instrument": "acak", "index": kept})
                              for back in sorted(self.chance.sample(range(1, 8), self.years), reverse=True))
            measured = self.measured(places) if number > 1 else self.levels(places)
            lines.append(element("institution", {"code": f"{region}.{number:03}", "name": self.name(number), "region": region,
                                                 "group": self.chance.choice(("kota", "kabupaten", "provinsi")),
                                                 "status": None if measured else "not-assessed",
                                                 "reason": None if measured else "Belum dinilai"}, measured + history))
        regions = "".join(element("region", {"code": code, "name": f"Provinsi {code}"}) for code in sorted(self.regions))
        return element("evaluation", {"xmlns": "urn:rapor:evaluation:1", "instrument": "acak", "year": "2021"},
                       '<issuer name="Kementerian Contoh" office="Menteri Contoh"/>' + regions + "".join(lines))


def write(seed, folder, kind=Invented):
    """Returns what was invented; the program finds the instrument where --layouts FOLDER is said."""
    invented = kind(seed)
    os.makedirs(f"{folder}/acak", exist_ok=True)
    with open(f"{folder}/acak/instrument.xml", "w", encoding="utf-8") as file:
        file.write(invented.instrument())
    with open(f"{folder}/{seed}.xml", "w", encoding="utf-8") as file:
        file.write(invented.evaluation())
    return invented


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
