"""All cases, in the order of the tables."""
import fnmatch

from . import arithmetic, charts, logs, pages, reports, snapshots, training

CASES = [*training.CASES, *arithmetic.CASES, *charts.CASES, *logs.CASES, *reports.CASES,
         *charts.LIMITS, *reports.LIMITS, *pages.LIMITS, *snapshots.LIMITS]


def chosen(patterns):
    """The cases whose group is one of these words or whose name has one of these patterns; all of them without any.

    Returns them in order, and the patterns that fit none."""
    if not patterns:
        return CASES, []
    unknown = [pattern for pattern in patterns if not any(fits(case, pattern) for case in CASES)]
    return [case for case in CASES if any(fits(case, pattern) for pattern in patterns)], unknown


def fits(case, pattern):
    return case.group == pattern or fnmatch.fnmatchcase(case.name, pattern)
