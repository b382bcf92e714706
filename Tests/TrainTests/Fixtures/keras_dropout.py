"""Writes keras_dropout.json: Keras' recurrent layers in training with given masks of dropout, for DropoutTests.

Keras draws one mask for each gate when recurrent dropout is on; here all gates are given the same one, as ours have.

Run with Keras 3 on TensorFlow:  python keras_dropout.py
"""
import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
import numpy as np
import tensorflow as tf
from keras import layers

BATCH, TIME, FEATURES, UNITS = 3, 4, 2, 3


def tensor(array):
    array = np.asarray(array, dtype=np.float32)
    return {"shape": list(array.shape), "values": [float(f"{v:.9g}") for v in array.reshape(-1)]}


def make_case(kind, gates, rng, **options):
    layer = getattr(layers, kind)(UNITS, return_sequences=True, dropout=0.5, recurrent_dropout=0.5, **options)
    x = tf.constant(rng.normal(0, 1, (BATCH, TIME, FEATURES)).astype("float32"))
    layer(x)
    for weight in layer.trainable_variables:
        weight.assign(rng.normal(0, 0.5, weight.shape).astype("float32"))
    masks = [tf.constant(2 * rng.integers(0, 2, (BATCH, n)).astype("float32")) for n in (FEATURES, UNITS)]
    repeat = lambda mask: mask if gates == 1 else [mask] * gates
    layer.cell._dropout_mask, layer.cell._recurrent_dropout_mask = repeat(masks[0]), repeat(masks[1])
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        output = layer(x, training=True)
        loss = tf.reduce_sum(output * output)
    return {
        "kind": kind if not options else "GRU reset before", "x": tensor(x), "inputFactors": tensor(masks[0]),
        "stateFactors": tensor(masks[1]), "weights": [tensor(w) for w in layer.trainable_variables],
        "output": tensor(output), "inputGradient": tensor(tape.gradient(loss, x)),
        "gradients": [tensor(tape.gradient(loss, w.value)) for w in layer.trainable_variables]}


def main():
    rng = np.random.default_rng(5)
    cases = [
        make_case("SimpleRNN", 1, rng), make_case("LSTM", 4, rng), make_case("GRU", 3, rng),
        make_case("GRU", 3, rng, reset_after=False)]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keras_dropout.json")
    with open(path, "w") as file:
        json.dump({"cases": cases}, file, separators=(",", ":"))
        file.write("\n")


main()
