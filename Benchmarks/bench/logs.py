"""Logs: scalars written one call each, and folders of logs read into columns."""
import dataclasses
import math

from .case import PeerCase
from .process import Failure, run


@dataclasses.dataclass(kw_only=True)
class Writing(PeerCase):
    """Scalars written one call each, until all is on disk. What is read back must be the same points."""

    writer: str
    count: int
    # How many with `--quick`, where it is not left out.
    quick_count: int = 50_000
    group: str = "logs"

    def __post_init__(self):
        self.digest = None

    def measured(self, session, rounds):
        if session.is_quick:
            self.count = self.quick_count
        self.title = f"write {self.count:,} scalars, one call each"
        return super().measured(session, rounds)

    def checked(self, seconds, mb, found):
        """A side's figures, once it is clear that it wrote what the other side writes."""
        self.digest = self.digest or found["digest"]
        if found["count"] != self.count or found["digest"] != self.digest:
            raise Failure(f"the points that were read back are not the same: {found}")
        return {"seconds": seconds, "mb": mb}

    def ours(self, session, folder):
        process = run(session.bench, "write", self.count, f"{folder}/run")
        return self.checked(process.json["seconds"], process.mb, self.read_back(session, folder))

    def theirs(self, session, folder):
        process = session.peer("write_scalars.py", self.writer, self.count, f"{folder}/run")
        return self.checked(process.json["seconds"], process.mb, self.read_back(session, folder))

    @staticmethod
    def read_back(session, folder):
        """What EventAccumulator finds in the folder."""
        return session.peer("write_scalars.py", "digest", f"{folder}/run").json


class Logging(Writing):
    """The same with a tracker that has a format of its own, which its own script reads back."""

    def theirs(self, session, folder):
        process = session.logger("log_scalars.py", self.writer, self.count, f"{folder}/run")
        return self.checked(process.json["seconds"], process.mb, process.json)


class LoggingToDatabase(Logging):
    def note(self, ours, theirs):
        return ("MLflow has each value in its database when the call returns; all others, ours among them, gather "
                "values and write them a little later.")


@dataclasses.dataclass(kw_only=True)
class Reading(PeerCase):
    """All runs of a folder to columns in memory, checksums verified, by a fresh process, imports aside."""

    kind: str
    reader: str
    points: int
    group: str = "logs"

    def __post_init__(self):
        self.found = None

    def ours(self, session, folder):
        process = run(session.bench, "read", session.logs(self.kind))
        return self.checked(process.json, process.mb)

    def theirs(self, session, folder):
        process = session.peer("read_logs.py", self.reader, session.logs(self.kind))
        return self.checked(process.json, process.mb)

    def checked(self, result, mb):
        """A side's figures, once it is clear that it read the same points as the other side."""
        found = result["points"], result["step_sum"], result["value_sum"]
        self.found = self.found or found
        is_same = found[:2] == self.found[:2] and math.isclose(found[2], self.found[2], rel_tol=1e-9)
        if found[0] != self.points or not is_same or result.get("problems"):
            raise Failure(f"not the same points were read: {result}, at first {self.found}")
        return {"seconds": result["seconds"], "mb": result.get("mb") or mb}


def writing(kind, name, writer, peer, count, **more):
    # The title tells how many were written.
    return kind(name=name, writer=writer, peer=peer, count=count, rounds=3, title="", label=f"write ({peer})", **more)


def reading(name, kind, reader, peer, label, wanted, title, points=1_000_000, **more):
    return Reading(name=name, kind=kind, reader=reader, peer=peer, label=label, wanted=wanted, title=title,
                   points=points, **more)


RUST = "TensorBoard's Rust server, all samples"
RUNS = "read 100 runs × 10 tags × 1,000 steps, 46 MB"
ELSEWHERE = "it needs an environment of its own"

CASES = [
    writing(Writing, "write", "torch", "torch SummaryWriter", 500_000, wanted=100),
    writing(Writing, "write-tf", "tf", "tf.summary", 50_000, slow="TensorFlow takes 10 s to load"),
    writing(Logging, "write-trackio", "trackio", "trackio", 50_000, slow=ELSEWHERE),
    writing(Logging, "write-wandb", "wandb", "wandb, offline", 50_000, slow=ELSEWHERE),
    writing(LoggingToDatabase, "write-mlflow", "mlflow", "MLflow, SQLite", 1_000, slow=ELSEWHERE),
    reading("read-runs", "runs", "rust", RUST, "read 100 runs (Rust server)", 6, RUNS),
    reading("read-runs-python", "runs", "accumulator", "EventAccumulator", "read 100 runs (EventAccumulator)", 150,
            RUNS, rounds=3, slow="EventAccumulator takes 12 s"),
    reading("read-long", "long", "rust", RUST, "read 5,000,000 steps (Rust server)", 20,
            "read 1 tag × 5,000,000 steps, 253 MB", points=5_000_000, most_memory_share=0.1, rounds=3,
            slow="making the file and asking the server take a minute"),
    reading("read-csv", "csv", "pandas", "pandas", "read 100 CSV files (pandas)", 2,
            "read 100 CSV files, 1,000,000 scalars"),
]
