"""Writes scalars, one call each, with a writer of TensorBoard's event files, or reads them back.

torch COUNT FOLDER | tf COUNT FOLDER   writes and prints the seconds
digest FOLDER                          prints the number of points and a digest of all tags, steps and values
"""
import hashlib
import json
import struct
import sys
import time

TAGS = [f"metric_{number}" for number in range(10)]


def write_torch(count, folder):
    from torch.utils.tensorboard import SummaryWriter

    writer = SummaryWriter(folder)
    begin = time.perf_counter()
    for index in range(count):
        writer.add_scalar(TAGS[index % 10], (index % 1000) / 1024, index // 10)
    writer.close()
    return time.perf_counter() - begin


def write_tf(count, folder):
    import tensorflow as tf

    writer = tf.summary.create_file_writer(folder)
    with writer.as_default():
        tf.summary.scalar("warm-up", 0, 0)
        begin = time.perf_counter()
        for index in range(count):
            tf.summary.scalar(TAGS[index % 10], (index % 1000) / 1024, index // 10)
        writer.close()
        return time.perf_counter() - begin


def digest(folder):
    from tensorboard.backend.event_processing import event_accumulator

    accumulator = event_accumulator.EventAccumulator(
        folder, size_guidance={event_accumulator.SCALARS: 0, event_accumulator.TENSORS: 0})
    accumulator.Reload()
    found = hashlib.sha256()
    count = 0
    for tag in TAGS:
        # tf.summary's scalars are tensors.
        if tag in accumulator.Tags()["scalars"]:
            points = [(event.step, event.value) for event in accumulator.Scalars(tag)]
        else:
            points = [(event.step, float(event.tensor_proto.float_val[0] if event.tensor_proto.float_val
                                         else struct.unpack("<f", event.tensor_proto.tensor_content)[0]))
                      for event in accumulator.Tensors(tag)]
        count += len(points)
        found.update(tag.encode())
        for step, value in points:
            found.update(struct.pack("<qf", step, value))
    return {"count": count, "digest": found.hexdigest()}


if sys.argv[1] == "digest":
    print(json.dumps(digest(sys.argv[2])))
else:
    write = {"torch": write_torch, "tf": write_tf}[sys.argv[1]]
    print(json.dumps({"peer": sys.argv[1], "seconds": write(int(sys.argv[2]), sys.argv[3])}))
