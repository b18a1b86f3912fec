"""The published folder: sums, manifest, archives, and which names they hold."""
import hashlib
import json
import os
import re
import subprocess
import zipfile

import papers

PAPERS = ("hasil.xml", "petikan.pdf", "laporan.pdf", "ringkasan-eksekutif.pdf")
KIT = "paket-pers.zip"
PRESS = ("pers/kartu-wilayah.png", "pers/siaran-pers-wilayah.pdf", "pers/siaran-pers-wilayah.txt")
NATIONAL = ["berita-acara-pleno.pdf", "indikator.csv", "kamus-data.csv", "keputusan.pdf", "laporan-akhir-nasional.pdf",
            "nota-dinas-penetapan.pdf", "penerima-penghargaan.pdf", "peringkat-id.csv", "peringkat.csv",
            "peringkat.xlsx", "results.xml"]


def zips(folder):
    """The archives, by the path below the folder; not that of the press kit."""
    return sorted(os.path.relpath(os.path.join(base, name), folder)
                  for base, _, names in os.walk(folder) for name in names
                  if name.endswith(".zip") and name != KIT)


def entries(folder, archive):
    return sorted(zipfile.ZipFile(os.path.join(folder, archive)).namelist())


def slug(name):
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def kit(folder):
    """What stands in pers/ beside the archives."""
    return sorted(os.path.relpath(os.path.join(base, name), folder)
                  for base, _, names in os.walk(os.path.join(folder, "pers")) for name in names)


def folder_of(institution):
    """CODE-slug; the slug may be cut, and "Pemerintah" is left out."""
    name = re.sub("^Pemerintah ", "", institution["name"])
    return f"{institution['code'].lower()}-{slug(name)}"


def readable(folder):
    """Three readers of archives that we did not write."""
    for archive in zips(folder):
        path = os.path.join(folder, archive)
        for words in (["unzip", "-tqq", path], ["bsdtar", "-tf", path]):
            done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
            if done.returncode != 0 or done.stderr:
                yield f"{archive}: {words[0]}: {done.stdout}{done.stderr}"
        bad = zipfile.ZipFile(path).testzip()
        if bad:
            yield f"{archive}: zipfile: {bad}"


def odd_names(folder):
    for archive in zips(folder):
        names = zipfile.ZipFile(os.path.join(folder, archive)).namelist()
        for name in names:
            parts = name.split("/")
            if not re.fullmatch("[a-z0-9./-]+", name) or "" in parts or ".." in parts:
                yield f"{archive}: {name}"
        if len(names) != len(set(names)):
            yield f"{archive}: a name twice"


def alike(folder):
    """Whoever takes files out of several archives loses none; what is made once has names alone."""
    seen = {}
    for archive in zips(folder):
        for name in zipfile.ZipFile(os.path.join(folder, archive)).namelist():
            file = os.path.basename(name)
            if len(file) > 80 or (file in seen and "pers/data/" not in name + seen[file]):
                yield f"{archive}: {name}: {len(file)} letters; {seen.get(file)}"
            seen[file] = name


def sums(folder):
    done = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=folder,
                          capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        yield done.stdout + done.stderr
    listed = {line.split("  ", 1)[1] for line in open(os.path.join(folder, "SHA256SUMS"))
              .read().splitlines()}
    found = {os.path.relpath(os.path.join(base, name), folder)
             for base, _, names in os.walk(folder) for name in names}
    for name in found ^ (listed | {"SHA256SUMS", ".rapor-build"}):
        yield f"{name}: in the folder or in SHA256SUMS, not in both"


