#!/usr/bin/env python3
"""Measures Lossline beside Keras, PyTorch and matplotlib: the same work, in turn, in one session.

Needs nothing but Python's own library; the peers live in a virtual environment that `make bench` sets up. Every figure
is the median of the rounds, every ratio that of two medians of one session. Writes RESULTS.md and results.json.
"""
import argparse
import datetime
import json
import math
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def run(command, **options):
    """Runs a command and returns its seconds, its peak memory in MB and its output."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed with status {process.returncode}")
    return time.perf_counter() - begin, usage.ru_maxrss / 1024, output


def last_json(output):
    return json.loads(output.strip().splitlines()[-1])


class Airline:
    """Data to six charts, as whole processes: training and report against the Keras script."""

    name = "airline-process"
    title = "airline, whole process: train 400 epochs and draw the charts"
    peer_name, limit = "Keras + seaborn", 150

    def __init__(self, tools):
        self.tools = tools

    def ours(self, folder):
        train_s, train_mb, _ = run([self.tools.lossline, "train", "airline", "--quiet", "--name", "a", "--runs", folder])
        report_s, report_mb, _ = run([self.tools.lossline, "report", f"{folder}/a", "-o", f"{folder}/report"])
        charts = list(pathlib.Path(folder, "report", "charts").glob("*.png"))
        if len(charts) < 6:
            sys.exit(f"expected the six charts of the example, found {len(charts)}")
        loss = json.loads(pathlib.Path(folder, "a", "run.json").read_text())["metrics"]["val_loss"]["test"]
        if not loss < 3e-3:
            sys.exit(f"the test loss is {loss}: the work was not the same")
        return {"seconds": train_s + report_s, "train": train_s, "report": report_s, "mb": max(train_mb, report_mb)}

    def theirs(self, folder):
        seconds, mb, output = run([self.tools.python, HERE / "peers/airline_keras.py", folder])
        if not last_json(output)["test_mse"] < 3e-3:
            sys.exit("the peer's test loss is off: the work was not the same")
        return {"seconds": seconds, "mb": mb}


class Fit:
    """A training loop alone, warm, with each side's own choice of threads, in batches of 32 with Adam."""

    def __init__(self, tools, name, title, peer_name, limit, parameters, most_mb=None):
        self.tools, self.name, self.title, self.peer_name, self.limit = tools, name, title, peer_name, limit
        # PyTorch's recurrent layers have two biases, whose sum is the one of ours.
        self.parameters, self.most_mb = parameters, most_mb

    def checked(self, output, side):
        """A side's result, once it is clear that it is that of the same work."""
        result = last_json(output)
        samples, epochs, parameters = TRAINING_SIZES[self.name]
        extra = self.parameters if side == "theirs" else 0
        if (result["samples"], result["epochs"], result["parameters"]) != (samples, epochs, parameters + extra):
            sys.exit(f"{self.name}: the work of {result['peer']} was not the same: {result}")
        if not result["loss_after"] < 0.97 * result["loss_before"]:
            sys.exit(f"{self.name}: the loss of {result['peer']} did not fall: {result}")
        return result["seconds"]

    def ours(self, folder):
        _, mb, output = run([self.tools.bench, self.name])
        if self.most_mb and mb > self.most_mb:
            sys.exit(f"{self.name}: {mb:.0f} MB of memory, at most {self.most_mb} MB were wanted")
        return {"seconds": self.checked(output, "ours"), "mb": mb}

    def theirs(self, folder):
        script = "train_keras.py" if self.peer_name == "Keras" else "train_torch.py"
        _, mb, output = run([self.tools.python, HERE / "peers" / script, self.name])
        return {"seconds": self.checked(output, "theirs"), "mb": mb}


# Samples, epochs and trained values of ours.
TRAINING_SIZES = {
    "sequence": (6, 100, 131),
    "airline": (104, 400, 491),
    "forecast": (7000, 3, 5250),
    "imdb": (6400, 1, 2691713),
    "imdb-both": (6400, 1, 2691713),
    "custom": (7000, 1, 1550),
}


def training(tools):
    """Titles, peers, how many times as fast ours should be, and how many trained values the peer has beyond ours."""
    torch = "PyTorch eager"
    yield Fit(tools, "sequence", "sequence, fit alone: SimpleRNN(10), 6 samples, 100 epochs", torch, 20, 10)
    yield Fit(tools, "airline", "airline, fit alone: LSTM(10), 104 samples, 400 epochs", torch, 25, 40)
    yield Fit(tools, "forecast", "forecast, fit alone: LSTM 20 + 20, 7,000 × 50, 3 epochs", torch, 5, 160)
    yield Fit(tools, "imdb", "imdb, fit alone: 6,400 reviews, Embedding 128, dropout, LSTM 128", torch, 2.5, 512, 600)
    yield Fit(tools, "imdb-both", "imdb with dropout on input and state", "Keras", 7.5, 0, 600)
    yield Fit(tools, "custom", "forecast with a cell of one's own, step by step, 1 epoch", torch, 1, 0)


