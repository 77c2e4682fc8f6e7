"""Whole coach sessions beside what a public agent framework spends on as many model and tool calls.

Ours is one session of F02 in one process: five agents, facts, prompts, twelve rails on each draft, QA & citation, and
every event and call made durable in an in-memory SQLite before it is delivered. The peers do less, and each line says
what: pydantic-ai runs its own TestModel for as many agent runs with as many tool calls, with neither figures nor rails
nor a store; the plain loop writes as many events as JSON to an in-memory sqlite3, one commit each, and nothing else.
They bound from below what such a run costs elsewhere; the ratios are not a race between equals.
"""

import json
import sqlite3
import statistics
import subprocess
import sys
import time

SESSIONS, PROJECT = sys.argv[1], sys.argv[2]
RUNS = 200


def measure(work):
    """Milliseconds of each of `RUNS` calls, after a tenth as many that do not count."""
    times = []
    for run in range(RUNS + RUNS // 10):
        began = time.perf_counter_ns()
        work()
        if run >= RUNS // 10:
            times.append((time.perf_counter_ns() - began) / 1e6)
    return times


def framework(model_calls, tool_calls, facts):
    """One session's worth of pydantic-ai: agent runs with a structured answer, each calling its share of the tools."""
    import pydantic
    from pydantic_ai import Agent
    from pydantic_ai.models.test import TestModel

    class Draft(pydantic.BaseModel):
        title: str
        body_md: str
        claims: list[str]
        citations: list[str]

    def agent(calls_tools):
        agent = Agent(TestModel(call_tools="all" if calls_tools else []), output_type=Draft)
        if calls_tools:
            @agent.tool_plain
            def read() -> list[dict]:
                return [{"id": f"fact.{k}", "value": k, "display": str(k)} for k in range(facts // max(1, tool_calls))]
        return agent

    # A run of TestModel calls each tool once, so that a run stands for one tool call at most.
    agents = [agent(k < tool_calls) for k in range(model_calls)]

    def session():
        for agent in agents:
            agent.run_sync("Write the insight.")

    return session


def plain_store(events):
    """As many events as JSON into sqlite3, each committed before the next."""
    payload = {"node": "goal_insights", "facts": [{"id": f"goal.g1.{k}", "value": k} for k in range(20)]}

    def session():
        store = sqlite3.connect(":memory:", isolation_level=None)
        store.execute("CREATE TABLE events (session TEXT, seq INTEGER, payload TEXT, PRIMARY KEY (session, seq))")
        for seq in range(events):
            store.execute("INSERT INTO events VALUES (?, ?, ?)", ("s", seq, json.dumps(payload)))
        store.close()

    return session


def show(name, times):
    times = sorted(times)
    rank = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    print(f"  {name:44} p50 {statistics.median(times):9.2f} ms   p95 {rank(0.95):9.2f} ms")


ours = json.loads(subprocess.run([SESSIONS, PROJECT, "time", str(RUNS)], check=True, capture_output=True).stdout)
print(
    f"a session of F02 ({ours['events']} events, {ours['facts']} facts, {ours['model_calls']} model calls, "
    f"{ours['tool_calls']} tool calls, {ours['input_tokens']} + {ours['output_tokens']} tokens; aim: p50 under 10 ms "
    "without simulated paths)")
for name, key in (("coach, closed form", "closed_form"), ("coach, 10,000 simulated paths a goal", "monte_carlo")):
    print(f"  {name:44} p50 {ours[key]['p50']:9.2f} ms   p95 {ours[key]['p95']:9.2f} ms")
try:
    show(
        "pydantic-ai TestModel, as many runs and tools",
        measure(framework(ours["model_calls"], ours["tool_calls"], ours["facts"])))
except ImportError:
    print("  pydantic-ai is not installed; nothing to compare with")
show("python json + sqlite3, as many events", measure(plain_store(ours["events"])))

heap = json.loads(
    subprocess.run([SESSIONS, PROJECT, "heap", "5000"], check=True, capture_output=True).stdout)
print(f"{heap['runs']} sessions one after another (aim: heap in use stays flat)")
print("  KB in use at quiet points  " + " ".join(f"{sample // 1024}" for sample in heap["samples"]))
print(f"  {heap['slope']:.1f} bytes a run; peak resident {heap['peak_resident_megabytes']:.0f} MB")

cancel = json.loads(subprocess.run([SESSIONS, PROJECT, "cancel", "200"], check=True, capture_output=True).stdout)
print("200 sessions cancelled while no model answers (aim: p99 under 50 ms to the terminal event)")
print(f"  {'coach, cancel to record':44} p50 {cancel['p50']:9.2f} ms   p99 {cancel['p99']:9.2f} ms")


def asyncio_cancel():
    """Milliseconds to cancel three asyncio tasks that wait for ever; nothing is told and nothing kept."""
    import asyncio

    async def once():
        tasks = [asyncio.create_task(asyncio.Event().wait()) for _ in range(3)]
        await asyncio.sleep(0)
        began = time.perf_counter_ns()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return (time.perf_counter_ns() - began) / 1e6

    return [asyncio.run(once()) for _ in range(200)]


show("python asyncio, three waiting tasks", asyncio_cancel())
