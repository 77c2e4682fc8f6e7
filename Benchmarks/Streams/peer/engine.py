"""The peer's engine: FastAPI on uvicorn, sessions in memory, nothing stored, nobody asked who they are.

Frames are byte for byte as long as ours: the same fields, the same envelope, the same payload. `PACE_MS=0` sends what
is there without a pause, its payloads dumped beforehand; otherwise each session makes an event every `PACE_MS` once a
line has come on standard input, the sessions spread evenly over the pace.
"""

import asyncio
import json
import os
import sys
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

SESSIONS, EVENTS = int(os.environ["SESSIONS"]), int(os.environ["EVENTS"])
BYTES, PACE = int(os.environ["BYTES"]), int(os.environ["PACE_MS"]) / 1000
TARGETS = [line.split() for line in open(os.environ["TARGETS"])]
PLACES = {target[0]: place for place, target in enumerate(TARGETS)}


def payload():
    """An event's own data, which says when it was made."""
    data = {"at": time.monotonic_ns(), "pad": ""}
    data["pad"] = "x" * (BYTES - len(json.dumps(data, separators=(",", ":"))))
    return data


def stamp():
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def kind(seq):
    return "session.completed" if seq == EVENTS else "tool.result"


STORED = [] if PACE else [(stamp(), json.dumps(payload(), separators=(",", ":"))) for _ in range(EVENTS)]


def replay(session):
    """Puts the frames of stored payloads together, as a store of texts would have it done."""
    for seq, (ts, data) in enumerate(STORED, 1):
        type = kind(seq)
        yield (
            f'id: {seq}\nevent: {type}\ndata: {{"v":1,"seq":{seq},"session":"{session}","ts":"{ts}",'
            f'"type":"{type}","data":{data}}}\n\n'
        )


def live(session, seq):
    type = kind(seq)
    event = {"v": 1, "seq": seq, "session": session, "ts": stamp(), "type": type, "data": payload()}
    return f"id: {seq}\nevent: {type}\ndata: {json.dumps(event, separators=(',', ':'))}\n\n"


async def events(session):
    yield "retry: 2000\n: the stream of a coach session\n\n"
    if not PACE:
        for frame in replay(session):
            yield frame
        return
    began = await app.state.go
    began += PACE * PLACES[session] / SESSIONS
    for seq in range(1, EVENTS + 1):
        await asyncio.sleep(max(0, began + PACE * seq - asyncio.get_running_loop().time()))
        yield live(session, seq)


@asynccontextmanager
async def lifespan(app):
    loop = asyncio.get_running_loop()
    app.state.go = loop.create_future()

    def heard():
        if sys.stdin.readline() and not app.state.go.done():
            app.state.go.set_result(loop.time())
        loop.remove_reader(sys.stdin)

    loop.add_reader(sys.stdin, heard)
    print("ready", flush=True)
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/api/aicoach/stream")
async def stream(session_id: str):
    headers = {"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(session_id), media_type="text/event-stream", headers=headers)
