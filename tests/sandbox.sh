#!/bin/sh
# What the program could still do while it reads what others wrote; and that it works so.
# usage: tests/sandbox.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
mkdir -p here/reg far tmp
echo letter >far/letter
cp "$root/samples/opd-2021.xml" here/in.xml
export TMPDIR="$scratch/tmp"
probe=$scratch/probe.so

# without CALL COMMAND...: on a kernel that does not know that system call.
without() {
    call=$1
    shift
    strace -f -o "$scratch/trace" -e "trace=$call" -e "inject=$call:error=ENOSYS" \
        "$program" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    code=$?
}
# probed WHO COMMAND...: all that WHO tried was refused (EPERM 1, EACCES 13), and it worked.
probed() {
    who=$1
    [ "$who" = worker ] && other=program || other=worker
    shift
    LD_PRELOAD=$probe PROBE_OUTSIDE=$scratch/far "$program" "$@" --strict-sandbox 9>probes \
        >"$scratch/out" 2>"$scratch/err" </dev/null
    code=$?
    check "$*: works" ends 0
    check "$1: all that the $who may not was tried" [ "$(grep -c "^$who " probes)" -ge 8 ]
    check "$1: and was refused" fails grep -Ev "^$other |(1|13)\$" probes
}

rapor doctor
if grep -q 'sandbox  *whole' out; then
    gcc -shared -fPIC -o "$probe" "$root/tests/outside/probe.c" || exit 1
    # What the probe tries is refused by the sandbox alone.
    LD_PRELOAD=$probe PROBE_OUTSIDE=$scratch/far "$program" version 9>probes >out
    check "outside, the probe gets what it asks for" sh -c "[ $(grep -c ' 0$' probes) -eq 7 ]"
    check "outside, it gets its shell" fails grep -q shell probes
    rm far/made && echo letter >far/letter
    probed worker build here/in.xml -o here/out
    probed program build here/in.xml -o here/out
    rapor verify here/out/nasional.zip --strict-sandbox
    check "verify of an archive: finds the sums beside it" ends 0
    for call in "verify here/out" "check here/in.xml" "score here/in.xml -o here/results.xml" "rank here/in.xml -o here/rank.xlsx" \
        "preview here/in.xml -d letter -o here/letter.pdf" "verify --pdfa here/letter.pdf" "diff here/in.xml here/in.xml" \
        "export here/in.xml -o here/sheet.xlsx" "import here/sheet.xlsx -o here/again.xml" \
        "chart $root/samples/nasional-2021.xml --kind strip -o here/strip.png" \
        "dispatch here/in.xml here/out -o here/packs" "print here/in.xml here/out -o here/queue"; do
        # shellcheck disable=SC2086
        probed program $call
    done
    # The register, which is handed on, and folders that others made.
    rapor register reserve --register here/reg/register.xml --kind letter --year 2021 --open
    rapor build here/in.xml --register here/reg/register.xml --only letter -o here/noted -q
    printf 'code,number,date\n99.71.01,B/1/2022,2022-01-12\n' >here/nomor.csv
    for call in list "check here/in.xml here/noted" "note here/nomor.csv here/noted" "show 99.71.01"; do
        # shellcheck disable=SC2086
        probed program register $call --register here/reg/register.xml
    done
    probed program issue here/noted --date 2022-03-01 --register here/reg/register.xml
    # Papers are signed by workers that are shut in, and taken back; who holds the key is outside.
    sed '/document="letter"/s/office=/signing="electronic" &/' here/in.xml >here/signs.xml
    openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out here/ca.pem -days 36500 -subj "/CN=Hasan Contoh Wibowo" 2>err
    openssl pkcs12 -export -inkey key.pem -in here/ca.pem -out key.p12 -passout pass:1234
    printf '1234\n' >pin && chmod 600 pin
    probed worker build here/signs.xml -o here/signed --only letter --sign --key pkcs12:key.p12 --pin-file pin
    check "build --sign: its parent is outside" grep -q '^program network 0$' probes
    rm far/made && echo letter >far/letter
    probed program verify --signatures --roots here/ca.pem here/signed
    rapor build here/signs.xml -o here/waits --only letter
    rapor sign here/waits --for bsre -o here/sent
    mkdir here/back && find here/sent -name '*.pdf' -exec cp -t here/back {} + # each file has its own name
    for paper in here/back/*.pdf; do rapor sign "$paper" --key pkcs12:key.p12 --pin-file pin; done
    probed program adopt here/waits here/back --roots here/ca.pem
    check "adopt: the papers are taken" says "still missing: 0"
    # A folder that cannot be looked at is not taken for one that is closed.
    strace -f -o trace -P "$scratch/here" -e trace=openat -e inject=openat:error=EIO \
        "$program" build here/in.xml -o here/eio --only letter -q >out 2>err
    code=$?
    check "a disk that fails while it is entered" both 74 "rapor: error: $scratch/here: Input/output error"
    strace -f -o trace -e trace=unlink "$program" export here/in.xml -o here/again.xlsx 2>err
    code=$?
    check "a workbook is made" ends 0
    check "without a file in TMPDIR that a killed run would leave" fails grep -qF "$TMPDIR/" trace
    for call in landlock_create_ruleset seccomp; do
        without $call doctor
        check "without $call: doctor says so" grep -q 'sandbox  *not whole: no ' out
        without $call rank here/in.xml
        check "without $call: works nevertheless" ends 0
        without $call rank here/in.xml --strict-sandbox
        check "without $call: --strict-sandbox refuses" both 69 "--strict-sandbox: no "
    done
else
    check "doctor says what is missing" grep -Eq 'sandbox  *not whole: (no|the program)' out
    rapor build here/in.xml -o here/out -q
    check "build works nevertheless" ends 0
    rapor build here/in.xml -o here/new -q --strict-sandbox
    check "--strict-sandbox refuses" both 69 "--strict-sandbox: "
    check "and nothing is published" [ ! -e here/new ]
fi

# An evaluation names a file in its own folder, or none.
for href in ../far/register.xml "$scratch/far/register.xml"; do
    sed "0,/<institution /s||<register href='$href'/><institution |" here/in.xml >here/far.xml
    rapor build here/far.xml -o here/new -q
    check "a register elsewhere: is refused" both 65 "hint: say --register $href"
done
check "a register elsewhere: is not made" [ ! -e far/register.xml ]
sed "0,/<institution /s||<register href='register.xml'/><institution |" here/in.xml >here/near.xml
rapor build here/near.xml -o here/new -q --only letter
check "a register beside the evaluation: is used" ends 0
finish
