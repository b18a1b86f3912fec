#!/bin/sh
# {{shards}} shards of {{input}} on Slurm, and their merge into {{output}}.  Made by: rapor jobs slurm
# Run it where sbatch is, in a folder that all nodes see under the same name:
#   sh FILE            all shards, then the merge
#   sh FILE 3,17       these shards, then the merge
#   sh FILE again JOB  those shards of the array JOB that are not done, then the merge
# A shard that is done is not made again, so whatever is submitted twice does no harm.
set -eu
mkdir -p {{parts}}/log

# What both jobs share.  The program runs in the background, or else a signal would wait for
# it; 74 and 75 may pass (disk full, a file not there yet) and are tried twice more; 3 is
# --keep-going, which the merge tells.
run='
set -u
trap '\''kill -TERM "$program"'\'' TERM
attempt() {
    "$@" &
    program=$!
    code=0
    wait "$program" || code=$?
    while kill -0 "$program" 2>/dev/null; do
        code=0
        wait "$program" || code=$?
    done
    if [ "$code" -eq 74 ] || [ "$code" -eq 75 ]; then
        [ "${SLURM_RESTART_COUNT:-0}" -ge 2 ] || { scontrol requeue "$job" && sleep 60; }
    fi
    [ "$code" -ne 3 ] || code=0
    exit "$code"
}'

submit() {
    array=$(sbatch --parsable --array="$1" --job-name=rapor --cpus-per-task={{jobs}} --requeue \
        --open-mode=append --output={{parts}}/log/shard-%a.log --signal=B:TERM@60 <<SHARD
#!/bin/sh
$run
export RAPOR_SHARDS={{shards}}
job=\${SLURM_ARRAY_JOB_ID}_\$SLURM_ARRAY_TASK_ID
attempt {{build}}
SHARD
    )
    echo "shards: job $array"
    merge "--dependency=afterok:$array" "--kill-on-invalid-dep=yes"
}

merge() {
    job=$(sbatch --parsable --job-name=rapor-merge --cpus-per-task={{jobs}} --requeue "$@" \
        --open-mode=append --output={{parts}}/log/merge.log --signal=B:TERM@60 <<MERGE
#!/bin/sh
$run
job=\$SLURM_JOB_ID
attempt {{merge}}
MERGE
    )
    echo "merge: job $job"
}

# State and exit code of a task, as the controller remembers them, or else the accounting.
state() {
    found=$(scontrol show job --oneliner "$1" 2>/dev/null |
        sed -n 's/.*JobState=\([A-Z_]*\).* ExitCode=\([0-9]*:[0-9]*\).*/\1 \2/p' | tail -n 1)
    [ -n "$found" ] || found=$(sacct -n -X -P -o State,ExitCode -j "$1" 2>/dev/null | tail -n 1 | tr '|' ' ')
    echo "${found:-UNKNOWN 0:0}"
}

# A task that ran out of time may show 143:0, 0:15 or 0:0: so its state is asked for, and
# whether a shard is done is said by the folder alone.
again() {
    code=0
    missing=$({{program}} merge {{parts}} --missing) || code=$?
    if [ "$code" -eq 0 ]; then
        merge
        return
    elif [ "$code" -ne 75 ]; then
        exit "$code"
    fi
    list=
    for shard in $(echo "${missing:-$(seq -s, {{shards}})}" | tr , ' '); do
        found=$(state "$1_$shard")
        case $found in
        "FAILED 64:0" | "FAILED 65:0" | "FAILED 66:0" | "FAILED 69:0" | "FAILED 70:0" | "FAILED 73:0" | "FAILED 77:0")
            echo "shard $shard: exit code ${found#FAILED }, which does not pass: see {{parts}}/log/shard-$shard.log" >&2 ;;
        RUNNING* | PENDING* | COMPLETING* | CONFIGURING* | REQUEUE* | SUSPENDED*)
            echo "shard $shard: ${found% *}, it is left alone" >&2 ;;
        *)
            echo "shard $shard: $found, once more" >&2
            list=${list:+$list,}$shard ;;
        esac
    done
    [ -z "$list" ] || submit "$list%{{at-once}}"
}

case ${1:-} in
again) again "$2" ;;
'') submit "1-{{shards}}%{{at-once}}" ;;
*) submit "$1" ;;
esac
