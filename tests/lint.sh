#!/bin/sh
# The code is laid out by .clang-format, and clang-tidy and cppcheck find nothing in it.
# Files that clang-tidy has found clean are marked in build/tidy, and looked at again
# when they or what they include have changed.
# usage: tests/lint.sh PROGRAM
. "$(dirname "$0")/tap"
cd "$root" || exit 1
renice -n 10 $$ >/dev/null # others go first

check "the code is laid out (make format)" \
    sh -c 'find src include tests -name "*.[ch]" | xargs clang-format --dry-run -Werror'
check "cppcheck finds nothing" cppcheck -q --error-exitcode=1 \
    --enable=warning,performance,portability --library=gtk --library=tests/cppcheck.cfg --suppress=missingIncludeSystem \
    --suppress=internalAstError --suppress=legacyUninitvar --suppress=ctuuninitvar -Iinclude src
check "clang-tidy finds nothing" make -s -k -j"$(nproc)" tidy
finish