def digest(data):
    return {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def manifest(folder, sources):
    """Compares MANIFEST.json with what it is about; SOURCES: path of the input, and of the
    layouts by the names that it gives them."""
    text = json.load(open(os.path.join(folder, "MANIFEST.json"), encoding="utf-8"))
    if text["input"] != digest(open(sources["input"], "rb").read())["sha256"]:
        yield "the digest of the input is wrong"
    for layout in text["layouts"]:
        path = os.path.join(sources["layouts"], layout["name"])
        if {**digest(open(path, "rb").read()), "name": layout["name"]} != layout:
            yield f"{layout['name']}: not as it is"
    if [one["name"] for one in text["files"]] != sorted([*zips(folder), *kit(folder)]):
        yield f"the files are not those in the folder"
    for one in text["files"]:
        path = os.path.join(folder, one["name"])
        wanted = {**digest(open(path, "rb").read()), "name": one["name"]}
        if path.endswith(".zip") and not path.endswith(KIT):
            archive = zipfile.ZipFile(path)
            wanted["entries"] = [{**digest(archive.read(name)), "name": name}
                                 for name in sorted(archive.namelist())]
            one["entries"] = [{key: entry[key] for key in digest(b"")} | {"name": entry["name"]}
                              for entry in one["entries"]]  # of papers it says more
        if one != wanted:
            yield f"{one['name']}: not as it is"


def misplaced(found, institutions, awarded, summary):
    """What an archive holds, against a folder for each of its institutions; AWARDED: codes."""
    wanted = ["rekap.pdf", *PRESS] if summary else []
    folders = {name.split("/")[0] for name in found if "/" in name}
    for one in institutions:
        mine = [folder for folder in folders if papers.is_cut_of(folder, folder_of(one))
                and folder.startswith(one["code"].lower() + "-")]
        if len(mine) != 1:
            yield f"{one['name']}: {len(mine)} folders"
            continue
        its = PAPERS if one["index"] else (*PAPERS[:2], "surat-tidak-dinilai.pdf")
        if one["index"]:
            reached = float(one["index"]) >= 2.6
            its += ("sertifikat.pdf" if reached else "sertifikat-partisipasi.pdf",)
            its += ("nota-dinas.pdf" if one["code"] == "K27" else "surat.pdf",)
        its += ("berita-acara.pdf",) if one["met"] else ()
        its += ("piagam-peringkat.pdf", "undangan.pdf") if one["code"] in awarded else ()
        its += ("jawaban-sanggah.pdf",) if one["answered"] else ()
        its += ("pers/kartu.png", "pers/kartu.svg") if one["index"] else ()
        wanted += [f"{mine[0]}/{paper}" for paper in its]
    for name in {os.path.join(os.path.dirname(name), papers.kind(name)) for name in found} ^ set(wanted):
        yield f"{name}: {'not expected' if name in found else 'missing'}"


def large(folder):
    """What cannot be mailed: most boxes take 10 MB, many of the regions' 5 MB."""
    for archive in zips(folder):
        whole, size = zipfile.ZipFile(os.path.join(folder, archive)), {}
        for entry in whole.infolist():
            owner = entry.filename.partition("/")[0]
            size[owner] = size.get(owner, 0) + entry.compress_size
        governments = [owner for owner in size if owner[0].isdigit() and "-" in owner]
        if archive == "nasional.zip" and sum(size.values()) >= 10e6:
            yield f"{archive}: {sum(size.values())} bytes"
        if len(governments) <= 20 and archive.startswith("wilayah/") and sum(size.values()) >= 5e6:
            yield f"{archive}: {sum(size.values())} bytes for {len(governments)} governments"
        for owner in governments:
            if size[owner] >= 1e6:
                yield f"{archive}: {owner}: {size[owner]} bytes"


def tree(folder, results):
    """The archives are those of the regions, each with its own institutions alone."""
    regions = {f"wilayah/{code}-{slug(name)}.zip": code for code, name in results.regions.items()}
    wanted = sorted(["nasional.zip", "pusat.zip", *regions])
    if zips(folder) != wanted:
        yield f"archives: {sorted(set(zips(folder)) ^ set(wanted))}"
        return
    national = entries(folder, "nasional.zip")
    if [name for name in national if not name.startswith("pers/")] != NATIONAL:
        yield f"nasional.zip: {national}"
    if [name for name in national if name.startswith("pers/")] != \
            [name for name in kit(folder) if not name.startswith("pers/kartu/") and not name.endswith(KIT)]:
        yield "pers/ is not as in nasional.zip"
    awarded = results.awarded()
    for archive in wanted[1:]:
        members = [one for one in results.institutions
                   if one["region"] == regions.get(archive)]
        for problem in misplaced(entries(folder, archive), members, awarded, archive in regions):
            yield f"{archive}: {problem}"
