"""Times how the peers read all points of a folder, after their imports, and prints a line of JSON.

    read_logs.py rust|accumulator|pandas FOLDER
"""
import json
import pathlib
import re
import subprocess
import sys
import time


def rust(folder):
    """TensorBoard's data server: its own word for how long loading all runs takes, without any query over gRPC."""
    import tensorboard_data_server

    server = subprocess.Popen(
        [tensorboard_data_server.server_binary(), "--logdir", folder, "--port", "0", "--reload", "once", "--checksum",
         "--samples-per-plugin", "scalars=all", "--verbose"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    units = {"s": 1, "ms": 1e-3, "µs": 1e-6}
    try:
        for line in server.stderr:
            found = re.search(r"Finished load cycle \(([0-9.]+)(s|ms|µs)\)", line)
            if found:
                status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
                peak = int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024
                return float(found.group(1)) * units[found.group(2)], peak, None
    finally:
        server.kill()
    sys.exit("the server did not load")


def accumulator(folder):
    from tensorboard.backend.event_processing.event_accumulator import SCALARS, EventAccumulator

    begin = time.perf_counter()
    points = 0
    for run in sorted(pathlib.Path(folder).iterdir()):
        events = EventAccumulator(str(run), {SCALARS: 0})
        events.Reload()
        points += sum(len(events.Scalars(tag)) for tag in events.Tags()["scalars"])
    return time.perf_counter() - begin, None, points


def pandas(folder):
    import pandas as pd

    begin = time.perf_counter()
    tables = [pd.read_csv(file) for file in sorted(pathlib.Path(folder).iterdir())]
    return time.perf_counter() - begin, None, sum(table.size - len(table) for table in tables)


if __name__ == "__main__":
    seconds, mb, points = {"rust": rust, "accumulator": accumulator, "pandas": pandas}[sys.argv[1]](sys.argv[2])
    print(json.dumps({"seconds": seconds, "mb": mb, "points": points}))
