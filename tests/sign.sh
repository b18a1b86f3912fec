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
sign one.pdf --key pkcs12:ratna.p12
check "a letter is signed" ends 0
check "the signed one begins with the unsigned one" cmp -s -n "$(stat -c %s letter.pdf)" letter.pdf one.pdf
rapor verify --pdfa one.pdf
check "it stays PDF/A-3a and PDF/UA-1" ends 0
check "qpdf has nothing to say" qpdf --check one.pdf
pdfsig one.pdf >judged 2>/dev/null
check "poppler: valid" grep -q 'Signature is Valid' judged
check "poppler: all of it is signed" grep -q 'Total document signed' judged
check "poppler: CAdES" grep -q 'ETSI.CAdES.detached' judged
mutool sign -v one.pdf >judged 2>&1
check "MuPDF: unchanged" grep -q 'unchanged since signing' judged
check "unsigned it says nothing of a signature" fails sh -c 'pdftotext letter.pdf - | grep -i "ditandatangani secara"'
check "signed it says who signed" sh -c 'pdftotext one.pdf - | grep "Ditandatangani secara elektronik oleh"'
cp letter.pdf two.pdf
sign two.pdf --key pkcs12:ratna.p12
check "twice the same bytes" cmp one.pdf two.pdf
check "what is read for signing stands by itself" [ "$(grep -ac /Type/ObjStm letter.pdf)" -eq 2 ]
sign one.pdf --key pkcs12:ratna.p12
check "nothing waits for a second signature" both 65 'no field waits'
check "and nothing is changed" cmp one.pdf two.pdf

# The signature by itself, as openssl sees it.
cades() {
    /usr/bin/python3 - "$1" <<'PYTHON'
import re, sys
data = open(sys.argv[1], "rb").read()
first, a, b, c = map(int, re.findall(rb"/ByteRange\[(\d+) (\d+) (\d+) (\d+)\]", data)[-1])
open("content", "wb").write(data[:a] + data[b:b + c])
hexed = bytes.fromhex(data[a + 1:b - 1].decode())
length = 4 + int.from_bytes(hexed[2:4], "big")
open("cms", "wb").write(hexed[:length])
PYTHON
    openssl cms -verify -cades -binary -inform DER -in cms -content content -CAfile ca.pem -purpose any -out /dev/null 2>cades.log
}
check "openssl: a CAdES signature by that certificate" cades one.pdf
openssl cms -cmsout -print -inform DER -in cms >printed 2>/dev/null
check "it holds no time of its own" fails grep -q signingTime printed

# Keys that may not sign.
cp letter.pdf one.pdf
rapor sign one.pdf --key pkcs12:ratna.p12 --pin-file wrong
check "a wrong PIN" both 77 'does not open'
chmod 644 pin
sign one.pdf --key pkcs12:ratna.p12
check "a PIN that others can read" both 77 'others can read it'
chmod 600 pin
sign one.pdf --key pkcs12:budi.p12
check "somebody else's key" both 65 'waits for Ratna Contoh Wulandari, not for Budi Contoh'
sign one.pdf --key pkcs12:lama.p12
check "a certificate that has expired" both 65 'has expired'
SOURCE_DATE_EPOCH=1000000000 sign one.pdf --key pkcs12:ratna.p12
check "one that is not valid yet" both 65 'not valid yet'
sign one.pdf --key ratna.p12
check "a key that is none" both 64 'pkcs12:FILE'
sign missing.pdf --key pkcs12:ratna.p12
check "a file that is not there" both 66 'missing.pdf'
check "and the letter is as it was" cmp letter.pdf one.pdf
sign one.pdf --key pkcs12:lengkung.p12
check "ECDSA signs as well" ends 0
check "and is valid" sh -c 'pdfsig one.pdf 2>/dev/null | grep -q "Signature is Valid"'

# What may change later, and when it was signed.
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12 --certify 2
check "certified" ends 0
check "the catalog says so" sh -c 'qpdf --show-object=trailer one.pdf >/dev/null && qpdf --qdf one.pdf - 2>/dev/null | grep -aq "/DocMDP"'
rapor verify --pdfa one.pdf
check "and it stays archival" ends 0
mkdir tsa && cat >tsa/tsa.cnf <<'CNF'
[tsa]
default_tsa = a
[a]
dir = tsa
serial = tsa/serial
signer_cert = tsa/tsa.pem
signer_key = tsa/tsa.key
certs = ca.pem
default_policy = 1.2.3.4
digests = sha256
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
CNF
{
    openssl req -newkey rsa:2048 -nodes -keyout tsa/tsa.key -out tsa/tsa.csr -subj "/CN=TSA Contoh"
    printf 'extendedKeyUsage=critical,timeStamping\n' >tsa/extensions
    openssl x509 -req -in tsa/tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile tsa/extensions -out tsa/tsa.pem
    echo 01 >tsa/serial
} >/dev/null 2>&1
cat >stamp <<'STAMP'
#!/bin/sh
cat >query && openssl ts -reply -config tsa/tsa.cnf -queryfile query -out reply 2>/dev/null && cat reply
STAMP
chmod +x stamp
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12 --level b-t --tsa ./stamp
check "with a time stamp" ends 0
check "valid still" sh -c 'pdfsig one.pdf 2>/dev/null | grep -q "Signature is Valid"'
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12 --level b-t --tsa 'cat >/dev/null; echo no'
check "an authority that gives none: nothing is signed instead" both 69 'gave no time stamp'
check "and the letter is as it was, too" cmp letter.pdf one.pdf

