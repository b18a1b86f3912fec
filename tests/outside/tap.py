"""Speaks TAP: one line for each check, the problems below it."""


class Tap:
    """Counts what was checked."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, what, problems):
        """Passes where PROBLEMS, an iterable of texts, is empty."""
        problems = list(problems)
        self.count += 1
        if not problems:
            print(f"ok {self.count} - {what}", flush=True)
            return
        self.failed += 1
        print(f"not ok {self.count} - {what}")
        for problem in problems[:8]:
            print(f"#   {problem}")
        if len(problems) > 8:
            print(f"#   and {len(problems) - 8} more", flush=True)

    def equal(self, what, found, wanted):
        self.check(what, [] if found == wanted else [f"{found!r}, expected {wanted!r}"])

    def finish(self):
        """Returns the exit code."""
        print(f"1..{self.count}")
        return 1 if self.failed else 0
