#!/usr/bin/env python3
"""Writes the training logs in `logs/`, each by the library that programs use, and what EventAccumulator reads in them.

    pip install torch tensorflow-cpu keras tensorboardX tensorboard flax clu lightning pandas transformers accelerate
    python make_logs.py [torch torch_hparams tensorboardx tensorflow tensors keras jax lightning hugging_face]

Names of files are made short and free of the machine's name; times come from a fixed clock where the library lets us.
"""
import json
import multiprocessing
import os
import pathlib
import shutil
import sys

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


def torch_hparams_logs():
    """`add_hparams` as most call it: it writes a folder that is named by the time."""
    from torch.utils.tensorboard import SummaryWriter

    with SummaryWriter(LOGS / "torch-hparams") as writer:
        for step in range(5):
            writer.add_scalar("loss", 1 / (1 + step), step, walltime=1700000000 + step)
        writer.add_hparams({"lr": 0.1, "cell": "lstm"}, {"loss": 0.2, "hparam/accuracy": 0.75})
    (folder,) = (path for path in (LOGS / "torch-hparams").iterdir() if path.is_dir())
    folder.rename(LOGS / "torch-hparams" / "1700000005.25")


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


def tensors_logs():
    """Scalars of every type of number, as TensorFlow packs them into a tensor, listed and as content."""
    import ml_dtypes
    import numpy as np
    import tensorflow as tf
    from tensorboard.compat.proto import event_pb2, summary_pb2
    from tensorboard.compat.proto.tensor_pb2 import TensorProto
    from tensorboard.summary.writer.event_file_writer import EventFileWriter

    types = {
        "bool": (np.bool_, [False, True]), "int8": (np.int8, [-128, 127]), "uint8": (np.uint8, [0, 255]),
        "int16": (np.int16, [-32768, 7]), "uint16": (np.uint16, [7, 65535]),
        "int32": (np.int32, [-(2**31), 2**31 - 1]), "uint32": (np.uint32, [7, 2**32 - 1]),
        "int64": (np.int64, [-(2**53), 2**53]), "uint64": (np.uint64, [7, 2**63]),
        "half": (np.float16, [-0.1, 6e-8, 65504, float("inf"), float("nan")]),
        "bfloat16": (ml_dtypes.bfloat16, [-0.1, 1e-40, 3e38, -float("inf"), float("nan")]),
    }
    writer = EventFileWriter(str(LOGS / "tensors"))
    for name, (dtype, values) in types.items():
        for step, value in enumerate(values):
            for suffix in ("", " content"):
                number = np.array(value, dtype)
                tensor = TensorProto.FromString(tf.make_tensor_proto(number).SerializeToString())
                if suffix:
                    tensor = TensorProto(dtype=tensor.dtype, tensor_content=number.tobytes())
                entry = summary_pb2.Summary.Value(tag=name + suffix, tensor=tensor)
                entry.metadata.plugin_data.plugin_name = "scalars"
                writer.add_event(event_pb2.Event(
                    wall_time=1700000000 + step, step=step, summary=summary_pb2.Summary(value=[entry])))
    writer.close()


def jax_logs():
    import jax.numpy as jnp
    from clu import metric_writers
    from flax.metrics import tensorboard

    writer = tensorboard.SummaryWriter(str(LOGS / "flax"))
    for step, value in enumerate(SPECIAL):
        writer.scalar("loss", jnp.float32(value), step)
        writer.scalar("low precision", jnp.bfloat16(value), step)
    writer.text("notes", "Flax", 1)
    writer.histogram("weights", jnp.arange(10.0), 1)
    writer.image("picture", jnp.zeros((4, 4, 3)), 1)
    writer.hparams({"lr": 0.1, "units": 10, "cell": "lstm", "wide": True})
    writer.close()
    writer = metric_writers.SummaryWriter(str(LOGS / "clu"))
    writer.write_hparams({"lr": 0.1, "units": 10})
    for step in range(1, 6):
        writer.write_scalars(step, {"loss": jnp.float32(1 / step), "count": jnp.int32(step), "rate": 0.1})
    writer.write_texts(5, {"notes": "clu"})
    writer.write_histograms(5, {"weights": jnp.arange(10.0)})
    writer.close()


def lightning_logs():
    from lightning.pytorch.loggers import CSVLogger, TensorBoardLogger

    logger = CSVLogger(LOGS, name="lightning", version=0, flush_logs_every_n_steps=10)
    logger.log_hyperparams({"lr": 0.1, "units": 10, "cell": "lstm", "wide": True, "layers": [8, 4]})
    for epoch in range(4):
        for step in range(5):
            logger.log_metrics({"train_loss": 1 / (1 + 5 * epoch + step), "epoch": epoch}, 5 * epoch + step)
        logger.log_metrics({"val_loss": 2 / (1 + epoch), "epoch": epoch}, 5 * epoch + 4)
        if epoch == 2:
            logger.log_metrics({"lr-Adam": 0.05, "nothing": float("nan")}, 5 * epoch + 4)
    logger.log_metrics({"test_acc": 0.75, "epoch": 4}, 20)
    logger.save()
    logger = TensorBoardLogger(LOGS, name="lightning-tensorboard", version=0)
    logger.log_hyperparams({"lr": 0.1, "cell": "lstm"})
    for step in range(4):
        logger.log_metrics({"train_loss": 1 / (1 + step), "epoch": 0}, step)
    logger.save()
    logger.finalize("success")


