"""The whole-process peer of `lossline plot history.csv -o loss.png`: read a table, draw its columns, save a picture."""
import sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

table, output = sys.argv[1:3]
history = pd.read_csv(table)
figure = plt.figure(figsize=(6.4, 4))
for column in history.columns[1:]:
    plt.plot(history[history.columns[0]], history[column], label=column)
plt.xlabel(history.columns[0])
plt.legend(loc=0)
figure.savefig(output, dpi=200)
