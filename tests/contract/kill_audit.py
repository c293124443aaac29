#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `mia audit decide` with SIGKILL at random moments while two reviewers decide about the same
pairs at once. What was told as saved must be in the journal, once and as it was said; beyond that
there may be one decision a kill, stored but not told yet. A decision that is sent again after the
kill must not double it.

    kill_audit.py --bin build/dev/bin --scenes build/dev/tests/write_scenes
"""

import argparse
import collections
import json
import pathlib
import random
import shutil
import subprocess
import tempfile

from kill_verbs import SEED, mia, rows_of, run

# More than a reviewer gets through between two kills.
AHEAD = 4000


def make_project(options, folder):
    project = folder / "project"
    subprocess.run([options.scenes, folder / "scenes", "train", "40", str(SEED)], check=True)
    run(mia(options, project, "import", folder / "scenes" / "train.json", "--images", folder / "scenes"))
    run(mia(options, project, "compose", "--layout", "sequence", "--samples", 40, "--held-out-share", 0))
    run(mia(options, project, "generate", "--samples", 0, "--max-new-tokens", 12))
    run(mia(options, project, "select", "--min-perplexity", 0))
    return project


class Reviewer:
    """Decides by notes, each with a text of its own, so that every decision can be told from others."""

    def __init__(self, options, project, name, pairs):
        self.options, self.project, self.name, self.pairs = options, project, name, pairs
        self.told = 0  # notes up to the last that was told as saved
        self.keys = {}  # key -> number of the note
        self.output = project.parent / f"{name}.out"

    def note(self, number):
        return f"{self.name} {number} \u00e9\u2713"

    def start(self, ahead):
        decisions = self.project.parent / f"{self.name}.in"
        lines = "".join(f"{self.pairs[n % len(self.pairs)]} note {self.note(n)}\n"
                        for n in range(self.told, self.told + ahead))
        decisions.write_text(lines, encoding="utf-8")
        command = [self.options.bin / "mia", "audit", "decide", "--project", self.project,
                   "--reviewer", self.name, "--from", decisions]
        with open(self.output, "wb") as output:
            return subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)

    def read(self):
        """Takes in what was told; a last line that the kill cut short was not told."""
        for line in self.output.read_bytes().split(b"\n")[:-1]:
            words = line.decode().split()
            if words[0] != "saved":
                continue
            # Sent again after it was stored but not told: unchanged, so nothing is said about it.
            number = self.told
            while str(self.pairs[number % len(self.pairs)]) != words[1]:
                number += 1
            self.keys[words[3]] = number
            self.told = number + 1


def check(project, reviewers, kills):
    stored = rows_of(project, "SELECT d.key, r.reviewer, d.after FROM decisions d JOIN reviews r ON r.id = d.review_id")
    notes = {key: (reviewer, json.loads(after)["note"]) for key, reviewer, after in stored}
    assert len(notes) == len(stored)
    texts = collections.Counter(note for _, note in notes.values())
    doubled = [text for text, times in texts.items() if times > 1]
    assert not doubled, f"stored twice: {doubled[:3]}"
    told = 0
    for reviewer in reviewers:
        for key, number in reviewer.keys.items():
            assert key in notes, f"told as saved, but lost: {reviewer.note(number)}"
            assert notes[key] == (reviewer.name, reviewer.note(number)), f"{notes[key]} is not what was said"
        told += len(reviewer.keys)
    assert told <= len(notes) <= told + kills, f"{len(notes)} are stored, {told} were told after {kills} kills"
    return len(notes)


def exchange(options, project, other):
    """A copy made before anything was decided takes the journal over as a file, and sends its own."""
    pair = run([*mia(options, other, "audit", "list", "--limit", 1)])["pairs"][0]["pair"]
    run(mia(options, other, "audit", "decide", pair, "accept", "--reviewer", "cara"))
    sent, answer = project.parent / "sent.jsonl", project.parent / "answer.jsonl"
    count = run(mia(options, project, "audit", "journal", "--out", sent))["decisions"]
    run(mia(options, other, "audit", "journal", "--out", answer))
    for attempt in ("added", "known"):
        merged = run(mia(options, other, "audit", "merge", sent))
        assert merged["entries"] == merged[attempt] == count, merged
    assert run(mia(options, project, "audit", "merge", answer))["added"] == 1
    journal = "SELECT d.key, d.time, r.reviewer, r.round, d.kind, d.after FROM decisions d " \
              "JOIN reviews r ON r.id = d.review_id ORDER BY d.key"
    assert rows_of(project, journal) == rows_of(other, journal), "the copies differ"
    audit = run(mia(options, project, "status"))["audit"]
    assert {review["reviewer"] for review in audit["reviews"]} >= {"cara"}, audit


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--scenes", type=pathlib.Path, required=True)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mia-audit-"))
    rng = random.Random(options.seed)
    project = make_project(options, folder)
    other = folder / "other"
    shutil.copytree(project, other)
    listed = run([*mia(options, project, "audit", "list", "--near-misses", "--show", "all", "--limit", 0)])
    pairs = [pair["pair"] for pair in listed["pairs"]]
    assert len(pairs) >= 30, f"{len(pairs)} answers are too few"
    reviewers = [Reviewer(options, project, "anna", pairs), Reviewer(options, project, "ben", pairs[::-1])]

    kills = 0
    while kills < options.kills:
        working = [reviewer.start(AHEAD) for reviewer in reviewers]
        for process in rng.sample(working, len(working)):
            # When the process dies is left to chance; nothing below depends on it.
            try:
                assert process.wait(timeout=rng.uniform(0, 0.4)) == 0
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                kills += 1
        for reviewer in reviewers:
            reviewer.read()
        check(project, reviewers, kills)
    for reviewer in reviewers:
        assert reviewer.start(50).wait() == 0
        reviewer.read()
    stored = check(project, reviewers, kills)
    assert stored > 5 * options.kills, f"only {stored} decisions: the kills came before any work"
    exchange(options, project, other)
    shutil.rmtree(folder)
    print(f"{kills} kills while two reviewers decided: all of {stored} decisions are there, none twice")


if __name__ == "__main__":
    main()
