"""One system call after the other fails, or ends the program, while new output takes the place
of older one: what is there then is the older or the new one, whole; exit code and message say
which; nothing is left beside it, but what a killed run left, which the next takes away.
usage: faults.py PROGRAM GATE FOLDER [COUNT]
GATE: what tests/outside/gate.c makes.  COUNT: so many faults of each command, not all."""
import collections
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time

from tap import Tap

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "samples", "denpasar-2021.xml")
INPUT, BOOK, REGISTER = "a.xml", "book.xlsx", "r.xml"
DISK = ["ENOSPC", "EIO"]
CALLS = {
    "write": DISK, "pwrite64": DISK, "fsync": DISK, "close": DISK, "fallocate": DISK, "rename": DISK, "renameat2": DISK,
    "link": DISK, "mkdir": DISK, "unlink": ["EIO"], "openat": ["EMFILE", "ENOMEM", "EIO"], "read": ["EIO"],
    "pread64": ["EIO"], "lseek": ["EIO"], "getdents64": ["EIO"], "newfstatat": ["EIO", "ENOMEM"], "chmod": ["EIO"],
    "flock": ["ENOLCK", "EIO"], "pipe2": ["EMFILE"], "clone": ["EAGAIN", "ENOMEM"], "clone3": ["EAGAIN"],
    "mmap": ["ENOMEM"], "brk": ["0"],
}
# The same of each file that is read, once, again, or always.
READING = "read,pread64,getdents64"
FILES = [("openat", "EIO", "1"), ("openat", "EIO", "2"), ("openat", "EIO", "1+"), ("openat", "EMFILE", "1"), (READING, "EIO", "1")]
FEW = [
    ("build", "a worker", "NotoSans-Regular.ttf", "openat", "EIO", "2"),  # opened once more to paint
    ("build", "a worker", "URWBookman-Light.otf", "openat", "EIO", "1+"),
    ("build", "a worker", "wilayah.csv", READING, "EIO", "1"),
    ("build", "the program", "charts.xml", "openat", "EMFILE", "1"),
    ("build", "the program", "hyphen-id.dic", READING, "EIO", "1"),
    ("build", "the program", "letter-parts.xml", "openat", "EMFILE", "1"),
    ("build", "the program", INPUT, READING, "EIO", "1"),
    ("import", "the program", "instrument.xml", READING, "EIO", "1"),
    ("import", "the program", "layouts", READING, "EIO", "1"),
]
SIGNALS = {"KILL": -9, "TERM": -15, "INT": -2}
PLACES = 6  # of each call, between the first and the last
# What a failure of the machine ends with; 127: of the loader, before the program begins; whose first
# mmap() ends every program by a signal.
CODES = {66, 69, 71, 73, 74, 75, 77, 127}
# Where these fail, what was begun cannot be taken away at once.
REMOVING = {"unlink", "getdents64", "openat", "newfstatat"}
LONGEST = 60  # seconds


ATTEMPT = re.compile(rb"(shard-\d+-of-\d+-)\w{6}")  # a folder of a shard


def tree(path):
    """A digest of all names and bytes at PATH; None where there is nothing."""
    if not os.path.lexists(path):
        return None
    digest = hashlib.sha256()
    names = [os.path.join(at, name) for at, _, names in os.walk(path) for name in names] or [path]
    for name in sorted(names, key=lambda name: ATTEMPT.sub(rb"\1", os.fsencode(name))):
        with open(name, "rb") as file:
            for text in (os.fsencode(os.path.relpath(name, path)), file.read()):
                digest.update(hashlib.sha256(ATTEMPT.sub(rb"\1", text)).digest())
    return digest.hexdigest()


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


def traced(pid):
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as file:
            return "TracerPid:\t0" not in file.read()
    except OSError:
        return True


def until(holds):
    """True once it holds."""
    end = time.monotonic() + LONGEST
    while not holds() and time.monotonic() < end:
        time.sleep(0.002)
    return holds()


