#!/bin/sh
# One would bet that a sheet of labels has one geometry: the maker prints it on the box, and
# the two programs that offices on Debian print labels with, LibreOffice and gLabels, only
# copy it.
# LibreOffice's table holds sheets that do not fit on their own paper: the address labels
# L7162 of Zweckform stand 338.7 mm apart instead of 33.87, so that rows 2 to 8 fall off the page;
# L7169 of Zweckform are larger than the letter paper that they are given; green L6033 all lie on one
# another, 2.55 mm apart in a row.  And of the products of Avery that both programs have in
# one grid, more than one in four puts some label more than 0.8 mm elsewhere, the 5160 among them.
# Who prints addresses by one program on sheets laid out with the other has to try one
# sheet first: take the sizes from the box.
. "$(dirname "$0")/packages"
debian libreoffice-common glabels-data=3.4.1-4
cat >"$root/labels.py" <<'PYTHON'
import glob
import re
import sys
import xml.etree.ElementTree as ET

root, what = sys.argv[1:]
UNITS = {"mm": 1, "in": 25.4, "cm": 10, "pt": 25.4 / 72, "": 25.4 / 72}


def sheet(left, top, dx, dy, width, height, columns, rows):
    return [(left + i * dx, top + k * dy, width, height) for k in range(rows) for i in range(columns)]


def libreoffice():
    for maker in ET.parse(f"{root}/usr/lib/libreoffice/share/labels/labels.xml").getroot().iter("manufacturer"):
        for label in maker.iter("label"):
            kind, *rest = label.find("measure").text.split(";")
            dx, dy, width, height, left, top, columns, rows, *paper = map(int, rest)
            lengths = [number / 100 for number in (left, top, dx, dy, width, height)]
            if kind == "S":
                yield (maker.get("name"), label.find("name").text, sheet(*lengths, columns, rows),
                       [length / 100 for length in paper])


def length(text):
    number, unit = re.fullmatch(r"(-?[\d.]+) *([a-z]*)", text).groups()
    return float(number) * UNITS[unit]


def glabels():
    templates = {}
    for path in glob.glob(f"{root}/usr/share/libglabels-3.0/templates/avery-*.xml"):
        for template in ET.parse(path).getroot().iter("Template"):
            templates[template.get("part")] = template
    found = {}
    for part, template in templates.items():
        template = templates.get(template.get("equiv"), template)
        label = template.find("Label-rectangle")
        grids = [] if label is None else label.findall("Layout")
        if len(grids) == 1:
            lengths = [length(grids[0].get(key)) for key in ("x0", "y0", "dx", "dy")]
            lengths += [length(label.get(key)) for key in ("width", "height")]
            found[part] = sheet(*lengths, int(grids[0].get("nx")), int(grids[0].get("ny")))
    return found


def beyond(labels, paper):
    return max(max(x + width - paper[0], y + height - paper[1]) for x, y, width, height in labels)


def covered(labels):
    """By how much the first label lies on the second."""
    (x, y, width, height), (next_x, next_y, _, _) = (labels * 2)[:2]
    return min(width - (next_x - x), height if next_y == y else 0) if len(labels) > 1 else 0


def apart(ours, theirs):
    return max(max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in zip(ours, theirs))


def short(name):
    return name.split()[0]


if what == "fit":
    wrong = [(maker, short(name)) for maker, name, labels, paper in libreoffice()
             if beyond(labels, paper) > 0.5 or covered(labels) > 0.5]
    print(", ".join(f"{maker} {name}" for maker, name in wrong))
elif what == "L7162":
    for maker, name, labels, paper in libreoffice():
        if short(name) == "L7162":
            print(f"{maker} {labels[2][1]:.2f} of {paper[1]:.0f} mm", end=", " if maker != "Avery Zweckform" else "\n")
else:
    other, same = glabels(), {}
    for maker, name, labels, paper in libreoffice():
        theirs = other.get(short(name))
        if maker in ("Avery A4", "Avery Letter Size") and theirs and len(theirs) == len(labels):
            same[short(name)] = apart(labels, theirs)
    off = [name for name, by in same.items() if by > 0.8]
    print(f"{len(same)} products, {len(off)} of them more than 0.8 mm apart; 5160 by {same['5160']:.2f} mm")
PYTHON
expect 'LibreOffice, on no sheet of their own' "$(/usr/bin/python3 "$root/labels.py" "$root" fit)" \
    'Avery A4 L6033, Avery Zweckform L7162, Avery Zweckform L7169, Sigel DP001, Sigel DP002, A-one 29233'
expect 'LibreOffice, top of row 2 of L7162' "$(/usr/bin/python3 "$root/labels.py" "$root" L7162)" \
    'Avery A4 46.89 of 297 mm, Avery A4/Asia 46.89 of 297 mm, Avery Zweckform 351.72 of 297 mm'
expect 'both' "$(/usr/bin/python3 "$root/labels.py" "$root" both)" \
    '129 products, 37 of them more than 0.8 mm apart; 5160 by 0.81 mm'
finish
