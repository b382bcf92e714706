"""Writes plot_statistics.json: what numpy, scipy, pandas, seaborn, matplotlib, statsmodels and scikit-learn say of small
samples, for the Statistics*Tests.

Run:  python plot_statistics.py  (needs those seven packages)
"""
import json
import math
import pathlib

import matplotlib.cbook
import numpy as np
import pandas as pd
import scipy.stats
import seaborn as sns
import sklearn
import sklearn.metrics as metrics
import statsmodels.api as sm
from seaborn._statistics import KDE, EstimateAggregator

rng = np.random.default_rng(3)


def rounded(values, digits=3):
    return [round(float(v), digits) for v in values]


SAMPLES = {
    "brief": [1, 2, 3, 4, 10],
    "pair": [3, 5],
    "normal": rounded(rng.normal(10, 2, 60)),
    "skewed": rounded(rng.lognormal(0, 1, 151)),
    "ties": rounded(rng.integers(0, 7, 80)),
    "even": rounded(rng.normal(size=128)),
    "outlier": rounded(rng.normal(size=100)) + [900.0],
    "mostly_equal": [2.0] * 40 + [1.0, 3.0, 9.0],
    "negative": rounded(rng.uniform(-5, -1, 33)),
}


def numbers(values):
    """JSON has no NaN or infinity: null and strings stand for them."""
    values = [float(v) for v in values]
    return [None if math.isnan(v) else v if math.isfinite(v) else ("inf" if v > 0 else "-inf") for v in values]


def aggregates():
    cases = []
    for name, values in SAMPLES.items():
        frame = pd.DataFrame({"y": values}, dtype=float)
        for estimate in ["mean", "median", "sum", "min", "max"]:
            for kind, level in [("sd", 1), ("se", 2), ("pi", 95), ("pi", 50), ("ci", 95), ("ci", 68)]:
                # 20,000 resamples: the noise of these ends is a fifth of that of 1,000.
                row = EstimateAggregator(estimate, (kind, level), n_boot=20_000, seed=1)(frame, "y") \
                    if kind != "ci" or name in ("brief", "normal", "skewed", "even") else None
                if row is not None:
                    cases.append({"sample": name, "estimate": estimate, "kind": kind, "level": level,
                                  "expected": numbers([row["y"], row["ymin"], row["ymax"]])})
    return cases


def quantiles():
    fractions = [0, 0.025, 0.1, 0.25, 0.5, 0.6, 0.75, 0.975, 1]
    return [{"sample": n, "fractions": fractions, "expected": numbers(np.quantile(np.array(v, float), fractions))}
            for n, v in SAMPLES.items()]


SERIES = [3, 1, 4, 1, 5, None, 9, 2, 6, "inf", 5, 3, 5, 8, 9, 7, 9, "-inf", None, 3, 2, 3, 8, 4]


def series():
    return [math.nan if v is None else float(v) for v in SERIES]


def tensorboard(values, weight):
    """resmoothDataset of TensorBoard's vz-line-chart2 (2.21), line by line."""
    last, accumulated = (0.0 if values else math.nan), 0
    constant = all(v == values[0] for v in values)
    shown = []
    for value in values:
        if constant or not math.isfinite(value):
            shown.append(value)
            continue
        last = last * weight + (1 - weight) * value
        accumulated += 1
        debias = 1 if weight == 1 else 1 - math.pow(weight, accumulated)
        shown.append(last / debias)
    return shown


def smoothings():
    cases = [{"values": SERIES, "kind": "exponential", "parameter": w, "expected": numbers(tensorboard(series(), w))}
             for w in [0, 0.3, 0.6, 0.9, 0.999, 1]]
    given = pd.Series(series())
    finite = given.where(np.isfinite(given))
    for window in [1, 2, 3, 5, 8, 24, 100]:
        for kind, how in [("rollingMean", "mean"), ("rollingMedian", "median")]:
            rolled = getattr(finite.rolling(window, min_periods=1), how)()
            # pandas fills gaps from earlier rows; Plot leaves them.
            rolled = rolled.where(np.isfinite(given), given)
            cases.append({"values": SERIES, "kind": kind, "parameter": window, "expected": numbers(rolled)})
    return cases


def histograms():
    cases = []
    for name, values in SAMPLES.items():
        values = np.array(values, float)
        for bins in ["auto", 1, 7, 30, [-2, 0, 0.5, 3, 4, 9]]:
            counts, edges = np.histogram(values, bins=bins)
            case = {"sample": name, "edges": numbers(edges), "counts": numbers(counts)}
            if counts.sum():
                case["density"] = numbers(np.histogram(values, bins=bins, density=True)[0])
            if bins == "auto":
                case["automatic"] = True
            elif isinstance(bins, int):
                case["count"] = bins
            cases.append(case)
    return cases


