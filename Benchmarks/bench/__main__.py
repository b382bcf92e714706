"""The command line: `make bench ARGUMENTS="--only charts"`, or `Benchmarks/run.sh --quick`."""
import argparse
import datetime
import os
import sys

from . import catalog, markdown, results
from .machine import machine
from .process import Failure, run
from .session import BENCHMARKS, Session


def main():
    arguments, cases, left_out = parsed()
    now = f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC"
    rows, failures = [], []
    with Session(arguments.lossline, arguments.bench, arguments.swift, arguments.quick) as session:
        described = machine(session)
        if os.getloadavg()[0] > 1:
            print("Other programs are at work on this machine; the figures will show it.", file=sys.stderr)
        for case in cases:
            rounds = 1 if arguments.quick else arguments.rounds or case.rounds
            try:
                rows += [{**row, "measured": now} for row in case.measured(session, rounds)]
            except Exception as error:  # One case must not cost the others their rows.
                reason = str(error) if isinstance(error, Failure) else f"{type(error).__name__}: {error}"
                print(f"  {case.name}: {reason}", file=sys.stderr)
                failures.append((case.name, " ".join(reason.split())))
        if arguments.quick:
            print(markdown.table(rows, failures, left_out))
        else:
            # A session of all cases stands for itself; one of some is put among the rows that are there.
            keep(session, described, results.merged(results.load() if arguments.only else [], rows), failures)
    sys.exit(1 if failures else 0)


def keep(session, described, rows, failures):
    """Writes the JSON, the charts and the page."""
    results.save(described, rows)
    run(session.bench, "draw", results.FILE, BENCHMARKS / "charts")
    page = BENCHMARKS / "RESULTS.md"
    page.write_text(markdown.page(described, rows, failures))
    print(page.read_text())


def parsed():
    """The arguments, the cases to measure, and those that are left out of a quick look."""
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run.sh", description="Measures Lossline beside its peers and writes Benchmarks/RESULTS.md.")
    parser.add_argument("--quick", action="store_true",
                        help="one round of what takes seconds; prints the tables and writes nothing")
    parser.add_argument("--rounds", type=int, metavar="N",
                        help="rounds of every case; by default 3 to 15, fewer for slow peers")
    parser.add_argument("--only", action="extend", nargs="+", metavar="NAME",
                        help="these cases or groups only, such as imdb, 'write*' or charts; other rows are kept")
    tools = parser.add_argument_group("what run.sh passes")
    tools.add_argument("--lossline", required=True, metavar="FILE")
    tools.add_argument("--bench", required=True, metavar="FILE")
    tools.add_argument("--swift", default="swift", metavar="FILE")
    arguments = parser.parse_args()
    if arguments.rounds is not None and arguments.rounds < 1:
        parser.error(f"--rounds: {arguments.rounds} is no number of rounds; 1 is the least")
    cases, unknown = catalog.chosen(arguments.only)
    if unknown:
        names = ", ".join(case.name for case in catalog.CASES)
        parser.error(f"--only: there is no {', '.join(unknown)}; there are {names}")
    left_out = [case for case in cases if arguments.quick and case.slow]
    return arguments, [case for case in cases if case not in left_out], left_out


if __name__ == "__main__":
    main()