class ChartRuns:
    """One process a side and round draws all charts; the cases below read their own times from its output."""

    def __init__(self, tools):
        self.commands = {
            "ours": lambda folder: [tools.bench, "charts"],
            "theirs": lambda folder: [tools.python, HERE / "peers/plot_mpl.py", folder, "200"],
        }
        self.runs = {"ours": [], "theirs": []}

    def times(self, side, number, folder):
        if number == len(self.runs[side]):
            _, mb, output = run(self.commands[side](folder))
            self.runs[side].append({"mb": mb, **last_json(output)})
        return self.runs[side][number]


class Chart:
    """One chart, built, drawn and saved in a warm process."""

    peer_name = "matplotlib + seaborn"

    def __init__(self, runs, file, title, limit):
        self.runs, self.file, self.title, self.limit = runs, file, title, limit
        self.name = file
        self.rounds = {"ours": 0, "theirs": 0}

    def take(self, side, folder):
        times = self.runs.times(side, self.rounds[side], folder)
        self.rounds[side] += 1
        return {"seconds": times[f"{self.file}_ms"] / 1e3, "mb": times["mb"], **self.extra(side, times)}

    def extra(self, side, times):
        return {}

    def ours(self, folder):
        return self.take("ours", folder)

    def theirs(self, folder):
        return self.take("theirs", folder)


class LongLine(Chart):
    """A line of a million points, and by how much ten million take longer."""

    def extra(self, side, times):
        if side != "ours":
            return {}
        return {"tenfold": times["huge.png_ms"] / times["big.png_ms"], "small_loss": times["loss700.png_ms"] / 1e3}


class PlotCommand:
    """A table to a picture, as whole processes."""

    name = "plot"
    title = "history.csv of 400 epochs to PNG, whole process, 1280 × 800 px"
    peer_name, limit = "pandas + matplotlib", 25

    def __init__(self, tools):
        self.tools = tools

    @staticmethod
    def table(folder):
        rows = ((e, 0.5 * 0.98**e + 0.02 * (e * 7919 % 101) / 101, 0.55 * 0.98**e + 0.03 * (e * 104729 % 103) / 103)
                for e in range(400))
        path = pathlib.Path(folder, "history.csv")
        path.write_text("epoch,loss,val_loss\n" + "".join(f"{e},{a:.6f},{b:.6f}\n" for e, a, b in rows))
        return path

    def ours(self, folder):
        seconds, mb, _ = run([self.tools.lossline, "plot", self.table(folder), "--x", "epoch", "--y", "loss,val_loss",
                              "-o", f"{folder}/loss.png"])
        return {"seconds": seconds, "mb": mb}

    def theirs(self, folder):
        seconds, mb, _ = run([self.tools.python, HERE / "peers/plot_history.py", self.table(folder),
                              f"{folder}/loss.png"])
        return {"seconds": seconds, "mb": mb}


class ScalarWriting:
    """Scalars written one call each. EventAccumulator must find the same points in both folders."""

    def __init__(self, tools, name, peer, peer_name, count, limit):
        self.tools, self.name, self.peer, self.peer_name, self.count, self.limit = (
            tools, name, peer, peer_name, count, limit)
        self.title = f"write {count:,} scalars, one call each"
        self.digest = None

    def checked(self, output, folder):
        """The seconds of a side, once it is clear that it wrote what the other side writes."""
        found = last_json(run([self.tools.python, HERE / "peers/write_scalars.py", "digest", folder])[2])
        self.digest = self.digest or found["digest"]
        if found["count"] != self.count or found["digest"] != self.digest:
            sys.exit(f"{self.name}: the points are not the same: {found}")
        return last_json(output)["seconds"]

    def ours(self, folder):
        _, mb, output = run([self.tools.bench, "write", str(self.count), f"{folder}/run"])
        return {"seconds": self.checked(output, f"{folder}/run"), "mb": mb}

    def theirs(self, folder):
        command = [self.tools.python, HERE / "peers/write_scalars.py", self.peer, str(self.count), f"{folder}/run"]
        _, mb, output = run(command)
        return {"seconds": self.checked(output, f"{folder}/run"), "mb": mb}


