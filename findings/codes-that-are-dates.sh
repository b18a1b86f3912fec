#!/bin/sh
# One would bet that a code of three numbers with points, as Indonesian districts have them (11.01.02: province,
# regency, district), is text for whatever reads a CSV; that 11.10 may become 11.1 is known.
# Where no code of the column stands in the way, as in a table of some regencies of Aceh, DuckDB, csvkit and
# SheetJS make dates of them, not even the same: 11.01.02 is 2 January 2011 for DuckDB, and 1 November
# 2002 for the others; 13.01.02 is a date for DuckDB alone.  One 13.13.01 in the column and DuckDB and
# csvkit leave all of it text, SheetJS that one cell: what was tried with the whole country works, and
# with one province does not.  Joins on the code then find nothing, without a word.
# Who reads such tables says that they are text: all_varchar (DuckDB), -I (csvkit), raw (SheetJS).
. "$(dirname "$0")/packages"
debian python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 python3-babel python3-isodate \
    python3-leather python3-parsedatetime python3-pytimeparse python3-six \
    python3-slugify python3-text-unidecode python3-unidecode python3-icu libicu72 python3-tz python-babel-localedata \
    python3.11-minimal libpython3.11-minimal libpython3.11-stdlib libffi8
cd "$root" || exit 2
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1 xlsx@0.18.5 || exit 2
echo "@duckdb/node-api 1.5.6-r.1, xlsx 0.18.5"
duckdb() { node -e '
const { DuckDBInstance } = require("@duckdb/node-api");
(async () => {
    const on = await (await DuckDBInstance.create(":memory:")).connect();
    const read = await on.runAndReadAll(`SELECT kode::varchar FROM read_csv(\x27codes.csv\x27${process.argv[1]})`);
    console.log(read.getRowsJson().join(" "));
})();' "${1:-}"; }
csvkit() { PYTHONPATH=$root/usr/lib/python3/dist-packages python3.11 -c 'import csvkit.utilities.csvjson as c; c.launch_new_instance()' "$@" codes.csv |
    grep -o '"kode": "[^"]*"' | cut -d'"' -f4 | paste -sd' '; }
sheetjs() { node -e '
const XLSX = require("xlsx"), sheet = XLSX.readFile("codes.csv", JSON.parse(process.argv[1])).Sheets.Sheet1;
const shown = ({ t, v }) => (t === "n" ? XLSX.SSF.format("yyyy-mm-dd", v) : v);
console.log(Object.keys(sheet).filter(key => /^A[2-9]/.test(key)).map(key => shown(sheet[key])).join(" "));' "${1:-{\}}"; }
table() { { echo kode,indeks; for code; do echo "$code,3.34"; done; } >codes.csv; }

table 11.01.02 11.12.11
expect "Aceh, DuckDB" "$(duckdb)" "2011-01-02 2011-12-11"
expect "Aceh, csvkit" "$(csvkit)" "2002-11-01 2011-11-12"
expect "Aceh, SheetJS" "$(sheetjs)" "2002-11-01 2011-11-12"
table 13.01.02 13.12.11
expect "West Sumatra, DuckDB" "$(duckdb)" "2013-01-02 2013-12-11"
expect "West Sumatra, csvkit" "$(csvkit)" "13.01.02 13.12.11"
expect "West Sumatra, SheetJS" "$(sheetjs)" "13.01.02 13.12.11"
table 11.01.02 13.13.01
expect "with one that is none, DuckDB" "$(duckdb)" "11.01.02 13.13.01"
expect "with one that is none, csvkit" "$(csvkit)" "11.01.02 13.13.01"
expect "with one that is none, SheetJS" "$(sheetjs)" "2002-11-01 13.13.01"
expect "told that it is text, DuckDB" "$(duckdb ', all_varchar = true')" "11.01.02 13.13.01"
expect "told that it is text, SheetJS" "$(sheetjs '{"raw": true}')" "11.01.02 13.13.01"
table 11.01.02 11.12.11
expect "Aceh, csvkit -I" "$(csvkit -I)" "11.01.02 11.12.11"
finish
