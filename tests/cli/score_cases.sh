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
check 'schemas are listed' sh -c '[ "$(tr "\n" " " <out)" = "evaluation instrument layout results " ]'
for name in evaluation instrument layout results; do
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
