"""Peer baseline: the seeds' charts in matplotlib + seaborn. Cold = whole process; warm = per chart inside it."""
import time; t0 = time.perf_counter()
import sys, os, json, io
import matplotlib; matplotlib.use("Agg")
import matplotlib.pyplot as plt, seaborn as sns, pandas as pd, numpy as np
t_import = time.perf_counter() - t0
out = sys.argv[1]; DPI = int(sys.argv[2]) if len(sys.argv) > 2 else 100; os.makedirs(out, exist_ok=True)
rng = np.random.default_rng(0)
e = np.arange(400); tr = 0.5 * np.exp(-e / 60) + 0.02 * rng.random(400); va = 0.55 * np.exp(-e / 60) + 0.03 * rng.random(400)
y = rng.normal(size=27); yp = y + 0.1 * rng.normal(size=27)
def loss():
    f = plt.figure(figsize=(7, 5)); plt.plot(tr, label="Train"); plt.plot(va, label="Validation"); plt.xlabel("Epoch"); plt.ylabel("Loss"); plt.title("History of training"); plt.legend(loc=0); return f
def lines():
    f = plt.figure(figsize=(7, 5)); plt.plot(y, label="original"); plt.plot(yp, label="prediction"); plt.legend(loc=0); plt.title("validation results"); return f
def bars():
    df = pd.DataFrame({"Sample": list(range(27)) * 2, "Normalized #Passengers": np.concatenate([y, yp]), "Type": ["original"] * 27 + ["prediction"] * 27})
    f = plt.figure(figsize=(7, 5)); sns.barplot(x="Sample", y="Normalized #Passengers", hue="Type", data=df); return f
def big():
    f = plt.figure(figsize=(7, 5)); plt.plot(np.cumsum(rng.normal(size=1_000_000))); return f
res = {"import_s": round(t_import, 3)}
for name, fn in dict(loss=loss, lines=lines, bars=bars, big=big).items():
    for ext in ("png", "pdf"):
        ts = []
        for _ in range(3 if name == "big" else 7):
            t = time.perf_counter(); f = fn(); f.savefig(f"{out}/{name}.{ext}", dpi=DPI); plt.close(f); ts.append(time.perf_counter() - t)
        res[f"{name}.{ext}_ms"] = round(sorted(ts)[len(ts) // 2] * 1e3, 1)
res["process_s"] = round(time.perf_counter() - t0, 3)
print(json.dumps(res))
