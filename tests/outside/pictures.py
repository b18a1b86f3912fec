"""Whether a chart as SVG looks alike wherever Debian draws it, and whether the page points at one of its dots.
resvg and Inkscape: tests/gallery/renderers.py.
usage: pictures.py PROGRAM SCRATCH"""
import os
import pathlib
import subprocess
import sys
import time

from browser import Browser, serve
from tap import Tap

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
# Both pictures in a quarter of their size: the mean difference, and the greatest of a place.
COMPARE = """
const [one, other, done] = arguments;
const load = (path) => new Promise((good, bad) => {
  const image = new Image(); image.onload = () => good(image); image.onerror = () => bad(new Error(path)); image.src = path; });
const drawn = (image, width, height) => {
  const canvas = document.createElement('canvas'); canvas.width = width; canvas.height = height;
  const pen = canvas.getContext('2d'); pen.imageSmoothingQuality = 'high'; pen.drawImage(image, 0, 0, width, height);
  return canvas; };
const dots = (image) => drawn(drawn(image, 1200, 675), 300, 169).getContext('2d').getImageData(0, 0, 300, 169).data;
Promise.all([load(one), load(other)]).then(([a, b]) => {
  const first = dots(a), second = dots(b); let sum = 0, most = 0;
  for (let i = 0; i < first.length; i++) { const away = Math.abs(first[i] - second[i]); sum += away; most = Math.max(most, away); }
  done([sum / first.length, most]); }).catch((error) => done([String(error), 255]));
"""
MEAN, MOST = 1.2, 85
KINDS = ("histogram", "heat", "choropleth")
SEEN = """
const [name, done] = arguments;
const field = document.getElementById('letak');
field.dispatchEvent(new Event('focus')); field.value = name; field.dispatchEvent(new Event('input'));
const image = document.querySelector('#grafik-strip img');
done([image.src.split('#')[1], document.querySelector('#grafik-strip output').textContent,
      document.querySelectorAll('#nama option').length]);
"""
# How much of a picture is of the colour that points one out.
ORANGE = """
const [path, done] = arguments;
const image = new Image();
image.onload = () => { const canvas = document.createElement('canvas'); canvas.width = 1200; canvas.height = 675;
  const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0, 1200, 675);
  const all = pen.getImageData(0, 0, 1200, 675).data; let count = 0;
  for (let i = 0; i < all.length; i += 4) count += all[i] === 0xe8 && all[i + 1] === 0x59 && all[i + 2] === 0x0c;
  done(count); };
image.src = path;
"""


def call(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, check=False, timeout=300, **more)


def firefox(folder, home, source, target):
    """Its first start may take long; then there is no picture."""
    environment = {**os.environ, "HOME": home, "MOZ_HEADLESS": "1"}
    for _ in range(3):
        call("firefox-esr", "--headless", "--no-remote", "--profile", home, "--window-size", "1200,675",
             "--screenshot", folder / target, (folder / source).as_uri(), env=environment)
        if (folder / target).exists():
            return
        time.sleep(2)


def draw(program, folder, kind):
    call(program, "chart", SAMPLES / "nasional-2021.xml", "-k", kind, "-o", folder / f"{kind}.svg")
    call(program, "chart", SAMPLES / "nasional-2021.xml", "-k", kind, "-o", folder / f"{kind}.own.png")
    call("rsvg-convert", folder / f"{kind}.svg", "-o", folder / f"{kind}.librsvg.png")


def compared(browser, one, other):
    mean, most = browser.wait_for(COMPARE, one, other)
    near = isinstance(mean, (int, float)) and mean < MEAN and most < MOST
    return [] if near else [f"{mean}, at most {most}"]


def alike(tap, browser, program, folder, where):
    home = folder / "firefox"
    home.mkdir()
    for kind in KINDS:
        draw(program, folder, kind)
        firefox(folder, str(home), f"{kind}.svg", f"{kind}.firefox.png")
        others = [f"{kind}.svg", f"{kind}.librsvg.png", f"{kind}.firefox.png"]
        for other in others:
            problems = compared(browser, f"{where}/{kind}.own.png", f"{where}/{other}")
            tap.check(f"{other} looks as the painter's own picture", problems)
    text = (folder / "heat.svg").read_text(encoding="utf-8")
    (folder / "lacking.svg").write_text(text.replace(">Kementerian</text>", "></text>", 1), encoding="utf-8")
    found = compared(browser, f"{where}/heat.own.png", f"{where}/lacking.svg")
    tap.check("a word that is not there is seen", [] if found else ["it is not"])


def pointed_at(tap, browser, program, folder, where):
    call(program, "build", SAMPLES / "dua-tahun" / "2021.xml", "-o", folder / "dua", "--only", "pers", "-q")
    browser.open(f"{where}/dua/pers/index.html")
    found, told, names = browser.wait_for(SEEN, "Pemerintah Kota Contoh")
    tap.equal("page: the dot of an institution is asked for", (found, told, names > 1),
              ("i-99.71", "Pemerintah Kota Contoh: 3,16.", True))
    none = browser.wait_for(SEEN, "tidak ada")[:2]
    tap.equal("page: what is not there is told", none, [None, "Tidak ada instansi dengan nama itu yang dinilai."])
    counts = [browser.wait_for(ORANGE, f"{where}/dua/pers/grafik/strip.svg{mark}") for mark in ("", "#i-99.71")]
    tap.check("and stands out in the picture", [] if counts[0] == 0 and counts[1] > 60 else [str(counts)])


def main(program, scratch):
    tap, folder = Tap(), pathlib.Path(scratch)
    where = serve(scratch)
    with Browser() as browser:
        browser.open(f"{where}/")
        alike(tap, browser, program, folder, where)
        pointed_at(tap, browser, program, folder, where)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
