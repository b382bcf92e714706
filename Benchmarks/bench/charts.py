"""Charts: built, drawn and saved in a warm process, and a table to a picture as a whole process."""
import dataclasses
import pathlib
import re
import struct

from .case import Limit, LimitCase, PeerCase
from .process import Failure, run

PAGE = (504, 360)  # Points: 7 × 5 inches.
PIXELS = (1400, 1000)


def check_png(file, size=None):
    """A PNG file that is not blank, and of this size in pixels where one is given."""
    data = pathlib.Path(file).read_bytes()
    found = struct.unpack(">II", data[16:24]) if data[:8] == b"\x89PNG\r\n\x1a\n" else None
    if found is None or len(data) < 2000 or size and found != size:
        raise Failure(f"{file} has {len(data)} bytes and {found} pixels; {size or 'a picture'} was expected")


def check_pdf(file, size):
    """A PDF file of one page of this size in points."""
    data = pathlib.Path(file).read_bytes()
    found = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)\s*\]", data)
    if not data.startswith(b"%PDF-") or len(data) < 2000 or not found or tuple(map(float, found.groups())) != size:
        raise Failure(f"{file} has {len(data)} bytes and the page {found and found[0]}; {size} was expected")


class ChartRuns:
    """One process a side and round draws all charts; the cases below read their own times from its output."""

    def __init__(self):
        self.taken = {"ours": [], "theirs": []}

    def times(self, side, number, session):
        """The times of one round in ms by file, drawn where no other case has asked for the round yet."""
        while number >= len(self.taken[side]):
            folder = session.inputs / f"charts-{side}"
            if side == "ours":
                process = run(session.bench, "charts", folder)
            else:
                process = session.peer("plot_mpl.py", folder, "200")
            for name in ("loss", "lines", "bars", "big"):
                check_png(folder / f"{name}.png", PIXELS)
                if name != "big":
                    check_pdf(folder / f"{name}.pdf", PAGE)
            self.taken[side].append({"mb": process.mb, **process.json})
        return self.taken[side][number]


RUNS = ChartRuns()


@dataclasses.dataclass(kw_only=True)
class Chart(PeerCase):
    """One chart, built, drawn and saved in a warm process. Its name is that of the file."""

    group: str = "charts"
    peer: str = "matplotlib + seaborn"

    def __post_init__(self):
        self.count = {"ours": 0, "theirs": 0}

    def ours(self, session, folder):
        return self.take("ours", session)

    def theirs(self, session, folder):
        return self.take("theirs", session)

    def take(self, side, session):
        times = RUNS.times(side, self.count[side], session)
        self.count[side] += 1
        return {"seconds": times[f"{self.name}_ms"] / 1e3, "mb": times["mb"]}


class ChartLimits(LimitCase):
    """What has no peer here: how time grows with the points, and the small loss chart."""

    count = 0

    def values(self, session, folder):
        times = RUNS.times("ours", self.count, session)
        self.count += 1
        check_png(session.inputs / "charts-ours" / "loss700.png", (700, 500))
        return {"tenfold": times["huge.png_ms"] / times["big.png_ms"], "loss700": times["loss700.png_ms"]}


class PlotCommand(PeerCase):
    """A table to a picture, as whole processes."""

    def ours(self, session, folder):
        process = run(session.lossline, "plot", self.table(folder), "--x", "epoch", "--y", "loss,val_loss",
                      "-o", f"{folder}/loss.png")
        return self.checked(process, folder)

    def theirs(self, session, folder):
        return self.checked(session.peer("plot_history.py", self.table(folder), f"{folder}/loss.png"), folder)

    @staticmethod
    def checked(process, folder):
        check_png(f"{folder}/loss.png", (1280, 800))
        return {"seconds": process.seconds, "mb": process.mb}

    @staticmethod
    def table(folder):
        """A history of 400 epochs."""
        rows = ((e, 0.5 * 0.98**e + 0.02 * (e * 7919 % 101) / 101, 0.55 * 0.98**e + 0.03 * (e * 104729 % 103) / 103)
                for e in range(400))
        path = pathlib.Path(folder, "history.csv")
        path.write_text("epoch,loss,val_loss\n" + "".join(f"{e},{a:.6f},{b:.6f}\n" for e, a, b in rows))
        return path


def charts(name):
    """A chart as PNG and as PDF."""
    return [
        Chart(name=f"{name}.png", title=f"{name} chart to PNG, 1400 × 1000 px", label=f"{name} to PNG (matplotlib)",
              wanted=8),
        Chart(name=f"{name}.pdf", title=f"{name} chart to PDF, 7 × 5 inches", label=f"{name} to PDF (matplotlib)",
              wanted=15),
    ]


CASES = [
    *charts("loss"),
    *charts("lines"),
    *charts("bars"),
    Chart(name="big.png", title="a line of 1,000,000 points to PNG, 1400 × 1000 px",
          label="a million points to PNG (matplotlib)", wanted=5),
    PlotCommand(name="plot", group="charts", peer="pandas + matplotlib", wanted=25, rounds=15,
                label="lossline plot (pandas + matplotlib)",
                title="history.csv of 400 epochs to PNG, whole process, 1280 × 800 px"),
]

LIMITS = [
    ChartLimits(name="charts", limits=[
        Limit("tenfold", "a line of 10,000,000 points to PNG against one of 1,000,000", 8, "times"),
        Limit("loss700", "loss chart to PNG, 700 × 500 px", 7, "ms",
              note="SwiftPlot's own loss chart of 700 × 500 px took 14 ms on another day, of which half is the limit; "
                   "it was not built on this machine."),
    ]),
]
