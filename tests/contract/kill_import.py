#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `mia import` with SIGKILL at random moments. After each kill the project must open, be sound
and add up; the same command must go on and, in the end, leave exactly what an import that nobody
killed leaves: nothing twice, nothing lost."""

import argparse
import json
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bench" / "import"))
import generate_llava  # noqa: E402


def start(mia, folder, project):
    return subprocess.Popen([mia, "import", folder / "llava.json", "--images", folder, "--project",
                             project, "--json"], stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


def content(project):
    """What an import leaves, without the ids that depend on the order of events."""
    with sqlite3.connect(project / "project.sqlite") as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert store.execute("PRAGMA foreign_key_check").fetchall() == []
        questions = store.execute(
            "SELECT q.row, q.record_id, i.path, i.content_hash, q.turns FROM questions q "
            "JOIN images i ON i.id = q.image_id ORDER BY q.row").fetchall()
        quarantine = store.execute(
            "SELECT row, record_id, reason, words FROM quarantine ORDER BY row").fetchall()
        images = store.execute("SELECT count(*) FROM images").fetchall()
    return questions, quarantine, images


def status_after_kill(mia, project):
    """Rows that are stored for good; 0 when the kill came before there was a project."""
    done = subprocess.run([mia, "status", "--project", project, "--json"], stdout=subprocess.PIPE)
    if done.returncode == 4:
        assert not (project / "project.sqlite").exists()
        return 0
    assert done.returncode == 0, f"mia status ended with {done.returncode}"
    sources = json.loads(done.stdout)["sources"]
    if not sources:
        return 0
    source = sources[0]
    assert source["rows"] == source["questions"] + sum(source["quarantined"].values()), source
    return source["rows"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mia")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=20261122)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mia-kill-"))
    rng = random.Random(options.seed)
    generate_llava.generate(folder, options.rows, pictures=300, seed=options.seed)

    begun = time.monotonic()
    assert start(options.mia, folder, folder / "whole").wait() == 0
    duration = time.monotonic() - begun
    expected = content(folder / "whole")

    kills = went_on = projects = 0
    project = None
    while kills < options.kills:
        if project is None:
            projects += 1
            project, rows = folder / f"killed-{projects}", 0
        importing = start(options.mia, folder, project)
        try:
            # Where in its life the process dies is left to chance; nothing below depends on it.
            assert importing.wait(timeout=rng.uniform(0, duration * 0.6)) == 0
            assert content(project) == expected
            shutil.rmtree(project)
            project = None
            continue
        except subprocess.TimeoutExpired:
            importing.kill()
            importing.wait()
        kills += 1
        before, rows = rows, status_after_kill(options.mia, project)
        assert rows >= before, f"{before} rows were stored, {rows} are left"
        went_on += rows > before
    if project is not None:
        assert start(options.mia, folder, project).wait() == 0
        assert content(project) == expected
    shutil.rmtree(folder)
    print(f"{kills} kills in {projects} projects, {went_on} of them behind newly stored rows; "
          f"every project ended as the one that was never killed ({options.rows} rows)")


if __name__ == "__main__":
    main()
