#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds ten spoilt rows to a LLaVA-instruct file, imports it with `mia`, and sees each of them
quarantined with the right reason and every other row taken. Without --file it makes one."""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bench" / "import"))
import generate_llava  # noqa: E402


def row(name, image, question, answer):
    return {"id": name, "image": image,
            "conversations": [{"from": "human", "value": question}, {"from": "gpt", "value": answer}]}


def spoilt_rows(root, good):
    """(row, reason) pairs; makes the files below `root` that they need."""
    image = good["image"]
    (root / "notes.jpg").write_text("These are notes, not a picture.")
    (root.parent / "secret.jpg").write_bytes((root / image).read_bytes())
    (root / "link.jpg").symlink_to(root.parent / "secret.jpg")
    text_only = row("text-only", "", "Hello?", "Hello.")
    del text_only["image"]
    return [
        (row("missing", "photos/not_there.jpg", "<image>\nWhat?", "x"), "missing-image"),
        (row("notes", "notes.jpg", "<image>\nWhat?", "x"), "unreadable-image"),
        (row("up", "../secret.jpg", "<image>\nWhat?", "x"), "path-escapes-root"),
        (row("link", "link.jpg", "<image>\nWhat?", "x"), "path-escapes-root"),
        (row("two marks", image, "<image>\n<image>\nWhat?", "x"), "image-marks"),
        (row("nothing asked", image, "<image>\n", "x"), "empty-question"),
        (row("nothing said", image, "<image>\nWhat?", "  "), "no-answer"),
        (good, "duplicate"),
        (text_only, "text-only"),
        ({"id": "shape", "image": image, "conversations": "What?"}, "malformed"),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mia")
    parser.add_argument("--file", type=pathlib.Path)
    parser.add_argument("--images", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="leave the project and the file here")
    options = parser.parse_args()
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="mia-spoilt-"))
    root = folder / "images"
    if options.file is None:
        root.mkdir(parents=True)
        options.file = generate_llava.generate(root, rows=150, pictures=40, seed=3)
    else:
        shutil.copytree(options.images, root)
    rows = json.loads(options.file.read_text())
    spoilt = spoilt_rows(root, next(r for r in rows if "image" in r))
    places = {}
    for number, (record, reason) in enumerate(spoilt):
        at = (number + 1) * len(rows) // (len(spoilt) + 1)
        rows.insert(at if reason != "duplicate" else len(rows), record)
    for number, record in enumerate(rows):
        for candidate, reason in spoilt:
            if record is candidate:
                places[number] = reason
    unspoilt = sum("image" not in r for r in rows) - sum(r == "text-only" for _, r in spoilt)
    (folder / "spoilt.json").write_text(json.dumps(rows))

    command = [options.mia, "import", folder / "spoilt.json", "--images", root, "--project",
               folder / "project", "--json"]
    result = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    listing = subprocess.run([options.mia, "status", "--quarantine", "--json", "--project",
                              folder / "project"], check=True, stdout=subprocess.PIPE).stdout
    found = {entry["row"]: entry["reason"] for entry in json.loads(listing)["quarantined"]}
    for number, reason in places.items():
        assert found.get(number) == reason or reason == "duplicate", (number, reason, found)
    assert sorted(found.values()).count("duplicate") == 1, found
    assert len(found) == len(spoilt) + unspoilt, found
    assert result["rows"] == len(rows) == result["questions"] + len(found), result
    again = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    assert again["added_now"] == 0 and again["questions"] == result["questions"], again
    print(f"{len(rows)} rows: {result['questions']} questions, {len(found)} quarantined, each with "
          f"its reason: {result['quarantined']}")
    if options.keep is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
