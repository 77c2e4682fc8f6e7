"""Whole-process figures of the workbench beside a public peer, alternating so that a noisy machine hits both.

Prints wall milliseconds (median and range) and peak memory of each command, and the ratio of the medians. The peer is
pydantic-evals from PyPI: its start-up, and an evaluation of as many trivial cases (one function call, two checks each)
as the core suite has whole coach sessions.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

WORKBENCH = sys.argv[1]
RUNS = 11
CASES = 6

PEER_START = "import pydantic_evals"
PEER_RUN = f"""
import asyncio
from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import Contains, EqualsExpected
cases = [Case(name=str(i), inputs=str(i), expected_output="answer " + str(i)) for i in range({CASES})]
dataset = Dataset(name="peer", cases=cases, evaluators=[EqualsExpected(), Contains(value="answer")])
async def task(text: str) -> str:
    return "answer " + text
report = asyncio.run(dataset.evaluate(task, progress=False))
report.print()
"""


def measure(command):
    """Wall milliseconds and peak resident megabytes of one run of a command."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = (time.perf_counter() - began) * 1000
    if status != 0:
        sys.exit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    return elapsed, usage.ru_maxrss / 1024


def compare(title, ours, theirs, peer):
    """Runs two commands in turn, after one run of each that does not count, and prints both."""
    samples = {0: [], 1: []}
    for turn in range(RUNS + 1):
        for which, command in enumerate((ours, theirs)):
            sample = measure(command)
            if turn > 0:
                samples[which].append(sample)
    print(title)
    medians = []
    for which, name in enumerate(("workbench", peer)):
        times = [sample[0] for sample in samples[which]]
        memory = max(sample[1] for sample in samples[which])
        medians.append(statistics.median(times))
        print(f"  {name:22} {medians[which]:9.1f} ms  ({min(times):.1f} to {max(times):.1f})  peak {memory:6.1f} MB")
    print(f"  {'ratio':22} {medians[0] / medians[1]:9.3f}")


with tempfile.TemporaryDirectory() as folder:
    compare(
        "start-up: workbench --version (aim: within 25 ms)",
        [WORKBENCH, "--version"], [sys.executable, "-c", PEER_START], "pydantic-evals import")
    compare(
        "core suite, built (aims: within 2 s, under 150 MB)",
        [WORKBENCH, "run", "suites/core.yaml", "--out", f"{folder}/core", "--golden", "never", "--display", "none"],
        [sys.executable, "-c", PEER_RUN], f"pydantic-evals {CASES} cases")
    compare(
        "core suite, 100 trials of each case (600 sessions)",
        [WORKBENCH, "run", "suites/core.yaml", "--trials", "100", "--out", f"{folder}/many", "--golden", "never",
         "--display", "none"],
        [sys.executable, "-c", PEER_RUN.replace(f"range({CASES})", "range(600)")], "pydantic-evals 600 cases")