# By HTTP, from an authority on loopback; one that is out of order, and one that gives an old stamp again.
cat >authority.py <<'PYTHON'
import http.server, subprocess
class Authority(http.server.BaseHTTPRequestHandler):
    last = b""
    def log_message(self, *_):
        pass
    def do_POST(self):
        query = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/busy":
            return self.send_error(503)
        if self.path == "/stamp":
            Authority.last = subprocess.run(["./stamp"], input=query, capture_output=True, check=True).stdout
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(Authority.last)))
        self.end_headers()
        return self.wfile.write(Authority.last)
server = http.server.HTTPServer(("127.0.0.1", 0), Authority)
print(server.server_port, flush=True)
server.serve_forever()
PYTHON
mkfifo port
/usr/bin/python3 authority.py >port &
authority=$!
read -r port <port
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12 --tsa "http://127.0.0.1:$port/stamp"
check "a stamp by HTTP" ends 0
rapor verify --signatures --roots ca.pem one.pdf
check "is one" grep -q 'stamped .*, PAdES B-T' out
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12 --tsa "http://127.0.0.1:$port/busy"
check "an authority that is out of order" both 69 'no time stamp came'
sign one.pdf --key pkcs12:ratna.p12 --tsa "http://127.0.0.1:$port/again"
check "an old stamp given once more" both 69 'not a stamp of what was asked for'
kill "$authority"
check "none of them signs" cmp letter.pdf one.pdf

