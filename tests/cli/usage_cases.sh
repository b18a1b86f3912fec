# Wrong command lines: exit 64, what is wrong, what may have been meant.
rapor
check 'without a command: usage, exit 64' both 64 'usage: rapor COMMAND'
check 'without a command: nothing on standard output' silent out

rapor biuld
check 'an unknown command is refused' both 64 'unknown command "biuld"'
check 'an unknown command: a suggestion' says 'did you mean "build"?'
check 'an unknown command: where to read on' says 'see: rapor help'
rapor --json check nilai.xml
check 'an option before the command: where it belongs' both 64 'options follow the command'

rapor frobnicate
check 'no suggestion where nothing is close' both 64 'it is one of build, '

for command in build check score rank preview completion; do
    rapor $command
    check "$command without an argument is refused" both 64 'is missing'
    check "$command without an argument: where to read on" says "see: rapor help $command"
done
rapor schema
check 'schema without a name is refused' both 64 'NAME is missing'

for command in build check score rank preview schema doctor completion help version; do
    rapor $command --photographs
    check "$command refuses an unknown option" both 64 'unknown option --photographs'
done

rapor build "$one" --regoin 51 -o out-dir
check 'an unknown option: a suggestion' both 64 'did you mean --region?'
rapor build "$one"
check 'build needs a folder' both 64 'add -o DIR'
rapor build "$one" -o
check 'an option without its value' both 64 'missing argument for -o'
rapor build "$one" -o - 
check 'build does not write to standard output' both 64 'takes a folder'
rapor build "$one" -o out-dir -j many
check 'an option that is no number' both 64 'many'
rapor build "$one" -o out-dir -j -2
check 'a number below 0' both 64 'out of range'
rapor build "$one" "$all" -o out-dir
check 'build takes one input' both 64 'is an unexpected argument'
rapor build "$one" -o out-dir --only certificat
check 'an unknown kind: a suggestion' both 64 'did you mean "certificate"?'
rapor build "$one" -o out-dir --only selfies
check 'an unknown kind: the kinds' both 64 'decree, certificate, letter, memo, '
rapor build "$one" -o out-dir --region 99
check 'an unknown region' both 64 'unknown region "99"'
rapor build "$one" -o out-dir --institution 51.17
check 'an unknown institution: a suggestion' both 64 'did you mean "51.71"?'
check 'a wrong command line makes nothing' test ! -e out-dir
rapor check "$one" --diagnostic-format humane
check 'an unknown word of an option: a suggestion' both 64 'did you mean "human"?'

rapor build --json
check 'json: also a wrong command line ends with an exit object' prints '{"type":"exit","code":64,'
