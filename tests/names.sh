#!/bin/sh
# One name, one thing; files and folders of a size that can be taken in.
# usage: tests/names.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$root" || exit 1

# Struct, union and enum tags that are defined in two places.
tags() {
    grep -rhoE --include='*.[ch]' '^[^*/]*\b(struct|union|enum) [a-z_0-9]+ \{' src include |
        sed -E 's/.*(struct|union|enum) ([a-z_0-9]+) \{/\2/' | sort | uniq -d
}

# The guard of a header says where it is: include/rapor/read/records.h RAPOR_READ_RECORDS_H,
# src/paint/pdf/icc.h PAINT_PDF_ICC_H, tests/unit/desk.h TEST_DESK_H.
guards() {
    find src include tests/unit -name '*.h' | while read -r file; do
        guard=$(echo "$file" | sed 's,^include/,,; s,^src/,,; s,^tests/unit/,test/,' | tr 'a-z/.' 'A-Z__')
        { grep -qx "#ifndef $guard" "$file" && grep -qx "#define $guard" "$file"; } || echo "$file: not $guard"
    done
}

# Files of more lines than the rules allow; a header of the tests is code of tests.
# Lines that hold code: what a comment says at length is no burden.
sizes() {
    find src include tests/unit -name '*.[ch]' | xargs perl -0777 -ne '
        s{("(?:\\.|[^"\\])*")|/\*.*?\*/}{$1 // ""}gse;
        my $lines = () = /^.*\S.*$/mg;
        print "$ARGV\n" if $lines > ($ARGV =~ m{^tests|c$} ? 300 : 80);'
}

folders() {
    find src -name '*.[ch]' | xargs -n1 dirname | sort | uniq -c | awk '$1 > 35 { print $2 }'
}

# Functions of one name in two files: the linker would take the first from the library.
doubles() {
    find src -name '*.c' | sed "s,.*,$(dirname "$program")/&,; s/c$/o/" | xargs nm -A |
        awk '$(NF - 1) == "T" && $NF != "main" { print $NF }' | sort | uniq -d
}

# Functions that other files could call, and none of the program does: either static, or,
# where their own file does and tests as well, or the fuzzer, as they are.  The libraries call
# calloc(), realloc() and lxw_tmpfile().
functions() {
    find src -name '*.c' | sed "s,.*,$(dirname "$program")/&,; s/c$/o/" | xargs nm -A | awk '
        $(NF - 1) == "T" { where[$NF] = $1 }
        $(NF - 1) == "U" { called[$NF] = 1 }
        END { for (f in where) if (f !~ /^(main|calloc|realloc|lxw_tmpfile)$/ && !(f in called)) print where[f], f }' |
        sed 's/[^ ]*\/\(src[^ ]*\)\.o:[^ ]* /\1.c /' | while read -r file function; do
        [ "$(grep -cw "$function" "$file")" -gt 1 ] && grep -rqw "$function" tests/unit && continue
        grep -rqw "$function" tests/fuzz || echo "$file:$function"
    done
}

# Reads that take what cannot be read for what is not there: rapor/base/disk.h has those that do not.
reads() {
    grep -rnoE 'g_file_get_contents|g_dir_open|opendir|G_FILE_TEST_EXISTS' src include | grep -v '^src/base/disk.c:'
}

# What README and CONTRIBUTING call a file, and is none.
places() {
    grep -ohE '`(src|include|layouts|tests|fonts|doc|samples)/[A-Za-z0-9_./-]+`' README.md CONTRIBUTING.md |
        tr -d '`' | grep -vE 'NAME|INSTRUMENT|STAGE' | sort -u | while read -r path; do
        [ -e "$path" ] || echo "$path"
    done
}

# holds WHAT LIST: LIST prints nothing.
holds() {
    $2 >"$scratch/found"
    check "$1" diff /dev/null "$scratch/found"
}

holds "each tag is defined once" tags
holds "include guards follow the path" guards
holds "files have at most 300 lines of code, headers 80" sizes
holds "folders have at most 35 files" folders
holds "each function is defined once" doubles
holds "what a file offers is called by another" functions
holds "what cannot be read is never taken for absent" reads
holds "the places that README and CONTRIBUTING name are there" places
finish
