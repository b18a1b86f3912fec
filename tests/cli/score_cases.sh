# score and schema: results.xml by its own schema.
rapor score "$one"
check 'score prints results' gives '<results xmlns="urn:rapor:results:1"'
check 'score: the published index of Denpasar' prints 'index="3.19"'
cp out results.xml
rapor score "$one" -o file.xml
check 'score -o writes the same' cmp -s file.xml results.xml
check 'score -o prints nothing' silent out
rapor score "$one" -o -
check 'score -o -: standard output' cmp -s out results.xml
"$program" score - <"$one" >out 2>err
code=$?
check 'score reads standard input' ends 0

rapor schema --list
check 'schemas are listed' sh -c '[ "$(tr "\n" " " <out)" = "evaluation instrument layout register results " ]'
for name in evaluation instrument layout register results; do
    rapor schema $name
    check "schema $name is XML" xmllint --noout out
    cp out $name.rng
done
check 'the evaluation follows its schema' xmllint --noout --relaxng evaluation.rng "$one"
check 'the results follow their schema' xmllint --noout --relaxng results.rng results.xml
rapor schema layot
check 'an unknown schema: a suggestion' both 64 'did you mean "layout"?'

rapor score "$one" -o no-such-folder/results.xml
check 'a folder that is missing: exit 73' both 73 'no-such-folder/results.xml'
"$program" score "$all" >/dev/full 2>err
code=$?
check 'a full disk: exit 74' both 74 'No space left on device'
rapor score "$samples/bad/doctype.xml" -o bad-results.xml
check 'bad data: exit 65' ends 65
check 'bad data: no file, no half file' sh -c '! ls -A | grep -q "bad-results"'
echo precious >kept.xml
rapor score absent.xml -o kept.xml
check 'a failure leaves the old file alone' grep -qx precious kept.xml
ln -s kept.xml link.xml
rapor score "$one" -o link.xml
check 'a link stays a link' test -L link.xml
check 'the file behind a link is replaced' cmp -s kept.xml results.xml
rapor score "$one" -o /dev/null
check 'what is no plain file stays what it is' test -c /dev/null

# score --set: what would follow from other levels.
rapor score "$all" --set 13.01:22=3,31=3
check 'what if: two levels' sh -c 'grep -q "Indikator 22  2  *-> 3$" out && grep -q "Indikator 31  1  *-> 3$" out'
check 'what if: the index, exactly' gives '3,3425       -> 3,3875'
check 'what if: the ranks' prints '21           -> 17 dari 517, instansi pusat dan pemerintah daerah'
check 'what if: nobody else' sh -c '[ "$(grep -c "Pemerintah K" out)" -eq 1 ]'
cp out plain.txt
rapor score "$all" --set 13.01:22=3 --set 13.01:31=3
check 'what if: in several pieces' cmp -s out plain.txt
rapor score "$all" --set '13.01: 22 = 3, 31 = 3' -o what.txt
check 'what if: -o, and blanks' cmp -s what.txt plain.txt
rapor score "$all" --set 13.01:22=2
check 'what if: what is so already changes nothing' gives 'Indeks        3,34         -> 3,34'
rapor score "$all" --set 13.01:22=3,31=3 --set 13.76:1=5 --json
check 'what if: JSON lines' /usr/bin/python3 -c '
import json
lines = [json.loads(line) for line in open("out")]
score = next(one for one in lines if one["type"] == "score")
assert (score["index-before"], score["index-after"]) == ("3.34", "3.39"), score
assert [one["type"] for one in lines].count("level") == 3
assert [one["type"] for one in lines].count("score") == 2
assert [one["type"] for one in lines].count("rank") == 10
assert lines[-1] == {"type": "exit", "code": 0}'
rapor score "$all" --json
check 'json without --set: exit 64' both 64 '--json goes with --set'
rapor score "$all" --set 13.010:22=3
check 'what if: an unknown code: a suggestion' both 64 'did you mean "13.01"?'
rapor score "$all" --set 13.01:48=3
check 'what if: an unknown indicator' both 64 'unknown indicator "48"'
check 'what if: the indicators there are' says 'hint: spbe-2020 has 1 to 47'
rapor score "$all" --set 13.01:22=6
check 'what if: a level out of range' both 64 'level 6 of indicator 22 is outside 1..5'
rapor score "$all" --set 13.01:22=2.5
check 'what if: half a level' both 64 'level "2.5" of indicator 22 is not a whole number'
for wrong in 13.01 13.01: 13.01:22 13.01:22=3,; do
    rapor score "$all" --set "$wrong"
    check "what if: \"$wrong\" is shown how" both 64 'hint: write CODE:INDICATOR=LEVEL'
done
rapor score "$all" --set 13.01:22=3,22=4
check 'what if: set twice' both 64 'indicator 22 is set twice'
unassessed=$(sed -n 's/.*<institution code="\([^"]*\)".*status="not-assessed".*/\1/p' "$all" | head -n 1)
rapor score "$all" --set "$unassessed:22=3"
check 'what if: no levels to be others' both 64 'has no levels that could be others'
rapor score "$samples/pemdi-2026.xml" --set "$(sed -n 's/.*<institution code="\([^"]*\)".*/\1/p' "$samples/pemdi-2026.xml" | head -n 1):1=3.255"
check 'what if: too many decimals' both 64 'is not a number with so many decimals'
