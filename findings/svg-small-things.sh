#!/bin/sh
# One would bet that what simple charts are made of, words, dots and ticks without any style sheet,
# looks alike in the renderers that newsrooms and wikis put behind an <img>: librsvg (Wikimedia,
# sharp, GNOME) and resvg (Typst, many command lines).
# - A line break between two words, or between two <tspan>, is a space in resvg and in browsers;
#   librsvg drops it, as SVG 1.1 had it for xml:space: "Jawa<newline>Barat" becomes "JawaBarat".
#   Whoever wraps long lines of an SVG changes its words.
# - A line of no length with square ends, a tick or a bar whose value is zero, is a square in
#   resvg, and nothing in librsvg.
# - A dotted axis (round ends, dashes 0 20) has a last dot at its end in librsvg, and none in
#   resvg.
# - dx for single letters, textLength and word-spacing are taken by resvg, and passed over by librsvg.
# For charts: each word in a <text> of its own on one line, squares as <rect>, dots one by one.
. "$(dirname "$0")/packages"
(cd "$root" && npm install --silent --no-audit --no-fund sharp@0.34.4 @resvg/resvg-js@2.6.2) || exit 2
cat >"$root/draw.js" <<'JS'
const sharp = require("sharp");
const { Resvg } = require("@resvg/resvg-js");
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100">${process.argv[2]}</svg>`;

/* The columns between the first and the last that are dark, and how many runs of dark ones. */
async function seen(png) {
    const { data, info } = await sharp(png).flatten({ background: "#fff" }).greyscale().raw()
        .toBuffer({ resolveWithObject: true });
    const dark = Array.from({ length: info.width }, (_, x) =>
        Array.from({ length: info.height }, (_, y) => data[y * info.width + x] < 128).some(Boolean));
    const runs = dark.filter((is, x) => is && !dark[x - 1]).length;
    return { width: runs ? dark.lastIndexOf(true) - dark.indexOf(true) + 1 : 0, runs };
}

const by = {
    librsvg: () => sharp(Buffer.from(svg)).png().toBuffer(),
    resvg: async () => new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng(),
};
by[process.argv[3]]().then(seen).then((found) => console.log(found[process.argv[4]]));
JS
(cd "$root" && node -e 'console.log("librsvg", require("sharp").versions.rsvg, "of sharp 0.34.4, resvg-js 2.6.2")')
see() { (cd "$root" && node draw.js "$1" "$2" "$3"); }

# both SVG PLAIN: is it as wide as PLAIN is?
both() {
    for by in librsvg resvg; do
        if [ "$(see "$1" $by width)" -eq "$(see "$2" $by width)" ]; then echo "$by like"; else echo "$by unlike"; fi
    done | paste -sd' '
}
text() { printf '<text x="20" y="60" font-size="40"%s>%s</text>' "${2-}" "$1"; }
one_line=$(text 'Jawa Barat')
joined=$(text 'JawaBarat')
two_lines=$(text 'Jawa
Barat')
two_spans=$(text '<tspan>Jawa</tspan>
<tspan>Barat</tspan>')
expect 'a line break and a space' "$(both "$two_lines" "$one_line")" 'librsvg unlike resvg like'
expect 'a line break and nothing' "$(both "$two_lines" "$joined")" 'librsvg like resvg unlike'
expect 'one between tspans and nothing' "$(both "$two_spans" "$joined")" 'librsvg like resvg unlike'
tick='<line x1="100" y1="60" x2="100" y2="60" stroke="#000" stroke-width="20" stroke-linecap="square"/>'
expect 'a square of no length' "$(see "$tick" librsvg width) $(see "$tick" resvg width)" '0 20'
dots='<path d="M20 60H320" stroke="#000" stroke-width="10" stroke-linecap="round" stroke-dasharray="0 20"/>'
expect 'dots on 300 pixels, each 20' "$(see "$dots" librsvg runs) $(see "$dots" resvg runs)" '16 15'
expect 'dx="0 30" and none' "$(both "$(text HH ' dx="0 30"')" "$(text HH)")" 'librsvg like resvg unlike'
expect 'textLength and none' "$(both "$(text HH ' textLength="200"')" "$(text HH)")" 'librsvg like resvg unlike'
expect 'word-spacing and none' "$(both "$(text 'H H' ' word-spacing="30"')" "$(text 'H H')")" \
    'librsvg like resvg unlike'
finish
