"""Writes tiny_imdb.npz, made-up reviews in the form of Keras' imdb.npz, for NumPyReviewTests.

Reviews are Python lists of word ranks in arrays of dtype object, which NumPy pickles. Word n of the index has rank n.

Run with NumPy:  python tiny_imdb.py
"""
import json
import os

import numpy as np

WORDS = ["the", "film", "was", "and", "its", "end", "boring", "awful", "dull", "worst", "fine", "lovely", "great", "best"]
OWN = {0: ["boring", "awful", "dull", "worst"], 1: ["fine", "lovely", "great", "best"]}
RANKS = {word: rank for rank, word in enumerate(WORDS, start=1)}


def review(label, number):
    own = OWN[label]
    text = f"the film was {own[number % 4]} and its end {own[(number // 4 + number) % 4]}"
    return [RANKS[word] for word in text.split()]


def split():
    labels = [number % 2 for number in range(24)]
    lists = [review(label, number // 2) for number, label in enumerate(labels)]
    # One review is longer, so that NumPy does not make a matrix of them.
    lists[0] = lists[0] + lists[2]
    return np.array(lists, dtype=object), np.array(labels)


folder = os.path.dirname(os.path.abspath(__file__))
(x_train, y_train), (x_test, y_test) = split(), split()
np.savez(os.path.join(folder, "tiny_imdb.npz"), x_train=x_train, y_train=y_train, x_test=x_test, y_test=y_test)
with open(os.path.join(folder, "tiny_imdb_word_index.json"), "w") as f:
    json.dump(RANKS, f)
