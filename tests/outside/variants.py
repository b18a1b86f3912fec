"""Samples with other attributes, and what the program makes of them."""
import os
import re
import subprocess
import tempfile


class Variant:
    """A sample changed by CHANGES: element -> attributes; SIGN: document -> attributes."""

    def __init__(self, root, program, sample, changes=None, sign=None):
        self.program = program
        self.folder = tempfile.mkdtemp()
        self.path = os.path.join(self.folder, "evaluation.xml")
        text = open(f"{root}/samples/{sample}.xml", encoding="utf-8").read()
        for name, attributes in (changes or {}).items():
            text = self.changed(text, rf"<{name} [^>]*?/>", attributes)
        for document, attributes in (sign or {}).items():
            text = self.changed(text, rf'<signatory document="{document}" [^>]*?/>', attributes)
        with open(self.path, "w", encoding="utf-8") as out:
            out.write(text)

    @staticmethod
    def changed(text, element, attributes):
        """The first such element with these attributes instead of its own."""
        def change(found):
            tag = found.group(0)
            for name, value in attributes.items():
                tag = re.sub(rf'\s{name}="[^"]*"', "", tag)
                tag = tag.replace("/>", f' {name}="{value}"/>')
            return tag
        return re.sub(element, change, text, count=1)

    def with_element(self, element):
        text = open(self.path, encoding="utf-8").read()
        with open(self.path, "w", encoding="utf-8") as out:
            out.write(text.replace("<region ", element + "<region ", 1))
        return self

    def run(self, *words):
        return subprocess.run([self.program, *words], capture_output=True, encoding="utf-8",
                              check=False)

    def paper(self, kind, *options):
        """The path of its PDF."""
        self.made = getattr(self, "made", 0) + 1  # what was read once is not read again
        path = os.path.join(self.folder, f"{kind}-{self.made}.pdf")
        done = self.run("preview", self.path, "-d", kind, "-o", path, *options)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return path

    def texts(self, kind, *options):
        """Where each text of its first page stands: left, baseline, right in mm, and the text."""
        done = self.run("preview", self.path, "-d", kind, "-f", "trace", "--page", "1", *options)
        found = re.findall(r'text \S+ (\S+) (\S+)(?: #\w+)? wide (\S+) "(.*)"', done.stdout)
        return [(float(x) * 25.4 / 72, float(y) * 25.4 / 72, (float(x) + float(wide)) * 25.4 / 72,
                 words) for x, y, wide, words in found]

    def build(self, *options):
        """The folder that build makes, loose."""
        folder = os.path.join(self.folder, "made")
        done = self.run("build", self.path, "-o", folder, "-q", "--loose", *options)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return folder
