"""TensorBoard's side of `make test-tensorboard`.

write FOLDER               writes runs in the dialects of other programs, and expected.json beside each
check FOLDER EXPECTED.json opens Lossline's folders with EventAccumulator and with both of TensorBoard's servers
"""

import json
import logging
import math
import os
import struct
import sys
import time
import urllib.parse
import urllib.request

from tensorboard import program
from tensorboard.backend.event_processing import event_accumulator
from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, tensor_shape_pb2, types_pb2
from tensorboard.summary.writer.event_file_writer import EventFileWriter


def metadata(plugin):
    return summary_pb2.SummaryMetadata(
        plugin_data=summary_pb2.SummaryMetadata.PluginData(plugin_name=plugin))


def simple_value(tag, value):
    return summary_pb2.Summary.Value(tag=tag, simple_value=value)


def float_list(tag, value):
    tensor = tensor_pb2.TensorProto(dtype=types_pb2.DT_FLOAT, float_val=[value])
    return summary_pb2.Summary.Value(tag=tag, tensor=tensor, metadata=metadata("scalars"))


def float_content(tag, value):
    tensor = tensor_pb2.TensorProto(
        dtype=types_pb2.DT_FLOAT, tensor_shape=tensor_shape_pb2.TensorShapeProto(),
        tensor_content=struct.pack("<f", value))
    return summary_pb2.Summary.Value(tag=tag, tensor=tensor, metadata=metadata("scalars"))


def double_list(tag, value):
    tensor = tensor_pb2.TensorProto(dtype=types_pb2.DT_DOUBLE, double_val=[value])
    return summary_pb2.Summary.Value(tag=tag, tensor=tensor, metadata=metadata("scalars"))


DIALECTS = {"simple_value": simple_value, "float_list": float_list, "float_content": float_content,
            "double_list": double_list}


def name_of(value):
    """A number as JSON can hold it."""
    return value if math.isfinite(value) else repr(value)


def write(folder):
    values = [0.5, -1.25, 0.0, 3.0e38, float("inf"), float("-inf"), float("nan"), 1e-30]
    for name, dialect in DIALECTS.items():
        run = os.path.join(folder, name)
        writer = EventFileWriter(run)
        points = []
        for step, value in enumerate(values):
            event = event_pb2.Event(wall_time=1.7e9 + step, step=step * 1000)
            event.summary.value.append(dialect("loss", value))
            writer.add_event(event)
            stored = value if name == "double_list" else struct.unpack("<f", struct.pack("<f", value))[0]
            points.append([step * 1000, name_of(stored), 1.7e9 + step])
        writer.close()
        with open(os.path.join(folder, name + ".json"), "w") as file:
            json.dump({"loss": points}, file)


def same(ours, theirs):
    """Whether two lists of [step, value] agree; NaN agrees with NaN."""
    def key(point):
        value = float(point[1])
        return point[0], "nan" if math.isnan(value) else value
    return [key(point) for point in ours] == [key(point) for point in theirs]


class Checks:
    def __init__(self):
        self.count = 0
        self.failed = []

    def expect(self, condition, message):
        self.count += 1
        if not condition:
            self.failed.append(message)
            print("FAILED:", message, file=sys.stderr)


def check_accumulator(checks, folder, expected):
    for name, run in expected.items():
        accumulator = event_accumulator.EventAccumulator(
            os.path.join(folder, name), size_guidance={event_accumulator.SCALARS: 0, event_accumulator.TENSORS: 0})
        accumulator.Reload()
        tags = accumulator.Tags()
        checks.expect(sorted(tags["scalars"]) == sorted(run["scalars"]), f"{name}: tags {tags['scalars']}")
        for tag, points in run["scalars"].items():
            theirs = accumulator.Scalars(tag)
            checks.expect(same(points, [[p.step, p.value] for p in theirs]), f"{name}: points of {tag}")
            checks.expect([p[2] for p in points] == [p.wall_time for p in theirs], f"{name}: times of {tag}")
        for tag, text in run["texts"].items():
            stored = accumulator.Tensors(tag + "/text_summary")[-1].tensor_proto.string_val[0].decode()
            checks.expect(stored == text, f"{name}: text {tag}: {stored!r}")


