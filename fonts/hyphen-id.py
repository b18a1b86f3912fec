"""Writes the patterns by which Indonesian words are divided, for libhyphen: make patterns.

They follow the rules of Pedoman Ejaan Bahasa Indonesia yang Disempurnakan, edisi V (2022), I.F,
and are not learned from words.  Where only the stem could tell (ber-akhir, be-rita), there is no
point: a word that is divided less harms nobody.  A digit is the weight of the point it stands at:
odd allows, even forbids, the highest counts (Liang).
"""

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwyz"
SOUNDS = "ng", "ny", "sy", "kh"  # one consonant, two letters
ONSETS = "pr", "tr", "kr", "br", "dr", "gr", "fr", "pl", "kl", "bl", "gl", "fl"


def rules():
    # Before a consonant with its vowel, whatever stands before: pe-nilai, sis-tem, mut-lak.
    yield from (f"1{c}{v}" for c in CONSONANTS for v in VOWELS)
    yield from (f"1{a}2{b}{v}" for a, b in SOUNDS for v in VOWELS)
    # Of three consonants behind the first, where the others begin a syllable: elek-tronik.
    yield from (f"{c}1{a}2{b}" for c in "bdgklmnprst" for a, b in ONSETS if c != a)
    yield from (f"{c}1s2{b}" for c in "bknr" for b in "tkp")
    yield from (f"{c}1s2t2r" for c in "bknr")
    # Behind a prefix or a first part: di-proses, se-imbang, trans-paran, eks-ternal, infra-struktur.
    yield from (f".{p}1{a}2{b}" for p in ("di", "ke", "se") for a, b in ONSETS)
    yield from (f".{p}1{v}" for p in ("di", "ke", "se") for v in VOWELS if p + v != "kei")
    yield from (f"{p}4s3{c}" for p in (".tran", "ek") for c in "ptk")
    yield from (f"{p}4r3{v}" for p in (".inte", ".anta") for v in "aiueo")
    yield ".infra3s4t4r"
    # Not where a sound is of the prefix or of the stem: be(r)ubah, pe(r)aturan, me(ng)atur.
    yield from (f"{c}e2r2{v}" for c in "bpt" for v in VOWELS)
    yield from (f"{c}e2n2g2{v}" for c in "mp" for v in VOWELS)
    # Nor before -an and -kan: kebija(k)an, rinti(s)an.
    yield from (f"{v}4{s}an{end}." for end in ("", "nya") for v in VOWELS for s in (*CONSONANTS, *SOUNDS))


print("UTF-8", *rules(), sep="\n")
