"""Evaluates the formulas of a workbook, as far as ours go: the operators
< = & - * /, and IF COUNT COUNTA SUM SUMPRODUCT ROUND INDEX MATCH.  Written without knowledge
of what the program computes."""
import decimal
import re

import openpyxl

TOKEN = re.compile(r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>"(?:[^"]|"")*")
    |(?P<place>(?:[A-Za-z]+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)
    |(?P<name>[A-Z]+)(?=\()|(?P<sign>[-<=&*/(),]))""", re.X)


def flat(value):
    return value if isinstance(value, list) else [value]


def half_up(number, places):
    """As spreadsheets do: of the number as it is written in 15 digits."""
    shown = decimal.Decimal(f"{number:.15g}")
    return float(shown.quantize(decimal.Decimal(1).scaleb(-int(places)), decimal.ROUND_HALF_UP))


def matched(value, keys, kind):
    """How many keys are not above the value; they ascend."""
    assert kind == 1
    return sum(key <= value for key in keys)


def shown(value):
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


FUNCTIONS = {
    "COUNT": lambda cells: sum(isinstance(cell, (int, float)) for cell in flat(cells)),
    "SUM": lambda cells: sum(cell for cell in flat(cells) if isinstance(cell, (int, float))),
    "SUMPRODUCT": lambda a, b: sum((x or 0) * (y or 0) for x, y in zip(flat(a), flat(b), strict=True)),
    "ROUND": half_up,
    "COUNTA": lambda cells: sum(cell not in (None,) for cell in flat(cells)),
    "MATCH": matched,
    "INDEX": lambda cells, number: cells[number - 1],
}
OPERATORS = {
    "<": (1, lambda a, b: a < b), "=": (1, lambda a, b: ("" if a is None else a) == b),
    "&": (2, lambda a, b: shown(a) + shown(b)),
    "-": (3, lambda a, b: a - b),
    "*": (4, lambda a, b: a * b), "/": (4, lambda a, b: a / b),
}


class Formulas:
    """The cells of a workbook; what formulas give is computed, never read."""

    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)
        self.known = {}

    def value(self, sheet, cell):
        if cell.data_type != "f":
            return cell.value
        key = (sheet, cell.coordinate)
        if key not in self.known:
            self.known[key] = Formula(self, sheet, cell.value[1:]).whole()
        return self.known[key]

    def range(self, sheet, place):
        if "!" in place:
            sheet, place = place.split("!")
        found = self.book[sheet][place.replace("$", "")]
        if not isinstance(found, tuple):
            return self.value(sheet, found)
        return [self.value(sheet, cell) for row in found for cell in row]


class Formula:
    """One formula: computed while it is parsed.  A branch that is not taken is
    skipped, as its errors must not count."""

    def __init__(self, formulas, sheet, text):
        self.formulas, self.sheet = formulas, sheet
        self.tokens, at = [], 0
        while at < len(text):
            token = TOKEN.match(text, at)
            if not token:
                raise ValueError(f"cannot read {text[at:]!r}")
            self.tokens.append((token.lastgroup, token.group(token.lastgroup)))
            at = token.end()
        self.at, self.dead = 0, 0

    def whole(self):
        value = self.expression(0)
        if self.at != len(self.tokens):
            raise ValueError("something stands behind the formula")
        return value

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self, sign):
        if self.peek() != ("sign", sign):
            raise ValueError(f"{sign} expected")
        self.at += 1

    def expression(self, above):
        value = self.operand()
        while self.peek()[1] in OPERATORS and OPERATORS[self.peek()[1]][0] > above:
            level, apply = OPERATORS[self.peek()[1]]
            self.at += 1
            right = self.expression(level)
            value = None if self.dead else apply(value, right)
        return value

    def operand(self):
        kind, text = self.peek()
        self.at += 1
        if kind == "number":
            return float(text)
        if kind == "text":
            return text[1:-1].replace('""', '"')
        if kind == "place":
            return None if self.dead else self.formulas.range(self.sheet, text)
        if kind == "name":
            self.take("(")
            return self.condition() if text == "IF" else self.call(text)
        if text != "(":
            raise ValueError(f"{text!r} is not expected")
        value = self.expression(0)
        self.take(")")
        return value

    def branch(self, alive, end):
        self.dead += not alive
        value = self.expression(0)
        self.dead -= not alive
        self.take(end)
        return value

    def condition(self):
        holds = self.branch(True, ",")
        yes, no = self.branch(bool(holds), ","), self.branch(not holds, ")")
        return yes if holds else no

    def call(self, name):
        arguments = [self.expression(0)]
        while self.peek()[1] == ",":
            self.at += 1
            arguments.append(self.expression(0))
        self.take(")")
        return None if self.dead else FUNCTIONS[name](*arguments)
