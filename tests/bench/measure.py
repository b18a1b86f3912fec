"""Calls that are measured: seconds, seconds of processor time, and memory of the largest process."""
import json
import os
import shutil
import subprocess
import sys
import time


def run(words, folder=None, environment=None):
    """Runs WORDS once; where FOLDER is named it is emptied before.  None where it fails."""
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
    begin = time.perf_counter()
    process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, env={**os.environ, **(environment or {})})
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        print(f"{words[0]}: {complaint.decode(errors='replace').strip()[-300:]}", file=sys.stderr)
        return None
    return {"wall": time.perf_counter() - begin, "cpu": usage.ru_utime + usage.ru_stime,
            "mb": usage.ru_maxrss / 1024}


def least(runs):
    """The least of each figure: what disturbs a run only adds."""
    runs = [one for one in runs if one]
    return {key: round(min(one[key] for one in runs), 4) for key in runs[0]} if runs else None


def staged(words, folder, scratch):
    """A call of rapor, with the times of its phases (RAPOR_TIMES)."""
    found = run(words, folder, {"RAPOR_TIMES": scratch})
    if not found:
        sys.exit(1)
    with open(scratch, encoding="utf-8") as file:
        times = json.load(file)
    found.update(times["phases"])
    found.update(papers=times["papers"], bytes=times["bytes"], main_mb=times["main_kb"] / 1024,
                 worker_mb=times["worker_kb"] / 1024)
    return found