class Read:
    """All runs of a folder to columns in memory, checksums verified, by a fresh process, imports aside."""

    folders = {}

    def __init__(self, tools, name, kind, points, title, peer, peer_name, limit, most_mb=None):
        self.tools, self.name, self.kind, self.points, self.title = tools, name, kind, points, title
        self.peer, self.peer_name, self.limit, self.most_mb = peer, peer_name, limit, most_mb
        self.found = None

    def logs(self):
        """The folder with the logs, written once for all rounds and cases."""
        if self.kind not in self.folders:
            holder = tempfile.TemporaryDirectory()
            run([self.tools.python, HERE / "peers/make_logs.py", self.kind, f"{holder.name}/logs"])
            self.folders[self.kind] = holder
        return f"{self.folders[self.kind].name}/logs"

    def checked(self, output, mb):
        """A side's result, once it is clear that it read the same points as the other side."""
        result = last_json(output)
        found = result["points"], result["step_sum"], result["value_sum"]
        self.found = self.found or found
        is_same = found[:2] == self.found[:2] and math.isclose(found[2], self.found[2], rel_tol=1e-9)
        if found[0] != self.points or not is_same or result.get("problems"):
            sys.exit(f"{self.name}: not the same points were read: {result}")
        return {"seconds": result["seconds"], "mb": result.get("mb") or mb}

    def ours(self, folder):
        _, mb, output = run([self.tools.bench, "read", self.logs()])
        if self.most_mb and mb > self.most_mb:
            sys.exit(f"{self.name}: {mb:.0f} MB of memory, at most {self.most_mb} MB were wanted")
        return self.checked(output, mb)

    def theirs(self, folder):
        _, mb, output = run([self.tools.python, HERE / "peers/read_logs.py", self.peer, self.logs()])
        return self.checked(output, mb)


def reading(tools):
    """Titles, peers, and how many times as fast ours should be."""
    rust, runs = "TensorBoard's Rust server, all samples", "read 100 runs × 10 tags × 1,000 steps, 46 MB"
    yield Read(tools, "read-runs", "runs", 1_000_000, runs, "rust", rust, 6)
    yield Read(tools, "read-runs-python", "runs", 1_000_000, runs, "accumulator", "EventAccumulator", 150)
    yield Read(tools, "read-long", "long", 5_000_000, "read 1 tag × 5,000,000 steps, 253 MB", "rust", rust, 20, 100)
    yield Read(tools, "read-csv", "csv", 1_000_000, "read 100 CSV files, 1,000,000 scalars", "pandas", "pandas", 2)


class Report:
    """A report of 400 epochs and six charts, whole process, against the time that Python's libraries take to load."""

    peer_name = "import matplotlib, seaborn, pandas"

    def __init__(self, tools, name, format, title, limit):
        self.tools, self.name, self.format, self.title, self.limit = tools, name, format, title, limit

    def ours(self, folder):
        source = pathlib.Path(tempfile.gettempdir(), f"lossline-report-{os.getpid()}")
        if not source.exists():
            run([self.tools.lossline, "train", "airline", "--quiet", "--name", "a", "--runs", source])
        seconds, mb, _ = run([self.tools.lossline, "report", source / "a", "-o", f"{folder}/report", *self.format])
        page = pathlib.Path(folder, "report", "index.html").stat().st_size
        if not 50_000 < page < 400_000:
            sys.exit(f"the page has {page} bytes: the work was not the same")
        return {"seconds": seconds, "mb": mb}

    def theirs(self, folder):
        seconds, mb, _ = run([self.tools.python, "-c", "import matplotlib.pyplot, seaborn, pandas"])
        return {"seconds": seconds, "mb": mb}


def cases(tools):
    charts = ChartRuns(tools)
    yield Airline(tools)
    yield from training(tools)
    for name in ("loss", "lines", "bars"):
        yield Chart(charts, f"{name}.png", f"{name} chart to PNG, 1400 × 1000 px", 8)
        yield Chart(charts, f"{name}.pdf", f"{name} chart to PDF", 15)
    yield LongLine(charts, "big.png", "a line of 1,000,000 points to PNG, 1400 × 1000 px", 5)
    yield PlotCommand(tools)
    yield Report(tools, "report", ["--format", "all"], "report of 400 epochs and six charts, every format", 5)
    yield Report(tools, "report-html", [], "the same report, page and its files", 12)
    yield ScalarWriting(tools, "write", "torch", "torch SummaryWriter", 500_000, 100)
    yield ScalarWriting(tools, "write-tf", "tf", "tf.summary", 50_000, 100)
    yield from reading(tools)


