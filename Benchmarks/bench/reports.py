"""Reports and comparisons, as whole processes."""
import csv
import dataclasses
import math
import pathlib

from .case import Limit, LimitCase, PeerCase
from .charts import check_png
from .process import Failure, run

RUNS, TAGS, STEPS = 100, 10, 1000
POINTS = RUNS * TAGS * STEPS
WORK = f"compare {RUNS} runs × {TAGS} tags × {STEPS:,} steps, whole process"


@dataclasses.dataclass(kw_only=True)
class Report(PeerCase):
    """A report of 400 epochs and six charts against the time that Python's libraries take to load."""

    arguments: list[str]
    # What it must leave in its folder beside the page and its charts.
    files: list[str] = dataclasses.field(default_factory=list)
    group: str = "reports"
    peer: str = "import matplotlib, seaborn, pandas"

    def ours(self, session, folder):
        output = pathlib.Path(folder, "report")
        process = run(session.lossline, "report", session.airline_run(), "-o", output, *self.arguments)
        charts = len(list(output.glob("charts/*.png")))
        missing = [name for name in ["index.html", *self.files] if not (output / name).is_file()]
        if missing or charts < 6:
            raise Failure(f"the report has {charts} charts; {missing} are missing")
        return {"seconds": process.seconds, "mb": process.mb}

    def theirs(self, session, folder):
        process = run(session.peers.python, "-c", "import matplotlib.pyplot, seaborn, pandas")
        return {"seconds": process.seconds, "mb": process.mb}


def compare(session, logs, output, runs):
    """Compares all runs of a folder. Every point must be in the tables of the curves, each chart be drawn.

    Returns the process and the sum of all values."""
    process = run(session.lossline, "compare", logs, "-o", output)
    points, total = 0, 0.0
    tables = sorted(output.glob("charts/curve-*.csv"))
    for table in tables:
        with table.open() as lines:
            rows = csv.reader(lines)
            next(rows)
            for row in rows:
                values = [float(value) for value in row[1:] if value]
                points += len(values)
                total += math.fsum(values)
        check_png(table.with_suffix(".png"))
    if points != runs * TAGS * STEPS or len(tables) != TAGS:
        raise Failure(f"{points} points of {len(tables)} curves were compared")
    return process, total


class Compare(PeerCase):
    """All runs to a comparison with every curve, against one static picture of the same curves."""

    def __post_init__(self):
        self.total = None

    def ours(self, session, folder):
        process, self.total = compare(session, session.logs("runs"), pathlib.Path(folder, "comparison"), RUNS)
        return {"seconds": process.seconds, "mb": process.mb}

    def theirs(self, session, folder):
        process = session.peer("compare_tbparse.py", session.logs("runs"), f"{folder}/all.png")
        drawn = process.json
        is_same = (drawn["points"], drawn["tags"], drawn["runs"]) == (POINTS, TAGS, RUNS)
        if not is_same or not math.isclose(drawn["value_sum"], self.total, rel_tol=1e-6):
            raise Failure(f"not the same points were drawn: {drawn}, ours add up to {self.total}")
        check_png(f"{folder}/all.png")
        return {"seconds": process.seconds, "mb": process.mb}


class CompareTensorBoard(Compare):
    """The same against TensorBoard, from its start until every series is fetched."""

    def theirs(self, session, folder):
        found = session.peer("fetch_tensorboard.py", session.logs("runs"), RUNS, POINTS).json
        if found["points"] != POINTS or found["step_sum"] != RUNS * TAGS * sum(range(STEPS)):
            raise Failure(f"not the same points were fetched: {found}")
        return {"seconds": found["seconds"], "mb": found["mb"], "listed": found["listed"]}

    def note(self, ours, theirs):
        return (f"TensorBoard takes {theirs['listed']:.1f} s until the {RUNS} runs are listed and "
                f"{theirs['seconds']:.1f} s until all of their series are fetched; nothing is drawn by then.")


class CompareMany(LimitCase):
    """How the time grows from a hundred runs to a thousand."""

    def values(self, session, folder):
        folder = pathlib.Path(folder)
        hundred, _ = compare(session, session.logs("runs"), folder / "hundred", RUNS)
        thousand, _ = compare(session, session.thousand_runs(), folder / "thousand", 10 * RUNS)
        return {"tenfold": thousand.seconds / hundred.seconds}


CASES = [
    Report(name="report", arguments=["--format", "all"], files=["report.pdf", "report.md"], wanted=5,
           title="report of 400 epochs and six charts, every format", label="report, every format (Python's imports)"),
    Report(name="report-html", arguments=[], wanted=12, title="the same report, page and its files",
           label="report, page and files (Python's imports)"),
    Compare(name="compare", group="reports", peer="tbparse + matplotlib, one picture", wanted=20, rounds=3, title=WORK,
            label="compare 100 runs (tbparse + matplotlib)", slow="tbparse takes 17 s"),
    CompareTensorBoard(name="compare-tensorboard", group="reports", peer="TensorBoard, until all series are fetched",
                       rounds=3, title=WORK, label="compare 100 runs (TensorBoard)",
                       slow="TensorBoard takes 8 s"),
]

LIMITS = [
    CompareMany(name="compare-many", rounds=3, slow="a thousand runs take some seconds", limits=[
        Limit("tenfold", "compare 1,000 runs against 100, whole process", 12, "times")]),
]
