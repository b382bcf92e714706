"""Writes keras_graphs.json: outputs, gradients and ten Adam steps of small Keras graphs, for GraphFixtureTests.

Each case describes its layers as data, from which this program builds the Keras model and the test builds ours:
recurrent layers with their options, masks, both directions, several inputs and outputs.

Run with Keras 3 on TensorFlow:  python keras_graphs.py
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

BATCH, TIME, FEATURES, UNITS, WORDS = 3, 4, 2, 3, 6
RNN_KINDS = ["SimpleRNN", "LSTM", "GRU"]


class LNSimpleRNNCell(layers.Layer):
    """The cell of SYSTEMS: the simple cell without activation, layer normalization, then tanh."""

    def __init__(self, units, **settings):
        super().__init__(**settings)
        self.state_size = units
        self.output_size = units
        self.simple = layers.SimpleRNNCell(units, activation=None)
        self.normalize = layers.LayerNormalization()

    def build(self, shape):
        self.simple.build(shape)
        self.normalize.build((shape[0], self.state_size))
        self.built = True

    def call(self, inputs, states):
        output = keras.ops.tanh(self.normalize(self.simple(inputs, states)[0]))
        return output, [output]


CELLS = {
    "SimpleRNN": layers.SimpleRNNCell, "LSTM": layers.LSTMCell, "GRU": layers.GRUCell, "LNSimpleRNN": LNSimpleRNNCell,
}
# Names of options: ours on the left, Keras' on the right.
OPTIONS = {
    "activation": "activation", "recurrentActivation": "recurrent_activation", "resetAfter": "reset_after",
    "usesBias": "use_bias", "returnSequences": "return_sequences", "returnState": "return_state",
    "goBackwards": "go_backwards", "epsilon": "epsilon", "usesOffset": "center", "usesScale": "scale",
    "masksZero": "mask_zero",
}
MERGE = {"concatenate": "concat", "sum": "sum", "average": "ave", "multiply": "mul", "separate": None}


def layer(type, inputs, **options):
    return {"type": type, "inputs": inputs if isinstance(inputs, list) else [inputs], **options}


def make_layer(spec, name=None):
    kind = spec["type"]
    settings = {OPTIONS[key]: value for key, value in spec.items() if key in OPTIONS}
    if name:
        settings["name"] = name
    if "l2" in spec:
        kernel, recurrent, bias = spec["l2"]
        settings["kernel_regularizer"] = keras.regularizers.L2(kernel)
        settings["bias_regularizer"] = keras.regularizers.L2(bias)
        if kind != "Dense":
            settings["recurrent_regularizer"] = keras.regularizers.L2(recurrent)
    if kind in ("SimpleRNN", "LSTM", "GRU", "Dense"):
        return getattr(layers, kind)(spec["units"], **settings)
    if kind == "RNN":
        of_layer = {key: settings.pop(key) for key in list(settings) if key.startswith(("return_", "go_", "name"))}
        return layers.RNN(CELLS[spec["cell"]](spec["units"], **settings), **of_layer)
    if kind == "Bidirectional":
        return layers.Bidirectional(make_layer(spec["inner"]), merge_mode=MERGE[spec["mergeMode"]], **settings)
    if kind == "TimeDistributed":
        return layers.TimeDistributed(make_layer(spec["inner"]), **settings)
    if kind == "Embedding":
        return layers.Embedding(WORDS, spec["units"], **settings)
    if kind == "Dropout":
        return layers.Dropout(0.5, **settings)
    return getattr(layers, kind)(**settings)


def graph(inputs, nodes, outputs, loss_weights=None):
    """Inputs are (time, features), or None for ids; nodes are named n0, n1, … and inputs x0, x1, …."""
    return {"inputs": inputs, "nodes": nodes, "outputs": outputs, "lossWeights": loss_weights or [1.0] * len(outputs)}


def chain(*nodes, inputs=((TIME, FEATURES),)):
    for index, node in enumerate(nodes):
        node["inputs"] = ["x0" if index == 0 else f"n{index - 1}"]
    return graph(list(inputs), list(nodes), [f"n{len(nodes) - 1}"])


def rnn(kind, **options):
    return layer(kind, [], units=UNITS, **options)


def embedding(masks):
    return layer("Embedding", [], units=FEATURES, masksZero=masks)


def recurrent_cases(kind, label, **fixed):
    def case(**options):
        return chain(rnn(kind, **fixed, **options))

    states = 2 if kind == "LSTM" else 1
    outputs = ["n0"] + [f"n0:{index + 1}" for index in range(states)]
    names = ["x0"] + [f"x{index + 1}" for index in range(states)]
    first = layer(kind, names, units=UNITS, returnSequences=True, returnState=True, **fixed)
    cases = {
        "last": case(),
        "sequences": case(returnSequences=True),
        "backwards": case(goBackwards=True),
        "backwards_sequences": case(returnSequences=True, goBackwards=True),
        "without_bias": case(usesBias=False),
        "relu": case(activation="relu", returnSequences=True),
        "linear": case(activation="linear"),
        "regularized": case(l2=[0.1, 0.02, 0.3]),
        "states": graph([(TIME, FEATURES)] + [(UNITS,)] * states, [first], outputs, [1.0, 0.5, 2.0][: states + 1]),
        "state_from_zero": graph(
            [(TIME, FEATURES)], [layer(kind, "x0", units=UNITS, returnState=True, **fixed)], outputs[::-1]),
        "masked_states_backwards": graph(
            [None] + [(UNITS,)] * states,
            [embedding(True) | {"inputs": ["x0"]},
             layer(kind, ["n0"] + names[1:], units=UNITS, returnState=True, goBackwards=True, **fixed)],
            [o.replace("n0", "n1") for o in outputs]),
    }
    for masks in (True, False):
        for sequences in (True, False):
            name = f"embedding_{'masked' if masks else 'plain'}_{'sequences' if sequences else 'last'}"
            cases[name] = chain(embedding(masks), rnn(kind, returnSequences=sequences, **fixed), inputs=(None,))
    cases["masked_backwards_stacked"] = chain(
        embedding(True), rnn(kind, returnSequences=True, goBackwards=True, **fixed), rnn(kind, **fixed), inputs=(None,))
    if kind != "SimpleRNN":
        cases["other_gates"] = case(recurrentActivation="tanh", activation="sigmoid")
        cases["linear_gates"] = case(recurrentActivation="linear", activation="relu", returnSequences=True)
    return {f"{label}_{name}": value for name, value in cases.items()}


def both_directions():
    cases = {}
    for index, mode in enumerate(MERGE):
        inner = ["LSTM", "GRU", "SimpleRNN"][index % 3]
        outputs = ["n0", "n0:1"] if mode == "separate" else ["n0"]
        masked = ["n1", "n1:1"] if mode == "separate" else ["n1"]
        for sequences in (True, False):
            tail = "sequences" if sequences else "last"
            both = layer(
                "Bidirectional", "x0", inner=rnn(inner, returnSequences=sequences), mergeMode=mode)
            cases[f"bidirectional_{mode}_{tail}"] = graph([(TIME, FEATURES)], [both], outputs)
            cases[f"bidirectional_{mode}_masked_{tail}"] = graph(
                [None], [embedding(True) | {"inputs": ["x0"]}, both | {"inputs": ["n0"]}], masked)
    both = layer(
        "Bidirectional", ["x0", "x1", "x2", "x3", "x4"], inner=rnn("LSTM", returnState=True, returnSequences=True),
        mergeMode="sum")
    cases["bidirectional_states"] = graph(
        [(TIME, FEATURES)] + [(UNITS,)] * 4, [both], ["n0", "n0:1", "n0:2", "n0:3", "n0:4"])
    cases["bidirectional_of_cell"] = chain(layer(
        "Bidirectional", [], inner=layer("RNN", [], cell="LSTM", units=UNITS), mergeMode="concatenate"))
    cases["bidirectional_stacked_masked"] = chain(
        embedding(True), layer("Bidirectional", [], inner=rnn("GRU", returnSequences=True), mergeMode="concatenate"),
        layer("Bidirectional", [], inner=rnn("LSTM"), mergeMode="average"), layer("Dense", [], units=1), inputs=(None,))
    return cases


def other_layers():
    cases = {}
    dense = lambda activation: layer("Dense", [], units=2, activation=activation)
    cases["time_distributed_dense"] = chain(
        rnn("LSTM", returnSequences=True), layer("TimeDistributed", [], inner=dense("relu")))
    cases["time_distributed_masked"] = chain(
        embedding(True), layer("TimeDistributed", [], inner=dense("tanh")), rnn("SimpleRNN", returnSequences=True),
        inputs=(None,))
    cases["time_distributed_lstm"] = chain(
        layer("TimeDistributed", [], inner=rnn("LSTM")), rnn("GRU"), inputs=((3, TIME, FEATURES),))
    cases["time_distributed_flatten"] = chain(
        layer("TimeDistributed", [], inner=layer("Flatten", [])), rnn("GRU"), inputs=((3, TIME, FEATURES),))
    for name, options in {
        "default": {}, "epsilon": {"epsilon": 0.1}, "without_scale": {"usesScale": False},
        "without_offset": {"usesOffset": False}, "bare": {"usesOffset": False, "usesScale": False},
    }.items():
        cases[f"layer_normalization_{name}"] = chain(
            layer("LayerNormalization", [], **options), inputs=((TIME, 5),))
    cases["layer_normalization_of_rows"] = chain(layer("LayerNormalization", []), dense("linear"), inputs=((17,),))
    for name in ("linear", "relu", "tanh", "sigmoid"):
        cases[f"activation_{name}"] = chain(dense("linear"), layer("Activation", [], activation=name))
    cases["flatten"] = chain(rnn("LSTM", returnSequences=True), layer("Flatten", []), dense("linear"))
    cases["regularized_dense"] = chain(layer("Dense", [], units=2, l2=[0.1, 0, 0.3]))
    cases["embedding_flatten"] = chain(embedding(False), layer("Flatten", []), dense("linear"), inputs=(None,))
    cases["mask_passes_through"] = chain(
        embedding(True), dense("tanh"), layer("LayerNormalization", []), layer("Activation", [], activation="relu"),
        layer("Dropout", []), rnn("GRU"), inputs=(None,))
    cases["masked_loss_of_dense"] = chain(
        embedding(True), rnn("LSTM", returnSequences=True), dense("linear"), inputs=(None,))
    for kind in RNN_KINDS + ["LNSimpleRNN"]:
        cases[f"rnn_{kind}"] = chain(layer("RNN", [], cell=kind, units=UNITS, returnSequences=True))
        cases[f"rnn_{kind}_masked"] = chain(
            embedding(True), layer("RNN", [], cell=kind, units=UNITS, goBackwards=True), inputs=(None,))
    cases["rnn_LSTM_states"] = graph(
        [(TIME, FEATURES), (UNITS,), (UNITS,)],
        [layer("RNN", ["x0", "x1", "x2"], cell="LSTM", units=UNITS, returnState=True)], ["n0", "n0:1", "n0:2"])
    cases["rnn_GRU_options"] = chain(layer(
        "RNN", [], cell="GRU", units=UNITS, resetAfter=False, usesBias=False, activation="relu"))
    return cases


def functional():
    sequence, words = (TIME, FEATURES), None
    return {
        "two_inputs_two_outputs": graph(
            [sequence, (5,)],
            [layer("LSTM", "x0", units=UNITS), layer("Dense", "x1", units=UNITS, activation="tanh"),
             layer("Concatenate", ["n0", "n1"]), layer("Add", ["n0", "n1"]), layer("Dense", "n2", units=2),
             layer("Dense", "n3", units=1, activation="sigmoid")], ["n4", "n5"], [1.0, 0.25]),
        "encoder_decoder": graph(
            [sequence, sequence],
            [layer("LSTM", "x0", units=UNITS, returnState=True),
             layer("LSTM", ["x1", "n0:1", "n0:2"], units=UNITS, returnSequences=True),
             layer("TimeDistributed", "n1", inner=layer("Dense", [], units=2))], ["n2"]),
        "concatenate_masked_and_plain": graph(
            [words, sequence],
            [embedding(True) | {"inputs": ["x0"]}, layer("Concatenate", ["n0", "x1"]),
             layer("GRU", "n1", units=UNITS, returnSequences=True)], ["n2"]),
        "concatenate_masked": graph(
            [words, words],
            [embedding(True) | {"inputs": ["x0"]}, embedding(True) | {"inputs": ["x1"]},
             layer("Concatenate", ["n0", "n1"]), layer("LSTM", "n2", units=UNITS)], ["n3"]),
        "add_masked": graph(
            [words, words],
            [embedding(True) | {"inputs": ["x0"]}, embedding(True) | {"inputs": ["x1"]},
             layer("Add", ["n0", "n1"]), layer("GRU", "n2", units=UNITS)], ["n3"]),
        "add_masked_and_plain": graph(
            [words, sequence],
            [embedding(True) | {"inputs": ["x0"]}, layer("Add", ["n0", "x1"]),
             layer("LSTM", "n1", units=UNITS)], ["n2"]),
    }


def build(case):
    values = {f"x{i}": layers.Input((TIME,) if shape is None else shape) for i, shape in enumerate(case["inputs"])}
    names = list(values)
    for index, spec in enumerate(case["nodes"]):
        read = [values[name] for name in spec["inputs"]]
        made = make_layer(spec, f"n{index}")
        if len(read) == 1:
            outputs = made(read[0])
        elif spec["type"] in ("Concatenate", "Add"):
            outputs = made(read)
        else:
            # Keras forgets a mask where states are given, unless it is handed over by name.
            mask = getattr(read[0], "_keras_mask", None)
            outputs = made(read[0], initial_state=read[1:], mask=mask)
        outputs = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
        for place, output in enumerate(outputs):
            values[f"n{index}:{place}" if place else f"n{index}"] = output
    model = keras.Model([values[name] for name in names], [values[name] for name in case["outputs"]])
    return model


def tensor(array):
    array = np.asarray(array, dtype=np.float32)
    return {"shape": list(array.shape), "values": [float(f"{v:.9g}") for v in array.reshape(-1)]}


def ids(rng):
    """Padding before, after and everywhere, and words without padding."""
    rows = rng.integers(1, WORDS, (BATCH + 1, TIME))
    rows[0, :2] = 0
    rows[1, 3:] = 0
    rows[2, :] = 0
    return rows.astype("float32")


def make_case(name, case, rng):
    keras.backend.clear_session()
    model = build(case)
    assert isinstance(model.outputs, list)
    model.compile(
        optimizer=keras.optimizers.Adam(0.01), loss=["mean_squared_error"] * len(case["outputs"]),
        loss_weights=case["lossWeights"])
    named = [(layer.name, w) for layer in model.layers for w in layer.trainable_variables]
    for _, weight in named:
        weight.assign(rng.normal(0, 0.5, weight.shape).astype("float32"))
    batch = BATCH + 1 if None in case["inputs"] else BATCH
    x = [tf.constant(ids(rng) if s is None else rng.normal(0, 1, (batch,) + tuple(s)).astype("float32"))
         for s in case["inputs"]]
    call = lambda: model(x, training=False)
    aslist = lambda v: list(v) if isinstance(v, (list, tuple)) else [v]
    y = [tf.constant(rng.normal(0, 1, output.shape).astype("float32")) for output in aslist(call())]
    variables = [w for _, w in named]
    values = [w.value for w in variables]

    def step():
        with tf.GradientTape(persistent=True) as tape:
            tape.watch(x)
            outputs = aslist(call())
            loss = model.compute_loss(x=x, y=y, y_pred=outputs)
        return outputs, loss, tape

    outputs, loss, tape = step()
    start = {}
    gradients = {}
    for (layer_name, weight), gradient in zip(named, tape.gradient(loss, values)):
        start.setdefault(layer_name, []).append(tensor(weight))
        gradients.setdefault(layer_name, []).append(tensor(tf.convert_to_tensor(gradient)))
    input_gradients = [
        None if shape is None else tensor(tape.gradient(loss, v)) for v, shape in zip(x, case["inputs"])]
    for _ in range(10):
        _, last, tape = step()
        # Dense, as on JAX and PyTorch: TensorFlow's sparse gradients of embeddings square repeated ids one by one.
        dense = [tf.convert_to_tensor(gradient) for gradient in tape.gradient(last, values)]
        model.optimizer.apply(dense, variables)
    trained = {}
    for layer_name, weight in named:
        trained.setdefault(layer_name, []).append(tensor(weight))
    return case | {
        "name": name, "x": [tensor(v) for v in x], "y": [tensor(v) for v in y],
        "values": [tensor(v) for v in outputs], "loss": float(loss), "inputGradients": input_gradients,
        "weights": start, "gradients": gradients, "trained": trained}


def main():
    cases = functional() | other_layers() | both_directions()
    for kind in RNN_KINDS:
        cases |= recurrent_cases(kind, kind.lower())
    cases |= recurrent_cases("GRU", "gru_reset_before", resetAfter=False)
    rng = np.random.default_rng(11)
    made = [make_case(name, case, rng) for name, case in cases.items()]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keras_graphs.json")
    with open(path, "w") as file:
        json.dump({"keras": keras.__version__, "cases": made}, file, separators=(",", ":"))
        file.write("\n")


main()
