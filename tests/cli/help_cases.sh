# Help: examples first, on standard output, exit 0.
rapor --version
check 'version' gives 'rapor '
cp out version-1
rapor version
check 'version as a command is the same' cmp -s out version-1
rapor --help
check 'help of all: examples' gives 'Examples:'
check 'help of all: exit codes' prints '65  wrong data or layout'
check 'help of all: nothing on standard error' silent err
cp out help-1
rapor help
check 'help as a command is the same' cmp -s out help-1
for command in build check score rank preview verify schema doctor completion help version; do
    rapor help $command
    check "help $command: examples" gives "  rapor $command"
    check "help $command: its examples come before its usage" \
        sh -c 'sed -n "1,/^usage:/p" out | grep -q "^Examples:"'
    check "help $command: fits 100 columns" sh -c '! grep -q "^.\{101\}" out'
    cp out "help-$command"
    rapor $command --help
    check "$command --help is the same" cmp -s out "help-$command"
done
rapor help prview
check 'help of an unknown command: a suggestion' both 64 'did you mean "preview"?'
