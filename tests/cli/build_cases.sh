# build: what a caller sees of it; what it makes is judged elsewhere.
rapor build "$one" -n
check 'a dry run lists' gives '-sertifikat-kota-denpasar.pdf'
check 'a dry run says nothing' silent err
rapor build "$one" -n --only letter
check 'a dry run of one kind' sh -c 'grep -q -e "-surat-" out && ! grep -q sertifikat out'
rapor build "$one" -n --json
check 'a dry run in JSON' gives '{"type":"file","name":"'
check 'a dry run in JSON: every line' json_lines out
rapor build "$one" -n -o dry
check 'a dry run makes nothing' test ! -e dry

rapor build "$one" -o paper --only certificate,tables
check 'build: exit 0' ends 0
check 'build: nothing on standard output' silent out
check 'build: the closing line' says 'to verify: rapor verify paper'
check 'build: the closing line counts' sh -c 'grep -q "^paper: [0-9]* documents in [0-9]* archives\?, " err'
check 'build: the suggested command works' "$program" verify paper
rapor build "$one" -o paper --only certificate,tables -q
check 'build again, quietly' ends 0
check 'quiet: nothing at all' silent err
rapor build "$one" -o loose --loose --only certificate
check 'loose: a file, not an archive' sh -c 'find loose -name "*-sertifikat-*.pdf" | grep -q .'
rapor build "$one" -o lines --json --only certificate
check 'json: every line is JSON' json_lines out
check 'json: the last line is the exit' \
    sh -c 'tail -n 1 out | grep -qxF "{\"type\":\"exit\",\"code\":0}"'
check 'json: nothing on standard error' silent err
"$program" build - -o stream --only certificate <"$one" >out 2>err
code=$?
check 'build reads standard input' ends 0

for bad in "$samples"/bad/*.xml; do
    rapor build "$bad" -o refused
    [ "$code" -eq 65 ] || break
done
check 'bad data: each ends with 65' ends 65
check 'bad data: nothing is written' sh -c '! ls -A | grep -q refused'
rapor build absent.xml -o refused
check 'a missing input: exit 66' ends 66
check 'a missing input: nothing is written' sh -c '! ls -A | grep -q refused'
mkdir theirs && echo precious >theirs/file
rapor build "$one" -o theirs --only certificate
check 'a folder of somebody else is refused' sh -c "[ $code -eq 73 ] && grep -qx precious theirs/file"

sed 's/<signatory document="letter"/<signatory document="speech"/' "$one" >warns.xml
rapor build warns.xml -o warned --only certificate
check 'a warning of the input is shown' both 0 'warning: spbe-2020 has no document "speech"'
rapor build warns.xml -o warned --only certificate --strict
check 'strict: a warning ends with 2' ends 2
check 'strict: it is published nevertheless' test -e warned/SHA256SUMS

timeout --preserve-status -s INT 1 "$program" build "$all" -o stopped >out 2>err
code=$?
check 'interrupted: exit 130' ends 130
timeout --preserve-status -s TERM 1 "$program" build "$all" -o stopped >out 2>err
code=$?
check 'terminated: exit 143' ends 143
check 'stopped: nothing is published' test ! -e stopped
