"""The rows as a page."""
from .arithmetic import OPERATIONS
from .results import holds

GROUPS = {
    "training": (
        "Training",
        "But for the whole process of airline, `fit` alone: in a warm process, in batches of 32 with Adam, each side "
        "with its own choice of threads. Both sides had as many samples, epochs and trained values, and both losses "
        "fell. Memory is that of the whole process."),
    "charts": (
        "Charts",
        "Built, drawn and saved in a warm process, at the same size in pixels or points. Each side draws all of its "
        "charts in one process, whose peak memory includes the data of the largest: ten million points on our side, "
        "one million on the peer's. `lossline plot` is a whole process."),
    "logs": (
        "Writing and reading logs",
        "Writing lasts until all is on disk; what is read back afterwards is the same number of points with the same "
        "digest. Reading takes a fresh process, imports aside, and gives the same number of points and the same sums."),
    "reports": (
        "Reports and comparisons",
        "Whole processes. Python's libraries have no such report: the peer is the time they take to load. Comparisons "
        "of both sides hold the same points."),
}


def page(machine, rows, failures):
    """RESULTS.md."""
    lines = ["# Measured", "",
             "Made by `make bench`: both sides of a row in turn, medians of so many rounds. What is wanted was set "
             "before the work was done; a row falls short where it is not reached, and – stands where nobody set a "
             "number.",
             "", summary(rows), "", sessions(rows), "", *(f"- {name}: {text}" for name, text in machine.items()), ""]
    for group, (title, text) in GROUPS.items():
        chosen = [row for row in rows if row["group"] == group]
        if chosen:
            lines += [f"## {title}", "", text, "", picture(group, title, chosen), "", *peers(chosen), ""]
        if group == "training":
            lines += peak(rows)
    chosen = [row for row in rows if row["group"] == "limits"]
    if chosen:
        lines += ["## Against a limit of our own", "",
                  "Pages are opened from disk by a headless Chromium that draws without a GPU. Of its frames the "
                  "longest of all rounds counts, so whatever else the machine does shows in them.", "",
                  *limits(chosen), ""]
    return "\n".join(lines + not_measured(failures)).rstrip() + "\n"


def table(chosen, failures, left_out):
    """What `--quick` prints: tables without pictures, and what was left out."""
    of_peers = [row for row in chosen if "ratio" in row]
    of_limits = [row for row in chosen if row["group"] == "limits"]
    lines = [*(peers(of_peers) if of_peers else []), "", *peak(chosen), *(limits(of_limits) if of_limits else []), "",
             *not_measured(failures)]
    if left_out:
        lines += ["Left out of this quick look: " + ", ".join(f"{case.name} ({case.slow})" for case in left_out) + "."]
    return "\n".join(lines).strip() + "\n"


def summary(rows):
    """How many rows are as wanted, and which are not."""
    short = [row["title"] for row in rows if holds(row) is False]
    reached = sum(holds(row) is True for row in rows)
    if not short:
        return f"All {reached} rows that have a wanted figure reach it."
    return f"{reached} rows reach what was wanted, {len(short)} fall{'s' * (len(short) == 1)} short: {'; '.join(short)}."


def sessions(rows):
    """Of which sessions the rows are."""
    found = sorted({row["measured"] for row in rows})
    if len(found) == 1:
        return f"All rows are of one session, which began at {found[0]}."
    parts = [f"of {when} are " + ", ".join(f"`{row['name']}`" for row in rows if row["measured"] == when)
             for when in found]
    return ("**The rows are of several sessions:** " + "; ".join(parts)
            + ". Machine and versions are those of the last one.")


def peers(rows):
    lines = ["| work | peer | peer's time | ours | times faster | wanted | holds | our memory | the peer's | rounds |",
             "|---|---|---|---|---|---|---|---|---|---|"]
    for row in rows:
        lines.append(f"| {row['title']} | {row['peer']} | {duration(row['theirs']['seconds'])} "
                     f"| {duration(row['ours']['seconds'])} | {number(row['ratio'])} | {number(row['wanted'])} "
                     f"| {verdict(row)} | {memory(row)} | {row['theirs']['mb']:.0f} MB | {row['rounds']} |")
    return lines + notes(rows)


def limits(rows):
    lines = ["| work | ours | at most | holds | rounds |", "|---|---|---|---|---|"]
    for row in rows:
        most = "–" if row["most"] is None else f"{number(row['most'])} {row['unit']}"
        lines.append(f"| {row['title']} | {number(row['value'])} {row['unit']} | {most} | {verdict(row)} "
                     f"| {row['rounds']} |")
    return lines + notes(rows)


def peak(rows):
    """How far each training is from the peak of the matrix product."""
    speeds = {row["name"]: row["gflops"] for row in rows if row["group"] == "peak"}
    chosen = [row for row in rows if row["name"] in OPERATIONS]
    if not speeds or not chosen:
        return []
    lines = ["### How far training is from the peak", "",
             f"The library's own matrix product reaches {speeds['peak/all']:.0f} GFLOP/s here, on one thread "
             f"{speeds['peak/one']:.0f}. `Benchmarks/bench/arithmetic.py` counts the operations; "
             "[docs/training-speed.md](../docs/training-speed.md) says what the rest of the time is spent on.", "",
             "| case | arithmetic | at the peak | measured | part of the peak |", "|---|---|---|---|---|"]
    parts = []
    for row in chosen:
        operations, seconds = OPERATIONS[row["name"]], row["ours"]["seconds"]
        at_peak = operations / speeds["peak/all"] / 1e9
        parts.append(at_peak / seconds)
        lines.append(f"| {row['name']} | {operations / 1e9:.3g} GFLOP | {duration(at_peak)} | {duration(seconds)} "
                     f"| {100 * parts[-1]:.1f} % |")
    if max(parts) > 1:
        lines += ["", "A part above 100 % was measured while the processor gave this machine more of its speed than it did "
                  "for the product alone, earlier in the session."]
    return lines + [""]


def picture(group, title, rows):
    text = "; ".join(f"{row['label']}: {number(row['ratio'])}" for row in rows)
    return f"![{title}, times as fast as the peer. {text}](charts/{group}.svg)"


def notes(rows):
    return [line for row in rows if "note" in row for line in ("", row["note"])]


def not_measured(failures):
    return [line for name, reason in failures for line in (f"**Not measured:** `{name}`: {reason}", "")]


def verdict(row):
    return {True: "yes", False: "**falls short**", None: "–"}[holds(row)]


def memory(row):
    text = f"{row['ours']['mb']:.0f} MB"
    if row["most_mb"]:
        text += f" (wanted: under {row['most_mb']})"
    if row["most_memory_share"]:
        text += f" (wanted: at most {row['most_memory_share'] * row['theirs']['mb']:.0f})"
    return text


def number(value):
    """Three digits, or all of a whole number."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def duration(seconds):
    return f"{number(seconds)} s" if seconds >= 1 else f"{seconds * 1e3:.3g} ms"
