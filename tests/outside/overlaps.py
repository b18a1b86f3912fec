"""Lists words that stand on one another in papers, and words that leave their page.
usage: overlaps.py PDF...      nothing is printed where all is well"""
import re
import subprocess
import sys

WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([-\d.]+)" height="([-\d.]+)">(.*?)</page>', re.S)


def core(word):
    """The middle of a word: letters of lines that follow closely may touch, as may kerned ones."""
    left, top, right, foot = (float(number) for number in word[:4])
    high = (foot - top) * 0.3
    return left + 0.5, top + high, right - 0.5, foot - high, word[4]


def clash(one, other):
    return (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def faults(path):
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout
    for number, page in enumerate(PAGE.findall(text.decode()), 1):
        words = sorted((core(word) for word in WORD.findall(page[2])), key=lambda word: word[1])
        for i, word in enumerate(words):
            if word[0] < 0 or word[1] < 0 or word[2] > float(page[0]) or word[3] > float(page[1]):
                yield f"{path}: page {number}: {word[4]} leaves the page"
            for other in words[i + 1:]:
                if other[1] >= word[3]:
                    break
                if clash(word, other):
                    yield f"{path}: page {number}: {word[4]} and {other[4]} stand on one another"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for fault in faults(name):
            print(fault)
