"""Writes scalars, one call each, with a writer of TensorBoard's event files, or reads them back.

    write_scalars.py torch|tf COUNT FOLDER    writes, and prints the seconds until all is on disk
    write_scalars.py digest FOLDER            prints the number of points and a digest of all tags, steps and values
"""
import json
import struct
import sys
import time

from points import digest, scalars


def torch(count, folder):
    from torch.utils.tensorboard import SummaryWriter

    writer = SummaryWriter(folder)
    begin = time.perf_counter()
    for tag, value, step in scalars(count):
        writer.add_scalar(tag, value, step)
    writer.close()
    return time.perf_counter() - begin


def tf(count, folder):
    import tensorflow as tf

    writer = tf.summary.create_file_writer(folder)
    with writer.as_default():
        tf.summary.scalar("warm-up", 0, 0)
        begin = time.perf_counter()
        for tag, value, step in scalars(count):
            tf.summary.scalar(tag, value, step)
        writer.close()
        return time.perf_counter() - begin


def read_back(folder):
    from tensorboard.backend.event_processing import event_accumulator

    accumulator = event_accumulator.EventAccumulator(
        folder, size_guidance={event_accumulator.SCALARS: 0, event_accumulator.TENSORS: 0})
    accumulator.Reload()

    def points(tag):
        if tag in accumulator.Tags()["scalars"]:
            return [(event.step, event.value) for event in accumulator.Scalars(tag)]
        # tf.summary's scalars are tensors.
        return [(event.step, scalar(event.tensor_proto)) for event in accumulator.Tensors(tag)]

    return digest(points)


def scalar(tensor):
    return tensor.float_val[0] if tensor.float_val else struct.unpack("<f", tensor.tensor_content)[0]


if sys.argv[1] == "digest":
    print(json.dumps(read_back(sys.argv[2])))
else:
    write = {"torch": torch, "tf": tf}[sys.argv[1]]
    print(json.dumps({"peer": sys.argv[1], "seconds": write(int(sys.argv[2]), sys.argv[3])}))
