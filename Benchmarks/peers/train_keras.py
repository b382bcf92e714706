"""The imdb system in Keras 3 with dropout on input and state, on the processor: seconds of fit() alone, warm."""
import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
from keras import layers, models


def imdb_both(n=6400):
    rng = np.random.default_rng(0)
    x = rng.integers(0, 20000, (n, 80))
    y = rng.integers(0, 2, n).astype("float32")
    model = models.Sequential([layers.Input((80,)), layers.Embedding(20000, 128),
                               layers.LSTM(128, dropout=0.2, recurrent_dropout=0.2),
                               layers.Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="adam")
    return model, x, y, 1


for name in sys.argv[1:]:
    model, x, y, epochs = {"imdb-both": imdb_both}[name]()
    before = model.evaluate(x[:640], y[:640], verbose=0)
    model.fit(x[:320], y[:320], batch_size=32, verbose=0)
    begin = time.perf_counter()
    model.fit(x, y, batch_size=32, epochs=epochs, verbose=0)
    seconds = time.perf_counter() - begin
    print(json.dumps(dict(peer="keras", case=name, seconds=seconds, samples=len(x), epochs=epochs,
                          parameters=model.count_params(), loss_before=before,
                          loss_after=model.evaluate(x[:640], y[:640], verbose=0))), flush=True)