# With proofs that nothing was revoked: lists of the authority, and answers of its responder.
: >index.txt && echo 1000 >crlnumber && cat >ca.cnf <<'CNF'
[ca]
default_ca = a
[a]
database = index.txt
crlnumber = crlnumber
default_md = sha256
default_crl_days = 3650
CNF
openssl ca -config ca.cnf -gencrl -keyfile ca.key -cert ca.pem -out good.crl >ca.log 2>&1
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12 --level b-lt --tsa ./stamp
check "proofs have to be given" both 64 'needs --crl or --ocsp'
sign one.pdf --key pkcs12:ratna.p12 --level b-lt --tsa ./stamp --crl good.crl
check "with proofs" ends 0
rapor verify --pdfa one.pdf
check "it stays archival" ends 0
check "and valid" sh -c 'pdfsig one.pdf 2>/dev/null | grep -q "Signature is Valid" && qpdf --check one.pdf'
check "they stand where others look for them" sh -c 'qpdf --qdf one.pdf - 2>/dev/null | grep -aq "/DSS"'
rapor verify --signatures --roots ca.pem one.pdf
check "the level is named" grep -q 'valid: .*, PAdES B-LT' out
serial=$(openssl x509 -in ratna.pem -noout -serial) && serial=${serial#serial=}
printf 'V\t360101000000Z\t\t%s\tunknown\t/CN=Ratna\n' "$serial" >answers.txt
printf 'V\t360101000000Z\t\t%s\tunknown\t/CN=TSA\n' \
    "$(openssl x509 -in tsa/tsa.pem -noout -serial | sed 's/serial=//')" >>answers.txt
openssl ocsp -issuer ca.pem -cert ratna.pem -cert tsa/tsa.pem -reqout ask.der -no_nonce >ocsp.log 2>&1 &&
    openssl ocsp -index answers.txt -CA ca.pem -rsigner ca.pem -rkey ca.key -reqin ask.der -respout answer.der \
        -ndays 365 >>ocsp.log 2>&1
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12 --level b-lt --tsa ./stamp --ocsp answer.der
check "answers do as well" ends 0
rapor verify --signatures --roots ca.pem one.pdf
check "and are of that level" grep -q 'valid: .*, PAdES B-LT' out
openssl ca -config ca.cnf -revoke ratna.pem -keyfile ca.key -cert ca.pem >>ca.log 2>&1 &&
    openssl ca -config ca.cnf -gencrl -keyfile ca.key -cert ca.pem -out bad.crl >>ca.log 2>&1
cp letter.pdf one.pdf
SOURCE_DATE_EPOCH=$((SOURCE_DATE_EPOCH + 60)) sign one.pdf --key pkcs12:ratna.p12 --level b-lt --tsa ./stamp --crl bad.crl
check "a certificate that was revoked does not sign" both 65 'has been revoked'
openssl req -x509 -newkey rsa:2048 -nodes -keyout other.key -out other.pem -days 365 -subj "/CN=CA Lain" >>ca.log 2>&1
openssl ca -config ca.cnf -gencrl -keyfile other.key -cert other.pem -out other.crl >>ca.log 2>&1
sign one.pdf --key pkcs12:ratna.p12 --level b-lt --tsa ./stamp --crl other.crl
check "a list of somebody else proves nothing" both 65 'nothing among --crl and --ocsp says'
sign one.pdf --key pkcs12:ratna.p12 --level b-lt --tsa ./stamp --crl ca.pem
check "a list that is none" both 65 'nothing among --crl and --ocsp says'
check "and the letter is as it was, once more" cmp letter.pdf one.pdf

# An organisation seals; a certificate may be bound.
number=$(openssl x509 -in segel.pem -noout -serial | sed 's/serial=//; s/../&:/g; s/:$//')
sed "s/document=\"certificate\" /&signing=\"seal\" certificate=\"$number\" /" "$sample" >segel.xml
rapor check segel.xml
check "a seal can be asked for" ends 0
rapor build segel.xml -o segel -q --loose --only certificate,letter --sign --seal --key pkcs12:segel.p12 --pin-file pin
check "an organisation seals while it is built" ends 0
charter=$(find segel -iname '*sertifikat*.pdf') letters=$(find segel -iname '*surat*.pdf')
judge() { rapor verify --signatures --roots ca.pem "$@"; }
judge "$charter"
check "a sealed certificate has less than 50,000 bytes" [ "$(wc -c <"$charter")" -lt 50000 ]
check "the certificate is sealed, and nothing may change" grep -q 'valid: Segel Contoh, .*, certified' out
check "it says so" sh -c "pdftotext '$charter' - | grep -q 'Dibubuhi segel elektronik'"
rapor verify --pdfa segel
check "sealed papers are archival" ends 0
judge "$letters"
check "what waits for a person is not sealed" both 65 'nobody has signed it'
rapor build segel.xml -o segel2 -q --sign --seal --key pkcs12:budi.p12 --pin-file pin
check "a person's certificate does not seal" both 65 'names no organisation'
sign "$charter" --key pkcs12:budi.p12
check "nor sign what is sealed" both 65 'no field waits'
sed "s/signing=\"electronic\"/& certificate=\"AB CD\"/" "$sample" >terikat.xml
rapor build terikat.xml -o terikat -q --sign --key pkcs12:ratna.p12 --pin-file pin
check "another certificate of the same name is not the one that is bound" both 65 'no paper waits for Ratna'
sed "s/signing=\"electronic\"/& certificate=\"$serial\"/" "$sample" >terikat.xml
rapor build terikat.xml -o terikat -q --sign --key pkcs12:ratna.p12 --pin-file pin
check "the one that is bound is" ends 0
sed 's/signing="electronic"/signing="ink" certificate="AB"/' "$sample" >pena.xml
rapor check pena.xml
check "a certificate of somebody who signs with a pen is told of" says 'is signed with a pen'

# Whoever hands something in is judged.
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12 --level b-t --tsa ./stamp
judge one.pdf
check "a signed letter is valid" ends 0
check "by whom, how and for whom it can be trusted" grep -q 'valid: Ratna Contoh Wulandari, S.Kom., stamped .*, PAdES B-T, certificate trusted' out
judge letter.pdf
check "one that nobody signed is not" both 65 'nobody has signed it'
altered() { /usr/bin/python3 - one.pdf other.pdf "$1" <<'PYTHON'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
how = sys.argv[3]
if how == "flipped":
    data[9000] ^= 1
elif how == "cut":
    del data[-200:]
elif how == "wider":
    # The hole takes in what stands behind it: a part that nobody signed.
    at = data.rindex(b"/ByteRange[0 ") + len(b"/ByteRange[0 ")
    first, behind, rest = data[at:data.index(b"]", at)].split()
    moved = b"%s %d %d" % (first, int(behind) + 9, int(rest) - 9)
    data[at:at + len(moved)] = moved
elif how == "comment":
    data += b"\n% more\n"
open(sys.argv[2], "wb").write(data)
PYTHON
}
altered flipped && judge other.pdf
check "a flipped byte is seen" ends 65
check "and told" grep -q 'it is not what was signed' out
altered cut && judge other.pdf
check "a cut file is seen" ends 65
altered wider && judge other.pdf
check "a signature over a part is seen" grep -q 'leaves out more than itself' out
altered comment && judge other.pdf
check "a comment at the end changes nothing, and is told" grep -q 'valid: .*, more was appended later' out
cp letter.pdf one.pdf
sign one.pdf --key pkcs12:ratna.p12
cat >revise.py <<'PYTHON'
# revise.py PAPER OUT HOW: somebody appends objects of the paper again, otherwise than they were.
import re, subprocess, sys
from xml.etree import ElementTree
paper, out, how = sys.argv[1:]
data = open(paper, encoding="latin-1", newline="").read()
def show(number, *options):
    return subprocess.run(["qpdf", f"--show-object={number}", *options, paper], check=True, capture_output=True).stdout.decode("latin-1")
def number(text, key):
    return int(re.search(key + r" (?:\[ )?(\d+) 0 R", text)[1])
def again(of, old, new):
    """The object OF with something else in its dictionary or, of plain text, in its data."""
    text = show(of)
    if not text.startswith("Object is stream"):
        assert re.search(old, text)
        return {(of, 0): re.sub(old, lambda _: new, text, count=1)}
    whole = text[text.index("<<"):] + "stream\n" + show(of, "--raw-stream-data") + "\nendstream"
    assert re.search(old, whole)
    whole = re.sub(old, lambda _: new, whole, count=1)
    length = len(whole[whole.index("stream\n") + len("stream\n"):-len("\nendstream")])
    return {(of, 0): re.sub(r"/Length \d+", f"/Length {length}", whole, count=1)}
trailer = show("trailer")
root, info, size = number(trailer, "/Root"), number(trailer, "/Info"), int(re.search(r"/Size (\d+)", trailer)[1])
catalog, new = show(root), f"{size} 0 R"
form, page, xmp = (number(catalog, "/AcroForm"), number(show(number(catalog, "/Pages")), "/Kids"), number(catalog, "/Metadata"))
fields, leaf = show(form), show(page)
widget, shown, contents = number(fields, "/Fields"), number(leaf, "/Contents"), re.search(r"/Contents (?:\[ )?(.*?)(?: \])? /", leaf)[1]
listed = re.search(r"/Annots (\d+) 0 R", leaf)
items = re.search(r"\[ (.*) \]", show(listed[1]))[1] if listed else re.search(r"/Annots \[ (.*?) \]", leaf)[1]
first, second = re.findall(r"\d+ 0 R", items)[:2]
def annots(text, **more):
    return again(int(listed[1]) if listed else page, re.escape(items), text) | {(size, 0): more.get("added", note)}
note = f"<</Type/Annot/Subtype/Text/Rect[90 90 110 110]/F 4/Contents(Batal)/P {page} 0 R>>"
waiting = f"<</Type/Annot/Subtype/Widget/FT/Sig/T(dua)/F 132/Rect[0 0 0 0]/P {page} 0 R/RaporSigned<</Name(Budi Contoh)/Pages[]>>>>"
square = note.replace("/Text", "/Square/FT/Sig/V<</ByteRange[0 1 2 3]>>")
listing = again(form, r"/Fields \[ (.*?) \]", f"/Fields [ {re.search(r'/Fields . (.*?) .?]', fields)[1]} {new} ]")
box = number(show(widget), "/N")
drawn = number(show(number(leaf, "/Resources")), r"/P\d+")
later = re.search(r"/PieceInfo (\d+) 1 R", catalog)
def compact():
    """The metadata as XMP Core spells them: attributes, structures as descriptions; with a program and dates of its own."""
    rdf, packet = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", show(xmp, "--filtered-stream-data").encode("latin-1")
    tree = ElementTree.fromstring(packet)
    for item in list(tree.iter(rdf + "li")):
        if item.attrib.pop(rdf + "parseType", None):
            fields = ElementTree.Element(rdf + "Description")
            fields.extend(list(item))
            item[:] = [fields]
    for fields in tree.iter(rdf + "Description"):
        for child in [child for child in fields if not len(child)]:
            fields.set(child.tag, re.sub("^rapor|^2021", "Layanan", child.text) if child.tag.endswith(("Producer", "ModifyDate")) else child.text)
            fields.remove(child)
    tree[0][0].set("{http://ns.adobe.com/xap/1.0/}MetadataDate", "2022-01-01T00:00:00Z")
    return ElementTree.tostring(tree).decode()
objects = {
    "note": lambda: annots(f"{items} {new}"),
    "square": lambda: annots(f"{items} {new}", added=square),
    "inside": lambda: annots(f"{items} {note}"),
    "replaced": lambda: annots(items.replace(first, new)),
    "removed": lambda: annots(first),
    "moved": lambda: annots(f"{second} {first}"),
    "again": lambda: annots(f"{items} {second}"),
    "indirect": lambda: again(page, r"\[ " + re.escape(items) + r" \]", new) | {(size, 0): f"[ {items} ]"},
    "indirect note": lambda: again(page, r"\[ " + re.escape(items) + r" \]", new) | {(size, 0): f"[ {items} {note} ]"},
    "field": lambda: annots(f"{items} {new}", added=waiting) | listing,
    "unseen field": lambda: listing | {(size, 0): waiting},
    "content": lambda: {(shown, 0): "<</Length 0>>stream\n\nendstream"},
    "other content": lambda: again(page, r"/Contents \[.*?\]", f"/Contents [ {box} 0 R ]"),
    "more content": lambda: again(page, r"/Contents \[.*?\]", f"/Contents [ {contents} {drawn} 0 R ]"),
    "catalog": lambda: again(root, r"/Lang \(.*?\)", ""),
    "another catalog": lambda: {(size, 0): again(root, r"/Lang \(.*?\)", "")[root, 0]},
    "another form": lambda: again(root, f"/AcroForm {form} 0 R", f"/AcroForm {new}") | {(size, 0): fields.replace(">>", "/NeedAppearances true/XFA(x)>>")},
    "form": lambda: again(form, "/Fields", "/NeedAppearances true /Fields"),
    "dropped": lambda: again(form, r"/Fields \[ \d+ 0 R", "/Fields ["),
    "value": lambda: again(int(re.findall(r"(\d+) 0 R", fields)[-1]), r"/FT /Sig", f"/FT /Sig /V <</Type/Sig>> /AP <</N {drawn} 0 R>>"),
    "box": lambda: again(drawn, r"/BBox \[.*?\]", "/BBox [0 0 1 1]"),
    "matrix": lambda: again(drawn, r"/Matrix \[.*?\]", "/Matrix [1 0 0 1 0 0]"),
    "resources": lambda: again(drawn, r"/Resources \d+ 0 R", "/Resources <<>>"),
    "generation": lambda: {(int(later[1]), 1): "<</Rapor<</LastModified(D:2022)>>>>"} if later
        else again(root, "/Pages", f"/PieceInfo {size} 1 R /Pages") | {(size, 1): "<</Rapor<</LastModified(D:2021)>>>>"},
    "twice": lambda: again(page, "/MediaBox", "/MediaBox [0 0 9 9] /MediaBox"),
    "date": lambda: again(info, r"/ModDate \(D:2021", "/ModDate (D:2022") | again(xmp, "<xmp:ModifyDate>2021", "<xmp:ModifyDate>2022"),
    "title": lambda: again(info, "/Title <.*?>", "/Title (Batal)"),
    "written": lambda: again(info, r"/ModDate \(D:2021[^)]*\) /Producer \(", "/ModDate (D:2022) /Producer (Layanan, ") | again(xmp, "(?s)<.xpacket b.*</x:xmpmeta>", compact())
        | again(root, "/Pages", "/Version /1.7 /Pages") | again(form, "/Fields", "/DA (/Helv 0 Tf) /DR <</Font <</Helv <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>> /Fields"),
    "metadata": lambda: again(xmp, "<pdfuaid:part>1", "<pdfuaid:part>2"),
    "bag": lambda: again(xmp, "<rdf:Bag><rdf:li>id-ID", "<rdf:Bag><rdf:li>en</rdf:li><rdf:li>id-ID"),
}[how]()
if how == "another catalog":
    root = size
body, index, rows = "", "", b""
for key, generation in sorted(objects) + [(size + 1, 0)]:
    index += f"{key} 1 "
    rows += b"\1" + (len(data) + len(body)).to_bytes(4, "big") + bytes([generation])
    body += f"{key} {generation} obj\n{objects[key, generation]}\nendobj\n" if key <= size else ""
before, xref = re.findall(r"startxref\s+(\d+)", data)[-1], len(data) + len(body)
body += (f"{size + 1} 0 obj\n<</Type/XRef/W[1 4 1]/Size {size + 2}/Index[{index}]/Prev {before}/Root {root} 0 R/Info {info} 0 R/Length {len(rows)}>>stream\n" +
         rows.decode("latin-1") + f"\nendstream\nendobj\nstartxref\n{xref}\n%%EOF\n")
open(out, "w", encoding="latin-1", newline="").write(data + body)
PYTHON
revised() { : >out; /usr/bin/python3 revise.py "$1" other.pdf "$2" && qpdf --check other.pdf >/dev/null && judge other.pdf; }
# seen HOW WHAT: what somebody changed in one.pdf is told.
seen() {
    revised one.pdf "$1"
    check "what was changed later is seen: $1" sh -c "grep -q 'NOT VALID: Ratna' out && grep -q '$2' out"
}
for how in note square inside replaced removed moved again 'indirect note'; do seen "$how" 'a page, has other annotations'; done
for how in content 'other content' 'more content' catalog box matrix resources metadata bag; do seen "$how" 'object [0-9]* was changed after'; done
for how in 'another form' form field 'unseen field'; do seen "$how" 'its form (/AcroForm) is another'; done
for how in 'another catalog' title; do seen "$how" 'its catalog or information is another'; done
/usr/bin/python3 revise.py one.pdf other.pdf twice && judge other.pdf
check "what is said twice is told, since each program takes another of them" grep -q 'what was appended after it was signed is damaged' out
for how in indirect date written; do
    revised one.pdf "$how"
    check "what may change is none: $how" ends 0
done
/usr/bin/python3 revise.py one.pdf other.pdf field
sign other.pdf --key pkcs12:budi.p12 && judge other.pdf
check "a field that somebody signs may be added" sh -c 'grep -q " valid: Ratna" out && grep -q " valid: Budi" out'
cp other.pdf both.pdf
revised both.pdf dropped
check "a signature that was taken out is seen" sh -c 'grep -q "NOT VALID: Budi" out && grep -q "its form (/AcroForm)" out'
# What was unusual when it was signed: a field that waits yet, a list of annotations by itself, a generation.
for how in indirect field generation; do
    cp one.pdf before.pdf
    cp letter.pdf unusual.pdf && /usr/bin/python3 revise.py unusual.pdf one.pdf "$how" && sign one.pdf --key pkcs12:ratna.p12
    case $how in
    indirect)
        /usr/bin/python3 revise.py one.pdf other.pdf field && sign other.pdf --key pkcs12:budi.p12 && judge other.pdf
        check "a field is added to a list by itself" sh -c 'grep -q " valid: Ratna" out && grep -q " valid: Budi" out'
        seen note 'a page, has other annotations' ;;
    field)
        seen value 'object [0-9]* was changed after'
        mutool sign -s budi.p12 -P 1234 -o other.pdf one.pdf "$(qpdf --show-object=trailer letter.pdf | sed 's/.*\/Size \([0-9]*\).*/\1/')" >mutool.log
        judge other.pdf
        check "MuPDF signs what waits" sh -c 'grep -q " valid: Ratna" out && grep -q " valid: Budi" out' ;;
    generation) seen generation 'object [0-9]* was changed after' ;;
    esac
