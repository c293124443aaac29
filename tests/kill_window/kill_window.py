#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the window and the engine with SIGKILL at random moments while somebody works.

    audit   the window, while pairs are decided by keys: the journal holds what was pressed, in that
            order, once, and at least up to what the window showed as saved
    train   the window, the command that it started, its engine, or several of them, during a
            training: it goes on without the window, is gone on with after its own death, and ends
            as one that nobody killed
    ask     the engine, during answers: the window says so, and asks again

    kill_window.py audit|train|ask --driver build/dev/tests/drive_window --bin build/dev/bin
                   --scenes build/dev/tests/write_scenes [--kills 50]
"""

import argparse
import json
import os
import pathlib
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "contract"))
from kill_verbs import SEED, Train, mia, rows_of, run  # noqa: E402

PATIENCE = 240  # seconds for something to be told at all


class Driver:
    """The window with somebody at it, and what it tells."""

    def __init__(self, options, what, project, number=0):
        settings = project.parent / "settings"
        self.process = subprocess.Popen([options.driver, what, project, settings, str(number)],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.lines = []
        self.news = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            if line.endswith("\n"):
                self.news.put(line.split())
        self.news.put(None)

    def next(self, seconds=PATIENCE):
        """The next line's words; None when the window is gone; raises queue.Empty when nothing is told."""
        words = self.news.get(timeout=max(0, seconds))
        if words is None:
            self.process.wait()
            self.news.put(None)
        else:
            self.lines.append(words)
        return words

    def hear_until(self, told):
        """Listens until this word is told; False when the window is gone before."""
        while True:
            words = self.next()
            if words is None or words[0] == told:
                return words is not None

    def hear_for(self, seconds):
        """Listens for so long; False when the window is gone before."""
        end = time.monotonic() + seconds
        while True:
            try:
                if self.next(end - time.monotonic()) is None:
                    return False
            except queue.Empty:
                return True

    def kill(self):
        self.process.kill()
        while self.next() is not None:
            pass


def journal(project):
    """What was decided, in order: (pair, kind, what it says)."""
    rows = rows_of(project, "SELECT p.id, d.kind, d.after FROM decisions d "
                            "JOIN pairs p ON p.candidate_id = d.candidate_id ORDER BY d.id")
    stored = []
    for pair, kind, after in rows:
        state = json.loads(after)
        stored.append((pair, kind, state["note"] if kind == "note" else state["verdict"]))
    return stored


def pressed(lines):
    said = {"accept": "accepted", "reject": "rejected"}
    return [(int(words[2]), words[3], said.get(words[3], " ".join(words[4:])))
            for words in lines if words[0] == "press"]


def audit(options, rng, folder):
    project = folder / "audit"
    shutil.copytree(Train(options, folder).ready, project)
    shown = stored = beyond = 0
    for kill in range(options.kills):
        driver = Driver(options, "audit", project, kill)
        # Some die before the first decision, most among many.
        if rng.random() > 0.1:
            assert driver.hear_until("saved"), "the window went away by itself"
        assert driver.hear_for(rng.uniform(0, 1)), "the window went away by itself"
        driver.kill()
        before, now, asked = stored, journal(project), pressed(driver.lines)
        stored = len(now)
        fresh = now[before:]
        assert fresh == asked[:len(fresh)], f"stored are {fresh[-3:]}, not {asked[:len(fresh)][-3:]}"
        saved = [int(words[1]) for words in driver.lines if words[0] == "saved"]
        assert len(saved) == len(set(saved))
        lost = [number for number in saved if number > len(fresh)]
        assert not lost, f"shown as saved, but lost: decisions {lost} of {len(fresh)}"
        shown += len(saved)
        beyond += len(fresh) - len(saved)
        run(mia(options, project, "status"))
    assert shown > 3 * options.kills, f"only {shown} decisions were shown: the kills came before any work"
    return (f"{shown} decisions were shown as saved and {beyond} more were stored; all of {stored} are there "
            f"as they were pressed, none twice")


def processes_of(project):
    """The command and the engine at work on a project: {program: pid}."""
    found = {}
    for entry in pathlib.Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except (OSError, ValueError):
            continue
        program = pathlib.Path(words[0]).name
        if entry.name.isdigit() and program in ("mia", "mia-engine") and any(str(project) in word for word in words):
            found[program] = int(entry.name)
    return found


def engines_of(window):
    """What the window's threads started: process ids."""
    return [int(child) for thread in pathlib.Path(f"/proc/{window.pid}/task").glob("*/children")
            for child in thread.read_text().split()]


def kill_all(pids):
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def times_resumed(driver):
    return sum(words[0] == "resumed" for words in driver.lines)


