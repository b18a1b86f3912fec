#!/bin/sh
# One would bet that a Frictionless data package can say how numbers look in Indonesia, comma
# for decimals and point for thousands, since its fields have decimalChar and groupChar for it.
# The reference library in JavaScript first turns the comma into a point and then takes all
# points away, as those between thousands: an index of 2,36 is read as 236, 1.234,5 as 12345,
# and the package is valid; nothing is said.  decimalChar alone is read rightly, and so is a
# groupChar that is no point.
# Who publishes tables with decimal commas declares decimalChar and writes no points between
# thousands, or keeps such tables out of the schema.
. "$(dirname "$0")/packages"
(cd "$root" && npm install --silent --no-audit --no-fund tableschema@1.12.6 datapackage@1.1.10) || exit 2
echo "tableschema 1.12.6, datapackage 1.1.10"
read_by() {
    cat >"$root/table.csv" <<CSV
kode;indeks
13.01;2,36
13.02;$2
CSV
    cat >"$root/datapackage.json" <<JSON
{"name": "contoh", "resources": [{"name": "indeks", "path": "table.csv", "profile": "tabular-data-resource",
 "dialect": {"delimiter": ";"}, "schema": {"fields": [
 {"name": "kode", "type": "string"}, {"name": "indeks", "type": "number", $1}]}}]}
JSON
    (cd "$root" && node -e '
        require("datapackage").Package.load("datapackage.json").then(async (given) => {
            const rows = await given.resources[0].read();
            console.log(given.valid ? "valid" : "invalid", ...rows.map((row) => row[1]));
        });')
}
expect 'decimalChar , and groupChar .' "$(read_by '"decimalChar": ",", "groupChar": "."' '1.234,5')" \
    'valid 236 12345'
expect 'decimalChar , alone' "$(read_by '"decimalChar": ","' '1234,5')" 'valid 2.36 1234.5'
expect 'decimalChar , and groupChar blank' "$(read_by '"decimalChar": ",", "groupChar": " "' '1 234,5')" \
    'valid 2.36 1234.5'
finish
