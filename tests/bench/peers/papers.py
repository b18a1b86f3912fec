"""The papers that every peer makes: the words of tests/bench/layouts with the data of results.xml.

As a program: papers.py RESULTS COUNT FOLDER     writes papers.json and the pictures there"""
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts" / "spbe-2020"
COMMON = Path(__file__).resolve().parents[3] / "layouts" / "common"
LAYOUT, RESULTS = "{urn:rapor:layout:1}", "{urn:rapor:results:1}"
# Of the lines of a certificate: weight or slant, size, colour (tests/bench/layouts).
STYLES = {"line": ("light", 13, "1F2933"), "office": ("light", 11, "14284B"),
          "title": ("bold", 34, "B8870A"), "to": ("italic", 13, "1F2933"),
          "name": ("bold", 19, "14284B"), "small": ("bold", 11, "14284B"),
          "grade": ("bold", 22, "B8870A"), "sign": ("light", 11, "1F2933"),
          "signer": ("bold", 12, "1F2933")}
WIDEST = 54  # letters of a name that fits in 19 points; a longer one is set in 11


def words(text, one):
    """TEXT with its {expressions} as the institution ONE has them."""
    def value(match):
        if match[1].startswith("rank"):
            return position(one)
        return one.get(match[1].removeprefix("@"), "")
    return re.sub(r"\{([^}]*)\}", value, text)


def position(one):
    return next(rank.get("position") for rank in one.findall(RESULTS + "rank")
                if rank.get("scope") == "national")


def set_words(layout, one):
    """The words of each p and heading of LAYOUT, with the name of its style."""
    return [(p.get("style"), words("".join(p.itertext()), one)) for p in layout
            if p.tag in (LAYOUT + "p", LAYOUT + "heading")]


def boxes(layout):
    """Each box of the certificate that holds words: x, y and width in millimetres, and the p."""
    for box in layout.iter(LAYOUT + "box"):
        if box[0].tag != LAYOUT + "image":
            yield [float(box.get(side).removesuffix("mm")) for side in ("x", "y", "width")], box[0]


def certificate(layout, one):
    lines = []
    for (x, y, width), p in boxes(layout):
        text = words(p.text, one)
        style = "small" if p.get("style") == "name" and len(text) > WIDEST else p.get("style")
        face, size, color = STYLES[style]
        lines.append({"x": x, "y": y, "width": width, "face": face, "size": size, "color": color,
                      "text": text})
    return lines


def letter(layout, one):
    paragraphs = [part for section in layout.iter(LAYOUT + "section")
                  for part in set_words(section, one)]
    rows = [[row.get(key) for key in ("no", "short", "weight", "level", "target")]
            for row in one.findall(RESULTS + "indicator")]
    return {"title": paragraphs[0][1], "text": [text for style, text in paragraphs if style == "text"],
            "annex": paragraphs[-1][1], "head": head(layout), "rows": rows}


def head(layout):
    row = layout.find(f".//{LAYOUT}head/{LAYOUT}row")
    return [cell.text for cell in row]


def decree(layout, everyone):
    ranked = sorted(everyone, key=lambda one: int(one.get("n")))
    return {"title": layout.find(f".//{LAYOUT}heading").text, "head": head(layout),
            "rows": [[position(one), one.get("name"), one.get("index"), one.get("grade")]
                     for one in ranked]}


def picture(name, folder):
    """A copy that also those read who know links of the first SVG alone."""
    text = (COMMON / name).read_text(encoding="utf-8").replace(" href=", " xlink:href=")
    path = Path(folder, name)
    path.write_text(text.replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ', 1),
                    encoding="utf-8")
    return str(path.resolve())


def papers(results, count, folder):
    everyone = [one for one in ET.parse(results).getroot().findall(RESULTS + "institution")
                if one.get("index")]
    layout = {kind: ET.parse(LAYOUTS / f"{kind}.xml").getroot()
              for kind in ("certificate", "letter", "decree")}
    return {"certificate": [certificate(layout["certificate"], one) for one in everyone[:count]],
            "letter": [letter(layout["letter"], one) for one in everyone[:count]],
            "decree": [decree(layout["decree"], everyone)],
            "frame": picture("certificate-frame.svg", folder),
            "emblem": picture("emblem.svg", folder)}


if __name__ == "__main__":
    made = papers(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    Path(sys.argv[3], "papers.json").write_text(json.dumps(made), encoding="utf-8")
