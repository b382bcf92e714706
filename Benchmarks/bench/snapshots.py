"""PlotTesting: comparing two pictures against drawing one, in a debug build."""
import os
import re

from .case import Limit, LimitCase
from .process import Failure, run
from .session import ROOT

TEST = "comparingTakesNoLongerThanDrawing"


class Comparing(LimitCase):
    """The test of it prints its times. SwiftPM first builds all tests, which is not part of them."""

    def values(self, session, folder):
        output = run(session.swift, "test", "--package-path", ROOT, "--filter", TEST,
                     env={**os.environ, "MEASURE": "1"}, most_seconds=3600).output
        found = re.search(r"rendering ([0-9.e-]+) seconds, comparing few ([0-9.e-]+) seconds, all ([0-9.e-]+)", output)
        if not found:
            raise Failure(f"the test {TEST} tells no times: {output[-500:]}")
        rendering, few, everything = map(float, found.groups())
        return {"few": few / rendering, "all": everything / rendering}


LIMITS = [
    # The test itself takes the best of seven.
    Comparing(name="snapshots", rounds=1, slow="a debug build of all tests", limits=[
        Limit("few", "compare two pictures of 1600 × 1000 px, of which few pixels differ, against drawing one, debug "
              "build", 1, "times"),
        Limit("all", "the same where all pixels differ", 1, "times"),
    ]),
]