def measure(case, rounds):
    results = {"ours": [], "theirs": []}
    for number in range(rounds):
        for side in results:
            with tempfile.TemporaryDirectory() as folder:
                results[side].append(getattr(case, side)(folder))
        print(f"  round {number + 1}: ours {results['ours'][-1]['seconds']:.3f} s, "
              f"{case.peer_name} {results['theirs'][-1]['seconds']:.3f} s", file=sys.stderr)
    medians = {
        side: {key: statistics.median(r[key] for r in rounds_) for key in rounds_[0]}
        for side, rounds_ in results.items()
    }
    ratio = medians["theirs"]["seconds"] / medians["ours"]["seconds"]
    return {"name": case.name, "case": case.title, "peer": case.peer_name, "wanted_ratio": case.limit, "ratio": ratio, "rounds": rounds,
            "measured": datetime.date.today().isoformat(), **medians}


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def versions(python):
    script = ("import importlib.metadata as m; print(', '.join(f'{n} {m.version(n)}' "
              "for n in ('keras', 'tensorflow-cpu', 'torch', 'matplotlib', 'seaborn')))")
    return subprocess.run([python, "-c", script], capture_output=True, text=True).stdout.strip()


def duration(seconds):
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.1f} ms"


def markdown(results, machine):
    lines = ["# Measured", "", "Made by `make bench`: both sides of a row in turn in one session, medians, on a machine that may be noisy. "
             "Rows of different days are of different sessions.", "",
             machine, "", "| work | peer | peer's time | ours | times faster | wanted | our peak memory | the peer's | rounds | measured |",
             "|---|---|---|---|---|---|---|---|---|---|"]
    for r in results:
        lines.append(f"| {r['case']} | {r['peer']} | {duration(r['theirs']['seconds'])} "
                     f"| {duration(r['ours']['seconds'])} | {r['ratio']:.1f} | {r['wanted_ratio']} "
                     f"| {r['ours']['mb']:.0f} MB | {r['theirs']['mb']:.0f} MB | {r['rounds']} | {r.get('measured', 'earlier')} |")
    for ours in (r["ours"] for r in results):
        if "train" in ours:
            lines += ["", f"Of the airline's whole process, `train` takes {ours['train'] * 1e3:.0f} ms "
                      f"and `report` {ours['report'] * 1e3:.0f} ms."]
        if "tenfold" in ours:
            lines += ["", f"A line of ten million points takes {ours['tenfold']:.1f} times as long as one of a million "
                      "(wanted: under 8). All charts are drawn in one process; its peak memory includes their data.",
                      "", f"The loss chart at 700 × 500 px takes {ours['small_loss'] * 1e3:.1f} ms. SwiftPlot is not among "
                      "the peers; on another day its own loss chart of that size took 14 ms (wanted: at most half)."]
    return "\n".join(lines) + "\n"


def merged(old, new, cases):
    """All results in the order of the cases, those of cases that were not run again as they were."""
    # Rows of earlier versions have no name; title and peer tell them apart.
    names = {(c.title, c.peer_name): c.name for c in cases}
    by_name = {r.get("name") or names.get((r["case"], r["peer"])): r for r in old + new}
    return [{"name": c.name, **by_name[c.name]} for c in cases if c.name in by_name]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one round only")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="extend", nargs="+", metavar="NAME",
                        help="run the cases of these names only, such as airline, plot or loss.png, all charts, all of "
                             "train or all of read")
    tools = parser.add_argument_group("tools")
    tools.add_argument("--lossline", required=True)
    tools.add_argument("--bench", required=True)
    tools.add_argument("--python", required=True, help="the peers' interpreter")
    arguments = parser.parse_args()
    rounds = 1 if arguments.quick else arguments.rounds
    everything = list(cases(arguments))
    chosen = [c for c in everything if not arguments.only or c.name in arguments.only
              or "charts" in arguments.only and isinstance(c, Chart)
              or "train" in arguments.only and isinstance(c, Fit)
              or "read" in arguments.only and isinstance(c, Read)]
    known = {c.name for c in everything} | {"charts", "train", "read"}
    if unknown := [name for name in arguments.only or [] if name not in known]:
        parser.error(f"--only: there is no {', '.join(unknown)}; there are {', '.join(c.name for c in everything)}")
    machine = f"{processor()}, {os.cpu_count()} processors; {versions(arguments.python)}"
    results = []
    for case in chosen:
        print(case.title, file=sys.stderr)
        results.append(measure(case, rounds))
    results_file = HERE / "results.json"
    if arguments.only and results_file.exists():
        results = merged(json.loads(results_file.read_text())["results"], results, everything)
    (HERE / "RESULTS.md").write_text(markdown(results, machine))
    results_file.write_text(json.dumps({"machine": machine, "results": results}, indent=2) + "\n")
    print((HERE / "RESULTS.md").read_text())


if __name__ == "__main__":
    main()
