#!/bin/sh
# {{shards}} shards of {{input}} by GNU parallel, and their merge into {{output}}.
# For several machines, with this folder under the same name on each:
#   --sshlogin :,pc2,pc3 --workdir .
# Run it again after a failure: shards that are done are not made again, so there is no need
# of --resume, which counts positions.  What they say lies in {{parts}}/log; the merge says what
# is missing.
set -u
mkdir -p {{parts}}
seq {{shards}} | parallel --jobs {{at-once}} --results {{parts}}/log/ "$@" {{build-shard}} ||
    cat {{parts}}/log/1/*/stderr >&2
exec {{merge}}