done
cp letter.pdf other.pdf
sign other.pdf --key pkcs12:self.p12
judge other.pdf
check "whom nobody vouches for is not trusted" grep -q 'cannot be trusted' out
rapor verify --signatures other.pdf
check "without roots that is not judged" ends 0
check "and it is said" grep -q 'certificate not judged' out
rapor verify --roots ca.pem one.pdf
check "roots without signatures are refused" both 64 'needs --signatures'
rapor verify --signatures --pdfa one.pdf
check "so are two questions at once" both 64 'one at a time'
judge one.pdf --json
check "as JSON" /usr/bin/python3 -c 'import json; assert json.loads(open("out").readline())["valid"] == 1'

# A folder: archives, manifest and sums follow.
rapor build "$sample" -o hasil
cp -r hasil before
sign hasil --key pkcs12:budi.p12
check "nobody of that name signs" both 65 'no paper waits for Budi Contoh'
check "the folder is as it was" diff -r hasil before
sign hasil --key pkcs12:ratna.p12
check "a folder is signed" both 0 'signed by Ratna'
rapor verify hasil
check "it is as its manifest says" ends 0
rapor verify --pdfa hasil
check "all its papers are archival" ends 0
check "sha256sum agrees" sh -c 'cd hasil && sha256sum -c --quiet SHA256SUMS'
mkdir unpacked
bsdtar -xf hasil/wilayah/51-bali.zip -C unpacked
judge hasil
check "all that was signed in it is valid" ends 0
letter=$(find unpacked -name '*surat*.pdf')
check "the letter in the archive is signed" sh -c "pdfsig '$letter' 2>/dev/null | grep -q 'Signature is Valid'"
check "what the signing service wants is gone" [ -z "$(find unpacked -name '*.tte.json')" ]
check "no run is left over" [ ! -e .hasil.rapor.signed ]
sign hasil --key pkcs12:ratna.p12
check "once more: nothing waits" both 65 'no paper waits for a signature'
# In one go: the same bytes, however many work at it.
rapor build "$sample" -o sekali -q --sign --key pkcs12:ratna.p12 --pin-file pin --jobs 1
check "built and signed in one go" ends 0
check "it is what building and signing gives" diff -r -x .rapor-build hasil sekali
rapor build "$sample" -o dua -q --sign --key pkcs12:ratna.p12 --pin-file pin --jobs 3
check "by any number of workers" diff -r sekali dua
cp -r sekali lama
rapor build "$sample" -o sekali --sign --key pkcs12:ratna.p12 --pin-file pin
check "what is signed is not signed again" says '0 papers signed by Ratna'
rapor build "$sample" -o sekali -q
check "nor made again by whoever does not sign" diff -r sekali lama
rapor build "$sample" -o lain -q --sign --key pkcs12:budi.p12 --pin-file pin
check "nobody of that name" both 65 'no paper waits for Budi Contoh'
rapor build "$sample" -o lain -q --sign --key pkcs12:ratna.p12 --pin-file wrong
check "a wrong passphrase, once it is built" both 77 'does not open'
rapor build "$sample" -o lain -q --sign --key pkcs12:ratna.p12 --pin-file pin --level b-t --tsa 'cat >/dev/null; echo no'
check "no time stamp: nothing is published" both 69 'gave no time stamp'
check "nothing is left of any of them" fails sh -c 'ls -d lain .lain.* 2>/dev/null'
rapor build "$sample" -o lain -q --key pkcs12:ratna.p12
check "a key alone signs nothing" both 64 'need --sign'
# Machines that share the work have no key: what they have made is signed where it is joined.
rapor build "$sample" -o bagian --shard 1/2 --sign --key pkcs12:ratna.p12 --pin-file pin
check "a shard is not signed" both 64 'a shard is not signed'
check "and nothing is made" [ ! -e bagian ]
for shard in 1 2; do rapor build "$sample" -o bagian -q --shard $shard/2; done
rapor merge bagian -o gabung --sign --key pkcs12:ratna.p12 --pin-file wrong
check "a wrong passphrase: nothing is joined" both 77 'does not open'
rapor merge bagian -o gabung --sign --key pkcs12:ratna.p12 --pin-file pin
check "what shards have made is signed where it is joined" says '1 paper signed by Ratna'
check "to the byte as in one run" diff -r sekali gabung
cp -r before belum
rapor build "$sample" -o belum --sign --key pkcs12:ratna.p12 --pin-file pin
check "what lies there unsigned is signed as it is" says '1 paper signed by Ratna'
check "which is all that changed" says 'show something else: 0, signed: 1, different otherwise (as in attached data): 0'
rapor diff before belum
check "diff tells which" grep -q '^signed *letter *51.71 ' out
check "and all is as in one run, too" diff -r sekali belum
# Two sign a paper: each block says so once its own is signed, and a later signature spares the earlier.
sed 's|<signatory document="certificate"|<signatory document="certificate" name="Budi Contoh" office="Deputi Contoh" beside="yes" signing="electronic"/>&|
    s|<signatory document="certificate" name="Budi Contoh Santoso"|<signatory document="certificate" name="Ratna Contoh Wulandari" signing="electronic"|' \
    "$sample" >berdua.xml
