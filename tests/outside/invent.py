"""Writes an evaluation that nobody would think of, the same for the same seed.
usage: invent.py CASE SEED      to standard output; the cases are at the end"""
import random
import sys
from xml.sax.saxutils import quoteattr

GROUPS = ("kementerian", "lpnk", "lembaga", "provinsi", "kabupaten", "kota")
LOCAL = GROUPS[3:]
GRADES = ((4.2, "Memuaskan"), (3.5, "Sangat Baik"), (2.6, "Baik"), (1.8, "Cukup"), (1, "Kurang"))
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# What is in names, and what programs stumble over: other scripts, quotes, markup, formats.
ODD = "éñüßøčĞŠžαβγδКабинет&<>\"'{}%$#@!*()[]\\/|-–—+=_.,:;?^~0123456789"


def indicator_count(case, seed):
    """Of spbe-2020; or of the instrument that invent_instrument.py writes."""
    return random.Random(f"indicators {seed}").randint(1, 60) if case == "instrument" else 47


class Inventor:
    """Makes texts and figures; CASE changes what is usual."""

    def __init__(self, case, seed):
        self.dice = random.Random(f"{case} {seed}")
        self.case = case
        self.indicators = indicator_count(case, seed)

    def word(self, least=1, most=12, letters=LETTERS):
        return "".join(self.dice.choice(letters) for _ in range(self.dice.randint(least, most)))

    def words(self, room, letters=LETTERS):
        """Words of ROOM letters in all."""
        text = self.word(letters=letters)
        while len(text) < room:
            text += " " + self.word(letters=letters)
        return text[:room].strip() or "x"

    def name(self, number):
        """With a number in it, so that no name is part of another."""
        room = self.dice.randint(1, 195)
        if self.case == "short":
            return self.word(1, 1)
        if self.case == "unbroken":
            return self.word(room, room) + f"{number}q"
        letters = LETTERS + ODD if self.case == "odd" else LETTERS
        return f"{self.words(room, letters)} {number}q"

    def attributes(self, **values):
        return "".join(f" {key}={quoteattr(value)}" for key, value in values.items()
                       if value is not None)

    def some(self, room=60, huge=None):
        """The value of an attribute that may be left out, or be very long."""
        if self.case == "bare":
            return None
        return self.words(huge if huge and self.case == "huge" else room)

    def element(self, kind, /, **values):
        return f"  <{kind}{self.attributes(**values)}/>"

    def head(self):
        bare = self.case == "bare"
        url = None if bare else "https://rapor.example/" + self.word()
        yield self.element("issuer", name="Kementerian " + self.words(40), office=self.some(),
                           unit=self.some(), city=self.some(12), address=self.some(), url=url)
        if bare:
            return
        status = self.dice.choice(("draft", "final", "salinan"))
        yield self.element("decree", number=self.word(1, 4), year="2021", date="2021-02-28",
                           place=self.some(12), status=status)
        yield self.element("letter", number="B/{n}/" + self.word(), date="2021-03-01",
                           classification=self.some(10, huge=1000))
        for kind in ("decree", "certificate", "letter", "report", "summary"):
            yield self.element("signatory", document=kind, name=self.words(30),
                               office=self.some(), nip=self.some(18))

    def levels(self):
        same = self.dice.randint(1, 5)
        for number in range(1, self.indicators + 1):
            level = 3 if self.case == "ties" else self.dice.choice((1, 2, 3, 4, 5, same, same))
            yield f"<indicator no=\"{number}\" level=\"{level}\"/>"

    def index(self):
        return f"{self.dice.randint(100, 500) / 100:.2f}"

    def published(self):
        index = self.index()
        grade = next(name for bound, name in GRADES if float(index) >= bound)
        domains = "".join(self.element("domain", no=str(no), index=self.index())
                          for no in self.dice.sample(range(1, 5), self.dice.randint(0, 4)))
        return f"<published index=\"{index}\" grade=\"{grade}\">{domains}</published>"

    def result(self, absent):
        if absent:
            return ""
        if self.case in ("published", "rows") or (self.case == "mixed" and self.dice.random() < 0.3):
            return self.published()
        history = self.element("history", year="2019", instrument="spbe-2018", index=self.index())
        return "".join(self.levels()) + (history if self.dice.random() < 0.5 else "")

    def institution(self, number, region):
        local = region and (self.case == "one" or self.dice.random() < 0.7)
        absent = self.case == "absent" or (self.case != "one" and self.dice.random() < 0.2)
        values = {"code": f"{region or 'P'}.{number}", "name": self.name(number),
                  "group": self.dice.choice(LOCAL if local else GROUPS[:3]),
                  "region": region if local else None,
                  "addressee": self.some(huge=3000), "seat": self.some(20, huge=500),
                  "status": "not-assessed" if absent else None,
                  "reason": self.words(5000 if self.case == "huge" else 40) if absent else None}
        return f"  <institution{self.attributes(**values)}>{self.result(absent)}</institution>"

    def evaluation(self, count, regions):
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        instrument = "acak" if self.case == "instrument" else "spbe-2020"
        yield (f'<evaluation xmlns="urn:rapor:evaluation:1" instrument="{instrument}" year="2021" '
               'kind="pemantauan">')
        yield from self.head()
        codes = [str(number) for number in range(11, 11 + regions)]
        for code in codes:
            yield f"  <region code=\"{code}\" name={quoteattr('Daerah ' + self.words(20))}/>"
        if self.case == "rows":
            count = self.dice.randint(1, count)
        for number in range(count):
            yield self.institution(number, self.dice.choice(codes) if codes else None)
        yield "</evaluation>"


# Institutions and regions of each case; of rows, up to so many.
CASES = {"short": (9, 2), "plain": (9, 3), "unbroken": (8, 2), "odd": (9, 2), "huge": (4, 1),
         "bare": (6, 1), "one": (1, 1), "absent": (7, 2), "published": (8, 2), "mixed": (12, 3),
         "ties": (8, 1), "center": (5, 0), "many": (800, 30), "rows": (3000, 12),
         "instrument": (5, 1)}

if __name__ == "__main__":
    sys.stdout.write("\n".join(Inventor(sys.argv[1], sys.argv[2]).evaluation(*CASES[sys.argv[1]]))
                     + "\n")
