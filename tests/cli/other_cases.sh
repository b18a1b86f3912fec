# doctor, completion, colour, locale.
rapor doctor
check 'doctor: all is well' gives 'libxml2'
check 'doctor: the instruments' prints 'spbe-2020'
rapor doctor --layouts /no-such-layouts
check 'doctor: layouts that are missing: exit 69' ends 69
check 'doctor: what is missing' prints 'MISSING  layouts'
rapor doctor --fonts /no-such-fonts.xml
check 'doctor: fonts that are missing: exit 69' ends 69

rapor completion bash
check 'completion for bash' gives 'complete -F _rapor rapor'
cp out completion.bash
check 'completion is bash' bash -n completion.bash
cat >complete.bash <<'BASH'
source ./completion.bash
compopt() { :; }
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_rapor
echo "${COMPREPLY[@]}"
BASH
touch levels.xlsx levels.xml
completes() {
    expected=$1
    shift
    [ "$(bash complete.bash "$@")" = "$expected" ]
}
check 'completion of a command' completes build rapor bu
check 'completion of an option' completes --only rapor build --on
check 'completion of a kind' completes certificate rapor build --only cert
check 'completion of a kind behind a comma' completes letter,certificate rapor build --only letter,cert
check 'completion of a scope' completes kabupaten-kota rapor rank --scope kab
check 'completion of a group' completes kota rapor rank -g kot
check 'completion of a form' completes json rapor rank --format j
check 'completion behind an equals sign' completes json rapor rank --format = j
check 'completion of a code' completes 51 rapor rank "$one" --region 5
check 'completion of an instrument' completes pegi rapor export --template peg
check 'completion of a sheet' completes levels.xlsx rapor import lev
check 'completion of a schema' completes layout rapor schema lay
check 'completion of a file' completes wrong.xml rapor check wro
rapor completion zsh
check 'completion for zsh' gives '#compdef rapor'
check 'completion for zsh knows the charts' prints 'heat'
rapor completion fish
check 'completion for fish' gives 'complete -c rapor -f'
rapor completion csh
check 'completion for another shell is refused' both 64 'did you mean "zsh"?'

colored() { grep -q "$(printf '\033')" out; }
script -qec "env -u NO_COLOR TERM=xterm '$program' check wrong.xml" /dev/null >out 2>&1 </dev/null
check 'colour on a terminal' colored
script -qec "env NO_COLOR=1 TERM=xterm '$program' check wrong.xml" /dev/null >out 2>&1 </dev/null
check 'no colour with NO_COLOR' eval '! colored'
script -qec "env -u NO_COLOR TERM=dumb '$program' check wrong.xml" /dev/null >out 2>&1 </dev/null
check 'no colour on a dumb terminal' eval '! colored'

rapor check wrong.xml
cp err plain-err
LC_ALL=C LANGUAGE=id TZ=Asia/Jayapura "$program" check wrong.xml >out 2>err
code=$?
check 'the locale changes nothing' cmp -s err plain-err
cp "$one" 'nilai köta.xml'
LC_ALL=C "$program" score 'nilai köta.xml' >out 2>err
code=$?
check 'file names are bytes' ends 0