def densities():
    cases = []
    for name in ["brief", "pair", "normal", "outlier", "ties"]:
        values = np.array(SAMPLES[name], float)
        x, y = None, None
        y, x = KDE()(values)
        every = slice(None, None, 9)
        cases.append({"sample": name, "rule": "scott", "x": numbers(x[every]), "y": numbers(y[every]),
                      "bandwidth": float(np.sqrt(scipy.stats.gaussian_kde(values).covariance.item()))})
        y, x = KDE(bw_method="silverman")(values)
        cases.append({"sample": name, "rule": "silverman", "x": numbers(x[every]), "y": numbers(y[every]),
                      "bandwidth": float(np.sqrt(scipy.stats.gaussian_kde(values, "silverman").covariance.item()))})
    # The same 20,000 numbers are computed by the test.
    i = np.arange(20_000)
    u = (i * 7919 % 20_011) / 20_011
    values = u * u * 4 + u
    kde = scipy.stats.gaussian_kde(values)
    y, x = KDE()(values)
    cases.append({"sample": "formula", "rule": "scott", "x": numbers(x[every]), "y": numbers(y[every]),
                  "bandwidth": float(np.sqrt(kde.covariance.item()))})
    return cases


def fits():
    x = np.array(rounded(rng.uniform(0, 10, 25)))
    cases = [(x, np.array(rounded(3 - 0.7 * x + rng.normal(size=25)))),
             (np.array([1.0, 2, 4]), np.array([1.0, 3, 2])),
             (np.array([1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 5]), np.array([2.0, 2.5, 2.25, 4])),
             (np.array([0.0, 1, 2, 3]), np.array([5.0, 5, 5, 5]))]
    result = []
    for x, y in cases:
        fit = scipy.stats.linregress(x, y)
        # The band does not depend on where x begins, but statsmodels' digits do.
        model = sm.OLS(y, sm.add_constant(x - x.mean())).fit()
        at = np.array([x.min() - 1, x.mean(), x.max() + 2])
        band = model.get_prediction(sm.add_constant(at - x.mean(), has_constant="add")).conf_int(alpha=0.05)
        result.append({"x": numbers(x), "y": numbers(y), "slope": fit.slope, "intercept": fit.intercept,
                       "rSquared": numbers([fit.rvalue ** 2])[0], "at": numbers(at), "low": numbers(band[:, 0]),
                       "high": numbers(band[:, 1])})
    return result


def distributions():
    return [{"level": level, "degreesOfFreedom": n,
             "expected": float(scipy.stats.t.ppf((1 + level) / 2, n) if n else scipy.stats.norm.ppf((1 + level) / 2))}
            for level in [0.5, 0.68, 0.95, 0.999] for n in [0, 1, 2, 3, 4, 7, 30, 199, 200, 201, 10_000]]


def boxes():
    result = []
    for name, values in SAMPLES.items():
        for whisker in [1.5, 0.5]:
            stats = matplotlib.cbook.boxplot_stats(np.array(values, float), whis=whisker)[0]
            result.append({"sample": name, "whisker": whisker,
                           "expected": numbers(stats[k] for k in ["q1", "med", "q3", "mean", "whislo", "whishi"]),
                           "outliers": numbers(sorted(stats["fliers"]))})
    return result


def classifiers():
    truth = rng.integers(0, 2, 60)
    informed = np.clip(truth * 0.3 + rng.uniform(size=60) * 0.7, 0, 1)
    cases = {"sklearn": ([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]),
             "informed": (truth, rounded(informed)),
             "ties": (truth, rounded(informed, 1)),
             "all_tied": ([0, 1, 1], [0.5, 0.5, 0.5]),
             "perfect": ([0, 0, 1], [-3, -2, 7]),
             "wrong": ([1, 0, 0, 0], [0, 1, 2, 2])}
    result = []
    for name, (truth, scores) in cases.items():
        truth = [int(t) for t in truth]
        case = {"name": name, "truth": truth, "scores": [float(s) for s in scores],
                "auc": float(metrics.roc_auc_score(truth, scores)),
                "averagePrecision": float(metrics.average_precision_score(truth, scores))}
        for key, drop in [("roc", True), ("rocComplete", False)]:
            fpr, tpr, thresholds = metrics.roc_curve(truth, scores, drop_intermediate=drop)
            case[key] = [numbers(fpr), numbers(tpr), numbers(thresholds)]
        precision, recall, thresholds = metrics.precision_recall_curve(truth, scores)
        case["precisionRecall"] = [numbers(precision), numbers(recall), numbers(thresholds)]
        result.append(case)
    return result


def confusion():
    truth = [int(v) for v in rng.integers(8, 12, 50)]
    predictions = [int(t if rng.uniform() < 0.6 else rng.integers(8, 12)) for t in truth]
    return {"truth": truth, "predictions": predictions,
            "counts": metrics.confusion_matrix(truth, predictions).tolist(),
            "shares": metrics.confusion_matrix(truth, predictions, normalize="true").tolist(),
            "accuracy": float(metrics.accuracy_score(truth, predictions)),
            "precisions": numbers(metrics.precision_score(truth, predictions, average=None)),
            "recalls": numbers(metrics.recall_score(truth, predictions, average=None))}


result = {
    "made_with": {m.__name__: m.__version__ for m in [np, pd, sns, sklearn, matplotlib]},
    "samples": SAMPLES, "aggregates": aggregates(), "quantiles": quantiles(), "smoothings": smoothings(),
    "histograms": histograms(), "densities": densities(), "fits": fits(), "distributions": distributions(),
    "boxes": boxes(), "classifiers": classifiers(), "confusion": confusion(),
}
path = pathlib.Path(__file__).with_suffix(".json")
text = ",\n".join(f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in result.items())
path.write_text("{" + text + "}\n")
