#!/bin/sh
# One would bet that a column of indices, published as JSON-LD with numbers as JSON writes them
# and said to be xsd:decimal, is a column of decimals for whoever loads it into a graph.
# JSON-LD 1.1 writes every number with a fraction as a double, whatever type is given:
# 3.34 becomes "3.34E0"^^xsd:decimal, which is no decimal at all, and 3.00 becomes "3".  Nothing
# complains.  A store that knows its types then finds, of all institutions above 2, only
# those whose index is whole (Oxigraph), or none, and a mean that is empty (Rasqal).  RDFLib
# reads its own writing back rightly, so who tries with it alone sees nothing.
# Without a type 3.34 is a double and 3.00 an integer: one column of two types.
# Who publishes indices writes them as text: "3.34", with the type beside it.
. "$(dirname "$0")/packages"
debian rasqal-utils=0.9.33-2 librasqal3=0.9.33-2 libraptor2-0 libyajl2 libmpfr6 libmhash2 libxslt1.1 libxml2 libicu72 \
    python3-rdflib=6.1.1-1 python3-isodate python3-pyparsing python3-six python3-pyld=2.0.3-3 python3-cachetools \
    python3-frozendict python3-lxml python3.11-minimal libpython3.11-minimal libpython3.11-stdlib libffi8
cd "$root" || exit 2
npm install --silent --no-audit --no-fund jsonld@8.3.3 oxigraph@0.4.11 || exit 2
echo "jsonld 8.3.3, oxigraph 0.4.11"
export PYTHONPATH=$root/usr/lib/python3/dist-packages

cat >indices.jsonld <<'JSON'
{"@context": {"xsd": "http://www.w3.org/2001/XMLSchema#",
              "index": {"@id": "http://example.org/index", "@type": "xsd:decimal"},
              "plain": "http://example.org/plain"},
 "@graph": [{"@id": "http://example.org/a", "index": 3.34, "plain": 3.34},
            {"@id": "http://example.org/b", "index": 3.00, "plain": 3.00},
            {"@id": "http://example.org/c", "index": 2.10, "plain": 2.10},
            {"@id": "http://example.org/d", "index": "2.10"}]}
JSON
node -e '
const jsonld = require("jsonld"), document = JSON.parse(require("fs").readFileSync("indices.jsonld"));
jsonld.toRDF(document, {format: "application/n-quads"}).then(text => process.stdout.write(text));' >indices.nt
said() { # PREDICATE: literals in short
    sed -n "s|.*/$1> ||p" indices.nt | sed 's|<http://www.w3.org/2001/XMLSchema#\(.*\)> \.|xsd:\1|' | paste -sd' '
}
expect "jsonld, of type decimal (d: as text)" "$(said index)" \
    '"3.34E0"^^xsd:decimal "3"^^xsd:decimal "2.1E0"^^xsd:decimal "2.10"^^xsd:decimal'
expect "jsonld, without a type" "$(said plain)" '"3.34E0"^^xsd:double "3"^^xsd:integer "2.1E0"^^xsd:double'
expect "PyLD, of type decimal" "$(python3.11 -c '
import json
from pyld import jsonld
with open("indices.jsonld") as file:
    print(jsonld.to_rdf(json.load(file), {"format": "application/n-quads"}))' | sed -n 's|.*/index> "\(.*\)"^.*|\1|p' | paste -sd' ')" \
    "3.34E0 3.0E0 2.1E0 2.10"

above='SELECT ?s WHERE { ?s <http://example.org/index> ?index FILTER(?index > 2) } ORDER BY ?s'
mean='SELECT (AVG(?index) AS ?mean) WHERE { ?s <http://example.org/index> ?index }'
oxigraph() { # QUERY
    node -e '
const {Store} = require("oxigraph"), store = new Store();
store.load(require("fs").readFileSync("indices.nt", "utf8"), {format: "application/n-triples"});
console.log(store.query(process.argv[1]).map(row => [...row.values()].map(term => term.value)).flat().join(" "));' "$1"
}
expect "Oxigraph, above 2" "$(oxigraph "$above")" "http://example.org/b http://example.org/d"
expect "Oxigraph, mean" "$(oxigraph "$mean")" ""
rasqal() { echo "$1" >query.rq && roqet -q -r csv -D indices.nt query.rq 2>/dev/null | tr -d '\r' | sed 1d | paste -sd' '; }
expect "Rasqal, above 2" "$(rasqal "$above")" "http://example.org/b http://example.org/d"
expect "Rasqal, mean" "$(rasqal "$mean")" ""
expect "RDFLib, types of what it writes" "$(python3.11 -c '
import rdflib
graph = rdflib.Graph()
graph.parse("indices.jsonld", format="json-ld")
print(*sorted(index.n3().split("^^")[0] for index in graph.objects(None, rdflib.URIRef("http://example.org/index"))))')" \
    '"2.1" "2.10" "3.0" "3.34"'
finish
