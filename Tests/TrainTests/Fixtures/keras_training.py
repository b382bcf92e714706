"""Writes keras_training.json: what Keras' fit makes of small models with every loss, optimizer, clipping, schedule,
metric and kind of weights, for TrainingFixtureTests, and what its callbacks do with given values, for StoppingTests.

Three epochs of 8 samples in batches of 3, in order. Metrics are named as Keras names them in a history.
Run with Keras 3 on TensorFlow:  python keras_training.py
"""
import json
import os
import tempfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
import keras
import numpy as np
from keras import layers, losses, optimizers

SAMPLES, TIME, CLASSES = 8, 4, 3
SAMPLE_WEIGHTS = np.array([1, 2, 0.5, 0, 1, 3, 0.25, 1], dtype=np.float32)
CLASS_WEIGHTS = {0: 2.0, 1: 0.5}
LOSSES = {
    "mse": (losses.MeanSquaredError, {}, "real", "linear"),
    "mae": (losses.MeanAbsoluteError, {}, "real", "linear"),
    "huber": (losses.Huber, {"delta": 0.7}, "real", "linear"),
    "bce": (losses.BinaryCrossentropy, {}, "bits", "sigmoid"),
    "bce_logits": (losses.BinaryCrossentropy, {"from_logits": True}, "bits", "linear"),
    "cce": (losses.CategoricalCrossentropy, {}, "rows", "softmax"),
    "cce_logits": (losses.CategoricalCrossentropy, {"from_logits": True}, "rows", "linear"),
    "scce": (losses.SparseCategoricalCrossentropy, {}, "classes", "softmax"),
    "scce_logits": (losses.SparseCategoricalCrossentropy, {"from_logits": True}, "classes", "linear"),
}
# name: (loss, metrics, class weights, units)
METRICS = {
    "errors": ("mse", ["mean_absolute_error", "mean_squared_error", "root_mean_squared_error"], False, 3),
    "accuracy_of_classes": ("scce", ["accuracy"], False, 3),
    "accuracy_of_rows": ("cce", ["accuracy"], False, 3),
    "accuracy_of_bits": ("bce", ["accuracy", "binary_accuracy", "mean_absolute_error"], False, 1),
    "binary_accuracy": ("bce", ["binary_accuracy", "root_mean_squared_error"], False, 3),
    "class_weights": ("scce", [], True, 3),
    "class_weights_logits": ("scce_logits", [], True, 3),
    "class_weights_of_bits": ("bce", [], True, 1),
}
# Each with what TrainingFixture.swift makes of the same name. For a beta_2 of 0.999, single precision rounds
# 1 - beta_2 ** t in Keras, and 1 - beta_2 in Train, by up to 5e-5, which is more than the tests allow.
OPTIMIZERS = {
    "momentum": lambda: optimizers.SGD(0.1, momentum=0.9),
    "nesterov": lambda: optimizers.SGD(0.1, momentum=0.9, nesterov=True),
    "rmsprop": lambda: optimizers.RMSprop(0.05),
    "rmsprop_momentum": lambda: optimizers.RMSprop(0.05, rho=0.8, momentum=0.5),
    "adam": lambda: optimizers.Adam(0.05, beta_1=0.8, beta_2=0.95),
    "adamw": lambda: optimizers.AdamW(0.05, 0.1, beta_1=0.8, beta_2=0.95),
    "clip_value": lambda: optimizers.SGD(0.3, clipvalue=0.1),
    "clip_norm": lambda: optimizers.SGD(0.3, clipnorm=0.2),
    "clip_global_norm": lambda: optimizers.SGD(0.3, global_clipnorm=0.2),
    "exponential": lambda: optimizers.SGD(optimizers.schedules.ExponentialDecay(0.3, 4, 0.5)),
    "staircase": lambda: optimizers.SGD(optimizers.schedules.ExponentialDecay(0.3, 4, 0.5, staircase=True)),
    "cosine": lambda: optimizers.SGD(optimizers.schedules.CosineDecay(0.3, 6, alpha=0.1)),
}
# Values of a metric by epoch, for callbacks.
SERIES = {
    "rising": [1, 2, 3, 4, 5, 6, 7, 8],
    "falling": [8, 7, 6, 5, 4, 3, 2, 1],
    "flat": [1, 1, 1, 1, 1, 1, 1, 1],
    "waves": [5, 4, 4.5, 3.9, 4.2, 4.1, 4.3, 4],
    "small_steps": [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3],
}


def tensor(array):
    array = np.asarray(array, dtype=np.float32)
    return {"shape": list(array.shape), "values": [float(f"{v:.9g}") for v in array.reshape(-1)]}


def make_data(rng, recurrent, units):
    """Samples and the targets of every form."""
    shape = (SAMPLES, TIME) if recurrent else (SAMPLES,)
    classes = rng.integers(0, CLASSES, shape)
    return rng.normal(0, 1, shape + (2,)).astype("float32"), {
        "real": rng.normal(0, 1, shape + (units,)).astype("float32"),
        "bits": rng.integers(0, 2, shape + (units,)).astype("float32"),
        "classes": classes.astype("float32"),
        "rows": np.eye(CLASSES, dtype=np.float32)[classes],
    }


def make_model(rng, activation, recurrent, units):
    first = layers.SimpleRNN(4, return_sequences=True) if recurrent else layers.Dense(4, activation="tanh")
    shape = (TIME, 2) if recurrent else (2,)
    model = keras.Sequential([keras.Input(shape), first, layers.Dense(units, activation=activation)])
    model.set_weights([rng.normal(0, 0.5, w.shape).astype("float32") for w in model.get_weights()])
    return model


