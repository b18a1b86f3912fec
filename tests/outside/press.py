"""Judges the press kit in Chromium."""
import glob
import os
import re
import subprocess

from browser import Browser, serve

HERE = os.path.dirname(os.path.abspath(__file__))
TAB, ENTER, END = "\ue004", "\ue007", "\ue010"
KIT_LIMIT = 1_500_000

NAMES = """return [...document.querySelectorAll('#instansi tbody tr')].filter(r => !r.hidden)
    .map(r => r.querySelector('th').textContent)"""
SET = """const [id, value] = arguments, field = document.getElementById(id);
    field.value = value; field.dispatchEvent(new Event('input', {bubbles: true}));"""
SORT = """document.querySelectorAll('#instansi thead th button')[arguments[0]].click()"""
WIDTHS = """return [...document.querySelectorAll('body *')].filter(e =>
    !e.closest('[role=region]') && !e.closest('.off, .skip') && e.checkVisibility() &&
    e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))
    .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls'] : [])"""
FOCUSABLE = """return [...document.querySelectorAll(`a[href], button, input, select, summary,
    [tabindex="0"]`)].filter(e => e.checkVisibility() && !e.closest('tbody')).length"""
FOCUSED = """const e = document.activeElement; if (!window.met) window.met = new Set();
    if (e !== document.body && !e.closest('tbody')) window.met.add(e);
    const style = getComputedStyle(e);
    return [window.met.size, e === document.body || style.outlineStyle !== 'none', e.id || e.textContent]"""
# How many of 10,000 pixels two pictures of the same size differ in, by more than antialiasing.
DIFFERENCE = """const [svg, png, done] = arguments;
    const load = (path) => new Promise((good, bad) => {
        const image = new Image(); image.onload = () => good(image); image.onerror = bad; image.src = path; });
    const pixels = (image) => { const c = new OffscreenCanvas(1200, 675).getContext('2d');
        c.drawImage(image, 0, 0); return c.getImageData(0, 0, 1200, 675).data; };
    Promise.all([load(svg), load(png)]).then(([a, b]) => {
        if (b.width !== 1200 || b.height !== 675) { done(-1); return; }
        const p = pixels(a), q = pixels(b); let n = 0;
        for (let i = 0; i < p.length; i += 4)
            n += Math.max(Math.abs(p[i] - q[i]), Math.abs(p[i + 1] - q[i + 1]), Math.abs(p[i + 2] - q[i + 2])) > 64;
        done(n * 10000 / (1200 * 675)); }).catch(() => done(-2));"""


def by_index(results):
    rated = [one for one in results.institutions if one.get("index")]
    return sorted(rated, key=lambda one: -float(one["index"]))


def index_of(results, name):
    return next(float(one["index"]) for one in results.institutions if one["name"] == name)


def check_table(tap, browser, results):
    names = [one["name"] for one in results.institutions]
    tap.equal("press: every institution stands in the table, the best first",
              (sorted(browser.run(NAMES)), browser.run(NAMES)[0]),
              (sorted(names), by_index(results)[0]["name"]))
    browser.run(SET, "cari", "kota BATAM")
    tap.equal("press: search finds words in any order and case", browser.run(NAMES),
              [name for name in names if "batam" in name.lower() and "kota" in name.lower()])
    browser.run(SET, "cari", "")
    browser.run(SET, "kelompok", "kota")
    browser.run(SET, "wilayah", "13")
    wanted = [one["name"] for one in results.institutions
              if one["group"] == "kota" and one.get("region") == "13"]
    tap.equal("press: filters work together", sorted(browser.run(NAMES)), sorted(wanted))
    browser.run(SET, "predikat", "-")
    unrated = [one["name"] for one in results.institutions if one["name"] in wanted
               and not one.get("index")]
    tap.equal("press: who was not assessed can be found", sorted(browser.run(NAMES)),
              sorted(unrated))
    browser.run("document.querySelector('#saring button[type=reset]').click()")
    browser.wait_for("setTimeout(arguments[0], 50)")
    tap.equal("press: the filters can be taken off", len(browser.run(NAMES)), len(names))


def check_sorting(tap, browser, results):
    rated = by_index(results)
    browser.run(SORT, 4)
    first = browser.run(NAMES)
    browser.run(SORT, 4)
    last = browser.run(NAMES)
    tap.equal("press: sorted by index, up and down; without index last",
              (index_of(results, first[0]), index_of(results, last[0]),
               first[len(rated):] == last[len(rated):]),
              (float(rated[-1]["index"]), float(rated[0]["index"]), True))
    tap.equal("press: the order is told",
              browser.run("return [...document.querySelectorAll('th[aria-sort]')].map(h => "
                          "h.textContent + h.getAttribute('aria-sort'))"), ["Indeksdescending"])


