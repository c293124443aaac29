#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `mia import`, `mia generate` or `mia train` with SIGKILL at random moments: the command line,
the engine that it started, or both. After each kill the project must open, be sound and have lost
nothing; the same command must go on and, in the end, leave exactly what one that nobody killed
leaves: nothing twice, nothing lost.

    kill_verbs.py import|generate|train --bin build/dev/bin [--scenes build/dev/tests/write_scenes]
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bench" / "import"))
import generate_llava  # noqa: E402

SEED = 20261122


def mia(options, project, verb, *arguments):
    return [options.bin / "mia", verb, "--project", project, "--json", *map(str, arguments)]


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, f"{command} ended with {done.returncode}: {done.stderr}"
    return json.loads(done.stdout)


def rows_of(project, query):
    with sqlite3.connect(project / "project.sqlite") as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert store.execute("PRAGMA foreign_key_check").fetchall() == []
        return store.execute(query).fetchall()


class Import:
    """100,000 rows over 300 pictures."""

    def __init__(self, options, folder):
        self.options, self.data = options, folder / "data"
        generate_llava.generate(self.data, 100_000, pictures=300, seed=SEED)

    def prepare(self, project):
        pass

    def command(self, project):
        return mia(self.options, project, "import", self.data / "llava.json", "--images", self.data)

    def done_so_far(self, project):
        """Rows that are stored for good; 0 when the kill came before there was a project."""
        if not (project / "project.sqlite").exists():
            return 0
        sources = run(mia(self.options, project, "status"))["sources"]
        if not sources:
            return 0
        source = sources[0]
        assert source["rows"] == source["questions"] + sum(source["quarantined"].values()), source
        return source["rows"]

    def content(self, project):
        # Without the ids, which depend on the order of events.
        return (rows_of(project, "SELECT q.row, q.record_id, i.path, i.content_hash, q.turns FROM questions q "
                                 "JOIN images i ON i.id = q.image_id ORDER BY q.row"),
                rows_of(project, "SELECT row, record_id, reason, words FROM quarantine ORDER BY row"),
                rows_of(project, "SELECT count(*) FROM images"))


class OnScenes:
    """A project over the demo's scenes with samples of every layout, copied for each attempt."""

    def __init__(self, options, folder):
        self.options, self.ready = options, folder / "ready"
        subprocess.run([options.scenes, folder / "scenes", "train", "80", str(SEED)], check=True)
        run(mia(options, self.ready, "import", folder / "scenes" / "train.json", "--images", folder / "scenes"))
        for layout in ("sequence", "grid", "pip"):
            run(mia(options, self.ready, "compose", "--layout", layout, "--samples", 60, "--held-out-share", 0))

    def prepare(self, project):
        shutil.copytree(self.ready, project)

    def only_run(self, project, kind):
        runs = sorted((project / "runs").glob(f"{kind}-*"))
        assert len(runs) <= 1, f"one verb made {len(runs)} runs"
        return runs[0] if runs else None


class Generate(OnScenes):
    def command(self, project):
        return mia(self.options, project, "generate", "--samples", 3, "--batch-size", 4, "--max-new-tokens", 24)

    def done_so_far(self, project):
        run(mia(self.options, project, "status"))
        folder = self.only_run(project, "generate")
        answers = folder / "answers.jsonl" if folder else None
        return answers.read_bytes().count(b"\n") if answers and answers.exists() else 0

    def content(self, project):
        return (rows_of(project, "SELECT c.sample_id, c.number, c.origin, c.text, c.complete, t.tokens "
                                 "FROM candidates c JOIN candidate_tokens t ON t.candidate_id = c.id "
                                 "ORDER BY c.sample_id, c.number"),
                rows_of(project, "SELECT c.sample_id, c.number, m.layer, m.picture, length(m.map) FROM candidates c "
                                 "JOIN attention_maps m ON m.candidate_id = c.id ORDER BY 1, 2, 3, 4"))


class Train(OnScenes):
    def __init__(self, options, folder):
        super().__init__(options, folder)
        run(mia(options, self.ready, "generate", "--samples", 3, "--max-new-tokens", 24))
        selected = run(mia(options, self.ready, "select", "--wrong", "string", "--min-perplexity", 1))
        assert selected["selected"] >= 16, f"{selected['selected']} pairs are too few to train on"

    def command(self, project):
        return mia(self.options, project, "train", "--max-steps", 40, "--batch-size", 4, "--micro-batch-size", 4,
                   "--lora-r", 4, "--save-steps", 2, "--num-train-epochs", 100)

    def events(self, project):
        folder = self.only_run(project, "train")
        events = folder / "events.jsonl" if folder else None
        if not events or not events.exists():
            return []
        # A last line that the kill cut short is the engine's to mend when it goes on.
        return [json.loads(line) for line in events.read_bytes().split(b"\n")[:-1]]

    def steps(self, project, kind):
        return [event["step"] for event in self.events(project) if event["type"] == kind]

    def done_so_far(self, project):
        """Steps behind the last checkpoint are trained again."""
        run(mia(self.options, project, "status"))
        return max(self.steps(project, "checkpoint"), default=0)

    def content(self, project):
        adapter = self.only_run(project, "train") / "adapter" / "adapter_model.safetensors"
        return self.steps(project, "metrics"), adapter.read_bytes()


def children(pid):
    try:
        return [int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def kill_some(rng, process):
    """The command line, its engine or both; the engine is then given up by nobody but itself."""
    engines = children(process.pid)
    victims = rng.choice([[process.pid], engines, [process.pid, *engines]]) or [process.pid]
    for victim in victims:
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            pass
    process.wait()


def main():
    verbs = {"import": Import, "generate": Generate, "train": Train}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=verbs)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--scenes", type=pathlib.Path, help="the program write_scenes (generate and train)")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mia-kill-"))
    rng = random.Random(options.seed)
    work = verbs[options.verb](options, folder)

    def start(project):
        return subprocess.Popen(work.command(project), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    whole = folder / "whole"
    work.prepare(whole)
    begun = time.monotonic()
    assert start(whole).wait() == 0
    duration = time.monotonic() - begun
    expected = work.content(whole)

    kills = went_on = projects = 0
    project = None
    while kills < options.kills:
        if project is None:
            projects += 1
            project, stored = folder / f"killed-{projects}", 0
            work.prepare(project)
        working = start(project)
        try:
            # Where in its life the process dies is left to chance; nothing below depends on it.
            assert working.wait(timeout=rng.uniform(0, duration)) == 0
            assert work.content(project) == expected
            shutil.rmtree(project)
            project = None
            continue
        except subprocess.TimeoutExpired:
            kill_some(rng, working)
        kills += 1
        before, stored = stored, work.done_so_far(project)
        assert stored >= before, f"{before} were stored, {stored} are left"
        went_on += stored > before
    if project is not None:
        assert start(project).wait() == 0
        assert work.content(project) == expected
    shutil.rmtree(folder)
    assert went_on >= options.kills // 5, f"only {went_on} kills fell behind newly stored work: ask for more work"
    print(f"{options.verb}: {kills} kills in {projects} projects, {went_on} of them behind newly stored work; "
          f"every project ended as the one that was never killed")


if __name__ == "__main__":
    main()
