#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast `mia-engine serve` answers: bench_serve.py build/release/bin/mia-engine [--model DIR]"""
import argparse
import json
import pathlib
import random
import statistics
import struct
import subprocess
import tempfile
import time
import zlib


def write_png(path, seed):
    """Noise in a few colours, 320 x 240, so that every picture is one of its own."""
    random.seed(seed)
    rows = b"".join(b"\0" + bytes(random.choices(range(256), k=3)) * 320 for _ in range(240))

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 320, 240, 8, 2, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Engine:
    def __init__(self, program):
        self.process = subprocess.Popen([program, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.id = 0

    def ask(self, **fields):
        """-> (seconds to the first token or None, seconds to the end, last reply)"""
        self.id += 1
        begun = time.perf_counter()
        self.process.stdin.write(json.dumps({"v": 1, "id": self.id, **fields}).encode() + b"\n")
        self.process.stdin.flush()
        first = None
        for line in self.process.stdout:
            now = time.perf_counter() - begun
            reply = json.loads(line)
            if reply["id"] != self.id:
                continue
            if reply["type"] == "error":
                raise SystemExit(reply["words"])
            if reply["type"] == "token" and first is None:
                first = now
            if reply["type"] not in ("started", "token"):
                return first, time.perf_counter() - begun, reply
        raise SystemExit("the engine ended")


def summary(name, seconds):
    ordered = sorted(seconds)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    print(f"{name:34} p50 {1e3 * statistics.median(ordered):7.1f} ms   p95 {1e3 * p95:7.1f} ms   ({len(ordered)})")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine")
    parser.add_argument("--model", default=str(pathlib.Path(__file__).parents[3] / "resources/demo/model"))
    parser.add_argument("--requests", type=int, default=100)
    parser.add_argument("--tokens", type=int, default=200)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / f"{i}.png" for i in range(3 * arguments.requests)]
        for i, file in enumerate(files):
            write_png(file, i)
        begun = time.perf_counter()
        engine = Engine(arguments.engine)
        loaded = engine.ask(type="load", model=arguments.model)[2]
        print(f"start and load                     {time.perf_counter() - begun:.2f} s "
              f"({loaded['parameters']:,} parameters, {loaded['dtype']})")

        def asked(i, kind, **fields):
            names = [str(file) for file in files[3 * i:3 * i + 3]]
            return engine.ask(type=kind, model=arguments.model, files=names, prompt="What is in Image2?", **fields)

        fresh = [asked(i, "answer")[0] for i in range(arguments.requests)]
        known = [asked(i, "answer")[0] for i in range(arguments.requests)]
        maps = [asked(i, "answer", maps=[0, -1])[0] for i in range(arguments.requests)]
        summary("first token, three fresh pictures", fresh)
        summary("first token, pictures seen before", known)
        summary("first token, with its maps", maps)
        made, seconds, answer = 0, 0.0, None
        for seed in range(10_000):
            first, whole, done = asked(0, "answer", draw=1, temperature=5, seed=seed,
                                       max_new_tokens=arguments.tokens, maps=[0, -1])
            count = len(done["answer"]["token_ids"])
            if count > 20:
                made, seconds, answer = made + count - 1, seconds + whole - first, done["answer"]
            if made >= 10 * arguments.tokens:
                break
        print(f"{'streaming, with shares and maps':34} {made / seconds:.0f} tokens/s")
        ids = answer["token_ids"]
        forced = [asked(0, "force", token_ids=ids)[1] for _ in range(20)]
        summary(f"a given answer of {len(ids)} tokens", forced)
        heads = [asked(0, "attention", token_ids=ids, layers=[1, 1], each_head=True)[1] for _ in range(20)]
        summary("its maps of every head of a layer", heads)
        engine.process.stdin.close()
        engine.process.wait()


main()
