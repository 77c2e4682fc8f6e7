"""What streams cost the servers: the service's engine and façade beside FastAPI on uvicorn behind a Node `http` proxy.

Both serve frames of the same bytes at the same pace to the same client, half of its streams at the engine and half
through the façade or proxy, and take turns within one run. The peers do less: nothing is stored and nobody is asked
who they are, where ours verifies a token for every stream and reads events from, or commits them to, SQLite with
`synchronous = FULL`. uvicorn runs one worker with uvloop and httptools and no log of requests; Node keeps connections
alive. `--runs N` (5) repeats it all, `--only ours|theirs` and `--part replay|live|crowd` cut it down.

  replay   100 sessions of 1,000 events that are over: sent as fast as they are read
  live     100 sessions, an event every 50 ms in each: ours each durable before it is sent
  crowd    1,000 sessions, an event every 500 ms in each: what memory the servers hold

CPU seconds are those of both servers from the first connection to the end of the last stream, by /proc/PID/stat.
Memory is the most that both held together in samples a second apart, by /proc/PID/smaps_rollup: RSS counts shared
pages in each process, PSS shares them out. Latency runs on one clock from before an event is made (ours: before it is
committed) until the client has its bytes; the first tenth of each stream warms up and does not count.
"""

import argparse
import json
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

BYTES = 160
PARTS = {
    "replay": dict(sessions=100, events=1000, pace=0),
    "live": dict(sessions=100, events=200, pace=50),
    "crowd": dict(sessions=1000, events=20, pace=500),
}
PEER = pathlib.Path(__file__).parent / "Streams/peer"


