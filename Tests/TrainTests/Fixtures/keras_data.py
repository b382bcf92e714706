"""Writes keras_data.json: padded sequences, words, vocabularies and small imdb.npz files by Keras itself, for
DataFixtureTests.

Run with Keras 3:  python keras_data.py
"""
import base64
import io
import json
import os
import tempfile
import zipfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
import keras
import numpy as np
from keras.src.datasets import imdb
from keras.src.legacy.preprocessing.text import Tokenizer, text_to_word_sequence

TEXTS = [
    "",
    "   ",
    "The film, the FILM: it's great!<br /><br />10/10.",
    "don't (really) [watch] {this} `film` ~ or_that\tone\nmore@home #1 a+b=c; 50% \"so-so\" x|y \\ ^ $5 * ?",
    "정말 재미있는 영화! 강력 추천합니다... 재미있는 영화",
    "ÀÉÎ õü Straße İstanbul ǅ ЖУК 東京　タワー naïve nai\u0308ve",
    "carriage\rreturn no\u00a0break line\u2028sep nul\0nul",
    "emoji 😀 and 👩‍👩‍👧 zero\u200bwidth a a a it's THE the of of",
]


def sequences():
    cases = []
    given = [[1], [2, 3], [4, 5, 6], [], [7, 8, 9, 10, 11], [123456]]
    for max_length in (None, 1, 2, 3, 5, 8):
        for padding in ("pre", "post"):
            for truncating in ("pre", "post"):
                for value in (0, -1, 7):
                    out = keras.utils.pad_sequences(
                        given, maxlen=max_length, padding=padding, truncating=truncating, value=value
                    )
                    cases.append(
                        dict(
                            maxLength=max_length,
                            padding=padding,
                            truncating=truncating,
                            value=value,
                            shape=list(out.shape),
                            values=out.ravel().tolist(),
                        )
                    )
    return dict(given=given, cases=cases)


def words():
    tokenizer = Tokenizer()
    tokenizer.fit_on_texts(TEXTS)
    return dict(
        texts=TEXTS,
        words=[text_to_word_sequence(t) for t in TEXTS],
        ranked=sorted(tokenizer.word_index, key=tokenizer.word_index.get),
        sensitive=[text_to_word_sequence(t, lower=False, filters=".,!") for t in TEXTS],
    )


def archive(arrays, protocol, compression):
    """numpy.savez with a chosen protocol of the pickle."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as z:
        for name, array in arrays.items():
            entry = io.BytesIO()
            if array.dtype.hasobject:
                header = np.lib.format.header_data_from_array_1_0(array)
                np.lib.format.write_array_header_1_0(entry, header)
                import pickle

                pickle.dump(array, entry, protocol=protocol)
            else:
                np.lib.format.write_array(entry, array)
            z.writestr(zipfile.ZipInfo(name + ".npy", (1980, 1, 1, 0, 0, 0)), entry.getvalue(), compression)
    return buffer.getvalue()


def reviews(protocol, compression, numbers):
    def lists(*content):
        out = np.empty(len(content), dtype=object)
        out[:] = [list(c) for c in content]
        return out

    arrays = dict(
        x_train=lists([1, 300, 70000, 16, 17], [], [5] * 30 + [88584], list(range(1, 2200))),
        y_train=np.array([1, 0, 1, 0], numbers),
        x_test=lists([9, 9, 8], [70000]),
        y_test=np.array([0, 1], numbers),
    )
    data = archive(arrays, protocol, compression)
    with tempfile.NamedTemporaryFile(suffix=".npz") as f:
        # Keras does not accept how protocol 2 writes bytes; the content is the same.
        f.write(archive(arrays, max(protocol, 3), compression))
        f.flush()
        imdb.get_file = lambda **_: f.name
        loaded = imdb.load_data(num_words=20)
    # load_data shuffles; this puts the reviews back in the order of the file.
    generator = np.random.RandomState(113)
    out = {}
    for name, (x, y) in zip(("train", "test"), loaded):
        order = np.arange(len(x))
        generator.shuffle(order)
        x_in_order, y_in_order = [None] * len(x), [None] * len(x)
        for place, review in enumerate(order):
            x_in_order[review], y_in_order[review] = list(map(int, x[place])), int(y[place])
        out[name] = dict(x=x_in_order, y=y_in_order)
    return dict(file=base64.b64encode(data).decode(), protocol=protocol, **out)


result = dict(
    sequences=sequences(),
    words=words(),
    reviews=[
        reviews(2, zipfile.ZIP_DEFLATED, "<i8"),
        reviews(3, zipfile.ZIP_STORED, "<i4"),
        reviews(4, zipfile.ZIP_DEFLATED, "|u1"),
        reviews(5, zipfile.ZIP_STORED, "|b1"),
    ],
)
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keras_data.json")
with open(path, "w") as f:
    json.dump(result, f, separators=(",", ":"))
    f.write("\n")
