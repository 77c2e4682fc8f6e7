"""The money arithmetic beside public peers from PyPI, timed in the same minute: pyxirr, numpy and Python's csv module.

Each figure is the fastest of several rounds on both sides, and the whole comparison is made three times; the middle
ratio is printed. Below 1 the workbench is faster.
"""

import csv
import datetime
import gzip
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy
import pyxirr

FIGURES, PROJECT, REFERENCE = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])


def fastest(rounds, calls, work):
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter_ns()
        for _ in range(calls):
            work()
        best = min(best, (time.perf_counter_ns() - began) / calls)
    return best


def add_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1)


START = datetime.date(2014, 1, 5)
DATES = [add_months(START, k) for k in range(121)]
AMOUNTS = [-5000.0] * 120 + [1161695.0]


def monte_carlo():
    """The same savings plan, vectorised over 10,000 paths: one draw and one exponential a month."""
    generator = numpy.random.default_rng(20261122)
    s2 = numpy.log1p((0.18 / 1.12) ** 2)
    m, s = (numpy.log1p(0.12) - s2 / 2) / 12, numpy.sqrt(s2 / 12)
    growth = numpy.exp(m + s * generator.standard_normal((120, 10_000)))
    value = numpy.zeros(10_000)
    for month in range(120):
        value = (value + 10_000) * growth[month]
    return (value >= 2_500_000).mean()


def read_csv(text):
    return sum(1 for row in csv.reader(text.splitlines(), delimiter=";") if row and row[0].isdigit())


archive = REFERENCE / "nav/amfi_snapshots/NAVAll_2025-05-16.txt.gz"
if not archive.exists():
    sys.exit(f"figures: {archive} is not there; set COACH_REFERENCE_DIR")
raw = gzip.open(archive).read()
text = raw.decode("utf-8")
with tempfile.TemporaryDirectory() as folder:
    unpacked = os.path.join(folder, "NAVAll.txt")
    pathlib.Path(unpacked).write_bytes(raw)
    rounds = []
    for _ in range(3):
        ours = json.loads(subprocess.run([FIGURES, PROJECT, unpacked], check=True, capture_output=True).stdout)
        theirs = {
            "xirr_121_flows": fastest(30, 200, lambda: pyxirr.xirr(DATES, AMOUNTS)),
            "monte_carlo_10000x120": fastest(15, 1, monte_carlo),
            "navall": fastest(15, 1, lambda: read_csv(text)),
        }
        rounds.append((ours, theirs))

PEERS = {
    "xirr_121_flows": ("XIRR of 121 monthly flows, a call", "pyxirr", "aim: at most 1"),
    "monte_carlo_10000x120": ("Monte Carlo, 10,000 paths of 120 months", "numpy", "aim: at most 1.25"),
    "navall": ("NAVAll of 14,025 schemes, parsed", "csv module", "aim: at most 0.2"),
}
for key, (title, peer, aim) in PEERS.items():
    ratio = statistics.median(ours[key] / theirs[key] for ours, theirs in rounds)
    mine = min(ours[key] for ours, _ in rounds) / 1e6
    other = min(theirs[key] for _, theirs in rounds) / 1e6
    print(f"{title}\n  workbench {mine:9.4f} ms   {peer} {other:9.4f} ms   ratio {ratio:.3f}  ({aim})")
snapshot = min(ours["snapshot_f29"] for ours, _ in rounds) / 1e6
print(f"F29, 5,000 transactions, bytes to snapshot\n  workbench {snapshot:9.4f} ms   (aim: under 20 ms)")
