"""Writes keras_outputs.json: what Keras' fit and evaluate make of a model with two outputs and of sample weights for each
of them, for training and for validation, for OutputLossTests.

Two epochs of 8 samples in batches of 3, in order. Run with Keras 3 on TensorFlow:  python keras_outputs.py
"""
import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
import keras
import numpy as np
from keras import layers

SAMPLES = 8


def tensor(array):
    array = np.asarray(array, dtype=np.float32)
    return {"shape": list(array.shape), "values": [float(f"{v:.9g}") for v in array.reshape(-1)]}


def make_model(rng):
    x = keras.Input((2,))
    shared = layers.Dense(4, activation="tanh")(x)
    outputs = [layers.Dense(2, name="left")(shared), layers.Dense(3, name="right")(shared)]
    model = keras.Model(x, outputs)
    model.set_weights([rng.normal(0, 0.5, w.shape).astype("float32") for w in model.get_weights()])
    model.compile(keras.optimizers.SGD(0.3), ["mse", "mae"], loss_weights=[1.0, 0.5], run_eagerly=True)
    return model


def make_case(name, rng, weighted):
    model = make_model(rng)
    x, v = (rng.normal(0, 1, (SAMPLES, 2)).astype("float32") for _ in range(2))
    y, w = ([rng.normal(0, 1, (SAMPLES, n)).astype("float32") for n in (2, 3)] for _ in range(2))
    weights, validation = ([rng.integers(0, 5, SAMPLES).astype("float32") / 2 for _ in range(2)] for _ in range(2))
    before = model.get_weights()
    history = model.fit(
        x, y, epochs=2, batch_size=3, shuffle=False, verbose=0, sample_weight=weights if weighted else None,
        validation_data=(v, w, validation) if weighted else (v, w)).history
    result = model.evaluate(
        v, w, batch_size=3, verbose=0, return_dict=True, sample_weight=validation if weighted else None)
    return {
        "name": name, "x": tensor(x), "y": [tensor(a) for a in y], "validationX": tensor(v),
        "validationY": [tensor(a) for a in w], "sampleWeights": [tensor(a) for a in weights] if weighted else [],
        "validationSampleWeights": [tensor(a) for a in validation] if weighted else [],
        "weights": [tensor(a) for a in before], "history": {k: [float(a) for a in b] for k, b in history.items()},
        "evaluation": {k: float(a) for k, a in result.items()},
        "weightsAfter": [tensor(a) for a in model.get_weights()]}


keras.utils.set_random_seed(1)
rng = np.random.default_rng(5)
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keras_outputs.json")
with open(path, "w") as file:
    json.dump([make_case("equal", rng, False), make_case("weighted", rng, True)], file, separators=(",", ":"))
    file.write("\n")
