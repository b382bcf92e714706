"""Times how the peers read all points of a folder, after their imports, and prints a line of JSON.

    read_logs.py rust|accumulator|pandas FOLDER

Beside the time it tells the number of points and the sums of all steps and values, taken outside of the time.
"""
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import time


def rust(folder):
    """TensorBoard's data server: its own word for how long loading all runs takes, without any query over gRPC."""
    import tensorboard_data_server

    port = pathlib.Path(tempfile.mkdtemp(), "port")
    server = subprocess.Popen(
        [tensorboard_data_server.server_binary(), "--logdir", folder, "--port", "0", "--port-file", port, "--reload",
         "once", "--checksum", "--samples-per-plugin", "scalars=all", "--verbose"],
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    units = {"s": 1, "ms": 1e-3, "µs": 1e-6}
    try:
        for line in server.stderr:
            found = re.search(r"Finished load cycle \(([0-9.]+)(s|ms|µs)\)", line)
            if found:
                status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
                peak = int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024
                return {"seconds": float(found.group(1)) * units[found.group(2)], "mb": peak,
                        **rust_points(port.read_text().strip())}
    finally:
        server.kill()
        port.unlink(missing_ok=True)
        port.parent.rmdir()
    sys.exit("the server did not load")


def rust_points(port):
    """What the server holds, asked for over gRPC."""
    import grpc
    from tensorboard.data.proto import data_provider_pb2, data_provider_pb2_grpc

    channel = grpc.insecure_channel(f"localhost:{port}", options=[("grpc.max_receive_message_length", -1)])
    request = data_provider_pb2.ReadScalarsRequest()
    request.plugin_filter.plugin_name = "scalars"
    request.downsample.num_points = 1 << 40
    answer = data_provider_pb2_grpc.TensorBoardDataProviderStub(channel).ReadScalars(request)
    return sums([(tag.data.step, tag.data.value) for run in answer.runs for tag in run.tags])


def accumulator(folder):
    from tensorboard.backend.event_processing.event_accumulator import SCALARS, EventAccumulator

    begin = time.perf_counter()
    curves = []
    for run in sorted(pathlib.Path(folder).iterdir()):
        events = EventAccumulator(str(run), {SCALARS: 0})
        events.Reload()
        curves += [events.Scalars(tag) for tag in events.Tags()["scalars"]]
    seconds = time.perf_counter() - begin
    return {"seconds": seconds, **sums([([e.step for e in curve], [e.value for e in curve]) for curve in curves])}


def pandas(folder):
    import pandas as pd

    begin = time.perf_counter()
    tables = [pd.read_csv(file) for file in sorted(pathlib.Path(folder).iterdir())]
    seconds = time.perf_counter() - begin
    return {"seconds": seconds, **sums([(table["step"].tolist(), table[name].tolist())
                                        for table in tables for name in table.columns if name != "step"])}


def sums(curves):
    return {"points": sum(len(steps) for steps, _ in curves), "step_sum": sum(sum(steps) for steps, _ in curves),
            "value_sum": math.fsum(math.fsum(values) for _, values in curves)}


if __name__ == "__main__":
    print(json.dumps({"rust": rust, "accumulator": accumulator, "pandas": pandas}[sys.argv[1]](sys.argv[2])))