def train(options, rng, folder):
    work = Train(options, folder)
    whole = folder / "whole" / "project"
    work.prepare(whole)
    assert Driver(options, "train", whole).hear_until("finished"), "the training that nobody killed did not end"
    expected = work.content(whole)
    counts = {"window": 0, "mia": 0, "mia-engine": 0}
    kills = projects = resumed = 0
    project = driver = None

    while kills < options.kills or project is not None:
        if project is None:
            projects += 1
            project, stored, deaths, resumed_here = folder / str(projects) / "project", 0, 0, 0
            story = []
            work.prepare(project)
        if driver is None:
            driver = Driver(options, "train", project)
        last = kills >= options.kills
        if not last and driver.hear_until("state" if rng.random() < 0.3 else "step") and \
                driver.hear_for(rng.uniform(0, 2)):
            # Which of them die, and at which moment of their work, is left to chance.
            victims = rng.choice([["window"], ["window"], ["mia-engine"], ["mia-engine"], ["mia"],
                                  ["mia", "mia-engine"], ["window", "mia", "mia-engine"]])
            at_work = processes_of(project)
            kill_all(at_work[name] for name in victims if name in at_work)
            driver.lines.append(["killed", *(name for name in victims if name == "window" or name in at_work)])
            deaths += any(name in at_work for name in victims)
            for name in victims:
                counts[name] += name == "window" or name in at_work
            kills += 1
            if "window" in victims:
                driver.kill()
                resumed_here += times_resumed(driver)
                story += driver.lines
                driver = None
            before, stored = stored, work.done_so_far(project)
            assert stored >= before, f"{before} steps were stored, {stored} are left"
            continue
        if last:
            assert driver.hear_until("finished"), "the window went away by itself"
        while driver.next() is not None:
            pass
        assert driver.process.returncode == 0, f"the window ended with {driver.process.returncode}"
        resumed_here += times_resumed(driver)
        story += driver.lines
        assert work.content(project) == expected, "it ended otherwise than one that nobody killed"
        assert resumed_here <= deaths, \
            "a training was gone on with though only its window had died:\n" + \
            "\n".join(" ".join(words) for words in story)
        resumed += resumed_here
        shutil.rmtree(project.parent)
        project = driver = None
    return (f"{counts['window']} of the window, {counts['mia']} of its command, {counts['mia-engine']} of the engine; "
            f"{projects} trainings, gone on with {resumed} times, ended as the one that was never killed")


def ask(options, rng, folder):
    project = folder / "ask"
    shutil.copytree(Train(options, folder).ready, project)
    untouched = Driver(options, "ask", project, 0)
    assert untouched.hear_until("asked")
    begun = time.monotonic()
    assert untouched.hear_until("answered"), "the model did not answer"
    span = time.monotonic() - begun
    expected = untouched.lines[-1]
    status = run(mia(options, project, "status"))
    driver = Driver(options, "ask", project, options.kills)
    amid = 0
    for _ in range(options.kills):
        # From the start of the engine to its last token, and a little beyond; half of them amid the tokens.
        assert driver.hear_until("asked"), "the window went away"
        if rng.random() < 0.5:
            assert driver.hear_for(rng.uniform(0, 1.1 * span)), "the window went away"
        else:
            assert driver.hear_until("token") and driver.hear_for(rng.uniform(0, 0.1)), "the window went away"
        while not engines_of(driver.process):
            assert driver.hear_for(0.01), "the window went away"
        amid += driver.lines[-1][0] == "token"
        kill_all(engines_of(driver.process))
        assert driver.hear_until("died"), "the window went away with its engine"
    assert driver.hear_until("asked") and driver.hear_until("answered"), "after the last death there was no answer"
    assert driver.lines[-1] == expected, f"{driver.lines[-1]}, not {expected}"
    while driver.next() is not None:
        pass
    assert driver.process.returncode == 0
    assert run(mia(options, project, "status")) == status, "asking changed the project"
    rows_of(project, "SELECT 1")
    return f"{amid} of them between two tokens; each time the window said so, asked again, and changed nothing"


def main():
    parts = {"audit": audit, "train": train, "ask": ask}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=parts)
    parser.add_argument("--driver", type=pathlib.Path, required=True)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--scenes", type=pathlib.Path, required=True)
    parser.add_argument("--kills", type=int, default=int(os.environ.get("MIA_KILLS", 6)))
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mia-kill-window-"))
    words = parts[options.part](options, random.Random(options.seed), folder)
    shutil.rmtree(folder)
    print(f"{options.part}: {options.kills} kills: {words}")


if __name__ == "__main__":
    main()
