#!/usr/bin/env python3
"""Measures Lossline beside Keras, PyTorch and matplotlib: the same work, in turn, in one session.

Needs nothing but Python's own library; the peers live in a virtual environment that `make bench` sets up. Every figure
is the median of the rounds, every ratio that of two medians of one session. Writes RESULTS.md and results.json.
"""
import argparse
import json
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
    """The training loop alone, warm, on one thread of ours and PyTorch's default threads."""

    title = "airline, fit alone: LSTM(10), 104 samples, 400 epochs"
    peer_name, limit = "PyTorch eager", 10

    def __init__(self, tools):
        self.tools = tools

    def ours(self, folder):
        _, mb, output = run([self.tools.bench, "airline"])
        return {"seconds": last_json(output)["seconds"], "mb": mb}

    def theirs(self, folder):
        _, mb, output = run([self.tools.python, HERE / "peers/train_torch.py", "airline"])
        return {"seconds": last_json(output)["seconds"], "mb": mb}


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
    return {"case": case.title, "peer": case.peer_name, "wanted_ratio": case.limit, "ratio": ratio, "rounds": rounds,
            **medians}


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def versions(python):
    script = ("import importlib.metadata as m; print(', '.join(f'{n} {m.version(n)}' "
              "for n in ('keras', 'tensorflow-cpu', 'torch', 'matplotlib', 'seaborn')))")
    return subprocess.run([python, "-c", script], capture_output=True, text=True).stdout.strip()


def markdown(results, machine):
    lines = ["# Measured", "", "Made by `make bench`; medians of one session on one machine, which may be noisy.", "",
             machine, "", "| work | peer | peer's time | ours | times faster | wanted | our peak memory |",
             "|---|---|---|---|---|---|---|"]
    for r in results:
        lines.append(f"| {r['case']} | {r['peer']} | {r['theirs']['seconds']:.2f} s | {r['ours']['seconds']:.3f} s "
                     f"| {r['ratio']:.0f} | {r['wanted_ratio']} | {r['ours']['mb']:.0f} MB |")
    whole = results[0]["ours"]
    lines += ["", f"Of the whole process, `train` takes {whole['train'] * 1e3:.0f} ms "
              f"and `report` {whole['report'] * 1e3:.0f} ms."]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one round only")
    parser.add_argument("--rounds", type=int, default=5)
    tools = parser.add_argument_group("tools")
    tools.add_argument("--lossline", required=True)
    tools.add_argument("--bench", required=True)
    tools.add_argument("--python", required=True, help="the peers' interpreter")
    arguments = parser.parse_args()
    rounds = 1 if arguments.quick else arguments.rounds
    machine = f"{processor()}, {os.cpu_count()} processors; {versions(arguments.python)}; rounds: {rounds}"
    results = []
    for case in (Airline(arguments), Fit(arguments)):
        print(case.title, file=sys.stderr)
        results.append(measure(case, rounds))
    (HERE / "RESULTS.md").write_text(markdown(results, machine))
    (HERE / "results.json").write_text(json.dumps({"machine": machine, "results": results}, indent=2) + "\n")
    print((HERE / "RESULTS.md").read_text())


if __name__ == "__main__":
    main()
