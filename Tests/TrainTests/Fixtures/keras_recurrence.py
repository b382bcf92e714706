"""Writes keras_recurrence.json: outputs, states and gradients of Keras' recurrent layers with masks, initial states and
both directions, for RecurrenceFixtureTests.

The gradients are of sum(output * w0) + sum(state * w1) + ... for random weights w.
Run with Keras 3 on TensorFlow:  python keras_recurrence.py
"""
import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
import keras
import numpy as np
import tensorflow as tf
from keras import layers

BATCH, TIME, FEATURES, UNITS = 5, 6, 3, 4
# name: (cell, activation, return_sequences, go_backwards, masked, initial_state, use_bias)
CASES = {
    "simple_relu": ("simple", "relu", True, False, False, False, True),
    "simple_masked_backwards": ("simple", "tanh", True, True, True, True, True),
    "simple_sigmoid_last": ("simple", "sigmoid", False, False, True, False, False),
    "gru": ("gru", "tanh", True, False, False, False, True),
    "gru_last_masked_state": ("gru", "tanh", False, False, True, True, True),
    "gru_backwards_no_bias": ("gru", "tanh", True, True, True, True, False),
    "lstm_masked_state": ("lstm", "tanh", True, False, True, True, True),
    "lstm_last_backwards": ("lstm", "tanh", False, True, True, True, True),
    "lstm_no_bias": ("lstm", "tanh", True, False, False, True, False),
}
KINDS = {"simple": layers.SimpleRNN, "gru": layers.GRU, "lstm": layers.LSTM}


def tensor(array):
    array = np.asarray(array, dtype=np.float32)
    return {"shape": list(array.shape), "values": [float(f"{v:.9g}") for v in array.reshape(-1)]}


def make_case(name, options, rng):
    cell, activation, sequences, backwards, masked, stateful, bias = options
    layer = KINDS[cell](
        UNITS, activation=activation, return_sequences=sequences, return_state=True, go_backwards=backwards,
        use_bias=bias)
    layer.build((BATCH, TIME, FEATURES))
    for weight in layer.trainable_variables:
        weight.assign(rng.normal(0, 0.5, weight.shape).astype("float32"))
    x = tf.constant(rng.normal(0, 1, (BATCH, TIME, FEATURES)).astype("float32"))
    count = 2 if cell == "lstm" else 1
    states = [tf.constant(rng.normal(0, 1, (BATCH, UNITS)).astype("float32")) for _ in range(count if stateful else 0)]
    mask = np.ones((BATCH, TIME), dtype=bool)
    if masked:
        mask[0, 0] = mask[1, 2] = mask[2, -1] = mask[2, -2] = False
        mask[3, :] = False
    with tf.GradientTape() as tape:
        for value in [x] + states:
            tape.watch(value)
        results = layer(x, initial_state=states or None, mask=tf.constant(mask) if masked else None)
        factors = [rng.normal(0, 1, r.shape).astype("float32") for r in results]
        total = tf.add_n([tf.reduce_sum(r * w) for r, w in zip(results, factors)])
    gradients = tape.gradient(total, [x] + list(layer.trainable_variables) + states)
    return {
        "name": name,
        "cell": cell,
        "activation": activation,
        "returnSequences": sequences,
        "goBackwards": backwards,
        "x": tensor(x),
        "weights": [tensor(w) for w in layer.trainable_variables],
        "mask": tensor(mask) if masked else None,
        "states": [tensor(s) for s in states],
        "results": [tensor(r) for r in results],
        "factors": [tensor(f) for f in factors],
        "gradients": [tensor(g) for g in gradients],
    }


def main():
    rng = np.random.default_rng(11)
    cases = [make_case(name, options, rng) for name, options in CASES.items()]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keras_recurrence.json")
    with open(path, "w") as file:
        json.dump({"keras": keras.__version__, "cases": cases}, file, separators=(",", ":"))
        file.write("\n")


main()