rapor build berdua.xml -o berdua -q --loose --only certificate --sign --key pkcs12:budi.p12 --pin-file pin
charter=$(find berdua -iname '*sertifikat*.pdf')
blocks() { [ "$(pdftotext "$charter" - | grep -c 'Ditandatangani secara elektronik oleh')" -eq "$1" ]; }
check "of two signatures the first shows one block" blocks 1
check "the other is waited for" [ -n "$(find berdua -name '*.tte.json')" ]
judge "$charter"
check "and told" grep -q 'valid: Budi' out
check "the service is told of the paper as it is" grep -q "$(sha256sum <"$charter" | cut -c 1-64)" "$(find berdua -name '*.tte.json')"
rapor build berdua.xml -o berdua3 -q --loose --only certificate
sign berdua3 --key pkcs12:budi.p12
check "built and signed later it is the same, and so is what the service is told" diff -r -x .rapor-build berdua berdua3
rapor build berdua.xml -o berdua4 -q --only certificate --sign --key pkcs12:budi.p12 --pin-file pin
rapor build berdua.xml -o berdua5 -q --only certificate
sign berdua5 --key pkcs12:budi.p12
check "in archives as well" diff -r -x .rapor-build berdua4 berdua5
rapor build berdua.xml -o berdua -q --loose --only certificate --sign --key pkcs12:ratna.p12 --pin-file pin
check "the second shows the other" blocks 2
judge "$charter"
check "both are valid" sh -c 'grep -q "valid: Budi" out && grep -q "valid: Ratna" out'
rapor verify --pdfa "$charter"
check "and the paper is archival" ends 0
check "nothing is waited for any more" [ -z "$(find berdua -name '*.tte.json')" ]
# A service signs elsewhere: batches go out, signed papers come back in any order.
rm -rf hasil && cp -r before hasil
rapor sign hasil --for bsr -o kirim
check "for another service there is nothing" both 64 'did you mean "bsre"'
rapor sign hasil --for bsre -o kirim
check "batches are written" both 0 'papers written: 1'
check "with an index and a request without secrets" /usr/bin/python3 - <<'PYTHON'
import base64, hashlib, json
index, request = json.load(open("kirim/001/index.json")), json.load(open("kirim/001/request.json"))
assert [entry["order"] for entry in index] == list(range(1, len(index) + 1)) and len(index) <= 20
for entry, text in zip(index, request["file"]):
    paper = open("kirim/001/" + entry["file"], "rb").read()
    assert hashlib.sha256(paper).hexdigest() == entry["sha256"] and base64.b64decode(text) == paper
