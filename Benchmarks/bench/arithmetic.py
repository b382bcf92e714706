"""How far training is from the peak of the matrix product.

A multiplication and an addition count as two. Counted are the products of matrices alone, forward, for the gradients
of weights and for those of inputs and states; elementary functions, normalization and the optimizer are not. The
gradients of the first layer's inputs are not needed where these are the data, and are not counted there.
"""
import os

from .case import Case
from .process import run


def recurrent(inputs, units, gates, is_first):
    """A recurrent layer, one step of one sample."""
    forward = 2 * gates * units * (inputs + units)
    of_states = 2 * gates * units * units
    of_inputs = 0 if is_first else 2 * gates * units * inputs
    return forward + forward + of_states + of_inputs


def dense(inputs, outputs):
    """A dense layer behind another, one sample."""
    return 3 * 2 * inputs * outputs


# By case: samples · epochs · (steps · recurrent layers + the dense layer, of each step or of the last).
OPERATIONS = {
    "sequence": 6 * 100 * (4 * recurrent(1, 10, 1, True) + dense(10, 1)),
    "airline": 104 * 400 * (12 * recurrent(1, 10, 4, True) + dense(10, 1)),
    "forecast": 7000 * 3 * 50 * (recurrent(1, 20, 4, True) + recurrent(20, 20, 4, False) + dense(20, 10)),
    "imdb": 6400 * (80 * recurrent(128, 128, 4, False) + dense(128, 1)),
    "imdb-both": 6400 * (80 * recurrent(128, 128, 4, False) + dense(128, 1)),
    "custom": 7000 * 50 * (recurrent(1, 20, 1, True) + recurrent(20, 20, 1, False) + dense(20, 10)),
}


class Peak(Case):
    """The speed of the library's own matrix product at its best, on all processors and on one."""

    def measured(self, session, rounds):
        rows = []
        for name, variables in (("all", {}), ("one", {"LOSSLINE_THREADS": "1"})):
            environment = {**os.environ, **variables}
            speeds = [run(session.bench, "peak", env=environment).json["gflops"] for _ in range(rounds)]
            rows.append({"name": f"peak/{name}", "group": self.group, "gflops": max(speeds), "rounds": rounds})
        return rows

    @property
    def row_names(self):
        return ["peak/all", "peak/one"]


CASES = [Peak(name="peak", group="peak")]
