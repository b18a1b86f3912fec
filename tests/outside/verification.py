"""The pages behind the QR codes, in Chromium: from a server on the loopback and from disk.
usage: verification.py FOLDER CODE PDF GUIDE; FOLDER is a built one, PDF a paper of CODE from it, GUIDE the page of a pack"""
import base64
import hashlib
import json
import os
import sys

import browser

SET = """
const bytes = Uint8Array.from(atob(arguments[0]), c => c.charCodeAt(0));
const list = new DataTransfer();
list.items.add(new File([bytes], "a.pdf"));
const input = document.getElementById("file");
input.files = list.files;
input.dispatchEvent(new Event("change"));
const done = arguments[arguments.length - 1];
const wait = () => document.getElementById("answer").textContent ? done(document.getElementById("answer").textContent) : setTimeout(wait, 50);
wait();
"""


def problems(chromium, base, code, paper, papers):

    mine = [one for one in papers if one["code"].split("-")[1] == code]
    for path in {one["page"] for one in mine}:
        chromium.open(f"{base}/{path}index.html")
        chromium.shape(320, 640)
        text = chromium.run("return document.body.innerText")
        for one in (one for one in mine if one["page"] == path):
            if one["sha256"] not in text or one.get("number", "") not in text:
                yield f"{path}: does not tell of {one['kind']}, edition {one['edition']}"
        if chromium.run("return document.documentElement.scrollWidth > innerWidth"):
            yield f"{path}: wider than 320 pixels"
        if chromium.run("return document.scripts.length"):
            yield f"{path}: has a script"
        if chromium.run("return [...document.querySelectorAll('[src], link:not([rel=icon]), [href^=\"http\"]')].length"):
            yield f"{path}: loads something, or leads elsewhere"
    if not any("replaced" in one["state"] for one in mine):
        yield "nothing is replaced"
    with open(paper, "rb") as file:
        content = file.read()
    chromium.open(f"{base}/v/index.html")
    answer = chromium.wait_for(SET, base64.b64encode(content).decode())
    if "Berkas ini asli" not in answer or "berlaku" not in answer:
        yield f"its own paper: {answer}"
    chromium.open(f"{base}/v/index.html")
    answer = chromium.wait_for(SET, base64.b64encode(content + b"\n").decode())
    if "telah diubah" not in answer:
        yield f"a paper that was altered: {answer}"
    chromium.open(f"{base}/v/index.html")
    chromium.run("document.getElementById('code').value = arguments[0].toLowerCase();"
                 "document.querySelector('button').click()", mine[0]["code"])
    for _ in range(50):
        if chromium.run("return location.href").endswith(mine[0]["page"] + "index.html"):
            break
    else:
        yield f"by hand, {mine[0]['code']}: leads to {chromium.run('return location.href')}"
    yield from chromium.errors()


def wide(chromium, guide):
    chromium.open(f"file://{os.path.abspath(guide)}")
    chromium.shape(320, 640)
    if chromium.run("return document.documentElement.scrollWidth > innerWidth"):
        yield f"{guide}: wider than 320 pixels"


def main(folder, code, paper, guide):
    pages = os.path.abspath(f"{folder}/verifikasi")
    with open(f"{pages}/data.json", encoding="utf-8") as file:
        papers = json.load(file)
    with open(paper, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    bad = [] if any(one["sha256"] == digest for one in papers) else ["data.json: not the digest of the paper"]
    with browser.Browser() as chromium:
        for base in (browser.serve(pages), f"file://{pages}"):
            bad += [f"{base}: {text}" for text in problems(chromium, base, code, paper, papers)]
        bad += wide(chromium, guide)
    print("\n".join(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