assert request["nik"] == request["passphrase"] == "" and request["signatureProperties"] == [{"tampilan": "INVISIBLE"}]
PYTHON
sent=$(find kirim -name '*.pdf')
check "they look as they will, signed" sh -c "pdftotext '$sent' - | grep -q 'Ditandatangani secara elektronik oleh'"
mkdir kembali
cp "$sent" kembali/kembali.pdf
bsdtar -xOf hasil/wilayah/51-bali.zip '*surat*.pdf' >polos.pdf
rapor adopt hasil polos.pdf
check "the waiting paper itself is refused" both 65 'polos.pdf: it is not signed by whom it waits for'
rapor adopt hasil kembali --roots nowhere.pem
check "roots that cannot be read are told once" both 66 'rapor: error: nowhere.pem'
rapor adopt hasil kembali --roots ca.pem --json
check "one that nobody signed is refused, to programs too" /usr/bin/python3 -c 'import json
refused = json.loads(open("out").readline()); assert refused["type"] == "refused" and refused["file"] == "kembali/kembali.pdf", refused'
rapor adopt hasil kembali --roots ca.pem
check "one that nobody signed is refused" both 65 'nobody has signed it'
check "and nothing has changed" diff -r hasil before
sign kembali/kembali.pdf --key pkcs12:self.p12
rapor adopt hasil kembali --roots ca.pem
check "one whose signer nobody vouches for" both 65 'cannot be trusted'
# On its way somebody appends another catalog, without the language, before it is signed.
/usr/bin/python3 revise.py "$sent" kembali/kembali.pdf catalog
rapor adopt hasil kembali --roots ca.pem
check "one that was changed on its way" both 65 'was changed after it was signed'
/usr/bin/python3 revise.py "$sent" kembali/kembali.pdf note
sign kembali/kembali.pdf --key pkcs12:ratna.p12
rapor adopt hasil kembali --roots ca.pem
check "one with a note of somebody else" both 65 'a page, has other annotations'
check "is not taken" diff -r hasil before
# A service may write who it is into the metadata, in its own spelling, before it signs.
/usr/bin/python3 revise.py "$sent" kembali/kembali.pdf written
sign kembali/kembali.pdf --key pkcs12:ratna.p12
cp "$charter" kembali/lain.pdf
rapor adopt hasil kembali --roots ca.pem
check "one that is none of ours is told" both 65 'lain.pdf: not one of the papers that wait'
check "the others are taken" says 'taken: 1, refused: 1, still missing: 0'
rapor adopt hasil kembali/kembali.pdf --roots ca.pem
check "what lies there already may be handed in again" both 0 'taken: 0, refused: 0, still missing: 0'
rapor verify hasil
check "the folder is whole" ends 0
judge hasil
check "and its papers are signed" ends 0
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
    qpdf) check "what is no archival document any more is told" says 'no PDF/A-3a and PDF/UA-1 any more: 1, such as anew/qpdf.pdf: no end of line' ;;
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
sed 's/<signatory document="letter" name="[^"]*"/<signatory document="letter" name="Ratna Contoh Wulandari" signing="electronic"/' \
    "$root/samples/nasional-2021.xml" >banyak.xml
