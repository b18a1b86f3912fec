# check: every problem with its place, nothing written.
rapor check "$one"
check 'a good file: exit 0' ends 0
check 'a good file: the summary' says 'denpasar-2021.xml: 1 institution (1 assessed), no problems'
check 'a good file: nothing on standard output' silent out
rapor check -q "$one"
check 'quiet: nothing at all' silent err
rapor check "$all"
check 'the nation: exit 0' ends 0
check 'the nation: how many' says 'nasional-2021.xml: 637 institutions (517 assessed)'
check 'the nation: who is not assessed' says '120 not assessed:'

"$program" check - <"$one" >out 2>err
code=$?
check 'standard input, a file' both 0 '-: 1 institution (1 assessed)'
# shellcheck disable=SC2002
cat "$one" | "$program" check - >out 2>err
code=$?
check 'standard input, a pipe' both 0 '-: 1 institution (1 assessed)'

for bad in "$samples"/bad/*.xml; do
    name=$(basename "$bad" .xml)
    expect=${bad%.xml}.expect
    rapor check "$bad"
    check "bad/$name: exit 65" ends 65
    check "bad/$name: place and text" says "$name.xml:$(sed -n 1p "$expect")"
    if [ -n "$(sed -n 2p "$expect")" ]; then
        check "bad/$name: hint" says "$(sed -n 2p "$expect")"
    fi
done

sed 's/<institution /<institution lucky="7" /' "$one" >wrong.xml
rapor check wrong.xml
check 'a caret stands below the place' sh -c "grep -q '^ *\^$' err"
check 'the summary counts' says '1 error in wrong.xml'
rapor check --diagnostic-format short wrong.xml
check 'short: one line each' sh -c '! grep -q "^hint:" err && ! grep -q "\^" err'
rapor check --diagnostic-format json wrong.xml
check 'json diagnostics on standard error' sh -c 'head -n 1 err | grep -q "^{\"type\":\"diagnostic\",\"severity\":\"error\""'
rapor check --json wrong.xml
check 'json: on standard output' prints '{"type":"diagnostic","severity":"error"'
check 'json: every line is JSON' json_lines out
check 'json: the last line is the exit' \
    sh -c 'tail -n 1 out | grep -qxF "{\"type\":\"exit\",\"code\":65}"'
check 'json: nothing on standard error' silent err

/usr/bin/python3 - "$one" >many.xml <<'PYTHON'
import re, sys
text = open(sys.argv[1]).read()
print(re.sub(r'(stage="interview" level)="\d"', r'\1="9"', text))
PYTHON
rapor check many.xml
check 'of many problems 20 are shown' \
    sh -c '[ "$(grep -c "many.xml:[0-9]*:[0-9]*: error: " err)" -eq 20 ]'
check 'of many problems the rest is counted' says 'and 27 more errors'
check 'of many problems all are in the summary' says '47 errors in many.xml'

rapor check absent.xml
check 'a missing file: exit 66' both 66 'absent.xml: No such file'
rapor check "$one" absent.xml wrong.xml
check 'several files: the worst code' ends 66
check 'several files: each is checked' says 'in wrong.xml'

sed 's/<published index="[0-9.]*"/<published index="1.00"/' "$one" >published.xml
rapor check published.xml
check 'a published index that differs is a warning' both 0 'index published 1.00, computed'
check 'a warning has its place' sh -c 'grep -q "^published.xml:[0-9]*:[0-9]*: warning: " err'
rapor check --strict published.xml
check 'strict: warnings end with 2' ends 2
rapor check --strict "$one"
check 'strict: without warnings 0' ends 0
check 'check writes no file' sh -c '! ls | grep -q "\.pdf$\|\.zip$"'

# Published figures against computed ones.
sed -e 's|<institution |<published-average group="kota" index="3.20"><domain no="1" index="3"/><aspect no="7" index="4.50"/></published-average><published-average index="3.19"/>&|' \
    -e 's|<published index="3.19" grade="Baik">|<published index="3.91" grade="Sangat Baik">|' "$one" >published.xml
rapor check published.xml
check 'published figures: a warning, exit 0' both 0 \
    'warning: Pemerintah Kota Denpasar: index published 3.91, computed 3.19; grade published Sangat Baik, computed Baik'
check 'published averages: a warning' \
    says 'warning: average of Pemerintah Kota: index published 3.20, computed 3.19; aspect 7 published 4.50, computed'
check 'published averages: what agrees is not told' sh -c '[ "$(grep -c warning: err)" -eq 2 ]'
rapor check --strict published.xml
check 'published figures: exit 2 with --strict' ends 2
rapor score published.xml -o published-results.xml
check 'published figures: in the results' \
    grep -qF '<difference of="index" published="3.91" computed="3.19" size="0.72"/>' published-results.xml
check 'published figures: the results follow their schema' \
    xmllint --noout --relaxng "$root/layouts/schema/results.rng" published-results.xml