def start(command, **environment):
    return subprocess.Popen(
        [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {name: str(value) for name, value in environment.items()})


def hear(process, word):
    """The rest of the line a process says that it is ready with."""
    line = process.stdout.readline().split()
    if not line or line[0] != word:
        sys.exit(f"streams: {process.args[0]} said {line} where {word} was due")
    return line[1:]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ours(program, folder, sessions, events, pace):
    engine = start([program, "engine", "--folder", folder, "--sessions", sessions, "--events", events,
                    "--bytes", BYTES, "--pace", pace])
    engine_port = hear(engine, "listening")[0]
    facade = start([program, "facade", "--folder", folder, "--engine", f"http://127.0.0.1:{engine_port}"])
    facade_port = hear(facade, "listening")[0]
    return [engine, facade], [
        f"http://127.0.0.1:{engine_port}/api/aicoach/stream?session_id=",
        f"http://127.0.0.1:{facade_port}/api/ai/coach/stream?sessionId="]


def theirs(program, folder, sessions, events, pace):
    targets = pathlib.Path(folder) / "targets"
    targets.write_text("".join(f"{place:08x}-0000-8000-8000-{place:012x} - -\n" for place in range(sessions)))
    ports = free_port(), free_port()
    engine = start(
        [sys.executable, "-m", "uvicorn", "engine:app", "--app-dir", PEER, "--port", ports[0], "--loop", "uvloop",
         "--http", "httptools", "--no-access-log", "--log-level", "warning"],
        SESSIONS=sessions, EVENTS=events, BYTES=BYTES, PACE_MS=pace, TARGETS=targets)
    hear(engine, "ready")
    proxy = start(["node", PEER / "proxy.mjs", *ports], NODE_ENV="production")
    hear(proxy, "ready")
    path = "/api/aicoach/stream?session_id="
    # It says so before it listens.
    while socket.socket().connect_ex(("127.0.0.1", ports[0])):
        time.sleep(0.02)
    return [engine, proxy], [f"http://127.0.0.1:{port}{path}" for port in ports]


def end(server):
    """Waits for a server that was told to stop; one that does not is worth a word, and no reason to wait for ever."""
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        print(f"streams: {server.args[:2]} did not stop within 20 s and was killed", file=sys.stderr)
        server.kill()
        server.wait()


def cpu(servers):
    """Seconds of processor time each server has taken."""
    ticks = [pathlib.Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split() for server in servers]
    return [(int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") for fields in ticks]


def memory(servers):
    """Megabytes of both servers together, as RSS and PSS."""
    totals = {"Rss": 0, "Pss": 0}
    for server in servers:
        for line in pathlib.Path(f"/proc/{server.pid}/smaps_rollup").read_text().splitlines()[1:]:
            name, value = line.split()[:2]
            if name[:-1] in totals:
                totals[name[:-1]] += int(value) / 1024
    return totals["Rss"], totals["Pss"]


def measure(make, program, part):
    """One run of one part by one side."""
    shape = PARTS[part]
    with tempfile.TemporaryDirectory(dir=".build", prefix="streams-") as folder:
        servers, (direct, proxied) = make(program, folder, **shape)
        try:
            before = cpu(servers)
            client = start([program, "follow", "--targets", f"{folder}/targets", "--direct", direct,
                            "--proxied", proxied, "--events", shape["events"]])
            hear(client, "connected")
            if shape["pace"]:
                servers[0].stdin.write("go\n")
                servers[0].stdin.flush()
            said = []
            reader = threading.Thread(target=lambda: said.append(client.stdout.readline()))
            reader.start()
            samples = [memory(servers)]
            while reader.join(1) or reader.is_alive():
                samples.append(memory(servers))
            spent = [after - start for after, start in zip(cpu(servers), before)]
            if client.wait() or not said[0]:
                sys.exit(f"streams: the client of {part} failed")
            return figures(json.loads(said[0]), spent, samples)
        finally:
            for server in servers:
                server.terminate()
            for server in servers:
                end(server)


def figures(told, spent, samples):
    halves = [told["direct"], told["proxied"]]
    events = sum(half["events"] for half in halves)
    return {
        "cpu": sum(spent) / events * 100_000, "cpu_engine": spent[0] / events * 100_000,
        "cpu_facade": spent[1] / events * 100_000, "rss": max(rss for rss, _ in samples),
        "pss": max(pss for _, pss in samples), "bytes": sum(half["bytes"] for half in halves) / events,
        "seconds": told["seconds"],
        **{f"{rank}_{way}": told[way][f"{rank}_us"] / 1000
           for rank in ("p50", "p99") for way in ("direct", "proxied")}}


ROWS = [
    ("replay", "cpu", "replay: CPU s per 100,000 events", "aim: at most 0.5"),
    ("replay", "cpu_engine", "  of these the engine", ""),
    ("replay", "cpu_facade", "  of these the façade", ""),
    ("replay", "seconds", "  seconds until all have all", ""),
    ("live", "cpu", "live, durable: CPU s per 100,000 events", "aim: at most 0.8"),
    ("live", "cpu_engine", "  of these the engine", ""),
    ("live", "cpu_facade", "  of these the façade", ""),
    ("live", "p50_direct", "  latency p50 direct, ms", ""),
    ("live", "p99_direct", "  latency p99 direct, ms", ""),
    ("live", "p50_proxied", "  latency p50 proxied, ms", ""),
    ("live", "p99_proxied", "  latency p99 proxied, ms", "aim: at most 1"),
    ("crowd", "rss", "1,000 sessions: RSS of both, MB", "aim: at most 0.5"),
    ("crowd", "pss", "1,000 sessions: PSS of both, MB", "aim: at most 0.5"),
    ("crowd", "cpu", "  CPU s per 100,000 events", ""),
    ("crowd", "p99_proxied", "  latency p99 proxied, ms", ""),
]


def spread(values):
    return f"{statistics.median(values):8.2f} [{min(values):.2f}–{max(values):.2f}]"


def show(results):
    print(f"{'':40}  {'ours':24}{'theirs':24}{'ratio':20}")
    for part, key, title, aim in ROWS:
        columns = [[run[side][part][key] for run in results if part in run.get(side, {})] for side in ("ours", "theirs")]
        if not any(columns):
            continue
        ratios = [mine / other for mine, other in zip(*columns) if other]
        cells = [f"{spread(values) if values else '':24}" for values in [*columns, ratios]]
        print(f"{title:40}{''.join(cells)}{aim}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=["ours", "theirs"])
    parser.add_argument("--part", choices=PARTS)
    options = parser.parse_args()
    sides = {"ours": ours, "theirs": theirs}
    results = []
    for run in range(options.runs):
        result = {side: {} for side in sides if options.only in (None, side)}
        for part in [options.part] if options.part else PARTS:
            # Who goes first changes from run to run.
            for side in list(result)[:: -1 if run % 2 else 1]:
                result[side][part] = measure(sides[side], options.program, part)
            sizes = {round(result[side][part]["bytes"]) for side in result}
            if max(sizes) - min(sizes) > 1:
                sys.exit(f"streams: the events of the two sides differ in size: {sorted(sizes)} bytes")
        results.append(result)
        print(f"run {run + 1} of {options.runs}", file=sys.stderr)
    print(f"{options.runs} runs, medians [least–greatest]; events of {BYTES} bytes in frames of {max(sizes)}")
    show(results)


main()
