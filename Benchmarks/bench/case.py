"""What is measured: work beside a peer, or work against a limit that the project set itself."""
import dataclasses
import statistics
import sys
import tempfile


@dataclasses.dataclass(kw_only=True)
class Case:
    """One thing to measure. Subclasses say how; each of them checks that the work was done."""

    name: str
    group: str
    # As many as a default session takes: fewer for peers that take long.
    rounds: int = 5
    # Why `--quick` leaves the case out; `None` where it does not.
    slow: str | None = None

    def measured(self, session, rounds):
        """The rows of the case, from so many rounds."""
        raise NotImplementedError

    @property
    def row_names(self):
        """The names of its rows, in order."""
        return [self.name]


@dataclasses.dataclass(kw_only=True)
class PeerCase(Case):
    """The same work of ours and of a peer, in turn. Both sides return at least `seconds` and `mb`, peak memory."""

    title: str
    # What the chart of its group calls it.
    label: str
    peer: str
    # How many times as fast as the peer ours is wanted to be; `None` where nobody set a number.
    wanted: float | None = None
    # The most memory that is wanted: in MB, and as a share of the peer's.
    most_mb: float | None = None
    most_memory_share: float | None = None

    def ours(self, session, folder):
        raise NotImplementedError

    def theirs(self, session, folder):
        raise NotImplementedError

    def note(self, ours, theirs):
        """A sentence beside the table, from the medians of both sides; `None` where the row says it all."""
        return None

    def measured(self, session, rounds):
        print(self.title, file=sys.stderr)
        taken = {"ours": [], "theirs": []}
        for number in range(rounds):
            for side, values in taken.items():
                with tempfile.TemporaryDirectory(prefix="lossline-bench-") as folder:
                    values.append(getattr(self, side)(session, folder))
            print(f"  round {number + 1}: ours {taken['ours'][-1]['seconds']:.4f} s, "
                  f"{self.peer} {taken['theirs'][-1]['seconds']:.3f} s", file=sys.stderr)
        medians = {side: medians_of(values) for side, values in taken.items()}
        row = {"name": self.name, "group": self.group, "title": self.title, "label": self.label, "peer": self.peer,
               "wanted": self.wanted, "ratio": medians["theirs"]["seconds"] / medians["ours"]["seconds"],
               "most_mb": self.most_mb, "most_memory_share": self.most_memory_share, "rounds": rounds, **medians}
        if note := self.note(medians["ours"], medians["theirs"]):
            row["note"] = note
        return [row]


@dataclasses.dataclass
class Limit:
    """A figure of ours and the most that it may be; `None` where nobody set a number."""

    key: str
    title: str
    most: float | None
    # "times", "s", "ms", "kB", "MB"
    unit: str
    # Whether the worst round counts instead of the median.
    is_worst: bool = False
    note: str | None = None


@dataclasses.dataclass(kw_only=True)
class LimitCase(Case):
    """Figures of ours against limits. `values` returns one number for the key of each limit."""

    limits: list[Limit]
    group: str = "limits"

    def values(self, session, folder):
        raise NotImplementedError

    @property
    def row_names(self):
        return [f"{self.name}/{limit.key}" for limit in self.limits]

    def measured(self, session, rounds):
        print(self.name, file=sys.stderr)
        taken = []
        for number in range(rounds):
            with tempfile.TemporaryDirectory(prefix="lossline-bench-") as folder:
                taken.append(self.values(session, folder))
            shown = ", ".join(f"{limit.key} {taken[-1][limit.key]:.4g} {limit.unit}" for limit in self.limits)
            print(f"  round {number + 1}: {shown}", file=sys.stderr)
        rows = []
        for name, limit in zip(self.row_names, self.limits):
            values = [value[limit.key] for value in taken]
            rows.append({"name": name, "group": self.group, "title": limit.title, "unit": limit.unit,
                         "most": limit.most, "value": max(values) if limit.is_worst else statistics.median(values),
                         "is_worst": limit.is_worst, "rounds": rounds})
            if limit.note:
                rows[-1]["note"] = limit.note
        return rows


def medians_of(rounds):
    """The median of each key over the rounds."""
    return {key: statistics.median(values[key] for values in rounds) for key in rounds[0]}
