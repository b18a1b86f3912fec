"""A signal ends a run within a second, and what is told agrees with what there is then.
usage: signals.py PROGRAM FOLDER"""
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time

from tap import Tap

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
INPUT = os.path.join(ROOT, "samples", "kukar-2020.xml")
tap = Tap()


def start(words, **options):
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True, **options)


def end(process, seconds):
    """The exit code and what was said; None where it did not end in time."""
    try:
        said = process.communicate(timeout=seconds)[1]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, ""
    return process.returncode, said


def blocked_output(program, folder):
    """Nobody reads what a run has to say."""
    text = open(INPUT, encoding="utf-8").read()
    changed = re.sub(r'(<signatory [^>]*name=")[^"]*', r"\1Pejabat Contoh Lain", text)
    path, out = os.path.join(folder, "a.xml"), os.path.join(folder, "blocked")
    open(path, "w", encoding="utf-8").write(text)
    subprocess.run([program, "build", path, "-o", out, "-q"], check=True)
    open(path, "w", encoding="utf-8").write(changed)
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    os.write(writing, b" " * 4096)
    process = start([program, "build", path, "-o", out, "--explain"], stdout=writing)
    time.sleep(2)
    tap.check("a blocked standard output: the run waits", [] if process.poll() is None else ["it has ended"])
    process.send_signal(signal.SIGTERM)
    code, said = end(process, 5)
    tap.equal("a blocked standard output: TERM ends the run", code, 143)
    tap.check("a blocked standard output: it says so", [] if "interrupted" in said else [said])
    os.close(reading)
    os.close(writing)


def held_while(program, folder, call):
    """A run that is held at a system call of its first process, and told to end there."""
    out = os.path.join(folder, "held")
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run([program, "build", INPUT, "-o", out, "-q"], check=True)
    before = sorted((name, os.stat(os.path.join(out, name)).st_ino) for name in os.listdir(out))
    log = os.path.join(folder, "log")
    process = start(["strace", "-qq", "-o", log, "-e", f"trace={call}", "-e",
                     f"inject={call}:delay_enter=3000000:when=1", program, "build", INPUT, "-o", out, "-q", "--rebuild"],
                    stdout=subprocess.DEVNULL)
    for _ in range(300):
        if os.path.exists(log) and call in open(log).read():
            break
        time.sleep(0.1)
    child = int(subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True,
                               check=True).stdout.split()[0])
    os.kill(child, signal.SIGTERM)
    code, said = end(process, 60)
    after = sorted((name, os.stat(os.path.join(out, name)).st_ino) for name in os.listdir(out))
    return code, said, before == after


def publishing(program, folder):
    code, said, same = held_while(program, folder, "fsync")
    tap.equal("TERM before all is on the disk: ends with its code", code, 143)
    tap.check("TERM before all is on the disk: says so, and the old output stands",
              [] if same and "nothing was published" in said else [f"{same} {said}"])
    code, said, same = held_while(program, folder, "renameat2")
    tap.equal("TERM while the new output is put in place: is too late", code, 0)
    tap.check("TERM while the new output is put in place: it stands, and nothing is said",
              [] if not same and not said else [f"{same} {said}"])


def single_file(program, folder):
    """What is written in one file is whole or absent, and nothing lies beside it."""
    place = os.path.join(folder, "single")
    os.mkdir(place)
    reading, writing = os.pipe()
    process = start(["strace", "-qq", "-o", os.path.join(folder, "log"), "-e", "trace=fsync", "-e",
                     "inject=fsync:delay_enter=3000000:when=1", program, "score", INPUT, "-o",
                     os.path.join(place, "hasil.xml")], stdout=writing)
    time.sleep(1.5)
    child = int(subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True,
                               check=True).stdout.split()[0])
    os.kill(child, signal.SIGTERM)
    end(process, 20)
    tap.equal("TERM while a file is written: leaves nothing", os.listdir(place), [])
    os.close(reading)
    os.close(writing)


def main(program, folder):
    program = os.path.abspath(program)
    blocked_output(program, folder)
    publishing(program, folder)
    single_file(program, folder)
    return tap.finish()


sys.exit(main(*sys.argv[1:]))
