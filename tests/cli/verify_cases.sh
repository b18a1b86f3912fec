# verify: a folder against its manifest, documents against the standards.
rapor build "$one" -q -o published
check 'verify: something to look at' ends 0
rapor verify published
check 'verify: a folder as it was published' both 0 'as the manifest says'
check 'verify: nothing on standard output' silent out
rapor verify --json published
check 'verify, json: the last line is the exit' sh -c 'tail -n 1 out | grep -qxF "{\"type\":\"exit\",\"code\":0}"'

rapor build "$one" -q --loose -o changed
printf x >>changed/nasional/peringkat.csv
printf y >changed/catatan.txt
rm changed/nasional/results.xml
rapor verify changed
check 'verify: exit 65 where anything differs' ends 65
check 'verify: a file that grew' prints 'changed/nasional/peringkat.csv: '
check 'verify: its size, and what it should be' prints ' bytes; the manifest says '
check 'verify: a file more' prints 'changed/catatan.txt: the manifest does not know it'
check 'verify: a file less' prints 'changed/nasional/results.xml: it is in the manifest, and missing'
check 'verify: one line each' sh -c '[ "$(wc -l <out)" -eq 3 ]'

cp -r published torn
zip=$(cd torn && ls wilayah/*.zip)
/usr/bin/python3 - "torn/$zip" <<'PYTHON'
import shutil, sys, zipfile
shutil.copy(sys.argv[1], "old.zip")
with zipfile.ZipFile("old.zip") as old, zipfile.ZipFile(sys.argv[1], "w") as new:
    for name in old.namelist():
        data = old.read(name)
        new.writestr(name, data[:-1] + b"!" if "-surat-" in name else data)
PYTHON
rapor verify torn
check 'verify: an entry of an archive' sh -c 'grep -q "zip/.*-surat-.*pdf: its content is not what" out'
check 'verify: the archive itself' prints "torn/$zip: "
cp -r published odd
mkfifo odd/pipa
ln -s . odd/lagi
ln -s /dev/zero odd/nol
timeout 20 "$program" verify odd >out 2>err
code=$?
check 'verify: pipes, devices and endless links are findings' ends 65
check 'verify: each of them' sh -c '[ "$(grep -c "it is no file, but a link, a pipe or a device" out)" -eq 3 ]'
# What lies behind ten thousand folders; more papers than are held, results that no program should hold.
/usr/bin/python3 "$root/tests/outside/large.py" many
/usr/bin/python3 -c 'import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(code)' "$program" verify many >out 2>err
code=$?
check 'verify: 60 thousand papers, and results of 257 MiB' both 0 'many: 61003 of 61003 as the manifest says'
check 'verify: few of them are held' [ "$(tail -n 1 err)" -lt 40000 ]
for number in $(seq 10100 20200); do echo "many/$number"; done | xargs mkdir
echo x >many/20200/akhir.txt
cp many/nasional.zip many/10100/nol.zip
rapor verify many
check 'verify: what lies behind ten thousand folders' prints 'many/20200/akhir.txt: the manifest does not know it'
check 'verify: what it does not know it does not unpack' sh -c '[ "$(wc -l <out)" -eq 2 ]'
rm -r many
cp -r published sums
sed -i '2s/^./z/' sums/SHA256SUMS
rapor verify sums
check 'verify: sums that say something else' prints 'SHA256SUMS: it does not say what the manifest says'
rapor verify .
check 'verify: a folder that is not ours' both 66 'MANIFEST.json'
rapor verify absent
check 'verify: a folder that is not there' ends 66
rapor verify
check 'verify: nothing to look at' both 64 'IN is missing'

/usr/bin/python3 - "$root" <<'PYTHON'
import sys, zipfile
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1] + "/tests/outside")
from archival import build
open("good.pdf", "wb").write(build())
open("bad.pdf", "wb").write(build({"figure": ("/Alt (Kotak biru)", "")}))
with zipfile.ZipFile("pack.zip", "w") as pack:
    pack.write("good.pdf", "13.01/good.pdf")
    pack.write("bad.pdf", "13.01/bad.pdf")
    pack.writestr("catatan.txt", "no document")
with zipfile.ZipFile("empty.zip", "w") as pack:
    pack.writestr("catatan.txt", "no document")
PYTHON
rapor verify --pdfa good.pdf
check 'verify --pdfa: a good document' both 0 '1 of 1 PDF/A-3a and PDF/UA-1'
rapor verify --pdfa -q good.pdf
check 'verify --pdfa: quiet' silent err
rapor verify --pdfa good.pdf bad.pdf
check 'verify --pdfa: exit 65' ends 65
check 'verify --pdfa: page, object and clause' \
    sh -c 'grep -qx "bad.pdf: page 1: object [0-9]*: Figure without an alternative text (/Alt) (ISO 14289-1, 7.3, 7.7)" out'
rapor verify --pdfa pack.zip
check 'verify --pdfa: an archive' both 65 'pack.zip: 1 of 2'
check 'verify --pdfa: an entry by its name' prints 'pack.zip/13.01/bad.pdf: page 1'
rapor verify --pdfa --json bad.pdf
check 'verify --pdfa, json: the rule' prints '"rule":"figure"'
check 'verify --pdfa, json: every line is JSON' json_lines out
rapor verify --pdfa empty.zip
check 'verify --pdfa: an archive without documents' both 65 'nothing to judge'
mkdir mixed
cp good.pdf mixed/z.pdf
mkfifo mixed/a.pdf mixed/b.zip
ln -s c.pdf mixed/c.pdf
printf 'PK broken' >mixed/d.zip
/usr/bin/python3 "$root/tests/outside/overlap.py" mixed/e.zip
timeout 20 "$program" verify --pdfa mixed >out 2>err
code=$?
check 'verify --pdfa: what cannot be read in a folder is a finding' both 65 'mixed: 1 of 6'
check 'verify --pdfa: pipes, and a link to itself' \
    sh -c '[ "$(grep -cE "^mixed/(a.pdf|b.zip): it is no file$|^mixed/c.pdf: Too many levels" out)" -eq 3 ]'
check 'verify --pdfa: an archive that grows without end' prints 'mixed/e.zip: its entries lie over each other'
for name in a.pdf b.zip e.zip; do
    timeout 20 "$program" verify --pdfa mixed/$name >out 2>err
    code=$?
    check "verify --pdfa: $name by itself" sh -c "[ $code -eq 65 ] || [ $code -eq 66 ]"
done
rapor verify --pdfa "$one"
check 'verify --pdfa: what is no PDF' sh -c 'grep -q "cannot be read as a PDF" out'
rapor verify --pdfa absent.pdf
check 'verify --pdfa: a file that is not there' ends 66
