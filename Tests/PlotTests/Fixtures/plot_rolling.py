"""Writes plot_rolling.json: pandas' rolling means and medians with centred windows and a least number of values, for
RollingTests.

Run:  python plot_rolling.py  (needs numpy and pandas)
"""
import json
import math
import pathlib

import numpy as np
import pandas as pd

SERIES = [3, 1, 4, 1, 5, None, 9, 2, 6, "inf", 5, 3, 5, 8, 9, 7, 9, "-inf", None, None, None, 3, 2, 3, 8, 4]


def numbers(values):
    """JSON has no NaN or infinity: null and strings stand for them."""
    values = [float(v) for v in values]
    return [None if math.isnan(v) else v if math.isfinite(v) else ("inf" if v > 0 else "-inf") for v in values]


def main():
    given = pd.Series([math.nan if v is None else float(v) for v in SERIES])
    finite = given.where(np.isfinite(given))
    cases = []
    for window in [1, 2, 3, 4, 7, 10, 25, 60]:
        for center in [False, True]:
            for least in sorted({1, min(2, window), window}):
                for how in ["mean", "median"]:
                    rolled = getattr(finite.rolling(window, min_periods=least, center=center), how)()
                    # pandas fills gaps from other rows; Plot leaves them.
                    rolled = rolled.where(np.isfinite(given), given)
                    cases.append({"how": how, "window": window, "center": center, "minPeriods": least,
                                  "expected": numbers(rolled)})
    file = pathlib.Path(__file__).with_suffix(".json")
    lines = ",\n".join(json.dumps(case) for case in cases)
    file.write_text('{"values": ' + json.dumps(SERIES) + ', "cases": [\n' + lines + "\n]}\n")


if __name__ == "__main__":
    main()