# Seals and signatures go out apart, and a paper of two goes to the second once it is back from the first.
sed "s/document=\"certificate\" /&signing=\"seal\" certificate=\"$number\" /" banyak.xml >campur.xml
rapor build campur.xml -o campur -q --loose --region 65 --only letter,certificate
rapor sign campur --for bsre -o kirim2
check "batches are of one signer" /usr/bin/python3 - <<'PYTHON'
import glob, json
kinds = set()
for path in glob.glob("kirim2/*/"):
    index, request = json.load(open(path + "index.json")), json.load(open(path + "request.json"))
    assert len({(entry.get("signer"), entry.get("seal")) for entry in index}) == 1
    kinds.add(("seal" in index[0], "totp" in request and request["totp"] == ""))
assert kinds == {(True, True), (False, False)}, kinds
PYTHON
for paper in kirim2/*/*.pdf; do
    case $paper in *sertifikat*) sign "$paper" --seal --key pkcs12:segel.p12 ;; *) sign "$paper" --key pkcs12:ratna.p12 ;; esac
done
rapor adopt campur kirim2 --roots ca.pem
check "sealed and signed papers come back together" says 'refused: 0, still missing: 0'
rapor build berdua.xml -o berdua2 -q --loose --only certificate
for turn in 1:budi 2:ratna; do
    rapor sign berdua2 --for bsre -o kirim-$turn
    sign kirim-$turn/001/*.pdf --key "pkcs12:${turn#*:}.p12"
    rapor adopt berdua2 kirim-$turn --roots ca.pem
    check "a paper of two signatures comes back, ${turn%:*}" says 'taken: 1, refused: 0'
done
judge berdua2
check "with both of them" sh -c 'grep -q "valid: Budi" out && grep -q "valid: Ratna" out'

# A token: one login, and a wrong PIN costs one try.
softhsm=$(ls /usr/lib/softhsm/libsofthsm2.so /usr/lib/*/softhsm/libsofthsm2.so 2>/dev/null | head -n 1)
mkdir tokens
printf 'directories.tokendir = %s/tokens\nobjectstore.backend = file\nlog.level = ERROR\n' "$scratch" >softhsm.conf
export SOFTHSM2_CONF="$scratch/softhsm.conf" PKCS11_MODULE_PATH="$softhsm"
{
    softhsm2-util --init-token --free --label Biro --pin 1234 --so-pin 5678
    openssl pkcs8 -topk8 -nocrypt -in ratna.key -out ratna.pk8
    softhsm2-util --import ratna.pk8 --token Biro --label tte --id 01 --pin 1234
    openssl x509 -in ratna.pem -outform DER -out ratna.der
    pkcs11-tool --module "$softhsm" --login --pin 1234 --token-label Biro --write-object ratna.der --type cert --label tte --id 01
} >token.log 2>&1 || cat token.log >&2
cp letter.pdf one.pdf
sign one.pdf --key 'pkcs11:token=Biro;object=tte' --chain ca.pem
check "a token signs" ends 0
judge one.pdf
check "as validly" ends 0
cp letter.pdf one.pdf
rapor sign one.pdf --key 'pkcs11:token=Biro;object=tte' --pin-file wrong
check "a wrong PIN is refused" both 77 'tried once, not again'
check "the token still opens" sh -c "pkcs11-tool --module '$softhsm' --login --pin 1234 --token-label Biro -O >/dev/null 2>&1"
# It is pulled at the fourth of six papers: what was signed is kept, and the next run goes on there.
${CC:-cc} -shared -fPIC -o token.so "$root/tests/outside/token.c" 2>token.log || cat token.log >&2
rapor build banyak.xml -o banyak -q --region 65 --only letter
cp -r banyak banyak0 && cp -r banyak banyak1
pulled() { TOKEN_MODULE=$softhsm TOKEN_LASTS=$1 PKCS11_MODULE_PATH=$scratch/token.so sign banyak --key 'pkcs11:token=Biro;object=tte' --chain ca.pem; }
pulled 3
check "a token that is pulled: what was signed is kept" both 69 'hint: 3 papers are signed and kept'
check "and the folder is as it was" diff -r banyak banyak0
pulled 3
check "the same command goes on from there" both 0 'banyak: 3 of them before a run broke off'
sign banyak1 --key pkcs12:ratna.p12
check "to the byte as in one go" diff -r banyak banyak1
check "and nothing is left over" [ ! -e .banyak.rapor.signed ]
built() {
    TOKEN_MODULE=$softhsm TOKEN_LASTS=3 PKCS11_MODULE_PATH=$scratch/token.so rapor build banyak.xml -o lain --region 65 --only letter \
        --sign --key 'pkcs11:token=Biro;object=tte' --chain ca.pem --pin-file pin
}
built
check "pulled while papers are made: nothing is published" both 69 'the key does not sign'
check "not even a part" [ ! -e lain ]
check "and what was signed is kept" says 'hint: what was signed is kept'
built
check "the same command goes on from there, too" both 0 '3 of them before a run broke off'
check "to the byte as in one go, once more" diff -r -x .rapor-build lain banyak1
check "and nothing is left over of it" [ ! -e .lain.rapor.signed ]
# A disk that is full, while a paper is kept, an archive written, the manifest: the folder is as it was.
full() {
    rm -rf banyak && cp -r banyak0 banyak
    strace -f -qq -o /dev/null -e trace="$1" -e inject="$1":error=ENOSPC:when="$2" "$program" sign banyak \
        --key pkcs12:ratna.p12 --pin-file pin >out 2>err
    [ $? -eq 74 ] && grep -q 'No space left on device' err && diff -r banyak banyak0
}
check "no room for what is kept" full write 2
check "no room for the archive" full pwrite64 2
check "no room for the manifest" full fsync 1
sign banyak --key pkcs12:ratna.p12
check "once there is room it is signed" ends 0
check "as in one go" diff -r banyak banyak1
# A whole pack of signed papers, before every judge.
for paper in $(bsdtar -tf banyak/wilayah/*.zip | grep 'pdf$'); do
    bsdtar -xOf banyak/wilayah/*.zip "$paper" >one.pdf
    pdfsig one.pdf >judged 2>/dev/null
    grep -q 'Signature is Valid' judged && grep -q 'Total document signed' judged && qpdf --check one.pdf >judged 2>&1 &&
        mutool sign -v one.pdf 2>&1 | grep -q 'unchanged since signing' && cades one.pdf || echo "$paper"
done >refused
check "a whole pack: poppler, MuPDF, qpdf and openssl agree" fails test -s refused
judge banyak
check "and so does verify" ends 0
rapor verify --pdfa banyak
check "and they are archival" ends 0
finish
