"""Unpacks what was built from a sample and reads its papers: every institution
has its own, and the reports say index, grade and what the sample is about.
usage: sample_papers.py SAMPLE FOLDER"""
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "outside"))
import contents
import papers

MOST = 6  # institutions of a sample whose papers are read, spread over all

RESULTS = "{urn:rapor:results:1}"
EVALUATION = "{urn:rapor:evaluation:1}"

# What each sample is about, as its papers must say it: document, institution, words.
ABOUT = {
    "solok-2020": [
        ("laporan", "13.72", "Solok Siaga, Sipintar Izin, e-Surat Lama, dan Kinerja Kita tidak lagi digunakan"),
        ("laporan", "13.72", "Layanan pengaduan dan perizinan diberikan melalui beberapa aplikasi"),
        ("laporan", "13.72", "dalam satu portal"),
        ("laporan", "13.72", "Antre Sehat ditempatkan pada penyedia luar"),
        ("laporan", "13.72", "pedoman audit TIK"),
        ("berita-acara", "13.72", "secara virtual dari Ruang Rapat Balai Kota Solok"),
        ("berita-acara", "13.72", "Ratna Contoh Pertiwi Ketua tim"),
    ],
    "kaltara-2018": [
        ("laporan", "65.OPD.18", "Peta Kawasan Hutan dan Lapor Api ditempatkan pada penyedia luar"),
        ("berita-acara", "65", "selama tiga hari"),
        ("rekap-perangkat-daerah", None, "kuesioner belum disampaikan sampai penilaian ditutup"),
    ],
    "pangkalpinang-2021": [
        ("laporan", "19.71", "dan kebijakan audit TIK belum ditetapkan. Penetapannya perlu didahulukan"),
        ("laporan", "19.71", "Kegiatan pada manajemen risiko"),
        ("laporan", "19.71", "dan audit keamanan SPBE sudah berjalan, tetapi belum dituangkan dalam prosedur"),
        ("berita-acara", "19.71", "Senin, tanggal dua puluh tiga bulan Agustus tahun dua ribu dua puluh satu"),
    ],
    "kukar-2020": [
        ("berita-acara", "64.02", "selama dua hari"),
        ("berita-acara", "64.02", "Universitas Mulawarman"),
        ("laporan", "64.02.16", "Enam puluh kantor desa belum terjangkau jaringan kabupaten"),
        ("laporan", "64.02.11", "Bursa Kerja Kukar tidak lagi digunakan"),
    ],
}


def unpack(folder):
    for archive in sorted(folder.rglob("*.zip")):
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder / "unpacked")
    return folder / "unpacked"


def words(paper):
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True)
    return " ".join(text.stdout.split())


def papers_of(root, kind, code):
    """CODE-KIND-NAME.pdf in the folder CODE-NAME; the name of a longer kind is none of it."""
    found = []
    for folder in root.glob(f"{code.lower()}-*/"):
        begin = f"{code.lower()}-{kind}-"
        name = folder.name[len(code) + 1:]
        found += [file for file in folder.glob(f"{begin}*.pdf") if papers.is_cut_of(file.stem[len(begin):], name)]
    return found


def paper_of(root, kind, code):
    if code is None:
        return next(root.glob(f"*-{kind}-*.pdf"))
    found = papers_of(root, kind, code)
    if len(found) != 1:
        sys.exit(f"{kind} of {code}: {len(found)} of them")
    return found[0]


def own_papers(root, institution):
    """A report, a letter or, where it is the issuer, a note, and one of the two certificates."""
    code = institution.get("code")
    for kinds in (("laporan",), ("surat", "nota-dinas"), ("sertifikat", "sertifikat-partisipasi")):
        found = [kind for kind in kinds if len(papers_of(root, kind, code)) == 1]
        if len(found) != 1:
            sys.exit(f"{code}: has {found} of {kinds}")


def index_and_grade(root, institution):
    """The report says the index, the certificate of achievement the index and the grade."""
    index = institution.get("index").replace(".", ",")
    report = words(paper_of(root, "laporan", institution.get("code")))
    said = [f"sebesar {index} dengan {word} {institution.get('grade')}" for word in ("predikat", "kategori")]
    if not any(papers.rejoined(one) in papers.rejoined(report) for one in said):
        sys.exit(f"{institution.get('code')}: the report does not say \"{said[0]}\"")
    if not papers_of(root, "sertifikat", institution.get("code")):
        return
    # Letters of the grade stand apart.
    certificate = words(paper_of(root, "sertifikat", institution.get("code"))).replace(" ", "").lower()
    if index not in certificate or institution.get("grade").replace(" ", "").lower() not in certificate:
        sys.exit(f"{institution.get('code')}: the certificate lacks index or grade")


def ways_through(root, institution):
    """The report's contents and index are right, its executive summary is one page."""
    indicators = [one.attrib for one in institution.findall(RESULTS + "indicator")]
    folder = paper_of(root, "laporan", institution.get("code")).parent
    for problem in contents.judge(folder, indicators):
        sys.exit(problem)


def main():
    sample, folder = Path(sys.argv[1]), Path(sys.argv[2])
    root = unpack(folder)
    results = ET.parse(root / "results.xml").getroot().findall(RESULTS + "institution")
    assessed = [one for one in results if one.get("index")]
    if not assessed:
        sys.exit("nobody is assessed")
    for institution in assessed:
        own_papers(root, institution)
    for institution in assessed[::-(-len(assessed) // MOST)]:
        index_and_grade(root, institution)
        ways_through(root, institution)
    for institution in ET.parse(sample).getroot().findall(EVALUATION + "institution"):
        if institution.find(EVALUATION + "session") is not None:
            paper_of(root, "berita-acara", institution.get("code"))
    for kind, code, said in ABOUT.get(sample.stem, ()):
        if said not in words(paper_of(root, kind, code)):
            sys.exit(f"{kind} of {code}: does not say \"{said}\"")


if __name__ == "__main__":
    main()
