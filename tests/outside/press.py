"""Judges the press kit in Chromium, and its page in Firefox."""
import glob
import os
import re
import shutil
import subprocess

from browser import Browser, serve
from firefox import Firefox

HERE = os.path.dirname(os.path.abspath(__file__))
TAB, ENTER, END = "\ue004", "\ue007", "\ue010"
PAGE_LIMIT = 250_000

NAMES = """return [...document.querySelectorAll('#instansi tbody tr')].filter(r => !r.hidden)
    .map(r => r.querySelector('th').firstChild.textContent.trim())"""
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
# Words of the table that are broken where they do not end; ARGUMENTS[0] is put in the place of the first grade.
BROKEN = """const cells = [...document.querySelectorAll('#instansi thead th, #instansi tbody tr:nth-child(-n + 40) > *')];
    document.querySelector('#instansi tbody td:last-child').textContent = arguments[0];
    const broken = [], range = document.createRange();
    for (const cell of cells.filter(e => e.checkVisibility())) {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());)
            for (const word of node.data.matchAll(/[^\\s/]+/g)) {
                range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(r => r.top)).size > 1) broken.push(word[0]); } }
    return broken"""
# Whether a place far down is seen, once the page has come to rest.
IN_SIGHT = """const [id, done] = arguments; let last = 0, still = 0;
    const look = () => { still = scrollY === last && scrollY > 0 ? still + 1 : 0; last = scrollY;
        if (still < 3) { setTimeout(look, 250); return; }
        const top = document.getElementById(id).getBoundingClientRect().top; done(top > -1 && top < innerHeight); };
    look();"""
# All charts, as far down as they may be; whoever prints is given the time for it.
LOADED = """const done = arguments[0], all = [...document.querySelectorAll('#grafik img')];
    all.forEach(i => { i.loading = 'eager'; });
    Promise.allSettled(all.map(i => i.decode())).then(() => done(all.length));"""
# The picture that each chart would be shown as.
CHOSEN = """const sources = [...document.querySelectorAll('picture')].map(p => ([...p.querySelectorAll('source')]
    .find(s => matchMedia(s.media).matches) || {srcset: p.querySelector('img').getAttribute('src')}).srcset);"""
EMBEDDED = """let told = ''; Object.defineProperty(navigator, 'clipboard',
        {value: {writeText: (text) => { told = text; return Promise.resolve(); }}, configurable: true});
    document.querySelector('#grafik-ranking .copy button:nth-child(3)').click(); return told"""
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
    check_search(tap, browser, results)
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


def check_search(tap, browser, results):
    def named(start):
        return {one["name"] for one in results.institutions if one["name"].startswith(start)}
    one = by_index(results)[20]
    comma = one["index"].replace(".", ",")
    wanted = {
        "kab. pesisir": named("Pemerintah Kabupaten Pesisir"),
        "pemkot batam": named("Pemerintah Kota Batam"),
        "bappenas": named("Kementerian Perencanaan Pembangunan Nasional"),
        "BPKP": named("Badan Pengawasan Keuangan dan Pembangunan"),
        one["code"]: {one["name"]},
        comma: {other["name"] for other in results.institutions if other.get("index") == one["index"]},
        "sumbar": {other["name"] for other in results.institutions if other.get("region") == "13"},
    }
    problems = []
    for words, names in wanted.items():
        browser.run(SET, "cari", words)
        found = set(browser.run(NAMES))
        if not names or found != names:
            problems.append(f"{words}: {sorted(found ^ names)[:4]}")
    tap.check("press: search knows short names, codes, provinces and indices", problems)


