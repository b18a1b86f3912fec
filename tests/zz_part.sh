#!/bin/sh
# Papers are signed with keys made here, and judged by the tools of others.
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
export SOURCE_DATE_EPOCH=1640995200 # 2022
sample=$root/samples/denpasar-2021.xml

# authority: the root of trust; person NAME CN DAYS...: a key that it vouches for, as NAME.p12
authority() {
    openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 36500 -subj "/CN=CA Contoh"
    printf 'keyUsage=critical,digitalSignature,nonRepudiation\n' >extensions
}
person() {
    name=$1 subject=$2
    shift 2
    openssl req -newkey "${key:-rsa:2048}" ${parameters:-} -nodes -keyout "$name.key" -out "$name.csr" -subj "${organisation:-}/CN=$subject" &&
        openssl x509 -req -in "$name.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -extfile extensions \
            -out "$name.pem" "$@" &&
        openssl pkcs12 -export -inkey "$name.key" -in "$name.pem" -certfile ca.pem -out "$name.p12" -passout pass:1234
}
keys() {
    authority && person ratna "Ratna Contoh Wulandari, S.Kom." -days 36500 &&
        person budi "Budi Contoh" -days 36500 &&
        organisation=/O=Kementerian\ Contoh person segel "Segel Contoh" -days 36500 &&
        key=ec parameters='-pkeyopt ec_paramgen_curve:P-256' person lengkung "Ratna Contoh Wulandari" -days 36500 &&
        faketime '2019-01-01' openssl x509 -req -in ratna.csr -CA ca.pem -CAkey ca.key -days 365 -out lama.pem &&
        openssl pkcs12 -export -inkey ratna.key -in lama.pem -out lama.p12 -passout pass:1234 &&
        openssl req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.pem -days 365 \
            -subj "/CN=Ratna Contoh Wulandari" &&
        openssl pkcs12 -export -inkey self.key -in self.pem -out self.p12 -passout pass:1234
}
keys >keys.log 2>&1 || { cat keys.log >&2; exit 1; }
# Valid from today on: the certificates have to be older than what SOURCE_DATE_EPOCH says.
printf '1234\n' >pin
printf '9999\n' >wrong
chmod 600 pin wrong

sign() { rapor sign "$@" --pin-file pin; }
epoch_now() { SOURCE_DATE_EPOCH=$(date +%s) && export SOURCE_DATE_EPOCH; }
epoch_now

rapor preview "$sample" --layout letter -o letter.pdf
cp letter.pdf one.pdf
rapor build "$sample" -o hasil; cp -r hasil before; rapor sign hasil --for bsre -o kirim; sent=$(find kirim -name "*.pdf"); judge() { rapor verify --signatures --roots ca.pem "$@"; }
# Or write the whole paper anew: taken where it holds the same, whatever the order and the spelling of its objects.
mkdir anew
qpdf "$sent" anew/qpdf.pdf
qpdf --newline-before-endstream --object-streams=generate "$sent" anew/lines.pdf
mutool clean -gggg -z "$sent" anew/mutool.pdf >mutool.log 2>&1
qpdf --qdf --normalize-content=n --object-streams=disable --newline-before-endstream "$sent" plain.qdf
# altered NAME SED: the same with something else in it.
altered() { LC_ALL=C sed "$2" plain.qdf | fix-qdf >"anew/$1.pdf"; }
altered producer 's|/Producer (.*)|/Producer (Layanan)|'
altered author 's|/Author (.*)|/Author (Orang Lain)|'
altered language 's|/Lang (id-ID)|/Lang (en)|'
altered tag '0,/\/S \/P$/s||/S /H1|'
altered height 's|^    841.89$|    840|'
altered action 's|/PageLabels|/OpenAction << /S /JavaScript /JS (x) >> &|'
altered attached 's|51.71-hasil.xml|51.71-lain.xml|'
altered content 's|^0.1 w$|9 w|; s|^BT$|BT 3 Tr|'
qpdf "$sent" --pages . 1 . 1 -- anew/pages.pdf
for paper in anew/*.pdf; do sign "$paper" --key pkcs12:ratna.p12 || echo "$paper"; done
cp "$sent" anew/nobody.pdf && qpdf anew/nobody.pdf --replace-input
qpdf anew/lines.pdf anew/broken.pdf
qpdf --encrypt '' x 256 -- anew/lines.pdf anew/locked.pdf
mutool sign -s ratna.p12 -P 1234 -o anew/other.pdf plain.qdf "$(awk '/ 0 obj$/ { object = $1 } /RaporSigned/ { print object }' plain.qdf)" >mutool.log 2>&1
for service in qpdf lines mutool producer other; do
    rm -rf hasil && cp -r before hasil
    rapor adopt hasil anew/$service.pdf --roots ca.pem
    check "a paper that was written anew is taken: $service" both 0 'taken: 1, refused: 0, still missing: 0'
    case $service in
    qpdf) check "what is no archival document any more is told" says 'no PDF/A-3a and PDF/UA-1 any more: anew/qpdf.pdf: no end of line' ;;
    other) judge hasil && check "as somebody else's program signed it" grep -q ' valid: .* CMS' out ;;
    *) check "and archival: $service" fails grep -q note: err ;;
    esac
    rm anew/$service.pdf
done
rm -rf hasil && cp -r before hasil
rapor adopt hasil anew --roots ca.pem
while read -r name why; do
    check "one that was changed while it was written anew is told: $name" says "anew/$name.pdf: $why"
done <<'REFUSED'
author it is not the paper that was sent: its title, author or dates are others
language it is not the paper that was sent: its tags or its language are others
tag it is not the paper that was sent: its tags or its language are others
height it is not the paper that was sent: page 1 has other annotations, or another size
action it is not the paper that was sent: its bookmarks, layers, actions
attached it is not the paper that was sent: its attached files are others
content it is not the paper that was sent: page 1 shows something else
pages it is not the paper that was sent: it has another number of pages
nobody nobody has signed it
broken the signature of field letter leaves out more than itself
locked it cannot be compared with what was sent: it is damaged or encrypted
REFUSED
check "and none is taken" diff -r hasil before
cp -r anew /tmp/tok/; finish
