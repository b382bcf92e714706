"""Logs scalars, one call each, with a tracker of experiments, and reads them back. Nothing leaves the machine.

    log_scalars.py trackio|wandb|mlflow COUNT FOLDER

Prints the seconds until all is on disk, the number of points that were read back and a digest of them.
"""
import collections
import json
import os
import pathlib
import sqlite3
import struct
import sys
import time

from points import digest, scalars


def trackio(count, folder):
    os.environ["TRACKIO_DIR"] = folder
    import trackio

    trackio.init(project="bench", name="run", embed=False, auto_log_cpu=False, auto_log_gpu=False)
    begin = time.perf_counter()
    for tag, value, step in scalars(count):
        trackio.log({tag: value}, step=step)
    trackio.finish()
    seconds = time.perf_counter() - begin
    with sqlite3.connect(pathlib.Path(folder, "bench.db")) as database:
        rows = database.execute("select step, metrics from metrics").fetchall()
    return seconds, by_tag((tag, step, value) for step, row in rows for tag, value in json.loads(row).items())


def wandb(count, folder):
    names = ("WANDB_DIR", "WANDB_CACHE_DIR", "WANDB_CONFIG_DIR", "WANDB_DATA_DIR", "WANDB_ARTIFACT_DIR")
    os.environ.update({name: folder for name in names}, WANDB_MODE="offline", WANDB_SILENT="true",
                      WANDB_ERROR_REPORTING="false")
    import wandb

    settings = wandb.Settings(
        console="off", disable_git=True, save_code=False, x_disable_meta=True, x_disable_stats=True)
    run = wandb.init(project="bench", mode="offline", dir=folder, settings=settings)
    begin = time.perf_counter()
    for tag, value, step in scalars(count):
        run.log({tag: value}, step=step)
    run.finish()
    return time.perf_counter() - begin, by_tag(wandb_points(folder))


def wandb_points(folder):
    """What the file of an offline run holds: records of a LevelDB log, whose header has seven bytes."""
    from wandb.proto import wandb_internal_pb2

    data = next(pathlib.Path(folder).glob("wandb/offline-run-*/*.wandb")).read_bytes()
    place, block, record = 7, 32768, b""
    while place + 7 <= len(data):
        if block - place % block < 7:
            place += block - place % block
            continue
        size, kind = struct.unpack_from("<HB", data, place + 4)
        record = data[place + 7:place + 7 + size] if kind in (1, 2) else record + data[place + 7:place + 7 + size]
        place += 7 + size
        if kind in (1, 4):
            message = wandb_internal_pb2.Record.FromString(record)
            for item in message.history.item:
                name = item.key or ".".join(item.nested_key)
                if not name.startswith("_"):
                    yield name, message.history.step.num, json.loads(item.value_json)


def mlflow(count, folder):
    os.makedirs(folder)
    os.environ.update(MLFLOW_TRACKING_URI=f"sqlite:///{folder}/mlflow.db", MLFLOW_DISABLE_TELEMETRY="true",
                      DO_NOT_TRACK="true")
    import mlflow

    experiment = mlflow.create_experiment("bench", artifact_location=f"{folder}/artifacts")
    with mlflow.start_run(experiment_id=experiment) as run:
        begin = time.perf_counter()
        for tag, value, step in scalars(count):
            mlflow.log_metric(tag, value, step=step)
    seconds = time.perf_counter() - begin
    client = mlflow.MlflowClient()
    return seconds, lambda tag: sorted(
        (metric.step, metric.value) for metric in client.get_metric_history(run.info.run_id, tag))


def by_tag(points):
    """Points as a function from a tag to its points, in the order of the steps."""
    found = collections.defaultdict(list)
    for tag, step, value in points:
        found[tag].append((step, value))
    return lambda tag: sorted(found[tag])


write = {"trackio": trackio, "wandb": wandb, "mlflow": mlflow}[sys.argv[1]]
seconds, points_of = write(int(sys.argv[2]), sys.argv[3])
print(json.dumps({"peer": sys.argv[1], "seconds": seconds, **digest(points_of)}))
