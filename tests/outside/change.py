"""Changes an evaluation as an office would correct it: a level, a name, a whole institution.
usage: change.py IN OUT SEED"""
import random
import re
import sys


def level(text, chance):
    """One institution gets another level somewhere."""
    found = list(re.finditer(r'<(?:indicator no="\d+"|score stage="\w+")[^>]* level="(\d)"', text))
    at = chance.choice(found)
    other = chance.choice([d for d in "1234" if d != at.group(1)])
    return text[:at.start(1)] + other + text[at.end(1):]


def name(text, chance):
    """One institution is renamed, with a letter that no other name has."""
    at = chance.choice(list(re.finditer(r'<institution code="[^"]+" name="([^"]+)', text)))
    return text[:at.end(1)] + " Č" + text[at.end(1):]


def signatory(text, chance):
    """All papers are signed by someone else."""
    return re.sub(r'(<signatory [^>]*name=")[^"]*', r"\1Pejabat Contoh Lain", text)


def removal(text, chance):
    """One institution is gone."""
    found = list(re.finditer(r'\s*<institution code="[^"]+"(?:(?!</?institution).)*</institution>', text, re.S))
    at = chance.choice(found)
    code = re.search('code="([^"]+)"', at.group(0)).group(1)
    return (text[:at.start()] + text[at.end():]).replace(f'<unit code="{code}"/>', "")


def main(source, target, seed):
    chance = random.Random(int(seed))
    text = open(source, encoding="utf-8").read()
    changed = [level, name, signatory, removal][int(seed) % 4](text, chance)
    if changed == text:
        sys.exit("nothing was changed")
    open(target, "w", encoding="utf-8").write(changed)


main(*sys.argv[1:])
