#!/bin/sh
# Every instrument that comes with rapor is whole.
cd "$(dirname "$0")/.." || exit 1
exec /usr/bin/python3 tests/instruments.py layouts/*/instrument.xml
