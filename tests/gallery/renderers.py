"""Every chart of the national sample as SVG, drawn by resvg and Inkscape: whether that looks as the painter's own picture.
usage: renderers.py PROGRAM FOLDER

Chromium, Firefox and librsvg are looked at by tests/pictures.sh; these two are large, or not in Debian.  npm installs resvg
in FOLDER.  Speaks TAP; where one of them is not there, that is a failure."""
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "outside"))

from browser import Browser, serve  # noqa: E402
from pictures import call, compared, draw  # noqa: E402
from tap import Tap  # noqa: E402

RESVG = "@resvg/resvg-js@2.6.2"
SCRIPT = """const { Resvg } = require('@resvg/resvg-js'), fs = require('fs');
fs.writeFileSync(process.argv[3], new Resvg(fs.readFileSync(process.argv[2])).render().asPng());"""


def install(folder):
    """What went wrong, if anything did."""
    try:
        done = call("npm", "install", "--silent", "--no-save", "--no-package-lock", "--no-audit", "--no-fund",
                    "--prefix", folder, RESVG)
    except FileNotFoundError:
        return ["there is no npm"]
    (folder / "resvg.js").write_text(SCRIPT)
    return [] if done.returncode == 0 else [done.stderr.decode()]


def rendered(renderer, folder, kind):
    """The picture that it has made, by name."""
    source, target = folder / f"{kind}.svg", folder / f"{kind}.{renderer}.png"
    target.unlink(missing_ok=True)
    words = {"resvg": ("node", folder / "resvg.js", source, target),
             "inkscape": ("inkscape", source, "--export-type=png", "-o", target)}
    call(*words[renderer])
    return target.name


def main(program, folder):
    tap, folder = Tap(), pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["TMPDIR"] = str(folder)
    tap.check(f"npm installs {RESVG}", install(folder))
    listed = call(program, "chart", "--list").stdout.decode().splitlines()
    where = serve(folder)
    with Browser() as browser:
        browser.open(f"{where}/")
        for kind in [line.split()[0] for line in listed if line.strip()]:
            draw(program, folder, kind)
            if not (folder / f"{kind}.svg").exists():
                continue  # there is none of a nation without earlier years
            for renderer in ("resvg", "inkscape"):
                problems = compared(browser, f"{where}/{kind}.own.png", f"{where}/{rendered(renderer, folder, kind)}")
                tap.check(f"{kind} looks in {renderer} as the painter's own picture", problems)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