def check_links(tap, browser, address, results):
    """What is shown is in the address, and comes back with it; each row has its own."""
    browser.open(f"{address}/index.html")
    browser.run(SET, "cari", "kota")
    browser.run(SET, "wilayah", "13")
    browser.run(SORT, 1)
    shown, kept = browser.run(NAMES), browser.run("return location.search")
    browser.open(f"{address}/index.html{kept}")
    tap.equal("press: an address keeps search, filter and order",
              (browser.run(NAMES), kept), (shown, "?cari=kota&wilayah=13&urut=1"))
    one = results.institutions[-1]
    browser.open(f"{address}/index.html{kept}#{one['code']}")
    tap.equal("press: a row's own address shows it, whatever is filtered", browser.run(
        "const r = document.querySelector(':target'); return [r.checkVisibility(), r.querySelector('th').firstChild"
        ".textContent.trim(), r.getBoundingClientRect().top < innerHeight]"), [True, one["name"], True])
    check_places(tap, browser, address, results)
    browser.run("document.getElementById('tema').click()")
    theme = browser.run("return document.documentElement.dataset.theme")
    browser.open(f"{address}/index.html")
    tap.equal("press: the theme is kept", browser.run("return document.documentElement.dataset.theme"), theme)
    browser.run("localStorage.clear()")


def check_places(tap, browser, address, results):
    """On a phone, where rows out of sight are not laid out, a link leads to what it names all the same."""
    browser.shape(412, 740)
    for place in (results.institutions[200]["code"], results.institutions[-1]["code"], "unduhan", "tentang"):
        browser.open("about:blank")
        browser.open(f"{address}/index.html#{place}")
        tap.equal(f"press: on a phone, #{place} is in sight", browser.wait_for(IN_SIGHT, place), True)
    tap.equal("press: on a phone, rows have the cells that the head names", browser.run(
        "return [...document.querySelectorAll('#instansi tr > *')].filter(e => getComputedStyle(e).display === 'none').length"), 0)
    browser.shape(1280, 900)


