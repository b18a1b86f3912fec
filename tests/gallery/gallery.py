"""Renders every document and every chart in every case and form, on one page to look at.
usage: gallery.py PROGRAM FOLDER [CASE...]"""
import concurrent.futures
import html
import itertools
import os
import re
import subprocess
import sys

import cases

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
NATIONAL = os.path.join(ROOT, "samples", "nasional-2021.xml")
NONE_SUCH = 65  # the chart cannot be made of that

# Name, what it shows, evaluation, evaluations of earlier years, what charts are made of.
NATION, GROUP, REGION, ONE = (), ("--group", "kota"), ("--region", "13"), ("--institution", "13.01")
CHARTS = (
    ("national", "637 institutions, 120 not assessed, and the year before", "national", ("before",),
     (NATION, GROUP, REGION, ONE)),
    ("three", "three institutions", "three", (), (NATION, REGION, ONE)),
    ("one", "one institution", "one", (), (NATION, REGION, ONE)),
    ("ties", "seventeen institutions with three results", "ties", (), (NATION, REGION, ONE)),
    ("equal", "twelve institutions that are all alike", "equal", (), (NATION, REGION, ONE)),
    ("missing", "539 of 637 not assessed, provinces and groups without a value", "missing", ("before",),
     (NATION, REGION)),
    ("names", "names of eighty letters", "names", ("names-before",), (NATION, REGION, ONE)),
    ("instruments", "a city in two years, by two instruments", "denpasar", ("denpasar-2018",),
     (NATION, ("--institution", "51.71"))),
    ("units", "the units of one government", "opd", (), (NATION,)),
)
SHAPES = (("wide", "dark"), ("wide", "ministry"), ("square", "print"), ("tall", "print"))
DARK_SHAPES = (("square", "dark"), ("tall", "dark"))  # of the whole nation only
FORMS = ("svg", "png", "pdf", "csv", "id.csv", "txt")

# Title, evaluation, kind, whose, pages.
DOCUMENTS = (
    ("Decree", "national", "decree", (), (1, 2, 3, 4)),
    ("Decree, a draft", "draft", "decree", (), (1,)),
    ("Decree, a certified copy", "copy", "decree", (), (1,)),
    ("Decree, to be signed electronically", "electronic", "decree", (), (2,)),
    ("Letter", "national", "letter", ONE, (1,)),
    ("Letter, to be signed electronically", "denpasar", "letter", (), (1,)),
    ("Letter of a draft", "draft", "letter", ONE, (1,)),
    ("Certificate of the index", "national", "certificate", ONE, (1,)),
    ("Award of a rank", "national", "award", ONE, (1,)),
    ("Certificate of participation", "national", "participation", ("--institution", "61.07"), (1,)),
    ("Certificate, to be signed electronically", "electronic", "certificate", ONE, (1,)),
    ("Winners", "national", "winners", (), (1,)),
    ("Report", "denpasar", "report", (), (1, 2, 3, 4, 5, 6, 7)),
    ("Executive summary", "denpasar", "brief", (), (1,)),
    ("Minutes", "solok", "minutes", (), (1, 2)),
    ("Summary of a province", "national", "summary", ("--region", "13"), (1, 2)),
    ("Units of a government", "opd", "units", (), (1, 2)),
    ("Excerpt of the decree", "national", "excerpt", ONE, (1,)),
    ("Memorandum to the issuer", "national", "memo", ("--institution", "K27"), (1,)),
    ("Letter to who was not assessed", "national", "reminder", ("--institution", "11.01"), (1,)),
    ("Minutes of the plenary meeting", "national", "plenary", (), (1,)),
    ("Memorandum with the draft", "national", "submission", (), (1,)),
    ("Final report on all", "national", "national-report", (), (1, 3, 4)),
    ("Order of calling, and seats", "national", "calling", (), (1, 3)),
    ("Address labels", "national", "labels", (), (1,)),
    ("Cover letter and receipts of a province", "national", "cover", ("--region", "13"), (1, 2)),
    ("Attendance", "national", "attendance", ONE, (1,)),
    ("Self-assessment and consent", "national", "self-assessment", ONE, (1, 3)),
    ("Objection", "national", "objection", ONE, (1,)),
    ("Press release", "national", "release", (), (1,)),
    ("Press release of a province", "national", "release-region", ("--region", "13"), (1,)),
    ("Card of an institution", "national", "card", ONE, (1,)),
    ("Card of a province", "national", "card-region", ("--region", "13"), (1,)),
)


class Gallery:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        os.makedirs(os.path.join(folder, "cases"), exist_ok=True)
        os.makedirs(os.path.join(folder, "documents"), exist_ok=True)
        self.inputs = cases.make(NATIONAL, os.path.join(folder, "cases"))
        for name, file in (("denpasar", "denpasar-2021"), ("denpasar-2018", "denpasar-2018"),
                           ("solok", "solok-2020"), ("opd", "opd-2021")):
            self.inputs[name] = os.path.join(ROOT, "samples", file + ".xml")
        self.failures = []

    def call(self, *words):
        """True where it worked, None where there is no such chart."""
        done = subprocess.run([self.program, *words], capture_output=True, text=True, check=False)
        if done.returncode == NONE_SUCH and "there is no chart" in done.stderr:
            return None
        if done.returncode != 0:
            self.failures.append(" ".join(words) + "\n" + done.stderr)
        return done.returncode == 0

    def chart(self, case, whose, kind, theme, form):
        """Makes one file; returns its name below the folder."""
        name, _, evaluation, history, _ = case
        size, colours = theme
        stem = "-".join((kind, *whose[1:], size, colours))
        file = os.path.join(name, f"{stem}.{form}")
        past = itertools.chain(*(("--history", self.inputs[year]) for year in history))
        made = self.call("chart", self.inputs[evaluation], "--kind", kind, *whose, *past, "--size", size,
                         "--theme", colours, "-o", os.path.join(self.folder, file))
        return file if made else None

    def document(self, row):
        """Makes the pages as pictures and the whole as a PDF; returns their names."""
        title, evaluation, kind, whose, pages = row
        stem = "documents/" + re.sub("[^a-z]+", "-", title.lower())
        words = ("preview", self.inputs[evaluation], "--layout", kind, *whose)
        files = []
        for page in pages:
            file = f"{stem}-{page}.png"
            path = os.path.join(self.folder, file)
            if self.call(*words, "--page", str(page), "--resolution", "80", "-o", path):
                files.append(file)
        self.call(*words, "-o", os.path.join(self.folder, stem + ".pdf"))
        return title, files, stem + ".pdf"


