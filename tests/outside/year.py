"""The evaluation of two provinces and nine ministries, cut out of the national sample; and what a
manifest says of papers.
usage: year.py cut NATIONAL [CODE:NO=LEVEL...] | papers FOLDER | editions FOLDER"""
import json
import re
import subprocess
import sys
import zipfile


def cut(path, changes):
    text = open(path, encoding="utf-8").read()
    first = text.index("<institution ")
    head = re.sub(r'<region code="(?!8[12]")[^>]*/>\s*', "", text[:first])
    head = re.sub(r'\s+institution="[^"]*"', "", head)
    found = re.findall(r"<institution [^>]*?/>|<institution .*?</institution>", text[first:], re.S)
    kept = [one for one in found if re.match(r'<institution code="(8[12]|K0)', one)]
    for change in changes:
        code, no, level = re.match(r"(.*):(.*)=(.*)", change).groups()
        kept = [re.sub(rf'(<indicator no="{no}" level=)"\d"', rf'\1"{level}"', one)
                if f'code="{code}"' in one[:40] else one for one in kept]
    print(head + "\n  ".join(kept) + "\n</evaluation>")


def papers(folder):
    """KIND CODE EDITION NUMBER FILE CONTENT, a line each."""
    with open(f"{folder}/MANIFEST.json", encoding="utf-8") as file:
        manifest = json.load(file)
    for one in manifest["files"]:
        for paper in [one, *one.get("entries", [])]:
            if "kind" in paper:
                print(paper["kind"], paper.get("code", "-"), paper.get("edition", 0),
                      paper.get("number", "-").replace(" ", "_"), paper["sha256"], paper["content"])


def editions(folder):
    """A paper of each kind that takes the place of another: does it say so?"""
    with open(f"{folder}/MANIFEST.json", encoding="utf-8") as file:
        files = json.load(file)["files"]
    found = {paper["kind"]: (one, paper) for one in files for paper in one.get("entries", [])
             if paper.get("edition", 0) > 1}
    mute = [kind for kind, (one, paper) in found.items()
            if not says(f"{folder}/{one['name']}", paper)]
    sys.exit(f"say nothing: {mute}; of {list(found)}" if mute or len(found) < 5 else 0)


def says(archive, paper):
    with zipfile.ZipFile(archive) as opened:
        text = subprocess.run(["pdftotext", "-", "-"], input=opened.read(paper["name"]),
                              capture_output=True, check=True).stdout.decode()
    return f"{paper['edition']}, menggantikan edisi" in " ".join(text.split())


if __name__ == "__main__":
    if sys.argv[1] == "cut":
        cut(sys.argv[2], sys.argv[3:])
    elif sys.argv[1] == "editions":
        editions(sys.argv[2])
    else:
        papers(sys.argv[2])
