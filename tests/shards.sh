#!/bin/sh
# Shards and their merge: whatever the number of them, and whatever becomes of one, the result
# is that of one run, or there is none.
# usage: tests/shards.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$scratch" || exit 1
unset RAPOR_SHARD RAPOR_SHARDS SLURM_ARRAY_TASK_ID SLURM_ARRAY_TASK_MIN SLURM_ARRAY_TASK_MAX SLURM_ARRAY_TASK_COUNT \
    JOB_COMPLETION_INDEX
opd=$root/samples/opd-2021.xml

# shards IN DIR COUNT OPTIONS...: all shards, one after the other; code is the highest.
shards() {
    in=$1 dir=$2 of=$3 highest=0
    shift 3
    for number in $(seq "$of"); do
        rapor build "$in" -o "$dir" --shard "$number/$of" -q "$@"
        [ "$code" -le "$highest" ] || highest=$code
    done
    code=$highest
}

# with NAME=VALUE... -- WORDS...: calls the program in that environment.
with() {
    (
        while [ "$1" != -- ]; do
            export "$1"
            shift
        done
        shift
        "$program" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    )
    code=$?
}

# Which shard: by the option, or the environment.
for words in "0/3 there is no shard 0 of 3" "4/3 there is no shard 4 of 3" "3 names no shard" "a/b names no shard" \
    "1/10001 counted from 1, up to 10000"; do
    rapor build "$opd" -o parts --shard "${words%% *}"
    check "--shard ${words%% *}: refused" both 64 "${words#* }"
done
rapor build "$opd" -o parts --shard 1/2 --region 99
check "a region alone has no shards" both 64 "neither --region nor --institution"
rapor build - -o parts --shard 1/2
check "standard input has no shards" both 64 "standard input is read once"
with RAPOR_SHARDS=16 -- build "$opd" -o parts
check "a count alone: a forgotten array makes no shard" both 64 "but nothing which this is"
with SLURM_ARRAY_TASK_ID=3 -- build "$opd" -o parts
check "Slurm's number alone: refused" both 64 "SLURM_ARRAY_TASK_MIN is not set"
with SLURM_ARRAY_TASK_ID=17 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_MAX=17 SLURM_ARRAY_TASK_COUNT=2 -- build "$opd" -o parts
check "an array with gaps says no count" both 64 "the array has gaps"
with JOB_COMPLETION_INDEX=0 -- build "$opd" -o parts
check "an index alone: refused" both 64 "RAPOR_SHARDS is not set"
check "none of these has made anything" [ ! -e parts ]
with RAPOR_SHARD=1/5 -- build "$opd" -o parts
check "RAPOR_SHARD" both 0 "shard 1 of 5"
with SLURM_ARRAY_TASK_ID=11 SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_MAX=14 SLURM_ARRAY_TASK_COUNT=5 -- build "$opd" -o parts
check "a Slurm array" both 0 "shard 2 of 5"
with SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_MIN=4 SLURM_ARRAY_TASK_COUNT=1 RAPOR_SHARDS=5 -- build "$opd" -o parts
check "a part of an array, with the count" both 0 "shard 4 of 5"
with JOB_COMPLETION_INDEX=4 RAPOR_SHARDS=5 -- build "$opd" -o parts
check "an Indexed Job counts from 0" both 0 "shard 5 of 5"
rapor merge parts -o out
check "a shard is missing: named as an array takes it" both 75 "of 5 shards these are not done, or not as they were written: 3"
rapor merge parts --missing
check "--missing lists it" sh -c "[ $code = 75 ] && [ \"\$(cat out)\" = 3 ]"
check "nothing was published" [ ! -d out ]
rm -f out
rapor merge nowhere -o result
check "a folder that is not there" ends 66
with SLURM_ARRAY_TASK_ID=3 RAPOR_SHARDS=5 -- build "$opd" -o result --shard all -q
check "--shard all makes everything" sh -c "[ $code = 0 ] && [ -e result/nasional.zip ]"
rapor build "$opd" -o parts --shard 3/5 -q
rapor merge parts -o merged
check "all are there: merged" both 0 "to verify: rapor verify merged"
check "5 shards: the bytes of one run" diff -r result merged
rapor merge parts -o merged -q
check "merged once more over it: the same" diff -r result merged

# What is done is not made again; what has changed is.
before=$(ls -di parts/shard-02-of-05-*)
rapor build "$opd" -o parts --shard 2/5
check "a shard that is done is not made again" both 0 "shard 2 of 5 is done already"
check "its folder stays" [ "$before" = "$(ls -di parts/shard-02-of-05-*)" ]
file=$(find parts/shard-02-of-05-*/wilayah -name '*.zip' | head -n 1)
time=$(stat -c %y "$file")
cp "$file" changed && printf x | dd of=changed bs=1 seek=100 conv=notrunc 2>/dev/null
cp changed "$file" && touch -d "$time" "$file"
rapor merge parts -o merged -q
check "a file was changed: refused, and which shard to run" both 75 "as they were written: 2"
rapor build "$opd" -o parts --shard 2/5
check "that shard is made again" both 0 "shard 2 of 5: "
check "and its former folder is gone" [ "$(find parts -maxdepth 1 -name 'shard-02*' -type d | wc -l)" -eq 1 ]
rapor merge parts -o merged -q
check "mended: the bytes of one run" diff -r result merged

