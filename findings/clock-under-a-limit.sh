#!/bin/sh
# One would bet that a limit of processor time (ulimit -t, LimitCPU= of systemd, what schedulers and sandboxes
# set) that is far away changes nothing but the end.
# It changes the clock: once a limit is set Linux answers CLOCK_PROCESS_CPUTIME_ID, so clock(),
# time.process_time() of Python and what profilers print, with what it noted at the last tick. Nearly all
# short steps then take no time at all, and one among many takes 4 ms; clock_getres() goes on saying
# 1 ns.  A table of what each phase of a batch costs, measured where the batch is kept in bounds, puts the
# costs to whatever phase a tick happens to fall into.  The clock of the thread and getrusage() stay fine.
# Who measures under a limit asks these.
. "$(dirname "$0")/packages"
debian python3.11-minimal=3.11.2-6+deb12u9 libpython3.11-minimal libpython3.11-stdlib
cat >"$root/steps.py" <<'PYTHON'
import resource
import time


def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def took_nothing(clock):
    """Of 1,000 steps of some 100 microseconds each."""
    count = 0
    for _ in range(1000):
        before = clock()
        for _ in range(3000):
            pass
        count += clock() == before
    return "none" if not count else "most" if count > 500 else count


print(took_nothing(time.process_time_ns), took_nothing(time.thread_time_ns), took_nothing(used),
      time.get_clock_info("process_time").resolution)
PYTHON
uname -sr
steps="steps that took no time by the clocks of process and thread, by getrusage; resolution"
expect "$steps" "$(python3.11 "$root/steps.py")" "none none none 1e-09"
expect "ulimit -t 1000" "$(ulimit -t 1000 && python3.11 "$root/steps.py")" "most none none 1e-09"
finish
