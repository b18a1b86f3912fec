"""large.py FOLDER: a folder as build leaves it, larger than any sample: many archives of many papers,
and a results.xml that no program should hold.  Its archives of papers are all the same."""
import hashlib
import io
import json
import os
import sys
import zipfile

ARCHIVES, PAPERS, RESULTS = 1000, 60, 257 << 20
DATE = (2021, 12, 31, 12, 0, 0)


def digest(data):
    return hashlib.sha256(data).hexdigest()


def record(name, size, sha256, entries=None):
    made = {"name": name, "size": size, "sha256": sha256}
    return {**made, "entries": entries} if entries else made


def papers():
    """An archive, and the records of what is in it."""
    held, entries = io.BytesIO(), []
    with zipfile.ZipFile(held, "w") as pack:
        for number in range(PAPERS):
            name, data = f"13.01/13.01-surat-kabupaten-contoh-{number:03}.pdf", b"%d" % number
            pack.writestr(zipfile.ZipInfo(name, DATE), data)
            entries.append(record(name, len(data), digest(data)))
    return held.getvalue(), entries


def results(path):
    """An archive of results.xml alone."""
    summed, part = hashlib.sha256(), bytes(1 << 20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        with pack.open(zipfile.ZipInfo("results.xml", DATE), "w") as entry:
            for _ in range(RESULTS >> 20):
                summed.update(part)
                entry.write(part)
    return [record("results.xml", RESULTS, summed.hexdigest())]


def main():
    folder = sys.argv[1]
    os.makedirs(folder + "/wilayah")
    files = []
    inside = results(folder + "/nasional.zip")
    data = open(folder + "/nasional.zip", "rb").read()
    files.append(record("nasional.zip", len(data), digest(data), inside))
    data, inside = papers()
    for number in range(ARCHIVES):
        name = f"wilayah/{number:04}-kabupaten-contoh.zip"
        open(f"{folder}/{name}", "wb").write(data)
        files.append(record(name, len(data), digest(data), inside))
    manifest = json.dumps({"program": "rapor", "version": "0.1.0", "files": files}, indent=1)
    open(folder + "/MANIFEST.json", "w").write(manifest)
    sums = [(digest(manifest.encode()), "MANIFEST.json")]
    sums += [(file["sha256"], file["name"]) for file in files]
    open(folder + "/SHA256SUMS", "w").write("".join(f"{sha}  {name}\n" for sha, name in sums))


main()