# Shards that do not belong together.
cp parts/shard-02-of-05.ini parts/copy.ini
rapor merge parts -o other -q
check "one is there twice" both 65 "shard 2 is there twice"
rm parts/copy.ini
rapor build "$opd" -o parts --shard 1/4 -q
rapor merge parts -o other -q
check "shards of another division" both 65 "holds shards of 4 and shards of 5"
rm -r parts/shard-01-of-04*
sed 's/Dinas Kesehatan/Dinas Kesehatan Kota/' "$opd" >another.xml
rapor build another.xml -o parts --shard 3/5 -q
rapor merge parts -o other -q
check "a shard of another evaluation" both 65 "differ from this run in evaluation: 3"
sed 's/^version=[^ ]*/version=0.0.1/' parts/shard-04-of-05.ini >record && cp record parts/shard-04-of-05.ini
rapor build "$opd" -o parts --shard 3/5 -q
rapor merge parts -o other -q
check "a shard of another version" both 65 "differ from this run in version: 4"
rapor build "$opd" -o parts --shard 4/5
check "is made again by this one" both 0 "shard 4 of 5: "
cp "$root/layouts/common/emblem.svg" emblem.svg && sed -i 's/<\/svg>/ <\/svg>/' emblem.svg
rapor merge parts -o other -q --emblem emblem.svg
check "a merge with another emblem" both 65 "differ from this run in fonts and emblem: 1,2,3,4,5"
check "nothing of these was published" [ ! -e other ]
rapor build "$opd" -o result --shard 1/5
check "shards do not go where papers are published" both 73 "shards need a folder"

