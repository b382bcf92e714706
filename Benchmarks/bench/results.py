"""The rows of sessions as JSON."""
import json

from .catalog import CASES
from .session import BENCHMARKS

FILE = BENCHMARKS / "results.json"


def holds(row):
    """Whether the row is as wanted; `None` where nothing was."""
    wanted = []
    if row.get("wanted") is not None:
        wanted.append(row["ratio"] >= row["wanted"])
    if row.get("most_mb") is not None:
        wanted.append(row["ours"]["mb"] < row["most_mb"])
    if row.get("most_memory_share") is not None:
        wanted.append(row["ours"]["mb"] <= row["most_memory_share"] * row["theirs"]["mb"])
    if row.get("most") is not None:
        wanted.append(row["value"] <= row["most"])
    return all(wanted) if wanted else None


def load():
    """The rows that were kept; none where there is no file."""
    return json.loads(FILE.read_text())["rows"] if FILE.exists() else []


def merged(old, new):
    """All rows in the order of the cases, new ones in place of old ones. Rows of cases that are no more are dropped."""
    rows = {row["name"]: row for row in old + new}
    return [rows[name] for case in CASES for name in case.row_names if name in rows]


def save(machine, rows):
    FILE.write_text(json.dumps({"machine": machine, "rows": rows}, indent=2, ensure_ascii=False) + "\n")
