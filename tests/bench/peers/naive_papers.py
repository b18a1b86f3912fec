#!/usr/bin/python3
"""cairo and pango by naive.c, its lines written from the papers.
usage: naive_papers.py PAPERS KIND COUNT FOLDER        NAIVE in the environment names the program"""
import json
import os
import subprocess
import sys
from pathlib import Path

FACES = {"light": "", "bold": "Bold", "italic": "Italic"}


def rows(one):
    return ["\t".join(cells) for cells in (one["head"], *one["rows"])]


def certificate(lines):
    return ["\t".join((str(one["x"]), str(one["y"]), str(one["width"]), FACES[one["face"]],
                       str(one["size"]), one["color"], one["text"])) for one in lines]


def letter(one):
    return [one["title"], *one["text"], "", one["annex"], *rows(one)]


def decree(one):
    return [one["title"], *rows(one)]


def main(papers, kind, count, folder):
    papers = json.loads(Path(papers).read_text())
    body = {"certificate": certificate, "letter": letter, "decree": decree}[kind]
    with open(f"{folder}/lines", "w", encoding="utf-8") as out:
        out.write(kind + "\n")
        for number in range(int(count)):
            one = papers[kind][number % len(papers[kind])]
            out.write("\n".join(body(one)) + "\n\n")
    subprocess.run([os.environ["NAIVE"], "lines", ".", papers["frame"], papers["emblem"]], cwd=folder,
                   check=True)
    Path(folder, "lines").unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
