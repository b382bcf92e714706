"""Starts TensorBoard for a folder and asks it, as its page does, for the runs and then for every series.

    fetch_tensorboard.py FOLDER RUNS POINTS

Prints the seconds from its start until all runs are listed and until all points are there, what was fetched, and the
peak memory of TensorBoard and its data server in MB. It listens on this machine alone and is stopped at the end.
"""
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def ask(port, path, form=None):
    data = urllib.parse.urlencode(form).encode() if form else None
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/data/{path}", data, timeout=60) as answer:
        return json.load(answer)


def wait_for_runs(port, count, server):
    """Asks each 20 ms until all runs are listed."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if len(ask(port, "runs")) == count:
                return
        except (urllib.error.URLError, ConnectionError):
            pass  # It does not listen yet.
        time.sleep(0.02)
    sys.exit("TensorBoard did not list the runs")


def fetch(port):
    """All series: a request for each tag, as the page of time series makes it."""
    tags = {tag for tags in ask(port, "plugin/timeseries/tags")["scalars"]["runTagInfo"].values() for tag in tags}
    for tag in sorted(tags):
        requests = json.dumps([{"plugin": "scalars", "tag": tag}])
        for answer in ask(port, "plugin/timeseries/timeSeries", {"requests": requests}):
            yield from answer["runToSeries"].values()


def peak_memory(group):
    """The highest memory of each process of the group, added up, in MB."""
    total = 0
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(folder.name)) == group:
                found = re.search(r"VmHWM:\s+(\d+)", (folder / "status").read_text())
                total += int(found.group(1)) / 1024 if found else 0
        except OSError:
            pass  # It has ended meanwhile.
    return total


def main(folder, runs, wanted):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begin = time.perf_counter()
    # A million samples are more than any series has; its data server takes 0 to mean none.
    server = subprocess.Popen(
        [sys.executable, "-m", "tensorboard.main", "--logdir", folder, "--host", "127.0.0.1", "--port", str(port),
         "--samples_per_plugin", "scalars=1000000"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_for_runs(port, runs, server)
        listed = time.perf_counter() - begin
        # Runs may be listed while their points are still being loaded.
        points = 0
        while points < wanted and time.perf_counter() < begin + 120:
            points = step_sum = 0
            for series in fetch(port):
                points += len(series)
                step_sum += sum(point["step"] for point in series)
        seconds = time.perf_counter() - begin
        print(json.dumps({"listed": listed, "seconds": seconds, "points": points, "step_sum": step_sum,
                          "mb": peak_memory(server.pid)}))
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