def check_keyboard(tap, browser, page):
    browser.open(page)
    browser.run(SET, "cari", "batam")
    count, problems = browser.run(FOCUSABLE), []
    for _ in range(count + 3):
        browser.press(TAB)
        met, outlined, what = browser.run(FOCUSED)
        if not outlined:
            problems.append(f"no outline: {what}")
        if met == count:
            break
    if met != count:
        problems.append(f"{met} of {count} reached")
    tap.check("press: the keyboard reaches everything, and shows where it is", problems)
    browser.run("document.querySelectorAll('#instansi thead button')[1].focus()")
    browser.press(ENTER)
    tap.equal("press: and sorts", browser.run(
        "return document.querySelectorAll('#instansi thead th')[1].getAttribute('aria-sort')"),
        "ascending")


def check_sight(tap, browser, page):
    script = open(f"{HERE}/press.js", encoding="utf-8").read()
    for theme in ("light", "dark"):
        browser.media(prefers_color_scheme=theme)
        browser.open(page)
        tap.check(f"press: nothing in the way of anybody ({theme})", browser.run(script))
        tap.equal(f"press: the charts are {theme}", browser.run(
            "return [...document.querySelectorAll('.sheet svg')].filter(e => e.checkVisibility())"
            ".every(e => e.classList.contains(arguments[0]))", theme), True)
    browser.run("document.getElementById('tema').click()")
    tap.equal("press: the theme can be chosen", browser.run(
        "return document.documentElement.dataset.theme"), "light")
    browser.media()


def check_print(tap, browser, page, folder):
    browser.open(page)
    browser.run("document.documentElement.dataset.theme = 'dark'")
    paper = f"{folder}/press.pdf"
    with open(paper, "wb") as file:
        file.write(browser.print())
    pages = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True,
                           check=True).stdout.split("\f")
    charts = browser.run("return [...document.querySelectorAll('.sheet svg.light')].map(e => "
                         "[...e.querySelectorAll('text')].map(t => t.textContent))")
    problems = []
    for words in charts:
        first, last = words[0].split()[0:3], words[-1].split()[0:3]
        if not any(" ".join(first) in " ".join(page.split()) and
                   " ".join(last) in " ".join(page.split()) for page in pages):
            problems.append(f"cut: {words[0]}")
    tap.check("press: printed, no chart is cut", problems)
    tap.equal("press: printed, no controls", [word for word in ("Hapus saringan", "Mode gelap")
                                             if any(word in page for page in pages)], [])


def check_charts(tap, browser, folder):
    address = serve(folder)
    browser.open(f"{address}/grafik/")
    problems = []
    for path in sorted(glob.glob(f"{folder}/grafik/*.svg")):
        name = os.path.basename(path)[:-len(".svg")]
        if name.endswith(".gelap"):
            continue
        difference = browser.wait_for(DIFFERENCE, f"{name}.svg", f"{name}.png")
        if not 0 <= difference < 100:
            problems.append(f"{name}: {difference / 100:.2f} % of the pixels")
    tap.check("press: SVG and PNG agree within 1 % of the pixels", problems)


def judge(tap, folder, results, scratch):
    page = f"file://{os.path.abspath(folder)}/index.html"
    text = open(f"{folder}/index.html", encoding="utf-8").read()
    size = os.path.getsize(f"{folder}/index.html")
    tap.check("press: the page is small enough for all", [size] if size > KIT_LIMIT else [])
    tap.check("press: nothing comes from elsewhere", [word for word in (
        "<script src", "<link rel=\"stylesheet", "@import", "url(http", "<img") if word in text])
    missing = [path for path in re.findall(r'href="([^"#:]+)"', text)
               if not os.path.exists(f"{folder}/{path}")]
    tap.check("press: all links lead to files", missing)
    with Browser() as browser:
        browser.shape(1280, 900)
        browser.open(page)
        check_table(tap, browser, results)
        check_sorting(tap, browser, results)
        check_keyboard(tap, browser, page)
        check_sight(tap, browser, page)
        browser.shape(360, 740)
        browser.open(page)
        tap.check("press: 360 pixels wide, nothing sticks out", browser.run(WIDTHS))
        browser.shape(1280, 900)
        check_print(tap, browser, page, scratch)
        tap.check("press: the console is silent", browser.errors())
        check_charts(tap, browser, folder)