def fetch(url, path, query=None, body=None):
    address = url.rstrip("/") + "/data/plugin/" + path + ("?" + urllib.parse.urlencode(query) if query else "")
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data=data, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def check_server(checks, folder, expected, load_fast):
    board = program.TensorBoard()
    board.configure(argv=[
        "tensorboard", "--logdir", folder, "--port", "0", "--load_fast", load_fast,
        "--samples_per_plugin", "scalars=1000000"])
    url = board.launch()
    deadline = time.time() + 60
    wanted = {name for name, run in expected.items() if run["scalars"]}
    while time.time() < deadline and not wanted <= set(fetch(url, "scalars/tags")):
        time.sleep(0.2)
    tags = fetch(url, "scalars/tags")
    for name, run in expected.items():
        checks.expect(sorted(tags.get(name, {})) == sorted(run["scalars"]), f"{load_fast} {name}: {tags.get(name)}")
        for tag, points in run["scalars"].items():
            theirs = fetch(url, "scalars/scalars", {"run": name, "tag": tag})
            checks.expect(same(points, [[step, value] for _, step, value in theirs]), f"{load_fast} {name}: {tag}")
        for tag, text in run["texts"].items():
            shown = fetch(url, "text/text", {"run": name, "tag": tag + "/text_summary"})
            checks.expect(len(shown) == 1 and shown[0]["text"], f"{load_fast} {name}: text {tag}")
            if tag == "config":
                checks.expect("<table>" in shown[0]["text"], f"{load_fast} {name}: the configuration is no table")
    check_hparams(checks, url, expected, load_fast)


def check_hparams(checks, url, expected, load_fast):
    experiment = fetch(url, "hparams/experiment", body={"experimentName": ""})
    metrics = sorted({metric["name"]["tag"] for metric in experiment["metricInfos"]})
    checks.expect(metrics == sorted({tag for run in expected.values() for tag in run["scalars"]}),
                  f"{load_fast}: metrics of the hparams plugin {metrics}")
    groups = fetch(url, "hparams/session_groups", body={
        "experimentName": "", "allowedStatuses": ["STATUS_SUCCESS", "STATUS_FAILURE", "STATUS_RUNNING"],
        "colParams": [], "startIndex": 0, "sliceSize": 1000})["sessionGroups"]
    found = {session["name"]: (group, session) for group in groups for session in group["sessions"]}
    for name, run in expected.items():
        group, session = found.get(name, (None, None))
        checks.expect(group is not None, f"{load_fast} {name}: no session in {sorted(found)}")
        if group is not None:
            checks.expect(group["hparams"] == run["hparams"], f"{load_fast} {name}: hparams {group['hparams']}")
            checks.expect(group["name"] == run["group"], f"{load_fast} {name}: group {group['name']}")
            checks.expect(session["status"] == run["status"], f"{load_fast} {name}: {session}")


def check(folder, expected_file):
    logging.disable(logging.WARNING)
    with open(expected_file) as file:
        expected = json.load(file)
    checks = Checks()
    check_accumulator(checks, folder, expected)
    for load_fast in ["false", "true"]:
        check_server(checks, folder, expected, load_fast)
    print(f"TensorBoard: {checks.count - len(checks.failed)} of {checks.count} checks passed on {len(expected)} runs")
    return 1 if checks.failed or not expected else 0


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "write":
        write(sys.argv[2])
    elif len(sys.argv) == 4 and sys.argv[1] == "check":
        # The server's threads would keep the process alive.
        status = check(sys.argv[2], sys.argv[3])
        sys.stdout.flush()
        os._exit(status)
    else:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
