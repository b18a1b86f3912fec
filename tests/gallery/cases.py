"""Evaluations for the gallery, cut from the national sample: few institutions, equal ones, long names."""
import copy
import os
import xml.etree.ElementTree as tree

SPACE = "urn:rapor:evaluation:1"
LONG = 80  # letters of a long name

tree.register_namespace("", SPACE)


def tag(name):
    return f"{{{SPACE}}}{name}"


def institutions(root):
    return root.findall(tag("institution"))


def is_assessed(one):
    return one.get("status") != "not-assessed"


def keep(root, wanted):
    for number, one in enumerate(institutions(root)):
        if not wanted(number, one):
            root.remove(one)
    issuer = root.find(tag("issuer"))
    if issuer.get("institution") not in [one.get("code") for one in institutions(root)]:
        issuer.attrib.pop("institution", None)


def three(root):
    keep(root, lambda _, one: one.get("code") in ("13.01", "13.03", "13.76"))


def single(root):
    keep(root, lambda _, one: one.get("code") == "13.01")


def levels_of(one):
    return [int(indicator.get("level", "3")) for indicator in one.findall(tag("indicator"))]


def give_levels(one, levels):
    for indicator, level in zip(one.findall(tag("indicator")), levels):
        for score in list(indicator):
            indicator.remove(score)
        indicator.set("level", str(level))


def ties(root):
    """A province whose institutions have one of three results."""
    keep(root, lambda _, one: one.get("region") == "13" and is_assessed(one))
    results = [levels_of(one) for one in institutions(root)[:3]]
    for number, one in enumerate(institutions(root)):
        give_levels(one, results[number % 3])


def equal(root):
    """Twelve institutions that are all alike."""
    keep(root, lambda _, one: one.get("region") == "13" and is_assessed(one))
    for one in institutions(root)[12:]:
        root.remove(one)
    for one in institutions(root):
        give_levels(one, [3] * len(levels_of(one)))


def missing(root):
    """Most are not assessed: whole provinces and groups have no value."""
    def absent(number, one):
        return one.get("region", "0") > "40" or one.get("group") == "lpnk" or number % 3 > 0
    for number, one in enumerate(institutions(root)):
        if is_assessed(one) and absent(number, one):
            for child in list(one):
                one.remove(child)
            one.set("status", "not-assessed")
            one.set("reason", "tidak mendaftar")


def long_name(start):
    words = "Contoh Nama Instansi yang Sengaja Dibuat Sangat Panjang untuk Menguji Diagram dan Label".split()
    name = start
    for word in words * 2:
        if len(name) + 1 + len(word) > LONG:
            break
        name += " " + word
    return name + " " * (len(name) < LONG) + "x" * (LONG - len(name) - 1)


def names(root):
    """Every name has eighty letters."""
    keep(root, lambda number, one: is_assessed(one) and (one.get("region") == "13" or number % 9 == 0))
    for number, one in enumerate(institutions(root)):
        one.set("name", long_name(f"Pemerintah {number + 1}"))
    for region in root.findall(tag("region")):
        region.set("name", long_name(f"Provinsi {region.get('code')}"))


def before(root):
    """The year before: some levels are one lower, a few one higher."""
    root.set("year", "2020")
    for child in root:
        for dated in child.iter():
            for key in ("date", "year"):
                if dated.get(key, "").startswith("2021"):
                    dated.set(key, "2020" + dated.get(key)[4:])
    for number, one in enumerate(institutions(root)):
        for history in one.findall(tag("history")):
            one.remove(history)
        steps = [-1 if (number * 7 + place * 5) % 11 < 3 else (number + place) % 23 == 0 for place in range(60)]
        give_levels(one, [min(5, max(1, level + step)) for level, step in zip(levels_of(one), steps)])


def draft(root):
    root.find(tag("decree")).set("status", "draft")


def certified(root):
    """A copy of the decree, and who says that it is one."""
    decree = root.find(tag("decree"))
    decree.set("status", "salinan")
    office = {"document": "salinan", "name": "Citra Contoh, S.H.", "office": "Kepala Biro Contoh"}
    root.insert(list(root).index(decree) + 1, tree.Element(tag("signatory"), office))


def electronic(root):
    for signatory in root.findall(tag("signatory")):
        signatory.set("signing", "electronic")


def names_before(root):
    names(root)
    before(root)


CASES = {"three": three, "one": single, "ties": ties, "equal": equal, "missing": missing, "names": names,
         "before": before, "names-before": names_before, "draft": draft, "copy": certified, "electronic": electronic}


def make(sample, folder):
    """Writes every case into FOLDER and returns its path by name."""
    whole = tree.parse(sample).getroot()
    paths = {"national": sample}
    for name, change in CASES.items():
        root = copy.deepcopy(whole)
        change(root)
        paths[name] = os.path.join(folder, name + ".xml")
        tree.ElementTree(root).write(paths[name], encoding="UTF-8", xml_declaration=True)
    return paths
