#!/usr/bin/python3
"""Holds what the kit says of its data against the data.  usage: press_data.py KIT; a line for each fault."""
import csv
import json
import os
import re
import sys

KIT = sys.argv[1]
NAME = re.compile(r"[a-z0-9][-a-z0-9_.]*$")
faults = []


def say(condition, what):
    if not condition:
        faults.append(what)


def rows_of(path):
    with open(f"{KIT}/data/{path}", encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def load(path):
    with open(f"{KIT}/data/{path}", encoding="utf-8") as file:
        return json.load(file)


def fits(value, field):
    """As Table Schema has it; no value where it is empty."""
    forms = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "string": ".*"}
    return value == "" or re.fullmatch(forms[field["type"]], value) is not None


def check_table(resource):
    name, fields = resource["name"], resource["schema"]["fields"]
    rows = rows_of(resource["path"])
    say(rows[0] == [field["name"] for field in fields], f"{name}: other heads than {rows[0]}")
    say(len(set(rows[0])) == len(rows[0]), f"{name}: a head twice")
    for row in rows[1:]:
        say(len(row) == len(fields), f"{name}: {row}")
        for value, field in zip(row, fields):
            say(fits(value, field), f"{name}: {field['name']} is no {field['type']}: {value}")
    for key in resource["schema"]["primaryKey"]:
        column = [row[rows[0].index(key)] for row in rows[1:]]
        say("" not in column and len(set(column)) == len(column), f"{name}: {key} is no key")
    say(all(field["description"] for field in fields), f"{name}: a column without description")


def check_package():
    package = load("datapackage.json")
    say(NAME.match(package["name"]), "a name of a package")
    say(package["licenses"][0]["name"] == "CC-BY-4.0", "licence")
    names = [resource["name"] for resource in package["resources"]]
    say(names and len(set(names)) == len(names) and all(map(NAME.match, names)), f"names: {names}")
    for resource in package["resources"]:
        say(os.path.exists(f"{KIT}/data/{resource['path']}"), f"{resource['path']} is missing")
        if "schema" in resource:
            check_table(resource)
    tables = [resource for resource in package["resources"] if "schema" in resource]
    for resource in tables:
        objects, rows = load(resource["name"] + ".json"), rows_of(resource["path"])
        say(len(objects) == len(rows) - 1, f"{resource['name']}: JSON has other rows than CSV")
        say(not objects or list(objects[0]) == rows[0], f"{resource['name']}: other names in JSON")
    return {(resource["name"], field["name"]) for resource in tables for field in resource["schema"]["fields"]}


def check_codes():
    rows = rows_of("peringkat.csv")
    code, bps, name = (rows[0].index(key) for key in ("code", "bps", "name"))
    for row in rows[1:]:
        if re.fullmatch(r"\d\d(\.\d\d)?", row[code]):
            say(re.fullmatch(r"\d{2}|\d{4}|", row[bps]), f"{row[name]}: code of BPS {row[bps]}")
            say(len(row[bps]) in (0, len(row[code].replace(".", ""))), f"{row[name]}: {row[bps]}")
        else:
            say(row[bps] == "", f"{row[name]} has a code of BPS")


def check_portal():
    portal = load("ckan.json")
    for key in ("name", "title", "notes", "license_id", "owner_org", "tags", "resources", "extras"):
        say(portal.get(key), f"CKAN: no {key}")
    say(re.fullmatch(r"[a-z0-9_-]{2,100}", portal["name"]), f"CKAN: name {portal['name']}")
    say(re.fullmatch(r"[a-z0-9_-]{2,100}", portal["owner_org"]), f"CKAN: {portal['owner_org']}")
    say(all(re.fullmatch(r"[\w .-]{2,100}", tag["name"]) for tag in portal["tags"]), "CKAN: tags")
    catalogue = load("dcat.jsonld")
    say(catalogue["@type"] == "dcat:Dataset", "DCAT: no data set")
    links = [one["url"] for one in portal["resources"]]
    links += [one["dcat:downloadURL"]["@id"] for one in catalogue["dcat:distribution"]]
    say(all(one["name"] for one in portal["resources"]), "CKAN: a resource without a name")
    for link in links:
        say(os.path.exists(f"{KIT}/data/{link.rsplit('/', 1)[-1]}"), f"{link} leads nowhere")


def check_forms():
    variables, indicators, activity = (rows_of(f"ms-{form}.csv") for form in ("variabel", "indikator", "kegiatan"))
    listed = rows_of("daftar-indikator.csv")
    say([row[0] for row in variables[1:]] == [row[1] for row in listed[1:]], "MS-Var: other variables")
    for name, rows in (("MS-Var", variables), ("MS-Ind", indicators), ("MS-Keg", activity)):
        say(all(len(row) == len(rows[0]) for row in rows), f"{name}: rows of other lengths")
    told = {row[1]: row[2] for row in activity}
    say(told["Instansi penyelenggara"] and told["Tahun"], "MS-Keg: nobody, or no year")
    say(len(indicators) > 3, "MS-Ind: no parts of the index")


columns = check_package()
dictionary = {(row[0], row[1]) for row in rows_of("kamus-data.csv")[1:]}
say(dictionary == columns, f"dictionary: {sorted(dictionary ^ columns)[:5]}")
say(all(row[5] and row[7] for row in rows_of("kamus-data.csv")), "dictionary: a column without a meaning or a source")
check_codes()
check_portal()
check_forms()
print("\n".join(faults))
sys.exit(1 if faults else 0)
