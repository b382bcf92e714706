"""What SciPy, NumPy and statsmodels say of small samples: writes comparison_statistics.json beside itself.

Run with SciPy 1.17, NumPy 2 and statsmodels 0.15: python3 comparison_statistics.py
"""

import json
import pathlib

import numpy as np
from scipy import special, stats
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(20261122)


def draw(n, mean, spread):
    return [float(x) for x in rng.normal(mean, spread, n)]


PAIRS = {
    "five against five": (draw(5, 0.0012, 0.0001), draw(5, 0.0015, 0.0002)),
    "two against two": (draw(2, 1, 0.1), draw(2, 1.1, 0.3)),
    "eight against three": (draw(8, 0.9, 0.02), draw(3, 0.88, 0.05)),
    "three against eight, far apart": (draw(3, 10, 0.1), draw(8, 2, 4)),
    "eight against eight": (draw(8, -3, 1), draw(8, -3.2, 1.5)),
    "ties": ([1.0, 2.0, 2.0, 3.0], [2.0, 2.0, 3.0, 4.0, 5.0]),
    "tiny": (draw(4, 3e-7, 2e-8), draw(4, 2.9e-7, 3e-8)),
    "large": (draw(6, 1e9, 3), draw(6, 1e9 + 2, 3)),
}


def mean_difference(a, b, axis=-1):
    return np.mean(a, axis=axis) - np.mean(b, axis=axis)


def independent(name, a, b):
    test = stats.ttest_ind(a, b, equal_var=False)
    interval = test.confidence_interval(0.95)
    wide = test.confidence_interval(0.99)
    exact = stats.permutation_test((a, b), mean_difference, n_resamples=np.inf, vectorized=True)
    # 1.05 times the baseline, by the same formulas on scaled values.
    scaled = stats.ttest_ind(a, [1.05 * x for x in b], equal_var=False).confidence_interval(0.95)
    boot = stats.bootstrap(
        (a, b), mean_difference, n_resamples=200_000, method="percentile", rng=np.random.default_rng(1), vectorized=True
    ).confidence_interval
    return {
        "name": name, "a": a, "b": b, "difference": float(np.mean(a) - np.mean(b)),
        "degreesOfFreedom": float(test.df), "p": float(test.pvalue),
        "interval": [float(interval.low), float(interval.high)], "interval99": [float(wide.low), float(wide.high)],
        "interval105": [float(scaled.low), float(scaled.high)], "exact": float(exact.pvalue),
        "bootstrap": [float(boot.low), float(boot.high)],
    }


def paired(name, a, b):
    test = stats.ttest_rel(a, b)
    interval = test.confidence_interval(0.95)
    exact = stats.permutation_test(
        (a, b), mean_difference, permutation_type="samples", n_resamples=np.inf, vectorized=True)
    return {
        "name": name, "a": a, "b": b, "p": float(test.pvalue), "interval": [float(interval.low), float(interval.high)],
        "exact": float(exact.pvalue),
    }


def seeds_needed(difference, variance, is_paired):
    for n in range(2, 10_001):
        t = stats.t.ppf(0.975, n - 1 if is_paired else 2 * n - 2)
        if t * np.sqrt(variance / n) < abs(difference):
            return n
    return None


def needed(name, a, b):
    welch = stats.ttest_ind(a, b, equal_var=False)
    error2 = np.var(a, ddof=1) / len(a) + np.var(b, ddof=1) / len(b)
    variance = error2 * 2 / (1 / len(a) + 1 / len(b))
    return {"name": name, "a": a, "b": b, "seeds": seeds_needed(float(np.mean(a) - np.mean(b)), variance, False)}


def scaled(values, scale):
    """The t interval of the mean formed on another scale by the delta method, the derivative taken numerically."""
    forward, back = {"logarithmic": (np.log, np.exp), "logit": (special.logit, special.expit)}[scale]
    mean, error = np.mean(values), stats.sem(values)
    step = 1e-6 * mean * (1 - mean if scale == "logit" else 1)
    slope = (forward(mean + step) - forward(mean - step)) / (2 * step)
    half = stats.t.ppf(0.975, len(values) - 1) * error * slope
    return {"values": values, "scale": scale, "interval": [float(back(forward(mean) + s * half)) for s in (-1, 1)]}


equal = {name: pair for name, pair in PAIRS.items() if len(pair[0]) == len(pair[1])}
p_lists = [[0.01, 0.04, 0.03, 0.005], [0.5], [0.2, 0.2, 0.9], draw(12, 0.5, 0.1), [1e-9, 0.049, 0.05, 0.051, 1.0]]
p_lists = [[min(max(p, 0), 1) for p in ps] for ps in p_lists]
freedoms = [1, 1.5, 2, 3.7, 10, 29.99, 200, 5000.5, 1e7]
result = {
    "student": [
        {"degreesOfFreedom": df, "level": level, "quantile": float(stats.t.ppf(0.5 + level / 2, df))}
        for df in freedoms for level in (0.5, 0.9, 0.95, 0.999)
    ],
    "tails": [
        {"degreesOfFreedom": df, "t": t, "tail": float(2 * stats.t.sf(t, df))}
        for df in freedoms for t in (0.0, 1e-3, 0.7, 2.5, 12.0, 80.0)
    ],
    "samples": [
        {
            "values": a, "mean": float(np.mean(a)), "standardDeviation": float(np.std(a, ddof=1)),
            "interval": [float(x) for x in stats.t.interval(
                0.95, len(a) - 1, loc=np.mean(a), scale=np.std(a, ddof=1) / np.sqrt(len(a)))],
        }
        for a, _ in PAIRS.values()
    ],
    "independent": [independent(name, a, b) for name, (a, b) in PAIRS.items()],
    "paired": [paired(name, a, b) for name, (a, b) in equal.items()],
    "seeds": [needed(name, a, b) for name, (a, b) in PAIRS.items()],
    "scaled": [
        scaled(values, "logarithmic")
        for values in ([0.0018, 0.0015, 0.0009, 0.0007, 0.0003], [1e-7, 3e-7, 9e-8], [120.0, 121.0], [0.1, 4.0])
    ] + [scaled(values, "logit") for values in ([0.97, 0.99, 0.995], [0.4, 0.6, 0.5, 0.55], [0.01, 0.2, 0.9])],
    "holm": [{"p": ps, "adjusted": [float(p) for p in multipletests(ps, method="holm")[1]]} for ps in p_lists],
}
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text(json.dumps(result, indent=1) + "\n")