def make_case(name, rng, loss, optimizer=None, metrics=(), weights=None, class_weights=False, recurrent=False, units=3):
    kind, options, form, activation = LOSSES[loss]
    model = make_model(rng, activation, recurrent, units)
    x, targets = make_data(rng, recurrent, units)
    before = model.get_weights()
    # Keras has no weights by sample for losses by time step.
    fitted = np.tile(weights[:, None], TIME) if recurrent and weights is not None and weights.ndim == 1 else weights
    made = {"root_mean_squared_error": keras.metrics.RootMeanSquaredError}
    model.compile(
        OPTIMIZERS[optimizer]() if optimizer else optimizers.SGD(0.3), kind(**options),
        metrics=[made[m]() if m in made else m for m in metrics], run_eagerly=True)
    history = model.fit(
        x, targets[form], epochs=3, batch_size=3, shuffle=False, verbose=0, sample_weight=fitted,
        class_weight={**CLASS_WEIGHTS, 2: 1.0} if class_weights else None).history
    result = model.evaluate(x, targets[form], batch_size=3, sample_weight=fitted, verbose=0, return_dict=True)
    return {
        "name": name, "loss": loss, "optimizer": optimizer or "sgd", "activation": activation, "recurrent": recurrent,
        "units": units, "metrics": list(metrics), "x": tensor(x), "y": tensor(targets[form]),
        "weights": [tensor(w) for w in before],
        "sampleWeights": None if weights is None else tensor(weights),
        "classWeights": [CLASS_WEIGHTS[0], CLASS_WEIGHTS[1]] if class_weights else None,
        "history": {k: [float(v) for v in values] for k, values in history.items()},
        "evaluation": {k: float(v) for k, v in result.items()},
        "weightsAfter": [tensor(w) for w in model.get_weights()],
    }


def make_cases(rng):
    for loss in LOSSES:
        yield make_case(loss, rng, loss)
        yield make_case(f"{loss}_sample_weights", rng, loss, weights=SAMPLE_WEIGHTS)
    for loss in ["mse", "mae", "bce_logits", "scce_logits"]:
        weights = rng.integers(0, 4, (SAMPLES, TIME)).astype("float32") / 2
        yield make_case(f"{loss}_time", rng, loss, recurrent=True)
        yield make_case(f"{loss}_time_weights", rng, loss, weights=weights, recurrent=True)
        yield make_case(f"{loss}_time_sample_weights", rng, loss, weights=SAMPLE_WEIGHTS, recurrent=True)
    for name, (loss, metrics, class_weights, units) in METRICS.items():
        yield make_case(name, rng, loss, metrics=metrics, class_weights=class_weights, units=units)
    yield make_case("accuracy_time", rng, "scce_logits", metrics=["accuracy"], recurrent=True)
    for optimizer in OPTIMIZERS:
        yield make_case(optimizer, rng, "mse", optimizer=optimizer)


def fit_with(values, callback):
    """Trains for as many epochs as there are values, gives the callback these, and returns the rate after each."""
    rates = []

    class Given(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            logs["value"] = values[epoch]

    class Rates(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            rates.append(float(self.model.optimizer.learning_rate))

    model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
    model.compile(optimizers.SGD(0.5), "mse", run_eagerly=True)
    x = np.zeros((2, 1), dtype=np.float32)
    model.fit(x, x, epochs=len(values), verbose=0, callbacks=[Given(), callback, Rates()])
    return rates


def make_stops():
    for series, values in SERIES.items():
        for patience in [0, 1, 2, 3]:
            for change in [0, 0.15]:
                stop = keras.callbacks.EarlyStopping(
                    "value", min_delta=change, patience=patience, mode="min", restore_best_weights=True)
                epochs = len(fit_with(values, stop))
                yield {
                    "series": series, "values": values, "patience": patience, "minimumChange": change,
                    "epochs": epochs, "bestEpoch": stop.best_epoch + 1}


def make_plateaus():
    for series, values in SERIES.items():
        for patience, cooldown, minimum in [(1, 0, 0), (2, 0, 0.1), (1, 2, 0), (3, 1, 0.3)]:
            callback = keras.callbacks.ReduceLROnPlateau(
                "value", factor=0.5, patience=patience, min_delta=0.15, cooldown=cooldown, min_lr=minimum, mode="min")
            yield {
                "series": series, "values": values, "patience": patience, "cooldown": cooldown, "minimum": minimum,
                "rates": fit_with(values, callback)}


def make_log():
    """The file of a CSVLogger for two epochs with validation data."""
    model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
    model.set_weights([np.array([[2]], dtype=np.float32), np.array([0], dtype=np.float32)])
    model.compile(optimizers.SGD(0.125), "mse", metrics=["mean_absolute_error"])
    x = np.array([[1], [3]], dtype=np.float32)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "log.csv")
        model.fit(
            x, x, epochs=2, batch_size=2, shuffle=False, validation_data=(2 * x, x), verbose=0,
            callbacks=[keras.callbacks.CSVLogger(path)])
        with open(path, newline="") as file:
            return file.read()


def main():
    keras.utils.set_random_seed(1)
    fixture = {
        "keras": keras.__version__, "cases": list(make_cases(np.random.default_rng(21))), "stops": list(make_stops()),
        "plateaus": list(make_plateaus()), "log": make_log()}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keras_training.json")
    with open(path, "w") as file:
        json.dump(fixture, file, separators=(",", ":"))
        file.write("\n")


main()