def hugging_face_logs():
    """A model of three layers; of what its training leaves only the logs are kept."""
    import tempfile

    import torch
    import transformers

    class Model(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Tanh(), torch.nn.Linear(8, 1))

        def forward(self, x, labels):
            prediction = self.layers(x).squeeze(-1)
            return {"loss": torch.nn.functional.mse_loss(prediction, labels), "logits": prediction}

    transformers.set_seed(1)
    x = torch.randn(40, 4)
    rows = [{"x": row, "labels": row.sum().sin()} for row in x]
    with tempfile.TemporaryDirectory() as folder:
        arguments = transformers.TrainingArguments(
            output_dir=folder, num_train_epochs=3, per_device_train_batch_size=8, logging_steps=2, eval_strategy="epoch",
            save_strategy="epoch", load_best_model_at_end=True, report_to="none", disable_tqdm=True, use_cpu=True, seed=1)
        trainer = transformers.Trainer(
            model=Model(), args=arguments, train_dataset=rows[:32], eval_dataset=rows[32:],
            compute_metrics=lambda found: {"error": float(abs(found.predictions - found.label_ids).mean())})
        trainer.train()
        trainer.save_state()
        for name in (".", "checkpoint-12"):
            text = pathlib.Path(folder, name, "trainer_state.json").read_text()
            (LOGS / "hugging-face" / name).mkdir(parents=True, exist_ok=True)
            (LOGS / "hugging-face" / name / "trainer_state.json").write_text(text.replace(folder, "out"))


def rename():
    """Event files with the machine's name and process become `events.out.tfevents.<number>`, in their order."""
    for folder in {path.parent for path in LOGS.rglob("*tfevents*")}:
        paths = sorted(folder.glob("*tfevents*"))
        if any(".host." in path.name for path in paths):
            continue
        for number, path in enumerate(paths):
            path.rename(folder / f"events.out.tfevents.{1700000000 + number}.host.{number}")


def named(value):
    return value if value == value and abs(value) != float("inf") else str(value)


def expected_of_pandas(path):
    import pandas

    # As text, since pandas takes the word nan for an empty cell.
    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    return {"texts": {}, "scalars": {
        tag: [[int(step), named(float(value)), None] for step, value in zip(table["step"], table[tag]) if value]
        for tag in table.columns if tag != "step"}}


def expected():
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator, TENSORS, SCALARS
    import tensorflow as tf
    from tensorflow.core.framework import tensor_pb2

    def array(tensor):
        # Not TensorBoard's own function, which lacks some types.
        return tf.make_ndarray(tensor_pb2.TensorProto.FromString(tensor.SerializeToString()))

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
            events = [(e.step, array(e.tensor_proto), e.wall_time) for e in accumulator.Tensors(tag)]
            if plugin == "scalars":
                scalars[tag] = [[step, named(float(value.reshape(-1)[0])), time] for step, value, time in events]
            elif plugin == "text":
                texts[tag] = [[step, value.reshape(-1)[0].decode()] for step, value, _ in events]
        runs[str(folder.relative_to(LOGS))] = {"scalars": scalars, "texts": texts}
    runs |= {"lightning/version_0": expected_of_pandas(LOGS / "lightning" / "version_0" / "metrics.csv")}
    history = json.loads((LOGS / "hugging-face" / "trainer_state.json").read_text())["log_history"]
    tags = sorted({key for row in history for key in row} - {"step"})
    runs["hugging-face"] = {
        "texts": {}, "scalars": {tag: [[row["step"], row[tag], None] for row in history if tag in row] for tag in tags}}
    (HERE / "logs.json").write_text(json.dumps(runs, indent=1, sort_keys=True) + "\n")


#: What writes which folders.
WRITERS = {
    "torch": (torch_logs, ["torch", "torch-purge"]),
    "torch_hparams": (torch_hparams_logs, ["torch-hparams"]),
    "tensorboardx": (tensorboardx_logs, ["tensorboardx"]),
    "tensorflow": (tensorflow_logs, ["tensorflow-2", "tensorflow-1", "hparams"]),
    "tensors": (tensors_logs, ["tensors"]),
    "keras": (keras_logs, ["keras", "keras-csv"]),
    "jax": (jax_logs, ["flax", "clu"]),
    "lightning": (lightning_logs, ["lightning", "lightning-tensorboard"]),
    "hugging_face": (hugging_face_logs, ["hugging-face"]),
}

if __name__ == "__main__":
    for name in sys.argv[1:] or WRITERS:
        write, folders = WRITERS[name]
        for folder in folders:
            shutil.rmtree(LOGS / folder, ignore_errors=True)
        # In processes of their own: the LLVM of one library does not get on with that of another.
        process = multiprocessing.get_context("spawn").Process(target=write)
        process.start()
        process.join()
        if process.exitcode != 0:
            sys.exit(f"{name} failed")
    rename()
    expected()