class Case:
    """One command that replaces what is there."""

    def __init__(self, program, gate, folder, name, words, outputs):
        self.name, self.outputs, self.gate = name, outputs, gate
        self.work, self.old, self.new, self.tmp = (os.path.join(folder, name + what)
                                                   for what in ("", ".old", ".new", ".tmp"))
        self.log = os.path.join(folder, name + ".log")
        self.words = [program] + words
        self.workers = 2 if "-j2" in words else 1 if "-j1" in words else 0
        # The notes for a next run name the libraries that are loaded, of which the gate is one.
        self.environment = dict(os.environ, TMPDIR=self.tmp, LD_PRELOAD=gate)
        self.prepare()
        self.before, self.after = ({name: tree(os.path.join(at, name)) for name in outputs} for at in (self.old, self.new))
        self.names = sorted(os.listdir(self.new))

    def prepare(self):
        """The state before, and the one after a run that nothing happens to."""
        with open(SAMPLE, encoding="utf-8") as file:
            text = file.read()
        changed = re.sub(r'(<signatory [^>]*name=")[^"]*', r"\1Pejabat Contoh Lain", text)
        os.mkdir(self.work)
        os.mkdir(self.tmp)
        for text, place in ((text, self.old), (changed, self.new)):
            with open(os.path.join(self.work, INPUT), "w", encoding="utf-8") as file:
                file.write(text)
            if BOOK in self.words:
                subprocess.run([self.words[0], "export", INPUT, "-o", BOOK], cwd=self.work, check=True, stderr=subprocess.DEVNULL)
            first = place == self.old and REGISTER in self.words
            if first:
                self.call("register", "reserve", "--register", REGISTER, "--kind", "letter", "--year", "2021", "--from", "21",
                          "--to", "60", "--pattern", "B/{n}/PD.02/2021")
            self.run_plainly()
            if first:
                self.call("issue", "out", "--register", REGISTER, "--date", "2022-01-10")
            shutil.copytree(self.work, place)
        for name in {INPUT, BOOK} & set(os.listdir(self.new)):
            shutil.copy(os.path.join(self.new, name), self.old)
        self.reset()

    def call(self, *words):
        subprocess.run([self.words[0], *words], cwd=self.work, env=self.environment, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def run_plainly(self):
        self.call(*self.words[1:])

    def reset(self):
        for place in (self.work, self.tmp):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.old, self.work)
        os.mkdir(self.tmp)

    def start(self, words, **options):
        return subprocess.Popen(words, cwd=self.work, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                errors="replace", **options)

    def end(self, process):
        """The exit code, negative for a signal, and what was said; None where it hangs."""
        try:
            said = process.communicate(timeout=LONGEST)[1]
            return process.returncode, said
        except subprocess.TimeoutExpired:
            for pid in children(process.pid) + [process.pid]:
                os.kill(pid, 9)
            return None, process.communicate()[1]

    def trace(self, words):
        """Runs the command under strace with WORDS."""
        return self.end(self.start(["strace", "-f", "--seccomp-bpf", "-qq", "-o", self.log, "-E", f"LD_PRELOAD={self.gate}"] + words +
                                   self.words, env=dict(self.environment, LD_PRELOAD="")))

    def trace_workers(self, words):
        """The same, where only its workers are under strace, from their beginning on."""
        reading, writing = os.pipe()
        process = self.start(self.words, pass_fds=[reading],
                             env=dict(self.environment, GATE=str(reading)))
        os.close(reading)
        until(lambda: len(children(process.pid)) == self.workers or process.poll() is not None)
        workers = children(process.pid)
        tracer = subprocess.Popen(["strace", "-f", "-qq", "-o", self.log] + words +
                                  [word for pid in workers for word in ("-p", str(pid))], stderr=subprocess.DEVNULL)
        until(lambda: all(traced(pid) for pid in workers) or tracer.poll() is not None)
        os.close(writing)
        ended = self.end(process)
        tracer.wait()
        return ended

    def counts(self, trace):
        """How often one process makes each call, at most."""
        trace(["-e", "trace=" + ",".join(CALLS)])
        counts = collections.defaultdict(collections.Counter)
        with open(self.log, encoding="utf-8", errors="replace") as file:
            for line in file:
                found = re.match(r"(\d+) +([a-z_0-9]+)\(", line)
                if found:
                    counts[found.group(1)][found.group(2)] += 1
        self.reset()
        return {call: max(count[call] for count in counts.values()) for call in CALLS}

    def files(self, trace):
        """What is read that neither the run before nor this one has made."""
        trace(["-e", "trace=openat"])
        with open(self.log, encoding="utf-8", errors="replace") as file:
            found = set(re.findall(r'openat\(AT_FDCWD, "(/[^"]+|%s)", O_RDONLY' % re.escape(INPUT), file.read()))
        self.reset()
        return sorted(path for path in found if path.startswith((ROOT, "/usr/share/fonts", INPUT)))

    def file_faults(self):
        """Of every file, as below, and its path."""
        return [(trace, *fault, path) for trace in self.ways() for path in self.files(trace) for fault in FILES]

    def is_of_few(self, fault):
        trace, *how, path = fault
        return (self.name, self.who(trace), os.path.basename(path), *how) in FEW

    def ways(self):
        return (self.trace, self.trace_workers) if self.workers else (self.trace,)

    def who(self, trace):
        return "a worker" if trace == self.trace_workers else "the program"

    def faults(self):
        """All of them: (how to trace, call, fault, which call)."""
        for trace in self.ways():
            for call, count in self.counts(trace).items():
                places = sorted({1 + (count - 1) * i // (PLACES - 1) for i in range(PLACES)}) if count else []
                for fault in CALLS[call] + list(SIGNALS):
                    for place in places:
                        yield trace, call, fault, place

    def strike(self, trace, call, fault, place, path=None):
        """Returns what is wrong then; only calls about the file at PATH count where that is given."""
        who = self.who(trace)
        kind = "signal" if fault in SIGNALS else "retval" if call == "brk" else "error"  # brk() gives no codes
        how = f"{kind}={fault}"
        code, said = trace((["-P", path] if path else []) + ["-e", f"trace={call}", "-e", f"inject={call}:{how}:when={place}"])
        if "cannot be preloaded" in said:  # the gate, by the loader: then the notes are others
            self.reset()
            return []
        loader = call == "mmap" and str(place) == "1" and code == -11
        died = who == "the program" and (code == SIGNALS.get(fault) or code == 71 or loader)
        problems = list(self.judge(call, code, said, died))
        problems += [f"it leaves {name}" for name in self.left() if not died and call not in REMOVING]
        if self.left():
            self.run_plainly()
            problems += [f"{name} is left after the next run" for name in self.left()]
            problems += [] if self.state() == self.after else ["the next run is not as one that nothing happened to"]
        if problems or self.state() != self.before:
            self.reset()
        return [f"{self.name}: {call} {place} of {who}{' for ' + path if path else ''}, {fault}, exit code {code}: {problem}\n#     {said.strip()[-300:]}"
                for problem in problems]

    def left(self):
        return sorted(set(os.listdir(self.work)) - set(self.names)) + os.listdir(self.tmp)

    def state(self):
        return {name: tree(os.path.join(self.work, name)) for name in self.outputs}

    def judge(self, call, code, said, died):
        state = self.state()
        if code is None:
            yield "it hangs"
        for name, found in state.items():
            if found not in (self.before[name], self.after[name]):
                yield f"{name} is neither the older nor the new one"
        if code == 0 and state != self.after:
            yield "all is well, it says, and the older one is there"
        if code != 0 and not died and state[self.outputs[0]] != self.before[self.outputs[0]]:
            yield "it failed, it says, and the new one is there"
        if code not in CODES | {0, 130, 143} and not died:
            yield "no such code for that"
        if code not in (0, 127) and not died and call != "write" and not re.search("^rapor: |error: ", said, re.M):
            yield "it does not say why"


CASES = [
    ("import", ["import", BOOK, "--instrument", "spbe-2020", "-o", "out.xml"], ["out.xml"]),
    ("build", ["build", INPUT, "-o", "out", "-q", "-j2"], ["out"]),
    ("register", ["build", INPUT, "-o", "out", "-q", "-j1", "--register", REGISTER, "--reason", "koreksi", "--only", "letter"],
     ["out", REGISTER]),
    ("shard", ["build", INPUT, "-o", "out", "-q", "-j2", "--shard", "1/2"], ["out"]),
    ("export", ["export", INPUT, "-o", "out.xlsx"], ["out.xlsx"]),
    ("results", ["score", INPUT, "-o", "out.xml"], ["out.xml"]),
]


def main(program, gate, folder, count="0"):
    tap = Tap()
    for name, words, outputs in CASES:
        case = Case(os.path.abspath(program), gate, folder, name, words, outputs)
        faults = list(case.faults())
        files = [] if int(count) and name not in {few[0] for few in FEW} else case.file_faults()
        if int(count):
            step = len(faults) / int(count)
            faults = [faults[int(step * (i + 0.5))] for i in range(int(count))]
            files = [fault for fault in files if case.is_of_few(fault)]
        tap.check(f"{name}: what is made anew is another", [output for output in outputs if case.before[output] == case.after[output]])
        tap.check(f"{name}: {len(faults)} faults", [problem for fault in faults for problem in case.strike(*fault)])
        if files:
            tap.check(f"{name}: {len(files)} faults of files", [problem for fault in files for problem in case.strike(*fault)])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
