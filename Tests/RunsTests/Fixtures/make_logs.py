#!/usr/bin/env python3
"""Writes the training logs in `logs/`, each by the library that programs use, and what EventAccumulator reads in them.

    pip install torch tensorflow-cpu keras tensorboardX tensorboard
    python make_logs.py

Names of files are made short and free of the machine's name; times come from a fixed clock where the library lets us.
"""
import json
import os
import pathlib
import shutil

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
HERE = pathlib.Path(__file__).resolve().parent
LOGS = HERE / "logs"
SPECIAL = [0.1, -0.0, float("nan"), float("inf"), 3.5, -float("inf"), 1e-40, 2.0]


def torch_logs():
    import torch
    from torch.utils.tensorboard import SummaryWriter

    with SummaryWriter(LOGS / "torch") as writer:
        for step, value in enumerate(SPECIAL):
            writer.add_scalar("loss/train", value, step, walltime=1700000000.25 + step)
            writer.add_scalar("loss/val", value, step, walltime=1700000000.5 + step)
        writer.add_scalar("new style", 0.25, 3, walltime=1700000001, new_style=True)
        writer.add_scalar("double", 0.1, 3, walltime=1700000001, new_style=True, double_precision=True)
        writer.add_text("notes", "a **note** with 한글", 2, walltime=1700000002)
        writer.add_histogram("weights", torch.arange(10.0), 1, walltime=1700000002)
        writer.add_image("picture", torch.zeros(3, 4, 4), 1, walltime=1700000002)
        writer.add_hparams({"lr": 0.1, "units": 10, "cell": "lstm", "wide": True}, {"best": 0.5}, run_name="hparams")
    for step, last in ((0, 10), (6, 12)):
        with SummaryWriter(LOGS / "torch-purge", purge_step=step or None) as writer:
            for index in range(step, last):
                writer.add_scalar("loss", index + step / 100, index, walltime=1700000000 + 100 * step + index)


def tensorboardx_logs():
    from tensorboardX import SummaryWriter

    with SummaryWriter(str(LOGS / "tensorboardx")) as writer:
        for step, value in enumerate(SPECIAL):
            writer.add_scalar("loss", value, step, walltime=1700000000.25 + step)
        writer.add_text("notes", "tensorboardX", 2, walltime=1700000002)


def tensorflow_logs():
    import tensorflow as tf

    writer = tf.summary.create_file_writer(str(LOGS / "tensorflow-2"))
    with writer.as_default():
        for step, value in enumerate(SPECIAL):
            tf.summary.scalar("loss", value, step, description="what is to be small")
        tf.summary.text("notes", "TensorFlow 2", 1)
        tf.summary.histogram("weights", tf.range(10.0), 1)
        tf.summary.image("picture", tf.zeros((1, 4, 4, 3)), 1)
    writer.close()
    writer = tf.summary.create_file_writer(str(LOGS / "hparams"))
    from tensorboard.plugins.hparams import api as hp
    with writer.as_default():
        hp.hparams({"learning_rate": 0.001, "units": 10, "cell": "gru", "wide": False}, trial_id="trial 7")
        tf.summary.scalar("accuracy", 0.75, 1)
    writer.close()
    with tf.Graph().as_default():
        with tf.compat.v1.summary.FileWriter(str(LOGS / "tensorflow-1")) as writer:
            place = tf.compat.v1.placeholder(tf.float32, [])
            summary = tf.compat.v1.summary.merge(
                [tf.compat.v1.summary.scalar("loss", place), tf.compat.v1.summary.histogram("weights", place)])
            with tf.compat.v1.Session() as session:
                for step, value in enumerate([0.1, 3.5, -2.0]):
                    writer.add_summary(session.run(summary, {place: value}), step)


def keras_logs():
    import keras
    import numpy as np

    keras.utils.set_random_seed(1)
    x = np.linspace(-1, 1, 32, dtype="float32")[:, None]
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", metrics=["mae"])
    callbacks = [
        keras.callbacks.TensorBoard(LOGS / "keras", write_graph=False),
        keras.callbacks.CSVLogger(LOGS / "keras-csv" / "training.csv"),
    ]
    (LOGS / "keras-csv").mkdir(parents=True)
    model.fit(x, 2 * x, epochs=5, verbose=0, validation_split=0.25, callbacks=callbacks)
    model.fit(x, 2 * x, epochs=3, verbose=0, validation_split=0.25,
              callbacks=[keras.callbacks.CSVLogger(LOGS / "keras-csv" / "appended.csv")])
    model.fit(x, 2 * x, epochs=5, initial_epoch=1, verbose=0, validation_split=0.25,
              callbacks=[keras.callbacks.CSVLogger(LOGS / "keras-csv" / "appended.csv", append=True)])


def rename():
    """Event files with the machine's name and process become `events.out.tfevents.<number>`, in their order."""
    for folder in {path.parent for path in LOGS.rglob("*tfevents*")}:
        for number, path in enumerate(sorted(folder.glob("*tfevents*"))):
            path.rename(folder / f"events.out.tfevents.{1700000000 + number}.host.{number}")


def named(value):
    return value if value == value and abs(value) != float("inf") else str(value)


def expected():
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator, TENSORS, SCALARS
    from tensorboard.util import tensor_util

    runs = {}
    for folder in sorted({path.parent for path in LOGS.rglob("*tfevents*")}):
        accumulator = EventAccumulator(str(folder), {SCALARS: 0, TENSORS: 0})
        accumulator.Reload()
        scalars = {
            tag: [[e.step, named(e.value), e.wall_time] for e in accumulator.Scalars(tag)]
            for tag in accumulator.Tags()["scalars"]
        }
        texts = {}
        for tag in accumulator.Tags()["tensors"]:
            plugin = accumulator.SummaryMetadata(tag).plugin_data.plugin_name
            events = [(e.step, tensor_util.make_ndarray(e.tensor_proto), e.wall_time) for e in accumulator.Tensors(tag)]
            if plugin == "scalars":
                scalars[tag] = [[step, named(float(value.reshape(-1)[0])), time] for step, value, time in events]
            elif plugin == "text":
                texts[tag] = [[step, value.reshape(-1)[0].decode()] for step, value, _ in events]
        runs[str(folder.relative_to(LOGS))] = {"scalars": scalars, "texts": texts}
    (HERE / "logs.json").write_text(json.dumps(runs, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    shutil.rmtree(LOGS, ignore_errors=True)
    torch_logs()
    tensorboardx_logs()
    tensorflow_logs()
    keras_logs()
    rename()
    expected()
