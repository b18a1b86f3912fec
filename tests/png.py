"""Prints what a PNG says of itself, after checking the sum of every chunk.
usage: python3 tests/png.py FILE"""
import struct
import sys
import zlib

data = open(sys.argv[1], 'rb').read()
assert data[:8] == b'\x89PNG\r\n\x1a\n'
at, names, facts = 8, [], []
while at < len(data):
    size, kind = struct.unpack('>I4s', data[at:at + 8])
    body = data[at + 8:at + 8 + size]
    check, = struct.unpack('>I', data[at + 8 + size:at + 12 + size])
    assert check == zlib.crc32(kind + body), kind
    names.append(kind.decode())
    if kind == b'pHYs':
        facts.append('resolution %d %d' % struct.unpack('>II', body[:8]))
    if kind == b'iTXt':
        key, rest = body.split(b'\0', 1)
        facts.append(f'{key.decode()}: {rest[2:].split(bytes(1), 2)[2].decode()}')
    at += 12 + size
print(' '.join(names))
print('\n'.join(facts))
