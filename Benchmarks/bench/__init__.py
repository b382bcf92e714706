"""Measures Lossline beside its peers: the same work, in turn, in one session. Needs nothing but Python's own library.

    process       runs a program and takes its time and memory
    case          what is measured: work beside a peer, or work against a limit
    session       the programs under test, the peers' environments, and the inputs that cases share
    training, charts, logs, reports, pages, snapshots
                  the cases, one file for each kind
    webdriver     the browser that opens pages
    arithmetic    how many operations a training takes, and how far it is from the peak of the matrix product
    catalog       all cases in the order of the tables
    machine       what a session runs on, and all versions
    results       the rows as JSON, kept and merged
    markdown      the rows as RESULTS.md
"""