def names_of_charts(program):
    lines = subprocess.run([program, "chart", "--list"], capture_output=True, text=True, check=True).stdout
    return [line.split(None, 1) for line in lines.splitlines()]


def text_of(folder, file):
    with open(os.path.join(folder, file), encoding="utf-8") as stream:
        return stream.read()


def inline(folder, file, prefix):
    """The picture as part of the page; what it names is named once on the page."""
    svg = re.sub(r"^<\?xml[^>]*\?>\s*", "", text_of(folder, file))
    for name in set(re.findall(r'\bid="([^"]+)"', svg)):
        svg = re.sub(rf'(id="|href="#|url\(#|labelledby="|\s){re.escape(name)}(?=["\s)])', rf"\g<1>{prefix}{name}", svg)
    return svg


def chart_html(gallery, number, made):
    """A figure: the wide one as SVG, the others beside it, links to every form."""
    kind, about, whose, files = made
    folder = gallery.folder
    shown = inline(folder, files["svg"], f"g{number}-")
    others = "".join(f'<a href="{file}"><img class="{file.split("-")[-2]}" loading="lazy" src="{file}" '
                     f'alt="{kind}, {key}"></a>' for key, file in files.items() if key not in FORMS)
    links = " ".join(f'<a href="{files[form]}">{form}</a>' for form in FORMS)
    words = html.escape(text_of(folder, files["txt"]).strip().splitlines()[0])
    return (f'<figure><div class="main">{shown}</div><div class="others">{others}</div>'
            f'<figcaption><b>{kind}</b> {" ".join(whose[1:]) or "all"} <span>{html.escape(about)}</span><br>'
            f'<q>{words}</q><br>{links}</figcaption></figure>')


def make_chart(gallery, case, whose, kind):
    """Every form and shape of one chart, or None where there is none of it."""
    shapes = SHAPES + (DARK_SHAPES if case[0] == "national" and not whose else ())
    first = gallery.chart(case, whose, kind, ("wide", "print"), "svg")
    if not first:
        return None
    files = {"svg": first}
    for form in FORMS[1:]:
        files[form] = gallery.chart(case, whose, kind, ("wide", "print"), form)
    for shape in shapes:
        files[" ".join(shape)] = gallery.chart(case, whose, kind, shape, "svg")
    return files if all(files.values()) else None


def charts_of(gallery, pool, case):
    os.makedirs(os.path.join(gallery.folder, case[0]), exist_ok=True)
    wanted = [(kind, about, whose, pool.submit(make_chart, gallery, case, whose, kind))
              for whose in case[4] for kind, about in names_of_charts(gallery.program)]
    return case, wanted


def section(gallery, case, wanted, counter):
    figures, absent = [], []
    for kind, about, whose, future in wanted:
        files = future.result()
        if files:
            figures.append(chart_html(gallery, next(counter), (kind, about, whose, files)))
        else:
            absent.append(" ".join((kind, *whose[1:])))
    left_out = f'<p class="absent">Not made of these: {", ".join(absent)}</p>' if absent else ""
    return f'<section id="{case[0]}"><h2>{case[0].title()}: {case[1]}</h2>{"".join(figures)}{left_out}</section>'


def documents_html(documents):
    figures = (f'<figure><a href="{pdf}">' +
               "".join(f'<img src="{file}" alt="{html.escape(title)}">' for file in files) +
               f'</a><figcaption>{html.escape(title)}</figcaption></figure>' for title, files, pdf in documents)
    return f'<section id="documents"><h2>Documents</h2><div class="sheet">{"".join(figures)}</div></section>'


def page(gallery, sections):
    names = re.findall(r'<section id="([^"]+)"', "".join(sections))
    links = " ".join(f'<a href="#{name}">{name}</a>' for name in names)
    style = text_of(HERE, "gallery.css")
    return (f'<!doctype html><html lang="en"><meta charset="utf-8"><title>rapor: gallery</title>'
            f'<meta name="viewport" content="width=device-width"><style>{style}</style>'
            f'<header><h1>rapor: gallery</h1><nav>{links}</nav></header><main>{"".join(sections)}</main></html>\n')


def main(program, folder, *chosen):
    gallery = Gallery(os.path.abspath(program), folder)
    counter = itertools.count()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        papers = [pool.submit(gallery.document, row) for row in DOCUMENTS
                  if not chosen or "documents" in chosen]
        charts = [charts_of(gallery, pool, case) for case in CHARTS if not chosen or case[0] in chosen]
        sections = [documents_html([paper.result() for paper in papers])] if papers else []
        sections += [section(gallery, case, wanted, counter) for case, wanted in charts]
    path = os.path.join(folder, "index.html")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(page(gallery, sections))
    for failure in gallery.failures:
        print(failure, file=sys.stderr)
    print(f"{path}: {len(papers)} documents, {next(counter)} charts, {len(gallery.failures)} failures")
    return 1 if gallery.failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
