"""The whole-process peer of `lossline compare`: tbparse reads all runs, matplotlib draws one picture of them."""
import json
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from tbparse import SummaryReader

folder, output = sys.argv[1:3]
scalars = SummaryReader(folder, pivot=False, extra_columns={"dir_name"}).scalars
tags = sorted(scalars["tag"].unique())
figure, axes = plt.subplots(len(tags), 1, figsize=(6.4, 3 * len(tags)), squeeze=False)
for axis, tag in zip(axes[:, 0], tags):
    for name, run in scalars[scalars["tag"] == tag].groupby("dir_name"):
        axis.plot(run["step"], run["value"], label=name, linewidth=0.7)
    axis.set_title(tag)
figure.tight_layout()
figure.savefig(output, dpi=100)
print(json.dumps({"points": len(scalars), "tags": len(tags), "runs": int(scalars["dir_name"].nunique()),
                  "value_sum": float(scalars["value"].sum())}))
