"""Writes keras_layers.json: outputs, gradients and ten Adam steps of small Keras models, for LayerFixtureTests.

Run with Keras 3 on TensorFlow:  python keras_layers.py
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

# name: (layers as (type, units, option), shape of x with the batch)
CASES = {
    "dense_linear": ([("Dense", 4, "linear")], (6, 3)),
    "dense_relu": ([("Dense", 4, "relu")], (6, 3)),
    "dense_tanh": ([("Dense", 4, "tanh")], (6, 3)),
    "dense_sigmoid": ([("Dense", 4, "sigmoid")], (6, 3)),
    "dense_over_time": ([("Dense", 5, "tanh")], (3, 4, 2)),
    "dense_wide": ([("Dense", 21, "relu"), ("Dense", 1, "linear")], (18, 17)),
    "flatten_dense": ([("Flatten", 0, ""), ("Dense", 6, "relu"), ("Dense", 1, "linear")], (5, 4, 2)),
    "lstm_last": ([("LSTM", 4, "last")], (5, 7, 3)),
    "lstm_sequences": ([("LSTM", 4, "sequences")], (5, 7, 3)),
    "lstm_stacked": ([("LSTM", 5, "sequences"), ("LSTM", 3, "last"), ("Dense", 2, "linear")], (4, 6, 2)),
    "lstm_two_blocks": ([("LSTM", 9, "sequences"), ("Dense", 2, "sigmoid")], (37, 3, 2)),
    "airline": ([("LSTM", 10, "last"), ("Dense", 1, "linear")], (8, 12, 1)),
}


def make_layer(kind, units, option):
    if kind == "Dense":
        return layers.Dense(units, activation=option)
    if kind == "LSTM":
        return layers.LSTM(units, return_sequences=option == "sequences")
    return layers.Flatten()


def tensor(array):
    array = np.asarray(array, dtype=np.float32)
    return {"shape": list(array.shape), "values": [float(f"{v:.9g}") for v in array.reshape(-1)]}


def make_case(name, specs, shape, rng):
    model = keras.Sequential([layers.Input(shape[1:])] + [make_layer(*spec) for spec in specs])
    for weight in model.trainable_variables:
        weight.assign(rng.normal(0, 0.4, weight.shape).astype("float32"))
    start = [w.numpy() for w in model.trainable_variables]
    x = tf.constant(rng.normal(0, 1, shape).astype("float32"))
    y = tf.constant(rng.normal(0, 1, model(x).shape).astype("float32"))
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        output = model(x)
        loss = tf.reduce_mean(keras.losses.mean_squared_error(y, output))
    gradients = tape.gradient(loss, model.trainable_variables)
    input_gradient = tape.gradient(loss, x)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(x, y, epochs=10, batch_size=shape[0], shuffle=False, verbose=0)
    return {
        "name": name,
        "layers": [{"type": t, "units": u, "option": o} for t, u, o in specs],
        "x": tensor(x),
        "y": tensor(y),
        "weights": [tensor(w) for w in start],
        "output": tensor(output),
        "loss": float(loss),
        "inputGradient": tensor(input_gradient),
        "gradients": [tensor(g) for g in gradients],
        "weightsAfterTenSteps": [tensor(w.numpy()) for w in model.trainable_variables],
    }


def main():
    rng = np.random.default_rng(7)
    cases = [make_case(name, specs, shape, rng) for name, (specs, shape) in CASES.items()]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keras_layers.json")
    with open(path, "w") as file:
        json.dump({"keras": keras.__version__, "cases": cases}, file, separators=(",", ":"))
        file.write("\n")


main()
