#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole chain through the command line on any LLaVA-instruct file, counts held together at
every stage: import (with ten spoilt rows added), compose, render, generate, select, train, export,
audit and training on what was accepted.

    tests/journey/chain.py --bin build/dev/bin --rows FILE --root FOLDER --out FOLDER
    tests/journey/chain.py --bin build/dev/bin --scenes build/dev/tests/write_scenes
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile


def check(holds, sentence):
    if not holds:
        sys.exit(f"chain: {sentence}")


class Mia:
    def __init__(self, binaries, project):
        self.program = pathlib.Path(binaries) / "mia"
        self.project = project

    def __call__(self, verb, *arguments):
        command = [self.program, verb, "--project", self.project, "--json", *map(str, arguments)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        check(done.returncode == 0, f"{' '.join(map(str, command))} ended with {done.returncode}")
        return json.loads(done.stdout)


def conversation(image, question="<image>\nWhat is this?", answer="A thing."):
    row = {"id": "spoilt", "conversations": [{"from": "human", "value": question}]}
    if image is not None:
        row["image"] = image
    if answer is not None:
        row["conversations"].append({"from": "gpt", "value": answer})
    return row


def spoil(rows, root):
    """Ten rows that cannot be used, and the reason that each must be given."""
    good = rows[0]["image"]
    (root / "not-an-image.jpg").write_text("this is no picture")
    return [
        (conversation("no-such-file.jpg"), "missing-image"),
        (conversation("not-an-image.jpg"), "unreadable-image"),
        (conversation("../../etc/passwd"), "path-escapes-root"),
        (conversation("/etc/passwd"), "path-escapes-root"),
        (conversation(good, question="<image><image>\nWhich?"), "image-marks"),
        (conversation(good, question="<image>\n   "), "empty-question"),
        (conversation(good, answer=None), "no-answer"),
        (dict(rows[0], id="again"), "duplicate"),
        (conversation(None, question="No picture here."), "text-only"),
        ({"id": "spoilt", "image": good, "conversations": "not a list"}, "malformed"),
    ]


def import_spoilt(mia, arguments):
    """Imports a copy of the file with the spoilt rows behind it; returns the number of good rows."""
    rows = json.loads(arguments.rows.read_text())
    root = arguments.out / "root"
    shutil.copytree(arguments.root, root, symlinks=False)
    spoilt = spoil(rows, root)
    copy = arguments.out / "rows.json"
    copy.write_text(json.dumps(rows + [row for row, _ in spoilt]))
    mia("import", copy, "--images", root)
    quarantined = mia("status", "--quarantine")["quarantined"]
    given = {entry["row"] - len(rows): entry["reason"] for entry in quarantined}
    for index, (_, reason) in enumerate(spoilt):
        check(given.get(index) == reason, f"spoilt row {index} is {given.get(index)}, not {reason}")
    questions = mia("status")["questions"]
    check(questions == len(rows), f"{questions} questions of {len(rows)} good rows")
    again = mia("import", copy, "--images", root)
    check(again["added_now"] == 0, "importing the same file again added rows")
    return len(rows)


def compose_and_render(mia, arguments):
    samples = 0
    for layout in ("sequence", "grid", "pip"):
        made = mia("compose", "--layout", layout, "--samples", arguments.samples,
                   "--held-out-share", 0)
        check(made["added"] == min(arguments.samples, made["chosen"]), f"{layout}: {made}")
        samples += made["added"]
    counted = mia("status")
    check(sum(entry["samples"] for entry in counted["samples"]) == samples, "samples do not add up")
    for layout, sample in (("sequence", 1), ("grid", arguments.samples + 1), ("pip", 2 * arguments.samples + 1)):
        files = mia("render", "--sample", sample, "--regions", "--out", arguments.out / "pictures" / layout)
        check(files["files"], f"no picture of a {layout}")
    return samples


def answer_and_select(mia, samples):
    answers = mia("generate", "--samples", 1, "--max-new-tokens", 24)
    check(answers["answers"] == 2 * samples, f"{answers['answers']} answers to {samples} samples")
    check(answers["added"] == answers["answers"], "an answer was not taken in")
    explained = mia("select", "--explain")
    check(explained["layers"], "no layer was explained")
    selection = mia("select", "--wrong", "string", "--per-sample", 1, "--min-perplexity", 1)
    check(selection["answers"] == answers["answers"], "an answer was not judged")
    check(sum(selection["by_verdict"].values()) == selection["answers"], "verdicts do not add up")
    return selection


def train_and_export(mia, arguments, selection):
    check(selection["selected"] > 0, "nothing was selected, so nothing can be trained")
    check(mia("train", "--check", "--preset", "quick")["steps"] == 24, "the preset does not hold")
    check(mia("train", "--check", "--preset", "quick", "--max-steps", 7)["steps"] == 7,
          "the preset wins over what is given beside it")
    training = mia("train", "--max-steps", arguments.steps, "--batch-size", 4, "--lora-r", 8,
                   "--num-train-epochs", 100)
    events = [json.loads(line) for line in pathlib.Path(training["events"]).read_text().splitlines()]
    steps = [event["step"] for event in events if event["type"] == "metrics"]
    check(steps == list(range(1, arguments.steps + 1)), f"steps {steps}")
    mia("compose", "--layout", "sequence", "--split", "held-out", "--samples", 5, "--seed", 2, "--held-out-share", 0)
    compared = mia("evaluate", "--max-new-tokens", 24)
    check(compared["comparisons"][0]["rows"][-1]["samples"] == 5, f"evaluation: {compared}")
    shown = mia("compare", "--report", arguments.out / "report.html")
    check(shown["comparisons"] == compared["comparisons"], "the evaluation is shown otherwise than it was told")
    page = (arguments.out / "report.html").read_text()
    after = compared["comparisons"][0]["rows"][-1]["after"]
    check(f">{100 * after:.1f} %<" in page and "data:image/jpeg" in page, "the report lacks figures or pictures")
    behind = mia("compare", "--group", "all multi-image", "--limit", 0)
    check(len(behind["samples"]) == 5, f"{len(behind['samples'])} samples behind 5")
    for form in ("mia-dpo", "llama-factory"):
        written = mia("export", "--format", form, "--out", arguments.out / form)
        rows = json.loads((arguments.out / form / "data.json").read_text())
        check(len(rows) == written["pairs"] == selection["selected"], f"{form}: {len(rows)} rows")
    adapter = mia("export", "--format", "peft", "--out", arguments.out / "peft")
    check(adapter["modules_matched"] == adapter["modules"] > 0, f"adapter: {adapter}")


def audit(mia, arguments, selection):
    """Accepts all but two pairs, one of them edited and one swapped; exports and trains on exactly those."""
    queue = mia("audit", "list", "--limit", 0)["pairs"]
    check(len(queue) == selection["selected"] >= 4, f"{len(queue)} pairs in the queue")
    rejected, undecided, edited, swapped = (pair["pair"] for pair in queue[:4])
    mia("audit", "decide", rejected, "reject")
    mia("audit", "decide", edited, "edit-rejected", "It is a zebra.")
    mia("audit", "decide", swapped, "swap")
    batch = mia("audit", "batch", "accept", "--yes")
    check(batch["written"] == len(queue) - 1, f"batch: {batch}")
    check(len(mia("audit", "undo")["decisions"]) == batch["written"], "undo took back another number")
    check(len(mia("audit", "redo")["decisions"]) == batch["written"], "redo did another number")
    mia("audit", "decide", undecided, "clear")
    accepted = {str(pair["pair"]): (pair["chosen"], pair["rejected"]) for pair in queue[2:]}
    accepted[str(edited)] = (accepted[str(edited)][0], "It is a zebra.")
    accepted[str(swapped)] = accepted[str(swapped)][::-1]
    written = mia("audit", "export", "--out", arguments.out / "audited")
    rows = json.loads((arguments.out / "audited" / "data.json").read_text())
    check({row["id"]: (row["chosen"], row["rejected"]) for row in rows} == accepted, "other pairs than were accepted")
    check(written["pairs"] == len(rows), f"export: {written}")
    check(f"**{len(rows)}**" in (arguments.out / "audited" / "README.md").read_text(), "the data card counts otherwise")
    looked = mia("train", "--check", "--pairs", "accepted")
    check(looked["pairs"] == looked["accepted"] == len(rows), f"the check counts otherwise: {looked}")
    training = mia("train", "--pairs", "accepted", "--max-steps", 2, "--batch-size", 2, "--lora-r", 4)
    check(training["pairs"] == len(rows), f"training: {training['pairs']} pairs")
    before = mia("audit", "progress")
    applied = mia("audit", "what-if", "--apply")
    check(applied["added"] == applied["removed"] == 0, f"the same thresholds select otherwise: {applied}")
    after = mia("audit", "progress")
    check(after["selection"] != before["selection"] and after["done"] == before["done"], "decisions were lost")
    return len(rows)


def chain(arguments):
    mia = Mia(arguments.bin, arguments.out / "project")
    rows = import_spoilt(mia, arguments)
    samples = compose_and_render(mia, arguments)
    selection = answer_and_select(mia, samples)
    train_and_export(mia, arguments, selection)
    accepted = audit(mia, arguments, selection)
    print(f"chain: {rows} rows, {samples} samples, {selection['answers']} answers, {selection['selected']} pairs, "
          f"{accepted} of them accepted, {arguments.steps} steps: all counts add up")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--rows", type=pathlib.Path, help="a LLaVA-instruct file")
    parser.add_argument("--root", type=pathlib.Path, help="where its images lie")
    parser.add_argument("--out", type=pathlib.Path, help="what is made is kept here; must not exist")
    parser.add_argument("--scenes", type=pathlib.Path, help="the program write_scenes: its scenes instead of --rows")
    parser.add_argument("--samples", type=int, default=20, help="per layout")
    parser.add_argument("--steps", type=int, default=20)
    arguments = parser.parse_args()
    if bool(arguments.scenes) == bool(arguments.rows and arguments.root):
        parser.error("name either --scenes or --rows and --root")
    with tempfile.TemporaryDirectory(prefix="mia-chain-") as scratch:
        if arguments.scenes:
            arguments.root = pathlib.Path(scratch) / "scenes"
            arguments.rows = arguments.root / "train.json"
            subprocess.run([arguments.scenes, arguments.root, "train", "40", "7"], check=True)
        arguments.out = arguments.out or pathlib.Path(scratch) / "out"
        arguments.out.mkdir(parents=True)
        chain(arguments)


if __name__ == "__main__":
    main()