def check_sharing(tap, browser, folder, results):
    meta = dict(browser.run("return [...document.querySelectorAll('meta[property], meta[name]')].map(e => "
                            "[e.getAttribute('property') || e.name, e.content])"))
    data = browser.run("return JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
    picture = meta.get("og:image", "").rsplit("/", 1)[-1]
    with open(f"{folder}/{picture}", "rb") as file:
        head = file.read(24)
    tap.equal("press: a shared link has a title, a text and a picture of 1200 by 630",
              (meta["og:title"], bool(meta["og:description"]), meta["twitter:card"], head[1:4],
               int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")),
              (browser.run("return document.querySelector('h1').textContent"), True, "summary_large_image",
               b"PNG", 1200, 630))
    tap.equal("press: engines for data are told what it is",
              (data["@type"], data["temporalCoverage"], data["license"][:8], len(data["distribution"]) > 1,
               50 <= len(data["description"]) <= 5000),
              ("Dataset", results.root.get("year"), "https://", True, True))
    tap.check("press: the digest stands in the footer", [] if re.search(
        r"<code>[0-9a-f]{64}</code>", open(f"{folder}/index.html", encoding="utf-8").read()) else ["none"])


def check_sorting(tap, browser, results):
    rated = by_index(results)
    browser.run(SORT, 4)
    first = browser.run(NAMES)
    browser.run(SORT, 4)
    last = browser.run(NAMES)
    tap.equal("press: sorted by index, the best first, then the other way; without index last",
              (index_of(results, first[0]), index_of(results, last[0]),
               first[len(rated):] == last[len(rated):]),
              (float(rated[0]["index"]), float(rated[-1]["index"]), True))
    tap.equal("press: the order is told",
              browser.run("return [...document.querySelectorAll('th[aria-sort]')].map(h => "
                          "h.textContent + h.getAttribute('aria-sort'))"), ["Indeksascending"])


def check_keyboard(tap, browser, page, where="press"):
    browser.open(page)
    browser.run(SET, "cari", "batam")
    count, problems = browser.run(FOCUSABLE), []
    for _ in range(count + 9):
        browser.press(TAB)
        met, outlined, what = browser.run(FOCUSED)
        if not outlined:
            problems.append(f"no outline: {what}")
        if met == count:
            break
    if met != count:
        problems.append(f"{met} of {count} reached")
    tap.check(f"{where}: the keyboard reaches everything, and shows where it is", problems)
    browser.run("document.querySelectorAll('#instansi thead button')[1].focus()")
    browser.press(ENTER)
    tap.equal(f"{where}: and sorts", browser.run(
        "return document.querySelectorAll('#instansi thead th')[1].getAttribute('aria-sort')"),
        "ascending")


def check_sight(tap, browser, page):
    script = open(f"{HERE}/press.js", encoding="utf-8").read()
    for theme in ("light", "dark"):
        browser.media(prefers_color_scheme=theme)
        browser.open(page)
        tap.check(f"press: nothing in the way of anybody ({theme})", browser.run(script))
        tap.equal(f"press: the charts are {theme}", browser.run(
            CHOSEN + "return sources.every(s => s.includes('.gelap.') === arguments[0])", theme == "dark"), True)
    browser.run("document.getElementById('tema').click()")
    tap.equal("press: the theme can be chosen, and charts follow", browser.run(
        CHOSEN + "return [document.documentElement.dataset.theme, sources.some(s => s.includes('.gelap.'))]"),
        ["light", False])
    browser.run("localStorage.clear()")
    browser.media(forced_colors="active")
    tap.equal("press: with forced colours bars are seen", browser.run(
        "const of = (e) => getComputedStyle(e).backgroundColor, bar = document.querySelector('.bar span');"
        "return of(bar) !== of(document.body)"), True)
    browser.media()


def check_print(tap, browser, page, folder):
    browser.open(page)
    browser.wait_for(LOADED)
    browser.run("document.getElementById('tema').click()")
    browser.wait_for(LOADED)
    paper = f"{folder}/press.pdf"
    with open(paper, "wb") as file:
        file.write(browser.print())
    pages = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True,
                           check=True).stdout.split("\f")
    browser.run("localStorage.clear()")
    names = browser.run("return [...document.querySelectorAll('#grafik figure')].map(e => e.id.replace('grafik-', ''))")
    titles = [open(f"{os.path.dirname(page[7:])}/grafik/{name}.txt", encoding="utf-8").readline() for name in names]
    flat = ["".join(page.split()) for page in pages]
    problems = [title for title in titles if not any(
        "".join(title.split()) in page and "Sumber:" in page for page in flat)]
    tap.check("press: printed, no chart is missing or cut", problems)
    begun = next(i for i, page in enumerate(pages) if page.lstrip().startswith("Semua instansi"))
    ended = next(i for i, page in enumerate(pages) if re.search("^Unduhan", page, re.M))
    tap.equal("press: printed, each page of the table has its head",
              [page.strip()[:80] for page in pages[begun:ended] if not
               re.search(r"No\. +Instansi +Kelompok +Wilayah +Indeks +Predikat", page)], [])
    tap.equal("press: printed, no controls", [word for word in ("Hapus saringan", "Mode gelap", "Di mana letak")
                                             if any(word in page for page in pages)], [])


def check_english(tap, browser, page, results):
    """The other edition: the same table, no sentence of this one."""
    browser.shape(320, 740)
    browser.open(page)
    tap.equal("press: the English edition says so", browser.run(
        "return [document.documentElement.lang, document.querySelector('a[hreflang=id]').textContent]"),
        ["en", "Bahasa Indonesia"])
    tap.check("press: 320 pixels wide, nothing of it sticks out", browser.run(WIDTHS))
    tap.check("press: it is in nobody's way", browser.run(open(f"{HERE}/press.js", encoding="utf-8").read()))
    browser.run(SET, "kelompok", "kota")
    browser.run(SET, "cari", "batam")
    tap.equal("press: its search finds, and its count is told", (browser.run(NAMES), browser.run(
        "return document.getElementById('jumlah').textContent")),
        (["Pemerintah Kota Batam"], f"1 of {len(results.institutions)} institutions."))


def check_firefox(tap, folder, results):
    """Another engine: layout, and the keyboard."""
    address = f"{serve(folder)}/index.html"
    with Firefox() as firefox:
        for width, form in ((320, ".tegak."), (768, ".kotak."), (1280, "")):
            firefox.open_framed(address, width, 740)
            tap.check(f"press: in Firefox, {width} pixels wide, nothing sticks out", firefox.run(WIDTHS))
            tap.equal(f"press: in Firefox, {width} pixels wide, charts have the form for it", firefox.run(
                CHOSEN + "return sources.every(s => arguments[0] ? s.includes(arguments[0]) :"
                "!/tegak|kotak/.test(s))", form), True)
        firefox.call("WebDriver:SwitchToFrame", {"id": None})
        check_keyboard(tap, firefox, address, "press: in Firefox")
        firefox.run(SET, "cari", "sumbar")
        tap.equal("press: in Firefox, search finds as well", set(firefox.run(NAMES)),
                  {one["name"] for one in results.institutions if one.get("region") == "13"})


def check_charts(tap, browser, folder):
    address = serve(folder)
    browser.open(f"{address}/grafik/")
    problems = []
    for path in sorted(glob.glob(f"{folder}/grafik/*.2x.png")):
        name = os.path.basename(path)[:-len(".2x.png")]
        difference = browser.wait_for(DIFFERENCE, f"{name}.svg", f"{name}.png")
        if not 0 <= difference < 100:
            problems.append(f"{name}: {difference / 100:.2f} % of the pixels")
    tap.check("press: SVG and PNG agree within 1 % of the pixels", problems)


def check_unpacked(tap, browser, page, scratch):
    """Where the cards are not beside it, as in the archives, nothing leads to them."""
    cards = "const [done] = arguments; setTimeout(() => done(document.querySelectorAll('a[href^=\"kartu/\"]').length), 500)"
    there = browser.wait_for(cards)
    alone = shutil.copy(page.removeprefix("file://"), f"{scratch}/alone.html")
    browser.open(f"file://{os.path.abspath(alone)}")
    tap.equal("press: links to cards, where there are any", (there > 0, browser.wait_for(cards)), (True, 0))
    embedded = browser.run(EMBEDDED)
    tap.equal("press: what is embedded comes from where the page is published, and says what it shows",
              (embedded.startswith('<figure><img src="https://rapor.example/2021/pers/grafik/'), "Diagram" in embedded,
               "file:" in embedded), (True, True, False))


def judge(tap, folder, results, scratch):
    page = f"file://{os.path.abspath(folder)}/index.html"
    text = open(f"{folder}/index.html", encoding="utf-8").read()
    size = os.path.getsize(f"{folder}/index.html")
    tap.check("press: the page is small enough for all", [size] if size > PAGE_LIMIT else [])
    tap.check("press: nothing comes from elsewhere", [word for word in (
        "<script src", "<link rel=\"stylesheet", "@import", "url(http", "src=\"http") if word in text])
    missing = [path for path in re.findall(r'(?:href|src|srcset)="([^"#:\']+)"', text)
               if not os.path.exists(f"{folder}/{path}")]
    tap.check("press: all links lead to files", missing)
    with Browser() as browser:
        browser.shape(1280, 900)
        browser.open(page)
        check_table(tap, browser, results)
        check_sorting(tap, browser, results)
        check_keyboard(tap, browser, page)
        check_sight(tap, browser, page)
        check_sharing(tap, browser, folder, results)
        check_links(tap, browser, serve(folder), results)
        for width, form in ((320, ".tegak."), (360, ".tegak."), (768, ".kotak."), (1280, ""), (1920, "")):
            browser.shape(width, 740)
            browser.open(page)
            tap.check(f"press: {width} pixels wide, nothing sticks out", browser.run(WIDTHS))
            tap.equal(f"press: {width} pixels wide, charts have the form for it", browser.run(
                CHOSEN + "return sources.every(s => arguments[0] ? s.includes(arguments[0]) :"
                "!/tegak|kotak/.test(s))", form), True)
            words = {word for one in results.root.iter("{urn:rapor:results:1}grade") for word in one.get("name").split()}
            tap.check(f"press: {width} pixels wide, no word of the table is broken",
                      browser.run(BROKEN, max(words, key=len)))
        browser.shape(1280, 900)
        check_print(tap, browser, page, scratch)
        check_english(tap, browser, page.replace("index.html", "index.en.html"), results)
        tap.check("press: the console is silent", browser.errors())
        check_charts(tap, browser, folder)
        browser.open(page)
        check_unpacked(tap, browser, page, scratch)
    check_firefox(tap, folder, results)