# Several samples, several counts: more shards than there is to do, too.
for case in kaltara-2018:2 pemdi-2026:3 solok-2020:9 opd-2021:1; do
    in=$root/samples/${case%:*}.xml of=${case#*:}
    rapor build "$in" -o "one-$case" -q
    shards "$in" "parts-$case" "$of"
    rapor merge "parts-$case" -o "merged-$case" -q
    check "${case%:*} in $of shards: the bytes of one run" diff -r "one-$case" "merged-$case"
done
rapor build "$root/samples/nasional-2021.xml" -o one -q --only certificate,tables
shards "$root/samples/nasional-2021.xml" parts-nation 4 --only certificate,tables
rapor merge parts-nation -o merged-nation -q
check "some kinds of the nation in 4 shards: the bytes of one run" diff -r one merged-nation
check "archives stay whole where they fit" [ "$(find parts-nation -name '*.zip' | sed 's,.*/,,' | sort | uniq -d | wc -l)" -le 2 ]
rapor build "$opd" -o loose -q --loose
shards "$opd" parts-loose 3 --loose
rapor merge parts-loose -o merged-loose -q
check "folders in place of archives: the bytes of one run" diff -r loose merged-loose

# Numbers, editions, and what is out.
rapor register reserve --register a.xml --kind letter --year 2021 --from 21 --to 600 --pattern 'B/{n}/2021'
cp a.xml b.xml
rapor build "$opd" -o one-a -q --register a.xml
shards "$opd" parts-b 3 --register b.xml
rapor merge parts-b -o merged-b -q
check "with a register: the bytes of one run" diff -r one-a merged-b
check "with a register: so is the register" cmp a.xml b.xml
rapor merge parts-b -o merged-b -q
check "with a register: merged once more" ends 0
for side in a b; do rapor issue "$([ $side = a ] && echo one-a || echo merged-b)" --register $side.xml --date 2022-01-10; done
check "issued alike" cmp a.xml b.xml
rapor build another.xml -o one-a -q --register a.xml
check "what is out is not replaced without a reason: one run" ends 65
shards another.xml parts-b 3 --register b.xml --previous merged-b
check "what is out is not replaced without a reason: shards" ends 65
rapor build another.xml -o one-a -q --register a.xml --reason 'salah nama'
shards another.xml parts-b 3 --register b.xml --previous merged-b --reason 'salah nama'
rapor merge parts-b -o merged-b -q
check "new editions: the bytes of one run" diff -r one-a merged-b
check "new editions: so is the register" cmp a.xml b.xml
rapor merge parts-b -o merged-b -q
check "new editions: merged once more" ends 0

# What cannot be made.
long=$(printf 'Pendidikan%.0s' $(seq 150))
sed "s/name=\"Dinas Pendidikan\"/name=\"Dinas $long\"/; s/name=\"Dinas Kesehatan\"/name=\"Dinas Kesehatan$long\"/" "$opd" >long.xml
shards long.xml parts-long 3
check "a paper that cannot be made ends its shard alone" ends 65
check "the others are done" [ "$(find parts-long -name '*.ini' | wc -l)" -ge 1 ]
shards long.xml parts-long 3 --keep-going
check "--keep-going: such a shard ends with 3" ends 3
rapor merge parts-long -o merged-long -q
check "a merge tells all that is missing" both 65 "files cannot be made; nothing was published"
rapor build long.xml -o one-long -q --keep-going
rapor merge parts-long -o merged-long -q --keep-going
check "--keep-going: has a code of its own" ends 3
check "--keep-going: the bytes of one run" diff -r one-long merged-long

# Attempts that are killed, go on at the same time, or find no room.
rapor build "$opd" -o parts-kill --shard 2/2 -q
strace -qq -o /dev/null -e trace=rename -e inject=rename:signal=KILL:when=1 \
    "$program" build "$opd" -o parts-kill --shard 1/2 -q >out 2>err
check "killed before its folder has its name: no record" [ ! -e parts-kill/shard-01-of-02.ini ]
check "what it made is beside" [ "$(find parts-kill -maxdepth 1 -name '.shard-01-of-02-*' | wc -l)" -eq 1 ]
strace -qq -o /dev/null -e trace=link -e inject=link:signal=KILL:when=1 \
    "$program" build "$opd" -o parts-kill --shard 1/2 -q >out 2>err
check "killed before its record is there: no record" [ ! -e parts-kill/shard-01-of-02.ini ]
check "the first was swept" [ -z "$(find parts-kill -maxdepth 1 -name '.shard-01-of-02-*')" ]
rapor merge parts-kill -o merged-kill -q
check "neither counts" both 75 "as they were written: 1"
strace -f -qq -o /dev/null -e trace=pwrite64 -e inject=pwrite64:error=ENOSPC:when=5 \
    "$program" build "$opd" -o parts-kill --shard 1/2 -q >out 2>err
code=$?
check "no room: a code that may pass" both 74 "No space left on device"
check "no room: nothing is left" [ -z "$(find parts-kill -maxdepth 1 -name '.shard-01-of-02-*')" ]
strace -qq -o /dev/null -e trace=flock -e inject=flock:error=ENOLCK \
    "$program" build "$opd" -o parts-kill --shard 1/2 -q >out 2>err
check "no locks: made nevertheless" [ -e parts-kill/shard-01-of-02.ini ]
rm -r parts-kill/shard-01-of-02*
"$program" build "$opd" -o parts-kill --shard 1/2 -q -j1 2>first.err &
first=$!
rapor build "$opd" -o parts-kill --shard 1/2 -q -j1
second=$code
wait "$first"
check "twice at once: both end well" [ "$?/$second" = 0/0 ]
check "twice at once: one record, one folder" [ "$(find parts-kill -maxdepth 1 -name '*shard-01*' | wc -l)" -eq 2 ]
rapor merge parts-kill -o merged-kill -q
check "after all that: the bytes of one run" diff -r result merged-kill

# A run over a file system without locks.
strace -qq -o /dev/null -e trace=flock -e inject=flock:error=ENOLCK "$program" build "$opd" -o free -q --only tables 2>err
check "no locks: published" [ -e free/MANIFEST.json ]
check "no locks: the file that stood for one is gone" [ ! -e .free.rapor-lock ]
touch .free.rapor-lock
strace -qq -o /dev/null -e trace=flock -e inject=flock:error=ENOLCK "$program" build "$opd" -o free -q --only tables 2>err
code=$?
check "no locks: another run, or what it left, is respected" both 73 "if none is at work, remove"

# Scripts for schedulers.
rapor jobs slurm nilai.xml -o 'ha sil' --shards 16 --at-once 4 --keep-going
cp out script
check "jobs slurm: a script" sh -n script
check "jobs slurm: with what it is asked for" sh -c "grep -q 'submit \"1-16%4\"' script && grep -q -- --kill-on-invalid-dep=yes script && grep -q -- --open-mode=append script"
rapor jobs parallel "$opd" -o by-parallel --shards 3
cp out script
if command -v parallel >/dev/null; then
    mkdir -p bin && ln -sf "$program" bin/rapor
    PATH="$scratch/bin:$PATH" sh script >/dev/null 2>err
    check "jobs parallel: the bytes of one run" diff -r result by-parallel
    echo "<evaluation" >bad.xml
    rapor jobs parallel bad.xml -o by-bad --shards 2
    PATH="$scratch/bin:$PATH" sh out >/dev/null 2>err
    check "jobs parallel: what failed is told" grep -q "^bad.xml:2:.*error" err
fi
rapor jobs kubernetes nilai.xml -o hasil --shards 16
check "jobs kubernetes: an Indexed Job" grep -q 'completions: 16' out
rapor jobs lsf nilai.xml -o hasil
check "another scheduler: which there are" both 64 "it is one of kubernetes, parallel, slurm"
finish
