"""The charts of `lossline-bench charts` in matplotlib and seaborn: each built, drawn and saved in a warm process.

    plot_mpl.py FOLDER DPI

Leaves the pictures in the folder and prints the median time of each in ms.
"""
import json
import pathlib
import statistics
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns

SIZE = (7, 5)  # inches

random = np.random.default_rng(0)
epochs = np.arange(400)
training = 0.5 * np.exp(-epochs / 60) + 0.02 * random.random(400)
validation = 0.55 * np.exp(-epochs / 60) + 0.03 * random.random(400)
original = random.normal(size=27)
prediction = original + 0.1 * random.normal(size=27)
walk = np.cumsum(random.normal(size=1_000_000))


def loss():
    plt.plot(training, label="Train")
    plt.plot(validation, label="Validation")
    plt.xlabel("Epoch")
    plt.ylabel("Loss")
    plt.title("History of training")
    plt.legend(loc=0)


def lines():
    plt.plot(original, label="original")
    plt.plot(prediction, label="prediction")
    plt.legend(loc=0)
    plt.title("validation results")


def bars():
    table = pd.DataFrame({
        "Sample": list(range(27)) * 2,
        "Normalized #Passengers": np.concatenate([original, prediction]),
        "Type": ["original"] * 27 + ["prediction"] * 27,
    })
    sns.barplot(x="Sample", y="Normalized #Passengers", hue="Type", data=table)


def big():
    plt.plot(walk)


def milliseconds(draw, file, dpi):
    begin = time.perf_counter()
    figure = plt.figure(figsize=SIZE)
    draw()
    figure.savefig(file, dpi=dpi)
    plt.close(figure)
    return (time.perf_counter() - begin) * 1e3


def main(folder, dpi):
    folder.mkdir(parents=True, exist_ok=True)
    times = {}
    for draw, endings, rounds in ((loss, ("png", "pdf"), 7), (lines, ("png", "pdf"), 7), (bars, ("png", "pdf"), 7),
                                  (big, ("png",), 5)):
        for ending in endings:
            file = folder / f"{draw.__name__}.{ending}"
            times[f"{file.name}_ms"] = statistics.median(milliseconds(draw, file, dpi) for _ in range(rounds))
    print(json.dumps(times))


main(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
