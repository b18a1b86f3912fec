"""What doc/formats.md and doc/instruments.md say, held against schemas and program.

usage: docs.py extract DOC FOLDER       write the examples marked file=NAME
       docs.py names DOC SCHEMA         every element and attribute has its place
       docs.py holds EXAMPLE... SCHEMA  the examples together use every element and attribute
       docs.py console DOC PROGRAM      the commands print what stands under them
       docs.py manifest DOC MANIFEST    the JSON example has the members of a real one
Each prints what is wrong, and ends with 1 if anything is.
"""
import json
import os
import re
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET

RNG = "{http://relaxng.org/ns/structure/1.0}"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def fences(doc):
    """All (info, body) of the document's fenced blocks."""
    return re.findall(r"^```(\w[^\n]*)\n(.*?)^```$", read(doc), re.M | re.S)


def extract(doc, folder):
    wrong = []
    for info, body in fences(doc):
        name = re.search(r" file=(\S+)", info)
        if name:
            path = os.path.join(folder, name[1])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(body)
        elif info.split()[0] == "xml":
            wrong.append("an example of XML has no file= and is never run")
    return wrong


class Schema:
    """The elements of a RelaxNG schema, each with its attributes: {name: (required, values)}."""

    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.defines = {one.get("name"): one for one in root.iter(RNG + "define")}
        self.elements = {}
        self.walk(root.find(RNG + "start"), None, True)

    def walk(self, node, attributes, required):
        for child in node:
            kind = child.tag.removeprefix(RNG)
            if kind == "element":
                self.enter(child)
            elif kind == "attribute":
                self.add(child, attributes, required)
            elif kind == "ref":
                self.walk(self.defines[child.get("name")], attributes, required)
            else:
                optional = kind in ("optional", "choice", "zeroOrMore")
                self.walk(child, attributes, required and not optional)

    def enter(self, element):
        if element.get("name") not in self.elements:
            self.elements[element.get("name")] = {}
            self.walk(element, self.elements[element.get("name")], True)

    def add(self, attribute, attributes, required):
        values = attributes.setdefault(attribute.get("name"), (required, set()))[1]
        values.update(value.text for value in attribute.iter(RNG + "value"))


def sections(doc):
    """{element: {attribute: (required, value cell)}} of all headings that name elements."""
    found = {}
    for section in re.split(r"^##+ ", read(doc), flags=re.M)[1:]:
        names = re.findall(r"`([\w-]+)`", section.split("\n")[0])
        rows = re.findall(r"^\| `([\w-]+)` \| (yes|no) \| (.*?) \|", section, re.M)
        for name in names:
            found[name] = {row[0]: (row[1] == "yes", row[2]) for row in rows}
    return found


def names(doc, schema):
    wrong, said = [], sections(doc)
    elements = Schema(schema).elements
    for element, attributes in elements.items():
        if element not in said:
            wrong.append(f"{element} has no heading")
            continue
        rows = said[element]
        wrong += [f"{element} has no attribute {name}" for name in rows.keys() - attributes.keys()]
        for name, (required, values) in attributes.items():
            if name not in rows:
                wrong.append(f"{name} of {element} is not told")
            elif rows[name][0] != required:
                wrong.append(f"{name} of {element}: required is {required}")
            else:
                wrong += [f"{name} of {element}: {value} is not told"
                          for value in values if f"`{value}`" not in rows[name][1]]
    wrong += [f"there is no element {element}" for element in said.keys() - elements.keys()
              if said[element]]
    return wrong


def holds(*paths):
    *examples, schema = paths
    used = {}
    for example in examples:
        for element in ET.parse(example).iter():
            used.setdefault(element.tag.split("}")[1], set()).update(element.keys())
    return [f"{element}/@{name} is not in the examples" if element in used
            else f"{element} is not in the examples"
            for element, attributes in Schema(schema).elements.items()
            for name in [*attributes, ""] if name not in used.get(element, ()) and
            (name or element not in used)]


def console(doc, program):
    wrong = []
    for info, body in fences(doc):
        if info != "console":
            continue
        for part in re.split(r"^\$ rapor ", body, flags=re.M)[1:]:
            command, _, expected = part.partition("\n")
            run = subprocess.run([program, *shlex.split(command)], text=True, check=False,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            # A line of three dots stands for any lines.
            wanted = re.escape(expected).replace(r"\.\.\." + "\\\n", r"(?:.*\n)*?")
            if run.returncode != 0 or not re.fullmatch(wanted, run.stdout):
                wrong.append(f"rapor {command} prints:\n{run.stdout}and not:\n{expected}")
    return wrong


def members(value):
    """The names in a JSON value, those of lists from their first entry that has any."""
    if isinstance(value, dict):
        return {name: members(one) for name, one in value.items()}
    if isinstance(value, list):
        return next((members(one) for one in value if one), None)
    return None


def example(doc, path, member):
    """The example of JSON that has such a member is like the file."""
    told = next(one for one in (json.loads(body) for info, body in fences(doc) if info == "json")
                if member in one)
    real = json.loads(read(path))
    return [] if members(told) == members(real) else [f"{members(told)} and not {members(real)}"]


def main():
    checks = {"extract": extract, "names": names, "holds": holds, "console": console,
              "example": example}
    wrong = checks[sys.argv[1]](*sys.argv[2:])
    for line in wrong:
        print(f"# {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
